"""How clients are made: what botocore reads from disk is read once, and means the same."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import boto3
import botocore
import botocore.loaders
import botocore.session
import pytest
from botocore.config import Config
from botocore.exceptions import EndpointVariantError
from botocore.regions import EndpointResolver

import smsvoice
from smsvoice import RequestError, SmsVoice
from smsvoice.transport import clients, loader
from smsvoice.transport.clients import ClientConfig
from smsvoice.transport.loader import shared_loader
from tests.contract.wire import Wire
from tests.transport.faults import Fault, FaultyServer

SERVICE: Final = "pinpoint-sms-voice-v2"


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Credentials and region from the environment, and nothing read before."""
    for name, value in (
        ("AWS_ACCESS_KEY_ID", "key"),
        ("AWS_SECRET_ACCESS_KEY", "secret"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
    ):
        monkeypatch.setenv(name, value)


def test_our_client_knows_what_botocores_own_knows() -> None:
    """Operations, members, endpoint: all of it comes from the same files."""
    theirs = boto3.client(SERVICE)

    ours = SmsVoice().boto_client

    assert ours.meta.service_model.metadata == theirs.meta.service_model.metadata
    assert ours.meta.service_model.operation_names == theirs.meta.service_model.operation_names
    assert ours.meta.endpoint_url == theirs.meta.endpoint_url
    for name in theirs.meta.service_model.shape_names:
        shape = theirs.meta.service_model.shape_for(name)
        assert repr(ours.meta.service_model.shape_for(name)) == repr(shape)


@pytest.mark.parametrize("kind", ["service-2", "paginators-1", "endpoint-rule-set-1"])
def test_files_read_as_botocore_reads_them(kind: str) -> None:
    """With the faster parser, and without a look at every other service."""
    theirs = botocore.loaders.Loader().load_service_model(SERVICE, kind)

    ours = shared_loader(None).load_service_model(SERVICE, kind)

    assert json.dumps(ours) == json.dumps(theirs)


@pytest.mark.parametrize("prefix", loader.ENDPOINTS_OF)
def test_endpoints_are_those_that_botocore_reads(prefix: str) -> None:
    """In every partition and region, by its old list: our service's and those of credentials."""
    whole: Any = botocore.loaders.Loader().load_data("endpoints")
    theirs = EndpointResolver(whole)

    ours = EndpointResolver(shared_loader(None, for_our_service=True).load_data("endpoints"))

    assert ours.get_available_partitions() == theirs.get_available_partitions()
    for partition in whole["partitions"]:
        for region in (*partition["regions"], "us-new-9", "nowhere"):
            for asked in ({}, {"use_fips_endpoint": True}, {"use_dualstack_endpoint": True}):
                assert found(ours, prefix, region, **asked) == found(
                    theirs, prefix, region, **asked
                )


def found(resolver: EndpointResolver, prefix: str, region: str, **asked: Any) -> Any:
    """What botocore's old list says, or why it says nothing."""
    try:
        return resolver.construct_endpoint(prefix, region, **asked)
    except EndpointVariantError as lacking:
        return str(lacking)


@pytest.mark.parametrize("service", [SERVICE, "sts", "sso", "sso-oidc", "signin"])
def test_endpoints_are_kept_for_our_service_and_those_of_credentials(service: str) -> None:
    """Under the name that the service's own model gives."""
    model = shared_loader(None).load_service_model(service, "service-2")

    assert model["metadata"]["endpointPrefix"] in loader.ENDPOINTS_OF


def test_a_list_of_endpoints_in_another_form_is_read_whole(tmp_path: Path) -> None:
    """botocore says itself what is wrong with it."""
    (tmp_path / "endpoints.json").write_text('{"partitions": 3}')

    assert loader.JsonFilesForUs().load_file(str(tmp_path / "endpoints")) == {"partitions": 3}


def test_other_services_are_found_too() -> None:
    """Credentials may need AWS's identity services."""
    assert shared_loader(None).load_service_model("sts", "service-2")["metadata"]


def test_a_folder_of_ones_own_models_is_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As AWS_DATA_PATH asks, and before botocore's own folder."""
    model = botocore.loaders.Loader().load_service_model(SERVICE, "service-2")
    folder = tmp_path / SERVICE / "2022-03-31"
    folder.mkdir(parents=True)
    newer = model | {"metadata": model["metadata"] | {"serviceFullName": "Ours"}}
    (folder / "service-2.json").write_text(json.dumps(newer))
    monkeypatch.setenv("AWS_DATA_PATH", str(tmp_path))
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)  # which looked before

    sms = SmsVoice()

    assert sms.boto_client.meta.service_model.metadata["serviceFullName"] == "Ours"


def test_the_second_client_reads_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is expensive about a client is shared by all that we make."""
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)
    SmsVoice()
    read: list[str] = []
    monkeypatch.setattr(loader.JsonFiles, "load_file", lambda _, path: read.append(path))

    again = clients.make_client(clients.own_session(None), ClientConfig())

    assert again.meta.region_name == "us-east-1"
    assert read == []


FIRST_SEND: Final = """
import sys
from smsvoice import SmsVoice
sms = SmsVoice(region_name="eu-west-1", endpoint_url=sys.argv[1])
print(sms.messages.send_text("+12065550142", message_body="hi").message_id)
print(sorted({"boto3", "anyio", "asyncio", "trio"} & set(sys.modules)))
"""


def test_a_first_send_loads_no_more_than_it_needs() -> None:
    """Neither boto3, which adds nothing to a client of this service, nor an event loop."""
    with FaultyServer(lambda _: Fault.NONE) as server:
        run = subprocess.run(
            [sys.executable, "-c", FIRST_SEND, server.url],
            check=True, capture_output=True, text=True,
        )  # fmt: skip

    assert run.stdout.split("\n") == ["m-1", "[]", ""]
    assert [one.operation for one in server.received] == ["SendTextMessage"]


def test_without_a_session_botocore_alone_makes_the_client() -> None:
    """And with boto3 loaded, since nobody set up its default session."""
    sms = SmsVoice()

    assert isinstance(sms._connection._session, botocore.session.Session)
    assert boto3.DEFAULT_SESSION is None


def test_other_settings_keep_the_session() -> None:
    """Keys are not looked for a second time."""
    sms = SmsVoice()

    changed = sms.with_options(config=Config(read_timeout=3))

    assert changed._connection._session is sms._connection._session
    assert changed.boto_client.meta.config.read_timeout == 3  # type: ignore[attr-defined]


def test_a_client_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """None besides it for a header."""
    made: list[str] = []
    create = botocore.session.Session.create_client

    def counted(self: botocore.session.Session, name: str, *args: Any, **settings: Any) -> Any:
        made.append(name)
        return create(self, name, *args, **settings)

    monkeypatch.setattr(botocore.session.Session, "create_client", counted)

    SmsVoice()

    assert made == [SERVICE]


@pytest.mark.parametrize(
    ("config", "named"),
    [
        (None, []),
        (Config(user_agent_extra="shop/2"), ["shop/2"]),
    ],
    ids=["usual", "extra"],
)
def test_the_user_agent_names_botocore_and_this_package(
    config: Config | None, named: list[str]
) -> None:
    """Each once; boto3 has no part in such a call."""
    wire = Wire()
    sms = SmsVoice(config=config)
    answer: Any = wire  # botocore's stubs know handlers that give nothing back
    sms.boto_client.meta.events.register_first(f"before-send.{SERVICE}", answer)

    sms.spend_limits.clear("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT")

    told = wire.user_agents[0].split(" ")
    assert told[0] == f"Botocore/{botocore.__version__}"
    assert told[-1] == f"smsvoice/{smsvoice.__version__}"
    assert [one for one in told if one in named] == named
    for name in ("botocore", "smsvoice", "boto3"):
        assert wire.user_agents[0].lower().count(f"{name}/") == (name != "boto3")


@pytest.fixture
def profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with one profile besides the default."""
    file = tmp_path / "config"
    file.write_text(
        "[default]\nregion = eu-west-2\n"
        "[profile shop]\nregion = eu-west-3\n"
        "aws_access_key_id = of-the-shop\naws_secret_access_key = s\n"
    )
    monkeypatch.setenv("AWS_CONFIG_FILE", str(file))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
    monkeypatch.delenv("AWS_DEFAULT_REGION")


@pytest.mark.usefixtures("profiles")
def test_a_profile_gives_region_and_keys() -> None:
    """Before keys in the environment, as with boto3; those sign for the default profile."""
    theirs = boto3.session.Session(profile_name="shop")

    shop, usual = SmsVoice(profile_name="shop"), SmsVoice()

    assert shop.boto_client.meta.region_name == theirs.region_name == "eu-west-3"
    assert usual.boto_client.meta.region_name == "eu-west-2"
    keys = theirs.get_credentials()
    assert keys is not None
    assert key_of(shop) == keys.access_key == "of-the-shop"
    assert key_of(usual) == "key"


@pytest.mark.parametrize("variable", ["AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2", "AWS_ENDPOINT_URL"])
def test_a_wrong_endpoint_is_put_down_to_its_variable(
    variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not to the region, and its value is not repeated."""
    monkeypatch.setenv(variable, "localhost:18071")

    with pytest.raises(RequestError) as wrong:
        SmsVoice(region_name="us-east-1")

    rule = f"{variable}: cannot be connected to: write e.g. http://127.0.0.1:7670"
    assert str(wrong.value) == f"SmsVoice: {rule}"


@pytest.mark.parametrize("of_service", [True, False])
def test_a_wrong_endpoint_of_a_profile_is_put_down_to_it(
    of_service: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whether the profile gives it to all services or to this one."""
    line = "endpoint_url = localhost:18071\n"
    (tmp_path / "config").write_text(
        f"[default]\nservices = s\n[services s]\npinpoint_sms_voice_v2 =\n  {line}"
        if of_service
        else f"[default]\n{line}"
    )
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))

    with pytest.raises(RequestError, match="endpoint_url of the profile: cannot be connected"):
        SmsVoice(region_name="us-east-1")


@pytest.mark.usefixtures("profiles")
@pytest.mark.parametrize("elsewhere", ["", "/var/models"], ids=["usual", "data_path"])
def test_a_profile_that_is_nowhere_is_refused(
    elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Named as the argument that is wrong, given or from the environment."""
    if elsewhere:
        monkeypatch.setenv("AWS_DATA_PATH", elsewhere)
    with pytest.raises(RequestError, match="profile_name: names no profile"):
        SmsVoice(profile_name="nowhere")
    monkeypatch.setenv("AWS_PROFILE", "nowhere")
    with pytest.raises(RequestError, match="profile_name: names no profile"):
        SmsVoice()


def key_of(sms: SmsVoice) -> str:
    """The access key that a client signs with."""
    made: Any = sms.boto_client
    return str(made._request_signer._credentials.access_key)

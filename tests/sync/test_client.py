"""The client: options, context, pickling, wrapping, Stubber, and what is missing."""

# Mirrored from tests/aio/test_client.py by `python -m codegen`. Change that file, not this one.

import pickle
import warnings
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3
import botocore.session
import pytest
from botocore.config import Config
from botocore.credentials import RefreshableCredentials
from botocore.exceptions import NoCredentialsError, NoRegionError
from botocore.model import ServiceModel
from botocore.stub import Stubber

import smsvoice
from smsvoice import (
    ConflictError,
    NotSentError,
    RequestError,
    SmsVoice,
    UnsupportedByBotocoreError,
    models,
    operations,
)
from smsvoice.core.codec import unvalidated_request
from smsvoice.transport import connection
from tests.contract.wire import Wire, keyed_session

CREATED = {"OptOutListArn": "arn", "OptOutListName": "news"}


def keys(monkeypatch: pytest.MonkeyPatch, **more: str) -> None:
    """Credentials and region from the environment alone."""
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    given = {"AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "s"} | more
    for name, value in given.items():
        monkeypatch.setenv(name, value)


def test_a_request_is_a_value_that_can_be_stored_and_run() -> None:
    """Pickled here, run there, with the operation pickled beside it."""
    wire = Wire()
    wire.answer = b'{"OptOutListName": "news"}'
    operation = operations.opt_outs.CREATE_OPT_OUT_LIST
    request = models.opt_outs.CreateOptOutListRequest(opt_out_list_name="news")

    kept = pickle.dumps((operation, request))
    with SmsVoice(session=wire.session()) as sms:
        result = sms.call(*pickle.loads(kept))

    assert pickle.loads(kept)[0] is operation
    assert result.opt_out_list_name == "news"
    assert (result.response_metadata.status, result.response_metadata.attempts) == (200, 1)
    assert result.response_metadata.request_id == "r-1"


def test_a_request_of_another_operation_is_refused() -> None:
    """Before anything leaves."""
    wire = Wire()
    sms = SmsVoice(session=wire.session())
    request = models.opt_outs.DeleteOptOutListRequest(opt_out_list_name="news")
    operation: Any = operations.opt_outs.CREATE_OPT_OUT_LIST

    with pytest.raises(RequestError, match="request: must be a CreateOptOutListRequest"):
        sms.call(operation, request)
    assert wire.sent == []


def test_checking_can_be_left_to_aws() -> None:
    """What we would refuse is sent as it is."""
    wire = Wire()
    wire.answer = b'{"MessageId": "m", "MessageFeedbackStatus": "FAILED"}'
    sms = SmsVoice(session=wire.session()).with_options(validate_requests=False)

    sms.api.put_message_feedback(message_id="", message_feedback_status="MAYBE")  # type: ignore[arg-type]

    assert wire.sent == [{"MessageId": "", "MessageFeedbackStatus": "MAYBE"}]


def test_with_options_gives_a_copy_on_the_same_connections() -> None:
    """Unless botocore's settings change; then it has its own, with the settings merged."""
    sms = SmsVoice(session=Wire().session(), config=Config(read_timeout=7))
    strict = sms.with_options(strict_answers=True)
    slow = sms.with_options(config=Config(connect_timeout=3))

    assert strict.boto_client is sms.boto_client
    assert slow.boto_client is not sms.boto_client
    assert slow.boto_client.meta.config.read_timeout == 7
    assert slow.boto_client.meta.config.connect_timeout == 3


def test_a_given_client_is_used_as_it_is() -> None:
    """Raw calls on it still give dicts, ours give results, and closing leaves it open."""
    wire = Wire()
    wire.answer = (
        b'{"OptOutLists": [{"OptOutListArn": "a", "OptOutListName": "n", "CreatedTimestamp": 1}]}'
    )
    theirs = wire.session().client("pinpoint-sms-voice-v2")

    with SmsVoice(client=theirs) as sms, SmsVoice(client=theirs) as again:
        listed = [s.api.describe_opt_out_lists().first() for s in (sms, again)]
    raw = theirs.describe_opt_out_lists()

    assert [one.opt_out_list_name for one in listed if one] == ["n", "n"]
    assert raw["OptOutLists"][0]["OptOutListName"] == "n"
    assert "__smsvoice__" not in raw
    with pytest.raises(RequestError, match="client: brings its own"):
        SmsVoice(client=theirs, region_name="us-east-1")
    with pytest.raises(RequestError, match="config: cannot be changed for a client that was given"):
        sms.with_options(config=Config())


def test_stubber_answers_before_anything_is_sent() -> None:
    """Botocore's own test double works on the raw client underneath."""
    sms = SmsVoice(session=Wire().session())

    with Stubber(sms.boto_client) as stub:
        stub.add_response("create_opt_out_list", CREATED)
        stub.add_client_error(
            "create_opt_out_list",
            "ConflictException",
            modeled_fields={"Reason": "RESOURCE_ALREADY_EXISTS"},
        )
        made = sms.api.create_opt_out_list(opt_out_list_name="news", client_token="t")
        with pytest.raises(ConflictError) as refused:
            sms.api.create_opt_out_list(opt_out_list_name="news", client_token="t")

    assert made.opt_out_list_arn == "arn"
    assert refused.value.code == "ConflictException"


def test_it_pickles_by_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    """And refuses where configuration would not be enough."""
    keys(monkeypatch)
    sms = SmsVoice(region_name="eu-west-1", endpoint_url="http://127.0.0.1:9", strict_answers=True)

    twin = pickle.loads(pickle.dumps(sms))

    assert twin.boto_client.meta.region_name == "eu-west-1"
    assert repr(twin) == repr(sms)
    handle = pickle.loads(pickle.dumps(sms.notify_configurations.at("nc-1")))
    assert handle.id == "nc-1"
    for session in (Wire().session(), boto3.session.Session(region_name="eu-west-2")):
        with pytest.raises(TypeError, match=r"from a session.*cannot be pickled.*profile_name"):
            pickle.dumps(SmsVoice(session))
    with pytest.raises(TypeError, match="made with client= cannot be pickled"):
        pickle.dumps(SmsVoice(client=sms.boto_client))


def test_the_default_session_that_was_set_up_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it does for boto3.client, and its client does not travel to where it is not set up."""
    keys(monkeypatch, AWS_DEFAULT_REGION="us-east-1")
    boto3.setup_default_session(
        aws_access_key_id="theirs", aws_secret_access_key="s", region_name="eu-west-1"
    )

    sms = SmsVoice(strict_answers=True)
    elsewhere = SmsVoice(region_name="eu-west-3").with_options(config=Config(read_timeout=3))
    by_profile = SmsVoice(profile_name="default")

    for one, region, key in (
        (sms, "eu-west-1", "theirs"),
        (elsewhere, "eu-west-3", "theirs"),
        (by_profile, "us-east-1", "k"),
    ):
        assert one.boto_client.meta.region_name == region
        assert signs_with(one) == key
    for stays in (sms, elsewhere):
        for travel in (pickle.dumps, deepcopy):
            with pytest.raises(TypeError, match="default session that was set up"):
                travel(stays)
    assert signs_with(deepcopy(by_profile)) == "k"


def test_a_default_session_that_boto3_made_by_itself_is_as_good_as_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Any call of boto3.client makes one; it holds nothing that another process has not."""
    keys(monkeypatch, AWS_DEFAULT_REGION="us-east-1")
    boto3.client("sts")

    sms = SmsVoice(region_name="eu-west-1")

    assert signs_with(pickle.loads(pickle.dumps(sms))) == "k"


def test_credentials_put_on_a_session_by_hand_never_become_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A tenant's assumed role, for one: its client refuses to travel and says what to give."""
    keys(monkeypatch, AWS_DEFAULT_REGION="us-east-1")
    until = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    facts = {"access_key": "tenant", "secret_key": "s", "token": "t", "expiry_time": until}
    inner: Any = botocore.session.get_session()
    inner._credentials = RefreshableCredentials.create_from_metadata(
        facts, refresh_using=lambda: facts, method="sts-assume-role"
    )
    session = boto3.session.Session(botocore_session=inner)
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", session)

    for sms in (SmsVoice(session), SmsVoice()):
        assert signs_with(sms) == "tenant"
        with pytest.raises(TypeError, match="may have other credentials"):
            pickle.dumps(sms)


def signs_with(sms: Any) -> str:
    """The access key that a client signs with."""
    return str(sms.boto_client._request_signer._credentials.access_key)


def test_a_sessions_own_settings_stay() -> None:
    """Its read timeout, and its name in the User-Agent beside ours."""
    wire = Wire()
    session = wire.session()
    session._session.set_default_client_config(Config(read_timeout=3, user_agent_extra="app/1"))

    sms = SmsVoice(session, config=Config(connect_timeout=2))
    sms.api.describe_spend_limits().first()

    config = sms.boto_client.meta.config
    assert (config.read_timeout, config.connect_timeout) == (3, 2)
    assert " app/1 smsvoice/" in wire.user_agents[0]


class Tenant(SmsVoice):
    """An application's own client, which knows more."""

    def __init__(self, name: str, **settings: Any) -> None:
        super().__init__(**settings)
        self.name = name


def test_a_subclass_keeps_its_attributes(monkeypatch: pytest.MonkeyPatch) -> None:
    """In copies with other options and in pickles, and no collection of the old client with them."""
    keys(monkeypatch, AWS_DEFAULT_REGION="us-east-1")
    tenant = Tenant("shop")
    assert tenant.pools is tenant.pools

    strict = tenant.with_options(strict_answers=True)
    arrived = pickle.loads(pickle.dumps(tenant))

    assert strict.name == arrived.name == "shop"
    assert strict.pools is not tenant.pools
    assert strict._options.strict_answers
    assert not arrived._options.strict_answers


@pytest.mark.parametrize("session", ["us-east-1", 5, {"region_name": "us-east-1"}])
def test_what_is_no_session_is_refused_with_the_remedy(session: Any) -> None:
    """The region is the first thing that people give."""
    with pytest.raises(RequestError, match=r'must be a boto3 session.*region_name="us-east-1"'):
        SmsVoice(session)


def test_a_client_of_another_service_is_refused() -> None:
    """Before its first call ends in an AttributeError."""
    with pytest.raises(RequestError, match="client: must be a client of pinpoint-sms-voice-v2"):
        SmsVoice(client=keyed_session().client("sts"))  # type: ignore[arg-type]


def test_a_profile_that_does_not_exist_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the name of the argument."""
    keys(monkeypatch)

    with pytest.raises(RequestError, match="profile_name: names no profile"):
        SmsVoice(profile_name="nobody")


def test_no_region_is_ours_and_botocores_error_with_a_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    """It says how to give one."""
    keys(monkeypatch, AWS_CONFIG_FILE=str(tmp_path / "none"))

    with pytest.raises(NoRegionError) as lacking:
        SmsVoice()

    assert isinstance(lacking.value, RequestError)
    assert "AWS_DEFAULT_REGION" in str(lacking.value)


def test_no_credentials_is_ours_and_botocores_error_with_a_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    """At the first call, as in boto3."""
    keys(monkeypatch, AWS_CONFIG_FILE=str(tmp_path / "none"), AWS_EC2_METADATA_DISABLED="true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")

    with pytest.raises(NoCredentialsError) as lacking:
        SmsVoice(region_name="us-east-1").api.describe_spend_limits().first()

    assert isinstance(lacking.value, NotSentError)
    assert "aws configure" in str(lacking.value)


def test_an_old_botocore_is_reported_before_anything_leaves() -> None:
    """Operation and member, with the release that brought them."""
    wire = Wire()
    sms = SmsVoice(session=wire.session())
    old: Any = ServiceModel(deepcopy(sms.boto_client.meta.service_model._service_description))
    sms.boto_client.meta._service_model = old
    old._service_description["operations"].pop("SendRcsMessage")
    old._shape_resolver._shape_map["CarrierLookupRequest"]["members"].pop("EnableCleansing", None)
    vars(old).pop("operation_names", None)
    sms._connection.__class__ = OldConnection

    with pytest.raises(
        UnsupportedByBotocoreError, match=r"does not know SendRcsMessage; it came with 1\.43\.37"
    ) as lacks:
        sms.call(
            operations.rcs_messages.SEND_RCS_MESSAGE,
            unvalidated_request(models.rcs_messages.SendRcsMessageRequest, {}),
        )
    with pytest.raises(UnsupportedByBotocoreError, match=r"CarrierLookupRequest\.EnableCleansing"):
        sms.api.carrier_lookup(phone_number="+12065550142", enable_cleansing=True)

    assert 'pip install "boto3>=1.43.37"' in str(lacks.value)
    assert wire.sent == []


class OldConnection(connection.Connection):
    """A connection whose botocore is to be looked at closely."""

    botocore_is_complete = False  # type: ignore[assignment]


@pytest.mark.parametrize(
    "config",
    [
        None,
        Config(user_agent_appid="shop"),
        Config(user_agent_extra="shop/2", retries={"mode": "adaptive"}),
        Config(retries={"mode": "legacy", "total_max_attempts": 1}),
    ],
    ids=["usual", "appid", "extra", "legacy"],
)
def test_user_agent_is_the_sessions_and_names_the_package(config: Config | None) -> None:
    """What a client of that session says, and this package once, at the end."""
    wire = Wire()
    raw = wire.session().client("pinpoint-sms-voice-v2", config=config)
    sms = SmsVoice(session=wire.session(), config=config)

    raw.delete_text_message_spend_limit_override()
    sms.spend_limits.clear("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT")

    theirs, ours = (told.split(" ") for told in wire.user_agents)
    lasting = [one for one in theirs if not one.startswith("m/")]
    own = [one for one in ours if not one.startswith("m/")]
    assert own[-1] == f"smsvoice/{smsvoice.__version__}"
    assert sorted(own[:-1]) == sorted(lasting)


def test_a_user_agent_of_ones_own_is_kept() -> None:
    """With the package's name behind it."""
    wire = Wire()
    sms = SmsVoice(session=wire.session(), config=Config(user_agent="shop/2"))

    sms.spend_limits.clear("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT")

    assert wire.user_agents[0].startswith("shop/2 ")
    assert "smsvoice/" in wire.user_agents[0]


def test_repr_shows_region_and_endpoint() -> None:
    """And nothing secret."""
    with warnings.catch_warnings(action="error"):
        assert "us-east-1" in repr(SmsVoice(session=Wire().session()))

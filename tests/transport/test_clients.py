"""How clients are made: what botocore reads from disk is read once, and means the same."""

import json
from pathlib import Path
from typing import Final

import boto3
import botocore.loaders
import pytest

from smsvoice import SmsVoice
from smsvoice.transport import clients, loader
from smsvoice.transport.clients import ClientConfig
from smsvoice.transport.loader import shared_loader

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

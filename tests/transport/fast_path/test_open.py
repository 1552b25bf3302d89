"""The path is open wherever it can be, so that speed is never lost in silence."""

import json
import socket
import subprocess
from typing import Any

import boto3
import pytest
from botocore.config import Config

from smsvoice import AsyncSmsVoice, SmsVoice, operations
from tests.contract import strategies
from tests.transport import fault_table

ROOT = fault_table.ROOT
NAMES: Any = {"user_agent_extra": "billing/2", "user_agent_appid": "alerts"}
PLACES: dict[str, dict[str, Any]] = {
    "us-east-1": {"region_name": "us-east-1"},
    "eu-west-1": {"region_name": "eu-west-1"},
    "GovCloud": {"region_name": "us-gov-west-1"},
    "FIPS": {"region_name": "us-east-1", "config": Config(use_fips_endpoint=True)},
    "dual-stack": {"region_name": "us-west-2", "config": Config(use_dualstack_endpoint=True)},
    "FIPS and dual-stack": {
        "region_name": "us-gov-west-1",
        "config": Config(use_fips_endpoint=True, use_dualstack_endpoint=True),
    },
    "legacy retries": {"region_name": "us-east-1", "config": Config(retries={"mode": "legacy"})},
    "standard retries": {
        "region_name": "us-east-1",
        "config": Config(retries={"mode": "standard", "max_attempts": 7}),
    },
    "names in the User-Agent": {
        "region_name": "us-east-1",
        "config": Config(**NAMES),
    },
    "keep-alive of TCP": {"region_name": "us-east-1", "config": Config(tcp_keepalive=True)},
    "another endpoint": {"region_name": "us-east-1", "endpoint_url": "http://127.0.0.1:9/base"},
    "an endpoint with its usual port": {
        "region_name": "us-east-1",
        "endpoint_url": "https://sms.example.com:443",
    },
    "an IPv6 endpoint": {"region_name": "us-east-1", "endpoint_url": "http://[::1]:9"},
}


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys in the environment, and no way out of this machine."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")

    def refuse(*_: object) -> None:
        raise AssertionError("learning must not connect")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", [SmsVoice, AsyncSmsVoice])
def test_the_path_is_open_in(place: str, kind: type[Any]) -> None:
    """Asking makes botocore sign a request that stays here."""
    assert kind(**PLACES[place]).fast_path == "open"


def test_the_path_is_open_with_a_session_token(monkeypatch: pytest.MonkeyPatch) -> None:
    """As roles have it."""
    monkeypatch.setenv("AWS_SESSION_TOKEN", "a/token+with=signs")

    assert SmsVoice(region_name="us-east-1").fast_path == "open"


def test_the_path_is_open_with_a_session_of_the_applications() -> None:
    """As long as it has no handlers of its own."""
    session = boto3.session.Session(region_name="us-east-1")

    assert SmsVoice(session).fast_path == "open"


def test_the_path_is_open_behind_an_endpoint_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The variable that emulators are reached by."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")

    assert SmsVoice(region_name="us-east-1").fast_path == "open"


def test_every_operation_takes_the_path() -> None:
    """None has a request of another kind; one that comes later goes through botocore."""
    sms = SmsVoice(region_name="us-east-1")
    path = sms._connection.fast_path
    names = [operations.by_name(name).name for name in strategies.operations()]

    assert path is not None
    assert {name: why for name in names if (why := path.why_closed(name))} == {}


def test_an_operation_with_a_request_of_its_own_kind_goes_through_botocore(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Should AWS ever add a checksum, a stream or another address."""
    sms = SmsVoice(region_name="us-east-1")
    path = sms._connection.fast_path
    model: Any = sms.boto_client.meta.service_model.operation_model("SendTextMessage")
    monkeypatch.setattr(type(model), "http_checksum", {"requestChecksumRequired": True})

    assert path is not None
    assert path.why_closed("SendTextMessage") == "SendTextMessage has a request of its own kind"


@pytest.mark.long
def test_the_path_is_open_on_the_oldest_boto3(monkeypatch: pytest.MonkeyPatch) -> None:
    """In an environment of its own."""
    monkeypatch.undo()
    code = (
        "import botocore, json; from smsvoice import SmsVoice; "
        "sms = SmsVoice(region_name='us-gov-west-1'); "
        "print(json.dumps([botocore.__version__, sms.fast_path]))"
    )
    keys = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"}

    run = subprocess.run(
        [fault_table.oldest_python(), "-c", code],
        cwd=ROOT,
        env=keys,
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(run.stdout) == ["1.43.100", "open"]

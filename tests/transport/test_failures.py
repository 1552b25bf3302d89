"""What failures of the network prove, how they are worded, how often a client repeats a read."""

import ssl
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import (
    ConnectionClosedError,
    ConnectTimeoutError,
    EndpointConnectionError,
    ProxyConnectionError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.exceptions import NewConnectionError, ProxyError

from smsvoice.transport.failures import never_left, spoken
from smsvoice.transport.guard import _most_attempts


@pytest.mark.parametrize(
    ("failed", "words"),
    [
        (ReadTimeoutError(endpoint_url="u"), "no answer came in time"),
        (
            ConnectionClosedError(endpoint_url="u"),
            "the connection was closed before an answer came",
        ),
        (SSLError(endpoint_url="u", error=OSError()), "the secure connection broke"),
        (ValueError("+12065550142"), "the connection failed (ValueError)"),
    ],
)
def test_a_failure_is_worded_by_its_kind(failed: Exception, words: str) -> None:
    assert spoken(failed) == words


@pytest.mark.parametrize(
    ("retries", "most"),
    [
        ({"total_max_attempts": 2}, 2),
        ({"max_attempts": 7}, 8),
        ({"max_attempts": 0}, 1),
        ({"mode": "legacy"}, 5),
        ({"mode": "standard"}, 3),
        ({"mode": "adaptive"}, 3),
    ],
)
def test_the_attempts_of_a_client_are_those_it_is_configured_for(
    retries: dict[str, Any], most: int
) -> None:
    config = Config(retries=retries)  # type: ignore[arg-type]
    client = boto3.client("pinpoint-sms-voice-v2", region_name="us-east-1", config=config)
    assert _most_attempts({"context": {"client_config": client.meta.config}}) == most
    assert _most_attempts({"context": {}}) == 5


def through_a_proxy(blamed: Exception | None) -> ProxyConnectionError:
    """A failure of a proxy that urllib3 blames on something, or on nothing that it names."""
    error = OSError() if blamed is None else ProxyError("no proxy", blamed)
    return ProxyConnectionError(proxy_url="http://proxy", error=error)


def in_a_circle() -> Exception:
    """Exceptions that refer to each other."""
    one, other = RuntimeError(), RuntimeError()
    one.args, other.args = (other,), (one,)
    return one


@pytest.mark.parametrize(
    ("failed", "proves"),
    [
        (EndpointConnectionError(endpoint_url="u"), True),
        (ConnectTimeoutError(endpoint_url="u"), True),
        (ConnectionClosedError(endpoint_url="u"), False),
        (through_a_proxy(NewConnectionError(None, "refused")), True),  # type: ignore[arg-type]
        (through_a_proxy(OSError("Tunnel connection failed: 403 Forbidden")), True),
        (through_a_proxy(ConnectionResetError()), False),
        (through_a_proxy(None), False),
        (SSLError(endpoint_url="u", error=ssl.SSLCertVerificationError()), True),
        (SSLError(endpoint_url="u", error=ssl.SSLEOFError()), False),
        (in_a_circle(), False),
    ],
)
def test_only_some_failures_prove_that_nothing_left(failed: Exception, proves: bool) -> None:
    """No connection, no tunnel, a certificate that is not trusted."""
    assert never_left(failed) is proves

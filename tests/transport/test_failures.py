"""How failures of the network are worded, and how often a client repeats a read."""

from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ConnectionClosedError, ReadTimeoutError, SSLError

from smsvoice.transport.failures import spoken
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

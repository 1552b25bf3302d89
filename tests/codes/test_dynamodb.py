"""DynamoDB: its conditions are evaluated, and seconds as whole numbers make no record live or over."""

import os
import time
from collections.abc import Callable
from typing import Any

import pytest

from smsvoice.codes import CodeStoreError, DynamoDbStore
from smsvoice.testing import check_code_store
from tests.factories.dynamodb import client_of, new_table


class Changed:
    """A client whose requests are changed on the way."""

    def __init__(self, client: Any, change: Callable[[dict[str, Any]], None]) -> None:
        """Wrap a client."""
        self._client = client
        self._change = change

    def __getattr__(self, name: str) -> Any:
        """A method of the client."""
        method = getattr(self._client, name)

        def changed(**members: Any) -> Any:
            self._change(members)
            return method(**members)

        return changed


def without_condition(members: dict[str, Any]) -> None:
    """Write whatever was there."""
    for name in ("ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues"):
        members.pop(name, None)


def of_any_text(members: dict[str, Any]) -> None:
    """Replace whatever was there, if something was."""
    if ":before" in members.get("ExpressionAttributeValues", {}):
        members["ConditionExpression"] = "attribute_exists(#text)"
        del members["ExpressionAttributeValues"]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (without_condition, "what is not there is not replaced"),
        (of_any_text, "another text than was seen stays"),
    ],
)
def test_a_condition_that_is_lost_is_seen(
    dynamodb_url: str, change: Callable[[dict[str, Any]], None], rule: str
) -> None:
    """So the suite that the store passes shows that its conditions are evaluated."""
    table, client = new_table(dynamodb_url), Changed(client_of(dynamodb_url), change)
    with pytest.raises(AssertionError, match=rule):
        check_code_store(lambda: DynamoDbStore(table, client=client))


@pytest.mark.parametrize("fraction", [0.0, 0.001, 0.5, 0.999])
@pytest.mark.parametrize("seconds", [1.0, 1.001, 1.5, 60.0])
def test_a_text_is_live_for_its_seconds_and_over_for_reads_and_writes_alike(
    dynamodb_url: str, monkeypatch: pytest.MonkeyPatch, fraction: float, seconds: float
) -> None:
    """Never dropped too soon, and at no moment both unread and in the way of a new text."""
    begun = 1_900_000_000 + fraction
    now = [begun]
    monkeypatch.setattr(time, "time", lambda: now[0])
    store = DynamoDbStore(new_table(dynamodb_url), client=client_of(dynamodb_url))
    assert store.replace("key", None, "a", seconds)
    for after in (0.0, seconds / 2, seconds - 0.0001):
        now[0] = begun + after
        assert store.read("key") == "a"
        assert not store.replace("key", None, "b", seconds)
    for step in range(13):
        now[0] = begun + seconds + step / 10
        is_over = store.read("key") is None
        assert store.replace("key", None, "b", seconds) is is_over
        if is_over:
            break
    assert is_over
    assert step <= 10
    assert store.read("key") == "b"


def test_a_table_that_is_missing(dynamodb_url: str) -> None:
    """The refusal is named by its code."""
    with pytest.raises(CodeStoreError, match="ResourceNotFoundException"):
        DynamoDbStore("missing", client=client_of(dynamodb_url)).read("key")


def test_a_client_of_its_own_is_made_anew_after_a_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes must not write into one connection."""
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    store = DynamoDbStore("codes")
    first = store._client
    assert store._client is first
    monkeypatch.setattr(os, "getpid", lambda: -1)

    assert store._client is not first
    assert store._client.meta.config.read_timeout == 10

"""The page on engines: its snippets are Python, and its Lambda function hands back what is left."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from smsvoice import Emulator, SmsVoice
from smsvoice.bulk import Bulk, LedgerError

PAGE = Path(__file__).parent.parent.parent / "docs" / "bulk-engines.md"
SNIPPETS = re.findall(r"^```py\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
RECIPIENT = "+14254147755"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An empty emulator."""
    with Emulator() as made:
        yield made


@pytest.fixture
def handler(emulator: Emulator, ledger_url: str) -> Any:
    """The function of the page, with a campaign and a table of its own."""
    sms = SmsVoice(session=emulator.session())
    names: dict[str, Any] = {
        "__name__": "lambda_function",
        "bulk": Bulk("spring-sale", ledger=ledger_url, sms=sms, parts_per_second=1000),
        "find_rows": lambda keys: [row(key) for key in keys if key != "is-nowhere"],
    }
    (text,) = (each for each in SNIPPETS if "batchItemFailures" in each)
    exec(text, names)
    return names["handler"]


def row(key: str) -> dict[str, str]:
    """A row of the table; that of one key is wrong."""
    number = "555" if key == "is-wrong" else RECIPIENT
    return {"key": key, "destination_phone_number": number, "message_body": f"Order {key}"}


def batch(*keys: str) -> dict[str, Any]:
    """What SQS hands to Lambda."""
    return {"Records": [{"messageId": f"of {k}", "body": json.dumps({"key": k})} for k in keys]}


def failed(answer: dict[str, Any]) -> list[str]:
    """The ids of what is to come again."""
    return [each["itemIdentifier"] for each in answer["batchItemFailures"]]


@pytest.mark.parametrize("number", range(len(SNIPPETS)))
def test_a_snippet_of_the_page_is_python(number: int) -> None:
    compile(SNIPPETS[number], str(PAGE), "exec")


def test_there_is_a_snippet_for_each_engine() -> None:
    engines = ("distributed", "celery", "ray", "pyspark", "batchItemFailures")

    assert all(any(engine in text for text in SNIPPETS) for engine in engines)


def test_what_was_sent_does_not_come_again(handler: Any, emulator: Emulator) -> None:
    assert failed(handler(batch("a", "b"), None)) == []
    assert failed(handler(batch("b", "c"), None)) == []

    assert len(emulator.messages) == 3


def test_what_is_wrong_does_not_come_again_but_what_is_not_found(handler: Any) -> None:
    assert failed(handler(batch("a", "is-wrong", "is-nowhere"), None)) == ["of is-nowhere"]


def test_what_the_spend_limit_stops_comes_again(handler: Any, emulator: Emulator) -> None:
    emulator.settings.spend_limit = 0
    assert failed(handler(batch("a", "b"), None)) == ["of a", "of b"]
    emulator.settings.spend_limit = 1000

    assert failed(handler(batch("a", "b"), None)) == []
    assert len(emulator.messages) == 2


def test_what_the_ledger_does_not_take_comes_again(
    handler: Any, monkeypatch: pytest.MonkeyPatch, emulator: Emulator
) -> None:
    from smsvoice.bulk.ledger._ledger import Ledger

    def fails(*_: object, **__: object) -> bool:
        raise LedgerError("it is away")

    with monkeypatch.context() as broken:
        broken.setattr(Ledger, "begin", fails)
        assert failed(handler(batch("a", "b"), None)) == ["of a", "of b"]

    assert not emulator.messages
    assert failed(handler(batch("a", "b"), None)) == []

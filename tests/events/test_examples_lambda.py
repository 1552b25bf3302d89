"""The example of a Lambda function behind SQS, with what the emulator publishes."""

import json
import logging
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smsvoice import Emulator
from tests.factories.events import heard
from tests.factories.shop import PERSON, Shop, load, open_shop


@pytest.fixture
def shop() -> Iterator[Shop]:
    """A shop whose time passes only by `advance`."""
    with Emulator(clock_runs=False, seed=7) as emulator:
        yield open_shop(emulator)


@pytest.fixture
def example(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module, whose client reaches the shop's emulator."""
    monkeypatch.setenv("MESSAGE_TABLE", str(tmp_path / "messages.db"))
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    module = load("receipts_lambda", monkeypatch)
    monkeypatch.setattr(module, "sms", shop.sms)
    return module


def from_sqs(*bodies: Any) -> dict[str, Any]:
    """The event that Lambda makes of messages in a queue."""
    return {
        "Records": [
            {
                "messageId": f"sqs-{place}",
                "receiptHandle": f"handle-{place}",
                "body": body if isinstance(body, str) else json.dumps(body),
                "attributes": {"ApproximateReceiveCount": "1"},
                "eventSource": "aws:sqs",
                "eventSourceARN": "arn:aws:sqs:us-east-1:123456789012:receipts",
                "awsRegion": "us-east-1",
            }
            for place, body in enumerate(bodies)
        ]
    }


def failures(answer: dict[str, Any]) -> list[str]:
    """The ids of the messages that SQS keeps."""
    return [one["itemIdentifier"] for one in answer["batchItemFailures"]]


def test_an_event_before_its_row_comes_again_and_the_others_are_settled(
    shop: Shop, example: Any
) -> None:
    """SQS keeps the early one alone."""
    known, early = shop.send(), shop.send()
    shop.emulator.advance(60)
    example.table.add(known)
    batch = from_sqs(*shop.envelopes())

    first = example.handler(batch, None)
    with pytest.raises(KeyError):
        example.table.outcome(early)
    example.table.add(early)
    second = example.handler(batch, None)

    kept = [
        record["messageId"]
        for record in batch["Records"]
        if json.loads(json.loads(record["body"])["Message"])["messageId"] == early
    ]
    assert failures(first) == kept
    assert len(kept) == len(heard(shop.emulator)) / 2
    assert failures(second) == []
    assert [example.table.outcome(one) for one in (known, early)] == ["DELIVERED", "DELIVERED"]


def test_the_order_and_the_number_of_events_do_not_matter(shop: Shop, example: Any) -> None:
    """The last word and the cost are the same; a cost that is restated is not added."""
    message_id = shop.send()
    shop.emulator.advance(60)
    example.table.add(message_id)
    events = shop.envelopes()

    outcomes = []
    for order in (events[::-1], events, events * 2):
        example.handler(from_sqs(*order), None)
        outcomes.append(example.table.outcome(message_id))

    (message,) = shop.emulator.messages
    assert outcomes == ["DELIVERED"] * 3
    assert example.table.cost() == Decimal(message.price) + Decimal(message.carrier_fee)


def test_an_older_cost_does_not_replace_a_newer_one(shop: Shop, example: Any) -> None:
    """AWS restates amounts: the newest event with a cost above 0 holds."""
    message_id = shop.send()
    example.table.add(message_id)
    (_, body), *_ = shop.published()
    at = body["eventTimestamp"]
    parts = [(at + 75_000, 0.006), (at, 0.00767), (at + 90_000, 0.0)]

    for moment, fee in parts:
        changed = {"eventTimestamp": moment, "totalMessagePrice": 0.0, "totalCarrierFee": fee}
        example.handler(from_sqs(body | changed), None)

    assert example.table.cost() == Decimal("0.006")


def test_a_person_opts_out_and_in_again(shop: Shop, example: Any) -> None:
    """In one's own table; the wish that came last holds, in whatever order they are delivered."""
    shop.put_keyword("JOIN", "Welcome back", "OPT_IN")
    shop.write("Stop!")
    shop.write("join")
    stop, join = shop.envelopes()
    earlier = {"Timestamp": "2026-01-01T00:00:00.000Z"}

    example.handler(from_sqs(stop | earlier), None)
    was_opted_out = example.table.is_opted_out(PERSON)
    example.handler(from_sqs(join), None)
    example.handler(from_sqs(stop | earlier), None)

    assert was_opted_out
    assert not example.table.is_opted_out(PERSON)
    assert not example.table.is_opted_out(shop.phone_number)


def test_a_question_is_answered_once(shop: Shop, example: Any) -> None:
    """Also where SQS delivers it twice; the receipt of the answer finds its row."""
    shop.write("hours?")
    question = from_sqs(*shop.envelopes())

    answers = [example.handler(question, None) for _ in range(2)]

    (reply,) = shop.emulator.messages
    assert [failures(one) for one in answers] == [[], []]
    assert reply.destination_phone_number == PERSON
    assert reply.origination_identity == shop.phone_number
    assert reply.body == example.handle.__globals__["HOURS"]
    assert example.table.outcome(reply.message_id) is None


def test_a_question_that_a_keyword_has_answered_gets_no_second_answer(
    shop: Shop, example: Any
) -> None:
    """AWS publishes it all the same."""
    shop.put_keyword("HOURS", "9 to 5")
    shop.write("HOURS?")

    example.handler(from_sqs(*shop.envelopes()), None)

    assert [message.body for message in shop.emulator.messages] == ["9 to 5"]


@pytest.mark.parametrize(
    ("fault", "sent_first", "sent_at_last"), [("throttle", 0, 1), ("drop_after", 1, 1)]
)
def test_an_answer_is_repeated_only_where_it_never_left(
    shop: Shop, example: Any, fault: Any, sent_first: int, sent_at_last: int
) -> None:
    """A throttled one comes again; one whose outcome is unknown does not."""
    shop.write("Hours?")
    question = from_sqs(*shop.envelopes())
    shop.emulator.faults.add(fault, operation="SendTextMessage", times=20)

    first = example.handler(question, None)
    sent = len(shop.emulator.messages)
    shop.emulator.faults.clear()
    second = example.handler(question, None)

    assert failures(first) == ([] if sent_first else ["sqs-0"])
    assert failures(second) == []
    assert (sent, len(shop.emulator.messages)) == (sent_first, sent_at_last)


def test_an_event_that_fails_costs_no_other(
    shop: Shop, example: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It comes again alone; what is no event is logged without its content, and let go."""
    shop.write("STOP")
    message_id = shop.send("+12065550199")
    example.table.add(message_id)
    monkeypatch.setattr(example.table, "opt", lambda *_, **__: 1 / 0)
    event, text = shop.envelopes()

    with caplog.at_level(logging.WARNING, logger="examples"):
        answer = example.handler(from_sqs(text, f"call {PERSON}", event), None)

    assert failures(answer) == ["sqs-0"]
    assert example.table.outcome(message_id) == "PENDING"
    assert "it is no JSON" in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert PERSON not in caplog.text

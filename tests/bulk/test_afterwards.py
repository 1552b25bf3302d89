"""What comes after sending: events settle what is unknown, tables show it, the ledger forgets."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from smsvoice import RequestError, SmsVoice, events
from smsvoice.bulk import Bulk, LedgerError, Outcome
from tests.contract.wire import keyed_session
from tests.factories.accounts import TO, Account
from tests.transport.faults import Fault, FaultyServer

Make = Callable[..., Bulk]


def delivery(context: dict[str, str], message_id: str = "m-1") -> dict[str, Any]:
    """A delivery event as AWS publishes it."""
    return {
        "eventType": "TEXT_DELIVERED",
        "eventVersion": "1.0",
        "eventTimestamp": 1764201600000,
        "isFinal": True,
        "messageId": message_id,
        "messageStatus": "DELIVERED",
        "context": context,
    }


@pytest.fixture
def unknown(bulk: Make, ledger_url: str) -> Bulk:
    """A campaign whose ten messages are all unknown."""
    rows = [
        {"key": f"k-{i}", "destination_phone_number": "+12065550142", "message_body": "x"}
        for i in range(10)
    ]
    with FaultyServer(lambda _: Fault.DROP) as server:
        sms = SmsVoice(keyed_session(), endpoint_url=server.url)
        made = bulk(ledger=ledger_url, sms=sms)
        assert made.send(rows).counts == {Outcome.UNKNOWN: 10}
    return made


def wrapped(event: dict[str, Any]) -> dict[str, Any]:
    """An event in SNS in SQS, as a Lambda function gets it."""
    notification = {"Type": "Notification", "Message": json.dumps(event)}
    return {
        "Records": [{"eventSource": "aws:sqs", "messageId": "1", "body": json.dumps(notification)}]
    }


@pytest.mark.parametrize(
    "given",
    [
        lambda event: [event],
        lambda event: iter([event, event]),
        lambda event: event,
        json.dumps,
        wrapped,
        lambda event: [json.dumps(wrapped(event)), b"no event"],
        events.parse,
        lambda event: list(events.parse(event)),
        lambda event: next(iter(events.parse(event))),
    ],
    ids=["list", "twice", "dict", "text", "lambda", "texts", "batch", "items", "item"],
)
def test_an_event_in_any_form_settles_its_message(
    unknown: Bulk, given: Callable[[dict[str, Any]], Any]
) -> None:
    assert unknown.reconcile(given(delivery({"smsvoice": "spring/k-3"}))) == 1
    assert unknown.totals().counts == {Outcome.SENT: 1, Outcome.UNKNOWN: 9}
    assert [(r.key, r.message_id) for r in unknown.results(Outcome.SENT)] == [("k-3", "m-1")]
    assert unknown.reconcile(given(delivery({"smsvoice": "spring/k-3"}))) == 0


@pytest.mark.parametrize(
    "context", [{}, {"smsvoice": "summer/k-3"}, {"smsvoice": "k-3"}, {"smsvoice": "spring/none"}]
)
def test_events_of_others_are_passed_over(unknown: Bulk, context: dict[str, str]) -> None:
    assert unknown.reconcile([delivery(context), "nonsense"]) == 0
    assert unknown.totals().counts == {Outcome.UNKNOWN: 10}


def test_the_emulators_events_settle_what_a_crash_left_open(
    account: Account, bulk: Make, ledger_url: str
) -> None:
    account.sms.configuration_sets.create("receipts").event_destinations.create(
        "all",
        matching_event_types=["ALL"],
        sns_destination={"topic_arn": "arn:aws:sns:us-east-1:123456789012:receipts"},
    )
    account.emulator.faults.add("drop_after", operation="SendTextMessage", times=4)
    mine = bulk(ledger=ledger_url, threads=2)
    report = mine.send(account.rows(10), configuration_set_name="receipts")
    assert report.counts == {Outcome.SENT: 6, Outcome.UNKNOWN: 4}
    account.emulator.advance(30)
    assert len(account.bodies) == 10
    assert mine.reconcile(event.body for event in account.emulator.events) == 4
    assert mine.totals().counts == {Outcome.SENT: 10}
    ids = {message.message_id for message in account.emulator.messages}
    assert {result.message_id for result in mine.results()} == ids


def test_the_ledger_is_exported_by_key(account: Account, bulk: Make, tmp_path: Path) -> None:
    account.sms.opt_out_lists.at("Default").add("+14254147167")
    mine = bulk()
    rows = account.rows(3)
    rows[1]["destination_phone_number"] = "+14254147167"
    mine.send(rows)
    assert mine.export(tmp_path / "out.csv") == 3
    with (tmp_path / "out.csv").open(newline="") as file:
        found = list(csv.DictReader(file))
    assert [(row["key"], row["outcome"], row["reason"], row["parts"]) for row in found] == [
        ("row-0", "sent", "", "1"),
        ("row-1", "refused", "DESTINATION_PHONE_NUMBER_OPTED_OUT", "1"),
        ("row-2", "sent", "", "1"),
    ]
    ids = {message.body: message.message_id for message in account.emulator.messages}
    assert found[0]["message_id"] == ids["Message row-0"]


@pytest.mark.parametrize("ending", ["csv", "parquet", "arrow"])
def test_the_callers_table_is_exported_with_outcomes(
    account: Account, bulk: Make, tmp_path: Path, ending: str
) -> None:
    from smsvoice.bulk import read_rows

    mine = bulk()
    rows = [row | {"name": "Ada"} for row in account.rows(4)]
    mine.send([{k: v for k, v in row.items() if k != "name"} for row in rows[:2]])
    path = tmp_path / f"out.{ending}"
    assert mine.export(path, rows) == 4
    found = list(read_rows(path))
    assert [(row["name"], row["key"], row["outcome"]) for row in found] == [
        ("Ada", "row-0", "sent"),
        ("Ada", "row-1", "sent"),
        ("Ada", "row-2", "not_sent"),
        ("Ada", "row-3", "not_sent"),
    ]


def test_rows_without_a_key_are_found_by_the_number(
    account: Account, bulk: Make, tmp_path: Path
) -> None:
    mine = bulk(secret=b"0123456789abcdef")
    rows = [{k: v for k, v in account.row("x").items() if k != "key"}]
    mine.send(rows)
    mine.export(tmp_path / "out.csv", rows)
    with (tmp_path / "out.csv").open(newline="") as file:
        assert [row["outcome"] for row in csv.DictReader(file)] == ["sent"]


def test_rows_are_found_by_the_number_that_a_template_names(
    account: Account, bulk: Make, tmp_path: Path
) -> None:
    mine = bulk(secret=b"0123456789abcdef")
    rows = [{"phone": TO}, {"phone": "+14254147167"}, {"other": "x"}]
    common: dict[str, Any] = {"destination_phone_number": "{phone}", "message_body": "Hello"}
    common |= {"origination_identity": account.numbers[0]}
    mine.send(rows[:1], **common)
    mine.export(tmp_path / "out.csv", rows, **common)
    with (tmp_path / "out.csv").open(newline="") as file:
        found = [row["outcome"] for row in csv.DictReader(file)]
    assert found == ["sent", "not_sent", "invalid"]


def test_an_export_that_cannot_be_is_refused(account: Account, bulk: Make, tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="path"):
        bulk().export(tmp_path / "out.xlsx")
    assert bulk().export(tmp_path / "none.csv", []) == 0
    bulk().export(tmp_path / "out.csv", [{"name": "Ada"}])
    assert (tmp_path / "out.csv").read_text().splitlines()[1].startswith("Ada,invalid")


def test_the_ledger_forgets_what_is_over_and_says_so(unknown: Bulk) -> None:
    now = datetime.now(UTC)
    assert unknown.forget(before=now - timedelta(days=1)) == 0
    with pytest.raises(RequestError, match="time zone"):
        unknown.forget(before=datetime(2026, 1, 1))  # noqa: DTZ001  as a mistake
    assert unknown.forget(before=now + timedelta(minutes=1)) == 10
    assert unknown.totals().counts == {}


def test_what_was_refused_may_be_tried_again(account: Account, bulk: Make) -> None:
    mine = bulk()
    rows = account.rows(2)
    rows[1]["origination_identity"] = "pool-misspelled"
    assert mine.send(rows).counts == {Outcome.SENT: 1, Outcome.REFUSED: 1}
    rows[1]["origination_identity"] = account.numbers[0]
    assert mine.send(rows).counts == {Outcome.SKIPPED: 2}
    soon = datetime.now(UTC) + timedelta(minutes=1)
    assert mine.forget(Outcome.REFUSED, before=soon) == 1
    assert mine.send(rows).counts == {Outcome.SKIPPED: 1, Outcome.SENT: 1}


def test_the_ledger_has_no_other_outcomes(unknown: Bulk) -> None:
    with pytest.raises(RequestError, match="outcomes"):
        unknown.results(Outcome.SKIPPED)


def test_a_ledger_that_cannot_be_reached_sends_nothing(account: Account, bulk: Make) -> None:
    mine = bulk(ledger="postgresql://nobody@127.0.0.1:9/none")
    with pytest.raises(LedgerError):
        mine.send(account.rows(2))
    assert account.bodies == []


@pytest.mark.long
def test_a_ledger_that_goes_away_in_the_middle(
    account: Account, bulk: Make, postgresql_server: Any
) -> None:
    mine = bulk(ledger=postgresql_server.create_database(), parts_per_second=100, threads=4)
    results: list[Any] = []

    def seen(result: Any) -> None:
        results.append(result)
        if len(results) == 10:
            postgresql_server.stop(immediate=True)

    with pytest.raises(LedgerError) as failed:
        mine.send(account.rows(400), on_result=seen)
    report = failed.value.report
    assert report is not None
    assert report.count(Outcome.SENT) == len(account.bodies) < 60
    postgresql_server.start()
    before = len(account.bodies)
    unknown = mine.totals(0).count(Outcome.UNKNOWN)
    again = mine.send(account.rows(400))
    assert again.count(Outcome.SENT) + again.count(Outcome.SKIPPED) == 400
    assert len(set(account.bodies)) == len(account.bodies)
    assert 400 - len(account.bodies) <= unknown <= 8
    assert again.count(Outcome.SENT) == len(account.bodies) - before

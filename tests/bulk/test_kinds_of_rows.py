"""Rows of every kind: members, requests, templates, tables; of every operation that sends."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from smsvoice import RequestError, SmsVoice
from smsvoice.bulk import Bulk, Outcome, Problem, read_rows
from smsvoice.bulk.messages import send_operations
from smsvoice.models.messages import (
    SendMediaMessageRequest,
    SendTextMessageRequest,
    SendVoiceMessageRequest,
)
from smsvoice.models.rcs_messages import SendRcsMessageRequest
from tests.contract.wire import keyed_session
from tests.factories.accounts import TO, Account
from tests.transport.faults import Fault, FaultyServer

Make = Callable[..., Bulk]
SENDS: dict[str, dict[str, Any]] = {
    "SendMediaMessage": {
        "origination_identity": "pool-1",
        "media_urls": ["s3://bucket/picture.png"],
    },
    "SendNotifyTextMessage": {
        "notify_configuration_id": "nc-1",
        "template_variables": {"code": "{code}"},
    },
    "SendNotifyVoiceMessage": {
        "notify_configuration_id": "nc-1",
        "template_variables": {"code": "{code}"},
    },
    "SendRcsMessage": {
        "origination_identity": "agent-1",
        "rcs_message_content": {"content": {"text_message": {"body": "Hi"}}},
    },
    "SendTextMessage": {"message_body": "Your code is {code}"},
    "SendVoiceMessage": {"origination_identity": "pool-1", "message_body": "Your code is {code}"},
}


def test_all_operations_that_send_to_a_number_are_there() -> None:
    assert sorted(send_operations()) == sorted(SENDS)


@pytest.mark.parametrize("operation", SENDS)
def test_mappings_are_members_of_any_operation_that_sends(bulk: Make, operation: str) -> None:
    common = SENDS[operation]
    uses_code = "{code}" in str(common)
    with FaultyServer(lambda _: Fault.NONE) as server:
        sms = SmsVoice(keyed_session(), endpoint_url=server.url)
        rows: list[dict[str, Any]] = [
            {"key": f"k-{i}", "destination_phone_number": TO} for i in range(3)
        ]
        if uses_code:
            rows = [row | {"code": f"48151{number}"} for number, row in enumerate(rows)]
        report = bulk(sms=sms).send(rows, operation=operation, **common)
        assert report.counts == {Outcome.SENT: 3}, report
        assert {each.operation for each in server.received} == {operation}
        assert {each.body["Context"]["smsvoice"] for each in server.received} == {
            f"spring/k-{i}" for i in range(3)
        }
        if uses_code:
            assert all("48151" in str(each.body) for each in server.received)


def test_make_builds_requests_of_several_operations(bulk: Make) -> None:
    @dataclass
    class Person:
        key: str
        wants: str

    def make(person: Person) -> Any:
        to: dict[str, Any] = {"destination_phone_number": TO, "origination_identity": "pool-1"}
        match person.wants:
            case "call":
                return SendVoiceMessageRequest(**to, message_body="Hello")
            case "picture":
                return SendMediaMessageRequest(**to, media_urls=["s3://bucket/picture.png"])
            case "rich":
                return SendRcsMessageRequest(**to)
            case _:
                return SendTextMessageRequest(**to, message_body="Hello")

    people = [Person("1", "call"), Person("2", "picture"), Person("3", "text"), Person("4", "rich")]
    with FaultyServer(lambda _: Fault.NONE) as server:
        mine = bulk(sms=SmsVoice(keyed_session(), endpoint_url=server.url))
        assert mine.preview(people, make=make).rows == 4
        assert mine.send(people, make=make).counts == {Outcome.SENT: 4}
        assert {each.operation for each in server.received} == {
            "SendVoiceMessage",
            "SendMediaMessage",
            "SendTextMessage",
            "SendRcsMessage",
        }


def test_what_make_gives_that_is_no_send_is_a_problem_of_its_row(
    account: Account, bulk: Make
) -> None:
    report = bulk().send(account.rows(1), make=dict)
    assert report.problems[0].member == "make"
    assert "must return a request of" in report.problems[0].rule


def test_requests_themselves_are_rows(account: Account, bulk: Make) -> None:
    rows = [
        SendTextMessageRequest(**{n: v for n, v in r.items() if n != "key"})
        for r in account.rows(2)
    ]
    report = bulk().send(rows, key=lambda request: request.message_body)
    assert report.counts == {Outcome.SENT: 2}


def test_templates_are_filled_from_columns(account: Account, bulk: Make) -> None:
    rows = [
        {"id": 1, "phone": TO, "name": "Ada", "note": "{name}"},
        {"id": 2, "phone": TO, "name": "{phone}", "note": "x"},
    ]
    common: dict[str, Any] = {
        "destination_phone_number": "{phone}",
        "message_body": "Hello {name} {{x}}",
        "origination_identity": account.numbers[0],
    }
    assert bulk().send(rows, key="id", **common).counts == {Outcome.SENT: 2}
    assert sorted(account.bodies) == ["Hello Ada {x}", "Hello {phone} {x}"]


def test_a_column_that_a_template_misses_is_a_problem_of_its_row(
    account: Account, bulk: Make
) -> None:
    report = bulk().send(account.rows(2), max_price="{price}")
    assert report.counts == {Outcome.INVALID: 2}
    assert report.problems[0].member == "max_price"
    assert 'no column "price"' in report.problems[0].rule


def test_a_brace_that_is_no_column_is_refused_before_anything_leaves(
    account: Account, bulk: Make
) -> None:
    with pytest.raises(RequestError, match="message_body"):
        bulk().send(account.rows(1), message_body="Hello {name.first}")
    assert account.bodies == []


def test_a_row_keeps_its_context_and_the_ledger_adds_one_entry(
    account: Account, bulk: Make
) -> None:
    four = {f"mine-{i}": "x" for i in range(4)}
    assert bulk().send([account.row("a", context=four)]).counts == {Outcome.SENT: 1}
    context = account.emulator.messages[0].context
    assert context == four | {"smsvoice": "spring/a"}
    report = bulk().send([account.row("b", context=four | {"mine-4": "x"})])
    assert report.problems == (
        Problem(0, "context", "must have 4 entries at most: the ledger adds one"),
    )


def test_rows_of_a_csv_file_are_sent(account: Account, bulk: Make, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text(f"customer,phone,name\n7,{TO},Ada\n8,{TO},Bob\n", "utf-8")
    common: dict[str, Any] = {"destination_phone_number": "{phone}"}
    common |= {"message_body": "Hello {name}"}
    common |= {"origination_identity": account.numbers[0]}
    rows = read_rows(table)
    mine = bulk()
    assert mine.preview(rows, key="customer", **common).rows == 2
    assert mine.send(rows, key="customer", on_invalid="stop", **common).counts == {Outcome.SENT: 2}
    assert [r.key for r in mine.results()] == ["7", "8"]


def test_a_table_in_memory_is_read_by_rows(account: Account, bulk: Make) -> None:
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(
        {name: [row[name] for row in account.rows(5)] for name in account.row("x")}
    )
    assert bulk().send(frame).counts == {Outcome.SENT: 5}


def test_a_preview_counts_and_calls_nothing(account: Account, bulk: Make, tmp_path: Path) -> None:
    rows = account.rows(6)
    rows[0] |= {"message_body": "x" * 200}
    rows[5] |= {"destination_phone_number": "1"}
    paces = {account.numbers[0]: 10, "*": 2}
    mine = bulk(parts_per_second=paces, requests_per_second=1)
    found = mine.preview(rows)
    assert (found.rows, found.parts, found.invalid) == (5, 6, 1)
    assert found.by_identity[account.numbers[0]].parts == 4
    assert found.by_identity[account.numbers[1]].seconds == pytest.approx(1.05)
    assert found.seconds == pytest.approx(5 * 1.05)
    assert str(found).startswith(
        "5 rows, 6 parts, 5 seconds, 1 wrong (row 5: destination_phone_number: must be E.164"
    )
    assert account.numbers[0] not in repr(found)
    assert not (tmp_path / "ledger.db").exists()
    assert account.bodies == []


def test_a_campaign_travels_to_another_process(tmp_path: Path) -> None:
    sms = SmsVoice(region_name="us-east-1", endpoint_url="http://127.0.0.1:1")
    secret, pace = b"sixteen bytes...", {"*": 5}
    bulk = Bulk("spring", ledger=tmp_path / "l.db", sms=sms, parts_per_second=pace, secret=secret)
    copy = pickle.loads(pickle.dumps(bulk))
    assert (copy.name, copy.ledger, copy.parts_per_second, copy.secret) == (
        "spring",
        f"sqlite:///{tmp_path}/l.db",
        {"*": 5},
        secret,
    )
    assert repr(copy) == "<Bulk spring ledger=l.db>"


def test_parts_are_those_of_the_text(account: Account, bulk: Make) -> None:
    report = bulk().send([account.row("a", message_body="x" * 161), account.row("b")])
    assert report.parts == 3
    assert [r.parts for r in bulk().results()] == [2, 1]

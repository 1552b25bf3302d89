"""Sending rows: each once at most, each with exactly one outcome."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from botocore.stub import Stubber

from smsvoice import MissingCredentialsError, RequestError, SmsVoice
from smsvoice.bulk import Bulk, BulkStoppedError, Outcome, Problem, Report, Result, RowsError
from tests.contract.wire import keyed_session
from tests.factories.accounts import FAST, OTHER, TO, Account

Make = Callable[..., Bulk]


def test_every_row_is_sent_once_and_a_second_call_sends_none(
    account: Account, bulk: Make, ledger_url: str
) -> None:
    seen: list[Result] = []
    mine = bulk(ledger=ledger_url)
    first = mine.send(account.rows(40), on_result=seen.append)
    again = mine.send(account.rows(45))
    assert first.counts == {Outcome.SENT: 40}
    assert again.counts == {Outcome.SKIPPED: 40, Outcome.SENT: 5}
    assert Counter(account.bodies) == Counter(f"Message row-{i}" for i in range(45))
    assert {r.key for r in seen} == {f"row-{i}" for i in range(40)}
    ids = {m.message_id for m in account.emulator.messages}
    assert {r.message_id for r in mine.results(Outcome.SENT)} == ids
    assert mine.totals().counts == {Outcome.SENT: 45}


def test_two_calls_at_once_with_the_same_rows_send_each_once(
    account: Account, bulk: Make, ledger_url: str
) -> None:
    reports: list[Report] = []
    calls = [
        threading.Thread(
            target=lambda: reports.append(bulk(ledger=ledger_url).send(account.rows(60)))
        )
        for _ in range(3)
    ]
    for call in calls:
        call.start()
    for call in calls:
        call.join()
    assert sum(reports, Report()).counts == {Outcome.SENT: 60, Outcome.SKIPPED: 120}
    assert len(account.bodies) == len(set(account.bodies)) == 60


def test_one_key_twice_in_one_call_is_one_message(account: Account, bulk: Make) -> None:
    report = bulk().send([account.row("one"), account.row("one"), account.row("two")])
    assert report.counts == {Outcome.SENT: 2, Outcome.SKIPPED: 1}
    assert sorted(account.bodies) == ["Message one", "Message two"]


def test_a_key_may_be_sent_again_in_another_campaign(account: Account, bulk: Make) -> None:
    rows = [account.row("one")]
    assert bulk("spring").send(rows).count(Outcome.SENT) == 1
    assert bulk("summer").send(rows).count(Outcome.SENT) == 1
    assert len(account.bodies) == 2


def test_without_a_key_a_person_gets_one_message(account: Account, bulk: Make) -> None:
    row = account.row("x")
    del row["key"]
    other = row | {"destination_phone_number": OTHER}
    mine = bulk(secret=b"0123456789abcdef")
    assert mine.send([row, other, row]).counts == {Outcome.SENT: 2, Outcome.SKIPPED: 1}
    assert mine.send([row]).counts == {Outcome.SKIPPED: 1}
    keys = [result.key for result in mine.results()]
    assert all(len(key) == 32 and TO[1:] not in key for key in keys)


def test_without_key_and_secret_nothing_leaves(
    account: Account, bulk: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = account.row("x")
    del row["key"]
    with pytest.raises(RequestError, match="SMSVOICE_LEDGER_SECRET") as refused:
        bulk().send([row])
    assert refused.value.problems[0].field == "key"
    report = bulk().send([account.row("a"), row, account.row("b")])
    assert report.counts == {Outcome.SENT: 2, Outcome.INVALID: 1}
    assert report.problems[0].index == 1
    monkeypatch.setenv("SMSVOICE_LEDGER_SECRET", "0123456789abcdef")
    assert bulk().send([row]).counts == {Outcome.SENT: 1}


def test_the_key_may_be_another_column_or_a_function(account: Account, bulk: Make) -> None:
    row = account.row("x")
    del row["key"]
    named = row | {"customer": 17}
    assert bulk("a").send([named], key="customer").count(Outcome.INVALID) == 0
    assert [r.key for r in bulk("a").results()] == ["17"]
    bulk("b").send([row], key=lambda given: given["message_body"].replace(" ", "-"))
    assert [r.key for r in bulk("b").results()] == ["Message-x"]
    missing = bulk("c").send([row], key="customer")
    assert missing.problems == (Problem(0, "customer", "is missing"),)


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("+12065550142", "must not be a phone number"),
        ("+1 (206) 555-0142", "must not be a phone number"),
        (TO[1:], "must not be a phone number"),
        ("customer 1-425-414-7755", "must not be a phone number"),
        ("k" * 129, "must be 1 to 128 characters"),
        ("", "must be 1 to 128 characters"),
        (" x", "must not begin or end with a blank"),
        (1.5, "must be text or a whole number"),
        (True, "must be text or a whole number"),
    ],
)
def test_a_key_that_cannot_be_one_is_a_problem_of_its_row(
    account: Account, bulk: Make, key: Any, rule: str
) -> None:
    report = bulk().send([account.row("x", key=key)])
    assert report.counts == {Outcome.INVALID: 1}
    assert report.problems[0].member == "key"
    assert report.problems[0].rule.startswith(rule)
    assert "2065550142" not in str(report) + repr(report)


def test_wrong_rows_are_named_and_the_others_go_on(account: Account, bulk: Make) -> None:
    rows = account.rows(5)
    rows[1] |= {"destination_phone_number": "12065550142"}
    rows[3] |= {"max_prise": "0.05"}
    results: list[Result] = []
    report = bulk().send(iter(rows), on_result=results.append)
    assert report.counts == {Outcome.SENT: 3, Outcome.INVALID: 2}
    assert [(p.index, p.member) for p in report.problems] == [
        (1, "destination_phone_number"),
        (3, "max_prise"),
    ]
    assert "max_price" in report.problems[1].rule
    assert {r.key for r in results if r.outcome is Outcome.INVALID} == {"row-1", "row-3"}
    assert "12065550142" not in repr(report) + str(report)


def test_nothing_leaves_where_wrong_rows_are_to_stop(account: Account, bulk: Make) -> None:
    rows = [*account.rows(3), {"key": "wrong"}]
    with pytest.raises(RowsError, match="1 rows are wrong, and nothing was sent: row 3") as refused:
        bulk().send(rows, on_invalid="stop")
    assert refused.value.problems[0].index == 3
    assert account.bodies == []
    with pytest.raises(RequestError, match="can be read only once"):
        bulk().send(iter(rows), on_invalid="stop")
    assert bulk().send(rows[:3], on_invalid="stop").counts == {Outcome.SENT: 3}


@pytest.mark.parametrize("rows", [{"key": "x"}, "table.csv", b"rows", 5, None])
def test_what_are_no_rows_is_refused(bulk: Make, rows: Any) -> None:
    with pytest.raises(RequestError, match="must be an iterable of mappings"):
        bulk().send(rows)


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"on_invalid": "ignore"}, "on_invalid"),
        ({"stop_after_refusals": 0}, "stop_after_refusals"),
        ({"max_seconds": 0}, "max_seconds"),
        ({"operation": "CreatePool"}, "operation"),
        ({"operation": "SendDestinationNumberVerificationCode"}, "operation"),
        ({"window": ("08:00", "21:00")}, "window"),
        ({"not_after": "tomorrow"}, "not_after"),
        ({"make": lambda row: row, "message_body": "x"}, "message_body"),
    ],
)
def test_a_wrong_argument_is_refused_before_anything_leaves(
    account: Account, bulk: Make, arguments: dict[str, Any], field: str
) -> None:
    with pytest.raises(RequestError) as refused:
        bulk().send(account.rows(1), **arguments)
    assert refused.value.problems[0].field == field
    assert account.bodies == []


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        ({"name": "a/b"}, "name"),
        ({"name": ""}, "name"),
        ({"threads": 0}, "threads"),
        ({"parts_per_second": {"*": 0}}, "parts_per_second"),
        ({"parts_per_second": "fast"}, "parts_per_second"),
        ({"requests_per_second": -1}, "requests_per_second"),
        ({"sms": None}, "sms"),
        ({"ledger": 5}, "ledger"),
        ({"ledger": "sqlite://"}, "ledger"),
        ({"ledger": "mysql://host/db"}, "ledger"),
        ({"secret": "text"}, "secret"),
    ],
)
def test_a_campaign_that_cannot_be_is_refused(
    bulk: Make, settings: dict[str, Any], field: str
) -> None:
    with pytest.raises(RequestError) as refused:
        bulk(**settings)
    assert refused.value.problems[0].field == field


def test_credentials_are_tried_before_the_first_row_is_read(
    bulk: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere")
    read: list[int] = []

    def rows() -> Iterator[dict[str, str]]:
        read.append(1)
        yield {"key": "x", "destination_phone_number": TO, "message_body": "x"}

    mine = bulk(sms=SmsVoice(region_name="us-east-1"))
    with pytest.raises(MissingCredentialsError):
        mine.send(rows())
    assert read == []
    assert mine.totals().counts == {}


def test_refusals_are_final_and_say_why(account: Account, bulk: Make) -> None:
    account.sms.opt_out_lists.at("Default").add(TO)
    mine = bulk()
    results: list[Result] = []
    report = mine.send(account.rows(3), on_result=results.append)
    assert report.counts == {Outcome.REFUSED: 3}
    assert {r.reason for r in results} == {"DESTINATION_PHONE_NUMBER_OPTED_OUT"}
    account.sms.opt_out_lists.at("Default").remove(TO)
    assert mine.send(account.rows(3)).counts == {Outcome.SKIPPED: 3}
    assert {r.reason for r in mine.results(Outcome.REFUSED)} == {
        "DESTINATION_PHONE_NUMBER_OPTED_OUT"
    }


def test_many_refusals_in_a_row_stop_the_call(account: Account, bulk: Make) -> None:
    account.sms.opt_out_lists.at("Default").add(TO)
    with pytest.raises(BulkStoppedError, match="messages in a row were not accepted") as stopped:
        bulk(threads=1).send(account.rows(200), stop_after_refusals=10)
    assert stopped.value.report.count(Outcome.REFUSED) == 10
    assert "DESTINATION_PHONE_NUMBER_OPTED_OUT" in stopped.value.why
    assert bulk("other").send(account.rows(60), stop_after_refusals=None).counts == {
        Outcome.REFUSED: 60
    }


def test_what_closes_the_account_stops_and_spends_no_row(account: Account, bulk: Make) -> None:
    account.emulator.settings.account_refusal = "ACCOUNT_DISABLED"
    with pytest.raises(BulkStoppedError, match="ACCOUNT_DISABLED") as stopped:
        bulk().send(account.rows(300))
    assert stopped.value.report.count(Outcome.SENT) == 0
    assert bulk().totals().counts == {}
    account.emulator.settings.account_refusal = None
    assert bulk().send(account.rows(300)).counts == {Outcome.SENT: 300}


def test_a_spend_limit_stops_and_the_rest_goes_later(account: Account, bulk: Make) -> None:
    account.emulator.settings.spend_limit = 1
    account.sms.spend_limits.set("TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", 0)
    with pytest.raises(BulkStoppedError, match="MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"):
        bulk().send(account.rows(30))
    assert bulk().totals().counts == {}


def test_a_throttled_message_is_sent_in_the_same_call(account: Account, bulk: Make) -> None:
    account.emulator.faults.add("throttle", operation="SendTextMessage", times=12)
    report = bulk(threads=2).send(account.rows(10))
    assert report.counts == {Outcome.SENT: 10}
    assert len(set(account.bodies)) == len(account.bodies) == 10


def test_an_exception_of_no_known_kind_makes_one_row_unknown_and_stops(
    account: Account, bulk: Make
) -> None:
    class OddError(Exception):
        pass

    def odd(**_: object) -> None:
        raise OddError

    account.sms.boto_client.meta.events.register_first(
        "before-send.pinpoint-sms-voice-v2.SendTextMessage", odd
    )
    with pytest.raises(BulkStoppedError, match="OddError") as stopped:
        bulk(threads=1).send(account.rows(20))
    assert isinstance(stopped.value.__cause__, OddError)
    assert stopped.value.report.count(Outcome.UNKNOWN) == 1
    assert bulk().totals().count(Outcome.UNKNOWN) == 1


def test_an_error_of_the_callers_function_comes_after_what_was_in_flight(
    account: Account, bulk: Make
) -> None:
    def fails(result: Result) -> None:
        raise ZeroDivisionError(result.key)

    with pytest.raises(ZeroDivisionError) as raised:
        bulk(threads=2).send(account.rows(50), on_result=fails)
    assert "Call send() again" in raised.value.__notes__[0]
    mine = bulk()
    sent = mine.totals().count(Outcome.SENT)
    assert sent == len(account.bodies)
    assert mine.send(account.rows(50)).counts == {
        Outcome.SKIPPED: sent,
        Outcome.SENT: 50 - sent,
    }


def test_an_error_of_the_rows_comes_after_what_was_in_flight(account: Account, bulk: Make) -> None:
    def rows() -> Iterator[dict[str, Any]]:
        yield from account.rows(20)
        raise OSError("the table is gone")

    with pytest.raises(OSError, match="the table is gone"):
        bulk().send(rows())
    assert bulk().totals().count(Outcome.SENT) == len(account.bodies)


def test_results_name_the_reason_why_a_row_was_skipped(account: Account, bulk: Make) -> None:
    mine = bulk()
    mine.send([account.row("one")])
    results: list[Result] = []
    mine.send([account.row("one")], on_result=results.append)
    assert results == [
        Result("one", Outcome.SKIPPED, account.emulator.messages[0].message_id, "sent")
    ]


def test_a_stubbed_client_is_the_one_that_sends(bulk: Make) -> None:
    sms = SmsVoice(keyed_session())
    with Stubber(sms.boto_client) as stubber:
        stubber.add_response("send_text_message", {"MessageId": "m-1"})
        rows = [{"key": "x", "destination_phone_number": TO, "message_body": "x"}]
        assert bulk(sms=sms, threads=1).send(rows).counts == {Outcome.SENT: 1}


def test_no_pace_means_one_part_a_second(account: Account, bulk: Make) -> None:
    mine = bulk(parts_per_second={})
    assert mine.preview(account.rows(10)).by_identity[account.numbers[0]].seconds == 5 * 1.05
    assert bulk(parts_per_second=FAST).preview(account.rows(10)).seconds == 0

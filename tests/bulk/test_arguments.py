"""Arguments and rows that cannot be used: named before anything leaves."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smsvoice import RequestError
from smsvoice.bulk import Bulk, LedgerError, Outcome, read_rows
from smsvoice.models.messages import SendTextMessageRequest
from tests.factories.accounts import TO, Account

Make = Callable[..., Bulk]

pd: Any = pytest.importorskip("pandas")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"mesage_body": "x"}, "mesage_body: is no argument.*did you mean message_body"),
        ({"stop_after_refusal": 5}, "stop_after_refusal: is no argument, and no member of"),
        ({"key": None}, "key: must be the name of a column, or a function"),
        ({"key": 3}, "key: must be the name of a column, or a function"),
        ({"make": "x"}, "make: must be a function"),
        ({"on_result": "x"}, "on_result: must be a function"),
        ({"progress": "x"}, "progress: must be True, a function, or None"),
        ({"dry_run": True}, "dry_run: would count rows as sent although none leaves"),
    ],
)
def test_an_argument_that_cannot_be_used_is_named_before_anything_leaves(
    account: Account, bulk: Make, arguments: dict[str, Any], said: str
) -> None:
    with pytest.raises(RequestError, match=said):
        bulk().send(account.rows(1), **arguments)
    assert account.bodies == []


def test_a_rehearsal_uses_up_no_key(account: Account, bulk: Make) -> None:
    row = account.row("a", dry_run=True)
    whole = SendTextMessageRequest(destination_phone_number=TO, message_body="x", dry_run=True)
    for report in (
        bulk().send([row]),
        bulk().send(["b"], key=str, make=lambda _: whole),
        bulk().send([whole], key=lambda _: "c"),
        bulk().preview([row]),
    ):
        assert [each.member for each in report.problems] == ["dry_run"]
    assert bulk().totals().counts == {}
    assert bulk().send([row | {"dry_run": False}], dry_run=None).counts == {Outcome.SENT: 1}


def test_an_age_and_the_names_of_identities_are_checked(bulk: Make) -> None:
    for wrong in ("x", None, -1, float("nan")):
        with pytest.raises(RequestError, match="min_age: must be a number of seconds"):
            bulk().totals(wrong)  # type: ignore[arg-type]
        with pytest.raises(RequestError, match="min_age: must be a number of seconds"):
            bulk().results(min_age=wrong)  # type: ignore[arg-type]
    with pytest.raises(RequestError, match="parts_per_second: must have text for each identity"):
        bulk(parts_per_second={12065550100: 5})


def test_a_missing_folder_of_a_ledger_is_named(bulk: Make, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="make its folder first"):
        bulk(ledger=tmp_path / "no" / "l.db").totals()


def test_an_empty_cell_leaves_the_shared_member_in_place(account: Account, bulk: Make) -> None:
    row = {"key": "a", "destination_phone_number": TO, "origination_identity": None}
    report = bulk().send([row], origination_identity=account.numbers[1], message_body="Hello")
    assert report.counts == {Outcome.SENT: 1}
    assert account.emulator.messages[-1].origination_identity == account.numbers[1]


def test_members_are_not_shared_with_rows_that_are_whole_requests(
    account: Account, bulk: Make
) -> None:
    whole = SendTextMessageRequest(destination_phone_number=TO, message_body="Hello")
    report = bulk(secret=b"sixteen bytes...").send([whole], origination_identity=account.numbers[0])
    assert [str(each) for each in report.problems] == [
        (
            "row 0: origination_identity: cannot be shared with a row that is a whole request: "
            "set it in the request"
        )
    ]
    assert account.bodies == []


def test_keys_may_be_whole_numbers_of_numpy(account: Account, bulk: Make) -> None:
    pd: Any = pytest.importorskip("pandas")
    keys = pd.Series([17, 18]).to_numpy()
    rows = [account.row("x", key=key) for key in keys]
    assert bulk().send(rows).counts == {Outcome.SENT: 2}
    assert [result.key for result in bulk().results()] == ["17", "18"]


def test_an_export_has_all_columns_of_its_table(
    account: Account, bulk: Make, tmp_path: Path
) -> None:
    pd: Any = pytest.importorskip("pandas")
    source, done = tmp_path / "rows.csv", tmp_path / "done.csv"
    source.write_text("key,name\na,\nb,Bo\n")
    frame = pd.DataFrame({"key": ["a", "b"], "name": [None, "Bo"]})
    for rows in (read_rows(source), [{"key": "a"}, {"key": "b", "name": "Bo"}], frame):
        assert bulk().export(done, rows) == 2
        assert done.read_text().splitlines()[1:] == ["a,,not_sent,,,0", "b,Bo,not_sent,,,0"]
    with pytest.raises(RequestError, match="rows: must be mappings"):
        bulk().export(done, [None])  # type: ignore[list-item]


@pytest.mark.parametrize("key", ["07700900106", "0044 7700 900106", "7700900106", "447700900106"])
def test_the_number_of_the_recipient_is_no_key_in_any_writing(
    account: Account, bulk: Make, key: str
) -> None:
    row = account.row("x", key=key, destination_phone_number="+447700900106")
    report = bulk().send([row])
    assert report.counts == {Outcome.INVALID: 1}
    assert "must not be a phone number" in report.problems[0].rule
    assert bulk().totals().counts == {}


def test_a_key_may_end_as_a_number_does(account: Account, bulk: Make) -> None:
    rows = [account.row("x", key=TO[-7:]), account.row("x", key=f"{TO[-4:]}-2026")]
    assert bulk().send(rows).counts == {Outcome.SENT: 2}

"""Progress: what callers get, and what a terminal shows."""

import io
import sys
from collections.abc import Callable

import pytest
from rich.console import Console

from smsvoice.bulk import Bulk, BulkProgress, Outcome
from smsvoice.bulk._bar import bar, line
from tests.factories.accounts import Account


def test_callers_are_kept_informed_until_the_end(
    account: Account, bulk: Callable[..., Bulk]
) -> None:
    seen: list[BulkProgress] = []
    bulk(parts_per_second=50).send(account.rows(90), progress=seen.append)
    assert [each.state for each in seen][-1] == "done"
    assert seen[-1].counts == {Outcome.SENT: 90}
    assert (seen[-1].rows, seen[-1].name) == (90, "spring")
    assert {each.state for each in seen[:-1]} == {"sending"}
    assert seen[-1].per_second > 10


def test_a_generator_has_no_number_of_rows(account: Account, bulk: Callable[..., Bulk]) -> None:
    seen: list[BulkProgress] = []
    bulk().send(iter(account.rows(3)), progress=seen.append)
    assert seen[-1].rows in {3, None}
    bulk().send((row for row in account.rows(3)), progress=seen.append)
    assert seen[-1].rows is None


def test_an_error_of_the_callers_function_ends_the_call(
    account: Account, bulk: Callable[..., Bulk]
) -> None:
    def fails(progress: BulkProgress) -> None:
        raise ZeroDivisionError(progress.name)

    with pytest.raises(ZeroDivisionError):
        bulk(parts_per_second=1).send(account.rows(30), progress=fails)


def test_true_draws_a_bar_on_standard_error(
    account: Account, bulk: Callable[..., Bulk], capsys: pytest.CaptureFixture[str]
) -> None:
    bulk().send(account.rows(3), progress=True)
    shown = capsys.readouterr()
    assert "spring done  sent 3  refused 0  unknown 0" in shown.err
    assert shown.out == ""


def test_a_line_says_what_matters() -> None:
    counts = {Outcome.SENT: 9000, Outcome.REFUSED: 12, Outcome.SKIPPED: 500}
    progress = BulkProgress("spring", counts, 12_000, 90.0, 20_000, 100.0)
    assert line(progress) == (
        "spring sending  sent 9,000  refused 12  unknown 0  skipped 500  100/s  1:45 left"
    )
    assert line(BulkProgress("spring", {}, 0, 0.0, None, 0.0)).endswith("unknown 0  0/s")
    far = BulkProgress("spring", {}, 0, 0.0, 1_000_000, 10.0)
    assert line(far).endswith("27:46:40 left")


def test_a_terminal_shows_the_line() -> None:
    out = io.StringIO()
    with bar(Console(file=out, force_terminal=True, width=120)) as show:
        show(BulkProgress("spring", {Outcome.SENT: 5}, 5, 1.0, 10, 5.0))
    assert "spring sending  sent 5  refused 0  unknown 0  5/s  0:01 left" in out.getvalue()


@pytest.mark.parametrize(
    ("missing", "act", "extra"),
    [
        ("smsvoice.bulk._bar", lambda bulk: bulk.send([], progress=True), "smsvoice[progress]"),
        ("smsvoice.bulk.ledger._ledger", lambda bulk: bulk.totals(), "smsvoice[bulk]"),
    ],
    ids=["progress", "bulk"],
)
def test_a_missing_extra_is_named(
    bulk: Callable[..., Bulk],
    monkeypatch: pytest.MonkeyPatch,
    missing: str,
    act: Callable[[Bulk], object],
    extra: str,
) -> None:
    mine = bulk()
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ImportError) as lacking:
        act(mine)
    assert extra in str(lacking.value)
    monkeypatch.undo()
    assert mine.send([], progress=False).counts == {}

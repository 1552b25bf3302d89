"""However a call of `send` ends, no thread of it stays, and no second ledger begins."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest

from smsvoice import AsyncSmsVoice
from smsvoice.bulk import AsyncBulk, Bulk, LedgerError, Outcome, Result
from smsvoice.bulk.ledger._ledger import Ledger
from smsvoice.bulk.turns import LATE
from tests.factories.accounts import Account

Make = Callable[..., Bulk]


def ours() -> list[str]:
    """The threads of calls of `send`."""
    names = [thread.name for thread in threading.enumerate()]
    return [name for name in names if name.startswith("smsvoice-")]


@pytest.mark.parametrize("most", [0, 3, 16, 17])
def test_threads_that_cannot_begin_leave_none_behind(
    account: Account, bulk: Make, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    start, begun = threading.Thread.start, 0

    def limited(thread: threading.Thread) -> None:
        nonlocal begun
        if begun >= most:
            raise RuntimeError("can't start new thread")
        begun += 1
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", limited)
    with pytest.raises(RuntimeError, match="can't start new thread"):
        bulk().send(account.rows(5))
    monkeypatch.undo()
    assert ours() == []
    assert bulk().send(account.rows(5)).counts == {Outcome.SENT: 5}


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """SIGINT raises KeyboardInterrupt, whatever an earlier test of this process made of it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c")
def test_a_second_ctrl_c_waits_for_what_is_in_flight_too(account: Account, bulk: Make) -> None:
    mine = bulk(threads=4)
    signals = threading.Event()

    def interrupt_twice(result: object) -> None:
        if signals.is_set():
            return
        signals.set()
        for _ in range(2):
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.3)

    with pytest.raises(KeyboardInterrupt) as interrupted:
        mine.send(account.rows(500), on_result=interrupt_twice)
    assert ours() == []
    assert "interrupted, and what was in flight is finished" in interrupted.value.__notes__[0]
    assert mine.totals(min_age=0).counts == {Outcome.SENT: len(account.bodies)}


def test_a_relative_ledger_stays_the_same_file(
    account: Account, bulk: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    mine = bulk(ledger="relative.db")
    assert mine.send(account.rows(1)).counts == {Outcome.SENT: 1}
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    assert mine.send(account.rows(1)).counts == {Outcome.SKIPPED: 1}
    assert mine.ledger == f"sqlite:///{tmp_path}/relative.db"


def test_a_message_does_not_wait_for_rows_that_come_slowly(account: Account, bulk: Make) -> None:
    def rows() -> Iterator[dict[str, Any]]:
        for name in ("first", "second", "third"):
            yield account.row(name)
            while not account.bodies:
                time.sleep(0.1)

    assert bulk().send(rows()).counts == {Outcome.SENT: 3}


@pytest.mark.parametrize("kind", ["skipped", "invalid"])
def test_a_failing_on_result_ends_the_reading_of_rows_that_send_nothing(
    account: Account, bulk: Make, kind: str
) -> None:
    row = account.row("again") if kind == "skipped" else {"key": "wrong"}
    bulk().send([account.row("again")])
    seen: list[Result] = []

    def failing(result: Result) -> None:
        seen.append(result)
        raise ValueError("mine")

    with pytest.raises(ValueError, match="mine"):
        bulk().send(repeat(row), on_result=failing)
    assert len(seen) == 1


@pytest.fixture
def failing_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that was begun takes another place, since that was slow; and this fails."""
    begin, places, begun = Ledger.begin, Ledger.places, threading.Event()

    def slow(*arguments: Any) -> bool:
        is_new = begin(*arguments)
        begun.set()
        time.sleep(3 * LATE)
        return is_new

    def fails_once_begun(*arguments: Any) -> Any:
        if begun.is_set():
            raise LedgerError("it is locked")
        return places(*arguments)

    monkeypatch.setattr(Ledger, "begin", slow)
    monkeypatch.setattr(Ledger, "places", fails_once_begun)


@pytest.mark.usefixtures("failing_place")
def test_a_message_that_gets_no_place_after_it_was_begun_may_be_sent_again(
    account: Account, bulk: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, seen = bulk(parts_per_second=1000), list[Result]()
    with pytest.raises(LedgerError, match="it is locked") as failed:
        mine.send(account.rows(1), on_result=seen.append)
    assert failed.value.report is not None
    assert failed.value.report.counts == {Outcome.NOT_SENT: 1}
    assert seen == [Result("row-0", Outcome.NOT_SENT, reason="LedgerError")]
    assert mine.totals(min_age=0).counts == {}
    monkeypatch.undo()
    assert mine.send(account.rows(1)).counts == {Outcome.SENT: 1}


@pytest.mark.usefixtures("failing_place")
async def test_the_first_failure_is_raised_where_the_ledger_cannot_forget_either(
    account: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise LedgerError("it is gone")

    monkeypatch.setattr(Ledger, "forget", fails)
    sms = AsyncSmsVoice(session=account.emulator.session())
    mine = AsyncBulk("spring", ledger=tmp_path / "l.db", sms=sms, parts_per_second=1000)
    with pytest.raises(LedgerError, match="it is locked") as failed:
        await mine.send(account.rows(1))
    assert failed.value.report is not None
    assert failed.value.report.counts == {Outcome.NOT_SENT: 1}
    assert account.bodies == []

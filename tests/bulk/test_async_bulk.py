"""Campaigns of applications with an event loop: asyncio and trio."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from smsvoice import AsyncSmsVoice, RequestError
from smsvoice.bulk import AsyncBulk, Bulk, BulkStoppedError, Outcome, Result, RowsError
from tests.factories.accounts import FAST, Account


def made(account: Account, folder: Path, **more: Any) -> AsyncBulk:
    """A campaign without a limit of its pace."""
    sms = AsyncSmsVoice(session=account.emulator.session())
    given: dict[str, Any] = {"ledger": folder / "ledger.db", "sms": sms, "parts_per_second": FAST}
    return AsyncBulk("spring", **(given | more))


async def test_rows_of_both_kinds_are_sent_and_results_are_awaited(
    account: Account, tmp_path: Path
) -> None:
    seen: list[Result] = []

    async def rows() -> AsyncIterator[dict[str, Any]]:
        for row in account.rows(10):
            await anyio.lowlevel.checkpoint()
            yield row

    async def keep(result: Result) -> None:
        await anyio.lowlevel.checkpoint()
        seen.append(result)

    bulk = made(account, tmp_path)
    assert (await bulk.send(rows(), on_result=keep)).counts == {Outcome.SENT: 10}
    assert (await bulk.send(account.rows(12), on_result=seen.append)).counts == {
        Outcome.SENT: 2,
        Outcome.SKIPPED: 10,
    }
    assert len(seen) == 22
    assert (await bulk.totals()).counts == {Outcome.SENT: 12}
    assert len([result async for result in bulk.results()]) == 12
    assert (await bulk.preview(account.rows(3))).rows == 3
    same = Bulk("spring", ledger=tmp_path / "ledger.db", sms=account.sms, parts_per_second=FAST)
    assert same.send(account.rows(12)).counts == {Outcome.SKIPPED: 12}


async def test_cancelling_ends_the_wait_for_a_row(account: Account, tmp_path: Path) -> None:
    bulk = made(account, tmp_path)

    async def rows() -> AsyncIterator[dict[str, Any]]:
        yield account.row("only")
        await anyio.sleep_forever()

    with anyio.move_on_after(1) as scope:
        await bulk.send(rows())
    assert scope.cancelled_caught
    assert (await bulk.totals(min_age=0)).counts == {Outcome.SENT: 1}


async def test_cancelling_lets_what_is_in_flight_finish(account: Account, tmp_path: Path) -> None:
    bulk = made(account, tmp_path, parts_per_second=50)

    async def cancel(scope: anyio.CancelScope) -> None:
        while len(account.bodies) < 5:  # noqa: ASYNC110  sends are made in threads
            await anyio.sleep(0.01)
        scope.cancel()

    async with anyio.create_task_group() as group:
        with anyio.CancelScope() as scope:
            group.start_soon(cancel, scope)
            await bulk.send(account.rows(500))
    assert scope.cancelled_caught
    sent = (await bulk.totals()).count(Outcome.SENT)
    assert 0 < sent == len(account.bodies) < 500
    report = await bulk.send(account.rows(sent + 5))
    assert report.counts == {Outcome.SKIPPED: sent, Outcome.SENT: 5}


async def test_the_loop_stays_free_meanwhile(account: Account, tmp_path: Path) -> None:
    bulk, ticks = made(account, tmp_path, parts_per_second=50), 0
    done = anyio.Event()

    async def tick() -> None:
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            await anyio.sleep(0.01)

    async with anyio.create_task_group() as group:
        group.start_soon(tick)
        await bulk.send(account.rows(20))
        done.set()
    assert ticks > 10


async def test_errors_come_as_they_are(account: Account, tmp_path: Path) -> None:
    bulk = made(account, tmp_path)
    with pytest.raises(RowsError):
        await bulk.send([{"key": "wrong"}], on_invalid="stop")
    with pytest.raises(RequestError, match="on_invalid"):
        await bulk.send([], on_invalid="no")  # type: ignore[arg-type]
    with pytest.raises(RequestError, match="iterable of mappings"):
        await bulk.send("table.csv")

    async def fails(_: Result) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await bulk.send(account.rows(5), on_result=fails)
    account.emulator.settings.account_refusal = "ACCOUNT_DISABLED"
    with pytest.raises(BulkStoppedError):
        await bulk.send(account.rows(9))


async def test_what_comes_afterwards_is_awaited_too(account: Account, tmp_path: Path) -> None:
    bulk = made(account, tmp_path)
    await bulk.send(account.rows(3))
    assert await bulk.export(tmp_path / "out.csv") == 3
    assert await bulk.export(tmp_path / "own.csv", account.rows(4)) == 4
    assert await bulk.reconcile([]) == 0
    soon = datetime.now(UTC) + timedelta(minutes=1)
    assert await bulk.forget(Outcome.SENT, before=soon) == 3
    assert (await bulk.totals()).counts == {}


async def test_stopping_from_elsewhere(account: Account, tmp_path: Path) -> None:
    bulk = made(account, tmp_path, parts_per_second=50)

    async def stop() -> None:
        await anyio.sleep(0.3)
        await bulk.stop()

    async with anyio.create_task_group() as group:
        group.start_soon(stop)
        with pytest.raises(BulkStoppedError, match="stop"):
            await bulk.send(account.rows(500))


@pytest.mark.parametrize("wrong", [{"threads": 0}, {"ledger": 1}, {"secret": "text"}])
def test_an_error_names_the_class_that_was_called(
    account: Account, tmp_path: Path, wrong: dict[str, Any]
) -> None:
    with pytest.raises(RequestError, match=f"^AsyncBulk: {next(iter(wrong))}: must be"):
        made(account, tmp_path, **wrong)


def test_each_kind_of_client_has_its_own_class(account: Account, tmp_path: Path) -> None:
    sms = AsyncSmsVoice(session=account.emulator.session())
    with pytest.raises(RequestError, match="AsyncSmsVoice is for AsyncBulk"):
        Bulk("a", ledger=tmp_path / "l.db", sms=sms)  # type: ignore[arg-type]
    with pytest.raises(RequestError, match="SmsVoice is for Bulk"):
        AsyncBulk("a", ledger=tmp_path / "l.db", sms=account.sms)  # type: ignore[arg-type]
    assert repr(made(account, tmp_path)) == "<AsyncBulk spring ledger=ledger.db>"

"""A campaign of an application that runs in an event loop."""

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from inspect import isawaitable
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from anyio import CancelScope, CapacityLimiter, create_task_group, sleep_forever
from anyio.from_thread import BlockingPortal
from anyio.lowlevel import checkpoint_if_cancelled
from anyio.to_thread import run_sync

from smsvoice.aio.client import AsyncSmsVoice
from smsvoice.bulk.bulk import Bulk
from smsvoice.bulk.hours import Window
from smsvoice.bulk.messages import KeyOf, as_rows
from smsvoice.bulk.outcomes import BulkProgress, Outcome, Preview, Report, Result
from smsvoice.bulk.previewing import checked_first, must_be_right
from smsvoice.core import errors
from smsvoice.core.operation import Operation
from smsvoice.sync.client import SmsVoice

if TYPE_CHECKING:
    from os import PathLike

    from smsvoice.bulk.run import Run

_OPERATION: Final = "SendTextMessage"
_MIN_AGE: Final = 60.0
_PAGE: Final = 500
_END: Final = object()


@dataclass(frozen=True, eq=False)
class AsyncBulk:
    """A campaign, as `Bulk` is, to await: the same ledger, the same guarantees.

        bulk = AsyncBulk("receipts", ledger="receipts.db", sms=sms)
        report = await bulk.send(rows)

    It sends on threads of its own, so the event loop stays free. When `send` is cancelled, no
    further message leaves, and those in flight are finished first. `Bulk` and `AsyncBulk` of one
    name and ledger are one campaign.
    """

    name: str
    """The name of the campaign, as in `Bulk`."""
    ledger: "str | PathLike[str]" = field(repr=False)
    """A file's path, or the address of a PostgreSQL database, as in `Bulk`."""
    sms: AsyncSmsVoice = field(repr=False)
    """The client that sends."""
    parts_per_second: "Mapping[str, float] | float" = field(
        default_factory=dict[str, float], repr=False
    )
    """Message parts per second by origination identity, as in `Bulk`."""
    requests_per_second: float | None = None
    """Send requests per second of the account and region; None for no such limit."""
    secret: bytes = field(default=b"", repr=False)
    """For keys that are made from phone numbers, as in `Bulk`."""
    threads: int = 16
    """How many messages may be in flight at once in each call of `send`, as in `Bulk`."""

    def __post_init__(self) -> None:
        if not isinstance(cast("object", self.sms), AsyncSmsVoice):
            rule = "must be an AsyncSmsVoice; an SmsVoice is for Bulk"
            raise errors.RequestError("AsyncBulk", (errors.Problem("sms", rule),))
        try:
            object.__setattr__(self, "ledger", self._bulk.ledger)
        except errors.RequestError as refused:
            problems = refused.problems
        else:
            return
        raise errors.RequestError("AsyncBulk", problems)

    @property
    def _bulk(self) -> Bulk:
        """The same campaign for threads; it shares the client's connections."""
        twin = SmsVoice.__new__(SmsVoice)
        twin._set_up(self.sms._connection, self.sms._options)  # noqa: SLF001  of one package
        return Bulk(
            self.name,
            ledger=self.ledger,
            sms=twin,
            parts_per_second=self.parts_per_second,
            requests_per_second=self.requests_per_second,
            secret=self.secret,
            threads=self.threads,
        )

    async def preview(
        self,
        rows: Iterable[Any],
        *,
        key: KeyOf = "key",
        make: Callable[[Any], Any] | None = None,
        operation: "str | Operation[Any, Any]" = _OPERATION,
        **common: Any,
    ) -> Preview:
        """Check rows and count what `send` would send, as `Bulk.preview` does."""
        preview = partial(self._bulk.preview, key=key, make=make, operation=operation, **common)
        return await run_sync(preview, rows)

    async def send(
        self,
        rows: "Iterable[Any] | AsyncIterable[Any]",
        *,
        key: KeyOf = "key",
        make: Callable[[Any], Any] | None = None,
        operation: "str | Operation[Any, Any]" = _OPERATION,
        on_result: "Callable[[Result], Awaitable[object] | object] | None" = None,
        on_invalid: Literal["skip", "stop"] = "skip",
        window: Window | None = None,
        not_after: datetime | None = None,
        max_seconds: float | None = None,
        stop_after_refusals: int | None = 50,
        progress: "Callable[[BulkProgress], object] | bool | None" = None,
        **common: Any,
    ) -> Report:
        """Send rows, each once at most, as `Bulk.send` does.

        Args:
            rows: as for `Bulk.send`, or an asynchronous iterable of such rows. What iterates
                without `await` is read in a thread.
            key: as for `Bulk.send`.
            make: as for `Bulk.send`; called in a thread.
            operation: as for `Bulk.send`.
            on_result: called in the event loop with the result of every row; it may be a coroutine
                function, which is awaited before the next result.
            on_invalid: as for `Bulk.send`.
            window: as for `Bulk.send`.
            not_after: as for `Bulk.send`.
            max_seconds: as for `Bulk.send`.
            stop_after_refusals: as for `Bulk.send`.
            progress: as for `Bulk.send`; called in a thread.
            common: as for `Bulk.send`.

        Returns:
            What this call did.

        Raises:
            RequestError: an argument cannot be used, or rows have no key and there is no secret.
            RowsError: rows are wrong, and `on_invalid="stop"`; nothing has left.
            MissingCredentialsError: there are no credentials; nothing has left.
            BulkStoppedError: AWS refuses every message, a limit that was set is reached, or `stop`
                was called.
            LedgerError: the ledger cannot be used.
            ImportError: SQLAlchemy is not installed: pip install "smsvoice[bulk]".
        """
        check = checked_first(on_invalid)
        halt = _Halt()

        def work(portal: BlockingPortal) -> Report:
            run, reader = self._bulk._run(  # noqa: SLF001  of one package
                key=key,
                make=make,
                operation=operation,
                on_result=None if on_result is None else _called_by(portal, on_result),
                window=window,
                not_after=not_after,
                max_seconds=max_seconds,
                stop_after_refusals=stop_after_refusals,
                progress=progress,
                common=common,
            )
            given: Any = (
                _read_by(portal, rows, halt) if isinstance(rows, AsyncIterable) else as_rows(rows)
            )
            if check:
                must_be_right(reader, given)
            halt.stops(run)
            return run.send(reader, given)

        return await _finished(work, halt)

    async def results(self, *outcomes: Outcome, min_age: float = _MIN_AGE) -> AsyncIterator[Result]:
        """What became of the messages of this campaign, as `Bulk.results` gives it."""
        found = self._bulk.results(*outcomes, min_age=min_age)
        while page := await run_sync(lambda: list(islice(found, _PAGE))):
            for result in page:
                yield result

    async def totals(self, min_age: float = _MIN_AGE) -> Report:
        """Count the messages of this campaign, as `Bulk.totals` does."""
        return await run_sync(self._bulk.totals, min_age)

    async def reconcile(self, events: Any) -> int:
        """Settle unknown messages by their delivery events, as `Bulk.reconcile` does."""
        return await run_sync(self._bulk.reconcile, events)

    async def export(
        self,
        path: "str | PathLike[str]",
        rows: Iterable[Mapping[str, Any]] | None = None,
        *,
        key: KeyOf = "key",
        **common: Any,
    ) -> int:
        """Write what became of messages as a table, as `Bulk.export` does."""
        export = partial(self._bulk.export, key=key, **common)
        return await run_sync(export, path, rows)

    async def stop(self) -> None:
        """Stop the calls of `send` that run now, in every process, as `Bulk.stop` does."""
        await run_sync(self._bulk.stop)

    async def forget(self, *outcomes: Outcome, before: datetime) -> int:
        """Delete messages from the ledger, as `Bulk.forget` does."""
        return await run_sync(partial(self._bulk.forget, *outcomes, before=before))

    def __repr__(self) -> str:
        return "<Async" + repr(self._bulk).removeprefix("<")


class _Halt:
    """Stops a run that may not have begun."""

    def __init__(self) -> None:
        self._run: Run | None = None
        self._is_set = False
        self._reading: CancelScope | None = None

    def stops(self, run: "Run") -> None:
        """Stop this run, now if it was asked for."""
        self._run = run
        if self._is_set:
            self.set()

    def ends(self, reading: CancelScope) -> None:
        """End the wait for a row, now if it was asked for."""
        self._reading = reading
        if self._is_set:
            reading.cancel()

    def set(self) -> None:
        """Stop the run, or the one that comes, and the wait for its next row."""
        self._is_set = True
        if self._reading is not None:
            self._reading.cancel()
        if self._run is not None:
            self._run.stop("it was cancelled")


async def _finished(work: Callable[[BlockingPortal], Report], halt: _Halt) -> Report:
    """Run something in a thread; when this task is cancelled, stop it and wait for its end."""
    report, failed = Report({}), None
    async with create_task_group() as group:
        group.start_soon(_halt_when_cancelled, halt)
        with CancelScope(shield=True):
            async with BlockingPortal() as portal:
                try:
                    report = await run_sync(work, portal, limiter=CapacityLimiter(1))
                except Exception as error:  # noqa: BLE001  raised outside, where no group wraps it
                    failed = error
        group.cancel_scope.cancel()
    await checkpoint_if_cancelled()
    if failed is not None:
        raise failed
    return report


async def _halt_when_cancelled(halt: _Halt) -> None:
    try:
        await sleep_forever()
    finally:
        halt.set()


def _called_by(
    portal: BlockingPortal, function: Callable[[Result], Any]
) -> Callable[[Result], None]:
    """A function for threads that calls one in the event loop, and awaits what it gives."""

    async def call(result: Result) -> None:
        given = function(result)
        if isawaitable(given):
            await given

    return lambda result: portal.call(call, result)


def _read_by(portal: BlockingPortal, rows: AsyncIterable[Any], halt: _Halt) -> Iterable[Any]:
    """Rows of an asynchronous iterable, for a thread; none any more once it is halted."""
    source = aiter(rows)

    async def following() -> Any:
        with CancelScope() as reading:
            halt.ends(reading)
            return await anext(source, _END)
        return _END

    while (row := portal.call(following)) is not _END:
        yield row

"""One call of `send`: a reader, a lane for each identity that keeps its pace, threads that send.

The order for each message is fixed: it takes a place in its line, waits until that is due, is
written to the ledger, and leaves. So no more rows are open in the ledger than there are threads.
"""

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from operator import length_hint
from typing import Any, Final

from smsvoice.bulk.errors import BulkStoppedError, LedgerError
from smsvoice.bulk.lane import Lane
from smsvoice.bulk.ledger._ledger import Ledger
from smsvoice.bulk.messages import Message, Reader, in_chunks
from smsvoice.bulk.outcomes import BulkProgress, Outcome, Problem, Report, Result
from smsvoice.bulk.pace import pace_of
from smsvoice.bulk.settings import Settings
from smsvoice.bulk.showing import shown
from smsvoice.bulk.tally import Tally
from smsvoice.bulk.turns import POLL, Due, Turns
from smsvoice.bulk.verdicts import Then, Verdict, verdict_on
from smsvoice.bulk.worker import Worker, wait_for
from smsvoice.core.logs import log
from smsvoice.sync.client import SmsVoice
from smsvoice.transport.credentials import must_have_credentials

_BUFFER: Final = 20_000
"""Rows that are read ahead at most, so that memory does not grow with the rows."""
_PATIENCE: Final = 0.02
"""A thread with nothing to send waits so many seconds before it commits what it has written."""
_THROTTLED: Final = 5
"""A message that AWS throttles so often in one call waits for the next call."""


class Run:
    """Sends rows, in line with all other processes that use the same ledger."""

    def __init__(self, sms: SmsVoice, ledger: Ledger, settings: Settings) -> None:
        self._sms = sms
        self._ledger = ledger
        self._settings = settings
        self._tally = Tally(settings.on_result)
        self._lanes: dict[str, Lane] = {}
        self._walkers: list[Worker] = []
        self._ready: queue.SimpleQueue[Due | None] = queue.SimpleQueue()
        self._may_read = threading.Semaphore(_BUFFER)
        self._open = 0
        self._state = threading.Condition()
        self._is_read = False
        self._halt = threading.Event()
        self._turns = Turns(
            ledger,
            str(sms.boto_client.meta.region_name),
            hours=settings.hours,
            requests_per_second=settings.requests_per_second,
            threads=settings.threads,
            halt=self._halt,
        )
        self._over = threading.Event()
        self._why: str | None = None
        self._cause: BaseException | None = None
        self._error: BaseException | None = None
        self._rows: int | None = None
        self._show: Callable[[BulkProgress], object] | None = None

    def send(self, reader: Reader, rows: Any) -> Report:
        """Send rows, each once at most.

        Raises:
            MissingCredentialsError: there are none; no row was read.
            BulkStoppedError: going on is in vain or forbidden.
            LedgerError: the ledger fails.
            Exception: what the rows or `on_result` raise, after all that was in flight.
        """
        must_have_credentials(self._sms.boto_client, reader.operation)
        with shown(self._settings.progress) as self._show:
            return self._sent(reader, rows)

    def _sent(self, reader: Reader, rows: Any) -> Report:
        self._rows = hint if (hint := length_hint(rows, -1)) >= 0 else None
        stops = self._ledger.stops(self._settings.campaign)
        senders = [
            Worker(self._send_those_ready, name=f"send-{number}")
            for number in range(self._settings.threads)
        ]
        watcher = Worker(self._watch, stops, name="watch")
        interrupted: BaseException | None = None
        try:
            for thread in (watcher, *senders):
                thread.start()
            for message in self._new_messages(reader, rows):
                self._feed(message)
            self._wait_until_done()
        except BaseException as failed:  # noqa: BLE001  is raised again below
            interrupted = failed
            self.stop(f"{type(failed).__name__} ended it")
        finally:
            again = self._finished(senders, watcher)
        return self._concluded(interrupted or again)

    def _concluded(self, interrupted: BaseException | None) -> Report:
        report = self._tally.report()
        log.info("bulk %s: %s", self._settings.campaign, report, extra={"counts": report.counts})
        error = self._error or interrupted
        if isinstance(error, LedgerError):
            raise LedgerError(error.why, report) from error.__cause__
        if error is not None:
            error.add_note(
                f"smsvoice: {self._settings.campaign} was interrupted, and what was in flight is "
                f"finished. Done so far: {report}. Call send() again with the same rows to go on."
            )
            raise error
        if self._why is not None:
            raise BulkStoppedError(self._why, report) from self._cause
        return report

    def _finished(self, senders: Sequence[Worker], watcher: Worker) -> BaseException | None:
        """End all threads, after all that is in flight; a Ctrl-C meanwhile is given back."""
        interrupted: BaseException | None = None
        while True:
            try:
                self._end(senders)
                break
            except KeyboardInterrupt as again:
                interrupted = again
        try:
            for lane in self._lanes.values():
                self._give_up(lane.drain())
        except KeyboardInterrupt as again:  # a slow `on_result` may get thousands of rows here
            interrupted = again
        finally:
            self._over.set()
            wait_for([watcher])
        return interrupted

    def _end(self, senders: Sequence[Worker]) -> None:
        """End the threads that send; it may be called again when it was interrupted."""
        self._is_read = True
        if self._open:
            self._halt.set()
        for lane in self._lanes.values():
            lane.wake()
        wait_for(self._walkers)
        for _ in senders:
            self._ready.put(None)
        wait_for(senders)

    def _new_messages(self, reader: Reader, rows: Any) -> Iterator[Message]:
        """The messages that the ledger does not have, a few hundred at a time."""
        for chunk in in_chunks(reader.messages(rows, self._wrong, self._halt.is_set)):
            known = self._ledger.known(self._settings.campaign, [each.key for each in chunk])
            for message in chunk:
                entry = known.get(message.key)
                if entry is None:
                    yield message
                else:
                    skipped = Outcome.SKIPPED
                    self._count(Result(message.key, skipped, entry.message_id, entry.state))
            if self._halt.is_set():
                return

    def _wrong(self, key: str, problems: list[Problem]) -> None:
        self._tally.wrong(problems)
        self._count(Result(key, Outcome.INVALID, reason=problems[0].what))

    def _feed(self, message: Message) -> None:
        """Put a message into its lane, when few enough wait and the run goes on."""
        while not self._halt.is_set() and not self._may_read.acquire(timeout=POLL):
            pass
        if self._halt.is_set():
            self._count(Result(message.key, Outcome.NOT_SENT, reason="stopped"))
            return
        with self._state:
            self._open += 1
        lane = self._lanes.get(message.identity)
        if lane is not None:
            lane.put(message)
        else:
            pace = pace_of(self._settings.per_second, message.identity)
            lane = self._lanes[message.identity] = Lane(message.identity, pace)
            lane.put(message)
            walker = Worker(self._walk, lane, name="lane")
            self._walkers.append(walker)
            walker.start()

    def _wait_until_done(self) -> None:
        with self._state:
            self._is_read = True
            while self._open and not self._halt.is_set():
                self._state.wait(POLL)

    def _is_over(self) -> bool:
        """Whether no message will come into a lane any more."""
        return self._halt.is_set() or (self._is_read and not self._open)

    def _walk(self, lane: Lane) -> None:
        """Hand the messages of a lane to the threads that send, each when it is due."""
        while messages := lane.take(self._settings.threads, self._is_over):
            try:
                rest = self._turns.release(lane, messages, self._ready.put)
            except BaseException as failed:  # noqa: BLE001  ends the run
                self._fail(failed)
                rest = messages
            self._give_up(rest)

    def _send_those_ready(self) -> None:
        """What each thread that sends does."""
        while True:
            try:
                due = self._ready.get(timeout=_PATIENCE)
            except queue.Empty:
                self._flush()
                due = self._ready.get()
            if due is None:
                self._flush()
                return
            try:
                self._leave(due)
            except BaseException as failed:  # noqa: BLE001  ends the run
                self._fail(failed)
            finally:
                self._turns.free()

    def _flush(self) -> None:
        try:
            self._ledger.flush()
        except BaseException as failed:  # noqa: BLE001  ends the run
            self._fail(failed)

    def _leave(self, due: Due) -> None:
        """Send one message when it is due, if it may leave still."""
        message = due.message
        hours, now = self._settings.hours, datetime.now(UTC)
        if hours.is_over(now):
            self.stop("the deadline not_after is reached")
        if self._halt.is_set():
            self._give_up([message])
            return
        if hours.until_open(now):  # it closed meanwhile
            self._lanes[message.identity].put_back(message)
            return
        request = message.within(hours.left(now))
        try:
            is_new = self._ledger.begin(self._settings.campaign, message.key, message.parts)
        except BaseException as failed:
            self._done(message, Verdict(Outcome.NOT_SENT, type(failed).__name__))
            raise
        if not is_new:
            self._done(message, Verdict(Outcome.SKIPPED, "sending"))
            return
        try:
            is_due = self._turns.wait_until_due(due)
        except BaseException as failed:
            self._fail(failed)  # it is the one to raise, also if the ledger cannot forget the row
            self._settle(message, Verdict(Outcome.NOT_SENT, type(failed).__name__), None)
            raise
        if not is_due:
            self._settle(message, Verdict(Outcome.NOT_SENT, "stopped"), None)
            return
        try:
            result = self._sms.call(message.operation, request)
        except BaseException as failed:  # noqa: BLE001  is judged
            self._settle(message, verdict_on(failed), failed)
        else:
            sent = Verdict(Outcome.SENT, "", message_id=result.message_id)
            self._settle(message, sent, None)

    def _settle(self, message: Message, verdict: Verdict, failed: BaseException | None) -> None:
        """Write what became of a message, and draw the conclusions."""
        try:
            self._write(message, verdict)
        except BaseException as lost:  # noqa: BLE001  ends the run; the row has its outcome still
            self._fail(lost)
        is_patient = message.throttled < _THROTTLED and not self._halt.is_set()
        if verdict.then is Then.AGAIN and is_patient:
            self._lanes[message.identity].put_back(message.again())
            return
        if verdict.outcome is Outcome.INVALID:
            rule = "is refused on this machine, by the boto3 client"
            self._tally.wrong([Problem(message.index, "", rule)])
        if verdict.then is Then.STOP:
            self.stop(f"no message can be sent: {verdict.reason}", failed)
        self._done(message, verdict)
        self._count_failures(verdict)

    def _write(self, message: Message, verdict: Verdict) -> None:
        """Write into the ledger what became of a message."""
        campaign = self._settings.campaign
        if verdict.left:
            self._ledger.settle(
                campaign,
                message.key,
                verdict.outcome.value,
                message_id=verdict.message_id,
                reason=verdict.reason or None,
            )
        else:
            self._ledger.forget(campaign, message.key)
        if verdict.then is Then.AGAIN:
            self._ledger.push_back(self._turns.line_of(message.identity))

    def _count_failures(self, verdict: Verdict) -> None:
        if verdict.then is Then.AGAIN or verdict.outcome is Outcome.INVALID:
            return
        most = self._settings.stop_after_refusals
        failures = self._tally.in_a_row(accepted=verdict.outcome is Outcome.SENT)
        if most is not None and failures >= most:
            self.stop(
                f"{failures} messages in a row were not accepted, the last one for {verdict.reason}"
            )

    def _give_up(self, messages: Sequence[Message]) -> None:
        """Count messages that stay here since the run stops."""
        for message in messages:
            self._done(message, Verdict(Outcome.NOT_SENT, "stopped"))

    def _done(self, message: Message, verdict: Verdict) -> None:
        """Count a message that has its outcome."""
        self._may_read.release()
        try:
            self._count(
                Result(
                    message.key,
                    verdict.outcome,
                    verdict.message_id,
                    verdict.reason or None,
                    message.parts if verdict.left else 0,
                )
            )
        finally:
            with self._state:
                self._open -= 1
                is_last = not self._open
                if is_last:
                    self._state.notify_all()
            if is_last and self._is_read:
                for lane in list(self._lanes.values()):
                    lane.wake()

    def _count(self, result: Result) -> None:
        try:
            self._tally.add(result)
        except BaseException as failed:  # noqa: BLE001  of the caller's function
            self._fail(failed)

    def stop(self, why: str, cause: BaseException | None = None) -> None:
        """Let nothing more leave, and finish what is in flight."""
        if self._why is None:
            self._why, self._cause = why, cause
        self._halt.set()
        for lane in list(self._lanes.values()):
            lane.wake()

    def _fail(self, error: BaseException) -> None:
        if self._error is None:
            self._error = error
        self.stop(type(error).__name__)

    def _watch(self, stops: int) -> None:
        """Report the progress, and see whether another process stops the campaign."""
        started, most, is_done = time.monotonic(), self._settings.max_seconds, False
        while not is_done:
            is_done = self._over.wait(POLL)
            try:
                if most is not None and time.monotonic() - started > most:
                    self.stop("max_seconds are over")
                if not is_done and self._ledger.stops(self._settings.campaign) != stops:
                    self.stop("stop() was called")
                if self._show is not None:
                    self._show(
                        self._tally.progress(
                            self._settings.campaign, self._rows, self._doing(is_done)
                        )
                    )
            except BaseException as failed:  # noqa: BLE001  ends the run
                self._fail(failed)

    def _doing(self, is_done: bool) -> str:
        if is_done:
            return "done"
        if self._halt.is_set():
            return "stopping"
        return "waiting" if self._turns.is_closed else "sending"

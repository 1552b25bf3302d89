"""One request in, one answer out: AWS's JSON and errors, and no more of HTTP than it takes."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from logging import getLogger
from typing import Any, Protocol, TypeVar

from smsvoice.core.documents import encode_json
from smsvoice.core.model import RequestModel, ResultModel
from smsvoice.core.operation import Operation
from smsvoice.emulator.engine.clock import EmulatorClock
from smsvoice.emulator.engine.commits import Batch, Trouble
from smsvoice.emulator.engine.context import (
    Call,
    Due,
    first_due,
    partition_of,
    scheduled,
)
from smsvoice.emulator.engine.ids import Ids
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.engine.setting_rules import is_region
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.store import Account, Placed, Store, TableOf
from smsvoice.emulator.engine.table import Record
from smsvoice.emulator.engine.turns import Turns
from smsvoice.emulator.engine.webhook import Poster
from smsvoice.emulator.engine.wire import (
    Answer,
    error_answer,
    headers_of,
    operation_of,
    region_in,
    request_of,
)

_MOST_IN_A_BATCH = 1000
"""How many due actions one commit keeps at most while the clock is put forward."""

_log = getLogger("smsvoice.emulator")
Found = TypeVar("Found")


class Service(Protocol):
    """What the engine hands requests and scheduled actions to."""

    def answer(self, call: Call, request: RequestModel, body: bytes) -> ResultModel:
        """Answer a request, or raise the error that AWS answers with."""
        ...

    def act(self, call: Call, action: str, key: str) -> None:
        """Do what was scheduled under the name of an action."""
        ...

    def before_commit(self, call: Call, accounts: Sequence[Account]) -> None:
        """Tidy up before a change is kept."""
        ...


@dataclass
class Engine:
    """The service: its state, its time, and one lock, since a request is answered whole."""

    store: Store
    clock: EmulatorClock
    ids: Ids
    settings: Settings
    service: Service
    on_change: Callable[[Call], None] = lambda _: None
    """Called after each change that is safe."""
    poster: Poster = field(default_factory=Poster)

    def __post_init__(self) -> None:
        self._lock = threading.RLock()
        self._file_lock = threading.Lock()  # taken before the other, where both are
        self._clock_lock = threading.Lock()  # taken before both
        self._batch = Batch()
        self._saving: Batch | None = None
        self._is_advancing = False
        self._taken = 0
        self.trouble: Trouble | None = None
        """Why the last change could not be kept; None once one is kept again."""

    def handle(self, target: str, authorization: str, body: bytes) -> Answer:
        """Answer one request; returns when what it changed is safe.

        Args:
            target: the header X-Amz-Target, e.g. `PinpointSMSVoiceV2.CreatePool`.
            authorization: the header Authorization, whose scope names the region.
            body: AWS JSON 1.0.
        """
        answer, batch = self.take(target, authorization, body)
        self.settle(batch)
        return answer

    def take(self, target: str, authorization: str, body: bytes) -> tuple[Answer, Batch | None]:
        """Answer one request; the answer may go out once the batch is settled, if there is one."""
        self._taken += 1
        with self._lock:
            account = self.account(region_in(authorization))
            self.run_due()
            request_id = self.ids.message()
            try:
                operation = operation_of(target)
                call = self.call(account, operation)
                result = self.service.answer(call, request_of(operation, body), body)
                self._commit(call)
            except ServiceError as refusal:
                self.store.undo()
                answer = error_answer(refusal, request_id)
            except BaseException:
                self.store.undo()
                raise
            else:
                answer = Answer(200, headers_of(request_id), encode_json(result))
            return answer, self._unsafe()

    def settle(self, batch: Batch | None) -> None:
        """Return when the changes of a batch are safe: one commit for all that wait by then.

        Raises:
            Exception: they could not be kept, and nothing of them stays.
        """
        if batch is None:
            return
        with self._file_lock:
            if not batch.is_settled:
                self._save()
        if batch.failure is not None:
            raise batch.failure

    def arns_in(self, authorization: str) -> tuple[str, str]:
        """The ARNs of who signed a request, and of all that the account has where it went."""
        region = region_in(authorization) or self.settings.region
        account = self.settings.account_id
        partition = partition_of(region)
        return (
            f"arn:{partition}:iam::{account}:user/emulator",
            f"arn:{partition}:sms-voice:{region}:{account}:*",
        )

    def account(self, region: str | None = None) -> Account:
        """The state of the account in a region."""
        return self.store.account(self.settings.account_id, region or self.settings.region)

    def call(self, account: Account, operation: Operation[Any, Any] | None = None) -> Call:
        """The context that a handler or a control works with."""
        now = self.clock.now()
        return Call(account, self.clock, self.ids, self.settings, operation, moment=now)

    def read(self, what: Callable[[], Found]) -> Found:
        """Read the state for a control, while nothing changes; what it shows is safe."""
        while True:
            with self._lock:
                found = what()
                batch = self._unsafe()
            try:
                self.settle(batch)
            except Exception:  # noqa: BLE001, S112  all is as it was before, so read it again
                continue
            return found

    def apply(self, what: Callable[[Call], Found], region: str | None = None) -> Found:
        """Apply the change of a control, as safely as a request.

        Raises:
            ValueError: that is no region.
        """
        if region is not None and not is_region(region):
            raise ValueError("region_name must be the name of an AWS region, e.g. us-east-1")
        with self._lock:
            self.run_due()
            call = self.call(self.account(region))
            try:
                found = what(call)
                self._commit(call)
            except BaseException:
                self.store.undo()
                raise
            batch = self._unsafe()
        self.settle(batch)
        return found

    def records(self, kind: TableOf[Record]) -> list[Record]:
        """The records of a table in all regions of the account, oldest first."""
        return self.read(lambda: self.store.records(self.settings.account_id, kind))

    def count(self, kind: TableOf[Record]) -> int:
        """How many records a table has in all regions of the account."""
        return self.read(lambda: sum(len(kind(account)) for account in self.accounts()))

    def placed(self, kind: TableOf[Record]) -> list[Placed[Record]]:
        """The same as `records`, each with its key and the region that it is in."""
        return self.read(lambda: self.store.placed(self.settings.account_id, kind))

    def found(self, kind: TableOf[Record], key: str) -> Placed[Record] | None:
        """One record of a table, in whichever region it is."""

        def find() -> Placed[Record] | None:
            for account in self.accounts():
                record = kind(account).get(key)
                if record is not None:
                    return Placed(account, key, record)
            return None

        return self.read(find)

    def accounts(self) -> list[Account]:
        """The account's state in each region that was ever used; to be read under the lock."""
        wanted = self.settings.account_id
        return [one for one in self.store.accounts() if one.account_id == wanted]

    def advance(self, seconds: float) -> None:
        """Put the clock forward, and do all that comes due.

        The time passes in small steps; requests are answered between them.

        Raises:
            ValueError: the clock cannot be put there.
        """
        with self._clock_lock:
            with self._lock:
                begin = self.clock.now()
                self.clock.advance(seconds)
                self.clock.pin(begin)
                self._is_advancing = True
            try:
                until = begin + timedelta(seconds=seconds)
                turns = Turns(self._taken)
                while self._advance_a_little(begin, until, turns.slice_seconds):
                    turns.give_way(self._taken)
            finally:
                with self._lock:
                    self.clock.pin(None)
                    self._is_advancing = False
            with self._lock:
                self._publish(self.call(self.account()))
                batch = self._unsafe()
            self.settle(batch)

    def _advance_a_little(self, begin: datetime, until: datetime, seconds: float) -> bool:
        """Do for so long what comes due until a moment; whether there is more of it."""
        ends_at = time.perf_counter() + seconds
        with self._lock:
            while due := self._next_due(until):
                self._do(due)
                self.clock.pin(max(begin, due.thing.at))
                if time.perf_counter() >= ends_at:
                    break
            batch = self._batch if self.store.has_staged else None
        if batch is not None and len(batch.calls) >= _MOST_IN_A_BATCH:
            self.settle(batch)
        return due is not None

    def now(self) -> datetime:
        """The moment it is, never one at which something due is just being done."""
        with self._lock:
            return self.clock.now()

    def poll(self) -> None:
        """Run what has come due, without a request; cheap when nothing has."""
        try:
            with self._lock:
                self.run_due()
                batch = self._unsafe()
        except Exception as failure:
            self._note_trouble(failure)
            raise
        self.settle(batch)

    def reset(self) -> None:
        """Drop all state, in every account and region."""
        with self._file_lock, self._lock:
            self._save()
            self.store.reset()
            self._note_success()
            self.on_change(self.call(self.account()))

    def close(self) -> None:
        """Close the file and end background work."""
        with self._file_lock, self._lock:
            try:
                self._save()
            finally:
                self.store.close()
        self.poster.close()

    def run_due(self) -> None:
        """Do all that has come due, in its order and at its moment."""
        if self._is_advancing:
            return  # done there, and the time goes no further before
        until = self.clock.now()
        while due := self._next_due(until):
            try:
                self._do(due)
            finally:
                self.clock.pin(None)

    def _do(self, due: Due) -> None:
        account, name, thing = due
        self.clock.pin(thing.at)
        call = self.call(account)
        scheduled(call).drop(name)
        try:
            self.service.act(call, thing.action, thing.key)
            self._end(call)
        except BaseException as failure:
            self._note_trouble(failure)
            self.store.undo()
            account.queue = None
            raise

    def _commit(self, call: Call) -> None:
        """End a request, and tidy up."""
        if self.store.has_changes:
            self.service.before_commit(call, self.accounts())
        self._end(call)

    def _end(self, call: Call) -> None:
        """End a request or action: what it changed stands, and is published once it is safe."""
        if self.store.has_changes:
            self.store.commit()
        if self.store.has_staged:
            self._batch.calls.append(call)
        else:
            self._publish(call)

    def _unsafe(self) -> Batch | None:
        """The batch that has to be settled before anything may be known of the present state."""
        return self._batch if self.store.has_staged else self._saving

    def _save(self) -> None:
        """Keep what waits; to be called with the lock of the file.

        While the disk works, requests go on into the next batch.
        """
        with self._lock:
            if not self.store.has_staged:
                return
            batch, self._batch = self._batch, Batch()
            self._saving = batch
            sealed = self.store.seal()
        try:
            self.store.save(sealed)
        except BaseException as failure:
            with self._lock:
                self._note_trouble(failure)
                self.store.roll_back(sealed)
                for account in self.store.accounts():
                    account.queue = None
                for lost in (batch, self._batch):
                    lost.settle(failure)
                self._batch, self._saving = Batch(), None
            raise
        with self._lock:
            self._saving = None
            batch.settle()
            self._note_success()
            for call in batch.calls:
                self._publish(call)

    def _note_success(self) -> None:
        if self.trouble is not None:
            self.trouble = None
            _log.warning("the emulator goes on: its changes are kept again")

    def _note_trouble(self, failure: BaseException) -> None:
        if not isinstance(failure, Exception):
            return  # the program is being stopped
        error = type(failure).__name__
        if self.trouble is None or self.trouble.error != error:
            self.trouble = Trouble(error, self.clock.now())
            _log.error("the emulator cannot go on: %s", error)

    def _publish(self, call: Call) -> None:
        """Publish a change that is safe: post its events, and call the observer."""
        if self.settings.event_url is not None and call.observed:
            emitted = [*call.observed.get("events", ()), *call.observed.get("published", ())]
            self.poster.post(self.settings.event_url, emitted)
        self.on_change(call)

    def _next_due(self, until: datetime) -> Due | None:
        found: Due | None = None
        for account in self.store.accounts():
            due = first_due(account, until)
            if due is not None and (found is None or due.thing.at < found.thing.at):
                found = due
        return found

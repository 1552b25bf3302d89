"""One request in, one answer out: AWS's JSON and errors, and no more of HTTP than it takes."""

import json
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from logging import getLogger
from typing import Any, NamedTuple, Protocol, TypeVar

from smsvoice.core.codec import UndecodableError
from smsvoice.core.documents import encode_json
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.model import RequestModel, ResultModel, aws_name
from smsvoice.core.operation import Operation
from smsvoice.emulator.engine.clock import EmulatorClock
from smsvoice.emulator.engine.codec import decode_request
from smsvoice.emulator.engine.context import (
    Call,
    ScheduledAction,
    first_due,
    partition_of,
    scheduled,
)
from smsvoice.emulator.engine.ids import Ids
from smsvoice.emulator.engine.service_errors import ServiceError, invalid, invalid_fields
from smsvoice.emulator.engine.setting_rules import is_region
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.store import Account, Placed, Record, Store, TableOf
from smsvoice.emulator.engine.webhook import Poster
from smsvoice.models.reasons import ValidationExceptionReason
from smsvoice.operations import by_name, names

TARGET = "PinpointSMSVoiceV2."
_REGION = re.compile(r"Credential=[^/,]+/[0-9]+/([a-z0-9-]+)/")
_NAMES = frozenset(names())
_MAY_BE_HALF = re.compile(rb"\\u[dD][89abcdefABCDEF]")
"""What a lone surrogate begins with in JSON; pairs of them are characters."""

_log = getLogger("smsvoice.emulator")
Found = TypeVar("Found")


class Trouble(NamedTuple):
    """Why the emulator cannot keep its changes."""

    error: str
    """The class of the error; its text may repeat what a person wrote."""
    since: datetime
    """Since when, on the emulator's clock."""


class Answer(NamedTuple):
    """Status, headers and body of one response."""

    status: int
    headers: dict[str, str]
    body: bytes


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
        self.trouble: Trouble | None = None
        """Why the last change could not be kept; None once one is kept again."""

    def handle(self, target: str, authorization: str, body: bytes) -> Answer:
        """Answer one request.

        Args:
            target: the header X-Amz-Target, e.g. `PinpointSMSVoiceV2.CreatePool`.
            authorization: the header Authorization, whose scope names the region.
            body: AWS JSON 1.0.
        """
        with self._lock:
            account = self.account(_region_in(authorization))
            self.run_due()
            request_id = self.ids.message()
            try:
                call = self.call(account, self._operation(target))
                result = self._run(call, body)
                self._commit(call)
            except ServiceError as refusal:
                self.store.undo()
                return error_answer(refusal, request_id)
            except BaseException:
                self.store.undo()
                raise
            self._publish(call)
            return Answer(200, _headers(request_id), encode_json(result))

    def arns_in(self, authorization: str) -> tuple[str, str]:
        """The ARNs of who signed a request, and of all that the account has where it went."""
        region = _region_in(authorization) or self.settings.region
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
        return Call(account, self.clock, self.ids, self.settings, operation)

    def read(self, what: Callable[[], Found]) -> Found:
        """Read the state for a control, while nothing changes."""
        with self._lock:
            return what()

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
            self._publish(call)
            return found

    def records(self, kind: TableOf[Record]) -> list[Record]:
        """The records of a table in all regions of the account, oldest first."""
        with self._lock:
            return self.store.records(self.settings.account_id, kind)

    def count(self, kind: TableOf[Record]) -> int:
        """How many records a table has in all regions of the account."""
        with self._lock:
            return sum(len(kind(account)) for account in self.accounts())

    def placed(self, kind: TableOf[Record]) -> list[Placed[Record]]:
        """The same, each with its key and the region that it is in."""
        with self._lock:
            return self.store.placed(self.settings.account_id, kind)

    def found(self, kind: TableOf[Record], key: str) -> Placed[Record] | None:
        """One record of a table, in whichever region it is."""
        with self._lock:
            for account in self.accounts():
                record = kind(account).get(key)
                if record is not None:
                    return Placed(account, key, record)
        return None

    def accounts(self) -> list[Account]:
        """The account's state in each region that was ever used; to be read under the lock."""
        wanted = self.settings.account_id
        return [one for one in self.store.accounts() if one.account_id == wanted]

    def advance(self, seconds: float) -> None:
        """Put the clock forward, and do all that comes due.

        Raises:
            ValueError: the clock cannot be put there.
        """
        with self._lock:
            self.clock.advance(seconds)
            self.run_due()
            self.on_change(self.call(self.account()))

    def now(self) -> datetime:
        """The moment it is, never one at which something due is just being done."""
        with self._lock:
            return self.clock.now()

    def poll(self) -> None:
        """Run what has come due, without a request; cheap when nothing has."""
        with self._lock:
            try:
                self.run_due()
            except Exception as failure:
                self._note_trouble(failure)
                raise

    def reset(self) -> None:
        """Drop all state, in every account and region."""
        with self._lock:
            self.store.reset()
            self._note_success()
            self.on_change(self.call(self.account()))

    def close(self) -> None:
        """Close the file and end background work."""
        with self._lock:
            self.store.close()
        self.poster.close()

    def run_due(self) -> None:
        """Do all that has come due, in its order and at its moment."""
        while due := self._next_due():
            account, thing = due
            call = self.call(account)
            scheduled(call).drop(f"{thing.action} {thing.key}")
            self.clock.pin(thing.at)
            try:
                self.service.act(call, thing.action, thing.key)
                self._commit(call)
            except BaseException as failure:
                self._note_trouble(failure)
                self.store.undo()
                account.queue = None
                raise
            finally:
                self.clock.pin(None)
            self._publish(call)

    def _commit(self, call: Call) -> None:
        """Commit what was changed; logs when that fails, and when it works again."""
        if not self.store.has_changes:
            return
        self.service.before_commit(call, self.accounts())
        try:
            self.store.commit()
        except BaseException as failure:
            self._note_trouble(failure)
            raise
        self._note_success()

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
        emitted = [*call.observed.get("events", ()), *call.observed.get("published", ())]
        if self.settings.event_url is not None and emitted:
            self.poster.post(self.settings.event_url, emitted)
        self.on_change(call)

    def _next_due(self) -> tuple[Account, ScheduledAction] | None:
        now = self.clock.now()
        firsts = [(account, first_due(account)) for account in self.store.accounts()]
        waiting = [(account, due) for account, due in firsts if due is not None and due.at <= now]
        return min(waiting, key=lambda one: one[1].at) if waiting else None

    def _operation(self, target: str) -> Operation[Any, Any]:
        name = target.removeprefix(TARGET)
        if not target.startswith(TARGET) or name not in _NAMES:
            raise invalid(ValidationExceptionReason.UNKNOWN_OPERATION)
        return by_name(name)

    def _run(self, call: Call, body: bytes) -> ResultModel:
        assert call.operation is not None
        return self.service.answer(call, _request(call.operation, body), body)


def _region_in(authorization: str) -> str | None:
    found = _REGION.search(authorization)
    return found[1] if found is not None else None


def _has_half_a_character(body: bytes) -> bool:
    """Whether a text holds a lone surrogate, which no UTF-8 can carry any further."""
    if not _MAY_BE_HALF.search(body):
        return False
    try:
        json.dumps(json.loads(body), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    except (ValueError, RecursionError):
        return False  # not JSON; the decoder reports that
    return False


def _request(operation: Operation[Any, Any], body: bytes) -> RequestModel:
    if _has_half_a_character(body):
        raise invalid(ValidationExceptionReason.CANNOT_PARSE)
    try:
        request: RequestModel = decode_request(operation.request, body)
    except UndecodableError:
        raise invalid(ValidationExceptionReason.CANNOT_PARSE) from None
    except RequestError as wrong:
        raise _wrong(wrong.problems) from None
    return request


_REASONS = {
    "missing": ValidationExceptionReason.MISSING_PARAMETER,
    "nothing_given": ValidationExceptionReason.MISSING_PARAMETER,
    "too_many_given": ValidationExceptionReason.PARAMETERS_CANNOT_BE_USED_TOGETHER,
    "bytes_too_long": ValidationExceptionReason.MAXIMUM_SIZE_EXCEEDED,
}


def _wrong(problems: tuple[Problem, ...]) -> ServiceError:
    kinds = {_REASONS.get(problem.kind) for problem in problems}
    only = kinds.pop() if len(kinds) == 1 else None
    fields = [(_aws_path(problem.field), problem.rule) for problem in problems]
    return invalid_fields(only or ValidationExceptionReason.INVALID_PARAMETER, fields)


def _aws_path(path: str) -> str:
    return ".".join(aws_name(step) for step in path.split("."))


def _headers(request_id: str) -> dict[str, str]:
    return {"content-type": "application/x-amz-json-1.0", "x-amzn-requestid": request_id}


def error_answer(refusal: ServiceError, request_id: str) -> Answer:
    """An error as AWS writes it in AWS JSON 1.0."""
    body = {"__type": f"com.amazonaws.pinpointsmsvoicev2#{refusal.code}", **refusal.members}
    headers = _headers(request_id) | {"x-amzn-errortype": refusal.code}
    return Answer(refusal.status, headers, json.dumps(body).encode())

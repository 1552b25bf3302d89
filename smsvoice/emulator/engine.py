"""One request in, one answer out: AWS's JSON and errors, and no more of HTTP than it takes."""

import importlib
import json
import pkgutil
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from smsvoice.core.codec import UndecodableError, read_request, write
from smsvoice.core.model import RequestModel, ResultModel, aws_name
from smsvoice.core.operation import Operation
from smsvoice.core.problems import Problem, RequestError
from smsvoice.emulator import idempotency, rooms
from smsvoice.emulator.call import ACTIONS, HANDLERS, Call, Due, first_due
from smsvoice.emulator.clock import EmulatorClock
from smsvoice.emulator.ids import Ids
from smsvoice.emulator.posting import Poster
from smsvoice.emulator.refusal import Refusal, invalid, invalid_fields
from smsvoice.emulator.settings import Settings
from smsvoice.emulator.store import Account, Store
from smsvoice.emulator.throttle import Throttle
from smsvoice.models.reasons import ValidationExceptionReason
from smsvoice.operations import by_name, names

TARGET = "PinpointSMSVoiceV2."
_REGION = re.compile(r"Credential=[^/,]+/[0-9]+/([a-z0-9-]+)/")
_NAMES = frozenset(names())


class Answer(NamedTuple):
    """What goes back over whatever carries it."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Engine:
    """The service: its state, its time, and one lock, since a request is answered whole."""

    store: Store
    clock: EmulatorClock
    ids: Ids
    settings: Settings
    observe: Callable[[Call], None] = lambda _: None
    """Hears of every request that changed something, after it is safe."""
    throttle: Throttle = field(default_factory=Throttle)
    poster: Poster = field(default_factory=Poster)

    def __post_init__(self) -> None:
        """Load the rooms, which enter their handlers."""
        self._lock = threading.RLock()
        for room in pkgutil.iter_modules(rooms.__path__):
            importlib.import_module(f"{rooms.__name__}.{room.name}")

    def handle(self, target: str, authorization: str, body: bytes) -> Answer:
        """Answer one request.

        Args:
            target: the header X-Amz-Target, e.g. `PinpointSMSVoiceV2.CreatePool`.
            authorization: the header Authorization, whose scope names the region.
            body: AWS JSON 1.0.
        """
        region = _REGION.search(authorization)
        with self._lock:
            account = self.account(region[1] if region else None)
            self.settle()
            request_id = self.ids.message()
            try:
                call = self.call(account, self._operation(target))
                result = self._run(call, body)
                self.store.commit()
            except Refusal as refusal:
                self.store.undo()
                return refused(refusal, request_id)
            except BaseException:
                self.store.undo()
                raise
            self._tell(call)
            return Answer(200, _headers(request_id), write(result))

    def account(self, region: str | None = None) -> Account:
        """The state of the account in a region."""
        return self.store.account(self.settings.account_id, region or self.settings.region)

    def call(self, account: Account, operation: Operation[Any, Any] | None = None) -> Call:
        """What a handler, or a lever, works with."""
        return Call(account, self.clock, self.ids, self.settings, operation)

    def change(self, what: Callable[[Call], Any], region: str | None = None) -> Any:
        """Do something from outside, such as a lever, as safely as a request."""
        with self._lock:
            self.settle()
            call = self.call(self.account(region))
            try:
                found = what(call)
                self.store.commit()
            except BaseException:
                self.store.undo()
                raise
            self._tell(call)
            return found

    def tick(self) -> None:
        """Do what has come due, though nobody asks; cheap when nothing has."""
        with self._lock:
            self.settle()

    def forget(self) -> None:
        """Drop all state, in every account and region."""
        with self._lock:
            self.store.reset()
            self.observe(self.call(self.account()))

    def settle(self) -> None:
        """Do all that has come due, in its order and at its moment."""
        while due := self._next_due():
            account, thing = due
            call = self.call(account)
            call.table("due", Due).drop(f"{thing.action} {thing.key}")
            self.clock.pin(thing.at)
            try:
                ACTIONS[thing.action](call, thing.key)
                self.store.commit()
            except BaseException:
                self.store.undo()
                account.queue = None
                raise
            finally:
                self.clock.pin(None)
            self._tell(call)

    def _tell(self, call: Call) -> None:
        """Let those know who wait for it, now that a change is safe."""
        emitted = call.later.get("events", ())
        if self.settings.event_url is not None and emitted:
            self.poster.post(self.settings.event_url, emitted)
        self.observe(call)

    def _next_due(self) -> tuple[Account, Due] | None:
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
        handler = HANDLERS.get(call.operation.name)
        if handler is None:
            raise Refusal(
                "ValidationException",
                {"Message": f"{call.operation.name} is not emulated yet", "Reason": "OTHER"},
            )
        request = _request(call.operation, body)
        self.throttle.must_have_room(call, request)
        before = idempotency.remembered(call, request, body)
        if before is not None:
            return before
        result = handler(call, request)
        idempotency.remember(call, request, body, result)
        return result


def _request(operation: Operation[Any, Any], body: bytes) -> RequestModel:
    try:
        request: RequestModel = read_request(operation.request, body)
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


def _wrong(problems: tuple[Problem, ...]) -> Refusal:
    kinds = {_REASONS.get(problem.kind) for problem in problems}
    only = kinds.pop() if len(kinds) == 1 else None
    fields = [(_aws_path(problem.field), problem.rule) for problem in problems]
    return invalid_fields(only or ValidationExceptionReason.INVALID_PARAMETER, fields)


def _aws_path(path: str) -> str:
    return ".".join(aws_name(step) for step in path.split("."))


def _headers(request_id: str) -> dict[str, str]:
    return {"content-type": "application/x-amz-json-1.0", "x-amzn-requestid": request_id}


def refused(refusal: Refusal, request_id: str) -> Answer:
    """An answer that is no, as AWS writes one."""
    body = {"__type": f"com.amazonaws.pinpointsmsvoicev2#{refusal.code}", **refusal.members}
    headers = _headers(request_id) | {"x-amzn-errortype": refusal.code}
    return Answer(refusal.status, headers, json.dumps(body).encode())

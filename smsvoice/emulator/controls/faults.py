"""Fault injection: throttling, server errors, slow and lost answers, cut and foreign bodies.

A fault strikes between a client and the engine, so it looks to the client as it would on a real
wire. Whether the request was taken before the answer went wrong is part of each kind.
"""

import random
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from smsvoice.emulator.controls.argument_checks import must_be_times
from smsvoice.emulator.controls.refusals import code_for, operation_named, refusal_of
from smsvoice.emulator.engine.engine import Engine
from smsvoice.emulator.engine.service_errors import (
    ServiceError,
    iam_denied,
    internal_error,
    throttled,
)
from smsvoice.emulator.engine.setting_rules import is_count, is_number
from smsvoice.emulator.engine.wire import TARGET, Answer, error_answer
from smsvoice.operations import names

MOST_SECONDS = 86_400
"""How long an answer may take at most."""

_HTML = b"<!doctype html><title>Sign in</title><p>This network asks you to sign in first.</p>"


class FaultKind(StrEnum):
    """What goes wrong."""

    THROTTLE = "throttle"
    """ThrottlingException; the request is not taken."""
    ERROR_500 = "500"
    """InternalServerException with status 500; the request is not taken."""
    ERROR_503 = "503"
    """A load balancer's 503 without an AWS body; the request is not taken."""
    SLOW = "slow"
    """The request is taken, and the answer comes after some seconds."""
    DROP_BEFORE = "drop_before"
    """The connection closes before the request is taken."""
    DROP_AFTER = "drop_after"
    """The request is taken, then the connection closes without an answer."""
    CUT_BODY = "cut_body"
    """The request is taken, and the body of the answer ends early."""
    HTML_200 = "html_200"
    """Status 200 with the HTML page of a network in between; the request is not taken."""
    EMPTY_200 = "empty_200"
    """The request is taken, and the answer is a 200 with nothing in it."""
    ACCESS_DENIED = "access_denied"
    """AccessDeniedException of IAM: no policy allows the action; the request is not taken."""
    UNRECOGNIZED_CLIENT = "unrecognized_client"
    """UnrecognizedClientException: the credentials are unknown; the request is not taken."""
    EXPIRED_TOKEN = "expired_token"  # noqa: S105  a kind of fault
    """ExpiredTokenException: the credentials have run out; the request is not taken."""
    REFUSE = "refuse"
    """An error of your choice, by `emulator.refuse`; the request is not taken."""


@dataclass(kw_only=True)
class Fault:
    """One fault, and whom it still strikes."""

    kind: FaultKind
    operation: str | None = None
    """AWS's name of the operation; None strikes all."""
    times: int | None = None
    """How many calls it still strikes; None is without end."""
    share: float = 1.0
    """The share of calls that it strikes, 0 to 1."""
    seconds: float = 0.0
    """How long a slow answer takes."""
    at: int = 0
    """The bytes that are left of a cut body."""
    code: str | None = None
    """The error code of a refusal."""
    reason: str | None = None
    """The reason of a refusal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WireAnswer:
    """What a frontend gives back to its client."""

    answer: Answer | None
    """None: the connection closes without an answer."""
    seconds: float = 0.0
    """How long the answer takes to come."""
    cut_at: int | None = None
    """Only so many bytes of the body arrive, though its length is announced whole."""


class Faults:
    """The faults of an emulator: `emulator.faults.add("drop_after", times=2)`."""

    def __init__(self, seed: int | None = None) -> None:
        """Start with none; a seed makes the choice of calls the same every time."""
        self._chance = random.Random(seed)  # noqa: S311  for tests
        self._faults: list[Fault] = []
        self._lock = threading.Lock()

    def add(
        self,
        kind: FaultKind | str,
        *,
        operation: str | None = None,
        times: int | None = None,
        share: float | None = None,
        seconds: float = 0.0,
        at: int = 0,
    ) -> Fault:
        """Add a fault; without `times` and `share`, it strikes once.

        Args:
            kind: what goes wrong, e.g. "throttle" or "drop_after".
            operation: AWS's name of the operation that it strikes; all otherwise.
            times: how many calls it strikes at most.
            share: the share of calls that it strikes by chance, 0 to 1.
            seconds: for "slow", how long the answer takes.
            at: for "cut_body", how many bytes of the body arrive.

        Raises:
            ValueError: there is no such kind or operation, or a number is out of range.
        """
        known = {one.value: one for one in FaultKind if one != FaultKind.REFUSE}
        if str(kind) not in known:
            raise ValueError(f"no such fault: kind must be one of {', '.join(known)}")
        if operation is not None and operation not in names():
            raise ValueError("operation must be AWS's name of one: the service has no such one")
        must_be_times(times)
        if share is not None and not (is_number(share) and 0 < share <= 1):
            raise ValueError("share must be a number above 0 and at most 1")
        if not (is_number(seconds) and 0 <= seconds <= MOST_SECONDS):
            raise ValueError(f"seconds must be a number from 0 to {MOST_SECONDS}")
        if not is_count(at, 0):
            raise ValueError("at must be a whole number of bytes, 0 or more")
        fault = Fault(
            kind=known[str(kind)],
            operation=operation,
            times=1 if times is None and share is None else times,
            share=1.0 if share is None else share,
            seconds=seconds,
            at=at,
        )
        return self._added(fault)

    def refuse(
        self,
        operation: str,
        *,
        code: str | None = None,
        reason: str | None = None,
        times: int | None = 1,
    ) -> Fault:
        """Refuse the next calls of an operation; see `Emulator.refuse`."""
        must_be_times(times)
        fault = Fault(
            kind=FaultKind.REFUSE,
            operation=operation_named(operation),
            times=times,
            code=code_for(code, reason),
            reason=reason,
        )
        return self._added(fault)

    def _added(self, fault: Fault) -> Fault:
        with self._lock:
            self._faults.append(fault)
        return fault

    def clear(self) -> None:
        """Remove all faults."""
        with self._lock:
            self._faults.clear()

    def seed(self, seed: int) -> None:
        """Start the choice of calls anew, the same for the same seed."""
        with self._lock:
            self._chance.seed(seed)

    def __iter__(self) -> Iterator[Fault]:
        with self._lock:
            return iter(list(self._faults))

    def __len__(self) -> int:
        return len(self._faults)

    def striking(self, operation: str) -> Fault | None:
        """The fault that strikes this call, counted down; the one that was added first wins."""
        with self._lock:
            for fault in self._faults:
                if fault.operation not in (None, operation):
                    continue
                if fault.share < 1 and self._chance.random() >= fault.share:
                    continue
                if fault.times is not None:
                    fault.times -= 1
                    if not fault.times:
                        self._faults.remove(fault)
                return fault
        return None


class FaultInjector:
    """The engine with its faults in front of it; frontends hand requests to it."""

    def __init__(self, engine: Engine, faults: Faults) -> None:
        self.engine = engine
        self.faults = faults

    def handle(self, target: str, authorization: str, body: bytes) -> WireAnswer:
        """Answer one request, unless a fault strikes it."""
        fault = self.faults.striking(target.removeprefix(TARGET))
        if fault is None:
            return WireAnswer(answer=self.engine.handle(target, authorization, body))
        early = self._before(fault, target.removeprefix(TARGET), authorization)
        if early is not None:
            return early
        return _after(fault, self.engine.handle(target, authorization, body))

    def _before(self, fault: Fault, operation: str, authorization: str) -> WireAnswer | None:
        """What comes back when the request does not even reach the service."""
        kind = fault.kind
        if kind is FaultKind.DROP_BEFORE:
            return WireAnswer(answer=None)
        if kind in _PAGES:
            return WireAnswer(answer=_page(*_PAGES[kind]))
        request_id = self.engine.ids.message()
        refusal = self._refusal(fault, operation, authorization, request_id)
        return None if refusal is None else WireAnswer(answer=error_answer(refusal, request_id))

    def _refusal(
        self, fault: Fault, operation: str, authorization: str, request_id: str
    ) -> ServiceError | None:
        match fault.kind:
            case FaultKind.REFUSE:
                return refusal_of(fault.code or "", fault.reason, request_id)
            case FaultKind.THROTTLE:
                return throttled()
            case FaultKind.ERROR_500:
                return internal_error(request_id)
            case FaultKind.ACCESS_DENIED:
                user, resource = self.engine.arns_in(authorization)
                return iam_denied(user, operation, resource)
            case _:
                return _CREDENTIALS.get(fault.kind)


_PAGES = {
    FaultKind.ERROR_503: (503, b"<html>Service Unavailable</html>"),
    FaultKind.HTML_200: (200, _HTML),
}
_CREDENTIALS = {
    FaultKind.UNRECOGNIZED_CLIENT: ServiceError(
        "UnrecognizedClientException",
        {"message": "The security token included in the request is invalid."},
    ),
    FaultKind.EXPIRED_TOKEN: ServiceError(
        "ExpiredTokenException",
        {"message": "The security token included in the request is expired"},
    ),
}


def _after(fault: Fault, answer: Answer) -> WireAnswer:
    """What comes back once the service has done its work."""
    match fault.kind:
        case FaultKind.SLOW:
            return WireAnswer(answer=answer, seconds=fault.seconds)
        case FaultKind.CUT_BODY:
            return WireAnswer(answer=answer, cut_at=min(fault.at, len(answer.body)))
        case FaultKind.EMPTY_200:
            return WireAnswer(answer=answer._replace(status=200, body=b""))
        case _:
            return WireAnswer(answer=None)


def _page(status: int, body: bytes) -> Answer:
    return Answer(status, {"content-type": "text/html"}, body)

"""What is known of one call: each attempt to send it, and what became of the attempt.

The state travels in botocore's request context, so every event of a call finds the state of that
call, whatever other calls an application's event handlers make meanwhile. `before-parse` carries no
context; `current` is for it, and what it misses is made up for where the context is known again.
"""

from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Protocol

from smsvoice.core.operation import Effect
from smsvoice.operations import effect_of

if TYPE_CHECKING:
    from smsvoice.core.model import ResultModel
    from smsvoice.core.operation import Operation

SERVICE: Final = "pinpoint-sms-voice-v2"
"""The service's name in boto3, and in the names of botocore's events."""

KEY: Final = "smsvoice"
"""Where botocore's request context keeps the state of a call."""

THROTTLED: Final = frozenset(
    (
        "BandwidthLimitExceeded",
        "LimitExceededException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestThrottledException",
        "SlowDown",
        "ThrottledException",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
    )
)
"""Codes of refusals that say: nothing was done, the same request may come again later."""

_THROTTLED_STATUS: Final = 429


class Fate(Enum):
    """What became of one attempt."""

    HANDED_OVER = "signed and given to the network; no more is known"
    NEVER_LEFT = "no connection was made, so no byte of it was sent"
    STOPPED = "an event handler of the application stopped it before the network had it"
    REFUSED = "AWS answered no"
    ACCEPTED = "AWS answered yes"
    LOST = "no answer came that shows what became of it"


@dataclass(slots=True, repr=False)
class Attempt:
    """One request that was signed and given to the network."""

    left_at: datetime
    fate: Fate = Fate.HANDED_OVER
    parsed: dict[str, Any] | None = None
    """botocore's reading of the answer, once there is one."""
    status: int | None = None
    has_departed: bool = False
    """Whether all event handlers before the network have run."""
    was_read: bool = False
    """Whether its answer was measured and decoded, or found unusable."""

    @property
    def may_be_followed(self) -> bool:
        """Whether a second attempt cannot make a second message."""
        if self.fate is Fate.REFUSED:
            return self.status == _THROTTLED_STATUS or self.code in THROTTLED
        return self.fate is Fate.NEVER_LEFT

    @property
    def code(self) -> str:
        """AWS's code of a refusal."""
        return str((self.parsed or {}).get("Error", {}).get("Code", ""))


class Replayed(Protocol):
    """The outcome of an attempt that was made without botocore, for botocore to go on with."""

    is_due: bool
    """Whether the attempt that botocore makes next is the one that was made already."""

    def replay(self, request: Any) -> Any:
        """The response that botocore gets for the request; None once it was given."""

    def close(self) -> None:
        """Close the connection that the answer is read from."""


@dataclass(slots=True, repr=False)
class CallState:
    """One call with its attempts, which run one after the other."""

    name: str
    operation: "Operation[Any, Any] | None" = None
    """The operation of a typed call; None for raw calls on a guarded client, which get dicts."""
    has_begun: bool = False
    """Whether botocore has begun to make the request."""
    is_signing: bool = False
    """Whether botocore has got as far as signing, where credentials are asked for."""
    attempts: list[Attempt] = field(default_factory=list[Attempt])
    result: "ResultModel | None" = None
    """The decoded answer of a typed call."""
    notes: list[str] = field(default_factory=list[str])
    """What is new or amiss about the answer."""
    unusable: str | None = None
    """Why the newest answer cannot be used, though AWS sent it with 200."""
    raised: Exception | None = None
    """The error that a handler of ours raised for this call."""
    outer: "CallState | None" = None
    """The call whose event handler made this one."""
    replay: Replayed | None = None
    """What botocore gets for its first attempt, when that was made without it."""

    @property
    def effect(self) -> Effect:
        """What repeating the call does."""
        return self.operation.effect if self.operation is not None else effect_of(self.name)

    @property
    def latest(self) -> Attempt | None:
        """The newest attempt; None when nothing was handed over yet."""
        return self.attempts[-1] if self.attempts else None

    @property
    def accepted(self) -> Attempt | None:
        """The attempt that AWS answered with yes."""
        return next((one for one in self.attempts if one.fate is Fate.ACCEPTED), None)

    @property
    def unknown_since(self) -> datetime | None:
        """When the first attempt left whose fate is unknown; None when there is none."""
        unknown = (one for one in self.attempts if one.fate in (Fate.LOST, Fate.HANDED_OVER))
        return next((one.left_at for one in unknown), None)

    def hand_over(self) -> None:
        """Note that a signed request goes to the network now."""
        self.unusable = None
        self.is_signing = False
        self.attempts.append(Attempt(datetime.now(UTC)))

    def settle(self, fate: Fate, status: int | None = None, parsed: Any = None) -> None:
        """Note what became of the newest attempt."""
        attempt = self.latest
        if attempt is not None:
            attempt.fate, attempt.status = fate, status
            attempt.parsed = parsed if parsed is not None else attempt.parsed

    def is_own(self, response: object) -> bool:
        """Whether an answer is this call's, and not that of another call of the same name."""
        return not self.attempts or any(one.parsed is response for one in self.attempts)


pending: ContextVar[CallState | None] = ContextVar("smsvoice_pending", default=None)
"""The typed call that botocore is asked to make in this thread."""

current: ContextVar[CallState | None] = ContextVar("smsvoice_call", default=None)
"""The call whose attempt was handed over last in this thread."""

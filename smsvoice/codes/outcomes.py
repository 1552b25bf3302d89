"""What sending and checking a code give back."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class CheckStatus(StrEnum):
    """What a check found."""

    OK = "OK"
    """The code is right. It is used up now."""
    WRONG = "WRONG"
    """The code is not the one that was sent."""
    EXPIRED = "EXPIRED"
    """The time of the code that was sent is over."""
    TOO_MANY_ATTEMPTS = "TOO_MANY_ATTEMPTS"
    """All attempts at this code are taken; a new one must be sent."""
    NONE = "NONE"
    """No code is waiting: none was sent, or it was used, forgotten or replaced meanwhile."""


@dataclass(frozen=True, slots=True)
class Check:
    """What became of a check; true only when the code is right.

    Show one sentence for all that is not OK: an outsider who sees the difference between WRONG
    and NONE learns which numbers have been sent a code.
    """

    status: CheckStatus
    """OK, WRONG, EXPIRED, TOO_MANY_ATTEMPTS or NONE."""
    attempts_left: int | None = 0
    """How many wrong codes may still follow for the code that was sent; None where the text was
    too long to be looked at."""

    def __bool__(self) -> bool:
        return self.status is CheckStatus.OK


@dataclass(frozen=True, slots=True)
class Sent:
    """A code is on its way."""

    expires_at: datetime
    """Until when it can be used, UTC."""
    resend_at: datetime
    """From when another one can be sent, UTC, as far as the cooldown goes."""
    message_id: str | None = None
    """AWS's id of the message; None where nothing was delivered (`deliver=False`)."""


class RefusalReason(StrEnum):
    """Why no code is sent."""

    COOLDOWN = "COOLDOWN"
    """The last code was sent a moment ago."""
    TOO_MANY_SENDS = "TOO_MANY_SENDS"
    """The number, or the block of numbers that it belongs to, was sent all that it may be."""
    BLOCKED_COUNTRY = "BLOCKED_COUNTRY"
    """Codes are not sent to the country of this number."""
    NOT_ALLOWED = "NOT_ALLOWED"
    """The `allow` function of the application refused."""


@dataclass(frozen=True, slots=True)
class SendRequest:
    """What the `allow` function of an application decides about."""

    number: str = field(repr=False)
    """The recipient, in E.164."""
    country: str | None
    """The country of the number, ISO 3166-1 alpha-2."""
    purpose: str
    """What the code is for."""
    channel: str
    """text or voice."""
    source: str | None = field(repr=False)
    """Whom the application named as asking, e.g. an IP address."""

"""What an exception of a send means for its row, and for all rows that follow."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final

from smsvoice import errors
from smsvoice.bulk.outcomes import LEFT, Outcome

_OF_ONE_RECIPIENT: Final = frozenset(("DAILY_DESTINATION_CALL_LIMIT",))
"""Quotas that are full for one recipient, and not for the others."""
_CLOSED: Final = (
    errors.AccessDeniedError,
    errors.CredentialsError,
    errors.MissingCredentialsError,
    errors.MissingRegionError,
    errors.ServiceQuotaExceededError,
    errors.UnsupportedByBotocoreError,
)
"""Errors that every further message would meet; nothing left."""


class Then(Enum):
    """What comes after a row."""

    GO_ON = auto()
    AGAIN = auto()
    """The row is tried again after a pause of all messages of its identity."""
    STOP = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one row."""

    outcome: Outcome
    reason: str
    then: Then = Then.GO_ON
    message_id: str | None = None

    @property
    def left(self) -> bool:
        """Whether the message left, or may have: then its row stays in the ledger."""
        return self.outcome in LEFT


def verdict_on(error: BaseException) -> Verdict:  # noqa: PLR0911  one for each kind
    """Judge a send that raised.

    What is no known failure of a call makes the outcome unknown, and stops: it would meet every
    row alike.
    """
    name = type(error).__name__
    match error:
        case errors.AcceptedError():
            return Verdict(Outcome.SENT, name, message_id=_message_id(error.result))
        case errors.OutcomeUnknownError():
            return Verdict(Outcome.UNKNOWN, name)
        case errors.ThrottlingError():
            return Verdict(Outcome.NOT_SENT, name, Then.AGAIN)
        case errors.ServiceQuotaExceededError() if str(error.reason) in _OF_ONE_RECIPIENT:
            return Verdict(Outcome.NOT_SENT, str(error.reason))
        case errors.SmsVoiceError() if isinstance(error, _CLOSED):
            return Verdict(Outcome.NOT_SENT, _reason(error), Then.STOP)
        case errors.NotSentError():
            return Verdict(Outcome.NOT_SENT, name)
        case errors.RequestError():
            return Verdict(Outcome.INVALID, name)
        case errors.ServiceError():
            return Verdict(Outcome.REFUSED, _reason(error))
        case _:
            return Verdict(Outcome.UNKNOWN, name, Then.STOP)


def _reason(error: BaseException) -> str:
    """AWS's reason, or its code, or the class of the error."""
    reason: Any = getattr(error, "reason", None) or getattr(error, "code", None)
    return str(reason or type(error).__name__)


def _message_id(result: Any) -> str | None:
    found = getattr(result, "message_id", None)
    if found is None and isinstance(result, dict):
        found = result.get("MessageId")  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return None if found is None else str(found)  # pyright: ignore[reportUnknownArgumentType]

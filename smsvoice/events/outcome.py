"""What became of a message, and which of two reports about it holds.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-types.html
"""

from enum import StrEnum
from typing import Any, Final, Self


class Outcome(StrEnum):
    """What became of a message, as far as one event says.

    Events come late, repeatedly and in any order, and AWS marks more than one of a message as
    final. So keep the outcome that you saved unless the new one `beats` it:

        if item.outcome.beats(saved):
            save(item.message_id, item.outcome.code)
    """

    PENDING = "PENDING"
    """On its way: queued, ringing, or anything else that is not final."""
    ACCEPTED = "ACCEPTED"
    """A carrier has it; whether it arrives is still open."""
    DELIVERED = "DELIVERED"
    """The phone has it, or the carrier and no receipt will follow, or a call was completed."""
    READ = "READ"
    """The recipient has opened it; RCS only."""
    BLOCKED = "BLOCKED"
    """Held back by a protect configuration, a carrier, a spam filter or the recipient's phone."""
    EXPIRED = "EXPIRED"
    """Its time to live has passed."""
    FAILED_RETRYABLE = "FAILED_RETRYABLE"
    """It did not arrive, for a reason that may pass: phone off, line busy, carrier unavailable."""
    FAILED_PERMANENT = "FAILED_PERMANENT"
    """It did not arrive, and the same message will not: wrong number, wrong content."""
    UNKNOWN = "UNKNOWN"
    """AWS does not know, or reports a status that this package does not know."""

    @property
    def code(self) -> str:
        """What to save: `Outcome(code)` is this outcome again, with its place in the order.

        It is the outcome's name, but for what may still be followed by something better. A delivery
        that only the carrier has reported is `DELIVERED_TO_CARRIER`: it equals DELIVERED, and
        DELIVERED beats it. What fails or expires on RCS is `FAILED_ON_RCS` or `EXPIRED_ON_RCS`,
        since the message may go on by SMS under the same id.
        """
        return str(getattr(self, "_code", self.value))

    @property
    def rank(self) -> int:
        """The place in the order: 0 for PENDING up to 7 for READ."""
        return _RANKS[self.code]

    def beats(self, saved: "Outcome | str | None") -> bool:
        """Whether this outcome is to replace one that was saved before.

        READ beats DELIVERED, which beats the failures, which beat a delivery that only the carrier
        has reported; that beats what failed on RCS, which beats UNKNOWN, then follow ACCEPTED and
        PENDING. An outcome of the same rank does not beat, so repeats change nothing.

        Args:
            saved: an outcome, its `code`, or None where nothing was saved yet.

        Raises:
            ValueError: `saved` is text that is no outcome's.
        """
        return saved is None or self.rank > Outcome(saved).rank

    @classmethod
    def _missing_(cls, value: object) -> Any:
        return _VARIANTS.get(str(value))

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        return Outcome, (self.code,)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


def _variant(outcome: Outcome, code: str) -> Outcome:
    """An outcome once more, with a code and so a rank of its own."""
    made = str.__new__(Outcome, outcome.value)
    made._name_, made._value_ = outcome.name, outcome.value
    vars(made)["_code"] = code
    return made


TO_CARRIER: Final = _variant(Outcome.DELIVERED, "DELIVERED_TO_CARRIER")
"""A final SUCCESSFUL: the carrier has it, and a receipt of the phone may never come."""
_FAILED_ON_RCS: Final = _variant(Outcome.FAILED_PERMANENT, "FAILED_ON_RCS")
_EXPIRED_ON_RCS: Final = _variant(Outcome.EXPIRED, "EXPIRED_ON_RCS")
_VARIANTS: Final = {one.code: one for one in (TO_CARRIER, _FAILED_ON_RCS, _EXPIRED_ON_RCS)}
_ON_RCS: Final = {Outcome.FAILED_PERMANENT: _FAILED_ON_RCS, Outcome.EXPIRED: _EXPIRED_ON_RCS}

_RANKS: Final = {
    "PENDING": 0,
    "ACCEPTED": 1,
    "UNKNOWN": 2,
    "FAILED_ON_RCS": 3,
    "EXPIRED_ON_RCS": 3,
    "DELIVERED_TO_CARRIER": 4,
    "BLOCKED": 5,
    "EXPIRED": 5,
    "FAILED_RETRYABLE": 5,
    "FAILED_PERMANENT": 5,
    "DELIVERED": 6,
    "READ": 7,
}

_BY_STATUS: Final = {
    **dict.fromkeys(("PENDING", "QUEUED", "SENT", "INITIATED", "RINGING"), Outcome.PENDING),
    **dict.fromkeys(("ANSWERED", "FALLEN_BACK_TO_SMS"), Outcome.PENDING),
    "ACCEPTED": Outcome.ACCEPTED,
    "SUCCESSFUL": TO_CARRIER,
    **dict.fromkeys(("DELIVERED", "COMPLETED"), Outcome.DELIVERED),
    "READ": Outcome.READ,
    **dict.fromkeys(("BLOCKED", "CARRIER_BLOCKED", "SPAM", "PROTECT_BLOCKED"), Outcome.BLOCKED),
    **dict.fromkeys(("TTL_EXPIRED", "EXPIRED", "TTL_EXPIRATION_REVOKED"), Outcome.EXPIRED),
    **dict.fromkeys(("UNREACHABLE", "CARRIER_UNREACHABLE"), Outcome.FAILED_RETRYABLE),
    **dict.fromkeys(("BUSY", "NO_ANSWER"), Outcome.FAILED_RETRYABLE),
    **dict.fromkeys(("INVALID", "INVALID_MESSAGE", "UNROUTABLE"), Outcome.FAILED_PERMANENT),
    **dict.fromkeys(("FAILED", "UNDELIVERABLE", "REJECTED"), Outcome.FAILED_PERMANENT),
    **dict.fromkeys(("FILE_INACCESSIBLE", "FILE_TYPE_UNSUPPORTED"), Outcome.FAILED_PERMANENT),
    "FILE_SIZE_EXCEEDED": Outcome.FAILED_PERMANENT,
    **dict.fromkeys(("UNKNOWN", "TTL_EXPIRATION_REVOKE_FAILED"), Outcome.UNKNOWN),
}
"""AWS's lists of events and statuses; which failures may pass is read out of their descriptions.

https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-types.html
https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-events.html
"""
_MORE_PRECISE: Final = frozenset(("FALLEN_BACK_TO_SMS", "PROTECT_BLOCKED", "TTL_EXPIRED"))
"""Event types that say more than the status beside them."""
_ALWAYS: Final = frozenset((Outcome.DELIVERED, Outcome.READ))


def outcome_of(event_type: str, status: str | None, *, is_final: bool | None) -> Outcome:
    """What an event says; nothing but a delivery counts before AWS calls it final."""
    kind = event_type.upper().partition("_")[2]
    known = status.upper() if status is not None and status.upper() in _BY_STATUS else kind
    found = _BY_STATUS.get(kind if kind in _MORE_PRECISE else known, Outcome.UNKNOWN)
    if found is TO_CARRIER:
        return found if is_final else Outcome.ACCEPTED
    if is_final is False and found not in _ALWAYS:
        return Outcome.ACCEPTED if found is Outcome.ACCEPTED else Outcome.PENDING
    is_rcs = event_type.upper().startswith("RCS_")
    return _ON_RCS.get(found, found) if is_rcs else found

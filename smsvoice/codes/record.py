"""What a store holds of a phone number, as values: when it was sent codes, and the codes' state."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple, Self

from smsvoice.codes.errors import CodeStoreError

_VERSION: Final = 1
_EXACT: Final = 60
"""Limits up to so many sends are kept one by one, others by sixtieths of their time."""


class Limit(NamedTuple):
    """So many sends in so many seconds, whenever these seconds begin."""

    sends: int
    seconds: float


class Moment(NamedTuple):
    """Sends that count as one moment: the last of them."""

    at: float
    sends: int


@dataclass(frozen=True, slots=True)
class Code:
    """A code that was sent, without the code: see `keyed`."""

    generation: str
    digits: int
    expires_at: float
    attempts_left: int
    message_id: str | None = None
    is_delivered: bool = True
    """False of a code that was not delivered: it is compared like others and never right."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a number was sent for one purpose."""

    sent_at: float
    code: Code | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that is kept of a number, or of a block of numbers, which has sends alone."""

    sends: tuple[Moment, ...] = ()
    purposes: Mapping[str, Purpose] = field(default_factory=dict[str, Purpose])

    def of(self, purpose: str) -> Purpose | None:
        """What was sent for a purpose."""
        return self.purposes.get(purpose)

    def code_of(self, purpose: str) -> Code | None:
        """The code that waits for a purpose, expired or not."""
        found = self.purposes.get(purpose)
        return None if found is None else found.code

    def with_purpose(self, name: str, purpose: Purpose) -> Self:
        """The record with another state of a purpose."""
        return replace(self, purposes={**self.purposes, name: purpose})

    def with_code(self, name: str, code: Code | None) -> Self:
        """The record with another code, or none, for a purpose that was sent one before."""
        return self.with_purpose(name, replace(self.purposes[name], code=code))

    def pruned(self, now: float, cooldown: float, lifetime: float) -> Self:
        """The record without purposes whose cooldown and code are long over."""
        kept = {
            name: one
            for name, one in self.purposes.items()
            if one.sent_at + cooldown > now
            or (one.code is not None and one.code.expires_at + lifetime > now)
        }
        return replace(self, purposes=kept)

    def full_until(self, limit: Limit, now: float) -> float | None:
        """When one more send is within the limit; None when it is so now."""
        counted = [moment for moment in self.sends if moment.at > now - limit.seconds]
        surplus = sum(moment.sends for moment in counted) - limit.sends + 1
        for moment in counted:
            if surplus <= 0:
                return None
            surplus -= moment.sends
            if surplus <= 0:
                return moment.at + limit.seconds
        return None

    def counted(self, limit: Limit, now: float) -> Self:
        """The record with one more send."""
        sends = [moment for moment in self.sends if moment.at > now - limit.seconds]
        width = limit.seconds / _EXACT
        last = sends[-1] if sends else None
        if last and limit.sends > _EXACT and last.at // width == now // width:
            # What counts as later than it was leaves the limit later, never sooner.
            sends[-1] = Moment(max(last.at, now), last.sends + 1)
        else:
            sends.append(Moment(max(last.at, now) if last else now, 1))
        return replace(self, sends=tuple(sends))

    def uncounted(self, at: float) -> Self:
        """The record without the send that was counted at a moment, or joined to a later one."""
        sends = list(self.sends)
        for index, moment in enumerate(sends):
            if moment.at >= at:
                sends[index] = moment._replace(sends=moment.sends - 1)
                break
        return replace(self, sends=tuple(moment for moment in sends if moment.sends > 0))

    def text(self) -> str:
        """The record as a store keeps it."""
        purposes = {
            name: [one.sent_at, _listed(one.code)] for name, one in sorted(self.purposes.items())
        }
        whole = {"v": _VERSION, "sends": self.sends, "purposes": purposes}
        return json.dumps(whole, separators=(",", ":"))

    @classmethod
    def read(cls, text: str | None) -> Self:
        """The record of a text that a store gave; an empty one for None.

        Raises:
            CodeStoreError: the text is no record, or of another version.
        """
        if text is None:
            return cls()
        try:
            whole: Any = json.loads(text)
            if whole["v"] != _VERSION:
                raise CodeStoreError(f"a record is not of version {_VERSION}")
            purposes = {
                name: Purpose(sent_at, None if code is None else Code(*code))
                for name, (sent_at, code) in whole["purposes"].items()
            }
            return cls(tuple(Moment(at, sends) for at, sends in whole["sends"]), purposes)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise CodeStoreError("it gives what no CodeVerifier has written") from None


def _listed(code: Code | None) -> list[object] | None:
    if code is None:
        return None
    return [
        code.generation,
        code.digits,
        code.expires_at,
        code.attempts_left,
        code.message_id,
        code.is_delivered,
    ]

"""When messages may leave, so that no second holds more parts than an identity is allowed.

A line has the times at which the messages of one origination identity leave. A message gets the
first moment at which it keeps two rules:

- the pace: on average, parts leave at the rate and not faster, evenly spread;
- the window: no `WINDOW` seconds hold more parts than the rate allows in one second. The window is
  a little longer than a second, so the limit is kept although messages reach AWS some milliseconds
  earlier or later than planned.

First come, first served: a long message waits no longer than a short one, but for the time that
its own parts need.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Self

WINDOW: Final = 1.05
"""Seconds in which no more parts leave than are allowed in one second."""
SLOWEST: Final = 1.0
"""Parts per second of an identity that no pace is set for: the least that AWS gives any."""
REST: Final = "*"
"""The identity of messages that name none, and of those that no pace is set for."""
_GRAIN: Final = 100
"""Places are remembered in hundredths of a second, the later end."""
_LONGEST_PAUSE: Final = 60.0
_MOST_STRIKES: Final = 6
"""With one more, the pause would still be the longest."""
_FORGIVEN_AFTER: Final = 120.0


@dataclass(slots=True)
class Line:
    """The places that the messages of one origination identity have, as seconds since 1970."""

    due: float = 0.0
    """When the next message is due at an even pace."""
    last: float = 0.0
    """When the last message leaves."""
    not_before: float = 0.0
    """When the next message may leave after AWS throttled one."""
    strikes: int = 0
    """How often AWS throttled lately."""
    struck_at: float = 0.0
    """When it last did."""
    places: list[tuple[float, int]] = field(default_factory=list[tuple[float, int]])
    """The last `WINDOW` seconds of the line: when messages leave, and their parts."""

    def take(self, now: float, parts: Sequence[int], per_second: float) -> list[float]:
        """Take a place for each of some messages, in order; when each leaves."""
        if math.isinf(per_second):  # no limit, but for the pauses that AWS asks for
            return [max(now, self.not_before)] * len(parts)
        return [self._place(now, each, per_second) for each in parts]

    def _place(self, now: float, parts: int, per_second: float) -> float:
        most = max(math.ceil(per_second), parts)
        at = max(now, self.due, self.last, self.not_before, self._first_fit(most - parts))
        self.due = max(now, self.due, self.not_before) + parts * WINDOW / per_second
        self.last = at
        kept = math.ceil(at * _GRAIN) / _GRAIN
        if self.places and self.places[-1][0] >= kept:
            self.places[-1] = (self.places[-1][0], self.places[-1][1] + parts)
        else:
            gone = at - WINDOW
            self.places = [place for place in self.places if place[0] > gone]
            self.places.append((kept, parts))
        return at

    def _first_fit(self, most: int) -> float:
        """The first moment at which the window before it holds so many parts at most."""
        held = 0
        for at, parts in reversed(self.places):
            held += parts
            if held > most:
                return at + WINDOW
        return 0.0

    def push_back(self, now: float) -> float:
        """AWS throttled a message: nothing leaves for a second, for longer if it goes on.

        Messages that are throttled during one pause count once: they left before it.

        Returns:
            The length of the pause in seconds.
        """
        if now < self.not_before:
            return self.not_before - now
        is_forgiven = now - self.struck_at > _FORGIVEN_AFTER
        self.strikes = 0 if is_forgiven else min(self.strikes + 1, _MOST_STRIKES)
        pause = min(_LONGEST_PAUSE, 2.0**self.strikes)
        self.struck_at = now
        self.not_before = now + pause
        return pause

    def to_text(self) -> str:
        """The line as text, as the ledger keeps it."""
        values = (self.due, self.last, self.not_before, self.strikes, self.struck_at, self.places)
        return json.dumps(values, separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The line that a text has."""
        due, last, not_before, strikes, struck_at, places = json.loads(text)
        return cls(due, last, not_before, strikes, struck_at, [(at, parts) for at, parts in places])


def pace_of(paces: Mapping[str, float], identity: str) -> float:
    """The parts per second of an identity."""
    return paces.get(identity, paces.get(REST, SLOWEST))

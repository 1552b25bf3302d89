"""What waiting means: a goal in typed states, a verdict for each state seen, and how waits end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from smsvoice.core.errors import SmsVoiceError

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
_GROWTH = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Which states are wanted, which can never become them, and which need a person first."""

    wanted: frozenset[str]
    failed: Mapping[str, str] = field(default_factory=dict[str, str])
    """A state that cannot become the goal, and what that means."""
    blocked: Mapping[str, str] = field(default_factory=dict[str, str])
    """A state that only a person can end, and what that person must do."""
    absence_wanted: bool = False
    """Whether the goal is that there is no such thing any more."""


class Progress(NamedTuple):
    """What the `progress` callback of a wait gets after each look."""

    what: str
    state: str | None
    seconds: float
    """Seconds since the wait began."""


def backoff(looks: int) -> float:
    """Seconds before the next look: a second at first, as AWS allows, then ever fewer looks."""
    return min(FIRST_PAUSE * _GROWTH ** max(looks - 1, 0), LONGEST_PAUSE)


class WaitError(SmsVoiceError):
    """A wait ended, and not with what was waited for."""

    def __init__(self, what: str, last_state: str | None, seconds: float, why: str) -> None:
        """Name the thing, its last state, the seconds spent, and why the wait ended."""
        super().__init__(what, last_state, seconds, why)
        self.what = what
        self.last_state = last_state
        self.seconds = seconds
        self.why = why

    def __str__(self) -> str:
        state = self.last_state or "not there"
        return f"{self.what} is {state} after {self.seconds:.0f} s: {self.why}"


class WaitTimeoutError(WaitError):
    """The time given was over before the goal was reached."""


class WaitFailedError(WaitError):
    """The goal cannot be reached any more, or only after a person has acted; see `why`."""


for _error in (WaitError, WaitTimeoutError, WaitFailedError):
    _error.__module__ = "smsvoice.errors"  # where users meet them

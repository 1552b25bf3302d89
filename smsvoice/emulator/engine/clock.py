"""The emulator's own time: it runs by itself, and can be put forward or stopped."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from smsvoice.emulator.engine.setting_rules import is_number

LATEST = datetime(9000, 1, 1, tzinfo=UTC)
"""As far as the time goes: what is scheduled from there still has a date."""


def _steady() -> Callable[[], float]:
    """Seconds that only grow, whatever is done to the wall clock.

    Tools that freeze or move a test's time replace `time.monotonic` as well, but no clock that is
    asked for by its number; where the system has none of these, no function that a class holds.
    """
    number = getattr(time, "CLOCK_MONOTONIC", None)
    return time.perf_counter if number is None else lambda: time.clock_gettime(number)


steady_seconds: Callable[[], float] = _steady()


class EmulatorClock:
    """The time of the emulated service, in UTC."""

    _seconds = staticmethod(steady_seconds)

    def __init__(self, starting_at: datetime | None = None, *, running: bool = True) -> None:
        """Start at a moment, or now; a clock that does not run moves only by `advance`.

        Raises:
            ValueError: the moment is beyond the year 8999.
        """
        self._origin = self._seconds()
        self._start = _plain(starting_at or datetime.now(UTC))
        if self._start >= LATEST:
            raise ValueError(f"starting_at must be before the year {LATEST.year}")
        self._ahead = timedelta()
        self._running = running
        self._pinned: datetime | None = None
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """The moment it is."""
        return self._pinned or self._unpinned()

    def advance(self, seconds: float) -> None:
        """Put the clock forward; it never goes back.

        Raises:
            ValueError: seconds is no number, negative, or leads beyond the year 8999.
        """
        if not is_number(seconds):
            raise ValueError("seconds must be a number, 0 or more")
        if seconds < 0:
            raise ValueError("a clock cannot be put back: seconds must be 0 or more")
        with self._lock:
            left = (LATEST - self._unpinned()) / timedelta(seconds=1)
            if not seconds < left:  # so that it holds for NaN as well
                raise ValueError(
                    f"seconds must be below {int(left)}: the clock ends with the year "
                    f"{LATEST.year - 1}"
                )
            self._ahead += timedelta(seconds=seconds)

    def pin(self, moment: datetime | None) -> None:
        """Hold the clock at a moment while an action that was due then runs; None releases it."""
        self._pinned = moment

    def _unpinned(self) -> datetime:
        passed = self._seconds() - self._origin if self._running else 0.0
        return self._start + timedelta(seconds=passed) + self._ahead


def _plain(moment: datetime) -> datetime:
    """The moment in UTC; one without a time zone is UTC. Never a frozen datetime of a test."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return LATEST - (LATEST - aware)

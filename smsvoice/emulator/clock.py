"""The emulator's own time: it runs with the wall clock, and can be put forward or stopped."""

from datetime import UTC, datetime, timedelta


class EmulatorClock:
    """Tells the time as the service sees it, in UTC."""

    def __init__(self, starting_at: datetime | None = None, *, running: bool = True) -> None:
        """Start at a moment, or now; a clock that does not run moves only by `advance`."""
        self._origin = datetime.now(UTC)
        self._start = starting_at or self._origin
        self._ahead = timedelta()
        self._running = running
        self._pinned: datetime | None = None

    def now(self) -> datetime:
        """The moment it is."""
        if self._pinned is not None:
            return self._pinned
        passed = datetime.now(UTC) - self._origin if self._running else timedelta()
        return self._start + passed + self._ahead

    def advance(self, seconds: float) -> None:
        """Put the clock forward; it never goes back."""
        if seconds < 0:
            raise ValueError("a clock cannot be put back: seconds must be 0 or more")
        self._ahead += timedelta(seconds=seconds)

    def pin(self, moment: datetime | None) -> None:
        """Hold the clock at a moment while something that was due then is done; None lets go."""
        self._pinned = moment

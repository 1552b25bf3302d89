"""Time as waiters need it: how late it is, and sleeping. Tests bring their own."""

import time
from typing import Protocol

import anyio


class Clock(Protocol):
    """A clock to wait by: gives the seconds and sleeps."""

    def now(self) -> float:
        """Seconds since some fixed moment."""
        ...

    def sleep(self, seconds: float) -> None:
        """Come back after so many seconds."""
        ...


class AsyncClock(Protocol):
    """A clock to wait by: gives the seconds and sleeps without blocking the event loop."""

    def now(self) -> float:
        """Seconds since some fixed moment."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Come back after so many seconds."""
        ...


class WallClock:
    """The clock on the wall."""

    def now(self) -> float:
        """Seconds since some fixed moment; never goes back."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Block this thread."""
        time.sleep(seconds)


class AsyncWallClock:
    """The clock on the wall, for event loops."""

    def now(self) -> float:
        """Seconds since some fixed moment; never goes back."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Let others run meanwhile."""
        await anyio.sleep(seconds)

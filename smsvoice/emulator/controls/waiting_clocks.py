"""Clocks for waiters of the SDK: their sleep puts the emulator's time forward and takes none."""

from datetime import datetime
from typing import Protocol


class HasTime(Protocol):
    """What has a time that can be put forward: an emulator."""

    def now(self) -> datetime:
        """The moment it is, UTC."""
        ...

    def advance(self, seconds: float) -> None:
        """Put the time forward."""
        ...


class EmulatedClock:
    """The emulator's time as a clock to wait by."""

    def __init__(self, emulator: HasTime) -> None:
        self._emulator = emulator

    def now(self) -> float:
        """The emulator's time, in seconds since 1970."""
        return self._emulator.now().timestamp()

    def sleep(self, seconds: float) -> None:
        """Put the emulator's time forward; comes back at once."""
        self._emulator.advance(seconds)


class AsyncEmulatedClock:
    """The emulator's time as a clock to wait by, for event loops."""

    def __init__(self, emulator: HasTime) -> None:
        self._emulator = emulator

    def now(self) -> float:
        """The emulator's time, in seconds since 1970."""
        return self._emulator.now().timestamp()

    async def sleep(self, seconds: float) -> None:
        """Put the emulator's time forward; comes back at once."""
        self._emulator.advance(seconds)

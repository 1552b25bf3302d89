"""Our objects against the emulator: a client, an emulator whose time stands still, and its clock."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import pytest

from smsvoice import AsyncSmsVoice, Emulator

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


class AsyncEmulatorClock:
    """A waiter's clock that puts the emulator forward instead of sleeping; `slept` tells each time."""

    def __init__(self, emulator: Emulator) -> None:
        """Move this emulator."""
        self._emulator = emulator
        self.slept: list[float] = []

    def now(self) -> float:
        """Seconds, as the emulator sees them."""
        return self._emulator.now().timestamp()

    async def sleep(self, seconds: float) -> None:
        """Let the emulator's time pass, and nobody wait."""
        self.slept.append(seconds)
        self._emulator.advance(seconds)


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An empty emulator whose time passes only by `advance` and by `clock`."""
    with Emulator(starting_at=START, clock_runs=False, seed=7) as made:
        yield made


@pytest.fixture
def clock(emulator: Emulator) -> AsyncEmulatorClock:
    """The clock to give to waiters: its sleeping is the emulator's advancing."""
    return AsyncEmulatorClock(emulator)


@pytest.fixture
async def sms(emulator: Emulator) -> AsyncIterator[AsyncSmsVoice]:
    """A client of the emulator."""
    async with AsyncSmsVoice(session=emulator.session()) as made:
        yield made

"""Our objects against the emulator: a client, an emulator whose time stands still, and its clock."""

# Mirrored from tests/aio/conftest.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from smsvoice import Emulator, SmsVoice

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


class EmulatorClock:
    """A waiter's clock that puts the emulator forward instead of sleeping; `slept` tells each time."""

    def __init__(self, emulator: Emulator) -> None:
        """Move this emulator."""
        self._emulator = emulator
        self.slept: list[float] = []

    def now(self) -> float:
        """Seconds, as the emulator sees them."""
        return self._emulator.now().timestamp()

    def sleep(self, seconds: float) -> None:
        """Let the emulator's time pass, and nobody wait."""
        self.slept.append(seconds)
        self._emulator.advance(seconds)


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An empty emulator whose time passes only by `advance` and by `clock`."""
    with Emulator(starting_at=START, clock_runs=False, seed=7) as made:
        yield made


@pytest.fixture
def clock(emulator: Emulator) -> EmulatorClock:
    """The clock to give to waiters: its sleeping is the emulator's advancing."""
    return EmulatorClock(emulator)


@pytest.fixture
def sms(emulator: Emulator) -> Iterator[SmsVoice]:
    """A client of the emulator."""
    with SmsVoice(session=emulator.session()) as made:
        yield made

"""Our objects against the emulator: a client, an emulator whose time stands still, and its clock."""

from collections.abc import AsyncIterator, Iterator

import pytest

from smsvoice import AsyncSmsVoice, Emulator
from tests.factories.aio.clocks import AsyncEmulatorClock
from tests.factories.constants import START


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

"""Our objects against the emulator: a client, an emulator whose time stands still, and its clock."""

# Mirrored from tests/aio/conftest.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Iterator

import pytest

from smsvoice import Emulator, SmsVoice
from tests.factories.constants import START
from tests.factories.sync.clocks import EmulatorClock


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

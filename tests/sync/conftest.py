"""Our objects against the emulator: a client, an emulator whose time stands still, and its clock.

The client talks to it within this process, and with `--paths=fast` over HTTP.
"""

# Mirrored from tests/aio/conftest.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Iterator

import pytest

from smsvoice import Emulator, SmsVoice
from tests.contract.wire import keyed_session
from tests.factories.constants import START
from tests.factories.sync.clocks import EmulatorClock
from tests.fixtures import Switch


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
def sms(emulator: Emulator, call_path: str, request: pytest.FixtureRequest) -> Iterator[SmsVoice]:
    """A client of the emulator."""
    session, url = emulator.session(), None
    if call_path == "fast":
        switch: Switch = request.getfixturevalue("switch")
        switch.emulator = emulator
        session, url = keyed_session(), switch.url
    with SmsVoice(session, endpoint_url=url) as made:
        assert made.fast_path  # looks, so that even the first call in an event loop takes it
        yield made

"""Our objects against the emulator: a client, an emulator whose time stands still, and its clock.

The client talks to it within this process, and with `--paths=fast` over HTTP.
"""

from collections.abc import AsyncIterator, Iterator

import pytest

from smsvoice import AsyncSmsVoice, Emulator
from tests.contract.wire import keyed_session
from tests.factories.aio.clocks import AsyncEmulatorClock
from tests.factories.constants import START
from tests.fixtures import Switch


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
async def sms(
    emulator: Emulator, call_path: str, request: pytest.FixtureRequest
) -> AsyncIterator[AsyncSmsVoice]:
    """A client of the emulator."""
    session, url = emulator.session(), None
    if call_path == "fast":
        switch: Switch = request.getfixturevalue("switch")
        switch.emulator = emulator
        session, url = keyed_session(), switch.url
    async with AsyncSmsVoice(session, endpoint_url=url) as made:
        assert made.fast_path  # looks, so that even the first call in an event loop takes it
        yield made

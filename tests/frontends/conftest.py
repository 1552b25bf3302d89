"""The same fixtures as the behaviour suite has, and a server with its controls."""

from collections.abc import Iterator

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.server import App, serving
from tests.frontends.http import Http


@pytest.fixture
def http(emulator: Emulator) -> Iterator[Http]:
    """Plain HTTP to a server of the emulator."""
    with serving(App(emulator)) as url:
        yield Http(url)

"""The same fixtures as the behaviour suite has, and a server with its levers."""

from collections.abc import Iterator

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.server import App, serving
from tests.emulator.conftest import aws, aws_in, emulator, switch  # noqa: F401  fixtures
from tests.faces.http import Http


@pytest.fixture
def http(emulator: Emulator) -> Iterator[Http]:  # noqa: F811
    """Plain HTTP to a server of the emulator."""
    with serving(App(emulator)) as url:
        yield Http(url)

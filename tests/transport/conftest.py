"""What tests of the transport share: no waiting between attempts, and an ear at our logger."""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.contract.wire import Wire
from tests.transport.captured_log import CapturedLog
from tests.transport.faults import no_back_off


@pytest.fixture(autouse=True)
def _no_back_off() -> Iterator[None]:
    with no_back_off():
        yield


@pytest.fixture
def served(call_path: str) -> Iterator[Callable[[Wire], None]]:
    """Puts a wire behind a socket where the test is about the fast path, which one here closes."""
    with ExitStack() as until_the_end:

        def serve(wire: Wire) -> None:
            if call_path == "fast":
                until_the_end.enter_context(wire.served())

        yield serve


@pytest.fixture
def ear() -> Iterator[CapturedLog]:
    """Hear our logger at DEBUG."""
    heard, log = CapturedLog(), logging.getLogger("smsvoice")
    log.addHandler(heard)
    log.setLevel(logging.DEBUG)
    yield heard
    log.removeHandler(heard)
    log.setLevel(logging.NOTSET)

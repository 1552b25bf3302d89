"""What tests of the transport share: no waiting between attempts, and an ear at our logger."""

import logging
from collections.abc import Iterator

import pytest

from tests.transport.captured_log import CapturedLog
from tests.transport.faults import no_back_off


@pytest.fixture(autouse=True)
def _no_back_off() -> Iterator[None]:
    with no_back_off():
        yield


@pytest.fixture
def ear() -> Iterator[CapturedLog]:
    """Hear our logger at DEBUG."""
    heard, log = CapturedLog(), logging.getLogger("smsvoice")
    log.addHandler(heard)
    log.setLevel(logging.DEBUG)
    yield heard
    log.removeHandler(heard)
    log.setLevel(logging.NOTSET)

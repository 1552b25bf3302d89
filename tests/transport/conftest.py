"""What tests of the transport share: no waiting between attempts, and an ear at our logger."""

import logging
from collections.abc import Iterator

import pytest

from tests.transport.faults import no_back_off
from tests.transport.listening import Ear


@pytest.fixture(autouse=True)
def _no_back_off() -> Iterator[None]:
    with no_back_off():
        yield


@pytest.fixture
def ear() -> Iterator[Ear]:
    """Hear our logger at DEBUG."""
    heard, log = Ear(), logging.getLogger("smsvoice")
    log.addHandler(heard)
    log.setLevel(logging.DEBUG)
    yield heard
    log.removeHandler(heard)
    log.setLevel(logging.NOTSET)

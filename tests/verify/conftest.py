"""An emulator that plays the real account, and a guarded client that reaches it."""

from collections.abc import Iterator
from typing import Any

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.verify.guard import Guard
from smsvoice.emulator.verify.probe import Account
from tests.verify.playing import ACCOUNT, REGION, TOPIC, client_of, playing


@pytest.fixture
def account() -> Account:
    """What a run knows of the account."""
    return Account(account_id=ACCOUNT, region=REGION, topic=TOPIC)


@pytest.fixture
def other() -> Iterator[Emulator]:
    """The emulator that plays the real account."""
    with playing() as made:
        yield made


@pytest.fixture
def client(other: Emulator) -> Any:
    """A client of it, which checks nothing and repeats nothing."""
    return client_of(other)


@pytest.fixture
def guard(client: Any) -> Guard:
    """A guard before it."""
    return Guard(client, "abcd1234", TOPIC)

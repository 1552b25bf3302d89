"""Emulators that play a real account, and clients of them that check and repeat nothing."""

from typing import Any

from botocore.config import Config

from smsvoice import Settings
from smsvoice.emulator import Emulator
from tests.factories.constants import SERVICE

REGION, ACCOUNT = "eu-west-1", "210987654321"
TOPIC = f"arn:aws:sns:{REGION}:{ACCOUNT}:events"


def playing() -> Emulator:
    """An emulator that plays the account."""
    return Emulator(settings=Settings(account_id=ACCOUNT, region=REGION))


def client_of(emulator: Emulator) -> Any:
    """A raw client of it."""
    session: Any = emulator.session()
    once = Config(parameter_validation=False, retries={"total_max_attempts": 1})
    return session.client(SERVICE, config=once)

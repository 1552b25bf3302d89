"""A call of the emulator's engine, made without boto3 and without HTTP."""

from random import Random
from typing import Any

from smsvoice.core.operation import Operation
from smsvoice.emulator.engine.clock import EmulatorClock
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.ids import Ids
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.store import Store
from tests.factories.constants import START


def call_of(
    operation: Operation[Any, Any] | None = None,
    *,
    region: str = "us-east-1",
    store: Store | None = None,
    settings: Settings | None = None,
) -> Call:
    """A call in an empty account whose time passes only by `call.clock.advance`."""
    chosen = settings or Settings()
    return Call(
        (store or Store()).account(chosen.account_id, region),
        EmulatorClock(START, running=False),
        Ids(Random(7)),
        chosen,
        operation,
    )

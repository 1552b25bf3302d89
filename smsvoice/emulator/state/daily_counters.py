"""Counting what may happen so many times in twenty-four hours."""

from datetime import datetime, timedelta

from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.store import TableOf

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


class Moments(OutputModel):
    """The moments of the last day at which something happened, oldest first."""

    at: tuple[datetime, ...]


counted: TableOf[Moments] = TableOf("happened", Moments)
"""The moments at which something happened, by what it is."""


def times_today(call: Call, what: str) -> int:
    """How often it has happened in the last twenty-four hours."""
    return times(call, what, DAY)


def times(call: Call, what: str, within: timedelta) -> int:
    """How often it has happened lately; a day is as far as the count goes back."""
    return sum(at > call.now - within for at in _recent(call, what))


def record(call: Call, what: str) -> None:
    """Count that it happens now."""
    moments = (*_recent(call, what), call.now)
    counted(call).put(what, Moments(at=moments))


def _recent(call: Call, what: str) -> tuple[datetime, ...]:
    found = counted(call).get(what)
    return tuple(at for at in found.at if at > call.now - DAY) if found else ()

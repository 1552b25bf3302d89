"""Counting what may happen so many times in twenty-four hours."""

from datetime import datetime, timedelta

from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.context import Call

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


class Happened(OutputModel):
    """The moments of the last day at which something happened, oldest first."""

    at: tuple[datetime, ...]


def times_today(call: Call, what: str) -> int:
    """How often it has happened in the last twenty-four hours."""
    return times(call, what, DAY)


def times(call: Call, what: str, within: timedelta) -> int:
    """How often it has happened lately; a day is as far as the count goes back."""
    return sum(at > call.now - within for at in _recent(call, what))


def count(call: Call, what: str) -> None:
    """Count that it happens now."""
    moments = (*_recent(call, what), call.now)
    call.table("happened", Happened).put(what, Happened(at=moments))


def _recent(call: Call, what: str) -> tuple[datetime, ...]:
    found = call.table("happened", Happened).get(what)
    return tuple(at for at in found.at if at > call.now - DAY) if found else ()

"""Sticky identities: who has written to a recipient lately writes to them again."""

from datetime import datetime, timedelta

from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.store import TableOf

LASTS = timedelta(hours=25)


class Sticky(OutputModel):
    """Who wrote to a recipient last."""

    shown: str
    at: datetime


sticky_senders: TableOf[Sticky] = TableOf("sticky_identities", Sticky)
"""Who wrote to a recipient last, by recipient."""


def remember(call: Call, destination: str, shown: str) -> None:
    """Note who has just written to a recipient."""
    sticky_senders(call).put(destination, Sticky(shown=shown, at=call.now))


def recalled(call: Call, destination: str) -> str | None:
    """What a recipient saw as the sender in the last 25 hours, if anything."""
    found = sticky_senders(call).get(destination)
    return found.shown if found is not None and call.now - found.at <= LASTS else None

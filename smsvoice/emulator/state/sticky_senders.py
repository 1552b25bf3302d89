"""Sticky identities: who has written to a recipient lately writes to them again."""

from datetime import datetime, timedelta

from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.building import build
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
    """Note who has just written to a recipient, and forget who has not for too long."""
    table = sticky_senders(call)
    table.drop(destination)  # so that the oldest stay first
    while (oldest := table.oldest()) is not None and _is_over(call, table.get(oldest)):
        table.drop(oldest)
    table.put(destination, build(Sticky, shown=shown, at=call.now))


def forget(call: Call, destination: str) -> None:
    """No identity of the account has written to a recipient last."""
    sticky_senders(call).drop(destination)


def recalled(call: Call, destination: str) -> str | None:
    """What a recipient saw as the sender in the last 25 hours, if anything."""
    found = sticky_senders(call).get(destination)
    return None if found is None or _is_over(call, found) else found.shown


def _is_over(call: Call, sticky: Sticky | None) -> bool:
    return sticky is not None and call.now - sticky.at > LASTS

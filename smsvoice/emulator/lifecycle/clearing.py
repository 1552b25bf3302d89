"""Forgetting messages whole: with their events, what they have yet to meet, and what is due."""

from collections.abc import Iterable, Sequence

from smsvoice.emulator.engine.context import Due
from smsvoice.emulator.engine.store import Account
from smsvoice.emulator.messaging.delivery import Fallback, Fate
from smsvoice.emulator.messaging.events import EmittedEvent, keys_of
from smsvoice.emulator.messaging.inbound import InboundRecord
from smsvoice.emulator.state.records import Message

_ACTIONS = ("deliver", "miss-feedback")


def clear(account: Account) -> None:
    """Forget all messages of an account in a region, to people and from them."""
    for message_id in account.table("messages", Message).keys():  # noqa: SIM118  a table's keys
        _forget(account, message_id)
    inbound = account.table("inbound", InboundRecord)
    for key in inbound.keys():  # noqa: SIM118  a table's keys
        inbound.drop(key)


def trim(accounts: Sequence[Account], most: int | None) -> None:
    """Forget the oldest messages where there are too many, to people and from them."""
    if most is None:
        return
    for account, key in _oldest(accounts, "messages", Message, most):
        _forget(account, key)
    for account, key in _oldest(accounts, "inbound", InboundRecord, most):
        account.table("inbound", InboundRecord).drop(key)


def _oldest(
    accounts: Sequence[Account],
    name: str,
    model: type[Message] | type[InboundRecord],
    most: int,
) -> Iterable[tuple[Account, str]]:
    """What goes beyond the most, one at a time; each must be dropped before the next is asked."""
    tables = [(account, account.table(name, model)) for account in accounts]
    for _ in range(sum(len(table) for _, table in tables) - most):
        firsts = [
            (table.turn(key), account, key)
            for account, table in tables
            if (key := table.oldest()) is not None
        ]
        _, account, key = min(firsts, key=lambda first: first[0])
        yield account, key


def _forget(account: Account, message_id: str) -> None:
    events = account.table("events", EmittedEvent)
    for key in keys_of(events, message_id):
        events.drop(key)
    for action in _ACTIONS:
        account.table("due", Due).drop(f"{action} {message_id}")
    account.table("fates", Fate).drop(message_id)
    account.table("fallbacks", Fallback).drop(message_id)
    account.table("messages", Message).drop(message_id)

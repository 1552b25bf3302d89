"""Forgetting messages whole: with their events, what they have yet to meet, and what is due."""

from collections.abc import Iterable, Sequence

from smsvoice.emulator.engine.context import scheduled
from smsvoice.emulator.engine.store import Account, TableOf
from smsvoice.emulator.state.records import (
    InboundRecord,
    Message,
    fallbacks,
    fates,
    inbound,
    outbox,
)

_ACTIONS = ("deliver", "miss-feedback")


def clear(account: Account) -> None:
    """Forget all messages of an account in a region, to people and from them."""
    for message_id in outbox(account).keys():  # noqa: SIM118  a table's keys
        _forget(account, message_id)
    received = inbound(account)
    for key in received.keys():  # noqa: SIM118  a table's keys
        received.drop(key)


def trim(accounts: Sequence[Account], most: int | None) -> None:
    """Forget the oldest messages where there are too many, to people and from them."""
    if most is None:
        return
    for account, key in _oldest(accounts, outbox, most):
        _forget(account, key)
    for account, key in _oldest(accounts, inbound, most):
        inbound(account).drop(key)


def _oldest(
    accounts: Sequence[Account],
    kind: TableOf[Message] | TableOf[InboundRecord],
    most: int,
) -> Iterable[tuple[Account, str]]:
    """What goes beyond the most, one at a time; each must be dropped before the next is asked."""
    tables = [(account, table) for account in accounts if len(table := kind(account))]
    for _ in range(sum(len(table) for _, table in tables) - most):
        firsts = [
            (table.turn(key), account, key)
            for account, table in tables
            if (key := table.oldest()) is not None
        ]
        _, account, key = min(firsts, key=lambda first: first[0])
        yield account, key


def _forget(account: Account, message_id: str) -> None:
    for action in _ACTIONS:
        scheduled(account).drop(f"{action} {message_id}")
    fates(account).drop(message_id)
    fallbacks(account).drop(message_id)
    outbox(account).drop(message_id)

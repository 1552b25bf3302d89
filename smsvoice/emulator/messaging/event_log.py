"""The events of messages: small notes of what was emitted, and the events built from them.

A note is kept with what a message has yet to meet; most events are never looked at.
"""

import hashlib
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.store import Account
from smsvoice.emulator.messaging import events
from smsvoice.emulator.messaging.events import EVENT_BRIDGE
from smsvoice.emulator.state.records import (
    EmittedEvent,
    Fate,
    Message,
    MetEvent,
    Target,
    emitted,
    fates,
    outbox,
)


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event of an account and region; its body is built when it is asked for."""

    account: Account
    key: str
    """Its id: the message's, and its number among the events of that."""
    message_id: str | None
    """The message that it is about; None for one about a registration."""
    event_type: str
    destination: str
    configuration_set_name: str | None
    at: datetime
    _source: EmittedEvent | tuple[Message, MetEvent, str | None]
    """The event, or what it takes to build it: the message, the note and the topic."""

    @property
    def record(self) -> EmittedEvent:
        """The event as its destination received it."""
        if isinstance(self._source, EmittedEvent):
            return self._source
        message, (kind, final, at, stamped, _), topic = self._source
        body = events.body_of(message, kind, final=final, stamped=stamped)
        if self.destination == EVENT_BRIDGE and self.configuration_set_name is None:
            body = events.bridged(self.account, _uuid_of(self.key), at, kind, body)
        return EmittedEvent(
            destination=self.destination,
            configuration_set_name=self.configuration_set_name,
            event_type=kind,
            body=body,
            at=at,
            topic_arn=topic or events.topic_of(self.account, self.destination),
        )


def note(
    call: Call, message: Message, event_type: str, *, final: bool, stamped: datetime
) -> MetEvent | None:
    """The note of an event that every destination gets which wants it; None if none could."""
    kind = events.type_for(message, event_type)
    if kind is None:
        return None
    targets = events.listening(call, message.configuration_set_name, kind)
    return (kind, final, call.now, stamped, targets)


def publish(call: Call, message: Message, fate: Fate, first: int) -> None:
    """Hand the events from a number on to the observer of changes."""
    if call.settings.event_url is None:
        return  # no one reads them
    found = _placed(call.account, message, fate, first)
    call.observed.setdefault("events", []).extend(one.record for one in found)


def of_message(account: Account, message_id: str) -> list[PlacedEvent]:
    """The events of a message, oldest first."""
    message, fate = outbox(account).get(message_id), fates(account).get(message_id)
    return [] if message is None or fate is None else list(_placed(account, message, fate))


def happened(accounts: Sequence[Account]) -> list[PlacedEvent]:
    """All events, oldest first."""
    found: list[tuple[datetime, int, PlacedEvent]] = []
    for account in accounts:
        table, messages = fates(account), outbox(account)
        for key, fate in table.items():
            message = messages.get(key)
            if message is not None:
                turn = table.turn(key)
                found.extend((one.at, turn, one) for one in _placed(account, message, fate))
        found.extend((one.at, turn, one) for turn, one in _of_registrations(account))
    found.sort(key=lambda one: one[:2])
    return [one for _, _, one in found]


def _placed(
    account: Account, message: Message, fate: Fate, first: int = 0
) -> Iterator[PlacedEvent]:
    number = 0
    for index, met in enumerate(fate.met):
        kind, _, at, _, targets = met
        is_by_rcs = fate.by_rcs is not None and index < fate.many_by_rcs
        whose = fate.by_rcs if fate.by_rcs is not None and is_by_rcs else message
        owned: list[tuple[Target, str | None]] = [
            (target, whose.configuration_set_name) for target in targets
        ]
        if events.goes_to_event_bridge(kind):
            owned.append(((EVENT_BRIDGE, None), None))
        for (name, topic), owner in owned:
            if index >= first:
                key = f"{message.message_id}.{number}"
                source = (whose, met, topic)
                yield PlacedEvent(account, key, message.message_id, kind, name, owner, at, source)
            number += 1


def _of_registrations(account: Account) -> Iterator[tuple[int, PlacedEvent]]:
    table = emitted(account)
    for key, event in table.items():
        placed = PlacedEvent(
            account,
            key,
            event.message_id,
            event.event_type,
            event.destination,
            event.configuration_set_name,
            event.at,
            event,
        )
        yield table.turn(key), placed


def _uuid_of(key: str) -> str:
    return str(uuid.UUID(bytes=hashlib.sha256(key.encode()).digest()[:16], version=4))

"""The messages, events and inbound messages as the controls and the inbox page show them."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, ClassVar, Generic, Self, TypeVar

from smsvoice.core.documents import encode_json
from smsvoice.emulator.controls.code_finder import code_in
from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.engine.store import Placed
from smsvoice.emulator.frontends.wrong import WrongError
from smsvoice.emulator.messaging.event_log import PlacedEvent, happened, of_message
from smsvoice.emulator.state.records import (
    InboundRecord,
    Message,
)

MOST_SECONDS = 60.0
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Generic[Item]):
    """A part of a list whose newest items are last."""

    since: str | None = None
    """Only what came after: the id of an item, or a moment in ISO 8601."""
    limit: int = 1000
    """Only so many of the newest."""
    wait: float = 0.0
    """How many seconds to wait for one, at most 60."""

    _what: ClassVar[str] = "item"

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Self:
        """From the query of a URL.

        Raises:
            WrongError: there is no such filter, or it cannot be that.
        """
        known = {field.name.rstrip("_") for field in fields(cls)}
        if unknown := sorted(set(given) - known):
            raise WrongError(
                f"no such filter: {', '.join(unknown)}; there are {', '.join(sorted(known))}"
            )
        try:
            numbers: dict[str, Any] = {
                "limit": int(given.get("limit", 1000)),
                "wait": float(given.get("wait", 0)),
            }
        except ValueError:
            raise WrongError("limit and wait must be numbers") from None
        if numbers["limit"] < 1 or not 0 <= numbers["wait"] <= MOST_SECONDS:
            raise WrongError("limit must be 1 or more, wait from 0 to 60 seconds")
        texts: dict[str, Any] = {n: v for n, v in given.items() if n not in numbers and v}
        named: dict[str, Any] = {
            field.name: texts.get(field.name.rstrip("_")) for field in fields(cls)
        }
        return cls(**(named | numbers))

    def among(self, items: Sequence[Item]) -> tuple[list[Item], int]:
        """The items that are wanted, and how many fit before the limit."""
        found = [item for item in self._later(items) if self._fits(item)]
        return found[-self.limit :], len(found)

    def _later(self, items: Sequence[Item]) -> Sequence[Item]:
        if self.since is None:
            return items
        for index in range(len(items) - 1, -1, -1):
            if self._id(items[index]) == self.since:
                return items[index + 1 :]
        moment = moment_of("since", self.since, f"neither the id of a known {self._what} nor")
        return [item for item in items if self._moment(item) > moment]

    def _id(self, item: Item) -> str:
        raise NotImplementedError

    def _moment(self, item: Item) -> datetime:
        raise NotImplementedError

    def _fits(self, item: Item) -> bool:
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted(Window[Message]):
    """Which messages are asked for."""

    to: str | None = None
    """The recipient, E.164."""
    from_: str | None = None
    """The sender as the recipient sees it."""
    channel: str | None = None
    """SMS, MMS, VOICE or RCS; several with commas between."""
    state: str | None = None
    """How far they have come, e.g. DELIVERED; several with commas between."""
    type: str | None = None
    """TRANSACTIONAL or PROMOTIONAL."""
    region: str | None = None
    """The region that they were sent in, which the list is taken from."""
    until: str | None = None
    """Only what came at this moment or before, ISO 8601."""
    text: str | None = None
    """Words that all appear in the text."""
    search: str | None = None
    """Words that all appear in recipient, sender, channel, state, id or text."""

    _what: ClassVar[str] = "message"

    def __post_init__(self) -> None:
        """Refuse what is no moment, even while there is nothing to compare it with."""
        if self.until is not None:
            moment_of("until", self.until)

    def _id(self, item: Message) -> str:
        return item.message_id

    def _moment(self, item: Message) -> datetime:
        return item.sent_at

    def _fits(self, item: Message) -> bool:
        pairs = (
            (self.channel, item.channel),
            (self.state, item.state),
            (self.type, item.message_type),
        )
        return (
            _is_number(self.to, item.destination_phone_number)
            and _is_number(self.from_, item.origination_identity or "")
            and all(_is_among(wanted, there_is) for wanted, there_is in pairs)
            and (self.until is None or item.sent_at <= moment_of("until", self.until))
            and _has_words(self.text, item.body.casefold)
            and _has_words(self.search, lambda: _searchable(item))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedEvents(Window[PlacedEvent]):
    """Which events are asked for."""

    message_id: str | None = None
    """Those of one message."""
    event_type: str | None = None
    """Of one type, e.g. TEXT_DELIVERED."""
    destination: str | None = None
    """For one event destination, by its name, or EventBridge."""
    configuration_set_name: str | None = None
    """For the destinations of one configuration set."""

    _what: ClassVar[str] = "event"

    def events(self, emulator: Emulator) -> list[PlacedEvent]:
        """All events that may be wanted, oldest first."""
        engine, key = emulator.engine, self.message_id
        if key is not None and self.since is None:
            return engine.read(lambda: [e for a in engine.accounts() for e in of_message(a, key)])
        return engine.read(lambda: happened(engine.accounts()))

    def _id(self, item: PlacedEvent) -> str:
        return item.key

    def _moment(self, item: PlacedEvent) -> datetime:
        return item.at

    def _fits(self, item: PlacedEvent) -> bool:
        pairs = (
            (self.message_id, item.message_id),
            (self.event_type, item.event_type),
            (self.destination, item.destination),
            (self.configuration_set_name, item.configuration_set_name),
        )
        return all(wanted is None or wanted == there_is for wanted, there_is in pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedInbound(Window[InboundRecord]):
    """Which messages that people wrote are asked for."""

    sender: str | None = None
    """The person's number, E.164."""
    to: str | None = None
    """The number, short code or RCS agent that was written to."""

    _what: ClassVar[str] = "inbound message"

    def _id(self, item: InboundRecord) -> str:
        return item.inbound_message_id

    def _moment(self, item: InboundRecord) -> datetime:
        return item.received_at

    def _fits(self, item: InboundRecord) -> bool:
        return _is_number(self.sender, item.origination_number) and _is_number(
            self.to, item.destination_number
        )


def moment_of(name: str, given: str, otherwise: str = "not") -> datetime:
    """A moment in the query of a URL.

    Raises:
        WrongError: it is none, or has no time zone.
    """
    try:
        # In a query a plus sign, as in +00:00, arrives as a space.
        moment = datetime.fromisoformat(given.replace(" ", "+"))
    except ValueError:
        raise WrongError(f"{name} is {otherwise} an ISO 8601 moment") from None
    if moment.tzinfo is None:
        raise WrongError(f"{name} needs a time zone, e.g. Z")
    return moment


def _is_among(wanted: str | None, there_is: str) -> bool:
    """Whether it is one of the values that are wanted."""
    return wanted is None or there_is in wanted.upper().replace(" ", "").split(",")


def _has_words(wanted: str | None, text: Callable[[], str]) -> bool:
    """Whether all the words that are wanted appear in a text."""
    if wanted is None:
        return True
    found = text()
    return all(word in found for word in wanted.casefold().split())


def _is_number(wanted: str | None, there_is: str) -> bool:
    """Whether it is the number that is wanted; a plus sign in a query arrives as a space."""
    if wanted is None:
        return True
    number = wanted.strip()
    return there_is in (number, f"+{number.removeprefix('+')}")


def message_json(message: Message, region: str | None, senders: Collection[str]) -> dict[str, Any]:
    """A message under AWS's names; moments in ISO 8601.

    Args:
        message: the message.
        region: where it was sent.
        senders: the numbers and agents that people can write to.
    """
    members: dict[str, Any] = json.loads(encode_json(message))
    members["SentAt"] = message.sent_at.isoformat()
    members["RegionName"] = region
    members["CanReply"] = message.origination_identity in senders
    code = code_in(message)
    return members if code is None else members | {"Code": code}


def event_json(placed: PlacedEvent) -> dict[str, Any]:
    """An event, whose it is, and its body as the destination received it."""
    event = placed.record
    return {
        "event_id": placed.key,
        "destination": event.destination,
        "configuration_set_name": event.configuration_set_name,
        "event_type": event.event_type,
        "message_id": event.message_id,
        "region_name": placed.account.region,
        "at": event.at.isoformat(),
        "body": event.body,
    }


def events_of(emulator: Emulator, placed: Placed[Message]) -> list[PlacedEvent]:
    """The events of a message, oldest first."""
    return emulator.engine.read(lambda: of_message(placed.account, placed.key))


def inbound_json(record: InboundRecord, region: str | None) -> dict[str, Any]:
    """What a person wrote, under AWS's names, and what of it is published."""
    members: dict[str, Any] = json.loads(encode_json(record))
    members["ReceivedAt"] = record.received_at.isoformat()
    members["RegionName"] = region
    members["Published"] = record.payload() if record.is_published else None
    return members


def replies_to(emulator: Emulator, message_id: str) -> list[InboundRecord]:
    """What the recipient of a message wrote back before the next one, oldest first."""
    return [
        record
        for record in emulator.inbound_messages
        if record.previous_published_message_id == message_id
    ]


def _searchable(message: Message) -> str:
    shown = (
        message.message_id,
        message.channel,
        message.destination_phone_number,
        message.origination_identity or "",
        message.state,
        message.body,
        json.dumps(message.content, ensure_ascii=False) if message.content else "",
        *message.media_urls,
    )
    return "\n".join(shown).casefold()

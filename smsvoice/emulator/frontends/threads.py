"""The conversations of the inbox page: one for each person, messages both ways."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.engine.store import Placed
from smsvoice.emulator.frontends.message_json import inbound_json, message_json
from smsvoice.emulator.state.read_marks import ReadMark, read_marks
from smsvoice.emulator.state.records import InboundRecord, Message, inbound, outbox
from smsvoice.models.common import NumberCapability

AUTOMATIC = "AutomaticResponse"
"""What sent a message that answers a keyword."""
RECEIVED = "RECEIVED"
"""The state of what a person wrote."""

_PREVIEW = 120


@dataclass(frozen=True, slots=True)
class Item:
    """A message to a person, or one from them."""

    placed: Placed[Message] | Placed[InboundRecord]
    at: datetime
    rank: int
    """What comes first of things at one moment: a text, what answers it, what answers that."""

    @classmethod
    def sent(cls, placed: Placed[Message]) -> "Item":
        """A message to a person."""
        rank = 2 if placed.record.operation == AUTOMATIC else 0
        return cls(placed, placed.record.sent_at, rank)

    @classmethod
    def received(cls, placed: Placed[InboundRecord]) -> "Item":
        """A message from a person."""
        return cls(placed, placed.record.received_at, 1)

    @property
    def message(self) -> Message | None:
        """The message to the person; None where they wrote themselves."""
        record = self.placed.record
        return record if isinstance(record, Message) else None

    @property
    def person(self) -> str:
        """The person's number."""
        record = self.placed.record
        if isinstance(record, Message):
            return record.destination_phone_number
        return record.origination_number

    @property
    def business(self) -> str | None:
        """The number, sender ID or agent at the other end."""
        record = self.placed.record
        if isinstance(record, Message):
            return record.origination_identity
        return record.destination_number

    @property
    def channel(self) -> str:
        """SMS, MMS, VOICE or RCS."""
        record = self.placed.record
        if isinstance(record, Message):
            return str(record.channel)
        return "RCS" if record.destination_number.startswith("rcs-") else "SMS"

    @property
    def state(self) -> str:
        """How far it has come."""
        message = self.message
        return RECEIVED if message is None else str(message.state)

    @property
    def text(self) -> str:
        """What it says in one line."""
        record = self.placed.record
        return said_in(record) if isinstance(record, Message) else said_by(record)

    @property
    def words(self) -> str:
        """All that a search looks through."""
        record = self.placed.record
        more = [self.placed.key, self.person, self.business or "", self.channel, self.state]
        if isinstance(record, Message):
            content = json.dumps(record.content, ensure_ascii=False) if record.content else ""
            more += [record.body, content, *record.media_urls]
        else:
            more.append(record.message_body)
        return "\n".join(more).casefold()

    def row(self) -> dict[str, Any]:
        """The item in a list."""
        return {
            "id": self.placed.key,
            "person": self.person,
            "sender": self.business,
            "channel": self.channel,
            "state": self.state,
            "text": self.text[:_PREVIEW],
            "at": self.at.isoformat(),
            "incoming": self.message is None,
        }

    def whole(self, senders: Collection[str]) -> dict[str, Any]:
        """The item in its conversation, beside the numbers and agents that take what one writes."""
        record, region = self.placed.record, self.placed.account.region
        members = (
            message_json(record, region, senders)
            if isinstance(record, Message)
            else inbound_json(record, region)
        )
        return {
            "id": self.placed.key,
            "at": self.at.isoformat(),
            "channel": self.channel,
            "state": self.state,
            "sender": self.business,
            "region": region,
            "incoming": not isinstance(record, Message),
            "record": members,
        }


def items_of(emulator: Emulator) -> list[Item]:
    """Every message both ways, oldest first."""
    engine = emulator.engine
    found = [Item.sent(one) for one in engine.placed(outbox)]
    written = [Item.received(one) for one in engine.placed(inbound)]
    return sorted([*found, *written], key=lambda one: (one.at, one.rank)) if written else found


def by_person(items: Sequence[Item]) -> dict[str, list[Item]]:
    """The conversations, by the person's number."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.person, []).append(item)
    return found


def marks_of(emulator: Emulator) -> dict[str, ReadMark]:
    """How far each conversation was read."""
    return {placed.record.person: placed.record for placed in emulator.engine.placed(read_marks)}


def unread_in(items: Sequence[Item], mark: ReadMark | None) -> int:
    """How many messages to a person came after what was read."""
    count = 0
    for item in reversed(items):
        if item.message is None:
            continue
        if mark is not None and (item.placed.key == mark.message_id or item.at < mark.sent_at):
            break
        count += 1
    return count


@dataclass(slots=True)
class Overview:
    """The rows of all conversations, and which of them changed since a page last asked."""

    version: int = 0
    _rows: dict[str, tuple[dict[str, Any], int]] = field(default_factory=dict[str, Any])
    _gone_at: int = 0

    def take(self, rows: Mapping[str, dict[str, Any]]) -> None:
        """Compare the rows with those before."""
        if rows.keys() >= self._rows.keys():
            changed = {k: row for k, row in rows.items() if self._rows.get(k, ({}, 0))[0] != row}
            self.version += bool(changed)
        else:
            changed = dict(rows)
            self.version += 1
            self._gone_at = self.version
            self._rows.clear()
        self._rows.update({person: (row, self.version) for person, row in changed.items()})

    def since(self, version: int | None) -> tuple[bool, list[dict[str, Any]]]:
        """Whether these are all rows, and the rows that changed after a version."""
        if version is None or not self._gone_at <= version <= self.version:
            return True, [row for row, _ in self._rows.values()]
        return False, [row for row, changed in self._rows.values() if changed > version]


def rows_of(emulator: Emulator, items: Sequence[Item]) -> dict[str, dict[str, Any]]:
    """The row of each conversation by the person's number."""
    marks = marks_of(emulator)
    return {
        person: {
            **talk[-1].row(),
            "count": len(talk),
            "unread": unread_in(talk, marks.get(person)),
        }
        for person, talk in by_person(items).items()
    }


def said_in(message: Message) -> str:
    """What a message to a person says, in one line."""
    if message.channel == NumberCapability.VOICE:
        return f"Call, {message.seconds or 0} s: {message.body}"
    content = message.content or {}
    titles = ", ".join(_texts(content, "Title"))
    text = message.body or titles or next(_texts(content, "Description", "FileUrl"), "")
    if text or not message.media_urls:
        return " ".join(text.split())
    return ", ".join(_name_of(url) for url in message.media_urls)


def said_by(record: InboundRecord) -> str:
    """What a person wrote or did, in one line."""
    if record.message_keyword is not None:
        return " ".join(record.message_body.split())
    event: dict[str, Any] = json.loads(record.message_body)
    kind = str(event.get("type", "RCS"))
    said = {
        "SUGGESTION": event.get("text"),
        "RCS_TYPING": "is typing",
        "CONVERSATION_STARTED": "Conversation started",
        "LOCATION": "Location",
    }.get(kind)
    return str(said or event.get("fileName") or kind)


def _texts(content: Mapping[str, object], *names: str) -> Iterator[str]:
    """The texts under some names in RCS content, in its order; of a file its own name."""
    for name, value in content.items():
        if isinstance(value, Mapping):
            yield from _texts(cast("Mapping[str, object]", value), *names)
        elif isinstance(value, list | tuple):
            for one in cast("Sequence[object]", value):
                if isinstance(one, Mapping):
                    yield from _texts(cast("Mapping[str, object]", one), *names)
        elif isinstance(value, str) and name in names:
            yield _name_of(value) if name == "FileUrl" else value


def _name_of(url: str) -> str:
    return url.rpartition("/")[2] or url

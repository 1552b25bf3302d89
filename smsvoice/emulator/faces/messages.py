"""The messages as levers and the inbox page show them: which ones, and as what JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self, cast

from smsvoice.core.codec import write
from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.events import EmittedEvent
from smsvoice.emulator.records import Message

MOST_SECONDS = 60.0


class WrongError(Exception):
    """What was asked of a lever cannot be; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which messages are asked for."""

    to: str | None = None
    """The recipient, E.164."""
    since: str | None = None
    """Only what came after: the id of a message, or a moment in ISO 8601."""
    state: str | None = None
    """How far they have come, e.g. DELIVERED."""
    search: str | None = None
    """Words that all appear in recipient, sender, channel, state, id or text."""
    limit: int = 1000
    """Only so many of the newest."""
    wait: float = 0.0
    """How many seconds to wait for one, at most 60."""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Self:
        """From the query of a URL."""
        known = {field.name for field in fields(cls)}
        if strangers := sorted(set(given) - known):
            raise WrongError(f"no such filter: {', '.join(strangers)}; there are {_listed(known)}")
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
        return cls(**texts, **numbers)

    def among(self, messages: list[Message]) -> tuple[list[Message], int]:
        """The messages that are wanted, and how many fit before the limit."""
        found = [message for message in self._later(messages) if self._fits(message)]
        return found[-self.limit :], len(found)

    def _later(self, messages: list[Message]) -> list[Message]:
        if self.since is None:
            return messages
        ids = [message.message_id for message in messages]
        if self.since in ids:
            return messages[ids.index(self.since) + 1 :]
        try:
            # In a query a plus sign, as in +00:00, arrives as a space.
            moment = datetime.fromisoformat(self.since.replace(" ", "+"))
        except ValueError:
            raise WrongError("since is neither a known message id nor an ISO 8601 moment") from None
        if moment.tzinfo is None:
            raise WrongError("since needs a time zone, e.g. Z")
        return [message for message in messages if message.sent_at > moment]

    def _fits(self, message: Message) -> bool:
        if self.to is not None:
            wanted = self.to.strip()
            whole = wanted if wanted.startswith("+") else f"+{wanted}"
            if message.destination_phone_number not in (wanted, whole):
                return False
        if self.state is not None and message.state != self.state.upper():
            return False
        if self.search is None:
            return True
        text = _searchable(message)
        return all(word in text for word in self.search.casefold().split())


def message_json(message: Message) -> dict[str, Any]:
    """A message under AWS's names; moments in ISO 8601."""
    told: dict[str, Any] = json.loads(write(message))
    told["SentAt"] = message.sent_at.isoformat()
    return told


def event_json(emulator: Emulator, message_id: str) -> list[dict[str, Any]]:
    """What event destinations were told of a message, oldest first."""
    return [
        {
            "destination": event.destination,
            "event_type": event.event_type,
            "at": event.at.isoformat(),
            "body": event.body,
        }
        for event in emulator.events
        if message_id in (event.body.get("messageId"), _detail(event).get("messageId"))
    ]


def replies_to(emulator: Emulator, message_id: str) -> list[str]:
    """What the recipient of a message wrote back before the next one, oldest first."""
    return [
        record.message_body
        for record in emulator.inbound_messages
        if record.previous_published_message_id == message_id
    ]


def _detail(event: EmittedEvent) -> Mapping[str, object]:
    detail = event.body.get("detail")
    return cast("dict[str, object]", detail) if isinstance(detail, dict) else {}


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


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names))

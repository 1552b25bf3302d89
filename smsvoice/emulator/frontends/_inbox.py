"""What the inbox page asks for, under /_smsvoice/inbox: its own, and free to change with it."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Self

from starlette.responses import Response

from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.frontends._controls.arguments import TEXT
from smsvoice.emulator.frontends._controls.route import (
    Asked,
    Body,
    ControlRoute,
    Handler,
    away,
)
from smsvoice.emulator.frontends.change_notifier import ChangeNotifier
from smsvoice.emulator.frontends.message_json import event_json, events_of, moment_of
from smsvoice.emulator.frontends.message_request import request_of
from smsvoice.emulator.frontends.pictures import picture
from smsvoice.emulator.frontends.threads import (
    Item,
    Overview,
    by_person,
    items_of,
    marks_of,
    rows_of,
    unread_in,
)
from smsvoice.emulator.frontends.waiting import (
    registrations_under_review,
    undecided_configurations,
)
from smsvoice.emulator.frontends.wrong import MissingError
from smsvoice.emulator.state.identities import written_to
from smsvoice.emulator.state.read_marks import ReadMark, read_marks
from smsvoice.emulator.state.records import inbound, outbox

_MOST = 1000


class InboxData:
    """What the page shows of one emulator."""

    def __init__(
        self, emulator: Emulator, changes: ChangeNotifier, media: Path | None = None
    ) -> None:
        """Show an emulator, and pictures of its messages from a folder."""
        self._emulator = emulator
        self._changes = changes
        self._known: tuple[int, list[Item]] = (-1, [])
        self._media = media
        self._overview = Overview()
        self._taken: list[Item] = []
        self._lock = threading.Lock()

    def routes(self) -> tuple[ControlRoute, ...]:
        """The path of each answer."""
        about = {"type": "string"}

        def get(path: str, summary: str, handler: Handler, *names: str) -> ControlRoute:
            query = {name: (name, about) for name in names}
            return ControlRoute(
                method="GET", path=path, summary=summary, handler=handler, query=query
            )

        filters = [field.name for field in fields(Filters)]
        return (
            get("/inbox/threads", "The conversations.", self._threads_asked, "since"),
            get("/inbox/found", "Messages that fit.", self._found_asked, *filters),
            get("/inbox/thread", "One of them.", self._thread_asked, "person", "limit", "upto"),
            get("/inbox/items/{key}", "One message.", self._item_asked),
            get("/inbox/media", "A picture.", self._media_asked, "url"),
            ControlRoute(
                method="POST",
                path="/inbox/read",
                summary="Mark the conversation of a person as read, or all of them.",
                handler=self._read_asked,
                bodies=(Body({"person": TEXT}),),
            ),
        )

    async def _threads_asked(self, asked: Asked) -> Any:
        """The conversations; with `since`, those that changed after that version."""
        given = asked.query.get("since", "")
        return await away(partial(self._threads, int(given) if given.isdecimal() else None))

    async def _found_asked(self, asked: Asked) -> Any:
        """The messages that fit the filters, newest first."""
        return await away(partial(self._found, Filters.of(asked.query)))

    async def _thread_asked(self, asked: Asked) -> Any:
        """The newest messages of one conversation, oldest first."""
        given = asked.query
        limit = _limit(given.get("limit", ""))
        person, upto = given.get("person", ""), given.get("upto", "")
        return await away(partial(self._thread, person, limit, upto))

    async def _item_asked(self, asked: Asked) -> Any:
        """One message with all that a developer asks about it."""
        found = await away(partial(self._item, asked.request.path_params["key"]))
        if found is None:
            raise MissingError("there is no such message")
        return found

    async def _read_asked(self, asked: Asked) -> Any:
        await away(partial(self._read, asked.given.get("person")))
        return {"done": True}

    async def _media_asked(self, asked: Asked) -> Any:
        """The picture under a media URL, from the folder of media; 204 where it has none."""
        found = await away(partial(picture, self._media, asked.query.get("url", "")))
        if found is None:
            return Response(status_code=204)
        kind, content = found
        return Response(content, media_type=kind, headers={"x-content-type-options": "nosniff"})

    def _items(self) -> list[Item]:
        """Every message both ways, collected once for all that is asked between two changes."""
        count = self._changes.count
        known = self._known
        if known[0] != count:
            known = self._known = (count, items_of(self._emulator))
        return known[1]

    def _threads(self, since: int | None) -> dict[str, Any]:
        engine, settings = self._emulator.engine, self._emulator.settings
        with self._lock:
            items = self._items()
            if items is not self._taken:
                self._overview.take(rows_of(self._emulator, items))
                self._taken = items
            whole, rows = self._overview.since(since)
            version = self._overview.version
        trouble = engine.trouble
        regions = engine.read(lambda: {one.region for one in engine.accounts()})
        return {
            "version": version,
            "whole": whole,
            "threads": rows,
            "messages": len(items),
            "waiting": len(registrations_under_review(self._emulator))
            + len(undecided_configurations(self._emulator)),
            "account_id": settings.account_id,
            "region": settings.region,
            "regions": sorted(regions | {settings.region}),
            "now": self._emulator.now().isoformat(),
            "trouble": None if trouble is None else trouble.error,
        }

    def _found(self, wanted: "Filters") -> dict[str, Any]:
        fitting = [one for one in self._items() if wanted.fits(one)]
        newest = fitting[: -wanted.limit - 1 : -1]
        return {"rows": [one.row() for one in newest], "total": len(fitting)}

    def _thread(self, person: str, limit: int, upto: str) -> dict[str, Any]:
        talk = by_person(self._items()).get(person, [])
        wanted = next((n for n, one in enumerate(talk) if one.placed.key == upto), len(talk))
        shown = talk[min(max(len(talk) - limit, 0), wanted) :]
        ends = self._can_write_to(talk)
        senders = {end["sender"] for end in ends}
        return {
            "person": person,
            "count": len(talk),
            "unread": unread_in(talk, marks_of(self._emulator).get(person)),
            "items": [one.whole(senders) for one in shown],
            "can_write_to": ends,
        }

    def _can_write_to(self, talk: Sequence[Item]) -> list[dict[str, Any]]:
        """The ends of a conversation that take what the person writes, newest first."""
        engine = self._emulator.engine
        senders = engine.read(lambda: {one.region: written_to(one) for one in engine.accounts()})
        ends = dict.fromkeys(
            (one.business, one.placed.account.region)
            for one in reversed(talk)
            if one.business is not None
        )
        return [
            {
                "sender": sender,
                "region": region,
                "channel": "RCS" if sender.startswith("rcs-") else "SMS",
            }
            for sender, region in ends
            if sender in senders.get(region, ())
        ]

    def _item(self, key: str) -> dict[str, Any] | None:
        engine = self._emulator.engine
        sent = engine.found(outbox, key)
        if sent is not None:
            senders = engine.read(lambda: written_to(sent.account))
            return {
                **Item.sent(sent).whole(senders),
                "person": sent.record.destination_phone_number,
                "events": [event_json(one) for one in events_of(self._emulator, sent)],
                "request": request_of(self._emulator, sent).shown(),
            }
        written = engine.found(inbound, key)
        if written is None:
            return None
        return {
            **Item.received(written).whole(()),
            "person": written.record.origination_number,
            "events": [],
            "request": None,
        }

    def _read(self, person: str | None) -> None:
        talks = by_person(self._items())
        marks = marks_of(self._emulator)
        newest = {
            key: next(one for one in reversed(talk) if one.message is not None)
            for key, talk in talks.items()
            if person in (None, key) and unread_in(talk, marks.get(key))
        }

        def mark(call: Call) -> None:
            for key, one in newest.items():
                made = ReadMark(person=key, message_id=one.placed.key, sent_at=one.at)
                read_marks(call).put(key, made)

        if newest:
            self._emulator.engine.apply(mark)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which messages are looked for."""

    channel: str = ""
    state: str = ""
    region: str = ""
    sender: str = ""
    text: str = ""
    after: str = ""
    """A moment in ISO 8601 with its zone."""
    before: str = ""
    """Another."""
    limit: int = 200

    @classmethod
    def of(cls, given: dict[str, str]) -> Self:
        """From the query of a URL.

        Raises:
            WrongError: a moment is none.
        """
        texts: dict[str, Any] = {name: text for name, text in given.items() if name != "limit"}
        found = cls(**texts, limit=_limit(given.get("limit", "")))
        for name in ("after", "before"):
            _moment(name, texts.get(name, ""))  # refused even while there is nothing to compare
        return found

    def fits(self, item: Item) -> bool:
        """Whether a message is one of them."""
        exact = (
            (self.channel, item.channel),
            (self.state, item.state),
            (self.region, item.placed.account.region),
        )
        if any(wanted and wanted != there_is for wanted, there_is in exact):
            return False
        if self.sender and self.sender.strip() != (item.business or ""):
            return False
        after, before = _moment("after", self.after), _moment("before", self.before)
        if (after and item.at < after) or (before and item.at > before):
            return False
        words = self.text.casefold().split()
        if not words:
            return True
        said = item.words
        return all(word in said for word in words)


def _moment(name: str, text: str) -> datetime | None:
    return moment_of(name, text) if text else None


def _limit(text: str) -> int:
    return min(max(int(text), 1), _MOST) if text.isdecimal() else 100

"""The routes that show what happened: messages, codes, events, and what people wrote."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import fields
from functools import partial
from typing import Any, TypeVar

import anyio
from starlette.responses import Response, StreamingResponse

from smsvoice.emulator.controls.code_finder import NO_CODE, code_in
from smsvoice.emulator.frontends._controls.arguments import Schema
from smsvoice.emulator.frontends._controls.route import DONE, Asked, ControlRoute, away
from smsvoice.emulator.frontends.message_json import (
    Wanted,
    WantedEvents,
    WantedInbound,
    Window,
    event_json,
    events_of,
    inbound_json,
    message_json,
    replies_to,
)
from smsvoice.emulator.frontends.message_request import request_of
from smsvoice.emulator.frontends.wrong import MissingError
from smsvoice.emulator.state.identities import written_to
from smsvoice.emulator.state.records import InboundRecord, Message, inbound, outbox

Item = TypeVar("Item")
_HEARTBEAT_SECONDS = 15.0
_FILTERS = {
    "channel": "SMS, MMS, VOICE or RCS; several with commas between.",
    "configuration_set_name": "For the destinations of one configuration set.",
    "destination": "For one event destination, by its name, or EventBridge.",
    "event_type": "Of one type, e.g. TEXT_DELIVERED.",
    "from": "The sender as the recipient sees it.",
    "limit": "Only so many of the newest; 1000 otherwise.",
    "message_id": "Those of one message.",
    "region": "The region that they were sent in.",
    "search": "Words that all appear in recipient, sender, channel, state, id or text.",
    "sender": "The person's number, E.164.",
    "since": "Only what came after: the id of an item, or a moment in ISO 8601.",
    "state": "PENDING, DELIVERED, FAILED, EXPIRED or BLOCKED; several with commas between.",
    "text": "Words that all appear in the text.",
    "to": "The number that it went to, E.164; for people's texts also a short code or agent.",
    "type": "TRANSACTIONAL or PROMOTIONAL.",
    "until": "Only what came at this moment or before, ISO 8601.",
    "wait": "How many seconds to wait for one that fits, at most 60.",
}
_KINDS: dict[type[Any], Schema] = {
    int: {"type": "integer", "minimum": 1},
    float: {"type": "number", "minimum": 0, "maximum": 60},
}


def _filters(wanted: type[Window[Any]]) -> dict[str, tuple[str, Schema]]:
    """The filters of a list, from what the class that applies them takes."""
    names = [(field.name.rstrip("_"), field.type) for field in fields(wanted)]
    return {
        name: (_FILTERS[name], _KINDS.get(kind, {"type": "string"}))  # type: ignore[arg-type]
        for name, kind in names
    }


def _list_of(name: str, component: str) -> Schema:
    return {
        "type": "object",
        "properties": {
            name: {"type": "array", "items": {"$ref": f"#/components/schemas/{component}"}},
            "total": {"type": "integer", "description": "How many fit before the limit."},
        },
        "required": [name, "total"],
    }


async def _found(
    asked: Asked, wanted: Window[Item], items: Callable[[], Sequence[Item]]
) -> tuple[list[Item], int]:
    """What is wanted, waited for as long as was asked, and how many there are of it."""
    waited_until = anyio.current_time() + wanted.wait
    while True:
        count = asked.changes.count
        found, total = await away(lambda: wanted.among(items()))
        left = waited_until - anyio.current_time()
        is_over = asked.changes.closed or await asked.request.is_disconnected()
        if found or left <= 0 or is_over:
            return found, total
        await asked.changes.wait(count, left)


async def _messages(asked: Asked) -> Any:
    wanted = Wanted.of(asked.query)
    found, total = await _found(asked, wanted, partial(_sent, asked, wanted.region))
    return {"messages": await away(lambda: _in_json(asked, found)), "total": total}


def _sent(asked: Asked, region: str | None) -> Sequence[Message]:
    """All messages, or those of a region."""
    engine = asked.emulator.engine
    if region is None:
        return engine.records(outbox)
    return engine.read(
        lambda: [m for one in engine.accounts() if one.region == region for m in outbox(one)]
    )


def _in_json(asked: Asked, messages: Sequence[Message]) -> list[dict[str, Any]]:
    """Messages with their region, and whether their recipients can answer them."""
    engine = asked.emulator.engine

    def regions() -> dict[str, tuple[str, set[str]]]:
        wanted = {message.message_id for message in messages}
        return {
            key: (account.region, ends)
            for account, ends in ((one, written_to(one)) for one in engine.accounts())
            for key in wanted
            if key in outbox(account)
        }

    nowhere: tuple[str | None, set[str]] = (None, set())  # cleared meanwhile
    found = engine.read(regions)
    return [message_json(one, *found.get(one.message_id, nowhere)) for one in messages]


async def _message(asked: Asked) -> Any:
    message_id = asked.request.path_params["message_id"]
    return await away(partial(_whole_message, asked, message_id))


def _whole_message(asked: Asked, message_id: str) -> dict[str, Any]:
    emulator = asked.emulator
    found = emulator.engine.found(outbox, message_id)
    if found is None:
        raise MissingError("there is no such message")
    replies = replies_to(emulator, message_id)
    request = request_of(emulator, found)
    return {
        "message": _in_json(asked, [found.record])[0],
        "events": [event_json(one) for one in events_of(emulator, found)],
        "replies": [one.message_body for one in replies],
        "inbound": [_inbound_json(asked, one) for one in replies],
        "request": {
            "operation": request.operation,
            "region_name": request.region,
            "members": request.parameters,
            "note": request.note,
        },
        "boto3": request.boto3(),
    }


async def _clear_messages(asked: Asked) -> Any:
    await away(asked.emulator.clear_messages)
    return {"done": True}


async def _code(asked: Asked) -> Any:
    wanted = Wanted.of(asked.query)
    found, _ = await _found(asked, wanted, lambda: [m for m in _sent(asked, None) if code_in(m)])
    if not found:
        raise MissingError(NO_CODE)
    return {"code": code_in(found[-1]), "message_id": found[-1].message_id}


async def _events(asked: Asked) -> Any:
    wanted = WantedEvents.of(asked.query)
    events = partial(wanted.events, asked.emulator)
    found, total = await _found(asked, wanted, events)
    return {"events": [event_json(one) for one in found], "total": total}


async def _inbound(asked: Asked) -> Any:
    wanted = WantedInbound.of(asked.query)
    found, total = await _found(asked, wanted, lambda: asked.emulator.inbound_messages)
    shown_so = await away(lambda: [_inbound_json(asked, one) for one in found])
    return {"inbound": shown_so, "total": total}


def _inbound_json(asked: Asked, record: InboundRecord) -> dict[str, Any]:
    placed = asked.emulator.engine.found(inbound, record.inbound_message_id)
    return inbound_json(record, None if placed is None else placed.account.region)


async def _changes(asked: Asked) -> Response:
    """Server-sent events: one whenever something has changed."""
    changes, request = asked.changes, asked.request

    async def events() -> AsyncIterator[str]:
        count = changes.count
        yield f"retry: 1000\nevent: changed\ndata: {count}\n\n"
        while not changes.closed and not await request.is_disconnected():
            heard = await changes.wait(count, _HEARTBEAT_SECONDS)
            yield ": still here\n\n" if heard == count else f"event: changed\ndata: {heard}\n\n"
            count = heard

    headers = {"cache-control": "no-store"}
    return StreamingResponse(events(), media_type="text/event-stream", headers=headers)


_WHOLE_MESSAGE: Schema = {
    "type": "object",
    "properties": {
        "message": {"$ref": "#/components/schemas/Message"},
        "events": {"type": "array", "items": {"$ref": "#/components/schemas/Event"}},
        "replies": {"type": "array", "items": {"type": "string"}},
        "inbound": {"type": "array", "items": {"$ref": "#/components/schemas/Inbound"}},
        "request": {
            "type": "object",
            "description": "What the client sent: operation, region_name and members, which are "
            "null where they cannot be known; note says whether they are rebuilt from the message.",
        },
        "boto3": {"type": ["string", "null"], "description": "The same call in Python."},
    },
    "required": ["message", "events", "replies", "inbound", "request", "boto3"],
}

ROUTES = (
    ControlRoute(
        method="GET",
        path="/messages",
        control="messages",
        summary="What people received or will, oldest first.",
        handler=_messages,
        query=_filters(Wanted),
        answer=_list_of("messages", "Message"),
    ),
    ControlRoute(
        method="GET",
        path="/messages/{message_id}",
        control="sent_requests",
        summary="One message with its events, the answers of its recipient, and its request.",
        handler=_message,
        answer=_WHOLE_MESSAGE,
        may_miss=True,
    ),
    ControlRoute(
        method="DELETE",
        path="/messages",
        control="clear_messages",
        summary="Forget the messages, their events, and what people wrote.",
        handler=_clear_messages,
        answer=DONE,
    ),
    ControlRoute(
        method="GET",
        path="/code",
        control="messages.code",
        summary="The newest one-time code.",
        handler=_code,
        query={
            name: how for name, how in _filters(Wanted).items() if name in ("to", "since", "wait")
        },
        answer={
            "type": "object",
            "properties": {"code": {"type": "string"}, "message_id": {"type": "string"}},
            "required": ["code", "message_id"],
        },
        may_miss=True,
    ),
    ControlRoute(
        method="GET",
        path="/events",
        control="events",
        summary="The events that destinations received, oldest first.",
        handler=_events,
        query=_filters(WantedEvents),
        answer=_list_of("events", "Event"),
    ),
    ControlRoute(
        method="GET",
        path="/inbound",
        control="inbound_messages",
        summary="What people wrote, and what of it was published, oldest first.",
        handler=_inbound,
        query=_filters(WantedInbound),
        answer=_list_of("inbound", "Inbound"),
    ),
    ControlRoute(
        method="GET",
        path="/changes",
        summary="Server-sent events: something has changed.",
        handler=_changes,
        answer={"type": "string"},
        media_type="text/event-stream",
    ),
)

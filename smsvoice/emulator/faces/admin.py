"""The levers over HTTP, under /_smsvoice/: JSON in, JSON out; what AWS itself does not have.

The members of a body are the arguments of the lever of the same name on `Emulator`.
"""

import inspect
import json
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import asdict
from functools import partial
from logging import getLogger
from typing import Any, cast

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from smsvoice.emulator import seed
from smsvoice.emulator.ask import Refused, ask_all
from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.faces.bell import Bell
from smsvoice.emulator.faces.messages import (
    Wanted,
    WrongError,
    event_json,
    message_json,
    replies_to,
)
from smsvoice.emulator.faces.wire import read
from smsvoice.emulator.records import Message
from smsvoice.emulator.refusal import Refusal
from smsvoice.emulator.switches import as_json

Endpoint = Callable[[Request], Awaitable[Response]]

_log = getLogger("smsvoice.emulator")
_MOST_BYTES = 1024 * 1024
_HEARTBEAT_SECONDS = 15.0
_WAITING = frozenset(
    ("SUBMITTED", "AWS_REVIEWING", "REVIEWING", "REQUIRES_AUTHENTICATION", "PROVISIONING")
)


class Admin:
    """The levers of one emulator."""

    def __init__(self, emulator: Emulator, bell: Bell) -> None:
        """Move an emulator, and wait for news by its bell."""
        self._emulator = emulator
        self._bell = bell

    def routes(self) -> list[Route]:
        """Where each lever is."""
        table: dict[tuple[str, str], Endpoint] = {
            ("/health", "GET"): self.health,
            ("/reset", "POST"): self.reset,
            ("/messages", "GET"): self.messages,
            ("/messages", "DELETE"): self.clear_messages,
            ("/messages/{message_id}", "GET"): self.message,
            ("/changes", "GET"): self.changes,
            ("/inbound", "POST"): self.inbound,
            ("/faults", "GET"): self.faults,
            ("/faults", "POST"): self.add_fault,
            ("/faults", "DELETE"): self.clear_faults,
            ("/clock", "GET"): self.clock,
            ("/clock", "POST"): self.advance,
            ("/review", "GET"): self.waiting_for_review,
            ("/review", "POST"): self.review,
            ("/settings", "GET"): self.settings,
            ("/settings", "POST"): self.change_settings,
            ("/seed", "POST"): self.seed,
        }
        return [Route(path, _kept(end), methods=[verb]) for (path, verb), end in table.items()]

    async def health(self, request: Request) -> Response:  # noqa: ARG002
        """That it runs, and where its time and account stand."""
        told = {
            "status": "ok",
            "account_id": self._emulator.settings.account_id,
            "region": self._emulator.settings.region,
            "now": self._emulator.now().isoformat(),
            "messages": len(await _away(lambda: self._emulator.messages)),
        }
        return JSONResponse(told)

    async def reset(self, request: Request) -> Response:
        """Forget everything but settings, faults and time."""
        await _arguments(request)
        await _away(self._emulator.reset)
        return _done()

    async def messages(self, request: Request) -> Response:
        """The messages that fit, oldest first; with `wait`, as soon as there is one."""
        wanted = Wanted.of(dict(request.query_params))
        waited_until = anyio.current_time() + wanted.wait
        while True:
            count = self._bell.count
            found, total = await _away(lambda: wanted.among(self._emulator.messages))
            left = waited_until - anyio.current_time()
            if found or left <= 0 or self._bell.closed or await request.is_disconnected():
                shown = [message_json(message) for message in found]
                return JSONResponse({"messages": shown, "total": total})
            await self._bell.heard(count, left)

    async def message(self, request: Request) -> Response:
        """One message, what has happened to it, and what its recipient wrote back."""
        wanted = request.path_params["message_id"]
        found = [m for m in await _away(lambda: self._emulator.messages) if m.message_id == wanted]
        if not found:
            return JSONResponse({"error": "there is no such message"}, 404)
        events = await _away(lambda: event_json(self._emulator, wanted))
        replies = await _away(lambda: replies_to(self._emulator, wanted))
        told = {"message": message_json(found[0]), "events": events, "replies": replies}
        return JSONResponse(told)

    async def clear_messages(self, request: Request) -> Response:  # noqa: ARG002
        """Forget the messages."""
        await _away(self._emulator.clear_messages)
        return _done()

    async def changes(self, request: Request) -> Response:
        """Server-sent events: one whenever something has changed."""

        async def events() -> AsyncIterator[str]:
            count = self._bell.count
            yield f"retry: 1000\nevent: changed\ndata: {count}\n\n"
            while not self._bell.closed and not await request.is_disconnected():
                heard = await self._bell.heard(count, _HEARTBEAT_SECONDS)
                yield ": still here\n\n" if heard == count else f"event: changed\ndata: {heard}\n\n"
                count = heard

        headers = {"cache-control": "no-store"}
        return StreamingResponse(events(), media_type="text/event-stream", headers=headers)

    async def inbound(self, request: Request) -> Response:
        """A person writes; {"in_reply_to": message id, "body": text} is the recipient of that."""
        arguments = await _arguments(request)
        if "in_reply_to" in arguments:
            arguments = await _away(partial(self._answering, arguments))
        await _pull(self._emulator.inbound, arguments)
        return _done()

    async def faults(self, request: Request) -> Response:  # noqa: ARG002
        """What still goes wrong."""
        return JSONResponse({"faults": [asdict(fault) for fault in self._emulator.faults]})

    async def add_fault(self, request: Request) -> Response:
        """Let something go wrong."""
        fault = await _pull(self._emulator.faults.add, await _arguments(request))
        return JSONResponse(asdict(fault))

    async def clear_faults(self, request: Request) -> Response:  # noqa: ARG002
        """Let everything go right again."""
        self._emulator.faults.clear()
        return _done()

    async def clock(self, request: Request) -> Response:  # noqa: ARG002
        """The emulator's time."""
        return JSONResponse({"now": self._emulator.now().isoformat()})

    async def advance(self, request: Request) -> Response:
        """Put the clock forward: {"advance": seconds}."""
        seconds = _only(await _arguments(request), "advance", (int, float))
        await _pull(self._emulator.advance, {"seconds": seconds})
        self._bell.ring()
        return await self.clock(request)

    async def waiting_for_review(self, request: Request) -> Response:  # noqa: ARG002
        """The registrations that wait for somebody's decision."""
        return JSONResponse({"registrations": await _away(self._waiting)})

    async def review(self, request: Request) -> Response:
        """Approve or deny a registration: {"decision": "approve", ...and the lever's arguments}."""
        arguments = await _arguments(request)
        decision = arguments.pop("decision", None)
        if decision not in ("approve", "deny"):
            raise WrongError("decision must be approve or deny")
        lever = self._emulator.approve if decision == "approve" else self._emulator.deny
        await _pull(lever, arguments)
        self._bell.ring()
        return _done()

    async def settings(self, request: Request) -> Response:  # noqa: ARG002
        """The switches of the account."""
        return JSONResponse(as_json(self._emulator.settings))

    async def change_settings(self, request: Request) -> Response:
        """Set some of the switches."""
        members = await _arguments(request)
        await _pull(partial(seed.set_settings, self._emulator), {"members": members})
        return await self.settings(request)

    async def seed(self, request: Request) -> Response:
        """Settings and calls as in a seed file: {"settings": {...}, "call": [{...}]}."""
        plan = seed.Plan.of(await _arguments(request))
        made = await _pull(partial(seed.apply, self._emulator), {"plan": plan})
        return JSONResponse({"answers": made})

    def _answering(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """The lever's arguments for an answer to a message: its recipient writes to its sender."""
        if set(arguments) != {"in_reply_to", "body"}:
            raise WrongError('with in_reply_to, give "body" and nothing else')
        for account in self._emulator.engine.store.accounts():
            message = account.table("messages", Message).get(str(arguments["in_reply_to"]))
            if message is None:
                continue
            if message.origination_identity is None:
                raise WrongError("it came from no identity that one could write to")
            return {
                "origination_number": message.destination_phone_number,
                "destination_number": message.origination_identity,
                "body": str(arguments["body"]),
                "region_name": account.region,
            }
        raise WrongError("there is no such message")

    def _waiting(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for account in self._emulator.engine.store.accounts():
            listed = ask_all(
                self._emulator.engine, "DescribeRegistrations", "Registrations", account.region
            )
            found += [
                {
                    "registration_id": one["RegistrationId"],
                    "registration_type": one["RegistrationType"],
                    "registration_status": one["RegistrationStatus"],
                    "region_name": account.region,
                }
                for one in listed
                if one["RegistrationStatus"] in _WAITING
            ]
        return found


def _kept(endpoint: Endpoint) -> Endpoint:
    """An endpoint whose failures are answers."""

    async def kept(request: Request) -> Response:
        try:
            return await endpoint(request)
        except (WrongError, seed.SeedError) as wrong:
            return JSONResponse({"error": str(wrong)}, 400)
        except Refused as refused:
            return JSONResponse({"error": refused.spoken}, 409)
        except Refusal as refusal:
            reason = refusal.members.get("Reason", "")
            return JSONResponse({"error": f"{refusal.code} {reason}".strip()}, 409)
        except Exception as fault:  # noqa: BLE001  no traceback to whoever asked
            place = traceback.extract_tb(fault.__traceback__)[-1]
            kind = type(fault).__name__
            _log.error("a lever failed: %s at %s:%s", kind, place.filename, place.lineno)
            return JSONResponse({"error": f"the emulator failed ({kind})"}, 500)

    return kept


async def _arguments(request: Request) -> dict[str, Any]:
    """The members of a request's body."""
    body = await read(request, _MOST_BYTES)
    if body is None:
        raise WrongError("the body is larger than 1 MiB")
    try:
        found: object = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        raise WrongError("the body is no JSON") from None
    if not isinstance(found, dict):
        raise WrongError("the body must be a JSON object")
    return cast("dict[str, Any]", found)


async def _pull(lever: Callable[..., Any], arguments: dict[str, Any]) -> Any:
    """Move a lever with the arguments that a body holds, in a worker thread."""
    try:
        inspect.signature(lever).bind(**arguments)
    except TypeError as wrong:
        raise WrongError(str(wrong)) from None
    try:
        return await _away(partial(lever, **arguments))
    except (ValueError, TypeError, LookupError) as wrong:
        raise WrongError(str(wrong)) from wrong


async def _away(work: Callable[[], Any]) -> Any:
    return await anyio.to_thread.run_sync(work)


def _only(arguments: dict[str, Any], name: str, kinds: tuple[type, ...]) -> Any:
    value = arguments.get(name)
    if set(arguments) != {name} or isinstance(value, bool) or not isinstance(value, kinds):
        raise WrongError(f'give {{"{name}": ...}} and nothing else')
    return value


def _done() -> Response:
    return JSONResponse({"done": True})

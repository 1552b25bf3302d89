"""The controls over HTTP, under /_smsvoice/: JSON in, JSON out; what AWS itself does not have.

The members of a body are the arguments of the control of the same name on `Emulator`.
"""

import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from logging import getLogger
from typing import Any, TypeVar

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from smsvoice.emulator.controls import seed
from smsvoice.emulator.controls.internal_client import CallRefused, list_all
from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.engine.settings_json import as_json
from smsvoice.emulator.frontends._admin_arguments import (
    COUNT,
    EVENTS,
    NUMBER,
    OBJECT,
    REGION,
    TEXT,
    TEXTS,
    WrongError,
    body_of,
    checked,
)
from smsvoice.emulator.frontends.change_notifier import ChangeNotifier
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
from smsvoice.emulator.state.records import outbox

Endpoint = Callable[[Request], Awaitable[Response]]
Item = TypeVar("Item")

_log = getLogger("smsvoice.emulator")
_HEARTBEAT_SECONDS = 15.0
_WAITING = frozenset(
    ("SUBMITTED", "AWS_REVIEWING", "REVIEWING", "REQUIRES_AUTHENTICATION", "PROVISIONING")
)
_REGISTRATION = {"registration_id": TEXT, "region_name": REGION}
_DENIAL = _REGISTRATION | {"reason": TEXT, "description": TEXT, "field_paths": TEXTS}
_INBOUND = {
    "origination_number": TEXT,
    "destination_number": TEXT,
    "body": TEXT,
    "region_name": REGION,
}
_INBOUND_RCS = {
    "origination_number": TEXT,
    "rcs_agent": TEXT,
    "kind": TEXT,
    "members": OBJECT,
    "region_name": REGION,
}
_FAULT = {
    "kind": TEXT,
    "operation": TEXT,
    "times": COUNT,
    "share": NUMBER,
    "seconds": NUMBER,
    "at": COUNT,
}
_NOTIFY_REVIEW = {
    "notify_configuration_id": TEXT,
    "status": TEXT,
    "tier_upgrade_status": TEXT,
    "region_name": REGION,
}


class Admin:
    """The controls of one emulator."""

    def __init__(self, emulator: Emulator, changes: ChangeNotifier) -> None:
        """Control an emulator, and wait for its changes."""
        self._emulator = emulator
        self._changes = changes

    def routes(self) -> list[Route]:
        """The path of each control."""
        table: dict[tuple[str, str], Endpoint] = {
            ("/health", "GET"): self.health,
            ("/reset", "POST"): self.reset,
            ("/messages", "GET"): self.messages,
            ("/messages", "DELETE"): self.clear_messages,
            ("/messages/{message_id}", "GET"): self.message,
            ("/changes", "GET"): self.changes,
            ("/events", "GET"): self.events,
            ("/inbound", "GET"): self.inbound_messages,
            ("/inbound", "POST"): self.inbound,
            ("/inbound-rcs", "POST"): self.inbound_rcs,
            ("/script", "POST"): self.script,
            ("/fail-upload", "POST"): self.fail_upload,
            ("/review-notify-configuration", "POST"): self.review_notify_configuration,
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
            ("/sns.pem", "GET"): self.sns_certificate,
        }
        return [Route(path, _kept(end), methods=[verb]) for (path, verb), end in table.items()]

    async def health(self, request: Request) -> Response:  # noqa: ARG002
        """Whether it can go on, where its time and account stand, and how posting events goes."""
        return JSONResponse(await _away(self._health))

    async def reset(self, request: Request) -> Response:
        """Forget everything but settings, faults and time."""
        checked(await body_of(request), {})
        await _away(self._emulator.reset)
        return _done()

    async def messages(self, request: Request) -> Response:
        """The messages that fit, oldest first; with `wait`, as soon as there is one."""
        wanted = Wanted.of(dict(request.query_params))
        found, total = await self._found(request, wanted, lambda: self._emulator.messages)
        return JSONResponse({"messages": [message_json(one) for one in found], "total": total})

    async def events(self, request: Request) -> Response:
        """The events that fit, oldest first; with `wait`, as soon as there is one."""
        wanted = WantedEvents.of(dict(request.query_params))
        events = partial(wanted.events, self._emulator)
        found, total = await self._found(request, wanted, events)
        return JSONResponse({"events": [event_json(one) for one in found], "total": total})

    async def inbound_messages(self, request: Request) -> Response:
        """What people wrote and fits, oldest first; with `wait`, as soon as there is something."""
        wanted = WantedInbound.of(dict(request.query_params))
        found, total = await self._found(request, wanted, lambda: self._emulator.inbound_messages)
        return JSONResponse({"inbound": [inbound_json(one) for one in found], "total": total})

    async def message(self, request: Request) -> Response:
        """One message, what has happened to it, and what its recipient wrote back."""
        message = await _away(partial(self._message, request.path_params["message_id"]))
        if message is None:
            return JSONResponse({"error": "there is no such message"}, 404)
        return JSONResponse(message)

    async def clear_messages(self, request: Request) -> Response:  # noqa: ARG002
        """Forget the messages."""
        await _away(self._emulator.clear_messages)
        return _done()

    async def changes(self, request: Request) -> Response:
        """Server-sent events: one whenever something has changed."""

        async def events() -> AsyncIterator[str]:
            count = self._changes.count
            yield f"retry: 1000\nevent: changed\ndata: {count}\n\n"
            while not self._changes.closed and not await request.is_disconnected():
                heard = await self._changes.wait(count, _HEARTBEAT_SECONDS)
                yield ": still here\n\n" if heard == count else f"event: changed\ndata: {heard}\n\n"
                count = heard

        headers = {"cache-control": "no-store"}
        return StreamingResponse(events(), media_type="text/event-stream", headers=headers)

    async def inbound(self, request: Request) -> Response:
        """A person writes; {"in_reply_to": message id, "body": text} is the recipient of that."""
        given = await body_of(request)
        if "in_reply_to" in given:
            arguments = await _away(partial(self._answering, given))
        else:
            arguments = checked(given, _INBOUND, list(_INBOUND)[:3])
        record = await _run(self._emulator.inbound, arguments)
        return JSONResponse({"done": True, "inbound_message_id": record.inbound_message_id})

    async def inbound_rcs(self, request: Request) -> Response:
        """Something else happens with an RCS agent: {..., "kind": ..., "members": {...}}."""
        given = checked(await body_of(request), _INBOUND_RCS, list(_INBOUND_RCS)[:3])
        record = await _run(self._emulator.inbound_rcs, given.pop("members", {}) | given)
        return JSONResponse({"done": True, "inbound_message_id": record.inbound_message_id})

    async def sns_certificate(self, request: Request) -> Response:  # noqa: ARG002
        """The certificate that signs what `event_url` gets."""
        pem = await _away(lambda: self._emulator.sns_certificate)
        return Response(pem, media_type="application/x-pem-file")

    async def script(self, request: Request) -> Response:
        """Set the delivery events of a recipient: {"destination": ..., "event_types": [...]}."""
        rules = {"destination": TEXT, "event_types": EVENTS, "region_name": REGION}
        given = checked(await body_of(request), rules, ["destination", "event_types"])
        event_types = given.pop("event_types")
        await _run(partial(self._emulator.script, given.pop("destination"), *event_types), given)
        return _done()

    async def fail_upload(self, request: Request) -> Response:
        """Make the upload of a registration attachment fail."""
        rules = {"registration_attachment_id": TEXT, "region_name": REGION}
        given = checked(await body_of(request), rules, ["registration_attachment_id"])
        await _run(self._emulator.fail_upload, given)
        return _done()

    async def review_notify_configuration(self, request: Request) -> Response:
        """Decide on the display name of a notify configuration, or on its step to another tier."""
        given = checked(await body_of(request), _NOTIFY_REVIEW, ["notify_configuration_id"])
        await _run(self._emulator.review_notify_configuration, given)
        return _done()

    async def faults(self, request: Request) -> Response:  # noqa: ARG002
        """What still goes wrong."""
        return JSONResponse({"faults": [asdict(fault) for fault in self._emulator.faults]})

    async def add_fault(self, request: Request) -> Response:
        """Add a fault."""
        given = checked(await body_of(request), _FAULT, ["kind"])
        fault = await _run(self._emulator.faults.add, given)
        return JSONResponse(asdict(fault))

    async def clear_faults(self, request: Request) -> Response:  # noqa: ARG002
        """Remove all faults."""
        self._emulator.faults.clear()
        return _done()

    async def clock(self, request: Request) -> Response:  # noqa: ARG002
        """The emulator's time."""
        now = await _away(self._emulator.now)
        return JSONResponse({"now": now.isoformat()})

    async def advance(self, request: Request) -> Response:
        """Put the clock forward: {"advance": seconds}."""
        given = checked(await body_of(request), {"advance": NUMBER}, ["advance"])
        await _run(self._emulator.advance, {"seconds": given["advance"]})
        return await self.clock(request)

    async def waiting_for_review(self, request: Request) -> Response:  # noqa: ARG002
        """The registrations that wait for a decision."""
        return JSONResponse({"registrations": await _away(self._waiting)})

    async def review(self, request: Request) -> Response:
        """Approve or deny a registration: {"decision": "approve", ...and its arguments}."""
        given = await body_of(request)
        decision = given.pop("decision", None)
        if decision == "approve":
            arguments = checked(given, _REGISTRATION, ["registration_id"])
            await _run(self._emulator.approve, arguments)
        elif decision == "deny":
            arguments = checked(given, _DENIAL, ["registration_id"])
            await _run(self._emulator.deny, arguments)
        else:
            raise WrongError("decision must be approve or deny")
        return _done()

    async def settings(self, request: Request) -> Response:  # noqa: ARG002
        """The settings of the account."""
        return JSONResponse(as_json(self._emulator.settings))

    async def change_settings(self, request: Request) -> Response:
        """Change some of the settings."""
        members = await body_of(request)
        await _run(partial(seed.set_settings, self._emulator), {"members": members})
        return await self.settings(request)

    async def seed(self, request: Request) -> Response:
        """Settings and calls as in a seed file: {"settings": {...}, "call": [{...}]}."""
        plan = seed.Plan.of(await body_of(request))
        made = await _run(partial(seed.apply, self._emulator), {"plan": plan})
        return JSONResponse({"answers": made})

    async def _found(
        self, request: Request, wanted: Window[Item], items: Callable[[], Sequence[Item]]
    ) -> tuple[list[Item], int]:
        """What is wanted, waited for as long as was asked, and how many there are of it."""
        waited_until = anyio.current_time() + wanted.wait
        while True:
            count = self._changes.count
            found, total = await _away(lambda: wanted.among(items()))
            left = waited_until - anyio.current_time()
            if found or left <= 0 or self._changes.closed or await request.is_disconnected():
                return found, total
            await self._changes.wait(count, left)

    def _health(self) -> dict[str, Any]:
        engine = self._emulator.engine
        trouble = engine.trouble
        return {
            "status": "ok" if trouble is None else "failing",
            "problem": None
            if trouble is None
            else {"error": trouble.error, "since": trouble.since.isoformat()},
            "account_id": self._emulator.settings.account_id,
            "region": self._emulator.settings.region,
            "now": self._emulator.now().isoformat(),
            "messages": engine.count(outbox),
            "event_posts": engine.poster.posts._asdict(),
        }

    def _message(self, message_id: str) -> dict[str, Any] | None:
        found = self._emulator.engine.found(outbox, message_id)
        if found is None:
            return None
        return {
            "message": message_json(found.record),
            "events": [event_json(one) for one in events_of(self._emulator, found)],
            "replies": replies_to(self._emulator, message_id),
        }

    def _answering(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments of `inbound` for an answer to a message."""
        rules = {"in_reply_to": TEXT, "body": TEXT}
        arguments = checked(given, rules, list(rules))
        found = self._emulator.engine.found(outbox, arguments["in_reply_to"])
        if found is None:
            raise WrongError("in_reply_to: there is no such message")
        if found.record.origination_identity is None:
            raise WrongError("in_reply_to: it came from no identity that one could write to")
        return {
            "origination_number": found.record.destination_phone_number,
            "destination_number": found.record.origination_identity,
            "body": arguments["body"],
            "region_name": found.account.region,
        }

    def _waiting(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for account in self._emulator.engine.read(self._emulator.engine.accounts):
            listed = list_all(
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
        except CallRefused as refused:
            return JSONResponse({"error": refused.spoken}, 409)
        except ServiceError as refusal:
            reason = refusal.members.get("Reason", "")
            return JSONResponse({"error": f"{refusal.code} {reason}".strip()}, 409)
        except Exception as fault:  # noqa: BLE001  the client gets no traceback
            place = traceback.extract_tb(fault.__traceback__)[-1]
            kind = type(fault).__name__
            _log.error("a control failed: %s at %s:%s", kind, place.filename, place.lineno)
            return JSONResponse({"error": f"the emulator failed ({kind})"}, 500)

    return kept


async def _run(control: Callable[..., Any], arguments: dict[str, Any]) -> Any:
    """Run a control with checked arguments, in a worker thread."""
    try:
        return await _away(partial(control, **arguments))
    except (ValueError, LookupError) as wrong:
        if isinstance(wrong, KeyError | IndexError):
            raise  # a fault inside, whose text may hold anything
        raise WrongError(str(wrong)) from wrong


async def _away(work: Callable[[], Any]) -> Any:
    return await anyio.to_thread.run_sync(work)


def _done() -> Response:
    return JSONResponse({"done": True})

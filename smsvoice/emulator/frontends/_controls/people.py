"""The routes by which people write, and reviewers decide."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from smsvoice.core.model import AwsModel
from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.engine.store import Placed
from smsvoice.emulator.frontends._controls.arguments import (
    OBJECT,
    REGION,
    TEXT,
    TEXTS,
    Schema,
)
from smsvoice.emulator.frontends._controls.route import (
    Asked,
    Body,
    ControlRoute,
    away,
    items,
    members,
    run,
)
from smsvoice.emulator.frontends.waiting import (
    registrations_under_review,
    undecided_configurations,
)
from smsvoice.emulator.frontends.wrong import WrongError
from smsvoice.emulator.state.identities import can_be_written_to, phone_numbers, rcs_agents, shown
from smsvoice.emulator.state.records import outbox
from smsvoice.models.notify import NotifyConfigurationStatus, TierUpgradeStatus

Found = TypeVar("Found")

_REPLY = "The message that is answered: by its recipient, to its sender."


async def _write(asked: Asked) -> Any:
    given = asked.given
    if "in_reply_to" in given:
        person, sender, region = await away(lambda: _ends(asked, given["in_reply_to"]))
        given = {"body": given["body"], "region_name": region}
        given |= {"origination_number": person, "destination_number": sender}
    record = await run(asked.emulator.inbound, **given)
    return {"done": True, "inbound_message_id": record.inbound_message_id}


async def _do(asked: Asked) -> Any:
    given = dict(asked.given)
    more = given.pop("members", {})
    if "in_reply_to" in given:
        person, agent, region = await away(lambda: _ends(asked, given.pop("in_reply_to")))
        given |= {"origination_number": person, "rcs_agent": agent, "region_name": region}
    record = await run(asked.emulator.inbound_rcs, **(more | given))
    return {"done": True, "inbound_message_id": record.inbound_message_id}


def _ends(asked: Asked, message_id: str) -> tuple[str, str, str]:
    """Who answers a message, whom, and in which region."""
    found = asked.emulator.engine.found(outbox, message_id)
    if found is None:
        raise WrongError("in_reply_to: there is no such message")
    sender = found.record.origination_identity
    if sender is None:
        raise WrongError("in_reply_to: it came from no identity that one could write to")
    return found.record.destination_phone_number, sender, found.account.region


async def _identities(asked: Asked) -> Any:
    return {"identities": await away(lambda: _hearing(asked))}


def _hearing(asked: Asked) -> list[dict[str, Any]]:
    """All numbers and agents that a person can write to."""
    engine = asked.emulator.engine
    numbers = [
        _identity(one, "phone-number") | {"iso_country_code": one.record.iso_country_code}
        for one in engine.placed(phone_numbers)
        if can_be_written_to(one.record)
    ]
    agents = [
        _identity(one, "rcs-agent")
        for one in engine.placed(rcs_agents)
        if can_be_written_to(one.record)
    ]
    return numbers + agents


def _identity(placed: Placed[Any], kind: str) -> dict[str, Any]:
    one = placed.record
    return {
        "id": placed.key,
        "kind": kind,
        "shown": shown(one),
        "region_name": placed.account.region,
        "status": str(one.status),
        "two_way_enabled": one.two_way_enabled,
    }


async def _under_review(asked: Asked) -> Any:
    found = await away(partial(_now, asked, registrations_under_review))
    names = ("registration_id", "registration_type", "registration_status")
    return {"registrations": [_short(one, names) for one in found]}


async def _undecided_names(asked: Asked) -> Any:
    found = await away(partial(_now, asked, undecided_configurations))
    names = (
        "notify_configuration_id",
        "display_name",
        "status",
        "tier",
        "tier_upgrade_status",
    )
    return {"notify_configurations": [_short(one, names) for one in found]}


def _now(asked: Asked, waiting: Callable[[Emulator], Found]) -> Found:
    """What waits once all that is due has happened."""
    asked.emulator.engine.poll()
    return waiting(asked.emulator)


def _short(placed: tuple[str, AwsModel], names: tuple[str, ...]) -> dict[str, Any]:
    region, one = placed
    return {name: getattr(one, name) for name in names} | {"region_name": region}


async def _review(asked: Asked) -> Any:
    given = dict(asked.given)
    decision = given.pop("decision")
    if decision == "approve":
        extra = set(given) - {"registration_id", "region_name"}
        if extra:
            raise WrongError(f"{', '.join(sorted(extra))}: only for a denial")
        await run(asked.emulator.approve, **given)
    elif decision == "deny":
        await run(asked.emulator.deny, **given)
    else:
        raise WrongError("decision must be approve or deny")
    return {"done": True}


async def _review_name(asked: Asked) -> Any:
    await run(asked.emulator.review_notify_configuration, **asked.given)
    return {"done": True}


_WRITTEN: Schema = {
    "type": "object",
    "properties": {"done": {"const": True}, "inbound_message_id": {"type": "string"}},
    "required": ["done", "inbound_message_id"],
}
_PERSON = TEXT("The person's number, E.164.")

ROUTES = (
    ControlRoute(
        method="POST",
        path="/inbound",
        control="inbound",
        summary="A person writes: a new one, or the recipient of a message.",
        handler=_write,
        bodies=(
            Body(
                members(
                    origination_number=_PERSON,
                    destination_number=TEXT("Number, short code, or id or ARN; or of an agent."),
                    body=TEXT("What the person writes."),
                    region_name=REGION,
                ),
                ["origination_number", "destination_number", "body"],
            ),
            Body(
                members(in_reply_to=TEXT(_REPLY), body=TEXT("What the person writes.")),
                ["in_reply_to", "body"],
            ),
        ),
        answer=_WRITTEN,
    ),
    ControlRoute(
        method="POST",
        path="/inbound-rcs",
        control="inbound_rcs",
        summary="A person types, taps a suggestion, sends a file or a place to an agent.",
        handler=_do,
        bodies=(
            Body(
                members(
                    origination_number=_PERSON,
                    rcs_agent=TEXT("Id or ARN of the agent."),
                    kind=TEXT("RCS_TYPING, SUGGESTION, MEDIA, LOCATION, CONVERSATION_STARTED."),
                    members=OBJECT("What is known about it, e.g. text and postback_data."),
                    region_name=REGION,
                ),
                ["origination_number", "rcs_agent", "kind"],
            ),
            Body(
                members(
                    in_reply_to=TEXT(_REPLY),
                    kind=TEXT("As above."),
                    members=OBJECT("As above."),
                ),
                ["in_reply_to", "kind"],
            ),
        ),
        answer=_WRITTEN,
    ),
    ControlRoute(
        method="GET",
        path="/identities",
        summary="The numbers and agents that a person can write to, in all regions.",
        handler=_identities,
        answer=items(
            "identities",
            *("id", "kind", "shown", "region_name", "status"),
            two_way_enabled={"type": "boolean"},
            iso_country_code={"type": "string"},
        ),
    ),
    ControlRoute(
        method="GET",
        path="/review",
        summary="The registrations that wait for a decision.",
        handler=_under_review,
        answer=items(
            "registrations",
            *("registration_id", "registration_type", "registration_status", "region_name"),
        ),
    ),
    ControlRoute(
        method="POST",
        path="/review",
        control="approve deny",
        summary="Approve or deny a registration.",
        handler=_review,
        bodies=(
            Body(
                members(
                    decision=TEXT("The decision.", enum=["approve", "deny"]),
                    registration_id=TEXT("Whose newest version is under review."),
                    reason=TEXT("For a denial: the reviewers' code."),
                    description=TEXT("For a denial: the reason in words."),
                    field_paths=TEXTS("For a denial: the fields at fault."),
                    field_reason=TEXT("For a denial: the word that these fields carry."),
                    region_name=REGION,
                ),
                ["decision", "registration_id"],
            ),
        ),
    ),
    ControlRoute(
        method="GET",
        path="/review-notify-configuration",
        summary="The notify configurations whose name or tier waits for a decision.",
        handler=_undecided_names,
        answer=items(
            "notify_configurations",
            *("notify_configuration_id", "display_name", "status", "tier"),
            *("tier_upgrade_status", "region_name"),
        ),
    ),
    ControlRoute(
        method="POST",
        path="/review-notify-configuration",
        control="review_notify_configuration",
        summary="Decide on a display name, or on a step to another tier.",
        handler=_review_name,
        bodies=(
            Body(
                members(
                    notify_configuration_id=TEXT("Id or ARN."),
                    status=TEXT(
                        "What came of the review of its name.",
                        enum=[one.value for one in NotifyConfigurationStatus],
                    ),
                    tier_upgrade_status=TEXT(
                        "What came of the upgrade.",
                        enum=[one.value for one in TierUpgradeStatus],
                    ),
                    region_name=REGION,
                ),
                ["notify_configuration_id"],
            ),
        ),
    ),
)

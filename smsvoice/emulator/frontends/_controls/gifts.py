"""The routes of `emulator.give`: one for each method, with the same arguments."""

from collections.abc import Mapping
from typing import Any

from smsvoice.core.enums import OpenEnum
from smsvoice.emulator.controls.internal_client import call_operation, list_all
from smsvoice.emulator.data.forms import FORMS
from smsvoice.emulator.data.forms.rcs import CARRIERS
from smsvoice.emulator.frontends._controls.arguments import (
    COUNT,
    REGION,
    TEXT,
    TEXTS,
    VALUES,
    Members,
)
from smsvoice.emulator.frontends._controls.route import (
    Asked,
    Body,
    ControlRoute,
    Handler,
    away,
    run,
)
from smsvoice.models.notify import NotifyConfigurationStatus, NotifyConfigurationTier
from smsvoice.models.phone_numbers import NumberStatus, NumberType
from smsvoice.models.pools import PoolStatus
from smsvoice.models.rcs_agents import RcsAgentStatus
from smsvoice.models.registrations import RegistrationStatus

_ANSWER = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "description": "AWS's id, or name."},
        "resource": {"type": "object", "description": "What it is, as AWS describes it."},
    },
    "required": ["id", "resource"],
}
_COUNTRY = TEXT("ISO 3166-1 alpha-2; CA for a LONG_CODE, US for others otherwise.")
_MESSAGE_TYPE = TEXT("TRANSACTIONAL or PROMOTIONAL.")

# Where the answer of a gift is described: operation, its list, the member that is its id.
_DESCRIBED = {
    "number": ("DescribePhoneNumbers", "PhoneNumbers", "PhoneNumberIds"),
    "pool": ("DescribePools", "Pools", "PoolIds"),
    "rcs_agent": ("DescribeRcsAgents", "RcsAgents", "RcsAgentIds"),
    "registration": ("DescribeRegistrations", "Registrations", "RegistrationIds"),
    "notify_configuration": (
        "DescribeNotifyConfigurations",
        "NotifyConfigurations",
        "NotifyConfigurationIds",
    ),
    "opted_out": ("DescribeOptOutLists", "OptOutLists", "OptOutListNames"),
}


def _gift(name: str, positional: str | None = None) -> Handler:
    """A handler that gives, and describes what it gave."""

    async def give(asked: Asked) -> Mapping[str, Any]:
        arguments = dict(asked.given)
        several = arguments.pop(positional, ()) if positional is not None else ()
        made = await run(getattr(asked.emulator.give, name), *several, **arguments)
        described = await away(lambda: _described(asked, name, made, arguments))
        return {"id": made, "resource": described}

    return give


def _described(asked: Asked, name: str, made: str, given: Mapping[str, Any]) -> Any:
    engine, region = asked.emulator.engine, given.get("region_name")
    if name == "sender_id":
        country = given.get("country", "GB")
        found = list_all(engine, "DescribeSenderIds", "SenderIds", region)
        return next(
            one for one in found if one["SenderId"] == made and one["IsoCountryCode"] == country
        )
    operation, items, ids = _DESCRIBED[name]
    (described,) = call_operation(engine, operation, {ids: [made]}, region)[items]
    return described


def _route(name: str, summary: str, body: Body, positional: str | None = None) -> ControlRoute:
    return ControlRoute(
        method="POST",
        path=f"/give/{name.replace('_', '-')}",
        control=f"give.{name}",
        summary=summary,
        handler=_gift(name, positional),
        bodies=(Body({**body.members, "region_name": REGION}, body.needed),),
        answer=_ANSWER,
    )


def _status(kinds: type[OpenEnum], *, gone: str = "DELETED") -> Members:
    return {"status": TEXT("Its status.", enum=[one.value for one in kinds if one != gone])}


ROUTES = (
    _route(
        "number",
        "Give a phone number with the registration that it needs.",
        Body(
            {
                "number_type": TEXT("Its type.", enum=[one.value for one in NumberType]),
                **_status(NumberStatus),
                "country": _COUNTRY,
                "message_type": _MESSAGE_TYPE,
                "number_capabilities": TEXTS("SMS, MMS, VOICE; all of the type otherwise."),
                "opt_out_list_name": TEXT("Name or ARN of its opt-out list."),
                "two_way_channel_arn": TEXT("The topic where texts of people are published."),
                "pool_id": TEXT("Id or ARN of an active pool that it joins."),
            },
            ["number_type"],
        ),
    ),
    _route(
        "sender_id",
        "Give a sender ID, registered where the country demands it.",
        Body(
            {
                "sender_id": TEXT("1 to 11 letters, digits, hyphens or underscores."),
                "country": TEXT("ISO 3166-1 alpha-2; GB otherwise."),
                "message_types": TEXTS("TRANSACTIONAL, PROMOTIONAL or both."),
            }
        ),
    ),
    _route(
        "pool",
        "Give a pool of identities that are there, and of new numbers.",
        Body(
            {
                "identities": TEXTS("Ids or ARNs of numbers and RCS agents, and sender IDs."),
                "numbers": COUNT("New numbers besides; without identities 1."),
                "number_type": TEXT("The type of the new numbers; TEN_DLC otherwise."),
                **_status(PoolStatus),
                "country": _COUNTRY,
                "message_type": _MESSAGE_TYPE,
            }
        ),
        "identities",
    ),
    _route(
        "rcs_agent",
        "Give an RCS agent, tested and launched as its status says.",
        Body(
            {
                "country": TEXT("Where it is launched; US otherwise.", enum=list(CARRIERS)),
                **_status(RcsAgentStatus),
            }
        ),
    ),
    _route(
        "registration",
        "Give a registration whose form is filled in.",
        Body(
            {
                "form": TEXT("The registration type.", enum=list(FORMS)),
                **_status(RegistrationStatus),
                "fields": VALUES("Values by field path; the others are examples."),
                "resource_id": TEXT("What it is about; a new one otherwise."),
            },
            ["form"],
        ),
    ),
    _route(
        "notify_configuration",
        "Give a notify configuration that sends one-time codes.",
        Body(
            {
                **_status(NotifyConfigurationStatus),
                "display_name": TEXT("The name that texts carry, 1 to 15 characters."),
                "enabled_channels": TEXTS("SMS, VOICE or both."),
                "enabled_countries": TEXTS("ISO 3166-1 alpha-2; all of BASIC otherwise."),
                "default_template_id": TEXT("The template of sends that name none."),
                "pool_id": TEXT("Id or ARN of the pool that sends."),
                "tier": TEXT("Its tier.", enum=[one.value for one in NotifyConfigurationTier]),
            }
        ),
    ),
    _route(
        "opted_out",
        "Put people on an opt-out list, which is made if there is none.",
        Body(
            {
                "numbers": TEXTS("The people's numbers, E.164."),
                "opt_out_list_name": TEXT("The list; Default otherwise."),
            },
            ["numbers"],
        ),
        "numbers",
    ),
)

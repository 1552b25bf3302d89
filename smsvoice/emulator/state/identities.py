"""Who can send: tables of numbers, sender IDs, pools and RCS agents, and what names one of them."""

import re
from dataclasses import dataclass

from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.context import Call, scheduled
from smsvoice.emulator.engine.lookup import find, key_of
from smsvoice.emulator.engine.service_errors import invalid, not_found
from smsvoice.emulator.engine.store import Account, TableOf
from smsvoice.emulator.state.tags import store_tags
from smsvoice.models.common import MessageType, NumberCapability
from smsvoice.models.phone_numbers import NumberStatus, NumberType, PhoneNumberInformation
from smsvoice.models.pools import PoolInformation
from smsvoice.models.rcs_agents import (
    CountryLaunchStatusInformation,
    RcsAgentInformation,
    RcsAgentStatus,
)
from smsvoice.models.reasons import ResourceType, ValidationExceptionReason
from smsvoice.models.sender_ids import SenderIdInformation

Origin = PhoneNumberInformation | SenderIdInformation | RcsAgentInformation
"""What a recipient can see as the sender."""

SET_UP = "activate-phone-number"
"""What happens to a number that needs nothing but time."""

NO_COUNTRY = "ZZ"
"""The country that stands for an RCS agent's, which has none."""

_SENDER_ID = re.compile(r"(?=.*[A-Za-z])(?!-)[A-Za-z0-9_-]{1,11}(?<!-)")
_NUMBER = re.compile(r"\+?[0-9]+")
_BY_PREFIX = {"pool-": ResourceType.POOL, "rcs-": ResourceType.RCS_AGENT}


class Member(OutputModel):
    """That an identity belongs to a pool."""

    pool_id: str
    kind: ResourceType
    id: str
    """The key of the identity in its table."""


@dataclass(frozen=True, slots=True)
class SenderIdName:
    """A sender ID by its letters alone: which one is meant, the country decides."""

    sender_id: str


phone_numbers: TableOf[PhoneNumberInformation] = TableOf("phone_numbers", PhoneNumberInformation)
"""The account's phone numbers, by id."""


sender_ids: TableOf[SenderIdInformation] = TableOf("sender_ids", SenderIdInformation)
"""The account's sender IDs, by `sender_id_key`."""


rcs_agents: TableOf[RcsAgentInformation] = TableOf("rcs_agents", RcsAgentInformation)
"""The account's RCS agents, by id."""


pools: TableOf[PoolInformation] = TableOf("pools", PoolInformation)
"""The account's pools, by id."""


memberships: TableOf[Member] = TableOf("pool_members", Member)
"""Which identity belongs to which pool."""


def is_sender_id(text: str) -> bool:
    """Whether a text can be a sender ID: 1 to 11 characters, a letter, no hyphen at an edge."""
    return _SENDER_ID.fullmatch(text) is not None


def sender_id_key(sender_id: str, country: str) -> str:
    """The key of a sender ID; upper and lower case are the same."""
    return f"{sender_id.upper()}/{country}"


def kind_of(origin: Origin) -> ResourceType:
    """Which kind of identity it is."""
    if isinstance(origin, PhoneNumberInformation):
        return ResourceType.PHONE_NUMBER
    if isinstance(origin, SenderIdInformation):
        return ResourceType.SENDER_ID
    return ResourceType.RCS_AGENT


def id_of(origin: Origin) -> str:
    """AWS's id of an identity: PhoneNumberId, SenderId or RcsAgentId."""
    if isinstance(origin, PhoneNumberInformation):
        return origin.phone_number_id or ""
    return origin.sender_id if isinstance(origin, SenderIdInformation) else origin.rcs_agent_id


def key_in_table(origin: Origin) -> str:
    """The key of an identity in its table."""
    if isinstance(origin, SenderIdInformation):
        return sender_id_key(origin.sender_id, origin.iso_country_code)
    return id_of(origin)


def arn_of(origin: Origin) -> str:
    """The ARN of an identity."""
    if isinstance(origin, PhoneNumberInformation):
        return origin.phone_number_arn
    return origin.sender_id_arn if isinstance(origin, SenderIdInformation) else origin.rcs_agent_arn


def country_in(origin: Origin) -> str:
    """The country of an identity; an RCS agent has none."""
    return NO_COUNTRY if isinstance(origin, RcsAgentInformation) else origin.iso_country_code


def capabilities_of(origin: Origin) -> tuple[NumberCapability, ...]:
    """What an identity can carry; an RCS agent also takes texts, which it sends as RCS."""
    if isinstance(origin, PhoneNumberInformation):
        return origin.number_capabilities
    if isinstance(origin, SenderIdInformation):
        return (NumberCapability.SMS,)
    return (NumberCapability.SMS, NumberCapability.RCS)


def message_types_of(origin: Origin) -> tuple[MessageType, ...]:
    """The types of message that an identity sends; an RCS agent sends both."""
    if isinstance(origin, PhoneNumberInformation):
        return (origin.message_type,)
    return origin.message_types if isinstance(origin, SenderIdInformation) else tuple(MessageType)


def shown(origin: Origin) -> str:
    """What a recipient sees of an identity: number, short code, sender ID or agent id."""
    return origin.phone_number if isinstance(origin, PhoneNumberInformation) else id_of(origin)


_AGENTS_WITHOUT_TESTERS = (
    RcsAgentStatus.CREATED,
    RcsAgentStatus.PENDING,
    RcsAgentStatus.DELETED,
)


def can_be_written_to(origin: PhoneNumberInformation | RcsAgentInformation) -> bool:
    """Whether people's texts arrive at a number or RCS agent now."""
    if isinstance(origin, PhoneNumberInformation):
        return origin.status == NumberStatus.ACTIVE
    return origin.status not in _AGENTS_WITHOUT_TESTERS


def written_to(account: Account) -> set[str]:
    """All numbers and agents of a region that people's texts arrive at, as people see them."""
    ends = [*phone_numbers(account), *rcs_agents(account)]
    return {shown(one) for one in ends if can_be_written_to(one)}


def is_carrier_handled(origin: object) -> bool:
    """Whether the carrier keeps opt-outs, as it does for a toll-free number of the US."""
    return (
        isinstance(origin, PhoneNumberInformation)
        and origin.number_type == NumberType.TOLL_FREE
        and origin.iso_country_code == "US"
    )


def members_of(call: Call, pool_id: str) -> list[Origin]:
    """The identities of a pool, in the order in which they joined."""
    found: list[Origin] = []
    for member in memberships(call):
        origin = _record(call, member.kind, member.id) if member.pool_id == pool_id else None
        if origin is not None:
            found.append(origin)
    return found


def _record(call: Call, kind: ResourceType, key: str) -> Origin | None:
    if kind == ResourceType.PHONE_NUMBER:
        return phone_numbers(call).get(key)
    return (
        sender_ids(call).get(key) if kind == ResourceType.SENDER_ID else rcs_agents(call).get(key)
    )


def set_up(call: Call, phone_number_id: str) -> None:
    """Schedule the activation of a number."""
    call.schedule(SET_UP, phone_number_id, call.settings.seconds_to_settle)


def is_being_set_up(call: Call, number: PhoneNumberInformation) -> bool:
    """Whether a number becomes active by itself, and soon."""
    is_waiting = f"{SET_UP} {number.phone_number_id}" in scheduled(call)
    return number.status == NumberStatus.PENDING and is_waiting


def find_phone_number(call: Call, given: str) -> PhoneNumberInformation:
    """The phone number that an id or ARN names."""
    return find(call, phone_numbers(call), given, ResourceType.PHONE_NUMBER)


def find_pool(call: Call, given: str) -> PoolInformation:
    """The pool that an id or ARN names."""
    return find(call, pools(call), given, ResourceType.POOL)


def find_sender_id(call: Call, given: str, country: str | None) -> SenderIdInformation:
    """The sender ID that its letters and country, or its ARN, name.

    A country that differs from the ARN's is refused, and so are letters without a country.
    """
    reasons = ValidationExceptionReason
    name, _, own_country = key_of(call, given, ResourceType.SENDER_ID).partition("/")
    if given.startswith("arn:"):
        if country not in (None, own_country):
            raise invalid(reasons.COUNTRY_CODE_MISMATCH, "IsoCountryCode", "is not the ARN's")
    elif country is None:
        raise invalid(reasons.INVALID_ARN, "IsoCountryCode", "a sender ID needs its country")
    found = sender_ids(call).get(sender_id_key(name, country or own_country))
    if found is None:
        raise not_found(ResourceType.SENDER_ID, given)
    return found


def find_origin(call: Call, given: str, country: str | None) -> Origin:
    """The identity that an id or ARN names, with its country where that is a sender ID.

    AWS wants the country of a sender ID although its ARN names it; for phone numbers and RCS agents
    it may be left out. A country that differs from the identity's own is refused.
    """
    found = named(call, given)
    if isinstance(found, SenderIdInformation) and country is None:
        reason = ValidationExceptionReason.INVALID_ARN
        raise invalid(reason, "senderId", "needs its IsoCountryCode beside the ARN")
    if isinstance(found, PoolInformation):
        raise invalid(ValidationExceptionReason.INVALID_ARN, "OriginationIdentity", "is a pool")
    if isinstance(found, SenderIdName):
        found = find_sender_id(call, given, country)
    if country not in (None, country_in(found)):
        reason = ValidationExceptionReason.COUNTRY_CODE_MISMATCH
        raise invalid(reason, "IsoCountryCode", "is not the identity's")
    return found


def find_keyword_owner(
    call: Call, given: str
) -> PhoneNumberInformation | PoolInformation | RcsAgentInformation:
    """The number, pool or RCS agent that an id or ARN names; a sender ID hears nothing."""
    found = named(call, given)
    if isinstance(found, SenderIdName | SenderIdInformation):
        raise not_found(ResourceType.PHONE_NUMBER, given)
    return found


def named(call: Call, given: str) -> Origin | PoolInformation | SenderIdName:
    """What an id, an ARN, a number or a sender ID names, or the refusal that there is none."""
    if given.startswith("arn:"):
        return _by_arn(call, given)
    found = phone_numbers(call).get(given) or pools(call).get(given) or rcs_agents(call).get(given)
    if found is not None:
        return found
    if _NUMBER.fullmatch(given):
        return _by_number(call, given)
    if is_sender_id(given):
        return SenderIdName(given)
    kinds = (kind for prefix, kind in _BY_PREFIX.items() if given.startswith(prefix))
    raise not_found(next(kinds, ResourceType.PHONE_NUMBER), given)


def _by_arn(call: Call, given: str) -> Origin | PoolInformation:
    kind = given.split(":", 5)[-1].partition("/")[0]
    if kind == ResourceType.PHONE_NUMBER:
        return find_phone_number(call, given)
    if kind == ResourceType.SENDER_ID:
        return find_sender_id(call, given, None)
    if kind == ResourceType.POOL:
        return find_pool(call, given)
    return find(call, rcs_agents(call), given, ResourceType.RCS_AGENT)


def _by_number(call: Call, given: str) -> PhoneNumberInformation:
    for number in phone_numbers(call):
        if number.phone_number.removeprefix("+") == given.removeprefix("+"):
            return number
    raise not_found(ResourceType.PHONE_NUMBER, given)


_KIND = ResourceType.SENDER_ID


def _make(
    call: Call, sender_id: str, country: str, message_types: tuple[MessageType, ...]
) -> SenderIdInformation:
    made = SenderIdInformation(
        sender_id_arn=call.arn("sender-id", f"{sender_id}/{country}"),
        sender_id=sender_id,
        iso_country_code=country,
        message_types=tuple(dict.fromkeys(message_types)),
        monthly_leasing_price="0.00",
        deletion_protection_enabled=False,
        registered=False,
    )
    return sender_ids(call).put(sender_id_key(sender_id, country), made)


def mark_registered(
    call: Call, sender_id: str, iso_country_code: str, registration_id: str | None = None
) -> SenderIdInformation:
    """Mark a sender ID as registered; one that does not exist yet is made."""
    key = sender_id_key(sender_id, iso_country_code)
    if key not in sender_ids(call):
        made = _make(call, sender_id, iso_country_code, tuple(MessageType))
        store_tags(call, made.sender_id_arn, None)
    news = {"registration_id": registration_id} if registration_id is not None else {}
    return sender_ids(call).change(key, registered=True, **news)


launches: TableOf[CountryLaunchStatusInformation] = TableOf(
    "country_launches", CountryLaunchStatusInformation
)
"""The countries that an agent is or was to be launched in, by ISO 3166-1 alpha-2 code."""

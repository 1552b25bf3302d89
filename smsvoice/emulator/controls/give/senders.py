"""Pools, RCS agents and notify configurations."""

from collections.abc import Sequence

from smsvoice.emulator.controls.give.choices import one_of
from smsvoice.emulator.controls.give.numbers import NumberWish, give_number
from smsvoice.emulator.controls.give.registrations import give_registration
from smsvoice.emulator.controls.give.walk import Walk
from smsvoice.emulator.data.forms.rcs import CARRIERS, LAUNCH_SUFFIX, TESTING_TYPE
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.lifecycle.notify_reviews import decide
from smsvoice.emulator.lifecycle.reviews import approve
from smsvoice.emulator.state.identities import SenderIdName, country_in, named, sender_ids
from smsvoice.models.notify import (
    NotifyConfigurationStatus,
    NotifyConfigurationTier,
    TierUpgradeStatus,
)
from smsvoice.models.pools import PoolInformation, PoolStatus
from smsvoice.models.rcs_agents import RcsAgentStatus
from smsvoice.models.registrations import RegistrationStatus
from smsvoice.operations import notify as notify_operations
from smsvoice.operations import pools as pool_operations
from smsvoice.operations import rcs_agents as agent_operations

_AGENT_STATUSES = tuple(one for one in RcsAgentStatus if one != RcsAgentStatus.DELETED)


def give_pool(
    walk: Walk, identities: Sequence[str], numbers: int, wish: NumberWish, *, status: str
) -> str:
    """A pool of these identities and of so many new numbers; gives its id.

    Raises:
        ValueError: nothing is to be in it, or the identities do not go together.
    """
    status = one_of("status", status, tuple(PoolStatus))
    if len(identities) + numbers == 0:
        raise ValueError("numbers must be 1 or more, or give identities: no pool is empty")
    if status == PoolStatus.CREATING and len(identities) + numbers > 1:
        raise ValueError("status: a pool is CREATING with its first identity only; others join it")
    members = [_with_country(walk, one) for one in identities]
    members += [_with_country(walk, give_number(walk, wish)) for _ in range(numbers)]
    (first, country), *others = members
    made = walk.run(
        pool_operations.CREATE_POOL,
        origination_identity=first,
        iso_country_code=country,
        message_type=wish.message_type,
    )
    key = made.pool_id
    if status == PoolStatus.CREATING:
        return key
    walk.finish()
    for one, its_country in others:
        walk.run(
            pool_operations.ASSOCIATE_ORIGINATION_IDENTITY,
            pool_id=key,
            origination_identity=one,
            iso_country_code=its_country,
        )
    if status == PoolStatus.DELETING:
        walk.run(pool_operations.DELETE_POOL, pool_id=key)
    return key


def _with_country(walk: Walk, identity: str) -> tuple[str, str]:
    """An identity and its country; a sender ID by its letters alone is the only one with them."""
    try:
        found = named(walk.call, identity)
    except ServiceError:
        raise ValueError("identities: the account has no such number, sender ID or agent") from None
    if not isinstance(found, SenderIdName | PoolInformation):
        return identity, country_in(found)
    letters = found.sender_id.upper() if isinstance(found, SenderIdName) else None
    countries = [
        one.iso_country_code for one in sender_ids(walk.call) if one.sender_id.upper() == letters
    ]
    if len(countries) != 1:
        raise ValueError(
            "identities: give numbers, RCS agents, and sender IDs, by ARN if there are several"
        )
    return identity, countries[0]


def give_rcs_agent(walk: Walk, *, country: str, status: str) -> str:
    """An RCS agent in a status, launched in a country from PARTIAL on; gives its id.

    Raises:
        ValueError: there is no such status, or no RCS in that country here.
    """
    status = one_of("status", status, _AGENT_STATUSES, "an agent that is DELETED is gone")
    country = one_of("country", country, tuple(CARRIERS))
    key = walk.run(agent_operations.CREATE_RCS_AGENT).rcs_agent_id
    if status == RcsAgentStatus.CREATED:
        return key
    steps = [(TESTING_TYPE, RegistrationStatus.COMPLETE)]
    if status == RcsAgentStatus.PENDING:
        steps = [(TESTING_TYPE, RegistrationStatus.SUBMITTED)]
    elif status == RcsAgentStatus.PARTIAL:
        steps.append((f"{country}{LAUNCH_SUFFIX}", RegistrationStatus.REVIEWING))
    elif status == RcsAgentStatus.ACTIVE:
        steps.append((f"{country}{LAUNCH_SUFFIX}", RegistrationStatus.COMPLETE))
    for form, reached in steps:
        made = give_registration(walk, form, status=reached, fields={}, resource_id=key)
        if reached == RegistrationStatus.REVIEWING:
            approve(walk.call, made)  # the first carrier follows at once, the others in their time
    return key


def give_notify_configuration(
    walk: Walk,
    *,
    status: str,
    display_name: str,
    enabled_channels: Sequence[str],
    enabled_countries: Sequence[str] | None,
    default_template_id: str | None,
    pool_id: str | None,
    tier: str,
) -> str:
    """A notify configuration whose display name has been decided upon; gives its id.

    Raises:
        ValueError: there is no such status or tier, or the service refuses a member.
    """
    status = one_of("status", status, tuple(NotifyConfigurationStatus))
    tier = one_of("tier", tier, tuple(NotifyConfigurationTier))
    key = walk.run(
        notify_operations.CREATE_NOTIFY_CONFIGURATION,
        display_name=display_name,
        use_case="CODE_VERIFICATION",
        enabled_channels=list(enabled_channels),
        default_template_id=default_template_id,
        pool_id=pool_id,
    ).notify_configuration_id
    if status != NotifyConfigurationStatus.PENDING:
        walk.call.unschedule("review-notify-configuration", key)
        decide(walk.call, key, status=NotifyConfigurationStatus(status))
    if tier == NotifyConfigurationTier.ADVANCED:
        decide(walk.call, key, tier_upgrade_status=TierUpgradeStatus.ADVANCED)
    if enabled_countries is not None:
        walk.run(
            notify_operations.UPDATE_NOTIFY_CONFIGURATION,
            notify_configuration_id=key,
            enabled_countries=list(enabled_countries),
        )
    return key

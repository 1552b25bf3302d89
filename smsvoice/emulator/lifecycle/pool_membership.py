"""Who may join a pool, and what joining and leaving change.

The first identity shapes the pool; later ones have to match it. Inferred here: a pool's
settings and keywords are written to its numbers and agents as soon as they change, so that those
leave with them, and an RCS agent whose deletion protection differs may not be modified by joining.
"""

from typing import Any

from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict
from smsvoice.emulator.state.identities import (
    Member,
    Origin,
    find_pool,
    id_of,
    is_being_set_up,
    key_in_table,
    kind_of,
    members_of,
    memberships,
    message_types_of,
    phone_numbers,
    rcs_agents,
)
from smsvoice.emulator.state.keywords import copy_keywords, same_keywords
from smsvoice.emulator.state.opt_outs import DEFAULT
from smsvoice.models.phone_numbers import NumberStatus, PhoneNumberInformation
from smsvoice.models.pools import PoolInformation, PoolStatus
from smsvoice.models.rcs_agents import RcsAgentInformation, RcsAgentStatus
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
)
from smsvoice.models.sender_ids import SenderIdInformation

_reasons = ConflictExceptionReason
_USABLE_AGENTS = (RcsAgentStatus.TESTING, RcsAgentStatus.PARTIAL, RcsAgentStatus.ACTIVE)


def pool_to_join(call: Call, given: str | None) -> PoolInformation | None:
    """The pool that a new number shall join, if it names one."""
    if not given:
        return None
    pool = find_pool(call, given)
    must_be_active(pool)
    return pool


def must_be_active(pool: PoolInformation) -> None:
    """Refuse a pool that is still being made, or is going."""
    if pool.status != PoolStatus.ACTIVE:
        raise conflict(_reasons.RESOURCE_NOT_ACTIVE, ResourceType.POOL, pool.pool_id)


def must_be_usable(call: Call, origin: Origin) -> None:
    """Refuse an identity that is not active, and will not be without a registration.

    A number that is merely being set up may join: a public script makes a pool of a long code in
    the line after its request.
    """
    if isinstance(origin, SenderIdInformation):
        return
    if isinstance(origin, PhoneNumberInformation):
        is_usable = origin.status == NumberStatus.ACTIVE or is_being_set_up(call, origin)
    else:
        is_usable = origin.status in _USABLE_AGENTS
    if not is_usable:
        raise conflict(_reasons.RESOURCE_NOT_ACTIVE, kind_of(origin), id_of(origin))


def must_be_free(call: Call, origin: Origin, pool_id: str | None = None) -> None:
    """Refuse what is in the pool already, and a number or agent that is in another one."""
    kind, key = kind_of(origin), id_of(origin)
    if pool_id is not None and _membership(pool_id, origin) in memberships(call):
        raise conflict(_reasons.RESOURCE_ALREADY_ASSOCIATED, kind, key)
    if isinstance(origin, PhoneNumberInformation) and origin.pool_id is not None:
        raise conflict(_reasons.PHONE_NUMBER_ASSOCIATED_TO_POOL, kind, key)
    if isinstance(origin, RcsAgentInformation) and origin.pool_id is not None:
        raise conflict(_reasons.RCS_AGENT_ASSOCIATED_TO_POOL, kind, key)


def must_fit(call: Call, pool: PoolInformation, origin: Origin) -> None:
    """Refuse an identity that differs from the pool, or that comes when the pool is full."""
    mismatch = _mismatch(call, pool, origin)
    if mismatch is not None:
        raise conflict(mismatch, kind_of(origin), id_of(origin))
    must_be_below(
        call,
        len(members_of(call, pool.pool_id)),
        quotas.IDENTITIES_PER_POOL,
        ServiceQuotaExceededExceptionReason.ORIGINATION_IDENTITIES_PER_POOL,
    )


def _mismatch(call: Call, pool: PoolInformation, origin: Origin) -> ConflictExceptionReason | None:
    if pool.message_type not in message_types_of(origin):
        return _reasons.MESSAGE_TYPE_MISMATCH
    if isinstance(origin, SenderIdInformation):
        return None
    mismatch = _inbound_mismatch(call, pool, origin)
    if mismatch is not None:
        return mismatch
    if isinstance(origin, RcsAgentInformation):
        differs = origin.deletion_protection_enabled != pool.deletion_protection_enabled
        return _reasons.RESOURCE_MODIFICATION_NOT_ALLOWED if differs else None
    return _capabilities_mismatch(call, pool, origin)


def _inbound_mismatch(
    call: Call, pool: PoolInformation, origin: PhoneNumberInformation | RcsAgentInformation
) -> ConflictExceptionReason | None:
    """What differs in how people are heard: list, channel, opt-outs, keywords."""
    two_way = ("two_way_enabled", "two_way_channel_arn", "two_way_channel_role")
    if (origin.opt_out_list_name or DEFAULT) != pool.opt_out_list_name:
        return _reasons.OPT_OUT_LIST_MISMATCH
    if any(getattr(origin, name) != getattr(pool, name) for name in two_way):
        return _reasons.TWO_WAY_CONFIG_MISMATCH
    if origin.self_managed_opt_outs_enabled != pool.self_managed_opt_outs_enabled:
        return _reasons.SELF_MANAGED_OPT_OUTS_MISMATCH
    if not same_keywords(call, pool.pool_id, id_of(origin)):
        return _reasons.KEYWORD_MISMATCH
    return None


def _capabilities_mismatch(
    call: Call, pool: PoolInformation, number: PhoneNumberInformation
) -> ConflictExceptionReason | None:
    """Numbers of one pool carry the same; sender IDs and agents say nothing about numbers."""
    for other in members_of(call, pool.pool_id):
        if isinstance(other, PhoneNumberInformation):
            same = set(other.number_capabilities) == set(number.number_capabilities)
            return None if same else _reasons.NUMBER_CAPABILITIES_MISMATCH
    return None


def join(call: Call, pool: PoolInformation, origin: Origin) -> None:
    """Make an identity a member."""
    member = Member(pool_id=pool.pool_id, kind=kind_of(origin), id=key_in_table(origin))
    memberships(call).put(_membership(pool.pool_id, origin), member)
    _change(call, origin, pool_id=pool.pool_id)


def leave(call: Call, pool_id: str, origin: Origin) -> None:
    """Remove a member; the last member and the last number cannot be removed."""
    kind, key = kind_of(origin), id_of(origin)
    if _membership(pool_id, origin) not in memberships(call):
        raise conflict(_reasons.PHONE_NUMBER_NOT_ASSOCIATED_TO_POOL, kind, key)
    kinds = [kind_of(member) for member in members_of(call, pool_id)]
    is_last_number = kind == ResourceType.PHONE_NUMBER and kinds.count(kind) == 1
    if is_last_number or len(kinds) == 1:
        raise conflict(_reasons.LAST_PHONE_NUMBER, kind, key)
    set_free(call, pool_id, origin)


def set_free(call: Call, pool_id: str, origin: Origin) -> None:
    """End a membership."""
    memberships(call).drop(_membership(pool_id, origin))
    _change(call, origin, pool_id=None)


def write_through(call: Call, pool: PoolInformation) -> None:
    """Give the numbers and agents of a pool its settings and keywords."""
    settings = {
        name: getattr(pool, name)
        for name in (
            "two_way_enabled",
            "two_way_channel_arn",
            "two_way_channel_role",
            "self_managed_opt_outs_enabled",
            "opt_out_list_name",
        )
    }
    for member in members_of(call, pool.pool_id):
        if not isinstance(member, SenderIdInformation):
            _change(call, member, **settings)
            copy_keywords(call, pool.pool_id, id_of(member))


def _change(call: Call, origin: Origin, **members: Any) -> None:
    """Change a number or an agent; a sender ID keeps nothing of its pools."""
    if isinstance(origin, PhoneNumberInformation):
        phone_numbers(call).change(key_in_table(origin), **members)
    elif isinstance(origin, RcsAgentInformation):
        rcs_agents(call).change(key_in_table(origin), **members)


def _membership(pool_id: str, origin: Origin) -> str:
    return f"{pool_id} {kind_of(origin)} {key_in_table(origin)}"

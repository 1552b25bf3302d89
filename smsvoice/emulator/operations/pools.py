"""Pools: phone numbers, sender IDs and RCS agents that send as one.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-pool.html
"""

from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, action, handles
from smsvoice.emulator.engine.lookup import FilterValue, by_ids, flag, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict, invalid
from smsvoice.emulator.lifecycle.pool_membership import (
    join,
    leave,
    must_be_active,
    must_be_free,
    must_be_usable,
    must_fit,
    set_free,
    write_through,
)
from smsvoice.emulator.state.identities import (
    Origin,
    arn_of,
    capabilities_of,
    country_in,
    find_origin,
    find_pool,
    id_of,
    kind_of,
    members_of,
    message_types_of,
    pools,
    shown,
)
from smsvoice.emulator.state.keywords import copy_keywords, drop_keywords
from smsvoice.emulator.state.notify_configurations import configurations
from smsvoice.emulator.state.opt_outs import DEFAULT, list_named
from smsvoice.emulator.state.tags import forget, store_tags
from smsvoice.emulator.state.two_way import two_way_changes
from smsvoice.models.common import MessageType
from smsvoice.models.phone_numbers import PhoneNumberInformation
from smsvoice.models.pools import (
    AssociateOriginationIdentityRequest,
    AssociateOriginationIdentityResult,
    CreatePoolRequest,
    CreatePoolResult,
    DeletePoolRequest,
    DeletePoolResult,
    DescribePoolsRequest,
    DescribePoolsResult,
    DisassociateOriginationIdentityRequest,
    DisassociateOriginationIdentityResult,
    ListPoolOriginationIdentitiesRequest,
    ListPoolOriginationIdentitiesResult,
    OriginationIdentityMetadata,
    PoolInformation,
    PoolStatus,
    UpdatePoolRequest,
    UpdatePoolResult,
)
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.models.sender_ids import SenderIdInformation
from smsvoice.operations import pools as operations

_KIND = ResourceType.POOL
_FILTERS: dict[str, FilterValue] = {
    "status": lambda one: one.status,
    "message-type": lambda one: one.message_type,
    "two-way-enabled": flag(lambda one: one.two_way_enabled),
    "self-managed-opt-outs-enabled": flag(lambda one: one.self_managed_opt_outs_enabled),
    "opt-out-list-name": lambda one: one.opt_out_list_name,
    "shared-routes-enabled": flag(lambda one: one.shared_routes_enabled),
    "deletion-protection-enabled": flag(lambda one: one.deletion_protection_enabled),
    "two-way-channel-arn": lambda one: one.two_way_channel_arn,
}
_MEMBER_FILTERS: dict[str, FilterValue] = {
    "iso-country-code": lambda one: one.iso_country_code,
    "number-capability": lambda one: one.number_capabilities,
}


@handles(operations.CREATE_POOL)
def create(call: Call, request: CreatePoolRequest) -> CreatePoolResult:
    """A new pool, shaped by its first identity, ready after some seconds."""
    table = pools(call)
    first = find_origin(call, request.origination_identity, request.iso_country_code)
    must_be_usable(call, first)
    must_be_free(call, first)
    if request.message_type not in message_types_of(first):
        reason = ConflictExceptionReason.MESSAGE_TYPE_MISMATCH
        raise conflict(reason, kind_of(first), id_of(first))
    must_be_below(
        call, len(table), quotas.POOLS, ServiceQuotaExceededExceptionReason.POOLS_PER_ACCOUNT
    )
    made = table.put(
        key := call.ids.resource("pool"),
        _shaped_by(call, key, first, request),
    )
    if not isinstance(first, SenderIdInformation):
        copy_keywords(call, id_of(first), key)
    join(call, made, first)
    call.schedule("activate-pool", key, call.settings.seconds_to_settle)
    return result_from(CreatePoolResult, made, tags=store_tags(call, made.pool_arn, request.tags))


def _shaped_by(call: Call, key: str, first: Origin, request: CreatePoolRequest) -> PoolInformation:
    inbound = None if isinstance(first, SenderIdInformation) else first
    return PoolInformation(
        pool_arn=call.arn("pool", key),
        pool_id=key,
        status=PoolStatus.CREATING,
        message_type=MessageType(request.message_type),
        two_way_enabled=inbound is not None and inbound.two_way_enabled,
        two_way_channel_arn=inbound.two_way_channel_arn if inbound is not None else None,
        two_way_channel_role=inbound.two_way_channel_role if inbound is not None else None,
        self_managed_opt_outs_enabled=(
            inbound is not None and inbound.self_managed_opt_outs_enabled
        ),
        opt_out_list_name=(inbound.opt_out_list_name if inbound is not None else None) or DEFAULT,
        shared_routes_enabled=False,
        deletion_protection_enabled=bool(request.deletion_protection_enabled),
        created_timestamp=call.now,
    )


@action("activate-pool")
def activate(call: Call, pool_id: str) -> None:
    """The pool is ready."""
    found = pools(call).get(pool_id)
    if found is not None and found.status == PoolStatus.CREATING:
        pools(call).change(pool_id, status=PoolStatus.ACTIVE)


@handles(operations.DESCRIBE_POOLS)
def describe(call: Call, request: DescribePoolsRequest) -> DescribePoolsResult:
    """Pools by id and filter."""
    if request.owner is not None and request.pool_ids:
        raise invalid(ValidationExceptionReason.PARAMETERS_CANNOT_BE_USED_TOGETHER)
    found = by_ids(call, pools(call), request.pool_ids, _KIND)
    found = [] if request.owner == "SHARED" else matching(found, request.filters, _FILTERS)
    items, token = page(call, request, found, lambda one: one.pool_id)
    return DescribePoolsResult(pools=items, next_token=token)


@handles(operations.UPDATE_POOL)
def update(call: Call, request: UpdatePoolRequest) -> UpdatePoolResult:
    """Change a pool, and with it its numbers and agents."""
    found = find_pool(call, request.pool_id)
    members = members_of(call, found.pool_id)
    countries = [m.iso_country_code for m in members if isinstance(m, PhoneNumberInformation)]
    news = two_way_changes(call, found, request, countries)
    if request.opt_out_list_name is not None:
        news["opt_out_list_name"] = list_named(call, request.opt_out_list_name).opt_out_list_name
    must_be_active(found)
    for name in ("shared_routes_enabled", "deletion_protection_enabled"):
        if getattr(request, name) is not None:
            news[name] = getattr(request, name)
    changed = pools(call).change(found.pool_id, **news)
    write_through(call, changed)
    return result_from(UpdatePoolResult, changed)


@handles(operations.DELETE_POOL)
def delete(call: Call, request: DeletePoolRequest) -> DeletePoolResult:
    """Delete a pool; its members stay in the account."""
    found = find_pool(call, request.pool_id)
    reasons = ConflictExceptionReason
    must_be_active(found)
    if found.deletion_protection_enabled:
        raise conflict(reasons.DELETION_PROTECTION_ENABLED, _KIND, found.pool_id)
    notify = configurations(call)
    if any(one.pool_id in (found.pool_id, found.pool_arn) for one in notify):
        reason = reasons.POOL_ASSOCIATED_TO_NOTIFY_CONFIGURATION
        raise conflict(reason, _KIND, found.pool_id)
    going = pools(call).change(found.pool_id, status=PoolStatus.DELETING)
    call.schedule("drop-pool", found.pool_id, call.settings.seconds_to_settle)
    return result_from(DeletePoolResult, going)


@action("drop-pool")
def drop(call: Call, pool_id: str) -> None:
    """The pool is gone, and its members are free."""
    found = pools(call).get(pool_id)
    if found is None:
        return
    for member in members_of(call, pool_id):
        set_free(call, pool_id, member)
    pools(call).drop(pool_id)
    drop_keywords(call, pool_id)
    forget(call, found.pool_arn)


@handles(operations.ASSOCIATE_ORIGINATION_IDENTITY)
def associate(
    call: Call, request: AssociateOriginationIdentityRequest
) -> AssociateOriginationIdentityResult:
    """Add an identity that matches the pool."""
    pool = find_pool(call, request.pool_id)
    origin = find_origin(call, request.origination_identity, request.iso_country_code)
    must_be_active(pool)
    must_be_free(call, origin, pool.pool_id)
    must_be_usable(call, origin)
    must_fit(call, pool, origin)
    join(call, pool, origin)
    return result_from(AssociateOriginationIdentityResult, pool, **_members_of(origin))


@handles(operations.DISASSOCIATE_ORIGINATION_IDENTITY)
def disassociate(
    call: Call, request: DisassociateOriginationIdentityRequest
) -> DisassociateOriginationIdentityResult:
    """Take an identity out of the pool."""
    pool = find_pool(call, request.pool_id)
    origin = find_origin(call, request.origination_identity, request.iso_country_code)
    must_be_active(pool)
    leave(call, pool.pool_id, origin)
    return result_from(DisassociateOriginationIdentityResult, pool, **_members_of(origin))


@handles(operations.LIST_POOL_ORIGINATION_IDENTITIES)
def list_identities(
    call: Call, request: ListPoolOriginationIdentitiesRequest
) -> ListPoolOriginationIdentitiesResult:
    """The identities of a pool, in the order in which they joined."""
    pool = find_pool(call, request.pool_id)
    found = [_metadata(origin) for origin in members_of(call, pool.pool_id)]
    found = matching(found, request.filters, _MEMBER_FILTERS)
    items, token = page(call, request, found, lambda one: one.origination_identity_arn)
    return result_from(
        ListPoolOriginationIdentitiesResult,
        pool,
        origination_identities=items,
        next_token=token,
    )


def _metadata(origin: Origin) -> OriginationIdentityMetadata:
    return OriginationIdentityMetadata(
        **_members_of(origin),
        number_capabilities=capabilities_of(origin),
        phone_number=shown(origin) if isinstance(origin, PhoneNumberInformation) else None,
    )


def _members_of(origin: Origin) -> dict[str, str]:
    return {
        "origination_identity_arn": arn_of(origin),
        "origination_identity": id_of(origin),
        "iso_country_code": country_in(origin),
    }

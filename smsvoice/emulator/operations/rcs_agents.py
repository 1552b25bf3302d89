"""RCS agents: senders of rich messages, and the countries that they are launched in.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-agents.html
What an agent may do follows from its registrations, see `smsvoice.emulator.lifecycle.rcs_launches`.
Inferred here: an agent in a pool keeps its two-way and opt-out settings, and its testers go when
it goes.
"""

from typing import Any

from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, given_members, handles
from smsvoice.emulator.engine.lookup import FilterValue, by_ids, find, flag, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict, invalid
from smsvoice.emulator.state.access import must_be_accessible
from smsvoice.emulator.state.identities import launches, rcs_agents
from smsvoice.emulator.state.keywords import drop_keywords
from smsvoice.emulator.state.opt_outs import list_named
from smsvoice.emulator.state.tags import forget, store_tags
from smsvoice.emulator.state.two_way import two_way_changes
from smsvoice.emulator.state.verified_numbers import drop_testers
from smsvoice.models.rcs_agents import (
    CreateRcsAgentRequest,
    CreateRcsAgentResult,
    DeleteRcsAgentRequest,
    DeleteRcsAgentResult,
    DescribeRcsAgentCountryLaunchStatusRequest,
    DescribeRcsAgentCountryLaunchStatusResult,
    DescribeRcsAgentsRequest,
    DescribeRcsAgentsResult,
    RcsAgentInformation,
    RcsAgentStatus,
    UpdateRcsAgentRequest,
    UpdateRcsAgentResult,
)
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.operations import rcs_agents as operations

NO_MEDIA = "UNSET_RCS_MEDIA_CONFIGURATION"
ALL_EVENTS = "ALL"
_KIND = ResourceType.RCS_AGENT
_POOLED = (
    "opt_out_list_name",
    "self_managed_opt_outs_enabled",
    "two_way_channel_arn",
    "two_way_channel_role",
    "two_way_enabled",
)
"""What the pool rules while an agent is in one."""

_FILTERS: dict[str, FilterValue] = {
    "status": lambda one: one.status,
    "two-way-enabled": flag(lambda one: one.two_way_enabled),
    "self-managed-opt-outs-enabled": flag(lambda one: one.self_managed_opt_outs_enabled),
    "opt-out-list-name": lambda one: one.opt_out_list_name,
    "deletion-protection-enabled": flag(lambda one: one.deletion_protection_enabled),
    "two-way-channel-arn": lambda one: one.two_way_channel_arn,
}
_LAUNCH_FILTERS: dict[str, FilterValue] = {"country-launch-status": lambda one: one.status}


@handles(operations.CREATE_RCS_AGENT)
def create(call: Call, request: CreateRcsAgentRequest) -> CreateRcsAgentResult:
    """A new agent, which can do nothing before it is registered."""
    opt_out_list = request.opt_out_list_name
    if opt_out_list is not None:
        opt_out_list = list_named(call, opt_out_list).opt_out_list_name
    table = rcs_agents(call)
    must_be_below(
        call,
        len(table),
        quotas.RCS_AGENTS,
        ServiceQuotaExceededExceptionReason.RCS_AGENTS_PER_ACCOUNT,
    )
    key = call.ids.resource("rcs")
    made = RcsAgentInformation(
        rcs_agent_arn=call.arn(_KIND.value, key),
        rcs_agent_id=key,
        status=RcsAgentStatus.CREATED,
        created_timestamp=call.now,
        deletion_protection_enabled=bool(request.deletion_protection_enabled),
        opt_out_list_name=opt_out_list,
        self_managed_opt_outs_enabled=False,
        two_way_enabled=False,
    )
    table.put(key, made)
    tags = store_tags(call, made.rcs_agent_arn, request.tags)
    return result_from(CreateRcsAgentResult, made, tags=tags)


@handles(operations.DESCRIBE_RCS_AGENTS)
def describe(call: Call, request: DescribeRcsAgentsRequest) -> DescribeRcsAgentsResult:
    """Agents by id and filter."""
    if request.owner is not None and request.rcs_agent_ids:
        raise invalid(ValidationExceptionReason.PARAMETERS_CANNOT_BE_USED_TOGETHER)
    found = by_ids(call, rcs_agents(call), request.rcs_agent_ids, _KIND)
    found = [] if request.owner == "SHARED" else matching(found, request.filters, _FILTERS)
    shown, token = page(call, request, found, lambda one: one.rcs_agent_id)
    return DescribeRcsAgentsResult(rcs_agents=shown, next_token=token)


@handles(operations.UPDATE_RCS_AGENT)
def update(call: Call, request: UpdateRcsAgentRequest) -> UpdateRcsAgentResult:
    """Change what may be changed."""
    found = find(call, rcs_agents(call), request.rcs_agent_id, _KIND)
    news = two_way_changes(call, found, request, ())
    enabled: bool = news["two_way_enabled"]
    news |= _media_changes(found, request, enabled=enabled)
    must_be_accessible(call, given_members(request, "two_way_media_s3_role"))
    news |= _event_changes(found, request, enabled=enabled)
    if request.opt_out_list_name is not None:
        news["opt_out_list_name"] = list_named(call, request.opt_out_list_name).opt_out_list_name
    if request.deletion_protection_enabled is not None:
        news["deletion_protection_enabled"] = request.deletion_protection_enabled
    is_pooled = found.pool_id is not None
    if is_pooled and any(getattr(request, name) is not None for name in _POOLED):
        reason = ConflictExceptionReason.RCS_AGENT_ASSOCIATED_TO_POOL
        raise conflict(reason, _KIND, found.rcs_agent_id)
    return result_from(UpdateRcsAgentResult, rcs_agents(call).change(found.rcs_agent_id, **news))


def _media_changes(
    found: RcsAgentInformation, request: UpdateRcsAgentRequest, *, enabled: bool
) -> dict[str, Any]:
    """Where media that people send is put, as it becomes; two-way switched off forgets it."""
    reasons = ValidationExceptionReason
    names = ("two_way_media_s3_bucket_name", "two_way_media_s3_role", "two_way_media_s3_key_prefix")
    bucket, role, prefix = (getattr(request, name) for name in names)
    if (bucket is None) != (role is None):
        lacking = "TwoWayMediaS3Role" if role is None else "TwoWayMediaS3BucketName"
        raise invalid(reasons.MISSING_PARAMETER, lacking, "bucket and role go together")
    if (bucket == NO_MEDIA) != (role == NO_MEDIA):
        raise invalid(reasons.INVALID_PARAMETER, "TwoWayMediaS3Role", "unset both or neither")
    if bucket == NO_MEDIA:
        return dict.fromkeys(names)
    if bucket is None and prefix is not None and found.two_way_media_s3_bucket_name is None:
        raise invalid(reasons.MISSING_PARAMETER, "TwoWayMediaS3BucketName", "a prefix needs it")
    if bucket is not None and not enabled:
        raise invalid(reasons.TWO_WAY_NOT_ENABLED, "TwoWayMediaS3BucketName", "needs two-way")
    if not enabled:
        return dict.fromkeys(names)
    return given_members(request, *names)


def _event_changes(
    found: RcsAgentInformation, request: UpdateRcsAgentRequest, *, enabled: bool
) -> dict[str, Any]:
    """Which events are published, as it becomes; two-way switched off publishes none."""
    reasons = ValidationExceptionReason
    member, wish = "TwoWayRcsEventsEnabled", request.two_way_rcs_events_enabled
    if wish is None:
        return {"two_way_rcs_events_enabled": found.two_way_rcs_events_enabled if enabled else None}
    if ALL_EVENTS in wish and len(wish) > 1:
        raise invalid(reasons.INVALID_PARAMETER, member, "ALL stands alone")
    if wish and not enabled:
        raise invalid(reasons.TWO_WAY_NOT_ENABLED, member, "needs two-way")
    return {"two_way_rcs_events_enabled": tuple(wish)}


@handles(operations.DELETE_RCS_AGENT)
def delete(call: Call, request: DeleteRcsAgentRequest) -> DeleteRcsAgentResult:
    """Drop an agent that nothing holds."""
    found = find(call, rcs_agents(call), request.rcs_agent_id, _KIND)
    key = found.rcs_agent_id
    reasons = ConflictExceptionReason
    if found.deletion_protection_enabled:
        raise conflict(reasons.DELETION_PROTECTION_ENABLED, _KIND, key)
    if found.pool_id is not None:
        raise conflict(reasons.RCS_AGENT_ASSOCIATED_TO_POOL, _KIND, key)
    if found.testing_agent is not None or len(launches(call, key)):
        raise conflict(reasons.RESOURCE_NOT_EMPTY, _KIND, key)
    drop_testers(call, key)
    drop_keywords(call, key)
    forget(call, found.rcs_agent_arn)
    rcs_agents(call).drop(key)
    return result_from(DeleteRcsAgentResult, found, status=RcsAgentStatus.DELETED)


@handles(operations.DESCRIBE_RCS_AGENT_COUNTRY_LAUNCH_STATUS)
def describe_launches(
    call: Call, request: DescribeRcsAgentCountryLaunchStatusRequest
) -> DescribeRcsAgentCountryLaunchStatusResult:
    """How far an agent is launched, country by country."""
    found = find(call, rcs_agents(call), request.rcs_agent_id, _KIND)
    countries = request.iso_country_codes
    asked = [
        launch
        for launch in launches(call, found.rcs_agent_id)
        if not countries or launch.iso_country_code in countries
    ]
    asked = matching(asked, request.filters, _LAUNCH_FILTERS)
    shown, token = page(call, request, asked, lambda one: one.iso_country_code)
    return result_from(
        DescribeRcsAgentCountryLaunchStatusResult,
        found,
        country_launch_status=shown,
        next_token=token,
    )

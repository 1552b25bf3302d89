"""Notify: one-time codes without a number of one's own.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/notify.html
"""

from collections.abc import Callable, Collection
from typing import Any, TypeVar

from smsvoice.emulator.data import quotas
from smsvoice.emulator.data.catalogue import BASIC_COUNTRIES, NOTIFY_COUNTRIES, TEMPLATES
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.lookup import FilterValue, by_ids, find, flag, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict, invalid
from smsvoice.emulator.lifecycle.notify_reviews import _KIND
from smsvoice.emulator.messaging.one_time_codes import (
    NO_TEMPLATE,
    Request,
    send_code,
    template_named,
)
from smsvoice.emulator.state.identities import find_pool
from smsvoice.emulator.state.notify_configurations import configurations
from smsvoice.emulator.state.tags import forget, store_tags
from smsvoice.models.common import NumberCapability
from smsvoice.models.notify import (
    CreateNotifyConfigurationRequest,
    CreateNotifyConfigurationResult,
    DeleteNotifyConfigurationRequest,
    DeleteNotifyConfigurationResult,
    DescribeNotifyConfigurationsRequest,
    DescribeNotifyConfigurationsResult,
    DescribeNotifyTemplatesRequest,
    DescribeNotifyTemplatesResult,
    ListNotifyCountriesRequest,
    ListNotifyCountriesResult,
    NotifyConfigurationInformation,
    NotifyConfigurationStatus,
    NotifyConfigurationTier,
    NotifyConfigurationUseCase,
    SendNotifyTextMessageRequest,
    SendNotifyTextMessageResult,
    SendNotifyVoiceMessageRequest,
    SendNotifyVoiceMessageResult,
    TierUpgradeStatus,
    UpdateNotifyConfigurationRequest,
    UpdateNotifyConfigurationResult,
)
from smsvoice.models.pools import PoolStatus
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.operations import notify

Result = TypeVar("Result")
NO_POOL = "UNSET_DEFAULT_POOL_FOR_NOTIFY"
_FILTERS: dict[str, FilterValue] = {
    "display-name": lambda one: one.display_name,
    "enabled-countries": lambda one: one.enabled_countries,
    "enabled-channels": lambda one: one.enabled_channels,
    "default-template": lambda one: one.default_template_id,
    "default-pool": lambda one: one.pool_id,
    "use-case": lambda one: one.use_case,
    "status": lambda one: one.status,
    "deletion-protection-enabled": flag(lambda one: one.deletion_protection_enabled),
    "tier-upgrade-status": lambda one: one.tier_upgrade_status,
}
_TEMPLATE_FILTERS: dict[str, FilterValue] = {
    "template-type": lambda one: one.template_type,
    "channels": lambda one: one.channels,
    "tier-access": lambda one: one.tier_access,
    "supported-countries": lambda one: one.supported_countries,
    "language-code": lambda one: one.language_code,
    "supported-voice-ids": lambda one: one.supported_voice_ids,
}


def _default_template(given: str | None, before: str | None, *, may_unset: bool) -> str | None:
    if not given:
        return before
    if given == NO_TEMPLATE:
        if not may_unset:
            reason = ValidationExceptionReason.INVALID_PARAMETER
            raise invalid(reason, "DefaultTemplateId", "is only for an update")
        return None
    return template_named(given).template_id


def _pool(call: Call, given: str) -> str:
    """The id of a pool that may be bound."""
    found = find_pool(call, given)
    if found.status != PoolStatus.ACTIVE:
        reason = ConflictExceptionReason.RESOURCE_NOT_ACTIVE
        raise conflict(reason, ResourceType.POOL, found.pool_id)
    return found.pool_id


def _must_be_reachable(
    countries: Collection[str] | None,
    channels: Collection[str] | None,
    tier: NotifyConfigurationTier,
) -> None:
    reasons = ValidationExceptionReason
    for country in countries or ():
        known = NOTIFY_COUNTRIES.get(country)
        if known is None or tier not in known.supported_tiers:
            raise invalid(reasons.COUNTRY_NOT_ENABLED, "EnabledCountries", f"not in tier {tier}")
    if (
        tier == NotifyConfigurationTier.BASIC
        and len(countries or ()) > quotas.COUNTRIES_OF_BASIC_TIER
    ):
        raise invalid(reasons.INVALID_PARAMETER, "EnabledCountries", "tier BASIC allows 30")
    for channel in channels or ():
        if channel not in (NumberCapability.SMS, NumberCapability.VOICE):
            raise invalid(
                reasons.INVALID_PARAMETER, "EnabledChannels", "SMS and VOICE are possible"
            )


@handles(notify.CREATE_NOTIFY_CONFIGURATION)
def create(
    call: Call, request: CreateNotifyConfigurationRequest
) -> CreateNotifyConfigurationResult:
    """A new configuration, reviewed for some seconds."""
    table = configurations(call)
    tier = NotifyConfigurationTier.BASIC
    _must_be_reachable(request.enabled_countries, request.enabled_channels, tier)
    template = _default_template(request.default_template_id, None, may_unset=False)
    must_be_below(
        call,
        len(table),
        quotas.NOTIFY_CONFIGURATIONS,
        ServiceQuotaExceededExceptionReason.NOTIFY_CONFIGURATIONS_PER_ACCOUNT,
    )
    key = call.ids.resource("nc", 17)
    made = NotifyConfigurationInformation(
        notify_configuration_arn=call.arn("notify-configuration", key),
        notify_configuration_id=key,
        display_name=request.display_name,
        use_case=NotifyConfigurationUseCase(request.use_case),
        default_template_id=template,
        pool_id=_pool(call, request.pool_id) if request.pool_id else None,
        enabled_countries=tuple(request.enabled_countries or sorted(BASIC_COUNTRIES)),
        enabled_channels=tuple(NumberCapability(one) for one in request.enabled_channels),
        tier=tier,
        tier_upgrade_status=TierUpgradeStatus.BASIC,
        status=NotifyConfigurationStatus.PENDING,
        deletion_protection_enabled=bool(request.deletion_protection_enabled),
        created_timestamp=call.now,
    )
    table.put(key, made)
    call.schedule("review-notify-configuration", key, call.settings.seconds_to_settle)
    tags = store_tags(call, made.notify_configuration_arn, request.tags)
    return result_from(CreateNotifyConfigurationResult, made, tags=tags)


@handles(notify.DESCRIBE_NOTIFY_CONFIGURATIONS)
def describe(
    call: Call, request: DescribeNotifyConfigurationsRequest
) -> DescribeNotifyConfigurationsResult:
    """Configurations by id and filter."""
    found = by_ids(call, configurations(call), request.notify_configuration_ids, _KIND)
    found = matching(found, request.filters, _FILTERS)
    shown, token = page(call, request, found, lambda one: one.notify_configuration_id)
    return DescribeNotifyConfigurationsResult(notify_configurations=shown, next_token=token)


@handles(notify.UPDATE_NOTIFY_CONFIGURATION)
def update(
    call: Call, request: UpdateNotifyConfigurationRequest
) -> UpdateNotifyConfigurationResult:
    """Change what may be changed."""
    table = configurations(call)
    found = find(call, table, request.notify_configuration_id, _KIND)
    _must_be_reachable(request.enabled_countries, request.enabled_channels, found.tier)
    news: dict[str, Any] = {
        "default_template_id": _default_template(
            request.default_template_id, found.default_template_id, may_unset=True
        )
    }
    if request.pool_id:
        is_none = request.pool_id == NO_POOL
        news["pool_id"] = None if is_none else _pool(call, request.pool_id)
    if request.enabled_countries is not None:
        news["enabled_countries"] = tuple(request.enabled_countries)
    if request.enabled_channels is not None:
        news["enabled_channels"] = tuple(request.enabled_channels)
    if request.deletion_protection_enabled is not None:
        news["deletion_protection_enabled"] = request.deletion_protection_enabled
    changed = table.change(found.notify_configuration_id, **news)
    return result_from(UpdateNotifyConfigurationResult, changed)


@handles(notify.DELETE_NOTIFY_CONFIGURATION)
def delete(
    call: Call, request: DeleteNotifyConfigurationRequest
) -> DeleteNotifyConfigurationResult:
    """Drop a configuration that is not protected."""
    table = configurations(call)
    found = find(call, table, request.notify_configuration_id, _KIND)
    key = found.notify_configuration_id
    if found.deletion_protection_enabled:
        raise conflict(ConflictExceptionReason.DELETION_PROTECTION_ENABLED, _KIND, key)
    table.drop(key)
    forget(call, found.notify_configuration_arn)
    return result_from(DeleteNotifyConfigurationResult, found)


@handles(notify.DESCRIBE_NOTIFY_TEMPLATES)
def describe_templates(
    call: Call, request: DescribeNotifyTemplatesRequest
) -> DescribeNotifyTemplatesResult:
    """The templates that every account has."""
    ids = request.template_ids
    found = [template_named(one) for one in dict.fromkeys(ids)] if ids else list(TEMPLATES.values())
    found = matching(found, request.filters, _TEMPLATE_FILTERS)
    shown, token = page(call, request, found, lambda one: one.template_id)
    return DescribeNotifyTemplatesResult(notify_templates=shown, next_token=token)


@handles(notify.LIST_NOTIFY_COUNTRIES)
def list_countries(call: Call, request: ListNotifyCountriesRequest) -> ListNotifyCountriesResult:
    """The countries that codes can reach."""
    found = [
        country
        for country in NOTIFY_COUNTRIES.values()
        if set(request.channels or ()) <= set(country.supported_channels)
        and (not request.use_cases or set(request.use_cases) & set(country.supported_use_cases))
        and (request.tier is None or request.tier in country.supported_tiers)
    ]
    shown, token = page(call, request, found, lambda one: one.iso_country_code)
    return ListNotifyCountriesResult(notify_countries=shown, next_token=token)


@handles(notify.SEND_NOTIFY_TEXT_MESSAGE)
def send_text(call: Call, request: SendNotifyTextMessageRequest) -> SendNotifyTextMessageResult:
    """A code as a text."""
    return _sent(call, request, NumberCapability.SMS, SendNotifyTextMessageResult)


@handles(notify.SEND_NOTIFY_VOICE_MESSAGE)
def send_voice(call: Call, request: SendNotifyVoiceMessageRequest) -> SendNotifyVoiceMessageResult:
    """A code, read aloud."""
    return _sent(call, request, NumberCapability.VOICE, SendNotifyVoiceMessageResult)


def _sent(
    call: Call, request: Request, channel: NumberCapability, result: Callable[..., Result]
) -> Result:
    found = find(call, configurations(call), request.notify_configuration_id, _KIND)
    sent = send_code(call, found, request, channel)
    return result(
        message_id=sent.message_id,
        template_id=sent.template_id,
        resolved_message_body=sent.body,
    )

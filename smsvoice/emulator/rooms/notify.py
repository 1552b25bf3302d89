"""Notify: one-time codes without a number of one's own.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/notify.html
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from smsvoice.core.codec import told_of
from smsvoice.core.problems import RequestError
from smsvoice.emulator.call import Call, answers, as_tags, happens
from smsvoice.emulator.catalogue import BASIC_COUNTRIES, NOTIFY_COUNTRIES, TEMPLATES
from smsvoice.emulator.pages import page
from smsvoice.emulator.refusal import conflict, invalid, not_found, quota
from smsvoice.emulator.rooms import opt_outs
from smsvoice.emulator.select import chosen, find, flag, passing
from smsvoice.emulator.sending import Draft, outbox, recipient, take
from smsvoice.emulator.store import Table
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
    NotifyTemplateInformation,
    NotifyTemplateStatus,
    SendNotifyTextMessageRequest,
    SendNotifyTextMessageResult,
    SendNotifyVoiceMessageRequest,
    SendNotifyVoiceMessageResult,
    TierUpgradeStatus,
    UpdateNotifyConfigurationRequest,
    UpdateNotifyConfigurationResult,
)
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.operations import notify
from smsvoice.rules.templates import render

MOST = 25
MOST_BASIC_COUNTRIES = 30
MOST_A_DAY = 200
MOST_A_DAY_FOR_ONE = 10
NO_TEMPLATE = "UNSET_DEFAULT_TEMPLATE"
NO_POOL = "UNSET_DEFAULT_POOL_FOR_NOTIFY"
_KIND = ResourceType.NOTIFY_CONFIGURATION
_LOOKS = {
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
_TEMPLATE_LOOKS = {
    "template-type": lambda one: one.template_type,
    "channels": lambda one: one.channels,
    "tier-access": lambda one: one.tier_access,
    "supported-countries": lambda one: one.supported_countries,
    "language-code": lambda one: one.language_code,
    "supported-voice-ids": lambda one: one.supported_voice_ids,
}


def configurations(call: Call) -> Table[NotifyConfigurationInformation]:
    """The account's notify configurations, by id."""
    return call.table("notify_configurations", NotifyConfigurationInformation)


def _template(template_id: str) -> NotifyTemplateInformation:
    found = TEMPLATES.get(template_id)
    if found is None:
        raise not_found(ResourceType.NOTIFY_TEMPLATE, template_id)
    return found


def _default_template(given: str | None, before: str | None, *, may_unset: bool) -> str | None:
    if not given:
        return before
    if given == NO_TEMPLATE:
        if not may_unset:
            reason = ValidationExceptionReason.INVALID_PARAMETER
            raise invalid(reason, "DefaultTemplateId", "is only for an update")
        return None
    return _template(given).template_id


def _must_be_reachable(countries: Any, channels: Any, tier: NotifyConfigurationTier) -> None:
    reasons = ValidationExceptionReason
    for country in countries or ():
        known = NOTIFY_COUNTRIES.get(country)
        if known is None or tier not in known.supported_tiers:
            raise invalid(reasons.COUNTRY_NOT_ENABLED, "EnabledCountries", f"not in tier {tier}")
    if tier == NotifyConfigurationTier.BASIC and len(countries or ()) > MOST_BASIC_COUNTRIES:
        raise invalid(reasons.INVALID_PARAMETER, "EnabledCountries", "tier BASIC allows 30")
    for channel in channels or ():
        if channel not in (NumberCapability.SMS, NumberCapability.VOICE):
            raise invalid(reasons.INVALID_PARAMETER, "EnabledChannels", "SMS and VOICE are possible")


@answers(notify.CREATE_NOTIFY_CONFIGURATION)
def create(
    call: Call, request: CreateNotifyConfigurationRequest
) -> CreateNotifyConfigurationResult:
    """A new configuration, reviewed for some seconds."""
    table = configurations(call)
    tier = NotifyConfigurationTier.BASIC
    _must_be_reachable(request.enabled_countries, request.enabled_channels, tier)
    template = _default_template(request.default_template_id, None, may_unset=False)
    if call.settings.quotas and len(table) >= MOST:
        raise quota(ServiceQuotaExceededExceptionReason.NOTIFY_CONFIGURATIONS_PER_ACCOUNT)
    key = call.ids.resource("nc", 17)
    made = NotifyConfigurationInformation(
        notify_configuration_arn=call.arn("notify-configuration", key),
        notify_configuration_id=key,
        display_name=request.display_name,
        use_case=request.use_case,
        default_template_id=template,
        pool_id=request.pool_id or None,
        enabled_countries=tuple(request.enabled_countries or sorted(BASIC_COUNTRIES)),
        enabled_channels=tuple(request.enabled_channels),
        tier=tier,
        tier_upgrade_status=TierUpgradeStatus.BASIC,
        status=NotifyConfigurationStatus.PENDING,
        deletion_protection_enabled=bool(request.deletion_protection_enabled),
        created_timestamp=call.now,
    )
    table.put(key, made)
    call.schedule("review-notify-configuration", key, call.settings.seconds_to_settle)
    return told_of(CreateNotifyConfigurationResult, made, tags=as_tags(request.tags))


@happens("review-notify-configuration")
def review(call: Call, key: str) -> None:
    """The display name has been reviewed, and nothing was wrong with it."""
    found = configurations(call).get(key)
    if found is not None and found.status == NotifyConfigurationStatus.PENDING:
        configurations(call).change(key, status=NotifyConfigurationStatus.ACTIVE)


@answers(notify.DESCRIBE_NOTIFY_CONFIGURATIONS)
def describe(
    call: Call, request: DescribeNotifyConfigurationsRequest
) -> DescribeNotifyConfigurationsResult:
    """Configurations by id and filter."""
    found = chosen(call, configurations(call), request.notify_configuration_ids, _KIND)
    found = passing(found, request.filters, _LOOKS)
    shown, token = page(call, request, found, lambda one: one.notify_configuration_id)
    return DescribeNotifyConfigurationsResult(notify_configurations=shown, next_token=token)


@answers(notify.UPDATE_NOTIFY_CONFIGURATION)
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
        news["pool_id"] = None if request.pool_id == NO_POOL else request.pool_id
    if request.enabled_countries is not None:
        news["enabled_countries"] = tuple(request.enabled_countries)
    if request.enabled_channels is not None:
        news["enabled_channels"] = tuple(request.enabled_channels)
    if request.deletion_protection_enabled is not None:
        news["deletion_protection_enabled"] = request.deletion_protection_enabled
    changed = table.change(found.notify_configuration_id, **news)
    return told_of(UpdateNotifyConfigurationResult, changed)


@answers(notify.DELETE_NOTIFY_CONFIGURATION)
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
    return told_of(DeleteNotifyConfigurationResult, found)


@answers(notify.DESCRIBE_NOTIFY_TEMPLATES)
def describe_templates(
    call: Call, request: DescribeNotifyTemplatesRequest
) -> DescribeNotifyTemplatesResult:
    """The templates that everybody has."""
    ids = request.template_ids
    found = [_template(one) for one in dict.fromkeys(ids)] if ids else list(TEMPLATES.values())
    found = passing(found, request.filters, _TEMPLATE_LOOKS)
    shown, token = page(call, request, found, lambda one: one.template_id)
    return DescribeNotifyTemplatesResult(notify_templates=shown, next_token=token)


@answers(notify.LIST_NOTIFY_COUNTRIES)
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


def _sendable(
    call: Call,
    request: SendNotifyTextMessageRequest | SendNotifyVoiceMessageRequest,
    channel: NumberCapability,
) -> tuple[NotifyConfigurationInformation, NotifyTemplateInformation, str, str]:
    """The configuration, template, recipient and country of a send that may go out."""
    reasons = ValidationExceptionReason
    found = find(call, configurations(call), request.notify_configuration_id, _KIND)
    key = found.notify_configuration_id
    destination, country = recipient(request.destination_phone_number)
    template = _template_to_send(request, found)
    if found.status != NotifyConfigurationStatus.ACTIVE:
        raise conflict(ConflictExceptionReason.NOTIFY_CONFIGURATION_NOT_ACTIVE, _KIND, key)
    if template.status != NotifyTemplateStatus.ACTIVE:
        reason = ConflictExceptionReason.RESOURCE_NOT_ACTIVE
        raise conflict(reason, ResourceType.NOTIFY_TEMPLATE, template.template_id)
    if country not in (found.enabled_countries or ()):
        raise invalid(reasons.COUNTRY_NOT_ENABLED, "DestinationPhoneNumber", "country not enabled")
    if channel not in found.enabled_channels or channel not in template.channels:
        raise invalid(reasons.CHANNEL_NOT_ENABLED, None)
    opt_outs.must_want_messages(call, opt_outs.DEFAULT, destination)
    if call.settings.quotas:
        _must_be_within_the_day(call, found, destination)
    return found, template, destination, country


def _template_to_send(
    request: SendNotifyTextMessageRequest | SendNotifyVoiceMessageRequest,
    found: NotifyConfigurationInformation,
) -> NotifyTemplateInformation:
    reasons = ValidationExceptionReason
    if request.template_id == NO_TEMPLATE:
        raise invalid(reasons.INVALID_PARAMETER, "TemplateId", "is only for an update")
    template_id = request.template_id or found.default_template_id
    if not template_id:
        raise invalid(reasons.MISSING_PARAMETER, "TemplateId", "there is no default template")
    return _template(template_id)


def _must_be_within_the_day(
    call: Call, found: NotifyConfigurationInformation, destination: str
) -> None:
    day_ago = call.now - timedelta(days=1)
    todays = [
        message
        for message in outbox(call)
        if message.notify_configuration_id == found.notify_configuration_id
        and message.sent_at > day_ago
    ]
    to_them = [m for m in todays if m.destination_phone_number == destination]
    is_basic = found.tier == NotifyConfigurationTier.BASIC
    if (is_basic and len(todays) >= MOST_A_DAY) or len(to_them) >= MOST_A_DAY_FOR_ONE:
        raise quota(ServiceQuotaExceededExceptionReason.DAILY_NOTIFY_TIER_MESSAGE_LIMIT)


def _rendered(
    template: NotifyTemplateInformation, variables: Mapping[str, str], brand: str
) -> str:
    try:
        return render(template, variables, {"brand": brand})
    except RequestError as wrong:
        refusal = invalid(ValidationExceptionReason.INVALID_PARAMETER)
        refusal.members["Fields"] = [
            {"Name": problem.field, "Message": problem.rule} for problem in wrong.problems
        ]
        raise refusal from None


def _remember(call: Call, message_id: str, found: NotifyConfigurationInformation) -> None:
    if message_id in outbox(call):
        outbox(call).change(message_id, notify_configuration_id=found.notify_configuration_id)


@answers(notify.SEND_NOTIFY_TEXT_MESSAGE)
def send_text(call: Call, request: SendNotifyTextMessageRequest) -> SendNotifyTextMessageResult:
    """A code as a text."""
    found, template, destination, country = _sendable(call, request, NumberCapability.SMS)
    body = _rendered(template, request.template_variables, found.display_name)
    draft = Draft(
        channel=NumberCapability.SMS,
        limit="NOTIFY",
        destination=destination,
        country=country,
        body=body,
        origination=found.pool_id,
    )
    message_id = take(call, draft, request)
    _remember(call, message_id, found)
    return SendNotifyTextMessageResult(
        message_id=message_id, template_id=template.template_id, resolved_message_body=body
    )


@answers(notify.SEND_NOTIFY_VOICE_MESSAGE)
def send_voice(
    call: Call, request: SendNotifyVoiceMessageRequest
) -> SendNotifyVoiceMessageResult:
    """A code, read aloud."""
    found, template, destination, country = _sendable(call, request, NumberCapability.VOICE)
    voices = template.supported_voice_ids or ()
    if request.voice_id is not None and request.voice_id not in voices:
        reason = ValidationExceptionReason.INVALID_PARAMETER
        raise invalid(reason, "VoiceId", "the template has no such voice")
    body = _rendered(template, request.template_variables, found.display_name)
    draft = Draft(
        channel=NumberCapability.VOICE,
        limit="NOTIFY",
        destination=destination,
        country=country,
        body=body,
        origination=found.pool_id,
    )
    message_id = take(call, draft, request)
    _remember(call, message_id, found)
    return SendNotifyVoiceMessageResult(
        message_id=message_id, template_id=template.template_id, resolved_message_body=body
    )



"""One-time codes: from a template and its variables to a message that may go out.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/notify-send-messages.html
Inferred: a configuration's pool sends where it reaches the recipient and AWS's own identities do
elsewhere, but not in a country that asks for an identity of one's own; a template of another tier
is INVALID_PARAMETER; the limits for a recipient and for a day share one reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from smsvoice.core.errors import RequestError
from smsvoice.emulator.data import quotas
from smsvoice.emulator.data.catalogue import NOTIFY_COUNTRIES, TEMPLATES
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import (
    ServiceError,
    conflict,
    invalid,
    invalid_fields,
    not_found,
    quota_exceeded,
)
from smsvoice.emulator.messaging.choose_identity import (
    SHARED_ROUTE_NAME,
    Identity,
    choose,
    instead_of_rcs,
)
from smsvoice.emulator.messaging.send_pipeline import (
    Draft,
    accept,
    defaults_of,
    is_international,
    must_be_allowed,
    recipient,
)
from smsvoice.emulator.messaging.speech import seconds_for
from smsvoice.emulator.state import opt_outs
from smsvoice.emulator.state.daily_counters import record, times_today
from smsvoice.emulator.state.identities import pools
from smsvoice.models.common import NumberCapability
from smsvoice.models.notify import (
    NotifyConfigurationInformation,
    NotifyConfigurationStatus,
    NotifyConfigurationTier,
    NotifyTemplateInformation,
    NotifyTemplateStatus,
    SendNotifyTextMessageRequest,
    SendNotifyVoiceMessageRequest,
)
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.rules.templates import render

NO_TEMPLATE = "UNSET_DEFAULT_TEMPLATE"

Request = SendNotifyTextMessageRequest | SendNotifyVoiceMessageRequest


@dataclass(frozen=True, slots=True)
class Sent:
    """What the service answers about a code that it accepted."""

    message_id: str
    template_id: str
    body: str


def template_named(template_id: str) -> NotifyTemplateInformation:
    """The template of an id, or the refusal that there is none."""
    found = TEMPLATES.get(template_id)
    if found is None:
        raise not_found(ResourceType.NOTIFY_TEMPLATE, template_id)
    return found


def send_code(
    call: Call,
    found: NotifyConfigurationInformation,
    request: Request,
    channel: NumberCapability,
) -> Sent:
    """Take a code for one recipient, checked in the service's order."""
    destination, country = recipient(request.destination_phone_number)
    template = _template_to_send(request, found)
    terms = defaults_of(call, request)
    _must_be_enabled(found, template, channel, country)
    _must_have_voice(template, request)
    body = _rendered(template, request.template_variables, found.display_name)
    _must_be_active(found, template)
    identity = _identity(call, found, destination, country, channel)
    by_voice = channel == NumberCapability.VOICE
    draft = Draft(
        channel=channel,
        limit="NOTIFY",
        destination=destination,
        country=country,
        body=body,
        seconds=seconds_for(body, sandbox=call.settings.sandbox) if by_voice else None,
        origination=identity.shown,
        opt_out_list_name=identity.opt_out_list_name,
        message_type=identity.message_type,
        is_international=is_international(identity, country),
        notify_configuration_id=found.notify_configuration_id,
    )
    verdict = must_be_allowed(call, draft, terms)
    if call.settings.quotas:
        _must_be_within_the_day(call, found, destination)
    message_id = accept(call, draft, request, terms, verdict)
    if call.settings.quotas and not request.dry_run:
        _count(call, found, destination)
    return Sent(message_id, template.template_id, body)


def _template_to_send(
    request: Request, found: NotifyConfigurationInformation
) -> NotifyTemplateInformation:
    reasons = ValidationExceptionReason
    if request.template_id == NO_TEMPLATE:
        raise invalid(reasons.INVALID_PARAMETER, "TemplateId", "is only for an update")
    template_id = request.template_id or found.default_template_id
    if not template_id:
        raise invalid(reasons.MISSING_PARAMETER, "TemplateId", "there is no default template")
    return template_named(template_id)


def _must_be_enabled(
    found: NotifyConfigurationInformation,
    template: NotifyTemplateInformation,
    channel: NumberCapability,
    country: str,
) -> None:
    """Refuse what configuration, template or country do not offer."""
    reasons = ValidationExceptionReason
    if found.tier not in (template.tier_access or (found.tier,)):
        raise invalid(reasons.INVALID_PARAMETER, "TemplateId", f"is not for tier {found.tier}")
    enabled = set(found.enabled_countries or ()) & set(template.supported_countries or (country,))
    if country not in enabled:
        raise invalid(reasons.COUNTRY_NOT_ENABLED, "DestinationPhoneNumber", "country not enabled")
    known = NOTIFY_COUNTRIES[country].supported_channels
    if not all(
        channel in offered for offered in (found.enabled_channels, template.channels, known)
    ):
        raise invalid(reasons.CHANNEL_NOT_ENABLED)


def _must_have_voice(template: NotifyTemplateInformation, request: Request) -> None:
    voice_id = getattr(request, "voice_id", None)
    if voice_id is not None and voice_id not in (template.supported_voice_ids or ()):
        reason = ValidationExceptionReason.INVALID_PARAMETER
        raise invalid(reason, "VoiceId", "the template has no such voice")


def _rendered(template: NotifyTemplateInformation, variables: Mapping[str, str], brand: str) -> str:
    try:
        return render(template, variables, {"brand": brand})
    except RequestError as wrong:
        fields = [(problem.field, problem.rule) for problem in wrong.problems]
        raise invalid_fields(ValidationExceptionReason.INVALID_PARAMETER, fields) from None


def _must_be_active(
    found: NotifyConfigurationInformation, template: NotifyTemplateInformation
) -> None:
    reasons = ConflictExceptionReason
    if found.status != NotifyConfigurationStatus.ACTIVE:
        reason, kind = reasons.NOTIFY_CONFIGURATION_NOT_ACTIVE, ResourceType.NOTIFY_CONFIGURATION
        raise conflict(reason, kind, found.notify_configuration_id)
    if template.status != NotifyTemplateStatus.ACTIVE:
        kind = ResourceType.NOTIFY_TEMPLATE
        raise conflict(reasons.RESOURCE_NOT_ACTIVE, kind, template.template_id)


def _identity(
    call: Call,
    found: NotifyConfigurationInformation,
    destination: str,
    country: str,
    channel: NumberCapability,
) -> Identity:
    """Who sends the code: the pool where it can, otherwise an identity of AWS's own."""
    none_found = ConflictExceptionReason.NO_ORIGINATION_IDENTITIES_FOUND
    own: Identity | None = None
    if found.pool_id is not None:
        own = _from_pool(call, found.pool_id, destination, country, channel)
    if own is not None:
        return own
    if NOTIFY_COUNTRIES[country].customer_owned_identity_required:
        raise conflict(none_found)
    pool = pools(call).get(found.pool_id or "")
    list_name = pool.opt_out_list_name if pool is not None else opt_outs.DEFAULT
    return Identity(kind=None, shown=SHARED_ROUTE_NAME, opt_out_list_name=list_name)


def _from_pool(
    call: Call, pool_id: str, destination: str, country: str, channel: NumberCapability
) -> Identity | None:
    try:
        chosen = choose(
            call,
            pool_id,
            destination=destination,
            country=country,
            capability=channel,
            message_type=None,
        )
    except ServiceError as refusal:
        if refusal.members.get("Reason") == "NO_ORIGINATION_IDENTITIES_FOUND":
            return None
        raise
    if chosen.kind != ResourceType.RCS_AGENT:
        return chosen
    return instead_of_rcs(
        call, chosen, destination=destination, country=country, capability=channel
    )


def _must_be_within_the_day(
    call: Call, found: NotifyConfigurationInformation, destination: str
) -> None:
    key = found.notify_configuration_id
    is_basic = found.tier == NotifyConfigurationTier.BASIC
    too_many_to_one = (
        times_today(call, f"codes {key} {destination}") >= quotas.CODES_PER_RECIPIENT_PER_DAY
    )
    if too_many_to_one or (is_basic and times_today(call, f"codes {key}") >= quotas.CODES_PER_DAY):
        raise quota_exceeded(ServiceQuotaExceededExceptionReason.DAILY_NOTIFY_TIER_MESSAGE_LIMIT)


def _count(call: Call, found: NotifyConfigurationInformation, destination: str) -> None:
    record(call, f"codes {found.notify_configuration_id} {destination}")
    if found.tier == NotifyConfigurationTier.BASIC:
        record(call, f"codes {found.notify_configuration_id}")

"""Sender IDs: names instead of numbers, one for each country.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/sender-id.html
"""

from smsvoice.core.countries import dialling_codes
from smsvoice.emulator.data import quotas
from smsvoice.emulator.data.sender_id_countries import WITH_REGISTRATION, WITHOUT_SENDER_IDS
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, action, handles, scheduled
from smsvoice.emulator.engine.lookup import FilterValue, flag, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict, invalid
from smsvoice.emulator.state.identities import (
    _KIND,
    _make,
    find_sender_id,
    is_sender_id,
    memberships,
    sender_id_key,
    sender_ids,
)
from smsvoice.emulator.state.tags import forget, store_tags
from smsvoice.models.common import MessageType
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.models.sender_ids import (
    DescribeSenderIdsRequest,
    DescribeSenderIdsResult,
    ReleaseSenderIdRequest,
    ReleaseSenderIdResult,
    RequestSenderIdRequest,
    RequestSenderIdResult,
    UpdateSenderIdRequest,
    UpdateSenderIdResult,
)
from smsvoice.operations import sender_ids as operations

_SPREAD = "spread-sender-id-release"
_FILTERS: dict[str, FilterValue] = {
    "sender-id": lambda one: one.sender_id,
    "iso-country-code": lambda one: one.iso_country_code,
    "message-type": lambda one: one.message_types,
    "deletion-protection-enabled": flag(lambda one: one.deletion_protection_enabled),
    "registered": flag(lambda one: one.registered),
}


@handles(operations.REQUEST_SENDER_ID)
def request_sender_id(call: Call, request: RequestSenderIdRequest) -> RequestSenderIdResult:
    """A sender ID for a country that does not require registration."""
    reasons = ValidationExceptionReason
    country = request.iso_country_code
    if not is_sender_id(request.sender_id):
        raise invalid(reasons.INVALID_PARAMETER, "SenderId", "needs a letter, no hyphen outside")
    if not dialling_codes(country):
        raise invalid(reasons.INVALID_PARAMETER, "IsoCountryCode", "is no country with numbers")
    if country in WITHOUT_SENDER_IDS:
        raise invalid(reasons.SENDER_ID_NOT_SUPPORTED, "IsoCountryCode", "shows numbers only")
    key = sender_id_key(request.sender_id, country)
    if country in WITH_REGISTRATION or f"{_SPREAD} {key}" in scheduled(call):
        raise invalid(reasons.SENDER_ID_REQUIRES_REGISTRATION, "IsoCountryCode", "register it")
    if key in sender_ids(call):
        reason = ConflictExceptionReason.RESOURCE_ALREADY_EXISTS
        raise conflict(reason, _KIND, request.sender_id)
    must_be_below(
        call,
        len(sender_ids(call)),
        quotas.SENDER_IDS,
        ServiceQuotaExceededExceptionReason.SENDER_IDS_PER_ACCOUNT,
    )
    message_types = tuple(MessageType(one) for one in request.message_types or tuple(MessageType))
    made = _make(call, request.sender_id, country, message_types)
    if request.deletion_protection_enabled:
        made = sender_ids(call).change(key, deletion_protection_enabled=True)
    tags = store_tags(call, made.sender_id_arn, request.tags)
    return result_from(RequestSenderIdResult, made, tags=tags)


@handles(operations.DESCRIBE_SENDER_IDS)
def describe(call: Call, request: DescribeSenderIdsRequest) -> DescribeSenderIdsResult:
    """Sender IDs by name and country, and by filter."""
    if request.owner is not None and request.sender_ids:
        raise invalid(ValidationExceptionReason.PARAMETERS_CANNOT_BE_USED_TOGETHER)
    found = list(sender_ids(call))
    if request.sender_ids:
        wanted = [
            find_sender_id(call, one.sender_id, one.iso_country_code) for one in request.sender_ids
        ]
        found = list({one.sender_id_arn: one for one in wanted}.values())
    found = [] if request.owner == "SHARED" else matching(found, request.filters, _FILTERS)
    shown, token = page(call, request, found, lambda one: one.sender_id_arn)
    return DescribeSenderIdsResult(sender_ids=shown, next_token=token)


@handles(operations.UPDATE_SENDER_ID)
def update(call: Call, request: UpdateSenderIdRequest) -> UpdateSenderIdResult:
    """Switch deletion protection."""
    found = find_sender_id(call, request.sender_id, request.iso_country_code)
    if request.deletion_protection_enabled is not None:
        found = sender_ids(call).change(
            sender_id_key(found.sender_id, found.iso_country_code),
            deletion_protection_enabled=request.deletion_protection_enabled,
        )
    return result_from(UpdateSenderIdResult, found)


@handles(operations.RELEASE_SENDER_ID)
def release(call: Call, request: ReleaseSenderIdRequest) -> ReleaseSenderIdResult:
    """Give a sender ID back; it is gone at once, and cannot be had again for some seconds."""
    found = find_sender_id(call, request.sender_id, request.iso_country_code)
    key = sender_id_key(found.sender_id, found.iso_country_code)
    reasons = ConflictExceptionReason
    if found.deletion_protection_enabled:
        raise conflict(reasons.DELETION_PROTECTION_ENABLED, _KIND, found.sender_id)
    if any(one.kind == _KIND and one.id == key for one in memberships(call)):
        raise conflict(reasons.SENDER_ID_ASSOCIATED_TO_POOL, _KIND, found.sender_id)
    sender_ids(call).drop(key)
    forget(call, found.sender_id_arn)
    call.schedule(_SPREAD, key, call.settings.seconds_to_settle)
    return result_from(ReleaseSenderIdResult, found)


@action(_SPREAD)
def spread(call: Call, key: str) -> None:
    """The release is known everywhere; until now AWS wants a registration for the same letters."""

"""Which phone numbers can be had, searched for, sent abroad with and given back."""

from smsvoice.core.countries import dialling_codes
from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.lookup import find
from smsvoice.emulator.engine.service_errors import ServiceError, conflict, invalid, quota_exceeded
from smsvoice.emulator.state.identities import phone_numbers
from smsvoice.emulator.state.registrations import registrations
from smsvoice.models.common import MessageType, NumberCapability
from smsvoice.models.phone_numbers import (
    ListAvailablePhoneNumbersRequest,
    NumberStatus,
    NumberType,
    PhoneNumberInformation,
    RequestPhoneNumberRequest,
)
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.models.registrations import RegistrationInformation, RegistrationStatus

_KIND = ResourceType.PHONE_NUMBER
_PRICES = {
    NumberType.LONG_CODE: "1.00",
    NumberType.TOLL_FREE: "2.00",
    NumberType.TEN_DLC: "1.00",
    NumberType.SHORT_CODE: "995.00",
    NumberType.SIMULATOR: "0.00",
}
_PRICE_ABROAD = "4.00"
_MAY_GO_ABROAD = (NumberType.LONG_CODE, NumberType.TOLL_FREE)
_UNDER_REVIEW = (
    RegistrationStatus.SUBMITTED,
    RegistrationStatus.AWS_REVIEWING,
    RegistrationStatus.REVIEWING,
    RegistrationStatus.REQUIRES_AUTHENTICATION,
    RegistrationStatus.PROVISIONING,
)


def price_of(country: str, number_type: NumberType) -> str:
    """What a number costs a month, US dollars: round figures, not AWS's price list."""
    is_abroad = country != "US" and number_type != NumberType.SIMULATOR
    return _PRICE_ABROAD if is_abroad else _PRICES[number_type]


def must_be_requestable(request: RequestPhoneNumberRequest) -> None:
    """Refuse what does not go together in a request for a number."""
    is_american = request.iso_country_code == "US"
    is_simulator = request.number_type == NumberType.SIMULATOR
    is_ten_dlc = request.number_type == NumberType.TEN_DLC
    if not dialling_codes(request.iso_country_code):
        raise _wrong("IsoCountryCode", "is no country with numbers")
    is_toll_free = request.number_type == NumberType.TOLL_FREE
    if is_toll_free and not is_american and _is_north_american(request.iso_country_code):
        raise _wrong("IsoCountryCode", "its toll-free numbers are those of the United States")
    if (is_simulator or is_ten_dlc) and not is_american:
        raise _wrong("IsoCountryCode", f"{request.number_type} is for the United States only")
    if is_simulator and request.message_type != MessageType.TRANSACTIONAL:
        raise _wrong("MessageType", "a simulator number is TRANSACTIONAL")
    if NumberCapability.RCS in request.number_capabilities:
        raise _wrong("NumberCapabilities", "RCS is for RCS agents")
    if request.number_preference and not is_ten_dlc:
        raise _wrong("NumberPreference", "is for TEN_DLC only")


def _is_north_american(country: str) -> bool:
    return all(code.startswith("1") for code in dialling_codes(country))


def must_be_searchable(request: ListAvailablePhoneNumbersRequest) -> None:
    """Refuse a search for what cannot be searched for."""
    if request.iso_country_code != "US":
        raise _wrong("IsoCountryCode", "TEN_DLC is for the United States only")
    if NumberCapability.RCS in request.number_capabilities:
        raise _wrong("NumberCapabilities", "RCS is for RCS agents")


def must_be_international(number_type: NumberType, *, wished: bool | None) -> None:
    """Refuse sending abroad for a number that never does."""
    if wished and number_type not in _MAY_GO_ABROAD:
        reason = ValidationExceptionReason.INTERNATIONAL_SENDING_NOT_SUPPORTED
        raise invalid(reason, "InternationalSendingEnabled", f"not for {number_type}")


def complete_registration(call: Call, given: str) -> RegistrationInformation:
    """The registration that an id or ARN names, which must be complete and in this region."""
    reasons = ConflictExceptionReason
    kind = ResourceType.REGISTRATION
    table = registrations(call)
    root = given.split(":")
    if root[2:3] == ["sms-voice"] and root[3:4] != [call.account.region]:
        raise conflict(reasons.PHONE_NUMBER_NOT_IN_REGISTRATION_REGION, kind, given)
    found = find(call, table, given, kind)
    if found.registration_status != RegistrationStatus.COMPLETE:
        raise conflict(reasons.REGISTRATION_NOT_COMPLETE, kind, found.registration_id)
    return found


def must_take_another(call: Call, registration: RegistrationInformation | None) -> None:
    """Refuse one number too many, of the registration's or the account's."""
    if not call.settings.quotas:
        return
    reasons = ServiceQuotaExceededExceptionReason
    table = phone_numbers(call)
    if registration is not None:
        its = [one for one in table if one.registration_id == registration.registration_id]
        if len(its) >= quotas.PHONE_NUMBERS_PER_REGISTRATION:
            raise quota_exceeded(reasons.PHONE_NUMBERS_PER_REGISTRATION)
    if len(table) >= quotas.PHONE_NUMBERS:
        raise quota_exceeded(reasons.PHONE_NUMBERS_PER_ACCOUNT)


def must_be_releasable(call: Call, number: PhoneNumberInformation) -> None:
    """Refuse to release a number that is in use or protected."""
    key = number.phone_number_id or ""
    reasons = ConflictExceptionReason
    if number.number_type == NumberType.SHORT_CODE:
        reason = ValidationExceptionReason.PHONE_NUMBER_CANNOT_BE_RELEASED
        raise invalid(reason, "PhoneNumberId", "AWS Support releases short codes")
    if number.status not in (NumberStatus.ACTIVE, NumberStatus.PENDING):
        raise conflict(reasons.RESOURCE_NOT_ACTIVE, _KIND, key)
    if number.deletion_protection_enabled:
        raise conflict(reasons.DELETION_PROTECTION_ENABLED, _KIND, key)
    if number.pool_id is not None:
        raise conflict(reasons.PHONE_NUMBER_ASSOCIATED_TO_POOL, _KIND, key)
    registration = registrations(call).get(number.registration_id or "")
    if registration is not None and registration.registration_status in _UNDER_REVIEW:
        raise conflict(reasons.PHONE_NUMBER_ASSOCIATED_TO_REGISTRATION, _KIND, key)


def _wrong(member: str, why: str) -> ServiceError:
    return invalid(ValidationExceptionReason.INVALID_PARAMETER, member, why)

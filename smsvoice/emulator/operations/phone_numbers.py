"""Phone numbers: finding, requesting, changing and releasing them.

Inferred here: a long code is ready after some seconds, a number of a registration that is under
review cannot be released, and a preference for a number that is not available is invalid.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers.html
"""

from collections.abc import Sequence

from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, action, handles
from smsvoice.emulator.engine.lookup import FilterValue, by_ids, flag, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.service_errors import conflict, invalid
from smsvoice.emulator.lifecycle.number_activation import activate
from smsvoice.emulator.lifecycle.pool_membership import join, must_be_usable, must_fit, pool_to_join
from smsvoice.emulator.state.available_numbers import available, new_number
from smsvoice.emulator.state.identities import SET_UP, find_phone_number, phone_numbers, set_up
from smsvoice.emulator.state.keywords import drop_keywords
from smsvoice.emulator.state.opt_outs import DEFAULT, list_named
from smsvoice.emulator.state.phone_number_rules import (
    complete_registration,
    must_be_international,
    must_be_releasable,
    must_be_requestable,
    must_be_searchable,
    must_take_another,
    price_of,
)
from smsvoice.emulator.state.tags import forget, store_tags
from smsvoice.emulator.state.two_way import two_way_changes
from smsvoice.models.common import MessageType, NumberCapability
from smsvoice.models.phone_numbers import (
    DescribePhoneNumbersRequest,
    DescribePhoneNumbersResult,
    ListAvailablePhoneNumbersRequest,
    ListAvailablePhoneNumbersResult,
    NumberPreferenceItem,
    NumberStatus,
    NumberType,
    PhoneNumberInformation,
    ReleasePhoneNumberRequest,
    ReleasePhoneNumberResult,
    RequestPhoneNumberRequest,
    RequestPhoneNumberResult,
    UpdatePhoneNumberRequest,
    UpdatePhoneNumberResult,
)
from smsvoice.models.pools import PoolInformation
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ValidationExceptionReason,
)
from smsvoice.operations import phone_numbers as operations

MOST_A_PAGE = 10
_KIND = ResourceType.PHONE_NUMBER
_FILTERS: dict[str, FilterValue] = {
    "status": lambda one: one.status,
    "iso-country-code": lambda one: one.iso_country_code,
    "message-type": lambda one: one.message_type,
    "number-capability": lambda one: one.number_capabilities,
    "number-type": lambda one: one.number_type,
    "two-way-enabled": flag(lambda one: one.two_way_enabled),
    "self-managed-opt-outs-enabled": flag(lambda one: one.self_managed_opt_outs_enabled),
    "opt-out-list-name": lambda one: one.opt_out_list_name,
    "deletion-protection-enabled": flag(lambda one: one.deletion_protection_enabled),
    "two-way-channel-arn": lambda one: one.two_way_channel_arn,
}


@handles(operations.LIST_AVAILABLE_PHONE_NUMBERS)
def list_available(
    call: Call, request: ListAvailablePhoneNumbersRequest
) -> ListAvailablePhoneNumbersResult:
    """Numbers that could be requested."""
    must_be_searchable(request)
    if request.registration_id is not None:
        complete_registration(call, request.registration_id)
    found = available(call, request.number_preference or ())
    shown, token = page(call, request, found, str, default_size=MOST_A_PAGE)
    return ListAvailablePhoneNumbersResult(available_phone_numbers=shown, next_token=token)


@handles(operations.REQUEST_PHONE_NUMBER)
def request_number(call: Call, request: RequestPhoneNumberRequest) -> RequestPhoneNumberResult:
    """A new number; one that needs a registration waits for it."""
    must_be_requestable(request)
    number_type = NumberType(request.number_type)
    must_be_international(number_type, wished=request.international_sending_enabled)
    pool = pool_to_join(call, request.pool_id)
    opt_out_list = list_named(call, request.opt_out_list_name or DEFAULT)
    registration = (
        complete_registration(call, request.registration_id) if request.registration_id else None
    )
    must_take_another(call, registration)
    key = call.ids.resource("phone")
    number = PhoneNumberInformation(
        phone_number_arn=call.arn("phone-number", key),
        phone_number_id=key,
        phone_number=_number(call, request, number_type),
        status=NumberStatus.PENDING,
        iso_country_code=request.iso_country_code,
        message_type=MessageType(request.message_type),
        number_capabilities=tuple(NumberCapability(one) for one in request.number_capabilities),
        number_type=number_type,
        monthly_leasing_price=price_of(request.iso_country_code, number_type),
        two_way_enabled=False,
        self_managed_opt_outs_enabled=False,
        opt_out_list_name=opt_out_list.opt_out_list_name,
        international_sending_enabled=bool(request.international_sending_enabled),
        deletion_protection_enabled=bool(request.deletion_protection_enabled),
        registration_id=registration.registration_id if registration is not None else None,
        created_timestamp=call.now,
    )
    number = _entered(call, number, pool)
    tags = store_tags(call, number.phone_number_arn, request.tags)
    return result_from(RequestPhoneNumberResult, number, tags=tags)


def _number(call: Call, request: RequestPhoneNumberRequest, number_type: NumberType) -> str:
    wishes: Sequence[NumberPreferenceItem] = request.number_preference or ()
    if not wishes:
        return new_number(call, request.iso_country_code, number_type)
    found = available(call, wishes)
    if not found:
        reason = ValidationExceptionReason.INVALID_PARAMETER
        raise invalid(reason, "NumberPreference", "no free number is like that")
    return found[0]


def _entered(
    call: Call, number: PhoneNumberInformation, pool: PoolInformation | None
) -> PhoneNumberInformation:
    """Put a new number in its table and its pool, and let it become active if it may."""
    key = number.phone_number_id or ""
    phone_numbers(call).put(key, number)
    if number.number_type == NumberType.SIMULATOR:
        activate(call, key)
    elif number.number_type == NumberType.LONG_CODE or number.registration_id is not None:
        set_up(call, key)
    entered = find_phone_number(call, key)
    if pool is not None:
        must_be_usable(call, entered)
        must_fit(call, pool, entered)
        join(call, pool, entered)
    return find_phone_number(call, key)


@handles(operations.DESCRIBE_PHONE_NUMBERS)
def describe(call: Call, request: DescribePhoneNumbersRequest) -> DescribePhoneNumbersResult:
    """Numbers by id and filter."""
    if request.owner is not None and request.phone_number_ids:
        raise invalid(ValidationExceptionReason.PARAMETERS_CANNOT_BE_USED_TOGETHER)
    found = by_ids(call, phone_numbers(call), request.phone_number_ids, _KIND)
    found = [] if request.owner == "SHARED" else matching(found, request.filters, _FILTERS)
    shown, token = page(call, request, found, lambda one: one.phone_number_id or "")
    return DescribePhoneNumbersResult(phone_numbers=shown, next_token=token)


@handles(operations.UPDATE_PHONE_NUMBER)
def update(call: Call, request: UpdatePhoneNumberRequest) -> UpdatePhoneNumberResult:
    """Change a number that no pool rules."""
    found = find_phone_number(call, request.phone_number_id)
    key = found.phone_number_id or ""
    reasons = ConflictExceptionReason
    must_be_international(found.number_type, wished=request.international_sending_enabled)
    news = two_way_changes(call, found, request, (found.iso_country_code,))
    if request.opt_out_list_name is not None:
        news["opt_out_list_name"] = list_named(call, request.opt_out_list_name).opt_out_list_name
    if found.pool_id is not None:
        raise conflict(reasons.PHONE_NUMBER_ASSOCIATED_TO_POOL, _KIND, key)
    if found.status not in (NumberStatus.ACTIVE, NumberStatus.PENDING):
        raise conflict(reasons.RESOURCE_NOT_ACTIVE, _KIND, key)
    for name in ("international_sending_enabled", "deletion_protection_enabled"):
        if getattr(request, name) is not None:
            news[name] = getattr(request, name)
    return result_from(UpdatePhoneNumberResult, phone_numbers(call).change(key, **news))


@handles(operations.RELEASE_PHONE_NUMBER)
def release(call: Call, request: ReleasePhoneNumberRequest) -> ReleasePhoneNumberResult:
    """Give a number back; it is seen leaving for some seconds."""
    found = find_phone_number(call, request.phone_number_id)
    must_be_releasable(call, found)
    key = found.phone_number_id or ""
    call.unschedule(SET_UP, key)
    leaving = phone_numbers(call).change(key, status=NumberStatus.DISASSOCIATING)
    call.schedule("drop-phone-number", key, call.settings.seconds_to_settle)
    return result_from(ReleasePhoneNumberResult, leaving)


@action("drop-phone-number")
def drop(call: Call, phone_number_id: str) -> None:
    """The number is gone, and all that hung on it."""
    found = phone_numbers(call).get(phone_number_id)
    if found is not None:
        phone_numbers(call).drop(phone_number_id)
        drop_keywords(call, phone_number_id)
        forget(call, found.phone_number_arn)
        if found.registration_id is not None:
            call.schedule("close-registration", found.registration_id, 0)

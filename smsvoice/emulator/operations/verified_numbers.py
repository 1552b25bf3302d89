"""Verified destination numbers: whom an account in the sandbox may write to, and who tests RCS.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/verify-destination-phone-number.html
Inferred here: a code is good for 15 minutes and five are sent a day, AWS sends it itself where no
identity is named, simulator destinations are UNSUPPORTED since they need no verification, and an
RCS tester accepts the invitation after some seconds without any code.
"""

from datetime import timedelta

from smsvoice.core.simulators import SIMULATORS
from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, action, handles
from smsvoice.emulator.engine.lookup import FilterValue, by_ids, find, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict, invalid, not_found, quota_exceeded
from smsvoice.emulator.messaging.choose_identity import choose
from smsvoice.emulator.messaging.send_pipeline import Draft, accept, recipient
from smsvoice.emulator.messaging.speech import seconds_for
from smsvoice.emulator.state import daily_counters, opt_outs
from smsvoice.emulator.state.identities import rcs_agents
from smsvoice.emulator.state.tags import forget, store_tags
from smsvoice.emulator.state.verification_codes import Code, codes, text_of
from smsvoice.emulator.state.verified_numbers import verified_numbers
from smsvoice.models.common import NumberCapability
from smsvoice.models.phone_numbers import NumberType
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.models.verified_numbers import (
    CreateVerifiedDestinationNumberRequest,
    CreateVerifiedDestinationNumberResult,
    DeleteVerifiedDestinationNumberRequest,
    DeleteVerifiedDestinationNumberResult,
    DescribeVerifiedDestinationNumbersRequest,
    DescribeVerifiedDestinationNumbersResult,
    SendDestinationNumberVerificationCodeRequest,
    SendDestinationNumberVerificationCodeResult,
    VerificationChannel,
    VerificationStatus,
    VerifiedDestinationNumberInformation,
    VerifyDestinationNumberRequest,
    VerifyDestinationNumberResult,
)
from smsvoice.operations import verified_numbers as operations

CODE_DIGITS = 6
CODE_LASTS = timedelta(minutes=15)
STAYS = timedelta(hours=24)
AWS_ITSELF = "NOTICE"
"""What a recipient sees of AWS's own routes."""

_KIND = ResourceType.VERIFIED_DESTINATION_NUMBER
_FILTERS: dict[str, FilterValue] = {
    "status": lambda one: one.status,
    "rcs-agent-id": lambda one: one.rcs_agent_id,
}


@handles(operations.CREATE_VERIFIED_DESTINATION_NUMBER)
def create(
    call: Call, request: CreateVerifiedDestinationNumberRequest
) -> CreateVerifiedDestinationNumberResult:
    """A number that is not verified yet; one that is to test an RCS agent is invited."""
    number, _ = recipient(request.destination_phone_number)
    agent_id = None
    if request.rcs_agent_id is not None:
        agent = find(call, rcs_agents(call), request.rcs_agent_id, ResourceType.RCS_AGENT)
        agent_id = agent.rcs_agent_id
    table = verified_numbers(call)
    for one in table:
        if (one.destination_phone_number, one.rcs_agent_id) == (number, agent_id):
            reason = ConflictExceptionReason.RESOURCE_ALREADY_EXISTS
            raise conflict(reason, _KIND, one.verified_destination_number_id)
    must_be_below(
        call,
        len(table),
        quotas.VERIFIED_DESTINATION_NUMBERS,
        ServiceQuotaExceededExceptionReason.VERIFIED_DESTINATION_NUMBERS_PER_ACCOUNT,
    )
    is_simulator = number in SIMULATORS
    key = call.ids.resource("vdn")
    made = VerifiedDestinationNumberInformation(
        verified_destination_number_arn=call.arn(_KIND.value, key),
        verified_destination_number_id=key,
        destination_phone_number=number,
        status=VerificationStatus.UNSUPPORTED if is_simulator else VerificationStatus.PENDING,
        rcs_agent_id=agent_id,
        created_timestamp=call.now,
    )
    table.put(key, made)
    if agent_id is not None:
        call.schedule("accept-tester-invitation", key, call.settings.seconds_to_settle)
    tags = store_tags(call, made.verified_destination_number_arn, request.tags)
    return result_from(CreateVerifiedDestinationNumberResult, made, tags=tags)


@action("accept-tester-invitation")
def accept_invitation(call: Call, key: str) -> None:
    """A person agrees to test an RCS agent."""
    found = verified_numbers(call).get(key)
    if found is not None and found.status == VerificationStatus.PENDING:
        verified_numbers(call).change(key, status=VerificationStatus.VERIFIED)


@handles(operations.DESCRIBE_VERIFIED_DESTINATION_NUMBERS)
def describe(
    call: Call, request: DescribeVerifiedDestinationNumbersRequest
) -> DescribeVerifiedDestinationNumbersResult:
    """Numbers by id, by number and by filter."""
    found = by_ids(call, verified_numbers(call), request.verified_destination_number_ids, _KIND)
    wanted = {opt_outs.same(number) for number in request.destination_phone_numbers or ()}
    for number in wanted - {one.destination_phone_number for one in verified_numbers(call)}:
        raise not_found(_KIND, number)
    found = [one for one in found if not wanted or one.destination_phone_number in wanted]
    found = matching(found, request.filters, _FILTERS)
    shown, token = page(call, request, found, lambda one: one.verified_destination_number_id)
    return DescribeVerifiedDestinationNumbersResult(
        verified_destination_numbers=shown, next_token=token
    )


@handles(operations.DELETE_VERIFIED_DESTINATION_NUMBER)
def delete(
    call: Call, request: DeleteVerifiedDestinationNumberRequest
) -> DeleteVerifiedDestinationNumberResult:
    """Drop a number that was there for a day."""
    found = find(call, verified_numbers(call), request.verified_destination_number_id, _KIND)
    key = found.verified_destination_number_id
    if call.now - found.created_timestamp < STAYS:
        raise conflict(ConflictExceptionReason.RESOURCE_DELETION_NOT_ALLOWED, _KIND, key)
    verified_numbers(call).drop(key)
    codes(call).drop(key)
    forget(call, found.verified_destination_number_arn)
    return result_from(DeleteVerifiedDestinationNumberResult, found)


@handles(operations.SEND_DESTINATION_NUMBER_VERIFICATION_CODE)
def send_code(
    call: Call, request: SendDestinationNumberVerificationCodeRequest
) -> SendDestinationNumberVerificationCodeResult:
    """Send a code to a number; the one before is good no more."""
    found = find(call, verified_numbers(call), request.verified_destination_number_id, _KIND)
    key = found.verified_destination_number_id
    if request.origination_identity is not None and found.rcs_agent_id is not None:
        raise invalid(ValidationExceptionReason.PARAMETERS_CANNOT_BE_USED_TOGETHER)
    code = call.ids.digits(CODE_DIGITS)
    draft = _draft(call, request, found, text_of(code, request.language_code))
    reasons = ConflictExceptionReason
    if found.status == VerificationStatus.VERIFIED:
        raise conflict(reasons.VERIFICATION_ALREADY_COMPLETE, _KIND, key)
    if found.status != VerificationStatus.PENDING:
        raise conflict(reasons.RESOURCE_NOT_ACTIVE, _KIND, key)
    opt_outs.must_want_messages(
        call, draft.opt_out_list_name or opt_outs.DEFAULT, draft.destination
    )
    if (
        call.settings.quotas
        and daily_counters.times_today(call, f"code {key}") >= quotas.VERIFICATION_CODES_PER_DAY
    ):
        raise quota_exceeded(ServiceQuotaExceededExceptionReason.VERIFICATION_ATTEMPTS_PER_DAY)
    message_id = accept(call, draft, request)
    daily_counters.record(call, f"code {key}")
    codes(call).put(key, Code(code=code, good_until=call.now + CODE_LASTS))
    return SendDestinationNumberVerificationCodeResult(message_id=message_id)


def _draft(
    call: Call,
    request: SendDestinationNumberVerificationCodeRequest,
    found: VerifiedDestinationNumberInformation,
    body: str,
) -> Draft:
    number, country = recipient(found.destination_phone_number)
    is_call = request.verification_channel == VerificationChannel.VOICE
    channel, limit = (
        (NumberCapability.VOICE, "VOICE") if is_call else (NumberCapability.SMS, "TEXT")
    )
    if found.rcs_agent_id is not None and not is_call:
        channel, limit = NumberCapability.RCS, "RCS"
    origination, opt_out_list = found.rcs_agent_id or AWS_ITSELF, opt_outs.DEFAULT
    if request.origination_identity is not None:
        identity = choose(
            call,
            request.origination_identity,
            destination=number,
            country=country,
            capability=channel,
            message_type=None,
        )
        if identity.number_type == NumberType.SIMULATOR:
            reason = ValidationExceptionReason.INVALID_PARAMETER
            raise invalid(reason, "OriginationIdentity", "is a simulator number")
        origination, opt_out_list = identity.shown, identity.opt_out_list_name or opt_out_list
    return Draft(
        channel=channel,
        limit=limit,
        destination=number,
        country=country,
        body=body,
        origination=origination,
        opt_out_list_name=opt_out_list,
        seconds=seconds_for(body, sandbox=call.settings.sandbox) if is_call else None,
    )


@handles(operations.VERIFY_DESTINATION_NUMBER)
def verify(call: Call, request: VerifyDestinationNumberRequest) -> VerifyDestinationNumberResult:
    """Check the code that the recipient read."""
    found = find(call, verified_numbers(call), request.verified_destination_number_id, _KIND)
    key = found.verified_destination_number_id
    reasons = ConflictExceptionReason
    if found.status == VerificationStatus.VERIFIED:
        raise conflict(reasons.VERIFICATION_ALREADY_COMPLETE, _KIND, key)
    sent = codes(call).get(key)
    if sent is None or sent.code != request.verification_code:
        reason = ValidationExceptionReason.VERIFICATION_CODE_MISMATCH
        raise invalid(reason, "VerificationCode", "is not the code that was sent last")
    if call.now > sent.good_until:
        raise conflict(reasons.VERIFICATION_CODE_EXPIRED, _KIND, key)
    codes(call).drop(key)
    changed = verified_numbers(call).change(key, status=VerificationStatus.VERIFIED)
    return result_from(VerifyDestinationNumberResult, changed)

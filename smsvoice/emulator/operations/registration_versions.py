"""The versions of a registration: a draft, its submission, and the next one.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations.html
`smsvoice.emulator.lifecycle.reviews` decides on a submitted version. Inferred here: ten versions a
day.
"""

from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.lookup import FilterValue, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict, invalid
from smsvoice.emulator.lifecycle import reviews
from smsvoice.emulator.lifecycle.automatic_review import problems_of
from smsvoice.emulator.lifecycle.registration_associations import lacking
from smsvoice.emulator.lifecycle.registration_statuses import set_status
from smsvoice.emulator.state import daily_counters
from smsvoice.emulator.state.registrations import (
    KIND,
    UNDER_REVIEW,
    current,
    find_registration,
    named,
    registrations,
    set_version_status,
    start_version,
    values,
    versions,
    wrong_fields,
)
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.models.registrations import (
    CreateRegistrationVersionRequest,
    CreateRegistrationVersionResult,
    DescribeRegistrationVersionsRequest,
    DescribeRegistrationVersionsResult,
    DiscardRegistrationVersionRequest,
    DiscardRegistrationVersionResult,
    RegistrationInformation,
    RegistrationStatus,
    RegistrationVersionStatus,
    SubmitRegistrationVersionRequest,
    SubmitRegistrationVersionResult,
)
from smsvoice.operations import registrations as operations
from smsvoice.rules.registrations import values_of

_FILTERS: dict[str, FilterValue] = {
    "registration-version-status": lambda one: one.registration_version_status
}
_DECIDED = frozenset(
    (
        RegistrationVersionStatus.APPROVED,
        RegistrationVersionStatus.DENIED,
        RegistrationVersionStatus.DISCARDED,
        RegistrationVersionStatus.REVOKED,
    )
)


@handles(operations.CREATE_REGISTRATION_VERSION)
def create_version(
    call: Call, request: CreateRegistrationVersionRequest
) -> CreateRegistrationVersionResult:
    """A new draft beside the versions that are decided."""
    found = find_registration(call, request.registration_id)
    key = found.registration_id
    is_open = found.registration_status not in (
        RegistrationStatus.CLOSED,
        RegistrationStatus.PROVISIONING,
    )
    if not is_open or current(call, found).registration_version_status not in _DECIDED:
        raise conflict(ConflictExceptionReason.CREATE_REGISTRATION_VERSION_NOT_ALLOWED, KIND, key)
    must_be_below(
        call,
        daily_counters.times_today(call, f"version {key}"),
        quotas.REGISTRATION_VERSIONS_PER_DAY,
        ServiceQuotaExceededExceptionReason.REGISTRATION_VERSIONS_CREATED_PER_DAY,
    )
    daily_counters.record(call, f"version {key}")
    before, number = found.current_version_number, found.current_version_number + 1
    registrations(call).change(key, current_version_number=number)
    made = start_version(call, key, number)
    if not call.settings.new_versions_start_blank:
        for value in values(call, key, before):
            if not values_of([value]):
                continue
            copied = value.model_copy(update={"denied_reason": None, "feedback": None})
            values(call, key, number).put(value.field_path, copied)
    return result_from(CreateRegistrationVersionResult, made, **named(found))


@handles(operations.DESCRIBE_REGISTRATION_VERSIONS)
def describe_versions(
    call: Call, request: DescribeRegistrationVersionsRequest
) -> DescribeRegistrationVersionsResult:
    """The versions of a registration by number and filter."""
    found = find_registration(call, request.registration_id)
    table = versions(call, found.registration_id)
    for number in request.version_numbers or ():
        if str(number) not in table:
            reason = ValidationExceptionReason.UNKNOWN_REGISTRATION_VERSION
            raise invalid(reason, "VersionNumbers", "the registration has no such version")
    asked = [
        version
        for version in table
        if not request.version_numbers or version.version_number in request.version_numbers
    ]
    asked = matching(asked, request.filters, _FILTERS)
    shown, token = page(call, request, asked, lambda one: str(one.version_number))
    return DescribeRegistrationVersionsResult(
        registration_versions=shown, next_token=token, **named(found)
    )


@handles(operations.SUBMIT_REGISTRATION_VERSION)
def submit(
    call: Call, request: SubmitRegistrationVersionRequest
) -> SubmitRegistrationVersionResult:
    """Hand the draft in; whether it is complete, a machine judges afterwards."""
    found = find_registration(call, request.registration_id)
    key, reasons = found.registration_id, ConflictExceptionReason
    status = current(call, found).registration_version_status
    if status in UNDER_REVIEW:
        raise conflict(reasons.REGISTRATION_ALREADY_SUBMITTED, KIND, key)
    is_closed = found.registration_status == RegistrationStatus.CLOSED
    if is_closed or status != RegistrationVersionStatus.DRAFT:
        raise conflict(reasons.SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED, KIND, key)
    if lacking(call, found):
        raise conflict(reasons.SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED, KIND, key)
    if call.settings.incomplete_forms == "refused":
        _must_be_filled_in(call, found)
    version = reviews.begin(call, found, aws_review=bool(request.aws_review))
    return result_from(
        SubmitRegistrationVersionResult,
        version,
        aws_review=bool(request.aws_review),
        **named(found),
    )


def _must_be_filled_in(call: Call, found: RegistrationInformation) -> None:
    problems = problems_of(call, found)
    missing = [problem for problem in problems if problem.kind == "missing"]
    if missing:
        raise wrong_fields(ValidationExceptionReason.MISSING_PARAMETER, missing)
    if problems:
        raise wrong_fields(ValidationExceptionReason.FIELD_VALIDATION_FAILED, problems)


@handles(operations.DISCARD_REGISTRATION_VERSION)
def discard(
    call: Call, request: DiscardRegistrationVersionRequest
) -> DiscardRegistrationVersionResult:
    """Throw the newest version away, unless its review has begun."""
    found = find_registration(call, request.registration_id)
    key = found.registration_id
    statuses = RegistrationVersionStatus
    before = current(call, found).registration_version_status
    if before not in (statuses.DRAFT, statuses.SUBMITTED):
        raise conflict(ConflictExceptionReason.DISCARD_REGISTRATION_VERSION_NOT_ALLOWED, KIND, key)
    number = found.current_version_number
    version = set_version_status(call, key, number, statuses.DISCARDED)
    if before == statuses.SUBMITTED:
        set_status(call, key, reviews.settled_status(found))
        reviews.withdraw(call, found)
    return result_from(DiscardRegistrationVersionResult, version, **named(found))

"""Registrations: forms that carriers and authorities want before an identity may send.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations.html
What becomes of a submitted version is in `smsvoice.emulator.reviews`. Inferred here: ten versions a
day, 49 numbers a registration, and which reason holds a registration back from deletion.
"""

from typing import Any

from smsvoice.core.codec import told_of
from smsvoice.core.problems import Problem
from smsvoice.emulator import days, reviews
from smsvoice.emulator.associations import (
    Resource,
    bind,
    children_of,
    find_resource,
    free_all,
    numbers_of,
    parents,
    resources_of,
    supports,
    told,
)
from smsvoice.emulator.call import Call, answers
from smsvoice.emulator.events import registration_changed
from smsvoice.emulator.forms.form import AFTER_COMPLETE, BEFORE_SUBMIT, DELETE_FREES, RELEASE_CLOSES
from smsvoice.emulator.pages import page
from smsvoice.emulator.rcs_progress import has_one_like
from smsvoice.emulator.refusal import Refusal, conflict, invalid, quota
from smsvoice.emulator.registered import (
    KIND,
    MOST,
    UNDER_REVIEW,
    current,
    current_values,
    find_registration,
    forget,
    form_of,
    registrations,
    set_status,
    set_version_status,
    start_version,
    values,
    versions,
)
from smsvoice.emulator.rooms.registration_attachments import attachments
from smsvoice.emulator.rooms.registration_forms import known_form, wrong_fields
from smsvoice.emulator.select import Look, chosen, passing
from smsvoice.emulator.tagging import forget as forget_tags
from smsvoice.emulator.tagging import store_tags
from smsvoice.models.phone_numbers import NumberStatus, PhoneNumberInformation
from smsvoice.models.rcs_agents import RcsAgentInformation
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.models.registration_attachments import AttachmentStatus
from smsvoice.models.registration_forms import SupportedAssociation
from smsvoice.models.registrations import (
    CreateRegistrationAssociationRequest,
    CreateRegistrationAssociationResult,
    CreateRegistrationRequest,
    CreateRegistrationResult,
    CreateRegistrationVersionRequest,
    CreateRegistrationVersionResult,
    DeleteRegistrationRequest,
    DeleteRegistrationResult,
    DescribeRegistrationsRequest,
    DescribeRegistrationsResult,
    DescribeRegistrationVersionsRequest,
    DescribeRegistrationVersionsResult,
    DiscardRegistrationVersionRequest,
    DiscardRegistrationVersionResult,
    ListRegistrationAssociationsRequest,
    ListRegistrationAssociationsResult,
    RegistrationInformation,
    RegistrationStatus,
    RegistrationVersionStatus,
    SubmitRegistrationVersionRequest,
    SubmitRegistrationVersionResult,
)
from smsvoice.operations import registrations as operations
from smsvoice.rules.registrations import check

MOST_VERSIONS_A_DAY = 10
MOST_NUMBERS = 49
MOST_CAMPAIGNS = 10
_LOOKS: dict[str, Look] = {
    "registration-type": lambda one: one.registration_type,
    "registration-status": lambda one: one.registration_status,
}
_VERSION_LOOKS: dict[str, Look] = {
    "registration-version-status": lambda one: one.registration_version_status
}
_ASSOCIATION_LOOKS: dict[str, Look] = {
    "resource-type": lambda one: one.resource_type,
    "iso-country-code": lambda one: one.iso_country_code,
}
_DECIDED = frozenset(
    (
        RegistrationVersionStatus.APPROVED,
        RegistrationVersionStatus.DENIED,
        RegistrationVersionStatus.DISCARDED,
        RegistrationVersionStatus.REVOKED,
    )
)


@answers(operations.CREATE_REGISTRATION)
def create(call: Call, request: CreateRegistrationRequest) -> CreateRegistrationResult:
    """A new registration, with a blank draft."""
    form = known_form(request.registration_type)
    table = registrations(call)
    if call.settings.quotas and len(table) >= MOST:
        raise quota(ServiceQuotaExceededExceptionReason.REGISTRATIONS_PER_ACCOUNT)
    key = call.ids.resource("registration")
    made = RegistrationInformation(
        registration_arn=call.arn(KIND.value, key),
        registration_id=key,
        registration_type=form.registration_type,
        registration_status=RegistrationStatus.CREATED,
        current_version_number=1,
        created_timestamp=call.now,
    )
    table.put(key, made)
    start_version(call, key, 1)
    registration_changed(call, made)
    tags = store_tags(call, made.registration_arn, request.tags)
    return told_of(CreateRegistrationResult, made, tags=tags)


@answers(operations.DESCRIBE_REGISTRATIONS)
def describe(call: Call, request: DescribeRegistrationsRequest) -> DescribeRegistrationsResult:
    """Registrations by id and filter."""
    found = chosen(call, registrations(call), request.registration_ids, KIND)
    found = passing(found, request.filters, _LOOKS)
    shown, token = page(call, request, found, lambda one: one.registration_id)
    return DescribeRegistrationsResult(registrations=shown, next_token=token)


@answers(operations.DELETE_REGISTRATION)
def delete(call: Call, request: DeleteRegistrationRequest) -> DeleteRegistrationResult:
    """Drop a registration that nothing needs, with all its versions and values."""
    found = find_registration(call, request.registration_id)
    _must_be_free(call, found)
    gone = set_status(call, found.registration_id, RegistrationStatus.DELETED)
    free_all(call, found)
    forget(call, found)
    forget_tags(call, found.registration_arn)
    return told_of(DeleteRegistrationResult, gone)


def _must_be_free(call: Call, found: RegistrationInformation) -> None:
    """Refuse to delete what is under review, stood on by others, or bound to resources."""
    key, reasons = found.registration_id, ConflictExceptionReason
    is_provisioning = found.registration_status == RegistrationStatus.PROVISIONING
    if is_provisioning or current(call, found).registration_version_status in UNDER_REVIEW:
        raise conflict(reasons.RESOURCE_DELETION_NOT_ALLOWED, KIND, key)
    if children_of(call, key):
        raise conflict(reasons.RESOURCE_NOT_EMPTY, KIND, key)
    held = [supports(found, one) for one in resources_of(call, found)]
    endings = {how.disassociation_behavior for how in held if how is not None}
    if RELEASE_CLOSES in endings and found.approved_version_number is not None:
        raise conflict(reasons.DISASSOCIATE_REGISTRATION_NOT_ALLOWED, KIND, key)
    if endings - {DELETE_FREES, RELEASE_CLOSES}:
        raise conflict(reasons.RESOURCE_NOT_EMPTY, KIND, key)


@answers(operations.CREATE_REGISTRATION_VERSION)
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
    if call.settings.quotas and days.times_today(call, f"version {key}") >= MOST_VERSIONS_A_DAY:
        raise quota(ServiceQuotaExceededExceptionReason.REGISTRATION_VERSIONS_CREATED_PER_DAY)
    days.count(call, f"version {key}")
    before, number = found.current_version_number, found.current_version_number + 1
    registrations(call).change(key, current_version_number=number)
    made = start_version(call, key, number)
    if not call.settings.new_versions_start_blank:
        for value in values(call, key, before):
            copied = value.model_copy(update={"denied_reason": None, "feedback": None})
            values(call, key, number).put(value.field_path, copied)
    return told_of(CreateRegistrationVersionResult, made, **_named(found))


@answers(operations.DESCRIBE_REGISTRATION_VERSIONS)
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
    asked = passing(asked, request.filters, _VERSION_LOOKS)
    shown, token = page(call, request, asked, lambda one: str(one.version_number))
    return DescribeRegistrationVersionsResult(
        registration_versions=shown, next_token=token, **_named(found)
    )


@answers(operations.SUBMIT_REGISTRATION_VERSION)
def submit(
    call: Call, request: SubmitRegistrationVersionRequest
) -> SubmitRegistrationVersionResult:
    """Hand the draft in, if it is complete."""
    found = find_registration(call, request.registration_id)
    key, reasons = found.registration_id, ConflictExceptionReason
    status = current(call, found).registration_version_status
    if status in UNDER_REVIEW:
        raise conflict(reasons.REGISTRATION_ALREADY_SUBMITTED, KIND, key)
    is_closed = found.registration_status == RegistrationStatus.CLOSED
    if is_closed or status != RegistrationVersionStatus.DRAFT:
        raise conflict(reasons.SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED, KIND, key)
    _must_be_filled_in(call, found)
    version = reviews.begin(call, found, aws_review=bool(request.aws_review))
    return told_of(
        SubmitRegistrationVersionResult,
        version,
        aws_review=bool(request.aws_review),
        **_named(found),
    )


def _must_be_filled_in(call: Call, found: RegistrationInformation) -> None:
    form = form_of(found)
    problems = list(check(form.fields, current_values(call, found)))
    lacking = [problem for problem in problems if problem.kind == "missing"]
    lacking += _lacking_resources(call, found)
    if lacking:
        raise wrong_fields(ValidationExceptionReason.MISSING_PARAMETER, lacking)
    problems += _unfinished_uploads(call, found)
    if problems:
        raise wrong_fields(ValidationExceptionReason.FIELD_VALIDATION_FAILED, problems)


def _lacking_resources(call: Call, found: RegistrationInformation) -> list[Problem]:
    bound = {told(one).resource_type for one in resources_of(call, found)}
    return [
        Problem(how.resource_type, "must be associated before submission", "missing")
        for how in form_of(found).associations
        if how.association_behavior == BEFORE_SUBMIT and how.resource_type not in bound
    ]


def _unfinished_uploads(call: Call, found: RegistrationInformation) -> list[Problem]:
    problems: list[Problem] = []
    for value in values(call, found.registration_id, found.current_version_number):
        attachment = attachments(call).get(value.registration_attachment_id or "")
        done = AttachmentStatus.UPLOAD_COMPLETE
        if attachment is not None and attachment.attachment_status != done:
            problems.append(Problem(value.field_path, "its attachment is not uploaded"))
    return problems


@answers(operations.DISCARD_REGISTRATION_VERSION)
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
    return told_of(DiscardRegistrationVersionResult, version, **_named(found))


@answers(operations.CREATE_REGISTRATION_ASSOCIATION)
def associate(
    call: Call, request: CreateRegistrationAssociationRequest
) -> CreateRegistrationAssociationResult:
    """Bind a resource to a registration, at the time that its type demands."""
    found = find_registration(call, request.registration_id)
    resource = find_resource(call, request.resource_id)
    how = supports(found, resource)
    if how is None:
        raise _misfit("is of a kind that the type does not take")
    if resource in resources_of(call, found):
        reason = ConflictExceptionReason.RESOURCE_ALREADY_ASSOCIATED
        raise conflict(reason, KIND, found.registration_id)
    _must_be_the_time(call, found, how)
    _must_be_unbound(call, found, resource)
    if call.settings.quotas:
        _must_leave_room(call, found, resource)
    bind(call, found, resource, how)
    return told_of(
        CreateRegistrationAssociationResult,
        told(resource),
        registration_type=found.registration_type,
        **_named(found),
    )


def _misfit(why: str) -> Refusal:
    reason = ValidationExceptionReason.INVALID_REGISTRATION_ASSOCIATION
    return invalid(reason, "ResourceId", why)


def _must_be_the_time(
    call: Call, found: RegistrationInformation, how: SupportedAssociation
) -> None:
    if how.association_behavior == AFTER_COMPLETE:
        if found.registration_status != RegistrationStatus.COMPLETE:
            raise _misfit("is bound when the registration is COMPLETE")
    elif current(call, found).registration_version_status != RegistrationVersionStatus.DRAFT:
        raise _misfit("is bound while the version is a DRAFT")


def _must_be_unbound(call: Call, found: RegistrationInformation, resource: Resource) -> None:
    reasons = ConflictExceptionReason
    if isinstance(resource, PhoneNumberInformation):
        kind, number_id = ResourceType.PHONE_NUMBER, resource.phone_number_id or ""
        if resource.registration_id is not None:
            raise conflict(reasons.PHONE_NUMBER_ASSOCIATED_TO_REGISTRATION, kind, number_id)
        if resource.status == NumberStatus.DISASSOCIATING:
            raise conflict(reasons.RESOURCE_NOT_ACTIVE, kind, number_id)
    if isinstance(resource, RcsAgentInformation) and has_one_like(call, resource, found):
        reason = reasons.RCS_AGENT_ALREADY_ASSOCIATED_TO_REGISTRATION_TYPE
        raise conflict(reason, ResourceType.RCS_AGENT, resource.rcs_agent_id)
    if (
        isinstance(resource, RegistrationInformation)
        and resource.registration_status != RegistrationStatus.COMPLETE
    ):
        raise conflict(reasons.REGISTRATION_NOT_COMPLETE, KIND, resource.registration_id)


def _must_leave_room(call: Call, found: RegistrationInformation, resource: Resource) -> None:
    full = False
    if isinstance(resource, PhoneNumberInformation):
        full = len(numbers_of(call, found.registration_id)) >= MOST_NUMBERS
    elif isinstance(resource, RegistrationInformation):
        alike = [
            one
            for one in children_of(call, resource.registration_id)
            if one.registration_type == found.registration_type
        ]
        stands = found.registration_id in parents(call)
        full = stands or len(alike) >= MOST_CAMPAIGNS
    if full:
        raise quota(ServiceQuotaExceededExceptionReason.ASSOCIATIONS_PER_REGISTRATION)


@answers(operations.LIST_REGISTRATION_ASSOCIATIONS)
def list_associations(
    call: Call, request: ListRegistrationAssociationsRequest
) -> ListRegistrationAssociationsResult:
    """What is bound to a registration."""
    found = find_registration(call, request.registration_id)
    bound = [told(one) for one in resources_of(call, found)]
    bound = passing(bound, request.filters, _ASSOCIATION_LOOKS)
    shown, token = page(call, request, bound, lambda one: one.resource_arn)
    return ListRegistrationAssociationsResult(
        registration_type=found.registration_type,
        registration_associations=shown,
        next_token=token,
        **_named(found),
    )


def _named(found: RegistrationInformation) -> dict[str, Any]:
    return {
        "registration_arn": found.registration_arn,
        "registration_id": found.registration_id,
    }

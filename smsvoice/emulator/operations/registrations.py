"""Registrations: forms that carriers and authorities want before an identity may send.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations.html
Their versions are in `registration_versions`, what is bound to them in `registration_associations`.
Inferred here: which reason holds a registration back from deletion.
"""

from smsvoice.emulator.data import quotas
from smsvoice.emulator.data.forms.form import DELETE_FREES, RELEASE_CLOSES
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.lookup import FilterValue, by_ids, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict
from smsvoice.emulator.lifecycle.registration_associations import (
    children_of,
    free_all,
    resources_of,
    supports,
)
from smsvoice.emulator.lifecycle.registration_statuses import set_status
from smsvoice.emulator.messaging.events import registration_changed
from smsvoice.emulator.state.registrations import (
    KIND,
    UNDER_REVIEW,
    current,
    find_registration,
    forget,
    known_form,
    registrations,
    start_version,
)
from smsvoice.emulator.state.tags import forget as forget_tags
from smsvoice.emulator.state.tags import store_tags
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ServiceQuotaExceededExceptionReason,
)
from smsvoice.models.registrations import (
    CreateRegistrationRequest,
    CreateRegistrationResult,
    DeleteRegistrationRequest,
    DeleteRegistrationResult,
    DescribeRegistrationsRequest,
    DescribeRegistrationsResult,
    RegistrationInformation,
    RegistrationStatus,
)
from smsvoice.operations import registrations as operations

_FILTERS: dict[str, FilterValue] = {
    "registration-type": lambda one: one.registration_type,
    "registration-status": lambda one: one.registration_status,
}


@handles(operations.CREATE_REGISTRATION)
def create(call: Call, request: CreateRegistrationRequest) -> CreateRegistrationResult:
    """A new registration, with a blank draft."""
    form = known_form(request.registration_type)
    table = registrations(call)
    must_be_below(
        call,
        len(table),
        quotas.REGISTRATIONS,
        ServiceQuotaExceededExceptionReason.REGISTRATIONS_PER_ACCOUNT,
    )
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
    return result_from(CreateRegistrationResult, made, tags=tags)


@handles(operations.DESCRIBE_REGISTRATIONS)
def describe(call: Call, request: DescribeRegistrationsRequest) -> DescribeRegistrationsResult:
    """Registrations by id and filter."""
    found = by_ids(call, registrations(call), request.registration_ids, KIND)
    found = matching(found, request.filters, _FILTERS)
    shown, token = page(call, request, found, lambda one: one.registration_id)
    return DescribeRegistrationsResult(registrations=shown, next_token=token)


@handles(operations.DELETE_REGISTRATION)
def delete(call: Call, request: DeleteRegistrationRequest) -> DeleteRegistrationResult:
    """Drop a registration that nothing needs, with all its versions and values."""
    found = find_registration(call, request.registration_id)
    _must_be_free(call, found)
    gone = set_status(call, found.registration_id, RegistrationStatus.DELETED)
    free_all(call, found)
    forget(call, found)
    forget_tags(call, found.registration_arn)
    return result_from(DeleteRegistrationResult, gone)


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

"""What is bound to a registration: numbers, sender IDs, RCS agents, other registrations.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations.html
Inferred here: 49 numbers a registration, said of campaigns only.
"""

from smsvoice.emulator.data import quotas
from smsvoice.emulator.data.forms.form import AFTER_COMPLETE
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.lookup import FilterValue, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.service_errors import ServiceError, conflict, invalid, quota_exceeded
from smsvoice.emulator.lifecycle.rcs_launches import has_one_like
from smsvoice.emulator.lifecycle.registration_associations import (
    Resource,
    bind,
    children_of,
    find_resource,
    metadata_of,
    numbers_of,
    resources_of,
    supports,
)
from smsvoice.emulator.state.registrations import KIND, current, find_registration, named, parents
from smsvoice.models.phone_numbers import NumberStatus, PhoneNumberInformation
from smsvoice.models.rcs_agents import RcsAgentInformation
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.models.registration_forms import SupportedAssociation
from smsvoice.models.registrations import (
    CreateRegistrationAssociationRequest,
    CreateRegistrationAssociationResult,
    ListRegistrationAssociationsRequest,
    ListRegistrationAssociationsResult,
    RegistrationInformation,
    RegistrationStatus,
    RegistrationVersionStatus,
)
from smsvoice.operations import registrations as operations

_FILTERS: dict[str, FilterValue] = {
    "resource-type": lambda one: one.resource_type,
    "iso-country-code": lambda one: one.iso_country_code,
}


@handles(operations.CREATE_REGISTRATION_ASSOCIATION)
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
        _must_be_below_quota(call, found, resource)
    bind(call, found, resource, how)
    return result_from(
        CreateRegistrationAssociationResult,
        metadata_of(resource),
        registration_type=found.registration_type,
        **named(found),
    )


def _misfit(why: str) -> ServiceError:
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


def _must_be_below_quota(call: Call, found: RegistrationInformation, resource: Resource) -> None:
    full = False
    if isinstance(resource, PhoneNumberInformation):
        full = len(numbers_of(call, found.registration_id)) >= quotas.PHONE_NUMBERS_PER_REGISTRATION
    elif isinstance(resource, RegistrationInformation):
        alike = [
            one
            for one in children_of(call, resource.registration_id)
            if one.registration_type == found.registration_type
        ]
        stands = found.registration_id in parents(call)
        full = stands or len(alike) >= quotas.CAMPAIGNS_PER_BRAND
    if full:
        raise quota_exceeded(ServiceQuotaExceededExceptionReason.ASSOCIATIONS_PER_REGISTRATION)


@handles(operations.LIST_REGISTRATION_ASSOCIATIONS)
def list_associations(
    call: Call, request: ListRegistrationAssociationsRequest
) -> ListRegistrationAssociationsResult:
    """What is bound to a registration."""
    found = find_registration(call, request.registration_id)
    bound = [metadata_of(one) for one in resources_of(call, found)]
    bound = matching(bound, request.filters, _FILTERS)
    shown, token = page(call, request, bound, lambda one: one.resource_arn)
    return ListRegistrationAssociationsResult(
        registration_type=found.registration_type,
        registration_associations=shown,
        next_token=token,
        **named(found),
    )

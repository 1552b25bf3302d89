"""What a registration is about: the numbers, sender IDs, RCS agents and registrations bound to it.

A number, a sender ID and an agent know their registrations themselves, so nothing is kept twice;
only a registration that stands on another, as a campaign does on its brand, is noted here.
Inferred: a registration stands on one other, and a draft sender ID may be named before approval.
"""

from smsvoice.emulator.data.forms.form import AFTER_COMPLETE, BEFORE_SUBMIT, RELEASE_CLOSES
from smsvoice.emulator.engine.context import Call, action
from smsvoice.emulator.engine.lookup import find
from smsvoice.emulator.engine.service_errors import invalid
from smsvoice.emulator.lifecycle.number_activation import activate
from smsvoice.emulator.lifecycle.rcs_launches import agent_of, begin, end
from smsvoice.emulator.lifecycle.registration_statuses import set_status
from smsvoice.emulator.state.identities import find_sender_id, phone_numbers, rcs_agents, sender_ids
from smsvoice.emulator.state.identities import sender_id_key as key_of_sender_id
from smsvoice.emulator.state.registrations import (
    Parent,
    find_registration,
    form_of,
    parents,
    registrations,
)
from smsvoice.models.phone_numbers import NumberStatus, PhoneNumberInformation
from smsvoice.models.rcs_agents import RcsAgentInformation
from smsvoice.models.reasons import ResourceType, ValidationExceptionReason
from smsvoice.models.registration_forms import SupportedAssociation
from smsvoice.models.registrations import (
    RegistrationAssociationMetadata,
    RegistrationInformation,
    RegistrationStatus,
)
from smsvoice.models.sender_ids import SenderIdInformation

Resource = (
    PhoneNumberInformation | SenderIdInformation | RcsAgentInformation | RegistrationInformation
)

_BY_PREFIX = {
    "phone-": ResourceType.PHONE_NUMBER,
    "rcs-": ResourceType.RCS_AGENT,
    "registration-": ResourceType.REGISTRATION,
}


def children_of(call: Call, registration_id: str) -> list[RegistrationInformation]:
    """The registrations that stand on another."""
    return [
        one
        for one in registrations(call)
        if (parent := parents(call).get(one.registration_id)) is not None
        and parent.registration_id == registration_id
    ]


def find_resource(call: Call, given: str) -> Resource:
    """What an id or ARN names; letters alone are no sender ID, which needs its country."""
    if given.startswith("arn:"):
        kind = ResourceType(given.split(":", 5)[-1].partition("/")[0])
    else:
        known = (kind for prefix, kind in _BY_PREFIX.items() if given.startswith(prefix))
        kind = next(known, ResourceType.SENDER_ID)
    if kind == ResourceType.PHONE_NUMBER:
        return find(call, phone_numbers(call), given, kind)
    if kind == ResourceType.RCS_AGENT:
        return find(call, rcs_agents(call), given, kind)
    if kind == ResourceType.REGISTRATION:
        return find_registration(call, given)
    if kind == ResourceType.SENDER_ID:
        return find_sender_id(call, given, None)
    raise invalid(ValidationExceptionReason.INVALID_ARN, "ResourceId", "cannot be registered")


def metadata_of(resource: Resource) -> RegistrationAssociationMetadata:
    """A resource as an answer describes it."""
    if isinstance(resource, PhoneNumberInformation):
        return RegistrationAssociationMetadata(
            resource_arn=resource.phone_number_arn,
            resource_id=resource.phone_number_id or "",
            resource_type=ResourceType.PHONE_NUMBER.value,
            iso_country_code=resource.iso_country_code,
            phone_number=resource.phone_number,
        )
    if isinstance(resource, SenderIdInformation):
        return RegistrationAssociationMetadata(
            resource_arn=resource.sender_id_arn,
            resource_id=resource.sender_id,
            resource_type=ResourceType.SENDER_ID.value,
            iso_country_code=resource.iso_country_code,
        )
    if isinstance(resource, RcsAgentInformation):
        return RegistrationAssociationMetadata(
            resource_arn=resource.rcs_agent_arn,
            resource_id=resource.rcs_agent_id,
            resource_type=ResourceType.RCS_AGENT.value,
        )
    return RegistrationAssociationMetadata(
        resource_arn=resource.registration_arn,
        resource_id=resource.registration_id,
        resource_type=ResourceType.REGISTRATION.value,
    )


def numbers_of(call: Call, registration_id: str) -> list[PhoneNumberInformation]:
    """The phone numbers of a registration."""
    return [one for one in phone_numbers(call) if one.registration_id == registration_id]


def sender_ids_of(call: Call, registration_id: str) -> list[SenderIdInformation]:
    """The sender IDs of a registration."""
    return [one for one in sender_ids(call) if one.registration_id == registration_id]


def resources_of(call: Call, registration: RegistrationInformation) -> list[Resource]:
    """All that is bound to a registration."""
    key = registration.registration_id
    agent = agent_of(call, registration)
    parent = parents(call).get(key)
    above = registrations(call).get(parent.registration_id) if parent is not None else None
    single: list[Resource] = [one for one in (agent, above) if one is not None]
    return [*numbers_of(call, key), *sender_ids_of(call, key), *single]


def lacking(call: Call, registration: RegistrationInformation) -> set[str]:
    """The kinds of resource that must be bound before submission, and are not."""
    bound = {metadata_of(one).resource_type for one in resources_of(call, registration)}
    due = {
        how.resource_type
        for how in form_of(registration).associations
        if how.association_behavior == BEFORE_SUBMIT
    }
    return due - bound


def supports(
    registration: RegistrationInformation, resource: Resource
) -> SupportedAssociation | None:
    """How the form of a registration takes a resource; None when it does not."""
    form, what = form_of(registration), metadata_of(resource)
    if isinstance(resource, PhoneNumberInformation) and resource.number_type != form.number_type:
        return None
    if (
        isinstance(resource, RegistrationInformation)
        and resource.registration_type != form.parent_type
    ):
        return None
    for bound in form.associations:
        is_there = bound.iso_country_code in (None, what.iso_country_code)
        if bound.resource_type == what.resource_type and is_there:
            return bound
    return None


def bind(
    call: Call,
    registration: RegistrationInformation,
    resource: Resource,
    how: SupportedAssociation,
) -> None:
    """Bind a resource to a registration; a number that only waited for it gets ready."""
    key = registration.registration_id
    if isinstance(resource, PhoneNumberInformation):
        number_id = resource.phone_number_id or ""
        phone_numbers(call).change(number_id, registration_id=key)
        if how.association_behavior == AFTER_COMPLETE:
            phone_numbers(call).change(number_id, status=NumberStatus.ASSOCIATING)
            seconds = call.settings.seconds_to_settle
            call.schedule("activate-phone-number", number_id, seconds)
    elif isinstance(resource, SenderIdInformation):
        where = key_of_sender_id(resource.sender_id, resource.iso_country_code)
        sender_ids(call).change(where, registration_id=key)
    elif isinstance(resource, RcsAgentInformation):
        begin(call, resource, registration)
    else:
        parents(call).put(key, Parent(registration_id=resource.registration_id))


def activate_numbers(call: Call, registration: RegistrationInformation) -> None:
    """Activate the numbers of a registration."""
    for number in numbers_of(call, registration.registration_id):
        activate(call, number.phone_number_id or "")


def free_all(call: Call, registration: RegistrationInformation) -> None:
    """Release all that is bound to a registration that is closed."""
    key = registration.registration_id
    for number in numbers_of(call, key):
        phone_numbers(call).change(number.phone_number_id or "", registration_id=None)
    for one in sender_ids_of(call, key):
        where = key_of_sender_id(one.sender_id, one.iso_country_code)
        sender_ids(call).change(where, registration_id=None, registered=False)
    agent = agent_of(call, registration)
    if agent is not None:
        end(call, agent, registration)
    parents(call).drop(key)


@action("close-registration")
def close_if_empty(call: Call, registration_id: str) -> None:
    """A number of a registration is gone; for some types, the last one closes it."""
    found = registrations(call).get(registration_id)
    if found is None or found.registration_status != RegistrationStatus.COMPLETE:
        return
    closes = any(
        bound.disassociation_behavior == RELEASE_CLOSES for bound in form_of(found).associations
    )
    if closes and not resources_of(call, found):
        set_status(call, registration_id, RegistrationStatus.CLOSED)

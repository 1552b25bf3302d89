"""Registrations in any status: filled in, with what they stand on, submitted and decided upon."""

from smsvoice.core.names import near
from smsvoice.emulator.controls.give.choices import one_of
from smsvoice.emulator.controls.give.forms import FieldsGiven, fill_in
from smsvoice.emulator.controls.give.walk import Walk
from smsvoice.emulator.data import quotas
from smsvoice.emulator.data.forms import FORMS
from smsvoice.emulator.data.forms.form import BEFORE_SUBMIT, RELEASE_CLOSES, Form
from smsvoice.emulator.lifecycle import reviews
from smsvoice.emulator.lifecycle.registration_associations import children_of, numbers_of
from smsvoice.emulator.state.registrations import registrations
from smsvoice.models.phone_numbers import NumberType
from smsvoice.models.reasons import ResourceType
from smsvoice.models.registrations import (
    RegistrationDeniedReasonInformation,
    RegistrationInformation,
    RegistrationStatus,
)
from smsvoice.operations import phone_numbers as number_operations
from smsvoice.operations import rcs_agents as agent_operations
from smsvoice.operations import registrations as operations

_Status = RegistrationStatus
_STATUSES = tuple(one for one in _Status if one != _Status.DELETED)
_DENIED = RegistrationDeniedReasonInformation(
    reason=reviews.REASON, short_description=reviews.DESCRIPTION
)


def give_registration(
    walk: Walk,
    form_name: str,
    *,
    status: str,
    fields: FieldsGiven,
    resource_id: str | None = None,
) -> str:
    """A registration in a status; gives its id.

    Raises:
        ValueError: there is no such form or status, the form never has that status, or it does
            not take a value or the resource.
    """
    form = form_named(form_name)
    one_of("status", status, _STATUSES, "a registration that is DELETED is gone")
    _must_be_reachable(walk, form, status)
    if status == _Status.REQUIRES_AUTHENTICATION:
        fields = {**_authenticated(form), **fields}
    made = walk.run(operations.CREATE_REGISTRATION, registration_type=form.registration_type)
    key = made.registration_id
    for needed in _needed(walk, form, resource_id):
        walk.run(
            operations.CREATE_REGISTRATION_ASSOCIATION, registration_id=key, resource_id=needed
        )
    fill_in(walk, key, form, fields)
    _reach(walk, key, status)
    return key


def form_named(name: str) -> Form:
    """The form of a registration type.

    Raises:
        ValueError: there is none; the text names those that are spelled alike.
    """
    form = FORMS.get(str(name))
    if form is not None:
        return form
    alike = near(str(name), FORMS, 3, 0.5) or list(FORMS)
    raise ValueError(f"form must be a registration type, e.g. {', '.join(alike)}")


def complete_registration(walk: Walk, form_name: str) -> str:
    """A registration that is COMPLETE and takes one more: one that is there, or a new one."""
    form = form_named(form_name)
    for one in registrations(walk.call):
        if (
            one.registration_type == form_name
            and one.registration_status == _Status.COMPLETE
            and _takes_more(walk, one)
        ):
            return one.registration_id
    return give_registration(walk, form.registration_type, status=_Status.COMPLETE, fields={})


def _takes_more(walk: Walk, registration: RegistrationInformation) -> bool:
    key = registration.registration_id
    return (
        len(numbers_of(walk.call, key)) < quotas.PHONE_NUMBERS_PER_REGISTRATION
        and len(children_of(walk.call, key)) < quotas.CAMPAIGNS_PER_BRAND
    )


def _must_be_reachable(walk: Walk, form: Form, status: str) -> None:
    name = form.registration_type
    if status == _Status.REQUIRES_AUTHENTICATION and form.authentication is None:
        raise ValueError(f"status: {name} never waits for an e-mail to be answered")
    if status == _Status.PROVISIONING and not form.is_provisioned:
        raise ValueError(f"status: {name} is COMPLETE when it is approved, never PROVISIONING")
    if status == _Status.CLOSED and not _closes(form):
        raise ValueError(f"status: {name} is never CLOSED: that comes of releasing its numbers")
    approved = (_Status.COMPLETE, _Status.PROVISIONING, _Status.CLOSED)
    if status in approved and form.regions and walk.call.account.region not in form.regions:
        where = " or ".join(sorted(form.regions))
        raise ValueError(f"region_name: {name} is approved in {where} only")


def _closes(form: Form) -> bool:
    return any(how.disassociation_behavior == RELEASE_CLOSES for how in form.associations)


def _authenticated(form: Form) -> FieldsGiven:
    condition = form.authentication
    assert condition is not None
    return {condition.depends_on_field_path: list(condition.values or ())}


def _needed(walk: Walk, form: Form, resource_id: str | None) -> list[str]:
    """What must be bound before submission: the resource that is given, or new ones."""
    if resource_id is not None:
        return [resource_id]
    kinds = [
        how.resource_type for how in form.associations if how.association_behavior == BEFORE_SUBMIT
    ]
    return [_prerequisite(walk, form, kind) for kind in kinds]


def _prerequisite(walk: Walk, form: Form, kind: str) -> str:
    if kind == ResourceType.REGISTRATION and form.parent_type is not None:
        return complete_registration(walk, form.parent_type)
    if kind == ResourceType.RCS_AGENT:
        return walk.run(agent_operations.CREATE_RCS_AGENT).rcs_agent_id
    number = walk.run(
        number_operations.REQUEST_PHONE_NUMBER,
        iso_country_code="US",
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS"],
        number_type=form.number_type or NumberType.TOLL_FREE,
    )
    return number.phone_number_id or ""


def _reach(walk: Walk, key: str, status: str) -> None:
    """Go from the filled-in draft to a status."""
    if status == _Status.CREATED:
        return
    by_aws = status == _Status.AWS_REVIEWING
    walk.run(operations.SUBMIT_REGISTRATION_VERSION, registration_id=key, aws_review=by_aws or None)
    if status == _Status.SUBMITTED:
        return
    walk.step()
    if status in (_Status.AWS_REVIEWING, _Status.REVIEWING):
        return
    if status == _Status.REQUIRES_UPDATES:
        reviews.deny(walk.call, key, (_DENIED,))
        return
    reviews.approve(walk.call, key)
    if status == _Status.REQUIRES_AUTHENTICATION:
        return
    if _status(walk, key) == _Status.REQUIRES_AUTHENTICATION:
        reviews.approve(walk.call, key)
    if status == _Status.PROVISIONING:
        return
    walk.finish()
    if status == _Status.CLOSED:
        for number in numbers_of(walk.call, key):
            walk.run(
                number_operations.RELEASE_PHONE_NUMBER,
                phone_number_id=number.phone_number_id or "",
            )
        walk.finish()


def _status(walk: Walk, key: str) -> RegistrationStatus | None:
    found = registrations(walk.call).get(key)
    return None if found is None else found.registration_status

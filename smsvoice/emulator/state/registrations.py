"""Registrations as they are kept: their versions and values, and every change of status."""

from collections.abc import Iterable
from typing import Any

from smsvoice.core.errors import Problem
from smsvoice.core.model import OutputModel
from smsvoice.emulator.data.forms import FORMS, Form
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.lookup import find
from smsvoice.emulator.engine.service_errors import ServiceError, invalid, invalid_fields
from smsvoice.emulator.engine.store import TableOf
from smsvoice.emulator.engine.table import Record, Table
from smsvoice.models.reasons import ResourceType, ValidationExceptionReason
from smsvoice.models.registration_forms import RegistrationFieldValueInformation
from smsvoice.models.registrations import (
    RegistrationInformation,
    RegistrationVersionInformation,
    RegistrationVersionStatus,
    RegistrationVersionStatusHistory,
)
from smsvoice.rules.registrations import FieldValue, values_of

KIND = ResourceType.REGISTRATION

UNDER_REVIEW = frozenset(
    (
        RegistrationVersionStatus.SUBMITTED,
        RegistrationVersionStatus.AWS_REVIEWING,
        RegistrationVersionStatus.REVIEWING,
        RegistrationVersionStatus.REQUIRES_AUTHENTICATION,
    )
)
"""What a version is between its submission and the decision on it."""


registrations: TableOf[RegistrationInformation] = TableOf("registrations", RegistrationInformation)
"""The account's registrations, by id."""


versions: TableOf[RegistrationVersionInformation] = TableOf(
    "registration_versions", RegistrationVersionInformation
)
"""The versions of a registration, by number."""


values: TableOf[RegistrationFieldValueInformation] = TableOf(
    "registration_field_values", RegistrationFieldValueInformation
)
"""What a version of a registration holds, by field path."""


def find_registration(call: Call, given: str) -> RegistrationInformation:
    """The registration that an id or ARN names, or the refusal that there is none."""
    return find(call, registrations(call), given, KIND)


def named(registration: RegistrationInformation) -> dict[str, Any]:
    """The members by which every answer names its registration."""
    return {
        "registration_arn": registration.registration_arn,
        "registration_id": registration.registration_id,
    }


def form_of(registration: RegistrationInformation) -> Form:
    """The form that a registration fills in."""
    return FORMS[registration.registration_type]


def current(call: Call, registration: RegistrationInformation) -> RegistrationVersionInformation:
    """The newest version of a registration."""
    found = versions(call, registration.registration_id).get(
        str(registration.current_version_number)
    )
    assert found is not None
    return found


def current_values(call: Call, registration: RegistrationInformation) -> dict[str, FieldValue]:
    """What the newest version holds, by field path."""
    number = registration.current_version_number
    return values_of(values(call, registration.registration_id, number))


def start_version(call: Call, registration_id: str, number: int) -> RegistrationVersionInformation:
    """A new, blank draft."""
    made = RegistrationVersionInformation(
        version_number=number,
        registration_version_status=RegistrationVersionStatus.DRAFT,
        registration_version_status_history=RegistrationVersionStatusHistory(
            draft_timestamp=call.now
        ),
    )
    return versions(call, registration_id).put(str(number), made)


def set_version_status(
    call: Call, registration_id: str, number: int, status: RegistrationVersionStatus, **more: Any
) -> RegistrationVersionInformation:
    """A version reaches a status, and its history notes when, except for offline review."""
    table = versions(call, registration_id)
    found = table.get(str(number))
    assert found is not None
    history = found.registration_version_status_history
    moment = f"{status.value.lower()}_timestamp"
    if moment in type(history).model_fields:
        history = history.model_copy(update={moment: call.now})
    return table.change(
        str(number),
        registration_version_status=status,
        registration_version_status_history=history,
        **more,
    )


def forget(call: Call, registration: RegistrationInformation) -> None:
    """Drop a registration with its versions and values."""
    key = registration.registration_id
    for number in range(1, registration.current_version_number + 1):
        _clear(values(call, key, number))
    _clear(versions(call, key))
    registrations(call).drop(key)


def _clear(table: Table[Record]) -> None:
    for key in table.keys():  # noqa: SIM118  a table's keys, taken before it changes
        table.drop(key)


def known_form(registration_type: str) -> Form:
    """The form of a type, or the refusal that there is none."""
    form = FORMS.get(registration_type)
    if form is None:
        reason = ValidationExceptionReason.UNKNOWN_REGISTRATION_TYPE
        raise invalid(reason, "RegistrationType", "is not among the type definitions")
    return form


def wrong_fields(reason: ValidationExceptionReason, problems: Iterable[Problem]) -> ServiceError:
    """The refusal that names every field at fault by its path."""
    return invalid_fields(reason, [(problem.field, problem.rule) for problem in problems])


class Parent(OutputModel):
    """The registration that another one stands on."""

    registration_id: str


parents: TableOf[Parent] = TableOf("registration_parents", Parent)
"""What registrations stand on, by the id of the one that stands on it."""

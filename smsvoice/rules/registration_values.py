"""Values for a registration form: checked against all of its rules before the first is put."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.names import nearest
from smsvoice.models.registration_forms import (
    FieldType,
    RegistrationFieldDefinition,
    RegistrationFieldValueInformation,
)
from smsvoice.rules.registrations import FieldValue, FieldValues, check, values_of

_MEMBERS = {
    FieldType.TEXT: "text_value",
    FieldType.SELECT: "select_choices",
    FieldType.ATTACHMENT: "registration_attachment_id",
}


def members_to_put(
    form: Sequence[RegistrationFieldDefinition],
    given: FieldValues,
    present: Iterable[RegistrationFieldValueInformation],
) -> dict[str, Mapping[str, Any]]:
    """The arguments of PutRegistrationFieldValue for each value, in the order of the form.

    Args:
        form: the definitions of all fields.
        given: values by field path; a single option may stand for a list of one.
        present: what the form holds already, which decides about conditional fields.

    Raises:
        RequestError: a value breaks a rule of the form; the problems name the fields.
    """
    kinds = {definition.field_path: definition.field_type for definition in form}
    values = {path: _suited(kinds.get(path), value) for path, value in given.items()}
    problems = tuple(_problems(form, values, values_of(present)))
    if problems:
        raise RequestError("PutRegistrationFieldValue", problems)
    return {path: {_MEMBERS[kinds[path]]: values[path]} for path in kinds if path in values}


def _suited(kind: FieldType | None, value: FieldValue) -> FieldValue:
    if kind == FieldType.SELECT and isinstance(value, str) and value:
        return (value,)
    return value


def _problems(
    form: Sequence[RegistrationFieldDefinition], given: FieldValues, held: FieldValues
) -> Iterator[Problem]:
    known = [definition.field_path for definition in form]
    for path, value in given.items():
        if path not in known:
            yield Problem(path, f"the form has no such field{nearest(path, known)}")
        elif not value:
            yield Problem(path, "must not be empty; `fields.delete` empties a field")
    for problem in check(form, {**held, **given}):
        if problem.field in given and problem.field in known and problem.kind != "missing":
            yield problem

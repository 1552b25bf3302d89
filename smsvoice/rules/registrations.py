"""Registration forms: which fields must be filled in, and whether a value will do.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations.html
The rules of a conditional field are tried in order, and the first whose conditions all hold
decides. What AWS leaves open is inferred here: options chosen are compared as a set, and a field
without a value equals nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from smsvoice.core.enums import OpenEnum
from smsvoice.core.errors import Problem
from smsvoice.models.registration_forms import (
    ConditionalRule,
    ConditionalValidation,
    FieldCondition,
    FieldRequirement,
    FieldType,
    RegistrationAssociationBehavior,
    RegistrationFieldDefinition,
    RegistrationFieldValueInformation,
    RegistrationTypeDefinition,
)
from smsvoice.models.registrations import RegistrationAssociationMetadata
from smsvoice.rules.patterns import matches

FieldValue = str | Sequence[str]
"""What a field holds: its text or the id of its attachment, or the options that are chosen."""

FieldValues = Mapping[str, FieldValue]
"""What a form holds, by field path."""

_ANSWER_NAMES = {
    FieldType.TEXT: "a text",
    FieldType.SELECT: "a choice of options",
    FieldType.ATTACHMENT: "an attachment",
}


class Requirement(OpenEnum):
    """What a form asks of a field once the values of the others are known."""

    REQUIRED = "REQUIRED"
    OPTIONAL = "OPTIONAL"
    DISALLOWED = "DISALLOWED"


def values_of(fields: Iterable[RegistrationFieldValueInformation]) -> dict[str, FieldValue]:
    """The values in a form, by field path; empty ones are left out."""
    values = {
        one.field_path: one.select_choices or one.text_value or one.registration_attachment_id
        for one in fields
    }
    return {path: value for path, value in values.items() if value}


def requirement(definition: RegistrationFieldDefinition, values: FieldValues) -> Requirement:
    """What a form asks of a field, given what the other fields hold."""
    behavior = definition.conditional_behavior
    if behavior is None:
        always = definition.field_requirement == FieldRequirement.REQUIRED
        return Requirement.REQUIRED if always else Requirement.OPTIONAL
    rule = matching_rule(definition, values)
    return Requirement(behavior.default_behavior if rule is None else rule.rule_behavior)


def matching_rule(
    definition: RegistrationFieldDefinition, values: FieldValues
) -> ConditionalRule | None:
    """The first rule of a field whose conditions all hold; None when none does."""
    behavior = definition.conditional_behavior
    for rule in () if behavior is None else behavior.rules:
        if all(holds(condition, values) for condition in rule.conditions):
            return rule
    return None


def holds(condition: FieldCondition, values: FieldValues) -> bool:
    """Whether a condition is true; one with an operator that is unknown here is not."""
    held = _held(values.get(condition.depends_on_field_path))
    wanted = set(condition.values or ())
    truths = {
        "EQUALS": bool(held) and held == wanted,
        "NOT_EQUALS": held != wanted,
        "IN": bool(held & wanted),
        "NOT_IN": not held & wanted,
        "HAS_VALUE": bool(held),
        "NO_VALUE": not held,
    }
    return truths.get(condition.operator, False)


def missing(
    definitions: Iterable[RegistrationFieldDefinition], values: FieldValues
) -> list[RegistrationFieldDefinition]:
    """The fields that must be filled in before the form is submitted, and are not."""
    return [
        definition
        for definition in definitions
        if not _held(values.get(definition.field_path))
        and requirement(definition, values) == Requirement.REQUIRED
    ]


def check(
    definitions: Iterable[RegistrationFieldDefinition], values: FieldValues
) -> Iterator[Problem]:
    """All that stands in the way of submitting a form; what is missing has the kind `missing`."""
    known = {definition.field_path: definition for definition in definitions}
    for path in values:
        if path not in known:
            yield Problem(path, "the form has no such field")
    for definition in missing(known.values(), values):
        yield Problem(definition.field_path, "is required", "missing")
    for path, definition in known.items():
        if not _held(values.get(path)):
            continue
        if requirement(definition, values) == Requirement.DISALLOWED:
            yield Problem(path, "must be left empty beside what the other fields hold")
            continue
        yield from _check_held(definition, values[path], values)


def unassociated(
    definition: RegistrationTypeDefinition, bound: Iterable[RegistrationAssociationMetadata]
) -> Iterator[Problem]:
    """What must be associated before submission and is not; of several kinds one is enough."""
    due = dict.fromkeys(
        how.resource_type
        for how in definition.supported_associations or ()
        if how.association_behavior == RegistrationAssociationBehavior.ASSOCIATE_BEFORE_SUBMIT
    )
    if not any(one.resource_type in due for one in bound):
        for kind in due:
            yield Problem(kind, "must be associated first, by `associate(id)`", "missing")


def check_value(
    definition: RegistrationFieldDefinition,
    *,
    text: str | None = None,
    choices: Sequence[str] | None = None,
    attachment_id: str | None = None,
    values: FieldValues | None = None,
) -> Iterator[Problem]:
    """All that is wrong with a value for a field.

    Args:
        definition: the field as AWS describes it.
        text: the value of a text field.
        choices: the options chosen in a select field.
        attachment_id: the attachment of an attachment field.
        values: what the form holds; with it, the limits of a rule that matches replace the
            field's own.
    """
    path = definition.field_path
    rule = None if values is None else matching_rule(definition, values)
    narrower = rule.conditional_validation if rule is not None else None
    given = {
        FieldType.TEXT: text,
        FieldType.SELECT: choices,
        FieldType.ATTACHMENT: attachment_id,
    }
    due = _ANSWER_NAMES.get(definition.field_type)
    for kind, value in given.items():
        if value is not None and due is not None and kind != definition.field_type:
            yield Problem(path, f"takes {due}, not {_ANSWER_NAMES[kind]}")
    if text is not None and definition.field_type == FieldType.TEXT:
        yield from (Problem(path, broken) for broken in _broken_text(definition, narrower, text))
    if choices is not None and definition.field_type == FieldType.SELECT:
        chosen = _broken_choices(definition, narrower, choices)
        yield from (Problem(path, broken) for broken in chosen)


def _check_held(
    definition: RegistrationFieldDefinition, value: FieldValue, values: FieldValues
) -> Iterator[Problem]:
    if not isinstance(value, str):
        return check_value(definition, choices=value, values=values)
    if definition.field_type == FieldType.ATTACHMENT:
        return check_value(definition, attachment_id=value, values=values)
    return check_value(definition, text=value, values=values)


def _held(value: FieldValue | None) -> set[str]:
    if not value:
        return set()
    return {value} if isinstance(value, str) else set(value)


def _broken_text(
    definition: RegistrationFieldDefinition, narrower: ConditionalValidation | None, text: str
) -> Iterator[str]:
    own, other = definition.text_validation, narrower or ConditionalValidation()
    shortest = other.min_length if own is None or other.min_length is not None else own.min_length
    longest = other.max_length if own is None or other.max_length is not None else own.max_length
    pattern = other.pattern if own is None or other.pattern is not None else own.pattern
    if shortest is not None and len(text) < shortest:
        yield f"must have at least {shortest} characters"
    if longest is not None and len(text) > longest:
        yield f"must have at most {longest} characters"
    if pattern and not matches(pattern, text):
        yield f"must match {pattern}"


def _broken_choices(
    definition: RegistrationFieldDefinition,
    narrower: ConditionalValidation | None,
    choices: Sequence[str],
) -> Iterator[str]:
    own = definition.select_validation
    options = own.options if own is not None else None
    if narrower is not None and narrower.allowed_values is not None:
        options = narrower.allowed_values
    if own is not None and len(choices) < own.min_choices:
        yield f"must have at least {own.min_choices} of its options"
    if own is not None and len(choices) > own.max_choices:
        yield f"must have at most {own.max_choices} of its options"
    if options is not None and not set(choices) <= set(options):
        yield f"must be among {', '.join(options)}"
    if len(set(choices)) < len(choices):
        yield "must not repeat an option"

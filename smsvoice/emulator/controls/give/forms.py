"""Filling in registration forms with values that will do."""

from collections.abc import Mapping, Sequence

from smsvoice.emulator.controls.give.walk import Walk
from smsvoice.emulator.data.forms.form import Form
from smsvoice.emulator.lifecycle.uploads import upload
from smsvoice.emulator.state.registration_attachments import attachments
from smsvoice.models.registration_attachments import AttachmentStatus
from smsvoice.models.registration_forms import (
    FieldType,
    RegistrationFieldDefinition,
)
from smsvoice.operations import registration_attachments, registration_forms
from smsvoice.rules.patterns import matches
from smsvoice.rules.registrations import FieldValue, check, matching_rule, missing

FieldsGiven = Mapping[str, str | Sequence[str]]
"""Values by field path: a text, the id of an attachment, or the options that are chosen."""

_PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(16)
_TEXTS = (
    "https://example.com",
    "owner@example.com",
    "+12065550100",
    "#0F4C5C",
    "US",
    "12345",
    "Example",
    "EXAMPL",
)
_PROSE = "An example that gives as many characters as the form asks for. "


def fill_in(walk: Walk, registration_id: str, form: Form, given: FieldsGiven) -> None:
    """Put the given values into the draft, and something that will do wherever more is required.

    Raises:
        ValueError: the form has no such field, or does not take what was given.
    """
    values: dict[str, FieldValue] = {}
    for path, value in given.items():
        field = form.field(path)
        if field is None:
            raise ValueError(f"fields: {form.registration_type} has no field {path}")
        values[path] = _put(walk, registration_id, field, value)
    while lacking := missing(form.fields, values):
        for field in lacking:
            value = _example(walk, field, values)
            values[field.field_path] = _put(walk, registration_id, field, value)
    problems = "; ".join(f"{one.field} {one.rule}" for one in check(form.fields, values))
    if problems:
        raise ValueError(f"fields: {problems}")


def _put(
    walk: Walk, registration_id: str, field: RegistrationFieldDefinition, value: FieldValue
) -> FieldValue:
    is_select = field.field_type == FieldType.SELECT
    chosen = [value] if is_select and isinstance(value, str) else value
    member = {
        FieldType.SELECT: "select_choices",
        FieldType.ATTACHMENT: "registration_attachment_id",
    }.get(field.field_type, "text_value")
    walk.run(
        registration_forms.PUT_REGISTRATION_FIELD_VALUE,
        registration_id=registration_id,
        field_path=field.field_path,
        **{member: chosen},
    )
    return chosen


def _example(
    walk: Walk, field: RegistrationFieldDefinition, values: Mapping[str, FieldValue]
) -> FieldValue:
    if field.field_type == FieldType.ATTACHMENT:
        return _document(walk)
    if field.select_validation is not None:
        rule = matching_rule(field, values)
        narrower = rule.conditional_validation if rule is not None else None
        allowed = narrower.allowed_values if narrower is not None else None
        options = allowed or field.select_validation.options
        return list(options[: max(field.select_validation.min_choices, 1)])
    return _text(field)


def _text(field: RegistrationFieldDefinition) -> str:
    rules = field.text_validation
    assert rules is not None
    hint: str = field.display_hints.example_text_value or ""
    prose = _PROSE * (rules.min_length // len(_PROSE) + 1)
    examples: tuple[str, ...] = (hint, *_TEXTS, prose[: max(rules.min_length, 7)])
    for text in examples:
        fits = rules.min_length <= len(text) <= rules.max_length and matches(rules.pattern, text)
        if fits and text.strip():
            return text
    raise ValueError(f"fields: give a value for {field.field_path}, which takes no example of ours")


def _document(walk: Walk) -> str:
    """The id of an uploaded document: one that the account has, or a new one."""
    for one in attachments(walk.call):
        if one.attachment_status == AttachmentStatus.UPLOAD_COMPLETE:
            return one.registration_attachment_id
    made = walk.run(
        registration_attachments.CREATE_REGISTRATION_ATTACHMENT, attachment_body=_PICTURE
    )
    walk.call.unschedule("upload-registration-attachment", made.registration_attachment_id)
    upload(walk.call, made.registration_attachment_id)
    return made.registration_attachment_id

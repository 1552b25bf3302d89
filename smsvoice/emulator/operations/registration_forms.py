"""Registration forms: what they ask, and what has been filled in.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations.html
Inferred here: a value is checked against the field's own limits when it is put, and against its
conditional rules when the version is submitted, since fields may be put in any order.
"""

from collections.abc import Sequence
from typing import Any

from smsvoice.emulator.data.forms import FORMS, Form
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.lookup import FilterValue, find, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.service_errors import (
    conflict,
    invalid,
    not_found,
)
from smsvoice.emulator.state.registration_attachments import attachments
from smsvoice.emulator.state.registrations import (
    KIND,
    current,
    find_registration,
    form_of,
    known_form,
    values,
    versions,
    wrong_fields,
)
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ValidationExceptionReason,
)
from smsvoice.models.registration_forms import (
    DeleteRegistrationFieldValueRequest,
    DeleteRegistrationFieldValueResult,
    DescribeRegistrationFieldDefinitionsRequest,
    DescribeRegistrationFieldDefinitionsResult,
    DescribeRegistrationFieldValuesRequest,
    DescribeRegistrationFieldValuesResult,
    DescribeRegistrationSectionDefinitionsRequest,
    DescribeRegistrationSectionDefinitionsResult,
    DescribeRegistrationTypeDefinitionsRequest,
    DescribeRegistrationTypeDefinitionsResult,
    FieldRequirement,
    PutRegistrationFieldValueRequest,
    PutRegistrationFieldValueResult,
    RegistrationFieldDefinition,
    RegistrationFieldValueInformation,
)
from smsvoice.models.registrations import RegistrationInformation, RegistrationVersionStatus
from smsvoice.operations import registration_forms
from smsvoice.rules.registrations import check_value

_TYPE_FILTERS: dict[str, FilterValue] = {
    "supported-association-resource-type": lambda one: [
        bound.resource_type for bound in one.supported_associations or ()
    ],
    "supported-association-iso-country-code": lambda one: [
        bound.iso_country_code
        for bound in one.supported_associations or ()
        if bound.iso_country_code is not None
    ],
}


@handles(registration_forms.DESCRIBE_REGISTRATION_TYPE_DEFINITIONS)
def describe_types(
    call: Call, request: DescribeRegistrationTypeDefinitionsRequest
) -> DescribeRegistrationTypeDefinitionsResult:
    """Types by name and filter."""
    named = [known_form(one) for one in dict.fromkeys(request.registration_types or ())]
    found = [form.definition for form in named or FORMS.values()]
    found = matching(found, request.filters, _TYPE_FILTERS)
    shown, token = page(call, request, found, lambda one: one.registration_type)
    return DescribeRegistrationTypeDefinitionsResult(
        registration_type_definitions=shown, next_token=token
    )


@handles(registration_forms.DESCRIBE_REGISTRATION_SECTION_DEFINITIONS)
def describe_sections(
    call: Call, request: DescribeRegistrationSectionDefinitionsRequest
) -> DescribeRegistrationSectionDefinitionsResult:
    """The sections of a form, or some of them."""
    form = known_form(request.registration_type)
    for path in request.section_paths or ():
        _must_be_a_section(form, path, "SectionPaths")
    found = [
        section
        for section in form.sections
        if not request.section_paths or section.section_path in request.section_paths
    ]
    shown, token = page(call, request, found, lambda one: one.section_path)
    return DescribeRegistrationSectionDefinitionsResult(
        registration_type=form.registration_type,
        registration_section_definitions=shown,
        next_token=token,
    )


@handles(registration_forms.DESCRIBE_REGISTRATION_FIELD_DEFINITIONS)
def describe_fields(
    call: Call, request: DescribeRegistrationFieldDefinitionsRequest
) -> DescribeRegistrationFieldDefinitionsResult:
    """The fields of a form, of one of its sections, or by path."""
    form = known_form(request.registration_type)
    wanted = _wanted_paths(form, request.section_path, request.field_paths)
    found = [field for field in form.fields if field.field_path in wanted]
    shown, token = page(call, request, found, lambda one: one.field_path)
    return DescribeRegistrationFieldDefinitionsResult(
        registration_type=form.registration_type,
        registration_field_definitions=shown,
        next_token=token,
    )


@handles(registration_forms.PUT_REGISTRATION_FIELD_VALUE)
def put_value(
    call: Call, request: PutRegistrationFieldValueRequest
) -> PutRegistrationFieldValueResult:
    """Fill in a field of the draft."""
    _must_be_one_value(request)
    registration = find_registration(call, request.registration_id)
    field = _known_field(form_of(registration), request.field_path)
    attachment_id = _attachment_id(call, request.registration_attachment_id)
    problems = list(
        check_value(
            field,
            text=request.text_value,
            choices=request.select_choices,
            attachment_id=attachment_id,
        )
    )
    if problems:
        raise wrong_fields(ValidationExceptionReason.INVALID_PARAMETER, problems)
    _must_be_a_draft(call, registration)
    number = registration.current_version_number
    made = RegistrationFieldValueInformation(
        field_path=field.field_path,
        select_choices=None if request.select_choices is None else tuple(request.select_choices),
        text_value=request.text_value,
        registration_attachment_id=attachment_id,
    )
    values(call, registration.registration_id, number).put(field.field_path, made)
    return result_from(PutRegistrationFieldValueResult, made, **_of(registration, number))


@handles(registration_forms.DESCRIBE_REGISTRATION_FIELD_VALUES)
def describe_values(
    call: Call, request: DescribeRegistrationFieldValuesRequest
) -> DescribeRegistrationFieldValuesResult:
    """What a version holds: the newest one, unless another is named."""
    registration = find_registration(call, request.registration_id)
    number = request.version_number or registration.current_version_number
    if str(number) not in versions(call, registration.registration_id):
        reason = ValidationExceptionReason.UNKNOWN_REGISTRATION_VERSION
        raise invalid(reason, "VersionNumber", "the registration has no such version")
    wanted = _wanted_paths(form_of(registration), request.section_path, request.field_paths)
    table = values(call, registration.registration_id, number)
    found = [value for value in table if value.field_path in wanted]
    shown, token = page(call, request, found, lambda one: one.field_path)
    return DescribeRegistrationFieldValuesResult(
        registration_field_values=shown, next_token=token, **_of(registration, number)
    )


@handles(registration_forms.DELETE_REGISTRATION_FIELD_VALUE)
def delete_value(
    call: Call, request: DeleteRegistrationFieldValueRequest
) -> DeleteRegistrationFieldValueResult:
    """Empty a field of the draft that is not always required."""
    registration = find_registration(call, request.registration_id)
    field = _known_field(form_of(registration), request.field_path)
    if field.field_requirement == FieldRequirement.REQUIRED:
        reason = ValidationExceptionReason.REGISTRATION_FIELD_CANNOT_BE_DELETED
        raise invalid(reason, "FieldPath", "the field is required")
    number = registration.current_version_number
    table = values(call, registration.registration_id, number)
    found = table.get(field.field_path)
    if found is None:
        raise not_found(KIND, registration.registration_id)
    _must_be_a_draft(call, registration)
    table.drop(field.field_path)
    return result_from(DeleteRegistrationFieldValueResult, found, **_of(registration, number))


def _of(registration: RegistrationInformation, number: int) -> dict[str, Any]:
    return {
        "registration_arn": registration.registration_arn,
        "registration_id": registration.registration_id,
        "version_number": number,
    }


def _must_be_one_value(request: PutRegistrationFieldValueRequest) -> None:
    given = (request.select_choices, request.text_value, request.registration_attachment_id)
    count = sum(value is not None for value in given)
    if count > 1:
        raise invalid(ValidationExceptionReason.PARAMETERS_CANNOT_BE_USED_TOGETHER)
    if count == 0:
        reason = ValidationExceptionReason.MISSING_PARAMETER
        raise invalid(
            reason, "TextValue", "or SelectChoices or RegistrationAttachmentId is required"
        )


def _must_be_a_draft(call: Call, registration: RegistrationInformation) -> None:
    status = current(call, registration).registration_version_status
    if status != RegistrationVersionStatus.DRAFT:
        reason = ConflictExceptionReason.EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED
        raise conflict(reason, KIND, registration.registration_id)


def _attachment_id(call: Call, given: str | None) -> str | None:
    if given is None:
        return None
    kind = ResourceType.REGISTRATION_ATTACHMENT
    return find(call, attachments(call), given, kind).registration_attachment_id


def _known_field(form: Form, path: str) -> RegistrationFieldDefinition:
    field = form.field(path)
    if field is None:
        reason = ValidationExceptionReason.UNKNOWN_REGISTRATION_FIELD
        raise invalid(reason, "FieldPath", "the form has no such field")
    return field


def _must_be_a_section(form: Form, path: str, member: str) -> None:
    if path not in {section.section_path for section in form.sections}:
        reason = ValidationExceptionReason.UNKNOWN_REGISTRATION_SECTION
        raise invalid(reason, member, "the form has no such section")


def _wanted_paths(form: Form, section: str | None, paths: Sequence[str] | None) -> set[str]:
    if section is not None:
        _must_be_a_section(form, section, "SectionPath")
    named = {_known_field(form, path).field_path for path in paths or ()}
    return {
        field.field_path
        for field in form.fields
        if (section is None or field.section_path == section)
        and (not named or field.field_path in named)
    }

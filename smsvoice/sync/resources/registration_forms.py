"""Registration forms: which types there are, what each asks for, and what is filled in.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations.html
"""

# Mirrored from smsvoice/aio/resources/registration_forms.py by `python -m codegen`. Change that file, not this one.

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import smsvoice.operations as operations
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.filters import OneOrMore
from smsvoice.models.registration_forms import (
    DeleteRegistrationFieldValueResult,
    DescribeRegistrationFieldDefinitionsResult,
    DescribeRegistrationFieldValuesResult,
    DescribeRegistrationSectionDefinitionsResult,
    DescribeRegistrationTypeDefinitionsResult,
    PutRegistrationFieldValueRequest,
    PutRegistrationFieldValueResult,
    RegistrationFieldDefinition,
    RegistrationFieldValueInformation,
    RegistrationSectionDefinition,
    RegistrationTypeDefinition,
    RegistrationTypeFilter,
)
from smsvoice.sync.handle import Collection
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.listing import list_pager, unchanged
from smsvoice.sync.resources.registration_attachments import RegistrationAttachment

if TYPE_CHECKING:
    from smsvoice.sync.client import SmsVoice
    from smsvoice.sync.resources.registrations import Registration

FieldArguments: TypeAlias = Mapping[str, str | Sequence[str] | RegistrationAttachment]
"""Values by field path: a text, one option or several, or an attachment or its id."""

_PUT = operations.registration_forms.PUT_REGISTRATION_FIELD_VALUE


class RegistrationTypes(Collection):
    """The forms that there are, and what they ask for: `sms.registration_types`."""

    def list(
        self,
        *,
        registration_types: Sequence[str] | None = None,
        supported_association_resource_type: OneOrMore[str] | None = None,
        supported_association_iso_country_code: OneOrMore[str] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeRegistrationTypeDefinitionsResult, RegistrationTypeDefinition]:
        """Types of registration, one at a time; filters take one value or several.

        Args:
            registration_types: only these, in any number, e.g. US_TOLL_FREE_REGISTRATION.
            supported_association_resource_type: what can be bound to them: phone-number, sender-id,
                rcs-agent, registration.
            supported_association_iso_country_code: countries that they are for, ISO 3166-1 alpha-2.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrationTypeDefinitions.html
        """
        resource_type = supported_association_resource_type
        iso_country_code = supported_association_iso_country_code
        return list_pager(
            self._sms,
            operations.registration_forms.DESCRIBE_REGISTRATION_TYPE_DEFINITIONS,
            unchanged,
            members={"max_results": max_results},
            ids=registration_types,
            ids_as="registration_types",
            filter_model=RegistrationTypeFilter,
            filtered={
                "supported_association_resource_type": resource_type,
                "supported_association_iso_country_code": iso_country_code,
            },
            starting_token=starting_token,
        )

    def sections(
        self,
        registration_type: str,
        *,
        section_paths: Sequence[str] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeRegistrationSectionDefinitionsResult, RegistrationSectionDefinition]:
        """The sections of a form, one at a time, with their help texts.

        Args:
            registration_type: which form, e.g. US_TOLL_FREE_REGISTRATION.
            section_paths: only these, in any number, e.g. companyInfo.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrationSectionDefinitions.html
        """
        return list_pager(
            self._sms,
            operations.registration_forms.DESCRIBE_REGISTRATION_SECTION_DEFINITIONS,
            unchanged,
            members={"registration_type": registration_type, "max_results": max_results},
            ids=section_paths,
            ids_as="section_paths",
            starting_token=starting_token,
        )

    def fields(
        self,
        registration_type: str,
        *,
        section_path: str | None = None,
        field_paths: Sequence[str] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeRegistrationFieldDefinitionsResult, RegistrationFieldDefinition]:
        """The fields of a form, one at a time: kind, limits, help texts, and when required.

        Args:
            registration_type: which form, e.g. US_TOLL_FREE_REGISTRATION.
            section_path: only those of this section, e.g. companyInfo.
            field_paths: only these, in any number, e.g. companyInfo.companyName.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrationFieldDefinitions.html
        """
        members = {
            "registration_type": registration_type,
            "section_path": section_path,
            "max_results": max_results,
        }
        return list_pager(
            self._sms,
            operations.registration_forms.DESCRIBE_REGISTRATION_FIELD_DEFINITIONS,
            unchanged,
            members=members,
            ids=field_paths,
            ids_as="field_paths",
            starting_token=starting_token,
        )


class RegistrationFields(Collection):
    """What is filled into a form: `registration.fields`."""

    def __init__(self, registration: "Registration") -> None:
        super().__init__(registration._sms)  # noqa: SLF001  one package
        self._registration = registration

    def list(
        self,
        *,
        version_number: int | None = None,
        section_path: str | None = None,
        field_paths: Sequence[str] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeRegistrationFieldValuesResult, RegistrationFieldValueInformation]:
        """What is filled in, one field at a time, with what the reviewers said of it.

        Args:
            version_number: of which version; the newest otherwise.
            section_path: only fields of this section, e.g. companyInfo.
            field_paths: only these, in any number, e.g. companyInfo.companyName.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrationFieldValues.html
        """
        members = {
            "registration_id": self._registration.id,
            "version_number": version_number,
            "section_path": section_path,
            "max_results": max_results,
        }
        return list_pager(
            self._sms,
            operations.registration_forms.DESCRIBE_REGISTRATION_FIELD_VALUES,
            unchanged,
            members=members,
            ids=field_paths,
            ids_as="field_paths",
            starting_token=starting_token,
        )

    def put(
        self,
        field_path: str,
        *,
        text_value: str | None = None,
        select_choices: Sequence[str] | None = None,
        registration_attachment_id: str | None = None,
    ) -> PutRegistrationFieldValueResult:
        """Fill in one field of the draft, by the one argument that suits its kind.

        Args:
            field_path: which field, e.g. companyInfo.companyName.
            text_value: text, 1 to 2048 characters.
            select_choices: options, as the field's definition lists them.
            registration_attachment_id: id or ARN of an uploaded attachment.

        Raises:
            ConflictError: EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED: there is no draft.
            ValidationError: UNKNOWN_REGISTRATION_FIELD, or INVALID_PARAMETER: the value is against
                the field's limits.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutRegistrationFieldValue.html
        """
        return self._sms.api.put_registration_field_value(
            registration_id=self._registration.id,
            field_path=field_path,
            text_value=text_value,
            select_choices=select_choices,
            registration_attachment_id=registration_attachment_id,
        )

    def put_all(self, values: FieldArguments) -> Sequence[PutRegistrationFieldValueResult]:
        """Fill in many fields, after the form's own rules were checked for all of them.

        Reads the form and what it holds; while any value breaks a rule, nothing is changed. A field
        may be left for later; `missing_fields` names those that must not.

        Args:
            values: by field path: a text, one option or several, or an attachment or its id.

        Returns:
            The fields as AWS stored them, in the order of the form; one call for each.

        Raises:
            RequestError: there is no such field, a text is too short, too long or against its
                pattern, an option is not on offer, or a field must be left empty beside the others.
            ConflictError: EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED: there is no draft.
        """
        from smsvoice.rules.registration_values import members_to_put  # noqa: PLC0415  when needed

        form = self._form()
        members = members_to_put(form, _plain(values), self.list().collect())
        return self._put_each(members)

    def delete(self, field_path: str) -> DeleteRegistrationFieldValueResult:
        """Empty one field of the draft.

        Args:
            field_path: which field, e.g. companyInfo.companyName.

        Raises:
            ConflictError: EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED: there is no draft.
            ResourceNotFoundError: nothing is filled in there.
            ValidationError: REGISTRATION_FIELD_CANNOT_BE_DELETED, or UNKNOWN_REGISTRATION_FIELD.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteRegistrationFieldValue.html
        """
        return self._sms.api.delete_registration_field_value(
            registration_id=self._registration.id, field_path=field_path
        )

    def _missing(self) -> tuple[RegistrationFieldDefinition, ...]:
        from smsvoice.rules.registrations import missing, values_of  # noqa: PLC0415  when needed

        form = self._form()
        return tuple(missing(form, values_of(self.list().collect())))

    def _copy(self, earlier: Iterable[RegistrationFieldValueInformation]) -> None:
        """Fill in what an earlier version held, where the draft does not hold it already."""
        held = {one.field_path: _value_of(one) for one in self.list().collect()}
        members = {one.field_path: _value_of(one) for one in earlier}
        self._put_each({p: value for p, value in members.items() if held.get(p) != value})

    def _form(self) -> Sequence[RegistrationFieldDefinition]:
        registration = self._registration
        if registration._data is None:  # noqa: SLF001  one package
            registration.refresh()
        return self._sms.registration_types.fields(registration.data.registration_type).collect()

    def _put_each(
        self, members: Mapping[str, Mapping[str, Any]]
    ) -> Sequence[PutRegistrationFieldValueResult]:
        """Make every request before the first is sent, so that a wrong one stops them all."""
        requests = _requests(self._sms, self._registration.id, members)
        return [self._sms.call(_PUT, request) for request in requests]


def checked_members(
    sms: "SmsVoice", registration_type: str, values: FieldArguments | None
) -> Mapping[str, Mapping[str, Any]]:
    """What to put into a blank form, after its live definition and AWS's own limits allow it.

    Raises:
        RequestError: the form has no such field, or a value does not fit.
        ValidationError: UNKNOWN_REGISTRATION_TYPE.
    """
    from smsvoice.rules.registration_values import members_to_put  # noqa: PLC0415  when needed

    if not values:
        return {}
    form = sms.registration_types.fields(registration_type).collect()
    members = members_to_put(form, _plain(values), ())
    _requests(sms, "registration-to-be", members)
    return members


def _plain(values: FieldArguments) -> dict[str, str | Sequence[str]]:
    """Values by path, attachments by their ids.

    Raises:
        RequestError: they are no mapping, or one of them is no text, list of texts or attachment.
    """
    if not isinstance(cast("object", values), Mapping):
        rule = 'must be a mapping of paths to values, e.g. {"companyInfo.companyName": "Shop"}'
        raise RequestError("registration", (Problem("fields", rule),))
    plain = {
        path: value.id if isinstance(value, RegistrationAttachment) else value
        for path, value in values.items()
    }
    rule = "must be text, a list of options, or an attachment"
    wrong = [Problem(path, rule) for path, value in plain.items() if not _is_value(value)]
    if wrong:
        raise RequestError("registration", wrong)
    return plain


def _is_value(value: object) -> bool:
    if isinstance(value, str):
        return True
    list_pager = cast("Sequence[object]", value) if isinstance(value, Sequence) else (None,)
    return all(isinstance(one, str) for one in list_pager)


def _requests(
    sms: "SmsVoice", registration_id: str, members: Mapping[str, Mapping[str, Any]]
) -> Sequence[PutRegistrationFieldValueRequest]:
    where = {"registration_id": registration_id}
    return [
        sms.request(_PUT, where | {"field_path": path} | dict(value))
        for path, value in members.items()
    ]


def _value_of(value: RegistrationFieldValueInformation) -> Mapping[str, Any]:
    return {
        "text_value": value.text_value,
        "select_choices": value.select_choices or None,
        "registration_attachment_id": value.registration_attachment_id,
    }

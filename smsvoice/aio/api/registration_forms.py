"""Operations of registration forms under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.api_base import AsyncApiBase
from smsvoice.aio.pager import AsyncPager


class AsyncRegistrationFormsApi(AsyncApiBase):
    """Operations of registration forms."""

    async def delete_registration_field_value(
        self,
        *,
        registration_id: str,
        field_path: str,
    ) -> models.registration_forms.DeleteRegistrationFieldValueResult:
        """Empty one field of a registration's draft; some fields cannot be emptied.

        Args:
            registration_id: Identifier or ARN of the registration whose field is emptied.
            field_path: Dotted path of the field to empty, e.g. companyInfo.website.

        Returns:
            The field's path and the value that it had.

        Raises:
            ConflictError: EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED: the current version is no
                draft.
            ResourceNotFoundError: registration: it does not exist, or the field has no value.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteRegistrationFieldValue.html
        """
        return await self._call(
            operations.registration_forms.DELETE_REGISTRATION_FIELD_VALUE,
            {
                "registration_id": registration_id,
                "field_path": field_path,
            },
        )

    def describe_registration_field_definitions(
        self,
        *,
        registration_type: str,
        section_path: str | None = None,
        field_paths: Sequence[str] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.registration_forms.DescribeRegistrationFieldDefinitionsResult,
        models.registration_forms.RegistrationFieldDefinition,
    ]:
        """List the fields that a registration type asks for, and what each accepts.

        Args:
            registration_type: Type of the form, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION;
                DescribeRegistrationTypeDefinitions names them all.
            section_path: Path of one form section, 1 to 100 characters; only its fields come back.
            field_paths: Dotted paths of the fields wanted, at most 5; all when left out.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a field: its kind, whether it is required, and its
                limits.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrationFieldDefinitions.html
        """
        return self._pages(
            operations.registration_forms.DESCRIBE_REGISTRATION_FIELD_DEFINITIONS,
            {
                "registration_type": registration_type,
                "section_path": section_path,
                "field_paths": field_paths,
                "max_results": max_results,
            },
            starting_token,
        )

    def describe_registration_field_values(
        self,
        *,
        registration_id: str,
        version_number: int | None = None,
        section_path: str | None = None,
        field_paths: Sequence[str] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.registration_forms.DescribeRegistrationFieldValuesResult,
        models.registration_forms.RegistrationFieldValueInformation,
    ]:
        """List what has been filled in for one version of a registration.

        Args:
            registration_id: Identifier or ARN of the registration whose fields to read.
            version_number: Number of the version to read, 1 to 100000; optional.
            section_path: Path of one form section, 1 to 100 characters; only its values come back.
            field_paths: Dotted paths of the fields wanted, at most 5; all when left out.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a field's value, with any reason for its denial.

        Raises:
            ResourceNotFoundError: registration: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrationFieldValues.html
        """
        return self._pages(
            operations.registration_forms.DESCRIBE_REGISTRATION_FIELD_VALUES,
            {
                "registration_id": registration_id,
                "version_number": version_number,
                "section_path": section_path,
                "field_paths": field_paths,
                "max_results": max_results,
            },
            starting_token,
        )

    def describe_registration_section_definitions(
        self,
        *,
        registration_type: str,
        section_paths: Sequence[str] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.registration_forms.DescribeRegistrationSectionDefinitionsResult,
        models.registration_forms.RegistrationSectionDefinition,
    ]:
        """List the sections into which a registration type's form is divided.

        Args:
            registration_type: Type of the form, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION;
                DescribeRegistrationTypeDefinitions names them all.
            section_paths: Paths of the form sections wanted, at most 5; every section when left
                out.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a section: its path and its help texts.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrationSectionDefinitions.html
        """
        return self._pages(
            operations.registration_forms.DESCRIBE_REGISTRATION_SECTION_DEFINITIONS,
            {
                "registration_type": registration_type,
                "section_paths": section_paths,
                "max_results": max_results,
            },
            starting_token,
        )

    def describe_registration_type_definitions(
        self,
        *,
        registration_types: Sequence[str] | None = None,
        filters: Sequence[models.registration_forms.RegistrationTypeFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.registration_forms.DescribeRegistrationTypeDefinitionsResult,
        models.registration_forms.RegistrationTypeDefinition,
    ]:
        """List the types of registration on offer and what can be bound to each.

        Args:
            registration_types: Registration types wanted, at most 5; every type when left out.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is a registration type with its associations and help
                texts.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrationTypeDefinitions.html
        """
        return self._pages(
            operations.registration_forms.DESCRIBE_REGISTRATION_TYPE_DEFINITIONS,
            {
                "registration_types": registration_types,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    async def put_registration_field_value(
        self,
        *,
        registration_id: str,
        field_path: str,
        select_choices: Sequence[str] | None = None,
        text_value: str | None = None,
        registration_attachment_id: str | None = None,
    ) -> models.registration_forms.PutRegistrationFieldValueResult:
        """Fill in one field of a registration's draft, with text, with choices or with an
        attachment.

        Args:
            registration_id: Identifier or ARN of the registration whose field is filled in.
            field_path: Dotted path of the form field, e.g. companyInfo.companyName; the type's
                field definitions list them.
            select_choices: Options to choose, at most 100; instead of TextValue or
                RegistrationAttachmentId.
            text_value: Text to fill in, 1 to 2048 characters; instead of SelectChoices or
                RegistrationAttachmentId.
            registration_attachment_id: Identifier or ARN of an uploaded attachment; instead of
                SelectChoices or TextValue.

        Returns:
            The field's path and the value as stored.

        Raises:
            ConflictError: EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED: the current version is no
                draft.
            ResourceNotFoundError: registration or registration-attachment: one of them does not
                exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_PutRegistrationFieldValue.html
        """
        return await self._call(
            operations.registration_forms.PUT_REGISTRATION_FIELD_VALUE,
            {
                "registration_id": registration_id,
                "field_path": field_path,
                "select_choices": select_choices,
                "text_value": text_value,
                "registration_attachment_id": registration_attachment_id,
            },
        )

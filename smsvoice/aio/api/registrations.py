"""Operations of registrations under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Sequence

from smsvoice import models, operations
from smsvoice.aio.door import AsyncDoor
from smsvoice.aio.pager import AsyncPager


class AsyncRegistrationsApi(AsyncDoor):
    """Operations of registrations."""

    async def create_registration(
        self,
        *,
        registration_type: str,
        tags: Sequence[models.common.Tag] | None = None,
        client_token: str | None = None,
    ) -> models.registrations.CreateRegistrationResult:
        """Create a registration of one type, with version 1 as a draft to fill in.

        Returns:
            The new registration, with status CREATED.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the client token was used for another request.
            ServiceQuotaExceededError: REGISTRATIONS_PER_ACCOUNT: 25 registrations exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRegistration.html
        """
        return await self._call(
            operations.registrations.CREATE_REGISTRATION,
            {
                "registration_type": registration_type,
                "tags": tags,
                "client_token": client_token,
            },
        )

    async def create_registration_association(
        self,
        *,
        registration_id: str,
        resource_id: str,
    ) -> models.registrations.CreateRegistrationAssociationResult:
        """Bind a phone number, sender ID, RCS agent or other registration to a registration;
        nothing undoes this directly.

        Returns:
            The registration and the resource that is bound to it now.

        Raises:
            ConflictError: RESOURCE_ALREADY_ASSOCIATED: they are bound already;
                RCS_AGENT_ALREADY_ASSOCIATED_TO_REGISTRATION_TYPE: the RCS agent has a registration
                of this type.
            ResourceNotFoundError: registration, or the resource to be bound: one of them does not
                exist.
            ServiceQuotaExceededError: ASSOCIATIONS_PER_REGISTRATION: the registration is full.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRegistrationAssociation.html
        """
        return await self._call(
            operations.registrations.CREATE_REGISTRATION_ASSOCIATION,
            {
                "registration_id": registration_id,
                "resource_id": resource_id,
            },
        )

    async def create_registration_version(
        self,
        *,
        registration_id: str,
    ) -> models.registrations.CreateRegistrationVersionResult:
        """Open the next version of a registration as a draft; the one before can no longer be
        edited.

        Returns:
            The new version's number and status, with the times of its changes.

        Raises:
            ConflictError: CREATE_REGISTRATION_VERSION_NOT_ALLOWED: the registration is neither
                COMPLETE nor REQUIRES_UPDATES, or has an open version.
            ResourceNotFoundError: registration: it does not exist.
            ServiceQuotaExceededError: REGISTRATION_VERSIONS_CREATED_PER_DAY: no more today.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRegistrationVersion.html
        """
        return await self._call(
            operations.registrations.CREATE_REGISTRATION_VERSION,
            {
                "registration_id": registration_id,
            },
        )

    async def delete_registration(
        self,
        *,
        registration_id: str,
    ) -> models.registrations.DeleteRegistrationResult:
        """Delete a registration for good; what hangs on it must mostly be released first.

        Returns:
            The registration as it last was.

        Raises:
            ConflictError: DISASSOCIATE_REGISTRATION_NOT_ALLOWED, RESOURCE_DELETION_NOT_ALLOWED:
                release what is bound to it; RESOURCE_NOT_EMPTY: a brand has campaigns, or a
                campaign has numbers.
            ResourceNotFoundError: registration: it does not exist, or is gone already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteRegistration.html
        """
        return await self._call(
            operations.registrations.DELETE_REGISTRATION,
            {
                "registration_id": registration_id,
            },
        )

    def describe_registration_versions(
        self,
        *,
        registration_id: str,
        version_numbers: Sequence[int] | None = None,
        filters: Sequence[models.registrations.RegistrationVersionFilter] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.registrations.DescribeRegistrationVersionsResult,
        models.registrations.RegistrationVersionInformation,
    ]:
        """List the versions of a registration, by number, by status, or all.

        Returns:
            A pager over all pages. Each item is a version: its status, history and reasons for
                denial.

        Raises:
            ResourceNotFoundError: registration: it, or one of the given versions, does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrationVersions.html
        """
        return self._pages(
            operations.registrations.DESCRIBE_REGISTRATION_VERSIONS,
            {
                "registration_id": registration_id,
                "version_numbers": version_numbers,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    def describe_registrations(
        self,
        *,
        registration_ids: Sequence[str] | None = None,
        filters: Sequence[models.registrations.RegistrationFilter] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.registrations.DescribeRegistrationsResult,
        models.registrations.RegistrationInformation,
    ]:
        """List registrations: those given by id, those that pass the filters, or all.

        Returns:
            A pager over all pages. Each item is a registration: its type, status and version
                numbers.

        Raises:
            ResourceNotFoundError: registration: one of the given ids is unknown, which fails the
                whole call.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrations.html
        """
        return self._pages(
            operations.registrations.DESCRIBE_REGISTRATIONS,
            {
                "registration_ids": registration_ids,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    async def discard_registration_version(
        self,
        *,
        registration_id: str,
    ) -> models.registrations.DiscardRegistrationVersionResult:
        """Give up a registration's current version while it is a draft or just submitted.

        Returns:
            The version, now DISCARDED, with the times of its changes.

        Raises:
            ConflictError: DISCARD_REGISTRATION_VERSION_NOT_ALLOWED: the version is neither DRAFT
                nor SUBMITTED.
            ResourceNotFoundError: registration: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DiscardRegistrationVersion.html
        """
        return await self._call(
            operations.registrations.DISCARD_REGISTRATION_VERSION,
            {
                "registration_id": registration_id,
            },
        )

    def list_registration_associations(
        self,
        *,
        registration_id: str,
        filters: Sequence[models.registrations.RegistrationAssociationFilter] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.registrations.ListRegistrationAssociationsResult,
        models.registrations.RegistrationAssociationMetadata,
    ]:
        """List the resources that are bound to a registration.

        Returns:
            A pager over all pages. Each item is a bound resource: its type, id and country.

        Raises:
            ResourceNotFoundError: registration: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ListRegistrationAssociations.html
        """
        return self._pages(
            operations.registrations.LIST_REGISTRATION_ASSOCIATIONS,
            {
                "registration_id": registration_id,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

    async def submit_registration_version(
        self,
        *,
        registration_id: str,
        aws_review: bool | None = None,
    ) -> models.registrations.SubmitRegistrationVersionResult:
        """Hand in a registration's draft for review; it can no longer be edited, only discarded at
        first.

        Returns:
            The version, now SUBMITTED or AWS_REVIEWING, with the times of its changes.

        Raises:
            ConflictError: REGISTRATION_ALREADY_SUBMITTED: it was handed in before;
                SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED: the current version is no draft.
            ResourceNotFoundError: registration: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SubmitRegistrationVersion.html
        """
        return await self._call(
            operations.registrations.SUBMIT_REGISTRATION_VERSION,
            {
                "registration_id": registration_id,
                "aws_review": aws_review,
            },
        )

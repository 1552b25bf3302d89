"""Operations of registrations under AWS's names."""

# Mirrored from smsvoice/aio/api/registrations.py by `python -m codegen`. Change that file, not this one.

from __future__ import annotations

from collections.abc import Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.sync.api_base import ApiBase
from smsvoice.sync.pager import Pager


class RegistrationsApi(ApiBase):
    """Operations of registrations."""

    def create_registration(
        self,
        *,
        registration_type: str,
        tags: models.common.TagListArgument | None = None,
        client_token: str | None = None,
    ) -> models.registrations.CreateRegistrationResult:
        """Create a registration of one type, with version 1 as a draft to fill in.

        Args:
            registration_type: Type of form to begin, e.g. US_TEN_DLC_CAMPAIGN_REGISTRATION; the
                type definitions name them all.
            tags: Tags of the resource, at most 200 pairs of key and value.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.

        Returns:
            The new registration, with status CREATED.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the client token was used for another request.
            ServiceQuotaExceededError: REGISTRATIONS_PER_ACCOUNT: 25 registrations exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRegistration.html
        """
        return self._call(
            operations.registrations.CREATE_REGISTRATION,
            {
                "registration_type": registration_type,
                "tags": tags,
                "client_token": client_token,
            },
        )

    def create_registration_association(
        self,
        *,
        registration_id: str,
        resource_id: str,
    ) -> models.registrations.CreateRegistrationAssociationResult:
        """Bind a phone number, sender ID, RCS agent or other registration to a registration;
        nothing undoes this directly.

        Args:
            registration_id: Identifier or ARN of the registration that gains the association.
            resource_id: Identifier of the phone number, sender ID, RCS agent or other registration
                to associate.

        Returns:
            The registration and the resource that is bound to it now.

        Raises:
            ConflictError: RESOURCE_ALREADY_ASSOCIATED: they are bound already;
                RCS_AGENT_ALREADY_ASSOCIATED_TO_REGISTRATION_TYPE: the RCS agent has a registration
                of this type.
            ResourceNotFoundError: registration, or the resource to be bound: one of them does not
                exist.
            ServiceQuotaExceededError: ASSOCIATIONS_PER_REGISTRATION: the registration is full.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRegistrationAssociation.html
        """
        return self._call(
            operations.registrations.CREATE_REGISTRATION_ASSOCIATION,
            {
                "registration_id": registration_id,
                "resource_id": resource_id,
            },
        )

    def create_registration_version(
        self,
        *,
        registration_id: str,
    ) -> models.registrations.CreateRegistrationVersionResult:
        """Open the next version of a registration as a draft; the one before can no longer be
        edited.

        Args:
            registration_id: Identifier or ARN of the registration that gets a new draft.

        Returns:
            The new version's number and status, with the times of its changes.

        Raises:
            ConflictError: CREATE_REGISTRATION_VERSION_NOT_ALLOWED: the registration is neither
                COMPLETE nor REQUIRES_UPDATES, or has an open version.
            ResourceNotFoundError: registration: it does not exist.
            ServiceQuotaExceededError: REGISTRATION_VERSIONS_CREATED_PER_DAY: no more today.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRegistrationVersion.html
        """
        return self._call(
            operations.registrations.CREATE_REGISTRATION_VERSION,
            {
                "registration_id": registration_id,
            },
        )

    def delete_registration(
        self,
        *,
        registration_id: str,
    ) -> models.registrations.DeleteRegistrationResult:
        """Delete a registration for good; what hangs on it must mostly be released first.

        Args:
            registration_id: Identifier or ARN of the registration to delete.

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
        return self._call(
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
        filters: Sequence[models.registrations.RegistrationVersionFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[
        models.registrations.DescribeRegistrationVersionsResult,
        models.registrations.RegistrationVersionInformation,
    ]:
        """List the versions of a registration, by number, by status, or all.

        Args:
            registration_id: Identifier or ARN of the registration whose versions to list.
            version_numbers: Numbers of the versions wanted, at most 5, each 1 to 100000; an unknown
                one fails the call.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

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
        filters: Sequence[models.registrations.RegistrationFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[
        models.registrations.DescribeRegistrationsResult,
        models.registrations.RegistrationInformation,
    ]:
        """List registrations: those given by id, those that pass the filters, or all.

        Args:
            registration_ids: Identifiers or ARNs of the registrations wanted, at most 5; an unknown
                one fails the call.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

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

    def discard_registration_version(
        self,
        *,
        registration_id: str,
    ) -> models.registrations.DiscardRegistrationVersionResult:
        """Give up a registration's current version while it is a draft or just submitted.

        Args:
            registration_id: Identifier or ARN of the registration whose newest version is thrown
                away.

        Returns:
            The version, now DISCARDED, with the times of its changes.

        Raises:
            ConflictError: DISCARD_REGISTRATION_VERSION_NOT_ALLOWED: the version is neither DRAFT
                nor SUBMITTED.
            ResourceNotFoundError: registration: it does not exist.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DiscardRegistrationVersion.html
        """
        return self._call(
            operations.registrations.DISCARD_REGISTRATION_VERSION,
            {
                "registration_id": registration_id,
            },
        )

    def list_registration_associations(
        self,
        *,
        registration_id: str,
        filters: Sequence[models.registrations.RegistrationAssociationFilterArgument] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[
        models.registrations.ListRegistrationAssociationsResult,
        models.registrations.RegistrationAssociationMetadata,
    ]:
        """List the resources that are bound to a registration.

        Args:
            registration_id: Identifier or ARN of the registration whose associations to list.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

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

    def submit_registration_version(
        self,
        *,
        registration_id: str,
        aws_review: bool | None = None,
    ) -> models.registrations.SubmitRegistrationVersionResult:
        """Hand in a registration's draft for review; it can no longer be edited, only discarded at
        first.

        Args:
            registration_id: Identifier or ARN of the registration whose draft goes to review.
            aws_review: True sends the version through AWS's own pre-check, with AI feedback, before
                the outside review.

        Returns:
            The version, now SUBMITTED or AWS_REVIEWING, with the times of its changes.

        Raises:
            ConflictError: REGISTRATION_ALREADY_SUBMITTED: it was handed in before;
                SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED: the current version is no draft.
            ResourceNotFoundError: registration: it does not exist.
            OutcomeUnknownError: the request left and no usable answer came back; AWS may have
                carried it out.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SubmitRegistrationVersion.html
        """
        return self._call(
            operations.registrations.SUBMIT_REGISTRATION_VERSION,
            {
                "registration_id": registration_id,
                "aws_review": aws_review,
            },
        )

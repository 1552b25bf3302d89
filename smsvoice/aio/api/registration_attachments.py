"""Operations of registration attachments under AWS's names."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from __future__ import annotations

from collections.abc import Sequence

import smsvoice.models as models
import smsvoice.operations as operations
from smsvoice.aio.api_base import AsyncApiBase
from smsvoice.aio.pager import AsyncPager


class AsyncRegistrationAttachmentsApi(AsyncApiBase):
    """Operations of registration attachments."""

    async def create_registration_attachment(
        self,
        *,
        attachment_body: bytes | bytearray | None = None,
        attachment_url: str | None = None,
        tags: models.common.TagListArgument | None = None,
        client_token: str | None = None,
    ) -> models.registration_attachments.CreateRegistrationAttachmentResult:
        """Upload a PDF, JPEG or PNG of at most 5 MB, given as bytes or by URL, never both.

        Args:
            attachment_body: Bytes of the document, PDF, JPEG or PNG up to 5 MB; leave out when
                giving an S3 URL.
            attachment_url: S3 URL of the document, s3://bucket/key; leave out when giving the
                bytes.
            tags: Tags of the resource, at most 200 pairs of key and value.
            client_token: Idempotency key, 1 to 64 printable characters; a repeat with the same
                token acts once. Random if absent.

        Returns:
            The new attachment, whose upload goes on in the background.

        Raises:
            ConflictError: RESOURCE_ALREADY_EXISTS: the client token was used for another request.
            ServiceQuotaExceededError: REGISTRATION_ATTACHMENTS_PER_ACCOUNT: 25 attachments exist;
                REGISTRATION_ATTACHMENTS_CREATED_PER_DAY: no more today.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRegistrationAttachment.html
        """
        return await self._call(
            operations.registration_attachments.CREATE_REGISTRATION_ATTACHMENT,
            {
                "attachment_body": attachment_body,
                "attachment_url": attachment_url,
                "tags": tags,
                "client_token": client_token,
            },
        )

    async def delete_registration_attachment(
        self,
        *,
        registration_attachment_id: str,
    ) -> models.registration_attachments.DeleteRegistrationAttachmentResult:
        """Delete an uploaded attachment that no registration field holds any more.

        Args:
            registration_attachment_id: Identifier or ARN of the registration attachment to delete.

        Returns:
            The attachment as it last was.

        Raises:
            ConflictError: RESOURCE_DELETION_NOT_ALLOWED: a registration field still holds it.
            ResourceNotFoundError: registration-attachment: it does not exist, or is gone already.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteRegistrationAttachment.html
        """
        return await self._call(
            operations.registration_attachments.DELETE_REGISTRATION_ATTACHMENT,
            {
                "registration_attachment_id": registration_attachment_id,
            },
        )

    def describe_registration_attachments(
        self,
        *,
        registration_attachment_ids: Sequence[str] | None = None,
        filters: Sequence[models.registration_attachments.RegistrationAttachmentFilterArgument]
        | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> AsyncPager[
        models.registration_attachments.DescribeRegistrationAttachmentsResult,
        models.registration_attachments.RegistrationAttachmentsInformation,
    ]:
        """List uploaded attachments: those given by id, those that pass the filters, or all.

        Args:
            registration_attachment_ids: Identifiers or ARNs of the registration attachments wanted,
                at most 5; an unknown one fails the call.
            filters: Narrow the list; filters are ANDed.
            max_results: Most items per page, 1 to 100; a page may hold fewer, even none, before the
                last.
            starting_token: Where an earlier walk stopped.

        Returns:
            A pager over all pages. Each item is an attachment and how its upload went.

        Raises:
            ResourceNotFoundError: registration-attachment: one of the given ids is unknown, which
                fails the whole call.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrationAttachments.html
        """
        return self._pages(
            operations.registration_attachments.DESCRIBE_REGISTRATION_ATTACHMENTS,
            {
                "registration_attachment_ids": registration_attachment_ids,
                "filters": filters,
                "max_results": max_results,
            },
            starting_token,
        )

"""Attachments of registrations: documents that a form asks for.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-create-attachment.html
"""

# Mirrored from smsvoice/aio/resources/registration_attachments.py by `python -m codegen`. Change that file, not this one.

import os
from collections.abc import Callable, Sequence
from typing import Literal, Self, TypeAlias

import smsvoice.operations as operations
from smsvoice.core.clock import Clock
from smsvoice.core.codec import merged
from smsvoice.core.filters import OneOrMore
from smsvoice.core.waiting import Goal, Progress
from smsvoice.models.common import TagListArgument
from smsvoice.models.registration_attachments import (
    AttachmentStatus,
    DescribeRegistrationAttachmentsResult,
    RegistrationAttachmentFilter,
    RegistrationAttachmentsInformation,
)
from smsvoice.sync.handle import Collection
from smsvoice.sync.pager import Pager
from smsvoice.sync.resources.described import Described
from smsvoice.sync.resources.listing import list_pager
from smsvoice.sync.waiter import wait_for

AttachmentStatusFilter: TypeAlias = (
    AttachmentStatus | Literal["UPLOAD_IN_PROGRESS", "UPLOAD_COMPLETE", "UPLOAD_FAILED", "DELETED"]
)

_UPLOADED = Goal(
    wanted=frozenset({"UPLOAD_COMPLETE"}),
    failed={"UPLOAD_FAILED": "AWS could not store it:", "DELETED": "it was deleted"},
)


class RegistrationAttachments(Collection):
    """Registration attachments: `sms.registration_attachments`."""

    def at(self, registration_attachment_id: str) -> "RegistrationAttachment":
        """The attachment of that id or ARN; makes no call."""
        return RegistrationAttachment(self._sms, registration_attachment_id)

    def get(self, registration_attachment_id: str) -> "RegistrationAttachment":
        """The attachment of that id or ARN, loaded.

        Raises:
            ResourceNotFoundError: there is none.
        """
        return self.at(registration_attachment_id).refresh()

    def list(
        self,
        *,
        ids: Sequence[str] | None = None,
        attachment_status: OneOrMore[AttachmentStatusFilter] | None = None,
        max_results: int | None = None,
        starting_token: str | None = None,
    ) -> Pager[DescribeRegistrationAttachmentsResult, "RegistrationAttachment"]:
        """Attachments, loaded, one at a time; filters take one value or several.

        Args:
            ids: only these, in any number, by id or ARN.
            attachment_status: UPLOAD_IN_PROGRESS, UPLOAD_COMPLETE, UPLOAD_FAILED, DELETED.
            max_results: most items a page, 1 to 100.
            starting_token: where an earlier walk stopped.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeRegistrationAttachments.html
        """
        return list_pager(
            self._sms,
            operations.registration_attachments.DESCRIBE_REGISTRATION_ATTACHMENTS,
            self._loaded,
            members={"max_results": max_results},
            ids=ids,
            ids_as="registration_attachment_ids",
            filter_model=RegistrationAttachmentFilter,
            filtered={"attachment_status": attachment_status},
            kinds={"attachment_status": AttachmentStatus},
            starting_token=starting_token,
        )

    def create(
        self,
        attachment: bytes | bytearray | str | os.PathLike[str],
        *,
        tags: TagListArgument | None = None,
        client_token: str | None = None,
    ) -> "RegistrationAttachment":
        """Hand over a PDF, JPEG or PNG of at most 5 MB; AWS stores it in the background.

        Args:
            attachment: the document's bytes, the path of its file, or its URL as s3://bucket/key.
            tags: values by key, e.g. {"team": "shop"}, or Tag objects.
            client_token: makes a repeated call act once; random otherwise.

        Raises:
            RequestError: the document is of another kind, empty or over 5 MB, or there is no such
                file. A document in S3 is checked by AWS only.
            ServiceQuotaExceededError: REGISTRATION_ATTACHMENTS_PER_ACCOUNT: 25 exist, or
                REGISTRATION_ATTACHMENTS_CREATED_PER_DAY.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateRegistrationAttachment.html
        """
        from smsvoice.rules.attachments import document  # noqa: PLC0415  loads when it is needed

        body, url = document(attachment)
        made = self._sms.api.create_registration_attachment(
            attachment_body=body, attachment_url=url, tags=tags, client_token=client_token
        )
        return self._loaded(merged(RegistrationAttachmentsInformation, None, made))

    def _loaded(self, data: RegistrationAttachmentsInformation) -> "RegistrationAttachment":
        return RegistrationAttachment(self._sms, data.registration_attachment_id, data=data)


class RegistrationAttachment(Described[RegistrationAttachmentsInformation]):
    """One document, for the fields of registrations that ask for one."""

    _model = RegistrationAttachmentsInformation
    _load_hint = "registration_attachments.get(id)"
    _arn_member = "registration_attachment_arn"
    _describe = operations.registration_attachments.DESCRIBE_REGISTRATION_ATTACHMENTS
    _ids_member = "registration_attachment_ids"
    _status_member = "attachment_status"

    @property
    def status(self) -> AttachmentStatus | None:
        """UPLOAD_IN_PROGRESS, UPLOAD_COMPLETE, UPLOAD_FAILED or DELETED, as of the last answer."""
        return self.data.attachment_status

    def delete(self) -> None:
        """Delete the document.

        Raises:
            ConflictError: RESOURCE_DELETION_NOT_ALLOWED: a field of a registration holds it.
            ResourceNotFoundError: it is gone already.

        AWS: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DeleteRegistrationAttachment.html
        """
        answer = self._sms.api.delete_registration_attachment(registration_attachment_id=self.id)
        self._merge_answer(answer)

    def wait_until_uploaded(
        self,
        *,
        timeout: float = 300,
        clock: Clock | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> Self:
        """Wait until a form can hold it; gives back this handle, loaded.

        Args:
            timeout: seconds until WaitTimeoutError.
            clock: how time passes; the wall clock otherwise.
            progress: called after each look with state and seconds.

        Raises:
            WaitFailedError: the upload failed, or the document was deleted.
            WaitTimeoutError: it was not UPLOAD_COMPLETE in time.
        """
        wait_for(
            repr(self),
            _UPLOADED,
            self._state,
            timeout=timeout,
            clock=clock,
            progress=progress,
            explain=lambda _: self.data.attachment_upload_error_reason or "",
        )
        return self

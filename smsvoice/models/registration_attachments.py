"""Models of registration attachments: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypedDict

from pydantic import Field

from smsvoice.core.constraints import Blob, ListedEnum, ListSize, Text
from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import (
    InputModel,
    OutputModel,
    RequestModel,
    ResponseMetadata,
    ResultModel,
    new_token,
)
from smsvoice.models.common import (
    ClientToken,
    FilterValueList,
    MaxResults,
    NextToken,
    RegistrationAttachmentIdOrArn,
    RegistrationIdOrArn,
    Tag,
    TagList,
    TagListArgument,
)


class AttachmentStatus(OpenEnum):
    """How far the upload of an attachment has come."""

    UPLOAD_IN_PROGRESS = "UPLOAD_IN_PROGRESS"
    UPLOAD_COMPLETE = "UPLOAD_COMPLETE"
    UPLOAD_FAILED = "UPLOAD_FAILED"
    DELETED = "DELETED"


class AttachmentUploadErrorReason(OpenEnum):
    """Why the upload of an attachment failed."""

    INTERNAL_ERROR = "INTERNAL_ERROR"


class RegistrationAttachmentFilterName(OpenEnum):
    """By what registration attachments can be filtered."""

    ATTACHMENT_STATUS = "attachment-status"


RegistrationAttachmentFilterNameArgument = Annotated[
    RegistrationAttachmentFilterName | Literal["attachment-status"],
    ListedEnum(RegistrationAttachmentFilterName),
]
"""A RegistrationAttachmentFilterName as AWS lists it; a newer value as
`RegistrationAttachmentFilterName(...)`.
"""

AttachmentBody = Annotated[bytes, Blob(1, 6990508)]


AttachmentUrl = Annotated[str, Text(1, 2048, r"\S+")]


class CreateRegistrationAttachmentRequest(RequestModel):
    """What CreateRegistrationAttachment takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(
        ("attachment_body", "attachment_url", "client_token")
    )

    attachment_body: AttachmentBody | None = None
    """Bytes of the document, PDF, JPEG or PNG up to 5 MB; leave out when giving an S3 URL."""
    attachment_url: AttachmentUrl | None = None
    """S3 URL of the document, s3://bucket/key; leave out when giving the bytes."""
    tags: TagList | None = None
    """Tags of the resource, at most 200 pairs of key and value."""
    client_token: ClientToken | None = Field(default_factory=new_token)
    """Idempotency key, 1 to 64 printable characters; a repeat with the same token acts once. Random
    if absent.
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            attachment_body: bytes | bytearray | None = None,
            attachment_url: str | None = None,
            tags: TagListArgument | None = None,
            client_token: str | None = None,
        ) -> None: ...


class CreateRegistrationAttachmentResult(ResultModel):
    """The new attachment, whose upload goes on in the background."""

    registration_attachment_arn: str
    """ARN of the registration attachment."""
    registration_attachment_id: str
    """Identifier of the registration attachment."""
    attachment_status: AttachmentStatus
    """UPLOAD_IN_PROGRESS, UPLOAD_COMPLETE, UPLOAD_FAILED or DELETED; uploading goes on after the
    call returns.
    """
    tags: tuple[Tag, ...] | None = None
    """Tags of the resource, at most 200 pairs of key and value."""
    created_timestamp: datetime
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class DeleteRegistrationAttachmentRequest(RequestModel):
    """What DeleteRegistrationAttachment takes."""

    registration_attachment_id: RegistrationAttachmentIdOrArn
    """Identifier or ARN of the registration attachment to delete."""


class DeleteRegistrationAttachmentResult(ResultModel):
    """The attachment as it last was."""

    registration_attachment_arn: str
    """ARN of the registration attachment."""
    registration_attachment_id: str
    """Identifier of the registration attachment."""
    attachment_status: AttachmentStatus
    """UPLOAD_IN_PROGRESS, UPLOAD_COMPLETE, UPLOAD_FAILED or DELETED; uploading goes on after the
    call returns.
    """
    attachment_upload_error_reason: AttachmentUploadErrorReason | None = None
    """Why the upload failed, e.g. INTERNAL_ERROR; absent unless the status is UPLOAD_FAILED."""
    created_timestamp: datetime
    """UTC time when the resource was created."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


RegistrationAttachmentIdList = Annotated[Sequence[RegistrationIdOrArn], ListSize(0, 5)]


class RegistrationAttachmentFilter(InputModel):
    """A filter on registration attachments: a name and the values that pass."""

    name: RegistrationAttachmentFilterNameArgument
    """Attribute that the filter looks at; Values holds what to match."""
    values: FilterValueList
    """What to match, 1 to 20 values of at most 128 characters; any one of them is enough."""


class RegistrationAttachmentFilterDict(TypedDict):
    """A RegistrationAttachmentFilter as a plain dict."""

    name: RegistrationAttachmentFilterNameArgument
    values: Sequence[str]


RegistrationAttachmentFilterArgument = (
    RegistrationAttachmentFilter | RegistrationAttachmentFilterDict
)
"""A RegistrationAttachmentFilter, or a dict with its members."""

RegistrationAttachmentFilterList = Annotated[
    Sequence[RegistrationAttachmentFilter], ListSize(0, 20)
]


class DescribeRegistrationAttachmentsRequest(RequestModel):
    """What DescribeRegistrationAttachments takes."""

    registration_attachment_ids: RegistrationAttachmentIdList | None = None
    """Identifiers or ARNs of the registration attachments wanted, at most 5; an unknown one fails
    the call.
    """
    filters: RegistrationAttachmentFilterList | None = None
    """Narrow the list; filters are ANDed."""
    next_token: NextToken | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """
    max_results: MaxResults | None = None
    """Most items per page, 1 to 100; a page may hold fewer, even none, before the last."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            registration_attachment_ids: Sequence[str] | None = None,
            filters: Sequence[RegistrationAttachmentFilterArgument] | None = None,
            next_token: str | None = None,
            max_results: int | None = None,
        ) -> None: ...


class RegistrationAttachmentsInformation(OutputModel):
    """A registration attachment as AWS describes it, and how its upload went."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("attachment_url",))

    registration_attachment_arn: str
    """ARN of the registration attachment."""
    registration_attachment_id: str
    """Identifier of the registration attachment."""
    attachment_status: AttachmentStatus
    """UPLOAD_IN_PROGRESS, UPLOAD_COMPLETE, UPLOAD_FAILED or DELETED; uploading goes on after the
    call returns.
    """
    attachment_upload_error_reason: AttachmentUploadErrorReason | None = None
    """Why the upload failed, e.g. INTERNAL_ERROR; absent unless the status is UPLOAD_FAILED."""
    created_timestamp: datetime
    """UTC time when the resource was created."""
    attachment_url: str | None = None
    """URL of the attached document; may be absent."""


class DescribeRegistrationAttachmentsResult(ResultModel):
    """Each item is an attachment and how its upload went."""

    registration_attachments: tuple[RegistrationAttachmentsInformation, ...]
    """Registration attachments on this page."""
    next_token: str | None = None
    """Page token, at most 1024 characters: hand back the one you were given; none in an answer
    means the last page.
    """

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...

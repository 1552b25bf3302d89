"""Operations of registration attachments, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import registration_attachments

CREATE_REGISTRATION_ATTACHMENT = Operation(
    name="CreateRegistrationAttachment",
    home=__name__,
    request=registration_attachments.CreateRegistrationAttachmentRequest,
    result=registration_attachments.CreateRegistrationAttachmentResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "ConflictException",
            "InternalServerException",
            "ServiceQuotaExceededException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("registration_attachment_id",),
)

DELETE_REGISTRATION_ATTACHMENT = Operation(
    name="DeleteRegistrationAttachment",
    home=__name__,
    request=registration_attachments.DeleteRegistrationAttachmentRequest,
    result=registration_attachments.DeleteRegistrationAttachmentResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "ConflictException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("registration_attachment_id",),
)

DESCRIBE_REGISTRATION_ATTACHMENTS = PagedOperation(
    name="DescribeRegistrationAttachments",
    home=__name__,
    request=registration_attachments.DescribeRegistrationAttachmentsRequest,
    result=registration_attachments.DescribeRegistrationAttachmentsResult,
    effect=Effect.READS,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("registration_attachments",),
    item=registration_attachments.RegistrationAttachmentsInformation,
    items="registration_attachments",
)

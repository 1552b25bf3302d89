"""Registration attachments: documents that support a registration.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-create-attachment.html
Inferred here: a day's quota of 50, and that a document in use cannot be deleted. What an S3 URL
points at is never fetched; its ending decides what it is.
"""

from smsvoice.emulator.data import quotas
from smsvoice.emulator.engine.codec import result_from
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.lookup import FilterValue, by_ids, find, matching
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.quota import must_be_below
from smsvoice.emulator.engine.service_errors import conflict, invalid
from smsvoice.emulator.state import daily_counters
from smsvoice.emulator.state.registration_attachments import attachments
from smsvoice.emulator.state.registrations import registrations, values
from smsvoice.emulator.state.tags import forget, store_tags
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from smsvoice.models.registration_attachments import (
    AttachmentStatus,
    CreateRegistrationAttachmentRequest,
    CreateRegistrationAttachmentResult,
    DeleteRegistrationAttachmentRequest,
    DeleteRegistrationAttachmentResult,
    DescribeRegistrationAttachmentsRequest,
    DescribeRegistrationAttachmentsResult,
    RegistrationAttachmentsInformation,
)
from smsvoice.operations import registration_attachments
from smsvoice.rules.attachments import MAX_FILE_BYTES, kind_of

_KIND = ResourceType.REGISTRATION_ATTACHMENT
_ENDINGS = (".pdf", ".jpeg", ".jpg", ".png")
_FILTERS: dict[str, FilterValue] = {"attachment-status": lambda one: one.attachment_status}


@handles(registration_attachments.CREATE_REGISTRATION_ATTACHMENT)
def create(
    call: Call, request: CreateRegistrationAttachmentRequest
) -> CreateRegistrationAttachmentResult:
    """A new attachment, uploaded in the background."""
    _must_be_a_document(request)
    table = attachments(call)
    must_be_below(
        call,
        len(table),
        quotas.REGISTRATION_ATTACHMENTS,
        ServiceQuotaExceededExceptionReason.REGISTRATION_ATTACHMENTS_PER_ACCOUNT,
    )
    must_be_below(
        call,
        daily_counters.times_today(call, "attachment"),
        quotas.REGISTRATION_ATTACHMENTS_PER_DAY,
        ServiceQuotaExceededExceptionReason.REGISTRATION_ATTACHMENTS_CREATED_PER_DAY,
    )
    daily_counters.record(call, "attachment")
    key = call.ids.resource("attachment")
    made = RegistrationAttachmentsInformation(
        registration_attachment_arn=call.arn(_KIND.value, key),
        registration_attachment_id=key,
        attachment_status=AttachmentStatus.UPLOAD_IN_PROGRESS,
        created_timestamp=call.now,
        attachment_url=request.attachment_url,
    )
    table.put(key, made)
    call.schedule("upload-registration-attachment", key, call.settings.seconds_to_settle)
    tags = store_tags(call, made.registration_attachment_arn, request.tags)
    return result_from(CreateRegistrationAttachmentResult, made, tags=tags)


def _must_be_a_document(request: CreateRegistrationAttachmentRequest) -> None:
    reasons = ValidationExceptionReason
    body, url = request.attachment_body, request.attachment_url
    if body is not None and url is not None:
        raise invalid(reasons.PARAMETERS_CANNOT_BE_USED_TOGETHER)
    if body is None and url is None:
        raise invalid(reasons.MISSING_PARAMETER, "AttachmentBody", "or AttachmentUrl is required")
    if body is not None and len(body) > MAX_FILE_BYTES:
        raise invalid(reasons.MAXIMUM_SIZE_EXCEEDED, "AttachmentBody", "is over 5 MB")
    if url is not None and not url.startswith("s3://"):
        raise invalid(reasons.INVALID_PARAMETER, "AttachmentUrl", "is no s3:// URL")
    known = kind_of(body) is not None if body is not None else _ends_well(url or "")
    if not known:
        raise invalid(reasons.ATTACHMENT_TYPE_NOT_SUPPORTED)


def _ends_well(url: str) -> bool:
    return url.lower().endswith(_ENDINGS)


@handles(registration_attachments.DESCRIBE_REGISTRATION_ATTACHMENTS)
def describe(
    call: Call, request: DescribeRegistrationAttachmentsRequest
) -> DescribeRegistrationAttachmentsResult:
    """Attachments by id and filter."""
    found = by_ids(call, attachments(call), request.registration_attachment_ids, _KIND)
    found = matching(found, request.filters, _FILTERS)
    shown, token = page(call, request, found, lambda one: one.registration_attachment_id)
    return DescribeRegistrationAttachmentsResult(registration_attachments=shown, next_token=token)


@handles(registration_attachments.DELETE_REGISTRATION_ATTACHMENT)
def delete(
    call: Call, request: DeleteRegistrationAttachmentRequest
) -> DeleteRegistrationAttachmentResult:
    """Drop an attachment that no form holds."""
    found = find(call, attachments(call), request.registration_attachment_id, _KIND)
    key = found.registration_attachment_id
    if _is_held(call, key):
        raise conflict(ConflictExceptionReason.RESOURCE_DELETION_NOT_ALLOWED, _KIND, key)
    attachments(call).drop(key)
    forget(call, found.registration_attachment_arn)
    return result_from(
        DeleteRegistrationAttachmentResult, found, attachment_status=AttachmentStatus.DELETED
    )


def _is_held(call: Call, attachment_id: str) -> bool:
    return any(
        value.registration_attachment_id == attachment_id
        for registration in registrations(call)
        for number in range(1, registration.current_version_number + 1)
        for value in values(call, registration.registration_id, number)
    )

"""Uploads of registration attachments, which finish or fail some seconds later."""

from smsvoice.emulator.engine.context import Call, action
from smsvoice.emulator.state.registration_attachments import attachments
from smsvoice.models.registration_attachments import AttachmentStatus, AttachmentUploadErrorReason


@action("upload-registration-attachment")
def upload(call: Call, attachment_id: str) -> None:
    """The document has arrived."""
    found = attachments(call).get(attachment_id)
    if found is not None and found.attachment_status == AttachmentStatus.UPLOAD_IN_PROGRESS:
        attachments(call).change(attachment_id, attachment_status=AttachmentStatus.UPLOAD_COMPLETE)


def fail_upload(call: Call, attachment_id: str) -> None:
    """Make an upload fail.

    Raises:
        LookupError: there is no such attachment.
    """
    if attachment_id not in attachments(call):
        raise LookupError(f"there is no attachment {attachment_id}")
    attachments(call).change(
        attachment_id,
        attachment_status=AttachmentStatus.UPLOAD_FAILED,
        attachment_upload_error_reason=AttachmentUploadErrorReason.INTERNAL_ERROR,
    )

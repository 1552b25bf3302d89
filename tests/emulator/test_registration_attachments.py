"""Registration attachments: what is taken, and how it is uploaded."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import SETTLED
from tests.factories.refusals import refuses
from tests.factories.registrations import PNG, TOLL_FREE, register, upload

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

IMAGE = "messagingUseCase.optInImage"


def status(aws: "PinpointSMSVoiceV2Client", attachment_id: str) -> Any:
    """An attachment as it is told."""
    found = aws.describe_registration_attachments(RegistrationAttachmentIds=[attachment_id])
    return found["RegistrationAttachments"][0]


@pytest.mark.parametrize(
    "document",
    [
        {"AttachmentBody": PNG},
        {"AttachmentBody": b"\xff\xd8\xff\xe0" + bytes(9)},
        {"AttachmentBody": b"%PDF-1.7\n"},
        {"AttachmentUrl": "s3://documents/letter.PDF"},
        {"AttachmentUrl": "s3://documents/form.jpg"},
        {"AttachmentUrl": "s3://documents/a/b.jpeg"},
    ],
)
def test_a_document_is_uploaded_in_the_background(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", document: dict[str, Any]
) -> None:
    """PDF, JPEG and PNG, by body or from S3."""
    made = aws.create_registration_attachment(**document, Tags=[{"Key": "Name", "Value": "letter"}])
    emulator.advance(SETTLED)

    found = status(aws, made["RegistrationAttachmentId"])
    tags = aws.list_tags_for_resource(ResourceArn=made["RegistrationAttachmentArn"])["Tags"]
    assert made["AttachmentStatus"] == "UPLOAD_IN_PROGRESS"
    assert found["AttachmentStatus"] == "UPLOAD_COMPLETE"
    assert found.get("AttachmentUrl") == document.get("AttachmentUrl")
    assert tags == [{"Key": "Name", "Value": "letter"}]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ({}, "MISSING_PARAMETER"),
        (
            {"AttachmentBody": PNG, "AttachmentUrl": "s3://documents/a.png"},
            "PARAMETERS_CANNOT_BE_USED_TOGETHER",
        ),
        ({"AttachmentBody": b"GIF89a"}, "ATTACHMENT_TYPE_NOT_SUPPORTED"),
        ({"AttachmentUrl": "s3://documents/a.gif"}, "ATTACHMENT_TYPE_NOT_SUPPORTED"),
        ({"AttachmentUrl": "https://example.com/a.png"}, "INVALID_PARAMETER"),
        ({"AttachmentBody": PNG + bytes(5 * 1024 * 1024)}, "MAXIMUM_SIZE_EXCEEDED"),
        ({"AttachmentBody": PNG + bytes(7_000_000)}, "MAXIMUM_SIZE_EXCEEDED"),
    ],
)
def test_anything_else_is_refused(
    aws: "PinpointSMSVoiceV2Client", document: dict[str, Any], reason: str
) -> None:
    """Neither or both members, another kind, another place, more than 5 MB."""
    with refuses() as refused:
        aws.create_registration_attachment(**document)

    assert (refused.code, refused.reason) == ("ValidationException", reason)


def test_an_upload_can_fail(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """By lever, and it stays failed."""
    key = aws.create_registration_attachment(AttachmentBody=PNG)["RegistrationAttachmentId"]

    emulator.fail_upload(key)
    emulator.advance(SETTLED)

    found = status(aws, key)
    failed = aws.describe_registration_attachments(
        Filters=[{"Name": "attachment-status", "Values": ["UPLOAD_FAILED"]}]
    )["RegistrationAttachments"]
    assert (found["AttachmentStatus"], found["AttachmentUploadErrorReason"]) == (
        "UPLOAD_FAILED",
        "INTERNAL_ERROR",
    )
    assert [one["RegistrationAttachmentId"] for one in failed] == [key]
    with pytest.raises(LookupError):
        emulator.fail_upload("attachment-0")


def test_a_document_in_use_stays(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Until the registration that holds it is gone."""
    registration, key = register(aws, TOLL_FREE), upload(aws, emulator)
    aws.put_registration_field_value(
        RegistrationId=registration, FieldPath=IMAGE, RegistrationAttachmentId=key
    )
    with refuses() as refused:
        aws.delete_registration_attachment(RegistrationAttachmentId=key)
    aws.delete_registration(RegistrationId=registration)

    gone = aws.delete_registration_attachment(RegistrationAttachmentId=key)
    with refuses() as again:
        aws.delete_registration_attachment(RegistrationAttachmentId=key)

    assert refused.reason == "RESOURCE_DELETION_NOT_ALLOWED"
    assert gone["AttachmentStatus"] == "DELETED"
    assert again.code == "ResourceNotFoundException"
    assert again.resource_type == "registration-attachment"


def test_an_account_has_so_many_attachments_and_makes_so_many_a_day(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Twenty-five at a time, fifty a day."""
    for _ in range(25):
        key = aws.create_registration_attachment(AttachmentBody=PNG)["RegistrationAttachmentId"]
    with refuses() as at_once:
        aws.create_registration_attachment(AttachmentBody=PNG)
    for _ in range(25):
        aws.delete_registration_attachment(RegistrationAttachmentId=key)
        key = aws.create_registration_attachment(AttachmentBody=PNG)["RegistrationAttachmentId"]
    aws.delete_registration_attachment(RegistrationAttachmentId=key)
    with refuses() as today:
        aws.create_registration_attachment(AttachmentBody=PNG)
    emulator.advance(timedelta(days=1).total_seconds())
    tomorrow = aws.create_registration_attachment(AttachmentBody=PNG)

    assert at_once.reason == "REGISTRATION_ATTACHMENTS_PER_ACCOUNT"
    assert today.reason == "REGISTRATION_ATTACHMENTS_CREATED_PER_DAY"
    assert tomorrow["AttachmentStatus"] == "UPLOAD_IN_PROGRESS"

"""Registration attachments as objects: documents by bytes, path or URL."""

from pathlib import Path
from typing import Any

import pytest

from smsvoice import (
    AsyncSmsVoice,
    Emulator,
    NotLoadedError,
    RequestError,
    ResourceNotFoundError,
    WaitFailedError,
    WaitTimeoutError,
)
from smsvoice.emulator.lifecycle.uploads import fail_upload
from smsvoice.models.common import Tag

PDF = b"%PDF-1.7 a form"
JPEG = b"\xff\xd8\xff\xe0 a picture"
PNG = b"\x89PNG\r\n\x1a\n a picture"
MOST = 5 * 1024 * 1024


@pytest.mark.parametrize("document", [PDF, JPEG, PNG, b"junk before " + PDF])
async def test_bytes_of_each_kind_are_taken(
    sms: AsyncSmsVoice, clock: Any, document: bytes
) -> None:
    """The first bytes tell the kind; the upload goes on in the background."""
    made = await sms.registration_attachments.create(document)
    assert made.status == "UPLOAD_IN_PROGRESS"

    same = await made.wait_until_uploaded(clock=clock)

    assert same is made
    assert made.status == "UPLOAD_COMPLETE"
    assert clock.slept


async def test_a_file_is_taken_by_its_path(sms: AsyncSmsVoice, tmp_path: Path) -> None:
    """As a Path or as text."""
    (tmp_path / "opt-in.png").write_bytes(PNG)

    by_path = await sms.registration_attachments.create(
        tmp_path / "opt-in.png", tags=[Tag(key="what", value="opt-in")]
    )
    by_text = await sms.registration_attachments.create(str(tmp_path / "opt-in.png"))

    assert by_path.id != by_text.id
    assert [tag.value for tag in await by_path.tags.list()] == ["opt-in"]


async def test_a_url_of_s3_is_passed_on(sms: AsyncSmsVoice) -> None:
    """AWS fetches it; the description shows the URL, the repr does not."""
    made = await sms.registration_attachments.create("s3://forms/opt-in.pdf")

    await made.refresh()

    assert made.data.attachment_url == "s3://forms/opt-in.pdf"
    assert "opt-in" not in repr(made.data)


@pytest.mark.parametrize(
    ("document", "rule"),
    [
        (b"", "the document is empty"),
        (b"GIF89a a picture", "must be a PDF, a JPEG or a PNG"),
        (PDF + b"x" * MOST, "at most 5 MB"),
        ("https://forms.example/opt-in.pdf", "must be one of S3"),
        ("no/such/file.pdf", "cannot be read: No such file"),
        (7, "must be bytes, the path of a file, or an s3:// URL"),
    ],
)
async def test_what_aws_would_refuse_never_leaves(
    sms: AsyncSmsVoice, emulator: Emulator, document: Any, rule: str
) -> None:
    """The error names the rule, and AWS hears nothing."""
    with pytest.raises(RequestError, match=rule):
        await sms.registration_attachments.create(document)

    assert await sms.registration_attachments.list().collect() == []


@pytest.mark.closes_path
async def test_exactly_five_megabytes_are_allowed(sms: AsyncSmsVoice) -> None:
    """The limit is a limit, not the first wrong size."""
    made = await sms.registration_attachments.create(PDF + b"x" * (MOST - len(PDF)))

    assert made.status == "UPLOAD_IN_PROGRESS"


async def test_the_list_filters_by_status_and_takes_ids(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """One status or several; more ids than AWS takes at a time."""
    made = [await sms.registration_attachments.create(PDF) for _ in range(6)]
    emulator.advance(60)
    late = await sms.registration_attachments.create(PDF)

    done = await sms.registration_attachments.list(attachment_status="UPLOAD_COMPLETE").collect()
    open_ = await sms.registration_attachments.list(
        attachment_status=["UPLOAD_IN_PROGRESS", "UPLOAD_FAILED"]
    ).collect()
    named = await sms.registration_attachments.list(ids=[one.id for one in made]).collect()

    assert done == made
    assert open_ == [late]
    assert named == made
    with pytest.raises(RequestError, match="did you mean UPLOAD_COMPLETE"):
        sms.registration_attachments.list(attachment_status="UPLOAD_COMPLET")


async def test_a_failed_upload_ends_the_wait_with_its_reason(
    sms: AsyncSmsVoice, emulator: Emulator, clock: Any
) -> None:
    """Waiting on would never help."""
    made = await sms.registration_attachments.create(PDF)
    emulator.engine.apply(lambda call: fail_upload(call, made.id))

    with pytest.raises(WaitFailedError, match="INTERNAL_ERROR"):
        await made.wait_until_uploaded(clock=clock)

    assert clock.slept == []


async def test_a_slow_upload_ends_the_wait_in_time(
    sms: AsyncSmsVoice, emulator: Emulator, clock: Any
) -> None:
    """The error tells the last state and the time spent."""
    emulator.settings.seconds_to_settle = 3600
    made = await sms.registration_attachments.create(PDF)

    with pytest.raises(WaitTimeoutError) as over:
        await made.wait_until_uploaded(timeout=30, clock=clock)

    assert over.value.last_state == "UPLOAD_IN_PROGRESS"


async def test_a_deleted_document_is_gone(sms: AsyncSmsVoice) -> None:
    """The handle keeps what AWS told last."""
    made = await sms.registration_attachments.create(PDF)

    await made.delete()

    assert made.status == "DELETED"
    with pytest.raises(ResourceNotFoundError):
        await sms.registration_attachments.get(made.id)


async def test_a_bare_handle_says_what_loads_it(sms: AsyncSmsVoice) -> None:
    """Its ARN can be its identity, though."""
    arn = "arn:aws:sms-voice:us-east-1:123456789012:registration-attachment/attachment-1"

    with pytest.raises(NotLoadedError, match=r"registration_attachments\.get"):
        _ = sms.registration_attachments.at("attachment-1").status
    assert sms.registration_attachments.at(arn).arn == arn

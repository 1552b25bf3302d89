"""Attachments of registrations: what kind of document they are, and whether AWS takes it.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/registrations-create-attachment.html
"""

import os
from pathlib import Path
from typing import Final, NamedTuple

from smsvoice.core.errors import Problem, RequestError

MAX_FILE_BYTES: Final = 5 * 1024 * 1024
"""The largest document that AWS takes: 5 MB."""

_FILE_MARKS = ((b"%PDF-", "PDF"), (b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"))
_PDF_STARTS_WITHIN = 1024  # readers of PDF pass over so many bytes before its mark


class Document(NamedTuple):
    """A document by its bytes or by the S3 URL that AWS fetches it from."""

    body: bytes | None
    url: str | None


def document(attachment: bytes | bytearray | str | os.PathLike[str]) -> Document:
    """The document that a caller means: bytes, an `s3://` URL, or the path of a file.

    Raises:
        RequestError: it is no PDF, JPEG or PNG, it is empty or over 5 MB, there is no such file, or
            the URL is of another kind than s3.
    """
    if isinstance(attachment, bytes | bytearray):
        return Document(_checked(bytes(attachment)), None)
    if isinstance(attachment, str) and "://" in attachment:
        if not attachment.startswith("s3://"):
            raise _wrong("the URL must be one of S3, s3://bucket/key; or give the bytes")
        return Document(None, attachment)
    try:
        path = Path(attachment)
    except TypeError:
        raise _wrong("must be bytes, the path of a file, or an s3:// URL") from None
    return Document(_checked(_read(path)), None)


def kind_of(body: bytes) -> str | None:
    """PDF, JPEG or PNG by the first bytes of a document; None for anything else."""
    for mark, kind in _FILE_MARKS:
        if body.startswith(mark):
            return kind
    return "PDF" if b"%PDF-" in body[:_PDF_STARTS_WITHIN] else None


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except OSError as failure:
        why = failure.strerror or type(failure).__name__
        raise _wrong(f"the file {path} cannot be read: {why}") from failure


def _checked(body: bytes) -> bytes:
    if not body:
        raise _wrong("the document is empty")
    if len(body) > MAX_FILE_BYTES:
        raise _wrong("must have at most 5 MB (5242880 bytes)")
    if kind_of(body) is None:
        raise _wrong("must be a PDF, a JPEG or a PNG; its first bytes are of none of them")
    return body


def _wrong(rule: str) -> RequestError:
    return RequestError("CreateRegistrationAttachment", (Problem("attachment", rule),))

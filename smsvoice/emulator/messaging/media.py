"""Files of multimedia messages: which kinds AWS carries.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/mms-limitations-character.html
Known here by the ending of the name alone: no file is read. How big it is, or that it is not
there, shows at AWS in events; `Emulator.script` makes them happen here.
"""

from collections.abc import Sequence
from pathlib import PurePosixPath

from smsvoice.emulator.engine.service_errors import invalid
from smsvoice.models.reasons import ValidationExceptionReason

ENDINGS = frozenset(
    (
        *("gif", "jpeg", "jpg", "png", "tif", "tiff"),
        *("3gp", "3gpp", "mp4", "mpeg", "mpg", "mov", "qt", "webm"),
        *("amr", "mp3", "ogg", "oga", "ics", "vcf", "pdf"),
    )
)
"""The endings of the kinds that AWS carries."""


def must_be_carried(urls: Sequence[str], field: str = "MediaUrls") -> None:
    """Refuse a file whose name has the ending of a kind that AWS does not carry."""
    for url in urls:
        ending = PurePosixPath(url).suffix.removeprefix(".").lower()
        if ending and ending not in ENDINGS:
            reason = ValidationExceptionReason.MEDIA_TYPE_NOT_SUPPORTED
            raise invalid(reason, field, f"{len(ENDINGS)} endings are supported, not this one")

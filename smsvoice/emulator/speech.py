"""What is read aloud: plain text or SSML, how much of it counts, and how long it takes.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/voice-limitations.html
"""

from xml.etree import ElementTree as ET  # entities are refused below

from smsvoice.emulator.refusal import invalid
from smsvoice.models.messages import VoiceMessageBodyTextType
from smsvoice.models.reasons import ValidationExceptionReason

MOST_BILLABLE = 3000
MOST_SECONDS = 300
MOST_SECONDS_IN_SANDBOX = 30
_CHARACTERS_A_SECOND = 15


def spoken(body: str, kind: VoiceMessageBodyTextType) -> str:
    """The words of a body without its SSML, or the refusal that it is too long or no SSML."""
    words = _words(body) if kind == VoiceMessageBodyTextType.SSML else body
    if len(words) > MOST_BILLABLE:
        reason = ValidationExceptionReason.INVALID_PARAMETER
        raise invalid(reason, "MessageBody", f"has at most {MOST_BILLABLE} characters of speech")
    return words


def seconds_for(words: str, *, sandbox: bool) -> int:
    """How long a call takes: our estimate, cut where AWS ends a call."""
    most = MOST_SECONDS_IN_SANDBOX if sandbox else MOST_SECONDS
    return max(1, min(most, -(-len(words) // _CHARACTERS_A_SECOND)))


def _words(body: str) -> str:
    wrong = invalid(ValidationExceptionReason.CANNOT_PARSE, "MessageBody", "is no SSML")
    if "<!" in body:
        raise wrong
    try:
        root = ET.fromstring(body)  # noqa: S314  without declarations there are no entities
    except ET.ParseError:
        raise wrong from None
    if root.tag.rpartition("}")[2] != "speak":
        raise wrong
    return "".join(root.itertext())

"""What is read aloud: plain text or SSML, how much of it counts, and how long it takes.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/voice-limitations.html
"""

from collections.abc import Mapping
from xml.parsers import expat

from smsvoice.emulator.engine.service_errors import invalid
from smsvoice.models.messages import VoiceMessageBodyTextType
from smsvoice.models.reasons import ValidationExceptionReason

MOST_BILLABLE = 3000
MOST_SECONDS = 300
MOST_SECONDS_IN_SANDBOX = 30
_CHARACTERS_A_SECOND = 15


def plain_text(body: str, kind: VoiceMessageBodyTextType) -> str:
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
    if "<!" in body:  # without declarations there are no entities
        raise wrong
    tags: list[str] = []
    prefixes = {"xml", "xmlns", "amazon"}  # AWS's own tags need no declaration
    words: list[str] = []

    def begin(tag: str, attributes: Mapping[str, str]) -> None:
        names = (tag, *attributes)
        prefixes.update(name[len("xmlns:") :] for name in attributes if name.startswith("xmlns:"))
        tags.append(tag)
        if not {name.partition(":")[0] for name in names if ":" in name} <= prefixes:
            raise wrong

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    parser.CharacterDataHandler = words.append
    try:
        parser.Parse(body, True)  # noqa: FBT003  expat takes it by position
    except (expat.ExpatError, ValueError):  # the latter for what is no text, such as half a letter
        raise wrong from None
    if tags[0].rpartition(":")[2] != "speak":
        raise wrong
    return "".join(words)

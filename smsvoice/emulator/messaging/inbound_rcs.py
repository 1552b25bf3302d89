"""What happens in an RCS conversation beside texts, as AWS writes it into a message's body.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-events.html
Media: https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-inbound-media.html
Inferred here: the form of a location, which AWS has not published.
"""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final, Literal, get_args

from smsvoice.core.model import aws_name

Kind = Literal["CONVERSATION_STARTED", "LOCATION", "MEDIA", "RCS_TYPING", "SUGGESTION"]
KINDS: Final[tuple[str, ...]] = get_args(Kind)

_SUCCESS: Final = "SUCCESS"
_CONVERSATION: Final = timedelta(hours=24)
_MEMBERS: Final[dict[str, dict[str, Any]]] = {
    "CONVERSATION_STARTED": {},
    "LOCATION": {"latitude": 47.6062, "longitude": -122.3321, "label": ""},
    "MEDIA": {
        "media_status": _SUCCESS,
        "media_status_message": None,
        "s3_bucket": "example-inbound-media",
        "s3_key": None,
        "mime_type": "image/jpeg",
        "file_name": "photo.jpg",
        "file_size_bytes": 34_567,
    },
    "RCS_TYPING": {},
    "SUGGESTION": {"text": "Yes", "postback_data": "yes"},
}
"""What each kind may be given, with what it has otherwise."""
_IN_S3: Final = ("s3_bucket", "s3_key")


def body_of(
    kind: str, given: Mapping[str, Any], message_id: str, now: datetime, previous: str | None
) -> str:
    """The body of the message that is published.

    Raises:
        ValueError: there is no such kind, or it has no such member.
    """
    if kind not in _MEMBERS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}")
    if unknown := sorted(given.keys() - _MEMBERS[kind].keys()):
        there_are = ", ".join(_MEMBERS[kind]) or "none"
        raise ValueError(f"{kind} has no {', '.join(unknown)}; there are {there_are}")
    members = _MEMBERS[kind] | dict(given)
    if kind == "MEDIA":
        return json.dumps(_media(members, message_id))
    if kind == "LOCATION":
        place = {name: members[name] for name in ("latitude", "longitude")}
        label = {"label": members["label"]} if members["label"] else {}
        return json.dumps({"type": kind, "location": place | label})
    if kind == "RCS_TYPING":
        return json.dumps({"type": kind, "receivedAt": _instant(now)})
    if kind == "SUGGESTION":
        return json.dumps({"type": kind, **_named(members)})
    started = {
        "startTime": _instant(now),
        "endTime": _instant(now + _CONVERSATION),
        "conversationInitiatingMessageId": previous or message_id,
        "conversationInitiatingMessageType": "OUTBOUND" if previous else "INBOUND",
    }
    return json.dumps({"type": kind, **started})


def _media(members: Mapping[str, Any], message_id: str) -> dict[str, Any]:
    """What is known of a file; where it was stored only if it was."""
    found = {name: one for name, one in members.items() if one is not None}
    if members["media_status"] == _SUCCESS:
        found.setdefault("s3_key", f"rcs/{message_id}#{members['file_name']}")
    else:
        found = {name: one for name, one in found.items() if name not in _IN_S3}
    return _named(found)


def _named(members: Mapping[str, Any]) -> dict[str, Any]:
    """Members under AWS's names, which begin with a small letter here."""
    return {(aws := aws_name(name))[:1].lower() + aws[1:]: one for name, one in members.items()}


def _instant(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}+0000"

"""The envelope that SNS posts, and the text of it that it signs.

AWS guide: https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
"""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal, cast

from pydantic_core import from_json

from smsvoice.core.errors import SmsVoiceError

Reason = Literal[
    "BAD_SIGNATURE",
    "CERTIFICATE_EXPIRED",
    "CERTIFICATE_NOT_TRUSTED",
    "CERTIFICATE_UNREADABLE",
    "CERTIFICATE_URL",
    "DECODED",
    "FROM_THE_FUTURE",
    "NOT_SNS",
    "RAW_DELIVERY",
    "REPLAYED",
    "SUBSCRIBE_URL",
    "TOO_OLD",
    "UNKNOWN_TOPIC",
    "UNKNOWN_VERSION",
    "UNSUBSCRIBE",
]

NOTIFICATION: Final = "Notification"
SUBSCRIPTION: Final = "SubscriptionConfirmation"
UNSUBSCRIPTION: Final = "UnsubscribeConfirmation"
_SIGNED: Final = {
    NOTIFICATION: ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"),
    SUBSCRIPTION: (
        *("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"),
    ),
}
_SIGNED[UNSUBSCRIPTION] = _SIGNED[SUBSCRIPTION]
_OPTIONAL: Final = "Subject"
_MAX_BYTES: Final = 2 * 1024 * 1024
"""SNS carries 256 KiB; escaped as JSON they stay below this."""
_RAW: Final = ("eventType", "originationNumber", "detail-type")
"""Members of what SNS delivers without an envelope when raw delivery is switched on."""


class SnsRefusedError(SmsVoiceError):
    """A request that is not proven to be SNS's, or not the first of its kind.

    Answer it with `status_code`. `reason` is one word in capitals; the text says what to look at,
    and repeats nothing that was posted.
    """

    def __init__(self, reason: Reason, why: str, status_code: int = 403) -> None:
        """Name the reason, and what to look at."""
        super().__init__(reason, why, status_code)
        self.reason: Reason = reason
        self.why = why
        self.status_code: int = status_code
        """The HTTP status to answer with: 403, which SNS does not repeat; 503 where it may pass
        later, since its certificate could not be fetched or the first post with its id is still
        being handled; 200 where that was handled, and SNS missed the answer."""

    def __str__(self) -> str:
        return f"{self.reason}: {self.why}"


@dataclass(frozen=True, slots=True)
class Envelope:
    """What SNS posted."""

    kind: str
    message_id: str
    topic_arn: str
    at: datetime
    version: str
    signature: bytes = field(repr=False)
    certificate_url: str = field(repr=False)
    members: Mapping[str, Any] = field(repr=False)
    """All of it."""

    @property
    def signed_text(self) -> bytes:
        """What the signature is made of."""
        return signed_text(self.members)

    @property
    def signed_members(self) -> dict[str, Any]:
        """The members that the signature covers; all others may be anyone's."""
        return {n: self.members[n] for n in _SIGNED[self.kind] if n in self.members}


def signed_text(members: Mapping[str, Any]) -> bytes:
    """The text of an envelope that SNS signs: names and values of certain members, a line each."""
    lines: list[str] = []
    for name in _SIGNED[members["Type"]]:
        value = members.get(name)
        if name != _OPTIONAL or value is not None:
            lines += (name, str(value))
    return "".join(f"{line}\n" for line in lines).encode(errors="surrogatepass")


def read_envelope(body: object, headers: Mapping[str, str] | None) -> Envelope:
    """The envelope in the body of a request.

    Raises:
        SnsRefusedError: it is none.
    """
    for name, value in (headers or {}).items():
        if name.lower() == "x-amz-sns-rawdelivery" and value.lower() == "true":
            raise _raw()
    if not isinstance(body, bytes | bytearray | memoryview | str):
        why = "give the body of the request as it came: what was decoded cannot be verified"
        raise SnsRefusedError("DECODED", why)
    if len(cast("bytes", body)) > _MAX_BYTES:
        raise SnsRefusedError("NOT_SNS", f"the body has more than {_MAX_BYTES} characters")
    try:
        found = from_json(body if isinstance(body, str) else bytes(cast("bytes", body)))
    except ValueError:
        raise SnsRefusedError("NOT_SNS", "the body is no JSON") from None
    if not isinstance(found, dict):
        raise SnsRefusedError("NOT_SNS", "the body is no JSON object")
    members = cast("dict[str, Any]", found)
    if "Type" not in members and any(name in members for name in _RAW):
        raise _raw()
    return _checked(members)


def _raw() -> SnsRefusedError:
    why = "it has no signature: switch raw message delivery off in the SNS subscription"
    return SnsRefusedError("RAW_DELIVERY", why)


def _checked(members: dict[str, Any]) -> Envelope:
    kind = members.get("Type")
    if not isinstance(kind, str) or kind not in _SIGNED:
        raise SnsRefusedError("NOT_SNS", "its Type is none of SNS's")
    if isinstance(members.get("Message"), Mapping):
        why = "its Message was decoded on the way: give the body of the request as it came"
        raise SnsRefusedError("DECODED", why)
    for one, other in (("SigningCertUrl", "SigningCertURL"), ("SubscribeUrl", "SubscribeURL")):
        if other not in members and one in members:
            members[other] = members[one]  # as Lambda spells it
    needed = {*_SIGNED[kind], "Signature", "SignatureVersion", "SigningCertURL"} - {_OPTIONAL}
    for name in sorted(needed):
        if not isinstance(members.get(name), str):
            raise SnsRefusedError("NOT_SNS", f"it has no {name}")
    if not isinstance(members.get(_OPTIONAL), str | None):
        raise SnsRefusedError("NOT_SNS", "its Subject is no text")
    # A line end in one could make the same signed text of other members.
    if not all(members[name].isprintable() for name in needed - {"Message"}):
        raise SnsRefusedError("NOT_SNS", "a member other than its Message is not on one line")
    return _envelope(kind, members)


def _envelope(kind: str, members: dict[str, Any]) -> Envelope:
    try:
        signature = base64.b64decode(members["Signature"], validate=True)
        at = datetime.fromisoformat(members["Timestamp"])
    except (binascii.Error, ValueError, OverflowError):
        raise SnsRefusedError("NOT_SNS", "its Signature or Timestamp cannot be read") from None
    if at.tzinfo is None:
        raise SnsRefusedError("NOT_SNS", "its Timestamp has no time zone")
    return Envelope(
        kind=kind,
        message_id=members["MessageId"],
        topic_arn=members["TopicArn"],
        at=at,
        version=members["SignatureVersion"],
        signature=signature,
        certificate_url=members["SigningCertURL"],
        members=members,
    )

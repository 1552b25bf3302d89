"""The request of a message: as it was sent, or rebuilt from the record once that is not kept.

A record does not hold all of a request, so some parameters are absent then: MaxPrice, TimeToLive,
a fallback, and that a pool or an ARN was named.
"""

import re
from dataclasses import dataclass
from typing import Any, Final

from smsvoice.emulator.controls.request_code import in_boto3, in_cli, in_http
from smsvoice.emulator.data.catalogue import TEMPLATES
from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.engine.store import Placed
from smsvoice.emulator.messaging.choose_identity import SHARED_ROUTE_NAME
from smsvoice.emulator.state.notify_configurations import configurations
from smsvoice.emulator.state.records import Message
from smsvoice.emulator.state.verified_numbers import verified_numbers
from smsvoice.models.common import NumberCapability
from smsvoice.models.notify import NotifyTemplateInformation

_PLACE: Final = re.compile(r"\{\{\s*([A-Za-z0-9_]+)\s*\}\}")
_ALWAYS: Final = (
    "Rebuilt from the message: MaxPrice, TimeToLive, a fallback, and that a pool or an ARN was "
    "named, are not kept."
)


@dataclass(frozen=True, slots=True)
class MessageRequest:
    """What a program sent."""

    operation: str
    region: str
    parameters: dict[str, Any] | None
    """The parameters under AWS's names; None where no request can be shown."""
    note: str
    """What is missing, in words."""

    def boto3(self) -> str | None:
        """The call in Python."""
        known = self.parameters
        return None if known is None else in_boto3(self.operation, self.region, known)

    def shown(self) -> dict[str, Any]:
        """The request as the inbox page shows it."""
        if self.parameters is None:
            return {"operation": self.operation, "note": self.note}
        return {
            "operation": self.operation,
            "note": self.note,
            "parameters": self.parameters,
            "boto3": self.boto3(),
            "cli": in_cli(self.operation, self.region, self.parameters),
            "http": in_http(self.operation, self.region, self.parameters),
        }


def request_of(emulator: Emulator, placed: Placed[Message]) -> MessageRequest:
    """The request of a message: as it was sent while that is kept, rebuilt afterwards."""
    sent = emulator.sent_requests.get(placed.key)
    if sent is None:
        return _rebuilt(emulator, placed)
    return MessageRequest(sent.operation, sent.region, sent.members, "As it was sent.")


def _rebuilt(emulator: Emulator, placed: Placed[Message]) -> MessageRequest:
    """The request that a message came from, as far as its record says."""
    message, region = placed.record, placed.account.region
    note = _ALWAYS
    if message.operation == "AutomaticResponse":
        return MessageRequest(
            message.operation, region, None, "The service itself sent it, in answer to a keyword."
        )
    if message.operation == "SendRcsMessage" and message.content is None:
        note = "RCS did not arrive, so it went on by the fallback; the RCS content is not kept."
        return MessageRequest(message.operation, region, None, note)
    own = _own_members(emulator, placed)
    if own is None:
        note = "Its template or destination is no longer known, so the request cannot be shown."
        return MessageRequest(message.operation, region, None, note)
    return MessageRequest(message.operation, region, own | _shared(message), note)


def _shared(message: Message) -> dict[str, Any]:
    """The parameters that every send takes."""
    found: dict[str, Any] = {}
    if message.configuration_set_name is not None:
        found["ConfigurationSetName"] = message.configuration_set_name
    if message.context:
        found["Context"] = dict(message.context)
    if message.feedback is not None:
        found["MessageFeedbackEnabled"] = True
    return found


def _own_members(emulator: Emulator, placed: Placed[Message]) -> dict[str, Any] | None:
    """The parameters of one operation; None where they cannot be known."""
    message = placed.record
    to = {"DestinationPhoneNumber": message.destination_phone_number}
    sender: dict[str, Any] = {}
    if message.origination_identity not in (None, SHARED_ROUTE_NAME):
        sender["OriginationIdentity"] = message.origination_identity
    if message.notify_configuration_id is not None:
        code = _code(emulator, placed)
        return None if code is None else to | code
    if message.operation == "SendDestinationNumberVerificationCode":
        return _verification(emulator, placed)
    if message.operation == "SendRcsMessage":
        return to | sender | {"RcsMessageContent": message.content}
    if message.operation == "SendMediaMessage":
        text = {"MessageBody": message.body} if message.body else {}
        return to | sender | text | {"MediaUrls": list(message.media_urls)}
    kind = {"MessageType": str(message.message_type)}
    is_text = message.operation == "SendTextMessage"
    return to | sender | {"MessageBody": message.body} | (kind if is_text else {})


def _code(emulator: Emulator, placed: Placed[Message]) -> dict[str, Any] | None:
    """Template and variables of a one-time code: those that give its very text."""
    message = placed.record
    key = message.notify_configuration_id or ""
    found = emulator.engine.read(lambda: configurations(placed.account).get(key))
    if found is None:
        return None
    for template in TEMPLATES.values():
        variables = _variables(template, message.body, found.display_name)
        if variables is not None:
            return {
                "NotifyConfigurationId": key,
                "TemplateId": template.template_id,
                "TemplateVariables": variables,
            }
    return None


def _variables(template: NotifyTemplateInformation, body: str, brand: str) -> dict[str, str] | None:
    """The variables with which a template has this text; None where it never has."""
    pieces = _PLACE.split(template.content or "")
    pattern = "".join(
        re.escape(piece)
        if index % 2 == 0
        else re.escape(brand)
        if piece == "brand"
        else f"(?P<{piece}>.+?)"
        for index, piece in enumerate(pieces)
    )
    found = re.fullmatch(pattern, body, re.DOTALL)
    return None if found is None else found.groupdict()


def _verification(emulator: Emulator, placed: Placed[Message]) -> dict[str, Any] | None:
    """The parameters of a code that verifies a destination."""
    message = placed.record

    def of_destination() -> list[str]:
        return [
            one.verified_destination_number_id
            for one in verified_numbers(placed.account)
            if one.destination_phone_number == message.destination_phone_number
        ]

    ids = emulator.engine.read(of_destination)
    by_call = message.channel == NumberCapability.VOICE
    if not ids:
        return None
    return {
        "VerifiedDestinationNumberId": ids[0],
        "VerificationChannel": "VOICE" if by_call else "TEXT",
    }

"""Events about messages and registrations, for event destinations and EventBridge.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-format.html
Which members an event lacks is as in AWS's samples and in what people captured: a call that begins
has few, RCS_* events name no network. Inferred: every event is sent once and in order, a text that
RCS carries has TEXT_* events, and RCS_* events do not go to EventBridge, which has no name
for them.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from smsvoice.emulator.engine.context import Call, partition_of
from smsvoice.emulator.engine.store import Account
from smsvoice.emulator.messaging.carriers import carrier_of
from smsvoice.emulator.state import configuration_sets
from smsvoice.emulator.state.records import EmittedEvent, Message, Target, emitted
from smsvoice.models.common import NumberCapability
from smsvoice.models.protect import ProtectStatus
from smsvoice.models.registrations import RegistrationInformation

EVENT_BRIDGE = "EventBridge"
SOURCE = "aws.sms-voice"
CHANGED = "Registration Status Change"
STATUSES_WITH_EVENTS = frozenset(
    (
        *("CREATED", "SUBMITTED", "REVIEWING", "COMPLETE", "REQUIRES_UPDATES"),
        *("REQUIRES_AUTHENTICATION", "PROVISIONING", "CLOSED", "DELETED"),
    )
)
"""The statuses of a registration that have an event."""

_FAMILIES = {
    NumberCapability.SMS: "TEXT",
    NumberCapability.MMS: "MEDIA",
    NumberCapability.VOICE: "VOICE",
    NumberCapability.RCS: "RCS",
}
_DETAIL_TYPES = {
    "TEXT": "Text Message Delivery Status Updated",
    "MEDIA": "Media Message Delivery Status Updated",
    "VOICE": "Voice Message Delivery Status Updated",
}
_AS_TEXT = {
    "RCS_QUEUED": "TEXT_QUEUED",
    "RCS_SENT": "TEXT_SUCCESSFUL",
    "RCS_DELIVERED": "TEXT_DELIVERED",
    "RCS_READ": None,
    "RCS_FAILED": "TEXT_UNREACHABLE",
    "RCS_TTL_EXPIRED": "TEXT_TTL_EXPIRED",
    "RCS_PROTECT_BLOCKED": "TEXT_PROTECT_BLOCKED",
}
"""The event types for texts of SendTextMessage that RCS carries; None is not sent."""

RCS_ENCODING = "UNICODE"
"""The encoding in every RCS_* event."""

_AT_THE_START = (
    *("eventType", "eventVersion", "eventTimestamp", "isFinal", "originationPhoneNumber"),
    *("destinationPhoneNumber", "isoCountryCode", "messageId", "messageRequestTimestamp"),
    "messageStatus",
)
"""The members of the event of a call that begins."""

_RCS_STATUSES = {
    "RCS_QUEUED": "PENDING",
    "RCS_SENT": "PENDING",
    "RCS_FAILED": "UNDELIVERABLE",
    "RCS_PROTECT_BLOCKED": "REJECTED",
    "RCS_TTL_EXPIRED": "TTL_EXPIRATION_REVOKED",
    "RCS_FALLEN_BACK_TO_SMS": "UNDELIVERABLE",
}
_DESCRIPTIONS = {
    "QUEUED": "Message is waiting to be handed to the phone carrier",
    "PENDING": "Message is on its way",
    "SENT": "Message has been accepted by phone carrier",
    "SUCCESSFUL": "Message has been accepted by phone carrier",
    "DELIVERED": "Message has been accepted by phone",
    "READ": "Message has been read by recipient",
    "INVALID": "Invalid phone number",
    "INVALID_MESSAGE": "Message body is invalid",
    "UNREACHABLE": "Phone is currently unreachable/unavailable",
    "CARRIER_UNREACHABLE": "Phone carrier is currently unreachable/unavailable",
    "BLOCKED": "Phone has blocked SMS",
    "CARRIER_BLOCKED": "Phone carrier has blocked this message",
    "SPAM": "Blocked as spam by phone carrier",
    "UNKNOWN": "Unknown error attempting to reach phone",
    "TTL_EXPIRED": "The delivery TTL has expired",
    "PROTECT_BLOCKED": "Message blocked by protect configuration",
    "INITIATED": "Call is being made",
    "RINGING": "Phone is ringing",
    "ANSWERED": "Call has been answered",
    "COMPLETED": "Message has been read aloud",
    "BUSY": "Line is busy",
    "NO_ANSWER": "Call was not answered",
    "FILE_INACCESSIBLE": "Media file cannot be read",
    "FILE_TYPE_UNSUPPORTED": "Media file is of an unsupported kind",
    "FILE_SIZE_EXCEEDED": "Media file is too large",
    "FALLEN_BACK_TO_SMS": "Message goes on by the fallback channel",
}


def topic_of(account: Account, name: str) -> str:
    """The ARN of the topic that posts what goes to something else than a topic."""
    region = account.region
    return f"arn:{partition_of(region)}:sns:{region}:{account.account_id}:{name}"


def family(channel: NumberCapability) -> str:
    """The beginning of the names of a channel's events."""
    return _FAMILIES[channel]


def type_for(message: Message, event_type: str) -> str | None:
    """The event type that a destination gets for a step; None where it gets none."""
    if message.operation != "SendRcsMessage" and message.channel == NumberCapability.RCS:
        return _AS_TEXT.get(event_type, event_type)
    return event_type


def goes_to_event_bridge(event_type: str) -> bool:
    """Whether EventBridge has a name for it."""
    return event_type.partition("_")[0] in _DETAIL_TYPES


def listening(call: Call, name: str | None, event_type: str) -> tuple[Target, ...]:
    """The destinations of a configuration set that want events of a type."""
    found = configuration_sets.sets(call).get(name) if name is not None else None
    if found is None:
        return ()
    matching = {"ALL", f"{event_type.partition('_')[0]}_ALL", event_type}
    return tuple(
        (one.event_destination_name, one.sns_destination.topic_arn if one.sns_destination else None)
        for one in found.event_destinations
        if one.enabled and matching & {str(kind) for kind in one.matching_event_types}
    )


def bridged(
    account: Account, event_id: str, at: datetime, event_type: str, body: Mapping[str, object]
) -> dict[str, object]:
    """A message's event as EventBridge has it."""
    detail = {name: value for name, value in body.items() if name != "destinationPhoneNumber"}
    detail_type = _DETAIL_TYPES[event_type.partition("_")[0]]
    return _envelope(account, event_id, at, detail_type, detail)


def registration_changed(call: Call, registration: RegistrationInformation) -> None:
    """Send the present status of a registration to EventBridge."""
    status = str(registration.registration_status)
    if status not in STATUSES_WITH_EVENTS:
        return
    arn = registration.registration_arn
    details = {
        "registrationId": registration.registration_id,
        "registrationVersionNumber": registration.current_version_number,
        "registrationType": registration.registration_type,
        "registrationStatusChangeTimestamp": _milliseconds(call.now),
        "currentStatus": status,
    }
    detail = {"registrationDetails": details, "registrationArn": arn}
    event = EmittedEvent(
        destination=EVENT_BRIDGE,
        event_type=CHANGED,
        body=_envelope(call.account, call.ids.message(), call.now, CHANGED, detail, (arn,)),
        at=call.now,
        topic_arn=topic_of(call.account, EVENT_BRIDGE),
    )
    emitted(call).put(call.ids.message(), event)
    call.observed.setdefault("events", []).append(event)


def _envelope(  # noqa: PLR0917  the parts of one thing
    account: Account,
    event_id: str,
    at: datetime,
    detail_type: str,
    detail: Mapping[str, object],
    resources: Sequence[str] = (),
) -> dict[str, object]:
    return {
        "version": "0",
        "id": event_id,
        "detail-type": detail_type,
        "source": SOURCE,
        "account": account.account_id,
        "time": f"{at:%Y-%m-%dT%H:%M:%SZ}",
        "region": account.region,
        "resources": list(resources),
        "detail": detail,
    }


def body_of(
    message: Message, event_type: str, *, final: bool, stamped: datetime
) -> dict[str, object]:
    """The event of one delivery step as an event destination gets it."""
    status = event_type.partition("_")[2]
    was_blocked = status == "BLOCKED"  # before an identity was chosen, as the captured one was
    members: dict[str, object] = {
        "eventType": event_type,
        "eventVersion": "1.0",
        "eventTimestamp": _milliseconds(stamped),
        "isFinal": final,
        "originationPhoneNumber": None if was_blocked else message.origination_identity,
        "destinationPhoneNumber": message.destination_phone_number,
        "isoCountryCode": message.iso_country_code,
        "isInternationalSend": None if was_blocked else message.is_international,
        **_network(message, event_type),
        "messageId": message.message_id,
        "messageRequestTimestamp": _milliseconds(message.sent_at),
        "messageEncoding": RCS_ENCODING if _is_rcs(event_type) else message.encoding,
        "messageType": str(message.message_type),
        "contentType": "MMS" if message.channel == NumberCapability.MMS else None,
        "messageStatus": _status(event_type),
        "messageStatusDescription": _DESCRIPTIONS.get(status, status),
        "context": None if _is_rcs(event_type) else dict(message.context) or None,
        "totalMessageParts": message.message_parts,
        **_cost(message, event_type),
        **_protection(message),
        **_of_channel(message, event_type),
    }
    kind = _AT_THE_START if event_type == "VOICE_INITIATED" else members
    return {name: members[name] for name in kind if members[name] is not None}


def _is_rcs(event_type: str) -> bool:
    return event_type.startswith("RCS_")


def _cost(message: Message, event_type: str) -> dict[str, object]:
    """What the message has cost; nothing where the recipient blocks it, or has read it."""
    status = event_type.partition("_")[2]
    if status in ("BLOCKED", "READ"):
        nothing: float = 0 if status == "BLOCKED" else 0.0  # AWS writes them so
        return {"totalMessagePrice": nothing, "totalCarrierFee": nothing}
    return {
        "totalMessagePrice": float(Decimal(message.price)),
        "totalCarrierFee": float(Decimal(message.carrier_fee)),
    }


def _status(event_type: str) -> str:
    status = event_type.partition("_")[2]
    return "FAILED" if status.startswith("FILE_") else _RCS_STATUSES.get(event_type, status)


def _network(message: Message, event_type: str) -> dict[str, object]:
    if _is_rcs(event_type) or event_type.partition("_")[2] == "BLOCKED":
        return {}
    carrier = carrier_of(message.iso_country_code)
    return {"mcc": carrier.mcc, "mnc": carrier.mnc, "carrierName": carrier.name}


def _protection(message: Message) -> dict[str, object]:
    if message.protect_configuration_id is None:
        return {}
    kind: dict[str, object] = {
        "protectConfiguration": {
            "protectConfigurationId": message.protect_configuration_id,
            "protectStatus": message.protect_status,
        }
    }
    if message.protect_status in (ProtectStatus.MONITOR, ProtectStatus.FILTER):
        assessment: dict[str, object] = {
            "protectRecommendation": "BLOCK" if message.is_suspicious else "ALLOW"
        }
        if message.is_suspicious:
            assessment["protectInsights"] = {"blockReason": "AIT_SUSPECTED"}
        kind["protectConfigurationAssessment"] = assessment
    return kind


def _of_channel(message: Message, event_type: str) -> dict[str, object]:
    if event_type == "VOICE_COMPLETED":
        seconds = message.seconds or 0
        return {"callDurationInSeconds": seconds, "totalDurationInMinutes": -(-seconds // 60)}
    if message.channel != NumberCapability.RCS:
        return {}
    content = (message.content or {}).get("Content", {"TextMessage": {}})
    is_text = isinstance(content, Mapping) and "TextMessage" in content
    billing = {"billingEventType": "BASIC" if is_text else "RICH"}
    return {
        "rcsMetadata": None if event_type == "RCS_READ" else billing,
        "rcsBusinessId": _name_on_the_platform(message.origination_identity or ""),
        "agentIsoCountryCode": message.iso_country_code,
    }


def _name_on_the_platform(agent_id: str) -> str:
    """What the RCS platform calls an agent, which is not its id at AWS."""
    return f"example_{agent_id.removeprefix('rcs-')[:8]}_agent"


def _milliseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)

"""From one JSON value to the event that it is."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final, TypeVar, cast

from pydantic import ValidationError

from smsvoice.events.carrier import Carrier, object_in, text_in
from smsvoice.events.documents import UnreadableError, documents
from smsvoice.events.items import (
    Delivery,
    Event,
    Inbound,
    Item,
    Members,
    RcsInbound,
    RegistrationChange,
    Unparsed,
)
from smsvoice.events.outcome import Outcome, outcome_of

One = TypeVar("One", bound=Event)

_DELIVERY: Final = {
    "eventType": "event_type",
    "messageId": "message_id",
    "eventVersion": "event_version",
    "eventTimestamp": "at",
    "isFinal": "is_final",
    "originationPhoneNumber": "origination",
    "destinationPhoneNumber": "destination_phone_number",
    "isInternationalSend": "is_international_send",
    "isoCountryCode": "iso_country_code",
    "mcc": "mcc",
    "mnc": "mnc",
    "carrierName": "carrier_name",
    "messageRequestTimestamp": "requested_at",
    "messageEncoding": "encoding",
    "messageType": "message_type",
    "messageStatus": "status",
    "messageStatusDescription": "status_description",
    "context": "context",
    "totalMessageParts": "parts",
    "totalMessagePrice": "price",
    "totalCarrierFee": "carrier_fee",
    "contentType": "content_type",
    "callDurationInSeconds": "call_duration_in_seconds",
    "totalDurationInMinutes": "total_duration_in_minutes",
    "rcsBusinessId": "rcs_business_id",
    "agentIsoCountryCode": "agent_iso_country_code",
    "conversationInitiatingMessageId": "conversation_initiating_message_id",
    "conversationInitiatingMessageType": "conversation_initiating_message_type",
    "conversationSessionFee": "conversation_session_fee",
}
_INSIDE: Final = {
    "protectConfiguration": {
        "protectConfigurationId": "protect_configuration_id",
        "protectStatus": "protect_status",
    },
    "protectConfigurationAssessment": {"protectRecommendation": "protect_recommendation"},
    "rcsMetadata": {"billingEventType": "billing_event_type"},
}
_REPLY: Final = {
    "inboundMessageId": "message_id",
    "originationNumber": "person",
    "destinationNumber": "to",
    "messageBody": "text",
    "messageKeyword": "keyword",
    "previousPublishedMessageId": "reply_to",
}
_MEDIA: Final = {
    "mediaStatus": "media_status",
    "mediaStatusMessage": "media_status_message",
    "s3Bucket": "s3_bucket",
    "s3Key": "s3_key",
    "mimeType": "mime_type",
    "fileName": "file_name",
    "fileSizeBytes": "file_size_bytes",
}
_CONVERSATION: Final = {
    "startTime": "started_at",
    "endTime": "ends_at",
    "conversationInitiatingMessageId": "conversation_initiating_message_id",
    "conversationInitiatingMessageType": "conversation_initiating_message_type",
}
_REGISTRATION: Final = {
    "registrationId": "registration_id",
    "currentStatus": "status",
    "registrationType": "registration_type",
    "registrationVersionNumber": "version_number",
    "registrationStatusChangeTimestamp": "at",
}
_AWS_NAMES: Final = {
    ours: aws for names in (_DELIVERY, _REPLY, _REGISTRATION) for aws, ours in names.items()
} | {"message_id": "message id"}
_AGENT: Final = "rcs-"
_NO_KEYWORD: Final = "KEYWORD_"
_FEWEST_DIGITS: Final = 8
_TURN: Final = 180


def event_in(found: object, carrier: Carrier) -> Item:
    """The event that a JSON value is; Unparsed with a reason for all else."""
    if isinstance(found, UnreadableError):
        return Unparsed(reason=str(found), carrier=carrier, raw=carrier.record)
    if not isinstance(found, Mapping):
        return Unparsed(reason="it is no JSON object", carrier=carrier, raw=found)
    members = cast("Members", found)
    if "eventType" in members and "event_type" not in members:
        return _delivery(members, carrier)
    if "originationNumber" in members and "destinationNumber" in members:
        return _inbound(members, carrier)
    if isinstance(members.get("registrationDetails"), Mapping):
        return _registration(members, carrier)
    return _foreign(members, carrier)


def _foreign(members: Members, carrier: Carrier) -> Unparsed:
    looks_like = None
    reason = "it is neither a delivery, nor a reply, nor a registration's"
    kind = members.get("event_type")
    if isinstance(kind, str) and kind.startswith("_"):
        looks_like = "Pinpoint v1 event"
        reason = "it is an event of Amazon Pinpoint, which ended on 2026-10-30"
    elif "notification" in members and "delivery" in members:
        looks_like = "SNS SMS delivery log"
        reason = "it is a log of texts that SNS itself sent, not an event of this service"
    elif members.get("Type") in ("SubscriptionConfirmation", "UnsubscribeConfirmation"):
        looks_like = f"SNS {members['Type']}"
        reason = "it is about an SNS subscription: SnsVerifier verifies and confirms it"
    elif isinstance(members.get("s3"), Mapping):
        looks_like = "S3 notification"
        reason = "it names an S3 object: parse what the object holds"
    elif members.get("Event") == "s3:TestEvent":
        looks_like, reason = "S3 notification", "it is S3's test of a notification"
    return Unparsed(reason=reason, looks_like=looks_like, carrier=carrier, raw=members)


def _delivery(members: Members, carrier: Carrier) -> Item:
    given, rest = _renamed(members, _DELIVERY)
    for name, inner in _INSIDE.items():
        part = object_in(rest.get(name))
        if part is not None:
            del rest[name]
            given |= {ours: part[aws] for aws, ours in inner.items() if aws in part}
            insights = object_in(part.get("protectInsights")) or {}
            if "blockReason" in insights:
                given["protect_block_reason"] = insights["blockReason"]
    for name in ("encoding", "message_type"):
        if isinstance(given.get(name), str):
            given[name] = given[name].upper()
    context = object_in(given.get("context"))
    if context is not None:
        given["context"] = {n: one for n, one in context.items() if isinstance(one, str)}
    if not isinstance(given.get("is_final"), bool):
        given["is_final"] = _is_final(given)
    needed = ("event_type", "message_id")
    return _made(Delivery, given, rest, needed, raw=members, carrier=carrier)


def _is_final(given: Members) -> bool:
    """Whether an event without `isFinal` is final, which its status shows."""
    kind, status = given.get("event_type"), given.get("status")
    if not isinstance(kind, str):
        return False
    outcome = outcome_of(kind, status if isinstance(status, str) else None, is_final=None)
    return outcome not in (Outcome.PENDING, Outcome.ACCEPTED)


def _inbound(members: Members, carrier: Carrier) -> Item:
    given, rest = _renamed(members, _REPLY)
    given["at"] = carrier.at
    keyword = given.get("keyword")
    if isinstance(keyword, str) and keyword.upper().startswith(_NO_KEYWORD):
        del given["keyword"]  # AWS's way to say that none matches; it holds the account's id
    person = given.get("person")
    if isinstance(person, str) and person.isdecimal() and len(person) >= _FEWEST_DIGITS:
        given["person"] = f"+{person}"
    needed = ("message_id", "person", "to")
    if not str(given.get("to", "")).startswith(_AGENT):
        return _made(Inbound, given, rest, needed, raw=members, carrier=carrier)
    body = given.get("text")
    if isinstance(body, str) and body.lstrip().startswith("{"):
        # What a person types has a keyword, and so cannot pass for AWS's own JSON.
        given |= _rcs_content(body, is_typed="messageKeyword" in members)
    return _made(RcsInbound, given, rest, needed, raw=members, carrier=carrier)


def _rcs_content(body: str, *, is_typed: bool) -> dict[str, Any]:
    """What the body of an inbound RCS message holds, if it is JSON that AWS wrote."""
    found = next(documents(body))
    if not isinstance(found, Mapping):
        return {}
    inner = cast("Members", found)
    location = _location_in(inner)
    if location is not None:
        # Its form is not known, so what was typed may look like it: then the text stays.
        return {"content": "location", **location} | ({} if is_typed else {"text": ""})
    return {} if is_typed else _rcs_event(inner)


def _rcs_event(inner: Members) -> dict[str, Any]:
    """What happened, by the type that AWS gives it; nothing where that is unknown."""
    match inner.get("type"):
        case "RCS_TYPING":
            return {"content": "typing", "text": "", "at": inner.get("receivedAt")}
        case "SUGGESTION":
            label, postback = inner.get("text") or "", inner.get("postbackData")
            return {"content": "suggestion", "text": label, "postback": postback}
        case "CONVERSATION_STARTED":
            times = _renamed(inner, _CONVERSATION)[0]
            return {"content": "conversation_started", "text": "", **times}
        case _ if "mediaStatus" in inner:
            return {"content": "media", "text": "", **_renamed(inner, _MEDIA)[0]}
        case _:
            return {}


def _location_in(inner: Members) -> dict[str, Any] | None:
    """The place in a shared location, whose form AWS has not published."""
    for part in (inner, object_in(inner.get("location")) or {}):
        latitude, longitude = part.get("latitude"), part.get("longitude")
        if _is_degrees(latitude) and _is_degrees(longitude):
            return {"latitude": latitude, "longitude": longitude}
    return None


def _is_degrees(found: object) -> bool:
    return isinstance(found, int | float) and not isinstance(found, bool) and abs(found) <= _TURN


def _registration(members: Members, carrier: Carrier) -> Item:
    details = cast("Members", members["registrationDetails"])
    given, rest = _renamed(details, _REGISTRATION)
    arn = text_in(members, "registrationArn")
    if arn is not None:
        given["registration_arn"] = arn
    needed = ("registration_id", "status")
    return _made(RegistrationChange, given, rest, needed, raw=members, carrier=carrier)


def _renamed(members: Members, names: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Members under our names, and those that have none; null is as good as absent."""
    given: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    for name, value in members.items():
        ours = names.get(name)
        if ours is None:
            rest[str(name)] = value
        elif value is not None:
            given[ours] = value
    return given, rest


def _made(
    kind: type[One],
    given: dict[str, Any],
    rest: dict[str, Any],
    needed: tuple[str, ...],
    *,
    raw: Members,
    carrier: Carrier,
) -> One | Unparsed:
    """An event of the members that fit; what does not fit is left in `raw`."""
    for name in needed:
        if not isinstance(given.get(name), str) or not given[name]:
            return Unparsed(reason=f"it has no {_AWS_NAMES[name]}", carrier=carrier, raw=raw)
    more = {name: one for name, one in rest.items() if name not in kind.model_fields}
    try:
        return kind.model_validate({**more, **given, "carrier": carrier, "raw": raw})
    except ValidationError as invalid:
        for error in invalid.errors(include_url=False, include_context=False, include_input=False):
            with suppress(KeyError):
                del given[str(error["loc"][0])]
        return kind.model_validate({**more, **given, "carrier": carrier, "raw": raw})

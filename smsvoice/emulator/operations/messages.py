"""Messages: sending them by every channel, feedback about them, and looking up who carries them.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/send-message.html
Inferred: a text without its Indian registration is blocked by the carrier, feedback that comes
late still counts, and a lookup never meets a quota.
"""

from smsvoice.core.countries import country_of, dialling_code_of
from smsvoice.emulator.data.country_names import COUNTRY_NAMES
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.lookup import key_of
from smsvoice.emulator.engine.service_errors import invalid, missing, not_found
from smsvoice.emulator.messaging import carriers
from smsvoice.emulator.messaging.choose_identity import Identity, choose, instead_of_rcs
from smsvoice.emulator.messaging.media import must_be_carried
from smsvoice.emulator.messaging.send_pipeline import (
    Draft,
    defaults_of,
    is_international,
    must_not_cost_more,
    recipient,
    send,
)
from smsvoice.emulator.messaging.speech import plain_text, seconds_for
from smsvoice.emulator.state.records import Fallback, outbox
from smsvoice.models.common import MessageType, NumberCapability
from smsvoice.models.messages import (
    CarrierLookupRequest,
    CarrierLookupResult,
    MessageFeedbackStatus,
    PhoneNumberType,
    PutMessageFeedbackRequest,
    PutMessageFeedbackResult,
    SendMediaMessageRequest,
    SendMediaMessageResult,
    SendTextMessageRequest,
    SendTextMessageResult,
    SendVoiceMessageRequest,
    SendVoiceMessageResult,
    VoiceMessageBodyTextType,
)
from smsvoice.models.reasons import (
    ResourceType,
    ValidationExceptionReason,
)
from smsvoice.operations import messages

_SMS, _MMS = NumberCapability.SMS, NumberCapability.MMS
_VOICE, _RCS = NumberCapability.VOICE, NumberCapability.RCS
_INDIAN = frozenset(("IN_ENTITY_ID", "IN_TEMPLATE_ID"))


@handles(messages.SEND_TEXT_MESSAGE)
def send_text(call: Call, request: SendTextMessageRequest) -> SendTextMessageResult:
    """One text to one recipient, by SMS, or by RCS where an agent carries it."""
    destination, country = recipient(request.destination_phone_number)
    if request.message_body is None:
        raise missing("MessageBody")
    terms = defaults_of(call, request)
    _must_be_open(call, country)
    wanted = request.message_type or terms.message_type
    identity = choose(
        call,
        request.origination_identity,
        destination=destination,
        country=country,
        capability=_SMS,
        message_type=MessageType(wanted) if wanted is not None else None,
        default_sender_id=terms.sender_id,
    )
    by_rcs = identity.kind == ResourceType.RCS_AGENT
    draft = Draft(
        channel=_RCS if by_rcs else _SMS,
        limit="RCS" if by_rcs else "TEXT",
        destination=destination,
        country=country,
        body=request.message_body,
        origination=identity.shown,
        opt_out_list_name=identity.opt_out_list_name,
        message_type=identity.message_type,
        is_international=is_international(identity, country),
        event_types=_events_in_india(identity, country, request),
        fallback=_fallback_of_text(call, request, identity, destination, country),
    )
    must_not_cost_more(draft, request.max_price)
    return SendTextMessageResult(message_id=send(call, draft, request, terms))


@handles(messages.SEND_MEDIA_MESSAGE)
def send_media(call: Call, request: SendMediaMessageRequest) -> SendMediaMessageResult:
    """One multimedia message to one recipient."""
    destination, country = recipient(request.destination_phone_number)
    if request.message_body is None and not request.media_urls:
        raise missing("MediaUrls")
    must_be_carried(request.media_urls or ())
    terms = defaults_of(call, request)
    _must_be_open(call, country)
    identity = choose(
        call,
        request.origination_identity,
        destination=destination,
        country=country,
        capability=_MMS,
        message_type=terms.message_type,
        allow_shared_route=False,
    )
    draft = Draft(
        channel=_MMS,
        limit="MEDIA",
        destination=destination,
        country=country,
        body=request.message_body or "",
        media_urls=tuple(request.media_urls or ()),
        origination=identity.shown,
        opt_out_list_name=identity.opt_out_list_name,
        message_type=identity.message_type,
        is_international=is_international(identity, country),
    )
    must_not_cost_more(draft, request.max_price)
    return SendMediaMessageResult(message_id=send(call, draft, request, terms))


@handles(messages.SEND_VOICE_MESSAGE)
def send_voice(call: Call, request: SendVoiceMessageRequest) -> SendVoiceMessageResult:
    """One call to one recipient, who hears the body read aloud."""
    destination, country = recipient(request.destination_phone_number)
    if request.message_body is None:
        raise missing("MessageBody")
    kind = request.message_body_text_type or VoiceMessageBodyTextType.TEXT
    words = plain_text(request.message_body, VoiceMessageBodyTextType(kind))
    terms = defaults_of(call, request)
    identity = choose(
        call,
        request.origination_identity,
        destination=destination,
        country=country,
        capability=_VOICE,
        message_type=terms.message_type,
        allow_shared_route=False,
    )
    draft = Draft(
        channel=_VOICE,
        limit="VOICE",
        destination=destination,
        country=country,
        body=words,
        seconds=seconds_for(words, sandbox=call.settings.sandbox),
        origination=identity.shown,
        opt_out_list_name=identity.opt_out_list_name,
        message_type=identity.message_type,
        is_international=is_international(identity, country),
    )
    must_not_cost_more(draft, request.max_price_per_minute, "MaxPricePerMinute")
    return SendVoiceMessageResult(message_id=send(call, draft, request, terms))


def _must_be_open(call: Call, country: str) -> None:
    """Refuse a country that takes no texts but those that it has approved."""
    if country in call.settings.blocked_countries:
        reason = ValidationExceptionReason.DESTINATION_COUNTRY_BLOCKED
        raise invalid(reason, "DestinationPhoneNumber", "its country is closed")


def _events_in_india(
    identity: Identity, country: str, request: SendTextMessageRequest
) -> tuple[str, ...] | None:
    """Indian carriers block what a sender ID sends without its registered entity and template."""
    given = {str(name) for name in request.destination_country_parameters or ()}
    if country != "IN" or identity.kind != ResourceType.SENDER_ID or given >= _INDIAN:
        return None
    return ("TEXT_QUEUED", "TEXT_CARRIER_BLOCKED")


# --- what goes out instead of RCS -----------------------------------------------------------------


def _fallback_of_text(
    call: Call,
    request: SendTextMessageRequest,
    identity: Identity,
    destination: str,
    country: str,
) -> Fallback | None:
    """The same text by SMS, unless the agent itself was named or no other can send it."""
    is_direct = bool(request.origination_identity) and identity.pool_id is None
    if identity.kind != ResourceType.RCS_AGENT or is_direct:
        return None
    other = instead_of_rcs(
        call, identity, destination=destination, country=country, capability=_SMS
    )
    if other is None:
        return None
    return Fallback(
        channel=_SMS,
        body=request.message_body or "",
        origination_identity=other.shown,
        is_international=is_international(other, country),
    )


# --- afterwards, and before -----------------------------------------------------------------------


@handles(messages.PUT_MESSAGE_FEEDBACK)
def put_feedback(call: Call, request: PutMessageFeedbackRequest) -> PutMessageFeedbackResult:
    """Whether a message was received, as its sender found out."""
    key = key_of(call, request.message_id, ResourceType.MESSAGE)
    message = outbox(call).get(key)
    if message is None or message.feedback is None:
        raise not_found(ResourceType.MESSAGE, request.message_id)
    status = MessageFeedbackStatus(request.message_feedback_status)
    outbox(call).change(key, feedback=str(status))
    call.unschedule("miss-feedback", key)
    return PutMessageFeedbackResult(message_id=key, message_feedback_status=status)


@handles(messages.CARRIER_LOOKUP)
def look_up(call: Call, request: CarrierLookupRequest) -> CarrierLookupResult:
    """What is behind a number; of an invalid one just that."""
    as_given = carriers.bare(request.phone_number)
    number = carriers.cleansed(request.phone_number) if request.enable_cleansing else as_given
    kind = carriers.kind_of(call, number)
    original = request.phone_number if number != as_given else None
    country = country_of(number)
    if kind == PhoneNumberType.INVALID or country is None:
        return CarrierLookupResult(
            e164_phone_number=number,
            phone_number_type=PhoneNumberType.INVALID,
            original_phone_number=original,
        )
    carrier = carriers.carrier_of(country)
    is_mobile = kind in (PhoneNumberType.MOBILE, PhoneNumberType.PREPAID)
    return CarrierLookupResult(
        e164_phone_number=number,
        dialing_country_code=dialling_code_of(number),
        iso_country_code=country,
        country=COUNTRY_NAMES[country],
        mcc=carrier.mcc if is_mobile else None,
        mnc=carrier.mnc if is_mobile else None,
        carrier=carrier.name,
        phone_number_type=kind,
        original_phone_number=original,
    )

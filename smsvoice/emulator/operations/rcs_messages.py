"""RCS messages, and what goes out instead where RCS does not arrive.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs.html
"""

from smsvoice.core.codec import encode
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.service_errors import conflict, invalid, missing
from smsvoice.emulator.messaging import rcs_content
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
from smsvoice.emulator.state.records import Fallback
from smsvoice.models.common import NumberCapability
from smsvoice.models.rcs_messages import (
    RcsFallbackConfiguration,
    SendRcsMessageRequest,
    SendRcsMessageResult,
)
from smsvoice.models.reasons import (
    ConflictExceptionReason,
    ResourceType,
    ValidationExceptionReason,
)
from smsvoice.operations import rcs_messages

_SMS, _RCS = NumberCapability.SMS, NumberCapability.RCS


@handles(rcs_messages.SEND_RCS_MESSAGE)
def send_rcs(call: Call, request: SendRcsMessageRequest) -> SendRcsMessageResult:
    """One RCS message to one recipient, and what goes out instead if it does not arrive."""
    destination, country = recipient(request.destination_phone_number)
    content, instead = request.rcs_message_content, request.fallback_configuration
    if content is None:
        raise missing("RcsMessageContent")
    rcs_content.must_be_sound(content)
    if instead is not None:
        _must_be_sendable(instead)
    terms = defaults_of(call, request)
    identity = choose(
        call,
        request.origination_identity,
        destination=destination,
        country=country,
        capability=_RCS,
        message_type=terms.message_type,
        allow_shared_route=False,
    )
    text = content.content.text_message
    draft = Draft(
        channel=_RCS,
        limit="RCS",
        destination=destination,
        country=country,
        body=text.body if text is not None else "",
        content=encode(content),
        origination=identity.shown,
        opt_out_list_name=identity.opt_out_list_name,
        message_type=identity.message_type,
        fallback=_fallback(call, instead, identity, destination, country) if instead else None,
    )
    must_not_cost_more(draft, request.max_price)
    return SendRcsMessageResult(message_id=send(call, draft, request, terms))


def _must_be_sendable(instead: RcsFallbackConfiguration) -> None:
    """Refuse a fallback without what its channel needs, or with what that cannot carry."""
    where, reasons = "FallbackConfiguration", ValidationExceptionReason
    by_sms = instead.channel == _SMS
    if by_sms and instead.media_urls:
        raise invalid(reasons.PARAMETERS_CANNOT_BE_USED_TOGETHER, f"{where}.MediaUrls", "not SMS")
    if instead.message_body is None and (by_sms or not instead.media_urls):
        raise missing(f"{where}.MessageBody")
    must_be_carried(instead.media_urls or (), f"{where}.MediaUrls")


def _fallback(
    call: Call,
    instead: RcsFallbackConfiguration,
    identity: Identity,
    destination: str,
    country: str,
) -> Fallback:
    """What goes out instead, from the identity that was given, or the best beside the agent."""
    capability = NumberCapability(instead.channel)
    field = "FallbackConfiguration.OriginationIdentity"
    if instead.origination_identity is None:
        other = instead_of_rcs(
            call, identity, destination=destination, country=country, capability=capability
        )
        if other is None:
            raise conflict(ConflictExceptionReason.NO_ORIGINATION_IDENTITIES_FOUND)
    else:
        other = choose(
            call,
            instead.origination_identity,
            destination=destination,
            country=country,
            capability=capability,
            message_type=None,
            allow_shared_route=False,
            field=field,
        )
        if other.pool_id is not None or other.kind == ResourceType.RCS_AGENT:
            reason = ValidationExceptionReason.INVALID_PARAMETER
            raise invalid(reason, field, "must be a number or a sender ID")
    return Fallback(
        channel=capability,
        body=instead.message_body or "",
        media_urls=tuple(instead.media_urls or ()),
        origination_identity=other.shown,
        is_international=is_international(other, country),
    )

"""Messages: sending them, and what becomes of them."""

from smsvoice.emulator.call import Call, answers
from smsvoice.emulator.refusal import invalid
from smsvoice.emulator.rooms import opt_outs
from smsvoice.emulator.sending import Draft, must_not_cost_more, recipient, take
from smsvoice.models.common import MessageType, NumberCapability
from smsvoice.models.messages import SendTextMessageRequest, SendTextMessageResult
from smsvoice.models.reasons import ValidationExceptionReason
from smsvoice.operations import messages


@answers(messages.SEND_TEXT_MESSAGE)
def send_text(call: Call, request: SendTextMessageRequest) -> SendTextMessageResult:
    """One text message to one recipient."""
    destination, country = recipient(request.destination_phone_number)
    if request.message_body is None:
        raise invalid(ValidationExceptionReason.MISSING_PARAMETER, "MessageBody", "is required")
    opt_outs.must_want_messages(call, opt_outs.DEFAULT, destination)
    draft = Draft(
        channel=NumberCapability.SMS,
        limit="TEXT",
        destination=destination,
        country=country,
        body=request.message_body,
        origination=request.origination_identity,
        message_type=MessageType(request.message_type or MessageType.TRANSACTIONAL),
    )
    must_not_cost_more(draft, request.max_price)
    return SendTextMessageResult(message_id=take(call, draft, request))

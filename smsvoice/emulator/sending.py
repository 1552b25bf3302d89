"""What every send has in common: the recipient, the price, the limits, the outbox, the delivery."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from smsvoice.emulator.call import Call, happens
from smsvoice.emulator.catalogue import SIMULATORS
from smsvoice.emulator.countries import country_of
from smsvoice.emulator.parts import encoding_of, parts_of
from smsvoice.emulator.records import DeliveryState, Message
from smsvoice.emulator.refusal import invalid
from smsvoice.emulator.rooms import spend_limits
from smsvoice.emulator.store import Table
from smsvoice.models.common import MessageType, NumberCapability
from smsvoice.models.reasons import ValidationExceptionReason

PRICES = {
    NumberCapability.SMS: Decimal("0.00883"),
    NumberCapability.MMS: Decimal("0.01950"),
    NumberCapability.VOICE: Decimal("0.01300"),
    NumberCapability.RCS: Decimal("0.01200"),
}
"""US dollars a message part, or a minute for voice: round figures, not AWS's price list."""

SECONDS_TO_DELIVER = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message before it is taken."""

    channel: NumberCapability
    limit: str
    """The channel whose spend limit pays for it."""
    destination: str
    country: str
    body: str = ""
    origination: str | None = None
    message_type: MessageType = MessageType.TRANSACTIONAL
    media_urls: tuple[str, ...] = ()
    content: dict[str, Any] | None = None

    @property
    def parts(self) -> int:
        """The message parts it takes."""
        return parts_of(self.body) if self.channel == NumberCapability.SMS else 1

    @property
    def price(self) -> Decimal:
        """What it costs, US dollars."""
        return PRICES[self.channel] * self.parts


def outbox(call: Call) -> Table[Message]:
    """Every message that was taken, by id."""
    return call.table("messages", Message)


def recipient(number: str, field: str = "DestinationPhoneNumber") -> tuple[str, str]:
    """A number in E.164 and its country, or the refusal that it is no number."""
    whole = number if number.startswith("+") else f"+{number}"
    simulator = SIMULATORS.get(whole)
    country = simulator[0] if simulator else country_of(whole)
    if country is None:
        raise invalid(ValidationExceptionReason.INVALID_PARAMETER, field, "is no phone number")
    return whole, country


def must_not_cost_more(draft: Draft, most: str | None, field: str = "MaxPrice") -> None:
    """Refuse what is dearer than the sender allows, for a part or a minute."""
    if most is not None and PRICES[draft.channel] > Decimal(most):
        raise invalid(ValidationExceptionReason.PRICE_OVER_THRESHOLD, field, "is below the price")


def take(call: Call, draft: Draft, request: Any) -> str:
    """Take a message: check the month's limit, charge it, and let it be delivered; its id.

    A dry run has come this far with all checks, and ends here without a trace.
    """
    spend_limits.must_be_left(call, draft.limit, draft.price)
    message_id = call.ids.message()
    if getattr(request, "dry_run", None):
        return message_id
    spend_limits.spend(call, draft.limit, draft.price)
    is_sms = draft.channel == NumberCapability.SMS
    message = Message(
        message_id=message_id,
        channel=draft.channel,
        destination_phone_number=draft.destination,
        origination_identity=draft.origination,
        body=draft.body,
        media_urls=draft.media_urls,
        content=draft.content,
        message_type=draft.message_type,
        message_parts=draft.parts,
        encoding=encoding_of(draft.body) if is_sms else None,
        price=str(draft.price),
        iso_country_code=draft.country,
        context=dict(getattr(request, "context", None) or {}),
        configuration_set_name=getattr(request, "configuration_set_name", None),
        feedback="PENDING" if getattr(request, "message_feedback_enabled", None) else None,
        sent_at=call.now,
        operation=call.operation.name if call.operation else "",
    )
    outbox(call).put(message_id, message)
    call.schedule("deliver", message_id, SECONDS_TO_DELIVER)
    return message_id


@happens("deliver")
def deliver(call: Call, message_id: str) -> None:
    """The message reaches its recipient, or the carrier gives up."""
    message = outbox(call).get(message_id)
    if message is None:
        return
    _, succeeds = SIMULATORS.get(message.destination_phone_number, ("", True))
    state = DeliveryState.DELIVERED if succeeds else DeliveryState.FAILED
    outbox(call).change(message_id, state=state)

"""What the emulator remembers beyond AWS's own shapes."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import OutputModel
from smsvoice.models.common import MessageType, NumberCapability


class DeliveryState(OpenEnum):
    """How far a message has come."""

    PENDING = "PENDING"
    DELIVERED = "DELIVERED"
    FAILED = "FAILED"
    EXPIRED = "EXPIRED"
    BLOCKED = "BLOCKED"


class Message(OutputModel):
    """A message as its recipient would have received it, and what is known about it."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(
        ("body", "context", "destination_phone_number", "media_urls")
    )

    message_id: str
    """AWS's id of the message."""
    channel: NumberCapability
    """SMS, MMS, VOICE or RCS."""
    destination_phone_number: str
    """The recipient, E.164."""
    origination_identity: str | None = None
    """What the recipient sees as the sender: a number, sender ID or RCS agent."""
    body: str = ""
    """The text, with variables filled in; what is read aloud for voice."""
    media_urls: tuple[str, ...] = ()
    """Media that came with it."""
    content: Mapping[str, object] | None = None
    """RCS content as it was sent."""
    message_type: MessageType = MessageType.TRANSACTIONAL
    """Transactional or promotional."""
    message_parts: int = 1
    """Parts that the text was cut into."""
    encoding: str | None = None
    """GSM or Unicode; absent for MMS and voice."""
    seconds: int | None = None
    """How long a call takes, in seconds; voice only."""
    price: str = "0.00000"
    """What it cost, US dollars as a decimal string, without the carrier's fee."""
    carrier_fee: str = "0.00000"
    """What the carrier charged besides, US dollars as a decimal string."""
    iso_country_code: str = ""
    """The recipient's country, ISO 3166-1 alpha-2."""
    is_international: bool = False
    """Whether it went from an identity of one country to a recipient in another."""
    protect_configuration_id: str | None = None
    """The protect configuration that judged it."""
    protect_status: str | None = None
    """What that said: ALLOW, MONITOR or FILTER."""
    is_suspicious: bool = False
    """Whether it looked like inflated traffic to that."""
    context: Mapping[str, str] = {}
    """What the sender attached for its own use."""
    configuration_set_name: str | None = None
    """The configuration set that it was sent with."""
    notify_configuration_id: str | None = None
    """The notify configuration that it was sent by."""
    state: DeliveryState = DeliveryState.PENDING
    """How far it has come."""
    feedback: str | None = None
    """RECEIVED, FAILED or PENDING where feedback was asked for."""
    sent_at: datetime
    """When the service took it, UTC."""
    operation: str = "SendTextMessage"
    """The operation that sent it."""


class AccountDefaults(OutputModel):
    """What the account falls back on, kept in table `account_attributes` under `defaults`."""

    default_protect_configuration_id: str | None = None
    """The protect configuration of sends that name none; None is none."""

"""What the emulator remembers beyond AWS's own shapes."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, TypeAlias, cast

from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.store import TableOf
from smsvoice.models.common import MessageType, NumberCapability
from smsvoice.models.keywords import KeywordAction


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
    """GSM or UNICODE; absent for MMS and voice."""
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


class Step(OutputModel):
    """An event of a message that is to come."""

    after: float
    """Seconds after the message was taken."""
    event_type: str
    is_final: bool | None = None
    """Whether AWS calls it final; None leaves it to what comes after it."""
    stamped_earlier: float = 0.0
    """How many seconds its own time lies before the moment at which it is sent."""


Target: TypeAlias = tuple[str, str | None]
"""An event destination: its name, and the SNS topic where it is one."""

MetEvent: TypeAlias = tuple[str, bool, datetime, datetime, tuple[Target, ...]]
"""An event that was emitted: its type, whether it is final, when, its own time, and to whom.

The event itself is built when it is asked for; see `messaging/event_log.py`.
"""


class Fate(OutputModel):
    """What a message has met, and what it has yet to meet."""

    met: tuple[MetEvent, ...]
    """Its events, oldest first."""
    steps: tuple[Step, ...]
    """The events that are to come."""
    by_rcs: Message | None = None
    """How it was before it fell back from RCS, if it did."""
    many_by_rcs: int = 0
    """How many of its events are of that."""


class ScriptedStep(OutputModel):
    """An event that is scripted."""

    event_type: str
    after: float | None = None
    """Seconds after the message was taken; None spreads the events evenly."""
    is_final: bool | None = None
    """Whether AWS calls it final; None leaves it to what comes after it."""
    stamped_earlier: float = 0.0
    """How many seconds its own time lies before the moment at which it is sent."""


class ScriptedEvents(OutputModel):
    """The events that messages to a recipient meet, in order."""

    steps: tuple[ScriptedStep, ...]
    times: int | None = None
    """How many messages they are still for; None is without end."""


class Fallback(OutputModel):
    """What goes out instead when RCS does not arrive."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("body", "media_urls"))

    channel: NumberCapability
    body: str = ""
    media_urls: tuple[str, ...] = ()
    origination_identity: str
    is_international: bool = False


outbox: TableOf[Message] = TableOf("messages", Message)
"""Every message that was taken, by id."""


fates: TableOf[Fate] = TableOf("fates", Fate)
"""What happens to each message, by its id."""


fallbacks: TableOf[Fallback] = TableOf("fallbacks", Fallback)


class EmittedEvent(OutputModel):
    """An event as a destination received it."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("body",))

    destination: str
    """The event destination's name, or `EventBridge`."""
    configuration_set_name: str | None = None
    """The configuration set that the destination belongs to; none for EventBridge."""
    event_type: str
    """The type, e.g. TEXT_DELIVERED; `Registration Status Change` for registrations."""
    body: Mapping[str, object]
    """The event, with AWS's names; for EventBridge in its envelope."""
    at: datetime
    """When it was emitted, UTC."""
    topic_arn: str = ""
    """The SNS topic of the destination; one named after it where it is no topic."""

    @property
    def message_id(self) -> str | None:
        """The message that it is about; None for one about a registration."""
        return message_in(self.body)


class InboundRecord(OutputModel):
    """A message that a person sent, and what became of it."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(
        ("destination_number", "message_body", "message_keyword", "origination_number")
    )

    origination_number: str
    """The person's number, E.164."""
    destination_number: str
    """The number, short code or RCS agent that was written to."""
    message_keyword: str | None
    """The keyword that matched, in upper case; `keyword_` and the account's id where none did;
    absent for what is no text."""
    message_body: str
    """What the person wrote; JSON for what else happens in an RCS conversation."""
    inbound_message_id: str
    """The id of this message: a UUID."""
    previous_published_message_id: str | None = None
    """The last message that the person had had from there; absent when there was none."""
    received_at: datetime
    """When it came, UTC."""
    two_way_channel_arn: str | None = None
    """Where it was published; absent when two-way is off."""
    two_way_channel_role: str | None = None
    """The role that it was published with, if any."""
    keyword_action: KeywordAction | None = None
    """What was done because of a keyword; absent when nothing was."""
    reply_message_id: str | None = None
    """The automatic reply in the outbox, if there was one."""

    @property
    def is_published(self) -> bool:
        """Whether it went to a two-way channel."""
        return self.two_way_channel_arn is not None

    def payload(self) -> dict[str, str]:
        """What is published: AWS's six members, the keyword and the last one where there is one.

        Raises:
            ValueError: two-way is off, so nothing is published; see `is_published`.
        """
        if not self.is_published:
            raise ValueError("nothing is published: two-way is off for what was written to")
        members: Mapping[str, str | None] = {
            "originationNumber": self.origination_number,
            "destinationNumber": self.destination_number,
            "messageKeyword": self.message_keyword,
            "messageBody": self.message_body,
            "inboundMessageId": self.inbound_message_id,
            "previousPublishedMessageId": self.previous_published_message_id,
        }
        return {name: value for name, value in members.items() if value is not None}


def message_in(body: Mapping[str, object]) -> str | None:
    """The id of the message that an event is about; None for one about a registration."""
    detail = body.get("detail")
    found = cast("Mapping[str, object]", detail if isinstance(detail, Mapping) else body)
    message_id = found.get("messageId")
    return message_id if isinstance(message_id, str) else None


emitted: TableOf[EmittedEvent] = TableOf("events", EmittedEvent)
"""The events that are about no message, oldest first; the others are in `fates`."""


inbound: TableOf[InboundRecord] = TableOf("inbound", InboundRecord)
"""Every message that people sent, by id, oldest first."""


scripts: TableOf[ScriptedEvents] = TableOf("scripts", ScriptedEvents)
"""The event types that were scripted, by recipient and channel."""

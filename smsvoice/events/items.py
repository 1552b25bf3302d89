"""What an event says: about a message that was sent, one that came in, or a registration.

AWS guide, deliveries: https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-format.html
Replies: https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html
RCS: https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-events.html
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, Literal, Protocol, TypeVar

from pydantic import ConfigDict, Field

from smsvoice.core.frozen import FrozenModel
from smsvoice.events.carrier import NOTHING_KNOWN, Carrier
from smsvoice.events.outcome import Outcome, outcome_of
from smsvoice.rules.reply_words import HELP_WORDS, OPT_IN_WORDS, OPT_OUT_WORDS, words_of


class Event(FrozenModel):
    """What all events share; frozen, and members that AWS adds later are kept in `model_extra`.

    Two events are equal when they say the same, however they came.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="allow", arbitrary_types_allowed=True)

    carrier: Carrier = Field(default=NOTHING_KNOWN, repr=False, exclude=True)
    """How it came, with the ids of SQS, SNS and the like."""
    raw: Any = Field(default=None, repr=False, exclude=True)
    """What came, as it was before anything was read out of it: numbers and texts included."""

    _shown: ClassVar[tuple[str, ...]] = ()
    """The fields that `repr` may show: no number, no text, no id that holds one."""

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        return [(name, getattr(self, name)) for name in self._shown]

    def __str__(self) -> str:
        return repr(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Event) or type(self) is not type(other):
            return False
        return self._facts() == other._facts()

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, name) for name in self._shown)))

    def _facts(self) -> dict[str, Any]:
        facts = {name: one for name, one in vars(self).items() if name not in ("carrier", "raw")}
        return facts | (self.__pydantic_extra__ or {})


class Delivery(Event):
    """What became of a text, media, voice or RCS message that was sent."""

    event_type: str
    """AWS's event type, TEXT_DELIVERED for one; new ones are kept."""
    message_id: str
    """The id that the send gave back."""
    event_version: str | None = None
    """AWS's version of the format, 1.0 today."""
    at: datetime | None = None
    """When it happened, UTC. Events come out of order: compare outcomes, not times."""
    is_final: bool = False
    """What AWS says; it does not mean last: a final SUCCESSFUL may be followed by DELIVERED."""
    origination: str | None = None
    """Phone number, short code, sender ID or RCS agent; None when blocked before one was chosen."""
    destination_phone_number: str | None = None
    """The recipient, E.164; EventBridge mostly leaves it out."""
    is_international_send: bool | None = None
    """Whether it went to another country than the origination's."""
    iso_country_code: str | None = None
    """The recipient's country, ISO 3166-1 alpha-2."""
    mcc: str | None = None
    """Mobile country code, as text: leading zeros count."""
    mnc: str | None = None
    """Mobile network code, as text: leading zeros count."""
    carrier_name: str | None = None
    """The recipient's phone carrier."""
    requested_at: datetime | None = None
    """When the message was sent, UTC."""
    encoding: str | None = None
    """GSM or UNICODE, in capitals whatever AWS writes; None for media and voice."""
    message_type: str | None = None
    """TRANSACTIONAL or PROMOTIONAL, in capitals."""
    status: str | None = None
    """AWS's message status."""
    status_description: str | None = None
    """AWS's words for it; for people, not to decide by."""
    context: dict[str, str] = Field(default_factory=dict[str, str])
    """What the send gave as `context`: the place for your own ids."""
    parts: int | None = None
    """Message parts that were billed."""
    price: Decimal | None = None
    """What AWS charges for the whole message, US dollars."""
    carrier_fee: Decimal | None = None
    """What is charged on behalf of the carrier, US dollars."""
    protect_configuration_id: str | None = None
    """The protect configuration that was asked."""
    protect_status: str | None = None
    """What it says of the country: ALLOW, BLOCK, MONITOR or FILTER."""
    protect_recommendation: str | None = None
    """What AWS's filter recommends, ALLOW or BLOCK."""
    protect_block_reason: str | None = None
    """Why, AIT_SUSPECTED for one."""
    content_type: str | None = None
    """MMS for media messages."""
    call_duration_in_seconds: int | None = None
    """How long a call took."""
    total_duration_in_minutes: int | None = None
    """The minutes of a call that are billed."""
    rcs_business_id: str | None = None
    """What the RCS platform calls the agent; not its id at AWS."""
    agent_iso_country_code: str | None = None
    """The country in which the agent is launched."""
    billing_event_type: str | None = None
    """How RCS bills the message: BASIC or RICH."""
    conversation_initiating_message_id: str | None = None
    """The message that began the RCS conversation."""
    conversation_initiating_message_type: str | None = None
    """Who began it: OUTBOUND or INBOUND."""
    conversation_session_fee: Decimal | None = None
    """What the conversation costs, US dollars."""

    _shown: ClassVar[tuple[str, ...]] = ("event_type", "message_id", "is_final")

    @property
    def channel(self) -> str:
        """The family of the event type: TEXT, MEDIA, VOICE or RCS; new ones are kept."""
        return self.event_type.partition("_")[0].upper()

    @property
    def outcome(self) -> Outcome:
        """What became of the message; keep it where it `beats` the one that you saved."""
        return outcome_of(self.event_type, self.status, is_final=self.is_final)

    @property
    def cost(self) -> Decimal | None:
        """Price and carrier fee together, US dollars; None when the event has neither.

        Failures cost too. AWS restates amounts between events, and a READ says 0: so take the
        newest event that has a cost above 0, and never add those of one message up.
        """
        known = [one for one in (self.price, self.carrier_fee) if one is not None]
        return sum(known, Decimal(0)) if known else None

    @property
    def dedupe_key(self) -> str:
        """The same for repeats of one event: message id and event type.

        SNS and SQS give a repeat another id of theirs, so theirs do not find it.
        """
        return f"{self.message_id}:{self.event_type}"


_Sent_co = TypeVar("_Sent_co", covariant=True)
"""What comes back of a send: the answer, or a coroutine that gives it."""


class _Sends(Protocol[_Sent_co]):
    """The part of `client.api` that a reply needs."""

    def send_text_message(
        self, *, destination_phone_number: str, message_body: str, origination_identity: str
    ) -> _Sent_co:
        """Send a text."""
        ...


class Client(Protocol[_Sent_co]):
    """A client that can send: SmsVoice or AsyncSmsVoice."""

    @property
    def api(self) -> _Sends[_Sent_co]:
        """AWS's operations."""
        ...


class Inbound(Event):
    """A text message that a person wrote to one of your numbers."""

    message_id: str
    """AWS's id of it; it may hold the person's phone number, so `repr` hides it."""
    person: str
    """Who wrote, E.164."""
    to: str
    """Your number, short code or RCS agent."""
    text: str = ""
    """What the person wrote."""
    keyword: str | None = None
    """The keyword of yours that the text begins with; None when none does."""
    reply_to: str | None = None
    """The message of yours that it answers; None when there is none."""
    at: datetime | None = None
    """When SNS took it, UTC; AWS gives inbound messages no time of their own."""

    @property
    def is_opt_out(self) -> bool:
        """Whether it asks for no more messages: STOP and its like, alone or as matched keyword.

        AWS has put the person on the opt-out list by then, unless opt-outs are self-managed.
        """
        return words_of(self.keyword or self.text) in OPT_OUT_WORDS

    @property
    def is_opt_in(self) -> bool:
        """Whether it asks for messages again: START or UNSTOP, alone or as matched keyword.

        AWS takes the person off the opt-out list only where a keyword of yours has the action
        OPT_IN, or where the carrier does, as for toll-free numbers of the United States.
        """
        return words_of(self.keyword or self.text) in OPT_IN_WORDS

    @property
    def is_help(self) -> bool:
        """Whether it asks for help: HELP or INFO, alone or as matched keyword."""
        return words_of(self.keyword or self.text) in HELP_WORDS

    @property
    def dedupe_key(self) -> str:
        """The same for repeats of one message: its id."""
        return self.message_id

    def reply(self, sms: Client[_Sent_co], message_body: str, **more: Any) -> _Sent_co:
        """Answer from the number that the person wrote to.

        Args:
            sms: a client; with AsyncSmsVoice, await what comes back.
            message_body: the text.
            more: further arguments of `sms.api.send_text_message`.

        Returns:
            What `sms.api.send_text_message` returns.

        AWS:
        https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
        """
        return sms.api.send_text_message(
            destination_phone_number=self.person,
            message_body=message_body,
            origination_identity=self.to,
            **more,
        )


RcsContent = Literal["text", "typing", "suggestion", "media", "location", "conversation_started"]


class RcsInbound(Inbound):
    """What a person did in an RCS conversation with one of your agents."""

    content: RcsContent = "text"
    """What it is: a text, typing, a suggestion that was tapped, media, a location, a beginning."""
    postback: str | None = None
    """The `postbackData` of the suggestion that was tapped; its label is the `text`."""
    media_status: str | None = None
    """SUCCESS, UPLOAD_FAILED or ROLE_ASSUME_FAILED."""
    media_status_message: str | None = None
    """AWS's words for a failure."""
    s3_bucket: str | None = None
    """The bucket that holds the media."""
    s3_key: str | None = None
    """Its key there; it contains the name of the file."""
    mime_type: str | None = None
    """Its media type; any."""
    file_name: str | None = None
    """The name that the person's phone gave it."""
    file_size_bytes: int | None = None
    """Its size, bytes."""
    latitude: float | None = None
    """Degrees north."""
    longitude: float | None = None
    """Degrees east."""
    started_at: datetime | None = None
    """When the conversation began, UTC."""
    ends_at: datetime | None = None
    """When the conversation ends, UTC."""
    conversation_initiating_message_id: str | None = None
    """The message that began it."""
    conversation_initiating_message_type: str | None = None
    """Who began it: OUTBOUND or INBOUND."""

    _shown: ClassVar[tuple[str, ...]] = ("content",)


class RegistrationChange(Event):
    """The status of a registration has changed."""

    registration_id: str
    """The registration."""
    status: str
    """Its status now."""
    registration_arn: str | None = None
    """Its ARN."""
    registration_type: str | None = None
    """Its type, US_TEN_DLC_CAMPAIGN_REGISTRATION for one."""
    version_number: int | None = None
    """Its current version."""
    at: datetime | None = None
    """When the status changed, UTC."""

    _shown: ClassVar[tuple[str, ...]] = ("registration_id", "status")

    @property
    def dedupe_key(self) -> str:
        """The same for repeats of one change."""
        return f"{self.registration_id}:{self.version_number}:{self.status}"


class Unparsed(Event):
    """A record that is none of these; nothing of it is lost."""

    reason: str
    """Why, in words that repeat nothing of it."""
    looks_like: str | None = None
    """What it seems to be, `Pinpoint v1 event` for one; None when it looks like nothing known."""

    _shown: ClassVar[tuple[str, ...]] = ("reason", "looks_like")


Item = Delivery | Inbound | RcsInbound | RegistrationChange | Unparsed
"""Any event."""

Members = Mapping[str, Any]
"""A JSON object."""

"""Models of messages: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from smsvoice.core.constraints import ListedEnum, StrictBool, Text
from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import RequestModel, ResponseMetadata, ResultModel
from smsvoice.models.common import (
    ConfigurationSetNameOrArn,
    ContextMap,
    DestinationCountryParameters,
    DestinationCountryParametersArgument,
    Keyword,
    MaxPrice,
    MediaUrlList,
    MessageTypeArgument,
    PhoneNumber,
    ProtectConfigurationIdOrArn,
    TimeToLive,
    VoiceIdArgument,
)


class MessageFeedbackStatus(OpenEnum):
    """Whether a message reached its person, as the caller reports it."""

    RECEIVED = "RECEIVED"
    FAILED = "FAILED"


MessageFeedbackStatusArgument = Annotated[
    MessageFeedbackStatus | Literal["RECEIVED", "FAILED"], ListedEnum(MessageFeedbackStatus)
]
"""A MessageFeedbackStatus as AWS lists it; a newer value as `MessageFeedbackStatus(...)`."""


class PhoneNumberType(OpenEnum):
    """Which kind of line a lookup found; INVALID ones are best left alone."""

    MOBILE = "MOBILE"
    LANDLINE = "LANDLINE"
    VOIP = "VOIP"
    PREPAID = "PREPAID"
    OTHER = "OTHER"
    INVALID = "INVALID"


class VoiceMessageBodyTextType(OpenEnum):
    """How the body of a voice message is written: plain text or SSML."""

    TEXT = "TEXT"
    SSML = "SSML"


VoiceMessageBodyTextTypeArgument = Annotated[
    VoiceMessageBodyTextType | Literal["TEXT", "SSML"], ListedEnum(VoiceMessageBodyTextType)
]
"""A VoiceMessageBodyTextType as AWS lists it; a newer value as `VoiceMessageBodyTextType(...)`."""

CarrierLookupInputPhoneNumberType = Annotated[
    str, Text(1, 40, r"\+[({\s\[]?[1-9][0-9(){}\s\[\],.-]{1,38}")
]


MediaMessageOriginationIdentity = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/\+-]+")]


MessageId = Annotated[str, Text(1, 64, r"[A-Za-z0-9_:/-]+")]


TextMessageBody = Annotated[str, Text(1, 1600, r"[\s\S]*\S[\s\S]*")]


TextMessageOriginationIdentity = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/\+-]+")]


VoiceMessageBody = Annotated[str, Text(1, 6000, r"[\s\S]*\S[\s\S]*")]


VoiceMessageOriginationIdentity = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/\+-]+")]


class CarrierLookupRequest(RequestModel):
    """What CarrierLookup takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("phone_number",))

    phone_number: CarrierLookupInputPhoneNumberType
    """E.164 number with its plus sign, at most 40 characters; spaces, brackets, hyphens, full stops
    and commas are ignored.
    """
    enable_cleansing: Annotated[bool, StrictBool()] | None = None
    """True rewrites the number by its country's dialling rules first; the result then keeps your
    original as well.
    """


class CarrierLookupResult(ResultModel):
    """What was found; for an INVALID number just the number and its type."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("e164_phone_number", "original_phone_number"))

    e164_phone_number: str
    """E.164 form of the number that was looked up, without brackets, spaces or other decoration."""
    dialing_country_code: str | None = None
    """Country calling code, 1 to 3 digits without plus, e.g. 44."""
    iso_country_code: str | None = None
    """ISO 3166-1 alpha-2 code of the country the number belongs to; absent for an INVALID number.
    """
    country: str | None = None
    """Name of the country or region the number belongs to."""
    mcc: Annotated[str | None, Field(validation_alias="MCC", serialization_alias="MCC")] = None
    """Mobile country code, three digits; mobile numbers only."""
    mnc: Annotated[str | None, Field(validation_alias="MNC", serialization_alias="MNC")] = None
    """Mobile network code, two or three digits; mobile numbers only."""
    carrier: str | None = None
    """Carrier that serves the number; in some countries only the one that first issued it."""
    phone_number_type: PhoneNumberType
    """MOBILE, LANDLINE, VOIP, PREPAID, OTHER or INVALID; do not send to INVALID numbers, hardly
    anyone is behind them.
    """
    original_phone_number: str | None = None
    """Number just as you gave it; only with EnableCleansing, and only if cleansing changed it."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class PutMessageFeedbackRequest(RequestModel):
    """What PutMessageFeedback takes."""

    message_id: MessageId
    """Identifier that the send returned; the message must have been sent with feedback enabled."""
    message_feedback_status: MessageFeedbackStatusArgument
    """RECEIVED when the recipient got or used the message, otherwise FAILED."""


class PutMessageFeedbackResult(ResultModel):
    """The message's id and the status that was stored."""

    message_id: str
    """Identifier of the message, at most 64 characters; its events and its feedback refer to it."""
    message_feedback_status: MessageFeedbackStatus
    """RECEIVED when the recipient got or used the message, otherwise FAILED."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SendMediaMessageRequest(RequestModel):
    """What SendMediaMessage takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(
        ("context", "destination_phone_number", "media_urls", "message_body")
    )

    destination_phone_number: PhoneNumber
    """The recipient, in E.164, e.g. +12065550142."""
    origination_identity: MediaMessageOriginationIdentity
    """Number, or identifier or ARN of a phone number, sender ID or pool; a shared one needs the
    ARN.
    """
    message_body: TextMessageBody | None = None
    """Text beside the media, 1 to 1600 characters; optional when there is a file."""
    media_urls: MediaUrlList | None = None
    """Exactly one S3 URL; GIF, JPEG and PNG at most 2 MB, other supported files at most 600 KB."""
    configuration_set_name: ConfigurationSetNameOrArn | None = None
    """Configuration set for this send, by name or ARN: its defaults, protect configuration and
    event destinations apply.
    """
    max_price: MaxPrice | None = None
    """Ceiling per message, US dollars as a decimal string, e.g. "0.20"; a dearer message is
    refused.
    """
    time_to_live: TimeToLive | None = None
    """How long AWS may keep trying, in seconds, 5 to 259200; 72 hours when left out."""
    context: ContextMap | None = None
    """Your own data, returned in the events: at most 5 entries, keys to 100 without spaces, values
    to 800.
    """
    dry_run: Annotated[bool, StrictBool()] | None = None
    """True checks everything and sends nothing; nothing is charged."""
    protect_configuration_id: ProtectConfigurationIdOrArn | None = None
    """Identifier or ARN of the protect configuration for this message, ahead of the configuration
    set's and the account's.
    """
    message_feedback_enabled: Annotated[bool, StrictBool()] | None = None
    """True if you will report receipt through PutMessageFeedback; silence for an hour counts as
    FAILED. The configuration set decides when left out.
    """


class SendMediaMessageResult(ResultModel):
    """The message's id; events show later whether it arrived."""

    message_id: str
    """Identifier of the message, at most 64 characters; its events and its feedback refer to it."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SendTextMessageRequest(RequestModel):
    """What SendTextMessage takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(
        ("context", "destination_country_parameters", "destination_phone_number", "message_body")
    )

    destination_phone_number: PhoneNumber
    """The recipient, in E.164, e.g. +12065550142."""
    origination_identity: TextMessageOriginationIdentity | None = None
    """Number, or identifier or ARN of a phone number, sender ID, RCS agent or pool; AWS chooses
    when left out.
    """
    message_body: TextMessageBody | None = None
    """Text of the message, 1 to 1600 characters, not only blanks."""
    message_type: MessageTypeArgument | None = None
    """TRANSACTIONAL or PROMOTIONAL; steers which identity AWS chooses when several could send."""
    keyword: Keyword | None = None
    """Programme name registered with your US short code, 1 to 30 characters; leave out without one.
    """
    configuration_set_name: ConfigurationSetNameOrArn | None = None
    """Configuration set for this send, by name or ARN: its defaults, protect configuration and
    event destinations apply.
    """
    max_price: MaxPrice | None = None
    """Ceiling per message part, US dollars as a decimal string, e.g. "0.20"; a dearer message is
    refused.
    """
    time_to_live: TimeToLive | None = None
    """How long AWS may keep trying, in seconds, 5 to 259200; 72 hours when left out."""
    context: ContextMap | None = None
    """Your own data, returned in the events: at most 5 entries, keys to 100 without spaces, values
    to 800.
    """
    destination_country_parameters: DestinationCountryParameters | None = None
    """For India with a sender ID: IN_ENTITY_ID and IN_TEMPLATE_ID from its registration, 1 to 64
    characters each.
    """
    dry_run: Annotated[bool, StrictBool()] | None = None
    """True checks everything and sends nothing; free, at most 5 message parts per second."""
    protect_configuration_id: ProtectConfigurationIdOrArn | None = None
    """Identifier or ARN of the protect configuration for this message, ahead of the configuration
    set's and the account's.
    """
    message_feedback_enabled: Annotated[bool, StrictBool()] | None = None
    """True if you will report receipt through PutMessageFeedback; silence for an hour counts as
    FAILED. The configuration set decides when left out.
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            destination_phone_number: str,
            origination_identity: str | None = None,
            message_body: str | None = None,
            message_type: MessageTypeArgument | None = None,
            keyword: str | None = None,
            configuration_set_name: str | None = None,
            max_price: str | None = None,
            time_to_live: int | None = None,
            context: Mapping[str, str] | None = None,
            destination_country_parameters: DestinationCountryParametersArgument | None = None,
            dry_run: bool | None = None,
            protect_configuration_id: str | None = None,
            message_feedback_enabled: bool | None = None,
        ) -> None: ...


class SendTextMessageResult(ResultModel):
    """The message's id; events show later whether it arrived."""

    message_id: str
    """Identifier of the message, at most 64 characters; its events and its feedback refer to it."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...


class SendVoiceMessageRequest(RequestModel):
    """What SendVoiceMessage takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(
        ("context", "destination_phone_number", "message_body")
    )

    destination_phone_number: PhoneNumber
    """The recipient, in E.164, e.g. +12065550142."""
    origination_identity: VoiceMessageOriginationIdentity
    """Number, or identifier or ARN of a phone number or pool, that calls; a shared one needs the
    ARN.
    """
    message_body: VoiceMessageBody | None = None
    """Words to speak, at most 3000 characters as TEXT, 6000 as SSML."""
    message_body_text_type: VoiceMessageBodyTextTypeArgument | None = None
    """TEXT, the default, at most 3000 characters; or SSML, at most 6000 with its tags."""
    voice_id: VoiceIdArgument | None = None
    """Amazon Polly voice that reads the message, e.g. JOANNA; MATTHEW when left out."""
    configuration_set_name: ConfigurationSetNameOrArn | None = None
    """Configuration set for this call, by name or ARN: its protect configuration and event
    destinations apply.
    """
    max_price_per_minute: MaxPrice | None = None
    """Ceiling per minute of the call, US dollars as a decimal string, e.g. "0.20"; a dearer call is
    refused.
    """
    time_to_live: TimeToLive | None = None
    """How long AWS may keep trying to call, in seconds, 5 to 259200; 72 hours when left out."""
    context: ContextMap | None = None
    """Your own data, returned in the events: at most 5 entries, keys to 100 without spaces, values
    to 800.
    """
    dry_run: Annotated[bool, StrictBool()] | None = None
    """True checks everything and makes no call; nothing is charged."""
    protect_configuration_id: ProtectConfigurationIdOrArn | None = None
    """Identifier or ARN of the protect configuration for this call, ahead of the configuration
    set's and the account's.
    """
    message_feedback_enabled: Annotated[bool, StrictBool()] | None = None
    """True if you will report receipt through PutMessageFeedback; silence for an hour counts as
    FAILED. The configuration set decides when left out.
    """


class SendVoiceMessageResult(ResultModel):
    """The message's id; events show later how the call went."""

    message_id: str
    """Identifier of the message, at most 64 characters; its events and its feedback refer to it."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...

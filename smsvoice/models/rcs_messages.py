"""Models of rcs messages: what AWS takes and gives."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, NotRequired, TypedDict

from pydantic import AwareDatetime

from smsvoice.core.constraints import ListedEnum, ListSize, Number, StrictBool, Text
from smsvoice.core.enums import OpenEnum
from smsvoice.core.model import InputModel, RequestModel, ResponseMetadata, ResultModel, UnionModel
from smsvoice.models.common import (
    ConfigurationSetNameOrArn,
    ContextMap,
    MaxPrice,
    MediaUrlList,
    PhoneNumber,
    ProtectConfigurationIdOrArn,
)


class RcsFallbackChannel(OpenEnum):
    """Which channel steps in when RCS does not reach the recipient."""

    SMS = "SMS"
    MMS = "MMS"


RcsFallbackChannelArgument = Annotated[
    RcsFallbackChannel | Literal["SMS", "MMS"], ListedEnum(RcsFallbackChannel)
]
"""A RcsFallbackChannel as AWS lists it; a newer value as `RcsFallbackChannel(...)`."""

RcsCalendarEventDescription = Annotated[str, Text(1, 500)]


RcsCalendarEventTitle = Annotated[str, Text(1, 100)]


RcsCardDescription = Annotated[str, Text(1, 2000)]


RcsCardMediaHeightString = Annotated[str, Text(1, 50, r"[A-Z_]+")]


RcsCardTitle = Annotated[str, Text(1, 200)]


RcsCarouselCardMediaHeightString = Annotated[str, Text(1, 50, r"[A-Z_]+")]


RcsCarouselCardWidthString = Annotated[str, Text(1, 50, r"[A-Z_]+")]


RcsFallbackMessageBody = Annotated[str, Text(1, 1600, r"[\s\S]*\S[\s\S]*")]


RcsFallbackOriginationIdentity = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/\+-]+")]


RcsLocationLabel = Annotated[str, Text(1, 100)]


RcsMediaUrl = Annotated[str, Text(1, 2000, r"(https://|s3://).+")]


RcsMessageOriginationIdentity = Annotated[str, Text(1, 256, r"[A-Za-z0-9_:/\+-]+")]


RcsMessageTrafficType = Annotated[str, Text(1, 50)]


RcsOpenUrlActionApplicationString = Annotated[str, Text(1, 50, r"[A-Z_]+")]


RcsOpenUrlActionWebviewViewModeString = Annotated[str, Text(1, 50, r"[A-Z_]+")]


RcsOpenUrlValue = Annotated[str, Text(1, 2048, r"https://\S+")]


RcsPostbackData = Annotated[str, Text(1, 2048)]


RcsShowLocationActionLatitudeDouble = Annotated[float, Number(-90, 90)]


RcsShowLocationActionLongitudeDouble = Annotated[float, Number(-180, 180)]


RcsStandaloneCardCardOrientationString = Annotated[str, Text(1, 50, r"[A-Z_]+")]


RcsStandaloneCardThumbnailImageAlignmentString = Annotated[str, Text(1, 50, r"[A-Z_]+")]


RcsSuggestedActionText = Annotated[str, Text(1, 25)]


RcsTextBody = Annotated[str, Text(1, 3072, r"[\s\S]*\S[\s\S]*")]


RcsTimeToLive = Annotated[int, Number(1, 172800)]


class RcsCardMedia(InputModel):
    """The picture or film on a rich card, and how tall it is shown."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("file_url", "thumbnail_url"))

    file_url: RcsMediaUrl
    """S3 URL of the media, s3://bucket/key, at most 2000 characters."""
    thumbnail_url: RcsMediaUrl | None = None
    """S3 URL of a small preview image, at most 2000 characters; optional."""
    height: RcsCardMediaHeightString | None = None
    """SHORT, MEDIUM or TALL: the space the media takes."""


class RcsCardMediaDict(TypedDict):
    """A RcsCardMedia as a plain dict."""

    file_url: str
    thumbnail_url: NotRequired[str | None]
    height: NotRequired[str | None]


RcsCardMediaArgument = RcsCardMedia | RcsCardMediaDict
"""A RcsCardMedia, or a dict with its members."""


class RcsReplyAction(InputModel):
    """A button that answers for the recipient with a prepared text."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("postback_data", "text"))

    text: RcsSuggestedActionText
    """Label the recipient taps, 1 to 25 characters."""
    postback_data: RcsPostbackData
    """Hidden text, 1 to 2048 characters, that comes back in the inbound message after the tap."""


class RcsReplyActionDict(TypedDict):
    """A RcsReplyAction as a plain dict."""

    text: str
    postback_data: str


RcsReplyActionArgument = RcsReplyAction | RcsReplyActionDict
"""A RcsReplyAction, or a dict with its members."""


class RcsOpenUrlAction(InputModel):
    """A button that opens a web page, in the browser or inside the messaging application."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("postback_data", "text", "url"))

    text: RcsSuggestedActionText
    """Label the recipient taps, 1 to 25 characters."""
    postback_data: RcsPostbackData
    """Hidden text, 1 to 2048 characters, that comes back in the inbound message after the tap."""
    url: RcsOpenUrlValue
    """URL to open, https only, at most 2048 characters."""
    application: RcsOpenUrlActionApplicationString | None = None
    """BROWSER opens the URL in the default browser, WEBVIEW inside the messaging app."""
    webview_view_mode: RcsOpenUrlActionWebviewViewModeString | None = None
    """Size of the webview, FULL, TALL or HALF; only when Application is WEBVIEW."""


class RcsOpenUrlActionDict(TypedDict):
    """A RcsOpenUrlAction as a plain dict."""

    text: str
    postback_data: str
    url: str
    application: NotRequired[str | None]
    webview_view_mode: NotRequired[str | None]


RcsOpenUrlActionArgument = RcsOpenUrlAction | RcsOpenUrlActionDict
"""A RcsOpenUrlAction, or a dict with its members."""


class RcsDialPhoneAction(InputModel):
    """A button that calls a phone number."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("phone_number", "postback_data", "text"))

    text: RcsSuggestedActionText
    """Label the recipient taps, 1 to 25 characters."""
    postback_data: RcsPostbackData
    """Hidden text, 1 to 2048 characters, that comes back in the inbound message after the tap."""
    phone_number: PhoneNumber
    """E.164 number dialled after the tap."""


class RcsDialPhoneActionDict(TypedDict):
    """A RcsDialPhoneAction as a plain dict."""

    text: str
    postback_data: str
    phone_number: str


RcsDialPhoneActionArgument = RcsDialPhoneAction | RcsDialPhoneActionDict
"""A RcsDialPhoneAction, or a dict with its members."""


class RcsShowLocationAction(InputModel):
    """A button that opens a map at a given place."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(
        ("label", "latitude", "longitude", "postback_data", "text")
    )

    text: RcsSuggestedActionText
    """Label the recipient taps, 1 to 25 characters."""
    postback_data: RcsPostbackData
    """Hidden text, 1 to 2048 characters, that comes back in the inbound message after the tap."""
    latitude: RcsShowLocationActionLatitudeDouble
    """Degrees, -90 to 90, north positive."""
    longitude: RcsShowLocationActionLongitudeDouble
    """Degrees, -180 to 180, east positive."""
    label: RcsLocationLabel | None = None
    """Name shown at the pin on the map, 1 to 100 characters."""


class RcsShowLocationActionDict(TypedDict):
    """A RcsShowLocationAction as a plain dict."""

    text: str
    postback_data: str
    latitude: float
    longitude: float
    label: NotRequired[str | None]


RcsShowLocationActionArgument = RcsShowLocationAction | RcsShowLocationActionDict
"""A RcsShowLocationAction, or a dict with its members."""


class RcsRequestLocationAction(InputModel):
    """A button that asks the recipient to share a location."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("postback_data", "text"))

    text: RcsSuggestedActionText
    """Label the recipient taps, 1 to 25 characters."""
    postback_data: RcsPostbackData
    """Hidden text, 1 to 2048 characters, that comes back in the inbound message after the tap."""


class RcsRequestLocationActionDict(TypedDict):
    """A RcsRequestLocationAction as a plain dict."""

    text: str
    postback_data: str


RcsRequestLocationActionArgument = RcsRequestLocationAction | RcsRequestLocationActionDict
"""A RcsRequestLocationAction, or a dict with its members."""


class RcsCreateCalendarEventAction(InputModel):
    """A button that puts an event into the recipient's calendar."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(
        ("description", "postback_data", "text", "title")
    )

    text: RcsSuggestedActionText
    """Label the recipient taps, 1 to 25 characters."""
    postback_data: RcsPostbackData
    """Hidden text, 1 to 2048 characters, that comes back in the inbound message after the tap."""
    title: RcsCalendarEventTitle
    """Title of the calendar event, 1 to 100 characters."""
    start_time: AwareDatetime
    """UTC time at which the calendar event begins."""
    end_time: AwareDatetime
    """UTC time when the calendar event ends."""
    description: RcsCalendarEventDescription | None = None
    """Notes in the calendar event, 1 to 500 characters."""


class RcsCreateCalendarEventActionDict(TypedDict):
    """A RcsCreateCalendarEventAction as a plain dict."""

    text: str
    postback_data: str
    title: str
    start_time: datetime
    end_time: datetime
    description: NotRequired[str | None]


RcsCreateCalendarEventActionArgument = (
    RcsCreateCalendarEventAction | RcsCreateCalendarEventActionDict
)
"""A RcsCreateCalendarEventAction, or a dict with its members."""


class RcsSuggestedAction(UnionModel):
    """A button in an RCS message: it answers, opens, calls, shows, asks or schedules."""

    reply: RcsReplyAction | None = None
    """Suggested reply that answers with a ready-made text."""
    open_url: RcsOpenUrlAction | None = None
    """Suggested action that opens a web page in the browser or a webview."""
    dial_phone: RcsDialPhoneAction | None = None
    """Button that opens the dialler with a phone number filled in."""
    show_location: RcsShowLocationAction | None = None
    """Suggested action that opens a place on the map."""
    request_location: RcsRequestLocationAction | None = None
    """Suggested action that asks recipients to share where they are."""
    create_calendar_event: RcsCreateCalendarEventAction | None = None
    """Button that opens a prefilled calendar entry for the recipient to save."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            reply: RcsReplyActionArgument | None = None,
            open_url: RcsOpenUrlActionArgument | None = None,
            dial_phone: RcsDialPhoneActionArgument | None = None,
            show_location: RcsShowLocationActionArgument | None = None,
            request_location: RcsRequestLocationActionArgument | None = None,
            create_calendar_event: RcsCreateCalendarEventActionArgument | None = None,
        ) -> None: ...


class RcsSuggestedActionDict(TypedDict):
    """A RcsSuggestedAction as a plain dict."""

    reply: NotRequired[RcsReplyActionArgument | None]
    open_url: NotRequired[RcsOpenUrlActionArgument | None]
    dial_phone: NotRequired[RcsDialPhoneActionArgument | None]
    show_location: NotRequired[RcsShowLocationActionArgument | None]
    request_location: NotRequired[RcsRequestLocationActionArgument | None]
    create_calendar_event: NotRequired[RcsCreateCalendarEventActionArgument | None]


RcsSuggestedActionArgument = RcsSuggestedAction | RcsSuggestedActionDict
"""A RcsSuggestedAction, or a dict with its members."""

RcsCardSuggestedActionList = Annotated[Sequence[RcsSuggestedAction], ListSize(0, 4)]


class RcsCardContent(InputModel):
    """What a single rich card shows: title, text, media and suggestions."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("description", "title"))

    title: RcsCardTitle | None = None
    """Title of the card, 1 to 200 characters."""
    description: RcsCardDescription | None = None
    """Text under the card's title, 1 to 2000 characters."""
    media: RcsCardMedia | None = None
    """Image or video of the card, with thumbnail and display height."""
    suggestions: RcsCardSuggestedActionList | None = None
    """Suggested replies and actions on this card, at most 4."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            title: str | None = None,
            description: str | None = None,
            media: RcsCardMediaArgument | None = None,
            suggestions: Sequence[RcsSuggestedActionArgument] | None = None,
        ) -> None: ...


class RcsCardContentDict(TypedDict):
    """A RcsCardContent as a plain dict."""

    title: NotRequired[str | None]
    description: NotRequired[str | None]
    media: NotRequired[RcsCardMediaArgument | None]
    suggestions: NotRequired[Sequence[RcsSuggestedActionArgument] | None]


RcsCardContentArgument = RcsCardContent | RcsCardContentDict
"""A RcsCardContent, or a dict with its members."""


class RcsCarouselCardMedia(InputModel):
    """The picture or film on a carousel's card, shown SHORT or MEDIUM."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("file_url", "thumbnail_url"))

    file_url: RcsMediaUrl
    """S3 URL of the media, s3://bucket/key, at most 2000 characters."""
    thumbnail_url: RcsMediaUrl | None = None
    """S3 URL of a small preview image, at most 2000 characters; optional."""
    height: RcsCarouselCardMediaHeightString | None = None
    """SHORT or MEDIUM: the space the media takes; TALL is for single cards."""


class RcsCarouselCardMediaDict(TypedDict):
    """A RcsCarouselCardMedia as a plain dict."""

    file_url: str
    thumbnail_url: NotRequired[str | None]
    height: NotRequired[str | None]


RcsCarouselCardMediaArgument = RcsCarouselCardMedia | RcsCarouselCardMediaDict
"""A RcsCarouselCardMedia, or a dict with its members."""


class RcsCarouselCardContent(InputModel):
    """What one card of a carousel shows; its media cannot be TALL."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("description", "title"))

    title: RcsCardTitle | None = None
    """Title of the card, 1 to 200 characters."""
    description: RcsCardDescription | None = None
    """Text under the card's title, 1 to 2000 characters."""
    media: RcsCarouselCardMedia | None = None
    """Image or video of the card, with thumbnail; height SHORT or MEDIUM, never TALL in a carousel.
    """
    suggestions: RcsCardSuggestedActionList | None = None
    """Suggested replies and actions on this card, at most 4."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            title: str | None = None,
            description: str | None = None,
            media: RcsCarouselCardMediaArgument | None = None,
            suggestions: Sequence[RcsSuggestedActionArgument] | None = None,
        ) -> None: ...


class RcsCarouselCardContentDict(TypedDict):
    """A RcsCarouselCardContent as a plain dict."""

    title: NotRequired[str | None]
    description: NotRequired[str | None]
    media: NotRequired[RcsCarouselCardMediaArgument | None]
    suggestions: NotRequired[Sequence[RcsSuggestedActionArgument] | None]


RcsCarouselCardContentArgument = RcsCarouselCardContent | RcsCarouselCardContentDict
"""A RcsCarouselCardContent, or a dict with its members."""

RcsCarouselCardContentList = Annotated[Sequence[RcsCarouselCardContent], ListSize(2, 10)]


class RcsCarousel(InputModel):
    """From 2 to 10 rich cards side by side, to be swiped through."""

    card_width: RcsCarouselCardWidthString
    """SMALL or MEDIUM; the same for all cards."""
    card_contents: RcsCarouselCardContentList
    """The cards from left to right, 2 to 10."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            card_width: str,
            card_contents: Sequence[RcsCarouselCardContentArgument],
        ) -> None: ...


class RcsCarouselDict(TypedDict):
    """A RcsCarousel as a plain dict."""

    card_width: str
    card_contents: Sequence[RcsCarouselCardContentArgument]


RcsCarouselArgument = RcsCarousel | RcsCarouselDict
"""A RcsCarousel, or a dict with its members."""


class RcsTextMessage(InputModel):
    """An RCS message that is text alone."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("body",))

    body: RcsTextBody
    """The text to send, 1 to 3072 characters, not only white space."""


class RcsTextMessageDict(TypedDict):
    """A RcsTextMessage as a plain dict."""

    body: str


RcsTextMessageArgument = RcsTextMessage | RcsTextMessageDict
"""A RcsTextMessage, or a dict with its members."""


class RcsFileMessage(InputModel):
    """An RCS message that is one file, with a small preview if you like."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("file_url", "thumbnail_url"))

    file_url: RcsMediaUrl
    """S3 URL of the file, s3://bucket/key, at most 2000 characters; AWS hosts a copy for the
    recipient.
    """
    thumbnail_url: RcsMediaUrl | None = None
    """S3 URL of a small preview image, at most 2000 characters; optional."""


class RcsFileMessageDict(TypedDict):
    """A RcsFileMessage as a plain dict."""

    file_url: str
    thumbnail_url: NotRequired[str | None]


RcsFileMessageArgument = RcsFileMessage | RcsFileMessageDict
"""A RcsFileMessage, or a dict with its members."""


class RcsStandaloneCard(InputModel):
    """One rich card by itself, upright or lying, and what it shows."""

    card_orientation: RcsStandaloneCardCardOrientationString
    """HORIZONTAL puts media beside the text, VERTICAL above it."""
    thumbnail_image_alignment: RcsStandaloneCardThumbnailImageAlignmentString | None = None
    """LEFT or RIGHT side for the thumbnail; only when CardOrientation is HORIZONTAL."""
    card_content: RcsCardContent
    """What the card shows: title, description, media and suggestions."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            card_orientation: str,
            card_content: RcsCardContentArgument,
            thumbnail_image_alignment: str | None = None,
        ) -> None: ...


class RcsStandaloneCardDict(TypedDict):
    """A RcsStandaloneCard as a plain dict."""

    card_orientation: str
    thumbnail_image_alignment: NotRequired[str | None]
    card_content: RcsCardContentArgument


RcsStandaloneCardArgument = RcsStandaloneCard | RcsStandaloneCardDict
"""A RcsStandaloneCard, or a dict with its members."""


class RcsContent(UnionModel):
    """The body of an RCS message: a text, a file, a card or a carousel, exactly one."""

    text_message: RcsTextMessage | None = None
    """Plain text, nothing else."""
    file_message: RcsFileMessage | None = None
    """One image, video, audio file or PDF; excludes the other kinds of content."""
    rich_card: RcsStandaloneCard | None = None
    """Single card with media, title, description and suggestions."""
    carousel: RcsCarousel | None = None
    """2 to 10 rich cards that the recipient scrolls sideways; excludes the other kinds of content.
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            text_message: RcsTextMessageArgument | None = None,
            file_message: RcsFileMessageArgument | None = None,
            rich_card: RcsStandaloneCardArgument | None = None,
            carousel: RcsCarouselArgument | None = None,
        ) -> None: ...


class RcsContentDict(TypedDict):
    """A RcsContent as a plain dict."""

    text_message: NotRequired[RcsTextMessageArgument | None]
    file_message: NotRequired[RcsFileMessageArgument | None]
    rich_card: NotRequired[RcsStandaloneCardArgument | None]
    carousel: NotRequired[RcsCarouselArgument | None]


RcsContentArgument = RcsContent | RcsContentDict
"""A RcsContent, or a dict with its members."""


class RcsFallbackConfiguration(InputModel):
    """The SMS or MMS message to send instead when RCS does not arrive in time."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("media_urls", "message_body"))

    channel: RcsFallbackChannelArgument
    """SMS or MMS: how the message goes out when RCS fails."""
    message_body: RcsFallbackMessageBody | None = None
    """Text of the fallback, 1 to 1600 characters; SMS demands it, MMS only when there is no media.
    """
    media_urls: MediaUrlList | None = None
    """Exactly one S3 URL of a file to send; only when Channel is MMS."""
    origination_identity: RcsFallbackOriginationIdentity | None = None
    """Number, or identifier or ARN of a phone number or sender ID, never a pool; AWS picks from the
    original pool when left out.
    """


class RcsFallbackConfigurationDict(TypedDict):
    """A RcsFallbackConfiguration as a plain dict."""

    channel: RcsFallbackChannelArgument
    message_body: NotRequired[str | None]
    media_urls: NotRequired[Sequence[str] | None]
    origination_identity: NotRequired[str | None]


RcsFallbackConfigurationArgument = RcsFallbackConfiguration | RcsFallbackConfigurationDict
"""A RcsFallbackConfiguration, or a dict with its members."""

RcsSuggestedActionList = Annotated[Sequence[RcsSuggestedAction], ListSize(0, 11)]


class RcsMessageContent(InputModel):
    """The content of an RCS message, and the buttons offered beneath it."""

    content: RcsContent
    """What to send: exactly one of text, file, rich card or carousel."""
    suggestions: RcsSuggestedActionList | None = None
    """Suggested replies and actions below the whole message, at most 11."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            content: RcsContentArgument,
            suggestions: Sequence[RcsSuggestedActionArgument] | None = None,
        ) -> None: ...


class RcsMessageContentDict(TypedDict):
    """A RcsMessageContent as a plain dict."""

    content: RcsContentArgument
    suggestions: NotRequired[Sequence[RcsSuggestedActionArgument] | None]


RcsMessageContentArgument = RcsMessageContent | RcsMessageContentDict
"""A RcsMessageContent, or a dict with its members."""


class SendRcsMessageRequest(RequestModel):
    """What SendRcsMessage takes."""

    _sensitive: ClassVar[frozenset[str]] = frozenset(("context", "destination_phone_number"))

    destination_phone_number: PhoneNumber
    """The recipient, in E.164, e.g. +12065550142."""
    origination_identity: RcsMessageOriginationIdentity
    """Identifier or ARN of an RCS agent, or of a pool that contains one."""
    rcs_message_content: RcsMessageContent | None = None
    """What the recipient sees: text, file, card or carousel, and suggestions below it."""
    time_to_live: RcsTimeToLive | None = None
    """How long AWS may keep trying, in seconds, 1 to 172800; afterwards the fallback, if any, is
    sent.
    """
    message_traffic_type: RcsMessageTrafficType | None = None
    """Kind of RCS traffic, e.g. AUTHENTICATION or PROMOTION; reserved, without effect for now."""
    fallback_configuration: RcsFallbackConfiguration | None = None
    """SMS or MMS to send instead when RCS fails or its time to live runs out; without it, nothing.
    """
    protect_configuration_id: ProtectConfigurationIdOrArn | None = None
    """Identifier or ARN of the protect configuration for this message, ahead of the configuration
    set's and the account's.
    """
    configuration_set_name: ConfigurationSetNameOrArn | None = None
    """Configuration set for this send, by name or ARN: its protect configuration and event
    destinations apply.
    """
    max_price: MaxPrice | None = None
    """Ceiling per message, US dollars as a decimal string, e.g. "0.20"; a dearer message is
    refused.
    """
    dry_run: Annotated[bool, StrictBool()] | None = None
    """True checks everything and sends nothing; nothing is charged."""
    context: ContextMap | None = None
    """Your own data, returned in the events: at most 5 entries, keys to 100 without spaces, values
    to 800.
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
            origination_identity: str,
            rcs_message_content: RcsMessageContentArgument | None = None,
            time_to_live: int | None = None,
            message_traffic_type: str | None = None,
            fallback_configuration: RcsFallbackConfigurationArgument | None = None,
            protect_configuration_id: str | None = None,
            configuration_set_name: str | None = None,
            max_price: str | None = None,
            dry_run: bool | None = None,
            context: Mapping[str, str] | None = None,
            message_feedback_enabled: bool | None = None,
        ) -> None: ...


class SendRcsMessageResult(ResultModel):
    """The message's id; events show later whether it arrived or was read."""

    message_id: str
    """Identifier of the message, at most 64 characters; its events and its feedback refer to it."""

    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...

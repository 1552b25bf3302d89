"""RCS messages put together: texts, files, cards and carousels, with buttons beneath them.

    from smsvoice import rcs_content as rcs

    agent.send_rcs(
        "+12065550142",
        rcs_message_content=rcs.carousel(
            rcs.carousel_card(title="Red", suggestions=[rcs.reply("I take red")]),
            rcs.carousel_card(title="Blue", suggestions=[rcs.reply("I take blue")]),
        ),
    )

What AWS or a phone would refuse is refused here with RequestError, which names the rule.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-message-types.html
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final, Literal, get_args

from smsvoice.core.documents import encode_json
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.frames import private
from smsvoice.models.rcs_messages import (
    RcsCardContent,
    RcsCardMedia,
    RcsCarousel,
    RcsCarouselCardContent,
    RcsCarouselCardMedia,
    RcsContent,
    RcsCreateCalendarEventAction,
    RcsDialPhoneAction,
    RcsFileMessage,
    RcsMessageContent,
    RcsOpenUrlAction,
    RcsReplyAction,
    RcsRequestLocationAction,
    RcsShowLocationAction,
    RcsStandaloneCard,
    RcsSuggestedAction,
    RcsTextMessage,
)

Application = Literal["BROWSER", "WEBVIEW"]
CardOrientation = Literal["VERTICAL", "HORIZONTAL"]
CardWidth = Literal["SMALL", "MEDIUM"]
CarouselHeight = Literal["SHORT", "MEDIUM"]
Height = Literal["SHORT", "MEDIUM", "TALL"]
Side = Literal["LEFT", "RIGHT"]
WebviewViewMode = Literal["FULL", "TALL", "HALF"]

MAX_MESSAGE_BYTES: Final = 250 * 1024
"""The largest message, as JSON: 250 KB."""


# --- messages -------------------------------------------------------------------------------------


@private
def text(
    body: str, *, suggestions: Sequence[RcsSuggestedAction] | None = None
) -> RcsMessageContent:
    """A message that is text.

    Args:
        body: the text, 1 to 3072 characters.
        suggestions: buttons beneath it, at most 11.

    Raises:
        RequestError: a length or a count is not allowed.
    """
    return _message(RcsContent(text_message=RcsTextMessage(body=body)), suggestions)


@private
def file(
    file_url: str,
    *,
    thumbnail_url: str | None = None,
    suggestions: Sequence[RcsSuggestedAction] | None = None,
) -> RcsMessageContent:
    """A message that is one picture, film, sound or PDF of at most 100 MB.

    Args:
        file_url: where it is, s3://bucket/key.
        thumbnail_url: a small picture of it, s3://bucket/key.
        suggestions: buttons beneath it, at most 11.

    Raises:
        RequestError: a URL, a length or a count is not allowed.
    """
    message = RcsFileMessage(file_url=file_url, thumbnail_url=thumbnail_url)
    return _message(RcsContent(file_message=message), suggestions)


@private
def card(
    *,
    title: str | None = None,
    description: str | None = None,
    file_url: str | None = None,
    thumbnail_url: str | None = None,
    height: Height | None = None,
    card_orientation: CardOrientation = "VERTICAL",
    thumbnail_image_alignment: Side | None = None,
    suggestions: Sequence[RcsSuggestedAction] | None = None,
    message_suggestions: Sequence[RcsSuggestedAction] | None = None,
) -> RcsMessageContent:
    """A message that is one card: title, description, a picture or film, or some of these.

    Args:
        title: 1 to 200 characters.
        description: 1 to 2000 characters.
        file_url: where the picture or film is, s3://bucket/key.
        thumbnail_url: a small picture of it, s3://bucket/key.
        height: SHORT, MEDIUM or TALL: how high the picture or film is.
        card_orientation: VERTICAL puts the picture above the text, HORIZONTAL beside it.
        thumbnail_image_alignment: LEFT or RIGHT: the picture's side; HORIZONTAL only.
        suggestions: buttons on the card, at most 4.
        message_suggestions: buttons beneath the message, at most 11.

    Raises:
        RequestError: a length or a count is not allowed, or members do not go together.
    """
    _among("height", height, Height)
    _among("card_orientation", card_orientation, CardOrientation)
    _among("thumbnail_image_alignment", thumbnail_image_alignment, Side)
    if thumbnail_image_alignment is not None and card_orientation != "HORIZONTAL":
        raise _wrong("thumbnail_image_alignment", "goes with card_orientation HORIZONTAL only")
    _something_shown(title, description, file_url)
    _goes_with_file(file_url, thumbnail_url=thumbnail_url, height=height)
    media = None
    if file_url is not None:
        media = RcsCardMedia(file_url=file_url, thumbnail_url=thumbnail_url, height=height)
    shown = RcsCardContent(
        title=title, description=description, media=media, suggestions=suggestions
    )
    whole = RcsStandaloneCard(
        card_orientation=card_orientation,
        thumbnail_image_alignment=thumbnail_image_alignment,
        card_content=shown,
    )
    return _message(RcsContent(rich_card=whole), message_suggestions)


@private
def carousel(
    *cards: RcsCarouselCardContent,
    card_width: CardWidth = "MEDIUM",
    suggestions: Sequence[RcsSuggestedAction] | None = None,
) -> RcsMessageContent:
    """A message that is a row of cards to swipe through.

    Args:
        cards: 2 to 10, from left to right, each made by `carousel_card`.
        card_width: SMALL or MEDIUM, for all of them.
        suggestions: buttons beneath the row, at most 11.

    Raises:
        RequestError: a count is not allowed, or the message is over 250 KB.
    """
    _among("card_width", card_width, CardWidth)
    row = RcsCarousel(card_width=card_width, card_contents=cards)
    return _message(RcsContent(carousel=row), suggestions)


@private
def carousel_card(
    *,
    title: str | None = None,
    description: str | None = None,
    file_url: str | None = None,
    thumbnail_url: str | None = None,
    height: CarouselHeight | None = None,
    suggestions: Sequence[RcsSuggestedAction] | None = None,
) -> RcsCarouselCardContent:
    """One card of a carousel.

    Args:
        title: 1 to 200 characters.
        description: 1 to 2000 characters.
        file_url: where the picture or film is, s3://bucket/key.
        thumbnail_url: a small picture of it, s3://bucket/key.
        height: SHORT or MEDIUM; TALL is for single cards.
        suggestions: buttons on the card, at most 4.

    Raises:
        RequestError: a length or a count is not allowed, or members do not go together.
    """
    _among("height", height, CarouselHeight)
    _something_shown(title, description, file_url)
    _goes_with_file(file_url, thumbnail_url=thumbnail_url, height=height)
    media = None
    if file_url is not None:
        media = RcsCarouselCardMedia(file_url=file_url, thumbnail_url=thumbnail_url, height=height)
    return RcsCarouselCardContent(
        title=title, description=description, media=media, suggestions=suggestions
    )


# --- suggestions ----------------------------------------------------------------------------------


@private
def reply(text: str, *, postback_data: str | None = None) -> RcsSuggestedAction:
    """A button that answers for the recipient.

    Args:
        text: its label, 1 to 25 characters.
        postback_data: what comes back to you, 1 to 2048 characters; the label otherwise.

    Raises:
        RequestError: a length is not allowed.
    """
    action = RcsReplyAction(text=text, postback_data=_postback(postback_data, text))
    return RcsSuggestedAction(reply=action)


@private
def open_url(
    text: str,
    url: str,
    *,
    postback_data: str | None = None,
    application: Application | None = None,
    webview_view_mode: WebviewViewMode | None = None,
) -> RcsSuggestedAction:
    """A button that opens a web page.

    Args:
        text: its label, 1 to 25 characters.
        url: the page, https only, at most 2048 characters.
        postback_data: what comes back to you, 1 to 2048 characters; the label otherwise.
        application: BROWSER, or WEBVIEW to stay in the conversation.
        webview_view_mode: FULL, TALL or HALF; WEBVIEW only.

    Raises:
        RequestError: a length or the URL is not allowed, or members do not go together.
    """
    _among("application", application, Application)
    _among("webview_view_mode", webview_view_mode, WebviewViewMode)
    if webview_view_mode is not None and application != "WEBVIEW":
        raise _wrong("webview_view_mode", "goes with application WEBVIEW only")
    action = RcsOpenUrlAction(
        text=text,
        postback_data=_postback(postback_data, text),
        url=url,
        application=application,
        webview_view_mode=webview_view_mode,
    )
    return RcsSuggestedAction(open_url=action)


@private
def dial(text: str, phone_number: str, *, postback_data: str | None = None) -> RcsSuggestedAction:
    """A button that calls a number.

    Args:
        text: its label, 1 to 25 characters.
        phone_number: the number, E.164, e.g. +12065550100.
        postback_data: what comes back to you, 1 to 2048 characters; the label otherwise.

    Raises:
        RequestError: a length or the number is not allowed.
    """
    action = RcsDialPhoneAction(
        text=text, postback_data=_postback(postback_data, text), phone_number=phone_number
    )
    return RcsSuggestedAction(dial_phone=action)


@private
def show_location(
    text: str,
    *,
    latitude: float,
    longitude: float,
    label: str | None = None,
    postback_data: str | None = None,
) -> RcsSuggestedAction:
    """A button that opens a map at a place.

    Args:
        text: its label, 1 to 25 characters.
        latitude: degrees, -90 to 90, north positive.
        longitude: degrees, -180 to 180, east positive.
        label: what stands at the pin, 1 to 100 characters.
        postback_data: what comes back to you, 1 to 2048 characters; the label otherwise.

    Raises:
        RequestError: a length or a coordinate is not allowed.
    """
    action = RcsShowLocationAction(
        text=text,
        postback_data=_postback(postback_data, text),
        latitude=latitude,
        longitude=longitude,
        label=label,
    )
    return RcsSuggestedAction(show_location=action)


@private
def request_location(text: str, *, postback_data: str | None = None) -> RcsSuggestedAction:
    """A button that asks where the recipient is.

    Args:
        text: its label, 1 to 25 characters.
        postback_data: what comes back to you, 1 to 2048 characters; the label otherwise.

    Raises:
        RequestError: a length is not allowed.
    """
    action = RcsRequestLocationAction(text=text, postback_data=_postback(postback_data, text))
    return RcsSuggestedAction(request_location=action)


@private
def calendar_event(
    text: str,
    *,
    title: str,
    start_time: datetime,
    end_time: datetime,
    description: str | None = None,
    postback_data: str | None = None,
) -> RcsSuggestedAction:
    """A button that puts an event into the recipient's calendar.

    Args:
        text: its label, 1 to 25 characters.
        title: the event's, 1 to 100 characters.
        start_time: when it begins, with a time zone.
        end_time: when it ends, with a time zone, after it began.
        description: the event's, 1 to 500 characters.
        postback_data: what comes back to you, 1 to 2048 characters; the label otherwise.

    Raises:
        RequestError: a length or a time is not allowed.
    """
    action = RcsCreateCalendarEventAction(
        text=text,
        postback_data=_postback(postback_data, text),
        title=title,
        start_time=start_time,
        end_time=end_time,
        description=description,
    )
    if end_time <= start_time:
        raise _wrong("end_time", "must be after start_time")
    return RcsSuggestedAction(create_calendar_event=action)


# --- rules that AWS's model does not state --------------------------------------------------------


def _message(
    content: RcsContent, suggestions: Sequence[RcsSuggestedAction] | None
) -> RcsMessageContent:
    message = RcsMessageContent(content=content, suggestions=suggestions)
    if len(encode_json(message)) > MAX_MESSAGE_BYTES:
        raise _wrong("content", "the message must have at most 250 KB (256000 bytes) as JSON")
    return message


def _postback(postback_data: str | None, label: str) -> str:
    return label if postback_data is None else postback_data


def _something_shown(*members: str | None) -> None:
    if all(member is None for member in members):
        raise _wrong("title", "a card needs a title, a description or a file_url")


def _goes_with_file(file_url: str | None, **members: str | None) -> None:
    if file_url is None:
        for name, value in members.items():
            if value is not None:
                raise _wrong(name, "goes with a file_url only")


def _among(name: str, value: str | None, choices: object) -> None:
    known: Iterable[str] = get_args(choices)
    if value is not None and value not in known:
        raise _wrong(name, f"must be one of {', '.join(known)}")


def _wrong(name: str, rule: str) -> RequestError:
    return RequestError("RcsMessageContent", (Problem(name, rule),))

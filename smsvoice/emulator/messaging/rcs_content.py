"""What RCS content must keep to beyond its shapes: words that AWS lists, and what goes with what.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs.html
Inferred: all of it answers as INVALID_PARAMETER with the member's path.
"""

from collections.abc import Iterator, Sequence

from smsvoice.emulator.engine.service_errors import invalid_fields
from smsvoice.models.rcs_messages import (
    RcsCardContent,
    RcsCarousel,
    RcsCarouselCardContent,
    RcsMessageContent,
    RcsStandaloneCard,
    RcsSuggestedAction,
)
from smsvoice.models.reasons import ValidationExceptionReason

_ROOT = "RcsMessageContent"
_CARD = f"{_ROOT}.Content.RichCard"
_CAROUSEL = f"{_ROOT}.Content.Carousel"
Problems = Iterator[tuple[str, str]]


def must_be_sound(content: RcsMessageContent) -> None:
    """Refuse content that an RCS platform could not show."""
    problems = dict(_problems(content))
    if problems:
        raise invalid_fields(ValidationExceptionReason.INVALID_PARAMETER, problems.items())


def _problems(content: RcsMessageContent) -> Problems:
    yield from _actions(content.suggestions, f"{_ROOT}.Suggestions")
    if content.content.rich_card is not None:
        yield from _card(content.content.rich_card)
    if content.content.carousel is not None:
        yield from _carousel(content.content.carousel)


def _listed(path: str, value: str | None, words: Sequence[str]) -> Problems:
    if value is not None and value not in words:
        yield path, f"must be {' or '.join(words)}"


def _card(card: RcsStandaloneCard) -> Problems:
    side = card.thumbnail_image_alignment
    yield from _listed(
        f"{_CARD}.CardOrientation", card.card_orientation, ("HORIZONTAL", "VERTICAL")
    )
    yield from _listed(f"{_CARD}.ThumbnailImageAlignment", side, ("LEFT", "RIGHT"))
    if side is not None and card.card_orientation != "HORIZONTAL":
        yield f"{_CARD}.ThumbnailImageAlignment", "goes with CardOrientation HORIZONTAL"
    heights = ("SHORT", "MEDIUM", "TALL")
    yield from _content(card.card_content, f"{_CARD}.CardContent", heights)


def _carousel(carousel: RcsCarousel) -> Problems:
    yield from _listed(f"{_CAROUSEL}.CardWidth", carousel.card_width, ("SMALL", "MEDIUM"))
    for number, card in enumerate(carousel.card_contents):
        path = f"{_CAROUSEL}.CardContents.{number}"
        yield from _content(card, path, ("SHORT", "MEDIUM"))


def _content(
    card: RcsCardContent | RcsCarouselCardContent, path: str, heights: Sequence[str]
) -> Problems:
    if card.title is None and card.description is None and card.media is None:
        yield path, "needs a title, a description or media"
    if card.media is not None:
        yield from _listed(f"{path}.Media.Height", card.media.height, heights)
    yield from _actions(card.suggestions, f"{path}.Suggestions")


def _actions(actions: Sequence[RcsSuggestedAction] | None, path: str) -> Problems:
    for number, action in enumerate(actions or ()):
        here = f"{path}.{number}"
        page, entry = action.open_url, action.create_calendar_event
        if page is not None:
            there = f"{here}.OpenUrl"
            yield from _listed(f"{there}.Application", page.application, ("BROWSER", "WEBVIEW"))
            sizes = ("FULL", "TALL", "HALF")
            yield from _listed(f"{there}.WebviewViewMode", page.webview_view_mode, sizes)
            if page.webview_view_mode is not None and page.application != "WEBVIEW":
                yield f"{there}.WebviewViewMode", "goes with Application WEBVIEW"
        if entry is not None and entry.end_time <= entry.start_time:
            yield f"{here}.CreateCalendarEvent.EndTime", "must be later than StartTime"

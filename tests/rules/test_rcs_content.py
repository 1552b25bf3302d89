"""RCS messages put together: what comes out, and what is refused with its rule."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from smsvoice import RequestError
from smsvoice import rcs_content as rcs
from smsvoice.core.codec import encode
from smsvoice.models.rcs_messages import RcsMessageContent, RcsSuggestedAction

PICTURE = "s3://shop/red.png"
NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)


def buttons(how_many: int) -> list[RcsSuggestedAction]:
    """So many replies."""
    return [rcs.reply(f"Answer {number}") for number in range(how_many)]


def test_a_text_is_written_as_aws_wants_it() -> None:
    """The body and the buttons beneath it, and nothing that was not given."""
    made = rcs.text("Which one?", suggestions=[rcs.reply("Red", postback_data="r")])

    assert encode(made) == {
        "Content": {"TextMessage": {"Body": "Which one?"}},
        "Suggestions": ({"Reply": {"Text": "Red", "PostbackData": "r"}},),
    }


def test_a_file_carries_its_thumbnail() -> None:
    """Both URLs go out under AWS's names."""
    made = rcs.file("s3://shop/film.mp4", thumbnail_url=PICTURE)

    assert encode(made) == {
        "Content": {"FileMessage": {"FileUrl": "s3://shop/film.mp4", "ThumbnailUrl": PICTURE}}
    }


def test_a_card_keeps_its_own_buttons_apart_from_those_of_the_message() -> None:
    """A card's suggestions go on the card, the message's beneath it."""
    made = rcs.card(
        title="Red",
        description="As roses are.",
        file_url=PICTURE,
        height="TALL",
        card_orientation="HORIZONTAL",
        thumbnail_image_alignment="LEFT",
        suggestions=[rcs.reply("I take it")],
        message_suggestions=[rcs.reply("None of them")],
    )

    assert encode(made) == {
        "Content": {
            "RichCard": {
                "CardOrientation": "HORIZONTAL",
                "ThumbnailImageAlignment": "LEFT",
                "CardContent": {
                    "Title": "Red",
                    "Description": "As roses are.",
                    "Media": {"FileUrl": PICTURE, "Height": "TALL"},
                    "Suggestions": ({"Reply": {"Text": "I take it", "PostbackData": "I take it"}},),
                },
            }
        },
        "Suggestions": ({"Reply": {"Text": "None of them", "PostbackData": "None of them"}},),
    }


def test_a_carousel_keeps_the_order_of_its_cards() -> None:
    """Cards come from left to right, all of one width."""
    made = rcs.carousel(
        rcs.carousel_card(title="Red", file_url=PICTURE, height="SHORT"),
        rcs.carousel_card(title="Blue"),
        card_width="SMALL",
    )

    assert encode(made) == {
        "Content": {
            "Carousel": {
                "CardWidth": "SMALL",
                "CardContents": (
                    {"Title": "Red", "Media": {"FileUrl": PICTURE, "Height": "SHORT"}},
                    {"Title": "Blue"},
                ),
            }
        }
    }


@pytest.mark.parametrize(
    ("made", "member", "expected"),
    [
        (
            rcs.open_url("Look", "https://shop.example/red", application="WEBVIEW"),
            "OpenUrl",
            {"Url": "https://shop.example/red", "Application": "WEBVIEW"},
        ),
        (rcs.dial("Call us", "+12065550100"), "DialPhone", {"PhoneNumber": "+12065550100"}),
        (
            rcs.show_location("Where", latitude=47.6, longitude=-122.3, label="Shop"),
            "ShowLocation",
            {"Latitude": 47.6, "Longitude": -122.3, "Label": "Shop"},
        ),
        (rcs.request_location("Find me"), "RequestLocation", {}),
        (
            rcs.calendar_event(
                "Note it", title="Sale", start_time=NOON, end_time=NOON + timedelta(hours=1)
            ),
            "CreateCalendarEvent",
            {"Title": "Sale", "StartTime": NOON, "EndTime": NOON + timedelta(hours=1)},
        ),
    ],
)
def test_a_button_answers_its_label_unless_it_has_another_text(
    made: RcsSuggestedAction, member: str, expected: dict[str, object]
) -> None:
    """Each kind of button has its own members; the postback is the label."""
    members = encode(made)[member]

    label = members.pop("Text")
    assert members.pop("PostbackData") == label
    assert members == expected


REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: rcs.text(""), "body: must have at least 1 character"),
    (lambda: rcs.text("x" * 3073), "body: must have at most 3072 characters"),
    (lambda: rcs.text("x", suggestions=buttons(12)), "suggestions: must have at most 11"),
    (lambda: rcs.file("http://shop.example/film"), "file_url: must match"),
    (rcs.card, "a card needs a title, a description or a file_url"),
    (lambda: rcs.card(title="x" * 201), "title: must have at most 200"),
    (lambda: rcs.card(description="x" * 2001), "description: must have at most 2000"),
    (lambda: rcs.card(title="x", suggestions=buttons(5)), "suggestions: must have at most 4"),
    (lambda: rcs.card(title="x", message_suggestions=buttons(12)), "must have at most 11"),
    (lambda: rcs.card(title="x", height="TALL"), "height: goes with a file_url only"),
    (lambda: rcs.card(title="x", thumbnail_url=PICTURE), "thumbnail_url: goes with a file_url"),
    (
        lambda: rcs.card(title="x", thumbnail_image_alignment="LEFT"),
        "thumbnail_image_alignment: goes with card_orientation HORIZONTAL only",
    ),
    (
        lambda: rcs.card(title="x", card_orientation="SLANTED"),  # type: ignore[arg-type]
        "card_orientation: must be one of VERTICAL, HORIZONTAL",
    ),
    (rcs.carousel, "card_contents: must have at least 2"),
    (lambda: rcs.carousel(rcs.carousel_card(title="x")), "card_contents: must have at least 2"),
    (
        lambda: rcs.carousel(*[rcs.carousel_card(title="x")] * 11),
        "card_contents: must have at most 10",
    ),
    (rcs.carousel_card, "a card needs a title"),
    (lambda: rcs.carousel_card(title="x", suggestions=buttons(5)), "must have at most 4"),
    (
        lambda: rcs.carousel_card(file_url=PICTURE, height="TALL"),  # type: ignore[arg-type]
        "height: must be one of SHORT, MEDIUM",
    ),
    (lambda: rcs.reply("x" * 26), "text: must have at most 25 characters"),
    (lambda: rcs.reply("x", postback_data="x" * 2049), "postback_data: must have at most 2048"),
    (lambda: rcs.reply("x", postback_data=""), "postback_data: must have at least 1"),
    (lambda: rcs.open_url("x", "http://shop.example"), "url: must match"),
    (
        lambda: rcs.open_url("x", "https://shop.example", webview_view_mode="FULL"),
        "webview_view_mode: goes with application WEBVIEW only",
    ),
    (lambda: rcs.dial("x", "12 34"), "phone_number: must be E.164"),
    (lambda: rcs.show_location("x", latitude=91.0, longitude=0.0), "latitude: must be 90"),
    (lambda: rcs.show_location("x", latitude=0.0, longitude=-181.0), "longitude: must be -180"),
    (
        lambda: rcs.calendar_event("x", title="x" * 101, start_time=NOON, end_time=NOON),
        "title: must have at most 100",
    ),
    (
        lambda: rcs.calendar_event("x", title="x", start_time=NOON, end_time=NOON),
        "end_time: must be after start_time",
    ),
    (
        lambda: rcs.calendar_event(
            "x", title="x", start_time=NOON.replace(tzinfo=None), end_time=NOON
        ),
        "start_time: must be a datetime with a time zone",
    ),
]


@pytest.mark.parametrize(("wrong", "rule"), REFUSED, ids=[rule for _, rule in REFUSED])
def test_what_breaks_a_rule_is_refused_with_it(wrong: Callable[[], object], rule: str) -> None:
    """The error names the member and the rule, before anything is sent."""
    with pytest.raises(RequestError) as refusal:
        wrong()

    assert rule in str(refusal.value)


def test_a_message_over_250_kilobytes_is_refused() -> None:
    """Every part may be within its own limit and the whole too large all the same."""
    wide = "\u20ac" * 2000
    full = [
        rcs.carousel_card(
            description=wide,
            suggestions=[rcs.reply(f"{n}", postback_data="\u20ac" * 2048) for n in range(4)],
        )
        for _ in range(10)
    ]

    with pytest.raises(RequestError) as refusal:
        rcs.carousel(*full)

    assert "250 KB" in str(refusal.value)


def test_the_largest_carousel_in_plain_letters_passes() -> None:
    """Ten cards of four buttons are allowed, and eleven buttons beneath them."""
    cards = [rcs.carousel_card(title="x", suggestions=buttons(4)) for _ in range(10)]

    made = rcs.carousel(*cards, suggestions=buttons(11))

    assert isinstance(made, RcsMessageContent)
    assert len(made.suggestions or ()) == 11


def test_a_message_does_not_print_what_it_says() -> None:
    """Neither text nor postback nor number is in the repr."""
    secret = rcs.text("code 4711", suggestions=[rcs.dial("Call", "+12065550100")])

    assert "4711" not in repr(secret)
    assert "5550100" not in repr(secret)

"""What the inbox page asks its server: conversations, filters, one message, its request, pictures."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from smsvoice.emulator.frontends.pictures import picture
from smsvoice.emulator.frontends.server import App, serving
from smsvoice.emulator.state import opt_outs
from tests.factories import inbox
from tests.factories.constants import TORONTO
from tests.factories.identities import agent, long_code
from tests.factories.inbox import text
from tests.factories.notify import notify_configuration, text_code
from tests.factories.rcs import card, send
from tests.frontends.http import Http as Plain

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator
    from tests.frontends.http import Http

PAGE = "/_smsvoice/inbox"


def people(answer: Any) -> dict[str, tuple[int, int]]:
    """How many messages each person has, and how many are unread."""
    return {row["person"]: (row["count"], row["unread"]) for row in answer["threads"]}


def test_only_what_changed_is_asked_for_again(
    http: "Http", aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """First all conversations, then those with news, and all again once some are gone."""
    text(aws, "one", inbox.DIA)
    text(aws, "one", inbox.EVA)
    first = http.get(f"{PAGE}/threads").json
    text(aws, "two", inbox.EVA)

    second = http.get(f"{PAGE}/threads?since={first['version']}").json
    third = http.get(f"{PAGE}/threads?since={second['version']}").json
    emulator.clear_messages()
    fourth = http.get(f"{PAGE}/threads?since={third['version']}").json

    assert (first["whole"], people(first)) == (True, {inbox.DIA: (1, 1), inbox.EVA: (1, 1)})
    assert (second["whole"], people(second)) == (False, {inbox.EVA: (2, 2)})
    assert (third["whole"], third["threads"]) == (False, [])
    assert (fourth["whole"], fourth["threads"]) == (True, [])


def test_a_conversation_is_read_for_all_who_look(
    http: "Http", aws: "PinpointSMSVoiceV2Client"
) -> None:
    """What comes later is unread again; all can be marked at once."""
    text(aws, "one", inbox.DIA)
    text(aws, "one", inbox.EVA)

    http.post(f"{PAGE}/read", {"person": inbox.DIA})
    text(aws, "two", inbox.DIA)
    some = people(http.get(f"{PAGE}/threads").json)
    http.post(f"{PAGE}/read", {})

    assert some == {inbox.DIA: (2, 1), inbox.EVA: (1, 1)}
    assert {unread for _, unread in people(http.get(f"{PAGE}/threads").json).values()} == {0}


def test_a_conversation_stands_in_its_order(
    http: "Http", aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """At one moment: the text, what the person answers, what that brings about."""
    (number,) = aws.describe_phone_numbers(PhoneNumberIds=[long_code(aws, emulator)])[
        "PhoneNumbers"
    ]
    text(aws, "news", TORONTO, OriginationIdentity=number["PhoneNumber"])
    emulator.inbound(TORONTO, number["PhoneNumber"], "STOP")

    found = http.get(f"{PAGE}/thread?person={quote(TORONTO)}").json

    assert [one["incoming"] for one in found["items"]] == [False, True, False]
    assert found["items"][1]["record"]["KeywordAction"] == "OPT_OUT"
    assert found["can_write_to"] == [
        {"sender": number["PhoneNumber"], "region": "us-east-1", "channel": "SMS"}
    ]


def test_a_long_conversation_comes_in_parts(http: "Http", aws: "PinpointSMSVoiceV2Client") -> None:
    """The newest, or as far back as a message that an address names."""
    ids = [text(aws, str(turn), inbox.DIA) for turn in range(12)]
    person = quote(inbox.DIA)

    newest = http.get(f"{PAGE}/thread?person={person}&limit=5").json
    named = http.get(f"{PAGE}/thread?person={person}&limit=5&upto={ids[2]}").json

    assert [one["id"] for one in newest["items"]] == ids[-5:]
    assert [one["id"] for one in named["items"]] == ids[2:]
    assert newest["can_write_to"] == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("channel=RCS", ["Sale"]),
        ("state=FAILED", ["to London"]),
        ("region=eu-west-1", ["from Ireland"]),
        ("sender=NOTICE&text=LONDON to", ["to London"]),
        ("after=2999-01-01T00:00:00Z", []),
        ("before=2999-01-01T00:00:00Z&limit=1", ["Sale"]),
        ("", ["Sale", "from Ireland", "to London"]),
    ],
)
def test_filters_choose_messages(
    http: "Http",
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    query: str,
    found: list[str],
) -> None:
    """Newest first, each filter on its own and together."""
    emulator.script(inbox.DIA, "TEXT_QUEUED", "TEXT_CARRIER_BLOCKED")
    text(aws, "to London", inbox.DIA)
    emulator.advance(5)
    other = emulator.session("eu-west-1").client("pinpoint-sms-voice-v2")
    text(other, "from Ireland", inbox.EVA)
    emulator.advance(5)
    send(aws, agent(emulator), RcsMessageContent=card())

    answer = http.get(f"{PAGE}/found?{query.replace(' ', '%20')}").json

    assert [row["text"] for row in answer["rows"]] == found


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("after=noon", "after"),
        ("before=2026-01-01T00:00:00", "time zone"),
        ("colour=red", "colour"),
    ],
)
def test_a_wrong_filter_is_named(http: "Http", query: str, why: str) -> None:
    """With status 400."""
    answer = http.get(f"{PAGE}/found?{query}")

    assert answer.status == 400
    assert why in answer.json["error"]


def test_one_message_has_all_that_a_developer_asks(
    http: "Http", aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Its person, events and request; what a person wrote has no request."""
    (number,) = aws.describe_phone_numbers(PhoneNumberIds=[long_code(aws, emulator)])[
        "PhoneNumbers"
    ]
    sent = text(aws, "news", TORONTO, OriginationIdentity=number["PhoneNumber"])
    emulator.advance(5)
    written = emulator.inbound(TORONTO, number["PhoneNumber"], "thanks").inbound_message_id

    shown = http.get(f"{PAGE}/items/{sent}").json
    back = http.get(f"{PAGE}/items/{written}").json

    assert (shown["person"], shown["record"]["CanReply"]) == (TORONTO, True)
    assert shown["events"][-1]["event_type"] == "TEXT_DELIVERED"
    assert shown["request"]["parameters"]["MessageBody"] == "news"
    assert (back["person"], back["incoming"], back["request"]) == (TORONTO, True, None)
    assert http.get(f"{PAGE}/items/none").status == 404


def test_a_request_that_is_not_kept_is_rebuilt(
    http: "Http", aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """For each kind of message: sending what is shown makes the same message again."""
    ids = inbox.furnish(aws, emulator)
    emulator.engine.apply(lambda call: opt_outs.opt_in(call, "Default", inbox.CEM))
    shop = notify_configuration(aws, emulator, DisplayName="Other")
    code = text_code(aws, shop, inbox.ADA)["MessageId"]
    emulator.sent_requests.clear()
    wanted = [ids[name] for name in ("parking", "media", "call", "card")] + [code]

    for message_id in wanted:
        request = http.get(f"{PAGE}/items/{message_id}").json["request"]
        before = {one.message_id: one for one in emulator.messages}[message_id]
        space: dict[str, Any] = {}
        snippet = (
            request["boto3"].replace("import boto3\n", "").replace("boto3.client(", "client_of(")
        )
        exec(snippet, {"client_of": lambda *_, **__: aws}, space)

        again = emulator.messages[-1]
        same = ("channel", "body", "media_urls", "content", "origination_identity", "context")
        assert [getattr(again, name) for name in same] == [getattr(before, name) for name in same]
        assert "Rebuilt" in request["note"]


def test_a_rebuilt_request_has_what_the_record_has(
    http: "Http", aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The configuration set, feedback, and the destination that a code verifies."""
    aws.create_configuration_set(ConfigurationSetName="shop")
    more: Any = {"ConfigurationSetName": "shop", "MessageFeedbackEnabled": True}
    sent = text(aws, "news", inbox.DIA, **more)
    made = aws.create_verified_destination_number(DestinationPhoneNumber=inbox.EVA)
    to_verify = {
        "VerifiedDestinationNumberId": made["VerifiedDestinationNumberId"],
        "VerificationChannel": "TEXT",
    }
    code = aws.send_destination_number_verification_code(**to_verify)["MessageId"]  # type: ignore[arg-type]
    emulator.sent_requests.clear()

    rebuilt = [
        http.get(f"{PAGE}/items/{one}").json["request"]["parameters"] for one in (sent, code)
    ]

    assert more.items() <= rebuilt[0].items()
    assert rebuilt[1] == to_verify


def test_a_request_that_nothing_is_known_of_says_so(
    http: "Http", aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """RCS that fell back has lost its content; a deleted configuration has lost its name."""
    emulator.script(TORONTO, "RCS_QUEUED", "RCS_FAILED")
    instead = {"Channel": "SMS", "MessageBody": "x"}
    long_code(aws, emulator)
    fell_back = send(aws, agent(emulator), FallbackConfiguration=instead)
    shop = notify_configuration(aws, emulator)
    code = text_code(aws, shop, inbox.ADA)["MessageId"]
    aws.delete_notify_configuration(NotifyConfigurationId=shop)
    emulator.advance(3 * 86_400)
    emulator.sent_requests.clear()

    shown = [http.get(f"{PAGE}/items/{one}").json["request"] for one in (fell_back, code)]

    assert ["parameters" in one for one in shown] == [False, False]
    assert "fallback" in shown[0]["note"]
    assert "no longer known" in shown[1]["note"]


def test_an_automatic_reply_has_no_request(
    http: "Http", aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The page says why."""
    inbox.furnish(aws, emulator)
    (reply,) = [one for one in emulator.messages if one.operation == "AutomaticResponse"]

    request = http.get(f"{PAGE}/items/{reply.message_id}").json["request"]

    assert "parameters" not in request
    assert "keyword" in request["note"]


@pytest.mark.long
def test_pictures_come_from_a_folder_and_from_nowhere_else(tmp_path: Path) -> None:
    """S3 addresses name files below it; what leads out, or is no picture, is not there."""
    folder = inbox.pictures(tmp_path / "media")
    (tmp_path / "secret.png").write_bytes(b"secret")
    (folder / "shop-media" / "notes.txt").write_text("notes")

    kind, content = picture(folder, inbox.SHOES) or ("", b"")

    assert (kind, content[:4]) == ("image/png", b"\x89PNG")
    outside = ("s3://../secret.png", "s3://shop-media/..%2f..%2fsecret.png", "file:///secret.png")
    for url in (*outside, "s3://shop-media/notes.txt", "s3://shop-media/none.png", "s3://[", ""):
        assert picture(folder, url) is None
    assert picture(None, inbox.SHOES) is None


def test_the_server_shows_the_pictures_of_its_folder(emulator: "Emulator", tmp_path: Path) -> None:
    """As what they are, so that a browser reads nothing else into them."""
    folder = inbox.pictures(tmp_path)
    with serving(App(emulator, media=folder)) as url:
        answer = Plain(url).get(f"{PAGE}/media?url={quote(inbox.SHOES)}")

    assert (answer.headers["content-type"], answer.body[1:4]) == ("image/png", b"PNG")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_without_a_folder_there_is_no_picture(http: "Http") -> None:
    """An empty answer, which is no error of the page."""
    answer = http.get(f"{PAGE}/media?url={quote(inbox.SHOES)}")

    assert (answer.status, answer.body) == (204, b"")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (inbox.shoes(), "Trail, Winter, Road"),
        ({"Content": {"FileMessage": {"FileUrl": inbox.COVER}}}, "spring-sale.png"),
        (card(CardContent={"Description": "Only today"}), "Only today"),
    ],
)
def test_rcs_content_is_one_line_in_the_list(
    http: "Http",
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    content: dict[str, Any],
    line: str,
) -> None:
    """Titles where there are any, otherwise what it holds."""
    send(aws, agent(emulator), RcsMessageContent=content)

    (row,) = http.get(f"{PAGE}/threads").json["threads"]

    assert row["text"] == line


@pytest.mark.parametrize(
    ("kind", "members", "line"),
    [
        ("SUGGESTION", {"text": "Book"}, "Book"),
        ("MEDIA", {"file_name": "menu.png"}, "menu.png"),
        ("LOCATION", {}, "Location"),
        ("RCS_TYPING", {}, "is typing"),
    ],
)
def test_what_happens_in_rcs_is_one_line_too(
    http: "Http", emulator: "Emulator", kind: Any, members: dict[str, Any], line: str
) -> None:
    """Of a person who never got a message."""
    emulator.inbound_rcs(TORONTO, agent(emulator), kind, **members)

    (row,) = http.get(f"{PAGE}/threads").json["threads"]

    assert (row["text"], row["incoming"], row["channel"], row["unread"]) == (line, True, "RCS", 0)

"""The server: AWS's endpoint in rough weather, and the inbox page."""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smsvoice.emulator.frontends._page import PATHS
from smsvoice.emulator.frontends.server import App, listen, serving, url_of

if TYPE_CHECKING:
    from smsvoice.emulator import Emulator
    from tests.frontends.http import Http

TARGET = "PinpointSMSVoiceV2."


@pytest.mark.parametrize(
    ("target", "body", "reason"),
    [
        (TARGET + "SendPigeon", b"{}", "UNKNOWN_OPERATION"),
        ("SNS.Publish", b"{}", "UNKNOWN_OPERATION"),
        ("", b"{}", "UNKNOWN_OPERATION"),
        (TARGET + "CreateOptOutList", b"{", "CANNOT_PARSE"),
        (TARGET + "CreateOptOutList", b"\xff\xfe\x00", "CANNOT_PARSE"),
        (TARGET + "CreateOptOutList", b"[1]", "CANNOT_PARSE"),
        (TARGET + "CreateOptOutList", b'"text"', "CANNOT_PARSE"),
        (TARGET + "CreateOptOutList", b"[" * 100_000, "CANNOT_PARSE"),
        (TARGET + "CreateOptOutList", b"", "MISSING_PARAMETER"),
        (TARGET + "CreateOptOutList", b'{"OptOutListName": 7}', "INVALID_PARAMETER"),
        (TARGET + "CreateOptOutList", b" " * (1024 * 1024 + 1), "MAXIMUM_SIZE_EXCEEDED"),
    ],
)
def test_garbage_is_answered_as_the_service_does(
    http: "Http", target: str, body: bytes, reason: str
) -> None:
    """A mistake gets AWS's error with its type, and never a traceback."""
    answer = http.aws(target, body)

    assert answer.status == 400
    assert answer.headers["x-amzn-errortype"] == "ValidationException"
    assert answer.json["__type"].endswith("#ValidationException")
    assert answer.json["Reason"] == reason
    assert b"Traceback" not in answer.body


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        ("SendTextMessage", r'{"DestinationPhoneNumber": "+14254147755", "MessageBody": "\ud83d"}'),
        (
            "SendTextMessage",
            (
                r'{"DestinationPhoneNumber": "+14254147755", "MessageBody": "x", '
                r'"Context": {"k": "\uDE00"}}'
            ),
        ),
        (
            "CreateNotifyConfiguration",
            (
                r'{"DisplayName": "\ud83d\ud83d", "UseCase": "CODE_VERIFICATION", '
                r'"EnabledChannels": ["SMS"]}'
            ),
        ),
        (
            "TagResource",
            (
                r'{"ResourceArn": "arn:aws:sms-voice:us-east-1:123456789012:opt-out-list/Default", '
                r'"Tags": [{"Key": "\udfff", "Value": "v"}]}'
            ),
        ),
        ("CreateOptOutList", r'{"OptOutListName": "news", "\ud800": 1}'),
    ],
)
def test_half_a_character_is_refused_and_kept_nowhere(
    http: "Http", emulator: "Emulator", operation: str, body: str
) -> None:
    """As JavaScript's `slice` leaves an emoji: no answer could carry it."""
    answer = http.aws(TARGET + operation, body.encode())
    listed = http.aws(TARGET + "DescribeOptOutLists", b"{}")

    assert (answer.status, answer.json["Reason"]) == (400, "CANNOT_PARSE")
    assert (listed.status, len(listed.json["OptOutLists"])) == (200, 1)
    assert http.get("/_smsvoice/messages").json["total"] == 0


def test_a_whole_character_may_be_written_as_a_pair(http: "Http", emulator: "Emulator") -> None:
    """That is how most clients write an emoji."""
    body = rb'{"DestinationPhoneNumber": "+14254147755", "MessageBody": "\ud83d\ude00 \\ud83d"}'

    assert http.aws(TARGET + "SendTextMessage", body).status == 200
    assert [message.body for message in emulator.messages] == ["\U0001f600 \\ud83d"]


def test_an_answer_has_the_marks_of_the_service(http: "Http") -> None:
    """Content type and request id are AWS's."""
    answer = http.aws(TARGET + "DescribeOptOutLists", b"{}")

    assert answer.status == 200
    assert answer.headers["content-type"] == "application/x-amz-json-1.0"
    assert len(answer.headers["x-amzn-requestid"]) == 36


def test_attachments_may_be_larger(http: "Http") -> None:
    """The limit of one mebibyte is not theirs."""
    body = json.dumps({"AttachmentBody": "A" * (2 * 1024 * 1024)}).encode()

    answer = http.aws(TARGET + "CreateRegistrationAttachment", body)

    assert answer.status == 200 or answer.json["Reason"] != "MAXIMUM_SIZE_EXCEEDED"


def test_the_region_is_the_one_that_the_request_is_signed_for(http: "Http") -> None:
    """One server is every region."""
    scope = "AWS4-HMAC-SHA256 Credential=AKIA/20260302/eu-west-1/sms-voice/aws4_request"

    answer = http.aws(TARGET + "DescribeOptOutLists", b"{}", authorization=scope)

    assert ":eu-west-1:" in answer.json["OptOutLists"][0]["OptOutListArn"]


def test_a_fault_of_the_emulator_is_an_answer_too(
    http: "Http",
    emulator: "Emulator",
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The client hears of an internal error, and the log does not repeat what the client wrote."""

    def burst(*_: object) -> None:
        raise KeyError("+12065550142")

    monkeypatch.setattr(emulator.engine, "take", burst)
    answer = http.aws(TARGET + "DescribeOptOutLists", b"{}")

    assert (answer.status, answer.headers["x-amzn-errortype"]) == (500, "InternalServerException")
    assert "KeyError" in caplog.text
    assert "5550142" not in caplog.text + answer.body.decode()


PAGE = Path("smsvoice/emulator/frontends/page")
ELSEWHERE = (b"http://", b"https://", b"//cdn")


def test_the_page_needs_nothing_from_outside(http: "Http") -> None:
    """All of it comes from here, and a policy holds the browser to that."""
    for path in PATHS:
        answer = http.get(path)

        assert answer.status == 200
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        if "/vendor/" not in path:  # the library names the namespaces of SVG and MathML
            links = re.findall(
                rb"""(?:src|href|from|import)\s*[=(]?\s*["']([^"'$]+)["']""", answer.body
            )
            assert [one for one in links if one.startswith(ELSEWHERE)] == []


def test_the_page_puts_nothing_in_as_markup() -> None:
    """No way around text, and nothing inline that the policy would have to allow."""
    scripts = "".join(path.read_text("utf-8") for path in (PAGE / "js").glob("*.js"))
    page = (PAGE / "inbox.html").read_text("utf-8")

    ways = ("innerHTML", "outerHTML", "insertAdjacent", "eval(", "dangerouslySet", "new Function")
    assert not {word for word in ways if word in scripts}
    assert "<style" not in page
    assert " style=" not in page
    assert re.search(r"\son[a-z]+=", page) is None


def test_what_is_not_there_is_said_so(http: "Http") -> None:
    """An unknown path is a 404 in JSON."""
    answer = http.get("/favicon.ico")

    assert answer.status == 404
    assert "inbox" in answer.json["error"]


@pytest.mark.parametrize(
    ("host", "url"), [("127.0.0.1", "http://127.0.0.1:"), ("0.0.0.0", "http://127.0.0.1:")]
)
def test_a_port_can_be_left_to_chance(host: str, url: str) -> None:
    """Port 0 takes a free one, and the address told is one that works from here."""
    with listen(host, 0) as listening:
        assert url_of(listening).startswith(url)


def test_a_running_clock_delivers_without_a_request(emulator: "Emulator") -> None:
    """The page sees a message delivered without another request."""
    from smsvoice.emulator import Emulator as Running
    from tests.frontends.http import Http as Plain

    with Running() as running, serving(App(running)) as url:
        plain = Plain(url)
        body = json.dumps({"DestinationPhoneNumber": "+14254147755", "MessageBody": "x"}).encode()
        plain.aws(TARGET + "SendTextMessage", body)

        found = plain.get("/_smsvoice/messages?state=DELIVERED&wait=10").json["messages"]

    assert [one["State"] for one in found] == ["DELIVERED"]

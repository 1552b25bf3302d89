"""The levers over HTTP: what they do, and whom they refuse."""

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator.frontends.server import App
from tests.frontends.http import Http

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

TO, OTHER = "+14254147755", "+14254147167"
LEVERS = "/_smsvoice"


@pytest.fixture
def client(emulator: "Emulator") -> "PinpointSMSVoiceV2Client":
    """A client of the emulator, by the shortest way."""
    return emulator.session().client("pinpoint-sms-voice-v2")


def test_health_reports_account_region_and_time(http: Http) -> None:
    """A compose file has something to wait for."""
    told = http.get(f"{LEVERS}/health").json

    assert (told["status"], told["account_id"], told["region"]) == (
        "ok",
        "123456789012",
        "us-east-1",
    )
    assert told["now"] == "2026-03-02T09:30:00+00:00"


def test_messages_are_found_by_recipient_text_state_and_age(
    http: Http, client: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Each filter by itself, oldest first."""
    first = client.send_text_message(DestinationPhoneNumber=TO, MessageBody="one")["MessageId"]
    emulator.advance(60)
    client.send_text_message(DestinationPhoneNumber=OTHER, MessageBody="two Grüße")
    emulator.advance(60)
    client.send_text_message(DestinationPhoneNumber=TO, MessageBody="three")

    def bodies(query: str) -> list[str]:
        found = http.get(f"{LEVERS}/messages?{query}").json["messages"]
        return [message["Body"] for message in found]

    assert bodies("") == ["one", "two Grüße", "three"]
    assert bodies("to=%2B14254147755") == ["one", "three"]
    assert bodies("to=14254147755") == ["one", "three"]
    assert bodies("search=gr%C3%BC%C3%9Fe+TWO") == ["two Grüße"]
    assert bodies("state=failed") == ["two Grüße"]
    assert bodies(f"since={first}") == ["two Grüße", "three"]
    assert bodies("since=2026-03-02T09:30:30Z") == ["two Grüße", "three"]
    assert bodies("limit=1") == ["three"]


def test_a_long_poll_ends_when_the_message_comes(
    http: Http, client: "PinpointSMSVoiceV2Client"
) -> None:
    """A test in another process waits for a text without polling."""
    found: list[Any] = []
    query = f"{LEVERS}/messages?to=%2B14254147755&wait=20"
    waiting = threading.Thread(target=lambda: found.append(http.get(query).json))
    began = time.monotonic()
    waiting.start()
    time.sleep(0.3)

    client.send_text_message(DestinationPhoneNumber=OTHER, MessageBody="not this one")
    client.send_text_message(DestinationPhoneNumber=TO, MessageBody="this one")
    waiting.join()

    assert [message["Body"] for message in found[0]["messages"]] == ["this one"]
    assert time.monotonic() - began < 10


def test_a_long_poll_ends_empty_when_nothing_comes(http: Http) -> None:
    """After the time asked for, the answer is an empty list."""
    assert http.get(f"{LEVERS}/messages?wait=0.2").json == {"messages": [], "total": 0}


def test_a_page_gets_changes_as_they_happen(http: Http, client: "PinpointSMSVoiceV2Client") -> None:
    """Server-sent events: one at the start, one for each change; reads are none."""
    connection = http.client_connection()
    connection.request("GET", f"{LEVERS}/changes")
    stream = connection.getresponse()
    assert stream.getheader("content-type", "").startswith("text/event-stream")
    started = [stream.readline() for _ in range(4)]

    client.describe_opt_out_lists()
    client.send_text_message(DestinationPhoneNumber=TO, MessageBody="x")
    heard = [stream.readline(), stream.readline()]
    connection.close()

    assert started[1:] == [b"event: changed\n", b"data: 0\n", b"\n"]
    assert heard == [b"event: changed\n", b"data: 1\n"]


def test_one_message_is_shown_with_its_events(
    http: Http, client: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """What became of it, step by step."""
    message_id = client.send_text_message(DestinationPhoneNumber=TO, MessageBody="x")["MessageId"]
    emulator.advance(60)

    told = http.get(f"{LEVERS}/messages/{message_id}").json

    assert told["message"]["State"] == "DELIVERED"
    assert "TEXT_DELIVERED" in {event["event_type"] for event in told["events"]}
    assert http.get(f"{LEVERS}/messages/other").status == 404


def test_clearing_leaves_everything_but_messages(
    http: Http, client: "PinpointSMSVoiceV2Client"
) -> None:
    """The inbox is empty, the opt-out list is there."""
    client.create_opt_out_list(OptOutListName="news")
    client.send_text_message(DestinationPhoneNumber=TO, MessageBody="x")

    http.delete(f"{LEVERS}/messages")

    assert http.get(f"{LEVERS}/messages").json["messages"] == []
    assert len(client.describe_opt_out_lists()["OptOutLists"]) == 2


def test_a_reset_forgets_all(http: Http, client: "PinpointSMSVoiceV2Client") -> None:
    """As new."""
    client.create_opt_out_list(OptOutListName="news")

    http.post(f"{LEVERS}/reset")

    assert len(client.describe_opt_out_lists()["OptOutLists"]) == 1


def test_the_clock_is_put_forward(http: Http) -> None:
    """Seconds, and never back."""
    told = http.post(f"{LEVERS}/clock", {"advance": 90}).json
    back = http.post(f"{LEVERS}/clock", {"advance": -1})

    assert told == {"now": "2026-03-02T09:31:30+00:00"}
    assert http.get(f"{LEVERS}/clock").json == told
    assert (back.status, "back" in back.json["error"]) == (400, True)


def test_faults_are_added_listed_and_cleared(http: Http, emulator: "Emulator") -> None:
    """The same lever as in code."""
    http.post(
        f"{LEVERS}/faults", {"kind": "drop_after", "operation": "SendTextMessage", "times": 2}
    )
    (told,) = http.get(f"{LEVERS}/faults").json["faults"]
    http.delete(f"{LEVERS}/faults")

    assert (told["kind"], told["operation"], told["times"]) == ("drop_after", "SendTextMessage", 2)
    assert len(emulator.faults) == 0


def test_settings_are_shown_and_changed(http: Http, emulator: "Emulator") -> None:
    """The switches of the account, checked."""
    told = http.post(f"{LEVERS}/settings", {"sandbox": True, "blocked_countries": ["CN", "KP"]})

    assert told.json["sandbox"] is True
    assert emulator.settings.blocked_countries == {"CN", "KP"}
    for wrong in (
        {"sandbocks": True},
        {"sandbox": "yes"},
        {"spend_limit": -1},
        {"spend_limit": 1.5},
    ):
        assert http.post(f"{LEVERS}/settings", wrong).status == 400


def test_a_seed_can_be_posted(http: Http, client: "PinpointSMSVoiceV2Client") -> None:
    """The content of a seed file, as JSON; a mistake says which call."""
    step = {"operation": "CreateOptOutList", "request": {"OptOutListName": "news"}, "name": "news"}

    told = http.post(f"{LEVERS}/seed", {"call": [step]})
    again = http.post(f"{LEVERS}/seed", {"call": [step]})

    assert told.json["answers"][0]["OptOutListName"] == "news"
    assert len(client.describe_opt_out_lists()["OptOutLists"]) == 2
    assert again.status == 400
    assert "call 1" in again.json["error"]
    assert "RESOURCE_ALREADY_EXISTS" in again.json["error"]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("/faults", {"kind": "meteor"}),
        ("/faults", {"kinds": "500"}),
        ("/faults", {"kind": "500", "times": "many"}),
        ("/faults", [1]),
        ("/clock", {"advance": "soon"}),
        ("/clock", {}),
        ("/review", {"decision": "maybe"}),
        ("/inbound", {"colour": "green"}),
        ("/seed", {"calls": []}),
    ],
)
def test_a_mistake_is_reported(http: Http, path: str, content: object) -> None:
    """A lever that cannot do what was asked says why, with status 400."""
    answer = http.post(LEVERS + path, content)

    assert answer.status == 400
    assert answer.json["error"]
    assert b"Traceback" not in answer.body


@pytest.mark.parametrize(
    "query", ["wait=soon", "wait=61", "limit=0", "since=yesterday", "until=x", "form=x"]
)
def test_a_filter_that_cannot_be_is_reported(http: Http, query: str) -> None:
    """A misspelt filter does not find everything."""
    assert http.get(f"{LEVERS}/messages?{query}").status == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"host": "evil.example"},
        {"host": "127.0.0.1.evil.example:7670"},
        {"host": "[::1"},
        {"content_type": "text/plain"},
        {"content_type": "application/x-www-form-urlencoded"},
    ],
)
def test_a_page_of_another_origin_cannot_move_the_controls(
    http: Http, emulator: "Emulator", headers: dict[str, str]
) -> None:
    """What a browser would send on a stranger's behalf is refused, and nothing happens."""
    answer = http.post(f"{LEVERS}/faults", {"kind": "500"}, **headers)

    assert answer.status == 403
    assert len(emulator.faults) == 0


@pytest.mark.parametrize("host", ["localhost:7670", "[::1]:7670", "127.0.0.1", "sms.localhost:1"])
def test_this_machine_has_several_names(http: Http, host: str) -> None:
    """Its own page, by any of them, may."""
    told = http.get(f"{LEVERS}/health", host=host, origin=f"http://{host}")

    assert told.status == 200


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("peer", "status"),
    [("203.0.113.9", 403), ("127.0.0.9", 200), ("::1", 200), ("::ffff:127.0.0.1", 200)],
)
async def test_the_peer_decides(emulator: "Emulator", peer: str, status: int) -> None:
    """Not what the request says of itself, but where it comes from."""
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": b""}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/_smsvoice/clock",
        "raw_path": b"/_smsvoice/clock",
        "root_path": "",
        "query_string": b"",
        "scheme": "http",
        "headers": [(b"host", b"localhost"), (b"x-forwarded-for", b"127.0.0.1")],
        "client": (peer, 1),
        "server": ("127.0.0.1", 7670),
    }
    await App(emulator)(scope, receive, send)

    assert sent[0]["status"] == status


def test_the_controls_take_no_more_than_a_mebibyte(http: Http) -> None:
    """A body without end is not kept."""
    answer = http.send(
        "POST", f"{LEVERS}/faults", b" " * (1024 * 1024 + 1), content_type="application/json"
    )

    assert (answer.status, "1 MiB" in answer.json["error"]) == (400, True)

"""Events that are posted to a URL: whose they are, and what becomes of those that cannot be."""

import json
import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.engine.settings import Settings
from smsvoice.events import Delivery, Inbound, SnsRefusedError, SnsVerifier
from tests.factories.constants import EVENTS_TOPIC, GOOD, INBOUND_TOPIC
from tests.factories.events import listen
from tests.factories.identities import number

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client


def text(aws: "PinpointSMSVoiceV2Client", **more: Any) -> str:
    """Send a text; its id."""
    sent = aws.send_text_message(DestinationPhoneNumber=GOOD, MessageBody="hello", **more)
    return sent["MessageId"]


def posting_threads() -> list[threading.Thread]:
    """The threads that post events."""
    return [one for one in threading.enumerate() if one.name == "smsvoice-events"]


class Receiver(BaseHTTPRequestHandler):
    """Somebody's endpoint for events."""

    def do_POST(self) -> None:
        """Note what comes, and answer with the server's status."""
        server: Any = self.server
        length = int(self.headers["Content-Length"])
        server.received.append((self.headers, self.rfile.read(length)))
        server.arrived.release()
        server.may_answer.wait(20)
        self.send_response(server.status)
        self.send_header("Location", f"http://127.0.0.1:{server.server_port}/elsewhere")
        self.end_headers()

    def do_GET(self) -> None:
        """Note that somebody followed a redirect."""
        server: Any = self.server
        server.followed.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def receiver() -> Iterator[Any]:
    """A server that notes what is posted to it."""
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    server.received, server.arrived = [], threading.Semaphore(0)
    server.followed, server.status, server.may_answer = [], 204, threading.Event()
    server.may_answer.set()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.may_answer.set()
    server.shutdown()
    server.server_close()
    thread.join()


def test_events_are_posted_where_the_settings_say(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator, receiver: Any
) -> None:
    """The body is the event as its destination receives it, and headers say whose it is."""
    name = listen(aws)
    emulator.settings.event_url = f"http://127.0.0.1:{receiver.server_port}/events"

    message_id = text(aws, ConfigurationSetName=name)

    for _ in range(2):
        assert receiver.arrived.acquire(timeout=10)
    posted = {headers["X-Smsvoice-Destination"]: body for headers, body in receiver.received}
    assert json.loads(json.loads(posted["topic"])["Message"])["messageId"] == message_id
    within = json.loads(json.loads(posted["EventBridge"])["Message"])
    assert within["detail"]["messageId"] == message_id
    assert {headers["X-Smsvoice-Event-Type"] for headers, _ in receiver.received} == {"TEXT_QUEUED"}
    sets = {
        headers["X-Smsvoice-Destination"]: headers["X-Smsvoice-Configuration-Set"]
        for headers, _ in receiver.received
    }
    assert sets == {"topic": name, "EventBridge": None}


def test_what_is_posted_can_be_verified_and_read(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator, receiver: Any
) -> None:
    """Receipts under the topic of their destination, replies under that of their number."""
    name = listen(aws)
    made = number(aws, emulator)
    aws.update_phone_number(
        PhoneNumberId=made["PhoneNumberId"], TwoWayEnabled=True, TwoWayChannelArn=INBOUND_TOPIC
    )
    emulator.settings.event_url = address(receiver)
    verifier = SnsVerifier([EVENTS_TOPIC, INBOUND_TOPIC], certificate=emulator.sns_certificate)

    message_id = text(aws, ConfigurationSetName=name)
    emulator.inbound(GOOD, made["PhoneNumber"], "hello")
    emulator.close()

    items = [
        item
        for headers, body in receiver.received
        if headers["X-Smsvoice-Destination"] != "EventBridge"
        for item in verifier.verify(body, headers).events
    ]
    receipt, reply = items
    assert isinstance(receipt, Delivery)
    assert (receipt.message_id, receipt.carrier.topic_arn) == (message_id, EVENTS_TOPIC)
    assert isinstance(reply, Inbound)
    assert (reply.person, reply.carrier.topic_arn) == (GOOD, INBOUND_TOPIC)
    assert reply.at is not None


def test_another_emulators_certificate_does_not_fit(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator, receiver: Any
) -> None:
    emulator.settings.event_url = address(receiver)
    name = listen(aws)
    with Emulator() as other:
        verifier = SnsVerifier(EVENTS_TOPIC, certificate=other.sns_certificate)

    text(aws, ConfigurationSetName=name)
    emulator.close()

    (body,) = [b for h, b in receiver.received if h["X-Smsvoice-Destination"] == "topic"]
    with pytest.raises(SnsRefusedError, match="BAD_SIGNATURE"):
        verifier.verify(body)


def test_an_event_url_that_does_not_answer_harms_no_send(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    """Posting is best effort: sends go on as if nothing were wrong, and the log says so once."""
    emulator.settings.event_url = "http://127.0.0.1:9/nobody"

    with caplog.at_level(logging.WARNING, logger="smsvoice.emulator"):
        text(aws)
        emulator.advance(1)
        emulator.close()

    assert emulator.messages[0].state == "DELIVERED"
    assert len(emulator.events) == 3
    assert emulator.engine.poster.posts == (0, 0, 3)
    assert len([one for one in caplog.records if "dropped" in one.getMessage()]) == 1
    assert GOOD not in caplog.text


def test_a_redirect_is_not_followed(receiver: Any) -> None:
    """The event goes to the address that was given, and counts as dropped where that moved."""
    receiver.status = 302
    with Emulator(settings=Settings(event_url=address(receiver)), clock_runs=False) as emulator:
        text(emulator.session().client("pinpoint-sms-voice-v2"))

    assert receiver.followed == []
    assert emulator.engine.poster.posts == (0, 0, 1)


def test_closing_posts_what_waits_and_ends_the_thread(receiver: Any) -> None:
    """Nothing is lost at the end of a test, and no thread outlives its emulator."""
    for _ in range(5):
        with Emulator(settings=Settings(event_url=address(receiver)), clock_runs=False) as emulator:
            text(emulator.session().client("pinpoint-sms-voice-v2"))
            emulator.advance(60)

        assert emulator.engine.poster.posts == (0, 3, 0)

    assert len(receiver.received) == 15
    assert posting_threads() == []


def test_a_receiver_that_hangs_does_not_hold_the_close_for_ever(receiver: Any) -> None:
    """What cannot be posted in time is dropped and counted."""
    receiver.may_answer.clear()
    emulator = Emulator(settings=Settings(event_url=address(receiver)), clock_runs=False)
    text(emulator.session().client("pinpoint-sms-voice-v2"))
    emulator.advance(60)
    assert receiver.arrived.acquire(timeout=10)
    poster = emulator.engine.poster
    closing = threading.Thread(target=poster.close, args=(0.0,))

    closing.start()
    receiver.may_answer.set()
    closing.join(20)

    assert not closing.is_alive()
    assert posting_threads() == []
    assert poster.posts == (0, 1, 2)


def test_events_after_the_close_are_counted_as_dropped(receiver: Any) -> None:
    """A closed emulator still answers, and starts no new thread."""
    emulator = Emulator(settings=Settings(event_url=address(receiver)), clock_runs=False)
    emulator.close()

    text(emulator.session().client("pinpoint-sms-voice-v2"))

    assert posting_threads() == []
    assert emulator.engine.poster.posts == (0, 0, 1)


def address(receiver: Any) -> str:
    """Where a receiver takes events."""
    return f"http://127.0.0.1:{receiver.server_port}/in"

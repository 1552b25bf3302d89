"""What a webhook believes: what SNS signed, for its topics, lately, and once."""

import json
import subprocess
import sys
import threading
from datetime import timedelta
from typing import Any

import anyio
import anyio.to_thread
import pytest

from smsvoice import events
from smsvoice.errors import RequestError
from smsvoice.events import FetchError, SnsRefusedError, SnsVerifier
from tests.events.sns_posts import (
    HOST,
    NOW,
    TOPIC,
    URL,
    Sns,
    new_key,
    reason_of,
    verifier,
)


@pytest.mark.parametrize("version", ["1", "2"])
@pytest.mark.parametrize("subject", [None, "", "A subject"])
def test_what_sns_signed_passes(sns: Sns, version: str, subject: str | None) -> None:
    body = sns.post(SignatureVersion=version, Subject=subject)

    notification = verifier(sns).verify(body)

    (item,) = notification.events
    assert isinstance(item, events.Delivery)
    assert (item.message_id, item.carrier.topic_arn) == ("m-1", TOPIC)
    assert not notification.is_subscription
    assert notification.topic_arn == TOPIC
    assert "m-1" not in repr(notification)


def test_a_null_subject_is_no_subject(sns: Sns) -> None:
    members = sns.signed(sns.members())

    assert verifier(sns).verify(json.dumps(members | {"Subject": None})).events


def test_it_works_in_an_event_loop(sns: Sns) -> None:
    door = verifier(sns)

    async def verified() -> None:
        for number in range(3):
            notification = await door.averify(sns.post(MessageId=f"id-{number}"))
            assert len(notification.events) == 1
        with pytest.raises(SnsRefusedError):
            await door.averify(sns.post(MessageId="id-0"))

    anyio.run(verified)
    assert sns.fetched.count(URL) == 1


def test_made_up_posts_use_up_no_threads_of_the_application(sns: Sns) -> None:
    """While all of them wait for certificates, other work in threads goes on."""
    may_end = threading.Event()

    def fetch(_: str) -> bytes:
        may_end.wait(20)
        raise FetchError("gone")

    door = verifier(sns, fetch=fetch)

    async def flooded() -> None:
        async with anyio.create_task_group() as tasks:
            for number in range(60):
                url = f"https://{HOST}/SimpleNotificationService-{number:x}.pem"
                tasks.start_soon(refused, sns.post(MessageId=f"id-{number}", SigningCertURL=url))
            await anyio.sleep(0.05)
            await anyio.to_thread.run_sync(may_end.set)  # waits for none of them

    async def refused(body: bytes) -> None:
        with pytest.raises(SnsRefusedError):
            await door.averify(body)

    anyio.run(flooded)


@pytest.mark.parametrize("name", ["Message", "MessageId", "Subject", "Timestamp", "Type"])
@pytest.mark.parametrize("version", ["1", "2"])
def test_an_altered_member_is_noticed(sns: Sns, name: str, version: str) -> None:
    found = json.loads(sns.post(Subject="A subject", SignatureVersion=version))
    other = {"Timestamp": "2026-11-27T11:59:31.000Z", "Type": "SubscriptionConfirmation"}
    more = {"Token": "t", "SubscribeURL": "u"} if name == "Type" else {}

    body = json.dumps(found | {name: other.get(name, f"{found[name]} ")} | more)

    assert reason_of(sns, body) == "BAD_SIGNATURE"


def test_an_added_subject_is_noticed(sns: Sns) -> None:
    found = json.loads(sns.post())

    assert reason_of(sns, json.dumps(found | {"Subject": ""})) == "BAD_SIGNATURE"


@pytest.mark.parametrize(
    "added",
    [
        {"Records": []},
        {"Records": [{"messageId": "1", "body": '{"eventType": "TEXT_READ", "messageId": "m-1"}'}]},
        {"Sns": {"Message": '{"eventType": "TEXT_READ", "messageId": "m-1"}'}},
        {"logEvents": [{"message": '{"eventType": "TEXT_READ", "messageId": "m-1"}'}]},
        {"detail": {"eventType": "TEXT_READ", "messageId": "m-1"}, "source": "aws.sms-voice"},
        {"awslogs": {"data": ""}, "kinesis": {"data": ""}, "Messages": [], "records": []},
    ],
    ids=lambda added: next(iter(added)),
)
def test_only_what_was_signed_is_read(sns: Sns, added: dict[str, Any]) -> None:
    """Anyone may add members to a post that SNS has signed."""
    body = json.dumps(json.loads(sns.post()) | added)

    (item,) = verifier(sns).verify(body).events

    assert isinstance(item, events.Delivery)
    assert item.event_type == "TEXT_DELIVERED"
    assert not set(added) & set(item.carrier.record)


def test_a_replay_cut_in_another_way_is_refused(sns: Sns) -> None:
    """The signed text is the same, the id is another one."""
    door = verifier(sns)
    found = json.loads(sns.post(Subject="hello"))
    door.verify(json.dumps(found))
    del found["Subject"]
    found["MessageId"] += "\nSubject\nhello"

    with pytest.raises(SnsRefusedError) as refused:
        door.verify(json.dumps(found))
    assert refused.value.reason == "NOT_SNS"


def test_a_body_beyond_all_measure_is_not_read(sns: Sns) -> None:
    assert reason_of(sns, b" " * (2 * 1024 * 1024 + 1)) == "NOT_SNS"


def test_another_topic_is_refused(sns: Sns) -> None:
    body = sns.post(TopicArn=f"{TOPIC}-of-another")

    assert reason_of(sns, body) == "UNKNOWN_TOPIC"
    assert sns.fetched == []


def test_a_signature_of_another_key_is_refused(sns: Sns) -> None:
    sns.key = new_key()

    assert reason_of(sns, sns.post()) == "BAD_SIGNATURE"


def test_a_version_that_is_not_known_is_refused(sns: Sns) -> None:
    assert reason_of(sns, sns.post(SignatureVersion="3")) == "UNKNOWN_VERSION"


@pytest.mark.parametrize(
    ("at", "reason"),
    [("2026-11-27T10:59:59.000Z", "TOO_OLD"), ("2026-11-27T12:06:00.000Z", "FROM_THE_FUTURE")],
)
def test_a_post_must_be_of_now(sns: Sns, at: str, reason: str) -> None:
    assert reason_of(sns, sns.post(Timestamp=at)) == reason


def test_a_post_passes_once(sns: Sns) -> None:
    door, body = verifier(sns), sns.post()
    door.verify(body)

    with pytest.raises(SnsRefusedError) as refused:
        door.verify(body)
    assert (refused.value.reason, refused.value.status_code) == ("REPLAYED", 503)


def test_a_post_whose_handling_failed_passes_again(sns: Sns) -> None:
    door, body = verifier(sns), sns.post()

    with pytest.raises(ZeroDivisionError), door.verify(body):
        raise ZeroDivisionError
    with door.verify(body) as notification:
        assert len(notification.events) == 1

    with pytest.raises(SnsRefusedError) as refused:
        door.verify(body)
    assert (refused.value.reason, refused.value.status_code) == ("REPLAYED", 200)


def test_ids_are_forgotten_once_their_posts_are_too_old(sns: Sns) -> None:
    """So that memory does not grow; a replay is too old by then."""
    moment = [NOW]
    door = verifier(sns, now=lambda: moment[0], max_age=60)
    for number in range(200):
        moment[0] = NOW + timedelta(seconds=30 * number)
        at = f"{moment[0]:%Y-%m-%dT%H:%M:%S}.000Z"
        door.verify(sns.post(MessageId=f"id-{number}", Timestamp=at))

    assert len(door._seen) < 20
    with pytest.raises(SnsRefusedError, match="TOO_OLD"):
        door.verify(sns.post(MessageId="id-0", Timestamp="2026-11-27T12:00:00.000Z"))


def test_of_many_threads_one_passes(sns: Sns) -> None:
    door, body, passed = verifier(sns), sns.post(), []

    def run() -> None:
        try:
            passed.append(door.verify(body))
        except SnsRefusedError as refused:
            assert refused.reason == "REPLAYED"

    threads = [threading.Thread(target=run) for _ in range(16)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert len(passed) == 1
    assert sns.fetched.count(URL) == 1


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"Type": "Notification"}, "DECODED"),
        (None, "DECODED"),
        (b"{", "NOT_SNS"),
        (b"[]", "NOT_SNS"),
        (b"{}", "NOT_SNS"),
        (b'{"Type": "Gift"}', "NOT_SNS"),
        (b'{"Type": []}', "NOT_SNS"),
        (b'{"Type": {}}', "NOT_SNS"),
        (b'{"eventType": "TEXT_DELIVERED", "messageId": "m-1"}', "RAW_DELIVERY"),
        (b'{"originationNumber": "+1", "destinationNumber": "+1"}', "RAW_DELIVERY"),
    ],
)
def test_what_is_no_notification_is_refused(sns: Sns, body: Any, reason: str) -> None:
    assert reason_of(sns, body) == reason


def test_a_message_that_was_decoded_on_the_way_is_refused(sns: Sns) -> None:
    found = json.loads(sns.post())

    assert reason_of(sns, json.dumps(found | {"Message": {"messageId": "m-1"}})) == "DECODED"


@pytest.mark.parametrize(
    "members",
    [{"Subject": 5}, {"Timestamp": "soon"}, {"Timestamp": "2026-11-27T11:59:30.000"}],
)
def test_a_member_that_cannot_be_read_is_refused(sns: Sns, members: dict[str, Any]) -> None:
    found = json.loads(sns.post()) | members

    assert reason_of(sns, json.dumps(found)) == "NOT_SNS"


def test_lambdas_spelling_is_taken(sns: Sns) -> None:
    found = json.loads(sns.post())
    found["SigningCertUrl"] = found.pop("SigningCertURL")

    assert verifier(sns).verify(json.dumps(found)).events


def test_a_notification_may_be_released_by_hand(sns: Sns) -> None:
    door, body = verifier(sns), sns.post()
    door.verify(body).release()

    assert door.verify(body).events
    assert repr(door) == "<SnsVerifier for 1 topics>"


def test_what_needs_cryptography_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "smsvoice.events.sns.verifier", None)

    with pytest.raises(ImportError, match=r'pip install "smsvoice\[sns\]"'):
        _ = events.SnsVerifier
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = events.nothing  # pyright: ignore[reportAttributeAccessIssue]


def test_raw_delivery_is_known_by_its_header(sns: Sns) -> None:
    with pytest.raises(SnsRefusedError) as refused:
        verifier(sns).verify(sns.post(), {"X-Amz-Sns-Rawdelivery": "true"})
    assert refused.value.reason == "RAW_DELIVERY"


@pytest.mark.parametrize(
    "name", ["Signature", "SigningCertURL", "MessageId", "Timestamp", "TopicArn"]
)
@pytest.mark.parametrize("value", [None, 5, ["x"]])
def test_a_member_that_lacks_is_named(sns: Sns, name: str, value: Any) -> None:
    found = json.loads(sns.post())
    del found[name]
    if value is not None:
        found[name] = value

    assert reason_of(sns, json.dumps(found)) == "NOT_SNS"


@pytest.mark.parametrize("signature", ["%%%", "", "AAAA"])
def test_a_signature_that_is_none_is_refused(sns: Sns, signature: str) -> None:
    found = json.loads(sns.post()) | {"Signature": signature}

    assert reason_of(sns, json.dumps(found)) in ("NOT_SNS", "BAD_SIGNATURE")


def test_a_subscription_is_confirmed_at_sns(sns: Sns) -> None:
    url = f"https://{HOST}/?Action=ConfirmSubscription&TopicArn={TOPIC}&Token=t-1"
    sns.files[url] = b"<ok/>"
    notification = verifier(sns).verify(sns.about_subscription("SubscriptionConfirmation"))

    assert notification.is_subscription
    assert list(notification.events) == []
    notification.confirm()
    anyio.run(notification.aconfirm)

    assert sns.fetched.count(url) == 2


def test_a_confirmation_that_failed_may_be_asked_for_again(sns: Sns) -> None:
    door, body = verifier(sns), sns.about_subscription("SubscriptionConfirmation")
    with pytest.raises(FetchError):
        door.verify(body).confirm()

    again = door.verify(body)
    sns.files[f"https://{HOST}/?Action=ConfirmSubscription&TopicArn={TOPIC}&Token=t-1"] = b"<ok/>"
    again.confirm()

    with pytest.raises(SnsRefusedError) as refused:
        door.verify(body)
    assert refused.value.status_code == 200


@pytest.mark.parametrize(
    "url",
    [
        f"https://example.com/?Action=ConfirmSubscription&TopicArn={TOPIC}&Token=t",
        f"https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn={TOPIC}",
        f"https://{HOST}/?Action=Unsubscribe&TopicArn={TOPIC}",
        f"https://{HOST}/?Action=ConfirmSubscription&TopicArn=other",
        f"http://{HOST}/?Action=ConfirmSubscription&TopicArn={TOPIC}",
        "https://[::1/?Action=ConfirmSubscription",
    ],
)
def test_no_other_address_is_called_to_confirm(sns: Sns, url: str) -> None:
    body = sns.about_subscription("SubscriptionConfirmation", SubscribeURL=url)
    notification = verifier(sns).verify(body)
    before = list(sns.fetched)

    with pytest.raises(SnsRefusedError) as refused:
        notification.confirm()

    assert refused.value.reason == "SUBSCRIBE_URL"
    assert sns.fetched == before


def test_an_unsubscription_is_never_confirmed(sns: Sns) -> None:
    """Its address would subscribe again."""
    notification = verifier(sns).verify(sns.about_subscription("UnsubscribeConfirmation"))
    before = list(sns.fetched)

    assert notification.is_unsubscription
    with pytest.raises(SnsRefusedError) as refused:
        notification.confirm()

    assert refused.value.reason == "UNSUBSCRIBE"
    assert sns.fetched == before


def test_a_notification_has_nothing_to_confirm(sns: Sns) -> None:
    with pytest.raises(SnsRefusedError):
        verifier(sns).verify(sns.post()).confirm()


@pytest.mark.parametrize(
    "topics", [(), "receipts", "arn:aws:sqs:eu-west-1:1:q", ["arn:aws:sns:::x"], [5]]
)
def test_topics_must_be_arns(topics: Any) -> None:
    with pytest.raises(RequestError, match="topics: "):
        SnsVerifier(topics)


def test_the_error_of_fetching_is_had_from_events_and_loads_late() -> None:
    """As the same class, and without what only it needs being loaded before."""
    program = (
        "import sys; from smsvoice import events; early = 'smsvoice.transport.fetching' in sys.modules;"
        "found = events.FetchError; sys.exit(early or 'cryptography' in sys.modules"
        " or found is not sys.modules['smsvoice.transport.fetching'].FetchError)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

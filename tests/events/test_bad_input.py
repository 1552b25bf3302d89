"""Nothing that comes makes parsing raise, and nothing of it stands in a reason."""

import gzip
import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from smsvoice import events
from smsvoice.events.documents import MAX_BYTES
from smsvoice.events.parsing import MAX_ITEMS
from tests.events.carriers import (
    AROUND,
    MANY,
    SAMPLES,
    event_bridge,
    receipt,
    reply,
    sns,
    sqs_to_lambda,
)

BODIES = [one.read_bytes() for one in sorted(SAMPLES.glob("[0-9]*.json"))]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
MEMBERS = [
    "Records",
    "records",
    "Messages",
    "Sns",
    "Type",
    "Message",
    "MessageId",
    "TopicArn",
    "body",
    "Body",
    "messageId",
    "receiptHandle",
    "kinesis",
    "data",
    "awslogs",
    "logEvents",
    "message",
    "detail",
    "detail-type",
    "source",
    "resources",
    "eventType",
    "isFinal",
    "eventTimestamp",
    "totalMessagePrice",
    "context",
    "originationNumber",
    "destinationNumber",
    "messageBody",
    "inboundMessageId",
    "messageKeyword",
    "registrationDetails",
    "protectConfiguration",
    "rcsMetadata",
    "carrier",
    "raw",
    "notification",
    "delivery",
    "event_type",
    "s3",
    "time",
    "id",
    "Timestamp",
]
NAMES = st.sampled_from(MEMBERS)
ODD = st.dictionaries(NAMES, JSON | st.dictionaries(NAMES, JSON, max_size=6), max_size=10)


UNREADABLE: list[tuple[Any, str]] = [
    (gzip.compress(b"{}")[:-9], "gzip data is cut off"),
    (b"\x1f\x8bnonsense", "gzip data is broken"),
    (gzip.compress(b" " * (MAX_BYTES + 1)), "unpacks to more than"),
    (b"\xff\xfe", "no text in UTF-8"),
    ("", "is empty"),
    ("+12065550142 wrote", "no JSON"),
    ("[" * 200_000, "nested too deep"),
    ("7", "no JSON object"),
    (None, "no JSON object"),
    (object(), "no JSON object"),
    ({"records": [{"data": "%%%"}], "requestId": "r"}, "no base64"),
    ({"records": [{}], "requestId": "r"}, "has no data"),
    ({"eventType": "TEXT_DELIVERED"}, "no message id"),
    ({"eventType": 5, "messageId": "m"}, "no eventType"),
    ({"originationNumber": "+1", "destinationNumber": 5}, "has no"),
    ({"Records": [{"s3": {"object": {}}}]}, "names an S3 object"),
    ({"Type": "SubscriptionConfirmation", "Message": "m"}, "SNS subscription"),
]


@pytest.mark.parametrize(("came", "reason"), UNREADABLE, ids=[why for _, why in UNREADABLE])
def test_what_cannot_be_read_says_why(came: Any, reason: str) -> None:
    (item,) = events.parse(came)

    assert isinstance(item, events.Unparsed)
    assert reason in item.reason
    assert "2065550142" not in f"{item!r}{item.reason}"


@pytest.mark.parametrize(
    "text",
    [
        '{"eventType":"TEXT_DELIVERED","messageId":"m","totalMessagePrice":NaN}',
        '{"eventType":"TEXT_DELIVERED","messageId":"m","totalMessagePrice":1e400}',
        '{"eventType":"TEXT_DELIVERED","messageId":"m","totalCarrierFee":"free"}',
        '{"eventType":"TEXT_DELIVERED","messageId":"m","eventTimestamp":1e300}',
        '{"eventType":"TEXT_DELIVERED","messageId":"m","eventTimestamp":99999999999999999}',
        '{"eventType":"TEXT_DELIVERED","messageId":"m","context":[1]}',
        '{"eventType":"TEXT_DELIVERED","messageId":"m","isFinal":"yes","mcc":310}',
    ],
)
def test_a_member_that_does_not_fit_costs_the_event_nothing_else(text: str) -> None:
    (item,) = events.parse(text)

    assert isinstance(item, events.Delivery)
    assert (item.event_type, item.message_id, item.cost, item.at) == (
        "TEXT_DELIVERED",
        "m",
        None,
        None,
    )
    assert item.outcome == events.Outcome.DELIVERED


@pytest.mark.long
def test_a_bomb_of_records_ends() -> None:
    """And says that it was not read to its end."""
    packed = gzip.compress(b"[" + b"0," * 200_000 + b"0]")
    batch = events.parse(packed)

    assert len(batch) == MAX_ITEMS + 1
    assert isinstance(batch[-1], events.Unparsed)
    assert "the rest was not read" in batch[-1].reason


def test_very_many_broken_lines_end() -> None:
    batch = events.parse("[1,\n" * 5_000 + json.dumps(receipt()))

    assert 100 < len(batch) < 110
    assert isinstance(batch[-1], events.Unparsed)
    assert "the rest was not read" in batch[-1].reason


def test_nothing_inside_a_broken_record_is_taken_for_a_record() -> None:
    broken = (
        '{\n  "broken": 1,,\n  "nested":\n  {"eventType": "TEXT_READ", "messageId": "evil"}\n}\n'
    )
    items = list(events.parse(broken + json.dumps(receipt(7))))

    assert [type(one) for one in items] == [events.Unparsed, events.Delivery]
    assert items[-1] == events.parse(receipt(7))[0]


def test_a_record_that_fails_when_it_is_opened_costs_no_other() -> None:
    bad = {"detail": {}, "source": "x", "resources": [Unshowable()]}
    came = {
        "Records": [{"body": bad, "messageId": "sqs-0"}, *sqs_to_lambda([receipt()])["Records"]]
    }
    first, second = events.parse(came)

    assert isinstance(first, events.Unparsed)
    assert first.carrier.index == 0
    assert isinstance(second, events.Delivery)


class Unshowable:
    """What cannot be written as text."""

    def __str__(self) -> str:
        raise ValueError("no")


def test_an_event_of_tomorrow_is_open() -> None:
    (item,) = events.parse(
        {"eventType": "HOLOGRAM_BEAMED", "messageId": "m", "messageStatus": "BEAMED"}
    )

    assert isinstance(item, events.Delivery)
    assert (item.channel, item.outcome) == ("HOLOGRAM", events.Outcome.UNKNOWN)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    check(events.parse(data))
    check(events.parse(gzip.compress(data)))


@settings(max_examples=20)
@given(ODD)
def test_any_object(found: dict[str, Any]) -> None:
    check(events.parse(found))
    check(events.parse(json.dumps(found)))


@settings(max_examples=20)
@given(
    st.lists(ODD, min_size=1, max_size=4),
    st.sampled_from(sorted(MANY)),
    st.sampled_from(sorted(AROUND)),
)
def test_any_object_in_any_carrier(records: list[Any], many: str, around: str) -> None:
    """Order and number are kept: what stands around is gone, what stands within is the same."""
    wrapped = events.parse(MANY[many]([AROUND[around](one) for one in records]))
    has_carrier = many not in ("glued", "lines", "list") or around == "sns"
    form = sns if has_carrier else json.dumps  # what holds no record is named inside a carrier
    alone = [item for one in records for item in events.parse(form(one))]

    check(wrapped)
    if not alone and many in ("glued", "lines"):
        return  # nothing is no document either
    assert [type(one) for one in wrapped] == [type(one) for one in alone]


@given(st.sampled_from(BODIES), st.data())
def test_a_mutated_sample(sample: bytes, data: st.DataObject) -> None:
    check(events.parse(mutated(sample, data)))


def mutated(sample: bytes, data: st.DataObject) -> bytes:
    """A sample with some bytes changed, cut out or repeated."""
    found = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(found)))
        end = min(len(found), start + data.draw(st.integers(0, 12)))
        found[start:end] = data.draw(st.binary(max_size=6) | st.just(bytes(found[start:end]) * 2))
    return bytes(found)


def check(batch: events.Batch) -> None:
    """A batch can be walked, shown, kept and answered."""
    for item in batch:
        assert repr(item)
        assert isinstance(item.model_dump(), dict)
        assert item == item.model_copy()
        if isinstance(item, events.Delivery):
            assert item.outcome.beats(None)
            assert item.cost is None or item.cost.is_finite()
    assert batch.response() is None or batch.status_code == 200


WORDS: list[Any] = [
    *(None, True, 0, -1, 1e400, 1.5, "", "x", "{}", "[", "bnVsbA==", "2026-01-01T00:00:00Z"),
    *([], {}, [[]], "TEXT_DELIVERED", "_SMS.OPTOUT", "rcs-1", "keyword_1", "\ud83d", 10**30),
]


def random_object(chance: Random, depth: int = 0) -> Any:
    """A JSON value whose members are called as those of carriers and events are."""
    if depth > 4 or chance.random() < 0.3:
        return chance.choice(WORDS)
    if chance.random() < 0.2:
        return [random_object(chance, depth + 1) for _ in range(chance.randrange(3))]
    names = chance.choices(MEMBERS, k=chance.randrange(8))
    return {name: random_object(chance, depth + 1) for name in names}


def spoilt(chance: Random, sample: bytes) -> bytes:
    """A sample with some bytes changed, cut out or repeated."""
    found = bytearray(sample)
    for _ in range(chance.randint(1, 4)):
        start = chance.randint(0, len(found))
        end = start + chance.randrange(12)
        found[start:end] = chance.choice([b"", chance.randbytes(3), bytes(found[start:end]) * 2])
    return bytes(found)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(8))
def test_two_hundred_thousand_inputs(seed: int) -> None:
    """Bytes, odd objects in every carrier and mutated samples, in eight parts."""
    chance, counted = Random(seed), 0
    wraps = [*MANY.values()]
    for _ in range(6_250):
        odd = random_object(chance)
        for came in (
            chance.randbytes(chance.randrange(60)),
            odd,
            chance.choice(wraps)([odd, receipt()]),
            spoilt(chance, chance.choice(BODIES)),
        ):
            check(events.parse(came))
            counted += 1

    assert counted == 25_000


def test_a_reply_with_odd_members_is_still_a_reply() -> None:
    (item,) = events.parse(event_bridge(reply(messageBody=5, messageKeyword=None)))

    assert isinstance(item, events.Inbound)
    assert (item.text, item.keyword) == ("", None)


class Lying(dict[str, Any]):
    """A mapping that fails when it is read."""

    def get(self, *_: Any) -> Any:
        """Fail."""
        raise OSError("+12065550142")


def test_an_object_that_fails_when_it_is_read_costs_no_other() -> None:
    first, second = events.parse([receipt(1), Lying(a=1)])

    assert isinstance(first, events.Delivery)
    assert isinstance(second, events.Unparsed)
    assert "cannot be read (OSError)" in second.reason
    assert "2065550142" not in f"{second!r}{second.reason}"


def test_a_test_of_s3_and_one_of_cloudwatch_hold_nothing() -> None:
    (item,) = events.parse({"Service": "Amazon S3", "Event": "s3:TestEvent"})

    assert isinstance(item, events.Unparsed)
    assert item.looks_like == "S3 notification"


def test_json_of_an_agent_that_is_not_known_stays_a_text() -> None:
    agent = {"destinationNumber": "rcs-1", "messageKeyword": None}
    for body in ('{"type": "HOLOGRAM"}', "[1]", "{", '"a"'):
        found = {name: one for name, one in reply(messageBody=body, **agent).items() if one}
        (item,) = events.parse(found)
        assert isinstance(item, events.RcsInbound)
        assert (item.content, item.text) == ("text", body)


@pytest.mark.parametrize("kind", [events.Inbound, events.Delivery, events.Unparsed])
def test_an_event_that_lacks_a_member_repeats_nothing_of_the_others(kind: Any) -> None:
    members = {"person": "+12065550142", "text": "481516", "destination": "+12065550142"}
    for make in (kind.model_validate, lambda given: kind(**given)):
        with pytest.raises(ValidationError) as refused:
            make(members)
        assert "Field required" in str(refused.value)
        assert not any(value in f"{refused.value!r}" for value in members.values())

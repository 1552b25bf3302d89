"""The same events come out of every carrier, in order, with its ids; and each gets its answer."""

import json
from typing import Any

import pytest

from smsvoice import events
from tests.events.carriers import (
    AROUND,
    MANY,
    TOPIC,
    event_bridge,
    kinesis,
    receipt,
    reply,
    sns,
    sqs_to_lambda,
)


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("many", MANY)
def test_events_come_out_as_they_went_in(many: str, around: str) -> None:
    records = [receipt(number) for number in range(5)]

    batch = events.parse(MANY[many]([AROUND[around](one) for one in records]))

    assert [item for one in records for item in events.parse(one)] == list(batch)


@pytest.mark.parametrize("many", MANY)
@pytest.mark.parametrize("place", range(3))
def test_a_bad_record_costs_no_other(many: str, place: int) -> None:
    records: list[Any] = [receipt(1), receipt(2)]
    records.insert(place, "[1, 2")

    batch = events.parse(MANY[many](records))

    kinds = [type(item) for item in batch]
    assert kinds.count(events.Unparsed) == 1
    # Without line ends a broken record ends where the next but one begins.
    lost = int(place < 2) if many == "glued" else 0
    assert kinds.count(events.Delivery) == 2 - lost
    assert kinds.index(events.Unparsed) == place


def test_services_may_stand_in_each_other() -> None:
    """EventBridge in SNS in SQS, with the ids of all three."""
    (item,) = events.parse(sqs_to_lambda([sns(event_bridge(receipt()))]))

    assert isinstance(item, events.Delivery)
    carrier = item.carrier
    assert (carrier.kind, carrier.path) == ("sqs", ("sqs", "sns", "eventbridge"))
    assert carrier.message_id == "sqs-0"
    assert carrier.receipt_handle == "handle-0"
    assert (carrier.sns_message_id, carrier.topic_arn) == ("sns-1", TOPIC)
    assert (carrier.event_bridge_id, carrier.region) == ("bridge-1", "us-east-1")
    assert carrier.at is not None
    assert carrier.at.isoformat() == "2026-11-27T12:00:00.123000+00:00"


def test_what_stands_in_too_many_envelopes_is_named() -> None:
    found: Any = receipt()
    for _ in range(20):
        found = sns(found)

    (item,) = events.parse(found)

    assert isinstance(item, events.Unparsed)
    assert "too many envelopes" in item.reason


@pytest.mark.parametrize("name", ["sqs", "kinesis"])
def test_only_what_is_to_come_again_is_reported(name: str) -> None:
    wrap = {"sqs": sqs_to_lambda, "kinesis": kinesis}[name]
    batch = events.parse(wrap([receipt(1), "nonsense", receipt(3)]))

    assert batch.response() == {"batchItemFailures": []}
    batch.retry(batch[2])
    batch.retry(batch[2])

    assert batch.response() == {"batchItemFailures": [{"itemIdentifier": f"{name}-2"}]}


def test_a_record_without_an_id_brings_back_the_whole_batch() -> None:
    """Lambda takes an empty identifier for all records."""
    batch = events.parse({"Records": [{"body": json.dumps(receipt()), "receiptHandle": "h"}]})
    batch.retry(batch[0])

    assert batch.response() == {"batchItemFailures": [{"itemIdentifier": ""}]}


def test_firehose_gets_its_records_back() -> None:
    came = MANY["firehose_transform"]([receipt(1), "nonsense", receipt(3)])
    batch = events.parse(came)
    batch.retry(batch[0])

    answer = batch.response()

    assert answer is not None
    found = [(one["recordId"], one["result"], one["data"]) for one in answer["records"]]
    data = [one["data"] for one in came["records"]]
    assert found == [
        ("firehose-0", "ProcessingFailed", data[0]),
        ("firehose-1", "Ok", data[1]),
        ("firehose-2", "Ok", data[2]),
    ]


def test_a_firehose_endpoint_answers_with_what_it_was_asked_under() -> None:
    batch = events.parse(json.dumps(MANY["firehose_http"]([receipt()])))

    assert batch.status_code == 200
    assert batch.response() == {"requestId": "r-1", "timestamp": 1_790_000_000_000}
    batch.retry(batch[0])
    assert batch.status_code == 503
    assert "errorMessage" in (batch.response() or {})


@pytest.mark.parametrize("came", [receipt(), sns(receipt()), event_bridge(receipt())])
def test_where_there_is_no_partial_answer_the_whole_comes_again(came: Any) -> None:
    batch = events.parse(came)

    assert batch.response() is None
    batch.retry(batch[0])
    with pytest.raises(events.RetryError):
        batch.response()


def test_an_item_of_another_batch_cannot_be_retried() -> None:
    with pytest.raises(ValueError, match="not of this batch"):
        events.parse(receipt()).retry(events.parse(receipt())[0])


def test_a_batch_is_a_sequence_that_shows_nothing() -> None:
    batch = events.parse([receipt(1), receipt(2)])

    assert (len(batch), list(batch[:1])) == (2, [batch[0]])
    assert repr(batch) == "<Batch of 2, 0 to come again>"


def test_the_answer_of_a_batch_that_came_as_text_is_the_same() -> None:
    """A webhook or a test may hand on what Lambda would have decoded."""
    for many, wrap in MANY.items():
        if many not in ("glued", "lines"):
            came = wrap([receipt(1), receipt(2)])
            assert events.parse(json.dumps(came)).response() == events.parse(came).response()


@pytest.mark.parametrize(
    ("body", "is_opt_out", "is_help"),
    [
        ("STOP", True, False),
        ("  stop. ", True, False),
        ("Unsubscribe!", True, False),
        ("please stop by", False, False),
        ("help", False, True),
        ("INFO", False, True),
        ("", False, False),
    ],
)
def test_what_a_person_asks_for_is_seen(body: str, is_opt_out: bool, is_help: bool) -> None:
    (item,) = events.parse(reply(messageBody=body))

    assert isinstance(item, events.Inbound)
    assert (item.is_opt_out, item.is_help) == (is_opt_out, is_help)


def test_a_matched_keyword_decides() -> None:
    """AWS matched it in front of further words."""
    (item,) = events.parse(reply(messageBody="stop it please", messageKeyword="STOP"))

    assert isinstance(item, events.Inbound)
    assert (item.keyword, item.is_opt_out) == ("STOP", True)


def test_what_a_person_types_cannot_pass_for_what_an_agent_hears() -> None:
    """A suggestion that was tapped has no keyword; typed JSON has one."""
    typed = '{"type": "SUGGESTION", "text": "Yes", "postbackData": "admin"}'
    agent = "rcs-0123456789abcdef"

    (forged,) = events.parse(reply(messageBody=typed, destinationNumber=agent))
    bare = reply(messageBody=typed, destinationNumber=agent)
    del bare["messageKeyword"]
    (tapped,) = events.parse(bare)
    (to_a_number,) = events.parse(reply(messageBody=typed))

    assert isinstance(forged, events.RcsInbound)
    assert (forged.content, forged.postback, forged.text) == ("text", None, typed)
    assert isinstance(tapped, events.RcsInbound)
    assert (tapped.content, tapped.postback, tapped.text) == ("suggestion", "admin", "Yes")
    assert type(to_a_number) is events.Inbound


def test_a_place_that_was_typed_keeps_its_text() -> None:
    """AWS has not published how a shared place looks, so a text may look like one."""
    body = '{"latitude": 1, "longitude": 2, "say": "STOP"}'
    (item,) = events.parse(reply(messageBody=body, destinationNumber="rcs-1"))

    assert isinstance(item, events.RcsInbound)
    assert (item.content, item.latitude, item.text) == ("location", 1, body)


@pytest.mark.parametrize("latitude", ["NaN", "true", "1e400", "181", '"1"'])
def test_a_place_must_be_one(latitude: str) -> None:
    body = f'{{"latitude": {latitude}, "longitude": 2}}'
    (item,) = events.parse(reply(messageBody=body, destinationNumber="rcs-1"))

    assert isinstance(item, events.RcsInbound)
    assert (item.content, item.text) == ("text", body)


def test_a_bad_member_of_the_context_costs_no_other() -> None:
    (item,) = events.parse(receipt(context={"row": "7", "count": 5, "none": None}))

    assert isinstance(item, events.Delivery)
    assert item.context == {"row": "7"}


def test_an_empty_record_is_named() -> None:
    """It would be acknowledged otherwise, and no one would know."""
    batch = events.parse(sqs_to_lambda(["[]", '{"Records": []}', receipt()]))

    assert [type(one) for one in batch] == [events.Unparsed, events.Unparsed, events.Delivery]
    assert events.parse({"Messages": []}).receipt_handles == []
    assert list(events.parse({"Records": []})) == []


def test_costs_are_read_to_the_last_digit() -> None:
    (item,) = events.parse(receipt(totalMessagePrice=0.00883, totalCarrierFee=0.00302))

    assert isinstance(item, events.Delivery)
    assert str(item.cost) == "0.01185"


def test_an_event_without_amounts_has_no_cost() -> None:
    (item,) = events.parse({"eventType": "TEXT_QUEUED", "messageId": "m"})

    assert isinstance(item, events.Delivery)
    assert (item.price, item.carrier_fee, item.cost) == (None, None, None)


def test_members_that_aws_adds_are_kept() -> None:
    (item,) = events.parse(receipt(eventOfTomorrow={"a": 1}, carrier="Example"))

    assert item.model_extra == {"eventOfTomorrow": {"a": 1}}
    assert item.raw["carrier"] == "Example"


@pytest.mark.parametrize("given", ["answer", "list", "json"])
def test_a_queue_that_is_polled_shows_what_to_delete(given: str) -> None:
    """All but the messages with an item to come again, those without an event included."""
    answer = MANY["sqs_by_boto3"]([receipt(1), "nonsense", receipt(3), receipt(4)])
    messages = answer["Messages"]
    came = {"answer": answer, "list": messages, "json": json.dumps(messages)}[given]
    batch = events.parse(came)
    batch.retry(batch[2])

    assert batch.receipt_handles == ["handle-0", "handle-1", "handle-3"]
    assert batch.response() is None


def test_a_single_polled_message_is_enough() -> None:
    (message,) = MANY["sqs_by_boto3"]([receipt()])["Messages"]

    assert events.parse(message).receipt_handles == ["handle-0"]
    assert events.parse(receipt()).receipt_handles == []


def test_a_list_of_anything_else_has_no_handles() -> None:
    """A retry of what is in it is not lost: the error says so."""
    (message,) = MANY["sqs_by_boto3"]([receipt(1)])["Messages"]
    records = sqs_to_lambda([receipt(1)])["Records"]
    for came in (records, [event_bridge(receipt(1))], [message, receipt(2)], [receipt(1)]):
        batch = events.parse(came)
        assert batch.receipt_handles == []
        assert batch.response() is None
        batch.retry(batch[0])
        with pytest.raises(events.RetryError):
            batch.response()


@pytest.mark.parametrize("body", ["START", "unstop!"])
def test_a_person_may_ask_for_messages_again(body: str) -> None:
    (item,) = events.parse(reply(messageBody=body))

    assert isinstance(item, events.Inbound)
    assert item.is_opt_in
    assert not item.is_opt_out


def test_what_a_protect_configuration_said_is_kept() -> None:
    protection = {"protectConfigurationId": "protect-1", "protectStatus": "FILTER"}
    assessment = {
        "protectRecommendation": "BLOCK",
        "protectInsights": {"blockReason": "AIT_SUSPECTED"},
    }
    (item,) = events.parse(
        receipt(protectConfiguration=protection, protectConfigurationAssessment=assessment)
    )

    assert isinstance(item, events.Delivery)
    assert (item.protect_configuration_id, item.protect_status) == ("protect-1", "FILTER")
    assert (item.protect_recommendation, item.protect_block_reason) == ("BLOCK", "AIT_SUSPECTED")
    assert not item.model_extra


def test_equal_events_are_one_in_a_set() -> None:
    """And differ from all that is none."""
    (first,), (second,) = events.parse(receipt()), events.parse(sns(receipt()))

    assert len({first, second}) == 1
    assert first != events.parse(receipt(2))[0]
    assert first != "receipt"


def test_a_change_of_a_registration_has_a_key() -> None:
    details = {"registrationId": "registration-1", "currentStatus": "COMPLETE"}
    found = event_bridge({"registrationDetails": details | {"registrationVersionNumber": 2}})
    (item,) = events.parse(found)

    assert isinstance(item, events.RegistrationChange)
    assert item.dedupe_key == "registration-1:2:COMPLETE"


def test_a_reply_goes_back_to_whom_wrote() -> None:
    """Through whatever client is given, with what more is given."""
    (item,) = events.parse(reply())
    asked: list[dict[str, Any]] = []

    class Api:
        def send_text_message(self, **members: Any) -> str:
            asked.append(members)
            return "sent"

    class Sms:
        api = Api()

    assert isinstance(item, events.Inbound)
    assert item.reply(Sms(), "We open at nine", configuration_set_name="receipts") == "sent"
    assert asked == [
        {
            "destination_phone_number": "+12065550142",
            "message_body": "We open at nine",
            "origination_identity": "+12065550100",
            "configuration_set_name": "receipts",
        }
    ]

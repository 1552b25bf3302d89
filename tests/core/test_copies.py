"""Requests that were not made by validation: copies, constructed ones, and those AWS is to check."""

import pickle
from datetime import UTC, datetime
from typing import Any

import pytest

from smsvoice import AsyncSmsVoice, RequestError, SmsVoice, operations
from smsvoice.core.codec import encode, unvalidated_request
from smsvoice.models.common import MessageType, Tag
from smsvoice.models.configuration_sets import CreateEventDestinationRequest
from smsvoice.models.messages import SendTextMessageRequest
from smsvoice.models.pools import CreatePoolRequest, DescribePoolsRequest
from smsvoice.models.protect import PutProtectConfigurationRuleSetNumberOverrideRequest
from smsvoice.models.rcs_messages import RcsTextMessage
from smsvoice.models.registration_attachments import CreateRegistrationAttachmentRequest
from tests.contract.wire import Wire

wire = Wire()
sms = SmsVoice(session=wire.session())
asms = AsyncSmsVoice(session=wire.session())
trusting = sms.with_options(validate_requests=False)
BASE = SendTextMessageRequest(destination_phone_number="+12065550142", message_body="hello")
SEND = operations.messages.SEND_TEXT_MESSAGE


@pytest.fixture(autouse=True)
def empty_wire() -> None:
    wire.status, wire.answer = 200, b'{"MessageId": "m-1"}'
    wire.sent.clear()


@pytest.mark.parametrize(
    ("update", "told"),
    [
        ({"destination_phone_number": "hello"}, "destination_phone_number: must be E.164"),
        ({"time_to_live": "300"}, "time_to_live: must be a whole number"),
        ({"mesage_body": "x"}, "mesage_body: .*did you mean message_body"),
        ({"message_type": "TRANSACTONAL"}, "message_type: .*did you mean TRANSACTIONAL"),
        ({"destination_phone_number": None}, "destination_phone_number: must be text"),
    ],
)
def test_a_copy_is_checked_where_it_is_made(update: dict[str, Any], told: str) -> None:
    """The natural loop over recipients cannot send what a constructor would refuse."""
    with pytest.raises(RequestError, match=told):
        BASE.model_copy(update=update)


def test_a_copy_is_the_same_but_for_what_was_changed() -> None:
    """In our names or AWS's; its client token stays, as does what was given."""
    pool = CreatePoolRequest(origination_identity="p", message_type="TRANSACTIONAL")

    changed = pool.model_copy(update={"MessageType": "PROMOTIONAL", "tags": {"a": "1"}}, deep=True)

    assert changed.message_type is MessageType.PROMOTIONAL
    assert changed.tags == (Tag(key="a", value="1"),)
    assert changed.client_token == pool.client_token
    assert changed.model_fields_set == {"origination_identity", "message_type", "tags"}
    assert pool.model_copy(deep=True) == pool
    assert Tag(key="a", value="1").model_copy(update={"value": "2"}) == Tag(key="a", value="2")
    with pytest.raises(RequestError, match="value"):
        Tag(key="a", value="1").model_copy(update={"value": 5})
    with pytest.raises(RequestError, match="body"):
        RcsTextMessage(body="x").model_copy(update={"body": ""})


async def test_a_constructed_request_is_checked_before_it_leaves() -> None:
    """`model_construct` checks nothing, so the call does."""
    right = SendTextMessageRequest.model_construct(
        destination_phone_number="+12065550142", message_body="x"
    )
    wrong = SendTextMessageRequest.model_construct(
        destination_phone_number="+12065550142", message_body=5
    )

    assert sms.call(SEND, right).message_id == "m-1"
    for request in (wrong, pickle.loads(pickle.dumps(wrong)), wrong.model_copy(deep=True)):
        with pytest.raises(RequestError, match="message_body: must be text"):
            sms.call(SEND, request)
        with pytest.raises(RequestError, match="message_body: must be text"):
            await asms.call(SEND, request)
    assert [one["MessageBody"] for one in wire.sent] == ["x"]
    assert wrong.model_copy(update={"message_body": "y"}).message_body == "y"


def test_a_constructed_part_is_checked_with_its_whole() -> None:
    """Wherever it stands."""
    tag = Tag.model_construct(key=5, value="x")

    with pytest.raises(RequestError, match=r"tags\[0\].key: must be text"):
        CreatePoolRequest(origination_identity="p", message_type="PROMOTIONAL", tags=[tag])


def test_a_constructed_request_loses_no_misspelt_member() -> None:
    """Pydantic would drop it in silence."""
    with pytest.raises(RequestError, match="did you mean message_body"):
        SendTextMessageRequest.model_construct(mesage_body="x")


def test_with_checking_off_nothing_is_checked_but_names_and_kinds() -> None:
    """What AWS is to refuse reaches AWS."""
    request = trusting.request(SEND, {"destination_phone_number": "", "time_to_live": 1})

    trusting.call(SEND, request)
    sms.call(SEND, request)
    trusting.call(SEND, request.model_copy(update={"message_body": "", "MessageType": "NEW"}))

    assert wire.sent[0] == wire.sent[1] == {"DestinationPhoneNumber": "", "TimeToLive": 1}
    assert wire.sent[2] == wire.sent[0] | {"MessageBody": "", "MessageType": "NEW"}


def test_with_checking_off_pages_are_walked_as_asked() -> None:
    """The request of the next page is a copy of what nobody checked."""
    wire.answer = b'{"Pools": [], "NextToken": "t"}'
    pages = iter(trusting.api.describe_pools(max_results=100_000).pages())

    next(pages)
    wire.answer = b'{"Pools": []}'
    next(pages)

    assert wire.sent == [{"MaxResults": 100_000}, {"MaxResults": 100_000, "NextToken": "t"}]


@pytest.mark.parametrize(
    ("model", "given", "sent"),
    [
        (
            CreateEventDestinationRequest,
            {
                "matching_event_types": {"TEXT_ALL": 1}.keys(),
                "sns_destination": {"topic_arn": "arn"},
                "kinesis_firehose_destination": {"IamRoleArn": "role", "DeliveryStreamArn": None},
                "client_token": "t",
            },
            {
                "MatchingEventTypes": ("TEXT_ALL",),
                "SnsDestination": {"TopicArn": "arn"},
                "KinesisFirehoseDestination": {"IamRoleArn": "role"},
                "ClientToken": "t",
            },
        ),
        (
            CreatePoolRequest,
            {"tags": {"team": "shop"}, "MessageType": "NEW", "client_token": "t"},
            {
                "Tags": ({"Key": "team", "Value": "shop"},),
                "MessageType": "NEW",
                "ClientToken": "t",
            },
        ),
        (
            CreatePoolRequest,
            {"tags": [{"Key": "a"}, Tag(key="b", value="2")], "client_token": "t"},
            {"Tags": ({"Key": "a"}, {"Key": "b", "Value": "2"}), "ClientToken": "t"},
        ),
        (
            DescribePoolsRequest,
            {"filters": ({"name": "status", "values": ["x"]} for _ in "a")},
            {"Filters": ({"Name": "status", "Values": ("x",)},)},
        ),
        (
            SendTextMessageRequest,
            {"context": {"": ""}, "destination_country_parameters": {"XX": "1"}},
            {"Context": {"": ""}, "DestinationCountryParameters": {"XX": "1"}},
        ),
        (
            CreateRegistrationAttachmentRequest,
            {"attachment_body": bytearray(b""), "client_token": "t"},
            {"AttachmentBody": b"", "ClientToken": "t"},
        ),
        (
            PutProtectConfigurationRuleSetNumberOverrideRequest,
            {"expiration_timestamp": "2026-01-02T00:00:00+00:00", "client_token": "t"},
            {"ExpirationTimestamp": datetime(2026, 1, 2, tzinfo=UTC), "ClientToken": "t"},
        ),
    ],
)
def test_with_checking_off_shapes_become_what_boto3_takes(
    model: Any, given: dict[str, Any], sent: dict[str, Any]
) -> None:
    """Nested dicts in our words or AWS's, lists of them, maps, enum strings, bytes and times."""
    assert encode(unvalidated_request(model, given)) == sent


@pytest.mark.parametrize(
    ("model", "given", "told"),
    [
        (SendTextMessageRequest, {"message_body": object()}, "message_body: must be text"),
        (SendTextMessageRequest, {"time_to_live": float("nan")}, "time_to_live: must be text"),
        (SendTextMessageRequest, {"mesage_body": ""}, "did you mean message_body"),
        (SendTextMessageRequest, {"context": [1]}, "context: must be a mapping"),
        (SendTextMessageRequest, {"context": {5: "x"}}, "context: must be a mapping"),
        (SendTextMessageRequest, {"context": {"k": b"x"}}, r"context\[\.\.\.\]: must be text"),
        (DescribePoolsRequest, {"pool_ids": "pool-1"}, "pool_ids: must be a list"),
        (DescribePoolsRequest, {"filters": [5]}, r"filters\[0\]: must be a mapping"),
        (
            CreateEventDestinationRequest,
            {"sns_destination": {"topic": "x"}},
            r"sns_destination\.topic: .*did you mean topic_arn",
        ),
        (CreatePoolRequest, {"tags": {"Key": "a", "Value": "b"}}, "tags: must be a list, even"),
        (CreateRegistrationAttachmentRequest, {"attachment_body": 5}, "must be bytes"),
        (CreateRegistrationAttachmentRequest, {"attachment_body": "x"}, "must be bytes"),
        (
            PutProtectConfigurationRuleSetNumberOverrideRequest,
            {"expiration_timestamp": "soon"},
            "expiration_timestamp: must be a datetime",
        ),
    ],
)
def test_with_checking_off_what_cannot_be_written_down_is_a_request_error(
    model: Any, given: dict[str, Any], told: str
) -> None:
    """And no KeyError or TypeError out of the depths."""
    with pytest.raises(RequestError, match=told) as wrong:
        unvalidated_request(model, given)

    assert "object at" not in str(wrong.value)

"""Configuration sets, their defaults and their event destinations."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import EVENTS_TOPIC, GOOD
from tests.factories.events import listen
from tests.factories.identities import simulator
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

SNS = {"TopicArn": EVENTS_TOPIC}
LOGS = {
    "IamRoleArn": "arn:aws:iam::123456789012:role/events",
    "LogGroupArn": "arn:aws:logs:us-east-1:123456789012:log-group:events",
}
STREAM = {
    "IamRoleArn": "arn:aws:iam::123456789012:role/events",
    "DeliveryStreamArn": "arn:aws:firehose:us-east-1:123456789012:deliverystream/events",
}


def test_a_set_begins_without_destinations_and_defaults(aws: "PinpointSMSVoiceV2Client") -> None:
    """Its name and ARN are told, and its tags can be listed."""
    made = aws.create_configuration_set(
        ConfigurationSetName="set", Tags=[{"Key": "team", "Value": "one"}]
    )

    (found,) = aws.describe_configuration_sets(ConfigurationSetNames=[made["ConfigurationSetArn"]])[
        "ConfigurationSets"
    ]
    tags = aws.list_tags_for_resource(ResourceArn=made["ConfigurationSetArn"])["Tags"]
    assert made["ConfigurationSetArn"].endswith(":configuration-set/set")
    assert found["EventDestinations"] == []
    assert "DefaultMessageType" not in found
    assert tags == made["Tags"] == [{"Key": "team", "Value": "one"}]


def test_a_name_is_taken_once(aws: "PinpointSMSVoiceV2Client") -> None:
    """A second set of the same name is a conflict."""
    aws.create_configuration_set(ConfigurationSetName="set")

    with refuses() as refused:
        aws.create_configuration_set(ConfigurationSetName="set")

    assert (refused.reason, refused.resource_type) == (
        "RESOURCE_ALREADY_EXISTS",
        "configuration-set",
    )


def test_there_are_25_sets_at_most(aws: "PinpointSMSVoiceV2Client") -> None:
    """The twenty-sixth is over the quota."""
    for number in range(25):
        aws.create_configuration_set(ConfigurationSetName=f"set-{number}")

    with refuses() as refused:
        aws.create_configuration_set(ConfigurationSetName="one-more")

    assert refused.code == "ServiceQuotaExceededException"
    assert refused.reason == "CONFIGURATION_SETS_PER_ACCOUNT"


def test_defaults_are_set_described_and_removed(aws: "PinpointSMSVoiceV2Client") -> None:
    """Each default shows in Describe; taking one away tells what it was, and twice is no error."""
    aws.create_configuration_set(ConfigurationSetName="set")
    aws.set_default_message_type(ConfigurationSetName="set", MessageType="PROMOTIONAL")
    aws.set_default_sender_id(ConfigurationSetName="set", SenderId="SHOP")
    aws.set_default_message_feedback_enabled(
        ConfigurationSetName="set", MessageFeedbackEnabled=True
    )

    (found,) = aws.describe_configuration_sets()["ConfigurationSets"]
    kind = aws.delete_default_message_type(ConfigurationSetName="set")
    sender = aws.delete_default_sender_id(ConfigurationSetName="set")
    again = aws.delete_default_sender_id(ConfigurationSetName="set")

    assert found["DefaultMessageType"] == kind["MessageType"] == "PROMOTIONAL"
    assert found["DefaultSenderId"] == sender["SenderId"] == "SHOP"
    assert found["DefaultMessageFeedbackEnabled"] is True
    assert "SenderId" not in again


@pytest.mark.parametrize(
    ("name", "value", "others"),
    [
        ("event-destination-name", "topic", "nowhere"),
        ("matching-event-types", "TEXT_ALL", "VOICE_ALL"),
        ("default-message-type", "PROMOTIONAL", "TRANSACTIONAL"),
        ("default-sender-id", "SHOP", "BANK"),
        ("default-message-feedback-enabled", "true", "false"),
    ],
)
def test_sets_are_filtered(
    aws: "PinpointSMSVoiceV2Client", name: Any, value: str, others: str
) -> None:
    """A set passes by what it has, and by nothing else."""
    listen(aws, "set", ("TEXT_ALL",))
    aws.set_default_message_type(ConfigurationSetName="set", MessageType="PROMOTIONAL")
    aws.set_default_sender_id(ConfigurationSetName="set", SenderId="SHOP")
    aws.set_default_message_feedback_enabled(
        ConfigurationSetName="set", MessageFeedbackEnabled=True
    )

    found = aws.describe_configuration_sets(Filters=[{"Name": name, "Values": [value]}])
    none = aws.describe_configuration_sets(Filters=[{"Name": name, "Values": [others]}])

    assert len(found["ConfigurationSets"]) == 1
    assert none["ConfigurationSets"] == []


def test_an_odd_value_of_a_flag_filter_is_refused(aws: "PinpointSMSVoiceV2Client") -> None:
    """Such a filter takes true and false."""
    with refuses() as refused:
        aws.describe_configuration_sets(
            Filters=[{"Name": "default-message-feedback-enabled", "Values": ["maybe"]}]
        )

    assert refused.reason == "INVALID_FILTER_VALUES"


@pytest.mark.parametrize(
    ("member", "target"),
    [
        ("SnsDestination", SNS),
        ("CloudWatchLogsDestination", LOGS),
        ("KinesisFirehoseDestination", STREAM),
    ],
)
def test_a_destination_is_of_one_of_three_kinds(
    aws: "PinpointSMSVoiceV2Client", member: str, target: dict[str, str]
) -> None:
    """It is enabled from the start, and repeated as it was given."""
    aws.create_configuration_set(ConfigurationSetName="set")
    arguments: dict[str, Any] = {member: target}

    made = aws.create_event_destination(
        ConfigurationSetName="set",
        EventDestinationName="events",
        MatchingEventTypes=["TEXT_ALL", "TEXT_ALL"],
        **arguments,
    )["EventDestination"]

    (found,) = aws.describe_configuration_sets()["ConfigurationSets"]
    assert found["EventDestinations"] == [made]
    assert dict(made)[member] == target
    assert (made["Enabled"], made["MatchingEventTypes"]) == (True, ["TEXT_ALL"])


@pytest.mark.parametrize(
    ("targets", "reason"),
    [
        ({}, "MISSING_PARAMETER"),
        (
            {"SnsDestination": SNS, "CloudWatchLogsDestination": LOGS},
            "PARAMETERS_CANNOT_BE_USED_TOGETHER",
        ),
    ],
)
def test_a_destination_has_exactly_one_target(
    aws: "PinpointSMSVoiceV2Client", targets: dict[str, Any], reason: str
) -> None:
    """None is missing, two exclude each other."""
    aws.create_configuration_set(ConfigurationSetName="set")

    with refuses() as refused:
        aws.create_event_destination(
            ConfigurationSetName="set",
            EventDestinationName="events",
            MatchingEventTypes=["ALL"],
            **targets,
        )

    assert refused.reason == reason


def test_a_destination_changes_but_not_its_kind(aws: "PinpointSMSVoiceV2Client") -> None:
    """Another topic and other types are taken; a log group in a topic's place is a mismatch."""
    listen(aws, "set")
    news = {"TopicArn": EVENTS_TOPIC + "-2"}

    changed = aws.update_event_destination(
        ConfigurationSetName="set",
        EventDestinationName="topic",
        Enabled=False,
        MatchingEventTypes=["VOICE_ALL"],
        SnsDestination=news,
    )["EventDestination"]
    with refuses() as refused:
        aws.update_event_destination(
            ConfigurationSetName="set", EventDestinationName="topic", CloudWatchLogsDestination=LOGS
        )

    assert changed["SnsDestination"] == news
    assert (changed["Enabled"], changed["MatchingEventTypes"]) == (False, ["VOICE_ALL"])
    assert refused.code == "ConflictException"
    assert (refused.reason, refused.resource_type) == (
        "EVENT_DESTINATION_MISMATCH",
        "event-destination",
    )


def test_a_set_has_five_destinations_at_most(aws: "PinpointSMSVoiceV2Client") -> None:
    """The sixth is over the quota, and a name is taken once."""
    aws.create_configuration_set(ConfigurationSetName="set")

    def add(name: str) -> None:
        aws.create_event_destination(
            ConfigurationSetName="set",
            EventDestinationName=name,
            MatchingEventTypes=["ALL"],
            SnsDestination=SNS,
        )

    for number in range(5):
        add(f"events-{number}")

    with refuses() as taken:
        add("events-0")
    with refuses() as too_many:
        add("events-5")

    assert taken.reason == "RESOURCE_ALREADY_EXISTS"
    assert too_many.reason == "EVENT_DESTINATIONS_PER_CONFIGURATION_SET"


def test_deleting_answers_what_is_gone(aws: "PinpointSMSVoiceV2Client") -> None:
    """A destination and then its set go, and afterwards neither is found."""
    listen(aws, "set")

    gone = aws.delete_event_destination(ConfigurationSetName="set", EventDestinationName="topic")
    with refuses() as no_destination:
        aws.delete_event_destination(ConfigurationSetName="set", EventDestinationName="topic")
    aws.delete_configuration_set(ConfigurationSetName="set")
    with refuses() as no_set:
        aws.delete_configuration_set(ConfigurationSetName="set")

    assert gone["EventDestination"]["EventDestinationName"] == "topic"
    assert no_destination.resource_type == "event-destination"
    assert no_set.code == "ResourceNotFoundException"
    assert no_set.resource_type == "configuration-set"


def test_a_send_with_an_unknown_set_is_not_found(aws: "PinpointSMSVoiceV2Client") -> None:
    """A set must be there before a message is sent with it."""
    with refuses() as refused:
        aws.send_text_message(
            DestinationPhoneNumber=GOOD, MessageBody="hello", ConfigurationSetName="nowhere"
        )

    assert (refused.code, refused.resource_type) == (
        "ResourceNotFoundException",
        "configuration-set",
    )


def test_defaults_apply_to_what_a_send_does_not_say(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The default message type contradicts a transactional number, unless the request says more."""
    number = simulator(aws)
    aws.create_configuration_set(ConfigurationSetName="set")
    aws.set_default_message_type(ConfigurationSetName="set", MessageType="PROMOTIONAL")

    with refuses() as refused:
        aws.send_text_message(
            DestinationPhoneNumber=GOOD,
            OriginationIdentity=number,
            MessageBody="hello",
            ConfigurationSetName="set",
        )
    aws.send_text_message(
        DestinationPhoneNumber=GOOD,
        OriginationIdentity=number,
        MessageBody="hello",
        ConfigurationSetName="set",
        MessageType="TRANSACTIONAL",
    )

    assert refused.reason == "MESSAGE_TYPE_MISMATCH"
    assert [message.message_type for message in emulator.messages] == ["TRANSACTIONAL"]


def test_the_default_sender_id_sends_where_no_other_identity_can(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A recipient in Britain sees the configuration set's sender ID."""
    aws.create_configuration_set(ConfigurationSetName="set")
    aws.set_default_sender_id(ConfigurationSetName="set", SenderId="SHOP")

    aws.send_text_message(
        DestinationPhoneNumber="+447700900123", MessageBody="hello", ConfigurationSetName="set"
    )

    assert [message.origination_identity for message in emulator.messages] == ["SHOP"]


@pytest.mark.parametrize(
    ("member", "target", "arn", "text"),
    [
        ("SnsDestination", SNS, "TopicArn", "Could not access SNS topic"),
        (
            "CloudWatchLogsDestination",
            LOGS,
            "IamRoleArn",
            "Could not assume IAM role",
        ),
        (
            "CloudWatchLogsDestination",
            LOGS,
            "LogGroupArn",
            "Could not access CloudWatch log group",
        ),
        (
            "KinesisFirehoseDestination",
            STREAM,
            "DeliveryStreamArn",
            "Could not access Kinesis Firehose Stream",
        ),
    ],
)
def test_a_destination_must_be_one_that_the_service_may_use(  # noqa: PLR0917  a table of cases
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    member: str,
    target: dict[str, str],
    arn: str,
    text: str,
) -> None:
    """On creation and when it changes; infrastructure tools look for these words and try again."""
    aws.create_configuration_set(ConfigurationSetName="set")
    asked: Any = {"ConfigurationSetName": "set", "EventDestinationName": "one", member: target}

    emulator.settings.inaccessible_arns = {target[arn]}
    with refuses() as created:
        aws.create_event_destination(**asked, MatchingEventTypes=["ALL"])
    emulator.settings.inaccessible_arns = set()
    aws.create_event_destination(**asked, MatchingEventTypes=["ALL"])
    emulator.settings.inaccessible_arns = {target[arn]}
    with refuses() as changed:
        aws.update_event_destination(**asked)

    for refused in (created, changed):
        assert (refused.code, refused.reason) == ("ValidationException", "RESOURCE_NOT_ACCESSIBLE")
        assert refused.fields == [f"{member}.{arn}"]
        assert refused.response["Error"]["Message"].endswith(f": {text}")


def test_a_destination_is_created_by_the_name_of_its_set(
    aws: "PinpointSMSVoiceV2Client",
) -> None:
    """Its ARN, which AWS documents too, finds nothing; everything else goes by either."""
    arn = aws.create_configuration_set(ConfigurationSetName="set")["ConfigurationSetArn"]
    asked: Any = {"EventDestinationName": "one", "MatchingEventTypes": ["ALL"]}

    with refuses() as refused:
        aws.create_event_destination(ConfigurationSetName=arn, SnsDestination=SNS, **asked)
    aws.create_event_destination(ConfigurationSetName="set", SnsDestination=SNS, **asked)
    changed = aws.update_event_destination(ConfigurationSetName=arn, **asked)
    deleted = aws.delete_event_destination(ConfigurationSetName=arn, EventDestinationName="one")

    assert refused.code == "ResourceNotFoundException"
    assert refused.resource_type == "configuration-set"
    assert changed["ConfigurationSetName"] == deleted["ConfigurationSetName"] == "set"

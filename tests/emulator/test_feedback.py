"""Message feedback: whether a message was received, as its sender reports."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import GOOD
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


def text(aws: "PinpointSMSVoiceV2Client", **more: Any) -> str:
    """Send a text; its id."""
    sent = aws.send_text_message(DestinationPhoneNumber=GOOD, MessageBody="hello", **more)
    return sent["MessageId"]


def test_feedback_is_pending_until_it_comes(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The outbox shows it, and no event tells of it."""
    message_id = text(aws, MessageFeedbackEnabled=True)
    emulator.advance(2)
    (before,) = emulator.messages
    told = len(emulator.events)

    answer = aws.put_message_feedback(MessageId=message_id, MessageFeedbackStatus="RECEIVED")
    emulator.advance(7200)

    (after,) = emulator.messages
    assert (before.feedback, after.feedback) == ("PENDING", "RECEIVED")
    assert (answer["MessageId"], answer["MessageFeedbackStatus"]) == (message_id, "RECEIVED")
    assert len(emulator.events) == told


def test_silence_for_an_hour_is_a_failure(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It becomes FAILED by the clock, and a late report still counts."""
    message_id = text(aws, MessageFeedbackEnabled=True)

    emulator.advance(3599)
    waiting = emulator.messages[0].feedback
    emulator.advance(1)
    failed = emulator.messages[0].feedback
    aws.put_message_feedback(MessageId=message_id, MessageFeedbackStatus="RECEIVED")

    assert (waiting, failed) == ("PENDING", "FAILED")
    assert emulator.messages[0].feedback == "RECEIVED"


@pytest.mark.parametrize(
    ("default", "asked", "expected"),
    [(True, {}, "PENDING"), (True, {"MessageFeedbackEnabled": False}, None), (False, {}, None)],
)
def test_the_configuration_set_decides_where_the_request_does_not(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    default: bool,
    asked: dict[str, Any],
    expected: str | None,
) -> None:
    """What the request says goes before the default."""
    aws.create_configuration_set(ConfigurationSetName="set")
    aws.set_default_message_feedback_enabled(
        ConfigurationSetName="set", MessageFeedbackEnabled=default
    )

    text(aws, ConfigurationSetName="set", **asked)

    assert emulator.messages[0].feedback == expected


def test_feedback_on_what_expects_none_is_not_found(aws: "PinpointSMSVoiceV2Client") -> None:
    """A message without the flag, and one that there is not, look alike."""
    message_id = text(aws)

    for key in (message_id, "00000000-0000-0000-0000-000000000000"):
        with refuses() as refused:
            aws.put_message_feedback(MessageId=key, MessageFeedbackStatus="RECEIVED")

        assert (refused.code, refused.resource_type) == ("ResourceNotFoundException", "message")

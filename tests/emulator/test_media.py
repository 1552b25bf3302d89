"""Multimedia messages: a file, a text, or both."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import BAD, GOOD
from tests.factories.events import heard, listen
from tests.factories.identities import simulator
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

PICTURE = "s3://bucket/cat.png"


@pytest.fixture
def number(aws: "PinpointSMSVoiceV2Client") -> str:
    """The id of a number that can send pictures."""
    return simulator(aws)


def show(aws: "PinpointSMSVoiceV2Client", number: str, to: str = GOOD, **more: Any) -> str:
    """Send a picture; the message's id."""
    arguments: dict[str, Any] = {"MediaUrls": [PICTURE], **more}
    return aws.send_media_message(
        DestinationPhoneNumber=to, OriginationIdentity=number, **arguments
    )["MessageId"]


def test_a_picture_arrives(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str
) -> None:
    """Its events are those of media, with a content type and without an encoding."""
    show(aws, number, MessageBody="look", ConfigurationSetName=listen(aws))
    emulator.advance(1)

    (message,) = emulator.messages
    event = emulator.events[-2].body
    assert (message.channel, message.media_urls, message.body) == ("MMS", (PICTURE,), "look")
    assert heard(emulator) == ["MEDIA_QUEUED", "MEDIA_SUCCESSFUL", "MEDIA_DELIVERED"]
    assert (event["contentType"], event["totalMessageParts"]) == ("MMS", 1)
    assert (event["totalMessagePrice"], event["totalCarrierFee"]) == (0.015, 0.005)
    assert "messageEncoding" not in event


@pytest.mark.parametrize(
    "fate",
    [
        "MEDIA_FILE_INACCESSIBLE",
        "MEDIA_FILE_TYPE_UNSUPPORTED",
        "MEDIA_FILE_SIZE_EXCEEDED",
        "MEDIA_CARRIER_BLOCKED",
    ],
)
def test_files_fail_as_scripted(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str, fate: str
) -> None:
    """No file is read here, so a script makes it fail as it would at AWS."""
    emulator.script(GOOD, "MEDIA_QUEUED", fate)

    show(aws, number, ConfigurationSetName=listen(aws))
    emulator.advance(1)

    status = emulator.events[-2].body["messageStatus"]
    assert heard(emulator) == ["MEDIA_QUEUED", fate]
    assert status == ("CARRIER_BLOCKED" if fate == "MEDIA_CARRIER_BLOCKED" else "FAILED")
    assert emulator.messages[0].state == "FAILED"


def test_a_failing_simulator_fails_for_media(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str
) -> None:
    """The destination that never gets texts never gets pictures."""
    show(aws, number, BAD)
    emulator.advance(1)

    assert emulator.messages[0].state == "FAILED"


@pytest.mark.parametrize(
    ("arguments", "reason", "field"),
    [
        ({"MediaUrls": ["s3://bucket/tool.exe"]}, "MEDIA_TYPE_NOT_SUPPORTED", "MediaUrls"),
        ({"MediaUrls": ["https://example.com/cat.png"]}, "INVALID_PARAMETER", "MediaUrls[0]"),
        ({"MaxPrice": ".01"}, "PRICE_OVER_THRESHOLD", "MaxPrice"),
    ],
)
def test_a_wrong_file_is_refused(
    aws: "PinpointSMSVoiceV2Client",
    number: str,
    arguments: dict[str, Any],
    reason: str,
    field: str,
) -> None:
    """A kind that AWS does not carry, a file elsewhere than in S3, and a dear message."""
    with refuses() as refused:
        show(aws, number, **arguments)

    assert (refused.reason, refused.fields[0]) == (reason, field)


def test_a_media_message_is_a_file_or_a_text(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str
) -> None:
    """Either will do, and neither is missing."""
    aws.send_media_message(
        DestinationPhoneNumber=GOOD, OriginationIdentity=number, MessageBody="words"
    )
    with refuses() as refused:
        aws.send_media_message(DestinationPhoneNumber=GOOD, OriginationIdentity=number)

    assert emulator.messages[0].media_urls == ()
    assert refused.reason == "MISSING_PARAMETER"


def test_china_takes_no_pictures(aws: "PinpointSMSVoiceV2Client", number: str) -> None:
    """A closed country is closed to every kind of message that is written."""
    with refuses() as refused:
        show(aws, number, "+8613800138000")

    assert refused.reason == "DESTINATION_COUNTRY_BLOCKED"

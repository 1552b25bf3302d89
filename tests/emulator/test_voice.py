"""Calls: what is read aloud, what it costs, and how it goes."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.core.simulators import SIMULATORS
from tests.factories.constants import BAD, GOOD
from tests.factories.events import heard, listen
from tests.factories.identities import long_code, simulator
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

SPEECH = '<speak>Your code is <say-as interpret-as="digits">4711</say-as></speak>'


@pytest.fixture
def number(aws: "PinpointSMSVoiceV2Client") -> str:
    """The id of a number that can call."""
    return simulator(aws)


def ring(aws: "PinpointSMSVoiceV2Client", number: str, to: str = GOOD, **more: Any) -> str:
    """Call somebody; the message's id."""
    arguments: dict[str, Any] = {"MessageBody": "hello", **more}
    return aws.send_voice_message(
        DestinationPhoneNumber=to, OriginationIdentity=number, **arguments
    )["MessageId"]


def test_a_call_is_made_answered_and_completed(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str
) -> None:
    """Its events say how long it took and what that costs."""
    ring(aws, number, MessageBody="x" * 1500, ConfigurationSetName=listen(aws))
    emulator.advance(1)

    last = emulator.events[-2].body
    assert heard(emulator) == [
        "VOICE_INITIATED",
        "VOICE_RINGING",
        "VOICE_ANSWERED",
        "VOICE_COMPLETED",
    ]
    assert (last["callDurationInSeconds"], last["totalDurationInMinutes"]) == (100, 2)
    assert last["totalMessagePrice"] == 0.02
    assert last["isFinal"] is True
    assert "messageEncoding" not in last


def test_the_event_of_a_call_that_begins_has_few_members(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str
) -> None:
    """Nine members on EventBridge, as in AWS's sample; price and network come later."""
    ring(aws, number, ConfigurationSetName=listen(aws))

    bare, bridged = (event.body for event in emulator.events[:2])
    detail: Any = bridged["detail"]
    assert detail == {
        "eventType": "VOICE_INITIATED",
        "eventVersion": "1.0",
        "eventTimestamp": bare["eventTimestamp"],
        "isFinal": False,
        "originationPhoneNumber": bare["originationPhoneNumber"],
        "isoCountryCode": "US",
        "messageId": emulator.messages[0].message_id,
        "messageRequestTimestamp": bare["messageRequestTimestamp"],
        "messageStatus": "INITIATED",
    }
    assert bare == detail | {"destinationPhoneNumber": GOOD}


def test_a_call_that_fails(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str
) -> None:
    """The failing simulator destination is never reached by phone either."""
    ring(aws, number, BAD, ConfigurationSetName=listen(aws))
    emulator.advance(1)

    assert heard(emulator) == ["VOICE_INITIATED", "VOICE_FAILED"]
    assert emulator.messages[0].state == "FAILED"


def test_ssml_is_read_without_its_tags(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str
) -> None:
    """What the recipient hears are the words."""
    ring(aws, number, MessageBody=SPEECH, MessageBodyTextType="SSML", VoiceId="JOANNA")

    assert emulator.messages[0].body == "Your code is 4711"


@pytest.mark.parametrize(
    ("body", "heard_as"),
    [
        (
            "<speak>A <amazon:effect phonation='soft'>soft</amazon:effect> word</speak>",
            "A soft word",
        ),
        ("<speak><amazon:auto-breaths>Breathe</amazon:auto-breaths></speak>", "Breathe"),
        ('<speak><amazon:domain name="news">News</amazon:domain></speak>', "News"),
        ('<speak xml:lang="en-GB" amazon:x="1">Hello</speak>', "Hello"),
        ('<s:speak xmlns:s="http://www.w3.org/2001/10/synthesis">Hello</s:speak>', "Hello"),
        ("<?xml version='1.0'?><speak>Me &amp; you</speak>", "Me & you"),
    ],
)
def test_ssml_may_hold_tags_of_amazons_own(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str, body: str, heard_as: str
) -> None:
    """AWS's samples declare no namespace for them; any other has to be declared."""
    ring(aws, number, MessageBody=body, MessageBodyTextType="SSML")

    assert emulator.messages[0].body == heard_as


@pytest.mark.parametrize(
    "body",
    [
        "no tags at all",
        "<speak><other:tag>Hello</other:tag></speak>",
        "<speak other:attribute='1'>Hello</speak>",
        "<speak>one</speak><speak>two</speak>",
        "<amazon:effect>Hello</amazon:effect>",
        "<speak>not closed",
        "<p>no speech</p>",
        '<!DOCTYPE speak [<!ENTITY a "b">]><speak>&a;</speak>',
    ],
)
def test_bad_ssml_cannot_be_parsed(aws: "PinpointSMSVoiceV2Client", number: str, body: str) -> None:
    """SSML is XML with `speak` around it, and declares nothing."""
    with refuses() as refused:
        ring(aws, number, MessageBody=body, MessageBodyTextType="SSML")

    assert (refused.reason, refused.fields) == ("CANNOT_PARSE", ["MessageBody"])


def test_3000_characters_are_read_aloud_at_most(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str
) -> None:
    """Tags do not count, words do."""
    tags = '<break time="1s"/>' * 100

    ring(
        aws,
        number,
        MessageBody=f"<speak>{'x' * 3000}{tags}</speak>",
        MessageBodyTextType="SSML",
    )
    with refuses() as refused:
        ring(aws, number, MessageBody="x" * 3001)

    assert len(emulator.messages) == 1
    assert (refused.reason, refused.fields) == ("INVALID_PARAMETER", ["MessageBody"])


def test_a_call_needs_words_and_a_number_that_can_call(
    aws: "PinpointSMSVoiceV2Client", number: str
) -> None:
    """A sender ID has no voice, and a dear minute is refused."""
    mute = aws.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="SIMULATOR",
    )["PhoneNumberId"]

    with refuses() as silent:
        aws.send_voice_message(DestinationPhoneNumber=GOOD, OriginationIdentity=number)
    with refuses() as voiceless:
        ring(aws, mute)
    with refuses() as dear:
        ring(aws, number, MaxPricePerMinute="0.001")

    assert (silent.reason, silent.fields) == ("MISSING_PARAMETER", ["MessageBody"])
    assert voiceless.reason == "VOICE_CAPABILITY_NOT_AVAILABLE"
    assert (dear.reason, dear.fields) == ("PRICE_OVER_THRESHOLD", ["MaxPricePerMinute"])


def test_opting_out_applies_to_calls(aws: "PinpointSMSVoiceV2Client", number: str) -> None:
    """Whoever wants no texts wants no calls."""
    aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber=GOOD)

    with refuses() as refused:
        ring(aws, number)

    assert refused.reason == "DESTINATION_PHONE_NUMBER_OPTED_OUT"


def test_the_sandbox_calls_one_recipient_five_times_a_day(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str
) -> None:
    """The sixth call is refused until a day has passed, and none takes over thirty seconds."""
    emulator.settings.sandbox = True
    for _ in range(5):
        ring(aws, number, MessageBody="x" * 3000)

    with refuses() as refused:
        ring(aws, number)
    emulator.advance(60)
    ring(aws, number, BAD)
    emulator.advance(86_400)
    ring(aws, number)

    assert refused.code == "ServiceQuotaExceededException"
    assert refused.reason == "DAILY_DESTINATION_CALL_LIMIT"
    assert max(message.seconds or 0 for message in emulator.messages) == 30
    assert len(emulator.messages) == 7


def test_the_sandbox_makes_five_calls_a_minute(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str
) -> None:
    """Whoever they are to; the sixth is throttled until the minute has passed."""
    emulator.settings.sandbox = True
    british = long_code(aws, emulator, "GB")
    aws.update_phone_number(PhoneNumberId=british, InternationalSendingEnabled=True)
    first, *others = [to for to, (country, _) in SIMULATORS.items() if country != "US"][:7]
    ring(aws, british, first)
    emulator.advance(30)
    for to in others[:4]:
        ring(aws, british, to)

    with refuses() as refused:
        ring(aws, british, others[4])
    emulator.advance(30)
    ring(aws, british, others[4])
    with refuses() as again:
        ring(aws, british, others[5])
    emulator.settings.quotas = False
    ring(aws, british, others[5])

    assert refused.code == again.code == "ThrottlingException"
    assert len(emulator.messages) == 7


def test_outside_the_sandbox_calls_are_not_counted(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str
) -> None:
    """Five calls are a limit of newcomers."""
    for _ in range(6):
        ring(aws, number)

    assert len(emulator.messages) == 6


def test_the_sandbox_makes_twenty_calls_a_day(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number: str
) -> None:
    """Whoever they are to; a dry run is none of them."""
    emulator.settings.sandbox = True
    ring(aws, number, DryRun=True)
    british = long_code(aws, emulator, "GB")
    aws.update_phone_number(PhoneNumberId=british, InternationalSendingEnabled=True)
    abroad = [to for to, (country, _) in SIMULATORS.items() if country != "US"]
    for to in abroad[:20]:
        ring(aws, british, to)
        emulator.advance(12)

    with refuses() as refused:
        ring(aws, number)

    assert len(emulator.messages) == 20
    assert refused.reason == "DAILY_DESTINATION_CALL_LIMIT"

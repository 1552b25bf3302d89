"""Events: who is told what of a message, in what shape, and when."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator.messaging import delivery, events
from smsvoice.models.registrations import RegistrationInformation, RegistrationStatus
from tests.factories.constants import EVENTS_TOPIC, GOOD, LONDON, START
from tests.factories.events import heard, listen
from tests.factories.identities import long_code, simulator

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

SENT_AT = round(START.timestamp() * 1000)


def text(aws: "PinpointSMSVoiceV2Client", to: str = GOOD, **more: Any) -> str:
    """Send a text; its id."""
    sent = aws.send_text_message(DestinationPhoneNumber=to, MessageBody="hello", **more)
    return sent["MessageId"]


def test_a_destination_receives_the_bare_event(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Every member that is documented for a text, with its type."""
    number = simulator(aws)
    (told,) = aws.describe_phone_numbers(PhoneNumberIds=[number])["PhoneNumbers"]
    message_id = text(
        aws,
        OriginationIdentity=number,
        ConfigurationSetName=listen(aws),
        Context={"order": "17"},
    )
    emulator.advance(1)

    (last,) = [one for one in emulator.events if one.event_type == "TEXT_DELIVERED"][:1]
    assert (last.destination, last.configuration_set_name) == ("topic", "observed")
    assert dict(last.body) == {
        "eventType": "TEXT_DELIVERED",
        "eventVersion": "1.0",
        "eventTimestamp": SENT_AT + 1000,
        "isFinal": True,
        "originationPhoneNumber": told["PhoneNumber"],
        "destinationPhoneNumber": GOOD,
        "isInternationalSend": False,
        "isoCountryCode": "US",
        "mcc": "310",
        "mnc": "800",
        "carrierName": "Example Mobile US",
        "messageId": message_id,
        "messageRequestTimestamp": SENT_AT,
        "messageEncoding": "GSM",
        "messageType": "TRANSACTIONAL",
        "messageStatus": "DELIVERED",
        "messageStatusDescription": "Message has been accepted by phone",
        "context": {"order": "17"},
        "totalMessageParts": 1,
        "totalMessagePrice": 0.006,
        "totalCarrierFee": 0.003,
    }


def test_only_the_last_step_is_final(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """A carrier's acceptance is not final when the phone's follows, and is when nothing does."""
    name = listen(aws)
    text(aws, ConfigurationSetName=name)
    emulator.advance(1)
    usual = [one.body["isFinal"] for one in emulator.events if one.destination == "topic"]

    emulator.script(GOOD, "TEXT_PENDING", "TEXT_SUCCESSFUL")
    text(aws, ConfigurationSetName=name)
    emulator.advance(1)

    last = [one.body for one in emulator.events if one.destination == "topic"][-1]
    assert usual == [False, False, True]
    assert (last["eventType"], last["isFinal"]) == ("TEXT_SUCCESSFUL", True)
    assert {message.state for message in emulator.messages} == {"DELIVERED"}


def test_event_bridge_gets_every_event_without_the_recipient(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It needs no configuration set, and its envelope holds the event as detail."""
    message_id = text(aws)

    (event,) = emulator.events
    body: dict[str, Any] = dict(event.body)
    assert (event.destination, event.configuration_set_name) == ("EventBridge", None)
    assert body["detail-type"] == "Text Message Delivery Status Updated"
    assert (body["source"], body["version"]) == ("aws.sms-voice", "0")
    assert (body["account"], body["region"]) == ("123456789012", "us-east-1")
    assert body["time"] == "2026-03-02T09:30:00Z"
    assert body["detail"]["messageId"] == message_id
    assert body["resources"] == []
    assert "destinationPhoneNumber" not in body["detail"]


@pytest.mark.parametrize(
    ("types", "told"),
    [
        (["ALL"], ["TEXT_QUEUED", "TEXT_SUCCESSFUL", "TEXT_DELIVERED"]),
        (["TEXT_ALL"], ["TEXT_QUEUED", "TEXT_SUCCESSFUL", "TEXT_DELIVERED"]),
        (["TEXT_DELIVERED", "VOICE_ALL"], ["TEXT_DELIVERED"]),
        (["VOICE_ALL", "MEDIA_ALL", "RCS_ALL"], []),
    ],
)
def test_a_destination_gets_the_event_types_that_it_asked_for(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", types: Any, told: list[str]
) -> None:
    """Single types, all of a channel, or all."""
    text(aws, ConfigurationSetName=listen(aws, types=types))
    emulator.advance(1)

    assert heard(emulator) == told


def test_a_paused_destination_gets_no_events(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Neither does one whose set is deleted meanwhile; another of the same set goes on."""
    name = listen(aws)
    aws.create_event_destination(
        ConfigurationSetName=name,
        EventDestinationName="second",
        MatchingEventTypes=["TEXT_ALL"],
        SnsDestination={"TopicArn": EVENTS_TOPIC},
    )
    aws.update_event_destination(
        ConfigurationSetName=name, EventDestinationName="topic", Enabled=False
    )

    text(aws, ConfigurationSetName=name)
    emulator.advance(0.5)
    aws.delete_configuration_set(ConfigurationSetName=name)
    emulator.advance(5)

    assert heard(emulator) == []
    assert heard(emulator, "second") == ["TEXT_QUEUED", "TEXT_SUCCESSFUL"]
    assert len(heard(emulator, "EventBridge")) == 3


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("TEXT_CARRIER_BLOCKED", "FAILED"),
        ("TEXT_SPAM", "FAILED"),
        ("TEXT_INVALID", "FAILED"),
        ("TEXT_CARRIER_UNREACHABLE", "FAILED"),
        ("TEXT_BLOCKED", "FAILED"),
        ("TEXT_PROTECT_BLOCKED", "BLOCKED"),
        ("TEXT_PENDING", "PENDING"),
    ],
)
def test_a_script_decides_how_messages_fare(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", kind: str, state: str
) -> None:
    """Until it is taken back."""
    emulator.script(LONDON, kind)
    text(aws, LONDON)
    emulator.advance(1)
    (scripted,) = emulator.messages

    emulator.script(LONDON)
    text(aws, LONDON)
    emulator.advance(1)

    assert heard(emulator, "EventBridge")[0] == kind
    assert scripted.state == state
    assert emulator.messages[1].state == "DELIVERED"


@pytest.mark.parametrize(
    "types", [("TEXT_LOST",), ("TEXT_ALL",), ("TEXT_QUEUED", "VOICE_BUSY"), ("ALL",)]
)
def test_a_script_names_event_types_of_one_channel(
    emulator: "Emulator", types: tuple[str, ...]
) -> None:
    """What cannot happen is not scripted."""
    with pytest.raises(delivery.UnknownEventTypeError):
        emulator.script(LONDON, *types)


@pytest.mark.parametrize(
    ("kind", "arguments", "seconds", "state"),
    [
        ("TEXT_TTL_EXPIRED", {"TimeToLive": 60}, 60, "EXPIRED"),
        ("TEXT_TTL_EXPIRED", {}, 259_200, "EXPIRED"),
        ("TEXT_UNKNOWN", {"TimeToLive": 60}, 259_200, "FAILED"),
    ],
)
def test_waiting_ends_by_the_clock(  # noqa: PLR0917  a table of cases
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    kind: str,
    arguments: dict[str, Any],
    seconds: int,
    state: str,
) -> None:
    """The time to live passes, 72 hours where none is given; a receipt is waited for as long."""
    emulator.script(GOOD, "TEXT_QUEUED", kind)

    text(aws, ConfigurationSetName=listen(aws), **arguments)
    emulator.advance(seconds - 1)
    early = heard(emulator)
    emulator.advance(1)

    assert (early, heard(emulator)) == (["TEXT_QUEUED"], ["TEXT_QUEUED", kind])
    assert emulator.messages[0].state == state


def test_international_sends_are_marked(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A number that writes abroad does so internationally."""
    number = long_code(aws, emulator)
    aws.update_phone_number(PhoneNumberId=number, InternationalSendingEnabled=True)

    text(aws, LONDON, OriginationIdentity=number)

    detail: Any = emulator.events[-1].body["detail"]
    assert (detail["isInternationalSend"], detail["isoCountryCode"]) == (True, "GB")


@pytest.mark.parametrize(
    ("status", "told"), [("SUBMITTED", True), ("COMPLETE", True), ("AWS_REVIEWING", False)]
)
def test_event_bridge_gets_changes_of_registrations(
    emulator: "Emulator",
    status: str,
    told: bool,
) -> None:
    """The statuses that were seen there, and no others."""
    registration = RegistrationInformation(
        registration_arn="arn:aws:sms-voice:us-east-1:123456789012:registration/registration-1",
        registration_id="registration-1",
        registration_type="US_TEN_DLC_CAMPAIGN_REGISTRATION",
        registration_status=RegistrationStatus(status),
        current_version_number=2,
        created_timestamp=START,
    )

    emulator.engine.apply(lambda call: events.registration_changed(call, registration))

    bodies: list[Any] = [event.body for event in emulator.events]
    assert [body["detail-type"] for body in bodies] == ["Registration Status Change"] * told
    assert [body["detail"] for body in bodies] == [
        {
            "registrationArn": registration.registration_arn,
            "registrationDetails": {
                "registrationId": "registration-1",
                "registrationVersionNumber": 2,
                "registrationType": "US_TEN_DLC_CAMPAIGN_REGISTRATION",
                "registrationStatusChangeTimestamp": SENT_AT,
                "currentStatus": status,
            },
        }
    ] * told


def test_an_event_does_not_print_its_recipient(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Neither does a message, nor the settings that know numbers."""
    emulator.settings.suspicious_numbers.add(GOOD)
    text(aws, ConfigurationSetName=listen(aws))

    assert GOOD not in repr((emulator.events, emulator.messages, emulator.settings))


def test_a_refused_send_leaves_no_event(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """What was not taken is told to nobody."""
    aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber=GOOD)

    with pytest.raises(aws.exceptions.ConflictException):
        text(aws, ConfigurationSetName=listen(aws))

    assert emulator.events == []


def test_the_event_of_a_message_without_context_has_none(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """AWS leaves the member out; an empty one is as good as none."""
    name = listen(aws)

    text(aws, ConfigurationSetName=name)
    text(aws, ConfigurationSetName=name, Context={})
    emulator.advance(1)

    bodies: list[Any] = [event.body for event in emulator.events]
    assert len(bodies) == 12
    assert all("context" not in body.get("detail", body) for body in bodies)


def test_what_the_recipient_blocks_costs_nothing(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """AWS tells it as a whole number; what fails otherwise is charged."""
    costs: list[tuple[object, object]] = []
    for kind in ("TEXT_BLOCKED", "TEXT_SPAM"):
        emulator.script(LONDON, kind)
        text(aws, LONDON)
        emulator.advance(1)
        detail: Any = emulator.events[-1].body["detail"]
        costs.append((detail["totalMessagePrice"], detail["totalCarrierFee"]))

    (blocked, spam) = costs
    assert blocked == (0, 0)
    assert not any(isinstance(one, float) for one in blocked)
    assert spam[0] != 0

"""RCS messages: their content, their events, and what goes out instead."""

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.state.identities import rcs_agents
from tests.factories.constants import START, TORONTO
from tests.factories.events import heard, listen
from tests.factories.identities import long_code, pool_id
from tests.factories.rcs import TEXT, card, carousel, send
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client


def test_a_message_is_sent_delivered_and_read(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", sender: str
) -> None:
    """Its events are those of RCS, which EventBridge has no name for."""
    send(aws, sender, ConfigurationSetName=listen(aws))
    emulator.advance(1)

    (message,) = emulator.messages
    body = emulator.events[-1].body
    assert (message.channel, message.body, message.state) == ("RCS", "hello", "DELIVERED")
    assert heard(emulator) == ["RCS_QUEUED", "RCS_SENT", "RCS_DELIVERED", "RCS_READ"]
    assert heard(emulator, "EventBridge") == []
    assert (body["messageStatus"], body["originationPhoneNumber"]) == ("READ", sender)


def test_an_event_of_rcs_has_the_members_of_awss_samples(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", sender: str
) -> None:
    """No network and no context; having been read costs nothing and is not billed."""
    send(aws, sender, ConfigurationSetName=listen(aws), Context={"order": "17"})
    emulator.advance(1)

    bodies: dict[str, Any] = {event.event_type: dict(event.body) for event in emulator.events}
    delivered, read = bodies["RCS_DELIVERED"], bodies["RCS_READ"]
    assert not {"mcc", "mnc", "carrierName", "context"} & {*delivered, *read}
    assert delivered["messageEncoding"] == read["messageEncoding"] == "UNICODE"
    assert delivered["rcsMetadata"] == {"billingEventType": "BASIC"}
    assert set(delivered) - set(read) == {"rcsMetadata"}
    assert delivered["totalMessagePrice"] > 0
    assert (read["totalMessagePrice"], read["totalCarrierFee"]) == (0.0, 0.0)
    assert isinstance(read["totalMessagePrice"], float)
    assert delivered["rcsBusinessId"].endswith("_agent")
    assert delivered["rcsBusinessId"] != delivered["originationPhoneNumber"] == sender


def test_a_card_is_rich(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", sender: str) -> None:
    """The outbox keeps the content as it was sent, and the events tell how it is billed."""
    send(aws, sender, RcsMessageContent=card(), ConfigurationSetName=listen(aws))

    (message,) = emulator.messages
    assert message.content == card()
    assert emulator.events[0].body["rcsMetadata"] == {"billingEventType": "RICH"}


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (card(CardOrientation="DIAGONAL"), "RichCard.CardOrientation"),
        (card(ThumbnailImageAlignment="LEFT"), "RichCard.ThumbnailImageAlignment"),
        (card(CardContent={}), "RichCard.CardContent"),
        (carousel(CardWidth="HUGE"), "Carousel.CardWidth"),
        (
            carousel(
                CardContents=[
                    {"Title": "One", "Media": {"FileUrl": "s3://bucket/a.png", "Height": "TALL"}},
                    {"Title": "Two"},
                ]
            ),
            "Carousel.CardContents.0.Media.Height",
        ),
    ],
)
def test_content_that_no_phone_shows_is_refused(
    aws: "PinpointSMSVoiceV2Client", sender: str, content: dict[str, Any], field: str
) -> None:
    """The words that AWS lists, and what goes with what."""
    with refuses() as refused:
        send(aws, sender, RcsMessageContent=content)

    assert refused.reason == "INVALID_PARAMETER"
    assert refused.fields == [f"RcsMessageContent.Content.{field}"]


@pytest.mark.parametrize(
    ("action", "field"),
    [
        (
            {"OpenUrl": {"Url": "https://example.com", "WebviewViewMode": "FULL"}},
            "OpenUrl.WebviewViewMode",
        ),
        (
            {
                "CreateCalendarEvent": {
                    "Title": "Visit",
                    "StartTime": START + timedelta(hours=1),
                    "EndTime": START,
                }
            },
            "CreateCalendarEvent.EndTime",
        ),
    ],
)
def test_suggestions_must_make_sense(
    aws: "PinpointSMSVoiceV2Client", sender: str, action: dict[str, Any], field: str
) -> None:
    """A view without a webview, and a visit that ends before it begins."""
    ((kind, members),) = action.items()
    button = {kind: {"Text": "Go", "PostbackData": "go", **members}}

    with refuses() as refused:
        send(aws, sender, RcsMessageContent={**TEXT, "Suggestions": [button]})

    assert refused.fields == [f"RcsMessageContent.Suggestions.0.{field}"]


def test_a_message_needs_content_and_an_agent(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", sender: str
) -> None:
    """A number is no agent, and a pool without one has nobody to send."""
    number = long_code(aws, emulator)
    group = pool_id(aws, emulator, number)

    with refuses() as empty:
        aws.send_rcs_message(DestinationPhoneNumber=TORONTO, OriginationIdentity=sender)
    with refuses() as no_agent:
        send(aws, number)
    with refuses() as nobody:
        send(aws, group)
    with refuses() as dear:
        send(aws, sender, MaxPrice=".001")

    assert (empty.reason, empty.fields) == ("MISSING_PARAMETER", ["RcsMessageContent"])
    assert no_agent.reason == "INVALID_PARAMETER"
    assert nobody.reason == "NO_ORIGINATION_IDENTITIES_FOUND"
    assert dear.reason == "PRICE_OVER_THRESHOLD"


def test_an_agent_that_was_not_launched_does_not_send(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", sender: str
) -> None:
    """A new agent reaches nobody but its testers."""
    emulator.engine.apply(lambda call: rcs_agents(call).change(sender, status="CREATED"))

    with refuses() as refused:
        send(aws, sender)

    assert (refused.reason, refused.resource_type) == ("RESOURCE_NOT_ACTIVE", "rcs-agent")


def test_a_blocked_country_is_blocked_for_rcs_alone(
    aws: "PinpointSMSVoiceV2Client", sender: str
) -> None:
    """Every channel has rules of its own."""
    protect = aws.create_protect_configuration()["ProtectConfigurationId"]
    aws.update_protect_configuration_country_rule_set(
        ProtectConfigurationId=protect,
        NumberCapability="RCS",
        CountryRuleSetUpdates={"CA": {"ProtectStatus": "BLOCK"}},
    )

    with refuses() as refused:
        send(aws, sender, ProtectConfigurationId=protect)

    assert refused.reason == "DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({}, "MISSING_PARAMETER"),
        (
            {
                "TextMessage": {"Body": "hi"},
                "FileMessage": {"FileUrl": "https://example.com/a.png"},
            },
            "PARAMETERS_CANNOT_BE_USED_TOGETHER",
        ),
    ],
)
def test_content_is_of_exactly_one_kind(
    emulator: Emulator, content: dict[str, object], reason: str
) -> None:
    """None and two are refused; boto3 would not send them, so they come over the bare engine."""
    request = {
        "DestinationPhoneNumber": "+12065550142",
        "OriginationIdentity": "rcs-1",
        "RcsMessageContent": {"Content": content},
    }

    answer = emulator.engine.handle(
        "PinpointSMSVoiceV2.SendRcsMessage", "", json.dumps(request).encode()
    )

    assert answer.status == 400
    assert json.loads(answer.body)["Reason"] == reason

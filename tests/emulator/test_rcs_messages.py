"""RCS messages: their content, their events, and what goes out instead."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.state.identities import rcs_agents
from smsvoice.emulator.state.spend_limits import spent
from tests.factories.constants import BAD, GOOD, START, TORONTO
from tests.factories.events import heard, listen
from tests.factories.identities import agent, long_code, pool_id, simulator
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client


TEXT: dict[str, Any] = {"Content": {"TextMessage": {"Body": "hello"}}}


@pytest.fixture
def sender(emulator: "Emulator") -> str:
    """The id of a launched agent."""
    return agent(emulator)


def send(aws: "PinpointSMSVoiceV2Client", sender: str, to: str = TORONTO, **more: Any) -> str:
    """Send an RCS message; its id."""
    arguments: dict[str, Any] = {"RcsMessageContent": TEXT, **more}
    return aws.send_rcs_message(DestinationPhoneNumber=to, OriginationIdentity=sender, **arguments)[
        "MessageId"
    ]


def card(**more: Any) -> dict[str, Any]:
    """Content that is one card."""
    shown = {"CardOrientation": "VERTICAL", "CardContent": {"Title": "Sale"}, **more}
    return {"Content": {"RichCard": shown}}


def carousel(**more: Any) -> dict[str, Any]:
    """Content that is two cards side by side."""
    shown = {"CardWidth": "SMALL", "CardContents": [{"Title": "One"}, {"Title": "Two"}], **more}
    return {"Content": {"Carousel": shown}}


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


@pytest.mark.parametrize(
    ("fallback", "reason"),
    [
        ({"Channel": "SMS"}, "MISSING_PARAMETER"),
        ({"Channel": "MMS"}, "MISSING_PARAMETER"),
        (
            {"Channel": "SMS", "MessageBody": "x", "MediaUrls": ["s3://bucket/a.png"]},
            "PARAMETERS_CANNOT_BE_USED_TOGETHER",
        ),
        ({"Channel": "MMS", "MediaUrls": ["s3://bucket/a.exe"]}, "MEDIA_TYPE_NOT_SUPPORTED"),
        ({"Channel": "SMS", "MessageBody": "x"}, "NO_ORIGINATION_IDENTITIES_FOUND"),
    ],
)
def test_a_fallback_that_could_not_go_out_is_refused(
    aws: "PinpointSMSVoiceV2Client", sender: str, fallback: dict[str, Any], reason: str
) -> None:
    """It needs what its channel needs, and somebody to send it."""
    with refuses() as refused:
        send(aws, sender, FallbackConfiguration=fallback)

    assert refused.reason == reason


def test_a_fallback_is_sent_by_a_number_and_not_a_pool(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", sender: str
) -> None:
    """AWS chooses from the message's own pool, or takes the number that it is told."""
    group = pool_id(aws, emulator, long_code(aws, emulator), sender)
    fallback = {"Channel": "SMS", "MessageBody": "x", "OriginationIdentity": group}

    with refuses() as refused:
        send(aws, group, FallbackConfiguration=fallback)

    assert refused.fields == ["FallbackConfiguration.OriginationIdentity"]


@pytest.mark.parametrize(
    ("channel", "fate", "seconds", "told"),
    [
        ("SMS", ("RCS_QUEUED", "RCS_FALLEN_BACK_TO_SMS"), 25, ["RCS_QUEUED"]),
        (
            "MMS",
            ("RCS_QUEUED", "RCS_SENT", "RCS_FALLEN_BACK_TO_SMS"),
            25,
            ["RCS_QUEUED", "RCS_SENT"],
        ),
        ("SMS", ("RCS_QUEUED", "RCS_TTL_EXPIRED"), 100, ["RCS_QUEUED", "RCS_TTL_EXPIRED"]),
    ],
)
def test_what_does_not_arrive_falls_back(  # noqa: PLR0917  a table of cases
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    sender: str,
    channel: str,
    fate: tuple[str, ...],
    seconds: int,
    told: list[str],
) -> None:
    """After 25 seconds, or after the time to live where there is one; the message id stays."""
    number = long_code(aws, emulator)
    emulator.script(TORONTO, *fate)
    more: dict[str, Any] = {"TimeToLive": seconds} if seconds != 25 else {}

    message_id = send(
        aws,
        sender,
        ConfigurationSetName=listen(aws),
        FallbackConfiguration={
            "Channel": channel,
            "MessageBody": "instead",
            "OriginationIdentity": number,
        },
        **more,
    )
    emulator.advance(seconds - 1)
    (before,) = emulator.messages
    emulator.advance(2)

    (after,) = emulator.messages
    family = "TEXT" if channel == "SMS" else "MEDIA"
    onward = [f"{family}_QUEUED", f"{family}_SUCCESSFUL", f"{family}_DELIVERED"]
    assert (before.channel, after.channel, after.body) == ("RCS", channel, "instead")
    assert (after.message_id, after.state) == (message_id, "DELIVERED")
    assert heard(emulator) == [*told, "RCS_FALLEN_BACK_TO_SMS", *onward]


@pytest.mark.parametrize(
    "fate",
    [
        ("RCS_FAILED",),
        ("RCS_QUEUED", "RCS_FAILED"),
        ("RCS_QUEUED", "RCS_FAILED", "RCS_FALLEN_BACK_TO_SMS"),
    ],
)
def test_what_fails_falls_back_at_once(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", sender: str, fate: tuple[str, ...]
) -> None:
    """A failure ends the wait, however long the message may live."""
    number = long_code(aws, emulator)
    emulator.script(TORONTO, *fate)

    send(
        aws,
        sender,
        TimeToLive=86_400,
        ConfigurationSetName=listen(aws),
        FallbackConfiguration={
            "Channel": "SMS",
            "MessageBody": "instead",
            "OriginationIdentity": number,
        },
    )
    emulator.advance(2)

    (message,) = emulator.messages
    assert (message.channel, message.state) == ("SMS", "DELIVERED")
    told = [*fate, "RCS_FALLEN_BACK_TO_SMS"] if fate[-1] == "RCS_FAILED" else list(fate)
    assert heard(emulator)[: len(told)] == told


def test_what_rcs_cost_is_given_back_in_the_month_that_it_was_spent_in(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", sender: str
) -> None:
    """A message that falls back after the turn of the month leaves the new month at nothing."""
    number = long_code(aws, emulator)
    emulator.script(TORONTO, "RCS_QUEUED", "RCS_TTL_EXPIRED")
    until_april = datetime(2026, 4, 1, tzinfo=UTC) - emulator.now()
    emulator.advance(until_april.total_seconds() - 10)
    spent_before = _spent(emulator)

    send(
        aws,
        sender,
        TimeToLive=60,
        FallbackConfiguration={
            "Channel": "SMS",
            "MessageBody": "instead",
            "OriginationIdentity": number,
        },
    )
    spent_in_march = _spent(emulator)
    emulator.advance(100)

    assert spent_before == _spent(emulator) == 0
    assert spent_in_march > 0
    assert emulator.engine.apply(lambda call: spent(call, "TEXT")) > 0


def _spent(emulator: "Emulator") -> Decimal:
    """What RCS has cost in the month that it is."""
    found: Decimal = emulator.engine.apply(lambda call: spent(call, "RCS"))
    return found


def test_without_a_fallback_it_ends_there(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", sender: str
) -> None:
    """A script that falls back fails where there is nothing to fall back to."""
    emulator.script(TORONTO, "RCS_QUEUED", "RCS_FALLEN_BACK_TO_SMS")

    send(aws, sender, ConfigurationSetName=listen(aws))
    emulator.advance(60)

    assert heard(emulator) == ["RCS_QUEUED", "RCS_FAILED"]
    assert emulator.messages[0].state == "FAILED"


def test_the_simulator_that_fails_falls_back_and_fails_again(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", sender: str
) -> None:
    """Its text does not arrive either."""
    number = simulator(aws)

    for to in (BAD, GOOD):
        send(
            aws,
            sender,
            to,
            FallbackConfiguration={
                "Channel": "SMS",
                "MessageBody": "instead",
                "OriginationIdentity": number,
            },
        )
    emulator.advance(60)

    told = [(message.channel, message.state) for message in emulator.messages]
    assert told == [("SMS", "FAILED"), ("RCS", "DELIVERED")]


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

"""Spend limits: what each channel may cost a month."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import GOOD
from tests.factories.identities import agent, simulator
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from collections.abc import Callable

    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

CHANNELS = ("TEXT", "VOICE", "MEDIA", "NOTIFY", "RCS")
DAYS_31 = 31 * 86_400


def limits(aws: "PinpointSMSVoiceV2Client") -> dict[str, dict[str, Any]]:
    """The limits by the channel in their names."""
    found = aws.describe_spend_limits()["SpendLimits"]
    return {limit["Name"].partition("_")[0]: dict(limit) for limit in found}


def operation(aws: "PinpointSMSVoiceV2Client", verb: str, channel: str) -> "Callable[..., Any]":
    """The operation that sets or deletes a channel's override."""
    found: Callable[..., Any] = getattr(
        aws, f"{verb}_{channel.lower()}_message_spend_limit_override"
    )
    return found


def use(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", channel: str) -> "Callable[[], Any]":
    """A send by a channel."""
    to = {"DestinationPhoneNumber": GOOD}
    if channel == "NOTIFY":
        made = aws.create_notify_configuration(
            DisplayName="Shop",
            UseCase="CODE_VERIFICATION",
            EnabledChannels=["SMS"],
            DefaultTemplateId="notify-code-verification-english-001",
        )
        emulator.advance(5)
        return lambda: aws.send_notify_text_message(
            NotifyConfigurationId=made["NotifyConfigurationId"],
            TemplateVariables={"code": "4711"},
            **to,
        )
    if channel == "RCS":
        sender = agent(emulator)
        return lambda: aws.send_rcs_message(
            OriginationIdentity=sender,
            RcsMessageContent={"Content": {"TextMessage": {"Body": "hello"}}},
            **to,
        )
    number = simulator(aws)
    arguments: dict[str, Any] = {"OriginationIdentity": number, "MessageBody": "hello", **to}
    sends: dict[str, Callable[..., Any]] = {
        "TEXT": aws.send_text_message,
        "MEDIA": aws.send_media_message,
        "VOICE": aws.send_voice_message,
    }
    return lambda: sends[channel](**arguments)


def test_all_limits_are_reported(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Five of them, none overridden; a new account's are one dollar."""
    emulator.settings.spend_limit = 1

    found = limits(aws)

    assert set(found) == set(CHANNELS)
    assert {(one["EnforcedLimit"], one["MaxLimit"]) for one in found.values()} == {(1, 1)}
    assert not any(one["Overridden"] for one in found.values())


@pytest.mark.parametrize("channel", CHANNELS)
def test_an_override_is_set_and_taken_back(aws: "PinpointSMSVoiceV2Client", channel: str) -> None:
    """It shows until it is deleted, and deleting it twice is no error."""
    answer = operation(aws, "set", channel)(MonthlyLimit=5)
    lowered = limits(aws)[channel]
    deleted = operation(aws, "delete", channel)()
    operation(aws, "delete", channel)()

    restored = limits(aws)[channel]
    assert answer["MonthlyLimit"] == 5
    assert (lowered["EnforcedLimit"], lowered["Overridden"]) == (5, True)
    assert deleted["MonthlyLimit"] == 1000
    assert (restored["EnforcedLimit"], restored["Overridden"]) == (1000, False)


@pytest.mark.parametrize("channel", CHANNELS)
def test_an_override_is_not_above_the_service_limit(
    aws: "PinpointSMSVoiceV2Client", channel: str
) -> None:
    """AWS raises that limit on request; an override only lowers it."""
    with refuses() as refused:
        operation(aws, "set", channel)(MonthlyLimit=1001)

    assert refused.reason == "REQUESTED_SPEND_LIMIT_HIGHER_THAN_SERVICE_LIMIT"


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_channel_whose_limit_is_reached_sends_no_more(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", channel: str
) -> None:
    """With its own reason, and until the limit is raised."""
    send = use(aws, emulator, channel)
    operation(aws, "set", channel)(MonthlyLimit=0)

    with refuses() as refused:
        send()
    operation(aws, "delete", channel)()
    send()

    assert refused.code == "ServiceQuotaExceededException"
    assert refused.reason == f"MONTHLY_SPEND_LIMIT_REACHED_FOR_{channel}"
    assert len(emulator.messages) == 1


def test_spending_is_counted_by_the_month(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A dollar buys so many texts, and the next month another dollar."""
    emulator.settings.spend_limit = 1
    long_text = {"DestinationPhoneNumber": GOOD, "MessageBody": "x" * 1530}  # ten parts, 9 cents

    for _ in range(12):
        aws.send_text_message(**long_text)
    with refuses() as refused:
        aws.send_text_message(**long_text)
    emulator.advance(DAYS_31)
    aws.send_text_message(**long_text)

    assert refused.reason == "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"
    assert len(emulator.messages) == 13


def test_one_channel_does_not_use_up_another(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Calls go on when texts may cost nothing more."""
    call = use(aws, emulator, "VOICE")
    aws.set_text_message_spend_limit_override(MonthlyLimit=0)

    call()

    assert [message.channel for message in emulator.messages] == ["VOICE"]

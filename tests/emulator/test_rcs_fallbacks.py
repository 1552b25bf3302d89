"""RCS messages that do not arrive: the SMS or MMS that goes out instead."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator.state.spend_limits import spent
from tests.factories.constants import BAD, GOOD, TORONTO
from tests.factories.events import heard, listen
from tests.factories.identities import long_code, pool_id, simulator
from tests.factories.rcs import send
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


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

"""Events in every order that AWS is known to send them in, repeats and late ones included."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice import events
from smsvoice.emulator import Emulator
from tests.factories.constants import GOOD
from tests.factories.events import listen

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client


def received(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator, seconds: float = 600
) -> list[Any]:
    """The events of one text, as an application reads them."""
    name = listen(aws)
    aws.send_text_message(
        DestinationPhoneNumber=GOOD, MessageBody="hello", ConfigurationSetName=name
    )
    emulator.advance(seconds)
    return [
        item
        for one in emulator.events
        if one.destination == "topic"
        for item in events.parse(one.body)
    ]


def test_a_final_successful_is_followed_by_delivered(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    emulator.script(
        GOOD,
        {"event_type": "TEXT_SUCCESSFUL", "is_final": True},
        {"event_type": "TEXT_DELIVERED", "after": 75},
    )

    first, second = received(aws, emulator)

    assert (first.event_type, first.is_final) == ("TEXT_SUCCESSFUL", True)
    assert (second.event_type, second.is_final) == ("TEXT_DELIVERED", True)
    assert (second.at - first.at).total_seconds() == 75
    assert second.outcome.beats(first.outcome)
    assert emulator.messages[0].state == "DELIVERED"


def test_an_event_may_be_repeated(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    """A repeat is as final as the first, and an application knows it by its key."""
    emulator.script(GOOD, "TEXT_QUEUED", "TEXT_DELIVERED", "TEXT_DELIVERED")

    _, first, second = received(aws, emulator)

    assert first.is_final
    assert second.is_final
    assert first.dedupe_key == second.dedupe_key
    assert not second.outcome.beats(first.outcome)


def test_an_event_may_come_late(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    """What was overtaken changes nothing any more."""
    emulator.script(GOOD, "TEXT_DELIVERED", {"event_type": "TEXT_QUEUED", "after": 500})

    first, late = received(aws, emulator)

    assert (first.is_final, late.is_final) == (True, False)
    assert not late.outcome.beats(first.outcome)
    assert emulator.messages[0].state == "DELIVERED"


def test_a_later_event_may_bear_an_earlier_time(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    emulator.script(GOOD, "TEXT_SUCCESSFUL", {"event_type": "TEXT_DELIVERED", "stamped_earlier": 5})

    first, second = received(aws, emulator)

    assert second.at < first.at


def test_an_application_settles_any_order(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    emulator.script(GOOD, "TEXT_DELIVERED", "TEXT_QUEUED", "TEXT_SUCCESSFUL", "TEXT_DELIVERED")
    saved: str | None = None

    for item in received(aws, emulator):
        if item.outcome.beats(saved):
            saved = item.outcome.code

    assert saved == "DELIVERED"


@pytest.mark.parametrize(
    ("scripted", "text"),
    [
        ({"event_type": "TEXT_DELIVERED", "later": 5}, "a scripted event has no later; there are"),
        ({"event_type": "TEXT_DELIVERED", "after": "soon"}, "after must be a number"),
        ({"event_type": "TEXT_DELIVERED", "is_final": "yes"}, "is_final must be true or false"),
        ({"after": 5}, "event_type is missing"),
        ({"event_type": 5}, "event_type must be text"),
        ({"event_type": "TEXT_GONE"}, "give event types of one channel"),
    ],
)
def test_a_wrong_script_is_refused(emulator: Emulator, scripted: Any, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        emulator.script(GOOD, scripted)

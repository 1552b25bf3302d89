"""Every event that the emulator emits comes back equal through each carrier."""

import functools
import json
from collections.abc import Iterator
from typing import Any

import pytest

from smsvoice import Emulator, SmsVoice, events
from smsvoice.emulator.engine.settings import Settings
from tests.events.carriers import AROUND, MANY, SAMPLES
from tests.factories.constants import GOOD, INBOUND_TOPIC, TORONTO
from tests.factories.identities import agent, number
from tests.factories.rcs import card, send
from tests.factories.shop import PERSON, open_shop


@functools.cache
def emitted() -> tuple[dict[str, Any], ...]:
    """What is published for every kind of send, for replies and for a registration."""
    settings = Settings(seconds_to_settle=0, reviews="approve")
    with Emulator(settings=settings, clock_runs=False, seed=7) as emulator:
        return tuple(published(emulator))


def published(emulator: Emulator) -> Iterator[dict[str, Any]]:
    """Let everything happen once."""
    shop = open_shop(emulator)
    aws = emulator.session().client("pinpoint-sms-voice-v2")
    name = shop.configuration_set_name
    sms = SmsVoice(session=emulator.session())
    agent_id = agent(emulator, two_way_enabled=True, two_way_channel_arn=INBOUND_TOPIC)
    voice = number(aws, emulator, NumberCapabilities=["VOICE", "SMS", "MMS"])
    given: dict[str, Any] = {"configuration_set_name": name}
    from_shop: dict[str, Any] = {"origination_identity": shop.phone_number, **given}
    for failure in (
        None,
        "TEXT_BLOCKED",
        "TEXT_INVALID",
        "TEXT_TTL_EXPIRED",
        "TEXT_PROTECT_BLOCKED",
    ):
        emulator.script(PERSON, *([failure] if failure else []))
        sms.messages.send_text(PERSON, message_body="grüße 你", context={"row": "7"}, **from_shop)
    mine = {"origination_identity": voice["PhoneNumberId"], **given}
    sms.api.send_media_message(
        destination_phone_number=GOOD, media_urls=["s3://bucket/cat.png"], **mine
    )
    sms.api.send_voice_message(destination_phone_number=GOOD, message_body="hello", **mine)
    contents: tuple[dict[str, Any], ...] = ({}, {"RcsMessageContent": card()})
    for more in contents:
        send(aws, agent_id, ConfigurationSetName=name, **more)
    emulator.advance(400_000)
    shop.write("hello")
    shop.write("STOP")
    for kind in ("RCS_TYPING", "SUGGESTION", "MEDIA", "LOCATION", "CONVERSATION_STARTED"):
        emulator.inbound_rcs(TORONTO, agent_id, kind)
    sms.registrations.create("US_TOLL_FREE_REGISTRATION")
    yield from (dict(one.body) for one in emulator.events)
    yield from (record.payload() for record in emulator.inbound_messages)


def test_every_kind_of_event_is_among_them() -> None:
    items = [item for one in emitted() for item in events.parse(one)]

    kinds = {type(item) for item in items}
    assert kinds == {
        *(events.Delivery, events.Inbound, events.RcsInbound, events.RegistrationChange),
    }
    deliveries = [one for one in items if isinstance(one, events.Delivery)]
    assert {one.channel for one in deliveries} == {"TEXT", "MEDIA", "VOICE", "RCS"}
    assert {one.content for one in items if isinstance(one, events.RcsInbound)} >= {
        *("typing", "suggestion", "media", "location", "conversation_started"),
    }
    assert not [one for one in items if one.model_extra]
    assert {one.outcome for one in deliveries} >= {
        *(events.Outcome.DELIVERED, events.Outcome.READ, events.Outcome.BLOCKED),
        *(events.Outcome.EXPIRED, events.Outcome.FAILED_PERMANENT, events.Outcome.PENDING),
    }


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("many", MANY)
def test_it_comes_back_equal_through_each_carrier(many: str, around: str) -> None:
    bodies = emitted()

    batch = events.parse(MANY[many]([AROUND[around](one) for one in bodies]))

    alone = [item for one in bodies for item in events.parse(one)]
    assert len(batch) == len(bodies)
    assert [timeless(one) for one in batch] == [timeless(one) for one in alone]


def timeless(item: events.Item) -> events.Item:
    """An item without the time that only SNS gives to what people write."""
    return item.model_copy(update={"at": None}) if isinstance(item, events.Inbound) else item


@pytest.mark.parametrize(
    ("file", "event_type"),
    [
        ("08_text_delivered_jp_sender_id", "TEXT_DELIVERED"),
        ("10_text_blocked_no_origination", "TEXT_BLOCKED"),
        ("17_eventbridge_voice_initiated", "VOICE_INITIATED"),
        ("22_rcs_delivered", "RCS_DELIVERED"),
        ("23_rcs_read", "RCS_READ"),
        ("52_media_delivered", "MEDIA_DELIVERED"),
    ],
)
def test_members_stand_as_in_what_aws_sends(file: str, event_type: str) -> None:
    """In the same order and with the same description; none that the sample says to be absent."""
    sample = json.loads((SAMPLES / f"{file}.json").read_text("utf-8"))
    sample = sample.get("detail", sample)
    ours = next(one for one in emitted() if one.get("eventType") == event_type)

    shared = [name for name in ours if name in sample]
    assert shared == [name for name in sample if name in ours]
    assert ours.get("messageStatusDescription") == sample.get("messageStatusDescription")
    if event_type in ("TEXT_BLOCKED", "RCS_DELIVERED", "RCS_READ"):
        assert set(ours) <= {*sample, "context"}

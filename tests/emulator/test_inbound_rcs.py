"""What happens in an RCS conversation beside texts, as an application reads it."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice import events
from tests.factories.constants import INBOUND_TOPIC, TORONTO
from tests.factories.identities import agent, number
from tests.factories.rcs import send

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


@pytest.fixture
def agent_id(emulator: "Emulator") -> str:
    """An agent that publishes what it hears."""
    return agent(emulator, two_way_enabled=True, two_way_channel_arn=INBOUND_TOPIC)


def heard(emulator: "Emulator", agent_id: str, kind: Any, **members: Any) -> events.RcsInbound:
    """What happens, as it comes out of the topic."""
    record = emulator.inbound_rcs(TORONTO, agent_id, kind, **members)
    payload = record.payload()
    assert set(payload) == {
        *("originationNumber", "destinationNumber", "messageBody", "inboundMessageId"),
    }
    (item,) = events.parse(payload)
    assert isinstance(item, events.RcsInbound)
    assert (item.person, item.to) == (TORONTO, agent_id)
    return item


def test_a_person_types(emulator: "Emulator", agent_id: str) -> None:
    item = heard(emulator, agent_id, "RCS_TYPING")

    assert (item.content, item.text, item.at) == ("typing", "", emulator.now())


def test_a_suggestion_is_tapped(emulator: "Emulator", agent_id: str) -> None:
    item = heard(emulator, agent_id, "SUGGESTION", text="Book", postback_data="book-7")

    assert (item.content, item.text, item.postback) == ("suggestion", "Book", "book-7")


def test_a_file_is_sent(emulator: "Emulator", agent_id: str) -> None:
    item = heard(emulator, agent_id, "MEDIA", file_name="menu.png", mime_type="image/png")

    assert (item.content, item.media_status, item.mime_type) == ("media", "SUCCESS", "image/png")
    assert item.s3_bucket
    assert item.s3_key is not None
    assert item.s3_key.endswith(f"{item.message_id}#menu.png")


def test_a_file_that_could_not_be_stored_is_nowhere(emulator: "Emulator", agent_id: str) -> None:
    item = heard(emulator, agent_id, "MEDIA", media_status="UPLOAD_FAILED")

    assert (item.media_status, item.s3_bucket, item.s3_key) == ("UPLOAD_FAILED", None, None)


def test_a_place_is_shared(emulator: "Emulator", agent_id: str) -> None:
    item = heard(emulator, agent_id, "LOCATION", latitude=43.65, longitude=-79.38)

    assert (item.content, item.latitude, item.longitude) == ("location", 43.65, -79.38)


def test_a_conversation_begins(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", agent_id: str
) -> None:
    """By the last message that the person got, or by the person."""
    item = heard(emulator, agent_id, "CONVERSATION_STARTED")
    assert item.conversation_initiating_message_type == "INBOUND"

    sent = send(aws, agent_id)
    item = heard(emulator, agent_id, "CONVERSATION_STARTED")

    assert item.conversation_initiating_message_type == "OUTBOUND"
    assert item.conversation_initiating_message_id == sent
    assert item.started_at == emulator.now()
    assert item.ends_at is not None


def test_a_typed_text_keeps_its_six_members(emulator: "Emulator", agent_id: str) -> None:
    payload = emulator.inbound(TORONTO, agent_id, '{"type": "SUGGESTION"}').payload()

    (item,) = events.parse(payload)

    assert isinstance(item, events.RcsInbound)
    assert (item.content, item.keyword) == ("text", None)


@pytest.mark.parametrize(
    ("kind", "members", "text"),
    [
        ("DANCE", {}, "kind must be one of CONVERSATION_STARTED, LOCATION, MEDIA"),
        ("SUGGESTION", {"postback": "x"}, "SUGGESTION has no postback; there are text, postback"),
        ("RCS_TYPING", {"text": "x"}, "RCS_TYPING has no text; there are none"),
    ],
)
def test_a_wrong_kind_or_member_is_refused(
    emulator: "Emulator", agent_id: str, kind: Any, members: dict[str, Any], text: str
) -> None:
    with pytest.raises(ValueError, match=text):
        emulator.inbound_rcs(TORONTO, agent_id, kind, **members)


def test_only_an_agent_hears_it(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    made = number(aws, emulator)

    with pytest.raises(LookupError, match="no RCS agent"):
        emulator.inbound_rcs(TORONTO, made["PhoneNumberId"], "RCS_TYPING")

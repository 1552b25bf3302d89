"""RCS agents as objects: their launch, their settings, and sending rich messages."""

# Mirrored from tests/aio/test_rcs_agents.py by `python -m codegen`. Change that file, not this one.

from typing import Any

import pytest

from smsvoice import (
    ConflictError,
    Emulator,
    NotLoadedError,
    RequestError,
    ResourceNotFoundError,
    SmsVoice,
    ValidationError,
    WaitFailedError,
    WaitTimeoutError,
)
from smsvoice import rcs_content as rcs
from smsvoice.models.common import Tag
from smsvoice.models.rcs_agents import RcsAgentInformation
from smsvoice.models.rcs_messages import RcsFallbackConfiguration
from smsvoice.models.reasons import ConflictExceptionReason, ValidationExceptionReason
from tests.factories.sync.rcs_agents import CANADIAN, launched, submit_launch

TOPIC = "arn:aws:sns:us-east-1:123456789012:inbound"


def test_an_agent_is_known_from_its_creation(sms: SmsVoice) -> None:
    """CREATED, with its tags and its identity."""
    made = sms.rcs_agents.create(tags=[Tag(key="brand", value="shop")])

    assert made.status == "CREATED"
    assert made.arn.endswith(made.id)
    assert isinstance(made.data, RcsAgentInformation)
    assert [tag.value for tag in made.tags.list()] == ["shop"]
    assert sms.rcs_agents.get(made.id) == made
    with pytest.raises(NotLoadedError, match=r"rcs_agents\.get"):
        _ = sms.rcs_agents.at(made.id).status


def test_update_changes_what_is_given(sms: SmsVoice) -> None:
    """Two-way, events and media; the answer is folded into the handle."""
    made = sms.rcs_agents.create()

    same = made.update(
        two_way_enabled=True,
        two_way_channel_arn=TOPIC,
        two_way_rcs_events_enabled=["ALL"],
        two_way_media_s3_bucket_name="shop-media",
        two_way_media_s3_role="arn:aws:iam::123456789012:role/media",
    )

    assert same is made
    assert made.data.two_way_channel_arn == TOPIC
    assert made.data.two_way_rcs_events_enabled == ("ALL",)
    assert made.data.two_way_media_s3_bucket_name == "shop-media"


def test_events_need_two_way(sms: SmsVoice) -> None:
    """AWS says so by reason."""
    made = sms.rcs_agents.create()

    with pytest.raises(ValidationError) as refusal:
        made.update(two_way_rcs_events_enabled=["ALL"])

    assert refusal.value.reason == ValidationExceptionReason.TWO_WAY_NOT_ENABLED


def test_the_list_takes_filters_and_ids(sms: SmsVoice) -> None:
    """Owner and ids exclude each other, and that is known before the wire."""
    made = [sms.rcs_agents.create() for _ in range(3)]
    made[1].update(deletion_protection_enabled=True)

    protected = sms.rcs_agents.list(deletion_protection_enabled=True).collect()
    assert protected == [made[1]]
    assert sms.rcs_agents.list(ids=[one.id for one in made]).collect() == made
    assert sms.rcs_agents.list(status="ACTIVE").collect() == []
    assert len(sms.rcs_agents.list(owner="SELF", status=["CREATED"]).collect()) == 3
    with pytest.raises(RequestError, match="owner"):
        sms.rcs_agents.list(owner="SELF", ids=[made[0].id])
    with pytest.raises(RequestError, match="did you mean TESTING"):
        sms.rcs_agents.list(status="TESTNG")  # type: ignore[arg-type]


def test_a_protected_agent_stays(sms: SmsVoice) -> None:
    """Until the protection is switched off."""
    made = sms.rcs_agents.create(deletion_protection_enabled=True)

    with pytest.raises(ConflictError) as refusal:
        made.delete()
    made.update(deletion_protection_enabled=False)
    made.delete()

    assert refusal.value.reason == ConflictExceptionReason.DELETION_PROTECTION_ENABLED
    with pytest.raises(ResourceNotFoundError):
        made.refresh()


def test_an_agent_becomes_active_country_by_country(
    sms: SmsVoice, emulator: Emulator, clock: Any
) -> None:
    """The wait ends when all carriers have let it in; the launch status tells each."""
    agent = launched(sms, emulator, clock)

    assert agent.status == "ACTIVE"
    (country,) = agent.country_launch_status(iso_country_codes=["CA"]).collect()
    assert country.status == "ACTIVE"
    assert {carrier.status for carrier in country.carrier_status} == {"ACTIVE"}
    assert agent.country_launch_status(country_launch_status="PENDING").collect() == []
    with pytest.raises(RequestError, match="did you mean PARTIAL"):
        agent.country_launch_status(country_launch_status="PARTAL")  # type: ignore[arg-type]


def test_an_agent_without_a_registration_is_not_waited_for(sms: SmsVoice, clock: Any) -> None:
    """A person must act first, and the error says how."""
    agent = sms.rcs_agents.create()

    with pytest.raises(WaitFailedError, match="registration must be submitted"):
        agent.wait_until_active(clock=clock)

    assert clock.slept == []


def test_a_launch_that_takes_long_runs_out_of_time(
    sms: SmsVoice, emulator: Emulator, clock: Any
) -> None:
    """The last state is told."""
    agent = sms.rcs_agents.create()
    submit_launch(sms, emulator, agent)
    emulator.settings.reviews = "by_hand"

    with pytest.raises(WaitTimeoutError) as over:
        agent.wait_until_active(timeout=300, clock=clock)

    assert over.value.last_state == "PENDING"


def test_an_agent_that_is_gone_ends_the_wait(sms: SmsVoice, clock: Any) -> None:
    """An id that names nothing cannot be launched."""
    with pytest.raises(WaitFailedError, match="no such thing"):
        sms.rcs_agents.at("rcs-0").wait_until_active(clock=clock)


def test_a_carousel_arrives_as_it_was_put_together(
    sms: SmsVoice, emulator: Emulator, clock: Any
) -> None:
    """The content is the recipient's; its fallback stays unused."""
    agent = launched(sms, emulator, clock)
    number = sms.phone_numbers.request(
        iso_country_code="CA",
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS"],
        number_type="LONG_CODE",
    )
    number.wait_until_active(clock=clock)
    content = rcs.carousel(
        rcs.carousel_card(title="Red", suggestions=[rcs.reply("I take red")]),
        rcs.carousel_card(title="Blue", suggestions=[rcs.open_url("See", "https://shop.example")]),
    )

    sent = agent.send_rcs(
        CANADIAN,
        rcs_message_content=content,
        fallback_configuration=RcsFallbackConfiguration(
            channel="SMS", message_body="Red or blue?", origination_identity=number.id
        ),
        time_to_live=600,
    )

    message = emulator.messages[-1]
    assert (message.message_id, message.channel) == (sent.message_id, "RCS")
    assert message.origination_identity == agent.id
    assert "Carousel" in str(message.content)


def test_a_text_goes_out_from_the_agent(sms: SmsVoice, emulator: Emulator, clock: Any) -> None:
    """A plain text by the operation for texts."""
    agent = launched(sms, emulator, clock)

    sent = agent.send_text(CANADIAN, message_body="The shop opens at nine.")

    assert emulator.messages[-1].message_id == sent.message_id
    assert emulator.messages[-1].origination_identity == agent.id


def test_an_agent_that_is_not_launched_sends_nothing(sms: SmsVoice) -> None:
    """AWS says so by reason."""
    agent = sms.rcs_agents.create()

    with pytest.raises(ConflictError) as refusal:
        agent.send_rcs(CANADIAN, rcs_message_content=rcs.text("Hello"))

    assert refusal.value.reason == ConflictExceptionReason.RESOURCE_NOT_ACTIVE


def test_an_agent_answers_to_keywords(sms: SmsVoice) -> None:
    """The keywords of an agent are put, listed and deleted as those of a number."""
    agent = sms.rcs_agents.create()

    agent.keywords.put("HOURS", keyword_message="Nine to five.")

    assert "HOURS" in [one.keyword for one in agent.keywords.list().collect()]
    agent.keywords.delete("HOURS")
    assert "HOURS" not in [one.keyword for one in agent.keywords.list().collect()]

"""RCS agents as objects: their launch, their settings, and sending rich messages."""

from typing import Any

import pytest

from smsvoice import (
    AsyncSmsVoice,
    ConflictError,
    Emulator,
    NotLoadedError,
    RequestError,
    ResourceNotFoundError,
    ValidationError,
    WaitFailedError,
    WaitTimeoutError,
)
from smsvoice import rcs_content as rcs
from smsvoice.models.common import Tag
from smsvoice.models.rcs_agents import RcsAgentInformation
from smsvoice.models.rcs_messages import RcsFallbackConfiguration
from smsvoice.models.reasons import ConflictExceptionReason, ValidationExceptionReason
from tests.factories.aio.rcs_agents import CANADIAN, launched, submit_launch

TOPIC = "arn:aws:sns:us-east-1:123456789012:inbound"


async def test_an_agent_is_known_from_its_creation(sms: AsyncSmsVoice) -> None:
    """CREATED, with its tags and its identity."""
    made = await sms.rcs_agents.create(tags=[Tag(key="brand", value="shop")])

    assert made.status == "CREATED"
    assert made.arn.endswith(made.id)
    assert isinstance(made.data, RcsAgentInformation)
    assert [tag.value for tag in await made.tags.list()] == ["shop"]
    assert await sms.rcs_agents.get(made.id) == made
    with pytest.raises(NotLoadedError, match=r"rcs_agents\.get"):
        _ = sms.rcs_agents.at(made.id).status


async def test_update_changes_what_is_given(sms: AsyncSmsVoice) -> None:
    """Two-way, events and media; the answer is folded into the handle."""
    made = await sms.rcs_agents.create()

    same = await made.update(
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


async def test_events_need_two_way(sms: AsyncSmsVoice) -> None:
    """AWS says so by reason."""
    made = await sms.rcs_agents.create()

    with pytest.raises(ValidationError) as refusal:
        await made.update(two_way_rcs_events_enabled=["ALL"])

    assert refusal.value.reason == ValidationExceptionReason.TWO_WAY_NOT_ENABLED


async def test_the_list_takes_filters_and_ids(sms: AsyncSmsVoice) -> None:
    """Owner and ids exclude each other, and that is known before the wire."""
    made = [await sms.rcs_agents.create() for _ in range(3)]
    await made[1].update(deletion_protection_enabled=True)

    protected = await sms.rcs_agents.list(deletion_protection_enabled=True).collect()
    assert protected == [made[1]]
    assert await sms.rcs_agents.list(ids=[one.id for one in made]).collect() == made
    assert await sms.rcs_agents.list(status="ACTIVE").collect() == []
    assert len(await sms.rcs_agents.list(owner="SELF", status=["CREATED"]).collect()) == 3
    with pytest.raises(RequestError, match="owner"):
        sms.rcs_agents.list(owner="SELF", ids=[made[0].id])
    with pytest.raises(RequestError, match="did you mean TESTING"):
        sms.rcs_agents.list(status="TESTNG")  # type: ignore[arg-type]


async def test_a_protected_agent_stays(sms: AsyncSmsVoice) -> None:
    """Until the protection is switched off."""
    made = await sms.rcs_agents.create(deletion_protection_enabled=True)

    with pytest.raises(ConflictError) as refusal:
        await made.delete()
    await made.update(deletion_protection_enabled=False)
    await made.delete()

    assert refusal.value.reason == ConflictExceptionReason.DELETION_PROTECTION_ENABLED
    with pytest.raises(ResourceNotFoundError):
        await made.refresh()


async def test_an_agent_becomes_active_country_by_country(
    sms: AsyncSmsVoice, emulator: Emulator, clock: Any
) -> None:
    """The wait ends when all carriers have let it in; the launch status tells each."""
    agent = await launched(sms, emulator, clock)

    assert agent.status == "ACTIVE"
    (country,) = await agent.country_launch_status(iso_country_codes=["CA"]).collect()
    assert country.status == "ACTIVE"
    assert {carrier.status for carrier in country.carrier_status} == {"ACTIVE"}
    assert await agent.country_launch_status(country_launch_status="PENDING").collect() == []
    with pytest.raises(RequestError, match="did you mean PARTIAL"):
        agent.country_launch_status(country_launch_status="PARTAL")  # type: ignore[arg-type]


async def test_an_agent_without_a_registration_is_not_waited_for(
    sms: AsyncSmsVoice, clock: Any
) -> None:
    """A person must act first, and the error says how."""
    agent = await sms.rcs_agents.create()

    with pytest.raises(WaitFailedError, match="registration must be submitted"):
        await agent.wait_until_active(clock=clock)

    assert clock.slept == []


async def test_a_launch_that_takes_long_runs_out_of_time(
    sms: AsyncSmsVoice, emulator: Emulator, clock: Any
) -> None:
    """The last state is told."""
    agent = await sms.rcs_agents.create()
    await submit_launch(sms, emulator, agent)
    emulator.settings.reviews = "by_hand"

    with pytest.raises(WaitTimeoutError) as over:
        await agent.wait_until_active(timeout=300, clock=clock)

    assert over.value.last_state == "PENDING"


async def test_an_agent_that_is_gone_ends_the_wait(sms: AsyncSmsVoice, clock: Any) -> None:
    """An id that names nothing cannot be launched."""
    with pytest.raises(WaitFailedError, match="no such thing"):
        await sms.rcs_agents.at("rcs-0").wait_until_active(clock=clock)


async def test_a_carousel_arrives_as_it_was_put_together(
    sms: AsyncSmsVoice, emulator: Emulator, clock: Any
) -> None:
    """The content is the recipient's; its fallback stays unused."""
    agent = await launched(sms, emulator, clock)
    number = await sms.phone_numbers.request(
        iso_country_code="CA",
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS"],
        number_type="LONG_CODE",
    )
    await number.wait_until_active(clock=clock)
    content = rcs.carousel(
        rcs.carousel_card(title="Red", suggestions=[rcs.reply("I take red")]),
        rcs.carousel_card(title="Blue", suggestions=[rcs.open_url("See", "https://shop.example")]),
    )

    sent = await agent.send_rcs(
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


async def test_a_text_goes_out_from_the_agent(
    sms: AsyncSmsVoice, emulator: Emulator, clock: Any
) -> None:
    """A plain text by the operation for texts."""
    agent = await launched(sms, emulator, clock)

    sent = await agent.send_text(CANADIAN, message_body="The shop opens at nine.")

    assert emulator.messages[-1].message_id == sent.message_id
    assert emulator.messages[-1].origination_identity == agent.id


async def test_an_agent_that_is_not_launched_sends_nothing(sms: AsyncSmsVoice) -> None:
    """AWS says so by reason."""
    agent = await sms.rcs_agents.create()

    with pytest.raises(ConflictError) as refusal:
        await agent.send_rcs(CANADIAN, rcs_message_content=rcs.text("Hello"))

    assert refusal.value.reason == ConflictExceptionReason.RESOURCE_NOT_ACTIVE


async def test_an_agent_answers_to_keywords(sms: AsyncSmsVoice) -> None:
    """The keywords of an agent are put, listed and deleted as those of a number."""
    agent = await sms.rcs_agents.create()

    await agent.keywords.put("HOURS", keyword_message="Nine to five.")

    assert "HOURS" in [one.keyword for one in await agent.keywords.list().collect()]
    await agent.keywords.delete("HOURS")
    assert "HOURS" not in [one.keyword for one in await agent.keywords.list().collect()]

"""One account's life, told in parts, by our objects alone: together they need all of AWS's operations."""

import re
from typing import Any

from smsvoice import AsyncSmsVoice, Emulator
from smsvoice import rcs_content as rcs
from smsvoice.aio.resources.phone_numbers import AsyncPhoneNumber
from smsvoice.aio.resources.pools import AsyncPool
from smsvoice.aio.resources.registrations import AsyncRegistration
from smsvoice.models.configuration_sets import SnsDestination
from tests.factories.aio.identities import SIMULATED, leased, pooled
from tests.factories.aio.rcs_agents import CANADIAN, launched
from tests.factories.aio.registrations import PDF, TOLL_FREE, filled_in

PERSON = "+12065550142"
TOPIC = "arn:aws:sns:us-east-1:123456789012:events"
SHARED = {
    "Statement": {
        "Effect": "Allow",
        "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
        "Action": "sms-voice:SendTextMessage",
    }
}
DAY = 86_400


async def look_at_the_account(sms: AsyncSmsVoice) -> None:
    """What it may do, what it has used, and whom a number belongs to."""
    assert await sms.account.attributes().collect()
    assert await sms.account.limits().collect()
    assert (await sms.carriers.lookup(PERSON)).e164_phone_number == PERSON


async def limit_spending(sms: AsyncSmsVoice) -> None:
    """Every kind of message gets a limit, and loses it."""
    for kind in ("TEXT", "VOICE", "MEDIA", "NOTIFY", "RCS"):
        assert await sms.spend_limits.set(kind, 20) == 20
    limits = await sms.spend_limits.list().collect()
    for limit in limits:
        await sms.spend_limits.clear(limit.name)

    assert [limit.enforced_limit for limit in limits] == [20] * 5


async def keep_an_opt_out_list(sms: AsyncSmsVoice) -> None:
    """A person leaves, and comes back."""
    news = await sms.opt_out_lists.create("news")
    await news.add(PERSON)
    assert len(await news.numbers().collect()) == 1
    await news.remove(PERSON)

    assert news in await sms.opt_out_lists.list().collect()
    await news.delete()


async def keep_a_configuration_set(sms: AsyncSmsVoice) -> None:
    """Its defaults are set and dropped, and its events go somewhere for a while."""
    codes = await sms.configuration_sets.create("codes")
    await codes.set_default_message_type("TRANSACTIONAL")
    await codes.set_default_sender_id("EXAMPLE")
    await codes.set_default_message_feedback_enabled(message_feedback_enabled=True)
    await codes.delete_default_message_type()
    await codes.delete_default_sender_id()

    topic = SnsDestination(topic_arn=TOPIC)
    events = codes.event_destinations
    await events.create("topic", matching_event_types=["ALL"], sns_destination=topic)
    await events.update("topic", enabled=False)
    await events.delete("topic")

    assert await sms.configuration_sets.list().collect() == [codes]
    await codes.delete()


async def protect_the_account(sms: AsyncSmsVoice) -> None:
    """Rules by country and by number, for one configuration set and for the whole account."""
    rules = await sms.protect_configurations.create()
    codes = await sms.configuration_sets.create("protected")
    await rules.associate(codes.id)
    await rules.update_country_rules("SMS", {"FR": "BLOCK"})
    assert (await rules.country_rules("SMS"))["FR"].protect_status == "BLOCK"

    await rules.number_overrides.put(PERSON, action="ALLOW")
    assert len(await rules.number_overrides.list().collect()) == 1
    await rules.number_overrides.delete(PERSON)

    await rules.set_account_default()
    await sms.account.clear_default_protect_configuration()
    await rules.disassociate(codes.id)
    await rules.update(deletion_protection_enabled=False)
    assert await sms.protect_configurations.list().collect() == [rules]
    await rules.delete()


async def lease_and_release_a_number(sms: AsyncSmsVoice) -> None:
    """Searched for, leased, changed, answering to a keyword, and given back."""
    free = sms.phone_numbers.search_available(
        iso_country_code="US", number_type="TEN_DLC", number_capabilities=["SMS"]
    )
    assert await free.first()
    number = await leased(sms)
    await number.update(two_way_enabled=True, two_way_channel_arn=TOPIC)
    await answer_to_a_keyword(number)
    await share_and_tag(number)

    assert number in await sms.phone_numbers.list().collect()
    await number.release()


async def answer_to_a_keyword(number: AsyncPhoneNumber) -> None:
    """For as long as there is something to join."""
    await number.keywords.put("JOIN", keyword_message="Welcome")
    assert "JOIN" in [one.keyword for one in await number.keywords.list().collect()]
    await number.keywords.delete("JOIN")


async def share_and_tag(thing: AsyncPhoneNumber) -> None:
    """Another account may use it, and the bill knows whose it is."""
    await thing.policy.put(SHARED)
    assert (await thing.policy.get()).statements
    await thing.policy.delete()

    await thing.tags.add({"team": "news"})
    assert [tag.value for tag in await thing.tags.list()] == ["news"]
    await thing.tags.remove("team")


async def lease_and_release_a_sender_id(sms: AsyncSmsVoice) -> None:
    """A name instead of a number."""
    name = await sms.sender_ids.request("EXAMPLE", "GB")
    await name.update(deletion_protection_enabled=False)
    assert await sms.sender_ids.list().collect() == [name]
    await name.release()


async def keep_a_pool(sms: AsyncSmsVoice, clock: Any) -> AsyncPool:
    """Members come and go; the pool is deleted, and another one stays for codes."""
    pool = await pooled(sms, clock)
    second = await leased(sms)
    await pool.add(second.id)
    assert len(await pool.identities().collect()) == 2
    await pool.remove(second.id)
    await pool.update(shared_routes_enabled=False)

    assert await sms.pools.list().collect() == [pool]
    await pool.delete()
    await pool.wait_until_deleted(clock=clock)
    return await pooled(sms, clock)


async def send_messages(sms: AsyncSmsVoice, emulator: Emulator) -> None:
    """A text, a call and a picture; the text was read."""
    number = await leased(sms)
    origin = {"origination_identity": number.id}
    text = await sms.messages.send_text(
        SIMULATED, message_body="hello", message_feedback_enabled=True, **origin
    )
    assert text.message_id is not None
    await sms.messages.send_voice(SIMULATED, message_body="hello", **origin)
    await sms.messages.send_media(SIMULATED, media_urls=["s3://shop/red.png"], **origin)
    await sms.messages.put_feedback(text.message_id, message_feedback_status="RECEIVED")

    assert [message.channel for message in emulator.messages] == ["SMS", "VOICE", "MMS"]


async def launch_an_rcs_agent(sms: AsyncSmsVoice, emulator: Emulator, clock: Any) -> None:
    """An agent that carriers let in sends a card; one that nobody launched is given up."""
    agent = await launched(sms, emulator, clock)
    emulator.settings.reviews = "by_hand"
    assert await agent.country_launch_status().collect()
    await agent.update(two_way_enabled=True, two_way_channel_arn=TOPIC)
    card = rcs.card(title="Red", description="New today")
    sent = await sms.messages.send_rcs(
        CANADIAN, origination_identity=agent.id, rcs_message_content=card
    )
    spare = await sms.rcs_agents.create()

    assert emulator.messages[-1].message_id == sent.message_id
    assert set(await sms.rcs_agents.list().collect()) == {agent, spare}
    await spare.delete()


async def read_the_form(sms: AsyncSmsVoice) -> None:
    """Which forms there are, and what one of them asks for."""
    names = [one.registration_type async for one in sms.registration_types.list()]
    assert TOLL_FREE in names
    assert await sms.registration_types.sections(TOLL_FREE).collect()
    assert await sms.registration_types.fields(TOLL_FREE).collect()


async def register_a_number(sms: AsyncSmsVoice, emulator: Emulator, clock: Any) -> None:
    """A form is filled in and approved; its next version is thrown away."""
    form = await filled_in(sms, clock)
    await correct_a_field(form)
    assert len(await form.associations().collect()) == 1
    await form.submit()
    emulator.approve(form.id)
    await form.wait_until_reviewed(clock=clock)
    assert form.status == "COMPLETE"

    await form.create_version()
    await form.discard()
    assert len(await form.versions().collect()) == 2


async def correct_a_field(form: AsyncRegistration) -> None:
    """Something was put where nothing had to be."""
    await form.fields.put("companyInfo.address2", text_value="Suite 7")
    assert "companyInfo.address2" in [one.field_path async for one in form.fields.list()]
    await form.fields.delete("companyInfo.address2")


async def give_up_a_registration(sms: AsyncSmsVoice) -> None:
    """A form and a document that nobody needs."""
    form = await sms.registrations.create(TOLL_FREE)
    document = await sms.registration_attachments.create(PDF)
    assert form in await sms.registrations.list().collect()
    assert document in await sms.registration_attachments.list().collect()

    await form.delete()
    await document.delete()


async def verify_a_number(sms: AsyncSmsVoice, emulator: Emulator) -> None:
    """With the code that arrived; a day later the number is let go."""
    mine = await sms.verified_numbers.create(PERSON)
    await mine.send_code("TEXT")
    code = re.search(r"\d{6}", emulator.messages[-1].body)
    assert code is not None
    await mine.verify(code[0])

    assert await sms.verified_numbers.list(status="VERIFIED").collect() == [mine]
    emulator.advance(DAY)
    await mine.delete()


async def send_codes(sms: AsyncSmsVoice, emulator: Emulator, clock: Any, pool: AsyncPool) -> None:
    """Written and read aloud, in a text of AWS's, from a pool of one's own."""
    assert "US" in [one.iso_country_code async for one in sms.notify_countries.list()]
    template = await sms.notify_templates.list(language_code="en", channels="VOICE").first()
    assert template is not None
    shop = await sms.notify_configurations.create(
        display_name="Shop", use_case="CODE_VERIFICATION", enabled_channels=["SMS", "VOICE"]
    )
    await shop.wait_until_active(clock=clock)
    await shop.update(pool_id=pool.id, default_template_id=template.id)

    text = await shop.send_text(SIMULATED, template_variables={"code": "481516"})
    call = await shop.send_voice(SIMULATED, template_variables={"code": "481516"})
    sent = [message.message_id for message in emulator.messages[-2:]]
    assert sent == [text.message_id, call.message_id]

    assert await sms.notify_configurations.list().collect() == [shop]
    await shop.delete()

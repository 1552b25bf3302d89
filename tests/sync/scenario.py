"""One account's life, told in parts, by our objects alone: together they need all of AWS's operations."""

# Mirrored from tests/aio/scenario.py by `python -m codegen`. Change that file, not this one.

import re
from typing import Any

from smsvoice import Emulator, SmsVoice
from smsvoice import rcs_content as rcs
from smsvoice.models.configuration_sets import SnsDestination
from smsvoice.sync.resources.phone_numbers import PhoneNumber
from smsvoice.sync.resources.pools import Pool
from smsvoice.sync.resources.registrations import Registration
from tests.factories.sync.identities import SIMULATED, leased, pooled
from tests.factories.sync.rcs_agents import CANADIAN, launched
from tests.factories.sync.registrations import PDF, TOLL_FREE, filled_in

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


def look_at_the_account(sms: SmsVoice) -> None:
    """What it may do, what it has used, and whom a number belongs to."""
    assert sms.account.attributes().collect()
    assert sms.account.limits().collect()
    assert (sms.carriers.lookup(PERSON)).e164_phone_number == PERSON


def limit_spending(sms: SmsVoice) -> None:
    """Every kind of message gets a limit, and loses it."""
    for kind in ("TEXT", "VOICE", "MEDIA", "NOTIFY", "RCS"):
        assert sms.spend_limits.set(kind, 20) == 20
    limits = sms.spend_limits.list().collect()
    for limit in limits:
        sms.spend_limits.clear(limit.name)

    assert [limit.enforced_limit for limit in limits] == [20] * 5


def keep_an_opt_out_list(sms: SmsVoice) -> None:
    """A person leaves, and comes back."""
    news = sms.opt_out_lists.create("news")
    news.add(PERSON)
    assert len(news.numbers().collect()) == 1
    news.remove(PERSON)

    assert news in sms.opt_out_lists.list().collect()
    news.delete()


def keep_a_configuration_set(sms: SmsVoice) -> None:
    """Its defaults are set and dropped, and its events go somewhere for a while."""
    codes = sms.configuration_sets.create("codes")
    codes.set_default_message_type("TRANSACTIONAL")
    codes.set_default_sender_id("EXAMPLE")
    codes.set_default_message_feedback_enabled(message_feedback_enabled=True)
    codes.delete_default_message_type()
    codes.delete_default_sender_id()

    topic = SnsDestination(topic_arn=TOPIC)
    events = codes.event_destinations
    events.create("topic", matching_event_types=["ALL"], sns_destination=topic)
    events.update("topic", enabled=False)
    events.delete("topic")

    assert sms.configuration_sets.list().collect() == [codes]
    codes.delete()


def protect_the_account(sms: SmsVoice) -> None:
    """Rules by country and by number, for one configuration set and for the whole account."""
    rules = sms.protect_configurations.create()
    codes = sms.configuration_sets.create("protected")
    rules.associate(codes.id)
    rules.update_country_rules("SMS", {"FR": "BLOCK"})
    assert (rules.country_rules("SMS"))["FR"].protect_status == "BLOCK"

    rules.number_overrides.put(PERSON, action="ALLOW")
    assert len(rules.number_overrides.list().collect()) == 1
    rules.number_overrides.delete(PERSON)

    rules.set_account_default()
    sms.account.clear_default_protect_configuration()
    rules.disassociate(codes.id)
    rules.update(deletion_protection_enabled=False)
    assert sms.protect_configurations.list().collect() == [rules]
    rules.delete()


def lease_and_release_a_number(sms: SmsVoice) -> None:
    """Searched for, leased, changed, answering to a keyword, and given back."""
    free = sms.phone_numbers.search_available(
        iso_country_code="US", number_type="TEN_DLC", number_capabilities=["SMS"]
    )
    assert free.first()
    number = leased(sms)
    number.update(two_way_enabled=True, two_way_channel_arn=TOPIC)
    answer_to_a_keyword(number)
    share_and_tag(number)

    assert number in sms.phone_numbers.list().collect()
    number.release()


def answer_to_a_keyword(number: PhoneNumber) -> None:
    """For as long as there is something to join."""
    number.keywords.put("JOIN", keyword_message="Welcome")
    assert "JOIN" in [one.keyword for one in number.keywords.list().collect()]
    number.keywords.delete("JOIN")


def share_and_tag(thing: PhoneNumber) -> None:
    """Another account may use it, and the bill knows whose it is."""
    thing.policy.put(SHARED)
    assert (thing.policy.get()).statements
    thing.policy.delete()

    thing.tags.add({"team": "news"})
    assert [tag.value for tag in thing.tags.list()] == ["news"]
    thing.tags.remove("team")


def lease_and_release_a_sender_id(sms: SmsVoice) -> None:
    """A name instead of a number."""
    name = sms.sender_ids.request("EXAMPLE", "GB")
    name.update(deletion_protection_enabled=False)
    assert sms.sender_ids.list().collect() == [name]
    name.release()


def keep_a_pool(sms: SmsVoice, clock: Any) -> Pool:
    """Members come and go; the pool is deleted, and another one stays for codes."""
    pool = pooled(sms, clock)
    second = leased(sms)
    pool.add(second.id)
    assert len(pool.identities().collect()) == 2
    pool.remove(second.id)
    pool.update(shared_routes_enabled=False)

    assert sms.pools.list().collect() == [pool]
    pool.delete()
    pool.wait_until_deleted(clock=clock)
    return pooled(sms, clock)


def send_messages(sms: SmsVoice, emulator: Emulator) -> None:
    """A text, a call and a picture; the text was read."""
    number = leased(sms)
    origin = {"origination_identity": number.id}
    text = sms.messages.send_text(
        SIMULATED, message_body="hello", message_feedback_enabled=True, **origin
    )
    assert text.message_id is not None
    sms.messages.send_voice(SIMULATED, message_body="hello", **origin)
    sms.messages.send_media(SIMULATED, media_urls=["s3://shop/red.png"], **origin)
    sms.messages.put_feedback(text.message_id, message_feedback_status="RECEIVED")

    assert [message.channel for message in emulator.messages] == ["SMS", "VOICE", "MMS"]


def launch_an_rcs_agent(sms: SmsVoice, emulator: Emulator, clock: Any) -> None:
    """An agent that carriers let in sends a card; one that nobody launched is given up."""
    agent = launched(sms, emulator, clock)
    emulator.settings.reviews = "by_hand"
    assert agent.country_launch_status().collect()
    agent.update(two_way_enabled=True, two_way_channel_arn=TOPIC)
    card = rcs.card(title="Red", description="New today")
    sent = sms.messages.send_rcs(CANADIAN, origination_identity=agent.id, rcs_message_content=card)
    spare = sms.rcs_agents.create()

    assert emulator.messages[-1].message_id == sent.message_id
    assert set(sms.rcs_agents.list().collect()) == {agent, spare}
    spare.delete()


def read_the_form(sms: SmsVoice) -> None:
    """Which forms there are, and what one of them asks for."""
    names = [one.registration_type for one in sms.registration_types.list()]
    assert TOLL_FREE in names
    assert sms.registration_types.sections(TOLL_FREE).collect()
    assert sms.registration_types.fields(TOLL_FREE).collect()


def register_a_number(sms: SmsVoice, emulator: Emulator, clock: Any) -> None:
    """A form is filled in and approved; its next version is thrown away."""
    form = filled_in(sms, clock)
    correct_a_field(form)
    assert len(form.associations().collect()) == 1
    form.submit()
    emulator.approve(form.id)
    form.wait_until_reviewed(clock=clock)
    assert form.status == "COMPLETE"

    form.create_version()
    form.discard()
    assert len(form.versions().collect()) == 2


def correct_a_field(form: Registration) -> None:
    """Something was put where nothing had to be."""
    form.fields.put("companyInfo.address2", text_value="Suite 7")
    assert "companyInfo.address2" in [one.field_path for one in form.fields.list()]
    form.fields.delete("companyInfo.address2")


def give_up_a_registration(sms: SmsVoice) -> None:
    """A form and a document that nobody needs."""
    form = sms.registrations.create(TOLL_FREE)
    document = sms.registration_attachments.create(PDF)
    assert form in sms.registrations.list().collect()
    assert document in sms.registration_attachments.list().collect()

    form.delete()
    document.delete()


def verify_a_number(sms: SmsVoice, emulator: Emulator) -> None:
    """With the code that arrived; a day later the number is let go."""
    mine = sms.verified_numbers.create(PERSON)
    mine.send_code("TEXT")
    code = re.search(r"\d{6}", emulator.messages[-1].body)
    assert code is not None
    mine.verify(code[0])

    assert sms.verified_numbers.list(status="VERIFIED").collect() == [mine]
    emulator.advance(DAY)
    mine.delete()


def send_codes(sms: SmsVoice, emulator: Emulator, clock: Any, pool: Pool) -> None:
    """Written and read aloud, in a text of AWS's, from a pool of one's own."""
    assert "US" in [one.iso_country_code for one in sms.notify_countries.list()]
    template = sms.notify_templates.list(language_code="en", channels="VOICE").first()
    assert template is not None
    shop = sms.notify_configurations.create(
        display_name="Shop", use_case="CODE_VERIFICATION", enabled_channels=["SMS", "VOICE"]
    )
    shop.wait_until_active(clock=clock)
    shop.update(pool_id=pool.id, default_template_id=template.id)

    text = shop.send_text(SIMULATED, template_variables={"code": "481516"})
    call = shop.send_voice(SIMULATED, template_variables={"code": "481516"})
    sent = [message.message_id for message in emulator.messages[-2:]]
    assert sent == [text.message_id, call.message_id]

    assert sms.notify_configurations.list().collect() == [shop]
    shop.delete()

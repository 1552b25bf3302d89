"""What a starting point of a test takes: step by step as at AWS, and by the emulator's controls.

Each pair ends in the same state. `-s` prints how many lines each of them has.
"""
# ruff: noqa: ARG002, D102  the pairs have one signature, and say in their lines what they do

import ast
import inspect
import textwrap
import threading
from collections.abc import Callable

import pytest

from smsvoice import Settings, SmsVoice
from smsvoice.emulator import Emulator
from smsvoice.errors import ServiceQuotaExceededError
from tests.factories.constants import GOOD, START

PEOPLE = [f"+1206555{number:04}" for number in range(500)]
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(16)


class Before:
    """Without gifts: every form is filled in, and every step waited for."""

    def number(self, emulator: Emulator, sms: SmsVoice) -> None:
        brand = sms.registrations.create("US_TEN_DLC_BRAND_REGISTRATION")
        brand.fields.put("companyInfo.companyName", text_value="Example Ltd")
        brand.fields.put("companyInfo.taxIdIssuingCountry", text_value="US")
        brand.fields.put("companyInfo.taxId", text_value="12-3456789")
        brand.fields.put("companyInfo.legalType", select_choices=["PRIVATE_PROFIT"])
        brand.fields.put("companyInfo.address", text_value="1 Example Street")
        brand.fields.put("companyInfo.city", text_value="Seattle")
        brand.fields.put("companyInfo.state", text_value="WA")
        brand.fields.put("companyInfo.zipCode", text_value="98101")
        brand.fields.put("companyInfo.isoCountryCode", text_value="US")
        brand.fields.put("contactInfo.dbaName", text_value="Example")
        brand.fields.put("contactInfo.vertical", select_choices=["RETAIL"])
        brand.fields.put("contactInfo.website", text_value="https://example.com")
        brand.fields.put("contactInfo.supportEmail", text_value="help@example.com")
        brand.fields.put("contactInfo.supportPhoneNumber", text_value="+12065550100")
        brand.submit()
        emulator.advance(10)
        emulator.approve(brand.id)
        campaign = sms.registrations.create("US_TEN_DLC_CAMPAIGN_REGISTRATION")
        campaign.fields.put(
            "campaignInfo.campaignName", text_value="Texts about orders and about their delivery"
        )
        campaign.fields.put("campaignInfo.vertical", select_choices=["RETAIL"])
        campaign.fields.put(
            "campaignInfo.optInWorkflow",
            text_value="People tick a box when they order on our website.",
        )
        campaign.fields.put(
            "campaignInfo.optInMessage", text_value="You get texts about your orders."
        )
        campaign.fields.put("campaignInfo.helpMessage", text_value="Write to help@example.com.")
        campaign.fields.put("campaignInfo.stopMessage", text_value="You get no more texts from us.")
        campaign.fields.put("campaignCapabilities.numberCapabilities", select_choices=["SMS"])
        campaign.fields.put("campaignUseCase.useCase", select_choices=["ACCOUNT_NOTIFICATION"])
        campaign.fields.put("campaignUseCase.subscriberOptIn", select_choices=["Yes"])
        campaign.fields.put("campaignUseCase.subscriberOptOut", select_choices=["Yes"])
        campaign.fields.put("campaignUseCase.subscriberHelp", select_choices=["Yes"])
        campaign.fields.put("campaignUseCase.directLending", select_choices=["No"])
        campaign.fields.put("campaignUseCase.embeddedLink", select_choices=["No"])
        campaign.fields.put("campaignUseCase.embeddedPhone", select_choices=["No"])
        campaign.fields.put("campaignUseCase.ageGated", select_choices=["No"])
        campaign.fields.put(
            "messageSamples.messageSample1", text_value="Your order has left our house."
        )
        campaign.associate(brand.id)
        campaign.submit()
        emulator.advance(10)
        emulator.approve(campaign.id)
        emulator.advance(10)
        number = sms.phone_numbers.request(
            iso_country_code="US",
            message_type="TRANSACTIONAL",
            number_capabilities=["SMS"],
            number_type="TEN_DLC",
        )
        campaign.associate(number.id)
        emulator.advance(10)

    def agent(self, emulator: Emulator, sms: SmsVoice) -> None:
        agent = sms.rcs_agents.create()
        picture = sms.registration_attachments.create(PICTURE)
        emulator.advance(10)
        for form in ("TEST_RCS_LAUNCH_REGISTRATION", "US_RCS_LAUNCH_REGISTRATION"):
            launch = sms.registrations.create(form)
            launch.associate(agent.id)
            put = launch.fields.put
            put("agentDetails.brandName", text_value="Example")
            put("agentDetails.serviceName", text_value="Orders")
            put("agentDetails.senderDisplayName", text_value="Example")
            put("agentDetails.useCase", select_choices=["TRANSACTIONAL"])
            put("agentDetails.agentDescription", text_value="Orders and their delivery")
            put("agentDetails.bannerImage", registration_attachment_id=picture.id)
            put("agentDetails.logoImage", registration_attachment_id=picture.id)
            put("agentDetails.accentColor", text_value="#0F4C5C")
            put("agentDetails.contactWebsite", text_value="https://example.com")
            put("agentDetails.privacyPolicyUrl", text_value="https://example.com/privacy")
            put("agentDetails.termsAndConditionsUrl", text_value="https://example.com/terms")
            put("agentDetails.billingCategory", select_choices=["CONVERSATIONAL"])
            put("agentDetails.averageMonthlyRcsFrequency", select_choices=["10"])
            put("agentDetails.monthlyRcsVolume", text_value="1000")
            if form.startswith("US"):
                put(
                    "launchDetails.optInDescription",
                    text_value="People tick a box when they order.",
                )
                put("launchDetails.optInImage", registration_attachment_id=picture.id)
                put(
                    "launchDetails.testerInstructions", text_value="Order anything, then cancel it."
                )
                put("messageSamples.messageSample1", text_value="Your order has left our house.")
            launch.submit()
            emulator.advance(10)
            emulator.approve(launch.id)
            emulator.advance(10)

    def pool(self, emulator: Emulator, sms: SmsVoice) -> None:
        numbers = [
            sms.phone_numbers.request(
                iso_country_code="CA",
                message_type="TRANSACTIONAL",
                number_capabilities=["SMS"],
                number_type="LONG_CODE",
            )
            for _ in range(3)
        ]
        emulator.advance(10)
        pool = sms.pools.create(origination_identity=numbers[0].id, message_type="TRANSACTIONAL")
        emulator.advance(10)
        for number in numbers[1:]:
            pool.add(number.id, iso_country_code="CA")

    def opt_outs(self, emulator: Emulator, sms: SmsVoice) -> None:
        opt_out_list = sms.opt_out_lists.at("Default")
        for person in PEOPLE:
            opt_out_list.add(person)

    def refusal(self, emulator: Emulator, sms: SmsVoice) -> None:
        emulator.settings.spend_limit = 1
        while True:
            try:
                sms.messages.send_text(GOOD, message_body="x" * 1000)
            except ServiceQuotaExceededError as refused:
                assert refused.reason == "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"
                break

    def blocked(self, emulator: Emulator, sms: SmsVoice) -> None:
        emulator.script(GOOD, "TEXT_CARRIER_BLOCKED")
        sms.messages.send_text(GOOD, message_body="x")
        emulator.script(GOOD)
        emulator.advance(10)
        assert emulator.messages[-1].state == "FAILED"

    def waiting(self, emulator: Emulator, sms: SmsVoice) -> None:
        class EmulatorClock:
            def __init__(self, emulator: Emulator) -> None:
                self.emulator = emulator

            def now(self) -> float:
                return self.emulator.now().timestamp()

            def sleep(self, seconds: float) -> None:
                self.emulator.advance(seconds)

        pool = sms.pools.create(
            origination_identity=emulator.give.number("SIMULATOR"), message_type="TRANSACTIONAL"
        )
        pool.wait_until_active(clock=EmulatorClock(emulator))


class Now:
    """With the controls."""

    def number(self, emulator: Emulator, sms: SmsVoice) -> None:
        emulator.give.number("TEN_DLC", number_capabilities=["SMS"])

    def agent(self, emulator: Emulator, sms: SmsVoice) -> None:
        emulator.give.rcs_agent(country="US")

    def pool(self, emulator: Emulator, sms: SmsVoice) -> None:
        emulator.give.pool(numbers=3, number_type="LONG_CODE")

    def opt_outs(self, emulator: Emulator, sms: SmsVoice) -> None:
        emulator.give.opted_out(*PEOPLE)

    def refusal(self, emulator: Emulator, sms: SmsVoice) -> None:
        emulator.refuse("SendTextMessage", reason="MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT")
        with pytest.raises(ServiceQuotaExceededError, match="MONTHLY_SPEND_LIMIT"):
            sms.messages.send_text(GOOD, message_body="x")

    def blocked(self, emulator: Emulator, sms: SmsVoice) -> None:
        emulator.script("*", "TEXT_CARRIER_BLOCKED", times=1)
        sms.messages.send_text(GOOD, message_body="x")
        emulator.advance(10)
        assert emulator.messages.last.state == "FAILED"

    def waiting(self, emulator: Emulator, sms: SmsVoice) -> None:
        pool = sms.pools.create(
            origination_identity=emulator.give.number("SIMULATOR"), message_type="TRANSACTIONAL"
        )
        pool.wait_until_active(clock=emulator.clock())


def lines_of(function: Callable[..., object]) -> int:
    """The lines of a function's body."""
    (made,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    assert isinstance(made, ast.FunctionDef)
    return (made.end_lineno or 0) - made.body[0].lineno + 1


def state_of(sms: SmsVoice) -> dict[str, object]:
    """What an account has, without its ids, numbers and prices."""
    api = sms.api
    return {
        "numbers": [(one.number_type, one.status) for one in api.describe_phone_numbers()],
        "registrations": sorted(
            (one.registration_type, one.registration_status) for one in api.describe_registrations()
        ),
        "bound": sorted(
            sorted(
                bound.resource_type
                for bound in api.list_registration_associations(registration_id=one.registration_id)
            )
            for one in api.describe_registrations()
        ),
        "agents": [
            (one.status, one.testing_agent.status if one.testing_agent else None)
            for one in api.describe_rcs_agents()
        ],
        "pools": [
            (
                one.status,
                len(api.list_pool_origination_identities(pool_id=one.pool_id or "").collect()),
            )
            for one in api.describe_pools()
        ],
        "opted_out": len(api.describe_opted_out_numbers(opt_out_list_name="Default").collect()),
    }


@pytest.mark.parametrize(
    ("name", "at_most"),
    [
        ("number", 1),
        ("agent", 1),
        ("pool", 1),
        ("opt_outs", 1),
        ("refusal", 3),
        ("blocked", 4),
        ("waiting", 4),
    ],
)
def test_a_starting_point_takes_fewer_lines_and_is_the_same(name: str, at_most: int) -> None:
    """Same things in the same states, by far fewer lines."""
    before, now = getattr(Before(), name), getattr(Now(), name)
    found = []
    for way in (before, now):
        settings = Settings(quotas=name != "refusal")
        with Emulator(settings=settings, starting_at=START, clock_runs=False) as emulator:
            sms = SmsVoice(session=emulator.session())
            way(emulator, sms)
            if name == "refusal":
                emulator.reset()
            found.append(state_of(sms))

    print(f"{name}: {lines_of(before)} lines before, {lines_of(now)} now")
    assert found[0] == found[1]
    assert lines_of(now) == at_most < lines_of(before)


def test_a_wait_for_a_message_takes_a_line() -> None:
    """In process, while another thread sends: there was nothing but a loop that sleeps."""
    with Emulator() as emulator:
        sms = SmsVoice(session=emulator.session())
        send = threading.Timer(
            0.05, sms.messages.send_text, [GOOD], {"message_body": "Your code is 481516"}
        )
        send.start()

        emulator.messages.to(GOOD).wait_for(timeout=20)

        assert emulator.messages.code() == "481516"
        send.join()

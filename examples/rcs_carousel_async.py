"""An RCS agent from its registration to a carousel, with `await`.

The same story as in rcs_carousel.py, against the built-in emulator, where carriers decide within
seconds instead of weeks.
"""

import asyncio
import sys

from smsvoice import (
    AsyncPhoneNumber,
    AsyncRcsAgent,
    AsyncRegistration,
    AsyncSmsVoice,
    Emulator,
    Progress,
    RequestError,
)
from smsvoice import rcs_content as rcs
from smsvoice.models.rcs_messages import RcsFallbackConfiguration, RcsMessageContent
from smsvoice.models.registration_forms import RegistrationFieldDefinition

PERSON = "+16045550142"
FORM = "CA_RCS_LAUNCH_REGISTRATION"
LOGO = b"%PDF-1.7 the shop's logo"
ANSWERS = {
    "agentDetails.contactEmailAddress": "ada@shop.example",
    "agentDetails.contactPhoneNumber": "+12065550100",
    "agentDetails.contactWebsite": "https://shop.example",
    "agentDetails.monthlyRcsVolume": "1000",
    "agentDetails.privacyPolicyUrl": "https://shop.example/privacy",
    "agentDetails.termsAndConditionsUrl": "https://shop.example/terms",
}


def main() -> int:
    """Run the story on an event loop of its own."""
    asyncio.run(story())
    return 0


async def story() -> None:
    """Launch the agent, and send what only RCS can show."""
    with Emulator() as emulator:
        emulator.settings.reviews = "approve"
        async with AsyncSmsVoice(session=emulator.session()) as sms:
            agent = await sms.rcs_agents.create()
            say("agent", agent)
            await launch(sms, agent)
            async for country in agent.country_launch_status():
                carriers = ", ".join(carrier.carrier_name for carrier in country.carrier_status)
                say("launched", f"{country.iso_country_code} {country.status}: {carriers}")

            await send(agent, carousel(), await lease(sms))
            say("received", f"by {emulator.messages[-1].channel} from {agent.id}")
            show_what_goes_wrong()


async def launch(sms: AsyncSmsVoice, agent: AsyncRcsAgent) -> None:
    """Register the agent for Canada, and wait for the last carrier."""
    registration = await sms.registrations.create(FORM)
    await registration.associate(agent.id)
    await fill_in(sms, registration)
    await registration.submit()
    await registration.wait_until_reviewed(progress=tell)
    await agent.wait_until_active(progress=tell)


async def fill_in(sms: AsyncSmsVoice, registration: AsyncRegistration) -> None:
    """Answer what the form demands, until it demands no more: some answers bring questions."""
    logo = await sms.registration_attachments.create(LOGO)
    await logo.wait_until_uploaded()
    while missing := await registration.missing_fields():
        say("missing", f"{len(missing)} fields")
        await registration.fields.put_all(
            {field.field_path: answer(field, logo.id) for field in missing}
        )


def answer(field: RegistrationFieldDefinition, logo_id: str) -> str:
    """What we have to say to a field: the first option, the logo, or a text."""
    if field.select_validation is not None:
        return field.select_validation.options[0]
    if field.field_type == "ATTACHMENT":
        return logo_id
    known = field.display_hints.example_text_value or ANSWERS.get(field.field_path)
    least = field.text_validation.min_length if field.text_validation is not None else 0
    return known or ("What is new in the shop. " * 99)[: max(least, 24)]


async def lease(sms: AsyncSmsVoice) -> AsyncPhoneNumber:
    """A number of one's own, for phones without RCS."""
    number = await sms.phone_numbers.request(
        iso_country_code="CA",
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS"],
        number_type="LONG_CODE",
    )
    return await number.wait_until_active()


def carousel() -> RcsMessageContent:
    """Two cards side by side, with buttons on each and one below."""
    return rcs.carousel(
        rcs.carousel_card(
            title="Red",
            file_url="s3://shop/red.png",
            height="MEDIUM",
            suggestions=[rcs.reply("I take red", postback_data="red")],
        ),
        rcs.carousel_card(
            title="Blue",
            file_url="s3://shop/blue.png",
            height="MEDIUM",
            suggestions=[rcs.reply("I take blue", postback_data="blue")],
        ),
        suggestions=[
            rcs.open_url("See all colours", "https://shop.example/colours"),
            rcs.dial("Call the shop", "+12065550100"),
        ],
    )


async def send(agent: AsyncRcsAgent, content: RcsMessageContent, number: AsyncPhoneNumber) -> None:
    """Send it, with a text from a number for a phone that shows nothing within ten minutes."""
    sent = await agent.send_rcs(
        PERSON,
        rcs_message_content=content,
        time_to_live=600,
        fallback_configuration=RcsFallbackConfiguration(
            channel="SMS",
            message_body="Red or blue? Answer here, or see https://shop.example",
            origination_identity=number.id,
        ),
    )
    say("sent", f"message {sent.message_id}")


def show_what_goes_wrong() -> None:
    """What no phone would show never leaves this machine."""
    try:
        rcs.carousel(rcs.carousel_card(title="Alone"))
    except RequestError as wrong:
        say("refused", wrong)
    try:
        rcs.reply("A label that is far too long for a button")
    except RequestError as wrong:
        say("refused", wrong)


def tell(progress: Progress) -> None:
    """Print how a wait is going."""
    say("waiting", f"{progress.state} after {progress.seconds:.0f} s")


def say(what: str, text: object) -> None:
    """One line of the story."""
    print(f"{what:>10}  {text}")


if __name__ == "__main__":
    sys.exit(main())

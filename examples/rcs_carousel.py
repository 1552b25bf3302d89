"""An RCS agent from its registration to a carousel, with a text for phones without RCS.

Runs against the built-in emulator, where carriers decide within seconds instead of weeks.
"""

import sys

from smsvoice import Emulator, PhoneNumber, Progress, RcsAgent, Registration, RequestError, SmsVoice
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
    """Launch the agent, and send what only RCS can show."""
    with Emulator() as emulator, SmsVoice(session=emulator.session()) as sms:
        emulator.settings.reviews = "approve"
        agent = sms.rcs_agents.create()
        say("agent", agent)
        launch(sms, agent)
        for country in agent.country_launch_status():
            carriers = ", ".join(carrier.carrier_name for carrier in country.carrier_status)
            say("launched", f"{country.iso_country_code} {country.status}: {carriers}")

        send(agent, carousel(), lease(sms))
        say("received", f"by {emulator.messages[-1].channel} from {agent.id}")
        show_what_goes_wrong()
    return 0


def launch(sms: SmsVoice, agent: RcsAgent) -> None:
    """Register the agent for Canada, and wait for the last carrier."""
    registration = sms.registrations.create(FORM)
    registration.associate(agent.id)
    fill_in(sms, registration)
    registration.submit()
    registration.wait_until_reviewed(progress=tell)
    agent.wait_until_active(progress=tell)


def fill_in(sms: SmsVoice, registration: Registration) -> None:
    """Answer what the form demands, until it demands no more: some answers bring questions."""
    logo = sms.registration_attachments.create(LOGO).wait_until_uploaded()
    while missing := registration.missing_fields():
        say("missing", f"{len(missing)} fields")
        registration.fields.put_all({field.field_path: answer(field, logo.id) for field in missing})


def answer(field: RegistrationFieldDefinition, logo_id: str) -> str:
    """What we have to say to a field: the first option, the logo, or a text."""
    if field.select_validation is not None:
        return field.select_validation.options[0]
    if field.field_type == "ATTACHMENT":
        return logo_id
    known = field.display_hints.example_text_value or ANSWERS.get(field.field_path)
    least = field.text_validation.min_length if field.text_validation is not None else 0
    return known or ("What is new in the shop. " * 99)[: max(least, 24)]


def lease(sms: SmsVoice) -> PhoneNumber:
    """A number of one's own, for phones without RCS."""
    return sms.phone_numbers.request(
        iso_country_code="CA",
        message_type="TRANSACTIONAL",
        number_capabilities=["SMS"],
        number_type="LONG_CODE",
    ).wait_until_active()


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


def send(agent: RcsAgent, content: RcsMessageContent, number: PhoneNumber) -> None:
    """Send it, with a text from a number for a phone that shows nothing within ten minutes."""
    sent = agent.send_rcs(
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

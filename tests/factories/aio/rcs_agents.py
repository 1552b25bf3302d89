"""RCS agents that carriers have launched."""

from typing import Any

from smsvoice import AsyncSmsVoice, Emulator
from smsvoice.aio.resources.rcs_agents import AsyncRcsAgent

CANADIAN = "+16045550142"


LAUNCH = "CA_RCS_LAUNCH_REGISTRATION"


async def launched(sms: AsyncSmsVoice, emulator: Emulator, clock: Any) -> AsyncRcsAgent:
    """An agent that all carriers of Canada let in."""
    agent = await sms.rcs_agents.create()
    await submit_launch(sms, emulator, agent)
    return await agent.wait_until_active(clock=clock)


async def submit_launch(sms: AsyncSmsVoice, emulator: Emulator, agent: AsyncRcsAgent) -> None:
    """Fill in and hand in the form for Canada; the clock approves it."""
    emulator.settings.reviews = "approve"
    launch = await sms.registrations.create(LAUNCH)
    await launch.associate(agent.id)
    picture = await sms.registration_attachments.create(b"%PDF-1.7 a picture")
    emulator.advance(60)
    while lacking := await launch.missing_fields():
        await launch.fields.put_all({one.field_path: sample(one, picture.id) for one in lacking})
    await launch.submit()


def sample(field: Any, attachment_id: str) -> str:
    """Something that a field accepts."""
    if field.field_type == "SELECT":
        return str(field.select_validation.options[0])
    if field.field_type == "ATTACHMENT":
        return attachment_id
    example = field.display_hints.example_text_value
    words = ("Sample text. " * 99)[: max(field.text_validation.min_length, 20)]
    return str(example or SAMPLES.get(field.field_path, words))


SAMPLES = {
    "agentDetails.contactPhoneNumber": "+12065550100",
    "agentDetails.contactEmailAddress": "ada@shop.example",
    "agentDetails.contactWebsite": "https://shop.example",
    "agentDetails.monthlyRcsVolume": "1000",
    "agentDetails.privacyPolicyUrl": "https://shop.example/privacy",
    "agentDetails.termsAndConditionsUrl": "https://shop.example/terms",
}

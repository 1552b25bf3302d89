"""RCS agents that carriers have launched."""

# Mirrored from tests/factories/aio/rcs_agents.py by `python -m codegen`. Change that file, not this one.

from typing import Any

from smsvoice import Emulator, SmsVoice
from smsvoice.sync.resources.rcs_agents import RcsAgent

CANADIAN = "+16045550142"


LAUNCH = "CA_RCS_LAUNCH_REGISTRATION"


def launched(sms: SmsVoice, emulator: Emulator, clock: Any) -> RcsAgent:
    """An agent that all carriers of Canada let in."""
    agent = sms.rcs_agents.create()
    submit_launch(sms, emulator, agent)
    return agent.wait_until_active(clock=clock)


def submit_launch(sms: SmsVoice, emulator: Emulator, agent: RcsAgent) -> None:
    """Fill in and hand in the form for Canada; the clock approves it."""
    emulator.settings.reviews = "approve"
    launch = sms.registrations.create(LAUNCH)
    launch.associate(agent.id)
    picture = sms.registration_attachments.create(b"%PDF-1.7 a picture")
    emulator.advance(60)
    while lacking := launch.missing_fields():
        launch.fields.put_all({one.field_path: sample(one, picture.id) for one in lacking})
    launch.submit()


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

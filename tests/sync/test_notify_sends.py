"""One-time codes: sent as a text or read aloud, and variables that are checked before they leave."""

# Mirrored from tests/aio/test_notify_sends.py by `python -m codegen`. Change that file, not this one.

from typing import Any

import pytest

from smsvoice import ConflictError, Emulator, RequestError, SmsVoice, ValidationError
from smsvoice.models.reasons import ConflictExceptionReason
from tests.factories.calls import calls_of, sent_by
from tests.factories.sync.clocks import EmulatorClock
from tests.factories.sync.notify import ENGLISH, GERMAN, active, created

PERSON = "+12065550142"
CODE = {"code": "481516"}


def test_a_code_is_sent_as_a_text(sms: SmsVoice, emulator: Emulator, clock: EmulatorClock) -> None:
    """With the default template, by an id and a call of AWS's."""
    shop = active(sms, clock)

    sent = shop.send_text(PERSON, template_variables=CODE)

    (message,) = emulator.messages
    assert (message.message_id, message.channel) == (sent.message_id, "SMS")
    assert sent.template_id == ENGLISH
    assert sent.resolved_message_body == message.body
    assert message.body == "Shop: your code is 481516. Tell it to nobody."
    assert "481516" not in repr(sent)


def test_a_code_is_read_aloud(sms: SmsVoice, emulator: Emulator, clock: EmulatorClock) -> None:
    """By a voice that the template has."""
    shop = active(sms, clock)

    sent = shop.send_voice(PERSON, template_variables=CODE, template_id=GERMAN, voice_id="HANS")

    (message,) = emulator.messages
    assert (message.message_id, message.channel) == (sent.message_id, "VOICE")
    assert sent.template_id == GERMAN
    assert "481516" in str(sent.resolved_message_body)


@pytest.mark.parametrize("verb", ["send_text", "send_voice"])
def test_all_that_aws_takes_is_sent(
    sms: SmsVoice, emulator: Emulator, clock: EmulatorClock, verb: str
) -> None:
    """Falsy values included; a handle stands for its id."""
    sms.configuration_sets.create("codes")
    shop = active(sms, clock)
    sent = sent_by(sms)

    getattr(shop, verb)(
        PERSON,
        template_variables=CODE,
        template_id=sms.notify_templates.at(ENGLISH),
        time_to_live=60,
        context={"order": "7"},
        configuration_set_name="codes",
        dry_run=False,
        message_feedback_enabled=False,
    )

    assert sent == [
        {
            "NotifyConfigurationId": shop.id,
            "DestinationPhoneNumber": PERSON,
            "TemplateVariables": CODE,
            "TemplateId": ENGLISH,
            "TimeToLive": 60,
            "Context": {"order": "7"},
            "ConfigurationSetName": "codes",
            "DryRun": False,
            "MessageFeedbackEnabled": False,
        }
    ]
    assert len(emulator.messages) == 1


@pytest.mark.parametrize("verb", ["send_text", "send_voice"])
def test_a_dry_run_sends_nothing(
    sms: SmsVoice, emulator: Emulator, clock: EmulatorClock, verb: str
) -> None:
    """What the recipient would have had comes back."""
    shop = active(sms, clock)

    tried = getattr(shop, verb)(PERSON, template_variables=CODE, dry_run=True)

    assert "481516" in tried.resolved_message_body
    assert emulator.messages == []


@pytest.mark.parametrize("verb", ["send_text", "send_voice"])
def test_the_error_names_a_recipient_who_opted_out(
    sms: SmsVoice, emulator: Emulator, clock: EmulatorClock, verb: str
) -> None:
    """`is_opted_out` saves a comparison, and neither number nor code is in the text."""
    shop = active(sms, clock)
    sms.opt_out_lists.at("Default").add(PERSON)

    with pytest.raises(ConflictError) as refused:
        getattr(shop, verb)(PERSON, template_variables=CODE)

    assert refused.value.is_opted_out
    assert PERSON not in str(refused.value)
    assert "481516" not in str(refused.value)
    assert emulator.messages == []


def test_a_configuration_under_review_sends_nothing(sms: SmsVoice) -> None:
    """AWS says so by reason, and it is no opt-out."""
    made = created(sms)

    with pytest.raises(ConflictError) as refused:
        made.send_text(PERSON, template_variables=CODE)

    assert refused.value.reason == ConflictExceptionReason.NOTIFY_CONFIGURATION_NOT_ACTIVE
    assert not refused.value.is_opted_out


@pytest.mark.parametrize("verb", ["send_text", "send_voice"])
def test_a_loaded_template_checks_the_variables_before_anything_leaves(
    sms: SmsVoice, clock: EmulatorClock, verb: str
) -> None:
    """A wrong variable costs no call; the right ones leave with the template's id."""
    shop = active(sms, clock)
    template = sms.notify_templates.get(ENGLISH)
    calls = calls_of(sms)

    with pytest.raises(RequestError, match="code: is required"):
        getattr(shop, verb)(PERSON, template_variables={}, template_id=template)
    assert calls == []
    sent = getattr(shop, verb)(PERSON, template_variables=CODE, template_id=template)

    assert sent.template_id == ENGLISH
    assert len(calls) == 1


@pytest.mark.parametrize("verb", ["send_text", "send_voice"])
@pytest.mark.parametrize("loads", ["at", "id"])
def test_a_template_that_is_not_loaded_leaves_the_check_to_aws(
    sms: SmsVoice, clock: EmulatorClock, verb: str, loads: str
) -> None:
    """A bare handle or an id: nothing is asked behind one's back, and AWS refuses by itself."""
    shop = active(sms, clock)
    template: Any = sms.notify_templates.at(ENGLISH) if loads == "at" else ENGLISH
    calls = calls_of(sms)

    with pytest.raises(ValidationError, match="INVALID_PARAMETER") as refused:
        getattr(shop, verb)(PERSON, template_variables={}, template_id=template)

    assert [field.name for field in refused.value.fields] == ["code"]
    assert len(calls) == 1

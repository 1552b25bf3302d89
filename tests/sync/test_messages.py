"""Sending from anywhere in the account."""

# Mirrored from tests/aio/test_messages.py by `python -m codegen`. Change that file, not this one.

import pytest

from smsvoice import ConflictError, Emulator, RequestError, ResourceNotFoundError, SmsVoice
from tests.factories.calls import sent_by
from tests.factories.sync.identities import SIMULATED, leased

EVERYTHING = {
    "configuration_set_name": "codes",
    "time_to_live": 60,
    "context": {"order": "7"},
    "dry_run": False,
    "message_feedback_enabled": True,
}


@pytest.mark.parametrize(
    ("verb", "more"),
    [
        ("send_text", {"max_price": "0.50", "message_type": "TRANSACTIONAL", "keyword": "JOIN"}),
        ("send_voice", {"max_price_per_minute": "0.50", "voice_id": "JOANNA"}),
        ("send_media", {"max_price": "0.50", "media_urls": ["s3://bucket/cat.png"]}),
    ],
)
def test_all_that_aws_takes_is_sent(
    sms: SmsVoice, emulator: Emulator, verb: str, more: dict[str, object]
) -> None:
    """By the collection and by the handle alike, falsy values included."""
    sms.configuration_sets.create("codes")
    number = leased(sms)
    sent = sent_by(sms)
    arguments = EVERYTHING | more | {"message_body": "hello"}

    by_handle = getattr(number, verb)(SIMULATED, **arguments)
    by_account = getattr(sms.messages, verb)(SIMULATED, origination_identity=number.id, **arguments)

    assert by_handle.message_id != by_account.message_id
    assert sent[0] == sent[1]
    assert sent[0]["DryRun"] is False
    assert sent[0]["OriginationIdentity"] == number.id
    assert len(sent[0]) == len(arguments) + 2
    assert len(emulator.messages) == 2


def test_aws_picks_an_identity(sms: SmsVoice, emulator: Emulator) -> None:
    """Without one, AWS takes what reaches the country."""
    leased(sms)

    sms.messages.send_text(SIMULATED, message_body="hello")

    assert len(emulator.messages) == 1


def test_the_error_names_a_recipient_who_opted_out(sms: SmsVoice) -> None:
    """`is_opted_out` saves a comparison."""
    number = leased(sms)
    sms.opt_out_lists.at("Default").add(SIMULATED)

    with pytest.raises(ConflictError) as refused:
        number.send_text(SIMULATED, message_body="hello")

    assert refused.value.is_opted_out
    assert SIMULATED not in str(refused.value)


def test_feedback_is_given_once_a_message_asked_for_it(sms: SmsVoice) -> None:
    """A message sent without asking takes none."""
    number = leased(sms)
    asked = number.send_text(SIMULATED, message_body="hello", message_feedback_enabled=True)
    silent = number.send_text(SIMULATED, message_body="hello")
    assert asked.message_id is not None
    assert silent.message_id is not None

    told = sms.messages.put_feedback(asked.message_id, message_feedback_status="RECEIVED")
    with pytest.raises(ResourceNotFoundError):
        sms.messages.put_feedback(silent.message_id, message_feedback_status="FAILED")

    assert told.message_feedback_status == "RECEIVED"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"mesage_body": "hello"}, "did you mean message_body"),
        ({}, "message_body: is required"),
        ({"message_body": "hello", "time_to_live": 4}, "time_to_live"),
        ({"message_body": "hello", "max_price": "1"}, "max_price"),
        ({"message_body": "hello", "message_type": "TRANSACTONAL"}, "did you mean TRANSACTIONAL"),
    ],
)
def test_a_misspelt_value_is_refused_before_the_wire(
    sms: SmsVoice, wrong: dict[str, object], told: str
) -> None:
    """The member is named, and its value is not."""
    with pytest.raises(RequestError, match=told) as refused:
        sms.phone_numbers.at("phone-1").send_text(SIMULATED, **wrong)

    assert "hello" not in str(refused.value)

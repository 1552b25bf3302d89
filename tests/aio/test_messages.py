"""Sending from anywhere in the account."""

import pytest

from smsvoice import AsyncSmsVoice, ConflictError, Emulator, RequestError, ResourceNotFoundError
from tests.factories.aio.identities import SIMULATED, leased
from tests.factories.calls import sent_by

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
async def test_all_that_aws_takes_is_sent(
    sms: AsyncSmsVoice, emulator: Emulator, verb: str, more: dict[str, object]
) -> None:
    """By the collection and by the handle alike, falsy values included."""
    await sms.configuration_sets.create("codes")
    number = await leased(sms)
    sent = sent_by(sms)
    arguments = EVERYTHING | more | {"message_body": "hello"}

    by_handle = await getattr(number, verb)(SIMULATED, **arguments)
    by_account = await getattr(sms.messages, verb)(
        SIMULATED, origination_identity=number.id, **arguments
    )

    assert by_handle.message_id != by_account.message_id
    assert sent[0] == sent[1]
    assert sent[0]["DryRun"] is False
    assert sent[0]["OriginationIdentity"] == number.id
    assert len(sent[0]) == len(arguments) + 2
    assert len(emulator.messages) == 2


async def test_aws_picks_an_identity(sms: AsyncSmsVoice, emulator: Emulator) -> None:
    """Without one, AWS takes what reaches the country."""
    await leased(sms)

    await sms.messages.send_text(SIMULATED, message_body="hello")

    assert len(emulator.messages) == 1


async def test_the_error_names_a_recipient_who_opted_out(sms: AsyncSmsVoice) -> None:
    """`is_opted_out` saves a comparison."""
    number = await leased(sms)
    await sms.opt_out_lists.at("Default").add(SIMULATED)

    with pytest.raises(ConflictError) as refused:
        await number.send_text(SIMULATED, message_body="hello")

    assert refused.value.is_opted_out
    assert SIMULATED not in str(refused.value)


async def test_feedback_is_given_once_a_message_asked_for_it(sms: AsyncSmsVoice) -> None:
    """A message sent without asking takes none."""
    number = await leased(sms)
    asked = await number.send_text(SIMULATED, message_body="hello", message_feedback_enabled=True)
    silent = await number.send_text(SIMULATED, message_body="hello")
    assert asked.message_id is not None
    assert silent.message_id is not None

    told = await sms.messages.put_feedback(asked.message_id, message_feedback_status="RECEIVED")
    with pytest.raises(ResourceNotFoundError):
        await sms.messages.put_feedback(silent.message_id, message_feedback_status="FAILED")

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
async def test_a_misspelt_value_is_refused_before_the_wire(
    sms: AsyncSmsVoice, wrong: dict[str, object], told: str
) -> None:
    """The member is named, and its value is not."""
    with pytest.raises(RequestError, match=told) as refused:
        await sms.phone_numbers.at("phone-1").send_text(SIMULATED, **wrong)

    assert "hello" not in str(refused.value)

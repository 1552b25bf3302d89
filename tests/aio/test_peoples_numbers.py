"""A person's number is written in full wherever one is meant; on the wire AWS's own rule holds."""

from collections.abc import Callable
from typing import Any

import pytest

from smsvoice import AsyncSmsVoice, Emulator, RequestError
from smsvoice.models.messages import CarrierLookupRequest, SendTextMessageRequest
from smsvoice.models.rcs_messages import RcsContent, RcsMessageContent, RcsTextMessage
from tests.factories.calls import calls_of

HELLO = RcsMessageContent(content=RcsContent(text_message=RcsTextMessage(body="Hello")))

VERBS: dict[str, Callable[[AsyncSmsVoice, str], Any]] = {
    "a text": lambda sms, to: sms.messages.send_text(to, message_body="x"),
    "a call": lambda sms, to: sms.messages.send_voice(
        to, origination_identity="p", message_body="x"
    ),
    "a picture": lambda sms, to: sms.messages.send_media(
        to, origination_identity="p", message_body="x"
    ),
    "an RCS message": lambda sms, to: sms.messages.send_rcs(
        to, origination_identity="p", rcs_message_content=HELLO
    ),
    "from a number": lambda sms, to: sms.phone_numbers.at("p").send_text(to, message_body="x"),
    "from a pool": lambda sms, to: sms.pools.at("p").send_text(to, message_body="x"),
    "from a sender ID": lambda sms, to: sms.sender_ids.at("EX", "GB").send_text(
        to, message_body="x"
    ),
    "a code": lambda sms, to: sms.notify_configurations.at("n").send_text(
        to, template_variables={"code": "481516"}
    ),
    "a spoken code": lambda sms, to: sms.notify_configurations.at("n").send_voice(
        to, template_variables={"code": "481516"}
    ),
    "an opt-out": lambda sms, to: sms.opt_out_lists.at("Default").add(to),
    "an opt-in": lambda sms, to: sms.opt_out_lists.at("Default").remove(to),
    "a look at a list": lambda sms, to: sms.opt_out_lists.at("Default").contains(to),
    "a tester": lambda sms, to: sms.verified_numbers.create(to),
    "an exception": lambda sms, to: sms.protect_configurations.at("p").number_overrides.put(
        to, action="ALLOW"
    ),
    "no exception": lambda sms, to: sms.protect_configurations.at("p").number_overrides.delete(to),
    "AWS's own name": lambda sms, to: sms.api.send_text_message(
        destination_phone_number=to, message_body="x"
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("2065550142", "must begin with a plus sign"),
        ("12065550142", "must begin with a plus sign"),
        ("12345", "must begin with a plus sign"),
        ("+12", "must have 10 digits after its calling code"),
        ("+1206555014", "must have 10 digits after its calling code"),
    ],
)
async def test_a_number_that_is_not_in_full_is_refused_before_the_wire(
    sms: AsyncSmsVoice, verb: Callable[[AsyncSmsVoice, str], Any], number: str, told: str
) -> None:
    """A US number without its +1 would be a text to Egypt."""
    calls = calls_of(sms)

    with pytest.raises(RequestError) as wrong:
        await verb(sms, number)

    assert told in str(wrong.value)
    assert "number" in wrong.value.problems[0].field
    assert number.removeprefix("+1") not in str(wrong.value) or len(number) < 5
    assert calls == []


async def test_a_short_code_may_send_and_is_no_recipient() -> None:
    """Origination identities are AWS's to judge, and so are look-ups."""
    request = SendTextMessageRequest(
        destination_phone_number="+12065550142", origination_identity="12345", message_body="x"
    )

    assert request.origination_identity == "12345"
    assert CarrierLookupRequest(phone_number="+1 (206) 555").phone_number == "+1 (206) 555"


async def test_on_the_wire_the_emulator_takes_what_aws_takes(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """boto3 sends a number without its plus, and so may who leaves the checking to AWS."""
    aws = emulator.session().client("pinpoint-sms-voice-v2")

    plain = aws.send_text_message(DestinationPhoneNumber="14254147755", MessageBody="Hello")
    unchecked = sms.with_options(validate_requests=False)
    sent = await unchecked.messages.send_text("14254147755", message_body="Hello")

    assert [message.message_id for message in emulator.messages] == [
        plain["MessageId"],
        sent.message_id,
    ]

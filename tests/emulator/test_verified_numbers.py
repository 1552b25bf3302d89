"""Verified destination numbers: codes, and how they are taken."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.identities import number
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

NUMBER = "+12065550142"
DAY = timedelta(days=1).total_seconds()


def create(aws: "PinpointSMSVoiceV2Client", phone_number: str = NUMBER, **more: Any) -> str:
    """The id of a new number."""
    made = aws.create_verified_destination_number(DestinationPhoneNumber=phone_number, **more)
    return made["VerifiedDestinationNumberId"]


def send(aws: "PinpointSMSVoiceV2Client", key: str, channel: Any = "TEXT", **more: Any) -> str:
    """The id of the message that carries a new code."""
    return aws.send_destination_number_verification_code(
        VerifiedDestinationNumberId=key, VerificationChannel=channel, **more
    )["MessageId"]


def code(emulator: "Emulator") -> str:
    """The code that arrived last."""
    found = re.search(r"[0-9]{6}", emulator.messages[-1].body)
    assert found is not None
    return found[0]


def verify(aws: "PinpointSMSVoiceV2Client", key: str, given: str) -> Any:
    """Hand a code in."""
    return aws.verify_destination_number(VerifiedDestinationNumberId=key, VerificationCode=given)


@pytest.mark.parametrize(("channel", "carried"), [("TEXT", "SMS"), ("VOICE", "VOICE")])
def test_a_code_makes_a_number_verified(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", channel: str, carried: str
) -> None:
    """By text and by call; the outbox has the message."""
    key = create(aws)
    message_id = send(aws, key, channel)

    verified = verify(aws, key, code(emulator))

    (message,) = emulator.messages
    assert (message.message_id, message.channel) == (message_id, carried)
    assert message.destination_phone_number == NUMBER
    assert code(emulator) not in repr(message)
    assert verified["Status"] == "VERIFIED"


def test_a_verified_number_can_be_written_to_from_the_sandbox(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """And not before; the code itself gets through."""
    emulator.settings.sandbox = True
    number(aws, emulator)
    key = create(aws)
    with refuses() as refused:
        aws.send_text_message(DestinationPhoneNumber=NUMBER, MessageBody="hello")
    send(aws, key)
    verify(aws, key, code(emulator))

    sent = aws.send_text_message(DestinationPhoneNumber=NUMBER, MessageBody="hello")

    assert refused.reason == "DESTINATION_PHONE_NUMBER_NOT_VERIFIED"
    assert emulator.messages[-1].message_id == sent["MessageId"]


def test_a_code_speaks_the_language_that_was_asked_for(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """All that AWS lists are known."""
    key = create(aws)

    send(aws, key, LanguageCode="DE_DE", Context={"case": "7"})

    assert "Bestätigungscode" in emulator.messages[-1].body
    assert emulator.messages[-1].context == {"case": "7"}


def test_only_the_last_code_counts(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Neither another one, nor the one before, nor one when none was sent."""
    key = create(aws)
    with refuses() as unsent:
        verify(aws, key, "123456")
    send(aws, key)
    before = code(emulator)
    send(aws, key)

    with refuses() as outdated:
        verify(aws, key, before)
    verified = verify(aws, key, code(emulator))
    with refuses() as again:
        verify(aws, key, code(emulator))
    with refuses() as needless:
        send(aws, key)

    assert unsent.reason == outdated.reason == "VERIFICATION_CODE_MISMATCH"
    assert verified["Status"] == "VERIFIED"
    assert again.reason == needless.reason == "VERIFICATION_ALREADY_COMPLETE"


@pytest.mark.parametrize(("seconds", "reason"), [(900, None), (901, "VERIFICATION_CODE_EXPIRED")])
def test_a_code_lasts_fifteen_minutes(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", seconds: int, reason: str | None
) -> None:
    """To the second."""
    key = create(aws)
    send(aws, key)
    emulator.advance(seconds)

    if reason is None:
        assert verify(aws, key, code(emulator))["Status"] == "VERIFIED"
    else:
        with refuses() as refused:
            verify(aws, key, code(emulator))
        assert (refused.code, refused.reason) == ("ConflictException", reason)


def test_five_codes_are_sent_a_day(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """The sixth goes out tomorrow."""
    key = create(aws)
    for _ in range(5):
        send(aws, key)

    with refuses() as refused:
        send(aws, key)
    emulator.advance(DAY)
    send(aws, key)

    assert refused.reason == "VERIFICATION_ATTEMPTS_PER_DAY"
    assert len(emulator.messages) == 6


def test_a_code_comes_from_a_number_of_ones_own(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Not from a simulator number, nor from one that is not there."""
    own = number(aws, emulator)
    simulator = number(aws, emulator, number_type="SIMULATOR")
    key = create(aws)

    send(aws, key, OriginationIdentity=own["PhoneNumberId"])
    with refuses() as simulated:
        send(aws, key, OriginationIdentity=simulator["PhoneNumberId"])
    with refuses() as unknown:
        send(aws, key, OriginationIdentity="phone-00000000000000000000000000000000")

    assert emulator.messages[-1].origination_identity == own["PhoneNumber"]
    assert simulated.reason == "INVALID_IDENTITY_FOR_DESTINATION_COUNTRY"
    assert unknown.resource_type == "phone-number"


def test_a_person_who_opted_out_gets_no_code(aws: "PinpointSMSVoiceV2Client") -> None:
    """Their wish comes first."""
    key = create(aws)
    aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber=NUMBER)

    with refuses() as refused:
        send(aws, key)

    assert refused.reason == "DESTINATION_PHONE_NUMBER_OPTED_OUT"


def test_a_tester_of_an_agent_is_invited(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The invitation is accepted by clock; a code comes from the agent and from nobody else."""
    agent = aws.create_rcs_agent()["RcsAgentId"]
    key = create(aws, RcsAgentId=agent)
    with refuses() as both:
        send(aws, key, OriginationIdentity="EXAMPLE")
    send(aws, key)
    pending = aws.describe_verified_destination_numbers(
        Filters=[{"Name": "status", "Values": ["PENDING"]}]
    )["VerifiedDestinationNumbers"]
    emulator.advance(10)

    (found,) = aws.describe_verified_destination_numbers(
        Filters=[{"Name": "rcs-agent-id", "Values": [agent]}]
    )["VerifiedDestinationNumbers"]
    assert both.reason == "PARAMETERS_CANNOT_BE_USED_TOGETHER"
    message = emulator.messages[0]
    assert (message.channel, message.origination_identity) == ("RCS", agent)
    assert len(pending) == 1
    assert found["Status"] == "VERIFIED"


def test_a_number_is_entered_once_for_each_purpose(aws: "PinpointSMSVoiceV2Client") -> None:
    """The sandbox and an agent are two; an unknown agent is none."""
    create(aws)
    create(aws, RcsAgentId=aws.create_rcs_agent()["RcsAgentId"])

    with refuses() as again:
        create(aws)
    with refuses() as unknown:
        create(aws, "+12065550143", RcsAgentId="rcs-0")

    assert again.reason == "RESOURCE_ALREADY_EXISTS"
    assert unknown.resource_type == "rcs-agent"


def test_an_account_has_ten_numbers(aws: "PinpointSMSVoiceV2Client") -> None:
    """The eleventh is over the quota."""
    for last in range(10):
        create(aws, f"+1206555014{last}")

    with refuses() as refused:
        create(aws, "+12065550150")

    assert refused.reason == "VERIFIED_DESTINATION_NUMBERS_PER_ACCOUNT"


def test_a_number_stays_for_a_day(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Then it can be deleted, once."""
    key = create(aws)
    with refuses() as early:
        aws.delete_verified_destination_number(VerifiedDestinationNumberId=key)
    emulator.advance(DAY)

    gone = aws.delete_verified_destination_number(VerifiedDestinationNumberId=key)
    with refuses() as again:
        aws.delete_verified_destination_number(VerifiedDestinationNumberId=key)

    assert early.reason == "RESOURCE_DELETION_NOT_ALLOWED"
    assert gone["DestinationPhoneNumber"] == NUMBER
    assert again.resource_type == "verified-destination-number"


def test_a_simulator_destination_needs_no_code(aws: "PinpointSMSVoiceV2Client") -> None:
    """It is UNSUPPORTED, and none is sent to it."""
    key = create(aws, "+14254147755")

    with refuses() as refused:
        send(aws, key)

    (found,) = aws.describe_verified_destination_numbers(DestinationPhoneNumbers=["+14254147755"])[
        "VerifiedDestinationNumbers"
    ]
    assert found["Status"] == "UNSUPPORTED"
    assert refused.reason == "RESOURCE_NOT_ACTIVE"


def test_an_unknown_number_is_not_found(aws: "PinpointSMSVoiceV2Client") -> None:
    """Neither by number nor by id; what is no number at all is invalid."""
    with refuses() as by_number:
        aws.describe_verified_destination_numbers(DestinationPhoneNumbers=[NUMBER])
    with refuses() as by_id:
        aws.describe_verified_destination_numbers(VerifiedDestinationNumberIds=["vdn-0"])
    with refuses() as nonsense:
        create(aws, "+9990000")

    assert by_number.resource_type == by_id.resource_type == "verified-destination-number"
    assert nonsense.reason == "INVALID_PARAMETER"

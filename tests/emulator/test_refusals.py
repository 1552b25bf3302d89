"""Refusals of a test's choice, scripts for the next messages, and waits that do not sleep."""

import time
from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import ClientError

from smsvoice import AsyncSmsVoice, ConflictError, SmsVoice, UnknownServiceError
from smsvoice.emulator import Emulator
from smsvoice.errors import ServiceQuotaExceededError
from tests.factories.constants import BAD, GOOD

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client


@pytest.fixture
def sms(emulator: Emulator) -> SmsVoice:
    """A client of the emulator."""
    return SmsVoice(session=emulator.session())


def test_the_next_calls_are_refused_with_the_error_of_choice(
    emulator: Emulator, sms: SmsVoice
) -> None:
    """As often as is asked, and nothing is taken."""
    emulator.refuse("SendTextMessage", reason="MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT", times=2)

    for _ in range(2):
        with pytest.raises(ServiceQuotaExceededError) as refused:
            sms.messages.send_text(GOOD, message_body="x")
        assert refused.value.reason == "MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT"
    assert emulator.messages == []
    sms.messages.send_text(GOOD, message_body="x")

    assert len(emulator.messages) == 1
    assert len(emulator.faults) == 0


def test_reasons_and_codes_that_no_model_knows_pass(emulator: Emulator, sms: SmsVoice) -> None:
    """So that code for AWS of tomorrow can be tried today."""
    emulator.refuse("create_pool", code="ConflictException", reason="BRAND_NEW")
    emulator.refuse("*", code="BrandNewException", times=None)

    with pytest.raises(ConflictError) as conflict:
        sms.pools.create(origination_identity="phone-1", message_type="TRANSACTIONAL")
    for _ in range(2):
        with pytest.raises(UnknownServiceError) as unknown:
            sms.messages.send_text(GOOD, message_body="x")
    emulator.faults.clear()
    sms.messages.send_text(GOOD, message_body="x")

    assert conflict.value.reason == "BRAND_NEW"
    assert unknown.value.code == "BrandNewException"


@pytest.mark.parametrize(
    ("given", "status", "members"),
    [
        ({"reason": "DESTINATION_PHONE_NUMBER_OPTED_OUT"}, 400, {"code": "ConflictException"}),
        ({"reason": "ACCOUNT_DISABLED"}, 400, {"code": "AccessDeniedException"}),
        ({"code": "AccessDeniedException"}, 400, {"reason": None}),
        ({"code": "ValidationException", "reason": "X_1"}, 400, {"reason": "X_1"}),
        ({"code": "ResourceNotFoundException"}, 400, {"reason": None}),
        ({"code": "ThrottlingException"}, 400, {"reason": None}),
        ({"code": "InternalServerException"}, 500, {"reason": None}),
        ({"code": "NewException", "reason": "NEW"}, 400, {"reason": None}),
    ],
)
def test_every_code_arrives_as_aws_writes_it(
    emulator: Emulator,
    aws: "PinpointSMSVoiceV2Client",
    given: dict[str, Any],
    status: int,
    members: dict[str, Any],
) -> None:
    """Through boto3, which may repeat some of them, and reads nothing else of an unknown one."""
    emulator.refuse("DescribePools", times=None, **given)

    with pytest.raises(ClientError) as refused:
        aws.describe_pools()

    response: Any = refused.value.response
    assert response["ResponseMetadata"]["HTTPStatusCode"] == status
    assert response["Error"]["Code"] == (given | members)["code"]
    assert response.get("Reason") == members.get("reason", given.get("reason"))
    assert response["Error"]["Message"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"operation": "SendText", "code": "X"}, "did you mean"),
        ({"operation": "SendTextMessage"}, "code or reason"),
        ({"operation": "*", "reason": "NEW"}, "give code"),
        ({"operation": "*", "code": "ConflictException"}, "reason is needed"),
        ({"operation": "*", "code": "ThrottlingException", "reason": "X"}, "has none"),
        ({"operation": "*", "code": "no code"}, "one word"),
        ({"operation": "*", "code": "X", "reason": "a\nb"}, "one word"),
        ({"operation": "*", "code": "X", "times": 0}, "times"),
    ],
)
def test_a_refusal_that_cannot_be_is_an_error(
    emulator: Emulator, given: dict[str, Any], words: str
) -> None:
    """It says what is missing, and nothing is refused."""
    with pytest.raises(ValueError, match=words):
        emulator.refuse(**given)

    assert len(emulator.faults) == 0
    with pytest.raises(ValueError, match="no such fault"):
        emulator.faults.add("refuse")


def test_the_next_messages_to_anyone_can_be_scripted(emulator: Emulator, sms: SmsVoice) -> None:
    """As many as are asked for; who has a script of their own keeps it."""
    emulator.script("*", "TEXT_CARRIER_BLOCKED", times=2)
    emulator.script(BAD, "TEXT_DELIVERED", times=1)

    for to in (GOOD, BAD, BAD, GOOD):
        sms.messages.send_text(to, message_body="x")
    emulator.advance(10)

    assert [str(one.state) for one in emulator.messages] == [
        "FAILED",
        "DELIVERED",
        "FAILED",
        "DELIVERED",
    ]
    with pytest.raises(ValueError, match="times"):
        emulator.script("*", "TEXT_DELIVERED", times=0)
    with pytest.raises(ValueError, match="phone number"):
        emulator.script("+", "TEXT_DELIVERED")


def test_a_script_for_anyone_ends_when_it_is_taken_back(emulator: Emulator, sms: SmsVoice) -> None:
    """By a script without events."""
    emulator.script("*", "TEXT_CARRIER_BLOCKED")
    emulator.script("*")
    sms.messages.send_text(GOOD, message_body="x")
    emulator.advance(10)

    assert emulator.messages.last.state == "DELIVERED"


@pytest.mark.anyio
async def test_a_wait_by_the_emulators_clock_does_not_sleep(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In either flavour; an hour of the emulator's time passes at once."""

    def must_not(seconds: float) -> None:
        assert not seconds

    monkeypatch.setattr(time, "sleep", must_not)
    emulator.settings.seconds_to_settle = 3600
    key = emulator.give.pool(status="CREATING")
    sms = SmsVoice(session=emulator.session())
    sms.pools.at(key).wait_until_active(clock=emulator.clock(), timeout=4000)
    second = AsyncSmsVoice(session=emulator.session()).pools.at(
        emulator.give.pool(status="CREATING")
    )
    await second.wait_until_active(clock=emulator.async_clock(), timeout=4000)

    assert second.status == "ACTIVE"

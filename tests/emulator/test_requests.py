"""What is refused of any request, whatever it is about."""

import json
from typing import TYPE_CHECKING

import pytest

from smsvoice.emulator.engine.wire import TARGET
from tests.factories.full_account import AUTHORIZATION, FullAccount
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client


@pytest.mark.parametrize(
    "target",
    ["", "SendTextMessage", TARGET, TARGET + "Sendtextmessage", TARGET + "ü", "\x00", "X."],
)
def test_a_target_that_is_none_is_refused(target: str) -> None:
    """With a reason of its own."""
    answer = FullAccount().emulator.engine.handle(target, AUTHORIZATION, b"{}")

    told = json.loads(answer.body)
    assert answer.status == 400
    assert told["__type"].endswith("#ValidationException")
    assert told["Reason"] == "UNKNOWN_OPERATION"


@pytest.mark.parametrize("token", ["x", "e30=", "bnVsbA==", "W1tb", "ü", "[" * 900])
def test_a_token_must_come_from_a_page(aws: "PinpointSMSVoiceV2Client", token: str) -> None:
    """Whatever else it is."""
    with refuses() as refused:
        aws.describe_opt_out_lists(NextToken=token)

    assert refused.reason == "INVALID_NEXT_TOKEN"
    assert refused.fields == ["NextToken"]


def test_a_token_belongs_to_the_parameters_that_it_came_with(
    aws: "PinpointSMSVoiceV2Client",
) -> None:
    """Those of another walk are refused; another page size is not."""
    token = aws.list_notify_countries(MaxResults=1)["NextToken"]

    with refuses() as refused:
        aws.list_notify_countries(Channels=["VOICE"], NextToken=token)
    with refuses() as elsewhere:
        aws.describe_opt_out_lists(NextToken=token)

    second = aws.list_notify_countries(MaxResults=2, NextToken=token)["NotifyCountries"]
    assert (refused.reason, elsewhere.reason) == ("INVALID_NEXT_TOKEN", "INVALID_NEXT_TOKEN")
    assert len(second) == 2


def test_the_text_of_a_refusal_names_the_members_at_fault(
    aws: "PinpointSMSVoiceV2Client",
) -> None:
    """As AWS's does, with a small letter in front: command lines show nothing but the text."""
    with refuses() as one:
        aws.send_text_message(DestinationPhoneNumber="+14254147755")
    with refuses() as none:
        aws.describe_pools(PoolIds=["pool-1"], Owner="SELF")

    text = 'Validation Exception - Reason="MISSING_PARAMETER" Fields="messageBody"'
    assert one.response["Error"]["Message"] == text
    assert one.fields == ["MessageBody"]
    plain = 'Validation Exception - Reason="PARAMETERS_CANNOT_BE_USED_TOGETHER"'
    assert none.response["Error"]["Message"] == plain


def test_the_text_of_a_refusal_names_each_member_once() -> None:
    """Every one that breaks its rule, by its path, in the order in which they were found."""
    body = b'{"OriginationIdentity": "x", "MessageType": 1, "Tags": [{"Key": "a"}, {"Key": 1}]}'

    answer = FullAccount().emulator.engine.handle(TARGET + "CreatePool", AUTHORIZATION, body)

    told = json.loads(answer.body)
    names = [field["Name"] for field in told["Fields"]]
    spoken = told["Message"].partition(' Fields="')[2].rstrip('"').split(", ")
    assert len(spoken) == len(set(spoken)) > 1
    assert [name.lower() for name in dict.fromkeys(names)] == [name.lower() for name in spoken]
    assert "messageType" in spoken
    assert "python" not in told["Message"].lower()


@pytest.mark.parametrize(
    "arn",
    [
        "arn:aws:sms-voice:us-east-1:999999999999:phone-number/phone-1",
        "arn:aws:sms-voice:us-west-2:123456789012:phone-number/phone-1",
        "arn:aws:sns:us-east-1:123456789012:phone-number/phone-1",
        "arn:aws-us-gov:sms-voice:us-east-1:123456789012:phone-number/phone-1",
        "arn:aws:sms-voice:us-east-1:123456789012:pool/pool-1",
    ],
)
def test_an_arn_must_be_of_this_account_region_and_kind(
    aws: "PinpointSMSVoiceV2Client", arn: str
) -> None:
    """Wherever a number is named; one that fits and names nobody is not found."""
    own = "arn:aws:sms-voice:us-east-1:123456789012:phone-number/phone-1"

    with refuses() as changed:
        aws.update_phone_number(PhoneNumberId=arn)
    with refuses() as described:
        aws.describe_phone_numbers(PhoneNumberIds=[arn])
    with refuses() as unknown:
        aws.update_phone_number(PhoneNumberId=own)

    assert changed.reason == described.reason == "INVALID_ARN"
    assert (unknown.code, unknown.resource_type) == ("ResourceNotFoundException", "phone-number")


def test_nothing_is_sent_from_another_account(aws: "PinpointSMSVoiceV2Client") -> None:
    """Nobody shares a pool here, so that its ARN is wrong."""
    with refuses() as refused:
        aws.send_text_message(
            DestinationPhoneNumber="+14254147755",
            MessageBody="hello",
            OriginationIdentity="arn:aws:sms-voice:us-east-1:999999999999:pool/pool-1",
        )

    assert refused.reason == "INVALID_ARN"

"""What is refused of any request, whatever it is about."""

import json
from typing import TYPE_CHECKING

import pytest

from smsvoice.emulator.engine import TARGET
from tests.emulator.furnished import AUTHORIZATION, Furnished
from tests.emulator.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client


@pytest.mark.parametrize(
    "target",
    ["", "SendTextMessage", TARGET, TARGET + "Sendtextmessage", TARGET + "ü", "\x00", "X."],
)
def test_a_target_that_is_none_is_refused(target: str) -> None:
    """With a reason of its own."""
    answer = Furnished().emulator.engine.handle(target, AUTHORIZATION, b"{}")

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

    answer = Furnished().emulator.engine.handle(TARGET + "CreatePool", AUTHORIZATION, body)

    told = json.loads(answer.body)
    names = [field["Name"] for field in told["Fields"]]
    spoken = told["Message"].partition(' Fields="')[2].rstrip('"').split(", ")
    assert len(spoken) == len(set(spoken)) > 1
    assert [name.lower() for name in dict.fromkeys(names)] == [name.lower() for name in spoken]
    assert "messageType" in spoken
    assert "python" not in told["Message"].lower()

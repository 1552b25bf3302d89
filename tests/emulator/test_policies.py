"""Resource policies, which are kept and told."""

import json
from typing import TYPE_CHECKING

import pytest

from tests.factories.constants import START
from tests.factories.identities import number, pool
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

ROOT = "arn:aws:sms-voice:us-east-1:123456789012:"
POLICY = json.dumps({"Version": "2012-10-17", "Statement": []})


def _shareable(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> list[str]:
    held = number(aws, emulator)
    return [
        held["PhoneNumberArn"],
        pool(aws, emulator, held["PhoneNumberId"])["PoolArn"],
        aws.create_opt_out_list(OptOutListName="news")["OptOutListArn"],
        aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")["SenderIdArn"],
    ]


def test_a_policy_is_answered_as_it_was_given(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """On each kind that takes one; another one replaces it and keeps its time."""
    other = json.dumps({"Version": "2012-10-17", "Statement": [], "Id": "other"})
    for arn in _shareable(aws, emulator):
        aws.put_resource_policy(ResourceArn=arn, Policy=POLICY)
        emulator.advance(60)
        put = aws.put_resource_policy(ResourceArn=arn, Policy=other)
        got = aws.get_resource_policy(ResourceArn=arn)
        deleted = aws.delete_resource_policy(ResourceArn=arn)

        with refuses() as twice:
            aws.delete_resource_policy(ResourceArn=arn)

        assert put["Policy"] == got["Policy"] == deleted["Policy"] == other
        assert START <= got["CreatedTimestamp"] < emulator.now()
        assert got["ResourceArn"] == arn
        told = (twice.code, twice.resource_type)
        assert told == ("ResourceNotFoundException", "policy")


def test_a_resource_without_a_policy_has_an_empty_object(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Before one was put and after it was deleted, without a time: no exception."""
    for arn in _shareable(aws, emulator):
        never = aws.get_resource_policy(ResourceArn=arn)
        aws.put_resource_policy(ResourceArn=arn, Policy=POLICY)
        aws.delete_resource_policy(ResourceArn=arn)
        after = aws.get_resource_policy(ResourceArn=arn)

        for told in (never, after):
            assert (told["ResourceArn"], told["Policy"]) == (arn, "{}")
            assert "CreatedTimestamp" not in told


@pytest.mark.parametrize("policy", ["no JSON", "[]", "1", "[" * 9_000])
def test_a_policy_is_a_json_object(aws: "PinpointSMSVoiceV2Client", policy: str) -> None:
    """Anything else cannot be parsed."""
    with refuses() as refused:
        aws.put_resource_policy(ResourceArn=f"{ROOT}opt-out-list/Default", Policy=policy)

    assert refused.reason == "CANNOT_PARSE"


@pytest.mark.parametrize("kind", ["configuration-set", "registration", "message"])
def test_not_every_kind_takes_a_policy(aws: "PinpointSMSVoiceV2Client", kind: str) -> None:
    """The ARN of another kind is invalid."""
    with refuses() as refused:
        aws.get_resource_policy(ResourceArn=f"{ROOT}{kind}/something")

    assert refused.reason == "INVALID_ARN"


@pytest.mark.parametrize("kind", ["opt-out-list", "phone-number", "pool", "sender-id"])
def test_a_resource_must_exist(aws: "PinpointSMSVoiceV2Client", kind: str) -> None:
    """An unknown one is not found, by its kind."""
    with refuses() as refused:
        aws.put_resource_policy(ResourceArn=f"{ROOT}{kind}/nobody", Policy=POLICY)

    assert (refused.code, refused.resource_type) == ("ResourceNotFoundException", kind)


def test_what_is_gone_takes_its_policy_along(aws: "PinpointSMSVoiceV2Client") -> None:
    """A list made anew has none."""
    arn = aws.create_opt_out_list(OptOutListName="news")["OptOutListArn"]
    aws.put_resource_policy(ResourceArn=arn, Policy=POLICY)
    aws.delete_opt_out_list(OptOutListName="news")
    aws.create_opt_out_list(OptOutListName="news")

    told = aws.get_resource_policy(ResourceArn=arn)

    assert told["Policy"] == "{}"

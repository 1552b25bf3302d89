"""Calls per second, on the emulator's clock, for who asks for them."""

from typing import TYPE_CHECKING

import pytest

from smsvoice.operations import by_name, names
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let botocore repeat without waiting in between."""
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda _: None)


def test_nothing_is_throttled_unless_asked_for(aws: "PinpointSMSVoiceV2Client") -> None:
    """Tests of other things need not count their calls."""
    for _ in range(30):
        aws.describe_opt_out_lists()


def test_most_operations_allow_one_call_a_second(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The second call of a second is refused, the next second's is not."""
    emulator.settings.throttling = True
    aws.describe_opt_out_lists()

    with refuses() as refused:
        aws.describe_opt_out_lists()
    emulator.advance(1)
    aws.describe_opt_out_lists()

    assert refused.code == "ThrottlingException"


def test_opt_outs_allow_ten_calls_a_second(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """AWS's guide names a few operations that allow more."""
    emulator.settings.throttling = True
    numbers = [f"+1206555{n:04}" for n in range(11)]
    for number in numbers[:10]:
        aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber=number)

    with refuses() as refused:
        aws.put_opted_out_number(OptOutListName="Default", OptedOutNumber=numbers[10])

    assert refused.code == "ThrottlingException"


def test_regions_are_throttled_apart(emulator: "Emulator") -> None:
    """Quotas are per account and region."""
    emulator.settings.throttling = True

    for region in ("us-east-1", "eu-west-1"):
        client = emulator.session(region).client("pinpoint-sms-voice-v2")
        assert client.describe_opt_out_lists()["ResponseMetadata"]["RetryAttempts"] == 0


def test_every_operation_may_be_throttled() -> None:
    """AWS models the error for all, so the lever may raise it for all."""
    assert all("ThrottlingException" in by_name(name).errors for name in names())

"""moto: `mock_aws` covers this service beside moto's own."""

import subprocess
import sys
from types import SimpleNamespace
from typing import Any, Literal

import boto3
import pytest
from moto import mock_aws

from smsvoice import SmsVoice
from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends import moto as face
from smsvoice.errors import OutcomeUnknownError

TO = "+14254147755"


def client(service: Literal["pinpoint-sms-voice-v2", "sns"], region: str = "eu-west-1") -> Any:
    """A plain boto3 client."""
    return boto3.client(
        service, region_name=region, aws_access_key_id="a", aws_secret_access_key="b"
    )


@mock_aws
def test_a_mock_covers_this_service_beside_others() -> None:
    """State, errors with their reason, and SNS in the same mock."""
    aws = client("pinpoint-sms-voice-v2")
    made = aws.create_opt_out_list(OptOutListName="news")

    with pytest.raises(aws.exceptions.ConflictException) as refused:
        aws.create_opt_out_list(OptOutListName="news")
    topic = client("sns").create_topic(Name="inbound")

    assert made["OptOutListArn"] == "arn:aws:sms-voice:eu-west-1:123456789012:opt-out-list/news"
    assert refused.value.response["Reason"] == "RESOURCE_ALREADY_EXISTS"
    assert topic["TopicArn"].endswith(":inbound")


def test_each_mock_begins_empty() -> None:
    """Reset is moto's, as for any service."""
    for _ in range(2):
        with mock_aws():
            aws = client("pinpoint-sms-voice-v2")
            assert len(aws.describe_opt_out_lists()["OptOutLists"]) == 1
            aws.create_opt_out_list(OptOutListName="news")


@mock_aws
def test_regions_and_accounts_are_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list in one is none in another."""
    client("pinpoint-sms-voice-v2").create_opt_out_list(OptOutListName="news")

    elsewhere = client("pinpoint-sms-voice-v2", "us-east-1").describe_opt_out_lists()
    monkeypatch.setenv("MOTO_ACCOUNT_ID", "210987654321")
    (other,) = client("pinpoint-sms-voice-v2").describe_opt_out_lists()["OptOutLists"]

    assert len(elsewhere["OptOutLists"]) == 1
    assert ":210987654321:" in other["OptOutListArn"]


@mock_aws
def test_the_controls_are_at_hand() -> None:
    """What was sent, and what goes wrong, through the emulator behind the mock."""
    sms = SmsVoice(client=client("pinpoint-sms-voice-v2"))
    emulator = face.emulator_of("eu-west-1")

    sms.messages.send_text(TO, message_body="hello")
    emulator.faults.add("drop_after", operation="SendTextMessage")
    with pytest.raises(OutcomeUnknownError):
        sms.messages.send_text(TO, message_body="lost")

    assert [message.body for message in emulator.messages] == ["hello", "lost"]


def test_an_emulator_of_ones_own_can_answer() -> None:
    """With its settings and its time, for the length of a block."""
    with Emulator(seed=1) as emulator:
        with mock_aws(), face.answering(emulator):
            client("pinpoint-sms-voice-v2").create_opt_out_list(OptOutListName="news")
            assert face.emulator_of("eu-west-1") is emulator

        listed = emulator.session("eu-west-1").client("pinpoint-sms-voice-v2")
        assert len(listed.describe_opt_out_lists()["OptOutLists"]) == 2


@pytest.mark.long
def test_nothing_of_moto_is_loaded_before_it_is_imported() -> None:
    """Watching for moto costs no import; importing it later is enough, from any place."""
    script = """
import sys
from smsvoice.emulator.frontends.moto import register_when_imported
register_when_imported(); register_when_imported()
assert not any(name == "moto" or name.startswith("moto.") for name in sys.modules)
import moto, boto3
with moto.mock_aws():
    aws = boto3.client("pinpoint-sms-voice-v2", "us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
    print(len(aws.describe_opt_out_lists()["OptOutLists"]))
from moto.backend_index import backend_url_patterns
print(sum(name == "pinpointsmsvoicev2" for name, _ in backend_url_patterns))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["1", "1"]


def test_a_moto_without_the_hook_is_reported() -> None:
    """Not an AttributeError from somewhere inside."""
    with pytest.raises(face.MotoChangedError, match=r"does not fit moto 9\.9"):
        face._hang(SimpleNamespace(__path__=[], __version__="9.9"), SimpleNamespace())

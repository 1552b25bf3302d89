"""Bad days: each fault looks on every face as it would on a real wire."""

from typing import TYPE_CHECKING

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectionClosedError, ReadTimeoutError

from smsvoice import SmsVoice
from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.server import App, serving
from smsvoice.errors import AccessDeniedError, OutcomeUnknownError, ServiceError

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

TO = "+14254147755"
AFTER = ("drop_after", "cut_body", "empty_200")
BEFORE = ("throttle", "500", "503", "drop_before")


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let botocore repeat without waiting in between."""
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda _: None)


@pytest.mark.parametrize("kind", [*BEFORE, "drop_after"])
def test_botocore_repeats_what_went_wrong_once(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator, kind: str
) -> None:
    """One fault is one more attempt, and the second succeeds."""
    emulator.faults.add(kind, operation="DescribeOptOutLists")

    answer = aws.describe_opt_out_lists()

    assert answer["ResponseMetadata"]["RetryAttempts"] == 1
    assert len(emulator.faults) == 0


@pytest.mark.parametrize("kind", [*BEFORE, "drop_after"])
def test_a_lost_answer_is_a_message_taken_and_a_refusal_is_none(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator, kind: str
) -> None:
    """Plain boto3 sends a second time when the answer got lost: that is what the lever shows."""
    emulator.faults.add(kind, operation="SendTextMessage")

    aws.send_text_message(DestinationPhoneNumber=TO, MessageBody="hello")

    assert len(emulator.messages) == (2 if kind == "drop_after" else 1)


@pytest.mark.parametrize("kind", [*AFTER, "html_200", "500", "503", "drop_before"])
def test_our_client_sends_once_and_says_that_it_does_not_know(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator, kind: str
) -> None:
    """Whether the message was taken or not, nobody is texted twice."""
    emulator.faults.add(kind, operation="SendTextMessage", at=5)

    with pytest.raises(OutcomeUnknownError):
        SmsVoice(client=aws).messages.send_text(TO, message_body="hello")

    assert len(emulator.messages) == (1 if kind in AFTER else 0)


@pytest.mark.parametrize("kind", ["cut_body", "empty_200", "html_200"])
def test_our_client_reads_again_when_an_answer_is_unreadable(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator, kind: str
) -> None:
    """A cut, empty or foreign page is no empty listing."""
    emulator.faults.add(kind, operation="DescribeOptOutLists", at=20)

    (listed,) = SmsVoice(client=aws).opt_out_lists.list()

    assert listed.data.opt_out_list_name == "Default"


def test_a_connection_that_always_closes_fails_as_such(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """When all attempts are used up, botocore's own error comes out."""
    emulator.faults.add("drop_before", share=1.0)

    with pytest.raises(ConnectionClosedError):
        aws.describe_opt_out_lists()


def test_iam_refuses_as_it_does_without_a_reason(emulator: Emulator) -> None:
    """Who, which action and where, in the words of IAM; nothing is sent."""
    aws = emulator.session("eu-west-1").client("pinpoint-sms-voice-v2")
    emulator.faults.add("access_denied", operation="SendTextMessage")

    with pytest.raises(aws.exceptions.AccessDeniedException) as refused:
        aws.send_text_message(DestinationPhoneNumber=TO, MessageBody="hello")

    response = refused.value.response
    assert response["ResponseMetadata"]["HTTPStatusCode"] == 400
    assert "Reason" not in response
    assert response["Error"]["Message"] == (
        "User: arn:aws:iam::123456789012:user/emulator is not authorized to perform: "
        "sms-voice:SendTextMessage on resource: arn:aws:sms-voice:eu-west-1:123456789012:* "
        "because no identity-based policy allows the sms-voice:SendTextMessage action"
    )
    assert emulator.messages == []


@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        ("unrecognized_client", "UnrecognizedClientException", "token .* is invalid"),
        ("expired_token", "ExpiredTokenException", "token .* is expired"),
    ],
)
def test_credentials_can_be_refused(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator, kind: str, code: str, words: str
) -> None:
    """Codes that the service does not model, since they come from before it."""
    emulator.faults.add(kind, share=1.0)

    with pytest.raises(ClientError, match=words) as refused:
        aws.send_text_message(DestinationPhoneNumber=TO, MessageBody="hello")

    assert refused.value.response["Error"]["Code"] == code
    assert emulator.messages == []


@pytest.mark.parametrize("kind", ["access_denied", "unrecognized_client", "expired_token"])
def test_a_refused_send_is_reported_as_not_sent(emulator: Emulator, kind: str) -> None:
    """The client knows the error as AWS's, and of no message on its way."""
    emulator.faults.add(kind)

    with (
        SmsVoice(session=emulator.session()) as sms,
        pytest.raises(ServiceError) as refused,
    ):
        sms.messages.send_text(TO, message_body="hello")

    assert not isinstance(refused.value, OutcomeUnknownError)
    assert isinstance(refused.value, AccessDeniedError) == (kind == "access_denied")
    assert emulator.messages == []


def test_a_503_has_no_code_of_aws(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    """It is a load balancer's page; botocore makes the status its code."""
    emulator.faults.add("503", share=1.0)

    with pytest.raises(ClientError) as refused:
        aws.describe_opt_out_lists()

    assert refused.value.response["Error"]["Code"] == "503"


@pytest.mark.parametrize("over", ["in_process", "server"])
def test_a_slow_answer_runs_into_the_timeout(emulator: Emulator, over: str) -> None:
    """The request was taken; the client has stopped listening."""
    impatient = Config(read_timeout=0.2, retries={"total_max_attempts": 1})
    emulator.faults.add("slow", seconds=0.6)

    with serving(App(emulator)) as url:
        session = emulator.session() if over == "in_process" else _session()
        client = session.client(
            "pinpoint-sms-voice-v2",
            config=impatient,
            endpoint_url=url if over == "server" else None,
        )
        with pytest.raises(ReadTimeoutError):
            client.send_text_message(DestinationPhoneNumber=TO, MessageBody="hello")

    assert len(emulator.messages) == 1


def test_a_slow_answer_comes_to_who_waits(emulator: Emulator) -> None:
    """Slow is not lost."""
    emulator.faults.add("slow", seconds=0.05)

    answer = emulator.session().client("pinpoint-sms-voice-v2").describe_opt_out_lists()

    assert answer["OptOutLists"]


def test_faults_strike_only_the_operation_that_they_name(
    aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """Others go through, and the fault waits for its turn."""
    emulator.faults.add("throttle", operation="SendTextMessage", times=2)

    aws.describe_opt_out_lists()

    assert [fault.times for fault in emulator.faults] == [2]


def test_a_share_of_calls_is_struck_by_chance_and_alike_with_a_seed() -> None:
    """Some are struck and some are not; the same ones each time."""
    runs = []
    for _ in range(2):
        with Emulator() as emulator:
            emulator.faults.seed(11)
            emulator.faults.add("500", share=0.3)
            struck = [emulator.faults.striking("CreatePool") is not None for _ in range(200)]
        runs.append(struck)

    assert runs[0] == runs[1]
    assert 40 <= sum(runs[0]) <= 80


def test_clearing_removes_all_faults(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    """No fault outlives `clear`."""
    emulator.faults.add("drop_before", times=50)

    emulator.faults.clear()

    assert aws.describe_opt_out_lists()["ResponseMetadata"]["RetryAttempts"] == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "meteor"},
        {"kind": "500", "operation": "SendPigeon"},
        {"kind": "500", "times": 0},
        {"kind": "500", "share": 0.0},
        {"kind": "500", "share": 1.5},
        {"kind": "slow", "seconds": -1},
        {"kind": "cut_body", "at": -1},
        {"kind": "500", "times": 1.5},
        {"kind": "500", "times": True},
        {"kind": "500", "share": float("nan")},
        {"kind": "500", "share": "half"},
        {"kind": "slow", "seconds": float("nan")},
        {"kind": "slow", "seconds": float("inf")},
        {"kind": "slow", "seconds": None},
        {"kind": "cut_body", "at": 1.5},
        {"kind": ["500"]},
        {"kind": "500", "operation": 5},
    ],
)
def test_a_fault_that_cannot_be_is_refused(emulator: Emulator, wrong: dict[str, object]) -> None:
    """A mistake in a lever shows at once, not as a fault that never strikes."""
    with pytest.raises(ValueError, match=r"no such|must be"):
        emulator.faults.add(**wrong)  # type: ignore[arg-type]

    assert len(emulator.faults) == 0


def _session() -> boto3.session.Session:
    return boto3.session.Session(
        aws_access_key_id="EMULATOR", aws_secret_access_key="emulator", region_name="us-east-1"
    )

"""Bodies on their way to botocore: how long one may be, and what it must have."""

import json
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from smsvoice import OutcomeUnknownError, SmsVoice, UnknownServiceError, guard_sends
from smsvoice.transport.answers import MAX_ANSWER_BYTES, _cut_short, _lacking, _readable_refusal
from tests.contract.wire import keyed_session
from tests.transport.faults import FaultyServer, last, whole

SERVICE = "pinpoint-sms-voice-v2"
MODEL: Any = boto3.client("pinpoint-sms-voice-v2", region_name="us-east-1").meta.service_model
SEND = MODEL.operation_model("SendTextMessage")
LARGE = bytes(MAX_ANSWER_BYTES + 1)


@pytest.mark.parametrize(
    ("body", "headers", "why"),
    [
        (b"{}", {}, None),
        (b"{}", {"content-length": "2"}, None),
        (b"{}", {"content-length": "02"}, None),
        (b"{}", {"content-length": "3"}, "its body has 2 of 3 bytes"),
        (b"{}", {"content-length": "9" * 5000}, f"its body has 2 of {'9' * 20} bytes"),
        (b"{}", {"content-length": "9", "content-encoding": "gzip"}, None),
        (b"", {"content-length": "0"}, "its body is empty"),
        (LARGE[1:], {}, None),
        (LARGE, {}, f"its body has {len(LARGE)} bytes"),
    ],
    ids=range(9),
)
def test_a_body_is_measured(body: bytes, headers: dict[str, str], why: str | None) -> None:
    """Against what its headers promise, and against the most that AWS sends.

    A double may have unpacked a body whose header still promises the packed one.
    """
    response = {"status_code": 200, "headers": headers}

    assert _cut_short(SEND, response, body) == why


@pytest.mark.parametrize("answer", [{"MessageId": ""}, {"MessageId": None}, {"MessageId": 5}, {}])
def test_a_send_without_its_id_is_unknown_on_a_guarded_client(answer: dict[str, Any]) -> None:
    """As it is on ours."""
    with FaultyServer(lambda _: whole(answer)) as server:
        raw = guard_sends(keyed_session().client(SERVICE, endpoint_url=server.url))
        with pytest.raises(OutcomeUnknownError, match="it lacks MessageId"):
            raw.send_text_message(DestinationPhoneNumber="+12065550142", MessageBody="hi")

    assert len(server.received) == 1


@pytest.mark.parametrize("status", [300, 301, 399])
def test_a_redirection_is_a_refusal(status: int) -> None:
    """It is not followed, so nothing was sent."""
    with FaultyServer(lambda _: last(whole({}, status))) as server:
        raw = guard_sends(keyed_session().client(SERVICE, endpoint_url=server.url))
        with pytest.raises(UnknownServiceError):
            SmsVoice(client=raw).messages.send_text("+12065550142", message_body="hi")
        with pytest.raises(ClientError):
            raw.send_text_message(DestinationPhoneNumber="+12065550142", MessageBody="hi")

    assert len(server.received) == 2


@pytest.mark.parametrize("status", [500, 503])
def test_a_fault_of_the_service_names_its_status(status: int) -> None:
    """The send may have gone out before it."""
    with FaultyServer(lambda _: whole({}, status)) as server:
        raw = guard_sends(keyed_session().client(SERVICE, endpoint_url=server.url))
        with pytest.raises(OutcomeUnknownError, match=f"AWS answered with status {status}") as lost:
            raw.send_text_message(DestinationPhoneNumber="+12065550142", MessageBody="hi")

    assert (lost.value.status, lost.value.request_id) == (status, "r-1")


@pytest.mark.parametrize(
    ("member", "shape"), [(None, SEND.output_shape), ("MessageId", None), ("Id", SEND.output_shape)]
)
def test_no_member_is_lacking_that_a_botocore_does_not_know(member: str | None, shape: Any) -> None:
    """Nothing need be there, the operation answers nothing, or an older model has no such member."""
    assert _lacking({}, member, shape) is None


FIELD = {"Name": "PoolId", "Message": "m"}
ODD: list[Any] = [None, "text", {}, [None], [FIELD, "text"], [FIELD | {"Name": 5}]]
"""What no list of fields looks like."""


@pytest.mark.parametrize(
    ("body", "found", "left"),
    [
        (b"", {}, b"{}"),
        (b"<html>", {}, b"<html>"),
        (b" <html> ", {}, b" <html> "),
        (b"Forbidden >", {}, b'{"message": "Forbidden >"}'),
        (b'{"Message": 5, "Reason": "OTHER"}', {"Reason": "OTHER"}, None),
        (json.dumps({"Fields": [FIELD]}).encode(), {"Fields": [FIELD]}, None),
        (b'{"Fields": [], "Message": "m"}', {"Fields": [], "Message": "m"}, None),
        *(
            (json.dumps({"Message": "m", "Fields": odd}).encode(), {"Message": "m"}, None)
            for odd in ODD
        ),
    ],
)
def test_a_refusal_is_made_readable(body: bytes, found: dict[str, Any], left: bytes | None) -> None:
    """Text that is no page becomes the message; members of odd kinds go, and no others."""
    expected = json.dumps(found).encode() if left is None else left

    assert _readable_refusal(body) == (found, expected)

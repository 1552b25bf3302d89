"""Calls that are made again: by a handler of the application, and by us when an answer is broken."""

from typing import Final

import pytest
from botocore.config import Config

from smsvoice import (
    AcceptedError,
    AnswerError,
    ConflictError,
    OutcomeUnknownError,
    SmsVoice,
    guard_sends,
)
from tests.contract.wire import Wire, keyed_session
from tests.transport import meddling
from tests.transport.captured_log import CapturedLog
from tests.transport.faults import Fault, FaultyServer, last, no_back_off, whole

SERVICE: Final = "pinpoint-sms-voice-v2"
NUMBER = "+12065550142"


def test_a_handler_that_asks_again_gets_no_second_message() -> None:
    """Ours gives the result, a guarded client says that it was accepted."""
    wire = Wire()
    raw = guard_sends(wire.session().client(SERVICE))
    meddling.asking_again(raw)

    sent = SmsVoice(client=raw).messages.send_text(NUMBER, message_body="hi")
    with pytest.raises(AcceptedError) as accepted:
        raw.send_text_message(DestinationPhoneNumber=NUMBER, MessageBody="hi")

    assert sent.message_id == accepted.value.result["MessageId"] == "text"
    assert accepted.value.operation == "SendTextMessage"
    assert "asked to send it again, which was not done" in str(accepted.value)
    assert len(wire.sent) == 2


def test_a_handler_that_asks_again_after_a_refusal_gets_the_refusal(ear: CapturedLog) -> None:
    """AWS's own answer, from ours and from a guarded client; each call left once."""
    with FaultyServer(lambda _: Fault.CONFLICT) as server:
        raw = guard_sends(keyed_session().client(SERVICE, endpoint_url=server.url))
        meddling.asking_again(raw)
        with pytest.raises(ConflictError) as typed:
            SmsVoice(client=raw).messages.send_text(NUMBER, message_body="hi")
        with pytest.raises(ConflictError) as guarded:
            raw.send_text_message(DestinationPhoneNumber=NUMBER, MessageBody="hi")

    for refused in (typed.value, guarded.value):
        assert refused.operation_name == "SendTextMessage"
        assert refused.response["Error"]["Code"] == "ConflictException"
        assert refused.response["ResponseMetadata"]["HTTPStatusCode"] == 400
    assert len(server.received) == 2
    line = "SendTextMessage is not made again, although a handler asked for it"
    assert ear.heard.count(line) == 2


def test_without_the_handler_that_decides_no_second_message_leaves() -> None:
    """An application may take botocore's handlers away; what was lost stays unknown."""
    with FaultyServer(lambda _: Fault.DROP) as server:
        raw = guard_sends(keyed_session().client(SERVICE, endpoint_url=server.url))
        event = f"needs-retry.{SERVICE}"
        raw.meta.events.unregister(event, unique_id=f"smsvoice-retry-{SERVICE}")
        meddling.asking_again(raw)
        with pytest.raises(OutcomeUnknownError, match="asked to send it again") as unknown:
            raw.send_text_message(DestinationPhoneNumber=NUMBER, MessageBody="hi")

    assert unknown.value.operation == "SendTextMessage"
    assert unknown.value.left_at is not None
    assert len(server.received) == 1


def test_a_handler_that_asks_again_may_repeat_what_may_be_repeated() -> None:
    """A read three times, since the handler asked for it."""
    wire = Wire()
    sms = SmsVoice(client=wire.session().client(SERVICE))
    meddling.asking_again(sms.boto_client)

    assert sms.api.describe_pools().collect() == []
    assert len(wire.sent) == 3


def test_a_broken_answer_to_a_read_is_asked_for_again_after_growing_pauses(
    ear: CapturedLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Up to 0.1, 0.2 and 0.4 seconds, by chance; each is in the log, and the last one is an error."""
    pauses: list[object] = []
    monkeypatch.setattr("smsvoice.transport.guard.random.random", lambda: 1.0)
    config = Config(retries={"mode": "legacy", "total_max_attempts": 4})
    with FaultyServer(lambda _: Fault.HTML) as server, no_back_off(pauses.append):
        sms = SmsVoice(keyed_session(), endpoint_url=server.url, config=config)
        with pytest.raises(AnswerError) as broken:
            sms.api.describe_pools().first()

    assert broken.value.operation == "DescribePools"
    assert pauses == [0.1, 0.2, 0.4]
    lines = [line for line in ear.heard if line.startswith("DescribePools is asked again: ")]
    assert len(lines) == len(pauses)


def test_a_throttled_send_is_made_again_whatever_its_code() -> None:
    """A status of 429 says that nothing was done."""
    slow, sent = {"__type": "PleaseWait", "Message": "m"}, {"MessageId": "m-2"}
    answers = [last(whole(slow, 429)), last(whole(sent))] * 2
    with FaultyServer(lambda _: answers.pop(0)) as server, no_back_off():
        sms = SmsVoice(keyed_session(), endpoint_url=server.url)
        raw = guard_sends(keyed_session().client(SERVICE, endpoint_url=server.url))
        typed = sms.messages.send_text(NUMBER, message_body="hi")
        plain = raw.send_text_message(DestinationPhoneNumber=NUMBER, MessageBody="hi")

    assert typed.message_id == plain["MessageId"] == "m-2"
    assert len(server.received) == 4

"""Applications that get in the way of their own calls: the outcome told is the true one."""

import sys
import warnings
from collections.abc import Callable
from copy import deepcopy
from typing import Any, Final

import anyio
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, NoCredentialsError

from smsvoice import (
    AcceptedError,
    AnswerError,
    AnswerWarning,
    AsyncSmsVoice,
    NotSentError,
    OutcomeUnknownError,
    SmsVoice,
    operations,
)
from smsvoice.core.codec import unvalidated_request
from smsvoice.core.operation import Operation
from smsvoice.transport.listeners import Listeners
from tests.contract import strategies
from tests.contract.strategies import output, with_extras
from tests.contract.wire import Wire, keyed_session
from tests.shares import all_of
from tests.transport import meddling
from tests.transport.faults import Fault, FaultyServer, no_back_off

SERVICE: Final = "pinpoint-sms-voice-v2"
NUMBER = "+12065550142"
LEASE: dict[str, Any] = {
    "iso_country_code": "US",
    "message_type": "TRANSACTIONAL",
    "number_type": "SIMULATOR",
}
CARRIERS = ("before-parse", "response-received", "needs-retry", "after-call")


def leasing(sms: SmsVoice) -> Any:
    """A call that is paid for, and that carries a ClientToken."""
    return sms.api.request_phone_number(**LEASE, number_capabilities=["SMS"])


# --- after AWS has answered yes ------------------------------------------------------------------


@pytest.mark.parametrize("name", meddling.AFTER_ACCEPTANCE)
def test_an_accepted_call_carries_its_answer_whatever_fails_afterwards(name: str) -> None:
    """A send and a paid write; the application's own exception is the cause."""
    wire = Wire()
    sms = SmsVoice(client=wire.session().client(SERVICE))
    meddling.AFTER_ACCEPTANCE[name](sms.boto_client)

    for call, member in (
        (lambda: sms.messages.send_text(NUMBER, message_body="hi"), "message_id"),
        (lambda: leasing(sms), "phone_number_id"),
    ):
        wire.sent.clear()
        with pytest.raises(AcceptedError, match="Do not call again") as accepted:
            call()
        assert getattr(accepted.value.result, member) == "text"
        assert accepted.value.__cause__ is not None
        assert not isinstance(accepted.value.__cause__, AcceptedError)
        assert len(wire.sent) == 1


def test_a_read_hands_on_what_its_handler_raised() -> None:
    """It is the application's own, and calling again is safe."""
    wire = Wire()
    sms = SmsVoice(client=wire.session().client(SERVICE))
    meddling.raising("after-call", RuntimeError("metrics"))(sms.boto_client)

    with pytest.raises(RuntimeError, match="metrics"):
        sms.api.describe_pools().first()


def test_an_error_of_an_inner_call_is_not_taken_for_the_outer_one() -> None:
    """An audit handler that uses smsvoice itself and fails to connect."""
    wire = Wire()
    sms = SmsVoice(client=wire.session().client(SERVICE))
    inner = NotSentError("PutOptedOutNumber", "no connection")
    meddling.raising("after-call", inner)(sms.boto_client)

    with pytest.raises(AcceptedError) as accepted:
        sms.messages.send_text(NUMBER, message_body="hi")

    assert accepted.value.__cause__ is inner


@pytest.mark.parametrize("name", sorted(operations.ONCE))
def test_what_must_not_be_done_twice_gives_its_result_where_warnings_are_errors(name: str) -> None:
    """And where strict answers were asked for; the log and `notes` say what is new."""
    wire, operation = Wire(), operations.by_name(name)
    answer = with_extras(output(name), strategies.fullest(output(name)))
    wire.answer = strategies.json_of(answer)
    strict = SmsVoice(wire.session(), strict_answers=True)

    with warnings.catch_warnings(action="error"):
        result = strict.call(operation, unvalidated_request(operation.request, {}))

    assert any("BrandNew, which is new" in note for note in result.notes)


def test_a_strict_answer_to_a_paid_write_carries_the_result() -> None:
    """The number that was leased is not lost."""
    wire = Wire()
    wire.answer = b'{"PhoneNumberId": "phone-1", "BrandNew": 1}'

    with pytest.raises(AnswerError, match=r"error\.result has the answer") as refused:
        leasing(SmsVoice(wire.session(), strict_answers=True))

    result: Any = refused.value.result
    assert result.phone_number_id == "phone-1"


# --- before it -----------------------------------------------------------------------------------


def test_credentials_lost_between_two_attempts_leave_the_first_one_unknown() -> None:
    """The number may be leased; to say that nothing left would lease a second one."""
    with FaultyServer(lambda _: Fault.DROP) as server, no_back_off():
        raw = keyed_session().client(SERVICE, endpoint_url=server.url)
        meddling.losing_credentials(raw)
        with pytest.raises(OutcomeUnknownError, match="RequestPhoneNumber") as unknown:
            leasing(SmsVoice(client=raw))

    assert isinstance(unknown.value.__cause__, NoCredentialsError)
    assert unknown.value.left_at is not None
    assert len(server.received) == 1


def test_a_refusal_after_a_lost_attempt_leaves_the_first_one_unknown() -> None:
    """AWS's no to the second one says nothing of the first."""
    faults = [Fault.DROP, Fault.CONFLICT]
    with FaultyServer(lambda _: faults.pop(0)) as server, no_back_off():
        sms = SmsVoice(keyed_session(), endpoint_url=server.url)
        with pytest.raises(OutcomeUnknownError, match="a later one was refused") as unknown:
            leasing(sms)

    assert type(unknown.value.__cause__).__name__ == "ConflictError"


def test_a_handler_that_stops_a_call_before_it_leaves_is_heard_as_it_is() -> None:
    """A switch that forbids sending, say: nothing left, and nobody claims that it did."""
    wire = Wire()
    sms = SmsVoice(client=wire.session().client(SERVICE))
    meddling.raising("before-call", PermissionError("sending is off"))(sms.boto_client)

    with pytest.raises(PermissionError, match="sending is off"):
        sms.messages.send_text(NUMBER, message_body="hi")
    assert wire.sent == []


@pytest.mark.parametrize(
    ("stops", "error", "words"),
    [
        (None, OutcomeUnknownError, r"the connection failed \(KeyError\)"),
        (KeyError("a switch"), KeyError, "a switch"),
        (meddling.no_such_item(), ClientError, "PutItem"),
        (TimeoutError("a double"), OutcomeUnknownError, r"the connection failed \(TimeoutError\)"),
        (NoCredentialsError(), OutcomeUnknownError, "NoCredentialsError"),
    ],
    ids=["the network fails", "a switch", "another service", "a double", "no credentials"],
)
def test_a_failure_of_an_unknown_kind_may_follow_the_send(
    stops: Exception | None,
    error: type[Exception],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Once the network has the request, its failure proves nothing; a handler's before it does.

    Unless the handler is a double of the network, and fails as networks do.
    """

    def fail(*_: Any, **__: Any) -> None:
        raise KeyError("a double")

    raw = keyed_session().client(SERVICE, endpoint_url="http://127.0.0.1:9")
    monkeypatch.setattr(raw._endpoint.http_session, "send", fail)
    if stops is not None:
        meddling.raising("before-send", stops)(raw)

    with pytest.raises(error, match=words):
        SmsVoice(client=raw).messages.send_text(NUMBER, message_body="hi")


def test_a_signature_that_cannot_be_made_is_reported_as_not_sent() -> None:
    """Whatever botocore calls it."""
    wire = Wire()
    sms = SmsVoice(client=wire.session().client(SERVICE))
    refused = ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "AssumeRole")
    meddling.raising("before-sign", refused)(sms.boto_client)

    with pytest.raises(NotSentError, match="AssumeRole gave no credentials"):
        sms.messages.send_text(NUMBER, message_body="hi")
    assert wire.sent == []


@pytest.mark.parametrize("left", [True, False])
def test_an_interrupted_send_says_whether_it_had_left(left: bool) -> None:
    """Ctrl-C, as a note on the exception that ends the program."""
    wire = Wire()
    sms = SmsVoice(client=wire.session().client(SERVICE))
    event = "before-send" if left else "before-call"
    meddling.raising(event, KeyboardInterrupt())(sms.boto_client)

    with pytest.raises(KeyboardInterrupt) as stopped:
        sms.messages.send_text(NUMBER, message_body="hi")

    (note,) = stopped.value.__notes__
    assert ("look for its delivery event" in note) == left
    assert ("calling again is safe" in note) != left


def test_an_interruption_after_acceptance_says_so() -> None:
    """The message id is lost, but not that the message is on its way."""
    wire = Wire()
    sms = SmsVoice(client=wire.session().client(SERVICE))
    meddling.raising("after-call", KeyboardInterrupt())(sms.boto_client)

    with pytest.raises(KeyboardInterrupt) as stopped:
        sms.messages.send_text(NUMBER, message_body="hi")

    assert "had been accepted by AWS: do not call again" in stopped.value.__notes__[0]


# --- what others hear ----------------------------------------------------------------------------


def heard_of(act: Callable[[SmsVoice], object], answer: bytes) -> list[tuple[str, Any]]:
    """What handlers of each event that carries an answer are given."""
    wire, heard = Wire(), list[tuple[str, Any]]()
    wire.answer = answer
    sms = SmsVoice(client=wire.session().client(SERVICE))

    def listen(event: str) -> Callable[..., None]:
        def handler(**facts: Any) -> None:
            response = facts.get("response") or (None, facts.get("parsed_response"))
            told = facts.get("parsed", response[1])
            if told is None:
                told = facts["response_dict"]["body"]
            heard.append((event, deepcopy(told)))

        return handler

    for event in CARRIERS:
        sms.boto_client.meta.events.register(f"{event}.{SERVICE}", listen(event))
    act(sms)
    return heard


@pytest.mark.parametrize("name", all_of(strategies.operations()))
def test_handlers_hear_of_a_typed_call_what_they_hear_of_a_raw_one(name: str) -> None:
    """The body, and every member that botocore parsed of it."""
    operation: Operation[Any, Any] = operations.by_name(name)
    answer = strategies.json_of(strategies.fullest(output(name)))
    request = strategies.smallest(name)
    typed = operation.request.model_validate(request)

    ours = heard_of(lambda sms: sms.call(operation, typed), answer)
    raw = heard_of(lambda sms: getattr(sms.boto_client, operation.method)(**request), answer)

    assert [event for event, _ in ours] == list(CARRIERS)
    assert ours == raw


@pytest.mark.parametrize("event", CARRIERS[1:])
def test_a_handler_of_one_operation_hears_its_answer(event: str) -> None:
    """And what it registers for costs the other operations nothing."""
    wire, heard = Wire(), list[Any]()
    sms = SmsVoice(client=wire.session().client(SERVICE))

    def listen(**facts: Any) -> None:
        response = facts.get("response") or (None, facts.get("parsed_response"))
        heard.append(facts.get("parsed", response[1]))

    sms.boto_client.meta.events.register(f"{event}.{SERVICE}.SendTextMessage", listen)
    sms.messages.send_text(NUMBER, message_body="hi")

    assert [one["MessageId"] for one in heard] == ["text"]


def test_handlers_may_be_registered_later_and_unregistered() -> None:
    """botocore parses an answer again only while somebody looks."""
    wire, heard = Wire(), list[dict[str, Any]]()
    sms = SmsVoice(client=wire.session().client(SERVICE))
    events = sms.boto_client.meta.events
    sizes: list[int] = []

    def look(parsed: dict[str, Any], **_: Any) -> None:
        heard.append(dict(parsed))

    def send() -> None:
        assert sms.messages.send_text(NUMBER, message_body="hi").message_id == "text"

    listeners = Listeners(events)
    for _ in range(3):
        send()
        sizes.append(listeners.hear("SendTextMessage"))
    events.register(f"after-call.{SERVICE}", look)
    send()
    events.unregister(f"after-call.{SERVICE}", look)
    send()

    assert [one["MessageId"] for one in heard] == ["text"]
    assert sizes == [False] * 3
    assert not listeners.hear("SendTextMessage")


def test_answers_are_parsed_for_handlers_that_a_newer_botocore_keeps_elsewhere() -> None:
    """The names that are looked at are private, and may go."""
    assert Listeners(object()).hear("SendTextMessage")


# --- the warning ---------------------------------------------------------------------------------


def test_the_warning_names_the_callers_line() -> None:
    """Of a verb, of an operation and of a listing."""
    wire = Wire()
    sms = SmsVoice(wire.session())
    wire.answer = b'{"MessageId": "m-1", "OptOutLists": [], "BrandNew": 1}'

    for call in (
        lambda: sms.messages.send_text(NUMBER, message_body="hi"),
        lambda: sms.api.send_text_message(destination_phone_number=NUMBER, message_body="hi"),
        lambda: list(sms.opt_out_lists.list()),
    ):
        with pytest.warns(AnswerWarning) as seen:
            call()
        assert {warning.filename for warning in seen} == {__file__}


@pytest.mark.anyio
async def test_the_warning_names_the_awaiting_line() -> None:
    """Though the answer was read in another thread."""
    wire = Wire()
    wire.answer = b'{"MessageId": "m-1", "BrandNew": 1}'
    sms = AsyncSmsVoice(wire.session())

    line = sys._getframe().f_lineno + 2
    with pytest.warns(AnswerWarning) as seen:
        sent = await sms.messages.send_text(NUMBER, message_body="hi")

    assert [(w.filename, w.lineno) for w in seen] == [(__file__, line)]
    assert sent.notes == ("SendTextMessageResult.BrandNew, which is new",)


# --- threads -------------------------------------------------------------------------------------


@pytest.mark.anyio
async def test_reads_that_were_given_up_keep_no_send_waiting() -> None:
    """Each holds a thread for as long as its read timeout lasts, but none that a send needs."""

    def choose(request: Any) -> Fault:
        return Fault.READ_TIMEOUT if request.operation.startswith("Describe") else Fault.NONE

    with FaultyServer(choose) as server:
        config = Config(read_timeout=20, max_pool_connections=3, retries={"total_max_attempts": 1})
        sms = AsyncSmsVoice(keyed_session(), endpoint_url=server.url, config=config)
        with anyio.move_on_after(0.3):
            async with anyio.create_task_group() as group:
                for _ in range(5):
                    group.start_soon(sms.opt_out_lists.list().first)
        with anyio.fail_after(10):
            sent = await sms.messages.send_text(NUMBER, message_body="hi")

    assert sent.message_id == "m-1"

"""Calls that an application's event handlers make meanwhile, and what fails between the answers."""

import logging
from collections.abc import Callable
from typing import Any, Final

import anyio
import pytest
from botocore.exceptions import (
    ClientError,
    ConnectionClosedError,
    EndpointConnectionError,
    NoCredentialsError,
)

from smsvoice import (
    AcceptedError,
    AnswerError,
    AsyncSmsVoice,
    ConflictError,
    OutcomeUnknownError,
    ServiceError,
    SmsVoice,
    ThrottlingError,
    UnknownServiceError,
    guard_sends,
)
from tests.contract.wire import Wire, keyed_session
from tests.transport import meddling
from tests.transport.faults import Fault, FaultyServer, Received, no_back_off, whole

SERVICE: Final = "pinpoint-sms-voice-v2"
NUMBER, OTHER = "+12065550142", "+12065550199"


def sent_to(request: Received) -> dict[str, Any]:
    """An answer that says whom it is about."""
    return {"MessageId": request.body.get("DestinationPhoneNumber", "m-1"), "Keywords": []}


def raw_client(server: FaultyServer) -> Any:
    """A client that an application made."""
    return keyed_session().client(SERVICE, endpoint_url=server.url)


def once(act: Callable[[], object]) -> Callable[..., None]:
    """A handler that acts the first time it is called, and not inside of itself."""
    seen: list[object] = []

    def handler(**_: Any) -> None:
        if not seen:
            seen.append(None)
            act()

    return handler


@pytest.mark.parametrize(
    "event", ["provide-client-params", "before-parameter-build", "before-call"]
)
@pytest.mark.parametrize(
    ("fault", "outcome"),
    [(Fault.NONE, None), (Fault.DROP, OutcomeUnknownError), (Fault.CONFLICT, ConflictError)],
)
def test_a_call_inside_another_of_the_same_operation_keeps_its_own_answer(
    event: str, fault: Fault, outcome: type[Exception] | None
) -> None:
    """An alert to somebody else, say, on the same client, before the outer text is sent."""

    def choose(request: Received) -> Fault:
        return fault if request.body["DestinationPhoneNumber"] == NUMBER else Fault.NONE

    inner: list[Any] = []
    with FaultyServer(choose, sent_to) as server:
        client = raw_client(server)
        sms = SmsVoice(client=client)
        alert = once(
            lambda: inner.append(
                client.send_text_message(DestinationPhoneNumber=OTHER, MessageBody="x")
            )
        )
        client.meta.events.register(f"{event}.{SERVICE}.SendTextMessage", alert)
        if outcome is None:
            assert sms.messages.send_text(NUMBER, message_body="hi").message_id == NUMBER
        else:
            with pytest.raises(outcome):
                sms.messages.send_text(NUMBER, message_body="hi")

    assert [one["MessageId"] for one in inner] == [OTHER]
    assert len(server.received) == 2


BROKEN = (AnswerError, OutcomeUnknownError, ConnectionClosedError)
"""What a listing ends in; older botocore notices a cut body by itself, as a lost connection."""
UNUSABLE = [Fault.HTML, Fault.EMPTY, Fault.NO_ID, Fault.GATEWAY, Fault.CUT_BODY]


@pytest.mark.parametrize("fault", UNUSABLE, ids=lambda fault: fault.name)
def test_an_answer_is_measured_though_a_handler_asked_something_meanwhile(fault: Fault) -> None:
    """On a guarded client and on ours, for sends and for listings."""

    def choose(request: Received) -> Fault:
        return Fault.NONE if request.operation == "DescribeKeywords" else fault

    with FaultyServer(choose, sent_to) as server, no_back_off():
        client = guard_sends(raw_client(server))
        sms = SmsVoice(client=client)

        def ask(event_name: str, **_: Any) -> None:
            if not event_name.endswith("DescribeKeywords"):
                client.describe_keywords(OriginationIdentity="p")

        client.meta.events.register(f"before-send.{SERVICE}", ask)

        with pytest.raises(OutcomeUnknownError):
            client.send_text_message(DestinationPhoneNumber=NUMBER, MessageBody="x")
        with pytest.raises(OutcomeUnknownError) as unknown:
            sms.messages.send_text(NUMBER, message_body="hi")
        for listing in (client.describe_pools, sms.api.describe_pools().first):
            with pytest.raises(BROKEN):
                listing()

    assert unknown.value.left_at is not None
    sends = [one for one in server.received if one.operation == "SendTextMessage"]
    assert len(sends) == 2


@pytest.mark.parametrize(
    ("event", "failure"), [("before-parse", RuntimeError()), ("before-send", KeyboardInterrupt())]
)
@pytest.mark.parametrize("fault", [Fault.NONE, Fault.HTML])
def test_a_call_that_broke_off_inside_another_leaves_its_answer_alone(
    fault: Fault, event: str, failure: BaseException
) -> None:
    """A look-up that fails in a handler; a guarded client and ours, inside and outside."""

    def choose(request: Received) -> Fault:
        return Fault.NONE if request.operation == "DescribeKeywords" else fault

    def fail(**_: Any) -> None:
        raise failure

    with FaultyServer(choose, sent_to) as server:
        client = guard_sends(raw_client(server))
        sms = SmsVoice(client=client)
        client.meta.events.register(f"{event}.{SERVICE}.DescribeKeywords", fail)
        inside: list[Callable[[], object]] = [
            lambda: client.describe_keywords(OriginationIdentity="p"),
            lambda: sms.api.describe_keywords(origination_identity="p").first(),
        ]

        def ask(event_name: str, **_: Any) -> None:
            if event_name.endswith("SendTextMessage"):
                with pytest.raises(type(failure)):
                    inside[0]()

        client.meta.events.register(f"before-send.{SERVICE}", ask)
        outside: list[Callable[[], object]] = [
            lambda: client.send_text_message(DestinationPhoneNumber=NUMBER)["MessageId"],
            lambda: sms.messages.send_text(NUMBER, message_body="hi").message_id,
        ]
        outcomes: list[object] = []
        for send in outside * len(inside):
            try:
                outcomes.append(send())
            except OutcomeUnknownError:
                outcomes.append(None)
            if len(outcomes) == len(outside):
                inside.reverse()

    assert outcomes == [NUMBER if fault is Fault.NONE else None] * 4
    assert [one.operation for one in server.received].count("SendTextMessage") == 4


@pytest.mark.parametrize("event", ["response-received", "needs-retry"])
@pytest.mark.parametrize(
    "failure",
    [
        ClientError({"Error": {"Code": "X", "Message": "x"}}, "PutItem"),
        EndpointConnectionError(endpoint_url="https://dynamodb.example.com"),
        NoCredentialsError(),
        RuntimeError("metrics"),
    ],
    ids=lambda failure: type(failure).__name__,
)
@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (Fault.CONFLICT, ConflictError),
        (Fault.THROTTLED, ThrottlingError),
        (Fault.TIMED_OUT, OutcomeUnknownError),
        (Fault.UNDER_WAY, OutcomeUnknownError),
        (Fault.ERROR_500, OutcomeUnknownError),
    ],
)
def test_a_handler_that_fails_after_a_refusal_does_not_make_it_unsent(
    event: str, failure: Exception, fault: Fault, outcome: type[Exception]
) -> None:
    """AWS's answer decides, though botocore did not come to tell it."""
    with FaultyServer(lambda _: fault) as server:
        client = raw_client(server)

        def fail(**_: Any) -> None:
            raise failure

        client.meta.events.register(f"{event}.{SERVICE}.SendTextMessage", fail)
        with pytest.raises(outcome):
            SmsVoice(client=client).messages.send_text(NUMBER, message_body="hi")

    assert len(server.received) == 1


@pytest.mark.parametrize(
    ("kind", "header", "outcome", "code"),
    [
        ("ConflictException", "", ConflictError, "ConflictException"),
        ("com.amazon#ConflictException:http://a/", "", ConflictError, "ConflictException"),
        ("", "ConflictException:http://a/", ConflictError, "ConflictException"),
        ("ThrottlingException", "ConflictException", ThrottlingError, "ThrottlingException"),
        ("", "", UnknownServiceError, "400"),
    ],
)
def test_a_refusal_is_read_for_a_handler_that_fails_before_botocore_reads_it(
    kind: str, header: str, outcome: type[ServiceError], code: str
) -> None:
    """Code, reason, members and request id are as botocore would have them."""
    members = {"Reason": "RESOURCE_NOT_ACTIVE", "ResourceId": "r"} | (
        {"__type": kind} if kind else {}
    )
    named = f"x-amzn-ErrorType: {header}\r\nContent-Type".encode() if header else b"Content-Type"
    refusal = whole(members, 400).replace(b"Content-Type", named)
    with FaultyServer(lambda _: refusal) as server:
        client = raw_client(server)
        meddling.raising("response-received", RuntimeError("metrics"))(client)
        with pytest.raises(outcome) as refused:
            SmsVoice(client=client).messages.send_text(NUMBER, message_body="hi")

    response: Any = refused.value.response
    assert type(refused.value) is outcome
    assert response["Error"]["Code"] == code
    assert response["ResponseMetadata"] == {"HTTPStatusCode": 400, "RequestId": "r-1"}
    assert (response["Reason"], response["ResourceId"]) == ("RESOURCE_NOT_ACTIVE", "r")
    assert "__type" not in response


@pytest.mark.parametrize("fault", [Fault.DROP, Fault.ERROR_500])
def test_the_refusal_of_another_call_is_not_this_calls(fault: Fault) -> None:
    """A handler that falls back to another region is refused there; the first send may have gone."""
    refusal: Any = {"Error": {"Code": "ConflictException", "Message": "no"}}

    def fall_back(**_: Any) -> None:
        raise ClientError(refusal, "SendTextMessage")

    with FaultyServer(lambda _: fault) as server:
        client = raw_client(server)
        client.meta.events.register(f"needs-retry.{SERVICE}.SendTextMessage", fall_back)
        with pytest.raises(OutcomeUnknownError):
            SmsVoice(client=client).messages.send_text(NUMBER, message_body="hi")


def test_what_a_handler_stops_before_the_network_has_it_is_heard_as_it_is() -> None:
    """A switch on before-send; nobody says that anything left."""
    with FaultyServer(lambda _: Fault.NONE) as server:
        client = raw_client(server)
        meddling.raising("before-send", PermissionError("sending is off"))(client)
        with pytest.raises(PermissionError, match="sending is off"):
            SmsVoice(client=client).messages.send_text(NUMBER, message_body="hi")

    assert server.received == []


@pytest.mark.parametrize("asks", [None, "ours", "guarded"])
def test_what_breaks_off_while_the_network_has_it_is_unknown(
    asks: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A time limit that a task queue raises in this thread, say, of whatever class.

    Also where a handler made another call just before the request left.
    """
    with FaultyServer(lambda _: Fault.NONE, sent_to) as server:
        client = raw_client(server)
        other = guard_sends(raw_client(server))
        lookups: dict[str, Callable[[], object]] = {
            "ours": SmsVoice(client=other).api.describe_keywords(origination_identity="p").first,
            "guarded": lambda: other.describe_keywords(OriginationIdentity="p"),
        }
        if asks is not None:
            client.meta.events.register(
                f"before-send.{SERVICE}", lambda **_: lookups[asks]() and None
            )
        http = client._endpoint.http_session
        send = http.send

        def broken_off(request: Any) -> Any:
            send(request)
            raise RuntimeError("soft time limit")

        monkeypatch.setattr(http, "send", broken_off)
        with pytest.raises(OutcomeUnknownError):
            SmsVoice(client=client).messages.send_text(NUMBER, message_body="hi")

    assert [one.operation for one in server.received].count("SendTextMessage") == 1


def test_an_accepted_answer_prints_no_number() -> None:
    """Neither the error that carries it nor the text."""
    with FaultyServer(lambda _: whole({"MessageId": NUMBER})) as server:
        client = guard_sends(raw_client(server))
        meddling.asking_again(client)
        with pytest.raises(AcceptedError) as accepted:
            client.send_text_message(DestinationPhoneNumber=NUMBER, MessageBody="hi")

    assert accepted.value.result["MessageId"] == NUMBER
    assert NUMBER not in repr(accepted.value) + str(accepted.value)


def test_a_log_that_fails_costs_no_result() -> None:
    """A handler of the application's, for one that ships lines elsewhere."""

    class Broken(logging.Handler):
        def handle(self, _: logging.LogRecord) -> bool:
            raise RuntimeError("no line to the collector")

    log = logging.getLogger("smsvoice")
    broken = Broken()
    log.addHandler(broken)
    log.setLevel(logging.DEBUG)
    try:
        sent = SmsVoice(Wire().session()).messages.send_text(NUMBER, message_body="hi")
    finally:
        log.removeHandler(broken)
        log.setLevel(logging.NOTSET)

    assert sent.message_id == "text"


@pytest.mark.parametrize("odd", [{"MessageId": {}}, {"MessageId": []}, {"MessageId": False}])
def test_an_id_of_another_kind_is_none(odd: dict[str, Any]) -> None:
    """For raw calls too."""
    with FaultyServer(lambda _: whole(odd)) as server:
        with pytest.raises(OutcomeUnknownError, match="it lacks MessageId"):
            guard_sends(raw_client(server)).send_text_message(
                DestinationPhoneNumber=NUMBER, MessageBody="hi"
            )


@pytest.mark.anyio
async def test_a_time_limit_of_anyio_ends_a_loop_of_sends_as_such() -> None:
    """And not as a bare cancellation, which nobody could tell from one of the task."""
    sms = AsyncSmsVoice(Wire().session())

    with pytest.raises(TimeoutError):
        with anyio.fail_after(0.05):
            while True:
                await sms.messages.send_text(NUMBER, message_body="hi")


@pytest.mark.anyio
async def test_a_scope_that_was_cancelled_before_sends_nothing() -> None:
    """On asyncio as on trio."""
    wire = Wire()
    sms = AsyncSmsVoice(wire.session())

    with anyio.CancelScope() as scope:
        scope.cancel()
        await sms.messages.send_text(NUMBER, message_body="hi")

    assert wire.sent == []

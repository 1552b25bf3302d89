"""One call, one message: counted by the server, for every fault, mode and kind of client."""

import random
import socket
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectionClosedError, ReadTimeoutError

import smsvoice
from smsvoice import NotSentError, OutcomeUnknownError, SmsVoice, ThrottlingError, guard_sends
from smsvoice.core.codec import unvalidated_request
from smsvoice.core.operation import Effect
from smsvoice.operations import effect_of
from tests.contract import strategies
from tests.contract.wire import keyed_session
from tests.transport import fault_table as table
from tests.transport.certificates import certificate
from tests.transport.faults import NOT_TAKEN, Fault, FaultyServer, Received, refusing_url

NUMBER = "+12065550142"
LOST = [fault for fault in Fault if fault not in {Fault.NONE, *NOT_TAKEN}]
UNGUARDED = {"legacy": 5, "standard": 3, "adaptive": 3}


def client(url: str, **config: Any) -> SmsVoice:
    """A client of ours that sends there."""
    return SmsVoice(
        keyed_session(), endpoint_url=url, config=Config(**({"read_timeout": 2} | config))
    )


def check(cells: list[table.Cell], call_path: str) -> None:
    """What the table must say, whichever botocore it was made with."""
    for cell in cells:
        assert cell.on_fast_path == takes_fast_path(cell, call_path), cell
        if cell.client == "unguarded":
            continue
        ours = cell.client != "guarded"
        if cell.fault in table.LOST:
            assert (cell.received, cell.outcome) == (1, "OutcomeUnknownError"), cell
        elif cell.fault == table.THROTTLED_ONCE:
            assert (cell.received, cell.taken, cell.outcome) == (2, 1, "accepted"), cell
        elif cell.fault == table.THROTTLED:
            told = "ThrottlingError" if ours else "ThrottlingException"
            assert (cell.received, cell.taken) == (UNGUARDED[cell.mode], 0), cell
            assert cell.outcome == told, cell
        elif cell.fault == table.REFUSED:
            told = "NotSentError" if ours else "EndpointConnectionError"
            assert (cell.received, cell.attempts) == (0, UNGUARDED[cell.mode]), cell
            assert cell.outcome == told, cell
        else:
            assert (cell.received, cell.taken) == meddled(cell.fault), cell
            if ours:
                assert cell.outcome == OUTCOMES.get(cell.fault, "AcceptedError"), cell


def takes_fast_path(cell: table.Cell, call_path: str) -> bool:
    """Whether the one attempt of a call that can be made there is made on the fast path."""
    is_ours = cell.client in {"ours", "async"}
    closes_it = cell.mode == "adaptive" or cell.fault in table.MEDDLING
    return call_path == "fast" and is_ours and not closes_it


OUTCOMES = {
    table.AGAIN: "accepted",
    table.AGAIN_REFUSED: "ConflictError",
    table.NO_KEYS: "ThrottlingError",
}
"""What our clients say where it is not that AWS accepted and a handler failed."""


def meddled(fault: str) -> tuple[int, int]:
    """How many requests arrive and are taken while a handler of the application gets in the way."""
    return (1, 0) if fault in {table.AGAIN_REFUSED, table.NO_KEYS} else (1, 1)


def test_a_send_arrives_once_whatever_becomes_of_its_answer(call_path: str) -> None:
    """On our client and on a guarded one, in every retry mode; half the faults on each path."""
    clients = ("ours", "guarded" if call_path == "botocore" else "async")
    faults = list(table.FAULTS)[call_path == "fast" :: 2]

    cells = table.measured(["SendTextMessage"], faults, clients)

    assert len(cells) == len(faults) * len(table.MODES) * len(clients)
    check(cells, call_path)


def test_raw_boto3_hands_it_over_again() -> None:
    """Which is why there is a guard; should botocore stop it, the guard can go."""
    lost = [Fault.READ_TIMEOUT, Fault.DROP, Fault.RESET, Fault.ERROR_500, Fault.ERROR_503]

    cells = table.measured(["SendTextMessage"], [fault.value for fault in lost], ["unguarded"])

    assert len(cells) == len(lost) * len(table.MODES)
    for cell in cells:
        assert cell.received == UNGUARDED[cell.mode], cell


@pytest.mark.long
def test_the_whole_table_on_the_newest_boto3(call_path: str) -> None:
    """All seven sends."""
    cells = table.measured()

    assert {cell.send for cell in cells} == set(table.SENDS)
    check(cells, call_path)


@pytest.mark.long
def test_the_whole_table_on_the_oldest_boto3(call_path: str) -> None:
    """All seven sends, in an environment of its own, to which the choice of the path is handed on."""
    version, cells = table.measured_by(table.oldest_python())

    assert version == "1.43.100"
    assert len(cells) == len(table.SENDS) * len(table.FAULTS) * len(table.MODES) * 4
    check(cells, call_path)


def test_the_table_names_every_send_of_the_model() -> None:
    """A new send must not be forgotten here."""
    assert set(table.SENDS) == {name for name in strategies.operations() if name.startswith("Send")}


# --- effects -----------------------------------------------------------------------------------


def test_an_operation_newer_than_this_package_is_handed_over_once() -> None:
    """A newer botocore may bring sends that this package does not list."""
    assert effect_of("SendPigeon") is Effect.ONCE
    assert effect_of("DescribePigeons") is Effect.ONCE
    assert effect_of("CreatePool") is Effect.REPEATABLE


def test_every_effect_is_that_of_the_description() -> None:
    """The guard's short cut agrees with the table."""
    for name in smsvoice.operations.names():
        assert effect_of(name) is smsvoice.operations.by_name(name).effect


@pytest.mark.parametrize("name", sorted(smsvoice.operations.ONCE))
def test_whatever_must_not_happen_twice_arrives_once(call_path: str, name: str) -> None:
    """Not only sends: what is charged or counted and has no ClientToken."""
    operation = smsvoice.operations.by_name(name)

    with FaultyServer(lambda _: Fault.DROP) as server:
        sms = client(server.url)
        with pytest.raises(OutcomeUnknownError, match=name):
            sms.call(operation, unvalidated_request(operation.request, {}))

    assert len(server.received) == 1


# --- what the errors say ------------------------------------------------------------------------


@pytest.mark.parametrize("fault", LOST, ids=lambda fault: fault.name)
def test_an_unknown_outcome_says_when_the_request_left_and_what_to_do(
    call_path: str, fault: Fault
) -> None:
    """Operation, departure, request id where there is one, remedy, cause."""
    with FaultyServer(lambda _: fault) as server:
        sms = client(server.url, read_timeout=0.3 if fault is Fault.READ_TIMEOUT else 30)
        before = datetime.now(UTC)
        with pytest.raises(OutcomeUnknownError) as unknown:
            sms.messages.send_text(NUMBER, message_body="hi", context={"order": "1"})
        after = datetime.now(UTC)

    error = unknown.value
    assert error.operation == "SendTextMessage"
    assert error.left_at is not None
    assert before <= error.left_at <= after
    assert "look for its delivery event before calling again" in str(error)
    answered = fault not in {Fault.READ_TIMEOUT, Fault.DROP, Fault.RESET}
    if fault is Fault.CUT_BODY and error.__cause__ is not None:
        answered = False  # older botocore notices by itself
    assert error.request_id == ("r-1" if answered else None)
    assert (error.status is not None) == answered
    if fault is Fault.READ_TIMEOUT:
        assert after - error.left_at >= timedelta(seconds=0.25)
        assert isinstance(error.__cause__, ReadTimeoutError)
    if fault is Fault.DROP:
        assert isinstance(error.__cause__, ConnectionClosedError)


def test_what_never_left_says_so_with_its_cause(call_path: str) -> None:
    """Calling again is safe, and botocore did so as it is configured."""
    with pytest.raises(NotSentError, match="Calling again is safe") as refused:
        client(refusing_url()).messages.send_text(NUMBER, message_body="hi")

    assert type(refused.value.__cause__).__name__ == "EndpointConnectionError"


def test_throttling_is_raised_when_botocore_gave_up(call_path: str) -> None:
    """And nothing was taken."""
    with FaultyServer(lambda _: Fault.THROTTLED) as server:
        with pytest.raises(ThrottlingError) as throttled:
            client(server.url).messages.send_text(NUMBER, message_body="hi")

    assert throttled.value.is_throttled
    assert server.taken == []


def test_a_write_whose_first_attempt_was_lost_is_not_said_to_be_unsent(call_path: str) -> None:
    """Even when the last attempt found nobody listening."""

    def once(_: Received) -> Fault:
        server.stop_listening()
        return Fault.DROP

    with FaultyServer(once) as server:
        with pytest.raises(OutcomeUnknownError, match="CreateOptOutList") as unknown:
            client(server.url).api.create_opt_out_list(opt_out_list_name="a")

    assert type(unknown.value.__cause__).__name__ == "EndpointConnectionError"
    assert unknown.value.left_at is not None


def test_a_read_that_failed_is_safe_to_call_again(call_path: str) -> None:
    """botocore repeats it; the error says that it changes nothing."""
    with FaultyServer(lambda _: Fault.DROP) as server:
        with pytest.raises(OutcomeUnknownError, match="calling again is safe"):
            client(server.url, retries={"mode": "standard"}).api.describe_pools().first()

    assert len(server.received) == 3


def test_a_refusal_while_signing_says_that_nothing_left() -> None:
    """AWS's identity services answer with errors of their own."""
    sms = client(refusing_url())

    def refuse(**_: Any) -> None:
        raise ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "AssumeRole")

    sms.boto_client.meta.events.register_first("before-sign.pinpoint-sms-voice-v2", refuse)

    with pytest.raises(NotSentError, match="AssumeRole gave no credentials"):
        sms.messages.send_text(NUMBER, message_body="hi")


# --- proxies and certificates --------------------------------------------------------------------


def through(proxy: str, **config: Any) -> SmsVoice:
    """A client of ours behind a proxy."""
    proxied = Config(proxies={"http": proxy, "https": proxy}, read_timeout=1, **config)
    return SmsVoice(keyed_session(), endpoint_url="http://sms.example.com", config=proxied)


@pytest.mark.parametrize("fault", [Fault.DROP, Fault.RESET], ids=lambda fault: fault.name)
def test_a_send_lost_behind_a_proxy_arrives_once(fault: Fault) -> None:
    """urllib3 calls it a proxy's failure, though the request was sent."""
    with FaultyServer(lambda _: fault) as server:
        with pytest.raises(OutcomeUnknownError):
            through(server.url).messages.send_text(NUMBER, message_body="hi")

    assert len(server.received) == 1


def test_a_proxy_that_does_not_answer_is_reported_as_not_sent() -> None:
    """And botocore tries again, as it would without us."""
    with pytest.raises(NotSentError):
        through(refusing_url()).messages.send_text(NUMBER, message_body="hi")


def test_a_proxy_that_refuses_the_tunnel_is_reported_as_not_sent() -> None:
    """CONNECT was answered with no: nothing of the request was sent."""
    forbids = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
    with FaultyServer(lambda _: forbids) as server:
        sms = SmsVoice(
            keyed_session(),
            endpoint_url="https://sms.example.com",
            config=Config(proxies={"https": server.url}),
        )
        with pytest.raises(NotSentError):
            sms.messages.send_text(NUMBER, message_body="hi")

    assert all(request.body == {} for request in server.received)


def test_a_certificate_that_cannot_be_trusted_is_reported_as_not_sent(
    call_path: str, tmp_path: Path
) -> None:
    """It is looked at before anything is written."""
    url = with_certificate(tmp_path / "server.pem")

    with pytest.raises(NotSentError, match="SSLError"):
        SmsVoice(keyed_session(), endpoint_url=url).messages.send_text(NUMBER, message_body="hi")


def test_a_certificate_of_another_host_is_reported_as_not_sent(
    call_path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trusted one, so that it is the name that is wrong."""
    url = with_certificate(tmp_path / "server.pem")
    monkeypatch.setenv("AWS_CA_BUNDLE", str(tmp_path / "server.pem"))

    with pytest.raises(NotSentError, match="SSLError"):
        SmsVoice(keyed_session(), endpoint_url=url).messages.send_text(NUMBER, message_body="hi")


def with_certificate(file: Path) -> str:
    """The address of a server whose certificate it signed itself, for another host."""
    context = certificate(file, "127.0.0.2")
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            connection, _ = listener.accept()
            with connection, suppress(OSError):
                context.wrap_socket(connection, server_side=True).close()

    threading.Thread(target=serve, daemon=True).start()
    return f"https://127.0.0.1:{listener.getsockname()[1]}"


# --- many at once ---------------------------------------------------------------------------------


def crowd(sends: int, threads: int = 32) -> None:
    """Send from many threads through a server that fails at random, and compare the books."""
    chance = random.Random(5)

    def choose(_: Received) -> Fault:
        return chance.choice([*LOST, Fault.THROTTLED]) if chance.random() < 0.3 else Fault.NONE

    with FaultyServer(choose) as server:
        sms = client(server.url, read_timeout=1, max_pool_connections=threads)

        def send(number: int) -> str:
            try:
                sms.messages.send_text(NUMBER, message_body="hi", context={"id": str(number)})
            except OutcomeUnknownError:
                return "unknown"
            except ThrottlingError:
                return "throttled"
            return "accepted"

        with ThreadPoolExecutor(threads) as pool:
            told = dict(zip(map(str, range(sends)), pool.map(send, range(sends)), strict=True))

    outcomes = Counter(told.values())
    arrived = Counter(request.body["Context"]["id"] for request in server.taken)
    assert set(arrived.values()) == {1}, "one arrived twice"
    assert {told[one] for one in arrived} <= {"accepted", "unknown"}
    assert all(one in arrived for one, outcome in told.items() if outcome == "accepted")
    assert outcomes["unknown"] > sends / 10
    print(f"{sends} sends: {outcomes}, {len(server.received)} received, {arrived.total()} taken")


def test_the_books_agree_after_a_crowd(call_path: str) -> None:
    """What was accepted arrived, nothing arrived twice, and what arrived is not said to be unsent.

    An unknown one may not have arrived: a connection that breaks says nothing of what it carried.
    """
    crowd(300)


@pytest.mark.long
def test_the_books_agree_after_ten_thousand(call_path: str) -> None:
    """The same, twenty times as long."""
    crowd(10_000)


def test_guarding_a_client_twice_changes_nothing() -> None:
    """Nor does wrapping a guarded one."""
    with FaultyServer(lambda _: Fault.ERROR_503) as server:
        plain = keyed_session().client("pinpoint-sms-voice-v2", endpoint_url=server.url)
        sms = SmsVoice(client=guard_sends(guard_sends(plain)))

        with pytest.raises(OutcomeUnknownError):
            sms.messages.send_text(NUMBER, message_body="hi")
        with pytest.raises(OutcomeUnknownError):
            plain.send_text_message(DestinationPhoneNumber=NUMBER, MessageBody="hi")

    assert len(server.received) == 2

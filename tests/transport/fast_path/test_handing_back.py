"""What is handed back to botocore is judged once, and never sent again by it."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from typing import Any
from unittest import mock

import pytest
from botocore.config import Config
from botocore.exceptions import NoCredentialsError

from smsvoice import AsyncSmsVoice, OutcomeUnknownError, SmsVoice, UnsupportedByBotocoreError
from tests.contract.wire import keyed_session
from tests.transport.fast_path.recorder import Recorder

NUMBER = "+12065550142"
SERVICE = "pinpoint-sms-voice-v2"


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    """A server that answers what it is told."""
    with Recorder() as made:
        yield made


def client(recorder: Recorder, kind: type[Any] = SmsVoice, **config: Any) -> Any:
    """A client whose path is open."""
    sms = kind(keyed_session(), endpoint_url=recorder.url, config=Config(**config))
    assert sms.fast_path == "open"
    return sms


def send(sms: Any) -> None:
    """Send once by either flavour."""
    if isinstance(sms, SmsVoice):
        sms.messages.send_text(NUMBER, message_body="hi")
        return

    async def story() -> None:
        try:
            await sms.messages.send_text(NUMBER, message_body="hi")
        finally:
            await sms.aclose()

    asyncio.run(story())


def operations_of(recorder: Recorder) -> list[str]:
    """What the server received."""
    return [one["headers"]["x-amz-target"].rpartition(".")[2] for one in recorder.received]


@pytest.mark.parametrize("kind", [SmsVoice, AsyncSmsVoice])
def test_a_handler_that_calls_aws_while_a_send_is_judged_causes_no_second_message(
    kind: type[Any], recorder: Recorder
) -> None:
    """It came while the send was under way, and its own call must not take the send's place."""
    sms = client(recorder, kind)
    path: Any = sms._connection.fast_path
    recorder.statuses = [500]

    def ask(request: Any, **_: Any) -> None:
        if b"SendTextMessage" in bytes(str(request.headers["X-Amz-Target"]), "ascii"):
            sms.boto_client.describe_account_limits()

    judged = path._hand_back

    def hang(*args: Any) -> None:
        judged(*args)
        sms.boto_client.meta.events.register(f"before-send.{SERVICE}", ask)

    with mock.patch.object(path, "_hand_back", hang), pytest.raises(OutcomeUnknownError):
        send(sms)

    assert operations_of(recorder).count("SendTextMessage") == 1


@pytest.mark.parametrize("kind", [SmsVoice, AsyncSmsVoice])
def test_a_tracer_that_comes_while_a_send_is_under_way_causes_no_second_message(
    kind: type[Any], recorder: Recorder
) -> None:
    """It may run botocore in another thread, where the send that left is not known."""
    import botocore.client

    sms = client(recorder, kind)
    recorder.statuses = [500]
    recorder.gate.clear()
    original = botocore.client.BaseClient._make_api_call  # type: ignore[attr-defined]

    def elsewhere(*args: Any, **kwargs: Any) -> Any:
        thread = threading.Thread(target=original, args=args, kwargs=kwargs)
        thread.start()
        thread.join()
        raise RuntimeError("the tracer has no answer")

    with mock.patch.object(botocore.client.BaseClient, "_make_api_call", original):
        told: list[BaseException] = []

        def call() -> None:
            try:
                send(sms)
            except BaseException as error:
                told.append(error)

        thread = threading.Thread(target=call)
        thread.start()
        recorder.wait_until(lambda: len(recorder.received) == 1)
        with mock.patch.object(botocore.client.BaseClient, "_make_api_call", elsewhere):
            recorder.gate.set()
            thread.join(20)

    assert operations_of(recorder) == ["SendTextMessage"]
    assert isinstance(told[0], OutcomeUnknownError)


@pytest.mark.parametrize("callback", ["on_header", "on_body", "on_message_complete"])
def test_ctrl_c_in_the_middle_of_reading_is_not_swallowed(
    callback: str, recorder: Recorder
) -> None:
    """The parser takes whatever its callbacks raise for its own failure."""
    from smsvoice.transport.fast_path import answer

    sms = client(recorder)

    with (
        mock.patch.object(answer.Answer, callback, side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt) as stopped,
    ):
        send(sms)

    assert "its outcome is unknown" in str(stopped.value.__notes__)
    send(sms)
    assert len(recorder.received) == 2


def test_a_failing_callback_of_the_parser_is_judged_by_botocore() -> None:
    """An answer that cannot be followed is odd, no more."""
    from smsvoice.transport.fast_path.answer import Answer

    one = Answer()
    one.feed(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n")

    assert (one.is_over, one.is_clean, one.can_stay) == (True, False, False)


def test_a_connection_whose_request_is_half_sent_serves_no_other_call() -> None:
    """A server may answer before it has read everything."""
    connections: list[socket.socket] = []
    body = b'{"MessageId":"m-1"}'

    def serve() -> None:
        for _ in range(2):
            connection, _ = listener.accept()
            connections.append(connection)
            connection.recv(1000)
            head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body)
            connection.sendall(head + body)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = threading.Thread(target=serve)
        server.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        sms = AsyncSmsVoice(keyed_session(), endpoint_url=url, validate_requests=False)
        assert sms.fast_path == "open"

        async def story() -> None:
            for text in ("x" * 20_000_000, "hi"):
                await sms.api.send_text_message(destination_phone_number=NUMBER, message_body=text)
            await sms.aclose()

        asyncio.run(asyncio.wait_for(story(), 20))
        server.join()
    for connection in connections:
        connection.close()

    assert len(connections) == 2, "each call had a connection of its own"


@pytest.mark.parametrize("kind", [SmsVoice, AsyncSmsVoice])
def test_an_operation_that_botocore_does_not_know_is_refused_alike(
    kind: type[Any], recorder: Recorder
) -> None:
    """With the release that it needs, on both paths."""
    sms = client(recorder, kind)
    model: Any = sms.boto_client.meta.service_model
    names = [one for one in model.operation_names if one != "SendTextMessage"]
    connection = sms._connection

    with (
        mock.patch.dict(vars(model), {"operation_names": names}),
        mock.patch.dict(vars(connection), {"botocore_is_complete": False}),
        pytest.raises(UnsupportedByBotocoreError),
    ):
        send(sms)

    assert recorder.received == []


@pytest.mark.parametrize("kind", [SmsVoice, AsyncSmsVoice])
def test_an_attempt_that_botocore_never_judges_leaves_no_connection(
    kind: type[Any], recorder: Recorder
) -> None:
    """Here the credentials are gone between the attempt and its judgement."""
    sms = client(recorder, kind)
    signer: Any = sms.boto_client._request_signer
    recorder.statuses = [500]

    with mock.patch.object(signer, "sign", side_effect=NoCredentialsError):
        with pytest.raises(OutcomeUnknownError):
            send(sms)
        recorder.wait_until(lambda: recorder.open == 0)

    assert len(recorder.received) == 1


def test_a_client_that_is_closed_during_a_call_keeps_no_connection(recorder: Recorder) -> None:
    """The call comes to its end, and its connection is closed then."""
    sms = client(recorder, AsyncSmsVoice)

    async def story() -> None:
        recorder.gate.clear()
        sending = asyncio.create_task(sms.messages.send_text(NUMBER, message_body="hi"))
        while not recorder.received:  # noqa: ASYNC110  a thread receives
            await asyncio.sleep(0.005)
        await sms.aclose()
        recorder.gate.set()
        assert (await sending).message_id is not None
        while recorder.open:  # noqa: ASYNC110  a thread closes
            await asyncio.sleep(0.005)

    asyncio.run(asyncio.wait_for(story(), 10))


def test_threads_that_close_a_client_at_once_do_not_stumble(recorder: Recorder) -> None:
    """Each takes what the others have left."""
    sms = client(recorder)
    failed: list[BaseException] = []

    def close() -> None:
        try:
            for _ in range(200):
                sms.close()
        except BaseException as error:
            failed.append(error)

    send(sms)
    threads = [threading.Thread(target=close) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []

"""Connections have owners: an event loop, a process, a client; none outlives its owner."""

import asyncio
import gc
import os
import threading
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from botocore.config import Config

from smsvoice import AsyncSmsVoice, SmsVoice
from tests.contract.wire import keyed_session
from tests.transport.fast_path.recorder import Recorder
from tests.transport.processes import in_a_child

NUMBER = "+12065550142"


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    """A server that counts connections."""
    with Recorder() as made:
        yield made


@pytest.fixture(autouse=True)
def _nothing_is_left() -> Iterator[None]:
    """Sockets and transports that are left to the garbage collector fail the test."""
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always", ResourceWarning)
        yield
        gc.collect()
    left = [str(one.message) for one in warned if one.category is ResourceWarning]
    assert [one for one in left if "transport" in one] == []


def client(recorder: Recorder, **config: Any) -> AsyncSmsVoice:
    """A client whose path is open before the first call."""
    sms = AsyncSmsVoice(keyed_session(), endpoint_url=recorder.url, config=Config(**config))
    assert sms.fast_path == "open"
    return sms


def exchanges(sms: Any) -> int:
    """How many calls were answered on the path."""
    return int(sms._connection.fast_path.exchanges)


async def until(holds: Callable[[], bool]) -> None:
    """Let the event loop turn until something holds of what a thread does."""
    while not holds():  # noqa: ASYNC110  a thread makes it hold
        await asyncio.sleep(0.005)


async def send(sms: AsyncSmsVoice) -> None:
    """Send once."""
    await sms.messages.send_text(NUMBER, message_body="hi")


def test_one_connection_serves_one_call_after_the_other(recorder: Recorder) -> None:
    """And no thread is made for them."""
    sms = client(recorder)
    threads = threading.active_count()

    async def story() -> None:
        for _ in range(5):
            await send(sms)
        assert threading.active_count() <= threads + 1  # the server's
        await sms.aclose()

    asyncio.run(story())

    assert (exchanges(sms), recorder.connections) == (5, 1)
    recorder.wait_until(lambda: recorder.open == 0)


def test_repeated_runs_leave_no_connection_behind(recorder: Recorder) -> None:
    """`asyncio.run` again and again with one client, which is never closed."""
    sms = client(recorder)

    for _ in range(20):
        asyncio.run(send(sms))
        recorder.wait_until(lambda: recorder.open == 0)

    path: Any = sms._connection.fast_path
    assert (exchanges(sms), recorder.connections, path.loops._streams) == (20, 20, {})


def test_a_loop_that_is_closed_by_hand_is_forgotten(recorder: Recorder) -> None:
    """The client was closed in it; that its generators were never shut down does no harm."""
    sms = client(recorder)
    path: Any = sms._connection.fast_path
    loop = asyncio.new_event_loop()
    loop.run_until_complete(send(sms))
    loop.run_until_complete(sms.aclose())
    loop.close()

    asyncio.run(send(sms))

    assert path.loops._streams == {}
    assert exchanges(sms) == 2


def test_closing_the_client_closes_the_connections_of_every_loop(recorder: Recorder) -> None:
    """Also those of a loop in another thread, which is still running."""
    sms = client(recorder)
    sent, leave = threading.Event(), threading.Event()

    async def elsewhere() -> None:
        await send(sms)
        sent.set()
        await until(leave.is_set)

    thread = threading.Thread(target=lambda: asyncio.run(elsewhere()))
    thread.start()
    assert sent.wait(10)

    async def here() -> None:
        await send(sms)
        assert recorder.open == 2
        await sms.aclose()

    asyncio.run(here())
    recorder.wait_until(lambda: recorder.open == 0)
    leave.set()
    thread.join()

    assert exchanges(sms) == 2


def test_a_client_that_is_dropped_closes_its_connections(recorder: Recorder) -> None:
    """While its event loop goes on."""

    async def story() -> None:
        sms: AsyncSmsVoice | None = client(recorder)
        assert sms is not None
        await send(sms)
        assert recorder.open == 1
        sms = None
        gc.collect()
        await until(lambda: recorder.open == 0)

    asyncio.run(asyncio.wait_for(story(), 10))


def test_a_dropped_client_of_threads_closes_its_connections(recorder: Recorder) -> None:
    """As urllib3's own pools do."""
    sms: SmsVoice | None = SmsVoice(keyed_session(), endpoint_url=recorder.url)
    assert sms is not None
    sms.messages.send_text(NUMBER, message_body="hi")
    assert recorder.open == 1

    sms = None
    gc.collect()

    recorder.wait_until(lambda: recorder.open == 0)


@pytest.mark.parametrize("kind", [SmsVoice, AsyncSmsVoice])
def test_a_connection_that_the_server_has_closed_is_not_used(
    kind: type[Any], recorder: Recorder
) -> None:
    """The next send goes over a new one, and arrives."""
    sms = kind(keyed_session(), endpoint_url=recorder.url)
    assert sms.fast_path == "open"

    if kind is SmsVoice:
        sms.messages.send_text(NUMBER, message_body="hi")
        recorder.close_connections()
        sms.messages.send_text(NUMBER, message_body="hi")
        sms.close()
    else:

        async def story() -> None:
            await send(sms)
            recorder.close_connections()  # the event loop has not looked since
            await send(sms)
            await sms.aclose()

        asyncio.run(story())

    assert (exchanges(sms), len(recorder.received), recorder.connections) == (2, 2, 2)


def test_no_more_connections_are_opened_than_configured(recorder: Recorder) -> None:
    """Further tasks wait for a free one."""
    sms = client(recorder, max_pool_connections=3)

    async def story() -> None:
        recorder.gate.clear()
        tasks = [asyncio.create_task(send(sms)) for _ in range(12)]
        await until(lambda: len(recorder.received) >= 3)
        await asyncio.sleep(0.05)
        assert len(recorder.received) == 3
        recorder.gate.set()
        await asyncio.gather(*tasks)
        await sms.aclose()

    asyncio.run(story())

    assert (exchanges(sms), recorder.most_open) == (12, 3)


def test_slow_reads_keep_no_send_waiting(recorder: Recorder) -> None:
    """They have connections of their own."""
    sms = client(recorder, max_pool_connections=2)

    async def story() -> None:
        recorder.gate.clear()
        reads = [asyncio.create_task(sms.api.describe_pools().collect()) for _ in range(4)]
        await until(lambda: len(recorder.received) >= 2)
        sending = asyncio.create_task(send(sms))
        await until(lambda: len(recorder.received) >= 3)
        recorder.gate.set()
        await asyncio.gather(sending, *reads)
        await sms.aclose()

    asyncio.run(story())

    targets = [one["headers"]["x-amz-target"].rpartition(".")[2] for one in recorder.received]
    assert targets[2] == "SendTextMessage"


def test_a_cancelled_read_gives_its_connection_up(recorder: Recorder) -> None:
    """Its answer must never be taken for that of another call."""
    sms = client(recorder)

    async def story() -> None:
        recorder.gate.clear()
        reading = asyncio.create_task(sms.api.describe_pools().collect())
        await until(lambda: len(recorder.received) >= 1)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        recorder.gate.set()
        assert await sms.api.describe_pools().collect() == []
        await sms.aclose()

    asyncio.run(story())

    assert recorder.connections == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_child_leaves_its_parents_connections_alone(recorder: Recorder) -> None:
    """Both go on, each with its own, in threads and in event loops."""
    sync = SmsVoice(keyed_session(), endpoint_url=recorder.url)
    sms = client(recorder)

    def both() -> int:
        sync.messages.send_text(NUMBER, message_body="hi")
        asyncio.run(send(sms))
        return exchanges(sync) + exchanges(sms)

    assert both() == 2
    assert in_a_child(both) == 4
    assert both() == 4
    assert recorder.connections == 5  # the parent's connection of threads was used again
    sync.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_fork_in_the_middle_of_an_event_loop_harms_neither(recorder: Recorder) -> None:
    """The child has a copy of the loop's connections, and must not touch them."""
    sms = client(recorder)

    async def story() -> None:
        await send(sms)
        assert in_a_child(lambda: asyncio.run(send(sms))) is None
        await send(sms)
        await sms.aclose()

    asyncio.run(story())

    assert (exchanges(sms), len(recorder.received), recorder.connections) == (2, 3, 2)

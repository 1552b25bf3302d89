"""A cancelled await: a read is left to itself, a send is waited for and its outcome kept."""

import asyncio
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import anyio
import pytest
from botocore.exceptions import ConnectionClosedError

from smsvoice import AsyncSmsVoice, OutcomeUnknownError
from tests.contract.wire import Wire
from tests.paths import counted
from tests.transport.faults import Fault, FaultyServer
from tests.transport.gates import Gate, Slow, warm
from tests.transport.processes import client, echo, in_a_child

NUMBER = "+12065550142"


@pytest.fixture
def gate(served: Callable[[Wire], None]) -> Iterator[Gate]:
    """A gate that is open in the end, whatever happened."""
    gate = Gate()
    served(gate)
    yield gate
    gate.opened.set()


def test_a_cancelled_send_gives_its_outcome_and_ends_at_the_next_await(gate: Gate) -> None:
    """However often it is cancelled."""

    async def story() -> list[str]:
        told: list[str] = []

        async def send() -> None:
            sent = await gate.client().messages.send_text(NUMBER, message_body="hi")
            told.append(str(sent.message_id))
            await asyncio.sleep(60)
            told.append("went on")

        task = asyncio.create_task(send())
        await gate.has_one()
        for _ in range(3):
            task.cancel()
            await asyncio.sleep(0.01)
        assert not task.done()
        gate.opened.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert task.cancelled()
        return told

    assert asyncio.run(story()) == ["m-1"]
    assert len(gate.sent) == 1


def test_a_timeout_around_a_send_still_gives_its_outcome(gate: Gate) -> None:
    """The block ends with the message id, so nobody sends again; what follows is not cancelled."""

    async def story() -> str:
        sms = gate.client()
        threading.Timer(0.3, gate.opened.set).start()
        async with asyncio.timeout(0.05):
            sent = await sms.messages.send_text(NUMBER, message_body="hi")
        await asyncio.sleep(0.01)
        task = asyncio.current_task()
        assert task is not None
        assert task.cancelling() == 0
        return str(sent.message_id)

    assert asyncio.run(story()) == "m-1"


def test_a_timeout_around_more_than_the_send_still_comes(gate: Gate) -> None:
    """At the first await after it, as TimeoutError."""
    told: list[str] = []

    async def story() -> None:
        sms = gate.client()
        threading.Timer(0.3, gate.opened.set).start()
        async with asyncio.timeout(0.05):
            sent = await sms.messages.send_text(NUMBER, message_body="hi")
            told.append(str(sent.message_id))
            await asyncio.sleep(60)

    with pytest.raises(TimeoutError):
        asyncio.run(story())
    assert told == ["m-1"]


def test_wait_for_gives_the_outcome_of_a_send(gate: Gate) -> None:
    """Late, but told."""

    async def story() -> str:
        sending = gate.client().messages.send_text(NUMBER, message_body="hi")
        threading.Timer(0.3, gate.opened.set).start()
        return str((await asyncio.wait_for(sending, 0.05)).message_id)

    assert asyncio.run(story()) == "m-1"


def test_an_unknown_outcome_of_a_cancelled_send_is_reported(gate: Gate) -> None:
    """The one thing worse than a cancelled send is one that nobody tells about."""
    gate.failure = ConnectionClosedError(endpoint_url="https://aws")

    async def story() -> None:
        task = asyncio.create_task(gate.client().messages.send_text(NUMBER, message_body="hi"))
        await gate.has_one()
        task.cancel()
        await asyncio.sleep(0.01)
        gate.opened.set()
        await task

    with pytest.raises(OutcomeUnknownError):
        asyncio.run(story())


def test_a_send_that_had_not_begun_never_does(gate: Gate) -> None:
    """All connections are busy, so nothing of it has left; cancelling it is safe and quick."""

    async def story() -> None:
        sms = gate.client(connections=1)
        first = asyncio.create_task(sms.messages.send_text(NUMBER, message_body="one"))
        await gate.has_one()
        second = asyncio.create_task(sms.messages.send_text(NUMBER, message_body="two"))
        await asyncio.sleep(0.01)
        second.cancel()
        with pytest.raises(asyncio.CancelledError):
            await second
        gate.opened.set()
        await first

    asyncio.run(story())

    assert [request["MessageBody"] for request in gate.sent] == ["one"]


def test_a_cancelled_read_ends_at_once(gate: Gate) -> None:
    """It is repeated freely, so nobody needs to wait for it."""

    async def story() -> None:
        task = asyncio.create_task(gate.client().opt_out_lists.get("news"))
        await gate.has_one()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not gate.opened.is_set()
        gate.opened.set()

    asyncio.run(story())


async def test_a_scope_of_anyio_waits_for_a_send_too(gate: Gate) -> None:
    """On asyncio and on trio; the scope ends where the task next awaits."""
    told: list[str] = []
    sms = gate.client()
    threading.Timer(0.3, gate.opened.set).start()

    with anyio.move_on_after(0.05) as scope:
        sent = await sms.messages.send_text(NUMBER, message_body="hi")
        told.append(str(sent.message_id))
        await anyio.sleep(60)
        told.append("went on")
    await anyio.sleep(0.01)

    assert told == ["m-1"]
    assert scope.cancelled_caught


async def test_a_client_that_was_closed_opens_again(gate: Gate) -> None:
    """As boto3's own does."""
    gate.opened.set()
    sms = gate.client()

    for _ in range(2):
        sent = await sms.messages.send_text(NUMBER, message_body="hi")
        assert sent.message_id == "m-1"
        await sms.aclose()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_child_has_threads_of_its_own(call_path: str) -> None:
    """Those of its parent are not there."""
    with FaultyServer(lambda _: Fault.NONE, echo) as server:
        sms = warm(client(server, AsyncSmsVoice))

        def send(mine: str) -> str:
            async def story() -> str:
                sent = await sms.messages.send_text(NUMBER, message_body="hi", context={"id": mine})
                return str(sent.message_id)

            return asyncio.run(story())

        assert send("before") == "before"
        assert in_a_child(lambda: send("child")) == "child"
        assert send("after") == "after"


def test_calls_on_the_fast_path_are_made_in_the_event_loop(gate: Gate, call_path: str) -> None:
    """So that it is the loop's own waiting that the tests here cancel, and not a thread's."""
    gate.opened.set()

    with counted() as count:
        asyncio.run(gate.client().messages.send_text(NUMBER, message_body="hi"))

    assert (count.in_loops, count.in_threads) == (1 if call_path == "fast" else 0, 0)


def test_a_loop_that_is_gone_does_not_trouble_the_thread(gate: Gate) -> None:
    """A read goes on after its loop was closed, and the client works in the next loop."""

    async def leave() -> None:
        task = asyncio.create_task(sms.opt_out_lists.get("news"))
        await gate.has_one()
        task.cancel()

    async def send() -> str:
        return str((await sms.messages.send_text(NUMBER, message_body="hi")).message_id)

    sms = gate.client()
    asyncio.run(leave())
    gate.opened.set()

    assert asyncio.run(send()) == "m-1"


# --- at every moment ------------------------------------------------------------------------------

MOMENTS = [
    pytest.param(turn, marks=() if turn % 2 == 0 else pytest.mark.long) for turn in range(0, 60, 3)
]
"""Turns of the event loop after which a loop of sends is cancelled."""
SENDS = 8


class Campaign:
    """Sends in a loop, the outcome of each noted by the one who sends."""

    def __init__(self, served: Callable[[Wire], None]) -> None:
        self.wire = Slow()
        served(self.wire)
        self.sms = warm(AsyncSmsVoice(self.wire.session()))
        self.told: list[str] = []

    async def run(self) -> None:
        """Send one after the other."""
        for number in range(SENDS):
            await self.sms.messages.send_text(NUMBER, message_body=f"text {number}")
            self.told.append(f"text {number}")

    def check(self, sent_when_cancelled: int) -> None:
        """Nothing left but what was under way, and its outcome was told."""
        arrived = [request["MessageBody"] for request in self.wire.sent]
        assert arrived == self.told
        assert len(arrived) <= sent_when_cancelled + 1


@pytest.fixture
def campaign(served: Callable[[Wire], None]) -> Campaign:
    """One that has not begun."""
    return Campaign(served)


async def turns(number: int) -> None:
    """Let the event loop turn so often; a turn of trio's waits for threads as asyncio's does."""
    for _ in range(number):
        await anyio.sleep(0.0005)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("way", ["Task.cancel", "timeout", "TaskGroup"])
def test_a_cancelled_loop_of_sends_sends_no_more_on_asyncio(
    way: str, moment: int, campaign: Campaign
) -> None:
    """However the cancellation comes, and whenever."""
    sent_when_cancelled: list[int] = []

    async def cancel() -> None:
        task = asyncio.create_task(campaign.run())
        await turns(moment)
        sent_when_cancelled.append(len(campaign.wire.sent))
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    async def run_out() -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(None) as limit:
                asyncio.get_running_loop().create_task(expire(limit))
                await campaign.run()

    async def expire(limit: asyncio.Timeout) -> None:
        await turns(moment)
        sent_when_cancelled.append(len(campaign.wire.sent))
        with suppress(RuntimeError):  # the campaign was faster
            limit.reschedule(asyncio.get_running_loop().time())

    async def fail_beside() -> None:
        with suppress(ExceptionGroup):
            async with asyncio.TaskGroup() as group:
                group.create_task(campaign.run())
                await turns(moment)
                sent_when_cancelled.append(len(campaign.wire.sent))
                raise ValueError("something else went wrong")

    async def story() -> None:
        await {"Task.cancel": cancel, "timeout": run_out, "TaskGroup": fail_beside}[way]()
        await asyncio.sleep(0.02)

    asyncio.run(story())

    campaign.check(sent_when_cancelled[0] if sent_when_cancelled else SENDS)


@pytest.mark.anyio
@pytest.mark.parametrize("moment", MOMENTS)
async def test_a_cancelled_scope_around_a_loop_of_sends_sends_no_more(
    moment: int, campaign: Campaign
) -> None:
    """On asyncio and on trio."""
    async with anyio.create_task_group() as group:
        group.start_soon(campaign.run)
        await turns(moment)
        sent_when_cancelled = len(campaign.wire.sent)
        group.cancel_scope.cancel()
    await anyio.sleep(0.02)

    campaign.check(sent_when_cancelled)


def test_a_task_that_catches_its_cancelling_can_still_send(gate: Gate) -> None:
    """A last word from a clean-up, say: it was cancelled once, and once only."""
    gate.opened.set()

    async def story() -> list[str]:
        said: list[str] = []
        sms = gate.client()

        async def work() -> None:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                sent = await sms.messages.send_text(NUMBER, message_body="the machine stops")
                said.append(str(sent.message_id))
                raise

        task = asyncio.create_task(work())
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return said

    assert asyncio.run(story()) == ["m-1"]

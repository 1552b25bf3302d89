"""One client shared: by many threads, by event loops, and by processes after a fork."""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from anyio.from_thread import start_blocking_portal

from smsvoice import AsyncSmsVoice, SmsVoice, guard_sends
from tests.transport.faults import Fault, FaultyServer, Received
from tests.transport.gates import warm
from tests.transport.processes import THREADS, client, echo, in_a_child


def test_threads_share_a_client_and_each_gets_its_own_answer(call_path: str) -> None:
    """Sends, listings and raw calls, mixed."""
    with FaultyServer(lambda _: Fault.NONE, echo) as server:
        sms = client(server)
        start = threading.Barrier(THREADS)

        def work(thread: int) -> None:
            start.wait()
            for turn in range(5):
                mine = f"{thread}-{turn}"
                sent = sms.messages.send_text(
                    "+12065550142", message_body="hi", context={"id": mine}
                )
                assert sent.message_id == mine
                assert [one.id for one in sms.opt_out_lists.list(ids=[mine])] == [mine]
                raw = sms.boto_client.describe_opt_out_lists(OptOutListNames=[mine])
                assert raw["OptOutLists"][0]["OptOutListName"] == mine

        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(work, range(THREADS)))

    assert len(server.received) == THREADS * 5 * 3


def test_threads_share_an_async_client(call_path: str) -> None:
    """Each with an event loop of its own."""
    with FaultyServer(lambda _: Fault.NONE, echo) as server:
        sms = warm(client(server, AsyncSmsVoice))

        def work(thread: int) -> str:
            with start_blocking_portal() as portal:
                sent = portal.call(
                    lambda: sms.messages.send_text(
                        "+12065550142", message_body="hi", context={"id": str(thread)}
                    )
                )
            return str(sent.message_id)

        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(work, range(8))) == [str(thread) for thread in range(8)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.parametrize("given", [False, True], ids=["made by us", "client="])
def test_a_child_uses_connections_of_its_own(call_path: str, *, given: bool) -> None:
    """And the parent goes on with its own; nothing is mixed up."""
    with FaultyServer(lambda _: Fault.NONE, echo) as server:
        sms = client(server)
        if given:
            sms = SmsVoice(client=sms.boto_client)

        def send(mine: str) -> str:
            sent = sms.messages.send_text("+12065550142", message_body="hi", context={"id": mine})
            return str(sent.message_id)

        assert send("before") == "before"
        assert server.connections == 1

        children = [
            in_a_child(lambda n=number: [send(f"{n}-{i}") for i in range(3)]) for number in range(3)
        ]

        assert children == [[f"{n}-{i}" for i in range(3)] for n in range(3)]
        assert server.connections == 4, "one for each process, used again within it"
        assert send("after") == "after"
        assert server.connections == 4, "the parent's connection lives on"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_grandchild_too(call_path: str) -> None:
    """Each generation lets go of the one before."""
    with FaultyServer(lambda _: Fault.NONE, echo) as server:
        sms = client(server)

        def send(mine: str) -> str:
            sent = sms.messages.send_text("+12065550142", message_body="hi", context={"id": mine})
            return str(sent.message_id)

        send("parent")
        told = in_a_child(lambda: [send("child"), in_a_child(lambda: send("grandchild"))])

    assert told == ["child", "grandchild"]
    assert server.connections == 3


def test_raw_calls_between_ours_keep_their_dicts(call_path: str) -> None:
    """On the same client, in the same thread."""
    with FaultyServer(lambda _: Fault.NONE, echo) as server:
        sms = client(server)
        guard_sends(sms.boto_client)

        for turn in range(3):
            typed = sms.messages.send_text(
                "+12065550142", message_body="hi", context={"id": str(turn)}
            )
            raw = sms.boto_client.send_text_message(
                DestinationPhoneNumber="+12065550142", MessageBody="hi", Context={"id": str(turn)}
            )
            assert typed.message_id == raw["MessageId"] == str(turn)
            assert set(raw) == {"MessageId", "ResponseMetadata"}


AT_THE_END = """
import asyncio, sys, threading, time
from concurrent.futures import ThreadPoolExecutor

from smsvoice import AsyncSmsVoice, OutcomeUnknownError


def has_ended():
    try:
        ThreadPoolExecutor(1).submit(int)
    except RuntimeError:
        return True
    return False


async def main():
    url, sends_before = sys.argv[1:]
    sms = AsyncSmsVoice(region_name="us-east-1", endpoint_url=url)
    if sends_before == "yes":
        await sms.messages.send_text("+12065550142", message_body="hi", context={"id": "before"})
    while not has_ended():
        time.sleep(0.01)
    for name in ("sent", "lost", "again"):
        try:
            sent = await sms.messages.send_text(
                "+12065550142", message_body="hi", context={"id": name}
            )
            print(sent.message_id)
        except OutcomeUnknownError:
            print("unknown")


threading.Thread(target=asyncio.run, args=[main()]).start()
"""
"""Sends from a thread that outlives the main one, when no pool takes new work."""


@pytest.mark.parametrize("sends_before", ["no", "yes"])
def test_a_send_while_the_interpreter_ends_is_told_as_it_is(sends_before: str) -> None:
    """What left is never taken for unsent, though no worker thread can be had any more."""

    def choose(request: Received) -> Fault:
        return Fault.DROP if request.body["Context"]["id"] == "lost" else Fault.NONE

    with FaultyServer(choose, echo) as server:
        done = subprocess.run(
            [sys.executable, "-c", AT_THE_END, server.url, sends_before],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"},
        )

    assert done.stdout.split() == ["sent", "unknown", "again"], done.stderr
    assert len(server.received) == (4 if sends_before == "yes" else 3)

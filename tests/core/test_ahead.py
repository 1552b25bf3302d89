"""When pages are asked for ahead, and what is left of a walk that ends early."""

import asyncio
import gc
import os
import pickle
import subprocess
import sys
import threading
import warnings
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import anyio
import pytest

from smsvoice import AnswerWarning, AsyncPager, AsyncSmsVoice, Pager, SmsVoice
from smsvoice.core.ahead import AsyncAhead
from tests.factories.page_server import PageServer, wait_for, wait_in_loop_for
from tests.transport.processes import in_a_child

ROOT = Path(__file__).parent.parent.parent
PAGES = (["a", "b"], ["c"], ["d"], ["e"])


def over(server: PageServer) -> Pager[Any, Any]:
    """A pager that asks this server ahead, in threads."""
    return SmsVoice(session=server.session()).api.describe_opt_out_lists().ahead()


def async_over(server: PageServer) -> AsyncPager[Any, Any]:
    """A pager that asks this server ahead, in tasks."""
    return AsyncSmsVoice(session=server.session()).api.describe_opt_out_lists().ahead()


def threads() -> list[threading.Thread]:
    """Those that ask ahead."""
    return [one for one in threading.enumerate() if one.name == "smsvoice-ahead"]


def run_watched(story: Callable[[], Awaitable[None]]) -> list[dict[str, Any]]:
    """Run a story on asyncio; what the event loop complains of then and when all is collected."""
    complaints: list[dict[str, Any]] = []

    async def watched() -> None:
        asyncio.get_running_loop().set_exception_handler(
            lambda _, complaint: complaints.append(complaint)
        )
        await story()

    asyncio.run(watched(), debug=True)
    gc.collect()
    return complaints


# --- when ---------------------------------------------------------------------------------------


def test_a_thread_asks_for_the_next_page_while_the_caller_works() -> None:
    """As soon as a page is there, and for no page beyond the next."""
    server = PageServer(*PAGES)
    items = iter(over(server))

    assert next(items).opt_out_list_name == "a"
    wait_for(server.answered[1])
    assert not server.asked[2].is_set()
    assert [next(items).opt_out_list_name for _ in range(2)] == ["b", "c"]
    wait_for(server.answered[2])
    assert not server.asked[3].is_set()
    assert [item.opt_out_list_name for item in items] == ["d", "e"]


def test_a_task_asks_for_the_next_page_while_the_caller_works() -> None:
    """On asyncio as in threads."""
    server = PageServer(*PAGES)

    async def story() -> None:
        items = aiter(async_over(server))
        assert (await anext(items)).opt_out_list_name == "a"
        await wait_in_loop_for(server.answered[1])
        assert not server.asked[2].is_set()
        assert [(await anext(items)).opt_out_list_name for _ in range(2)] == ["b", "c"]
        await wait_in_loop_for(server.answered[2])
        assert not server.asked[3].is_set()
        assert [item.opt_out_list_name async for item in items] == ["d", "e"]

    assert run_watched(story) == []


def test_on_trio_a_page_is_asked_for_when_it_is_needed() -> None:
    """A task without a nursery is nothing that trio has."""
    server = PageServer(*PAGES)

    async def story() -> list[str]:
        items = aiter(async_over(server))
        first = (await anext(items)).opt_out_list_name
        await anyio.wait_all_tasks_blocked()
        assert not server.asked[1].is_set()
        return [first] + [item.opt_out_list_name async for item in items]

    assert anyio.run(story, backend="trio") == ["a", "b", "c", "d", "e"]


def test_whole_pages_are_asked_for_ahead_too() -> None:
    """The next one is under way before the caller has the one before."""
    server = PageServer(*PAGES)
    server.hold(1)
    pages = iter(over(server).pages())

    assert next(pages).next_token == "1"
    wait_for(server.asked[1])
    server.free[1].set()

    assert [page.next_token for page in pages] == ["2", "3", None]


def test_without_a_further_thread_a_page_is_asked_for_when_it_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As at the end of the interpreter, which starts none any more."""
    server = PageServer(*PAGES)

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)

    assert [item.opt_out_list_name for item in over(server)] == ["a", "b", "c", "d", "e"]


# --- as if the caller had asked -----------------------------------------------------------------


def test_a_request_ahead_sees_the_variables_of_the_callers_context() -> None:
    """A trace that hooks of boto3 continue, say."""
    trace: ContextVar[str] = ContextVar("trace", default="none")
    seen: list[str] = []
    token = trace.set("mine")

    for made in (over(PageServer(*PAGES)), async_over(PageServer(*PAGES))):
        client: Any = made._caller
        client.boto_client.meta.events.register(
            "before-call.pinpoint-sms-voice-v2", lambda **_: seen.append(trace.get())
        )
        if isinstance(made, Pager):
            list(made)
        else:
            asyncio.run(_all_of(made))
    trace.reset(token)

    assert seen == ["mine"] * 8


async def _all_of(pager: AsyncPager[Any, Any]) -> list[Any]:
    return [item async for item in pager]


def test_a_warning_comes_where_the_walk_reaches_its_page() -> None:
    """At the line of the caller, who sees no thread."""
    server = PageServer(["a"], ["b"])
    server.more = {"BrandNew": 1}

    with warnings.catch_warnings(record=True, action="always") as told:
        items = iter(over(server))
        next(items)
        wait_for(server.answered[1])
        for thread in threads():
            thread.join()
        assert len(told) == 1
        next(items)

    assert [(one.category, one.filename) for one in told] == [(AnswerWarning, __file__)] * 2


def test_a_warning_of_a_task_comes_where_the_walk_reaches_its_page() -> None:
    """At the line of the caller as well."""
    server = PageServer(["a"], ["b"])
    server.more = {"BrandNew": 1}

    async def story() -> None:
        async for _ in async_over(server):
            pass

    with warnings.catch_warnings(record=True, action="always") as told:
        asyncio.run(story())

    assert [(one.category, one.filename) for one in told] == [(AnswerWarning, __file__)] * 2


def test_a_pager_that_asks_ahead_travels() -> None:
    """As one that does not."""
    sms = SmsVoice(region_name="us-east-1", endpoint_url="http://127.0.0.1:9")

    arrived = pickle.loads(pickle.dumps(sms.api.describe_opt_out_lists().ahead()))

    assert arrived._asks_ahead


# --- walks that end early -----------------------------------------------------------------------


@pytest.mark.parametrize("refused", [set(), {1}], ids=["answered", "refused"])
def test_a_thread_of_a_walk_that_was_left_ends_in_silence(refused: set[int]) -> None:
    """Whatever its request comes to."""
    server = PageServer(*PAGES)
    server.hold(1)
    server.refused = refused

    for _ in over(server):
        wait_for(server.asked[1])
        break
    (left,) = threads()
    server.free[1].set()
    left.join()
    gc.collect()

    assert len(server.sent) == 2


@pytest.mark.long
def test_a_request_ahead_keeps_no_process_alive() -> None:
    """One that is never answered is forgotten when the program ends, without a word."""
    program = (
        "from tests.core.test_ahead import *\n"
        "server = PageServer(*PAGES)\n"
        "server.hold(1)\n"
        "for _ in over(server):\n"
        "    wait_for(server.asked[1])\n"
        "    break\n"
    )

    ended = subprocess.run(
        [sys.executable, "-X", "dev", "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=50,  # the server would wait longer
        check=False,
    )

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_a_walk_that_is_left_at_once_has_asked_for_one_page() -> None:
    """The event loop did not run in between, so the request ahead never left."""
    server = PageServer(*PAGES)

    async def story() -> None:
        async for _ in async_over(server):
            break

    assert run_watched(story) == []
    assert len(server.sent) == 1


@pytest.mark.parametrize("refused", [set(), {1}], ids=["answered", "refused"])
@pytest.mark.parametrize("moment", ["asked", "answered"])
def test_a_task_of_a_walk_that_was_left_ends_in_silence(moment: str, refused: set[int]) -> None:
    """Under way or done, whatever its request comes to."""
    server = PageServer(*PAGES)
    server.refused = refused
    if moment == "asked":
        server.hold(1)

    async def story() -> None:
        async for _ in async_over(server):
            await wait_in_loop_for(getattr(server, moment)[1])
            break
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        if moment == "asked":
            assert asyncio.all_tasks() == {asyncio.current_task()}
        server.free[1].set()

    assert run_watched(story) == []
    assert len(server.sent) == 2


def test_an_event_loop_that_stops_right_after_a_walk_was_left_has_nothing_to_say() -> None:
    """Also where nobody cancels what is left, as `asyncio.run` would."""
    server = PageServer(*PAGES)
    server.hold(1)
    complaints: list[dict[str, Any]] = []
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda _, complaint: complaints.append(complaint))

    async def leave() -> None:
        async for _ in async_over(server):
            await wait_in_loop_for(server.asked[1])
            break

    loop.run_until_complete(leave())
    left = asyncio.all_tasks(loop)
    loop.close()
    server.free[1].set()
    gc.collect()

    assert left == set()
    assert complaints == []


@pytest.mark.parametrize("way", ["task", "scope"])
def test_a_cancelled_walk_lets_go_of_its_request_and_can_go_on(way: str) -> None:
    """It asks anew for the page that it had not reached."""
    server = PageServer(*PAGES)
    server.hold(1)

    async def story() -> None:
        items = aiter(async_over(server))
        assert [(await anext(items)).opt_out_list_name for _ in range(2)] == ["a", "b"]
        await wait_in_loop_for(server.asked[1])
        before = asyncio.all_tasks()
        if way == "task":
            waiting = asyncio.ensure_future(anext(items))
            await asyncio.sleep(0)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
        else:
            with anyio.CancelScope() as scope:
                asyncio.get_running_loop().call_soon(scope.cancel)
                await anext(items)
            assert scope.cancelled_caught
        left = asyncio.all_tasks()
        server.free[1].set()

        assert len(before) == 2
        assert left == {asyncio.current_task()}
        assert [item.opt_out_list_name async for item in items] == ["c", "d", "e"]

    assert run_watched(story) == []
    assert [members.get("NextToken") for members in server.sent] == [None, "1", "1", "2", "3"]


def test_a_walk_goes_on_in_another_event_loop() -> None:
    """What the first one had begun went with it."""
    server = PageServer(*PAGES)
    items = aiter(async_over(server))

    async def one() -> str:
        return str((await anext(items)).opt_out_list_name)

    assert [asyncio.run(one()) for _ in range(5)] == ["a", "b", "c", "d", "e"]


def test_a_task_is_cancelled_in_its_event_loop_though_another_thread_collects_it() -> None:
    """Python collects cycles in whichever thread makes the next object."""

    async def story() -> None:
        held = [AsyncAhead(asyncio.Event().wait)]
        task = held[0]._task
        assert task is not None
        await anyio.to_thread.run_sync(held.clear)
        await asyncio.wait([task])
        assert task.cancelled()

    assert run_watched(story) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")
def test_a_forked_child_asks_for_its_own_pages() -> None:
    """The thread of its parent is not there."""
    server = PageServer(*PAGES)
    server.hold(1)
    items = iter(over(server))
    next(items)
    wait_for(server.asked[1])

    def rest() -> list[str]:
        server.free[1].set()
        return [item.opt_out_list_name for item in items]

    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        told = in_a_child(rest)  # Python warns of forks beside threads
    server.free[1].set()

    assert told == rest() == ["b", "c", "d", "e"]

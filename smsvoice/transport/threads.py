"""The same call from an event loop: boto3 in worker threads, and no send forgotten on the way."""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

import anyio
import anyio.lowlevel
import anyio.to_thread

from smsvoice.core.answer_warnings import warn_of_new_content
from smsvoice.core.operation import Effect, Operation, Request, Result
from smsvoice.transport.call_state import CallState
from smsvoice.transport.calls import Transport
from smsvoice.transport.connection import Connection, Options, forks
from smsvoice.transport.waits import Wait, cancelled_here

if TYPE_CHECKING:
    from smsvoice.transport.fast_path import FastPath


class AsyncTransport(Transport):
    """Runs operations on the same boto3 client, in worker threads; for asyncio and trio.

    A cancelled read is left to itself. A cancelled send is waited for, since it is on its way
    and its outcome is worth knowing: the caller gets it, and is cancelled where it next awaits,
    the next send included. Reads have threads of their own, so that those which were left to
    themselves keep no send waiting.
    """

    def __init__(self, connection: Connection, options: Options) -> None:
        """Use one connection, in one way, with a thread for each of its connections."""
        super().__init__(connection, options)
        self._reads = _Threads("smsvoice-read")
        self._others = _Threads("smsvoice")
        self._waking: _Waking | None = None

    async def invoke_async(self, operation: Operation[Request, Result], request: Request) -> Result:
        """Run one operation without blocking the event loop."""
        is_read = operation.effect is Effect.READS
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # trio, whose own threads are as good
            result = await anyio.to_thread.run_sync(
                self._run,
                operation,
                request,
                abandon_on_cancel=is_read,
                limiter=self._threads(is_read=is_read).limiter(self.connection.max_connections),
            )
        else:
            if not is_read:
                await cancelled_here()
            path = self.connection.fast_path
            if path is None or not path.is_open_in_loop(operation.name):
                call = partial(self._run, operation, request)
                result = await self._in_thread(loop, call, is_read=is_read)
            else:
                result = await self._in_loop(loop, path, operation, request)
        if result.notes:
            warn_of_new_content(operation.name, result.notes)
        return result

    async def _in_loop(
        self,
        loop: asyncio.AbstractEventLoop,
        path: "FastPath",
        operation: Operation[Request, Result],
        request: Request,
    ) -> Result:
        """Run an operation on the fast path; in a thread what botocore has to do or to judge."""
        members, is_read = self._members(operation, request), operation.effect is Effect.READS
        started, state = perf_counter(), CallState(operation.name, operation)
        data = path.request(operation, members)
        if data is not None:
            answer = await path.loops.exchange(data, state, is_read=is_read)
            make = partial(path.result, operation, state, answer)
            result = self._settled(operation, state, started, make)
            if result is not None:
                return result
        through = partial(self._through_botocore, operation, members, state)
        call = partial(self._settled, operation, state, started, through)
        has_left = state.latest is not None
        return await self._in_thread(loop, call, is_read=is_read, has_left=has_left)

    async def _in_thread(
        self,
        loop: asyncio.AbstractEventLoop,
        call: Callable[[], Result],
        *,
        is_read: bool,
        has_left: bool = False,
    ) -> Result:
        """What a call in a thread comes to; a send under way is waited for in any case."""
        pool = self._threads(is_read=is_read).pool(self.connection.max_connections)
        try:
            work = pool.submit(copy_context().run, call)
        except RuntimeError:  # the interpreter ends, or the client was closed at this moment
            return call()
        waking = self._waking  # another thread with another loop may put its own there
        if waking is None or waking.loop is not loop:
            waking = self._waking = _Waking(loop)
        wait = Wait(loop)
        work.add_done_callback(lambda _: waking.hand_back(wait))
        # One that has not begun never will; but what has left already is waited for.
        await wait.until_end(lambda: is_read or (not has_left and work.cancel()))
        return work.result()

    def _threads(self, *, is_read: bool) -> "_Threads":
        return self._reads if is_read else self._others

    def close(self) -> None:
        """Let go of the threads; calls under way come to their end."""
        self._reads.close()
        self._others.close()


class _Threads:
    """Worker threads, made when they are first needed, and anew in a forked child."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._pool: ThreadPoolExecutor | None = None
        self._forks = forks.seen
        self._limiters: anyio.lowlevel.RunVar[anyio.CapacityLimiter] = anyio.lowlevel.RunVar(name)

    def pool(self, max_connections: int) -> ThreadPoolExecutor:
        """The threads for asyncio, whose event loops share them."""
        pool = self._pool
        if pool is not None and self._forks == forks.seen:
            return pool
        with forks.lock:
            if self._pool is None or self._forks != forks.seen:  # a child has no threads yet
                self._pool = ThreadPoolExecutor(max_connections, self._name)
                self._forks = forks.seen
            return self._pool

    def limiter(self, max_connections: int) -> anyio.CapacityLimiter:
        """How many of trio's own threads may be used at once."""
        try:
            return self._limiters.get()
        except LookupError:
            limiter = anyio.CapacityLimiter(max_connections)
            self._limiters.set(limiter)
            return limiter

    def close(self) -> None:
        """Let go of the threads; what they do comes to its end."""
        pool, self._pool = self._pool, None
        if pool is not None and self._forks == forks.seen:
            pool.shutdown(wait=False)


class _Waking:
    """Wakes an event loop once for all calls that ended since it last looked.

    Waking it costs a write to a socket, for which every thread queues.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._ended: deque[Wait] = deque()
        self._is_due = False

    def hand_back(self, wait: Wait) -> None:
        """From any thread: what is waited for has ended."""
        self._ended.append(wait)
        if not self._is_due:
            self._is_due = True
            with suppress(RuntimeError):  # the loop is closed, and its waiters are gone
                self.loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        self._is_due = False  # first, so that a call that ends from now on wakes the loop again
        while self._ended:
            self._ended.popleft().end()

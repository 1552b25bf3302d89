"""The same call from an event loop: boto3 in worker threads, and no send forgotten on the way."""

import asyncio
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from typing import Any

import anyio
import anyio.lowlevel
import anyio.to_thread

from smsvoice.core.answer_warnings import warn_of_new_content
from smsvoice.core.operation import Effect, Operation, Request, Result
from smsvoice.transport.calls import Transport
from smsvoice.transport.connection import Connection, Options, forks


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
        threads = self._reads if is_read else self._others
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # trio, whose own threads are as good
            result = await anyio.to_thread.run_sync(
                self._run,
                operation,
                request,
                abandon_on_cancel=is_read,
                limiter=threads.limiter(self.connection.max_connections),
            )
        else:
            if not is_read:
                await _cancelled_here()
            pool = threads.pool(self.connection.max_connections)
            work = pool.submit(copy_context().run, self._run, operation, request)
            result = await self._outcome(loop, work, is_read=is_read)
        if result.notes:
            warn_of_new_content(operation.name, result.notes)
        return result

    async def _outcome(
        self, loop: asyncio.AbstractEventLoop, work: "Future[Result]", *, is_read: bool
    ) -> Result:
        """What the work in a thread comes to; a send under way is waited for in any case."""
        waking = self._waking  # another thread with another loop may put its own there
        if waking is None or waking.loop is not loop:
            waking = self._waking = _Waking(loop)
        call = _Call(work, waking)
        try:
            await call.waiter
        except asyncio.CancelledError as cancelled:
            if is_read or work.cancel():  # one that has not begun never will
                raise
            await call.outlast(cancelled)
        return work.result()

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
        self._ended: deque[_Call] = deque()
        self._is_due = False

    def hand_back(self, call: "_Call") -> None:
        """From any thread: this call has ended."""
        self._ended.append(call)
        if not self._is_due:
            self._is_due = True
            with suppress(RuntimeError):  # the loop is closed, and its waiters are gone
                self.loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        self._is_due = False  # first, so that a call that ends from now on wakes the loop again
        while self._ended:
            self._ended.popleft().end()


class _Call:
    """One call under way in a thread, and who waits for it in the event loop."""

    def __init__(self, work: Future[Any], waking: _Waking) -> None:
        self._waking = waking
        self.waiter: asyncio.Future[None] = waking.loop.create_future()
        self._has_ended = False
        work.add_done_callback(self._has_ended_in_thread)

    def _has_ended_in_thread(self, _: Future[Any]) -> None:
        self._waking.hand_back(self)

    def end(self) -> None:
        """In the event loop: let the one who waits go on."""
        self._has_ended = True
        if not self.waiter.done():
            self.waiter.set_result(None)

    async def outlast(self, cancelled: asyncio.CancelledError) -> None:
        """Wait on, though the task was cancelled; it is cancelled anew where it next awaits.

        Unless the cancelling has been taken back by then, as `asyncio.timeout` does: its block
        has ended with the outcome, and there is nothing left to cancel.
        """
        words = cancelled.args  # by which anyio knows its own
        with anyio.CancelScope(shield=True):
            while not self._has_ended:
                self.waiter = self._waking.loop.create_future()
                try:
                    await self.waiter
                except asyncio.CancelledError as again:
                    words = again.args
        task = asyncio.current_task()
        if task is not None:
            self._waking.loop.call_soon(_cancel_anew, task, words)


async def _cancelled_here() -> None:
    """Let a cancellation arrive that is on its way, of the task or of a scope around it."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        await asyncio.sleep(0)
    await anyio.lowlevel.checkpoint_if_cancelled()


def _cancel_anew(task: asyncio.Task[Any], words: tuple[Any, ...]) -> None:
    if task.cancelling() and not task.done():
        task.uncancel()  # the same request, not one more
        task.cancel(*words)

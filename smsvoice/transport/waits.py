"""How a task waits in its event loop for a call that must not be forgotten on the way."""

import asyncio
from collections.abc import Callable
from typing import Any

import anyio
import anyio.lowlevel


class Wait:
    """A task's wait for something under way, in a thread or on a connection."""

    __slots__ = ("_has_ended", "_loop", "_waiter")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Wait in this loop."""
        self._loop = loop
        self._waiter: asyncio.Future[None] = loop.create_future()
        self._has_ended = False

    def end(self) -> None:
        """In the event loop: let the one who waits go on."""
        self._has_ended = True
        if not self._waiter.done():
            self._waiter.set_result(None)

    async def until_end(self, give_up: Callable[[], bool]) -> None:
        """Wait; when the task is cancelled, give up or else wait on.

        Raises:
            CancelledError: the task was cancelled, and `give_up` says that nothing is lost by it.
        """
        try:
            await self._waiter
        except asyncio.CancelledError as cancelled:
            if give_up():
                raise
            await self._outlast(cancelled)

    async def _outlast(self, cancelled: asyncio.CancelledError) -> None:
        """Wait on, though the task was cancelled; it is cancelled anew where it next awaits.

        Unless the cancelling has been taken back by then, as `asyncio.timeout` does: its block
        has ended with the outcome, and there is nothing left to cancel.
        """
        words = cancelled.args  # by which anyio knows its own
        with anyio.CancelScope(shield=True):
            while not self._has_ended:
                self._waiter = self._loop.create_future()
                try:
                    await self._waiter
                except asyncio.CancelledError as again:
                    words = again.args
        task = asyncio.current_task()
        if task is not None:
            self._loop.call_soon(_cancel_anew, task, words)


async def cancelled_here() -> None:
    """Let a cancellation arrive that is on its way, of the task or of a scope around it."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        await asyncio.sleep(0)
    await anyio.lowlevel.checkpoint_if_cancelled()


def _cancel_anew(task: asyncio.Task[Any], words: tuple[Any, ...]) -> None:
    if task.cancelling() and not task.done():
        task.uncancel()  # the same request, not one more
        task.cancel(*words)

"""One call that is begun before its outcome is needed: in a thread, or in a task of asyncio."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from contextlib import suppress
from contextvars import Context, copy_context
from threading import Thread
from typing import Any, Generic, TypeVar

from smsvoice.core.answer_warnings import NewContent, hold_warnings, warn_of_new_content

Outcome = TypeVar("Outcome")


class Ahead(Generic[Outcome]):
    """A call that a thread of its own makes while the caller does something else.

    The thread keeps no process alive. `outcome` gives what the call came to, errors and warnings
    included; without being asked for, none of it shows.
    """

    def __init__(self, call: Callable[[], Outcome]) -> None:
        """Begin, unless there can be no further thread: then `outcome` makes the call."""
        self._call = call
        self._process = os.getpid()
        self._kept: _Kept[Outcome] = _Kept()
        self._thread: Thread | None = Thread(
            target=self._kept.context().run,
            args=(self._kept.settle, call),
            name="smsvoice-ahead",
            daemon=True,
        )
        try:
            self._thread.start()
        except RuntimeError:  # no more threads, or the interpreter is about to end
            self._thread = None

    def outcome(self) -> Outcome:
        """What the call came to; a forked child, which has no such thread, makes its own."""
        if self._thread is None or self._process != os.getpid():
            return self._call()
        self._thread.join()
        return self._kept.take()


class AsyncAhead(Generic[Outcome]):
    """A call that a task of asyncio makes while the caller does something else.

    `outcome` gives what the call came to, errors and warnings included; without being asked for,
    none of it shows. The call is cancelled once this object is out of reach. On trio, where every
    task belongs to a nursery, `outcome` makes the call.
    """

    def __init__(self, call: Callable[[], Coroutine[Any, Any, Outcome]]) -> None:
        """Begin: the call leaves when the event loop next runs."""
        self._call = call
        self._kept: _Kept[Outcome] = _Kept()
        self._task: asyncio.Task[None] | None = None
        loop = _running_loop()
        if loop is not None:
            settling = self._kept.settle_async(call)
            self._task = self._kept.context().run(loop.create_task, settling)

    async def outcome(self) -> Outcome:
        """What the call came to; made anew where the event loop that began it has ended."""
        task = self._task
        if task is None or task.get_loop() is not _running_loop() or task.cancelled():
            return await self._call()
        await task
        return self._kept.take()

    def __del__(self) -> None:
        task = self._task
        if task is None or task.done():
            return
        loop = task.get_loop()
        if loop is _running_loop():
            task.cancel()
        else:  # the garbage is collected in another thread
            with suppress(RuntimeError):  # the loop is closed
                loop.call_soon_threadsafe(task.cancel)


class _Kept(Generic[Outcome]):
    """What a call came to, kept until it is asked for."""

    def __init__(self) -> None:
        self._results: list[Outcome] = []
        self._error: BaseException | None = None
        self._warnings: list[NewContent] = []

    def context(self) -> Context:
        """The context of the caller, but for warnings, which are kept here."""
        context = copy_context()
        context.run(hold_warnings, self._warnings)
        return context

    def settle(self, call: Callable[[], Outcome]) -> None:
        """Make the call in this thread."""
        try:
            self._results.append(call())
        except BaseException as failed:  # noqa: BLE001  the caller gets it
            self._error = failed

    async def settle_async(self, call: Callable[[], Coroutine[Any, Any, Outcome]]) -> None:
        """Make the call in this task, which itself never fails: asyncio logs failures unread."""
        try:
            self._results.append(await call())
        except Exception as failed:  # noqa: BLE001  the caller gets it
            self._error = failed

    def take(self) -> Outcome:
        """The result or the error, once; warnings come at the line of the caller."""
        error, self._error = self._error, None
        try:
            if error is not None:
                raise error
        finally:
            del error  # it holds this frame
        for operation, notes in self._warnings:
            warn_of_new_content(operation, notes)
        return self._results.pop()


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None

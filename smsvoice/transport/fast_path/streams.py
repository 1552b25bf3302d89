"""Connections of one event loop: asyncio's, without a thread."""

import asyncio
import queue
import sys
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any

from urllib3.util import wait_for_read

from smsvoice.transport.call_state import CallState
from smsvoice.transport.fast_path.answer import Answer, failing
from smsvoice.transport.fast_path.sockets import Destination
from smsvoice.transport.waits import Wait


class Stream(asyncio.Protocol):
    """One connection, which serves one request at a time."""

    def __init__(self, read_timeout: float | None, ended: "Callable[[Stream], object]") -> None:
        """Be ready to connect; `ended` is called when the connection ends."""
        self.is_lost: bool = False
        self._ended = ended
        self._read_timeout = read_timeout
        self._transport: Any = None
        self._answer: Answer | None = None
        self._wait: Wait | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._due = 0.0
        """When the read time-out passes, by the clock of the event loop."""
        self._later: queue.SimpleQueue[bytes | Exception] | None = None

    def connection_made(self, transport: Any) -> None:
        """Handle that the connection stands."""
        self._transport = transport

    def set_options(self, options: list[tuple[int, int, int]]) -> None:
        """Set the options of the socket, as botocore sets them."""
        sock = self._transport.get_extra_info("socket")
        for option in options:
            sock.setsockopt(*option)

    async def exchange(self, data: bytes, state: CallState, *, is_read: bool) -> Answer:
        """Send a request and read its answer as far as it is clean; the call's state notes it.

        A read that is cancelled is given up, and the connection with it. A send is waited for.
        """
        loop = asyncio.get_running_loop()
        answer, wait = Answer(), Wait(loop)
        self._answer, self._wait = answer, wait
        state.hand_over()
        try:
            self._transport.write(data)
            self._put_off_timeout(loop)
            await wait.until_end(lambda: is_read)
        except Exception as failed:  # noqa: BLE001  botocore judges it
            self.close()
            answer.is_clean, answer.read_on = False, failing(failed)
        except BaseException:
            self.close()
            raise
        finally:
            self._wait = None
        if answer.is_clean:
            self._answer = None
        else:
            answer.close = partial(self._close_from_a_thread, loop)
        return answer

    def _put_off_timeout(self, loop: asyncio.AbstractEventLoop) -> None:
        """Let the read time-out begin now; one timer serves all calls on the connection."""
        if self._read_timeout is not None:
            self._due = loop.time() + self._read_timeout
            if self._timer is None:
                self._timer = loop.call_at(self._due, self._look_at_clock, loop)

    def _look_at_clock(self, loop: asyncio.AbstractEventLoop) -> None:
        """Handle that the timer ended, after a time-out that may have been put off since."""
        self._timer = None
        if self._wait is None:
            return
        if loop.time() < self._due:
            self._timer = loop.call_at(self._due, self._look_at_clock, loop)
        else:
            self._end(TimeoutError("timed out"))

    def is_usable(self) -> bool:
        """Whether the server has neither closed the connection nor said anything on it."""
        if self.is_lost or self._transport.is_closing():
            return False
        if wait_for_read(self._transport.get_extra_info("socket"), timeout=0):
            self.close()
        return not self.is_lost

    def is_at_rest(self) -> bool:
        """Whether the connection stands, and the whole request has been sent on it."""
        return not self.is_lost and self._transport.get_write_buffer_size() == 0

    def data_received(self, data: bytes) -> None:
        """Handle bytes of an answer; any that were not asked for end the connection."""
        answer = self._answer
        if self._later is not None:
            self._later.put(data)
        elif answer is None:
            self.close()
        else:
            answer.feed(data)
            if answer.is_over:
                self._end()
            else:
                self._put_off_timeout(asyncio.get_running_loop())

    def eof_received(self) -> None:
        """Handle that the server sends no more: the connection closes."""
        self.is_lost = True

    def connection_lost(self, exc: Exception | None) -> None:
        """Handle the end of the connection."""
        self.is_lost = True
        self._ended(self)
        if self._timer is not None:
            self._timer.cancel()
        self._end(b"" if exc is None else exc)

    def _end(self, last: "bytes | Exception | None" = None) -> None:
        """End the wait; a thread that judges the answer reads on from what comes after it."""
        answer = self._answer
        if answer is None:
            return
        if not answer.is_clean and self._later is None:
            self._later = queue.SimpleQueue()
            answer.read_on = self._read_on
        if self._later is not None and last is not None:
            self._later.put(last)
        if self._wait is not None:
            self._wait.end()

    def _read_on(self) -> bytes:
        """What comes next, as a socket gives it; called in a thread."""
        assert self._later is not None
        try:
            found = self._later.get(timeout=self._read_timeout)
        except queue.Empty:
            found = TimeoutError("timed out")
        if found == b"" or isinstance(found, Exception):
            self._later.put(found)  # the same for the next read
        if isinstance(found, Exception):
            raise found
        return found

    def close(self) -> None:
        """Close the connection, in its event loop."""
        self.is_lost = True
        self._transport.abort()

    def _close_from_a_thread(self, loop: asyncio.AbstractEventLoop) -> None:
        with suppress(RuntimeError):  # the loop is closed, and its connections with it
            loop.call_soon_threadsafe(self._transport.abort)


class Loops:
    """The connections of one client in all event loops that it was used in."""

    def __init__(self, destination: Destination) -> None:
        """Open none yet."""
        self._to = destination
        self._lock = threading.Lock()
        self._streams: dict[asyncio.AbstractEventLoop, Streams] = {}

    def exchange(self, data: bytes, state: CallState, *, is_read: bool) -> Awaitable[Answer]:
        """Send a request in the running event loop, and read its answer."""
        loop = asyncio.get_running_loop()
        streams = self._streams.get(loop)
        if streams is None:
            with self._lock:
                for gone in list(self._streams):  # loops of other threads come and go
                    if gone.is_closed():
                        self._streams.pop(gone, None)
                forget = partial(self._streams.pop, loop, None)
                streams = self._streams[loop] = Streams(self._to, forget)
        return streams.exchange(data, state, is_read=is_read)

    def close(self) -> None:
        """Close the idle connections, each in its own event loop."""
        for loop, streams in list(self._streams.items()):
            if _is_running_here(loop):
                streams.close()
            else:
                with suppress(RuntimeError):  # the loop is closed
                    loop.call_soon_threadsafe(streams.close)


def _is_running_here(loop: asyncio.AbstractEventLoop) -> bool:
    try:
        return asyncio.get_running_loop() is loop
    except RuntimeError:
        return False


class Streams:
    """The connections of one client in one event loop."""

    def __init__(self, destination: Destination, forget: Callable[[], object]) -> None:
        """Open none yet; `forget` is called when the event loop ends."""
        self._to = destination
        self._forget = forget
        self._open: set[Stream] = set()
        self._idle: list[Stream] = []
        self._closings = 0
        self._limits = tuple(asyncio.Semaphore(destination.max_connections) for _ in range(2))
        self._owner: AsyncGenerator[None, None] | None = None

    async def exchange(self, data: bytes, state: CallState, *, is_read: bool) -> Answer:
        """Send a request and read its answer, on a connection that is free or a new one.

        Reads have as many connections as all else, so that slow reads keep no send waiting.
        """
        async with self._limits[is_read]:
            if sys.platform == "win32":  # where bytes that came may be out of `is_usable`'s sight
                await asyncio.sleep(0)
            try:
                stream = self._free() or await self._connect()
            except Exception as failed:  # noqa: BLE001  botocore judges it
                answer = Answer()
                answer.connect_failed = failed
                return answer
            closings = self._closings
            answer = await stream.exchange(data, state, is_read=is_read)
            if answer.is_clean:
                if answer.can_stay and stream.is_at_rest() and closings == self._closings:
                    self._idle.append(stream)
                else:
                    stream.close()
            return answer

    def _free(self) -> Stream | None:
        while self._idle:
            stream = self._idle.pop()
            if stream.is_usable():
                return stream
        return None

    async def _connect(self) -> Stream:
        if self._owner is None:
            self._owner = _owner(self._open, self._forget)
            await anext(self._owner)
        loop, to = asyncio.get_running_loop(), self._to
        async with asyncio.timeout(to.connect_timeout):
            _, stream = await loop.create_connection(
                lambda: Stream(to.read_timeout, self._open.discard), to.host, to.port, ssl=to.tls
            )
        self._open.add(stream)
        try:
            stream.set_options(to.options)
        except OSError:
            stream.close()
            raise
        return stream

    def close(self) -> None:
        """Close the idle connections, in their event loop; those in use after their calls."""
        self._closings += 1
        while self._idle:
            self._idle.pop().close()


async def _owner(streams: set[Stream], forget: Callable[[], object]) -> AsyncGenerator[None, None]:
    """Own the connections of an event loop until it ends, or until the client is gone.

    An event loop that ends in the usual way, as in `asyncio.run`, closes the asynchronous
    generators that began in it; Python does the same with one that is no longer referred to.
    """
    try:
        yield
    finally:
        forget()
        for stream in list(streams):
            stream.close()
        await asyncio.sleep(0)  # in which the event loop closes the sockets

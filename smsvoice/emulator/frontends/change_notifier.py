"""Notifies long polls and live pages of changes, from any thread."""

import asyncio
import threading
from contextlib import suppress

from smsvoice.core.operation import Effect
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.engine import Engine


class ChangeNotifier:
    """Counts changes, and wakes requests that wait for the next one."""

    def __init__(self) -> None:
        self.count: int = 0
        self.closed: bool = False
        self._lock = threading.Lock()
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    def attach(self, engine: Engine) -> None:
        """Notify waiters after each change of this engine; keeps an existing observer."""
        before = engine.on_change

        def observe(call: Call) -> None:
            before(call)
            if call.operation is None or call.operation.effect is not Effect.READS:
                self.notify()

        engine.on_change = observe

    def notify(self) -> None:
        """Something changed; an engine holds its lock when it reports that."""
        self.count += 1
        if not self._waiting:
            return
        with self._lock:
            waiting, self._waiting = self._waiting, set()
        for loop, event in waiting:
            with suppress(RuntimeError):  # the loop is closed: no request waits any more
                loop.call_soon_threadsafe(event.set)

    def close(self) -> None:
        """Wake all waiting requests, because the server is stopping."""
        self.closed = True
        self.notify()

    async def wait(self, since: int, seconds: float) -> int:
        """The count once it is no longer `since`, or after so many seconds."""
        waiter = (asyncio.get_running_loop(), asyncio.Event())
        with self._lock:
            self._waiting.add(waiter)  # before the count is read, so that no change goes unnoticed
            if self.count != since or self.closed:
                self._waiting.discard(waiter)
                return self.count
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(waiter[1].wait(), seconds)
        finally:
            with self._lock:
                self._waiting.discard(waiter)
        return self.count

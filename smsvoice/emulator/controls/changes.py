"""Waiting, in a thread of a test, until something in the emulator has changed."""

import threading

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.engine import Engine


class Changes:
    """Counts the changes of an engine, and wakes threads that wait for the next one."""

    def __init__(self, engine: Engine) -> None:
        """Count from now on; an observer that the engine has stays."""
        self.count: int = 0
        self._changed = threading.Condition()
        self._waiting = 0
        before = engine.on_change

        def observe(call: Call) -> None:
            before(call)
            self._note()

        engine.on_change = observe

    def _note(self) -> None:
        self.count += 1  # an engine holds its lock when it reports a change
        if self._waiting:
            with self._changed:
                self._changed.notify_all()

    def wait(self, since: int, seconds: float) -> None:
        """Return once the count is no longer `since`, or after so many seconds."""
        with self._changed:
            self._waiting += 1  # before the count is read, so that no change goes unnoticed
            try:
                if self.count == since:
                    self._changed.wait(seconds)
            finally:
                self._waiting -= 1

"""Threads whose end can be waited for, also when a Ctrl-C interrupts the wait."""

import threading
from collections.abc import Callable, Sequence
from typing import Final

_POLL: Final = 0.5


class Worker(threading.Thread):
    """A thread that says itself when it ends.

    After a `join` that a Ctrl-C interrupted, Python 3.11 and 3.12 take the thread for ended, and
    the next `join` waits no more.
    """

    def __init__(self, work: Callable[..., None], *arguments: object, name: str) -> None:
        super().__init__(target=work, args=arguments, name=f"smsvoice-{name}")
        self._ended = threading.Event()

    def run(self) -> None:
        """Work, and say that it has ended."""
        try:
            super().run()
        finally:
            self._ended.set()

    def wait(self) -> None:
        """Wait until it has ended, if it has begun."""
        if self.ident is None:
            return
        while not self._ended.wait(_POLL):
            pass
        self.join()


def wait_for(workers: Sequence[Worker]) -> None:
    """Wait until all have ended that have begun."""
    for worker in workers:
        worker.wait()

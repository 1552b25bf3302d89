"""One commit for all that threads want to write at the same moment.

A commit that survives a power cut takes as long as the disk or the database needs. What several
threads write meanwhile waits, and is written together by the next commit.
"""

import threading
import time
from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

_LINGER: Final = 0.0002
"""Seconds that a commit waits for other threads' writes, while there are several of them."""


class Write:
    """Something to write; `error` is what went wrong, once `is_done`."""

    __slots__ = ("error", "is_done")

    def __init__(self) -> None:
        self.is_done: bool = False
        self.error: BaseException | None = None


W = TypeVar("W", bound=Write)


class GroupCommit(Generic[W]):
    """Runs the writes of many threads, as many at once as there are."""

    def __init__(self, write_all: Callable[[Sequence[W]], None]) -> None:
        self._write_all = write_all
        self._waiting: list[W] = []
        self._changed = threading.Condition(threading.Lock())
        self._is_busy = False
        self._was_shared = False

    def run(self, write: W) -> None:
        """Write something, and come back when it is committed.

        Raises:
            BaseException: what writing its group failed with.
        """
        with self._changed:
            self._waiting.append(write)
            while self._is_busy and not write.is_done:
                self._changed.wait()
            if not write.is_done:
                self._is_busy = True
        if not write.is_done:
            self._commit()
        if write.error is not None:
            raise write.error

    def add(self, write: W) -> None:
        """Write something with the next commit, which `run` or `flush` makes."""
        with self._changed:
            self._waiting.append(write)

    def flush(self) -> None:
        """Commit what `add` was given."""
        with self._changed:
            while self._is_busy:
                self._changed.wait()
            if not self._waiting:
                return
            self._is_busy = True
        self._commit()

    def hold(self) -> None:
        """Wait until no thread writes, and keep them from it until `go_on`."""
        with self._changed:
            while self._is_busy:
                self._changed.wait()
            self._is_busy = True

    def go_on(self) -> None:
        """Let threads write again."""
        with self._changed:
            self._is_busy = False
            self._changed.notify_all()

    def _commit(self) -> None:
        group: list[W] = []
        try:  # from here on, so that a Ctrl-C in the pause leaves no other thread waiting for ever
            if self._was_shared:
                time.sleep(_LINGER)
            with self._changed:
                group, self._waiting = self._waiting, []
            self._write_all(group)
        except BaseException as failed:
            for each in group:
                each.error = failed
            raise
        finally:
            with self._changed:
                for each in group:
                    each.is_done = True
                self._was_shared = len(group) > 1
                self._is_busy = False
                self._changed.notify_all()

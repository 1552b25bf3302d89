"""One commit for all that threads want to write at the same moment.

A commit that survives a power cut takes as long as the disk or the database needs. What several
threads write meanwhile waits, and is written together by the next commit. One of the threads makes
it, the leader; when it is done it wakes those whose writes it made, and the next leader.
"""

import threading
import time
from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

_LINGER: Final = 0.0002
"""Seconds that a commit waits for other threads' writes, while there are several of them."""


class Write:
    """Something to write; `error` is what went wrong, once `is_done`."""

    __slots__ = ("error", "is_done", "leads", "turn")

    def __init__(self) -> None:
        self.is_done: bool = False
        self.error: BaseException | None = None
        self.leads: bool = False
        """Whether the thread that waits for it makes the next commit."""
        self.turn: threading.Lock | None = None
        """Held until it is done or leads; None where no thread waits for it."""


class Flush(Write):
    """Nothing to write: it waits for what came before."""

    __slots__ = ()


W = TypeVar("W", bound=Write)


class GroupCommit(Generic[W]):
    """Runs the writes of many threads, as many at once as there are."""

    def __init__(self, write_all: Callable[[Sequence[W]], None]) -> None:
        self._write_all = write_all
        self._waiting: list[W | Flush] = []
        self._lock = threading.Lock()
        self._is_busy = False
        self._was_shared = False

    def run(self, write: W | Flush) -> None:
        """Write something, and come back when it is committed.

        Raises:
            BaseException: what writing its group failed with.
        """
        if self._leads_with(write):
            self._commit()
        if write.error is not None:
            raise write.error

    def add(self, write: W) -> None:
        """Write something with the next commit, which `run` or `flush` makes."""
        with self._lock:
            self._waiting.append(write)

    def flush(self) -> None:
        """Commit what `add` was given.

        Raises:
            BaseException: what writing failed with.
        """
        with self._lock:
            if not self._is_busy and not self._waiting:
                return
        self.run(Flush())

    def hold(self) -> None:
        """Wait until no thread writes, and keep them from it until `go_on`."""
        while not self._leads_with(Flush()):
            pass

    def go_on(self) -> None:
        """Let threads write again."""
        with self._lock:
            self._hand_over()

    def _leads_with(self, write: W | Flush) -> bool:
        """Wait until a write is done, or this thread is to make the next commit; whether it is."""
        turn = threading.Lock()
        turn.acquire()  # the thread that commits releases it
        with self._lock:
            write.turn = turn
            self._waiting.append(write)
            write.leads = not self._is_busy
            self._is_busy = True
        try:
            if not write.leads:
                turn.acquire()
        except BaseException:  # of a Ctrl-C: no other thread may wait for this one
            self._leave(write)
            raise
        if write.is_done:
            return False
        write.turn = None  # it leads, and waits no more
        return True

    def _commit(self) -> None:
        group: list[W | Flush] = []
        try:  # from here on, so that a Ctrl-C in the pause leaves no other thread waiting for ever
            if self._was_shared:
                time.sleep(_LINGER)
            with self._lock:
                group, self._waiting = self._waiting, []
            writes = [each for each in group if not isinstance(each, Flush)]
            if writes:
                self._write_all(writes)
        except BaseException as failed:
            for each in group:
                each.error = failed
            raise
        finally:
            with self._lock:
                self._was_shared = len(group) > 1
                for each in group:
                    each.is_done = True
                self._hand_over()
            for each in group:
                turn = each.turn
                if turn is not None:
                    turn.release()

    def _hand_over(self) -> None:
        """Make the thread that waits longest the next leader, if any waits."""
        following = next((each for each in self._waiting if each.turn is not None), None)
        self._is_busy = following is not None
        if following is not None and following.turn is not None:
            following.leads = True
            following.turn.release()

    def _leave(self, write: W | Flush) -> None:
        with self._lock:
            write.turn = None
            if write.leads and not write.is_done:
                self._hand_over()

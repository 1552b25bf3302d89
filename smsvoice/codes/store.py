"""What a store of codes must be able to do, and the one that lives in memory."""

import os
import threading
import time
from collections.abc import Callable
from typing import Final, Protocol, runtime_checkable

from smsvoice.codes.errors import CodeStoreError
from smsvoice.core.logs import log

_SWEEP: Final = 60.0


@runtime_checkable
class CodeStore(Protocol):
    """A place for records, small texts by key. `smsvoice.testing.check_code_store` tests one.

    All rules of codes and limits stand in the verifier; what makes them hold under any race is
    `replace`: of several callers that saw the same text, one may change it.
    """

    def read(self, key: str) -> str | None:
        """The text of a key as of the last `replace`, never an older one; None when there is none.

        Args:
            key: 64 hexadecimal digits.

        Raises:
            CodeStoreError: the store cannot be used.
        """
        ...

    def replace(self, key: str, before: str | None, after: str | None, seconds: float) -> bool:
        """Write a text in one atomic step, if the store holds the one that the caller has seen.

        Args:
            key: 64 hexadecimal digits.
            before: what the store must hold for the step to be done; None for nothing.
            after: what it holds afterwards, up to some kilobytes; None for nothing.
            seconds: for how long `after` is needed; it may be dropped later, and must not be
                dropped sooner.

        Returns:
            Whether it was done; False when the store holds something else than `before`.

        Raises:
            CodeStoreError: the store cannot be used.
        """
        ...


class MemoryStore:
    """Codes in the memory of this process: for tests, and for an application of one process.

    Of several processes, which most web servers start, each would have codes of its own: a code
    that one of them sent is NONE for the others, and limits are multiplied. What it holds is gone
    when the process ends. Used in a process that was forked later, it raises CodeStoreError.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin empty; `clock` gives the seconds by which texts are dropped."""
        self._clock = clock
        self._texts: dict[str, tuple[str, float]] = {}
        self._lock = threading.Lock()
        self._process = os.getpid()
        self._swept_at = clock()
        log.info("codes are in the memory of process %d alone", self._process)

    def read(self, key: str) -> str | None:
        """The text of a key; None when there is none."""
        self._must_be_at_home()
        with self._lock:
            return self._held(key)

    def replace(self, key: str, before: str | None, after: str | None, seconds: float) -> bool:
        """Write a text if the store holds the one that the caller has seen."""
        self._must_be_at_home()
        with self._lock:
            if self._held(key) != before:
                return False
            if after is None:
                self._texts.pop(key, None)
            else:
                self._texts[key] = (after, self._clock() + seconds)
                self._sweep()
            return True

    def _held(self, key: str) -> str | None:
        text, until = self._texts.get(key, (None, 0.0))
        return text if text is not None and until > self._clock() else None

    def _sweep(self) -> None:
        """Drop what is no longer needed, once a minute."""
        now = self._clock()
        if now - self._swept_at >= _SWEEP:
            self._swept_at = now
            self._texts = {key: held for key, held in self._texts.items() if held[1] > now}

    def _must_be_at_home(self) -> None:
        if os.getpid() != self._process:
            raise CodeStoreError(
                "a MemoryStore serves the process alone that made it, and this is another one: "
                "use SqlStore, RedisStore or DynamoDbStore"
            )

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a MemoryStore cannot be pickled: it serves one process alone")

    def __repr__(self) -> str:
        return f"<MemoryStore of process {self._process}>"

"""The count of one call of `send`: outcomes, parts, wrong rows, failures in a row."""

import threading
import time
from collections import Counter, deque
from collections.abc import Callable
from typing import Final

from smsvoice.bulk.outcomes import (
    LEFT,
    MOST_PROBLEMS,
    BulkProgress,
    Outcome,
    Problem,
    Report,
    Result,
)

_RECENT: Final = 10
"""The rate is that of so many seconds at most."""


class Tally:
    """Counts what becomes of rows, from all threads."""

    def __init__(self, on_result: Callable[[Result], object] | None) -> None:
        self._on_result = on_result
        self._counts: Counter[Outcome] = Counter()
        self._parts = 0
        self._problems: list[Problem] = []
        self._failures = 0
        self._lock = threading.Lock()
        self._caller = threading.Lock()
        self._started = time.monotonic()
        self._history: deque[tuple[float, int]] = deque([(self._started, 0)])

    def add(self, result: Result) -> None:
        """Count a result and hand it to the caller, one at a time.

        Raises:
            Exception: what the caller's function raises.
        """
        with self._lock:
            self._counts[result.outcome] += 1
            if result.outcome in {Outcome.SENT, Outcome.UNKNOWN}:
                self._parts += result.parts
        if self._on_result is not None:
            with self._caller:
                self._on_result(result)

    def wrong(self, problems: list[Problem]) -> None:
        """Keep what is wrong with a row, of the first hundred."""
        with self._lock:
            self._problems += problems[: MOST_PROBLEMS - len(self._problems)]

    def in_a_row(self, *, accepted: bool) -> int:
        """How many messages in a row were not accepted, with this one."""
        with self._lock:
            self._failures = 0 if accepted else self._failures + 1
            return self._failures

    def report(self) -> Report:
        """What was done so far."""
        with self._lock:
            return Report(
                dict(self._counts),
                self._parts,
                round(time.monotonic() - self._started, 3),
                tuple(self._problems),
            )

    def progress(self, name: str, rows: int | None, state: str) -> BulkProgress:
        """How far it is, with the rate of the last seconds."""
        now, report = time.monotonic(), self.report()
        left = sum(map(report.count, LEFT))
        self._history.append((now, left))
        while len(self._history) > 2 and now - self._history[0][0] > _RECENT:  # noqa: PLR2004
            self._history.popleft()
        began, before = self._history[0]
        rate = (left - before) / (now - began) if now > began else 0.0
        return BulkProgress(
            name, report.counts, report.parts, report.seconds, rows, round(rate, 1), state
        )

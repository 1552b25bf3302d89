"""How long messages of bulk sending wait for their places: in real runs, and by simulation."""

import heapq
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smsvoice.bulk.pace import Line

if TYPE_CHECKING:
    from smsvoice.bulk.lane import Lane
    from smsvoice.bulk.messages import Message
    from smsvoice.bulk.turns import Due

    HandOver = Callable[[Due], None]

AHEAD: Final = 0.05
"""Seconds of places that a process takes at once, as `smsvoice/bulk/lane.py` has it."""


class Wait(NamedTuple):
    """A message of so many parts on its way out: moments of this machine's steady clock."""

    identity: str
    parts: int
    asked: float
    """When its process asked for its place."""
    due: float
    """When it was to leave, by its first place."""
    handed: float
    """When a thread got it."""
    left: float
    """When the ledger had it, it was due, and the request began."""


@contextmanager
def waits_of(waits: list[Wait]) -> Generator[None]:
    """Note when messages were due and when they left, in all calls of `Bulk.send` meanwhile."""
    from smsvoice.bulk.turns import Turns

    release, wait_until_due = Turns.release, Turns.wait_until_due
    on_the_way = dict[str, Wait]()

    def noted_release(
        self: Turns, lane: "Lane", messages: "list[Message]", hand_over: "HandOver"
    ) -> "list[Message]":
        asked = time.monotonic()

        def handed(due: "Due") -> None:
            message = due.message
            on_the_way[message.key] = Wait(
                message.identity, message.parts, asked, due.at, time.monotonic(), 0.0
            )
            hand_over(due)

        return release(self, lane, messages, handed)

    def noted_wait(self: Turns, due: "Due") -> bool:
        goes = wait_until_due(self, due)
        wait = on_the_way.pop(due.message.key)
        if goes:
            waits.append(wait._replace(left=time.monotonic()))
        return goes

    turns: Any = Turns
    turns.release, turns.wait_until_due = noted_release, noted_wait
    try:
        yield
    finally:
        turns.release, turns.wait_until_due = release, wait_until_due


def simulated(
    mix: Mapping[int, int], processes: int, per_second: float = 100.0, seconds: float = 600.0
) -> list[Wait]:
    """The waits of processes that share one identity, all with more messages than they may send.

    Each takes a group of places, sends each message at the moment of its place, and takes the next
    group. The first ten seconds do not count.
    """
    draw, line, found = Random(1), Line(), list[Wait]()
    kinds, weights = list(mix), list(mix.values())
    queues = [Queue(draw, kinds, weights) for _ in range(processes)]
    turns = [(index * 0.001, index) for index in range(processes)]
    while turns:
        now, index = heapq.heappop(turns)
        if now >= seconds:
            continue
        group = queues[index].group(per_second)
        leaving = line.take(now, group, per_second)
        if now >= 10:
            found += [
                Wait("", parts, now, at, at, at) for parts, at in zip(group, leaving, strict=True)
            ]
        heapq.heappush(turns, (max(now, leaving[-1]), index))
    return found


class Queue:
    """The messages of one process for one identity, drawn by chance; they never end."""

    def __init__(self, draw: Random, kinds: list[int], weights: list[int]) -> None:
        self._draw, self._kinds, self._weights = draw, kinds, weights
        self._head = self._next()

    def _next(self) -> int:
        return self._draw.choices(self._kinds, self._weights)[0]

    def group(self, per_second: float, most: int = 16) -> list[int]:
        """The parts of the messages that it takes places for at once, as `Lane.take` does."""
        taken, self._head = [self._head], self._next()
        left = per_second * AHEAD - taken[0]
        while len(taken) < most and left >= self._head:
            taken.append(self._head)
            left -= self._head
            self._head = self._next()
        return taken

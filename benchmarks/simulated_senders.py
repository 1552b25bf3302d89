"""Processes that send a campaign on a clock that does not run: a simulation of discrete events.

The ledger, its SQL and the pace are those of smsvoice; the clock is the emulator's. What a process
does between is modelled, as `smsvoice/bulk` does it: lanes take places in groups, messages begin
when they are due, writes wait for the commit that goes on and are committed together by the next.
"""

import heapq
import time
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import count
from random import Random
from typing import Final

import sqlalchemy as sa

from benchmarks.bulk_parts import key_of
from benchmarks.bulk_waits import Queue
from smsvoice.bulk.ledger._ledger import Ledger
from smsvoice.bulk.ledger._writes import Begin, Places, Settle
from smsvoice.bulk.ledger.group import Write
from smsvoice.emulator import Emulator

BEGIN: Final = datetime(2026, 1, 1, tzinfo=UTC)
CAMPAIGN: Final = "simulated"
MESSAGE_ID: Final = "7f1b3e0c-5c1e-4a53-9d0c-3c1f6f1f2a10"


@dataclass(frozen=True)
class Plan:
    """What is simulated. Times are in seconds."""

    processes: int = 20
    identities: int = 50
    parts_per_second: float = 100.0
    threads: int = 16
    seconds: float = 60.0
    commit: float = 0.005
    """How long a commit of the ledger takes, its statements and the way there included."""
    answer: float = 0.05
    """How long AWS takes to answer."""
    mix: dict[int, int] = field(default_factory=lambda: {1: 1, 2: 1})
    """Weights of messages by their parts."""


@dataclass
class Outcome:
    """What a simulation counted."""

    arrivals: dict[str, list[tuple[float, int]]] = field(
        default_factory=lambda: defaultdict[str, list[tuple[float, int]]](list)
    )
    """By identity, when messages left and their parts."""
    by_process: list[int] = field(default_factory=list[int])
    messages: int = 0
    transactions: int = 0
    wall: float = 0.0
    in_ledger: float = 0.0
    """Seconds of the wall clock that the ledger's transactions took."""


@dataclass
class Process:
    """One process: its ledger, what waits for the next commit, and its free threads."""

    number: int
    ledger: Ledger
    threads: int
    waiting: list[Write] = field(default_factory=list[Write])
    is_busy: bool = False
    ready: "deque[tuple[str, int]]" = field(default_factory=deque["tuple[str, int]"])
    """Messages that are due and have no thread yet."""


class Simulation:
    """Events in order of their time; each may make others."""

    def __init__(self, plan: Plan, url: str) -> None:
        """Open a ledger for each process; all are at one address."""
        self._plan = plan
        self._emulator = Emulator(clock_runs=False, starting_at=BEGIN, seed=1)
        self._events: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = count()
        self._keys = count()
        self._origin = self._emulator.now().timestamp()
        self.outcome = Outcome(by_process=[0] * plan.processes)
        draw = Random(1)
        kinds, weights = list(plan.mix), list(plan.mix.values())
        self._processes = [
            Process(number, Ledger(url, clock=self._clock), plan.threads)
            for number in range(plan.processes)
        ]
        self._queues = {
            (process.number, name): Queue(draw, kinds, weights)
            for process in self._processes
            for name in self.names
        }
        self._sent: dict[Write, Callable[[], None]] = {}

    @property
    def names(self) -> list[str]:
        """The identities."""
        return [f"identity-{number}" for number in range(self._plan.identities)]

    def _clock(self, _: sa.Connection) -> float:
        return self._emulator.now().timestamp()

    @property
    def now(self) -> float:
        """Seconds of the emulator's time since the beginning."""
        return self._emulator.now().timestamp() - self._origin

    def run(self) -> Outcome:
        """Simulate; messages that are on their way at the end are settled too."""
        started = time.monotonic()
        draw = Random(2)
        for process in self._processes:
            for name in self.names:
                self._at(draw.random() * 0.05, partial(self._take, process, name))
        try:
            while self._events:
                moment, _, event = heapq.heappop(self._events)
                if moment > self.now:
                    self._emulator.advance(moment - self.now)
                event()
        finally:
            for process in self._processes:
                process.ledger.close()
            self._emulator.close()
        self.outcome.wall = time.monotonic() - started
        return self.outcome

    def _at(self, moment: float, event: Callable[[], None]) -> None:
        heapq.heappush(self._events, (moment, next(self._numbers), event))

    # --- One process -------------------------------------------------------------------------

    def _take(self, process: Process, name: str) -> None:
        """A lane takes places for its next group."""
        if self.now >= self._plan.seconds:
            return
        rate = self._plan.parts_per_second
        group = self._queues[process.number, name].group(rate, self._plan.threads)
        places = Places(name, group, rate)
        self._write(process, places, lambda: self._placed(process, name, group, places.delays))

    def _placed(
        self, process: Process, name: str, group: Sequence[int], delays: Sequence[float]
    ) -> None:
        for parts, delay in zip(group, delays, strict=True):
            self._at(self.now + delay, partial(self._due, process, name, parts))
        self._at(self.now + delays[-1], lambda: self._take(process, name))

    def _due(self, process: Process, name: str, parts: int) -> None:
        process.ready.append((name, parts))
        self._use_threads(process)

    def _use_threads(self, process: Process) -> None:
        while process.threads and process.ready:
            process.threads -= 1
            name, parts = process.ready.popleft()
            begin = Begin(CAMPAIGN, key_of(next(self._keys)), parts)
            self._write(process, begin, partial(self._leave, process, name, begin))

    def _leave(self, process: Process, name: str, begin: Begin) -> None:
        if not begin.is_new:
            raise RuntimeError("a key was begun twice")
        self.outcome.arrivals[name].append((self.now, begin.parts))
        self.outcome.by_process[process.number] += begin.parts
        self.outcome.messages += 1
        self._at(self.now + self._plan.answer, lambda: self._answered(process, begin))

    def _answered(self, process: Process, begin: Begin) -> None:
        process.threads += 1
        process.waiting.append(Settle(CAMPAIGN, begin.key, "sent", MESSAGE_ID))
        if process.ready:
            self._use_threads(process)
        elif not process.is_busy:  # an idle thread commits what is left
            self._commit(process)

    # --- Its ledger --------------------------------------------------------------------------

    def _write(self, process: Process, write: Write, then: Callable[[], None]) -> None:
        self._sent[write] = then
        process.waiting.append(write)
        if not process.is_busy:
            self._commit(process)

    def _commit(self, process: Process) -> None:
        """Run what waits as one transaction; it is over when a commit takes."""
        group, process.waiting = process.waiting, []
        process.is_busy = True
        began = time.perf_counter()
        process.ledger._write_all(group)
        self.outcome.in_ledger += time.perf_counter() - began
        self.outcome.transactions += 1
        self._at(self.now + self._plan.commit, lambda: self._committed(process, group))

    def _committed(self, process: Process, group: Sequence[Write]) -> None:
        process.is_busy = False
        for write in group:
            then = self._sent.pop(write, None)
            if then is not None:
                then()
        if process.waiting and not process.is_busy:
            self._commit(process)

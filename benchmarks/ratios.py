"""Costs of runs taken in turn, and the medians and quartiles of their ratios."""

import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU (user and system) and of the wall clock; bytes at the peak where measured."""

    cpu: float
    wall: float
    peak: float = 0.0


Rounds = dict[str, list[Cost]]
"""The costs of each library, round by round; the same index is the same round."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A median between its quartiles."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, values: Iterable[float]) -> "Spread":
        """The quartiles of some values; of a single one, that one."""
        known = list(values)
        pairs = known * 2 if len(known) == 1 else known
        return cls(*statistics.quantiles(pairs, n=4, method="inclusive"))


def ratio(costs: Sequence[Cost], first: Sequence[Cost], what: str = "cpu") -> Spread:
    """One library against the first, round by round; the other way round it is throughput."""
    pairs = zip(costs, first, strict=True)
    return Spread.of(getattr(one, what) / getattr(other, what) for one, other in pairs)


def middle(costs: Iterable[Cost], what: str) -> float:
    """The median of all rounds."""
    return Spread.of(getattr(one, what) for one in costs).middle


def cost(run: Callable[[], object], times: int = 1) -> Cost:
    """What one of so many runs cost; `run` makes all of them."""
    cpu, wall = time.process_time(), time.perf_counter()
    run()
    return Cost(cpu=(time.process_time() - cpu) / times, wall=(time.perf_counter() - wall) / times)


def interleaved(runs: Mapping[str, Callable[[], Cost]], rounds: int) -> Rounds:
    """Run all in turn, round after round, in another order each round.

    Other load on the machine then meets all alike, and none always follows the same other one.
    """
    measured: Rounds = {name: [] for name in runs}
    for number in range(rounds):
        for name in order(list(runs), number):
            measured[name].append(runs[name]())
    return measured


def order(names: Sequence[str], number: int) -> list[str]:
    """The order of one round: turned on by one in every second round, and backwards in the rest."""
    at = number // 2 % len(names)
    turned = [*names[at:], *names[:at]]
    return turned[::-1] if number % 2 else turned

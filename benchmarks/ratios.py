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
        all_of_them = list(values)
        if len(all_of_them) == 1:
            return cls(*(all_of_them * 3))
        return cls(*statistics.quantiles(all_of_them, n=4, method="inclusive"))


@dataclass(frozen=True, slots=True)
class Ratio:
    """One library against the first: ratios of CPU and wall time, and the times themselves."""

    cpu: Spread
    wall: Spread
    cpu_seconds: Spread
    wall_seconds: Spread

    @property
    def throughput(self) -> Spread:
        """How many times as many calls a second."""
        return Spread(1 / self.wall.high, 1 / self.wall.middle, 1 / self.wall.low)


def ratios(rounds: Rounds, first: str) -> dict[str, Ratio]:
    """Every library against the first one, round by round."""
    return {name: ratio(costs, rounds[first]) for name, costs in rounds.items()}


def ratio(costs: Sequence[Cost], first: Sequence[Cost]) -> Ratio:
    """One library against the first, pair by pair."""
    pairs = list(zip(costs, first, strict=True))
    return Ratio(
        cpu=Spread.of(one.cpu / other.cpu for one, other in pairs),
        wall=Spread.of(one.wall / other.wall for one, other in pairs),
        cpu_seconds=Spread.of(one.cpu for one in costs),
        wall_seconds=Spread.of(one.wall for one in costs),
    )


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

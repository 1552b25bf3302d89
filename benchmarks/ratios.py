"""What runs cost, and what costs come to: medians of ratios, with their quartiles."""

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
"""What each way cost, round by round; the same round stands at the same place."""


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
    """One way against the first: of CPU and wall time, and the CPU and wall time themselves."""

    cpu: Spread
    wall: Spread
    cpu_seconds: Spread
    wall_seconds: Spread


def ratios(rounds: Rounds, first: str) -> dict[str, Ratio]:
    """Every way against the first one of the same round."""
    return {name: ratio(costs, rounds[first]) for name, costs in rounds.items()}


def ratio(costs: Sequence[Cost], first: Sequence[Cost]) -> Ratio:
    """One way against the first, pair by pair."""
    pairs = list(zip(costs, first, strict=True))
    return Ratio(
        cpu=Spread.of(one.cpu / other.cpu for one, other in pairs),
        wall=Spread.of(one.wall / other.wall for one, other in pairs),
        cpu_seconds=Spread.of(one.cpu for one in costs),
        wall_seconds=Spread.of(one.wall for one in costs),
    )


def slope(costs: Mapping[int, float]) -> float:
    """How much one more of the key costs: the line of least squares."""
    return statistics.linear_regression(list(costs), list(costs.values())).slope


def cost(run: Callable[[], object], times: int = 1) -> Cost:
    """What one of so many runs cost; `run` makes all of them."""
    cpu, wall = time.process_time(), time.perf_counter()
    run()
    return Cost(cpu=(time.process_time() - cpu) / times, wall=(time.perf_counter() - wall) / times)


def interleaved(ways: Mapping[str, Callable[[], Cost]], rounds: int) -> Rounds:
    """All ways in turn, round after round, each round beginning and going round elsewhere.

    Whatever else the machine does meets them alike, and none is always the one that comes after
    another.
    """
    told: Rounds = {name: [] for name in ways}
    for number in range(rounds):
        for name in order(list(ways), number):
            told[name].append(ways[name]())
    return told


def order(names: Sequence[str], number: int) -> list[str]:
    """The order of one round: turned on by one in every second round, and backwards in the rest."""
    at = number // 2 % len(names)
    turned = [*names[at:], *names[:at]]
    return turned[::-1] if number % 2 else turned

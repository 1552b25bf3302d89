"""The goals, and whether the figures of a run meet them."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.entrants import BOTO3
from benchmarks.ratios import Ratio, Spread, ratios
from benchmarks.results import Results
from benchmarks.starts import IMPORT, NOTHING


@dataclass(frozen=True)
class Goal:
    """What is to stay below a limit, or above it."""

    what: str
    limit: float
    figure: Callable[[Results], Spread]
    at_least: bool = False
    unit: str = ""

    def is_met(self, results: Results) -> bool:
        """Whether the median is on the right side of the limit."""
        middle = self.figure(results).middle
        return middle >= self.limit if self.at_least else middle <= self.limit


def ours(results: Results, job: str, name: str) -> Ratio:
    """One of ours against raw boto3."""
    return ratios(results.ours.jobs[job], BOTO3)[name]


def throughput(ratio: Ratio) -> Spread:
    """How many times as many calls a second: the wall time upside down."""
    return Spread(1 / ratio.wall.high, 1 / ratio.wall.middle, 1 / ratio.wall.low)


def importing(results: Results) -> Spread:
    """Milliseconds of CPU that the bare import adds to an empty Python."""
    rounds = results.ours.jobs["imports"]
    pairs = zip(rounds[IMPORT], rounds[NOTHING], strict=True)
    return Spread.of(1000 * (one.cpu - other.cpu) for one, other in pairs)


def kept(results: Results) -> Spread:
    """The bytes of 10,000 kept items against the dicts'."""
    rounds = results.ours.jobs["memory"]
    return Spread.of([rounds["smsvoice"][0].peak / rounds[BOTO3][0].peak])


def _cpu(job: str, name: str = "smsvoice") -> Callable[[Results], Spread]:
    return lambda results: ours(results, job, name).cpu


def _crowd(what: str, job: str, name: str = "smsvoice") -> list[Goal]:
    return [
        Goal(
            f"{what}, sends a second",
            1.0,
            lambda results: throughput(ours(results, job, name)),
            at_least=True,
        ),
        Goal(f"{what}, CPU", 1.0, _cpu(job, name)),
    ]


GOALS = [
    Goal("one typed send, CPU", 0.90, _cpu("sends")),
    Goal("one typed send on an application's client, CPU", 1.08, _cpu("sends", "wrapped")),
    Goal("10,000 phone numbers in 100 pages, CPU", 0.45, _cpu("walks")),
    Goal("process start to first typed send, CPU", 1.40, _cpu("starts")),
    Goal("bare `import smsvoice` over an empty Python, CPU", 3.0, importing, unit=" ms"),
    Goal("memory of 10,000 kept items", 0.60, kept),
    *_crowd("32 threads", "threads 32"),
    *_crowd("32 threads, 20 ms away", "threads 32 later"),
    *_crowd("64 tasks against 64 threads", "tasks", "async"),
    *_crowd("64 tasks against 64 threads, 20 ms away", "tasks later", "async"),
]

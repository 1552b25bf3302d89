"""What is measured inside one process, by ways that take turns in it."""

import gc
import tracemalloc
from collections.abc import Callable, Mapping, Sequence

from benchmarks.ratios import Cost, Rounds, cost, interleaved
from benchmarks.samples import ALL, ITEMS_A_PAGE
from benchmarks.ways.way import Way

Ways = Mapping[str, Way]
FEWEST = 20
"""Pages that are timed together at least; shorter walks are made more than once."""
ALONE, GIVEN = "alone", "given"
"""A second client with a session of its own, or with one that is there already."""


def sends(ways: Ways, rounds: int, times: int) -> Rounds:
    """One SendTextMessage, in blocks of so many."""
    return _blocks(ways, rounds, times, lambda way: way.send)


def pages(ways: Ways, rounds: int, times: int) -> Rounds:
    """One page of DescribePhoneNumbers, in blocks of so many."""
    return _blocks(ways, rounds, times, lambda way: way.page)


def _blocks(
    ways: Ways, rounds: int, times: int, call: Callable[[Way], Callable[[int], None]]
) -> Rounds:
    def block(way: Way) -> Callable[[], Cost]:
        return lambda: cost(lambda: call(way)(times), times)

    runs = {name: block(way) for name, way in ways.items()}
    for run in runs.values():
        run()
    return interleaved(runs, rounds)


def walks(ways: Ways, rounds: int) -> Rounds:
    """All numbers into a list."""

    def walk(way: Way) -> Callable[[], Cost]:
        def timed() -> Cost:
            gc.collect()  # or one would pay for what another left behind
            return cost(lambda: _must_be_all(way.walk()))

        return timed

    for way in ways.values():
        way.page(1)
    return interleaved({name: walk(way) for name, way in ways.items()}, rounds)


def _must_be_all(numbers: Sequence[object]) -> None:
    if len(numbers) != ALL:
        raise AssertionError(f"{len(numbers)} numbers of {ALL}")


def crowds(ways: Ways, rounds: int, workers: int, each: int) -> Rounds:
    """One send by so many at once: CPU of the process a send, and wall time a send."""

    def crowd(way: Way) -> Callable[[], Cost]:
        return lambda: cost(lambda: way.crowd(workers, each), workers * each)

    for way in ways.values():
        way.crowd(workers, max(1, each // 2))  # opens the connections
    return interleaved({name: crowd(way) for name, way in ways.items()}, rounds)


def growth(ways: Mapping[str, tuple[Way, int]], rounds: int) -> Rounds:
    """Walks over so many pages that keep nothing: CPU a page, and the peak of Python's memory.

    The peak is taken in a walk of its own, since looking on makes it slower.
    """

    def run(way: Way, pages: int) -> Callable[[], Cost]:
        times = max(1, FEWEST // pages)
        return lambda: cost(lambda: _visit(way, pages, times), times * pages)

    for way, _ in ways.values():
        way.page(2)
    told = interleaved({name: run(*one) for name, one in ways.items()}, rounds)
    for name, (way, _) in ways.items():
        peak = traced(way.visit)[1]
        told[name] = [Cost(one.cpu, one.wall, peak) for one in told[name]]
    return told


def _visit(way: Way, pages: int, times: int) -> None:
    for _ in range(times):
        if way.visit() != pages * ITEMS_A_PAGE:
            raise AssertionError("not all pages were seen")


def memory(ways: Ways) -> Rounds:
    """Bytes that all numbers hold once they are in a list, and nothing else does."""
    for way in ways.values():
        way.walk()
    return {name: [Cost(0, 0, traced(way.walk)[0])] for name, way in ways.items()}


def traced(run: Callable[[], object]) -> tuple[int, int]:
    """Bytes that a run's outcome holds, and the most that were held meanwhile."""
    gc.collect()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        kept = run()
        gc.collect()
        after, peak = tracemalloc.get_traced_memory()
        del kept
    finally:
        tracemalloc.stop()
    return after - before, peak - before


def clients(makers: Mapping[str, Callable[[], object]], rounds: int) -> Rounds:
    """A client more than the process has already, ready to be called."""
    kept = [maker() for maker in makers.values()]

    def make(maker: Callable[[], object]) -> Callable[[], Cost]:
        def timed() -> Cost:
            gc.collect()
            return cost(lambda: kept.append(maker()))

        return timed

    return interleaved({name: make(maker) for name, maker in makers.items()}, rounds)

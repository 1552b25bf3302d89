"""Measures one job inside one process, the libraries in turn, and prints the rounds as JSON.

python -m benchmarks.run_job JOB URL LIBRARY,LIBRARY [NUMBER ...]

The interpreter is that of the environment where the libraries are installed.
"""

import dataclasses
import gc
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Mapping, Sequence

from benchmarks.adapters import AnyAdapter
from benchmarks.environments import ROOT, UnavailableError, clean_environ
from benchmarks.libraries import LIBRARIES
from benchmarks.ratios import Cost, Rounds, cost, interleaved
from benchmarks.samples import ALL

SECONDS = 300
Adapters = Mapping[str, AnyAdapter]


def run_job(
    job: str, url: str, libraries: Sequence[str], *numbers: int, python: str = sys.executable
) -> Rounds:
    """Measure a job in a process of its own."""
    arguments = [job, url, ",".join(libraries), *map(str, numbers)]
    try:
        run = subprocess.run(
            [python, "-m", "benchmarks.run_job", *arguments],
            cwd=ROOT,
            env=clean_environ(),
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise UnavailableError(f"took more than {SECONDS} seconds") from None
    if run.returncode:
        print(run.stderr, file=sys.stderr)
        kind = (run.stderr.strip() or "no error text").splitlines()[-1].partition(":")[0]
        raise UnavailableError(f"ended with {kind}")
    rounds: dict[str, list[dict[str, float]]] = json.loads(run.stdout)
    return {name: [Cost(**one) for one in costs] for name, costs in rounds.items()}


def sends(adapters: Adapters, rounds: int, times: int) -> Rounds:
    """One SendTextMessage after another, in blocks."""

    def block(adapter: AnyAdapter) -> Callable[[], Cost]:
        return lambda: cost(lambda: adapter.send_many(times), times)

    for adapter in adapters.values():
        adapter.send_many(times)
    return interleaved({name: block(one) for name, one in adapters.items()}, rounds)


def pagination(adapters: Adapters, rounds: int) -> Rounds:
    """All phone numbers into a list."""

    def block(adapter: AnyAdapter) -> Callable[[], Cost]:
        def timed() -> Cost:
            gc.collect()  # otherwise one pays for what another left behind
            return cost(lambda: _list_all(adapter))

        return timed

    for adapter in adapters.values():
        _list_all(adapter)
    return interleaved({name: block(one) for name, one in adapters.items()}, rounds)


def concurrency(adapters: Adapters, rounds: int, workers: int, each: int) -> Rounds:
    """One send of many at once: CPU of the process and wall time, each divided by the sends."""

    def block(adapter: AnyAdapter) -> Callable[[], Cost]:
        return lambda: cost(lambda: adapter.send_concurrently(workers, each), workers * each)

    for adapter in adapters.values():
        adapter.send_concurrently(workers, max(1, each // 2))  # opens the connections
    return interleaved({name: block(one) for name, one in adapters.items()}, rounds)


def memory(adapters: Adapters) -> Rounds:
    """Bytes that a list of all phone numbers holds."""
    return {name: [Cost(0, 0, _held_by(adapter))] for name, adapter in adapters.items()}


def _held_by(adapter: AnyAdapter) -> int:
    _list_all(adapter)
    gc.collect()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        items = _list_all(adapter)
        gc.collect()
        after = tracemalloc.get_traced_memory()[0]
        del items
    finally:
        tracemalloc.stop()
    return after - before


def _list_all(adapter: AnyAdapter) -> list[object]:
    items = adapter.list_all()
    if len(items) != ALL:
        raise AssertionError(f"{len(items)} phone numbers instead of {ALL}")
    return items


JOBS: dict[str, Callable[..., Rounds]] = {
    "sends": sends,
    "pagination": pagination,
    "concurrency": concurrency,
    "memory": memory,
}


def main(job: str, url: str, libraries: str, *numbers: str) -> None:
    """Run one job and print its rounds."""
    adapters = {name: LIBRARIES[name].connect(url) for name in libraries.split(",")}
    rounds = JOBS[job](adapters, *map(int, numbers))
    print(json.dumps({n: [dataclasses.asdict(c) for c in costs] for n, costs in rounds.items()}))


if __name__ == "__main__":
    main(*sys.argv[1:])

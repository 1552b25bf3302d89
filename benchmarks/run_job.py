"""Measures one job inside one process, the libraries in turn, and prints the rounds as JSON.

python -m benchmarks.run_job JOB URL LIBRARY,LIBRARY ROUNDS [NUMBER ...]

The interpreter is that of the environment where the libraries are installed.
"""

import dataclasses
import gc
import json
import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from functools import partial

from benchmarks.adapters import Adapter
from benchmarks.environments import ROOT, UnavailableError, clean_environ
from benchmarks.libraries import CONNECTIONS, LIBRARIES
from benchmarks.ratios import Cost, Rounds, cost, interleaved
from benchmarks.samples import ALL

PROGRAM = (
    "from benchmarks.adapters.{module} import {name}; library = {name}({url!r}, {connections})"
    "; assert library.send(); library.path(); library.close()"
)


def run_job(
    python: str, job: str, url: str, libraries: Sequence[str], *numbers: int
) -> tuple[Rounds, dict[str, str]]:
    """Measure a job in a process of its own: the rounds, and the state of each fast path."""
    arguments = [job, url, ",".join(libraries), *map(str, numbers)]
    command = [python, "-m", "benchmarks.run_job", *arguments]
    try:
        raw = subprocess.check_output(command, cwd=ROOT, env=clean_environ(url), timeout=300)
    except subprocess.SubprocessError as problem:  # whose text is on the screen
        raise UnavailableError(f"ended with {type(problem).__name__}") from None
    printed = json.loads(raw)
    rounds = {name: [Cost(**one) for one in costs] for name, costs in printed["rounds"].items()}
    return rounds, printed["paths"]


def send(adapter: Adapter, times: int) -> Cost:
    """One SendTextMessage after another."""
    return cost(lambda: adapter.send_many(times), times)


def concurrent(adapter: Adapter, workers: int, each: int) -> Cost:
    """One send of many at once: CPU of the process and wall time, each divided by the sends."""
    return cost(lambda: adapter.send_concurrently(workers, each), workers * each)


def listing(adapter: Adapter) -> Cost:
    """All phone numbers into a list."""
    gc.collect()  # otherwise one pays for what another left behind
    return cost(lambda: _list_all(adapter))


def memory(adapter: Adapter) -> Cost:
    """Bytes that a list of all phone numbers holds."""
    gc.collect()
    tracemalloc.start()
    items = _list_all(adapter)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    del items
    tracemalloc.stop()
    return Cost(0, 0, held)


def _list_all(adapter: Adapter) -> list[object]:
    items = adapter.list_all()
    assert len(items) == ALL
    return items


RUNS: tuple[Callable[..., Cost], ...] = (send, concurrent, listing, memory)
JOBS = {one.__name__: one for one in RUNS}


def first_sends(python: str, url: str, libraries: Sequence[str], rounds: int) -> Rounds:
    """From the start of Python to its end after one send."""
    runs = {name: partial(_first_send, python, url, name) for name in libraries}
    for run in runs.values():
        run()  # fills caches and compiles
    return interleaved(runs, rounds)


def _first_send(python: str, url: str, library: str) -> Cost:
    """One process, which must have a small parent: on Linux its peak begins with the parent's."""
    module, _, name = LIBRARIES[library].adapter.partition(":")
    program = PROGRAM.format(module=module, name=name, url=url, connections=CONNECTIONS)
    begun = time.perf_counter()
    process = subprocess.Popen([python, "-c", program], cwd=ROOT, env=clean_environ(url))
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise UnavailableError(f"{library} ended with an error")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * unit)


def main(job: str, url: str, libraries: str, *numbers: str) -> None:
    """Run one job and print its rounds."""
    rounds, *more = map(int, numbers)
    adapters = {name: LIBRARIES[name].connect(url) for name in libraries.split(",")}
    runs = {name: partial(JOBS[job], one, *more) for name, one in adapters.items()}
    for name, run in runs.items():
        run()  # opens the connections and fills caches
        adapters[name].path()
    measured = interleaved(runs, rounds)
    costs = {name: [dataclasses.asdict(one) for one in found] for name, found in measured.items()}
    paths = {name: one.path() for name, one in adapters.items() if one.fast is not None}
    for adapter in adapters.values():
        adapter.close()
    print(json.dumps({"rounds": costs, "paths": paths}))


if __name__ == "__main__":
    main(*sys.argv[1:])

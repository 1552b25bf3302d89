"""One whole run: every row in every environment, each library against the raw boto3 beside it."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.environments import UnavailableError, machine, python_of, versions
from benchmarks.libraries import BOTO3, CONNECTIONS, LIBRARIES, OURS, PEERS, Environment
from benchmarks.ratios import Rounds
from benchmarks.run_job import first_sends, run_job
from benchmarks.samples import ALL
from benchmarks.static_server import running_server

THREADS, TASKS = 32, CONNECTIONS
BESIDE = ("boto3", "botocore", "urllib3", "pydantic", "pydantic-core", "anyio", "httptools")


@dataclass(frozen=True)
class Row:
    """One kind of work."""

    title: str
    job: str
    rounds: int
    numbers: tuple[int, ...] = ()
    """Of a block: how many sends, or how many callers and how many sends each of them makes."""
    server: str = "near"


AT_ONCE = (16, (TASKS, 16))
ROWS = {
    "send": Row("One send after another", "send", 24, (100,)),
    "tls": Row("One send after another, over TLS", "send", 24, (100,), "tls"),
    "threads": Row(f"{THREADS} threads, boto3 in as many", "concurrent", 16, (THREADS, 16)),
    "tasks": Row(f"{TASKS} tasks, boto3 in as many threads", "concurrent", *AT_ONCE),
    "far": Row(f"{TASKS} tasks, each answer takes 20 ms", "concurrent", *AT_ONCE, "far"),
    "list": Row(f"A list of {ALL:,} phone numbers, from 100 pages", "listing", 12),
    "start": Row("A program that starts, sends once and ends", "start", 16),
    "memory": Row(f"Memory that a list of {ALL:,} phone numbers holds", "memory", 1),
}


@dataclass
class Measured:
    """By row, its rounds in one environment or why there are none; by library, its fast path."""

    versions: dict[str, str] = field(default_factory=dict[str, str])
    rounds: dict[str, Rounds] = field(default_factory=dict[str, Rounds])
    failed: dict[str, str] = field(default_factory=dict[str, str])
    paths: dict[str, str] = field(default_factory=dict[str, str])


@dataclass
class Results:
    """What one run measured, by package, and on which machine."""

    machine: dict[str, str]
    measured: dict[str, Measured]


def measure(*, quick: bool, peers: bool = True) -> Results:
    """Measure everything; what a peer cannot do is noted, what smsvoice cannot do ends the run."""
    before, found = os.getloadavg()[0], dict[str, Measured]()
    with running_server() as at:
        for environment in (OURS, *(PEERS if peers else ())):
            measured = found[environment.package] = _in_environment(environment, at, quick=quick)
            if measured.failed and environment is OURS:
                raise UnavailableError(f"smsvoice: {measured.failed}")
    load = f"{before:.1f} in the minute before, {os.getloadavg()[0]:.1f} in the last one"
    return Results(machine() | {"load": load}, found)


def _in_environment(environment: Environment, at: Mapping[str, str], *, quick: bool) -> Measured:
    """All rows, or why there is none."""
    measured, package = Measured(), environment.package
    try:
        python = python_of(package, environment.requirement or package, BOTO3)
    except UnavailableError as problem:
        measured.failed = dict.fromkeys(ROWS, str(problem))
        return measured
    measured.versions = versions(python, [package, *BESIDE])
    for key, row in ROWS.items():
        libraries = [name for name in environment.libraries if key in LIBRARIES[name].rows]
        if not libraries:
            continue
        print(f"measuring {package}: {row.title}", file=sys.stderr, flush=True)
        rounds = max(2, row.rounds // 8) if quick else row.rounds
        try:
            found = _rounds(python, at[row.server], row, [BOTO3, *libraries], rounds)
            measured.rounds[key], paths = found
            measured.paths |= paths
        except UnavailableError as problem:
            measured.failed[key] = str(problem)
    return measured


def _rounds(
    python: str, url: str, row: Row, libraries: list[str], rounds: int
) -> tuple[Rounds, dict[str, str]]:
    if row.job == "start":
        return first_sends(python, url, libraries, rounds), {}
    if row.job == "memory":  # in a process each
        alone = [run_job(python, row.job, url, [name], 1)[0] for name in libraries]
        return {name: costs for one in alone for name, costs in one.items()}, {}
    return run_job(python, row.job, url, libraries, rounds, *row.numbers)

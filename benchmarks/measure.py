"""One whole run: every job, smsvoice first and then the peers, each against raw boto3."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks import startup
from benchmarks.environments import (
    PACKAGES,
    UnavailableError,
    load,
    machine,
    python_of,
    versions,
)
from benchmarks.libraries import BOTO3, CONNECTIONS, LIBRARIES, PEERS, Peer
from benchmarks.ratios import Rounds
from benchmarks.run_job import run_job
from benchmarks.static_server import Addresses, running_server

THREADS = 32
TASKS = CONNECTIONS
FAR = ", 20 ms away"
"""Ends the names of jobs against the server that waits before it answers."""


@dataclass(frozen=True)
class Plan:
    """How many rounds each job has; of concurrent jobs, also how many sends each caller makes."""

    sends: int
    block: int
    pagination: int
    startup: int
    imports: int
    concurrency: int
    each: int


FULL = Plan(sends=40, block=100, pagination=12, startup=16, imports=40, concurrency=24, each=16)
QUICK = Plan(sends=6, block=25, pagination=2, startup=3, imports=6, concurrency=2, each=8)
PEERS_FULL = Plan(sends=12, block=25, pagination=4, startup=10, imports=0, concurrency=5, each=16)
PEERS_QUICK = Plan(sends=3, block=10, pagination=2, startup=3, imports=0, concurrency=2, each=8)


@dataclass
class Measured:
    """The rounds of all jobs in one environment, and why a job has none."""

    versions: dict[str, str] = field(default_factory=dict[str, str])
    jobs: dict[str, Rounds] = field(default_factory=dict[str, Rounds])
    failed: dict[str, str] = field(default_factory=dict[str, str])
    """A job's name, or `all`, and the reason."""


@dataclass
class Results:
    """What one run measured, and on which machine."""

    machine: dict[str, str] = field(default_factory=dict[str, str])
    ours: Measured = field(default_factory=Measured)
    peers: dict[str, Measured] = field(default_factory=dict[str, Measured])


Jobs = dict[str, Callable[[], Rounds]]


def measure(*, quick: bool, peers: bool = True) -> Results:
    """Measure everything, and print what is being measured."""
    before, results = load(), Results(machine=machine())
    with running_server() as at:
        results.ours = Measured(versions(sys.executable, PACKAGES))
        for name, job in _our_jobs(QUICK if quick else FULL, at).items():
            _say(name)
            results.ours.jobs[name] = job()
        for peer in PEERS if peers else ():
            _say(peer.package)
            results.peers[peer.package] = _peer(PEERS_QUICK if quick else PEERS_FULL, at, peer)
    results.machine["load"] = f"{before} in the minute before, {load()} in the last one"
    return results


def _say(what: str) -> None:
    print(f"measuring {what}", file=sys.stderr, flush=True)


def _our_jobs(plan: Plan, at: Addresses) -> Jobs:
    here, url, pair = sys.executable, at.near, [BOTO3, "smsvoice"]
    senders = [*pair, "async", "own_client", "guarded"]
    jobs: Jobs = {
        "sends": lambda: run_job("sends", url, senders, plan.sends, plan.block),
        "pagination": lambda: run_job("pagination", url, [*pair, "async"], plan.pagination),
        "startup": lambda: startup.first_sends(here, ["smsvoice"], url, plan.startup),
        "imports": lambda: startup.imports(plan.imports),
        "memory": lambda: run_job("memory", url, [BOTO3]) | run_job("memory", url, ["smsvoice"]),
    }
    for where, address in (("", at.near), (FAR, at.far)):
        jobs[f"threads{where}"] = _concurrency(plan, address, pair, THREADS)
        jobs[f"tasks{where}"] = _concurrency(plan, address, [BOTO3, "async"], TASKS)
    return jobs


def _concurrency(
    plan: Plan, url: str, libraries: list[str], workers: int, python: str = sys.executable
) -> Callable[[], Rounds]:
    numbers = (plan.concurrency, workers, plan.each)
    return lambda: run_job("concurrency", url, libraries, *numbers, python=python)


def _peer(plan: Plan, at: Addresses, peer: Peer) -> Measured:
    measured = Measured()
    try:
        python = python_of(peer)
    except UnavailableError as problem:
        measured.failed["all"] = str(problem)
        return measured
    measured.versions = versions(python, [peer.package, "boto3", "botocore"])
    for name, job in _peer_jobs(plan, at, peer, python).items():
        try:
            measured.jobs[name] = job()
        except UnavailableError as problem:
            measured.failed[name] = str(problem)
    return measured


def _peer_jobs(plan: Plan, at: Addresses, peer: Peer, python: str) -> Jobs:
    url, names = at.near, [BOTO3, *peer.libraries]
    jobs: Jobs = {
        "sends": lambda: run_job("sends", url, names, plan.sends, plan.block, python=python),
        "pagination": lambda: run_job("pagination", url, names, plan.pagination, python=python),
        "startup": lambda: startup.first_sends(python, peer.libraries, url, plan.startup),
    }
    in_loops = [name for name in peer.libraries if LIBRARIES[name].is_async]
    if in_loops:
        for where, address in (("", at.near), (FAR, at.far)):
            together = [BOTO3, *in_loops]
            jobs[f"tasks{where}"] = _concurrency(plan, address, together, TASKS, python)
    return jobs

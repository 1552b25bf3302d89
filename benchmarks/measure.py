"""One whole run: every job, ours first and then the peers', each against raw boto3."""

import sys
from collections.abc import Callable

from benchmarks import starts
from benchmarks.contest import contest
from benchmarks.entrants import BOTO3, CONNECTIONS, ENTRANTS, PEERS, Peer
from benchmarks.environments import UnavailableError, environment, versions
from benchmarks.machine import OURS, load, machine
from benchmarks.plan import Amount, Plan
from benchmarks.ratios import Rounds
from benchmarks.results import Measured, Results
from benchmarks.serving import Addresses, served

THREADS = 32
TASKS = CONNECTIONS
ALONE = 48
"""How many a single thread sends at least, when each takes its time."""


def measured(plan: Plan, *, peers: bool = True) -> Results:
    """Measure everything, saying on the way what is being done."""
    before, results = load(), Results(machine=machine())
    with served() as at:
        results.ours = _ours(plan, at)
        for peer in PEERS if peers else ():
            results.peers[peer.package] = _peer(plan, at, peer)
    results.machine["load"] = f"{before} in the minute before, {load()} in the last one"
    return results


def _say(what: str) -> None:
    print(f"measuring {what}", file=sys.stderr, flush=True)


def _ours(plan: Plan, at: Addresses) -> Measured:
    pair, url = [BOTO3, "smsvoice"], at.at_once
    ways = [BOTO3, "smsvoice", "wrapped", "guarded"]
    jobs: dict[str, Callable[[], Rounds]] = {
        "sends": lambda: contest("sends", url, ways, plan.sends.rounds, plan.sends.times),
        "pages": lambda: contest("pages", url, pair, plan.pages.rounds, plan.pages.times),
        "walks": lambda: contest("walks", url, pair, plan.walks.rounds),
        "starts": lambda: starts.first_sends(sys.executable, ["smsvoice"], url, plan.starts.rounds),
        "imports": lambda: starts.imports(plan.imports.rounds),
        "memory": lambda: contest("memory", url, [BOTO3]) | contest("memory", url, ["smsvoice"]),
        "growth": lambda: contest("growth", url, pair, plan.growth_rounds, *plan.growth),
        "clients": lambda: contest("clients", url, [], plan.clients.rounds),
    }
    for threads in (1, THREADS):
        for later in (False, True):
            jobs[f"threads {threads}{' later' * later}"] = _crowd(plan, at, pair, threads, later)
    for later in (False, True):
        jobs[f"tasks{' later' * later}"] = _crowd(plan, at, [BOTO3, "async"], TASKS, later)
    told = Measured(versions(sys.executable, OURS))
    for name, job in jobs.items():
        _say(name)
        told.jobs[name] = job()
    return told


def _crowd(
    plan: Plan,
    at: Addresses,
    entrants: list[str],
    workers: int,
    later: bool,
) -> Callable[[], Rounds]:
    if later:
        rounds, url = plan.slow_crowd.rounds, at.later
        each = max(plan.slow_crowd.times, ALONE // workers)
    else:
        rounds, each, url = plan.crowd.rounds, plan.crowd.times // workers, at.at_once
    return lambda: contest("crowds", url, entrants, rounds, workers, each)


def _peer(plan: Plan, at: Addresses, peer: Peer) -> Measured:
    """One peer in its environment; what goes wrong there stands in its row."""
    told = Measured()
    _say(peer.package)
    try:
        python = environment(peer)
    except UnavailableError as problem:
        told.failed["all"] = str(problem)
        return told
    told.versions = versions(python, [peer.package, "boto3", "botocore"])
    for name, job in _peer_jobs(plan, at, peer, python).items():
        try:
            told.jobs[name] = job()
        except UnavailableError as problem:
            told.failed[name] = str(problem)
    return told


def _peer_jobs(
    plan: Plan, at: Addresses, peer: Peer, python: str
) -> dict[str, Callable[[], Rounds]]:
    everyone = [BOTO3, *peer.entrants]
    asynchronous = [one for one in everyone if "tasks" not in ENTRANTS[one].lacks]

    def crowd(url: str, amount: Amount) -> Rounds:
        return contest(
            "crowds", url, asynchronous, amount.rounds, TASKS, amount.times, python=python
        )

    sends, url = plan.peer_sends, at.at_once
    jobs: dict[str, Callable[[], Rounds]] = {
        "sends": lambda: contest("sends", url, everyone, sends.rounds, sends.times, python=python),
        "walks": lambda: contest("walks", url, everyone, plan.peer_walks.rounds, python=python),
        "starts": lambda: starts.first_sends(python, peer.entrants, url, plan.peer_starts.rounds),
    }
    if len(asynchronous) > 1:
        jobs["tasks"] = lambda: crowd(at.at_once, plan.peer_crowd)
        jobs["tasks later"] = lambda: crowd(at.later, plan.peer_crowd)
    return jobs

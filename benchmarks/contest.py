"""Measures one job inside this process and prints the rounds as JSON.

python -m benchmarks.contest JOB URL ENTRANT,ENTRANT [NUMBER ...]

It runs by the interpreter of the environment where the entrants are installed.
"""

import dataclasses
import json
import subprocess
import sys
from collections.abc import Sequence

from benchmarks import jobs
from benchmarks.entrants import ENTRANTS
from benchmarks.environments import UnavailableError
from benchmarks.ratios import Cost, Rounds
from benchmarks.serving import ROOT, surroundings

SECONDS = 300


def contest(
    job: str, url: str, entrants: Sequence[str], *numbers: int, python: str = sys.executable
) -> Rounds:
    """The rounds of one job, measured by a process of its own."""
    asked = [job, url, ",".join(entrants), *map(str, numbers)]
    try:
        run = subprocess.run(
            [python, "-m", "benchmarks.contest", *asked],
            cwd=ROOT,
            env=surroundings(),
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise UnavailableError(f"took more than {SECONDS} seconds") from None
    if run.returncode:
        print(run.stderr, file=sys.stderr)
        kind = (run.stderr.strip() or "no word").splitlines()[-1].partition(":")[0]
        raise UnavailableError(f"ended with {kind}")
    told: dict[str, list[dict[str, float]]] = json.loads(run.stdout)
    return {name: [Cost(**one) for one in costs] for name, costs in told.items()}


def main(job: str, url: str, entrants: str, *rest: str) -> None:
    """Do one job and print what it cost."""
    numbers = [int(one) for one in rest]
    if job == "clients":
        from benchmarks.second_clients import makers  # noqa: PLC0415  only where smsvoice is

        rounds = jobs.clients(makers(url), *numbers)
    elif job == "growth":
        count, *pages = numbers
        walks = {
            f"{name} {one}": (ENTRANTS[name].way(f"{url}/{one}"), one)
            for one in pages
            for name in entrants.split(",")
        }
        rounds = jobs.growth(walks, count)
    else:
        ways = {name: ENTRANTS[name].way(url) for name in entrants.split(",")}
        rounds = getattr(jobs, job)(ways, *numbers)
    told = {name: [dataclasses.asdict(one) for one in costs] for name, costs in rounds.items()}
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])

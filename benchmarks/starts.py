"""Whole processes in turn: from start to the first send, and a bare import."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

from benchmarks.entrants import BOTO3, ENTRANTS
from benchmarks.environments import UnavailableError, temporary
from benchmarks.ratios import Cost, Rounds, interleaved
from benchmarks.serving import ROOT, surroundings

NOTHING, IMPORT = "nothing", "import smsvoice"
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


def whole(command: Sequence[str]) -> Cost:
    """What one process cost from its start to its end, and its peak of memory.

    The process that starts it must be small: on Linux a child's peak begins with its parent's.
    """
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=temporary(), env=surroundings(), stdin=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise UnavailableError("ended with an error")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * PEAK_UNIT)


def in_turn(commands: Mapping[str, Sequence[str]], rounds: int) -> Rounds:
    """Several programmes in turn, after one run of each that fills caches and compiles."""
    for command in commands.values():
        whole(command)
    ways = {name: lambda command=command: whole(command) for name, command in commands.items()}
    return interleaved(ways, rounds)


def first_sends(python: str, names: Sequence[str], url: str, rounds: int) -> Rounds:
    """From the start of Python to its end after one send, raw boto3 and others."""
    folder = ROOT / "benchmarks" / "first_sends"
    programmes = {
        name: [python, "-P", str(folder / f"{ENTRANTS[name].first_send}.py"), url]
        for name in (BOTO3, *names)
    }
    return in_turn(programmes, rounds)


def imports(rounds: int) -> Rounds:
    """A Python that does nothing, and one that imports the package, both with `site`."""
    commands = {
        NOTHING: [sys.executable, "-P", "-c", "pass"],
        IMPORT: [sys.executable, "-P", "-c", "import smsvoice"],
    }
    return in_turn(commands, rounds)

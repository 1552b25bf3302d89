"""Whole processes in turn: from start to the first send, and a bare import."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

from benchmarks.environments import FOLDER, ROOT, UnavailableError, clean_environ
from benchmarks.libraries import BOTO3
from benchmarks.ratios import Cost, Rounds, interleaved

NOTHING, IMPORT = "python -c pass", "import smsvoice"
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


def whole_process(command: Sequence[str]) -> Cost:
    """What one process costs from its start to its end, and its peak of memory.

    The process that starts it must be small: on Linux a child's peak begins with its parent's.
    """
    FOLDER.mkdir(exist_ok=True)
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=FOLDER, env=clean_environ(), stdin=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise UnavailableError("ended with an error")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * PEAK_UNIT)


def in_turn(commands: Mapping[str, Sequence[str]], rounds: int) -> Rounds:
    """Several programmes in turn, after one run of each that fills caches and compiles."""
    for command in commands.values():
        whole_process(command)
    runs = {name: lambda one=command: whole_process(one) for name, command in commands.items()}
    return interleaved(runs, rounds)


def first_sends(python: str, libraries: Sequence[str], url: str, rounds: int) -> Rounds:
    """From the start of Python to its end after one send, with raw boto3 and each library."""
    script = str(ROOT / "benchmarks" / "first_send.py")
    commands = {name: [python, "-P", script, name, url] for name in (BOTO3, *libraries)}
    return in_turn(commands, rounds)


def imports(rounds: int) -> Rounds:
    """A Python that does nothing, and one that imports smsvoice; both with `site`."""
    programmes = {NOTHING: "pass", IMPORT: "import smsvoice"}
    commands = {name: [sys.executable, "-P", "-c", code] for name, code in programmes.items()}
    return in_turn(commands, rounds)

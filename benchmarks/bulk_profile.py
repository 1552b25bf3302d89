"""Where the CPU of `Bulk.send` goes: functions by their share of the time that Python runs.

`python -m benchmarks.bulk_profile` prints the tables. It needs py-spy (pip install py-spy), which
looks at a process from outside, so that nothing in it becomes slower; only threads that hold
Python's lock count. On Linux py-spy may need the right to look into other processes.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path

from benchmarks.bench_bulk import bulk_cost
from benchmarks.bulk_parts import LEDGERS, SQLITE, client, ledgers, use_environ
from benchmarks.environments import ROOT, clean_environ
from benchmarks.report import table
from benchmarks.static_server import running_server

THREADS = 16
_FRAME = re.compile(r"^(?P<name>.*) \((?P<file>[^()]*?)(?::\d+)?\)$")
AREAS = {
    "smsvoice/bulk/ledger/group": "waiting for the group (group.py)",
    "smsvoice/bulk/ledger": "the ledger",
    "smsvoice/bulk/messages": "reading rows (messages.py)",
    "smsvoice/bulk/templates": "reading rows (messages.py)",
    "smsvoice/bulk/turns": "turns and lanes",
    "smsvoice/bulk/lane": "turns and lanes",
    "smsvoice/bulk/pace": "turns and lanes",
    "smsvoice/bulk/tally": "counting (tally.py)",
    "smsvoice/transport": "the call",
    "smsvoice/sync": "the call",
    "smsvoice/bulk": "the run itself (run.py)",
}
"""By the beginning of a file's path, what it belongs to; the innermost frame that fits decides."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, or send for the program that looks on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=20_000, help="messages (20000)")
    parser.add_argument("--ledger", choices=LEDGERS, default=SQLITE)
    parser.add_argument("--top", type=int, default=25, help="functions in each table (25)")
    parser.add_argument("--send", nargs=2, metavar=("URL", "LEDGER"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.send:
        url, ledger = options.send
        spent = bulk_cost(client(url, THREADS), ledger, THREADS, options.messages, count())
        print(f"{1 / spent.wall:,.0f} messages a second, {spent.cpu * 1e6:,.0f} us of CPU each")
        return
    if shutil.which("py-spy", path=str(Path(sys.executable).parent)) is None:
        parser.error("py-spy is missing: pip install py-spy")
    with running_server() as at, ledgers([options.ledger]) as urls:
        use_environ(at["near"])
        send = ["--send", at["near"], urls[options.ledger](), "--messages", str(options.messages)]
        stacks = stacks_of([sys.executable, "-m", "benchmarks.bulk_profile", *send], at["near"])
    stacks = Counter({stack: times for stack, times in stacks.items() if in_send(stack)})
    whole = sum(stacks.values())
    print(f"\n{whole:,} samples, {options.ledger} ledger\n")
    print(shares("where", areas(stacks), whole, options.top))
    print()
    print(shares("function, with all that it calls", inclusive(stacks), whole, options.top))
    print()
    print(shares("function alone", alone(stacks), whole, options.top))


Stacks = Counter[tuple[str, ...]]


def stacks_of(command: Sequence[str], url: str) -> Stacks:
    """Run a command under py-spy; how often each stack was seen, outermost function first.

    py-spy does not stop the process: a few samples may be wrong, and the others are not biased.
    """
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "stacks")
        look = [str(Path(sys.executable).with_name("py-spy")), "record", "--gil", "--rate", "200"]
        look += [
            "--nonblocking",
            "--format",
            "raw",
            "--nolineno",
            "--full-filenames",
            "--output",
            str(found),
            "--",
        ]
        subprocess.run([*look, *command], cwd=ROOT, env=clean_environ(url), check=True)
        return read(found.read_text("utf-8").splitlines())


def read(lines: Iterable[str]) -> Stacks:
    """What py-spy wrote: frames with semicolons between them, a blank, how often."""
    found: Stacks = Counter()
    for line in lines:
        frames, _, times = line.rpartition(" ")
        found[tuple(short(each) for each in frames.split(";"))] += int(times)
    return found


def short(frame: str) -> str:
    """A frame as `path: function`, its path from the package on."""
    parts = _FRAME.match(frame)
    if parts is None:
        return frame
    file = parts["file"].rpartition("site-packages/")[2]
    file = re.sub(r"^.*/(smsvoice/|benchmarks/|lib/python[\d.]+/)", r"\1", file)
    return f"{file}: {parts['name']}"


def in_send(stack: Sequence[str]) -> bool:
    """Whether a sample is of a call of `send`, and not of imports before it."""
    return any(function.startswith("smsvoice/bulk/run.py: ") for function in stack) and not any(
        "importlib" in function for function in stack
    )


def inclusive(stacks: Stacks) -> Counter[str]:
    """By function, how often it was somewhere in a stack."""
    found: Counter[str] = Counter()
    for stack, times in stacks.items():
        for function in set(stack):
            found[function] += times
    return found


def alone(stacks: Stacks) -> Counter[str]:
    """By function, how often it was what ran."""
    found: Counter[str] = Counter()
    for stack, times in stacks.items():
        found[stack[-1]] += times
    return found


def areas(stacks: Stacks) -> Counter[str]:
    """By part of the program, how often its code ran, or what it called outside of smsvoice."""
    found: Counter[str] = Counter()
    for stack, times in stacks.items():
        names = (
            name
            for function in reversed(stack)
            for start, name in AREAS.items()
            if function.startswith(start)
        )
        found[next(names, "other")] += times
    return found


def shares(title: str, found: Counter[str], whole: int, top: int) -> str:
    """A table of the largest."""
    lines = [(f"`{name}`", f"{times / whole:.1%}") for name, times in found.most_common(top)]
    return table((title, "of all"), lines)


if __name__ == "__main__":
    main()

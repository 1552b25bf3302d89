"""Whether no second holds more parts than an identity may send: the emulator as the witness.

`python -m benchmarks.bulk_pace` prints the tables. The emulator's server has a process of its own,
and notes when each message arrives. One process, then four that share two identities, of 100 and
50 parts a second, send through it for some seconds. `--skewed` sends from four processes, of
which the last one's clock is 3 seconds ahead, as that of another host may be.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from random import Random
from typing import Any, Final, Self

from benchmarks.bench_emulator import EMULATOR, running
from benchmarks.bulk_parts import (
    LEDGERS,
    POSTGRESQL,
    begin_together,
    client,
    ledgers,
    mean_rate,
    peak,
    percent,
    text_of,
    use_environ,
)
from benchmarks.bulk_waits import Wait, simulated, waits_of
from benchmarks.environments import ROOT, clean_environ
from benchmarks.report import table

LIMITS: Final = (100, 50)
MIXES: Final[dict[str, dict[int, int]]] = {
    "1 to 3 parts": {1: 1, 2: 1, 3: 1},
    "1, 2 or 10 parts": {1: 60, 2: 30, 10: 10},
}
PERSON: Final = "+14254147755"
THREADS: Final = 16
SECONDS: Final = 20.0
_AHEAD: Final = 3.0


@dataclass(frozen=True)
class Arrival:
    """A message as the emulator saw it."""

    at: float
    identity: str
    parts: int
    process: str


@dataclass(frozen=True)
class Measured:
    """One run: what arrived, and how long messages waited in the processes."""

    title: str
    mix: str
    processes: int
    arrivals: list[Arrival]
    waits: list[Wait]
    limits: dict[str, int]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, or be one of the processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="of each run (20)")
    parser.add_argument("--ledgers", nargs="+", choices=LEDGERS, default=list(LEDGERS))
    parser.add_argument("--skewed", action="store_true", help="only the run with one clock ahead")
    parser.add_argument("--send", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.send:
        send(**json.loads(options.send))
        return
    found: list[Measured] = []
    with ledgers([POSTGRESQL] if options.skewed else options.ledgers) as urls:
        if options.skewed:
            at = urls[POSTGRESQL]()
            found.append(run("one clock 3 s ahead", at, 4, options.seconds, is_skewed=True))
        else:
            for name, new in urls.items():
                found += [
                    run(name, new(), processes, options.seconds, mix=mix)
                    for mix in MIXES
                    for processes in (1, 4)
                ]
    print(f"{options.seconds:.0f} s each, {THREADS} threads a process; peak: the most parts in any")
    print("stretch of one second as they arrived\n")
    print(table(RATE_HEADS, [line for one in found for line in rate_lines(one)], texts=4))
    print("\nPeaks at each stage, against the limit; milliseconds between stages: mean, longest\n")
    print(table(STAGE_HEADS, [line for one in found for line in stage_lines(one)], texts=3))
    print("\nSeconds from the moment when a process asks for a message's place until it leaves\n")
    print(table(WAIT_HEADS, wait_lines(found), texts=4))
    if not options.skewed:
        print("\nThe same by simulation of the rule alone, one identity of 100 parts a second\n")
        print(table(WAIT_HEADS, simulated_lines(), texts=4))


# --- A run -----------------------------------------------------------------------------------


def run(
    title: str,
    ledger: str,
    processes: int,
    seconds: float,
    *,
    mix: str = "1 to 3 parts",
    is_skewed: bool = False,
) -> Measured:
    """Send for some seconds from some processes; the last one's clock may be ahead."""
    print(f"sending: {title}, {mix}, {processes} processes", file=sys.stderr, flush=True)
    with running(*EMULATOR[:-1], "--keep", "0", EMULATOR[-1]) as port, ExitStack() as stack:
        url = f"http://127.0.0.1:{port}"
        use_environ(url)
        limits = dict(zip(numbers(url), LIMITS, strict=True))
        rows = int(sum(LIMITS) * seconds * 2 / processes)
        children: list[subprocess.Popen[str]] = []
        for number in range(processes):
            asked: Any = {"url": url, "ledger": ledger, "mix": mix, "paces": limits}
            asked |= {"number": number, "rows": rows}
            asked["is_ahead"] = is_skewed and number == processes - 1
            command = [sys.executable, "-m", "benchmarks.bulk_pace", "--send", json.dumps(asked)]
            child = subprocess.Popen(
                command,
                cwd=ROOT,
                env=clean_environ(url),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            children.append(stack.enter_context(child))
            stack.callback(child.kill)
        waits = conducted(children, ledger, url, seconds)
        return Measured(title, mix, processes, arrived(url), waits, limits)


def conducted(
    children: Sequence["subprocess.Popen[str]"], ledger: str, url: str, seconds: float
) -> list[Wait]:
    """Let all begin at once, stop them after some seconds; how long messages waited in all."""
    begin_together(children)
    time.sleep(seconds)
    bulk_of(url, ledger, {}).stop()
    found: list[Wait] = []
    for child in children:
        printed, _ = child.communicate(timeout=60)
        found += [Wait(*one) for one in json.loads(printed)]
    return found


def numbers(url: str) -> list[str]:
    """Two simulator numbers of the emulator."""
    sms = client(url, 1)
    asked = {
        "iso_country_code": "US",
        "message_type": "TRANSACTIONAL",
        "number_capabilities": ["SMS"],
        "number_type": "SIMULATOR",
    }
    return [str(sms.api.request_phone_number(**asked).phone_number) for _ in LIMITS]


def arrived(url: str) -> list[Arrival]:
    """What the emulator received."""
    with urllib.request.urlopen(f"{url}/_smsvoice/messages?limit=10000000") as answer:
        messages = json.load(answer)["messages"]
    return [
        Arrival(
            datetime.fromisoformat(one["SentAt"]).timestamp(),
            one["OriginationIdentity"],
            one["MessageParts"],
            one["Context"]["smsvoice"].partition("/")[2].partition("-")[0],
        )
        for one in messages
    ]


def put_clock_ahead() -> None:
    """Put this process's wall clock ahead, wherever Python reads it; its steady clock stays."""
    wall = time.time

    class Ahead(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp(wall() + _AHEAD, tz)

    time.time = lambda: wall() + _AHEAD
    for name, module in list(sys.modules.items()):
        if name.startswith("smsvoice.") and vars(module).get("datetime") is datetime:
            vars(module)["datetime"] = Ahead


# --- One of the processes --------------------------------------------------------------------


def bulk_of(url: str, ledger: str, paces: dict[str, float]) -> Any:
    """The campaign."""
    from smsvoice.bulk import Bulk

    return Bulk(
        "pace", ledger=ledger, sms=client(url, THREADS), parts_per_second=paces, threads=THREADS
    )


def send(
    *,
    url: str,
    ledger: str,
    mix: str,
    paces: dict[str, float],
    number: int,
    rows: int,
    is_ahead: bool,
) -> None:
    """Send until stopped, and print how long messages waited."""
    from smsvoice.bulk import BulkStoppedError

    bulk = bulk_of(url, ledger, paces)
    bulk.totals()  # loads the ledger, and makes its tables
    if is_ahead:
        put_clock_ahead()
    waits: list[Wait] = []
    with waits_of(waits):
        print("ready", flush=True)
        sys.stdin.readline()
        with suppress(BulkStoppedError):
            bulk.send(mixed(rows, list(paces), MIXES[mix], number))
    print(json.dumps(waits))


def mixed(
    many: int, identities: Sequence[str], mix: dict[int, int], number: int
) -> Iterator[dict[str, Any]]:
    """Rows of one process: of three, two are of the first identity, as it is twice as fast."""
    draw, kinds, weights = Random(number), list(mix), list(mix.values())
    for index, parts in enumerate(draw.choices(kinds, weights, k=many)):
        yield {
            "key": f"{number}-{index}",
            "destination_phone_number": PERSON,
            "message_body": text_of(parts),
            "origination_identity": identities[index % 3 == 2],
        }


# --- Tables ----------------------------------------------------------------------------------

RATE_HEADS = (
    *("ledger", "parts a message", "processes", "shares", "limit", "peak", "over by"),
    *("of the limit", "parts a second"),
)
WAIT_HEADS = (
    *("ledger", "parts a message", "processes", "parts", "messages", "mean"),
    *("99 of 100 below", "longest"),
)


def rate_lines(one: Measured) -> Iterator[tuple[str, ...]]:
    """The figures of a run, for each identity."""
    shares = shares_of(one.arrivals, one.processes)
    for identity, limit in one.limits.items():
        seen = [(each.at, each.parts) for each in one.arrivals if each.identity == identity]
        most, rate = peak(seen), mean_rate(seen)
        over = f"{max(0, most - limit)}"
        named = (one.title, one.mix, str(one.processes), shares if one.processes > 1 else "")
        yield *named, str(limit), str(most), over, percent(most, limit), f"{rate:.1f}"


STAGE_HEADS = (
    *("ledger", "parts a message", "processes", "limit", "due", "a thread has it", "it leaves"),
    *("it arrives", "due to thread", "thread to leaving"),
)


def stage_lines(one: Measured) -> Iterator[tuple[str, ...]]:
    """The peak of each identity as planned and as it became on the way: where it grows."""
    for identity, limit in one.limits.items():
        mine = [wait for wait in one.waits if wait.identity == identity]
        seen = [(each.at, each.parts) for each in one.arrivals if each.identity == identity]
        stages: tuple[list[tuple[float, int]], ...] = (
            [(wait.due, wait.parts) for wait in mine],
            [(wait.handed, wait.parts) for wait in mine],
            [(wait.left, wait.parts) for wait in mine],
            seen,
        )
        late = (
            [max(0.0, wait.handed - wait.due) for wait in mine],
            [wait.left - wait.handed for wait in mine],
        )
        peaks = [str(peak(stage)) for stage in stages]
        between = [f"{statistics.mean(ms) * 1e3:.1f}, {max(ms) * 1e3:.0f}" for ms in late]
        yield one.title, one.mix, str(one.processes), str(limit), *peaks, *between


def shares_of(arrivals: Iterable[Arrival], processes: int) -> str:
    """The parts of each process, in percent of all, while all of them sent."""
    known = list(arrivals)
    names = {str(number) for number in range(processes)}
    spans = [[one.at for one in known if one.process == name] for name in sorted(names)]
    if not all(spans):
        return "a process sent nothing"
    begin, end = max(map(min, spans)), min(map(max, spans))
    parts: Counter[str] = Counter()
    for one in known:
        if begin <= one.at <= end:
            parts[one.process] += one.parts
    whole = sum(parts.values())
    return " ".join(percent(parts[name], whole) for name in sorted(names))


def wait_lines(found: Iterable[Measured]) -> Iterator[tuple[str, ...]]:
    """The waiting times of each run, by the parts of messages."""
    for one in found:
        yield from waited((one.title, one.mix, str(one.processes)), one.waits)


def waited(names: tuple[str, ...], waits: Iterable[Wait]) -> Iterator[tuple[str, ...]]:
    """Lines of waiting times, one for each number of parts."""
    by_parts: dict[int, list[float]] = {}
    for one in waits:
        by_parts.setdefault(one.parts, []).append(one.left - one.asked)
    for parts, seconds in sorted(by_parts.items()):
        high = statistics.quantiles(seconds * 2, n=100)[98]
        figures = (statistics.mean(seconds), high, max(seconds))
        yield *names, str(parts), f"{len(seconds):,}", *(f"{each:.2f}" for each in figures)


def simulated_lines() -> Iterator[tuple[str, ...]]:
    """The same of simulated runs, which know no ledger and no jitter."""
    for mix, weights in MIXES.items():
        for processes in (1, 4):
            yield from waited(("none", mix, str(processes)), simulated(weights, processes))


if __name__ == "__main__":
    main()

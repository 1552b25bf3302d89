"""How 100 million messages would run: many processes, one ledger, on the emulator's clock.

`python -m benchmarks.bulk_simulation` prints the tables; `--price` adds what it costs. The ledger's
SQL and the pace are real, and so are the databases; only time and AWS are simulated. What is
assumed is printed with the tables.
"""

import argparse
import json
import math
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random
from typing import Final

from benchmarks.bench_bulk import size_of
from benchmarks.bulk_parts import LEDGERS, begin_together, key_of, ledgers, peak
from benchmarks.environments import ROOT
from benchmarks.report import table
from benchmarks.simulated_senders import CAMPAIGN, MESSAGE_ID, Outcome, Plan, Simulation

MESSAGES: Final = 100_000_000
IDENTITIES: Final = (1, 10, 50)
PROCESSES: Final = (1, 2, 4, 8)
_PAST: Final = 2.0
"""Seconds at the beginning, in which lines have no past, that do not count in rates."""
_GROUP: Final = 3
"""Messages that take their places at once, at 100 parts a second and 1 or 2 parts a message."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, or be one of the processes that load a database."""
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--seconds", type=float, default=60.0, help="of the emulator's time (60)")
    add("--processes", type=int, default=20)
    add("--identities", type=int, default=50)
    add("--commit", type=float, default=0.005, help="seconds that a commit takes there (0.005)")
    add("--answer", type=float, default=0.05, help="seconds that AWS takes to answer (0.05)")
    add("--ledgers", nargs="+", choices=LEDGERS, default=list(LEDGERS))
    add("--load", type=int, default=8_000, help="messages of each run of the database alone (8000)")
    add(
        "--sender", type=float, default=500.0, help="messages a second that one process sends (500)"
    )
    add(
        "--price",
        type=float,
        help="US dollars a message part as your price list has it, e.g. 0.0081",
    )
    add("--write", nargs=3, metavar=("LEDGER", "NUMBER", "MESSAGES"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.write:
        ledger, number, messages = options.write
        print(json.dumps(written(ledger, int(number), int(messages))))
        return
    plan = Plan(
        processes=options.processes,
        identities=options.identities,
        seconds=options.seconds,
        commit=options.commit,
        answer=options.answer,
    )
    known: dict[str, tuple[float, float]] = {}
    rates: list[float] = []
    with ledgers(options.ledgers) as urls:
        lines: list[tuple[str, ...]] = []
        for name, new in urls.items():
            print(f"simulating with {name}", file=sys.stderr, flush=True)
            at = new()
            outcome = Simulation(plan, _url(at)).run()
            rates = rates_of(outcome, plan.seconds)
            each = size_of(at) / outcome.messages
            lines.append(line(name, plan, outcome, rates, each))
            known[name] = (0.0, each)
        print(f"Simulated: {plan.seconds:.0f} s, {plan.processes} processes, ", end="")
        print(f"{plan.identities} identities of {plan.parts_per_second:.0f} parts a second each\n")
        print(table(HEADS, lines))
        print("\nThe ledger alone, with real processes of 16 threads that write at once\n")
        loads = []
        for name, new in urls.items():
            found = {one: load(new(), one, options.load) for one in PROCESSES}
            known[name] = (max(found.values()), known[name][1])
            loads.append((name, *(f"{found[one]:,.0f}" for one in PROCESSES)))
        print(table(("messages a second", *(f"{one} processes" for one in PROCESSES)), loads))
    print(f"\n{MESSAGES:,} messages, 1 or 2 parts each, 1.5 in the middle\n")
    print(forecasts(known, sum(rates) / len(rates), options.sender, options.price))
    print(ASSUMED.format(commit=plan.commit * 1e3, answer=plan.answer * 1e3, sender=options.sender))


ASSUMED = """
Assumed: every process has messages for every identity until the end; a commit takes {commit:.0f} ms
of the emulator's time and AWS answers after {answer:.0f} ms; AWS accepts every message, and the
account's quota of send requests is as high as the identities need (AWS raises it on request). The
simulation runs one transaction after the other, so its wall clock says what a single connection
does, and nothing of locks that wait for each other; the table of the ledger alone has these. The
number of databases is the rate over the largest figure of that table, measured on the machine of
this run, where the writers share the processors with the database; campaigns are divided by a hash
of the key, each part with a name and a ledger of its own, and the identities are divided too, since
a pace holds within one ledger; an SQLite ledger is for the processes of one host. A sending process
is taken to send {sender:.0f} messages a second. Storage is that of settled rows with keys of 32
characters, without logs and copies. The price is the argument given, and has no carrier's fee in
it."""
HEADS = (
    *("ledger", "messages", "parts a second: least", "middle", "most", "peak in any second"),
    *("parts by process: least", "most", "transactions a message", "a second, real"),
    *("messages a second, real", "MB a million rows"),
)


def line(
    name: str, plan: Plan, outcome: Outcome, rates: Sequence[float], octets: float
) -> tuple[str, ...]:
    """The figures of one simulation."""
    peaks = [peak(arrivals) for arrivals in outcome.arrivals.values()]
    fair = sum(outcome.by_process) / plan.processes
    return (
        name,
        f"{outcome.messages:,}",
        *(f"{one:.1f}" for one in (min(rates), sum(rates) / len(rates), max(rates))),
        f"{max(peaks)} of {plan.parts_per_second:.0f}",
        *(f"{one / fair:.1%}" for one in (min(outcome.by_process), max(outcome.by_process))),
        f"{outcome.transactions / outcome.messages:.2f}",
        f"{outcome.transactions / outcome.in_ledger:,.0f}",
        f"{outcome.messages / outcome.in_ledger:,.0f}",
        f"{octets:,.0f}",
    )


def rates_of(outcome: Outcome, seconds: float) -> list[float]:
    """Parts a second of each identity, without the first seconds and what left after the end."""
    past = _PAST if seconds > 2 * _PAST else 0.0
    return [
        sum(parts for at, parts in arrivals if past <= at < seconds) / (seconds - past)
        for arrivals in outcome.arrivals.values()
    ]


# --- The ledger alone ------------------------------------------------------------------------


def load(ledger: str, processes: int, messages: int) -> float:
    """Messages a second that so many processes write at once; all begin together."""
    print(f"loading it from {processes} processes", file=sys.stderr, flush=True)
    each = messages // processes
    command = [sys.executable, "-m", "benchmarks.bulk_simulation", "--write", ledger]
    children = [
        subprocess.Popen(
            [*command, str(number), str(each)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(processes)
    ]
    begin_together(children)
    spans: list[tuple[float, float]] = [json.loads(child.communicate()[0]) for child in children]
    return each * processes / (max(end for _, end in spans) - min(begin for begin, _ in spans))


def written(ledger: str, number: int, messages: int) -> tuple[float, float]:
    """Places, begin and settle of many messages in 16 threads; when it began and ended.

    Every third message takes places for three, in one of fifty lines, as lanes do.
    """
    from smsvoice.bulk.ledger._ledger import opened

    book, draw = opened(_url(ledger)), Random(number)
    book.stops(CAMPAIGN)

    def one(index: int) -> None:
        if index % _GROUP == 0:
            book.places(f"identity-{draw.randrange(50)}", [1, 2, 1], 1_000_000.0)
        key = key_of(number * messages + index)
        assert book.begin(CAMPAIGN, key, 1)
        book.settle(CAMPAIGN, key, "sent", message_id=MESSAGE_ID)

    print("ready", flush=True)
    sys.stdin.readline()
    begun = time.monotonic()
    with ThreadPoolExecutor(16) as threads:
        for _ in threads.map(one, range(messages)):
            pass
    book.flush()
    return begun, time.monotonic()


def _url(ledger: str) -> str:
    from smsvoice.bulk.ledger.location import ledger_url

    return ledger_url(ledger)


# --- The forecast ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Forecast:
    """How a campaign would run."""

    parts_per_second: float
    databases: int
    senders: int
    hours: float
    gigabytes: float
    dollars: float | None


def forecast(
    *,
    messages: int,
    parts_a_message: float,
    identities: int,
    reached: float,
    capacity: float,
    sender: float,
    bytes_a_row: float,
    price: float | None,
) -> Forecast:
    """How a campaign would run if nothing but the identities holds it up.

    Args:
        messages: how many.
        parts_a_message: in the middle.
        identities: how many send.
        reached: parts a second of each.
        capacity: messages a second that one ledger takes.
        sender: messages a second that one process sends.
        bytes_a_row: of the ledger.
        price: US dollars a part, if it is known.
    """
    rate = identities * reached
    messages_a_second = rate / parts_a_message
    parts = messages * parts_a_message
    return Forecast(
        rate,
        math.ceil(messages_a_second / capacity),
        math.ceil(messages_a_second / sender),
        parts / rate / 3600,
        messages * bytes_a_row / 1e9,
        None if price is None else parts * price,
    )


def forecasts(
    known: dict[str, tuple[float, float]], reached: float, sender: float, price: float | None
) -> str:
    """The table: by ledger and number of identities."""

    def lines() -> Iterator[Iterable[str]]:
        for name, (capacity, octets) in known.items():
            for identities in IDENTITIES:
                one = forecast(
                    messages=MESSAGES,
                    parts_a_message=1.5,
                    identities=identities,
                    reached=reached,
                    capacity=capacity,
                    sender=sender,
                    bytes_a_row=octets,
                    price=price,
                )
                yield (
                    name,
                    str(identities),
                    f"{one.parts_per_second:,.0f}",
                    f"{one.hours:,.1f}",
                    f"{one.hours / 24:,.1f}",
                    str(one.databases),
                    str(one.senders),
                    f"{one.gigabytes:.1f}",
                    "say --price" if one.dollars is None else f"{one.dollars:,.0f}",
                )

    heads = ("ledger", "identities", "parts a second", "hours", "days", "databases")
    return table((*heads, "sending processes", "GB of ledger", "US dollars"), map(tuple, lines()))


if __name__ == "__main__":
    main()

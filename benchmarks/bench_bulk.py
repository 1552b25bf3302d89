"""Messages a second of `Bulk.send`, beside boto3 and `send_text` in as many threads.

`python -m benchmarks.bench_bulk` prints the tables; `--quick` hurries. All run in one process, in
turns; the server that answers and PostgreSQL have processes of their own, so the CPU is that of
the sender alone. There is no pace: what is measured is how fast it could go.
"""

import argparse
import math
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.adapters.boto import make_client
from benchmarks.bulk_parts import Ledgers, client, key_of, ledgers, rows, use_environ
from benchmarks.ratios import Cost, Rounds, cost, interleaved, middle, ratio
from benchmarks.report import spread, table
from benchmarks.samples import KEYWORDS, TEXT
from benchmarks.static_server import LATENCY, running_server

BOTO3, OURS, BULK = "boto3", "send_text", "Bulk.send"
HEADS = ("", "messages a second", "against boto3", "us of CPU a message", "against boto3")
NEAR, FAR = "near", "far"
Run = Callable[[], Cost]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the messages, 2 rounds")
    parser.add_argument("--messages", type=int, default=2_000, help="of each round (2000)")
    parser.add_argument("--rounds", type=int, default=5, help="all in turns (5)")
    options = parser.parse_args(arguments)
    if options.quick:
        options.messages, options.rounds = options.messages // 10, 2
    with running_server() as at, ledgers() as urls:
        use_environ(at[NEAR])
        print(f"{options.rounds} rounds of {options.messages:,} messages; load before:", end=" ")
        print(f"{os.getloadavg()[0]:.1f}; quartiles in brackets")
        for server, threads in ((NEAR, 16), (FAR, 16), (FAR, 32), (FAR, 64)):
            latency = "at once" if server == NEAR else f"after {LATENCY * 1000:.0f} ms"
            print(f"\n{threads} threads, each answer {latency}\n")
            print(throughput(at[server], urls, threads, options.messages, options.rounds))
        print("\nLedger alone: begin and settle of each message\n")
        print(ledger_costs(urls, options.messages, options.rounds))


def throughput(url: str, urls: Ledgers, threads: int, messages: int, rounds: int) -> str:
    """One table: everything in as many threads, against boto3 in the same round."""
    runs, check = senders(url, urls, threads, messages)
    for run in runs.values():
        run()  # opens connections and fills caches
    found = interleaved(runs, rounds)
    check()
    return table(HEADS, [line(name, found) for name in runs])


def line(name: str, found: Rounds) -> tuple[str, ...]:
    """The figures of one sender."""
    mine, boto3 = found[name], found[BOTO3]
    return (
        name,
        f"{1 / middle(mine, 'wall'):,.0f}",
        spread(ratio(boto3, mine, "wall")),
        f"{middle(mine, 'cpu') * 1e6:,.0f}",
        spread(ratio(mine, boto3, "cpu")),
    )


def senders(
    url: str, urls: Ledgers, threads: int, messages: int
) -> tuple[dict[str, Run], Callable[[], None]]:
    """By name, what sends all messages once; and a check that the fast path was open."""
    raw, sms = make_client(url, threads), client(url, threads)

    def in_threads(send: Callable[[], Any]) -> Cost:
        def work() -> None:
            with ThreadPoolExecutor(threads) as pool:
                done = list(pool.map(lambda _: send(), range(messages)))
            assert all(done)

        return cost(work, messages)

    runs: dict[str, Run] = {
        BOTO3: partial(in_threads, lambda: raw.send_text_message(**TEXT)["MessageId"]),
        OURS: partial(in_threads, lambda: sms.messages.send_text(**KEYWORDS).message_id),
    }
    for name, new in urls.items():
        runs[f"{BULK}, {name}"] = partial(bulk_cost, sms, new(), threads, messages, count())

    def check() -> None:
        if sms.fast_path != "open":
            raise RuntimeError(f"the fast path was not open: {sms.fast_path}")

    return runs, check


def bulk_cost(sms: Any, ledger: str, threads: int, messages: int, numbers: "count[int]") -> Cost:
    """What a message of one campaign costs; each call is a campaign of its own."""
    from smsvoice.bulk import Bulk, Outcome

    bulk = Bulk(
        f"campaign-{next(numbers)}",
        ledger=ledger,
        sms=sms,
        parts_per_second=math.inf,
        threads=threads,
    )
    reports: list[Any] = []
    spent = cost(lambda: reports.append(bulk.send(rows(messages))), messages)
    assert reports[0].count(Outcome.SENT) == messages
    return spent


# --- The ledger alone ------------------------------------------------------------------------


def ledger_costs(urls: Ledgers, messages: int, rounds: int) -> str:
    """One table: what begin and settle cost, and what a message takes on the disk."""
    made: list[tuple[str, ...]] = []
    for name, new in urls.items():
        by_threads: Mapping[int, Run] = {
            threads: partial(ledger_cost, new(), threads, messages, count()) for threads in (1, 16)
        }
        found = interleaved({str(threads): run for threads, run in by_threads.items()}, rounds)
        octets = f"{bytes_a_row(new(), messages):,.0f}"
        for threads in by_threads:
            costs = found[str(threads)]
            wall, cpu = middle(costs, "wall"), middle(costs, "cpu")
            figures = (f"{wall * 1e6:,.0f}", f"{1 / wall:,.0f}", f"{cpu * 1e6:,.0f}", octets)
            made.append((f"{name}, {threads} thread{'s' * (threads > 1)}", *figures))
    heads = ("", "us a message", "messages a second", "us of CPU a message", "bytes a row")
    return table(heads, made)


def ledger_cost(path: str, threads: int, messages: int, numbers: "count[int]") -> Cost:
    """Begin and settle of each message, as the threads that send do it."""
    from smsvoice.bulk.ledger._ledger import opened
    from smsvoice.bulk.ledger.location import ledger_url

    ledger, campaign = opened(ledger_url(path)), f"campaign-{next(numbers)}"

    def one(number: int) -> None:
        key = key_of(number)
        assert ledger.begin(campaign, key, 1)
        ledger.settle(campaign, key, "sent", message_id="7f1b3e0c-5c1e-4a53-9d0c-3c1f6f1f2a10")

    def work() -> None:
        with ThreadPoolExecutor(threads) as pool:
            for _ in pool.map(one, range(messages), chunksize=1):
                pass
        ledger.flush()

    return cost(work, messages)


def bytes_a_row(path: str, messages: int) -> float:
    """What a settled message takes on the disk, its index and the empty space in pages included."""
    before = size_of(path)
    ledger_cost(path, 16, messages, count())
    return (size_of(path) - before) / messages


def size_of(path: str) -> int:
    """Bytes of a ledger's messages on the disk, without the log of a transaction that goes on."""
    from smsvoice.bulk.ledger._ledger import opened
    from smsvoice.bulk.ledger.location import ledger_url

    opened(ledger_url(path))  # makes the tables
    if "://" not in path:
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        return Path(path).stat().st_size
    import psycopg

    with psycopg.connect(path.replace("+psycopg", "")) as server:
        found = server.execute("SELECT pg_total_relation_size('smsvoice_messages')").fetchone()
    assert found is not None
    return int(found[0])


if __name__ == "__main__":
    main()

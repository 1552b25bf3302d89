"""What the tests of the ledger share: ledgers that are closed at the end, and other processes."""

import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from smsvoice.bulk.ledger._ledger import Ledger
from smsvoice.bulk.ledger._schema import META
from smsvoice.bulk.ledger._writes import Begin, Clock, Settle
from smsvoice.bulk.ledger.group import Write

ROOT = Path(__file__).parents[2]
SECONDS = 60
ALL = ("sent", "refused", "unknown", "sending")
STATES = ("sent", "refused", "unknown")


@contextmanager
def ledger_at(url: str, clock: Clock | None = None) -> Iterator[Ledger]:
    """A ledger whose connections are closed at the end."""
    ledger = Ledger(url, clock)
    try:
        yield ledger
    finally:
        ledger.close()


def write(ledger: Ledger, writes: Sequence[Write]) -> None:
    """Write many at once, with one commit."""
    ledger._write_all(writes)


def begin_all(ledger: Ledger, campaign: str, keys: Iterable[str], parts: int = 1) -> None:
    """Begin many messages with one commit."""
    write(ledger, [Begin(campaign, key, parts) for key in keys])


def settle_all(ledger: Ledger, campaign: str, keys: Iterable[str], state: str) -> None:
    """Settle many messages with one commit."""
    write(ledger, [Settle(campaign, key, state) for key in keys])


def states_of(ledger: Ledger, campaign: str, keys: Sequence[str]) -> dict[str, str]:
    """The states of the keys that have a row."""
    return {key: entry.state for key, entry in ledger.known(campaign, keys).items()}


def rows_of(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """All that the database holds, by table."""
    with ledger._database.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(sa.select(table))]
            for table in META.sorted_tables
        }


def age(ledger: Ledger, seconds: float) -> None:
    """Make all rows older."""
    with ledger._database.writing() as connection:
        change = "UPDATE smsvoice_messages SET begun_at = begun_at - :seconds"
        connection.execute(sa.text(change), {"seconds": seconds})


@contextmanager
def process(program: str, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Another Python that runs a program; it is killed at the end if it still runs."""
    with subprocess.Popen(
        (sys.executable, "-c", program, *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def line_from(running: "subprocess.Popen[str]") -> str:
    """The next line that a process writes."""
    assert running.stdout is not None
    return running.stdout.readline().strip()

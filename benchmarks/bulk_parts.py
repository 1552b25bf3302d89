"""What the benchmarks of bulk sending share: rows, clients, ledgers, and figures of arrivals."""

import hashlib
import os
import subprocess
import tempfile
from bisect import bisect_left
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import accumulate, count
from pathlib import Path
from typing import Any, Final

from benchmarks.environments import clean_environ
from benchmarks.samples import KEYWORDS
from tests.factories.databases import postgresql

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
LEDGERS: Final = (SQLITE, POSTGRESQL)
Ledgers = dict[str, Callable[[], str]]
_CHARACTERS: Final = {1: 100, 2: 250, 3: 400, 10: 1_520}
"""The length of a text of so many parts."""


def use_environ(url: str) -> None:
    """Give this process fake credentials and no other setting of AWS's."""
    clean = clean_environ(url)
    os.environ.clear()
    os.environ.update(clean)


def client(url: str, connections: int) -> Any:
    """An SmsVoice that may open so many connections."""
    from botocore.config import Config

    from smsvoice import SmsVoice

    return SmsVoice(endpoint_url=url, config=Config(max_pool_connections=connections))


def key_of(number: int) -> str:
    """A key as smsvoice makes them from phone numbers: as long, and in no order."""
    return hashlib.blake2b(str(number).encode(), digest_size=16).hexdigest()


def rows(many: int) -> Iterator[dict[str, Any]]:
    """The text of all benchmarks so many times, each with a key of its own."""
    return ({"key": key_of(number), **KEYWORDS} for number in range(many))


def text_of(parts: int) -> str:
    """A text that is cut into so many parts; 1, 2, 3 or 10."""
    return "Your table is ready. ".ljust(_CHARACTERS[parts], "x")


@contextmanager
def ledgers(names: Sequence[str] = LEDGERS) -> Generator[Ledgers]:
    """By name, a function that gives the address of a new ledger; all are gone at the end.

    SQLite's are files in the system's folder for temporary files: set TMPDIR to the disk that is
    to be measured. PostgreSQL runs on this machine, with the durability that it has by default.
    """
    with ExitStack() as stack:
        found: Ledgers = {}
        if SQLITE in names:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="smsvoice-bench-"))
            numbers = count()
            found[SQLITE] = lambda: str(Path(folder, f"{next(numbers)}.db"))
        if POSTGRESQL in names:
            found[POSTGRESQL] = stack.enter_context(postgresql()).create_database
        yield found


def peak(arrivals: Sequence[tuple[float, int]], seconds: float = 1.0) -> int:
    """The most parts that any stretch of so many seconds holds, its end not included.

    Args:
        arrivals: when messages arrived, in seconds, and their parts; in any order.
        seconds: the length of the stretch.
    """
    ordered = sorted(arrivals)
    times = [at for at, _ in ordered]
    before = [0, *accumulate(parts for _, parts in ordered)]
    first, last = (
        (bisect_left(times, at) for at in times),
        (bisect_left(times, at + seconds) for at in times),
    )
    return max((before[b] - before[a] for a, b in zip(first, last, strict=True)), default=0)


def mean_rate(arrivals: Sequence[tuple[float, int]]) -> float:
    """Parts per second from the first arrival to the last; the first one's parts open the count."""
    if len(arrivals) < 2:
        return 0.0
    ordered = sorted(arrivals)
    return sum(parts for _, parts in ordered[1:]) / (ordered[-1][0] - ordered[0][0])


def percent(value: float, whole: float) -> str:
    """A share in percent, without decimals."""
    return f"{value / whole:.0%}" if whole else "none"


def begin_together(children: Sequence["subprocess.Popen[str]"]) -> None:
    """Wait until all processes say that they are ready, and let them begin."""
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()

"""Memory of a process that sends many rows with `Bulk.send`, from a generator and from a file.

`python -m benchmarks.bulk_memory` prints a table and draws docs/images/bulk-memory.svg; rows are
its arguments: `python -m benchmarks.bulk_memory 10000 100000 1000000`. Each size has a process of
its own, an SQLite ledger and a server that answers at once. The drawing needs matplotlib, which is
no dependency of this project: pip install matplotlib. Linux only: memory is read from /proc.
"""

import argparse
import csv
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.bulk_parts import client, rows
from benchmarks.environments import ROOT, clean_environ
from benchmarks.report import table
from benchmarks.static_server import running_server

SIZES = (10_000, 30_000, 100_000)
SOURCES = ("generator", "csv")
TITLES = {"generator": "a generator", "csv": "read_rows of a CSV file"}
DRAWING = ROOT / "docs" / "images" / "bulk-memory.svg"
THREADS = 16
_MOST_SAMPLES = 400
_MIB = 2**20


@dataclass
class Measured:
    """One run: how it went, and memory in bytes when so many rows were done."""

    source: str
    rows: int
    seconds: float = 0.0
    before: int = 0
    """When the program was loaded, and the first row not read yet."""
    peak: int = 0
    samples: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table and draw the picture, or be one of the processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", type=int, help="sizes (10000 30000 100000)")
    parser.add_argument("--sources", nargs="+", choices=SOURCES, default=list(SOURCES))
    parser.add_argument("--drawing", type=Path, default=DRAWING, help="an SVG file")
    parser.add_argument("--no-drawing", action="store_true")
    parser.add_argument("--send", nargs=3, metavar=("SOURCE", "URL", "FOLDER"))
    options = parser.parse_args(arguments)
    if options.send:
        source, url, folder = options.send
        print(json.dumps(asdict(sent(source, url, Path(folder), options.rows[0]))))
        return
    if not options.no_drawing:
        must_have_matplotlib(parser)
    found = [alone(source, size) for size in options.rows or SIZES for source in options.sources]
    print(table(HEADS, map(line, found)))
    if not options.no_drawing:
        draw(found, options.drawing)


HEADS = (
    "rows from",
    "rows",
    "messages a second",
    "MiB before",
    "MiB at the peak",
    "middle of the 2nd quarter",
    "middle of the last quarter",
    "bytes more a row",
)


def line(one: Measured) -> tuple[str, ...]:
    """The figures of one run."""
    second, last = quarter(one.samples, one.rows, 1), quarter(one.samples, one.rows, 3)
    growth = (last - second) / (one.rows / 2)
    return (
        TITLES[one.source],
        f"{one.rows:,}",
        f"{one.rows / one.seconds:,.0f}",
        *(f"{each / _MIB:.1f}" for each in (one.before, one.peak, second, last)),
        f"{growth:.1f}",
    )


def quarter(samples: Iterable[tuple[int, int]], whole: int, number: int) -> float:
    """The median of memory while the quarter of this number (0 to 3) of all rows was sent.

    A quarter without a sample has the last one before it.
    """
    known = sorted(samples)
    inside = [size for done, size in known if number <= done * 4 / whole < number + 1]
    before = [size for done, size in known if done * 4 / whole < number + 1]
    return statistics.median(inside or before[-1:] or [0])


# --- One run ---------------------------------------------------------------------------------


def alone(source: str, size: int) -> Measured:
    """Send in a process of its own."""
    print(f"sending {size:,} rows from {TITLES[source]}", file=sys.stderr, flush=True)
    with running_server() as at, tempfile.TemporaryDirectory() as folder:
        if source == "csv":
            write_rows(Path(folder, "rows.csv"), size)
        send = [str(size), "--send", source, at["near"], folder]
        command = [sys.executable, "-m", "benchmarks.bulk_memory", *send]
        raw = subprocess.check_output(command, cwd=ROOT, env=clean_environ(at["near"]))
    found = Measured(**json.loads(raw))
    found.samples = [(done, size) for done, size in found.samples]
    return found


def write_rows(path: Path, size: int) -> None:
    """A CSV file with so many rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        written = rows(size)
        first = next(written)
        table_of_texts = csv.DictWriter(file, list(first))
        table_of_texts.writeheader()
        table_of_texts.writerow(first)
        table_of_texts.writerows(written)


def sent(source: str, url: str, folder: Path, size: int) -> Measured:
    """Send all rows, and look at this process's memory meanwhile."""
    from smsvoice.bulk import Bulk, Outcome, read_rows

    found, sms = Measured(source, size), client(url, THREADS)
    bulk = Bulk("memory", ledger=folder / "ledger.db", sms=sms, parts_per_second=math.inf)
    bulk.totals()  # loads the ledger
    done, is_over = 0, threading.Event()

    def on_result(result: object) -> None:
        nonlocal done
        done += 1

    def look() -> None:
        while not is_over.wait(0.05):
            found.samples.append((done, resident()))

    given: Any = rows(size) if source == "generator" else read_rows(folder / "rows.csv")
    found.before, started = resident(), time.monotonic()
    looker = threading.Thread(target=look)
    looker.start()
    try:
        report = bulk.send(given, on_result=on_result)
    finally:
        is_over.set()
        looker.join()
    assert report.count(Outcome.SENT) == size
    found.seconds = time.monotonic() - started
    found.peak = max(peak_resident(), *(size for _, size in found.samples))
    found.samples = thinned(found.samples)
    return found


def thinned(samples: Sequence[tuple[int, int]], most: int = _MOST_SAMPLES) -> list[tuple[int, int]]:
    """So many samples at most, each the largest of those that it stands for."""
    each = max(1, math.ceil(len(samples) / most))
    groups = (samples[start : start + each] for start in range(0, len(samples), each))
    return [max(group, key=lambda one: one[1]) for group in groups]


def resident() -> int:
    """Bytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def peak_resident() -> int:
    """The most bytes that this process had in memory."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


# --- The drawing -----------------------------------------------------------------------------


def must_have_matplotlib(parser: argparse.ArgumentParser) -> None:
    """End before the work begins."""
    try:
        import matplotlib as mpl  # noqa: F401
    except ImportError:
        parser.error("the drawing needs matplotlib: pip install matplotlib, or say --no-drawing")


def draw(found: Sequence[Measured], path: Path) -> None:
    """Memory over rows that are done, of the largest run from each source."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "smsvoice"  # the same data give the same file
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(7, 3.2), layout="constrained")
    for source in dict.fromkeys(one.source for one in found):
        largest = max((one for one in found if one.source == source), key=lambda one: one.rows)
        x, y = zip(*[(done, size / _MIB) for done, size in largest.samples], strict=True)
        axes.plot(x, y, label=f"{largest.rows:,} rows from {TITLES[source]}", linewidth=1.2)
    axes.set(xlabel="rows done", ylabel="memory of the process, MiB", ylim=(0, None))
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.grid(visible=True, alpha=0.3)
    axes.legend(loc="lower right")
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Date": None})
    print(f"\ndrawn: {path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}")


if __name__ == "__main__":
    main()

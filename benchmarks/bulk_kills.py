"""Campaigns whose processes are killed with -9 again and again: what arrived, and how often.

python -m benchmarks.bulk_kills [--rows 10000] [--kills 20] [--way dask]
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.report import table
from tests.factories.campaign import PACES
from tests.factories.campaign_ways import WAYS, Outcome, sent_by

COLUMNS = (
    "way", "rows", "kills", "arrived", "duplicates", "unknown", "after events",
    "peak parts/s", "limits", "seconds",
)  # fmt: skip


def main() -> int:
    """Send, print the table; 1 if a message came twice or a row was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bulk_kills")
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--way", choices=WAYS, action="append", help="only this one (all)")
    parser.add_argument("--scale", type=float, default=1.0, help="paces are so many times faster")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    done: list[Outcome] = []
    with tempfile.TemporaryDirectory(prefix="smsvoice-kills-") as folder:
        for way in options.way or WAYS:
            print(way, file=sys.stderr, flush=True)
            done.append(
                sent_by(
                    way,
                    Path(folder, way),
                    rows=options.rows,
                    kills=options.kills,
                    seed=options.seed,
                    scale=options.scale,
                )
            )
    limits = " / ".join(f"{pace * options.scale:.0f}" for pace in PACES)
    print(table(COLUMNS, [_row(each, limits) for each in done], texts=1))
    for each in done:
        for fault in each.findings.faults:
            print(f"{each.way}: {fault}")
    return int(any(each.findings.faults for each in done))


def _row(done: Outcome, limits: str) -> tuple[str, ...]:
    found = done.findings
    peaks = " / ".join(map(str, found.peaks))
    numbers = (done.rows, done.kills, found.arrived, found.duplicates)
    unknown = (f"{found.unknown} (at most {done.most_unknown})", str(found.still_unknown))
    return (
        done.way, *(f"{each:,}" for each in numbers), *unknown, peaks, limits,
        f"{done.seconds:.0f}",
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())

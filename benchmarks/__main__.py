"""`make bench`: what smsvoice costs, against raw boto3 and its peers in the same run.

python -m benchmarks [--quick] [--no-peers] [--again]

Prints the page of the documentation with all tables, and writes it with its picture: into docs/,
or below .bench/ when the run was a quick one or left the peers out. `--again` writes them anew
from the figures of the last whole run.
"""

import argparse
import sys
import time

from benchmarks.environments import FOLDER
from benchmarks.measure import measured
from benchmarks.plan import FULL, QUICK
from benchmarks.results import Results
from benchmarks.serving import ROOT


def main() -> None:
    """Measure, print, write."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure costs.")
    options.add_argument("--quick", action="store_true", help="few rounds, nothing into docs/")
    options.add_argument("--no-peers", action="store_true", help="only smsvoice and boto3")
    options.add_argument("--again", action="store_true", help="write anew, measure nothing")
    chosen = options.parse_args()
    FOLDER.mkdir(exist_ok=True)
    partial = chosen.quick or chosen.no_peers
    kept = FOLDER / ("partial.json" if partial else "results.json")
    begun = time.monotonic()
    if not chosen.again:
        measured(QUICK if chosen.quick else FULL, peers=not chosen.no_peers).write(kept)
    results = Results.read(kept)

    from benchmarks.plot import draw  # noqa: PLC0415  large: measured processes would inherit it
    from benchmarks.report import page  # noqa: PLC0415  with its tables

    folder = FOLDER if partial else ROOT / "docs"
    told = page(results)
    (folder / "benchmarks.md").write_text(told, "utf-8")
    draw(results, folder / "benchmarks.svg")
    print(told)
    written = f"wrote {folder.relative_to(ROOT)}/benchmarks.md and .svg"
    print(f"{written} after {time.monotonic() - begun:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()

"""`make bench`: what smsvoice costs, against raw boto3 and other libraries in the same run.

python -m benchmarks [--quick] [--no-peers] [--again]

Prints the documentation's page of figures and writes it: into docs/, or below .bench/ when the
run is a quick one or leaves the peers out. `--again` writes the page from the last run's figures.
"""

import argparse
import sys
import time

from benchmarks.environments import FOLDER, ROOT
from benchmarks.measure import Results, measure


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure costs.")
    parser.add_argument("--quick", action="store_true", help="few rounds, nothing into docs/")
    parser.add_argument("--no-peers", action="store_true", help="only smsvoice and boto3")
    parser.add_argument("--again", action="store_true", help="write anew, measure nothing")
    options = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    partial = options.quick or options.no_peers
    kept = FOLDER / ("partial.json" if partial else "results.json")
    begun = time.monotonic()
    measured = None
    if not options.again:
        measured = measure(quick=options.quick, peers=not options.no_peers)

    # Large, and the peak of a measured process begins with that of its parent.
    from pydantic import TypeAdapter

    from benchmarks.report import page

    file = TypeAdapter(Results)
    if measured is not None:
        kept.write_bytes(file.dump_json(measured, indent=1))
    folder = FOLDER if partial else ROOT / "docs"
    text = page(file.validate_json(kept.read_bytes()))
    (folder / "benchmarks.md").write_text(text, "utf-8")
    print(text)
    written = f"wrote {folder.relative_to(ROOT)}/benchmarks.md"
    print(f"{written} after {time.monotonic() - begun:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()

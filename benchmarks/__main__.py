"""`make bench`: what smsvoice costs, against raw boto3 and other libraries in the same run.

python -m benchmarks [--quick] [--no-peers] [--again]

Prints the documentation's page of figures and writes it and README's figures; a quick
run, or one without peers, only writes a page below .bench/. `--again` takes the last run's figures.
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
    partial = options.quick or options.no_peers
    kept = FOLDER / ("partial.json" if partial else "results.json")
    begun = time.monotonic()
    measured = None
    if not options.again:
        measured = measure(quick=options.quick, peers=not options.no_peers)

    # Large, and the peak of a measured process begins with that of its parent.
    from pydantic import TypeAdapter

    file = TypeAdapter(Results)
    if measured is not None:
        kept.write_bytes(file.dump_json(measured, indent=1))

    from benchmarks.report import claim, in_readme, page

    results = file.validate_json(kept.read_bytes())
    text, sentence, readme = page(results), claim(results), ROOT / "README.md"
    ((FOLDER if partial else ROOT / "docs") / "benchmarks.md").write_text(text, "utf-8")
    if not partial:
        readme.write_text(in_readme(readme.read_text("utf-8"), results), "utf-8")
    print(f"{text}\n{sentence}")
    print(f"after {time.monotonic() - begun:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()

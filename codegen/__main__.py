"""`python -m codegen`: see the package's docstring."""

import argparse
import sys
from pathlib import Path

from codegen import output_files, read, report
from codegen.plan import Plan, TableError, tables


def main() -> int:
    """Write, check or report."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if bytes differ"
    )
    parser.add_argument(
        "--report",
        nargs="+",
        metavar="MODEL",
        type=Path,
        help="one or two folders with service-2.json and paginators-1.json: what the (second) "
        "model brings against the installed (first) one",
    )
    arguments = parser.parse_args()
    if arguments.report:
        older = read.read(arguments.report[0]) if len(arguments.report) > 1 else read.installed()
        print(report.difference(older, read.read(arguments.report[-1])))  # noqa: T201
        return 0
    try:
        made = output_files.generated(Plan(read.installed(), tables()))
    except (TableError, output_files.TooLongError) as lacking:
        print(lacking, file=sys.stderr)  # noqa: T201
        return 2
    return _check(made) if arguments.check else _write(made)


def _check(made: dict[Path, str]) -> int:
    wrong = output_files.different(made, output_files.GENERATED) + output_files.different(
        output_files.mirror(), output_files.MIRRORED
    )
    for path in wrong:
        print(f"{path} is not what codegen makes")  # noqa: T201
    print(f"{len(wrong)} files differ")  # noqa: T201
    return 1 if wrong else 0


def _write(made: dict[Path, str]) -> int:
    changed = output_files.write(made, output_files.GENERATED)
    changed += output_files.write(output_files.mirror(), output_files.MIRRORED)
    print(f"{len(changed)} files written")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m codegen`: see the package's docstring."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import codegen
from codegen import mirror, output_files, read, report
from codegen.plan import Plan, TableError, tables
from codegen.scaffold import UnknownOperationError, printed, scaffold
from codegen.stale import stale_lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Write, check, report or scaffold; 0 if all is well."""
    chosen = _parser().parse_args(arguments)
    if chosen.report:
        older = read.read(chosen.report[0]) if len(chosen.report) > 1 else read.installed()
        print(report.difference(older, read.read(chosen.report[-1])))  # noqa: T201
        return 0
    try:
        plan = Plan(read.installed(), tables())
        if chosen.scaffold:
            print(printed(output_files.formatted(scaffold(plan, chosen.scaffold))))  # noqa: T201
            return 0
        generated = output_files.generated(plan)
    except (TableError, UnknownOperationError, output_files.TooLongError) as lacking:
        print(lacking, file=sys.stderr)  # noqa: T201
        return 2
    stale = [*stale_lines(plan), *mirror.unused_names(output_files.ROOT)]
    if stale:
        print("\n".join(stale), file=sys.stderr)  # noqa: T201
        return 2
    return _check(generated) if chosen.check else _write(generated)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m codegen",
        description=codegen.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
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
    parser.add_argument(
        "--scaffold",
        metavar="OPERATION",
        help="print a handler for the emulator and a test, to be filled in",
    )
    return parser


def _check(generated: dict[Path, str]) -> int:
    wrong = output_files.different(generated, output_files.GENERATED)
    wrong += output_files.different(output_files.mirror(), output_files.MIRRORED)
    for path in wrong:
        print(f"{path} is not what codegen makes")  # noqa: T201
    print(f"{len(wrong)} files differ")  # noqa: T201
    return 1 if wrong else 0


def _write(generated: dict[Path, str]) -> int:
    changed = output_files.write(generated, output_files.GENERATED)
    changed += output_files.write(output_files.mirror(), output_files.MIRRORED)
    print(f"{len(changed)} files written")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`smsvoice send --table`: which columns are used, what repeats, and what became of the rows."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import typer

from smsvoice.bulk import Bulk, BulkStoppedError, Outcome, Preview, Result, Rows, read_rows
from smsvoice.bulk.templates import Templates
from smsvoice.cli.main import FAILED, INTERRUPTED
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.names import near, nearest, nearest_argument, same
from smsvoice.core.redact import safe_name
from smsvoice.operations import by_name

_NOT_ALL: Final = 1
_WELL: Final = frozenset((Outcome.SENT, Outcome.SKIPPED))
_EXPLAINED: Final = frozenset((Outcome.REFUSED, Outcome.UNKNOWN, Outcome.NOT_SENT))
_KEY: Final = "key"
_TO: Final = "destination_phone_number"
_BODY: Final = "message_body"
_LIKE: Final = 0.8
"""How alike a column is to a member that it is taken for a wrong spelling of it."""
_FIRST: Final = 5


def campaign_of(table: Path) -> str:
    """A name for a campaign from the name of a file.

    Raises:
        RequestError: none can be made.
    """
    name = re.sub(r"[^A-Za-z0-9._:-]", "-", table.stem)
    if not any(map(str.isalnum, name)):
        raise wrong("--campaign", "give one: none can be made from the name of this file")
    return name


def send_table(
    bulk: Bulk, table: Path, common: dict[str, Any], *, dry_run: bool, yes: bool
) -> None:
    """Show what would be sent, ask, send, and say what became of the rows.

    Raises:
        RequestError: the columns do not do; nothing has left.
        typer.Exit: with the exit code, if it is not 0.
    """
    columns, unused = _used(read_rows(table).columns, common)
    rows = read_rows(table, columns=columns)
    seen = _Seen(rows)
    preview = bulk.preview(seen, **common)
    _print_preview(preview, unused)
    if seen.repeated:
        typer.echo(
            f"{seen.repeated:,} rows repeat a key of this table and are left out, each key leaves "
            f"once: {_listed(seen.first, seen.repeated)}",
            err=True,
        )
    if dry_run or not preview.rows:
        is_well = preview.rows and not preview.invalid and not seen.repeated
        raise typer.Exit(0 if is_well else _NOT_ALL)
    if not yes:
        typer.confirm(f"Send {preview.rows:,} messages ({preview.parts:,} parts)?", abort=True)
    reasons = _Reasons()
    try:
        report = bulk.send(rows, progress=True, on_result=reasons, **common)
    except KeyboardInterrupt:
        reasons.print(rows)
        typer.echo("smsvoice: interrupted: the same command goes on where it stopped", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except BulkStoppedError as stopped:
        reasons.print(rows)
        done = replace(stopped.report, problems=())
        typer.echo(
            f"smsvoice: stopped: {stopped.why}. Done so far: {done}. "
            "The same command goes on where it stopped.",
            err=True,
        )
        raise typer.Exit(FAILED) from None
    typer.echo(str(replace(report, problems=())))
    reasons.print(rows)
    if seen.repeated or any(report.count(one) for one in Outcome if one not in _WELL):
        raise typer.Exit(_NOT_ALL)


def wrong(member: str, rule: str) -> RequestError:
    """An error about one argument or column of `send`."""
    return RequestError("send", (Problem(member, rule),))


def _used(columns: tuple[str, ...], common: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The columns that are used, and the others.

    Without a text, `common` gets one that is the column `message_body`, so that no row lacks it.
    """
    used = Templates(common).columns
    known = [*by_name("SendTextMessage").request.model_fields, _KEY]
    unused = [name for name in columns if name not in known and name not in used]
    lacking = [one for one in known if one not in columns and one not in common]
    for name in unused:
        likeness = [same(name, lacking), *near(name, lacking, likeness=_LIKE)]
        if meant := next(filter(None, likeness), None):
            raise wrong(safe_name(name), f"is a column without use; did you mean {meant}?")
    for name in sorted(used.difference(columns)):
        rule = f"is named in the text and no column of the table{nearest(name, columns)}"
        raise wrong(safe_name(name), rule if _all_safe(columns) else rule.partition(";")[0])
    if _TO not in columns:
        raise wrong(_TO, f"is no column of the table{_renamed(unused, _TO)}")
    if _BODY not in common:
        if _BODY not in columns:
            raise wrong("TEXT", f"give a text, or a column {_BODY}{_renamed(unused, _BODY)}")
        common[_BODY] = f"{{{_BODY}}}"
    return [name for name in columns if name not in unused], unused


def _all_safe(names: tuple[str, ...]) -> bool:
    return all(safe_name(name) == name for name in names)


def _renamed(unused: list[str], member: str) -> str:
    """What to do about a column that has another library's name for a member."""
    meant = (one for one in unused if safe_name(one) == one and nearest_argument(one, [member]))
    found = next(meant, None)
    return f"; rename the column {found}" if found else ""


class _Seen:
    """Rows that are iterated once, counting those whose key an earlier one has."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.repeated = 0
        self.first: list[str] = []

    def __iter__(self) -> Iterator[dict[str, Any]]:
        seen: set[int] = set()
        for number, row in enumerate(self._rows, 1):
            if (key := row.get(_KEY)) is not None:
                hashed = hash(str(key))
                if hashed in seen:
                    self.repeated += 1
                    self.first += [f"row {number}"][: _FIRST - len(self.first)]
                seen.add(hashed)
            yield row


class _Reasons:
    """Counts why rows were not sent."""

    def __init__(self) -> None:
        self._counts: dict[Outcome, Counter[str]] = {}
        self._keys: dict[Outcome, list[str]] = {}

    def __call__(self, result: Result) -> None:
        if result.outcome not in _EXPLAINED:
            return
        counts = self._counts.setdefault(result.outcome, Counter())
        counts[result.reason or "no reason"] += 1
        keys = self._keys.setdefault(result.outcome, [])
        keys += [result.key][: _FIRST - len(keys)]

    def print(self, rows: Rows) -> None:
        """Print a line for each outcome: how many rows of each reason, and which come first."""
        for outcome, counts in sorted(self._counts.items()):
            reasons = ", ".join(f"{count:,} {reason}" for reason, count in counts.most_common())
            named = _named(rows, self._keys[outcome])
            first = f" ({_listed(named, counts.total())})" if named else ""
            typer.echo(
                f"{outcome.replace('_', ' ')} {counts.total():,}: {reasons}{first}", err=True
            )


def _named(rows: Rows, keys: list[str]) -> list[str]:
    """The rows of some keys of the caller's own, numbered from 1 as the table is read."""
    found: list[str] = []
    wanted = set(keys)
    for number, row in enumerate(rows, 1):
        if not wanted or _KEY not in rows.columns:
            break
        key = str(row.get(_KEY))
        if key in wanted:
            wanted.discard(key)
            found.append(f"row {number}, key {key}" if safe_name(key) == key else f"row {number}")
    return found


def _listed(names: list[str], count: int) -> str:
    return "; ".join(names) + ("; ..." if count > len(names) else "")


def _print_preview(preview: Preview, unused: list[str]) -> None:
    senders = len(preview.by_identity)
    typer.echo(
        f"{preview.rows:,} messages, {preview.parts:,} parts, about {preview.seconds:,.0f} s, "
        f"{senders} {'sender' if senders == 1 else 'senders'}"
    )
    if unused:
        shown = [name for name in unused if safe_name(name) == name]
        more = len(unused) - len(shown)
        typer.echo(f"not used: {', '.join(shown + ([f'{more} other columns'] if more else []))}")
    if preview.invalid:
        typer.echo(f"{preview.invalid:,} rows are wrong and are left out:", err=True)
        for problem in preview.problems:
            typer.echo(f"  row {problem.index + 1}: {problem.what}", err=True)

"""What commands print: tables on a terminal, tabs in a pipe, or JSON."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

HIDDEN: Final = "***"
_BETWEEN: Final = 2
"""Blanks between two columns of a table: one on each side of a cell."""


def number(value: str, *, show: bool) -> str:
    """A phone number, or stars in its place."""
    return value if show else HIDDEN


def print_json(value: object) -> None:
    """Print a value as JSON; times as ISO 8601."""
    typer.echo(json.dumps(value, indent=2, default=_time))


def _time(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def print_rows(
    rows: Sequence[Mapping[str, object]],
    *,
    as_json: bool,
    empty: str,
    console: Console | None = None,
) -> None:
    """Print rows, all with the same columns; a table only where a person looks at it."""
    if as_json:
        print_json(list(rows))
        return
    if not rows:
        typer.echo(empty, err=True)
        return
    screen = console or Console()
    if not screen.is_terminal:
        typer.echo("\t".join(rows[0]))
        for row in rows:
            typer.echo("\t".join(map(_cell, row.values())))
        return
    if _width(rows) > screen.width:
        _print_below(rows, screen)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in rows[0]:
        table.add_column(column.replace("_", " "), overflow="fold", no_wrap=True)
    for row in rows:
        table.add_row(*map(_cell, row.values()))
    screen.print(table, markup=False, highlight=False)


def _width(rows: Sequence[Mapping[str, object]]) -> int:
    """How wide a table of the rows is."""
    widths = [
        max(cell_len(column), *(cell_len(_cell(row[column])) for row in rows)) for column in rows[0]
    ]
    return sum(widths) + _BETWEEN * (len(widths) - 1)


def _print_below(rows: Sequence[Mapping[str, object]], screen: Console) -> None:
    """Print each row as lines, one for each of its cells, so that an id stays whole."""
    width = max(map(cell_len, rows[0]))
    for index, row in enumerate(rows):
        if index:
            screen.print()
        for column, value in row.items():
            head = column.replace("_", " ")
            screen.print(
                f"{head:{width}}  {_cell(value)}", markup=False, highlight=False, soft_wrap=True
            )


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, list | tuple):
        return " ".join(map(str, value)) or "-"  # pyright: ignore[reportUnknownArgumentType]
    return str(value)

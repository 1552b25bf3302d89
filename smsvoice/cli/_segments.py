"""`smsvoice segments`: how long a text is, and what makes it long."""

import sys
from dataclasses import asdict
from typing import Annotated

import typer

from smsvoice.cli._options import AsJson
from smsvoice.cli._output import print_json
from smsvoice.text import segments as measured


def segments(
    text: Annotated[str, typer.Argument(help="The text; - reads standard input.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Count the parts of a text that AWS bills, and name what makes it long. Calls nothing."""
    body = sys.stdin.read().removesuffix("\n") if text == "-" else text
    found = measured(body)
    if as_json:
        kept = {name: value for name, value in asdict(found).items() if name != "texts"}
        print_json(kept | {"remedies": dict(found.remedies)})
        return
    parts = "part" if found.parts == 1 else "parts"
    typer.echo(
        f"{found.parts} {parts}, {found.encoding}, {found.units} units, "
        f"{found.left} left before another part"
    )
    if found.forced_by:
        shown = ", ".join(_said(char, found.remedies.get(char)) for char in found.forced_by)
        typer.echo(f"Unicode because of {shown}")
    if found.is_too_long:
        typer.echo("AWS refuses it: it is too long for one message")


def _said(char: str, remedy: str | None) -> str:
    return f"{char!r} ({'no replacement' if remedy is None else f'instead: {remedy!r}'})"

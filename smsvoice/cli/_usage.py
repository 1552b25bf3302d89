"""What is wrong with the arguments, in words that repeat none of their values."""

import re
from collections.abc import Sequence
from typing import Any, Final

import typer

from smsvoice.core.names import nearest

UsageError: Final[type[Exception]] = typer.BadParameter.__mro__[1]
"""Of click, or of the copy of it that typer brings along."""
_NUMBER: Final = re.compile("valid (number|float)")
_HELP: Final = "--help lists them"


def mistake(error: Any, arguments: Sequence[str]) -> str:
    """What is wrong; empty where the help itself is the answer."""
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        error.show()
        return ""
    context = error.ctx
    commands: dict[str, Any] | None = getattr(context and context.command, "commands", None)
    said = _said(error, kind, commands, arguments)
    return said if commands is not None or context is None else f"{context.info_name}: {said}"


def _said(error: Any, kind: str, commands: dict[str, Any] | None, arguments: Sequence[str]) -> str:
    parameter = getattr(error, "param", None)
    if parameter is not None:
        name = max(parameter.opts, key=len)
        name = name if name.startswith("-") else name.upper()
        is_number = _NUMBER.search(str(error.message))
        rule = "must be a number" if is_number else "cannot be used; see --help"
        return f"{name}: {'is missing' if kind == 'MissingParameter' else rule}"
    if kind == "NoSuchOption":
        known = error.possibilities
        meant = f"; did you mean {min(known)}?" if known else ""
        return f"there is no such option{meant or f'; {_HELP}'}"
    if kind == "BadOptionUsage":
        takes_none = "does not take" in str(error.message)
        return f"{error.option_name}: {'takes no value' if takes_none else 'needs a value'}"
    if commands is not None:
        word = next((one for one in arguments if not one.startswith("-")), "")
        meant = nearest(word, commands) if word.replace("-", "").isalpha() else ""
        return f"there is no such command{meant or f'; {_HELP}'}"
    if "text" in {one.name for one in error.ctx.command.params}:
        return "too many arguments: put a text with blanks in quotes"
    return "too many arguments; see --help"

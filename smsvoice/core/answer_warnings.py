"""The one warning about what is new in an answer, at the line of the caller."""

import sys
import warnings
from contextlib import suppress
from contextvars import ContextVar
from typing import NamedTuple

from smsvoice.core.errors import AnswerWarning

_OURS = "smsvoice."


class NewContent(NamedTuple):
    """What is new in an answer, and of which operation it is."""

    operation: str
    notes: tuple[str, ...]


_held: ContextVar[list[NewContent] | None] = ContextVar("smsvoice_held_warnings", default=None)


def hold_warnings(held: list[NewContent]) -> None:
    """From here on in this context, keep in `held` what would be warned of."""
    _held.set(held)


def warn_of_new_content(operation: str, notes: tuple[str, ...]) -> None:
    """Warn once about an answer; its result is safe even where warnings are turned into errors.

    The notes stand in `result.notes` and in the log as well. `strict_answers=True` is for those
    who want an exception.
    """
    held = _held.get()
    if held is not None:
        held.append(NewContent(operation, notes))
        return
    with suppress(Exception):  # the application may show or refuse warnings with code of its own
        text = f"{operation} answered with {'; '.join(notes)}"
        warnings.warn(text, AnswerWarning, stacklevel=_callers_level())


def _callers_level() -> int:
    """How many frames above `warn_of_new_content` the first one is that is not of this package."""
    level, frame = 1, sys._getframe(1)  # noqa: SLF001  documented, and far cheaper than inspect
    while frame.f_back is not None and frame.f_globals.get("__name__", "").startswith(_OURS):
        level, frame = level + 1, frame.f_back
    return level

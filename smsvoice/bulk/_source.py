"""What each kind of table gives to `Rows`, and the checks that all kinds share."""

import importlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol, Self

from smsvoice.core.errors import MissingExtraError, Problem, RequestError
from smsvoice.core.names import nearest
from smsvoice.core.redact import safe_name

Row = dict[str, Any]

_LONGEST_NAME = 40


class Source(Protocol):
    """A table whose rows are read by their numbers; `str()` names its kind or its file."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that each row has, in the order of the table."""
        ...

    def rows(self, first: int, last: int | None) -> Iterator[Row]:
        """Read rows `first` to `last`, `last` not included."""
        ...

    def count(self) -> int | None:
        """Return the number that the row after the last would have, where it is cheap to know."""
        ...

    def shares(self, first: int, last: int | None, size: int) -> Iterator[tuple[Self, int, int]]:
        """Cut the rows into ranges, each with a source that begins near it."""
        ...


def wrong(rule: str, field: str = "source") -> RequestError:
    """Make the error for what cannot be read."""
    return RequestError("read_rows", (Problem(field, rule),))


def pyarrow(module: str = "pyarrow") -> Any:
    """Import a module of pyarrow, or name the extra that brings it."""
    try:
        return importlib.import_module(module)
    except ImportError as lacking:
        raise MissingExtraError("pyarrow", "tables") from lacking


def chosen(names: Sequence[str], wanted: Sequence[str] | None) -> tuple[str, ...]:
    """Return the columns to read, in the order of the table; all of them if none is named."""
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        listed = ", ".join(dict.fromkeys(_shown(name) for name in twice))
        raise wrong(f"has more than one column {listed}; give each column its own name")
    if not names:
        raise wrong("has no columns")
    if wanted is None:
        return tuple(names)
    lacking = [name for name in wanted if name not in names]
    if lacking:
        near = nearest(lacking[0], [name for name in names if is_plain(name)])
        raise wrong(f"the table has no column {_shown(lacking[0])}{near}", "columns")
    return tuple(name for name in names if name in wanted)


def check_unchanged(path: Path, size: int | None) -> None:
    """Refuse a file that has another size than when its shares were made."""
    if size is not None and path.stat().st_size != size:
        raise wrong(f"{path.name} has changed since its shares were made; make them again")


def is_plain(name: object) -> bool:
    """Whether the name of a column may stand in an error: an identifier, and not a long one."""
    return (
        isinstance(name, str)
        and name.isidentifier()
        and len(name) <= _LONGEST_NAME
        and safe_name(name) == name
    )


def _shown(name: str) -> str:
    return f'"{name}"' if is_plain(name) else "of that name"

"""Filters as keyword arguments: `status="ACTIVE"` becomes AWS's name and list of values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from smsvoice.core.enums import OpenEnum
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.model import InputModel
from smsvoice.core.names import nearest

Filter = TypeVar("Filter", bound=InputModel)
Plain = str | bool | datetime
Value = Plain | Iterable[Plain]
T = TypeVar("T")
OneOrMore: TypeAlias = T | Iterable[T]
"""One value of a filter, or several."""


def filters(
    model: type[Filter],
    given: Mapping[str, Value | None],
    kinds: Mapping[str, type[OpenEnum]] | None = None,
) -> tuple[Filter, ...] | None:
    """One filter for each argument that was given; None when none was.

    Filters are ANDed, the values of one are ORed. A filter named in `kinds` takes the values of an
    enum: a plain string that AWS does not list is refused, an explicit member passes.
    """
    wished = {name: _several(value) for name, value in given.items() if value is not None}
    problems = (*_no_values(wished), *_unlisted(wished, kinds or {}))
    if problems:
        raise RequestError(model.__name__, problems)
    found = tuple(
        model(name=name.replace("_", "-"), values=tuple(map(_text, values)))
        for name, values in wished.items()
    )
    return found or None


def _several(value: Value) -> tuple[Plain, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        return (value,)
    return tuple(value)


def _text(value: Plain) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime) else value


def _is_plain(value: object) -> bool:
    return isinstance(value, str | bool | datetime)


def _no_values(wished: Mapping[str, tuple[Plain, ...]]) -> Iterator[Problem]:
    """Values that no filter takes."""
    for name, values in wished.items():
        if not all(map(_is_plain, values)):
            yield Problem(name, "must be text, True, False or a datetime, or several of them")


def _unlisted(
    wished: Mapping[str, tuple[Plain, ...]], kinds: Mapping[str, type[OpenEnum]]
) -> Iterator[Problem]:
    """Values that an enum does not list, with the nearest one that it does."""
    for name, kind in kinds.items():
        known = [member.value for member in kind]
        for value in wished.get(name, ()):
            if isinstance(value, kind) or not isinstance(value, str) or value in known:
                continue
            yield Problem(name, f"{kind.__name__} lists no such value{nearest(value, known)}")


def in_groups(ids: Sequence[Any] | None, size: int) -> list[Sequence[Any] | None]:
    """Ids in the groups that AWS takes at a time; a single None when there are none."""
    if not ids:
        return [None]
    return [ids[start : start + size] for start in range(0, len(ids), size)]

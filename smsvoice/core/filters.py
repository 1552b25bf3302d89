"""Filters as keyword arguments: `status="ACTIVE"` becomes AWS's name and list of values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from smsvoice.core.model import InputModel

Filter = TypeVar("Filter", bound=InputModel)
Plain = str | bool | datetime
Value = Plain | Iterable[Plain]


def filters(model: type[Filter], given: Mapping[str, Value | None]) -> tuple[Filter, ...] | None:
    """One filter for each argument that was given; None when none was.

    Filters are ANDed, the values of one are ORed.
    """
    found = tuple(
        model(name=name.replace("_", "-"), values=tuple(_texts(value)))
        for name, value in given.items()
        if value is not None
    )
    return found or None


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, bool):
        yield "true" if value else "false"
    elif isinstance(value, datetime):
        yield value.isoformat()
    elif isinstance(value, str):
        yield str(value)
    else:
        for one in value:
            yield from _texts(one)


def in_groups(ids: Sequence[Any] | None, size: int) -> list[Sequence[Any] | None]:
    """Ids in the groups that AWS takes at a time; a single None when there are none."""
    if not ids:
        return [None]
    return [ids[start : start + size] for start in range(0, len(ids), size)]

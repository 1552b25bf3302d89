"""Members of a request that a row of a table fills: `{name}` stands for the column `name`."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any, Final, cast

from smsvoice.bulk._source import is_plain
from smsvoice.core import braces
from smsvoice.core.errors import Problem, RequestError, SmsVoiceError

_NAMES_SHOWN: Final = 20


class MissingColumnError(SmsVoiceError):
    """A row lacks a column that a template uses, or has nothing in it.

    `member` is the member of the request, e.g. `message_body`; `column` is the name of the column.
    """

    def __init__(self, member: str, column: str, has: Iterable[str] = ()) -> None:
        """Name the member and the column; `has` are the columns that the row has."""
        self.member = member
        self.column = column
        self.has: tuple[str, ...] = tuple(has)
        super().__init__(member, column, self.has)

    def __str__(self) -> str:
        named = f'column "{self.column}"' if is_plain(self.column) else "such column"
        shown = [name for name in self.has if is_plain(name)][:_NAMES_SHOWN]
        others = len(self.has) - len(shown)
        more = [f"{others} more"] if others else []
        listed = ", ".join(shown + more) or "no columns"
        return f"{self.member}: the row has no {named}, or nothing in it (it has: {listed})"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class Templates:
    """The members that all rows share, with `{column}` wherever a row's own value goes.

        templates = Templates({"message_body": "Hello {name}", "max_price": "0.05"})
        templates.filled({"name": "Ada"})  # {"message_body": "Hello Ada", "max_price": "0.05"}

    Text may hold `{column}` at any depth of dicts, lists and tuples; `{{` and `}}` write braces. A
    value is inserted as `str()` gives it, and is never itself taken for a template. A number that
    pandas holds as 42.0 is inserted as "42.0": make the column whole numbers or text first.
    Text without braces, and what is not text, stays as it is. Keys of dicts are no templates.
    """

    def __init__(self, common: Mapping[str, Any]) -> None:
        """Parse the templates once.

        Args:
            common: the members of the request by name.

        Raises:
            RequestError: a brace stands alone, or holds more than the name of a column.
        """
        problems: list[Problem] = []
        used: set[str] = set()
        self._fixed: dict[str, Any] = {}
        self._fills: list[tuple[str, _Template]] = []
        for member, value in common.items():
            kept = _parsed(member, value, used, problems)
            self._fixed[member] = kept
            if isinstance(kept, _Template):
                self._fills.append((member, kept))
        if problems:
            raise RequestError("templates", problems)
        self.columns: frozenset[str] = frozenset(used)
        """The columns that the templates use."""

    def filled(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return the members with the values of a row in place of `{column}`.

        Raises:
            MissingColumnError: the row lacks a column, or holds None or NaN in it.
        """
        members = self._fixed.copy()
        for member, fill in self._fills:
            members[member] = fill(row)
        return members

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self._fixed)} members>"


class _Template(ABC):
    """What gives a value for each row."""

    __slots__ = ()

    @abstractmethod
    def __call__(self, row: Mapping[str, Any]) -> Any: ...


@dataclass(frozen=True, slots=True, repr=False)
class _Text(_Template):
    """Literal texts, and a column between each two of them."""

    member: str
    literals: tuple[str, ...]
    columns: tuple[str, ...]

    def __call__(self, row: Mapping[str, Any]) -> str:
        pieces = [self.literals[0]]
        for column, literal in zip(self.columns, self.literals[1:], strict=True):
            value = row.get(column)
            if value is None or (isinstance(value, float) and isnan(value)):
                raise MissingColumnError(self.member, column, row)
            pieces += (str(value), literal)
        return "".join(pieces)


@dataclass(frozen=True, slots=True, repr=False)
class _List(_Template):
    """A list or tuple in which a template stands somewhere."""

    items: list[object]
    kind: type[list[Any]] | type[tuple[Any, ...]]

    def __call__(self, row: Mapping[str, Any]) -> list[Any] | tuple[Any, ...]:
        return self.kind([_filled(item, row) for item in self.items])


@dataclass(frozen=True, slots=True, repr=False)
class _Dict(_Template):
    """A dict in which a template stands somewhere."""

    items: dict[object, object]

    def __call__(self, row: Mapping[str, Any]) -> dict[object, object]:
        return {key: _filled(item, row) for key, item in self.items.items()}


def _filled(kept: object, row: Mapping[str, Any]) -> Any:
    return kept(row) if isinstance(kept, _Template) else kept


def _parsed(member: str, value: object, used: set[str], problems: list[Problem]) -> Any:
    """Return the template in a value, or the value itself where no brace stands in it."""
    if isinstance(value, str):
        has_brace = "{" in value or "}" in value
        return _parsed_text(member, value, used, problems) if has_brace else value
    if isinstance(value, dict):
        given = cast("dict[object, object]", value)
        inside = member if member.endswith("[...]") else f"{member}[...]"  # keys may be private
        kept = {key: _parsed(inside, item, used, problems) for key, item in given.items()}
        return _Dict(kept) if any(kept[key] is not item for key, item in given.items()) else given
    if isinstance(value, list | tuple):
        listed = cast("list[object] | tuple[object, ...]", value)
        items = [_parsed(f"{member}[{n}]", item, used, problems) for n, item in enumerate(listed)]
        changed = any(new is not old for new, old in zip(items, listed, strict=True))
        return _List(items, list if isinstance(value, list) else tuple) if changed else listed
    return value


def _parsed_text(member: str, text: str, used: set[str], problems: list[Problem]) -> _Text | str:
    try:
        literals, columns = braces.split(text)
    except ValueError as broken:
        problems.append(Problem(member, str(broken)))
        return text
    used.update(columns)
    return _Text(member, literals, columns) if columns else literals[0]

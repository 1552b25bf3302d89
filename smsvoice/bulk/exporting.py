"""A table of what became of messages: the ledger's rows, or the caller's own with outcomes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final, cast

from smsvoice.bulk._export import write_table
from smsvoice.bulk.ledger._ledger import Ledger
from smsvoice.bulk.outcomes import Outcome, Result
from smsvoice.bulk.tables import Rows
from smsvoice.core.errors import Problem, RequestError

if TYPE_CHECKING:
    from os import PathLike

_CHUNK: Final = 500
_ADDED: Final = {
    "outcome": "text",
    "message_id": "text",
    "reason": "text",
    "parts": "integer",
}


def export_ledger(path: "str | PathLike[str]", results: Iterable[Result]) -> int:
    """Write all that the ledger holds of a campaign."""
    rows = ({"key": result.key} | _columns(result) for result in results)
    return write_table(path, {"key": "text"} | _ADDED, rows)


def columns_of(rows: Iterable[Mapping[str, Any]]) -> list[str] | None:
    """The columns of all rows, where they are known before the rows are read."""
    if isinstance(rows, Rows):
        return list(rows.columns)
    if isinstance(rows, Sequence):
        return list(dict.fromkeys(str(name) for row in rows for name in _mapping(row)))
    return None


def export_rows(
    path: "str | PathLike[str]",
    columns: Sequence[str] | None,
    rows: Iterable[tuple[str | None, Mapping[str, Any]]],
    ledger: Ledger,
    campaign: str,
) -> int:
    """Write the caller's rows, each with what became of it."""
    source = iter(rows)
    first = next(source, None)
    if columns is None:  # only an iterator, whose first row has to stand for the others
        columns = [] if first is None else [str(name) for name in _mapping(first[1])]
    own = {name: "any" for name in columns if name not in _ADDED}
    joined = _joined(chain(() if first is None else (first,), source), ledger, campaign)
    return write_table(path, own | _ADDED, joined)


def _joined(
    rows: Iterable[tuple[str | None, Mapping[str, Any]]], ledger: Ledger, campaign: str
) -> Iterator[dict[str, Any]]:
    source = iter(rows)
    while chunk := list(islice(source, _CHUNK)):
        keys = list(dict.fromkeys(key for key, _ in chunk if key is not None))
        known = ledger.known(campaign, keys)
        for key, row in chunk:
            entry = None if key is None else known.get(key)
            if entry is None:
                result = Result("", Outcome.NOT_SENT if key is not None else Outcome.INVALID)
            else:
                result = entry.result
            yield dict(_mapping(row)) | _columns(result)


def _columns(result: Result) -> dict[str, Any]:
    return {
        "outcome": result.outcome.value,
        "message_id": result.message_id,
        "reason": result.reason,
        "parts": result.parts,
    }


def _mapping(row: object) -> Mapping[str, Any]:
    if not isinstance(row, Mapping):
        problem = Problem("rows", "must be mappings, e.g. from read_rows(path)")
        raise RequestError("export", (problem,))
    return cast("Mapping[str, Any]", row)

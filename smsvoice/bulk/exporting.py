"""A table of what became of messages: the ledger's rows, or the caller's own with outcomes."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from smsvoice.bulk._export import write_table
from smsvoice.bulk.ledger._ledger import Ledger
from smsvoice.bulk.outcomes import Outcome, Result

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


def export_rows(
    path: "str | PathLike[str]",
    rows: Iterable[tuple[str | None, Mapping[str, Any]]],
    ledger: Ledger,
    campaign: str,
) -> int:
    """Write the caller's rows, each with what became of it."""
    source = iter(rows)
    first = next(source, None)
    own = {} if first is None else {str(name): "any" for name in first[1] if name not in _ADDED}
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
                state = Outcome.UNKNOWN if entry.state == "sending" else Outcome(entry.state)
                result = Result(entry.key, state, entry.message_id, entry.reason, entry.parts)
            yield dict(row) | _columns(result)


def _columns(result: Result) -> dict[str, Any]:
    return {
        "outcome": result.outcome.value,
        "message_id": result.message_id,
        "reason": result.reason,
        "parts": result.parts,
    }

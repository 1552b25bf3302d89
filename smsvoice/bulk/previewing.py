"""Looking at rows before any of them leaves."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from smsvoice.bulk.errors import RowsError
from smsvoice.bulk.messages import Reader
from smsvoice.bulk.outcomes import MOST_PROBLEMS, IdentityPreview, Preview, Problem
from smsvoice.bulk.pace import WINDOW, pace_of
from smsvoice.core import errors


class Wrong:
    """Collects what is wrong with rows."""

    def __init__(self) -> None:
        self.rows: int = 0
        self.problems: list[Problem] = []

    def __call__(self, _: str, problems: list[Problem]) -> None:
        """Count a wrong row, and keep the first hundred problems."""
        self.rows += 1
        self.problems += problems[: MOST_PROBLEMS - len(self.problems)]


def previewed(
    reader: Reader,
    rows: Iterable[Any],
    paces: Mapping[str, float],
    requests_per_second: float | None,
) -> Preview:
    """Count what rows would send, by identity."""
    wrong = Wrong()
    rows_of: Counter[str] = Counter()
    parts_of: Counter[str] = Counter()
    for message in reader.messages(rows, wrong):
        rows_of[message.identity] += 1
        parts_of[message.identity] += message.parts
    by_identity = {
        identity: IdentityPreview(
            count, parts_of[identity], parts_of[identity] * WINDOW / pace_of(paces, identity)
        )
        for identity, count in rows_of.items()
    }
    seconds = [each.seconds for each in by_identity.values()]
    if requests_per_second is not None:
        seconds.append(rows_of.total() * WINDOW / requests_per_second)
    return Preview(
        rows=rows_of.total(),
        parts=parts_of.total(),
        seconds=max(seconds, default=0.0),
        by_identity=by_identity,
        problems=tuple(wrong.problems),
        invalid=wrong.rows,
    )


def checked_first(on_invalid: str) -> bool:
    """Whether all rows are checked before the first leaves.

    Raises:
        RequestError: there is no such choice.
    """
    if on_invalid not in {"skip", "stop"}:
        problem = errors.Problem("on_invalid", 'must be "skip" or "stop"')
        raise errors.RequestError("send", (problem,))
    return on_invalid == "stop"


def must_be_right(reader: Reader, rows: Iterable[Any]) -> None:
    """Check all rows.

    Raises:
        RequestError: the rows can be read only once.
        RowsError: some are wrong.
    """
    if iter(rows) is rows:
        rule = 'can be read only once, and on_invalid="stop" reads twice: give a list or read_rows'
        raise errors.RequestError("send", (errors.Problem("rows", rule),))
    wrong = Wrong()
    for _ in reader.messages(rows, wrong):
        pass
    if wrong.rows:
        raise RowsError(wrong.problems, wrong.rows)

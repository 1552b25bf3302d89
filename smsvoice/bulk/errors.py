"""The errors of sending many."""

from collections.abc import Sequence
from typing import Any

from smsvoice.bulk.outcomes import Problem, Report
from smsvoice.core.errors import SmsVoiceError

_SHOWN = 3


class BulkError(SmsVoiceError):
    """The base of errors that end a whole call, and are not about one row."""


class RowsError(BulkError):
    """Rows are wrong and `on_invalid="stop"` was asked for: nothing has left.

    `problems` names the first hundred wrong rows: index, member and rule, never a value.
    """

    def __init__(self, problems: Sequence[Problem], invalid: int) -> None:
        """Name the wrong rows; `invalid` is how many there are."""
        super().__init__(tuple(problems), invalid)
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.invalid = invalid

    def __str__(self) -> str:
        shown = "; ".join(str(problem) for problem in self.problems[:_SHOWN])
        more = "; ..." if len(self.problems) > _SHOWN else ""
        return f"{self.invalid:,} rows are wrong, and nothing was sent: {shown}{more}"


class BulkStoppedError(BulkError):
    """The call cannot or must not go on: a spend limit, a paused account, a deadline, `stop()`.

    `why` says what is in the way, `report` what was done before. What was in flight has been
    finished; calling `send` again with the same rows goes on where it stopped.
    """

    def __init__(self, why: str, report: Report) -> None:
        """Say why, and what was done."""
        super().__init__(why, report)
        self.why = why
        self.report = report

    def __str__(self) -> str:
        return f"stopped: {self.why}. Done so far: {self.report}. Call send() again to go on."


class LedgerError(BulkError):
    """The ledger cannot be used: unreachable, locked, full, of another version, on a network disk.

    `why` says what is in the way. No message leaves that the ledger does not hold. `report` is what
    the call had done, None if it had not begun; call `send` again with the same rows as soon as the
    ledger can be used.
    """

    def __init__(self, why: str, report: Report | None = None) -> None:
        """Say what is in the way."""
        super().__init__(why, report)
        self.why = why
        self.report = report

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.why, self.report)

    def __str__(self) -> str:
        done = "" if self.report is None else f" Done so far: {self.report}."
        return f"the ledger cannot be used: {self.why}.{done}"

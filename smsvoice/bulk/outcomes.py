"""What becomes of rows: one outcome each, and the reports that count them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

MOST_PROBLEMS: Final = 100
"""A report names so many wrong rows at most; `counts` has them all."""


class Outcome(StrEnum):
    """What became of a row."""

    SENT = "sent"
    """AWS accepted the message."""
    REFUSED = "refused"
    """AWS refused the message; `Result.reason` says why. It is not tried again."""
    UNKNOWN = "unknown"
    """The message left and no answer came back. It is never sent again; a delivery event shows that
    AWS accepted it, see `Bulk.reconcile`."""
    NOT_SENT = "not_sent"
    """The message never left, or AWS throttled it. The next call of `send` tries again."""
    SKIPPED = "skipped"
    """An earlier call, another process or an earlier row has this key."""
    INVALID = "invalid"
    """The row is wrong; nothing left."""


LEFT: Final = (Outcome.SENT, Outcome.REFUSED, Outcome.UNKNOWN)
"""Of messages that left, or may have: a ledger has no others."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a row; its value is never repeated."""

    index: int
    """The row's number, from 0: among those that were given; of `read_rows`, in its whole table."""
    member: str
    """The member or column at fault, e.g. `destination_phone_number`; empty for the whole row."""
    rule: str
    """The rule that it breaks."""

    @property
    def what(self) -> str:
        """The member and its rule."""
        return f"{self.member}: {self.rule}" if self.member else self.rule

    def __str__(self) -> str:
        return f"row {self.index}: {self.what}"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one row."""

    key: str
    """The row's key; of a wrong row that has none, its index."""
    outcome: Outcome
    """What became of it."""
    message_id: str | None = None
    """AWS's id of the message, once it was accepted."""
    reason: str | None = None
    """AWS's reason of a refusal, or the class of the error; of a wrong row, member and rule; of a
    skipped row, what the ledger has: `sending`, `sent`, `refused`, `unknown`."""
    parts: int = 0
    """The message parts of what was sent, or may have been."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a call of `send` did, or what a ledger holds. Reports add up: `sum(all, Report())`."""

    counts: Mapping[Outcome, int] = field(default_factory=dict[Outcome, int])
    """How many rows have each outcome; one that no row has is missing."""
    parts: int = 0
    """Message parts that were sent, or may have been: what AWS bills."""
    seconds: float = 0.0
    """How long the call took; of a sum, how long the longest took."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the first hundred wrong rows."""
    in_flight: int = 0
    """Messages that are on their way to AWS; only `Bulk.totals` counts them."""

    def count(self, outcome: Outcome) -> int:
        """How many rows have this outcome."""
        return self.counts.get(outcome, 0)

    def __add__(self, other: "Report") -> "Report":
        both = Counter(self.counts)
        both.update(other.counts)
        return Report(
            dict(both),
            self.parts + other.parts,
            max(self.seconds, other.seconds),
            (self.problems + other.problems)[:MOST_PROBLEMS],
            self.in_flight + other.in_flight,
        )

    def __radd__(self, other: int) -> "Report":
        """Begin a sum that starts with 0."""
        return self if other == 0 else NotImplemented

    def __str__(self) -> str:
        said = [f"{outcome.replace('_', ' ')} {self.count(outcome):,}" for outcome in self._shown()]
        if self.in_flight:
            said.append(f"in flight {self.in_flight:,}")
        first = f" ({self.problems[0]})" if self.problems else ""
        return ", ".join(said) + first if said else "no rows"

    def _shown(self) -> list[Outcome]:
        return [outcome for outcome in Outcome if self.count(outcome)]


@dataclass(frozen=True, slots=True)
class IdentityPreview:
    """What one origination identity would send."""

    rows: int
    """Rows that are fit to be sent."""
    parts: int
    """Their message parts."""
    seconds: float
    """How long these parts take at its pace."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What `Bulk.send` would do with rows, found without any call and without the ledger."""

    rows: int
    """Rows that are fit to be sent."""
    parts: int
    """Their message parts: what AWS bills."""
    seconds: float
    """How long sending takes at the pace that is set, if AWS answers fast enough."""
    by_identity: Mapping[str, IdentityPreview] = field(repr=False)
    """By origination identity; `*` is what names none."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the first hundred wrong rows."""
    invalid: int = 0
    """Rows that are wrong."""

    def __str__(self) -> str:
        wrong = f", {self.invalid:,} wrong ({self.problems[0]})" if self.problems else ""
        return f"{self.rows:,} rows, {self.parts:,} parts, {self.seconds:,.0f} seconds{wrong}"


@dataclass(frozen=True, slots=True)
class BulkProgress:
    """How far a call of `send` is; the function of `progress=` gets one twice a second."""

    name: str
    """The name of the campaign."""
    counts: Mapping[Outcome, int]
    """Rows that are done, by outcome."""
    parts: int
    """Message parts that were sent so far, or may have been."""
    seconds: float
    """How long the call has run."""
    rows: int | None
    """How many rows there are; None where the rows do not say."""
    per_second: float
    """Messages that left per second, over the last seconds."""
    state: str = "sending"
    """`sending`, `waiting` (for the hours of the window), `stopping` or `done`."""

    @property
    def done(self) -> int:
        """Rows that have an outcome."""
        return sum(self.counts.values())

    @property
    def remaining_seconds(self) -> float | None:
        """How long the rest takes at the rate of the last seconds; None if that is not known."""
        if self.rows is None or not self.per_second:
            return None
        return max(0, self.rows - self.done) / self.per_second

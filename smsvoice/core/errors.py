"""The root of all errors, and those that need no answer from AWS: the core raises them itself."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from smsvoice.core.model import ResultModel


class SmsVoiceError(Exception):
    """Base of everything that smsvoice raises on its own account."""


class Problem(NamedTuple):
    """One thing that is wrong with a request: which member, and the rule it breaks."""

    field: str
    rule: str
    kind: str = ""
    """Which kind of rule, as Pydantic names it, e.g. `missing`; empty for our own rules."""

    def __str__(self) -> str:
        return f"{self.field}: {self.rule}" if self.field else self.rule


class RequestError(SmsVoiceError, ValueError):
    """The request is wrong, and nothing has left this machine.

    `problems` names every member at fault with the rule that it breaks; no value is repeated.
    """

    def __init__(self, what: str, problems: Sequence[Problem]) -> None:
        """Name what was asked for and all that is wrong with it."""
        super().__init__(what, tuple(problems))
        self.what = what
        self.problems: tuple[Problem, ...] = tuple(problems)

    def __str__(self) -> str:
        return f"{self.what}: " + "; ".join(str(problem) for problem in self.problems)


class AnswerError(SmsVoiceError):
    """AWS answered, but the answer is cut short or not what its model promises.

    Raised for reads whose repetition gave nothing better, and with `strict_answers=True`; then
    `result` holds the answer as far as it could be read, and a write was carried out. A call that
    must not be made twice never raises it; see OutcomeUnknownError.
    """

    def __init__(
        self, operation: str, problems: Sequence[str], result: "ResultModel | None" = None
    ) -> None:
        """Name the operation and what does not fit; `result` is what could be read."""
        super().__init__(operation, tuple(problems), result)
        self.operation = operation
        self.problems: tuple[str, ...] = tuple(problems)
        self.result = result

    def __str__(self) -> str:
        fit = f"{self.operation} gave an answer that does not fit: " + "; ".join(self.problems)
        return fit if self.result is None else f"{fit}. error.result has the answer"


class AnswerWarning(UserWarning):
    """An answer holds something that this version does not know; it was kept, nothing was lost."""


class NotLoadedError(SmsVoiceError):
    """The object has no data yet; the message names the call that loads it."""


class MissingExtraError(SmsVoiceError, ImportError):
    """A package that an extra of smsvoice brings is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        """Name the package, and the extra that brings it."""
        super().__init__(package, extra)
        self.package = package
        self.extra = extra

    def __str__(self) -> str:
        return f'{self.package} is not installed: pip install "smsvoice[{self.extra}]"'

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.package, self.extra)


for _error in (
    SmsVoiceError,
    RequestError,
    AnswerError,
    AnswerWarning,
    NotLoadedError,
    MissingExtraError,
):
    _error.__module__ = "smsvoice.errors"  # where users meet them

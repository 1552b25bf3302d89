"""What one call of `send` keeps to, checked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from smsvoice.bulk.hours import Hours
from smsvoice.bulk.outcomes import BulkProgress, Result


@dataclass(frozen=True, slots=True)
class Settings:
    """What a call of `send` keeps to."""

    campaign: str
    per_second: Mapping[str, float] = field(repr=False)
    requests_per_second: float | None
    threads: int
    max_seconds: float | None
    stop_after_refusals: int | None
    hours: Hours
    on_result: Callable[[Result], object] | None
    progress: Callable[[BulkProgress], object] | bool | None

"""When messages may leave: the hours of a day in one time zone, and a deadline."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, Final, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from smsvoice.core.errors import Problem, RequestError

Window = tuple[str | time, str | time, str | tzinfo]
SHORTEST: Final = 5
"""A message is not sent whose time to live would be shorter, in seconds: AWS takes none."""
_RULE: Final = 'must be (start, end, zone), e.g. ("08:00", "21:00", "America/New_York")'


class Hours:
    """The times at which messages may leave."""

    def __init__(self, window: Window | None, not_after: datetime | None) -> None:
        """Read the arguments.

        Raises:
            RequestError: one cannot be used.
        """
        self._window = None if window is None else _read(window)
        if not_after is not None and (
            not isinstance(not_after, datetime)  # pyright: ignore[reportUnnecessaryIsInstance]
            or not_after.tzinfo is None
        ):
            rule = "must be a datetime with a time zone, e.g. datetime(..., tzinfo=UTC)"
            raise RequestError("send", (Problem("not_after", rule),))
        self._not_after = not_after

    def is_over(self, now: datetime) -> bool:
        """Whether the deadline is reached: a message would have no time to arrive before it."""
        return self._not_after is not None and (self._not_after - now).total_seconds() < SHORTEST

    def until_open(self, now: datetime) -> float:
        """Seconds until messages may leave; 0 if they may now."""
        opens = self._opens(now)
        return 0.0 if opens is None else max(0.0, (opens - now).total_seconds())

    def left(self, now: datetime) -> float | None:
        """Seconds until the window closes or the deadline is reached; None if neither is set."""
        ends = [] if self._not_after is None else [self._not_after]
        if self._window is not None:
            ends.append(self._closes(now))
        return min((end - now).total_seconds() for end in ends) if ends else None

    def _opens(self, now: datetime) -> datetime | None:
        """When the window opens next; None while it is open long enough for a message."""
        if self._window is None:
            return None
        for start, end in self._days(now):
            if now < start:
                return start
            if (end - now).total_seconds() >= SHORTEST:
                return None
        return None  # pragma: no cover  the last of these days always lies ahead

    def _closes(self, now: datetime) -> datetime:
        return next(end for _, end in self._days(now) if (end - now).total_seconds() >= SHORTEST)

    def _days(self, now: datetime) -> Sequence[tuple[datetime, datetime]]:
        """The windows from yesterday on, in UTC, since hours of a day may be missing or double.

        A time of day that is missing or double can be read in two ways. A window begins at the
        later one and ends at the earlier one, so it is open only while clocks show its hours.
        """
        assert self._window is not None
        start, end, zone = self._window
        today = now.astimezone(zone).date()
        days: list[tuple[datetime, datetime]] = []
        for offset in (-1, 0, 1, 2):
            day = today + timedelta(days=offset)
            last = day if end > start else day + timedelta(days=1)
            opens = max(_readings(day, start, zone))
            days.append((opens, min(_readings(last, end, zone))))
        return days


def _readings(day: date, at: time, zone: tzinfo) -> list[datetime]:
    """The moments, in UTC, that a time of a day may mean."""
    return [datetime.combine(day, at.replace(fold=f), zone).astimezone(UTC) for f in (0, 1)]


def _read(window: object) -> tuple[time, time, tzinfo]:
    given = cast("Sequence[Any]", window) if isinstance(window, tuple | list) else ()
    if len(given) != 3:  # noqa: PLR2004
        raise RequestError("send", (Problem("window", _RULE),))
    first, second, place = given
    try:
        start, end = (time.fromisoformat(t) if isinstance(t, str) else t for t in (first, second))
    except ValueError:
        raise RequestError("send", (Problem("window", _RULE),)) from None
    if not isinstance(start, time) or not isinstance(end, time) or start.tzinfo or end.tzinfo:
        raise RequestError("send", (Problem("window", _RULE),))
    if start == end:
        raise RequestError("send", (Problem("window", "must end at another time than it starts"),))
    if isinstance(place, str):
        try:
            return start, end, ZoneInfo(place)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            rule = 'has no known time zone: write e.g. "America/New_York"'
            raise RequestError("send", (Problem("window", rule),)) from None
    if not isinstance(place, tzinfo):
        raise RequestError("send", (Problem("window", _RULE),))
    return start, end, place

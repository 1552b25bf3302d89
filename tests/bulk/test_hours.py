"""When messages may leave: windows in a time zone, over midnight and changes of the clocks."""

# ruff: noqa: DTZ001  the times are those of clocks on walls

from datetime import UTC, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsvoice.bulk.hours import SHORTEST, Hours
from smsvoice.core.errors import RequestError

NEW_YORK, BERLIN = ZoneInfo("America/New_York"), ZoneInfo("Europe/Berlin")
DAY = ("08:00", "21:00", "America/New_York")
NIGHT = ("22:00", "06:00", "Europe/Berlin")
HOUR = 3600.0


def at(text: str, zone: ZoneInfo, fold: int = 0) -> datetime:
    """A moment, in UTC, by the clock of a zone; `fold=1` is the second of two."""
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold).astimezone(UTC)


def test_without_limits_messages_may_always_leave() -> None:
    hours, now = Hours(None, None), datetime.now(UTC)

    assert not hours.is_over(now)
    assert hours.until_open(now) == 0
    assert hours.left(now) is None


@pytest.mark.parametrize(
    ("clock", "wait"),
    [
        ("2026-03-02T07:59:59", 1),
        ("2026-03-02T08:00", 0),
        ("2026-03-02T12:30", 0),
        ("2026-03-02T20:59:55", 0),
        ("2026-03-02T20:59:56", 11 * HOUR + 4),
        ("2026-03-02T21:00", 11 * HOUR),
        ("2026-03-03T00:00", 8 * HOUR),
    ],
)
def test_a_window_of_a_day(clock: str, wait: float) -> None:
    """It ends a little earlier, when a message would have no time to arrive."""
    assert Hours(DAY, None).until_open(at(clock, NEW_YORK)) == wait


@pytest.mark.parametrize(
    ("clock", "wait", "left"),
    [
        ("2026-01-15T21:59", 60, 8 * HOUR + 60),
        ("2026-01-15T22:00", 0, 8 * HOUR),
        ("2026-01-16T00:00", 0, 6 * HOUR),
        ("2026-01-16T05:59", 0, 60),
        ("2026-01-16T06:00", 16 * HOUR, 24 * HOUR),
        ("2026-01-16T12:00", 10 * HOUR, 18 * HOUR),
    ],
)
def test_a_window_across_midnight(clock: str, wait: float, left: float) -> None:
    hours = Hours(NIGHT, None)

    assert hours.until_open(at(clock, BERLIN)) == wait
    assert hours.left(at(clock, BERLIN)) == left


@pytest.mark.parametrize(
    ("zone", "evening", "hours_of_night"),
    [
        (NEW_YORK, "2026-03-07T22:00", 7),
        (NEW_YORK, "2026-10-31T22:00", 9),
        (NEW_YORK, "2026-06-01T22:00", 8),
        (BERLIN, "2026-03-28T22:00", 7),
        (BERLIN, "2026-10-24T22:00", 9),
    ],
)
def test_a_night_in_which_clocks_change_is_shorter_or_longer(
    zone: ZoneInfo, evening: str, hours_of_night: int
) -> None:
    hours = Hours(("22:00", "06:00", zone), None)
    begin = at(evening, zone)

    assert hours.until_open(begin) == 0
    assert hours.left(begin) == hours_of_night * HOUR
    assert hours.until_open(begin + timedelta(hours=hours_of_night, seconds=-5)) == 0
    assert hours.until_open(begin + timedelta(hours=hours_of_night)) == 16 * HOUR


@pytest.mark.parametrize(
    ("zone", "window", "day", "opens", "closes"),
    [
        # 02:00 to 03:00 is missing
        (NEW_YORK, ("02:30", "09:00"), "2026-03-08", "03:30", "09:00"),
        (NEW_YORK, ("01:00", "02:30"), "2026-03-08", "01:00", "01:30"),
        (BERLIN, ("02:30", "09:00"), "2026-03-29", "03:30", "09:00"),
        (BERLIN, ("01:00", "02:30"), "2026-03-29", "01:00", "01:30"),
    ],
)
def test_a_window_that_begins_or_ends_in_a_missing_hour(
    zone: ZoneInfo, window: tuple[str, str], day: str, opens: str, closes: str
) -> None:
    """It is never open while clocks show another time than its own."""
    hours = Hours((*window, zone), None)
    begin, end = at(f"{day}T{opens}", zone), at(f"{day}T{closes}", zone)

    assert hours.until_open(begin - timedelta(seconds=1)) == 1
    assert hours.until_open(begin) == 0
    assert hours.left(begin) == (end - begin).total_seconds()
    assert hours.until_open(end) > HOUR


def test_a_window_that_begins_or_ends_in_a_double_hour() -> None:
    """It begins with the second and ends with the first: so clocks always show its hours."""
    early = Hours(("01:30", "09:00", NEW_YORK), None)
    late = Hours(("00:30", "01:30", NEW_YORK), None)
    first, second = at("2026-11-01T01:30", NEW_YORK), at("2026-11-01T01:30", NEW_YORK, fold=1)

    assert second - first == timedelta(hours=1)
    assert early.until_open(first) == HOUR
    assert early.until_open(second) == 0
    assert late.left(at("2026-11-01T00:30", NEW_YORK)) == HOUR
    assert late.until_open(first) == 24 * HOUR


def test_a_window_within_a_missing_hour_does_not_open_that_day() -> None:
    hours = Hours(("02:15", "02:45", NEW_YORK), None)
    now, opened = at("2026-03-07T12:00", NEW_YORK), list[datetime]()
    while len(opened) < 2:
        wait = hours.until_open(now)
        if not wait:
            opened.append(now)
            wait = HOUR
        now += timedelta(seconds=wait)

    assert opened == [at("2026-03-09T02:15", NEW_YORK), at("2026-03-10T02:15", NEW_YORK)]


moments = st.one_of(
    st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)),
    *(
        st.datetimes(datetime(2026, month, day), datetime(2026, month, day) + timedelta(days=2))
        for month, day in ((3, 7), (3, 28), (10, 24), (10, 31))
    ),
)
clocks = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))


@settings(max_examples=300, deadline=None)
@given(moments, clocks, clocks, st.sampled_from([NEW_YORK, BERLIN, ZoneInfo("Asia/Kolkata")]))
def test_while_messages_may_leave_the_clock_shows_a_time_of_the_window(
    moment: datetime, start: time, end: time, zone: ZoneInfo
) -> None:
    """And until the end that `left` gives; after the wait that is given, it is open or nearly so."""
    if start == end:
        return
    hours, now = Hours((start, end, zone), None), moment.replace(tzinfo=UTC)
    for _ in range(4):
        wait = hours.until_open(now)
        if not wait:
            break
        now += timedelta(seconds=wait)
    assert wait == 0
    left = hours.left(now)
    assert left is not None
    assert SHORTEST <= left <= 26 * HOUR
    for later in (0.0, left / 2, left - 0.001):
        clock = (now + timedelta(seconds=later)).astimezone(zone).time()
        is_inside = start <= clock < end if start < end else clock >= start or clock < end
        assert is_inside


def test_a_deadline() -> None:
    end = datetime(2026, 5, 1, 12, tzinfo=UTC)
    hours = Hours(None, end)

    assert not hours.is_over(end - timedelta(seconds=SHORTEST))
    assert hours.is_over(end - timedelta(seconds=SHORTEST - 0.001))
    assert hours.is_over(end + timedelta(days=1))
    assert hours.left(end - timedelta(minutes=1)) == 60
    assert hours.until_open(end) == 0


def test_the_earlier_of_window_and_deadline_counts() -> None:
    noon = at("2026-03-02T12:00", NEW_YORK)

    assert Hours(DAY, noon + timedelta(hours=1)).left(noon) == HOUR
    assert Hours(DAY, noon + timedelta(hours=30)).left(noon) == 9 * HOUR


def test_times_and_zones_may_be_objects() -> None:
    zone = timezone(timedelta(hours=5, minutes=30))
    hours = Hours((time(8), time(21), zone), None)

    assert hours.until_open(datetime(2026, 3, 2, 7, tzinfo=zone)) == HOUR


@pytest.mark.parametrize(
    ("window", "rule"),
    [
        ("08:00", "must be (start, end, zone)"),
        (("08:00", "21:00"), "must be (start, end, zone)"),
        (("08:00", "21:00", "UTC", 1), "must be (start, end, zone)"),
        (("8 am", "21:00", "UTC"), "must be (start, end, zone)"),
        (("08:00", "25:00", "UTC"), "must be (start, end, zone)"),
        ((8, 21, "UTC"), "must be (start, end, zone)"),
        (("08:00", None, "UTC"), "must be (start, end, zone)"),
        (("08:00+01:00", "21:00", "UTC"), "must be (start, end, zone)"),
        (("08:00", "21:00", None), "must be (start, end, zone)"),
        (("08:00", "21:00", 5), "must be (start, end, zone)"),
        (("08:00", "08:00", "UTC"), "must end at another time than it starts"),
        (("08:00", "21:00", "Mars/Olympus"), "has no known time zone"),
        (("08:00", "21:00", ""), "has no known time zone"),
        (("08:00", "21:00", "America"), "has no known time zone"),
        (("08:00", "21:00", "/etc/passwd"), "has no known time zone"),
        (("08:00", "21:00", "../UTC"), "has no known time zone"),
        (("08:00", "21:00", "a\0b"), "has no known time zone"),
    ],
)
def test_a_wrong_window_is_named(window: Any, rule: str) -> None:
    with pytest.raises(RequestError, match="window") as raised:
        Hours(window, None)

    assert rule in str(raised.value)


@pytest.mark.parametrize(
    "not_after", [datetime(2026, 5, 1), "2026-05-01T12:00Z", 1_790_000_000, time(12)]
)
def test_a_wrong_deadline_is_named(not_after: Any) -> None:
    with pytest.raises(RequestError, match=r"not_after.*must be a datetime with a time zone"):
        Hours(None, not_after)

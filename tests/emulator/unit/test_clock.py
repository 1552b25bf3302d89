"""The emulator's clock moves forward only, and ends with the year 8999."""

import math
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsvoice.emulator.engine.clock import LATEST, EmulatorClock

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@given(st.lists(st.integers(0, 100_000), max_size=5))
def test_a_stopped_clock_moves_by_what_it_is_advanced(steps: list[int]) -> None:
    clock = EmulatorClock(NOON, running=False)

    for step in steps:
        clock.advance(step)

    assert clock.now() == NOON + timedelta(seconds=sum(steps))


def test_a_running_clock_moves_by_itself() -> None:
    clock = EmulatorClock(NOON)

    assert NOON <= clock.now() <= clock.now()


def test_a_moment_is_kept_in_utc() -> None:
    east = NOON.astimezone(timezone(timedelta(hours=5)))

    assert EmulatorClock(east, running=False).now().utcoffset() == timedelta()
    assert EmulatorClock(NOON.replace(tzinfo=None), running=False).now() == NOON


@pytest.mark.parametrize("seconds", [-1, -0.5, math.nan, math.inf, True, 1e12])
def test_an_impossible_advance_is_refused_and_changes_nothing(seconds: float) -> None:
    clock = EmulatorClock(NOON, running=False)

    with pytest.raises(ValueError, match="seconds must be"):
        clock.advance(seconds)

    assert clock.now() == NOON


def test_a_start_at_the_end_of_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="before the year 9000"):
        EmulatorClock(LATEST)


def test_a_pinned_clock_stands_until_it_is_released() -> None:
    clock = EmulatorClock(NOON, running=False)
    clock.advance(10)
    clock.pin(NOON)
    pinned = clock.now()

    clock.pin(None)

    assert (pinned, clock.now()) == (NOON, NOON + timedelta(seconds=10))

"""Counters look back twenty-four hours and no further."""

from datetime import timedelta

from smsvoice.emulator.state.daily_counters import MINUTE, counted, record, times, times_today
from tests.factories.emulator_calls import call_of

DAY = 24 * 60 * 60


def test_what_happened_is_counted_by_its_name() -> None:
    call = call_of()
    record(call, "code to A")
    record(call, "code to A")
    record(call, "code to B")

    assert [times_today(call, f"code to {name}") for name in "ABC"] == [2, 1, 0]


def test_a_moment_counts_for_less_than_a_day() -> None:
    call = call_of()
    record(call, "code")
    call.clock.advance(DAY - 1)
    before = times_today(call, "code")

    call.clock.advance(1)

    assert (before, times_today(call, "code")) == (1, 0)


def test_a_shorter_window_counts_the_latest_alone() -> None:
    call = call_of()
    record(call, "code")
    call.clock.advance(90)
    record(call, "code")

    assert times(call, "code", MINUTE) == 1
    assert times(call, "code", timedelta(minutes=2)) == 2


def test_recording_drops_the_moments_that_no_longer_count() -> None:
    call = call_of()
    record(call, "code")
    call.clock.advance(DAY)
    record(call, "code")

    kept = counted(call).get("code")

    assert kept is not None
    assert kept.at == (call.now,)

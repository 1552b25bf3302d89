"""Planned times: no second holds too many parts, the order stays, and the rate is reached."""

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsvoice.bulk.pace import REST, SLOWEST, WINDOW, Line, pace_of

START = 1_800_000_000.0
"""A time as the ledger's clock gives it; floats have a quarter of a microsecond there."""
TINY = 1e-5
JITTER = 0.0499

rates = st.one_of(st.floats(0.2, 1000), st.integers(1, 1000).map(float))
groups = st.lists(st.integers(1, 12), min_size=1, max_size=20)
arrivals = st.lists(
    st.tuples(st.one_of(st.just(0.0), st.floats(0, 0.2), st.floats(0, 30)), groups),
    min_size=1,
    max_size=25,
)
Place = tuple[float, int]


def placed(
    line: Line, per_second: float, arriving: Sequence[tuple[float, list[int]]]
) -> list[Place]:
    """The times and parts of messages that arrive in groups, each so many seconds after the last."""
    now, found = START, list[Place]()
    for pause, parts in arriving:
        now += pause
        times = line.take(now, parts, per_second)
        assert len(times) == len(parts)
        assert min(times) >= now
        found.extend(zip(times, parts, strict=True))
    return found


def most_within(places: Sequence[Place], seconds: float) -> list[tuple[int, int]]:
    """For each window that begins with a message: the parts in it, and those of its longest one."""
    found: list[tuple[int, int]] = []
    for begin, _ in places:
        held = [parts for at, parts in places if begin <= at < begin + seconds - TINY]
        found.append((sum(held), max(held)))
    return found


@settings(max_examples=100, deadline=None)
@given(rates, arrivals)
def test_no_window_holds_more_than_the_rate_or_one_message(
    per_second: float, arriving: list[tuple[float, list[int]]]
) -> None:
    for parts, longest in most_within(placed(Line(), per_second, arriving), WINDOW):
        assert parts <= max(math.ceil(per_second), longest)


@settings(max_examples=50, deadline=None)
@given(rates, arrivals, st.randoms(use_true_random=False))
def test_no_second_holds_more_although_messages_arrive_late(
    per_second: float, arriving: list[tuple[float, list[int]]], random: Random
) -> None:

    late = [
        (at + random.uniform(0, JITTER), parts)
        for at, parts in placed(Line(), per_second, arriving)
    ]

    for parts, longest in most_within(sorted(late), 1.0):
        assert parts <= max(math.ceil(per_second), longest)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(rates, st.floats(0, 5), groups), min_size=2, max_size=15))
def test_first_come_first_served_even_if_the_rate_changes(
    arriving: list[tuple[float, float, list[int]]],
) -> None:
    line, now, times = Line(), START, list[float]()
    for per_second, pause, parts in arriving:
        now += pause
        times += line.take(now, parts, per_second)

    assert times == sorted(times)


@settings(max_examples=50, deadline=None)
@given(rates, st.lists(st.tuples(st.floats(0, 3), groups), min_size=1, max_size=12), st.data())
def test_groups_get_what_single_messages_get(
    per_second: float, arriving: list[tuple[float, list[int]]], data: st.DataObject
) -> None:
    """And the line comes back from its text unchanged at any moment."""
    line, single, now = Line(), Line(), START
    for pause, parts in arriving:
        now += pause
        if data.draw(st.booleans()):
            line = Line.from_text(line.to_text())
        together = line.take(now, parts, per_second)
        assert together == [single.take(now, [one], per_second)[0] for one in parts]
        assert Line.from_text(line.to_text()) == line == single


@settings(max_examples=15, deadline=None)
@given(rates)
def test_messages_of_one_part_reach_the_rate(per_second: float) -> None:
    """95 % of it: the window is so much longer than a second."""
    count = max(20, int(per_second * 20))
    times = Line().take(START, [1] * count, per_second)
    reached = (count - 1) / (times[-1] - times[0])

    assert 0.94 * per_second <= reached <= per_second


@settings(max_examples=15, deadline=None)
@given(st.floats(12, 1000), st.integers(2, 12))
def test_long_messages_reach_the_rate_too(per_second: float, parts: int) -> None:
    """As far as whole messages fit into the window."""
    count = max(40, int(per_second * 20 / parts))
    times = Line().take(START, [parts] * count, per_second)
    reached = parts * (count - 1) / (times[-1] - times[0])
    fits = math.ceil(per_second) // parts * parts / (WINDOW + 0.01)

    assert min(0.94 * per_second, fits * 0.98) <= reached <= per_second + 1


@given(rates, st.floats(0, 1e6), groups)
def test_a_time_without_messages_gives_no_burst(
    per_second: float, idle: float, parts: list[int]
) -> None:
    """What was not used before is gone: the line goes on as a new one does."""
    used = Line()
    end = used.take(START, [1] * 5, per_second)[-1]
    now = max(end, used.due) + WINDOW + 0.02 + idle

    assert used.take(now, parts, per_second) == Line().take(now, parts, per_second)


def test_messages_are_spread_evenly() -> None:
    times = Line().take(START, [1] * 1000, 100.0)

    assert max(later - earlier for earlier, later in pairwise(times)) < 0.04
    assert times[99] - times[0] > 0.98


def test_a_long_message_waits_no_longer_than_a_short_one() -> None:
    """It gets the next moment of the line, and the message behind it waits for its parts."""
    long, short = Line(), Line()
    long.take(START, [1] * 10, 100.0)
    short.take(START, [1] * 10, 100.0)

    assert long.take(START, [10], 100.0) == short.take(START, [1], 100.0)
    assert long.take(START, [1], 100.0)[0] - short.take(START, [1], 100.0)[0] == pytest.approx(
        9 * WINDOW / 100, abs=0.001
    )


def test_a_message_longer_than_the_rate_leaves_alone() -> None:
    before, long, after = Line().take(START, [1, 12, 1], 5.0)

    assert long - before > WINDOW - TINY
    assert after - long >= 12 * WINDOW / 5 - WINDOW - TINY


def test_a_throttled_line_pauses_for_all_and_then_spreads_them() -> None:
    """Not all that waited leave at the end of the pause: AWS would throttle them again."""
    line = Line()
    assert line.push_back(START) == 1.0

    times = line.take(START + 0.2, [1] * 100, 100.0)

    assert times[0] == START + 1.0
    assert times[-1] - times[0] > 0.98
    assert max(later - earlier for earlier, later in pairwise(times)) < 0.04


def test_a_line_without_a_limit_pauses_as_well() -> None:
    line = Line()
    assert line.take(START, [1, 12, 5], math.inf) == [START] * 3
    line.push_back(START)
    assert line.take(START + 0.5, [1, 2], math.inf) == [START + 1.0] * 2
    assert line.take(START + 3, [1], math.inf) == [START + 3]
    assert Line.from_text(line.to_text()) == line


def test_pauses_double_up_to_a_minute() -> None:
    line, now, pauses = Line(), START, list[float]()
    for _ in range(9):
        pauses.append(line.push_back(now))
        now += pauses[-1]

    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_messages_throttled_in_one_pause_count_once() -> None:
    line = Line()
    line.push_back(START)

    assert line.push_back(START + 0.25) == 0.75
    assert line.push_back(START + 1) == 2.0


def test_two_minutes_without_throttling_are_forgiven() -> None:
    line = Line()
    line.push_back(START)
    line.push_back(START + 1)

    assert line.push_back(START + 120) == 4.0
    assert line.push_back(START + 120 + 120) == 8.0
    assert line.push_back(START + 240 + 121) == 1.0


def test_a_line_that_is_throttled_for_days_still_works() -> None:
    line, now = Line(), START
    for _ in range(2000):
        pause = line.push_back(now)
        assert pause <= 60
        now += pause

    assert Line.from_text(line.to_text()).take(now, [1], 1.0) == [now]


def test_the_text_of_a_line_stays_short() -> None:
    """It is read and written for each message; a line keeps a place for each hundredth at most."""
    line = Line()
    line.take(START, [1] * 5000, 1000.0)

    assert len(line.places) <= WINDOW * 100 + 2
    assert len(line.to_text()) < 3000


def test_the_pace_of_an_identity() -> None:
    assert pace_of({"a": 5, "*": 2}, "a") == 5
    assert pace_of({"a": 5, "*": 2}, "b") == 2
    assert pace_of({"a": 5}, "b") == SLOWEST
    assert pace_of({}, REST) == SLOWEST

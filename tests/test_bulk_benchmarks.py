"""The benchmarks of bulk sending: their arithmetic, and small runs; nothing is timed here."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import bulk_memory, bulk_pace, bulk_profile, bulk_simulation, bulk_waits
from benchmarks.bulk_memory import quarter, thinned
from benchmarks.bulk_pace import Arrival, Measured, mixed, rate_lines, shares_of, stage_lines
from benchmarks.bulk_parts import key_of, mean_rate, peak, percent, rows, text_of
from benchmarks.bulk_simulation import forecast, rates_of
from benchmarks.bulk_waits import Queue, Wait, simulated
from benchmarks.simulated_senders import Outcome, Plan, Simulation
from smsvoice.bulk import lane
from smsvoice.bulk.ledger.location import ledger_url
from smsvoice.text.segments import segments

ARRIVALS = st.lists(
    st.tuples(st.integers(0, 40).map(lambda tenths: tenths / 8), st.integers(1, 10)), max_size=30
)


@given(ARRIVALS)
def test_the_peak_is_that_of_the_fullest_stretch_of_a_second(
    arrivals: list[tuple[float, int]],
) -> None:
    """A fullest stretch begins with an arrival; its end belongs to the next one."""
    sums = [sum(p for at, p in arrivals if start <= at < start + 1) for start, _ in arrivals]

    assert peak(arrivals) == max(sums, default=0)


def test_the_end_of_a_stretch_is_outside() -> None:
    """Exactly a second later is another second."""
    assert peak([(0.0, 60), (1.0, 60)]) == 60
    assert peak([(0.0, 60), (0.999, 60)]) == 120
    assert peak([(2.0, 1), (0.0, 5)], 2.5) == 6


def test_the_rate_counts_what_followed_the_first() -> None:
    """Eleven parts in ten steps of a tenth are ten a second."""
    assert mean_rate([(index / 10, 1) for index in range(11)]) == pytest.approx(10)
    assert mean_rate([(0.0, 3)]) == 0


@pytest.mark.parametrize("parts", [1, 2, 3, 10])
def test_a_text_has_the_parts_that_are_asked_for(parts: int) -> None:
    """As smsvoice counts them."""
    assert segments(text_of(parts)).parts == parts


def test_rows_have_keys_of_their_own() -> None:
    """As long as those that are made from numbers."""
    keys = [row["key"] for row in rows(100)]

    assert keys[7] == key_of(7)
    assert len(set(keys)) == 100
    assert {len(key) for key in keys} == {32}


def test_percent_of_nothing_is_none() -> None:
    """A share needs a whole."""
    assert percent(1, 4) == "25%"
    assert percent(1, 0) == "none"


def test_a_quarter_has_the_median_of_its_samples() -> None:
    """And the last one before it where it has none."""
    samples = [(0, 10), (20, 20), (30, 30), (45, 40), (49, 60), (100, 99)]

    assert quarter(samples, 100, 0) == 15
    assert quarter(samples, 100, 1) == 40
    assert quarter(samples, 100, 2) == 60
    assert quarter([], 100, 2) == 0


def test_thinned_samples_keep_the_largest() -> None:
    """A peak must not vanish from a drawing."""
    samples = [(done, 1) for done in range(1_000)]
    samples[501] = (501, 9)

    few = thinned(samples, 100)

    assert len(few) == 100
    assert (501, 9) in few
    assert thinned(samples[:5], 100) == samples[:5]


def test_the_rows_of_a_file_are_those_of_the_generator(tmp_path: Path) -> None:
    """Both sources of the memory benchmark send the same."""
    from smsvoice.bulk import read_rows

    path = tmp_path / "rows.csv"
    bulk_memory.write_rows(path, 20)

    assert list(read_rows(path)) == list(rows(20))


def test_shares_count_while_all_processes_send() -> None:
    """What one sends alone at the end belongs to no comparison."""
    arrivals = [
        Arrival(0.0, "a", 5, "0"),  # alone
        Arrival(1.0, "a", 1, "1"),
        Arrival(2.0, "a", 3, "0"),
        Arrival(2.0, "a", 0, "1"),
        Arrival(9.0, "a", 7, "1"),  # alone
    ]

    assert shares_of(arrivals, 2) == "75% 25%"
    assert shares_of(arrivals, 3) == "a process sent nothing"


def test_a_run_has_a_line_for_each_identity() -> None:
    """With its peak against its limit, on arrival and at each stage."""
    waits = [Wait("a", 2, 0.0, 1.0, 1.5, 1.75), Wait("b", 1, 0.0, 1.0, 1.0, 1.0)]
    seen = [Arrival(1.0, "a", 2, "0"), Arrival(1.5, "b", 1, "0")]
    one = Measured("SQLite", "some", 1, seen, waits, {"a": 1, "b": 4})

    first, second = rate_lines(one)
    stages, _ = stage_lines(one)

    assert first == ("SQLite", "some", "1", "", "1", "2", "1", "200%", "0.0")
    assert second[4:8] == ("4", "1", "0", "25%")
    assert stages == ("SQLite", "some", "1", "1", "2", "2", "2", "2", "500.0, 500", "250.0, 250")


def test_mixed_rows_divide_by_the_paces() -> None:
    """Two of three are of the identity that is twice as fast; each process has its own keys."""
    made = list(mixed(300, ["fast", "slow"], {1: 1, 2: 1}, 3))

    assert Counter(row["origination_identity"] for row in made) == {"fast": 200, "slow": 100}
    assert made[5]["key"] == "3-5"
    assert {segments(row["message_body"]).parts for row in made} == {1, 2}


def test_a_queue_gives_groups_as_a_lane_does() -> None:
    """As many parts as 50 milliseconds hold, at least one message."""
    from random import Random

    ones = Queue(Random(1), [1], [1])
    tens = Queue(Random(1), [10], [1])

    assert ones.group(100) == [1, 1, 1, 1, 1]
    assert ones.group(100, most=2) == [1, 1]
    assert tens.group(100) == [10]


def test_simulated_messages_wait_for_their_share() -> None:
    """Four processes get a place a quarter as often as one."""
    alone = simulated({1: 1}, 1, seconds=30)
    shared = simulated({1: 1}, 4, seconds=30)

    assert len(shared) == pytest.approx(len(alone), rel=0.05)
    assert bulk_waits.AHEAD == lane._AHEAD
    longest = [max(one.left - one.asked for one in waits) for waits in (alone, shared)]
    assert longest[0] < longest[1] < 1


def test_stacks_are_counted_by_function_and_by_area() -> None:
    """A library's time belongs to the part of smsvoice that called it."""
    inner = "Run._leave (/w/smsvoice/bulk/run.py);Ledger.begin (/w/smsvoice/bulk/ledger/_ledger.py)"
    lines = [
        f"{inner};execute (/x/site-packages/sqlalchemy/a.py) 3",
        "Run._leave (/w/smsvoice/bulk/run.py:12) 2",
        "_load (<frozen importlib._bootstrap>) 5",
    ]

    stacks = bulk_profile.read(lines)

    assert bulk_profile.areas(stacks) == {
        "the ledger": 3,
        "the run itself (run.py)": 2,
        "other": 5,
    }
    assert bulk_profile.inclusive(stacks)["smsvoice/bulk/run.py: Run._leave"] == 5
    assert bulk_profile.alone(stacks)["sqlalchemy/a.py: execute"] == 3
    assert [bulk_profile.in_send(stack) for stack in stacks] == [True, True, False]
    assert "| `the ledger` | 30.0% |" in bulk_profile.shares(
        "where", bulk_profile.areas(stacks), 10, 5
    )


def test_a_forecast_is_bounded_by_the_identities() -> None:
    """Its databases and processes are as many as their rate needs."""
    one = forecast(
        messages=1_000_000,
        parts_a_message=2,
        identities=10,
        reached=100,
        capacity=300,
        sender=499,
        bytes_a_row=100,
        price=0.01,
    )

    assert (one.parts_per_second, one.databases, one.senders) == (1000, 2, 2)
    assert one.hours == pytest.approx(2_000_000 / 1000 / 3600)
    assert one.gigabytes == pytest.approx(0.1)
    assert one.dollars == pytest.approx(20_000)


def test_the_table_of_forecasts_names_no_price_of_its_own() -> None:
    """It stands there only when it was given."""
    known = {"SQLite": (1000.0, 100.0)}

    assert "say --price" in bulk_simulation.forecasts(known, 95, 500, None)
    assert "| 1,500,000 |" in bulk_simulation.forecasts(known, 95, 500, 0.01)


def test_a_simulation_keeps_the_limit_and_divides_it(tmp_path: Path) -> None:
    """The same plan gives the same result."""
    plan = Plan(processes=3, identities=2, parts_per_second=40, seconds=3, commit=0, answer=0.01)
    first, second = (
        Simulation(plan, ledger_url(tmp_path / name)).run() for name in ("one.db", "two.db")
    )

    assert {name: peak(arrivals) <= 40 for name, arrivals in first.arrivals.items()} == {
        "identity-0": True,
        "identity-1": True,
    }
    assert all(rate > 30 for rate in rates_of(first, 3))
    assert min(first.by_process) > 0
    assert first.messages == sum(map(len, first.arrivals.values()))
    counted = [(one.messages, one.transactions, one.by_process) for one in (first, second)]
    assert counted[0] == counted[1]


def test_rates_leave_out_the_first_seconds() -> None:
    """Lines have no past then."""
    outcome = Outcome()
    outcome.arrivals["a"] = [(1.0, 100), (3.0, 8), (5.0, 8), (11.0, 100)]

    assert rates_of(outcome, 10) == [2.0]


@pytest.mark.long
def test_the_emulator_sees_what_two_processes_send(tmp_path: Path) -> None:
    """Everything that left arrived, and has its times at each stage."""
    one = bulk_pace.run("SQLite", str(tmp_path / "ledger.db"), 2, 1.5)

    assert {arrival.process for arrival in one.arrivals} == {"0", "1"}
    assert {arrival.identity for arrival in one.arrivals} == set(one.limits)
    assert len(one.waits) == len(one.arrivals)
    assert all(wait.asked <= wait.handed <= wait.left for wait in one.waits)
    assert json.dumps(one.waits)

"""The arithmetic and the tables of `make bench`; nothing is timed here."""

import json
from pathlib import Path

import pytest

from benchmarks import report, server
from benchmarks.entrants import BOTO3, ENTRANTS, PEERS
from benchmarks.goals import GOALS, Goal, throughput
from benchmarks.jobs import ALONE, GIVEN
from benchmarks.markdown import duration, size, spread, table
from benchmarks.ratios import Cost, Rounds, Spread, interleaved, order, ratio, ratios, slope
from benchmarks.results import Measured, Results
from benchmarks.samples import ITEMS_A_PAGE
from benchmarks.starts import IMPORT, NOTHING

HALF = [Cost(0.5, 0.25, 600), Cost(1.0, 0.5, 600)]
WHOLE = [Cost(1.0, 0.5, 1200), Cost(2.0, 1.0, 1200)]
PAIR: Rounds = {BOTO3: WHOLE, "smsvoice": HALF}


@pytest.fixture
def results() -> Results:
    """A run in which everything of ours cost half, and one peer could not be installed."""
    everyone: Rounds = {BOTO3: WHOLE, **dict.fromkeys(["smsvoice", "wrapped", "guarded"], HALF)}
    tasks: Rounds = {BOTO3: WHOLE, "async": HALF}
    clients = {f"{name} {kind}": PAIR[name] for name in PAIR for kind in (ALONE, GIVEN)}
    jobs = {
        **dict.fromkeys(["pages", "walks", "starts", "memory"], PAIR),
        **{f"threads {n}{later}": PAIR for n in (1, 32) for later in ("", " later")},
        **dict.fromkeys(["tasks", "tasks later"], tasks),
        "sends": everyone,
        "clients": clients,
        "growth": {f"{name} {pages}": PAIR[name] for name in PAIR for pages in (1, 10)},
        "imports": {NOTHING: HALF, IMPORT: WHOLE},
    }
    return Results(
        machine={"system": "a test"},
        ours=Measured({"smsvoice": "1.2.3"}, jobs),
        peers={peer.package: Measured(failed={"all": "could not be installed"}) for peer in PEERS},
    )


def test_a_ratio_is_taken_round_by_round() -> None:
    """And never between rounds, which may have met another machine."""
    told = ratio([Cost(1, 3), Cost(40, 2)], [Cost(2, 1), Cost(80, 1)])

    assert told.cpu == Spread(0.5, 0.5, 0.5)
    assert told.wall == Spread(2.25, 2.5, 2.75)
    assert ratios(PAIR, BOTO3)["smsvoice"].cpu.middle == 0.5


def test_quartiles_stand_around_the_median() -> None:
    """A single value is its own."""
    assert Spread.of([4, 1, 3, 2, 5]) == Spread(2, 3, 4)
    assert Spread.of([7]) == Spread(7, 7, 7)


def test_the_slope_is_what_one_more_costs() -> None:
    """Whatever is there before the first."""
    assert slope({1: 12.0, 10: 30.0, 100: 210.0}) == pytest.approx(2.0)
    assert slope({1: 5.0, 10: 5.0}) == pytest.approx(0.0)


def test_every_way_comes_first_and_last_as_often() -> None:
    """So none always follows the same one."""
    rounds = [order(["a", "b", "c"], number) for number in range(6)]

    assert sorted(one[0] for one in rounds) == sorted(one[-1] for one in rounds) == [*"aabbcc"]
    assert all(sorted(one) == ["a", "b", "c"] for one in rounds)


def test_each_way_runs_once_a_round() -> None:
    """In the order of the round, its cost kept at the round's place."""
    seen: list[str] = []

    def way(name: str) -> Cost:
        seen.append(name)
        return Cost(len(seen), 0)

    told = interleaved({"a": lambda: way("a"), "b": lambda: way("b")}, 2)

    assert seen == ["a", "b", "b", "a"]
    assert told == {"a": [Cost(1, 0), Cost(4, 0)], "b": [Cost(2, 0), Cost(3, 0)]}


def test_a_table_sets_its_figures_to_the_right() -> None:
    """Its texts stand on the left."""
    assert table(("a", "b"), [("one", "1")]) == "| a | b |\n| --- | ---: |\n| one | 1 |"


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (spread(Spread(0.881, 0.9, 0.92)), "0.90 (0.88 to 0.92)"),
        (spread(Spread(2, 2, 2), 1, " ms"), "2.0 ms"),
        (duration(0.000_561), "561 us"),
        (duration(0.3756), "375.6 ms"),
        (size(424_960), "415 KiB"),
        (size(48_717_824), "46.5 MiB"),
    ],
)
def test_a_figure_is_told_in_its_unit(told: str, text: str) -> None:
    """With its quartiles where there are any."""
    assert told == text


def test_more_calls_a_second_are_less_time(results: Results) -> None:
    """Half the wall time is twice as many."""
    assert throughput(ratios(results.ours.jobs["sends"], BOTO3)["smsvoice"]).middle == 2.0


@pytest.mark.parametrize(
    ("limit", "at_least", "met"),
    [(0.5, False, True), (0.49, False, False), (0.5, True, True), (0.51, True, False)],
)
def test_a_goal_is_met_on_the_right_side_of_its_limit(
    limit: float, at_least: bool, met: bool, results: Results
) -> None:
    """The limit itself included."""
    goal = Goal("half", limit, lambda _: Spread(0.1, 0.5, 0.9), at_least=at_least)

    assert goal.is_met(results) is met


def test_the_page_tells_every_goal_and_everyone(results: Results) -> None:
    """A peer without figures says why, in its row."""
    page = report.page(results)

    assert f"{len(GOALS) - 2} of {len(GOALS)} goals are met." in page
    assert all(goal.what in page for goal in GOALS)
    assert page.count("**not met**") == 2, "half is too much for a listing, and so is the import"
    for peer in PEERS:
        for name in peer.entrants:
            told = [line for line in page.splitlines() if f"| {ENTRANTS[name].title} |" in line]
            assert any("could not be installed" in line for line in told), name
    assert "{" not in page


def test_results_can_be_kept(results: Results, tmp_path: Path) -> None:
    """And read again as they were."""
    kept = tmp_path / "results.json"

    results.write(kept)

    assert Results.read(kept) == results


@pytest.mark.parametrize("name", ENTRANTS)
def test_every_entrant_has_its_calls_and_its_programme(name: str) -> None:
    """The files are there under the names that the table gives."""
    entrant = ENTRANTS[name]
    root = Path(report.__file__).parent

    module = entrant.home.partition(":")[0].removeprefix("benchmarks.").replace(".", "/")

    assert (root / f"{module}.py").is_file()
    if entrant.first_send is not None:
        assert (root / "first_sends" / f"{entrant.first_send}.py").is_file()


@pytest.mark.parametrize(("path", "pages"), [("/", 100), ("/3/", 3), ("/3", 3)])
def test_the_server_has_as_many_pages_as_its_address_says(path: str, pages: int) -> None:
    """The last one has no token."""
    top = f"post {path} http/1.1".encode()

    seen, token = 0, "0"
    while token is not None:
        told = server.answer(top, json.dumps({"NextToken": token}).encode())
        head, _, body = told.partition(server.CUT)
        page = json.loads(body)
        assert f"content-length: {len(body)}".encode() in head
        assert len(page["PhoneNumbers"]) == ITEMS_A_PAGE
        seen, token = seen + 1, page.get("NextToken")

    assert seen == pages

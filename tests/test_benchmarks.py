"""`make bench`: arithmetic, adapters, the static server and the page; nothing is timed here."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from benchmarks import bench_emulator, report, static_server
from benchmarks.adapters import NO_PATH, Adapter
from benchmarks.environments import UnavailableError, clean_environ
from benchmarks.libraries import BOTO3, LIBRARIES, OURS, PEERS
from benchmarks.measure import ROWS, Measured, Results
from benchmarks.ratios import Cost, Spread, interleaved, middle, order, ratio
from benchmarks.report import duration, rate, size, spread, table
from benchmarks.run_job import first_sends, run_job
from benchmarks.samples import TEXT, number
from tests.transport.faults import Fault, FaultyServer, Received, refusing_url

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
FIGURE = re.compile(r"\d+(?:\.\d+)+")
HALF = [Cost(0.5, 0.25, 600), Cost(1.0, 0.5, 600)]
WHOLE = [Cost(1.0, 0.5, 1200), Cost(2.0, 1.0, 1200)]
QUARTER = [Cost(0.25, 0.125, 300), Cost(0.5, 0.25, 300)]
HERE = (BOTO3, *OURS.libraries)


def rounds_of(*names: str, key: str, costs: list[Cost]) -> dict[str, list[Cost]]:
    """Raw boto3 and the libraries that the row has."""
    return {BOTO3: WHOLE} | {name: costs for name in names if key in LIBRARIES[name].rows}


@pytest.fixture
def results() -> Results:
    """A run in which smsvoice costs half, aiobotocore a quarter, and no other peer is there."""
    missing = Measured(failed=dict.fromkeys(ROWS, "could not be installed"))
    quarter = {key: rounds_of("aiobotocore", key=key, costs=QUARTER) for key in ROWS}
    return Results(
        machine={"date": "2026-03-02", "system": "a test", "Python": "CPython 3.11.7"},
        measured={
            OURS.package: Measured(
                {"smsvoice": "1.2.3", "botocore": "9.8.7"},
                {key: rounds_of(*OURS.libraries, key=key, costs=HALF) for key in ROWS},
                paths={"smsvoice": "open", "async": "open", "closed": "switched off"},
            ),
            **{peer.package: missing for peer in PEERS},
            "aiobotocore": Measured(rounds=quarter),
        },
    )


@dataclass
class Client:
    """A client whose fast path is in some state."""

    fast_path: str


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultyServer]:
    """A server that records each request, with two pages of two phone numbers."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "example")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    with FaultyServer(lambda _: Fault.NONE, _content) as server:
        yield server


def _content(request: Received) -> object:
    if request.operation == "SendTextMessage":
        return {"MessageId": "m-1"}
    if "NextToken" in request.body:
        return {"PhoneNumbers": [number(2), number(3)]}
    return {"PhoneNumbers": [number(0), number(1)], "NextToken": "1"}


@pytest.fixture(params=HERE)
def adapter(request: pytest.FixtureRequest, aws: FaultyServer) -> Iterator[Adapter]:
    """Each library of this environment, connected to that server."""
    connected = LIBRARIES[request.param].connect(aws.url)
    yield connected
    connected.close()


def test_every_adapter_sends_the_same_text(adapter: Adapter, aws: FaultyServer) -> None:
    """One request for each send, with the arguments of the sample."""
    adapter.send_many(2)

    assert [one.operation for one in aws.received] == ["SendTextMessage"] * 2
    assert all(one.body == TEXT for one in aws.received)


def test_every_adapter_sends_from_every_worker(adapter: Adapter, aws: FaultyServer) -> None:
    """Workers times sends, and none more."""
    adapter.send_concurrently(3, 2)

    assert [one.body for one in aws.received] == [TEXT] * 6


def test_every_adapter_lists_all_pages(adapter: Adapter, aws: FaultyServer) -> None:
    """It follows the token, asks for nothing else and reads the number of each item."""
    items = adapter.list_all()

    assert [adapter.number_of(item) for item in items] == [
        number(index)["PhoneNumber"] for index in range(4)
    ]
    assert [one.operation for one in aws.received] == ["DescribePhoneNumbers"] * 2
    assert [one.body for one in aws.received] == [{}, {"NextToken": "1"}]


@pytest.mark.long
def test_a_job_in_a_process_of_its_own_gives_the_rounds_of_each_library(aws: FaultyServer) -> None:
    """One block to warm up and one a round, and the state of each fast path."""
    rounds, paths = run_job(sys.executable, "send", aws.url, [BOTO3, "smsvoice", "closed"], 2, 3)

    assert {name: len(costs) for name, costs in rounds.items()} == dict.fromkeys(rounds, 2)
    assert list(rounds) == [BOTO3, "smsvoice", "closed"]
    assert list(paths) == ["smsvoice", "closed"]
    assert [one.body for one in aws.received] == [TEXT] * 27


@pytest.mark.long
def test_a_whole_program_sends_the_same_text(aws: FaultyServer) -> None:
    """Start-up is compared with the same request, and the system says what it cost."""
    rounds = first_sends(sys.executable, aws.url, [BOTO3, "smsvoice"], 1)

    assert [one.body for one in aws.received] == [TEXT] * 4
    assert all(cost.cpu and cost.wall and cost.peak for (cost,) in rounds.values())


def test_a_job_that_fails_says_so() -> None:
    """Rather than to give no figures."""
    with pytest.raises(UnavailableError, match="ended with"):
        run_job(sys.executable, "send", refusing_url(), [BOTO3], 1, 1)


@pytest.mark.parametrize("state", ["open", "closed: a handler is on the client", NO_PATH])
@pytest.mark.parametrize("name", ["smsvoice", "closed"])
def test_a_run_on_the_wrong_path_is_given_up(name: str, state: str, aws: FaultyServer) -> None:
    """What is to be fast must be open, what is to be slow closed; before there was one all pass."""
    adapter = LIBRARIES[name].connect(aws.url)
    adapter.client = Client(state) if state != NO_PATH else type("Older", (), {})()

    if state == NO_PATH or (state == "open") is (name == "smsvoice"):
        assert adapter.path() == state
    else:
        with pytest.raises(RuntimeError, match=f"fast_path: {state}"):
            adapter.path()


def test_measured_processes_get_no_setting_of_their_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above all none that closes the fast path; a certificate only where there is TLS."""
    for name in ("SMSVOICE_FAST_PATH", "AWS_PROFILE", "AWS_CA_BUNDLE"):
        monkeypatch.setenv(name, "0")

    plain, secure = clean_environ("http://127.0.0.1:1"), clean_environ("https://127.0.0.1:1")

    assert not plain.keys() & {"SMSVOICE_FAST_PATH", "AWS_PROFILE", "AWS_CA_BUNDLE"}
    assert secure.keys() - plain.keys() == {"AWS_CA_BUNDLE", "SSL_CERT_FILE"}


def test_every_library_names_rows_that_there_are() -> None:
    """A misspelt one would not be measured."""
    assert {key for one in LIBRARIES.values() for key in one.rows} == set(ROWS)


def test_a_ratio_is_taken_round_by_round() -> None:
    """Never between rounds, which may have met another load."""
    costs, first = [Cost(1, 3), Cost(40, 2)], [Cost(2, 1), Cost(80, 1)]

    assert ratio(costs, first) == Spread(0.5, 0.5, 0.5)
    assert ratio(costs, first, "wall") == Spread(2.25, 2.5, 2.75)
    assert middle(costs, "cpu") == 20.5


def test_rounds_of_unequal_number_have_no_ratio() -> None:
    """A lost round would pair each later one with another's."""
    with pytest.raises(ValueError, match="argument 2 is longer"):
        ratio([Cost(1, 1)], [Cost(1, 1), Cost(1, 1)])


def test_quartiles_stand_around_the_median() -> None:
    """A single value is its own median and quartiles."""
    assert Spread.of([4, 1, 3, 2, 5]) == Spread(2, 3, 4)
    assert Spread.of([7]) == Spread(7, 7, 7)


def test_every_library_comes_first_and_last_equally_often() -> None:
    """None always follows the same other one."""
    rounds = [order(["a", "b", "c"], index) for index in range(6)]

    assert sorted(one[0] for one in rounds) == sorted(one[-1] for one in rounds) == [*"aabbcc"]
    assert all(sorted(one) == ["a", "b", "c"] for one in rounds)


def test_each_library_runs_once_a_round() -> None:
    """In the order of the round; its cost is kept at the round's index."""
    seen: list[str] = []

    def run(name: str) -> Cost:
        seen.append(name)
        return Cost(len(seen), 0)

    measured = interleaved({"a": lambda: run("a"), "b": lambda: run("b")}, 2)

    assert seen == ["a", "b", "b", "a"]
    assert measured == {"a": [Cost(1, 0), Cost(4, 0)], "b": [Cost(2, 0), Cost(3, 0)]}


def test_the_page_leads_with_what_a_user_does(results: Results) -> None:
    """And names the botocore; the best other library is the one that needs least there."""
    page = report.page(results)

    first, _, _ = page.partition("## ")
    assert "botocore 9.8.7" in first
    assert (
        "| send texts, one after another | 1,500.0 ms | 0.50 | 0.25 (aiobotocore, async) |" in first
    )
    assert "| send from 32 threads | 1,500.0 ms | 0.50 | not measured |" in first
    assert (
        "| the same: sends a second, more is better | 1 a second | 2.00 times | 4.00 times ("
        in first
    )
    assert "no fast path" not in first
    assert "{" not in page


def test_the_page_has_every_library_in_every_row_that_it_can_do(results: Results) -> None:
    """With its figures, or with the reason why there are none."""
    _, *sections = report.page(results).partition("## Who")[0].split("\n### ")

    assert [one.partition("\n")[0] for one in sections] == [row.title for row in ROWS.values()]
    for key, section in zip(ROWS, sections, strict=True):
        for name, library in LIBRARIES.items():
            has_row = name == BOTO3 or key in library.rows
            assert (f"\n| {library.title} |" in section) is has_row
    assert sections[0].count("could not be installed") == 4


def test_a_release_without_a_fast_path_is_named_as_such(results: Results) -> None:
    """Its figures would be taken for those of the path."""
    results.measured[OURS.package].paths["async"] = NO_PATH

    assert "no fast path" in report.page(results).partition("## ")[0]


def test_the_sentence_of_the_readme_comes_from_the_run(results: Results) -> None:
    """README has one place for it, and all its figures stand on the page of that run."""
    sentence = report.claim(results)

    assert len(report.CLAIMED.findall(README.read_text("utf-8"))) == 1
    assert {"9.8.7", "0.50"} == set(FIGURE.findall(sentence))
    assert set(FIGURE.findall(sentence)) <= set(FIGURE.findall(report.page(results)))


def test_a_run_replaces_the_figures_of_the_readme(results: Results) -> None:
    """The sentence and the row of the table; everything else stays as it is written."""
    before = README.read_text("utf-8")

    after = report.in_readme(before, results)

    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    (row,) = [line for line in changed if line.startswith("| CPU time of a send")]
    assert row.endswith("| 0.50 | 1.00 | 0.25 | not measured | not measured |")
    assert set(changed) - {row} <= set(report.claim(results).splitlines())
    assert report.in_readme(after, results) == after


def test_the_readme_claims_what_the_page_shows() -> None:
    """Each figure of the kept sentence stands on the kept page."""
    (sentence,) = report.CLAIMED.findall(README.read_text("utf-8"))

    figures = set(FIGURE.findall(sentence))
    assert len(figures) > 1
    assert figures <= set(FIGURE.findall((ROOT / "docs/benchmarks.md").read_text("utf-8")))


def test_results_can_be_written_and_read(results: Results) -> None:
    """`--again` makes the same page from the file."""
    file = TypeAdapter(Results)

    assert file.validate_json(file.dump_json(results)) == results


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (table(("a", "b"), [("one", "1")]), "| a | b |\n| --- | ---: |\n| one | 1 |"),
        (spread(Spread(0.881, 0.9, 0.92)), "0.90 (0.88 to 0.92)"),
        (spread(Spread(2, 2, 2)), "2.00"),
        (duration(0.000_561), "561 us"),
        (duration(0.3756), "375.6 ms"),
        (rate(0.0005), "2,000 a second"),
        (size(424_960), "415 KiB"),
        (size(48_717_824), "46.5 MiB"),
    ],
)
def test_a_figure_is_written_in_its_unit(written: str, text: str) -> None:
    """With quartiles where there are any."""
    assert written == text


def test_the_static_server_ends_after_a_hundred_pages() -> None:
    """The last page has no token, and each answer states its length."""
    seen = 0
    token: str | None = "0"
    while token is not None:
        reply = static_server.answer(b"post / http/1.1", json.dumps({"NextToken": token}).encode())
        head, _, body = reply.partition(static_server.CUT)
        page: dict[str, Any] = json.loads(body)
        assert f"content-length: {len(body)}".encode() in head
        assert len(page["PhoneNumbers"]) == 100
        seen, token = seen + 1, page.get("NextToken")

    assert seen == 100


@pytest.mark.long
def test_the_load_on_the_emulator_is_a_send_that_succeeds() -> None:
    """A refusal would be cheaper than a send."""
    with bench_emulator.running(*bench_emulator.EMULATOR) as port:
        rate = bench_emulator.requests_a_second(port, bench_emulator.SEND, seconds=0.2)

    assert rate > 0

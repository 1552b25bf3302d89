"""`make bench`: arithmetic, adapters, the static server and the page; nothing is timed here."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter

from benchmarks import bench_emulator, faults, first_send, report, static_server
from benchmarks.adapters import AnyAdapter
from benchmarks.libraries import BOTO3, LIBRARIES, PEERS
from benchmarks.measure import FAR, Measured, Results
from benchmarks.ratios import Cost, Rounds, Spread, interleaved, order, ratio, ratios
from benchmarks.report import duration, size, spread, table
from benchmarks.samples import TEXT, number
from benchmarks.startup import IMPORT, NOTHING
from tests.transport.faults import Fault, FaultyServer, Received

HALF = [Cost(0.5, 0.25, 600), Cost(1.0, 0.5, 600)]
WHOLE = [Cost(1.0, 0.5, 1200), Cost(2.0, 1.0, 1200)]
PAIR: Rounds = {BOTO3: WHOLE, "smsvoice": HALF}
HERE = (BOTO3, "smsvoice", "own_client", "guarded", "async")


@pytest.fixture
def results() -> Results:
    """A run in which smsvoice cost half, and no peer could be installed."""
    everyone: Rounds = {BOTO3: WHOLE, **dict.fromkeys(HERE[1:], HALF)}
    tasks: Rounds = {BOTO3: WHOLE, "async": HALF}
    jobs = {
        **dict.fromkeys(["startup", "memory", "threads", f"threads{FAR}"], PAIR),
        **dict.fromkeys(["tasks", f"tasks{FAR}"], tasks),
        **dict.fromkeys(["sends", "pagination"], everyone),
        "imports": {NOTHING: HALF, IMPORT: WHOLE},
    }
    return Results(
        machine={"date": "2026-03-02", "system": "a test", "Python": "CPython 3.11.7"},
        ours=Measured({"smsvoice": "1.2.3", "botocore": "9.8.7"}, jobs),
        peers={peer.package: Measured(failed={"all": "could not be installed"}) for peer in PEERS},
    )


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
def adapter(request: pytest.FixtureRequest, aws: FaultyServer) -> Iterator[AnyAdapter]:
    """Each library of this environment, connected to that server."""
    connected = LIBRARIES[request.param].connect(aws.url)
    yield connected
    connected.close()


def test_every_adapter_sends_the_same_text(adapter: AnyAdapter, aws: FaultyServer) -> None:
    """One request for each send, with the arguments of the sample."""
    adapter.send_many(2)

    assert [one.operation for one in aws.received] == ["SendTextMessage"] * 2
    assert all(one.body == TEXT for one in aws.received)


def test_every_adapter_sends_from_every_worker(adapter: AnyAdapter, aws: FaultyServer) -> None:
    """Workers times sends, and none more."""
    adapter.send_concurrently(3, 2)

    assert [one.body for one in aws.received] == [TEXT] * 6


def test_every_adapter_lists_all_pages(adapter: AnyAdapter, aws: FaultyServer) -> None:
    """It follows the token, asks for nothing else and reads the number of each item."""
    items = adapter.list_all()

    assert [adapter.number_of(item) for item in items] == [
        number(index)["PhoneNumber"] for index in range(4)
    ]
    assert [one.operation for one in aws.received] == ["DescribePhoneNumbers"] * 2
    assert [one.body for one in aws.received] == [{}, {"NextToken": "1"}]


@pytest.mark.parametrize("name", ["boto3", "smsvoice"])
def test_every_first_send_is_the_same_text(name: str, aws: FaultyServer) -> None:
    """Start-up is compared with the same request."""
    assert first_send.PROGRAMMES[name](aws.url) == "m-1"

    assert [one.body for one in aws.received] == [TEXT]


def test_every_compared_library_has_a_first_send() -> None:
    """Start-up is measured for smsvoice and each peer."""
    peers = {name for peer in PEERS for name in peer.libraries}

    assert set(first_send.PROGRAMMES) == {BOTO3, "smsvoice"} | peers


def test_a_ratio_is_taken_round_by_round() -> None:
    """Never between rounds, which may have met another load."""
    found = ratio([Cost(1, 3), Cost(40, 2)], [Cost(2, 1), Cost(80, 1)])

    assert found.cpu == Spread(0.5, 0.5, 0.5)
    assert found.wall == Spread(2.25, 2.5, 2.75)
    assert ratios(PAIR, BOTO3)["smsvoice"].cpu.middle == 0.5


def test_rounds_of_unequal_number_have_no_ratio() -> None:
    """A lost round would pair each later one with another's."""
    with pytest.raises(ValueError, match="argument 2 is longer"):
        ratio([Cost(1, 1)], [Cost(1, 1), Cost(1, 1)])


def test_half_the_wall_time_is_twice_the_throughput() -> None:
    """The quartiles change places."""
    found = ratio([Cost(1, 0.25), Cost(1, 0.5)], [Cost(1, 1), Cost(1, 1)])

    assert found.throughput.low == 1 / found.wall.high
    assert found.throughput.high == 1 / found.wall.low
    assert ratios(PAIR, BOTO3)["smsvoice"].throughput == Spread(2, 2, 2)


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


def test_the_page_leads_with_the_ratios_of_every_library(results: Results) -> None:
    """And names the botocore that they were measured with."""
    page = report.page(results)

    first, _, _ = page.partition("## ")
    assert "botocore 9.8.7" in first
    assert "| smsvoice | 0.50 | 0.50 | 0.50 | 0.50 |" in first
    assert "| smsvoice, async | 0.50 | 0.50 | 0.50 |  |" in first
    assert "{" not in page
    for peer in PEERS:
        for name in peer.libraries:
            reason = "could not be installed"
            assert f"| {LIBRARIES[name].title} | {reason} | {reason} |" in first, name


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


def test_a_fault_row_shows_where_the_sends_differ() -> None:
    """Equal cells share an entry; what was refused or throttled shows more counts."""
    cell = faults.Cell(
        "SendTextMessage", "reset", "legacy", "ours", 1, 1, 1, 1, "OutcomeUnknownError"
    )
    other = faults.Cell("SendMediaMessage", "reset", "legacy", "ours", 5, 5, 5, 1, "ClientError")
    throttled = faults.Cell(
        "SendTextMessage", faults.THROTTLED, "legacy", "ours", 5, 0, 5, 1, "ThrottlingError"
    )

    rows = faults.table(["1.2.3"], [[cell, cell, other, throttled]]).splitlines()

    assert "| reset | legacy | 1 OutcomeUnknownError / 5 ClientError |  |  |  |" in rows
    assert "| throttled | legacy | 5 received, 0 taken, ThrottlingError |  |  |  |" in rows


@pytest.mark.long
def test_the_load_on_the_emulator_is_a_send_that_succeeds() -> None:
    """A refusal would be cheaper than a send."""
    port = bench_emulator.free_port()

    with bench_emulator.running(*bench_emulator.emulator_at(port), port=port):
        rate = bench_emulator.requests_a_second(port, bench_emulator.SEND, seconds=0.2)

    assert rate > 0

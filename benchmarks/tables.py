"""The tables of a run, one function each."""

from collections.abc import Iterable, Mapping

from benchmarks.entrants import BOTO3, ENTRANTS, PEERS, Peer
from benchmarks.goals import GOALS, throughput
from benchmarks.jobs import ALONE, GIVEN
from benchmarks.markdown import duration, size, spread, table
from benchmarks.ratios import Cost, Ratio, Rounds, Spread, ratio, ratios, slope
from benchmarks.results import Measured, Results
from benchmarks.samples import ALL
from benchmarks.starts import IMPORT, NOTHING

COSTS = ("CPU, ratio", "wall, ratio", "CPU", "wall")


def goals(results: Results) -> str:
    """Each goal, its figure, and whether it is met."""
    rows = []
    for goal in GOALS:
        sign = "at least" if goal.at_least else "at most"
        limit = f"{sign} {goal.limit:.2f}{goal.unit}"
        told = spread(goal.figure(results), 3 - bool(goal.unit), goal.unit)
        rows.append((goal.what, limit, told, "met" if goal.is_met(results) else "**not met**"))
    return table(("what", "goal", "measured", ""), rows, texts=4)


def costs(rounds: Rounds) -> str:
    """Ratios and times of everyone in some rounds."""
    told = ratios(rounds, BOTO3)
    rows = [(ENTRANTS[name].title, *_cells(name, one)) for name, one in told.items()]
    return table(("", *COSTS), rows)


def _cells(name: str, told: Ratio) -> tuple[str, str, str, str]:
    """A ratio's cells; the measure itself is 1 and has no spread."""
    cpu, wall = ("1", "1") if name == BOTO3 else (spread(told.cpu), spread(told.wall))
    return cpu, wall, duration(told.cpu_seconds.middle), duration(told.wall_seconds.middle)


def starts(rounds: Rounds) -> str:
    """From start to first send, with the peak of memory."""
    told = ratios(rounds, BOTO3)
    rows = [
        (ENTRANTS[name].title, *_cells(name, one), size(_peak(rounds[name]).middle))
        for name, one in told.items()
    ]
    return table(("", *COSTS, "peak of memory"), rows)


def _peak(costs: Iterable[Cost]) -> Spread:
    return Spread.of(one.peak for one in costs)


def imports(rounds: Rounds) -> str:
    """An empty Python beside one that imports the package."""
    rows = [
        (name, duration(_cpu(rounds[key])), duration(_wall(rounds[key])))
        for name, key in (("`python -c pass`", NOTHING), ("`import smsvoice`", IMPORT))
    ]
    return table(("", "CPU", "wall"), rows)


def _cpu(costs: Iterable[Cost]) -> float:
    return Spread.of(one.cpu for one in costs).middle


def _wall(costs: Iterable[Cost]) -> float:
    return Spread.of(one.wall for one in costs).middle


def memory(rounds: Rounds) -> str:
    """What 10,000 kept numbers hold."""
    first = rounds[BOTO3][0].peak
    rows = [
        (
            ENTRANTS[name].title,
            f"{costs[0].peak / first:.2f}",
            size(costs[0].peak),
            f"{costs[0].peak / ALL:,.0f} bytes",
        )
        for name, costs in rounds.items()
    ]
    return table(("", "ratio", "all", "one number"), rows)


def crowds(jobs: Mapping[str, Rounds]) -> str:
    """Many at once: sends a second and CPU a send, for each of some jobs by its title."""
    rows = []
    for title, rounds in jobs.items():
        for name, told in ratios(rounds, BOTO3).items():
            first = name == BOTO3
            rows.append(
                (
                    title,
                    ENTRANTS[name].title,
                    f"{1 / told.wall_seconds.middle:,.0f}",
                    "1" if first else spread(throughput(told)),
                    duration(told.cpu_seconds.middle),
                    "1" if first else spread(told.cpu),
                )
            )
    return table(("", "", "sends a second", "ratio", "CPU a send", "ratio"), rows, texts=2)


def growth(rounds: Rounds) -> str:
    """CPU a page and the peak of memory by the number of pages, and the slope of either."""
    counts = sorted({int(key.rpartition(" ")[2]) for key in rounds})
    heads = ["", "", *(f"{count:,} page{'s' * (count > 1)}" for count in counts), "one page more"]
    rows = []
    for name in (BOTO3, "smsvoice"):
        pages = {count: _cpu(rounds[f"{name} {count}"]) for count in counts}
        steep = slope({count: one * count for count, one in pages.items()})
        cells = [duration(one) for one in pages.values()]
        rows.append([ENTRANTS[name].title, "CPU a page", *cells, duration(steep)])
        peaks = {count: _peak(rounds[f"{name} {count}"]).middle for count in counts}
        cells = [size(one) for one in peaks.values()]
        more = f"{slope(peaks) / 2**10:+,.1f} KiB"
        rows.append([ENTRANTS[name].title, "peak of memory", *cells, more])
    return table(heads, rows, texts=2)


def clients(rounds: Rounds) -> str:
    """One more client, with a session of its own and with one that is given."""
    rows = []
    for title, kind in (("its own session", ALONE), ("the same session given", GIVEN)):
        first = rounds[f"{BOTO3} {kind}"]
        for name in (BOTO3, "smsvoice"):
            told = ratio(rounds[f"{name} {kind}"], first)
            rows.append((title, ENTRANTS[name].title, *_cells(name, told)))
    return table(("", "", *COSTS), rows, texts=2)


def peers(results: Results) -> str:
    """Everyone's ratios to the raw boto3 of the same environment; a reason where there is none."""
    heads = (
        "",
        "one send, CPU",
        "wall",
        f"{ALL:,} numbers, CPU",
        "wall",
        "start to first send, CPU",
        "peak of memory",
    )
    rows = [_peer_row("smsvoice", results.ours)]
    for peer, measured in _measured(results):
        rows += [_peer_row(name, measured) for name in peer.entrants]
    return table(heads, rows)


def _peer_row(name: str, measured: Measured) -> list[str]:
    cells = [ENTRANTS[name].title]
    for job in ("sends", "walks"):
        told = _told(measured, job, name)
        cells += [told] * 2 if isinstance(told, str) else [spread(told.cpu), spread(told.wall)]
    told = _told(measured, "starts", name)
    if isinstance(told, str):
        return [*cells, told, told]
    rounds = measured.jobs["starts"]
    peak = _peak(rounds[name]).middle / _peak(rounds[BOTO3]).middle
    return [*cells, spread(told.cpu), f"{peak:.2f}"]


def peer_crowds(results: Results) -> str:
    """64 tasks of the asynchronous ones against 64 threads of raw boto3."""
    heads = ("", "sends a second, ratio", "CPU, ratio", "20 ms away: sends a second", "CPU")
    rows = [_tasks_row("async", results.ours)]
    for peer, measured in _measured(results):
        rows += [_tasks_row(name, measured) for name in peer.entrants]
    return table(heads, rows)


def _tasks_row(name: str, measured: Measured) -> list[str]:
    cells = [ENTRANTS[name].title]
    if "tasks" in ENTRANTS[name].lacks:
        return [*cells, ENTRANTS[name].lacks["tasks"], "", "", ""]
    for job in ("tasks", "tasks later"):
        told = _told(measured, job, name)
        if isinstance(told, str):
            cells += [told, ""]
        else:
            cells += [spread(throughput(told)), spread(told.cpu)]
    return cells


def _told(measured: Measured, job: str, name: str) -> Ratio | str:
    """A ratio, or why there is none."""
    failed = measured.failed.get("all") or measured.failed.get(job)
    return failed or ratios(measured.jobs[job], BOTO3)[name]


def peer_kinds(results: Results) -> str:
    """Who the peers are: their releases, the boto3 beside them, and how a send is written."""
    rows = [
        [ENTRANTS["smsvoice"].title, *_releases(results.ours, "smsvoice"), *_written("smsvoice")]
    ]
    for peer, measured in _measured(results):
        rows += [
            [ENTRANTS[name].title, *_releases(measured, peer.package), *_written(name)]
            for name in peer.entrants
        ]
    return table(("", "release", "boto3 beside it", "one send", "a listing"), rows, texts=5)


def _releases(measured: Measured, package: str) -> list[str]:
    reason = measured.failed.get("all", "")
    return [measured.versions.get(package, reason), measured.versions.get("boto3", "")]


def _written(name: str) -> list[str]:
    return [ENTRANTS[name].typed, ENTRANTS[name].listing]


def _measured(results: Results) -> Iterable[tuple[Peer, Measured]]:
    return [(one, results.peers[one.package]) for one in PEERS if one.package in results.peers]


def machine(results: Results) -> str:
    """What it ran on."""
    versions = ", ".join(f"{name} {one}" for name, one in results.ours.versions.items())
    rows = [*results.machine.items(), ("releases", versions)]
    return table(("", ""), rows, texts=2)

"""The documentation's page of figures, made from the results of one run."""

from collections.abc import Iterable, Sequence

from benchmarks.libraries import BOTO3, LIBRARIES, PEERS
from benchmarks.measure import FAR, TASKS, THREADS, Measured, Results
from benchmarks.ratios import Cost, Ratio, Rounds, Spread, ratios
from benchmarks.samples import ALL
from benchmarks.startup import IMPORT, NOTHING

PAGE = """# Performance

CPU time against raw boto3 doing the same work on the same machine in the same run. Raw boto3 is 1;
0.90 means a tenth less CPU. Measured on {date} with botocore {botocore} and Python {python}.

{overview}

Many sends at once are {threads} threads against {threads} threads of boto3 for smsvoice, and
{tasks} tasks against {tasks} threads of boto3 for what is async. Figures are medians, with
quartiles in brackets; they come from one run of `make bench`.

## Sends

One `SendTextMessage` after another:

{sends}

Many at once. The server shares the machine with its clients, so CPU a send is a better measure
than sends a second:

{concurrency}

## Lists

{all:,} phone numbers in 100 pages, boto3's paginator into a list of dicts, smsvoice's pager into a
list of models:

{pagination}

Memory that the list holds, by `tracemalloc`, in a process each:

{memory}

## Start

From the start of Python to its end, with an import, a client and one send:

{startup}

A bare `import smsvoice` loads neither boto3 nor Pydantic:

{imports}

## Other libraries

Each is measured in an environment of its own, against the raw boto3 there, since not all of them
work with the same boto3. They do not do the same work: the last columns show how calls are
written, [No duplicate sends](sends.md) and [Pages and waiting](pages-and-waiting.md) what smsvoice
adds to its calls.

{peers}

Wall time, and memory at the peak of a process that sends once, as ratios to raw boto3:

{peer_times}

## How it is measured

A static server in a process of its own answers over loopback without TLS: a message id for a send,
pages of 100 phone numbers with 19 members each for a list. Libraries take turns in one process, in
blocks, each round in another order; a ratio compares two blocks of the same round. CPU is user and
system time of the client's process, all threads together. Start, import and memory are measured on
whole processes, which take turns as well. Every send reads its message id and every list one
member of each number, so a library that decodes lazily does not look cheap. Every client may open
as many connections as it has callers.

{machine}

The figures do not show:

- AWS. A real answer takes tens of milliseconds, TLS included, so a client adds little to the wall
  time. CPU is what a machine that sends much pays for.
- Signature checks: the server reads no signature.
- Retries, refusals and throttling.
- Memory outside Python's allocator, in the table made by `tracemalloc`.
- Other machines. A ratio moves by some hundredths from run to run, more when the machine is busy;
  the load is in the table.
- A tuned peer. Each is called as its own documentation does, with the same number of connections.
"""


def page(results: Results) -> str:
    """Write the whole page."""
    jobs = results.ours.jobs
    return PAGE.format(
        date=results.machine["date"],
        botocore=results.ours.versions["botocore"],
        python=results.machine["Python"].rpartition(" ")[2],
        overview=overview(results),
        threads=THREADS,
        tasks=TASKS,
        all=ALL,
        sends=costs(jobs["sends"]),
        concurrency=concurrency(results.ours),
        pagination=costs(jobs["pagination"]),
        memory=memory(jobs["memory"]),
        startup=costs(jobs["startup"], peak=True),
        imports=imports(jobs["imports"]),
        peers=peers(results),
        peer_times=peer_times(results),
        machine=machine(results),
    )


# --- one table each --------------------------------------------------------------------------


def overview(results: Results) -> str:
    """CPU ratios of every library: the page's first table."""
    rows = [
        ["raw boto3", "1", "1", "1", "1"],
        *(
            [
                LIBRARIES[name].title,
                _cpu(measured, "sends", name),
                _cpu(measured, "tasks" if LIBRARIES[name].is_async else "threads", name),
                _cpu(measured, "pagination", name),
                _cpu(measured, "startup", name),
            ]
            for name, measured in _everyone(results)
        ),
    ]
    heads = ("", "one send", "many sends at once", f"list {ALL:,} numbers", "start to first send")
    return table(heads, rows)


def costs(rounds: Rounds, *, peak: bool = False) -> str:
    """Ratios and times of every library in some rounds, with the peak of memory if wanted."""
    rows = []
    for name, one in ratios(rounds, BOTO3).items():
        cpu, wall = ("1", "1") if name == BOTO3 else (spread(one.cpu), spread(one.wall))
        cells = [cpu, wall, duration(one.cpu_seconds.middle), duration(one.wall_seconds.middle)]
        rows.append([LIBRARIES[name].title, *cells, *([size(_peak(rounds[name]))] * peak)])
    heads = ["", "CPU, ratio", "wall, ratio", "CPU", "wall"]
    return table(heads + ["peak of memory"] * peak, rows)


def concurrency(measured: Measured) -> str:
    """Sends a second and CPU a send."""
    rows = []
    for where in ("", FAR):
        for job, title in (
            ("threads", f"{THREADS} threads"),
            ("tasks", f"{TASKS} tasks, boto3 {TASKS} threads"),
        ):
            for name, one in ratios(measured.jobs[f"{job}{where}"], BOTO3).items():
                more, cpu = (
                    ("1", "1") if name == BOTO3 else (spread(one.throughput), spread(one.cpu))
                )
                rate = f"{1 / one.wall_seconds.middle:,.0f}"
                times = [rate, more, duration(one.cpu_seconds.middle), cpu]
                rows.append([f"{title}{where}", LIBRARIES[name].title, *times])
    return table(("", "", "sends a second", "ratio", "CPU a send", "ratio"), rows, texts=2)


def memory(rounds: Rounds) -> str:
    """What the kept phone numbers hold."""
    first = rounds[BOTO3][0].peak
    rows = []
    for name, (one, *_) in rounds.items():
        each = f"{one.peak / ALL:,.0f} bytes"
        rows.append([LIBRARIES[name].title, f"{one.peak / first:.2f}", size(one.peak), each])
    return table(("", "ratio", "all", "one number"), rows)


def imports(rounds: Rounds) -> str:
    """A Python that does nothing beside one that imports smsvoice."""
    rows = []
    for name in (NOTHING, IMPORT):
        cpu = Spread.of(one.cpu for one in rounds[name]).middle
        wall = Spread.of(one.wall for one in rounds[name]).middle
        rows.append([f"`{name}`", duration(cpu), duration(wall)])
    return table(("", "CPU", "wall"), rows)


def peers(results: Results) -> str:
    """Which releases are compared, and how their calls are written."""
    packages = {name: peer.package for peer in PEERS for name in peer.libraries}
    rows = []
    for name, measured in _everyone(results):
        library, failed = LIBRARIES[name], measured.failed.get("all", "")
        release = measured.versions.get(packages.get(name, "smsvoice"), failed)
        beside = measured.versions.get("boto3", "")
        rows.append([library.title, release, beside, library.send, library.listing])
    return table(("", "release", "boto3 beside it", "one send", "a list"), rows, texts=5)


def peer_times(results: Results) -> str:
    """Wall times and peaks of memory of every library."""
    rows = []
    for name, measured in _everyone(results):
        cells = [_wall(measured, job, name) for job in ("sends", "pagination")]
        cells += [_rate(measured, f"tasks{where}", name) for where in ("", FAR)]
        rows.append([LIBRARIES[name].title, *cells, _peak_ratio(measured, name)])
    many = f"{TASKS} tasks, sends a second"
    heads = ("", "one send", f"list {ALL:,} numbers", many, f"{many}{FAR}", "peak of memory")
    return table(heads, rows)


def machine(results: Results) -> str:
    """Where the run was made."""
    releases = ", ".join(f"{name} {one}" for name, one in results.ours.versions.items())
    return table(("", ""), [*results.machine.items(), ("releases", releases)], texts=2)


# --- cells -----------------------------------------------------------------------------------


def _everyone(results: Results) -> Iterable[tuple[str, Measured]]:
    yield from (("smsvoice", results.ours), ("async", results.ours))
    for peer in PEERS:
        if peer.package in results.peers:
            yield from ((name, results.peers[peer.package]) for name in peer.libraries)


def _ratio(measured: Measured, job: str, name: str) -> Ratio | str:
    """A ratio, or the reason why there is none."""
    failed = measured.failed.get("all") or measured.failed.get(job)
    if failed:
        return failed
    return ratios(measured.jobs[job], BOTO3)[name] if name in measured.jobs.get(job, ()) else ""


def _cpu(measured: Measured, job: str, name: str) -> str:
    ratio = _ratio(measured, job, name)
    return ratio if isinstance(ratio, str) else spread(ratio.cpu)


def _wall(measured: Measured, job: str, name: str) -> str:
    ratio = _ratio(measured, job, name)
    return ratio if isinstance(ratio, str) else spread(ratio.wall)


def _rate(measured: Measured, job: str, name: str) -> str:
    ratio = _ratio(measured, job, name)
    return ratio if isinstance(ratio, str) else spread(ratio.throughput)


def _peak_ratio(measured: Measured, name: str) -> str:
    ratio = _ratio(measured, "startup", name)
    if isinstance(ratio, str):
        return ratio
    rounds = measured.jobs["startup"]
    return f"{_peak(rounds[name]) / _peak(rounds[BOTO3]):.2f}"


def _peak(costs: Iterable[Cost]) -> float:
    return Spread.of(one.peak for one in costs).middle


# --- Markdown --------------------------------------------------------------------------------


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], texts: int = 1) -> str:
    """A table whose first columns are texts; the others are figures, aligned to the right."""
    rule = [*["---"] * texts, *["---:"] * (len(heads) - texts)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))


def spread(value: Spread) -> str:
    """The median, with the quartiles in brackets where there are any."""
    middle = f"{value.middle:,.2f}"
    if value.low == value.high:
        return middle
    return f"{middle} ({value.low:,.2f} to {value.high:,.2f})"


def duration(seconds: float) -> str:
    """Microseconds, or milliseconds from ten of them."""
    return f"{seconds * 1e3:,.1f} ms" if seconds >= 0.01 else f"{seconds * 1e6:,.0f} us"


def size(octets: float) -> str:
    """Mebibytes, or kibibytes below one."""
    return f"{octets / 2**20:,.1f} MiB" if octets >= 2**20 else f"{octets / 2**10:,.0f} KiB"

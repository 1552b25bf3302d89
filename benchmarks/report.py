"""The page of the documentation that a run writes."""

from benchmarks import tables
from benchmarks.goals import GOALS
from benchmarks.measure import TASKS, THREADS
from benchmarks.results import Results

PAGE = """# What it costs

Figures of one run of `make bench`, which writes this page; nothing on it is typed in by hand. A
ratio is smsvoice's, or somebody else's, cost over that of raw boto3 doing the same in the same
run: below 1 is cheaper. Behind each median stand its quartiles.

{met} of {all} goals are met.

{goals}

![CPU time of smsvoice and its peers as a ratio to raw boto3](benchmarks.svg)

## How it is measured

A small server in a process of its own gives answers that were made beforehand, over loopback and
without TLS: a message id for a send, pages of 100 phone numbers with 19 members each for a
listing. Ways of calling take turns in one process, in blocks, each round in another order; a ratio
compares two blocks of the same round. CPU is user and system time of the client's process, all
threads together. What belongs to a whole process (start, import, memory) is measured on whole
processes, which take turns as well. Every send reads the message id out of its answer, and every
listing one member of each number, so that a lazy answer does not look cheap. Every client may have
as many connections as it has callers.

{machine}

## One call

One `SendTextMessage`:

{sends}

One page of 100 phone numbers:

{pages}

## 10,000 phone numbers in 100 pages

boto3's paginator into a list of dicts, `list(sms.api.describe_phone_numbers())` into a list of
models:

{walks}

What 10,000 of them hold while they are kept, by `tracemalloc`, in a process each:

{memory}

## How cost grows

Pages walked and none kept. Were anything gathered on the way, CPU a page or the peak would grow
with the number of pages; the last column is the line of least squares.

{growth}

## Start

From the start of Python to its end, after an import, a client and one send:

{starts}

A bare `import smsvoice` loads neither boto3 nor Pydantic:

{imports}

## A second client

What one more client of the same configuration costs once a process has one, until it can be
called:

{clients}

## Many at once

The server shares the machine with its clients, so sends a second say less than CPU a send.

{crowds}

## Beside other libraries

Each is measured in an environment of its own, against the raw boto3 beside it, since not all of
them go with the same boto3. They do not do the same work: the last columns say how calls are
written, [Sends are sacred](sends.md) and [Pages and waiting](pages-and-waiting.md) what smsvoice
does in each of its calls besides.

{peer_kinds}

As ratios to raw boto3:

{peers}

{tasks} tasks of the asynchronous ones against {tasks} threads of raw boto3:

{peer_crowds}

## What these figures do not show

- AWS. A real answer takes tens of milliseconds, TLS included; beside that, what a client's wall
  time adds is small. CPU is what a machine that sends much pays for.
- Signatures and their check: the server reads none.
- The cost of what goes wrong: retries, refusals, throttling.
- Memory that a library holds outside Python's allocator, in the rows by `tracemalloc`.
- Other machines. A ratio moves by some hundredths from run to run, more when the machine is busy;
  the load above tells how busy it was.
- What a peer could reach when tuned by somebody who knows it; each is called as its own
  documentation does, with room for as many connections as callers.
"""


def page(results: Results) -> str:
    """The whole page."""
    jobs = results.ours.jobs
    crowds = {}
    for later, where in (("", "at once"), (" later", "20 ms away")):
        crowds[f"1 thread, {where}"] = jobs[f"threads 1{later}"]
        crowds[f"{THREADS} threads, {where}"] = jobs[f"threads {THREADS}{later}"]
    for later, where in (("", "at once"), (" later", "20 ms away")):
        crowds[f"{TASKS} tasks, boto3 {TASKS} threads, {where}"] = jobs[f"tasks{later}"]
    return PAGE.format(
        met=sum(goal.is_met(results) for goal in GOALS),
        all=len(GOALS),
        goals=tables.goals(results),
        machine=tables.machine(results),
        sends=tables.costs(jobs["sends"]),
        pages=tables.costs(jobs["pages"]),
        walks=tables.costs(jobs["walks"]),
        memory=tables.memory(jobs["memory"]),
        growth=tables.growth(jobs["growth"]),
        starts=tables.starts(jobs["starts"]),
        imports=tables.imports(jobs["imports"]),
        clients=tables.clients(jobs["clients"]),
        crowds=tables.crowds(crowds),
        peer_kinds=tables.peer_kinds(results),
        peers=tables.peers(results),
        peer_crowds=tables.peer_crowds(results),
        tasks=TASKS,
    )

"""The documentation's page of figures and README's sentence, made from the results of one run."""

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.goals import GOALS
from benchmarks.libraries import BOTO3, LIBRARIES, OURS, PEERS
from benchmarks.measure import ROWS, Results
from benchmarks.ratios import Cost, Spread, middle, ratio

PAGE = Path(__file__).with_name("page.md").read_text("utf-8")
CLAIM = """\
Measured with botocore {botocore}, smsvoice needs {ours[send/smsvoice]} of raw boto3's CPU time for
a send ({ours[send/closed]} where its fast path is closed), {ours[tasks/async]} for one of 64 sends
at once, {ours[list/smsvoice]} for a listing of 10,000 phone numbers and {ours[start/smsvoice]} for
a program that starts and sends once; a kept listing takes {ours[memory/smsvoice]} of the memory.
[All figures](docs/benchmarks.md)."""
CLAIMED = re.compile(
    "(?<=<!-- speed: `make bench` writes it -->\n).*(?=\n<!-- end of speed -->)", re.DOTALL
)
"""README's sentence."""
COMPARED = re.compile(
    r"(?<=^\| CPU time of a send, raw boto3's being 1 \| ).*(?= \|$)", re.MULTILINE
)
"""The last row of README's table."""
BESIDE = ("smsvoice", BOTO3, "aiobotocore", "capo_async", "validator")
"""Its columns."""
Costs = Sequence[Cost]


def page(results: Results) -> str:
    """Write the whole page."""
    return PAGE.format_map(fields(results))


def claim(results: Results) -> str:
    """README's sentence; every figure of it stands on the page."""
    return textwrap.fill(CLAIM.format_map(fields(results)), 100)


def in_readme(text: str, results: Results) -> str:
    """README with the figures of a run: its sentence, and the row of its table on sends."""
    found = dict(_found(results, "send"))
    shares = [_share(found.get(name)) for name in BESIDE]
    text = COMPARED.sub(lambda _: " | ".join(shares), text)
    return CLAIMED.sub(lambda _: claim(results), text)


def _share(found: "tuple[Costs, Costs] | str | None") -> str:
    return f"{ratio(*found, 'cpu').middle:.2f}" if isinstance(found, tuple) else "not measured"


def fields(results: Results) -> dict[str, Any]:
    """What the templates name: tables, and figures by `row/library` and by row."""
    have = results.measured[OURS.package]
    slow = any(state != "open" for name, state in have.paths.items() if name != "closed")
    warning = "\n**This smsvoice has no fast path: all figures are without it.**" if slow else ""
    shown = figures(results)
    wanted = ((_title(name), goal, shown["ours"][name]) for name, goal in GOALS.items())
    named = ", ".join(f"{name} {one}" for name, one in have.versions.items())
    return {
        "date": results.machine["date"],
        "botocore": have.versions["botocore"],
        "python": results.machine["Python"].rpartition(" ")[2],
        "warning": warning,
        **shown,
        "rows": "\n\n".join(f"### {ROWS[key].title}\n\n{everyone(results, key)}" for key in ROWS),
        "releases": {one.package: releases(results, one.package) for one in (OURS, *PEERS)},
        "machine": table(("", ""), [*results.machine.items(), ("releases", named)], texts=2),
        "goals": table(("", "goal", "figure"), wanted),
    }


def figures(results: Results) -> dict[str, dict[str, str]]:
    """Raw boto3's cost of each row; our share by row and library; the best other library's."""
    raw, ours, best = dict[str, str](), dict[str, str](), dict[str, str]()
    for key, kind in [(key, kind) for key, row in ROWS.items() for kind in KINDS[row.job]]:
        label, what = (f"{key}_rate", "wall") if kind == "rate" else (key, kind)
        others: dict[str, float] = {}
        for name, found in _found(results, key):
            if isinstance(found, str):
                continue
            if name == BOTO3:
                raw[label] = WRITTEN[kind](middle(found[0], what))
            else:
                share = ratio(*(found[::-1] if kind == "rate" else found), what).middle
                text = f"{share:.2f} times" if kind == "rate" else f"{share:.2f}"
                ours[f"{label}/{name}"] = text
                if name not in OURS.libraries:
                    others[f"{text} ({LIBRARIES[name].title})"] = share
        best_of = max if kind == "rate" else min
        best[label] = best_of(others, key=others.__getitem__, default="not measured")
    return {"raw": raw, "ours": ours, "best": best}


def _title(name: str) -> str:
    key, _, library = name.partition("/")
    return f"{ROWS[key.removesuffix('_rate')].title}: {LIBRARIES[library].title}"


def everyone(results: Results, key: str) -> str:
    """Every library that can do one row."""
    columns = COLUMNS[ROWS[key].job]
    rows = []
    for name, found in _found(results, key):
        cells = [found] if isinstance(found, str) else [cell(*found) for _, cell in columns]
        rows.append([LIBRARIES[name].title, *cells, *[""] * (len(columns) - len(cells))])
    return table(("", *(head for head, _ in columns)), rows)


def releases(results: Results, package: str) -> str:
    """The release that was measured, and boto3's and botocore's beside it."""
    have = results.measured[package].versions if package in results.measured else {}
    named = [f"{one} {have[one]}" for one in ("boto3", "botocore") if one in have]
    return ", ".join([have[package], *named]) if have else "not measured"


def _found(results: Results, key: str) -> Iterator[tuple[str, tuple[Costs, Costs] | str]]:
    """Each library with its costs and those of raw boto3 beside it, or with what went wrong."""
    for environment in (OURS, *PEERS):
        measured = results.measured.get(environment.package)
        for name in (*[BOTO3] * (environment is OURS), *environment.libraries):
            if measured is not None and (name == BOTO3 or key in LIBRARIES[name].rows):
                rounds = measured.rounds.get(key, {})
                yield name, measured.failed.get(key) or (rounds[name], rounds[BOTO3])


Column = tuple[str, Callable[[Costs, Costs], str]]
CPU: Column = ("CPU, ratio", lambda costs, first: spread(ratio(costs, first, "cpu")))
TIMES: tuple[Column, ...] = (
    CPU,
    ("wall, ratio", lambda costs, first: spread(ratio(costs, first, "wall"))),
    ("CPU", lambda costs, _: duration(middle(costs, "cpu"))),
    ("wall", lambda costs, _: duration(middle(costs, "wall"))),
)
MEMORY: tuple[Column, ...] = (
    ("memory, ratio", lambda costs, first: spread(ratio(costs, first, "peak"))),
    ("memory", lambda costs, _: size(middle(costs, "peak"))),
)
COLUMNS: dict[str, tuple[Column, ...]] = {
    "send": TIMES,
    "listing": TIMES,
    "start": (*TIMES, *MEMORY),
    "memory": MEMORY,
    "concurrent": (
        CPU,
        ("sends a second, ratio", lambda costs, first: spread(ratio(first, costs, "wall"))),
        ("CPU", lambda costs, _: duration(middle(costs, "cpu"))),
        ("sends", lambda costs, _: rate(middle(costs, "wall"))),
    ),
}


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


def rate(seconds: float) -> str:
    """How many a second, given what one takes."""
    return f"{1 / seconds:,.0f} a second"


def size(octets: float) -> str:
    """Mebibytes, or kibibytes below one."""
    return f"{octets / 2**20:,.1f} MiB" if octets >= 2**20 else f"{octets / 2**10:,.0f} KiB"


KINDS = {"memory": ("peak",), "concurrent": ("cpu", "rate")}
KINDS |= dict.fromkeys(("send", "listing", "start"), ("cpu",))
"""Which figures of a job the first table and the goals have."""
WRITTEN = {"cpu": duration, "rate": rate, "peak": size}

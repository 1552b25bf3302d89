"""The picture: CPU ratios to raw boto3 as bars, with quartiles as whiskers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.entrants import BOTO3, ENTRANTS, PEERS
from benchmarks.ratios import Ratio, ratios
from benchmarks.results import Measured, Results

PANELS = {
    "sends": ("One SendTextMessage", ("smsvoice", "wrapped", "guarded")),
    "walks": ("10,000 phone numbers in 100 pages", ("smsvoice",)),
    "starts": ("Process start to first send", ("smsvoice",)),
}
OURS, THEIRS, LINE = "#26a69a", "#cfd8dc", "#263238"
LOOKS: Any = {"svg.hashsalt": "smsvoice", "font.size": 9, "font.family": "DejaVu Sans"}
BAR, AROUND = 0.33, 0.75
"""Inches of height that a bar has, and that a panel needs besides."""


def draw(results: Results, path: Path) -> None:
    """Write the picture; the same results give the same bytes."""
    panels = {job: bars(results, job) for job in PANELS}
    heights = [len(one) * BAR for one in panels.values()]
    with mpl.rc_context(LOOKS):
        tall = sum(heights) + AROUND * len(heights)
        figure = Figure(figsize=(8, tall), layout="constrained", facecolor="white")
        axes = figure.subplots(len(panels), 1, height_ratios=heights, sharex=True)
        for place, (job, told) in zip(axes, panels.items(), strict=True):
            panel(place, PANELS[job][0], told)
        highest = max(one.cpu.high for told in panels.values() for _, one, _ in told)
        axes[-1].set_xlim(0, max(1.0, highest) + 0.5)
        axes[-1].set_xlabel("CPU time as a ratio to raw boto3; whiskers are quartiles")
        figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)


def bars(results: Results, job: str) -> list[tuple[str, Ratio, bool]]:
    """Titles and ratios of one panel, ours first, and whether it is ours."""
    told = [(name, results.ours, True) for name in PANELS[job][1]]
    for peer in PEERS:
        measured = results.peers.get(peer.package, Measured())
        told += [(name, measured, False) for name in peer.entrants]
    return [
        (ENTRANTS[name].title.replace("`", ""), ratios(one.jobs[job], BOTO3)[name], ours)
        for name, one, ours in told
        if job in one.jobs
    ]


def panel(axes: Axes, title: str, told: Sequence[tuple[str, Ratio, bool]]) -> None:
    """One panel: a bar for each, the first on top."""
    places = range(len(told))
    middles = [ratio.cpu.middle for _, ratio, _ in told]
    below = [ratio.cpu.middle - ratio.cpu.low for _, ratio, _ in told]
    above = [ratio.cpu.high - ratio.cpu.middle for _, ratio, _ in told]
    axes.barh(
        places,
        middles,
        height=0.68,
        color=[OURS if ours else THEIRS for _, _, ours in told],
        xerr=[below, above],
        error_kw={"ecolor": LINE, "elinewidth": 1, "capsize": 2.5},
    )
    for place, (_, ratio, _) in zip(places, told, strict=True):
        axes.annotate(
            f"{ratio.cpu.middle:.2f}  (wall {ratio.wall.middle:.2f})",
            (max(ratio.cpu.high, 1.0), place),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            color=LINE,
        )
    axes.axvline(1.0, color=LINE, linewidth=1, linestyle="--")
    axes.set_title(title, loc="left", fontsize=10, fontweight="bold")
    axes.set_yticks(places, [name for name, _, _ in told])
    axes.invert_yaxis()
    axes.tick_params(axis="y", length=0)
    axes.spines[["top", "right", "left"]].set_visible(False)

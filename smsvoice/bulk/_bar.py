"""A bar on a terminal for a campaign; needs the extra `progress`."""

from collections.abc import Callable, Generator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from smsvoice.bulk.outcomes import LEFT, BulkProgress, Outcome


@contextmanager
def bar(console: Console | None = None) -> Generator[Callable[[BulkProgress], None]]:
    """Draw how far a campaign is: rows, outcomes, rate, and how long the rest takes.

    Args:
        console: where to draw; standard error otherwise, so that output stays clean.

    Returns:
        What to pass as `progress=`.
    """
    columns = (TextColumn("{task.description}"), BarColumn(24), TimeElapsedColumn())
    with Progress(*columns, console=console or Console(stderr=True)) as bars:
        task = bars.add_task("", total=None)

        def show(progress: BulkProgress) -> None:
            bars.update(
                task, description=line(progress), total=progress.rows, completed=progress.done
            )

        yield show


def line(progress: BulkProgress) -> str:
    """One line about a campaign."""
    counts = progress.counts
    words = [f"{progress.name} {progress.state}"]
    words += [
        f"{outcome.value.replace('_', ' ')} {counts.get(outcome, 0):,}"
        for outcome in Outcome
        if outcome in LEFT or counts.get(outcome)
    ]
    words.append(f"{progress.per_second:,.0f}/s")
    if progress.remaining_seconds is not None:
        words.append(f"{_clock(progress.remaining_seconds)} left")
    return "  ".join(words)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

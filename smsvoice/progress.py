"""A bar for waits, on a terminal; needs the extra `progress`.

from smsvoice.progress import bar

with bar() as progress:
    pool.wait_until_active(progress=progress)
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress as Bars
from rich.progress import SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from smsvoice.core.waiting import Progress


@contextmanager
def bar(console: Console | None = None) -> Generator[Callable[[Progress], None]]:
    """Show one line for each thing that is waited for: its state, and for how long.

    Args:
        console: where to draw; standard error otherwise, so that output stays clean.

    Returns:
        What to pass as `progress=` to any number of waiters.
    """
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bars(*columns, console=console or Console(stderr=True)) as bars:
        lines: dict[str, TaskID] = {}

        def show(progress: Progress) -> None:
            name = " ".join(progress.what.strip("<>").split(" ")[:2])
            text = f"{name} {progress.state or 'gone'}"
            if progress.what not in lines:
                lines[progress.what] = bars.add_task(text, total=None)
            bars.update(lines[progress.what], description=text)

        yield show

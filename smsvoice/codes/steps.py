"""Work in steps, so that one text of the rules serves callers that block and callers that await."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any, TypeAlias, TypeVar, cast

from anyio.to_thread import run_sync

T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """One thing to do outside of the rules, whose result goes back to them."""

    run: Callable[[], Any]
    blocks: bool
    """Whether it blocks, as stores do; otherwise it may give back an awaitable."""


Steps: TypeAlias = Generator[Step, Any, T]


def in_store(run: Callable[[], T]) -> Steps[T]:
    """Do something with the store."""
    return cast("T", (yield Step(run, blocks=True)))


def by_client(run: Callable[[], Any]) -> Steps[Any]:
    """Make a call of the client, or of a function of the application."""
    return (yield Step(run, blocks=False))


def finish(steps: Steps[T]) -> T:
    """Do all steps in this thread."""
    try:
        step = next(steps)
        while True:
            try:
                value = step.run()
            except BaseException as failed:  # noqa: BLE001  the rules decide
                step = steps.throw(failed)
            else:
                step = steps.send(value)
    except StopIteration as done:
        return cast("T", done.value)


async def afinish(steps: Steps[T]) -> T:
    """Do all steps for a caller in an event loop: what blocks runs in a thread."""
    try:
        step = next(steps)
        while True:
            try:
                value = await run_sync(step.run) if step.blocks else step.run()
                if not step.blocks and isawaitable(value):
                    value = await value
            except BaseException as failed:  # noqa: BLE001  the rules decide
                step = steps.throw(failed)
            else:
                step = steps.send(value)
    except StopIteration as done:
        return cast("T", done.value)

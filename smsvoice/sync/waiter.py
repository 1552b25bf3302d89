"""Waiting until something at AWS is in a wanted state."""

# Mirrored from smsvoice/aio/waiter.py by `python -m codegen`. Change that file, not this one.

import math
from collections.abc import Callable
from numbers import Real
from typing import Protocol, cast

from smsvoice.core.clock import Clock, WallClock
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.waiting import Goal, Progress, WaitFailedError, WaitTimeoutError, backoff


class StateProbe(Protocol):
    """One call that reads the state of a resource; None when the resource does not exist."""

    def __call__(self) -> str | None:
        """Read the state once."""
        ...


def wait_for(
    what: str,
    goal: Goal,
    look: StateProbe,
    *,
    timeout: float,
    clock: Clock | None = None,
    progress: Callable[[Progress], object] | None = None,
    explain: Callable[[str], str] | None = None,
    advice: Callable[[str], str | None] | None = None,
) -> None:
    """Look until the goal is reached.

    Args:
        what: the thing, for error texts.
        goal: the states that are wanted, that can never become them, and that need a person.
        look: one call that reads the state; None when the resource does not exist.
        timeout: seconds until WaitTimeoutError.
        clock: how time passes; the wall clock otherwise.
        progress: called after each look.
        explain: adds AWS's text about a state that ended the wait.
        advice: what a person must do before this state can end; None when waiting may help.

    Raises:
        RequestError: `timeout` is no number of seconds; nothing was asked.
        WaitTimeoutError: the time was over.
        WaitFailedError: the goal cannot be reached, or a person must act first.
    """
    _must_be_seconds(timeout)
    clock = clock or WallClock()
    begun = clock.now()
    looks = 0
    while True:
        state = look()
        looks += 1
        spent = clock.now() - begun
        if progress is not None:
            progress(Progress(what, state, spent))
        if state is None and goal.absence_wanted:
            return
        if state is not None and state in goal.wanted:
            return
        hopeless = _why_hopeless(goal, state, advice)
        if hopeless is not None:
            more = explain(state) if explain is not None and state is not None else ""
            raise WaitFailedError(what, state, spent, f"{hopeless} {more}".strip())
        rest = timeout - spent
        if rest <= 0:
            wanted = " or ".join(sorted(goal.wanted)) or "gone"
            raise WaitTimeoutError(what, state, spent, f"it was to be {wanted} by now")
        clock.sleep(min(backoff(looks), max(rest, 0.001)))


def _must_be_seconds(timeout: float) -> None:
    given = cast("object", timeout)
    if isinstance(given, bool) or not isinstance(given, Real) or math.isnan(given):
        rule = "must be a number of seconds, e.g. timeout=60"
        raise RequestError("wait", (Problem("timeout", rule),))


def _why_hopeless(
    goal: Goal, state: str | None, advice: Callable[[str], str | None] | None
) -> str | None:
    if state is None:
        return "there is no such thing any more"
    act = goal.blocked.get(state) or (advice(state) if advice is not None else None)
    return goal.failed.get(state) if act is None else f"a person must act: {act}"

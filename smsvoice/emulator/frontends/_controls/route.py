"""A route of the controls: what it takes, what it answers, and what runs."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

import anyio.to_thread
from starlette.requests import Request

from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.frontends._controls.arguments import Member, Members, Schema
from smsvoice.emulator.frontends.change_notifier import ChangeNotifier
from smsvoice.emulator.frontends.wrong import WrongError

Found = TypeVar("Found")

DONE: Schema = {
    "type": "object",
    "properties": {"done": {"const": True}},
    "required": ["done"],
}


@dataclass(frozen=True, slots=True)
class Body:
    """The members that a body may have, and those that it must have."""

    members: Members
    needed: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """One request to a route, checked against it."""

    emulator: Emulator
    changes: ChangeNotifier
    request: Request
    given: dict[str, Any]
    """The members of the body."""

    @property
    def query(self) -> dict[str, str]:
        """The query of the URL."""
        return dict(self.request.query_params)


Handler = Callable[[Asked], Awaitable[Any]]
"""Gives JSON, or a response of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlRoute:
    """One row of the table."""

    method: str
    path: str
    summary: str
    handler: Handler
    control: str | None = None
    """The same on `Emulator`, e.g. `give.number`; None where Python needs none."""
    query: Mapping[str, tuple[str, Schema]] = field(default_factory=dict[str, Any])
    """The filters of the URL, each with a description and a schema."""
    bodies: tuple[Body, ...] = ()
    """What the body may be; the first one whose first needed member is there is meant."""
    free: Schema | None = None
    """The schema of a body that its handler checks by itself."""
    answer: Schema = field(default_factory=lambda: DONE)
    media_type: str = "application/json"
    may_miss: bool = False
    """Whether it may name what is not there, which is a 404."""

    def body_for(self, given: Mapping[str, Any]) -> Body:
        """Which of its bodies is meant."""
        fitting = (one for one in self.bodies if one.needed and one.needed[0] in given)
        return next(fitting, self.bodies[0])


async def away(work: Callable[[], Found]) -> Found:
    """Do something in a worker thread."""
    return await anyio.to_thread.run_sync(work)


async def run(control: Callable[..., Found], *positional: Any, **arguments: Any) -> Found:
    """Run a control with checked arguments, in a worker thread.

    Raises:
        WrongError: it cannot do what was asked; the text is the control's.
    """
    try:
        return await away(partial(control, *positional, **arguments))
    except (ValueError, LookupError) as wrong:
        if isinstance(wrong, KeyError | IndexError):
            raise  # a fault inside, whose text may hold anything
        raise WrongError(str(wrong)) from wrong


def members(**given: Member) -> Members:
    """The members of a body by name."""
    return given


def items(name: str, *texts: str, **others: Schema) -> Schema:
    """An answer that lists objects."""
    properties = {text: {"type": "string"} for text in texts} | others
    item = {"type": "object", "properties": properties, "required": list(texts)}
    return {
        "type": "object",
        "properties": {name: {"type": "array", "items": item}},
        "required": [name],
    }

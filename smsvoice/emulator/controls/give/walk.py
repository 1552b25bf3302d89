"""The way to a state: the service's own operations, made in one change, without its waits."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from smsvoice.core.operation import Operation, Request, Result
from smsvoice.emulator.controls.internal_client import in_words
from smsvoice.emulator.engine.context import ACTIONS, HANDLERS, Call, scheduled
from smsvoice.emulator.engine.engine import Engine
from smsvoice.emulator.engine.service_errors import ServiceError
from smsvoice.emulator.state.records import emitted

Found = TypeVar("Found")


@dataclass
class _NotingCall(Call):
    """A call that notes what it schedules."""

    waiting: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Action and key of what was scheduled, in order."""

    def schedule(self, action: str, key: str, seconds: float) -> None:
        """Schedule an action, and note it."""
        super().schedule(action, key, seconds)
        self.waiting.append((action, key))


class Walk:
    """Operations of one gift: each is answered as a request is, and what they schedule can be
    done at once.

    Throttling, client tokens and event destinations see nothing of it.
    """

    def __init__(self, call: Call) -> None:
        self.call: Call = _NotingCall(
            call.account, call.clock, call.ids, call.settings, call.operation
        )

    def run(self, operation: Operation[Request, Result], **members: Any) -> Result:
        """Answer an operation; members that are None are left out.

        Raises:
            RequestError: a member is wrong.
            ValueError: the service refuses; the text has its code and reason.
        """
        given = {name: value for name, value in members.items() if value is not None}
        call = replace(self.call, operation=operation)
        try:
            return cast("Result", HANDLERS[operation.name](call, operation.request(**given)))
        except ServiceError as refusal:
            why = in_words(refusal.code, refusal.members)
            raise ValueError(f"{operation.name} is refused: {why}") from None

    def step(self) -> None:
        """Do what is waiting now, but not what that schedules in turn."""
        waiting, self._waiting[:] = list(self._waiting), []
        for action, key in waiting:
            if f"{action} {key}" in scheduled(self.call):
                self.call.unschedule(action, key)
                ACTIONS[action](self.call, key)

    def finish(self) -> None:
        """Do all that is waiting, and all that comes of it."""
        while self._waiting:
            self.step()

    @property
    def _waiting(self) -> list[tuple[str, str]]:
        return cast("_NotingCall", self.call).waiting


def walk(engine: Engine, steps: Callable[[Walk], Found], region_name: str | None) -> Found:
    """Walk to a state in one change: all of it is kept, or nothing.

    Raises:
        ValueError: a step is refused, or that is no region.
    """

    def walked(call: Call) -> Found:
        before = len(emitted(call))
        way = Walk(call)
        found = steps(way)
        if way.call.observed:  # the past of a gift is nothing that receivers hear of
            for key in emitted(call).keys()[before:]:
                emitted(call).drop(key)
        return found

    return engine.apply(walked, region_name)

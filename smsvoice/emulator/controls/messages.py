"""The messages of an emulator as a test asks for them: to whom, the last one, the next one."""

from collections.abc import Callable

import anyio

from smsvoice.emulator.controls.changes import Changes
from smsvoice.emulator.controls.code_finder import NO_CODE, code_in
from smsvoice.emulator.engine.clock import steady_seconds
from smsvoice.emulator.engine.engine import Engine
from smsvoice.emulator.engine.setting_rules import is_number
from smsvoice.emulator.state.records import Message, outbox

Condition = Callable[[Message], bool]
_LOOK_AGAIN = 0.05
"""Seconds after which what comes due by itself is looked at, while nothing else changes."""


class Messages(list[Message]):
    """Messages, oldest first, as they are when they are asked for; `wait_for` looks anew."""

    def __init__(self, engine: Engine, changes: Changes, number: str | None = None) -> None:
        """Take all messages, or those to one number."""
        self._engine = engine
        self._changes = changes
        self._number = number
        super().__init__(self._now())

    def to(self, number: str) -> "Messages":
        """Those to a recipient, E.164, with or without its plus."""
        return Messages(self._engine, self._changes, f"+{number.strip().removeprefix('+')}")

    @property
    def last(self) -> Message:
        """The newest message.

        Raises:
            LookupError: there is none.
        """
        if not self:
            raise LookupError("there is no message yet")
        return self[-1]

    def code(self, number: str | None = None) -> str:
        """The one-time code of the newest message that holds one.

        Of notify it is the code as it was sent; in other texts the 4 to 10 digits nearest to a
        word such as "code", "PIN" or "password", or alone in the text.

        Args:
            number: the recipient, E.164; any otherwise.

        Raises:
            LookupError: no message holds one.
        """
        for message in reversed(self if number is None else self.to(number)):
            if (code := code_in(message)) is not None:
                return code
        raise LookupError(NO_CODE)

    def wait_for(self, condition: Condition | None = None, *, timeout: float = 5.0) -> Message:
        """Block until there is a message that fits; gives the newest one.

            emulator.messages.to(person).wait_for(lambda message: message.state == "DELIVERED")

        Other threads may send meanwhile. What comes due by the emulator's own clock happens while
        this waits; a stopped clock stays where it is.

        Args:
            condition: whether a message is the one; any is otherwise.
            timeout: how long to wait, in seconds of the wall clock.

        Raises:
            TimeoutError: none came in time.
            ValueError: timeout is no number, or negative.
        """
        until = _until(timeout)
        while True:
            count = self._changes.count
            found = self._newest(condition)
            if found is not None:
                return found
            left = until - steady_seconds()
            if left <= 0:
                raise self._timed_out(timeout)
            self._changes.wait(count, min(left, _LOOK_AGAIN))

    async def await_for(
        self,
        condition: Condition | None = None,
        *,
        timeout: float = 5.0,  # noqa: ASYNC109  as `wait_for`
    ) -> Message:
        """Wait as `wait_for` does while other tasks go on, on asyncio and trio.

        Raises:
            TimeoutError: none came in time.
            ValueError: timeout is no number, or negative.
        """
        until = _until(timeout)
        while True:
            found = self._newest(condition)
            if found is not None:
                return found
            if steady_seconds() >= until:
                raise self._timed_out(timeout)
            await anyio.sleep(min(_LOOK_AGAIN, max(until - steady_seconds(), 0)))

    def _newest(self, condition: Condition | None) -> Message | None:
        self._engine.poll()
        fitting = (one for one in reversed(self._now()) if condition is None or condition(one))
        return next(fitting, None)

    def _now(self) -> list[Message]:
        found = self._engine.records(outbox)
        if self._number is None:
            return found
        return [one for one in found if one.destination_phone_number == self._number]

    def _timed_out(self, timeout: float) -> TimeoutError:
        many = len(self._now())
        return TimeoutError(f"no message that fits came within {timeout:g} s; there are {many}")


def _until(timeout: float) -> float:
    if not (is_number(timeout) and timeout >= 0):
        raise ValueError("timeout must be a number of seconds, 0 or more")
    return steady_seconds() + timeout

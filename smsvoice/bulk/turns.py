"""When the messages of a lane leave: the hours, a free thread, a place in line, the account's."""

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from smsvoice.bulk.hours import Hours
from smsvoice.bulk.keys import line_of
from smsvoice.bulk.lane import Lane
from smsvoice.bulk.ledger._ledger import Ledger
from smsvoice.bulk.messages import Message

LATE: Final = 0.05
"""A place in line counts no more when it is so many seconds ago: the window allows for no more."""
POLL: Final = 0.5
_PLACES: Final = 3
"""So many places a message takes at most: on a machine that is too slow for them all, it leaves."""
_ACCOUNT: Final = "* requests"  # no identity is written so, not even a sender ID


@dataclass(frozen=True, slots=True)
class Due:
    """A message that has its place: it leaves at a moment, by `time.monotonic`."""

    message: Message
    at: float
    line: str
    per_second: float


class Turns:
    """Hands messages to the threads that send, each when it is due.

    A place is taken only while some thread is free, so that it does not pass unused.
    """

    def __init__(
        self,
        ledger: Ledger,
        region: str,
        *,
        hours: Hours,
        requests_per_second: float | None,
        threads: int,
        halt: threading.Event,
    ) -> None:
        self._ledger = ledger
        self._region = region
        self._hours = hours
        self._requests_per_second = requests_per_second
        self._halt = halt
        self._free = threading.Semaphore(threads)
        self.is_closed: bool = False
        """Whether the messages wait for the hours of the window."""

    def line_of(self, identity: str) -> str:
        """The name of an identity's line in the ledger."""
        return line_of(self._region, identity)

    def free(self) -> None:
        """A thread that sends is free again."""
        self._free.release()

    def release(
        self, lane: Lane, messages: list[Message], hand_over: Callable[[Due], None]
    ) -> list[Message]:
        """Hand over a group of messages; gives those that are left when the run stops."""
        if not self._wait_for_hours() or not self._take_thread():
            return messages
        self._free.release()
        line, pace = self.line_of(lane.identity), lane.per_second
        due = self._ledger.places(line, [each.parts for each in messages], pace).due
        while messages:
            if not self._sleep_until(due[0]) or not self._wait_for_account():
                break
            if not self._take_thread():
                break
            if _is_late(due[0], pace):
                due[0] = self._place(line, messages[0].parts, pace)
                if due[0] - time.monotonic() > LATE:
                    self._free.release()
                    continue
            hand_over(Due(messages.pop(0), due.pop(0), line, pace))
        return messages

    def wait_until_due(self, due: Due) -> bool:
        """Wait for the moment of a message that the ledger has; False if the run stops.

        Where that moment has passed while the ledger was written, the message takes another place.
        """
        at = due.at
        for _ in range(_PLACES):
            if not self._sleep_until(at):
                return False
            if not _is_late(at, due.per_second):
                break
            at = self._place(due.line, due.message.parts, due.per_second)
        return True

    def _wait_for_hours(self) -> bool:
        """Wait for the window to open; False if the run stops."""
        while not self._halt.is_set():
            now = datetime.now(UTC)
            pause = 0.0 if self._hours.is_over(now) else self._hours.until_open(now)
            self.is_closed = pause > 0
            if not pause:
                return True
            self._halt.wait(min(pause, POLL))
        return False

    def _wait_for_account(self) -> bool:
        """Wait for a place in the line of the account's requests; False if the run stops."""
        if self._requests_per_second is None:
            return True
        line = self.line_of(_ACCOUNT)
        return self._sleep_until(self._place(line, 1, self._requests_per_second))

    def _place(self, line: str, parts: int, per_second: float) -> float:
        """Take one place in a line: when it is due, by `time.monotonic`."""
        return self._ledger.places(line, [parts], per_second).due[0]

    def _take_thread(self) -> bool:
        while not self._free.acquire(timeout=POLL):
            if self._halt.is_set():
                return False
        if self._halt.is_set():
            self._free.release()
            return False
        return True

    def _sleep_until(self, moment: float) -> bool:
        """Sleep until a moment; False if the run stops."""
        pause = moment - time.monotonic()
        if pause > LATE:
            return not self._halt.wait(pause)
        if pause > 0:
            time.sleep(pause)
        return not self._halt.is_set()


def _is_late(at: float, per_second: float) -> bool:
    """Whether a place has passed; without a limit none does."""
    return time.monotonic() - at > LATE and not math.isinf(per_second)

"""When the messages of a lane leave: the hours, a free thread, a place in line, the account's."""

import threading
import time
from collections.abc import Callable
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
_ACCOUNT: Final = "requests"


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
        self, lane: Lane, messages: list[Message], hand_over: Callable[[Message], None]
    ) -> list[Message]:
        """Hand over a group of messages; gives those that are left when the run stops."""
        if not self._wait_for_hours() or not self._take_thread():
            return messages
        self._free.release()
        line = self.line_of(lane.identity)
        delays = self._ledger.places(line, [each.parts for each in messages], lane.per_second)
        now = time.monotonic()
        due = [now + delay for delay in delays]
        while messages:
            if not self._sleep_until(due[0]) or not self._wait_for_account():
                break
            if not self._take_thread():
                break
            if time.monotonic() - due[0] > LATE:
                due[0] = self._another_place(line, messages[0], lane.per_second)
                if due[0]:
                    continue
            hand_over(messages.pop(0))
            due.pop(0)
        return messages

    def _another_place(self, line: str, message: Message, per_second: float) -> float:
        """Take another place for a message whose place has passed; 0 if it is due now."""
        delay = self._ledger.places(line, [message.parts], per_second)[0]
        if delay <= LATE:
            time.sleep(delay)
            return 0.0
        self._free.release()
        return time.monotonic() + delay

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
        delay = self._ledger.places(line, [1], self._requests_per_second)[0]
        return self._sleep_until(time.monotonic() + delay)

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

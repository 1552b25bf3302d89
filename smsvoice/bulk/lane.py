"""A lane: the messages of one origination identity, which wait for their turn."""

import threading
from collections import deque
from collections.abc import Callable
from typing import Final

from smsvoice.bulk.messages import Message

_AHEAD: Final = 0.05
"""Places in line are taken for so many seconds at once: a process that dies loses no more."""


class Lane:
    """A queue whose messages are taken in groups, and may come back to its head."""

    def __init__(self, identity: str, per_second: float) -> None:
        self.identity = identity
        self.per_second = per_second
        self._messages: deque[Message] = deque()
        self._changed = threading.Condition()

    def put(self, message: Message) -> None:
        """Add a message at the end."""
        with self._changed:
            self._messages.append(message)
            self._changed.notify()

    def put_back(self, message: Message) -> None:
        """Add a message at the head."""
        with self._changed:
            self._messages.appendleft(message)
            self._changed.notify()

    def wake(self) -> None:
        """Look again whether to go on."""
        with self._changed:
            self._changed.notify_all()

    def take(self, most: int, is_over: Callable[[], bool]) -> list[Message]:
        """Wait for messages, and take those that leave within the next moment; at least one.

        Args:
            most: so many at most.
            is_over: whether none will come any more; then the list is empty.
        """
        with self._changed:
            while not self._messages:
                if is_over():
                    return []
                self._changed.wait()
            taken = [self._messages.popleft()]
            left = self.per_second * _AHEAD - taken[0].parts
            while self._messages and len(taken) < most and left >= self._messages[0].parts:
                taken.append(self._messages.popleft())
                left -= taken[-1].parts
            return taken

    def drain(self) -> list[Message]:
        """Take all messages out."""
        with self._changed:
            rest = list(self._messages)
            self._messages.clear()
            return rest

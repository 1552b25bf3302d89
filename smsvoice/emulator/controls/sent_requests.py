"""The requests of the newest messages, as clients sent them."""

import json
import threading
from collections import OrderedDict
from typing import Any, NamedTuple

MOST = 5000
"""So many of the newest are kept, in memory only."""


class SentRequest(NamedTuple):
    """A request that made a message."""

    operation: str
    """AWS's name of the operation."""
    region: str
    """The region that it went to."""
    body: bytes
    """AWS JSON."""

    @property
    def members(self) -> dict[str, Any]:
        """What was sent, under AWS's names."""
        found: dict[str, Any] = json.loads(self.body)
        return found


class SentRequests:
    """Requests by the id of the message that they made; forgotten with the process."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._found: OrderedDict[str, SentRequest] = OrderedDict()

    def note(self, message_id: str, request: SentRequest) -> None:
        """Keep the request of a message that was just taken."""
        with self._lock:
            self._found[message_id] = request
            if len(self._found) > self._most:
                self._found.popitem(last=False)

    def get(self, message_id: str) -> SentRequest | None:
        """The request of a message, if it is still kept."""
        return self._found.get(message_id)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._found.clear()

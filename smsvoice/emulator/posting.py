"""Posting events to a URL, for whoever wants to see them arrive: in the background, best effort.

The body is the event as its destination receives it; two headers say which destination that is and
of which type the event is. What cannot be posted is dropped, and no request waits or fails for it.
"""

import json
import threading
import urllib.request
from collections.abc import Sequence
from queue import SimpleQueue
from urllib.parse import urlsplit

from smsvoice.emulator.events import EmittedEvent

DESTINATION_HEADER = "X-Smsvoice-Destination"
EVENT_TYPE_HEADER = "X-Smsvoice-Event-Type"
_SECONDS = 5.0
_MOST_WAITING = 10_000


class Poster:
    """Posts in a thread of its own, which starts with the first event."""

    def __init__(self) -> None:
        """Have nothing to post yet."""
        self._waiting: SimpleQueue[tuple[str, EmittedEvent]] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def post(self, url: str, events: Sequence[EmittedEvent]) -> None:
        """Let events be posted, and return at once."""
        if urlsplit(url).scheme not in ("http", "https"):
            return
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._run, name="smsvoice-events", daemon=True
                )
                self._thread.start()
        for event in events:
            if self._waiting.qsize() < _MOST_WAITING:
                self._waiting.put((url, event))

    def _run(self) -> None:
        while True:
            url, event = self._waiting.get()
            try:
                _post(url, event)
            except (OSError, ValueError):
                continue  # best effort: nobody is to be bothered


def _post(url: str, event: EmittedEvent) -> None:
    request = urllib.request.Request(  # noqa: S310  http and https only, looked at before
        url,
        data=json.dumps(event.body).encode(),
        headers={
            "Content-Type": "application/json",
            DESTINATION_HEADER: event.destination,
            EVENT_TYPE_HEADER: event.event_type,
        },
        method="POST",
    )
    with urllib.request.urlopen(request, timeout=_SECONDS):  # noqa: S310  see above
        pass

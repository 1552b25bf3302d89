"""Posts events to a URL, in the background and as best effort.

The body is an SNS notification of the event as its destination receives it, signed; headers say
which destination that is, of which configuration set, and of which type the event is. No request
waits or fails for it: what cannot be posted is dropped, counted and logged.
"""

import json
import threading
import time
import urllib.request
from collections import deque
from collections.abc import Mapping, Sequence
from http.client import HTTPException
from logging import getLogger
from typing import Any, NamedTuple, Protocol

from smsvoice.core.errors import MissingExtraError
from smsvoice.emulator.engine.sns_signing import SnsSigner

DESTINATION_HEADER = "X-Smsvoice-Destination"
CONFIGURATION_SET_HEADER = "X-Smsvoice-Configuration-Set"
EVENT_TYPE_HEADER = "X-Smsvoice-Event-Type"
_SECONDS = 5.0
_MOST_WAITING = 10_000

_log = getLogger("smsvoice.emulator")


class Event(Protocol):
    """An event as it is posted."""

    @property
    def destination(self) -> str:
        """The event destination's name."""
        ...

    @property
    def configuration_set_name(self) -> str | None:
        """The configuration set of the destination."""
        ...

    @property
    def event_type(self) -> str:
        """The type of the event."""
        ...

    @property
    def topic_arn(self) -> str:
        """The SNS topic that publishes it."""
        ...

    @property
    def body(self) -> Mapping[str, object]:
        """The event with AWS's names."""
        ...


class Posts(NamedTuple):
    """How many events went where."""

    waiting: int
    posted: int
    dropped: int


class Poster:
    """Posts in a thread of its own, which starts with the first event and ends with `close`."""

    def __init__(self) -> None:
        """Start without a thread; the first event starts it."""
        self.signer: SnsSigner = SnsSigner()
        """Signs what is posted."""
        self._waiting: deque[tuple[str, Event]] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._ends_at: float | None = None
        self._posted = 0
        self._dropped = 0
        self._dropped_in_a_row = 0

    @property
    def posts(self) -> Posts:
        """How many events wait, were posted and were dropped."""
        with self._changed:
            return Posts(len(self._waiting), self._posted, self._dropped)

    def post(self, url: str, events: Sequence[Event]) -> None:
        """Queue events for posting, and return at once."""
        with self._changed:
            free = 0 if self._ends_at is not None else _MOST_WAITING - len(self._waiting)
            self._waiting.extend((url, event) for event in events[:free])
            if len(events) > free:
                why = "the emulator is closed" if self._ends_at is not None else "too many wait"
                self._drop(len(events) - free, why)
            if self._thread is None and self._waiting:
                self._thread = threading.Thread(
                    target=self._run, name="smsvoice-events", daemon=True
                )
                self._thread.start()
            self._changed.notify()

    def close(self, seconds: float = _SECONDS) -> None:
        """Post what waits, for so many seconds at most, drop the rest and end the thread."""
        with self._changed:
            if self._ends_at is None:
                self._ends_at = time.monotonic() + seconds
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(seconds + _SECONDS)

    def _run(self) -> None:
        while (one := self._next()) is not None:
            try:
                self._post(*one)
            except (OSError, ValueError, HTTPException, MissingExtraError) as failure:
                with self._changed:
                    self._drop(1, type(failure).__name__)
            else:
                with self._changed:
                    self._note_post()

    def _post(self, url: str, event: Event) -> None:
        envelope = self.signer.envelope(event.topic_arn, event.body)
        headers = {
            "Content-Type": "text/plain; charset=UTF-8",  # as SNS posts it
            "x-amz-sns-message-type": envelope["Type"],
            "x-amz-sns-message-id": envelope["MessageId"],
            "x-amz-sns-topic-arn": event.topic_arn,
            DESTINATION_HEADER: event.destination,
            EVENT_TYPE_HEADER: event.event_type,
        }
        if event.configuration_set_name is not None:
            headers[CONFIGURATION_SET_HEADER] = event.configuration_set_name
        request = urllib.request.Request(  # noqa: S310  the settings take http and https only
            url, data=json.dumps(envelope).encode(), headers=headers, method="POST"
        )
        with _opener.open(request, timeout=_SECONDS):
            pass

    def _next(self) -> tuple[str, Event] | None:
        """The next event to post; None once there is nothing left to do."""
        with self._changed:
            while not self._waiting and self._ends_at is None:
                self._changed.wait()
            if self._ends_at is not None and time.monotonic() >= self._ends_at and self._waiting:
                self._drop(len(self._waiting), "the emulator is closed")
                self._waiting.clear()
            return self._waiting.popleft() if self._waiting else None

    def _note_post(self) -> None:
        self._posted += 1
        if self._dropped_in_a_row:
            _log.warning("events are posted again; %s were dropped", self._dropped_in_a_row)
            self._dropped_in_a_row = 0

    def _drop(self, many: int, why: str) -> None:
        if not self._dropped_in_a_row:
            _log.warning("events for event_url are dropped: %s", why)
        self._dropped += many
        self._dropped_in_a_row += many


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """An event goes to the address that was given, and to no other."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing."""


_opener = urllib.request.build_opener(_NoRedirect)

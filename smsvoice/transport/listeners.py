"""Whether handlers of the application listen to what botocore parses of an answer.

An application's handler is to see the members of an answer on typed calls as on raw ones. Parsing
them twice costs more than all else, so it is done only when the application listens.
"""

from functools import cache
from typing import Any, Final

from smsvoice.transport.call_state import SERVICE

_EVENTS: Final = ("before-parse", "response-received", "needs-retry", "after-call")
"""The events that carry an answer."""
_KNOWN: Final = ("botocore.", "smsvoice.")


class Listeners:
    """Those who listen to the events of one client."""

    def __init__(self, events: Any) -> None:
        """Look at the emitter of a client, as `client.meta.events` gives it."""
        self._emitter: Any = getattr(events, "_emitter", events)
        self._seen: dict[str, tuple[list[Any], bool]] = {}

    def hear(self, operation: str) -> bool:
        """Whether a handler of the application hears the answer of an operation.

        botocore keeps the handlers of each event as one list until a caller registers or
        unregisters; as long as the lists are the same objects, so is what is known about them.
        """
        try:
            known: dict[str, Any] = self._emitter._lookup_cache  # noqa: SLF001  there is no public way
        except AttributeError:
            return True  # a botocore that keeps them elsewhere: parse for every handler
        seen = self._seen.get(operation)
        names = _names(operation)
        lists = [known.get(name) for name in names]
        if seen is not None and all(a is b for a, b in zip(seen[0], lists, strict=True)):
            return seen[1]
        handlers = [self._handlers(name) for name in names]
        heard = any(not _is_known(one) for found in handlers for one in found)
        self._seen[operation] = ([known.get(name) for name in names], heard)
        return heard

    def _handlers(self, event: str) -> list[Any]:
        try:
            handlers: list[Any] = list(self._emitter._handlers.prefix_search(event))  # noqa: SLF001
        except AttributeError:
            return [None]
        return handlers


@cache
def _names(operation: str) -> tuple[str, ...]:
    return tuple(f"{event}.{SERVICE}.{operation}" for event in _EVENTS)


def _is_known(handler: Any) -> bool:
    module = str(getattr(handler, "__module__", None))
    return module.startswith(_KNOWN)

"""ASGI's types in their own words: the package is typed though no web framework is installed."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

Scope: TypeAlias = MutableMapping[str, Any]
"""What is known of a connection."""

Event: TypeAlias = MutableMapping[str, Any]
"""One message between the server and the application."""

Receive: TypeAlias = Callable[[], Awaitable[Event]]
"""Waits for the next message of the server."""

Send: TypeAlias = Callable[[Event], Awaitable[None]]
"""Sends a message to the server."""

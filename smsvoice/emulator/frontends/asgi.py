"""ASGI's types in their own words: the package is typed though no web framework is installed."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

Scope: TypeAlias = MutableMapping[str, Any]
"""What is known of a connection."""

Event: TypeAlias = MutableMapping[str, Any]
"""One thing that the server and the application tell each other."""

Receive: TypeAlias = Callable[[], Awaitable[Event]]
"""Waits for what the server tells next."""

Send: TypeAlias = Callable[[Event], Awaitable[None]]
"""Tells the server something."""

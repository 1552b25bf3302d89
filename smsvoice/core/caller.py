"""What pagers, API methods and listings need of a client: two methods, and nothing else of it."""

from collections.abc import Mapping
from typing import Any, Protocol

from smsvoice.core.operation import Operation, Request, Result


class RequestBuilder(Protocol):
    """Makes requests from members."""

    def request(self, operation: Operation[Request, Result], members: Mapping[str, Any]) -> Request:
        """A request of an operation, checked as the client's options say."""
        ...


class Caller(RequestBuilder, Protocol):
    """Runs operations."""

    def call(self, operation: Operation[Request, Result], request: Request) -> Result:
        """Run one operation."""
        ...


class AsyncCaller(RequestBuilder, Protocol):
    """Runs operations in an event loop."""

    async def call(self, operation: Operation[Request, Result], request: Request) -> Result:
        """Run one operation."""
        ...

"""The same calls written for each library; an adapter is one client at one address.

An adapter of a peer runs in the peer's own environment, where smsvoice is not installed.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


class Adapter(ABC):
    """A synchronous client.

    Every send returns the message's id, and a member of every listed item is read: a library that
    decodes lazily must not look cheap.
    """

    @abstractmethod
    def __init__(self, url: str, connections: int) -> None:
        """Make a client that may open this many connections."""

    @abstractmethod
    def send(self) -> Any:
        """Send one text; returns its message id."""

    @abstractmethod
    def items(self) -> Iterable[Any]:
        """List all phone numbers, page after page."""

    @abstractmethod
    def number_of(self, item: Any) -> Any:
        """Read the number of one listed item."""

    def send_many(self, times: int) -> None:
        """Send texts one after the other."""
        for _ in range(times):
            assert self.send()

    def list_all(self) -> list[Any]:
        """List all phone numbers and keep them."""
        items = list(self.items())
        assert all(self.number_of(item) for item in items)
        return items

    def send_concurrently(self, workers: int, each: int) -> None:
        """Send from several threads at once."""
        with ThreadPoolExecutor(workers) as pool:
            for done in [pool.submit(self.send_many, each) for _ in range(workers)]:
                done.result()

    def close(self) -> None:  # noqa: B027  boto3's clients need none
        """End what belongs to the client."""


class AsyncAdapter(ABC):
    """An asynchronous client; all its calls run in one event loop."""

    def __init__(self, url: str, connections: int) -> None:
        """Start the loop and make the client in it."""
        self._runner = asyncio.Runner()
        self._run(self.open(url, connections))

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(work)

    @abstractmethod
    async def open(self, url: str, connections: int) -> None:
        """Make a client that may open this many connections."""

    @abstractmethod
    async def send(self) -> Any:
        """Send one text; returns its message id."""

    @abstractmethod
    async def items(self) -> list[Any]:
        """List all phone numbers, page after page."""

    @abstractmethod
    def number_of(self, item: Any) -> Any:
        """Read the number of one listed item."""

    async def _send_many(self, times: int) -> None:
        for _ in range(times):
            assert await self.send()

    def send_many(self, times: int) -> None:
        """Send texts one after the other."""
        self._run(self._send_many(times))

    def list_all(self) -> list[Any]:
        """List all phone numbers and keep them."""
        items = self._run(self.items())
        assert all(self.number_of(item) for item in items)
        return items

    def send_concurrently(self, workers: int, each: int) -> None:
        """Send from several tasks at once."""

        async def send_all() -> None:
            await asyncio.gather(*(self._send_many(each) for _ in range(workers)))

        self._run(send_all())

    def close(self) -> None:
        """Close the loop."""
        self._runner.close()


AnyAdapter = Adapter | AsyncAdapter

"""The same calls written for each library; an adapter is one client at one address.

An adapter imports its library when it is made, and this module next to nothing: programs of one
send are measured with adapters too. A peer's runs in the peer's own environment.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from operator import attrgetter, itemgetter
from typing import Any

NO_PATH = "missing"


class Adapter(ABC):
    """A synchronous client.

    Every send returns the message's id, and a member of every listed item is read: a library that
    decodes lazily must not look cheap.
    """

    client: Any
    number_of: "itemgetter[Any] | attrgetter[Any]" = itemgetter("PhoneNumber")
    fast: bool | None = None
    """Whether smsvoice's fast path has to be open; None where there is none."""

    @abstractmethod
    def __init__(self, url: str, connections: int) -> None:
        """Make a client that may open this many connections."""

    @abstractmethod
    def send(self) -> Any:
        """Send one text; returns its message id."""

    @abstractmethod
    def items(self) -> Iterable[Any]:
        """List all phone numbers, page after page."""

    def send_many(self, times: int) -> None:
        """Send texts one after the other."""
        for _ in range(times):
            assert self.send()

    def send_concurrently(self, workers: int, each: int) -> None:
        """Send from several threads at once."""
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(self.send_many, [each] * workers))

    def list_all(self) -> list[Any]:
        """List all phone numbers and keep them."""
        items = list(self.items())
        assert all(self.number_of(item) for item in items)
        return items

    def path(self) -> str:
        """The state of the fast path; fails if it is not the one to be measured."""
        if self.fast is None or "fast_path" not in dir(self.client):
            return NO_PATH  # not asked for: smsvoice would load all modules for its hint
        state: str = self.client.fast_path
        if (state == "open") is not self.fast:
            raise RuntimeError(f"{type(self).__name__} was measured with fast_path: {state}")
        return state

    def close(self) -> None:  # noqa: B027  the synchronous ones need none
        """End what belongs to the client."""


class AsyncAdapter(Adapter):
    """An asynchronous client; all its calls run in one event loop."""

    def __init__(self, url: str, connections: int) -> None:
        import asyncio

        self.runner, self.gather = asyncio.Runner(), asyncio.gather
        self.client = self.runner.run(self._open(url, connections))

    async def _open(self, url: str, connections: int) -> Any:
        self.context = self.make(url, connections)
        return await self.context.__aenter__()

    @abstractmethod
    def make(self, url: str, connections: int) -> Any:
        """An asynchronous context manager whose value is the client."""

    @abstractmethod
    async def send_one(self) -> Any: ...

    @abstractmethod
    async def all_items(self) -> list[Any]: ...

    async def _send_many(self, times: int) -> None:
        for _ in range(times):
            assert await self.send_one()

    async def _send_concurrently(self, workers: int, each: int) -> None:
        await self.gather(*(self._send_many(each) for _ in range(workers)))

    def send(self) -> Any:
        return self.runner.run(self.send_one())

    def items(self) -> Iterable[Any]:
        return self.runner.run(self.all_items())

    def send_many(self, times: int) -> None:
        self.runner.run(self._send_many(times))

    def send_concurrently(self, workers: int, each: int) -> None:
        self.runner.run(self._send_concurrently(workers, each))

    def close(self) -> None:
        self.runner.run(self.context.__aexit__(None, None, None))
        self.runner.close()

"""What every way of calling must be able to do."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any


class Way(ABC):
    """One client of one library, at one address, that does what is measured.

    Every send reads the message's id, and every listing one member of each number, so that a lazy
    answer is not mistaken for a cheap one.
    """

    @abstractmethod
    def __init__(self, url: str, connections: int) -> None:
        """Make a client that may have so many connections."""

    @abstractmethod
    def send(self, times: int) -> None:
        """Send texts, one after the other."""

    @abstractmethod
    def page(self, times: int) -> None:
        """Ask for the first page of numbers, so many times."""

    @abstractmethod
    def walk(self) -> Sequence[object]:
        """All numbers, kept."""

    def visit(self) -> int:
        """How many numbers there are, by looking at each and keeping none."""
        raise NotImplementedError

    def crowd(self, workers: int, each: int) -> None:
        """Send with so many threads at once, each so many texts."""
        with ThreadPoolExecutor(workers) as pool:
            for done in [pool.submit(self.send, each) for _ in range(workers)]:
                done.result()


class AsyncWay(Way):
    """A way whose client is asynchronous: all its calls are made in one event loop."""

    def __init__(self, url: str, connections: int) -> None:
        """Start the loop, and the client in it."""
        self._loop = asyncio.Runner()
        self._run(self.open(url, connections))

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run(work)

    @abstractmethod
    async def open(self, url: str, connections: int) -> None:
        """Make the client."""

    @abstractmethod
    async def asend(self, times: int) -> None:
        """Send texts, one after the other."""

    @abstractmethod
    async def apage(self, times: int) -> None:
        """Ask for the first page of numbers, so many times."""

    @abstractmethod
    async def awalk(self) -> Sequence[object]:
        """All numbers, kept."""

    def send(self, times: int) -> None:
        """Send texts, one after the other."""
        self._run(self.asend(times))

    def page(self, times: int) -> None:
        """Ask for the first page of numbers, so many times."""
        self._run(self.apage(times))

    def walk(self) -> Sequence[object]:
        """All numbers, kept."""
        found: Sequence[object] = self._run(self.awalk())
        return found

    def crowd(self, workers: int, each: int) -> None:
        """Send with so many tasks at once, each so many texts."""

        async def all_of_them() -> None:
            await asyncio.gather(*(self.asend(each) for _ in range(workers)))

        self._run(all_of_them())

"""The short way of the service's own requests: from their bytes to the engine, and back.

It takes what an SDK sends. What a browser sends, what is too large, and all that faults may strike
goes the long way, by the application.
"""

from asyncio import AbstractEventLoop
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from smsvoice.emulator.controls.faults import FaultInjector
from smsvoice.emulator.engine.commits import Batch
from smsvoice.emulator.engine.wire import Answer
from smsvoice.emulator.frontends._http_failures import failed

Headers = Sequence[tuple[bytes, bytes]]
Answered = Callable[[Answer], None]
Server = tuple[str, int | None] | None

MOST_BYTES = 1024 * 1024
_NOT_HERE = frozenset((b"origin", b"sec-fetch-site", b"expect", b"upgrade", b"transfer-encoding"))
"""What an SDK does not send, or what takes more than one answer."""


class QuickLane:
    """Takes requests on the event loop; their answers go out once their changes are safe."""

    def __init__(self, front: FaultInjector, started: Callable[[Server], None]) -> None:
        """Take requests for an engine; `started` hears of the server's address."""
        self._front = front
        self._started = started
        self._waiting: dict[Batch, list[tuple[Answer, Answered]]] = {}
        self._committer: ThreadPoolExecutor | None = None

    def takes(self, headers: Headers) -> bool:
        """Whether a request with these headers goes this way."""
        size = 0
        for name, value in headers:
            if name in _NOT_HERE:
                return False
            if name == b"content-length":
                size = int(value)
        return 0 < size <= MOST_BYTES and not len(self._front.faults)

    def take(
        self,
        loop: AbstractEventLoop,
        headers: Headers,
        body: bytes,
        answered: Answered,
        server: Server,
    ) -> None:
        """Answer a request now, or once what it changed is safe."""
        self._started(server)
        target = authorization = ""
        for name, value in headers:
            if name == b"x-amz-target":
                target = value.decode("latin-1")
            elif name == b"authorization":
                authorization = value.decode("latin-1")
        try:
            answer, batch = self._front.engine.take(target, authorization, body)
        except Exception as fault:  # noqa: BLE001  a service answers, whatever happens inside it
            answered(failed(self._front.engine, fault))
            return
        if batch is None:
            answered(answer)
        else:
            self._await(loop, batch, answer, answered)

    def close(self) -> None:
        """Let what is being kept be kept, and end the thread that keeps it."""
        if self._committer is not None:
            self._committer.shutdown()
            self._committer = None

    def _await(
        self, loop: AbstractEventLoop, batch: Batch, answer: Answer, answered: Answered
    ) -> None:
        if batch in self._waiting:
            self._waiting[batch].append((answer, answered))
            return
        self._waiting[batch] = [(answer, answered)]
        if self._committer is None:
            self._committer = ThreadPoolExecutor(1, "smsvoice-commits")
        self._committer.submit(self._settle, loop, batch)

    def _settle(self, loop: AbstractEventLoop, batch: Batch) -> None:
        failure: Exception | None = None
        try:
            self._front.engine.settle(batch)
        except Exception as raised:  # noqa: BLE001  those who wait hear of it
            failure = raised
        loop.call_soon_threadsafe(self._release, batch, failure)

    def _release(self, batch: Batch, failure: Exception | None) -> None:
        for answer, answered in self._waiting.pop(batch, ()):
            answered(answer if failure is None else failed(self._front.engine, failure))

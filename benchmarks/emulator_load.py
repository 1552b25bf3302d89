"""Load for an HTTP server on this machine: the same request on connections that stay open.

It reads no more of an answer than its status and length, so that it takes little of the machine
that it shares with the server.
"""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

SIGNED = (
    "AWS4-HMAC-SHA256 Credential=BENCH/20260302/us-east-1/sms-voice/aws4_request, "
    "SignedHeaders=host, Signature=0"
)


def request_bytes(operation: str, members: dict[str, object]) -> bytes:
    """An operation's request as an SDK sends it."""
    body = json.dumps(members).encode()
    head = (
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-amz-json-1.0\r\n"
        f"X-Amz-Target: PinpointSMSVoiceV2.{operation}\r\nAuthorization: {SIGNED}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


@dataclass
class Load:
    """What came of some load."""

    answers: int = 0
    seconds: float = 0.0
    waits: list[float] = field(default_factory=list[float])
    """How long each answer took, in seconds."""

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds


class _Connection(asyncio.Protocol):
    def __init__(self, load: Load, following: Callable[[], bytes | None]) -> None:
        self._load, self._following = load, following
        self._received = b""
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, separator, body = self._received.partition(b"\r\n\r\n")
        if not separator:
            return
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        if len(body) < length:
            return
        if not head.startswith(b"HTTP/1.1 200"):
            self._end(RuntimeError(f"the server answered {head[:40]!r} {body[:200]!r}"))
            return
        self._received = b""
        self._load.answers += 1
        self._load.waits.append(time.perf_counter() - self._asked_at)
        self._ask()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(exc or RuntimeError("the server closed a connection"))

    def _ask(self) -> None:
        following = self._following()
        if following is None:
            self._end(None)
            return
        self._asked_at = time.perf_counter()
        self._transport.write(following)

    def _end(self, failure: Exception | None) -> None:
        if not self.ended.done():
            self._transport.close()
            if failure is None:
                self.ended.set_result(None)
            else:
                self.ended.set_exception(failure)


def repeated(port: int, request: bytes, connections: int, seconds: float) -> Load:
    """The same request again and again for so many seconds."""
    ends_at = time.perf_counter() + seconds
    return _run(port, connections, lambda: request if time.perf_counter() < ends_at else None)


def each(port: int, requests: Iterator[bytes], connections: int) -> Load:
    """Every one of these requests, once."""
    return _run(port, connections, lambda: next(requests, None))


def _run(port: int, connections: int, following: Callable[[], bytes | None]) -> Load:
    load = Load()

    async def run() -> None:
        loop = asyncio.get_running_loop()
        made = [
            await loop.create_connection(lambda: _Connection(load, following), "127.0.0.1", port)
            for _ in range(connections)
        ]
        await asyncio.gather(*(connection.ended for _, connection in made))

    begun = time.perf_counter()
    asyncio.run(run())
    load.seconds = time.perf_counter() - begun
    return load

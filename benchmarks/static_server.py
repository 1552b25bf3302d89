"""A server in a process of its own whose answers are made beforehand.

python -m benchmarks.static_server

It listens on two ports and prints both: one answers at once, the other after LATENCY seconds, as
a service over a network does.
"""

import asyncio
import gc
import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial

from benchmarks.environments import ROOT
from benchmarks.samples import ITEMS_A_PAGE, PAGES, number

LATENCY = 0.02
CUT = b"\r\n\r\n"


def head(size: int) -> bytes:
    """The head of an answer."""
    return (
        "HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.0\r\n"
        "x-amzn-requestid: 11111111-2222-3333-4444-555555555555\r\n"
        f"content-length: {size}\r\n\r\n"
    ).encode()


SENT = json.dumps({"MessageId": "7f1b3e0c-5c1e-4a53-9d0c-3c1f6f1f2a10"}).encode()
SEND = head(len(SENT)) + SENT


@cache
def page(index: int) -> bytes:
    """One page of phone numbers, with the token of the next one."""
    start = index * ITEMS_A_PAGE
    content: dict[str, object] = {
        "PhoneNumbers": [number(one) for one in range(start, start + ITEMS_A_PAGE)]
    }
    if index + 1 < PAGES:
        content["NextToken"] = str(index + 1)
    body = json.dumps(content).encode()
    return head(len(body)) + body


def answer(top: bytes, body: bytes) -> bytes:
    """The answer to a request, given its head in lower case and its body."""
    if b"sendtextmessage" in top:
        return SEND
    return page(int(json.loads(body).get("NextToken", 0)))


class Connection(asyncio.Protocol):
    """Answers each request once all of it has arrived."""

    def __init__(self, latency: float) -> None:
        """Wait this long before each answer."""
        self._latency = latency
        self._waiting = b""
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that has arrived whole."""
        self._waiting += data
        while (end := self._waiting.find(CUT)) >= 0:
            top = self._waiting[:end].lower()
            at = top.find(b"content-length:")
            size = int(top[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            whole = end + len(CUT) + size
            if len(self._waiting) < whole:
                return
            reply = answer(top, self._waiting[end + len(CUT) : whole])
            self._waiting = self._waiting[whole:]
            if self._latency:
                asyncio.get_running_loop().call_later(self._latency, self._transport.write, reply)
            else:
                self._transport.write(reply)


async def main() -> None:
    """Serve until killed."""
    loop = asyncio.get_running_loop()
    servers = [
        await loop.create_server(partial(Connection, wait), "127.0.0.1", 0, backlog=512)
        for wait in (0.0, LATENCY)
    ]
    for index in range(PAGES):
        page(index)
    gc.collect()
    gc.disable()  # a pause here would count as the client's
    print(*(one.sockets[0].getsockname()[1] for one in servers), flush=True)
    await asyncio.gather(*(one.serve_forever() for one in servers))


@dataclass(frozen=True)
class Addresses:
    """Where the server answers at once, and where after its latency."""

    near: str
    far: str


@contextmanager
def running_server() -> Generator[Addresses]:
    """Run the server in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.static_server"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            near, far = process.stdout.readline().split()
            yield Addresses(f"http://127.0.0.1:{near}", f"http://127.0.0.1:{far}")
        finally:
            process.kill()


if __name__ == "__main__":
    asyncio.run(main())

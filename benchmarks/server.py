"""A small server in a process of its own, whose answers were made beforehand.

python -m benchmarks.server

It listens on two ports and prints both: one answers at once, the other after LATENCY seconds, as
a service over a network would. DescribePhoneNumbers has PAGES pages; an address that ends in
another number, such as `/1000/`, has that many.
"""

import asyncio
import gc
import json
from functools import partial
from typing import Any

from benchmarks.samples import ITEMS_A_PAGE, PAGES, number

LATENCY = 0.02
CUT = b"\r\n\r\n"


def head(size: int) -> bytes:
    """What stands before a body."""
    return (
        "HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.0\r\n"
        "x-amzn-requestid: 11111111-2222-3333-4444-555555555555\r\n"
        f"content-length: {size}\r\n\r\n"
    ).encode()


SENT = json.dumps({"MessageId": "7f1b3e0c-5c1e-4a53-9d0c-3c1f6f1f2a10"}).encode()
SEND = head(len(SENT)) + SENT


def items(index: int) -> bytes:
    """The numbers of one page, without the brace that closes the body."""
    start = index * ITEMS_A_PAGE
    numbers = [number(one) for one in range(start, start + ITEMS_A_PAGE)]
    return json.dumps({"PhoneNumbers": numbers}).encode()[:-1]


ITEMS = [items(index) for index in range(PAGES)]


def page(index: int, pages: int) -> bytes:
    """One page of that many, with the token of the next; the numbers recur after PAGES pages."""
    told = ITEMS[index % PAGES]
    tail = b', "NextToken": "%d"}' % (index + 1) if index + 1 < pages else b"}"
    return b"".join((head(len(told) + len(tail)), told, tail))


def answer(top: bytes, body: bytes) -> bytes:
    """What to tell to a request."""
    if b"sendtextmessage" in top:
        return SEND
    path = top[5 : top.find(b" ", 5)].strip(b"/")
    return page(int(json.loads(body).get("NextToken", 0)), int(path) if path else PAGES)


class Answering(asyncio.Protocol):
    """Answers each request once all of it is there."""

    def __init__(self, latency: float) -> None:
        """Nothing read yet."""
        self._latency = latency
        self._waiting = b""
        self._transport: Any = None

    def connection_made(self, transport: Any) -> None:
        """Keep the connection."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that is whole."""
        self._waiting += data
        while (end := self._waiting.find(CUT)) >= 0:
            top = self._waiting[:end].lower()
            at = top.find(b"content-length:")
            size = int(top[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            whole = end + len(CUT) + size
            if len(self._waiting) < whole:
                return
            told = answer(top, self._waiting[end + len(CUT) : whole])
            self._waiting = self._waiting[whole:]
            if self._latency:
                asyncio.get_running_loop().call_later(self._latency, self._transport.write, told)
            else:
                self._transport.write(told)


async def main() -> None:
    """Serve until killed."""
    loop = asyncio.get_running_loop()
    servers = [
        await loop.create_server(partial(Answering, wait), "127.0.0.1", 0, backlog=512)
        for wait in (0.0, LATENCY)
    ]
    gc.collect()
    gc.disable()  # a pause of the server's would look like the client's
    print(*(one.sockets[0].getsockname()[1] for one in servers), flush=True)
    await asyncio.gather(*(one.serve_forever() for one in servers))


if __name__ == "__main__":
    asyncio.run(main())

"""A server in a process of its own whose answers are made beforehand.

It listens on three ports and prints them: one answers at once, one after LATENCY seconds, as a
service over a network does, and one over TLS.
"""

import asyncio
import gc
import json
import ssl
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache, partial

from benchmarks.environments import CERTIFICATE, FOLDER, ROOT
from benchmarks.samples import ITEMS_A_PAGE, PAGES, number

LATENCY = 0.02
CUT = b"\r\n\r\n"


def whole(content: object) -> bytes:
    """An answer with its head."""
    body = json.dumps(content).encode()
    head = (
        "HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.0\r\n"
        "x-amzn-requestid: 11111111-2222-3333-4444-555555555555\r\n"
        f"content-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


SENT = whole({"MessageId": "7f1b3e0c-5c1e-4a53-9d0c-3c1f6f1f2a10"})


@cache
def page(index: int) -> bytes:
    """One page of phone numbers, with the token of the next one."""
    start = index * ITEMS_A_PAGE
    items = [number(one) for one in range(start, start + ITEMS_A_PAGE)]
    token = {"NextToken": str(index + 1)} if index + 1 < PAGES else {}
    return whole({"PhoneNumbers": items, **token})


def answer(head: bytes, body: bytes) -> bytes:
    """The answer to a request, given its head in lower case and its body."""
    if b"sendtextmessage" in head:
        return SENT
    return page(int(json.loads(body).get("NextToken", 0)))


class Connection(asyncio.Protocol):
    """Answers each request once all of it has arrived."""

    transport: asyncio.Transport

    def __init__(self, latency: float) -> None:
        self._latency, self._waiting = latency, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that has arrived whole."""
        self._waiting += data
        while (end := self._waiting.find(CUT)) >= 0:
            head = self._waiting[:end].lower()
            _, _, length = head.partition(b"content-length:")
            whole = end + len(CUT) + int(length.split(b"\r\n", 1)[0] or 0)
            if len(self._waiting) < whole:
                return
            reply = answer(head, self._waiting[end + len(CUT) : whole])
            self._waiting = self._waiting[whole:]
            if self._latency:
                asyncio.get_running_loop().call_later(self._latency, self.transport.write, reply)
            else:
                self.transport.write(reply)


def make_certificate() -> None:
    """A certificate for this machine that signs itself, for one run."""
    FOLDER.mkdir(exist_ok=True)
    name = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    kind = ["-x509", "-nodes", "-days", "2", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    files = ["-keyout", str(CERTIFICATE.with_suffix(".key")), "-out", str(CERTIFICATE)]
    subprocess.run(["openssl", "req", *kind, *name, *files], check=True, capture_output=True)


async def main() -> None:
    """Serve until killed."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(CERTIFICATE, CERTIFICATE.with_suffix(".key"))
    loop = asyncio.get_running_loop()
    servers = [
        await loop.create_server(partial(Connection, wait), "127.0.0.1", 0, backlog=512, ssl=secure)
        for wait, secure in ((0.0, None), (LATENCY, None), (0.0, tls))
    ]
    gc.disable()  # a pause here would count as the client's
    print(*(one.sockets[0].getsockname()[1] for one in servers), flush=True)
    await asyncio.gather(*(one.serve_forever() for one in servers))


@contextmanager
def running_server() -> Generator[dict[str, str]]:
    """Run the server in a process of its own; gives its addresses: near, far and tls."""
    make_certificate()
    command = [sys.executable, "-m", "benchmarks.static_server"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            near, far, tls = (f"127.0.0.1:{port}" for port in process.stdout.readline().split())
            yield {"near": f"http://{near}", "far": f"http://{far}", "tls": f"https://{tls}"}
        finally:
            process.kill()


if __name__ == "__main__":
    asyncio.run(main())

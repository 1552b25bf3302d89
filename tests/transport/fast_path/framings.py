"""Answers framed in every way that HTTP allows and forbids, and a server that gives them."""

import random
import socket
import struct
import threading
import time
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Self

from tests.transport.faults import read_request

BODIES = (
    *(b'{"MessageId":"m-1","Pools":[]}',) * 8,
    b'{"MessageId":"m-1"}',
    b'{"MessageId":"m-1","Pools":[]}',
    b'{"Pools":[{"PoolArn":"a","PoolId":"pool-1"}],"Novel":1}',
    b"{}",
    b"",
    b'{"MessageId":',
    b"<html>Welcome</html>",
    b'{"__type":"ConflictException","Message":"m","Reason":"RESOURCE_NOT_ACTIVE"}',
    b'{"__type":"ThrottlingException","Message":"m"}',
    b'{"__type":"InternalServerException","Message":"m"}',
    b'{"MessageId":"m-1","Padding":"' + b"x" * 70_000 + b'"}',
)
STATUS_LINES = (
    *("HTTP/1.1 200 OK",) * 60,
    "HTTP/1.1 200",
    "HTTP/1.1 200 ",
    "HTTP/1.0 200 OK",
    "HTTP/0.9 200 OK",
    "HTTP/1.2 200 OK",
    "HTTP/2.0 200 OK",
    "HTTP/2 200 OK",
    "http/1.1 200 OK",
    "HTTP/1.1  200 OK",
    "HTTP/1.1 0200 OK",
    "HTTP/1.1 2000 OK",
    "HTTP/1.1 OK",
    "200 OK",
    "ICY 200 OK",
    "HTTP/1.1 201 Created",
    "HTTP/1.1 204 No Content",
    "HTTP/1.1 206 Partial Content",
    "HTTP/1.1 301 Moved",
    "HTTP/1.1 304 Not Modified",
    "HTTP/1.1 400 Bad Request",
    "HTTP/1.1 400 Bad Request",
    "HTTP/1.1 403 Forbidden",
    "HTTP/1.1 429 Too Many Requests",
    "HTTP/1.1 500 Internal Server Error",
    "HTTP/1.1 503 Service Unavailable",
)
BEFORE = (
    *(b"",) * 60,
    b"HTTP/1.1 100 Continue\r\n\r\n",
    b"HTTP/1.1 100 Continue\r\nX-A: b\r\n\r\n",
    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n",
    b"HTTP/1.1 102 Processing\r\n\r\n",
    b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
    b"\r\n",
    b"\r\n\r\n",
    b"\x00\x01garbage",
)
AFTER = (
    *(b"",) * 20,
    b"\r\n",
    b"trailing bytes",
    b"HTTP/1.1 200 OK\r\nContent-Length: 19\r\n\r\n" + b'{"MessageId":"m-2"}',
    b"\x00",
)
EXTRA_HEADERS = (
    *("",) * 50,
    "X-Amzn-RequestId: r-2\r\n",
    "Connection: close\r\n",
    "Connection: keep-alive\r\n",
    "Connection: Upgrade\r\nUpgrade: h2c\r\n",
    "Content-Encoding: gzip\r\n",
    "X-Folded: one\r\n two\r\n",
    " X-Led: by a space\r\n",
    "NoColon\r\n",
    "X-Spaced : value\r\n",
    ": nameless\r\n",
    "X-Empty:\r\n",
    "X-Nul: a\x00b\r\n",
    "X-Latin: é\r\n",
    "X-Bare: line\n",
    "X-Return: a\rb\r\n",
    f"X-Long: {'v' * 66_000}\r\n",
    "".join(f"X-{number}: v\r\n" for number in range(97)),
    "".join(f"X-{number}: v\r\n" for number in range(120)),
    "Transfer-Encoding: identity\r\n",
    "Content-Length: 3\r\n",
    "Date: Thu, 01 Jan 2026 00:00:00 GMT\r\n",
    "x-amzn-errortype: ConflictException:http://x\r\n",
)
FRAMES = (
    *("length",) * 30,
    *("chunked",) * 8,
    "chunked with extensions",
    "chunked with trailers",
    "chunked without an end",
    "chunked with a broken size",
    "chunked in capitals",
    "chunked and length",
    "length too short",
    "length too long",
    "length twice",
    "length with a sign",
    "length with spaces",
    "length as a list",
    "length in words",
    "length below zero",
    *("no length",) * 2,
)
_HURRY = 0.95
"""The share of answers without a clear end whose connection is closed, so that no reader waits."""
_AT_ONCE = 10_000
ENDS = (*("stay",) * 6, "close", "close", "reset", "half-close")


@dataclass(frozen=True)
class Script:
    """What a server writes for each request, in which pieces, and what becomes of the connection."""

    pieces: tuple[bytes, ...]
    end: str
    pause: float = 0.0
    """Seconds between two pieces, so that each is read alone."""

    def __repr__(self) -> str:
        whole = b"".join(self.pieces)
        return f"Script({whole[:600]!r}, {len(self.pieces)} pieces, {self.end})"


def framed(body: bytes, frame: str, chance: random.Random) -> tuple[str, bytes]:
    """The header that frames a body, and the body as it is written."""
    size = len(body)
    if frame.startswith("chunked"):
        header = "Transfer-Encoding: chunked\r\n"
        cut = chance.randint(0, size)
        parts = [part for part in (body[:cut], body[cut:]) if part]
        extension = b";name=value" if frame.endswith("extensions") else b""
        spelling = "%X" if frame.endswith("capitals") else "%x"
        chunks = [
            (spelling % len(part)).encode() + extension + b"\r\n" + part + b"\r\n" for part in parts
        ]
        last = b"0\r\nX-Checked: yes\r\n\r\n" if frame.endswith("trailers") else b"0\r\n\r\n"
        if frame.endswith("an end"):
            last = b""
        if frame.endswith("broken size"):
            last = b"zz\r\n\r\n"
        if frame.endswith("and length"):
            header += f"Content-Length: {size}\r\n"
        if frame.endswith("capitals"):
            header = header.upper()
        return header, b"".join(chunks) + last
    header = {
        "length too short": f"Content-Length: {max(0, size - 3)}\r\n",
        "length too long": f"Content-Length: {size + 3}\r\n",
        "length twice": f"Content-Length: {size}\r\nContent-Length: {size}\r\n",
        "length with a sign": f"Content-Length: +{size}\r\n",
        "length with spaces": f"Content-Length:   {size}  \r\n",
        "length as a list": f"Content-Length: {size}, {size}\r\n",
        "length in words": "Content-Length: many\r\n",
        "length below zero": f"Content-Length: -{size}\r\n",
        "no length": "",
    }.get(frame, f"Content-Length: {size}\r\n")
    return header, body


def script(chance: random.Random) -> Script:
    """One answer."""
    frame = chance.choice(FRAMES)
    header, body = framed(chance.choice(BODIES), frame, chance)
    extra = chance.choice(EXTRA_HEADERS)
    known = "x-amzn-RequestId: r-1\r\nContent-Type: application/x-amz-json-1.0\r\n"
    headers = [known, header, extra]
    chance.shuffle(headers)
    head = f"{chance.choice(STATUS_LINES)}\r\n{''.join(headers)}\r\n".encode("latin-1")
    whole = chance.choice(BEFORE) + head + body + chance.choice(AFTER)
    if chance.random() < 0.1:
        whole = whole[: chance.randint(0, len(whole))]
        frame = "cut"
    cuts = sorted(chance.randint(0, len(whole)) for _ in range(chance.choice((0, 0, 1, 2, 5))))
    edges = [0, *cuts, len(whole)]
    pieces = tuple(whole[a:b] for a, b in pairwise(edges) if a < b)
    end = chance.choice(ENDS)
    if end == "stay" and not _is_sound(frame, whole, extra) and chance.random() < _HURRY:
        end = "close"
    if end == "reset" and len(whole) > _AT_ONCE:
        end = "close"  # what the reset overtakes is a matter of luck
    return Script(pieces, end, chance.choice((0.0, 0.0, 0.002)))


def _is_sound(frame: str, whole: bytes, extra: str) -> bool:
    """Whether readers find the end of an answer by themselves, without waiting for more."""
    return frame in {"length", "chunked"} and whole.startswith(b"HTTP/1.1") and not extra


class ScriptedServer:
    """Answers every request by the script of the moment, and counts what it received."""

    def __init__(self) -> None:
        """Listen on a port of its own."""
        self.script = Script((), "close")
        self.received: Counter[str] = Counter()
        """How often a request came, by its text or the pool that it asks for."""
        self._at_rest = threading.Condition()
        self._busy = 0
        self._open: set[socket.socket] = set()
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __enter__(self) -> Self:
        """Start."""
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Close everything."""
        self._socket.close()
        for connection in list(self._open):
            connection.close()

    def wait_until_at_rest(self) -> None:
        """Return once every answer is written and every connection that is to end has ended."""
        with self._at_rest:
            assert self._at_rest.wait_for(lambda: self._busy == 0, 20)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._open.add(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        is_busy = False
        try:
            with connection.makefile("rb") as stream:
                while (request := read_request(stream)) is not None:
                    with self._at_rest:
                        self.received[_mark_of(request["body"])] += 1
                    is_busy = self._turn_busy(1)
                    if not self._answer(connection):
                        break
                    is_busy = self._turn_busy(-1)
        except OSError:
            pass
        finally:
            connection.close()  # really closed only now that the file is
            self._open.discard(connection)
            if is_busy:
                self._turn_busy(-1)

    def _turn_busy(self, more: int) -> bool:
        with self._at_rest:
            self._busy += more
            self._at_rest.notify_all()
        return more > 0

    def _answer(self, connection: socket.socket) -> bool:
        for piece in self.script.pieces:
            connection.sendall(piece)
            if self.script.pause:
                time.sleep(self.script.pause)
        match self.script.end:
            case "stay":
                return True
            case "reset":
                linger = struct.pack("ii", 1, 0)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            case "half-close":
                connection.shutdown(socket.SHUT_WR)
                return True
            case _:
                pass
        connection.shutdown(socket.SHUT_RDWR) if self.script.end == "close" else connection.close()
        return False


def _mark_of(body: dict[str, Any]) -> str:
    return str(body["MessageBody"] if "MessageBody" in body else body["PoolIds"][0])

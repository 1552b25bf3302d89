"""A small HTTP server for a `Wire`, so that what it answers comes over a socket."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self

from botocore.awsrequest import AWSResponse, HeadersDict

NO_BODY = (204, 304)


@dataclass(frozen=True)
class Arrived:
    """As much of a request as a `Wire` looks at."""

    url: str
    headers: HeadersDict
    body: bytes


class WireServer:
    """Serves each connection in a thread; what the wire raises ends its connection unanswered."""

    def __init__(self, wire: Callable[[Any], AWSResponse]) -> None:
        """Listen; answer once this is entered."""
        self._wire = wire
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._open: set[socket.socket] = set()

    def __enter__(self) -> Self:
        """Accept connections."""
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Close everything."""
        for one in (self._socket, *tuple(self._open)):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits there
        self._socket.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self._open.add(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with suppress(Exception), connection, connection.makefile("rb") as stream:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while (request := self._read(stream)) is not None:
                data, goes_on = written(self._wire(request))
                connection.sendall(data)
                if not goes_on:
                    break
        self._open.discard(connection)

    def _read(self, stream: Any) -> Arrived | None:
        if not stream.readline():
            return None
        headers = HeadersDict()
        while (line := stream.readline().strip()) != b"":
            name, _, value = line.partition(b":")
            headers[name.decode()] = value.strip()
        return Arrived(f"{self.url}/", headers, stream.read(int(headers["content-length"])))


def written(answer: AWSResponse) -> tuple[bytes, bool]:
    """The bytes of an answer, and whether its connection can go on.

    It cannot where the length that the headers tell is not the body's: its end tells it then.
    """
    body: bytes = answer.raw.read()
    headers: dict[str, str] = dict(answer.headers.items())
    status = answer.status_code
    ends_itself = headers.get("content-length") == str(len(body)) and (
        not body or (status >= 200 and status not in NO_BODY)
    )
    if not ends_itself:
        headers["connection"] = "close"
    lines = b"".join(_encoded(f"{name}: {value}\r\n") for name, value in headers.items())
    return f"HTTP/1.1 {status} Some\r\n".encode() + lines + b"\r\n" + body, ends_itself


def _encoded(line: str) -> bytes:
    try:
        return line.encode("latin-1")
    except UnicodeEncodeError:
        return line.encode()

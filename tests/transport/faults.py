"""An HTTP server that fails as told, and counts what it received: the one witness that never lies."""

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from types import SimpleNamespace
from typing import Any, Self
from unittest import mock


class Fault(Enum):
    """What happens to a request after it was received whole."""

    NONE = "answered"
    READ_TIMEOUT = "read timeout"
    DROP = "dropped after the request"
    RESET = "reset"
    ERROR_500 = "500"
    ERROR_503 = "503"
    CUT_BODY = "cut body"
    HTML = "HTML page with 200"
    EMPTY = "empty 200"
    NO_ID = "200 without the id"
    GATEWAY = "200 with a gateway's JSON"
    TIMED_OUT = "400 RequestTimeout"
    TIMED_OUT_408 = "408 RequestTimeoutException"
    UNDER_WAY = "400 PriorRequestNotComplete"
    IN_PROGRESS = "400 TransactionInProgressException"
    THROTTLED = "throttled"
    CONFLICT = "refused"


@dataclass(frozen=True)
class Received:
    """One request, as it arrived."""

    path: str
    operation: str
    body: dict[str, Any]


ANSWER = {"MessageId": "m-1"}
THROTTLED = {"__type": "ThrottlingException", "Message": "Rate exceeded"}
REFUSED = {"__type": "ConflictException", "Message": "No", "Reason": "RESOURCE_NOT_ACTIVE"}
FAILED = {"__type": "InternalServerException", "Message": "It broke"}
PAGE = b"<html><body>Welcome to our Wi-Fi</body></html>"


def answer(status: int, body: bytes, *, promised: int | None = None) -> bytes:
    """The bytes of an HTTP answer; `promised` lies about how long its body is."""
    length = len(body) if promised is None else promised
    return (
        f"HTTP/1.1 {status} Some\r\nContent-Type: application/x-amz-json-1.0\r\n"
        f"x-amzn-RequestId: r-1\r\nContent-Length: {length}\r\n\r\n"
    ).encode() + body


def whole(content: object, status: int = 200) -> bytes:
    """An answer as AWS gives it."""
    return answer(status, json.dumps(content).encode())


def last(given: bytes) -> bytes:
    """The same answer, which says that the connection is closed after it."""
    return given.replace(b"\r\n", b"\r\nConnection: close\r\n", 1)


_ANSWERS = {
    Fault.ERROR_500: whole(FAILED, 500),
    Fault.ERROR_503: whole(FAILED, 503),
    Fault.HTML: answer(200, PAGE),
    Fault.EMPTY: answer(200, b""),
    Fault.NO_ID: whole({}),
    Fault.GATEWAY: whole({"message": "Forbidden"}),
    Fault.TIMED_OUT: whole({"__type": "RequestTimeout", "message": "m"}, 400),
    Fault.TIMED_OUT_408: whole({"__type": "RequestTimeoutException", "message": "m"}, 408),
    Fault.UNDER_WAY: whole({"__type": "PriorRequestNotComplete", "message": "m"}, 400),
    Fault.IN_PROGRESS: whole({"__type": "TransactionInProgressException", "message": "m"}, 400),
    Fault.THROTTLED: whole(THROTTLED, 400),
    Fault.CONFLICT: whole(REFUSED, 400),
}
NOT_TAKEN = (Fault.THROTTLED, Fault.CONFLICT)
"""Faults after which nothing is on its way."""


class FaultyServer:
    """Listens on a port of its own; `choose` says for each request which fault it meets.

    `choose` may give bytes too: they are sent as they are, and the connection is closed.
    """

    def __init__(
        self,
        choose: Callable[[Received], Fault | bytes],
        content: Callable[[Received], object] = lambda _: ANSWER,
    ) -> None:
        """Decide by `choose`; `content` is what a good answer holds."""
        self.received: list[Received] = []
        self.taken: list[Received] = []
        """Those that were not refused: each is a message on its way, whatever was answered."""
        self.connections = 0
        self._choose = choose
        self._content = content
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        """Start to listen."""
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Close everything."""
        self.stop_listening()
        with self._lock:
            for connection in self._open:
                connection.close()

    def stop_listening(self) -> None:
        """Refuse connections from now on; those that are open live on."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
        self._socket.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
                self._open.add(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with connection.makefile("rb") as stream:
                while (request := _read(stream)) is not None:
                    with self._lock:
                        self.received.append(request)
                        chosen = self._choose(request)
                        if chosen not in NOT_TAKEN:
                            self.taken.append(request)
                    if not self._meet(connection, request, chosen):
                        break
        except OSError:
            pass
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _meet(self, connection: socket.socket, request: Received, chosen: Fault | bytes) -> bool:
        """Let a request meet its fault; whether the connection can go on."""
        if isinstance(chosen, bytes):
            connection.sendall(chosen)
            return False
        if chosen is Fault.NONE:
            connection.sendall(whole(self._content(request)))
        elif chosen is Fault.CUT_BODY:
            body = json.dumps(self._content(request)).encode()
            connection.sendall(answer(200, body[: len(body) // 2], promised=len(body)))
            return False
        elif chosen is Fault.READ_TIMEOUT:
            connection.recv(1)  # until the client loses patience
            return False
        elif chosen is Fault.DROP:
            return False
        elif chosen is Fault.RESET:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return False
        else:
            connection.sendall(_ANSWERS[chosen])
        return True


def _read(stream: Any) -> Received | None:
    found = read_request(stream)
    if found is None:
        return None
    operation = found["headers"].get("x-amz-target", "").rpartition(".")[2]
    return Received(found["line"].split()[1], operation, found["body"])


def read_request(stream: Any) -> dict[str, Any] | None:
    """One request with its headers, in lower case, and its body; None at the end."""
    line = stream.readline().decode()
    if not line:
        return None
    headers: dict[str, str] = {}
    while (header := stream.readline().decode().strip()) != "":
        name, _, value = header.partition(":")
        headers[name.lower()] = value.strip()
    body = stream.read(int(headers.get("content-length", 0)))
    content = json.loads(body or b"{}")
    return {"line": line.strip(), "headers": headers, "body": content, "raw": body}


@contextmanager
def no_back_off(sleep: Callable[[float], object] = lambda _: None) -> Iterator[None]:
    """botocore neither sleeps between attempts nor slows itself down; it calls this instead."""
    with (
        mock.patch("botocore.endpoint.time", SimpleNamespace(sleep=sleep)),
        mock.patch("botocore.retries.bucket.TokenBucket.acquire", lambda *_, **__: True),
    ):
        yield


def refusing_url() -> str:
    """An address of this machine where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"http://127.0.0.1:{taken.getsockname()[1]}"

"""A server that keeps every request whole, and answers the least that is usable."""

import json
import socket
import ssl
import threading
from contextlib import suppress
from typing import Any, Self

from tests.contract import strategies
from tests.transport.faults import read_request, whole


class Recorder:
    """Keeps requests; `statuses` are answered first, one each, and 200 afterwards."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        """Listen on a port of its own, with TLS if a context is given."""
        self.received: list[dict[str, Any]] = []
        self.statuses: list[int] = []
        self.connections = 0
        self.open = 0
        """How many connections are open now."""
        self.most_open = 0
        self.gate = threading.Event()
        """Answers are held back while it is clear."""
        self.gate.set()
        self._changed = threading.Condition()
        self._tls = tls
        self._sockets: set[socket.socket] = set()
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=128)
        scheme = "http" if tls is None else "https"
        self.url = f"{scheme}://127.0.0.1:{self._socket.getsockname()[1]}"

    def __enter__(self) -> Self:
        """Start."""
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Close everything."""
        self.gate.set()
        self._socket.close()
        self.close_connections()

    def close_connections(self) -> None:
        """Close the connections that are open now, as servers do after a while."""
        for connection in list(self._sockets):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.wait_until(lambda: self.open == 0)

    def wait_until(self, holds: Any, seconds: float = 10) -> None:
        """Return once something holds of what the server has seen; fail after a while."""
        with self._changed:
            assert self._changed.wait_for(holds, seconds), "it did not come about"

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
        except OSError:
            connection.close()
            return
        with self._changed:
            self.connections += 1
            self.open += 1
            self.most_open = max(self.open, self.most_open)
            self._sockets.add(connection)
            self._changed.notify_all()
        try:
            with connection.makefile("rb") as stream:
                while (request := read_request(stream)) is not None:
                    self._answer(connection, request)
        except OSError:
            pass
        finally:
            connection.close()
            with self._changed:
                self.open -= 1
                self._sockets.discard(connection)
                self._changed.notify_all()

    def _answer(self, connection: socket.socket, request: dict[str, Any]) -> None:
        with self._changed:
            self.received.append(request)
            status = self.statuses.pop(0) if self.statuses else 200
            self._changed.notify_all()
        assert self.gate.wait(20), "the gate stayed closed"
        operation = request["headers"]["x-amz-target"].rpartition(".")[2]
        content = strategies.least(operation) if status == 200 else {"__type": "Failed"}
        connection.sendall(whole(json.loads(json.dumps(content)), status))

"""Connections for threads: urllib3's, with its TLS and its look at what the server closed."""

import socket
import ssl
from collections import deque
from contextlib import suppress
from functools import cached_property, partial
from typing import Any, Final
from urllib.parse import urlsplit
from weakref import finalize

from botocore.httpsession import get_cert_path
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import is_connection_dropped
from urllib3.util.ssl_ import create_urllib3_context

from smsvoice.transport.call_state import CallState
from smsvoice.transport.fast_path.answer import Answer, failing

_CHUNK: Final = 262_144


class Destination:
    """Where a client connects to, and how: botocore's settings."""

    def __init__(self, client: Any, url: str) -> None:
        """Read the settings of a client.

        Raises:
            AttributeError: botocore is not built as we know it.
        """
        place, config = urlsplit(url), client.meta.config
        session = client._endpoint.http_session  # noqa: SLF001  there is no public way
        self.host: str = place.hostname or ""
        self.is_secure: bool = place.scheme == "https"
        self.port: int = place.port or (443 if self.is_secure else 80)
        self.connect_timeout: float | None = config.connect_timeout
        self.read_timeout: float | None = config.read_timeout
        self.max_connections: int = int(config.max_pool_connections or 10)
        self.options: list[tuple[int, int, int]] = list(session._socket_options)  # noqa: SLF001
        self._verify = session._verify  # noqa: SLF001

    @cached_property
    def tls(self) -> ssl.SSLContext | None:
        """One context for all connections; botocore reads its certificates anew for each.

        Raises:
            OSError: the file of trusted certificates cannot be read.
        """
        if not self.is_secure:
            return None
        context = create_urllib3_context()
        if self._verify:
            context.load_verify_locations(get_cert_path(self._verify))
        else:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        return context


class Sockets:
    """Connections that threads share, each used by one at a time."""

    def __init__(self, destination: Destination) -> None:
        """Open none yet."""
        self._to = destination
        self._idle: deque[Any] = deque()
        self._closings = 0
        finalize(self, _close, self._idle)  # when the client is gone

    def exchange(self, data: bytes, state: CallState) -> Answer:
        """Send a request and read its answer as far as it is clean; the call's state notes it."""
        connection: Any = self._connection()
        closings = self._closings
        answer = Answer()
        try:
            if not connection.sock:
                try:
                    connection.connect()
                    connection.sock.settimeout(self._to.read_timeout)
                except Exception as failed:  # noqa: BLE001  botocore judges it
                    connection.close()
                    answer.connect_failed = failed
                    return answer
            state.hand_over()
            _exchange(connection.sock, data, answer)
        except BaseException:  # Ctrl-C, or what ends this thread or greenlet
            connection.close()
            raise
        if not answer.is_clean:
            answer.close = connection.close  # botocore may read on from it
        elif self._may_stay(answer, closings):
            self._idle.append(connection)
        else:
            connection.close()
        return answer

    def _may_stay(self, answer: Answer, closings: int) -> bool:
        """Whether a connection may serve another call; not if the client was closed meanwhile."""
        is_wanted = closings == self._closings and len(self._idle) < self._to.max_connections
        return answer.can_stay and is_wanted

    def _connection(self) -> Any:
        """The connection that was used last and still lives, or a new one."""
        while self._idle:
            try:
                connection = self._idle.pop()
            except IndexError:  # another thread was faster
                break
            if not is_connection_dropped(connection):
                return connection
            connection.close()
        to = self._to
        given: dict[str, Any] = {"timeout": to.connect_timeout, "socket_options": to.options}
        if to.tls is None:
            return HTTPConnection(to.host, to.port, **given)
        return HTTPSConnection(
            to.host, to.port, ssl_context=to.tls, cert_reqs=to.tls.verify_mode, **given
        )

    def close(self) -> None:
        """Close the idle connections; those in use are closed after their calls."""
        self._closings += 1
        _close(self._idle)


def _close(idle: deque[Any]) -> None:
    with suppress(IndexError):  # several threads may close at once
        while True:
            idle.pop().close()


def _exchange(sock: socket.socket, data: bytes, answer: Answer) -> None:
    try:
        # A server that answers before it has read everything may have closed the connection.
        with suppress(BrokenPipeError, ConnectionResetError):
            sock.sendall(data)
        while not answer.is_over:
            part = sock.recv(_CHUNK)
            if not part:
                return  # cut, or framed by its end: botocore judges it
            answer.feed(part)
    except Exception as failed:  # noqa: BLE001  botocore judges it
        answer.is_clean = False
        answer.read_on = failing(failed)
    else:
        answer.read_on = partial(sock.recv, _CHUNK)

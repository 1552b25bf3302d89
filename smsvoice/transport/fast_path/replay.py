"""Gives botocore, as its first attempt, what became of a request that has left already.

botocore's own HTTP session reads the same bytes from a connection that replays them, so statuses,
framing, time-outs and broken connections come out in its own way, in every release.
"""

import io
import ssl
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, Final

from botocore.awsrequest import (
    AWSHTTPConnection,
    AWSHTTPConnectionPool,
    AWSHTTPSConnection,
    AWSHTTPSConnectionPool,
)
from botocore.httpsession import URLLib3Session
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from smsvoice.transport.fast_path.answer import Answer

_replayed: ContextVar[Answer] = ContextVar("smsvoice_replayed")
"""The answer that a connection made in this thread replays."""


class Replay:
    """One answer for the first attempt of a call; the attempts after it are botocore's."""

    def __init__(self, answer: Answer) -> None:
        """Replay an answer, or the failure to connect that it holds."""
        self._answer = answer
        self.is_due: bool = True
        """Whether the attempt that botocore makes next is the one that was made already."""

    def replay(self, request: Any) -> Any:
        """The response that botocore gets for the request; None once it was given."""
        if not self.is_due:
            return None
        self.is_due = False
        session: Any = URLLib3Session()
        session._manager.pool_classes_by_scheme = _POOLS  # noqa: SLF001  there is no public way
        token = _replayed.set(self._answer)
        try:
            return session.send(request)
        finally:
            _replayed.reset(token)
            session.close()

    def close(self) -> None:
        """Close the connection that the answer is read from."""
        self._answer.close()


class _Connection(AWSHTTPConnection):
    """A connection that replays an answer instead of making one."""

    def connect(self) -> None:
        """Begin the replay."""
        self.sock: Any = _socket_for(self)


class _SecureConnection(AWSHTTPSConnection):
    """The same for https: what is replayed has been decrypted."""

    def connect(self) -> None:
        """Begin the replay."""
        self.sock: Any = _socket_for(self)
        self.is_verified = True


class _Pool(AWSHTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(AWSHTTPSConnectionPool):
    ConnectionCls = _SecureConnection


_POOLS: Final = {"http": _Pool, "https": _SecurePool}


class _Socket:
    """As much of a socket as reading one answer needs; what is written was sent already."""

    def __init__(self, answer: Answer) -> None:
        self._reader = _Reader(b"".join(answer.received), answer.read_on)

    def makefile(self, *_: Any, **__: Any) -> io.BufferedReader:
        """A file to read the answer from."""
        return io.BufferedReader(self._reader)

    def sendall(self, _: bytes) -> None:
        """Send nothing."""

    def settimeout(self, _: float | None) -> None:
        """Leave time-outs to the connection that is read from."""

    def close(self) -> None:
        """Leave the connection to its owner."""


class _Reader(io.RawIOBase):
    """The bytes that came, then what still comes."""

    def __init__(self, received: bytes, read_on: Callable[[], bytes]) -> None:
        self._waiting, self._read_on = received, read_on

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._waiting or self._read_on()
        size = len(buffer)
        buffer[: len(data)] = data[:size]
        self._waiting = data[size:]
        return min(len(data), size)


def _socket_for(connection: Any) -> _Socket:
    answer = _replayed.get()
    if answer.connect_failed is not None:
        raise _as_urllib3s(answer.connect_failed, connection)
    return _Socket(answer)


def _as_urllib3s(failed: Exception, connection: Any) -> Exception:
    """A failure to connect as urllib3 raises it, which is what botocore understands."""
    if isinstance(failed, HTTPError | ssl.SSLError | ConnectionResetError | ConnectionAbortedError):
        return failed
    if isinstance(failed, TimeoutError):
        return ConnectTimeoutError(connection, "timed out")
    return NewConnectionError(connection, f"failed to connect ({type(failed).__name__})")

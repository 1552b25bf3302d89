"""An answer as it comes in: read by llhttp, and kept as bytes in case botocore is to read it."""

from collections.abc import Callable
from typing import Final

import httptools

_MOST_HEADERS: Final = 99
_LONGEST_HEADER: Final = 65_000
"""The standard library's reader, which botocore uses, gives up beyond these."""
_VERSIONS: Final = ("1.1", "1.0")
_OK: Final = 200


def nothing_more() -> bytes:
    """What can still be read of an answer that is whole, or whose connection has ended: nothing."""
    return b""


def failing(failed: Exception) -> Callable[[], bytes]:
    """A reader that fails as a broken connection does."""

    def fail() -> bytes:
        raise failed

    return fail


class Answer:
    """One answer. It is clean when it is a whole 200 that every reader reads in the same way."""

    __slots__ = (
        "_is_odd",
        "_parser",
        "_parts",
        "can_stay",
        "close",
        "connect_failed",
        "headers",
        "is_clean",
        "is_over",
        "read_on",
        "received",
    )

    def __init__(self) -> None:
        """Nothing has come yet."""
        self.headers: dict[bytes, bytes] = {}
        """By lower-case names."""
        self.received: list[bytes] = []
        self.is_over: bool = False
        """Whether it is whole, or in some way that only botocore can judge."""
        self.is_clean: bool = False
        self.can_stay: bool = False
        """Whether the connection can serve another request."""
        self.connect_failed: Exception | None = None
        """Why there was no connection, so that nothing has left."""
        self.read_on: Callable[[], bytes] = nothing_more
        """Gives further bytes as a socket does: none at the end, an exception when it breaks."""
        self.close: Callable[[], object] = nothing_more
        """Closes the connection that `read_on` reads from."""
        self._parts: list[bytes] = []
        self._is_odd = False
        self._parser = httptools.HttpResponseParser(self)

    @property
    def body(self) -> bytes:
        """The body, without what frames it."""
        return self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)

    def feed(self, data: bytes) -> None:
        """Read on."""
        if not self.received and not data.startswith(b"H"):
            self._is_odd = True  # llhttp skips empty lines
        self.received.append(data)
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade) as failed:
            inner = failed.__context__
            if inner is not None and not isinstance(inner, Exception):
                raise inner from None  # Ctrl-C, which came while the parser called us
            self.is_over, self.can_stay = True, False

    # --- called by the parser ---------------------------------------------------------------------

    def on_message_begin(self) -> None:
        """Expect no second message: none was asked for."""
        if self.is_over:
            self.can_stay = False

    def on_header(self, name: bytes, value: bytes) -> None:
        """Note a header; one that comes twice is for botocore to read."""
        if self.is_over:
            return
        key = name.lower()
        if key in self.headers or len(value) > _LONGEST_HEADER:
            self._is_odd = True
        self.headers[key] = value

    def on_body(self, part: bytes) -> None:
        """Note a part of the body."""
        if not self.is_over:
            self._parts.append(part)

    def on_message_complete(self) -> None:
        """Judge the message, now that it is whole."""
        if self.is_over:
            return
        parser = self._parser
        self.is_over = True
        self.can_stay = bool(parser.should_keep_alive())
        self.is_clean = (
            parser.get_status_code() == _OK
            and not self._is_odd
            and len(self.headers) <= _MOST_HEADERS
            and parser.get_http_version() in _VERSIONS
        )

"""The server's HTTP: a short way for the service's own requests, and an end to half-sent ones."""

from collections import deque
from typing import TYPE_CHECKING, Any, cast

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from smsvoice.emulator.frontends._quick_lane import QuickLane

if TYPE_CHECKING:
    from asyncio import BaseTransport, TimerHandle, Transport

    from smsvoice.emulator.engine.wire import Answer

CLOSE = "smsvoice.close"
"""The extension of a scope that closes the connection, whatever was sent."""

HEAD_SECONDS = 5.0
"""How long a request may take until its headers are whole."""
BODY_SECONDS = 60.0
"""How long its body may take after that."""


class ClosableProtocol(HttpToolsProtocol):
    """uvicorn's HTTP, with a way to close a connection and an end to half-sent requests.

    A request that the application's quick lane takes is answered from here, without a task and a
    scope of its own; the answers of one connection go out in the order of its requests.
    """

    _waits_for: object = None
    _timer: "TimerHandle | None" = None
    _idle_timer: "TimerHandle | None" = None
    _is_begun = False
    _has_head = False
    _is_last = False
    _quick: bytearray | None = None
    _active_at = 0.0

    def connection_made(self, transport: "BaseTransport") -> None:
        """Hand the application a way to close."""
        super().connection_made(cast("Transport", transport))
        plain: Any = self.app

        async def app(scope: Any, receive: Any, send: Any) -> None:
            scope["extensions"] = {**scope.get("extensions", {}), CLOSE: transport.close}
            await plain(scope, receive, send)

        self.app = app
        self._lane: QuickLane | None = getattr(plain, "quick_lane", None)
        self._pending: deque[list[bytes]] = deque()
        self._wait_for("head", HEAD_SECONDS)

    def data_received(self, data: bytes) -> None:
        """Take a part of a request, and see whether more of it must come."""
        super().data_received(data)
        if not self._is_begun:
            self._wait_for(None, 0)
        elif self._has_head:
            self._wait_for(self.scope, BODY_SECONDS)
        else:
            self._wait_for("head", HEAD_SECONDS)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing more can come."""
        self._wait_for(None, 0)
        if self._idle_timer is not None:
            self._idle_timer.cancel()
        self._pending.clear()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """Begin a request."""
        self._is_begun, self._has_head, self._quick = True, False, None
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Choose the way of a request."""
        self._has_head = True
        if self._is_quick():
            self._quick = bytearray()
        elif self._pending:
            self.transport.close()  # what is answered otherwise cannot wait for these answers
        else:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Take a part of the body."""
        if self._quick is not None:
            self._quick += body
        elif not self.transport.is_closing():
            super().on_body(body)

    def on_message_complete(self) -> None:
        """Answer a request that is whole."""
        self._is_begun = False
        if self._quick is not None:
            self._answer(bytes(self._quick))
        elif not self.transport.is_closing():
            super().on_message_complete()

    def shutdown(self) -> None:
        """End the connection; answers that wait for the disk still go out."""
        if self._pending:
            self._is_last = True
        else:
            super().shutdown()

    def resume_writing(self) -> None:
        """Read on, once the client has read its answers."""
        super().resume_writing()
        self.flow.resume_reading()

    def _is_quick(self) -> bool:
        parser: Any = self.parser
        return (
            self._lane is not None
            and self.url == b"/"
            and parser.get_method() == b"POST"
            and parser.get_http_version() == "1.1"
            and self._is_free()
            and self._lane.takes(self.headers)
        )

    def _is_free(self) -> bool:
        """Whether no request is under way by the long way."""
        cycle: Any = self.cycle
        return cycle is None or cycle.response_complete

    def _answer(self, body: bytes) -> None:
        assert self._lane is not None
        slot: list[bytes] = []
        self._pending.append(slot)
        parser: Any = self.parser
        keep = bool(parser.should_keep_alive())

        def answered(answer: "Answer") -> None:
            slot.append(self._bytes_of(answer, keep=keep))
            self._flush(keep=keep)

        self._lane.take(self.loop, self.headers, body, answered, self.server)

    def _flush(self, *, keep: bool) -> None:
        """Send the answers that are ready and whose turn it is."""
        if self.transport.is_closing():
            return
        while self._pending and self._pending[0]:
            self.transport.write(self._pending.popleft()[0])
            self.server_state.total_requests += 1
        if not self._pending and (self._is_last or not keep):
            self.transport.close()
            return
        if self.flow.write_paused:
            self.flow.pause_reading()
        self._active_at = self.loop.time()
        if self._idle_timer is None:
            self._idle_timer = self.loop.call_later(self.timeout_keep_alive, self._end_if_idle)

    def _end_if_idle(self) -> None:
        """Close a connection that has long carried nothing."""
        self._idle_timer = None
        left = self._active_at + self.timeout_keep_alive - self.loop.time()
        if left <= 0 and not self._pending and not self._is_begun and self._is_free():
            self._give_up()
        else:
            again = max(left, 0.1)
            self._idle_timer = self.loop.call_later(again, self._end_if_idle)

    def _bytes_of(self, answer: "Answer", *, keep: bool) -> bytes:
        lines = [STATUS_LINE[answer.status]]
        for key, text in self.server_state.default_headers:
            lines += (key, b": ", text, b"\r\n")
        for name, value in answer.headers.items():
            lines += (name.encode(), b": ", value.encode(), b"\r\n")
        if not keep:
            lines.append(b"connection: close\r\n")
        lines += (b"content-length: ", str(len(answer.body)).encode(), b"\r\n\r\n", answer.body)
        return b"".join(lines)

    def _wait_for(self, what: object, seconds: float) -> None:
        """Close the connection if this is still not whole after so many seconds."""
        if what is self._waits_for:
            return
        self._waits_for = what
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None if what is None else self.loop.call_later(seconds, self._give_up)

    def _give_up(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()

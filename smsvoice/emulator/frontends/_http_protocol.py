"""The server's HTTP: connections that can be closed for real, and half requests that run out."""

from typing import TYPE_CHECKING, Any, cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    from asyncio import BaseTransport, TimerHandle, Transport

CLOSE = "smsvoice.close"
"""The extension of a scope that closes the connection, whatever was sent."""

HEAD_SECONDS = 5.0
"""How long a request may take until its headers are whole."""
BODY_SECONDS = 60.0
"""How long its body may take after that."""


class ClosableProtocol(H11Protocol):
    """uvicorn's HTTP, with a way to close a connection and an end to half-sent requests."""

    _waits_for: object = None
    _timer: "TimerHandle | None" = None

    def connection_made(self, transport: "BaseTransport") -> None:
        """Hand the application a way to close."""
        super().connection_made(cast("Transport", transport))
        plain: Any = self.app

        async def app(scope: Any, receive: Any, send: Any) -> None:
            scope["extensions"] = {**scope.get("extensions", {}), CLOSE: transport.close}
            await plain(scope, receive, send)

        self.app = app
        self._wait_for("head", HEAD_SECONDS)

    def data_received(self, data: bytes) -> None:
        """Take a part of a request, and see whether more of it must come."""
        super().data_received(data)
        cycle: Any = self.cycle
        if cycle is not None and cycle.more_body and not cycle.response_complete:
            self._wait_for(cycle, BODY_SECONDS)
        elif self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]:
            self._wait_for("head", HEAD_SECONDS)
        else:
            self._wait_for(None, 0)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing more can come."""
        self._wait_for(None, 0)
        super().connection_lost(exc)

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

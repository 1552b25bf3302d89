"""The emulator over HTTP: the service at POST /, its inbox page at GET /, controls below."""

import asyncio
import socket
import threading
import time
from collections.abc import AsyncGenerator, Collection, Generator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Protocol

import anyio.to_thread
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, request_response

from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.frontends._admin import Admin
from smsvoice.emulator.frontends._admin_access import (
    AdminAccess,
    HostGuard,
    HostNames,
    is_from_browser,
)
from smsvoice.emulator.frontends._http_endpoint import endpoint
from smsvoice.emulator.frontends._http_protocol import ClosableProtocol
from smsvoice.emulator.frontends._inbox import InboxData
from smsvoice.emulator.frontends._page import PATHS, page
from smsvoice.emulator.frontends._quick_lane import QuickLane
from smsvoice.emulator.frontends.asgi import Receive, Scope, Send
from smsvoice.emulator.frontends.change_notifier import ChangeNotifier

_TICK_SECONDS = 0.25
_START_SECONDS = 10.0


class App:
    """One emulator as an ASGI application."""

    def __init__(
        self,
        emulator: Emulator,
        *,
        allow_remote_admin: bool = False,
        allow_hosts: Collection[str] = (),
        media: Path | None = None,
    ) -> None:
        """Serve an emulator.

        Args:
            emulator: what answers.
            allow_remote_admin: allows other machines to use its controls.
            allow_hosts: host names that it answers to, beside loopback names and IP addresses.
            media: a folder whose files stand for those in S3, so that the page shows pictures:
                `s3://bucket/key.png` is `bucket/key.png` there.

        Raises:
            ValueError: one of these is no host name.
        """
        names = HostNames(allow_hosts)
        self.changes: ChangeNotifier = ChangeNotifier()
        self.changes.attach(emulator.engine)
        self._emulator = emulator
        self._url: str | None = None
        self._aws = endpoint(emulator.fault_injector)
        self.quick_lane: QuickLane = QuickLane(emulator.fault_injector, self._note_address)
        self._aws_for_pages = HostGuard(self._aws, names)
        inbox = InboxData(emulator, self.changes, media)
        admin = Starlette(routes=Admin(emulator, self.changes, inbox.routes()).routes())
        controls = AdminAccess(admin, names, allow_remote=allow_remote_admin)
        self._rest = Starlette(
            routes=[
                *(
                    Route(path, HostGuard(request_response(page), names), methods=["GET"])
                    for path in PATHS
                ),
                Mount("/_smsvoice", app=controls),
            ],
            lifespan=self._lifespan,
            exception_handlers={404: _not_found},
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The service's own requests by the shortest way; all others by their path."""
        self._note_address(scope.get("server"))
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] != "/":
            await self._rest(scope, receive, send)
        elif is_from_browser(Request(scope)):
            # A page could sign a request as any program does; its host name gives it away.
            await self._aws_for_pages(scope, receive, send)
        else:
            await self._aws(scope, receive, send)

    def _note_address(self, server: tuple[str, int | None] | None) -> None:
        if self._url is None and server and server[1] is not None:
            self._url = _url_in((server[0], server[1]))
            self._emulator.engine.poster.signer.server_url = self._url

    @asynccontextmanager
    async def _lifespan(self, app: Starlette) -> AsyncGenerator[None]:  # noqa: ARG002
        ticking = asyncio.create_task(self._tick())
        yield
        ticking.cancel()
        with suppress(asyncio.CancelledError):
            await ticking
        self.quick_lane.close()

    async def _tick(self) -> None:
        """Do scheduled actions when they are due, even without a request."""
        while True:
            await asyncio.sleep(_TICK_SECONDS)
            # What fails stays due; the engine logs it and the health report names it.
            with suppress(Exception):
                await anyio.to_thread.run_sync(self._emulator.engine.poll)


class Application(Protocol):
    """What a server serves: an ASGI application, and the notifier of its pages."""

    changes: ChangeNotifier

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        ...


class _Server(uvicorn.Server):
    """A web server that ends waiting requests before it stops."""

    def __init__(self, app: Application) -> None:
        """Serve an application; silent unless something is wrong."""
        super().__init__(
            uvicorn.Config(
                app,
                http=ClosableProtocol,
                ws="none",
                proxy_headers=False,  # else a header could make another machine look local
                server_header=False,
                log_level="warning",
                timeout_graceful_shutdown=3,
            )
        )
        self._changes = app.changes

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Send waiting pages home, then stop."""
        self._changes.close()
        await super().shutdown(sockets)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family)
    # asyncio sets this only on sockets that name their protocol. Without it an answer's body waits
    # 40 ms for the acknowledgement of its head; connections inherit it.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def url_of(listening: socket.socket) -> str:
    """The address by which this machine reaches a listening socket."""
    return _url_in(listening.getsockname()[:2])


def _url_in(address: tuple[str, int]) -> str:
    host, port = address
    name: str = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


def run(app: Application, listening: socket.socket) -> None:
    """Serve on a listening socket from here, until a signal ends it."""
    _Server(app).run([listening])


@contextmanager
def serving(app: Application, *, host: str = "127.0.0.1", port: int = 0) -> Generator[str]:
    """Serve from a thread of this process for a while; gives the URL.

    with Emulator() as emulator, serving(App(emulator)) as url:
        client = boto3.client("pinpoint-sms-voice-v2", endpoint_url=url)
    """
    listening = listen(host, port)
    url = url_of(listening)
    server = _Server(app)
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        _wait_until_started(server, thread)
        yield url
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def _wait_until_started(server: _Server, thread: threading.Thread) -> None:
    until = time.monotonic() + _START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > until:
            raise RuntimeError("the emulator's server did not start")
        time.sleep(0.005)


async def _not_found(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": "there is nothing here; the inbox is at /"}, 404)

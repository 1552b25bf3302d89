"""Who may use the levers: programs of this machine and the inbox page, no page of another origin.

A web page that a developer happens to visit can send requests to this machine. It is kept out by
what browsers say about a request (Origin, Sec-Fetch-Site), by a content type that browsers ask
permission for, and by the Host, which gives away a foreign name that was pointed to this machine.
"""

import ipaddress
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class Doorkeeper:
    """Lets requests for the levers through to an application, or refuses them with a reason."""

    def __init__(self, app: ASGIApp, *, allow_remote: bool = False) -> None:
        """Guard an application; `allow_remote` lets other machines in, by whatever name."""
        self._app = app
        self._allow_remote = allow_remote

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through, or not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        why = self._objection(Request(scope))
        if why is None:
            await self._app(scope, receive, send)
        else:
            await JSONResponse({"error": why}, 403)(scope, receive, send)

    def _objection(self, request: Request) -> str | None:
        host = request.headers.get("host", "")
        if not self._allow_remote:
            if request.client is None or not _is_loopback(request.client.host):
                return "the levers are for this machine; --allow-remote-admin lets others in"
            if not _is_loopback(_name(host)):
                return "the levers answer to localhost only; --allow-remote-admin allows any name"
        if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return "a page of another origin may not use the levers"
        origin = request.headers.get("origin")
        if origin is not None and origin != f"{request.url.scheme}://{host}":
            return "a page of another origin may not use the levers"
        if request.method == "POST" and not _is_json(request):
            return "a POST needs content-type: application/json"
        return None


def _is_json(request: Request) -> bool:
    kind = request.headers.get("content-type", "")
    return kind.partition(";")[0].strip().lower() == "application/json"


def _name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_loopback(name: str) -> bool:
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback

"""Access to the controls: for programs of this machine and the inbox page, not for other pages.

A web page that a developer happens to visit can send requests to this machine. It is kept out by
what browsers say about a request (Origin, Sec-Fetch-Site), by a content type that browsers ask
permission for, and by the Host, which gives away a foreign name that was pointed to this machine.
"""

import ipaddress
import re
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_HOST_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9.])?")


class HostNames:
    """The host names that the server answers to.

    Loopback names and literal IP addresses always count: only a name can be pointed to another
    machine after a browser has loaded a page from it. All other names have to be given.
    """

    def __init__(self, allowed: Collection[str] = ()) -> None:
        """Answer to these names too.

        Raises:
            ValueError: one is no host name.
        """
        for name in allowed:
            if _HOST_NAME.fullmatch(name) is None:
                raise ValueError(f"{name!r} is no host name: give it without scheme, port and path")
        self._allowed = frozenset(name.lower().removesuffix(".") for name in allowed)

    def objection(self, request: Request) -> str | None:
        """Why a request under this name is not answered; None where it is."""
        name = _name(request.headers.get("host", "")).removesuffix(".")
        if name in self._allowed or _is_local_name(name) or _address(name) is not None:
            return None
        return "there is no answer under this host name; --allow-host NAME allows a name"


def is_from_browser(request: Request) -> bool:
    """Whether a browser sent it: only these say where a request came from."""
    return "origin" in request.headers or "sec-fetch-site" in request.headers


class HostGuard:
    """Passes requests on to an application if they name this server."""

    def __init__(self, app: ASGIApp, names: HostNames) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, or refuse it with a reason."""
        why = self._objection(Request(scope)) if scope["type"] == "http" else None
        if why is None:
            await self._app(scope, receive, send)
        else:
            await JSONResponse({"error": why}, 403)(scope, receive, send)

    def _objection(self, request: Request) -> str | None:
        return self._names.objection(request)


class AdminAccess(HostGuard):
    """Passes requests for the controls on if they come from this machine and from no other page."""

    def __init__(self, app: ASGIApp, names: HostNames, *, allow_remote: bool = False) -> None:
        """Guard an application; `allow_remote` admits other machines."""
        super().__init__(app, names)
        self._allow_remote = allow_remote

    def _objection(self, request: Request) -> str | None:
        client = None if request.client is None else _address(request.client.host)
        if not self._allow_remote and not (client is not None and client.is_loopback):
            return "the controls are for this machine; --allow-remote-admin admits other machines"
        if (why := super()._objection(request)) is not None:
            return why
        if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return "a page of another origin may not use the controls"
        origin = request.headers.get("origin")
        if origin is not None and origin != f"{request.url.scheme}://{request.headers['host']}":
            return "a page of another origin may not use the controls"
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


def _is_local_name(name: str) -> bool:
    return name == "localhost" or name.endswith(".localhost")


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address

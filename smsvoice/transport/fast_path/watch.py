"""Whether anybody would miss what botocore does on the way: then calls go through botocore.

Looked at before each call, since handlers, tracers and log levels come and go.
"""

import http.client
import logging
from types import FunctionType
from typing import Any, Final

import botocore.awsrequest
import botocore.client
import botocore.endpoint
import botocore.httpsession
import urllib3.connection
import urllib3.connectionpool
from botocore.history import get_global_history_recorder

from smsvoice.transport.listeners import Listeners

_WRAPPABLE: Final[tuple[tuple[Any, str], ...]] = (
    (botocore.client.BaseClient, "_make_api_call"),
    (botocore.endpoint.Endpoint, "make_request"),
    (botocore.endpoint.Endpoint, "prepare_request"),
    (botocore.httpsession.URLLib3Session, "send"),
    (urllib3.connectionpool.HTTPConnectionPool, "urlopen"),
    (urllib3.connection.HTTPConnection, "request"),
    (http.client.HTTPConnection, "request"),
    (http.client.HTTPConnection, "putrequest"),
    (http.client.HTTPConnection, "getresponse"),
    (http.client.HTTPConnection, "send"),
)
"""What tracers, recorders and test tools put wrappers around."""

_REPLACEABLE: Final[tuple[tuple[Any, str], ...]] = (
    (botocore.awsrequest, "AWSHTTPConnection"),
    (botocore.awsrequest, "AWSHTTPSConnection"),
)
"""Classes that recorders of HTTP replace by their own."""

_ORIGINALS: Final = tuple(
    (owner, name, getattr(owner, name)) for owner, name in _WRAPPABLE + _REPLACEABLE
)

_LOGS: Final = tuple(
    logging.getLogger(name)
    for name in (
        "botocore",
        "botocore.auth",
        "botocore.client",
        "botocore.endpoint",
        "botocore.hooks",
        "botocore.httpsession",
        "botocore.parsers",
        "botocore.regions",
        "urllib3.connectionpool",
    )
)
"""The loggers that write lines about a call."""


def _is_wrapped(owner: Any, name: str) -> bool:
    """Whether something stands in a function's place: its code lies elsewhere, or it has none."""
    found = getattr(owner, name)
    home = owner.__module__.partition(".")[0]
    module = str(getattr(found, "__module__", ""))
    if type(found) is not FunctionType or module.partition(".")[0] != home:
        return True
    file = found.__code__.co_filename.replace("\\", "/")
    return f"/{home}/" not in f"/{file}"


def _wrapped_before() -> str | None:
    """What was wrapped or replaced already when this module was loaded."""
    for owner, name in _WRAPPABLE:
        if _is_wrapped(owner, name):
            return f"{owner.__name__}.{name}"
    for owner, name in _REPLACEABLE:
        if getattr(owner, name).__module__ != owner.__name__:
            return f"{owner.__name__}.{name}"
    return None


_WRAPPED_BEFORE: Final = _wrapped_before()


class Watch:
    """Looks at one client, and at what is shared by all."""

    def __init__(self, client: Any, listeners: Listeners) -> None:
        """Look at a client of ours.

        Raises:
            AttributeError: botocore is not built as we know it.
        """
        self._endpoint = client._endpoint  # noqa: SLF001  there is no public way
        self._session = self._endpoint.http_session
        self._listeners = listeners
        history: Any = get_global_history_recorder()
        _ = history._enabled  # noqa: SLF001  there is no public way
        self._history: Any = history
        self.never = _why_never(client, self._session)
        """What closes the path of this client for good; None when nothing does."""

    def why_closed(self, operation: str) -> str | None:
        """Why a call of an operation goes through botocore now; None when it need not."""
        if self.never is not None:
            return self.never
        for owner, name, original in _ORIGINALS:
            if getattr(owner, name) is not original:
                return f"{owner.__name__}.{name} is wrapped or replaced, by a tracer for one"
        if self._listeners.has_strangers(operation):
            return "an event handler that is not botocore's own is registered on the client"
        if self._endpoint.http_session is not self._session:
            return "the client's HTTP session was replaced"
        return self._why_logged()

    def _why_logged(self) -> str | None:
        if self._history._enabled:  # noqa: SLF001  there is no public way
            return "botocore.history is enabled"
        for log in _LOGS:
            if log.isEnabledFor(logging.DEBUG):
                return f"{log.name} logs at DEBUG"
        return None


def _why_never(client: Any, session: Any) -> str | None:
    config = client.meta.config
    retries: dict[str, Any] = config.retries or {}
    if _WRAPPED_BEFORE is not None:
        return f"{_WRAPPED_BEFORE} was wrapped or replaced, by a tracer for one"
    proxies: Any = session._proxy_config  # noqa: SLF001  there is no public way
    if session.__class__ is not botocore.httpsession.URLLib3Session:
        return "the client's HTTP session is not botocore's own"
    if proxies.proxy_url_for(client.meta.endpoint_url):
        return "a proxy is configured"
    if config.client_cert:
        return "a client certificate is configured"
    if retries.get("mode") == "adaptive":
        return "retries are adaptive"
    return None

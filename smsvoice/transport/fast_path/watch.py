"""Whether anybody would miss what botocore does on the way: then calls go through botocore.

Looked at before each call, since handlers, tracers and log levels come and go.
"""

import http.client
import logging
from types import FunctionType
from typing import Any, Final

import botocore.auth
import botocore.awsrequest
import botocore.client
import botocore.endpoint
import botocore.httpsession
import botocore.parsers
import botocore.signers
import urllib3.connection
import urllib3.connectionpool
from botocore.history import get_global_history_recorder

from smsvoice.core.logs import LOGGERS_OF_CALLS
from smsvoice.transport.listeners import Listeners

_MORE_LOGS: Final = ("botocore", "botocore.client", "urllib3.connectionpool")
_FUNCTIONS: Final[tuple[tuple[Any, str], ...]] = (
    (botocore.auth.SigV4Auth, "add_auth"),
    (botocore.client.BaseClient, "_make_api_call"),
    (botocore.client.BaseClient, "_make_request"),
    (botocore.endpoint.Endpoint, "_send"),
    (botocore.endpoint.Endpoint, "_send_request"),
    (botocore.endpoint.Endpoint, "make_request"),
    (botocore.endpoint.Endpoint, "prepare_request"),
    (botocore.httpsession.URLLib3Session, "send"),
    (botocore.parsers.ResponseParser, "parse"),
    (botocore.signers.RequestSigner, "sign"),
    (http.client.HTTPConnection, "getresponse"),
    (http.client.HTTPConnection, "putrequest"),
    (http.client.HTTPConnection, "request"),
    (http.client.HTTPConnection, "send"),
    (urllib3.connection.HTTPConnection, "request"),
    (urllib3.connectionpool.HTTPConnectionPool, "_make_request"),
    (urllib3.connectionpool.HTTPConnectionPool, "urlopen"),
)
"""What tracers, recorders and test tools put wrappers around."""

_CLASSES: Final[tuple[tuple[Any, str], ...]] = (
    (botocore.awsrequest, "AWSHTTPConnection"),
    (botocore.awsrequest, "AWSHTTPSConnection"),
    (botocore.awsrequest.AWSHTTPConnectionPool, "ConnectionCls"),
    (botocore.awsrequest.AWSHTTPSConnectionPool, "ConnectionCls"),
    (urllib3.connectionpool.HTTPConnectionPool, "ConnectionCls"),
    (urllib3.connectionpool.HTTPSConnectionPool, "ConnectionCls"),
)
"""Classes that recorders of HTTP replace by their own."""

_ORIGINALS: Final = tuple(
    (owner, name, getattr(owner, name))
    for owner, name in _FUNCTIONS + _CLASSES
    if hasattr(owner, name)
)
_LOGS: Final = tuple(logging.getLogger(name) for name in (*LOGGERS_OF_CALLS, *_MORE_LOGS))
"""The loggers that write lines about a call."""


def _is_foreign(owner: Any, found: Any) -> bool:
    """Whether something stands in the place of a library's own function or class."""
    home = str(getattr(owner, "__module__", owner.__name__)).partition(".")[0]
    if str(getattr(found, "__module__", "")).partition(".")[0] != home:
        return True
    if isinstance(found, type):
        return False
    if type(found) is not FunctionType:
        return True
    file = found.__code__.co_filename.replace("\\", "/")
    return f"/{home}/" not in f"/{file}"


_WRAPPED_BEFORE: Final = next(
    (f"{owner.__name__}.{name}" for owner, name, found in _ORIGINALS if _is_foreign(owner, found)),
    None,
)
"""What was wrapped or replaced already when this module was loaded."""


class Watch:
    """Looks at one client, and at what is shared by all."""

    def __init__(self, client: Any, listeners: Listeners) -> None:
        """Look at a client of ours.

        Raises:
            AttributeError: botocore is not built as we know it.
        """
        self._client = client
        self._endpoint = client._endpoint  # noqa: SLF001  there is no public way
        self._session = self._endpoint.http_session
        parts: tuple[Any, ...] = (client, self._endpoint, self._session)
        self._own: list[tuple[dict[str, Any], int, str]] = [
            (one.__dict__, len(one.__dict__), type(one).__name__) for one in parts
        ]
        self._listeners = listeners
        history: Any = get_global_history_recorder()
        _ = history._enabled  # noqa: SLF001  there is no public way
        self._history: Any = history
        self.never: str | None = _why_never(client, self._session)
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
        return self._why_patched() or self._why_logged()

    def _why_patched(self) -> str | None:
        client, endpoint = self._client, self._endpoint
        if client._endpoint is not endpoint or endpoint.http_session is not self._session:  # noqa: SLF001
            return "the client's endpoint or HTTP session was replaced"
        for attributes, size, name in self._own:
            if len(attributes) != size:
                return f"something was put on the client's {name}, by a mock for one"
        return None

    def _why_logged(self) -> str | None:
        if self._history._enabled:  # noqa: SLF001  there is no public way
            return "botocore.history is enabled"
        if http.client.HTTPConnection.debuglevel:
            return "http.client prints what it does"
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

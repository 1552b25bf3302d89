"""What a failure of the network proves: whether any byte of a request can have left."""

import ssl
from collections.abc import Iterator
from typing import Final

from botocore.exceptions import ConnectTimeoutError, EndpointConnectionError, ProxyConnectionError

_NO_CONNECTION: Final = frozenset(
    ("ConnectTimeoutError", "NameResolutionError", "NewConnectionError")
)
"""What urllib3 calls a connection that never came about."""

_NO_TUNNEL: Final = "Tunnel connection failed"
"""How http.client words that a proxy refused to connect to AWS."""

_SPOKEN: Final = {
    "ReadTimeoutError": "no answer came in time",
    "ConnectionClosedError": "the connection was closed before an answer came",
    "ResponseStreamingError": "the connection broke while the answer came",
    "ProxyConnectionError": "the connection through the proxy broke",
    "SSLError": "the secure connection broke",
}


def never_left(failed: BaseException) -> bool:
    """Whether a failure proves that no byte of the request was sent.

    A proxy's failure proves little: when the answer gets lost, urllib3 closes the connection,
    forgets that it had reached the proxy, and blames the proxy. Only what it blames counts.
    """
    if isinstance(failed, EndpointConnectionError | ConnectTimeoutError):
        return True
    if isinstance(failed, ProxyConnectionError):
        blamed = getattr(_given(failed), "original_error", None)
        return type(blamed).__name__ in _NO_CONNECTION or str(blamed).startswith(_NO_TUNNEL)
    # A certificate is looked at before the first byte of a request is written.
    return any(_blames_the_certificate(cause) for cause in _causes(failed))


def _blames_the_certificate(cause: BaseException) -> bool:
    is_urllib3s = type(cause).__name__ == "CertificateError"  # a trusted one of another host
    return is_urllib3s or isinstance(cause, ssl.SSLCertVerificationError)


def spoken(failed: BaseException) -> str:
    """A failure in words that repeat nothing of what was sent."""
    name = type(failed).__name__
    return _SPOKEN.get(name, f"the connection failed ({name})")


def _given(failed: BaseException) -> object:
    """What botocore's exception was made of."""
    made_of: dict[str, object] = getattr(failed, "kwargs", {})
    return made_of.get("error")


def _causes(failed: BaseException) -> Iterator[BaseException]:
    waiting: list[object] = [failed]
    seen: set[int] = set()
    while waiting:
        cause = waiting.pop()
        if not isinstance(cause, BaseException) or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        waiting += (_given(cause), cause.__cause__, *cause.args)

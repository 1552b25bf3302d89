"""Files from AWS's own hosts, over HTTPS as botocore trusts it; and the names of those hosts."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import urllib3
from botocore.httpsession import get_cert_path
from botocore.loaders import Loader

_SECONDS: Final = 5.0
_OK: Final = 200


class FetchError(OSError):
    """A file that could not be had; the text says why."""


@cache
def dns_suffix(partition: str) -> str | None:
    """How a partition's host names end, `amazonaws.com` for `aws`; None for no partition."""
    data: dict[str, Any] = Loader().load_data("partitions")
    for one in data["partitions"]:
        if one["id"] == partition:
            return str(one["outputs"]["dnsSuffix"])
    return None


@cache
def trusted_roots() -> bytes:
    """The certificates that botocore trusts, PEM."""
    return Path(_roots()).read_bytes()


def _roots() -> str:
    return str(get_cert_path(True))  # noqa: FBT003  botocore's


def fetch(url: str, *, max_bytes: int) -> bytes:
    """The body of a 200; redirects are not followed, and nothing is asked for twice.

    Raises:
        FetchError: there is no such answer, or it is larger than `max_bytes`.
    """
    try:
        with urllib3.PoolManager(cert_reqs="CERT_REQUIRED", ca_certs=_roots()) as pool:
            answer = pool.request(
                "GET", url, redirect=False, retries=False, timeout=_SECONDS, preload_content=False
            )
            try:
                body = answer.read(max_bytes + 1)
            finally:
                answer.release_conn()
    except (urllib3.exceptions.HTTPError, OSError) as failed:
        raise FetchError(f"{type(failed).__name__}") from failed
    if answer.status != _OK:
        raise FetchError(f"the answer has status {answer.status}")
    if len(body) > max_bytes:
        raise FetchError(f"the answer has more than {max_bytes} bytes")
    return body

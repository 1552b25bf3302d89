"""A request as botocore writes it, filled in anew for each call.

What is the same for all calls of a client is copied from one request that botocore finished: where
it goes, its headers and how it is signed. Only body, operation, time, ids and signature are ours.
"""

import hashlib
import hmac
import os
import time
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from botocore.handlers import add_recursion_detection_header

_PER_CALL: Final = frozenset(
    (
        "amz-sdk-invocation-id",
        "authorization",
        "content-length",
        "host",
        "x-amz-date",
        "x-amz-security-token",
        "x-amz-target",
        "x-amzn-trace-id",
    )
)
"""Headers that differ from call to call; all others are copied."""

_ALGORITHM: Final = "AWS4-HMAC-SHA256"
_DATE, _TOKEN = "\0date", "\0token"
"""Stand in prepared text for what each call fills in; no header can hold them."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What is the same for all calls of one operation."""

    head: str
    canonical: str
    signed: str


@dataclass(slots=True, repr=False)
class RequestTemplate:
    """Writes and signs requests like one that botocore made."""

    url: str
    region: str
    signing_name: str
    target_prefix: str
    headers: dict[str, str]
    """The headers that stay, as botocore spells them."""
    signed_names: frozenset[str]
    """Which headers its signature covers."""
    _prepared: dict[tuple[str, bool], _Prepared] = field(
        default_factory=dict[tuple[str, bool], _Prepared]
    )
    _keys: dict[tuple[str, str], hmac.HMAC] = field(
        default_factory=dict[tuple[str, str], hmac.HMAC]
    )
    _now: tuple[int, str] = (0, "")
    """The second of the newest request, and how it is written."""

    @property
    def path(self) -> str:
        """The path of the address."""
        return urlsplit(self.url).path or "/"

    @property
    def host(self) -> str:
        """The value of the Host header: no port where it is the scheme's own."""
        place = urlsplit(self.url)
        usual = ":443" if place.scheme == "https" else ":80"
        return place.netloc.rpartition("@")[2].lower().removesuffix(usual)

    def write(self, operation: str, body: bytes, credentials: Any) -> bytes:
        """The bytes of a signed request, in the order in which botocore's are sent."""
        second = int(time.time())
        if self._now[0] != second:
            self._now = second, time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(second))
        stamp = self._now[1]
        more: dict[str, str] = {}
        add_recursion_detection_header({"headers": more})
        if credentials.token:
            more["X-Amz-Security-Token"] = credentials.token
        extra = "".join(f"{name}: {value}\r\n" for name, value in more.items())
        prepared = self._for(operation, has_token=bool(credentials.token))
        authorization = self._authorization(prepared, body, stamp, credentials)
        return (
            f"{prepared.head}X-Amz-Date: {stamp}\r\n{extra}Authorization: {authorization}\r\n"
            f"amz-sdk-invocation-id: {_random_id()}\r\nContent-Length: {len(body)}\r\n\r\n"
        ).encode() + body

    def authorization(self, operation: str, body: bytes, stamp: str, credentials: Any) -> str:
        """The signature of a request at an instant, written as `20261231T235959Z`."""
        prepared = self._for(operation, has_token=bool(credentials.token))
        return self._authorization(prepared, body, stamp, credentials)

    def _for(self, operation: str, *, has_token: bool) -> _Prepared:
        found = self._prepared.get((operation, has_token))
        if found is None:
            found = self._prepared[operation, has_token] = self._prepare(operation, has_token)
        return found

    def _prepare(self, operation: str, has_token: bool) -> _Prepared:
        target = f"{self.target_prefix}.{operation}"
        per_call = {"host": self.host, "x-amz-date": _DATE, "x-amz-target": target}
        if has_token:
            per_call["x-amz-security-token"] = _TOKEN
        stable = {name.lower(): " ".join(value.split()) for name, value in self.headers.items()}
        parts = {n: v for n, v in stable.items() if n in self.signed_names} | per_call
        names = sorted(parts)
        signed = ";".join(names)
        lines = "".join(f"{name}:{parts[name]}\n" for name in names)
        copied = "".join(f"{name}: {value}\r\n" for name, value in self.headers.items())
        head = (
            f"POST {self.path} HTTP/1.1\r\nHost: {self.host}\r\nAccept-Encoding: identity\r\n"
            f"X-Amz-Target: {target}\r\n{copied}"
        )
        return _Prepared(head, f"POST\n{self.path}\n\n{lines}\n{signed}\n", signed)

    def _authorization(self, prepared: _Prepared, body: bytes, stamp: str, credentials: Any) -> str:
        day = stamp[:8]
        canonical = prepared.canonical.replace(_DATE, stamp, 1)
        if credentials.token:
            canonical = canonical.replace(_TOKEN, credentials.token, 1)
        canonical += hashlib.sha256(body).hexdigest()
        scope = f"{day}/{self.region}/{self.signing_name}/aws4_request"
        digest = hashlib.sha256(canonical.encode()).hexdigest()
        signature = self._key(credentials.secret_key, day).copy()
        signature.update(f"{_ALGORITHM}\n{stamp}\n{scope}\n{digest}".encode())
        return (
            f"{_ALGORITHM} Credential={credentials.access_key}/{scope}, "
            f"SignedHeaders={prepared.signed}, Signature={signature.hexdigest()}"
        )

    def _key(self, secret: str, day: str) -> hmac.HMAC:
        """What begins each signature of a day: its key, which is worked out once."""
        found = self._keys.get((secret, day))
        if found is None:
            key = f"AWS4{secret}".encode()
            for part in (day, self.region, self.signing_name, "aws4_request"):
                key = hmac.digest(key, part.encode(), "sha256")
            found = hmac.new(key, digestmod="sha256")
            self._keys = {(secret, day): found}
        return found


def _random_id() -> str:
    """A random UUID as text, in a third of the time that `uuid4` takes to make an object first."""
    digits = os.urandom(16).hex()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"


def learned(request: Any, credentials: Any) -> "RequestTemplate | str":
    """The template that botocore's finished request gives; else what is unlike all we know.

    It is one only if it signs that same request, at that same second, to the same bytes.
    """
    headers = {
        name: value.decode() if isinstance(value, bytes) else str(value)
        for name, value in request.headers.items()
    }
    known = {name.lower(): value for name, value in headers.items()}
    given = known.get("authorization", "")
    if not given.startswith(f"{_ALGORITHM} Credential=") or request.method != "POST":
        return "requests are not signed with Signature Version 4"
    url: str = request.url
    if urlsplit(url).query or known.get("amz-sdk-request", "attempt=1")[:9] != "attempt=1":
        return "botocore writes requests in an unknown way"
    _, region, signing_name, _ = given.partition("Credential=")[2].partition(",")[0].rsplit("/", 3)
    signed = given.partition("SignedHeaders=")[2].partition(",")[0].split(";")
    prefix, _, operation = known["x-amz-target"].rpartition(".")
    stays = {name: value for name, value in headers.items() if name.lower() not in _PER_CALL}
    template = RequestTemplate(request.url, region, signing_name, prefix, stays, frozenset(signed))
    ours = template.authorization(operation, request.body or b"", known["x-amz-date"], credentials)
    return template if ours == given else "botocore signs requests in an unknown way"

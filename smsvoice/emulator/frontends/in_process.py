"""boto3 in this process: hooks on its public events, so that no socket is needed.

What goes wrong on a wire goes wrong here as well: the hook raises what botocore's connection would
have raised, at the place where botocore's retries look for it.
"""

import copy
import io
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any, cast
from urllib.parse import urlsplit

import boto3
import botocore.handlers
import botocore.session
from botocore.awsrequest import AWSPreparedRequest, AWSResponse, HeadersDict
from botocore.exceptions import ConnectionClosedError, ReadTimeoutError
from botocore.hooks import HierarchicalEmitter

from smsvoice.emulator.controls.faults import FaultInjector, WireAnswer
from smsvoice.transport.loader import shared_loader

SERVICE = "pinpoint-sms-voice-v2"
_DEFAULT_READ_TIMEOUT = 60.0


class RawBody(io.BytesIO):
    """A body as botocore reads one."""

    def stream(self, **_: Any) -> Iterator[bytes]:
        """All of it, once."""
        while block := self.read(65536):
            yield block


def session(front: FaultInjector, region_name: str) -> boto3.session.Session:
    """A session whose clients of this service talk to the emulator."""
    inner = EmulatedSession(event_hooks=own_handlers(), include_builtin_handlers=False)
    inner.register_component("data_loader", shared_loader(inner.get_config_variable("data_path")))
    made = boto3.session.Session(
        botocore_session=inner,
        aws_access_key_id="EMULATOR",
        aws_secret_access_key="emulator",  # noqa: S106  no secret: nothing checks it
        region_name=region_name,
    )
    hook = Hook(front)
    made.events.register_first(f"before-call.{SERVICE}", hook.note_timeout)
    made.events.register_first(f"before-send.{SERVICE}", cast("Any", hook))
    return made


_registered: tuple[list[Any], HierarchicalEmitter] | None = None


def own_handlers() -> HierarchicalEmitter:
    """The handlers that botocore gives each session, copied: registering them takes 15 ms.

    They are registered anew when their list has changed, as moto changes it when it is imported.
    """
    global _registered  # noqa: PLW0603  a cache of one value
    listed: list[Any] = list(botocore.handlers.BUILTIN_HANDLERS)
    if _registered is None or _registered[0] != listed:
        emitter = HierarchicalEmitter()
        botocore.session.Session(event_hooks=emitter)
        _registered = (listed, emitter)
    return copy.copy(_registered[1])


class OtherServiceError(RuntimeError):
    """A client of another service was about to go to AWS from an emulator's session."""


class EmulatedSession(botocore.session.Session):
    """botocore's session, from whose clients nothing reaches AWS."""

    def create_client(self, service_name: Any, *arguments: Any, **options: Any) -> Any:
        """Make a client; one of another service reaches only an endpoint that was given for it."""
        client: Any = super().create_client(service_name, *arguments, **options)
        if service_name != SERVICE and options.get("endpoint_url") is None:
            # Not a handler of `before-send`: tools such as moto answer there, and still may.
            endpoint = client._endpoint  # noqa: SLF001  botocore has no public way
            endpoint.http_session = NoNetwork(service_name, endpoint.http_session)
        return client


class NoNetwork:
    """What a client sends by, where it may not reach AWS."""

    def __init__(self, service_name: str, network: Any) -> None:
        self._service_name = service_name
        self._network = network

    def send(self, request: AWSPreparedRequest) -> Any:
        """Send to this machine, where an endpoint was set in the configuration, or refuse.

        Raises:
            OtherServiceError: the request would go to AWS.
        """
        host = urlsplit(str(request.url)).hostname or ""
        if host in ("localhost", "127.0.0.1", "::1") or host.endswith(".localhost"):
            return self._network.send(request)
        raise OtherServiceError(
            f"the session of an emulator reaches {SERVICE} only, and this is a client of "
            f"{self._service_name}: make it from another session, mock it, or give it an "
            "endpoint_url"
        )

    def close(self) -> None:
        """Close the network's connections."""
        self._network.close()


class Hook:
    """Answers in the place of a connection."""

    def __init__(self, front: FaultInjector) -> None:
        self._front = front
        self._thread = threading.local()

    def note_timeout(self, context: Mapping[str, Any], **_: Any) -> None:
        """Remember how long the call that begins in this thread waits for an answer."""
        config = context.get("client_config")
        seconds = context.get("read_timeout") or getattr(config, "read_timeout", None)
        self._thread.read_timeout = seconds or _DEFAULT_READ_TIMEOUT

    def __call__(self, request: AWSPreparedRequest, **_: Any) -> AWSResponse:
        """Hand the request over and give the answer back as botocore expects one."""
        delivery = self._front.handle(*taken_from(request))
        most: float = getattr(self._thread, "read_timeout", _DEFAULT_READ_TIMEOUT)
        return as_response(delivery, request, most)


def taken_from(request: AWSPreparedRequest) -> tuple[str, str, bytes]:
    """The target, the authorization and the body of a request."""
    headers, body = request.headers, cast("str | bytes | None", request.body)
    target, authorization = (_text(headers.get(n, "")) for n in ("X-Amz-Target", "Authorization"))
    return target, authorization, body.encode() if isinstance(body, str) else body or b""


def as_response(
    delivery: WireAnswer, request: AWSPreparedRequest, read_timeout: float
) -> AWSResponse:
    """The answer as it arrives; raises as botocore's connection would where none arrives."""
    url = str(request.url)
    time.sleep(min(delivery.seconds, read_timeout))
    if delivery.seconds > read_timeout:
        raise ReadTimeoutError(endpoint_url=url, error=TimeoutError("timed out"))
    if delivery.answer is None:
        closed = ConnectionResetError("the emulator closed the connection")
        raise ConnectionClosedError(request=request, endpoint_url=url, error=closed)
    status, headers, body = delivery.answer
    received = HeadersDict(headers | {"content-length": str(len(body))})
    return AWSResponse(url, status, cast("Any", received), RawBody(body[: delivery.cut_at]))


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)

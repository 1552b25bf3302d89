"""boto3 without a network: what it would send is caught, what it is to read is given.

Catching it closes the fast path, so the same can be served over a socket.
"""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
import botocore.session
from botocore.awsrequest import AWSResponse

from smsvoice.emulator.frontends.in_process import own_handlers
from smsvoice.transport.loader import shared_loader
from tests.contract import strategies
from tests.contract.wire_server import WireServer


class Pointed(boto3.session.Session):
    """A session whose clients send to one address, unless they are given another."""

    points_to: str | None = None

    def client(self, *given: Any, endpoint_url: str | None = None, **more: Any) -> Any:
        """Make a client."""
        make: Any = super().client
        return make(*given, endpoint_url=endpoint_url or self.points_to, **more)


def keyed_session() -> Pointed:
    """A session with keys that open nothing; its requests really leave."""
    inner = botocore.session.Session(event_hooks=own_handlers(), include_builtin_handlers=False)
    inner.register_component("data_loader", shared_loader(None))  # reads the files once
    return Pointed(
        aws_access_key_id="key",
        aws_secret_access_key="secret",
        region_name="us-east-1",
        botocore_session=inner,
    )


class Body(io.BytesIO):
    """A body as botocore reads one."""

    def stream(self, **_: Any) -> Iterator[bytes]:
        """All of it, once."""
        yield self.read()


class Wire:
    """Sits where the connection would be."""

    def __init__(self) -> None:
        """Answer the least that is usable until told otherwise."""
        self.sent: list[dict[str, Any]] = []
        self.targets: list[str] = []
        self.user_agents: list[str] = []
        self.answer: bytes | None = None
        self.status = 200
        self.headers: dict[str, str] = {}
        self._url: str | None = None

    @contextmanager
    def served(self) -> Iterator[str]:
        """Sit behind a socket for a while, and not in this process; gives the address."""
        with WireServer(self) as server:
            self._url = server.url
            try:
                yield server.url
            finally:
                self._url = None

    def session(self) -> boto3.session.Session:
        """A session whose clients end here: by an event handler, or while it is served, there."""
        session = keyed_session()
        if self._url is not None:
            session.points_to = self._url
            return session
        answer: Any = self  # botocore's stubs know handlers that give nothing back
        session.events.register_first("before-send.pinpoint-sms-voice-v2", answer)
        return session

    def __call__(self, request: Any, **_: Any) -> AWSResponse:
        """Catch the request and give the answer."""
        self.sent.append(json.loads(request.body))
        self.targets.append(str(request.headers["X-Amz-Target"]))
        self.user_agents.append(request.headers["User-Agent"].decode())
        operation = self.targets[-1].rpartition(".")[2].rstrip("'")
        answer = self.answer
        if answer is None:
            answer = json.dumps(strategies.least(operation)).encode()
        headers: Any = {"content-length": str(len(answer)), "x-amzn-requestid": "r-1"}
        return AWSResponse(request.url, self.status, headers | self.headers, Body(answer))

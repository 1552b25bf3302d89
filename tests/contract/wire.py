"""boto3 without a network: what it would send is caught, what it is to read is given."""

import io
import json
from collections.abc import Iterator
from typing import Any

import boto3
import botocore.session
from botocore.awsrequest import AWSResponse

from smsvoice.transport.loader import shared_loader
from tests.contract import strategies


def keyed_session() -> boto3.session.Session:
    """A session with keys that open nothing; its requests really leave."""
    inner = botocore.session.get_session()
    inner.register_component("data_loader", shared_loader(None))  # reads the files once
    return boto3.session.Session(
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

    def session(self) -> boto3.session.Session:
        """A session whose clients end here."""
        session = keyed_session()
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

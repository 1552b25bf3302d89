"""boto3 in this process: a hook on its public `before-send` event, so that no socket is needed."""

import io
from collections.abc import Iterator
from typing import Any

import boto3
from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from smsvoice.emulator.engine import Engine

EVENT = "before-send.pinpoint-sms-voice-v2"


class RawBody(io.BytesIO):
    """A body as botocore reads one."""

    def stream(self, **_: Any) -> Iterator[bytes]:
        """All of it, once."""
        while block := self.read(65536):
            yield block


def session(engine: Engine, region_name: str) -> boto3.session.Session:
    """A session whose clients of this service talk to the engine."""
    made = boto3.session.Session(
        aws_access_key_id="EMULATOR",
        aws_secret_access_key="emulator",  # noqa: S106  no secret: nothing checks it
        region_name=region_name,
    )
    made.events.register_first(EVENT, Hook(engine))
    return made


class Hook:
    """Answers in the place of a connection."""

    def __init__(self, engine: Engine) -> None:
        """Answer from an engine."""
        self._engine = engine

    def __call__(self, request: AWSPreparedRequest, **_: Any) -> AWSResponse:
        """Hand the request over and give the answer back as botocore expects one."""
        status, headers, body = self._engine.handle(
            _text(request.headers.get("X-Amz-Target", "")),
            _text(request.headers.get("Authorization", "")),
            _bytes(request.body),
        )
        headers = headers | {"content-length": str(len(body))}
        return AWSResponse(request.url, status, headers, RawBody(body))


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def _bytes(body: Any) -> bytes:
    return body.encode() if isinstance(body, str) else bytes(body or b"")

"""Fixtures of the emulator's tests: `aws` is a raw boto3 client that reaches `emulator`.

`--frontends=in_process,server,moto` chooses how. Controls work with each of them, since the same
emulator answers.
"""

import asyncio
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING
from unittest import mock

import boto3
import pytest
import uvicorn.server

from smsvoice.emulator import Emulator
from tests.factories.constants import SERVICE, START

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client
    from starlette.types import Receive, Scope, Send


@pytest.fixture(scope="session", autouse=True)
def _servers_end_soon() -> Iterator[None]:
    """Uvicorn looks ten times a second whether it is to end; tests with servers of their own wait."""
    hurried = ModuleType("asyncio")
    vars(hurried).update(vars(asyncio), sleep=lambda seconds: asyncio.sleep(seconds / 20))
    with mock.patch.object(uvicorn.server, "asyncio", hurried):
        yield


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An empty emulator whose time passes only by `advance`."""
    with Emulator(starting_at=START, clock_runs=False, seed=7) as made:
        yield made


@pytest.fixture
def aws_in(
    emulator: Emulator, frontend: str, request: pytest.FixtureRequest
) -> "Iterator[Callable[[str], PinpointSMSVoiceV2Client]]":
    """Raw boto3 clients, by region."""
    if frontend == "in_process":
        yield lambda region: emulator.session(region).client(SERVICE)
    elif frontend == "server":
        switch: Switch = request.getfixturevalue("switch")
        switch.emulator = emulator
        yield lambda region: _client(region, endpoint_url=switch.url)
    else:
        from moto import mock_aws

        from smsvoice.emulator.frontends.moto import answering

        with mock_aws(), answering(emulator):
            yield _client


@pytest.fixture
def aws(aws_in: "Callable[[str], PinpointSMSVoiceV2Client]") -> "PinpointSMSVoiceV2Client":
    """A raw boto3 client."""
    return aws_in("us-east-1")


@pytest.fixture(scope="session")
def switch() -> "Iterator[Switch]":
    """A server for the whole session, since starting one takes longer than most tests."""
    from smsvoice.emulator.frontends.server import serving

    made = Switch()
    with serving(made) as made.url:
        yield made


class Switch:
    """An application that answers for whichever emulator a test has."""

    def __init__(self) -> None:
        """Answer for none yet."""
        from smsvoice.emulator.frontends.change_notifier import ChangeNotifier

        self.changes = ChangeNotifier()
        self.url = ""
        self.emulator: Emulator | None = None

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer as the emulator's own application would."""
        from smsvoice.emulator.frontends._http_endpoint import endpoint

        if scope["type"] == "lifespan":
            for step in ("startup", "shutdown"):
                await receive()
                await send({"type": f"lifespan.{step}.complete"})
            return
        assert self.emulator is not None
        await endpoint(self.emulator.fault_injector)(scope, receive, send)


def _client(region: str, endpoint_url: str | None = None) -> "PinpointSMSVoiceV2Client":
    return boto3.client(
        SERVICE,
        region_name=region,
        endpoint_url=endpoint_url,
        aws_access_key_id="EMULATOR",
        aws_secret_access_key="emulator",
    )

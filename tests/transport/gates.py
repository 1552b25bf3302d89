"""Wires that take their time, for tests of what happens meanwhile."""

import asyncio
import threading
import time
from typing import Any

from botocore.config import Config

from smsvoice import AsyncSmsVoice
from tests.contract.wire import Wire


def warm(sms: AsyncSmsVoice) -> AsyncSmsVoice:
    """A client that knows whether its fast path is open, so that even its first call is in the loop."""
    assert sms.fast_path  # looks
    return sms


class Gate(Wire):
    """A wire on which every request stops until the gate is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = b'{"MessageId": "m-1"}'
        self.arrived = threading.Semaphore(0)
        self.opened = threading.Event()
        self.failure: Exception | None = None

    def __call__(self, request: Any, **more: Any) -> Any:
        """Tell that it came, and wait."""
        self.arrived.release()
        assert self.opened.wait(20), "nobody opened the gate"
        if self.failure is not None:
            raise self.failure
        return super().__call__(request, **more)

    def client(self, connections: int = 10) -> AsyncSmsVoice:
        """A client whose requests end here."""
        config = Config(max_pool_connections=connections)
        return warm(AsyncSmsVoice(self.session(), config=config))

    async def has_one(self) -> None:
        """Until a request stands before the gate."""
        while not self.arrived.acquire(blocking=False):  # noqa: ASYNC110  a thread tells
            await asyncio.sleep(0.001)


class Slow(Wire):
    """A wire whose every request takes a few milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = b'{"MessageId": "m-1"}'

    def __call__(self, request: Any, **more: Any) -> Any:
        """Take the request, and answer it a little later."""
        answer = super().__call__(request, **more)
        time.sleep(0.003)
        return answer

"""Pages of opt-out lists, served without a network: tests see each request, and hold answers back."""

import json
import threading
from typing import Any

import anyio.to_thread
from botocore.awsrequest import AWSResponse

from tests.contract.wire import Body, Wire

SECONDS = 60


class PageServer(Wire):
    """Answers DescribeOptOutLists from pages of names; the token of a page is its number."""

    def __init__(self, *pages: list[str]) -> None:
        """Hold these pages, and keep no answer back."""
        super().__init__()
        self.pages = pages
        self.asked: tuple[threading.Event, ...] = tuple(threading.Event() for _ in pages)
        self.answered: tuple[threading.Event, ...] = tuple(threading.Event() for _ in pages)
        self.free: tuple[threading.Event, ...] = tuple(threading.Event() for _ in pages)
        self.refused: set[int] = set()
        self.more: dict[str, Any] = {}
        for page in self.free:
            page.set()

    def hold(self, page: int) -> None:
        """Give this page's answer only after `free[page].set()`."""
        self.free[page].clear()

    def __call__(self, request: Any, **_: Any) -> AWSResponse:
        """Give the page that the token names."""
        members = json.loads(request.body)
        self.sent.append(members)
        number = int(members.get("NextToken", 0))
        self.asked[number].set()
        assert self.free[number].wait(SECONDS)
        self.answered[number].set()
        if number in self.refused:
            return _answer(request, 400, {"__type": "ValidationException", "Message": "no"})
        items = [
            {"OptOutListArn": "arn", "OptOutListName": name, "CreatedTimestamp": 1}
            for name in self.pages[number]
        ]
        more = {"NextToken": str(number + 1)} if number + 1 < len(self.pages) else {}
        return _answer(request, 200, {"OptOutLists": items, **more, **self.more})


def _answer(request: Any, status: int, members: dict[str, Any]) -> AWSResponse:
    body = json.dumps(members).encode()
    headers: Any = {"content-length": str(len(body))}
    return AWSResponse(request.url, status, headers, Body(body))


def wait_for(event: threading.Event) -> None:
    """Block until the event comes."""
    assert event.wait(SECONDS)


async def wait_in_loop_for(event: threading.Event) -> None:
    """Let the event loop run until the event comes."""
    assert await anyio.to_thread.run_sync(event.wait, SECONDS)

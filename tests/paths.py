"""Tests on both paths of a call, and a failure where the fast one was closed by accident.

`--paths=botocore,fast` chooses; a test runs on them that asks for the fixture `call_path`. On `fast`,
every test whose clients make typed calls must have made one on the fast path. A test whose subject
closes it, such as an application's event handler, is marked `closes_path`, and must have made none.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

import botocore.handlers
import pytest

from smsvoice.transport.fast_path import FastPath
from smsvoice.transport.fast_path.streams import Loops

PATHS = ("botocore", "fast")
SWITCH = "SMSVOICE_FAST_PATH"
BEHAVIOUR = ("tests/aio/", "tests/sync/")
"""Suites that run on botocore's path unless told otherwise: they say what is done, not how."""


@dataclass
class Count:
    """What became of the typed calls of all clients of this process."""

    asked: int = 0
    """How often a call looked whether it is open."""
    in_threads: int = 0
    """How many requests were sent on it from a thread."""
    in_loops: int = 0
    """How many were sent on it from an event loop."""
    closed: set[str] = field(default_factory=set[str])
    """Why it was closed."""

    @property
    def exchanges(self) -> int:
        """How many requests were sent on it, whatever was answered."""
        return self.in_threads + self.in_loops


@contextmanager
def counted() -> Iterator[Count]:
    """Count what the fast paths of this process do."""
    count = Count()
    why_closed, exchange = FastPath.why_closed, FastPath.exchange
    exchange_in_loop = Loops.exchange

    def noting_why(path: FastPath, *about: Any, **more: Any) -> str | None:
        count.asked += len(about)  # none where a person asks
        why = why_closed(path, *about, **more)
        if why is not None:
            count.closed.add(why)
        return why

    def counting(path: FastPath, *about: Any) -> Any:
        count.in_threads += 1
        return exchange(path, *about)

    async def counting_in_loop(loops: Loops, *about: Any, **more: Any) -> Any:
        count.in_loops += 1
        return await exchange_in_loop(loops, *about, **more)

    with (
        mock.patch.object(FastPath, "why_closed", noting_why),
        mock.patch.object(FastPath, "exchange", counting),
        mock.patch.object(Loops, "exchange", counting_in_loop),
    ):
        yield count


def complaint(path: str, count: Count, *, closes_path: bool) -> str | None:
    """What is wrong with the path that the calls of a test took; None when nothing is."""
    if path == "botocore" or closes_path:
        return f"{count.exchanges} calls were made on the fast path" if count.exchanges else None
    if count.asked and not count.exchanges:
        return f"no call was made on the fast path, which was closed: {sorted(count.closed)}"
    return None


@contextmanager
def without_moto() -> Iterator[None]:
    """New clients are without the handler that moto gives to every one once it was imported."""
    handlers: list[Any] = botocore.handlers.BUILTIN_HANDLERS
    motos = [one for one in handlers if type(one[1]).__module__.startswith("moto.")]
    for one in motos:
        handlers.remove(one)
    try:
        yield
    finally:
        handlers.extend(motos)


@contextmanager
def on_path(path: str, *, closes_path: bool = False) -> Iterator[Count]:
    """Clients that are made now send on one path.

    Raises:
        AssertionError: they did not.
    """
    setting = {SWITCH: "0"} if path == "botocore" else {}
    with mock.patch.dict(os.environ), without_moto(), counted() as count:
        os.environ.pop(SWITCH, None)
        os.environ.update(setting)
        yield count
    wrong = complaint(path, count, closes_path=closes_path)
    assert wrong is None, wrong


@pytest.fixture
def call_path(request: pytest.FixtureRequest) -> Iterator[str]:
    """The path that the typed calls of this test take: `botocore` or `fast`."""
    closes_path = request.node.get_closest_marker("closes_path") is not None
    with on_path(request.param, closes_path=closes_path):
        yield request.param


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--paths`."""
    parser.addoption(
        "--paths",
        help=f"paths of a call, of {','.join(PATHS)}; else both, and botocore for tests/aio and tests/sync",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what sends on a path once for each that is asked for."""
    if "call_path" not in metafunc.fixturenames:
        return
    asked: str | None = metafunc.config.getoption("--paths")
    if asked is not None:
        paths = tuple(asked.split(","))
    else:
        paths = PATHS[:1] if metafunc.definition.nodeid.startswith(BEHAVIOUR) else PATHS
    if unknown := set(paths) - set(PATHS):
        raise pytest.UsageError(f"no such path: {', '.join(unknown)}; there are {', '.join(PATHS)}")
    metafunc.parametrize("call_path", paths, indirect=True)

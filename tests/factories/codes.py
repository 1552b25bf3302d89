"""Stores of one-time codes, a clock that a test moves, and a phone that keeps its texts."""

import re
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from smsvoice.codes import (
    CodeRefusedError,
    CodeStore,
    CodeVerifier,
    DynamoDbStore,
    MemoryStore,
    RedisStore,
    SqlStore,
)
from tests.factories.dynamodb import client_of, new_table

NUMBER, OTHER = "+12065550142", "+12065550199"
SECRET = b"pepper-pepper-pepper-32-bytes-ok"
KINDS = ("memory", "sqlite", "postgresql", "redis")
TEXT = "Your code is {code}"


class Clock:
    """A clock that stands until a test moves it."""

    def __init__(self) -> None:
        """Begin now, so that what servers drop by their own clocks is not dropped too soon."""
        self.now = float(int(time.time()))

    def __call__(self) -> float:
        """The seconds since 1970."""
        return self.now

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds


@dataclass
class Message:
    """What a phone answers."""

    message_id: str


class Phone:
    """A sender that keeps what it sends, and fails as it is asked to."""

    def __init__(self) -> None:
        """Begin without texts."""
        self.texts: list[tuple[str, str]] = []
        self.members: list[dict[str, Any]] = []
        self.failures: list[BaseException] = []
        self._lock = threading.Lock()

    def send_text(self, number: str, *, message_body: str, **members: Any) -> Message:
        """Keep a text, or fail."""
        with self._lock:
            if self.failures:
                raise self.failures.pop()
            self.texts.append((number, message_body))
            self.members.append(members)
            return Message(secrets.token_hex(8))

    send_voice = send_text

    @property
    def code(self) -> str:
        """The digits of the newest message."""
        return re.sub(r"\D", "", self.texts[-1][1])


class AsyncPhone(Phone):
    """The same, to await."""

    async def send_text(self, number: str, *, message_body: str, **members: Any) -> Message:  # type: ignore[override]
        """Keep a text, or fail."""
        return Phone.send_text(self, number, message_body=message_body, **members)

    send_voice = send_text  # type: ignore[assignment]


def verifier_of(store: CodeStore, phone: Phone, clock: Clock, **more: Any) -> CodeVerifier:
    """A verifier that texts."""
    given: dict[str, Any] = {"text": TEXT, "secret": SECRET, "clock": clock, **more}
    return CodeVerifier(phone, store=store, **given)


def refused(verifier: CodeVerifier, number: str = NUMBER, **more: Any) -> CodeRefusedError:
    """The refusal of a send."""
    with pytest.raises(CodeRefusedError) as caught:
        verifier.send(number, **{"purpose": "login", **more})
    return caught.value


def wrong(code: str, by: int = 1) -> str:
    """Another code of as many digits."""
    return str((int(code) + by) % 10 ** len(code)).zfill(len(code))


@contextmanager
def store_maker(
    kind: str, request: pytest.FixtureRequest, folder: Path
) -> Iterator[Callable[[], CodeStore]]:
    """A function that gives stores in one place; for memory the same one again."""
    with ExitStack() as stack:
        yield _maker(kind, request, folder, stack)


def _maker(
    kind: str, request: pytest.FixtureRequest, folder: Path, stack: ExitStack
) -> Callable[[], CodeStore]:
    if kind == "memory":
        memory = MemoryStore()
        return lambda: memory
    if kind == "redis":
        url = request.getfixturevalue("redis_url")
        prefix = f"{secrets.token_hex(4)}:"

        def redis() -> CodeStore:
            store = RedisStore(url, prefix=prefix)
            stack.callback(store.close)
            return store

        return redis
    if kind == "dynamodb":
        url = request.getfixturevalue("dynamodb_url")
        table = new_table(url)
        return lambda: DynamoDbStore(table, client=client_of(url))
    where = str(folder / "codes.db")
    if kind == "postgresql":
        where = request.getfixturevalue("shared_database")
    table = f"codes_{secrets.token_hex(4)}"

    def sql() -> CodeStore:
        store = SqlStore(where, table=table)
        stack.callback(store.close)
        return store

    return sql


def at_once(threads: int, work: Callable[[int], Any]) -> list[Any]:
    """What each of many threads gets that begin together."""
    gate = threading.Barrier(threads)

    def begin(index: int) -> Any:
        gate.wait()
        return work(index)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(begin, range(threads)))


def after(clock: Clock, seconds: float) -> datetime:
    """A moment from now."""
    return datetime.fromtimestamp(clock.now + seconds, UTC)

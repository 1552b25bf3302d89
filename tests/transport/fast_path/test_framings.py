"""Whatever frames an answer: the same outcome and the same number of messages on every path."""

import asyncio
import random
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pytest
from botocore.config import Config

from smsvoice import AnswerWarning, AsyncSmsVoice, SmsVoice, SmsVoiceError
from tests.contract.wire import keyed_session
from tests.transport.fast_path.framings import Script, ScriptedServer, script

NUMBER = "+12065550142"
WAYS = ("botocore", "sync", "async")
INSTANT = re.compile(r"left at [-0-9: ]+ UTC")
PATIENCE = 0.5
"""Seconds that a client waits for the rest of an answer."""


class Ways:
    """One server, and a client of it for each path."""

    def __init__(self) -> None:
        self.server = ScriptedServer()
        self.loop = asyncio.new_event_loop()
        settings: dict[str, Any] = {
            "session": keyed_session(),
            "endpoint_url": self.server.url,
            "config": Config(read_timeout=PATIENCE, retries={"total_max_attempts": 2}),
        }
        self.through_botocore = SmsVoice(**settings, fast_path=False)
        self.fast = SmsVoice(**settings)
        self.fast_async = AsyncSmsVoice(**settings)
        assert (self.fast.fast_path, self.fast_async.fast_path) == ("open", "open")

    def make(self, way: str, mark: str, *, is_read: bool) -> Any:
        """One call by one way, with a mark by which the server knows it."""
        send: Any = {"destination_phone_number": NUMBER, "message_body": mark}
        read: Any = {"pool_ids": [mark]}
        if way == "async":

            async def call() -> Any:
                sms = self.fast_async
                if is_read:
                    return await anext(sms.api.describe_pools(**read).pages())
                return await sms.api.send_text_message(**send)

            return self.loop.run_until_complete(call())
        sms = self.fast if way == "sync" else self.through_botocore
        if is_read:
            return next(sms.api.describe_pools(**read).pages())
        return sms.api.send_text_message(**send)

    def outcome(self, way: str, mark: str, *, is_read: bool) -> tuple[Any, ...]:
        """What a call comes to for its caller."""
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            try:
                result = self.make(way, mark, is_read=is_read)
            except SmsVoiceError as error:
                told: tuple[Any, ...] = (
                    type(error).__name__,
                    INSTANT.sub("", str(error)),
                    type(error.__cause__).__name__,
                    getattr(error, "status", None),
                )
            else:
                told = ("result", repr(result), repr(result.response_metadata), result.notes)
        self.server.wait_until_at_rest()
        return (*told, sum(one.category is AnswerWarning for one in warned))

    def compare(self, one: Script, number: int) -> str:
        """The kind of outcome, which is that of every way."""
        self.server.script = one
        # No attempt overtakes the end of the connection that the one before it was made on.
        pause = SimpleNamespace(sleep=lambda _: self.server.wait_until_at_rest())
        with mock.patch("botocore.endpoint.time", pause):
            outcomes = {
                way: self.outcome(way, f"{way}-{number}", is_read=number % 3 == 0) for way in WAYS
            }
        assert len(set(outcomes.values())) == 1, (one, outcomes)
        return str(outcomes["botocore"][0])


@pytest.fixture(scope="module")
def ways() -> Iterator[Ways]:
    """Clients that live through the whole run, so that connections outlive bad answers."""
    made = Ways()
    with made.server:
        yield made
        made.loop.run_until_complete(made.fast_async.aclose())
        made.loop.close()


def run(ways: Ways, count: int, seed: int) -> Counter[str]:
    """Compare so many framings; how often each kind of outcome came."""
    chance, seen = random.Random(seed), Counter[str]()
    paths: list[Any] = [ways.fast._connection.fast_path, ways.fast_async._connection.fast_path]
    ways.server.received.clear()
    before = [(path.exchanges, path.handed_back) for path in paths]
    scripts = [script(chance) for _ in range(count)]
    for number, one in enumerate(scripts):
        seen[ways.compare(one, number)] += 1
    for number, one in enumerate(scripts):
        messages = {way: ways.server.received[f"{way}-{number}"] for way in WAYS}
        assert len(set(messages.values())) == 1, (number, messages, one)
    for path, (exchanges, handed_back) in zip(paths, before, strict=True):
        taken, given = path.exchanges - exchanges, path.handed_back - handed_back
        assert taken + given == count, "not every call was made on the fast path"
        assert min(taken, given) > count / 8
    return seen


def test_every_framing_has_one_outcome_on_all_paths(ways: Ways) -> None:
    """Fifty, with one client each, so that connections are reused after errors."""
    seen = run(ways, 50, seed=12)

    assert seen["result"] > 5
    assert seen["OutcomeUnknownError"] > 5


def test_an_answer_may_take_long_as_long_as_bytes_come(ways: Ways) -> None:
    """Every gap is shorter than the read time-out, and the whole is longer."""
    body = b'{"MessageId":"m-1","Pools":[]}'
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n"
    slowly = Script((head, *(bytes([one]) for one in body)), "stay", PATIENCE / 20)

    assert ways.compare(slowly, 1) == "result"


@pytest.mark.parametrize("cut", [1, 20, 45])
def test_an_answer_that_stops_is_lost_on_all_paths(ways: Ways, cut: int) -> None:
    """In its status line, in its head, in its body; the connection stays open."""
    whole = b'HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n{"MessageId":"m-1","Pools":[]}'

    assert ways.compare(Script((whole[:cut],), "stay"), 1) == "OutcomeUnknownError"


@pytest.mark.long
def test_a_thousand_framings_have_one_outcome_on_all_paths(ways: Ways) -> None:
    """The same, longer."""
    seen = run(ways, 1_000, seed=2026)

    print(dict(seen))
    assert len(seen) >= 5

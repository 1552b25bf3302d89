"""Requests share commits to the file; an answer goes out only once its own changes are safe."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.engine.sqlite import SqliteBackend
from smsvoice.emulator.frontends.server import App, serving
from tests.factories.constants import GOOD
from tests.frontends.http import Http

SEND = "PinpointSMSVoiceV2.SendTextMessage"
TEXT = b'{"DestinationPhoneNumber": "%s", "MessageBody": "x"}' % GOOD.encode()
OTHERS = 7


class Disk:
    """A disk that waits for the test, and fails as often as the test wants."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.goes_on = threading.Event()
        self.failures = 0
        self.saves = 0
        plain = SqliteBackend.save

        def save(backend: SqliteBackend, changes: Any) -> None:
            self.saves += 1
            self.goes_on.wait(20)
            if self.failures:
                self.failures -= 1
                raise OSError("the disk is full")
            plain(backend, changes)

        monkeypatch.setattr(SqliteBackend, "save", save)


@pytest.fixture
def emulator(tmp_path: Path) -> Iterator[Emulator]:
    """An emulator with a file."""
    with Emulator(db=tmp_path / "db", clock_runs=False) as emulator:
        yield emulator


@pytest.fixture
def disk(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """Its disk."""
    with monkeypatch.context() as patch:
        disk = Disk(patch)
        yield disk
        disk.goes_on.set()


def until(what: Callable[[], bool]) -> None:
    """Wait for something that happens soon."""
    ends_at = time.monotonic() + 20
    while not what():
        assert time.monotonic() < ends_at
        time.sleep(0.005)


class Sends:
    """Sends that wait for their answers, each in a thread of its own."""

    def __init__(self, send: Callable[[], int]) -> None:
        self._send = send
        self._threads: list[threading.Thread] = []
        self.statuses: list[int] = []

    def start(self) -> None:
        """Make one more."""
        self._threads.append(threading.Thread(target=self._run))
        self._threads[-1].start()

    def join(self) -> None:
        """Wait for all answers."""
        for thread in self._threads:
            thread.join(20)

    def _run(self) -> None:
        try:
            status = self._send()
        except OSError:
            status = 500
        self.statuses.append(status)


def overlapping(emulator: Emulator, disk: Disk, send: Callable[[], int]) -> Sends:
    """A send whose commit is under way, and others that have come meanwhile."""
    sends = Sends(send)
    sends.start()
    until(lambda: disk.saves == 1)
    for _ in range(OTHERS):
        sends.start()
    until(lambda: len(emulator.engine._batch.calls) == OTHERS)
    return sends


def in_process(emulator: Emulator) -> Callable[[], int]:
    """A send without a socket."""
    return lambda: emulator.engine.handle(SEND, "", TEXT).status


def test_those_that_come_during_a_commit_share_the_next(emulator: Emulator, disk: Disk) -> None:
    """None is answered before its own."""
    sends = overlapping(emulator, disk, in_process(emulator))
    before = list(sends.statuses)

    disk.goes_on.set()
    sends.join()

    assert (before, sends.statuses, disk.saves) == ([], [200] * (1 + OTHERS), 2)


@pytest.mark.parametrize("is_over_http", [False, True])
def test_a_failed_commit_fails_all_that_wait(
    emulator: Emulator, disk: Disk, tmp_path: Path, is_over_http: bool
) -> None:
    """Also those that came after it and built on it; nothing of them stays, in memory or file."""
    disk.failures = 1
    with serving(App(emulator)) as url:
        http = Http(url)
        send = (lambda: http.aws(SEND, TEXT).status) if is_over_http else in_process(emulator)
        sends = overlapping(emulator, disk, send)
        before = list(sends.statuses)

        disk.goes_on.set()
        sends.join()
        left = emulator.messages
        after = send()

    assert (before, sends.statuses) == ([], [500] * (1 + OTHERS))
    assert (left, after) == ([], 200)
    emulator.close()
    with Emulator(db=tmp_path / "db", clock_runs=False) as again:
        assert len(again.messages) == 1
        again.advance(5)
        assert [message.state for message in again.messages] == ["DELIVERED"]


def test_a_reader_sees_nothing_that_can_still_be_lost(emulator: Emulator, disk: Disk) -> None:
    """What is not safe yet is shown once it is, or not at all."""
    disk.failures = 1
    sends = Sends(in_process(emulator))
    sends.start()
    until(lambda: disk.saves == 1)
    seen: list[int] = []
    reader = threading.Thread(target=lambda: seen.append(len(emulator.messages)))
    reader.start()

    disk.goes_on.set()
    reader.join(20)
    sends.join()

    assert (seen, sends.statuses) == ([0], [500])


def test_answers_on_one_connection_come_in_order(emulator: Emulator, disk: Disk) -> None:
    """A refusal that needs no disk does not overtake a send that waits for it."""
    import socket

    def request(body: bytes) -> bytes:
        head = b"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: %s\r\n" % SEND.encode()
        return head + b"Content-Length: %d\r\n\r\n" % len(body) + body

    with serving(App(emulator)) as url:
        address = ("127.0.0.1", int(url.rpartition(":")[2]))
        with socket.create_connection(address, timeout=20) as connection:
            connection.sendall(request(TEXT) + request(b"{") + request(TEXT))
            until(lambda: disk.saves == 1)
            disk.goes_on.set()
            received = b""
            while received.count(b"HTTP/1.1 ") < 3 or not received.endswith(b"}"):
                received += connection.recv(65536)

    statuses = [part[:3] for part in received.split(b"HTTP/1.1 ")[1:]]
    assert statuses == [b"200", b"400", b"200"]

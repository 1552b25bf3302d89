"""A server that goes on: after a disk that was full, and beside requests that never end."""

import socket
import sqlite3
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.engine.sqlite import SqliteBackend
from smsvoice.emulator.frontends import _http_protocol as protocol
from smsvoice.emulator.frontends.server import App, serving
from tests.frontends.http import Http

if TYPE_CHECKING:
    from collections.abc import Callable

ADMIN = "/_smsvoice"
SEND = "PinpointSMSVoiceV2.SendTextMessage"
TEXT = b'{"DestinationPhoneNumber": "+14254147755", "MessageBody": "x"}'


def until(what: "Callable[[], bool]") -> bool:
    """Whether it comes to be so within some seconds."""
    ends_at = time.monotonic() + 15
    while time.monotonic() < ends_at:
        if what():
            return True
        time.sleep(0.02)
    return False


def test_what_is_due_happens_once_the_disk_has_room_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The health says what is wrong and since when, the log once, and then all goes on."""
    full = threading.Event()
    plain = SqliteBackend.save

    def keep(self: SqliteBackend, changes: dict[tuple[str, str, str, str], bytes | None]) -> None:
        if full.is_set():
            raise sqlite3.OperationalError("database or disk is full +14254147755")
        plain(self, changes)

    monkeypatch.setattr(SqliteBackend, "save", keep)
    with Emulator(db=tmp_path / "db") as emulator, serving(App(emulator)) as url:
        http = Http(url)

        def health() -> dict[str, object]:
            told: dict[str, object] = http.get(f"{ADMIN}/health").json
            return told

        assert http.aws(SEND, TEXT).status == 200
        assert (health()["status"], health()["problem"]) == ("ok", None)
        full.set()
        assert until(lambda: health()["status"] == "failing")
        problem = health()["problem"]
        refused = http.aws(SEND, TEXT).status
        time.sleep(0.6)  # some ticks more
        full.clear()
        assert until(lambda: health()["status"] == "ok")
        arrived = http.get(f"{ADMIN}/messages?state=DELIVERED&wait=10").json["total"]

    assert isinstance(problem, dict)
    assert (problem["error"], problem["since"] is not None) == ("OperationalError", True)
    assert (refused, arrived) == (500, 1)
    assert caplog.text.count("cannot go on: OperationalError") == 1
    assert "5550142" not in caplog.text
    assert "+1425" not in caplog.text


def test_the_health_reports_a_request_that_could_not_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until a change is kept again; a read is no success."""

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with Emulator(db=tmp_path / "db", clock_runs=False) as emulator:
        client = emulator.session().client("pinpoint-sms-voice-v2")
        client.describe_opt_out_lists()
        with monkeypatch.context() as patch:
            patch.setattr(SqliteBackend, "save", full)
            with pytest.raises(sqlite3.OperationalError):
                client.create_opt_out_list(OptOutListName="news")
        assert emulator.engine.trouble is not None
        client.describe_opt_out_lists()
        still = emulator.engine.trouble

        client.create_opt_out_list(OptOutListName="news")

    assert still is not None
    assert still.error == "OperationalError"
    assert emulator.engine.trouble is None


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nX-A: ",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{",
    ],
)
def test_a_half_request_is_closed_after_a_while(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch, part: bytes
) -> None:
    """In its headers or in its body, also the second on a connection."""
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.3)
    monkeypatch.setattr(protocol, "BODY_SECONDS", 0.3)
    whole = b"GET /_smsvoice/clock HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with serving(App(emulator)) as url:
        for before in (b"", whole) if part else (b"",):
            with socket.create_connection(_address(url), timeout=10) as connection:
                if before:
                    connection.sendall(before)
                    assert connection.recv(65536).startswith(b"HTTP/1.1 200")
                connection.sendall(part)
                while connection.recv(65536):
                    pass  # the rest of the first answer


def test_a_long_wait_and_a_slow_answer_are_no_half_requests(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The request was whole; the answer takes its time."""
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.1)
    monkeypatch.setattr(protocol, "BODY_SECONDS", 0.1)
    emulator.faults.add("slow", seconds=0.5)
    with serving(App(emulator)) as url:
        http = Http(url)

        slow = http.aws(SEND, TEXT)
        waited = http.get(f"{ADMIN}/messages?to=%2B12065550142&wait=0.5")

    assert (slow.status, waited.json["total"]) == (200, 0)


def _address(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return str(parts.hostname), parts.port or 0

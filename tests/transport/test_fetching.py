"""Files over HTTPS: whole, small, from where they were asked for, or not at all."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from smsvoice.transport import fetching
from smsvoice.transport.fetching import FetchError, dns_suffix, fetch, trusted_roots
from tests.transport.certificates import certificate


class Files(BaseHTTPRequestHandler):
    """A host with a few files."""

    def do_GET(self) -> None:
        """Answer by the path."""
        server: Any = self.server
        server.asked.append(self.path)
        if self.path == "/silent":
            server.is_over.wait()
            return
        body = b"x" * 100
        status = {"/file": 200, "/endless": 200, "/moved": 302}.get(self.path, 404)
        self.send_response(status)
        self.send_header("Location", "/file")
        self.send_header("Content-Length", "1000000" if self.path == "/endless" else "100")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A host whose certificate is trusted."""
    file = tmp_path / "certificate.pem"
    context = certificate(file)
    monkeypatch.setattr(fetching, "_roots", lambda: str(file))
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.asked = []
    server.is_over = threading.Event()
    server.url = f"https://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.is_over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_file_is_fetched(host: Any) -> None:
    assert fetch(f"{host.url}/file", max_bytes=100) == b"x" * 100


@pytest.mark.parametrize(
    ("path", "max_bytes", "why"),
    [
        ("/gone", 100, "status 404"),
        ("/moved", 100, "status 302"),
        ("/file", 99, "more than 99 bytes"),
        ("/endless", 99, "more than 99 bytes"),
    ],
)
def test_anything_else_is_an_error(host: Any, path: str, max_bytes: int, why: str) -> None:
    with pytest.raises(FetchError, match=why):
        fetch(f"{host.url}{path}", max_bytes=max_bytes)
    assert host.asked == [path]


def test_a_host_that_says_nothing_is_left(host: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_SECONDS", 0.2)
    with pytest.raises(FetchError, match="TimeoutError"):
        fetch(f"{host.url}/silent", max_bytes=100)
    assert host.asked == ["/silent"]


def test_a_host_that_is_not_trusted_is_not_asked(
    host: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other.pem"
    certificate(other)
    monkeypatch.setattr(fetching, "_roots", lambda: str(other))

    with pytest.raises(FetchError, match="SSLError"):
        fetch(f"{host.url}/file", max_bytes=100)
    assert host.asked == []


def test_a_host_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FetchError):
        fetch("https://127.0.0.1:9/file", max_bytes=100)


def test_botocores_roots_are_trusted() -> None:
    assert trusted_roots().count(b"BEGIN CERTIFICATE") > 50


@pytest.mark.parametrize(
    ("partition", "suffix"),
    [
        ("aws", "amazonaws.com"),
        ("aws-cn", "amazonaws.com.cn"),
        ("aws-us-gov", "amazonaws.com"),
        ("aws-of-tomorrow", None),
    ],
)
def test_a_partition_has_a_suffix(partition: str, suffix: str | None) -> None:
    assert dns_suffix(partition) == suffix

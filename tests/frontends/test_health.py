"""The check of a running server: what it asks, what it returns, and how little it loads."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.cli import main
from smsvoice.emulator.frontends.server import App, serving


@contextmanager
def answering(status: int, body: bytes) -> Iterator[int]:
    """The port of a server that always answers the same."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Keep quiet."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "localhost"])
def test_a_server_that_is_well(
    emulator: Emulator, host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 0, as a container asks: with the address that the server listens on."""
    with serving(App(emulator)) as url:
        port = str(urlsplit(url).port)

        assert main(["emulator", "--check", "--host", host, "--port", port]) == 0
    assert capsys.readouterr() == ("ok\n", "")


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (200, b'{"status": "failing", "problem": "OperationalError since 9:30"}', "OperationalErr"),
        (403, b'{"error": "the controls are for this machine"}', "for this machine"),
        (200, b"<html>", "is no emulator"),
        (200, b"[]", "is no emulator"),
        (404, b"{}", "is no emulator"),
    ],
)
def test_a_server_that_is_not_well(
    status: int, body: bytes, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1 and a line that says why."""
    with answering(status, body) as port:
        assert main(["emulator", "--check", "--port", str(port)]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert words in told.err


def test_no_server(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The address comes from the environment, as in a container."""
    monkeypatch.setenv("SMSVOICE_EMULATOR_PORT", "1")

    assert main(["emulator", "--check"]) == 1
    assert "no answer at 127.0.0.1 port 1" in capsys.readouterr().err


def test_a_check_loads_little() -> None:
    """A container engine makes one every few seconds."""
    code = (
        "import sys; from smsvoice.emulator.frontends.cli import main; "
        "main(['emulator', '--check', '--port', '1']); "
        "print({'boto3', 'pydantic', 'uvicorn', 'smsvoice.emulator.emulator'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout == "set()\n"


def test_the_container_is_set_up_by_options_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each variable of the image and the compose file is an option of the command."""
    with pytest.raises(SystemExit):
        main(["emulator", "--help"])
    options = capsys.readouterr().out
    words = [
        word.strip(":;,\"'").partition("=")[0].rstrip(":")
        for path in (Path("docker/Dockerfile"), Path("docker/compose.yaml"))
        for word in path.read_text().split()
        if word.startswith("SMSVOICE_EMULATOR_")
    ]

    assert len(words) >= 5
    for word in words:
        option = word.removeprefix("SMSVOICE_EMULATOR_").lower().replace("_", "-")
        assert f"--{option}" in options

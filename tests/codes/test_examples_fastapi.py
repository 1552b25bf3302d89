"""The example of a login in FastAPI, over HTTP and in a browser."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from smsvoice import AsyncSmsVoice, Emulator
from smsvoice.codes import AsyncCodeVerifier, SqlStore
from smsvoice.emulator.frontends.server import listen, url_of
from tests.factories import login
from tests.factories.browser import browsing
from tests.factories.chromium import needs_browser
from tests.factories.codes import SECRET
from tests.factories.shop import load


@pytest.fixture
def emulator() -> Iterator[tuple[Emulator, str]]:
    """An account with a configuration."""
    with login.shop() as made:
        yield made


@pytest.fixture
def app(
    emulator: tuple[Emulator, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    """The application."""
    example = load("login_fastapi", monkeypatch)
    sms = AsyncSmsVoice(session=emulator[0].session())
    store = SqlStore(tmp_path / "codes.db")
    configuration = sms.notify_configurations.at(emulator[1])
    verifier = AsyncCodeVerifier(configuration, store=store, secret=SECRET)
    yield example.make_app(verifier, [login.USER], "key of sessions")
    store.close()
    sms.boto_client.close()


@contextmanager
def served(app: Any) -> Iterator[str]:
    """The URL of an application, served from a thread."""
    listening = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, ws="none", log_level="warning"))
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield url_of(listening)
    server.should_exit = True
    thread.join()
    listening.close()


@pytest.fixture
def client(app: Any) -> Iterator[httpx.Client]:
    """A client that keeps its cookies."""
    with served(app) as url, httpx.Client(base_url=url, follow_redirects=True) as made:
        yield made


@pytest.fixture
def post(client: httpx.Client) -> Any:
    """Post a form; the text of the page that follows."""
    return lambda path, **form: client.post(path, data=form).text


def test_a_person_logs_in(post: Any, emulator: tuple[Emulator, str]) -> None:
    login.log_in(post, emulator[0])


def test_a_number_without_an_account_sees_the_same(
    post: Any, emulator: tuple[Emulator, str]
) -> None:
    login.be_unknown(post, emulator[0])


def test_a_person_who_opted_out_sees_the_same(post: Any, emulator: tuple[Emulator, str]) -> None:
    login.be_opted_out(post, emulator[0])


def test_without_a_number_there_is_no_code(client: httpx.Client) -> None:
    assert "Phone number" in client.get("/").text
    assert "Phone number" in client.post("/call").text
    assert "not right" in client.post("/code", data={"code": "123456"}).text


def test_the_application_starts_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    example = load("login_fastapi", monkeypatch)
    for name, value in {
        "AWS_DEFAULT_REGION": "us-east-1",
        "NOTIFY_CONFIGURATION": "nc-1",
        "CODE_SECRET": "ab" * 32,
        "CODE_STORE": str(tmp_path / "codes.db"),
    }.items():
        monkeypatch.setenv(name, value)
    with served(example.app_from_environment()) as url:
        assert "Phone number" in httpx.get(url).text


@pytest.mark.long
@needs_browser
def test_a_person_logs_in_with_a_browser(
    app: Any, emulator: tuple[Emulator, str], tmp_path: Path
) -> None:
    with served(app) as url, browsing(tmp_path) as browser:
        browser.log_in(url, lambda: login.newest_code(emulator[0]))

"""The example of a login in Django, through its test client and in a browser."""

import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from smsvoice import Emulator, SmsVoice
from smsvoice.codes import CodeVerifier, SqlStore
from tests.factories import login
from tests.factories.browser import browsing
from tests.factories.chromium import needs_browser
from tests.factories.codes import SECRET
from tests.factories.shop import EXAMPLES


@pytest.fixture(scope="module")
def example() -> Iterator[Any]:
    """The module, which is Django's settings too: once for the process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(EXAMPLES), *sys.path])
        patch.setenv("CODE_SECRET", "ab" * 32)
        patch.setenv("DJANGO_SETTINGS_MODULE", "login_django")
        import django

        import login_django  # type: ignore[import-not-found,unused-ignore]

        django.setup()
        yield login_django


@pytest.fixture
def emulator(example: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Emulator]:
    """An account whose configuration the views use."""
    with login.shop() as (emulator, configuration_id), SmsVoice(emulator.session()) as sms:
        store = SqlStore(tmp_path / "codes.db")
        configuration = sms.notify_configurations.at(configuration_id)
        verifier = CodeVerifier(configuration, store=store, secret=SECRET)
        monkeypatch.setattr(example.Codes, "verifier", verifier)
        monkeypatch.setattr(example.Codes, "accounts", frozenset([login.USER]))
        yield emulator
        store.close()


@pytest.fixture
def post(emulator: Emulator) -> Any:
    """Post a form with Django's token; the text of the page that follows."""
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    text = client.get("/").content.decode()

    def posted(path: str, **form: str) -> str:
        nonlocal text
        token = re.findall(r'name=csrfmiddlewaretoken value="(\w+)"', text)
        form |= {"csrfmiddlewaretoken": token[0]} if token else {}
        answer = client.post(path, form, follow=True).content.decode()
        text = answer if "csrfmiddlewaretoken" in answer else text
        return answer

    return posted


def test_a_person_logs_in(post: Any, emulator: Emulator) -> None:
    login.log_in(post, emulator)


def test_a_number_without_an_account_sees_the_same(post: Any, emulator: Emulator) -> None:
    login.be_unknown(post, emulator)


def test_a_person_who_opted_out_sees_the_same(post: Any, emulator: Emulator) -> None:
    login.be_opted_out(post, emulator)


def test_without_a_number_there_is_no_code(post: Any) -> None:
    assert "Phone number" in post("/call")
    assert "not right" in post("/code", code="123456")


def test_a_form_of_another_page_is_refused(emulator: Emulator) -> None:
    from django.test import Client

    client = Client(enforce_csrf_checks=True)

    assert client.post("/login", {"number": login.USER}).status_code == 403
    assert client.get("/login").status_code == 405
    assert list(emulator.messages) == []


def test_the_verifier_comes_from_the_environment(
    example: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(example.Codes, "verifier", None)
    for name, value in {
        "AWS_DEFAULT_REGION": "us-east-1",
        "NOTIFY_CONFIGURATION": "nc-1",
        "CODE_STORE": str(tmp_path / "codes.db"),
    }.items():
        monkeypatch.setenv(name, value)

    assert example.Codes.get() is example.Codes.get()


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.mark.long
@needs_browser
def test_a_person_logs_in_with_a_browser(emulator: Emulator, tmp_path: Path) -> None:
    from django.core.wsgi import get_wsgi_application

    server = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    with browsing(tmp_path) as browser:
        url = f"http://127.0.0.1:{server.server_port}"
        browser.log_in(url, lambda: login.newest_code(emulator))
    server.shutdown()
    thread.join()
    server.server_close()

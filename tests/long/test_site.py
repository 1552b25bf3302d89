"""The site as a visitor gets it: it is built strictly, finds what is looked for, asks nobody else."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest

from tests.factories.chromium import browser_of, needs_browser
from tests.once import made_in_run

ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.long
WORDS = {
    "fastapi": "guides/fastapi.html",
    "django": "guides/django.html",
    "lambda": "guides/lambda.html",
    "migrate": "tutorials/from-pinpoint.html",
    "webhook": "webhooks.html",
    "receipt": "events.html",
    "otp": "one-time-codes.html",
    "timeout": "clients.html",
    "retries": "clients.html",
    "opentelemetry": "guides/observability.html",
    "celery": "guides/celery.html",
    "troubleshooting": "guides/troubleshooting.html",
}
FIRST_HITS = {
    "fastapi": {"login-fastapi.html", "guides/fastapi.html"},
    "django": {"login-django.html", "guides/django.html"},
    "lambda": {"guides/lambda.html"},
    "migrate": {"tutorials/from-boto3.html", "tutorials/from-pinpoint.html"},
    "webhook": {"webhooks.html"},
    "receipt": {"events.html", "tutorials/orders.html"},
    "celery": {"guides/celery.html", "bulk-engines.html"},
    "sandbox": {"doctor.html", "guides/troubleshooting.html"},
    "opt-out": {"opt-outs.html"},
    "pinpoint": {"tutorials/from-pinpoint.html"},
    "rate": {"bulk.html"},
    "one-time code": {"one-time-codes.html", "codes.html"},
}
HITS = """
return [...document.querySelectorAll(".md-search-result__item a.md-search-result__link")]
    .map((link) => new URL(link.href).pathname.slice(1))
"""
OUTSIDE = re.compile(
    r"<(?:script|img|iframe|source)[^>]+src=[\"']?(?:https?:)?//"
    r"|<link[^>]+rel=[\"']?(?:stylesheet|preload|preconnect|icon)[^>]+href=[\"']?(?:https?:)?//"
    r"|<link[^>]+href=[\"']?(?:https?:)?//[^>]+rel=[\"']?(?:stylesheet|preload|preconnect|icon)"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as `make docs` does, elsewhere."""

    def build(folder: Path) -> None:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", folder]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=600)

    return made_in_run(tmp_path_factory, "site", build)


@pytest.fixture(scope="module")
def index(site: Path) -> list[dict[str, Any]]:
    """What the search looks through."""
    found: list[dict[str, Any]] = json.loads((site / "search" / "search_index.json").read_text())[
        "docs"
    ]
    return found


@pytest.mark.parametrize(("word", "page"), WORDS.items())
def test_the_search_finds_a_page_by_a_title(
    word: str, page: str, index: list[dict[str, Any]]
) -> None:
    """Of the page or of a section of it, since titles count most; and by its text."""
    found = [
        entry
        for entry in index
        if entry["location"].partition("#")[0] == page
        and word in (entry["title"] + entry["text"]).lower()
    ]

    assert any(word in entry["title"].lower() for entry in found)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: the search does not work out of files."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@needs_browser
def test_the_search_shows_the_right_pages_first(address: str, tmp_path: Path) -> None:
    """All that are meant for a word are among its first three."""
    from selenium.webdriver.support.wait import WebDriverWait

    found: dict[str, list[str]] = {}
    with browser_of(tmp_path) as driver:
        for word in FIRST_HITS:
            driver.get(f"{address}/index.html?q={quote(word)}")
            hits = WebDriverWait(driver, 30).until(lambda shown: shown.execute_script(HITS))
            found[word] = list(dict.fromkeys(hits))[:3]

    assert {word: pages for word, pages in FIRST_HITS.items() if not pages <= {*found[word]}} == {}


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    """No font, script, style or picture."""
    pages = list(site.rglob("*.html"))
    styles = [path.read_text("utf-8") for path in site.rglob("*.css")]

    assert len(pages) > 50
    assert [str(page) for page in pages if OUTSIDE.search(page.read_text("utf-8"))] == []
    assert not any(re.search(r"url\(\s*[\"']?(?:https?:)?//|@import", style) for style in styles)


def test_the_colours_follow_the_system_and_can_be_chosen(site: Path) -> None:
    """Three states: as the system has it, light, dark."""
    page = (site / "index.html").read_text("utf-8")

    shown = re.findall(r'data-md-color-media="([^"]*)" data-md-color-scheme="([^"]*)"', page)
    assert [media for media, _ in shown] == [
        "(prefers-color-scheme)",
        "(prefers-color-scheme: light)",
        "(prefers-color-scheme: dark)",
    ]
    assert [scheme for _, scheme in shown[1:]] == ["default", "slate"]


def test_the_inbox_is_shown_in_the_colours_of_the_page(site: Path) -> None:
    """One picture for each scheme, both of them there."""
    page = (site / "index.html").read_text("utf-8")

    shown = re.findall(r'src="(images/[^"#]+)#only-(light|dark)"', page)
    assert [scheme for _, scheme in shown] == ["light", "dark"]
    assert all((site / picture).is_file() for picture, _ in shown)


def test_each_cell_of_a_wide_table_says_its_column(site: Path) -> None:
    """On a telephone its row is a block without headings."""
    page = (site / "operations.html").read_text("utf-8")
    (first, *_) = re.findall(r"<tr>\s*(<td.*?)</tr>", page, re.DOTALL)

    labels = re.findall(r'<td data-label="([^"]+)"', first)
    assert labels[:3] == ["AWS", "sms.api", "verb"]
    assert first.count("<td") == len(labels)


def test_every_group_of_operations_has_a_page_of_reference(site: Path) -> None:
    """With its methods and its models."""
    modules = (ROOT / "smsvoice" / "sync" / "api").glob("*.py")
    groups = [path.stem for path in modules if path.stem != "__init__"]

    assert len(groups) > 15
    for group in groups:
        page = (site / "reference" / f"{group.replace('_', '-')}.html").read_text("utf-8")
        assert f'id="smsvoice.models.{group}"' in page
        assert f'id="smsvoice.sync.api.{group}.' in page

"""The inbox page for people who do not see it well: axe-core looks at each view, light and dark.

axe-core is looked for where SMSVOICE_CLIENTS says, ~/.cache/smsvoice-clients otherwise, and installed
there by npm when it is missing; without npm the test is skipped.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.server import App, serving
from tests.factories import inbox
from tests.factories.chromium import browser_of, needs_browser
from tests.factories.inbox_page import Page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = [
    pytest.mark.long,
    needs_browser,
    pytest.mark.skipif(shutil.which("npm") is None, reason="needs npm"),
]
PLACE = Path(os.environ.get("SMSVOICE_CLIENTS", "~/.cache/smsvoice-clients")).expanduser() / "axe"
RUN = """
const done = arguments[0];
axe.run().then((found) => done(found.violations.map(
  (one) => `${one.id}: ${one.nodes.map((node) => node.target).join(", ")}`)));
"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core."""
    script = PLACE / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        PLACE.mkdir(parents=True, exist_ok=True)
        options = ("--no-audit", "--no-fund", "--prefix", str(PLACE))
        subprocess.run(["npm", "install", *options, "axe-core@4.14.1"], check=True)
    return script.read_text("utf-8")


def faults_of(browser: "Chrome", axe: str, look: str) -> list[str]:
    """What axe-core finds wrong with the page as it is."""
    features = [{"name": "prefers-color-scheme", "value": look}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.execute_script(axe)
    found: list[str] = browser.execute_async_script(RUN)
    return found


def test_every_view_can_be_used_without_seeing_it_well(axe: str, tmp_path: Path) -> None:
    """Names, roles, contrast and order, as far as a machine can judge them."""
    with (
        Emulator(clock_runs=False) as emulator,
        browser_of(tmp_path, "--window-size=1400,900") as browser,
        serving(App(emulator, media=inbox.pictures(tmp_path / "media"))) as url,
    ):
        page = Page(browser, url)
        page.shows("#connect", "No messages yet")
        found = {f"empty {look}": faults_of(browser, axe, look) for look in ("light", "dark")}
        ids = inbox.furnish(emulator.session().client("pinpoint-sms-voice-v2"), emulator)
        views = {
            "carousel": (f"/?message={ids['carousel']}", "#details-members", ids["carousel"]),
            "call": (f"/?message={ids['call']}", "#details-members", ids["call"]),
            "code": (f"/?message={ids['parking']}", "#details-members", ids["parking"]),
            "controls": ("/?view=controls", "#controls", "Refusals"),
            "search": ("/?text=shoes&channel=RCS", "#count", "2 messages fit"),
        }
        for name, (address, place, words) in views.items():
            page.open(address)
            page.shows(place, words)
            found |= {f"{name} {look}": faults_of(browser, axe, look) for look in ("light", "dark")}
        page.press("?")
        page.shows("#help", "Search")
        found["help"] = faults_of(browser, axe, "dark")
        browser.set_window_size(390, 844)
        page.open("/")
        found["narrow"] = faults_of(browser, axe, "light")

    assert {view: faults for view, faults in found.items() if faults} == {}

"""An emulator whose time runs, its page, and a Chromium that looks at it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.server import App, serving
from tests.factories import inbox
from tests.factories.chromium import browser_of
from tests.factories.inbox_page import Page

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client
    from selenium.webdriver import Chrome


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator whose time runs."""
    with Emulator() as made:
        yield made


@pytest.fixture
def aws(emulator: Emulator) -> "PinpointSMSVoiceV2Client":
    """A client of it."""
    return emulator.session().client("pinpoint-sms-voice-v2")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Chrome"]:
    """A Chromium of its own."""
    with browser_of(tmp_path_factory.mktemp("chromium"), "--window-size=1400,900") as driver:
        yield driver


@pytest.fixture
def page(browser: "Chrome", emulator: Emulator, tmp_path: Path) -> Iterator[Page]:
    """The page of the emulator, opened; afterwards the browser has nothing to complain of."""
    browser.set_window_size(1400, 900)
    media = inbox.pictures(tmp_path / "media")
    with serving(App(emulator, media=media)) as url:
        yield Page(browser, url)
        complaints = [line["message"] for line in browser.get_log("browser")]  # type: ignore[no-untyped-call]
        browser.get("about:blank")
    assert [line for line in complaints if "status of 4" not in line] == []

"""A headless Chromium that a person logs in with."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.factories.login import USER

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
needs_browser = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver"
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SECONDS = 20


@contextmanager
def browsing(folder: Path) -> Iterator["Browser"]:
    """A Chromium of its own."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS, f"--user-data-dir={folder}/profile"):
        options.add_argument(flag)
    driver = Chrome(options=options, service=Service(str(DRIVER)))
    driver.implicitly_wait(SECONDS)
    try:
        yield Browser(driver)
    finally:
        driver.quit()


class Browser:
    """What a person does."""

    def __init__(self, driver: Any) -> None:
        """Drive a browser."""
        self._driver = driver

    def log_in(self, url: str, code: Callable[[], str]) -> None:
        """Type a number, a wrong code and the right one."""
        self._driver.get(url)
        self.fill("number", "206-555-0142")
        self.must_show("a code is on its way")
        right = code()
        self.fill("code", f"{(int(right) + 1) % 1_000_000:06}")
        self.must_show("not right")
        self.fill("code", f"{right[:3]}-{right[3:]}")
        self.must_show(f"Welcome, {USER}")

    def fill(self, name: str, text: str) -> None:
        """Type into a field, and send its form."""
        from selenium.webdriver.common.by import By

        field = self._driver.find_element(By.NAME, name)
        field.send_keys(text)
        field.submit()

    def must_show(self, text: str) -> None:
        """Wait until the page shows a text."""
        from selenium.webdriver.common.by import By
        from selenium.webdriver.support.wait import WebDriverWait

        wait = WebDriverWait(self._driver, SECONDS)
        wait.until(lambda driver: text in driver.find_element(By.TAG_NAME, "body").text)

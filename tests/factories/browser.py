"""A headless Chromium that a person logs in with."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.factories.chromium import browser_of
from tests.factories.login import USER

SECONDS = 20


@contextmanager
def browsing(folder: Path) -> Iterator["Browser"]:
    """A Chromium of its own."""
    with browser_of(folder) as driver:
        driver.implicitly_wait(SECONDS)
        yield Browser(driver)


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

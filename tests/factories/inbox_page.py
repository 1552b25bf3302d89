"""The inbox page as a person uses it, in a real Chromium."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

SECONDS = 20


class Page:
    """What a person sees and does."""

    def __init__(self, browser: "Chrome", url: str) -> None:
        self.browser = browser
        self.url = url
        self.open("/")

    def open(self, address: str) -> None:
        """Open an address of the page, and wait until it is live."""
        self.browser.get(self.url + address)
        self.until(lambda: self.text("#live") == "Live" or self.is_live())

    def is_live(self) -> bool:
        """Whether it is live, even where a narrow screen hides the word."""
        found = self.browser.execute_script("return document.getElementById('live').dataset.on")
        return bool(found == "true")

    @property
    def address(self) -> str:
        """The path and query of the address."""
        return self.browser.current_url.removeprefix(self.url)

    def all(self, selector: str) -> list["WebElement"]:
        """The elements that fit."""
        return self.browser.find_elements("css selector", selector)

    def text(self, selector: str) -> str:
        """What can be read in the first element that fits; empty without one."""
        return next((one.text for one in self.all(selector)), "")

    def texts(self, selector: str) -> list[str]:
        """What can be read in each."""
        return [one.text for one in self.all(selector)]

    def until(self, holds: Callable[[], Any]) -> Any:
        """Wait until something holds."""
        from selenium.common.exceptions import (
            ElementClickInterceptedException,
            ElementNotInteractableException,
            NoSuchElementException,
            StaleElementReferenceException,
        )
        from selenium.webdriver.support.ui import WebDriverWait

        redrawn = [
            StaleElementReferenceException,
            NoSuchElementException,
            ElementNotInteractableException,
            ElementClickInterceptedException,
        ]
        waiting = WebDriverWait(self.browser, SECONDS, 0.05, ignored_exceptions=redrawn)
        return waiting.until(lambda _: holds())

    def shows(self, selector: str, words: str) -> None:
        """Wait until an element says these words."""
        self.until(lambda: words in self.text(selector))

    def click(self, selector: str) -> None:
        """Click the first element that fits, found again if the page redraws it meanwhile."""

        def clicked() -> bool:
            self.browser.find_element("css selector", selector).click()
            return True

        self.until(clicked)

    def fill(self, selector: str, text: str) -> None:
        """Type into a field that is emptied first."""

        def filled() -> bool:
            field = self.browser.find_element("css selector", selector)
            field.clear()
            field.send_keys(text)
            return True

        self.until(filled)

    def choose(self, selector: str, value: str) -> None:
        """Choose an option by its value."""
        self.click(f'{selector} option[value="{value}"]')

    def press(self, key: str) -> None:
        """Press a key, wherever the focus is."""
        self.browser.switch_to.active_element.send_keys(key)

    def focused(self) -> str:
        """The id of what has the focus."""
        return self.browser.switch_to.active_element.get_attribute("id") or ""

    def open_person(self, number: str) -> None:
        """Open a conversation."""
        self.click(f'[data-person="{number}"]')
        self.shows("#person", number)

    def open_message(self, message_id: str) -> None:
        """Open the details of a message of the conversation."""
        self.click(f'[data-id="{message_id}"] .meta a')
        self.shows("#details-members", message_id)

    def reply(self, text: str) -> None:
        """Answer as the person."""
        self.fill("#reply", text)
        self.click("#reply-form .write button")
        self.shows(".message.mine:last-child, #reply-note", text)

    def bubbles(self) -> list[str]:
        """The texts of the conversation, oldest first."""
        return self.texts(".bubble")

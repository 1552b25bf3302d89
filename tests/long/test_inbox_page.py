"""The inbox page in a real browser: live, safe, and able to answer."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.server import App, serving
from tests.factories.identities import long_code
from tests.factories.registrations import SENDER_ID, under_review

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver"),
]
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
PERSON = "+14254147755"
SECONDS = 15


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator whose time runs."""
    with Emulator() as made:
        yield made


@pytest.fixture
def aws(emulator: Emulator) -> "PinpointSMSVoiceV2Client":
    """A client of it."""
    return emulator.session().client("pinpoint-sms-voice-v2")


@pytest.fixture
def browser(tmp_path: Path) -> Iterator["Chrome"]:
    """A Chromium of its own."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path}/profile", "--window-size=1280,900"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options=options, service=Service(str(DRIVER)))
    yield driver
    driver.quit()


@pytest.fixture
def page(browser: "Chrome", emulator: Emulator) -> Iterator["Page"]:
    """The inbox page of the emulator, opened; afterwards the browser has nothing to complain of."""
    with serving(App(emulator)) as url:
        opened = Page(browser, url)
        yield opened
        complaints = [line["message"] for line in browser.get_log("browser")]
        browser.get("about:blank")
    assert [line for line in complaints if "status of 4" not in line] == []


class Page:
    """What a person sees and does."""

    def __init__(self, browser: "Chrome", url: str) -> None:
        self.browser = browser
        browser.get(url)
        self.until(lambda: self.text("live") == "Live")

    def find(self, name: str) -> "WebElement":
        """The element of that id."""
        return self.browser.find_element("id", name)

    def text(self, name: str) -> str:
        """What can be read there."""
        return self.find(name).text

    def rows(self) -> list["WebElement"]:
        """The messages of the list, newest first."""
        return self.browser.find_elements("css selector", "#list .row")

    def row(self, words: str) -> str:
        """What the newest row says, once it says these words; empty until then."""
        shown = self.rows()[0].text
        return shown if words in shown else ""

    def until(self, holds: Callable[[], Any]) -> Any:
        """Wait until something holds."""
        from selenium.common.exceptions import StaleElementReferenceException
        from selenium.webdriver.support.ui import WebDriverWait

        waiting = WebDriverWait(
            self.browser, SECONDS, 0.05, ignored_exceptions=[StaleElementReferenceException]
        )
        return waiting.until(lambda _: holds())

    def click(self, selector: str) -> None:
        """Click the first element that fits, found again if the page redraws it meanwhile."""

        def clicked() -> bool:
            self.browser.find_element("css selector", selector).click()
            return True

        self.until(clicked)

    def press(self, selector: str, key: str) -> None:
        """Press a key on the first element that fits, found again if it is redrawn meanwhile."""

        def pressed() -> bool:
            self.browser.find_element("css selector", selector).send_keys(key)
            return True

        self.until(pressed)

    def reply(self, text: str) -> None:
        """Answer the chosen message as its recipient."""
        self.find("reply").send_keys(text)
        self.find("reply-form").submit()


def send(aws: "PinpointSMSVoiceV2Client", body: str, **more: Any) -> str:
    """Send a text."""
    return aws.send_text_message(DestinationPhoneNumber=PERSON, MessageBody=body, **more)[
        "MessageId"
    ]


def number_of(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> str:
    """A number that can be written to."""
    made = aws.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="SIMULATOR",
    )
    emulator.advance(60)
    return made["PhoneNumberId"]


def test_a_sent_message_appears_without_a_reload(
    page: Page, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """Recipient, sender, channel, parts, price, and its state as it changes."""
    page.browser.execute_script("window.sameDocument = true")
    send(aws, "hello there")

    page.until(lambda: len(page.rows()) == 1)
    shown = page.until(lambda: page.row("DELIVERED"))

    assert all(part in shown for part in (PERSON, "hello there", "SMS", "1 part", "$0."))
    assert page.browser.execute_script("return window.sameDocument") is True


def test_markup_in_a_body_is_text(page: Page, aws: "PinpointSMSVoiceV2Client") -> None:
    """Nothing of a message becomes an element, in the list or in the detail."""
    body = "<img src=x onerror=\"document.title='broken'\"><b>bold</b><script>1</script>"
    send(aws, body, Context={"note": "<i>x</i>"})
    page.until(lambda: len(page.rows()) == 1)

    page.click("#list .row")

    page.until(lambda: page.text("detail-body") == body)
    assert page.until(lambda: page.row(body))
    assert "<i>x</i>" in page.text("detail-members")
    assert page.browser.find_elements("css selector", "main img, main b, main i, main script") == []
    assert "Inbox" in page.browser.title


def test_a_reply_of_stop_opts_the_number_out(
    page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """The next send is refused, and the answer to STOP is in the inbox."""
    sender = number_of(aws, emulator)
    send(aws, "news for you", OriginationIdentity=sender)
    page.until(lambda: len(page.rows()) == 1)
    page.click("#list .row")
    page.until(lambda: page.text("detail-body") == "news for you")

    page.reply("STOP")

    page.until(lambda: "Received" in page.text("reply-note"))
    with pytest.raises(aws.exceptions.ConflictException) as refused:
        send(aws, "more news", OriginationIdentity=sender)
    assert refused.value.response["Reason"] == "DESTINATION_PHONE_NUMBER_OPTED_OUT"


def test_a_reply_that_cannot_be_received_says_so(
    page: Page, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """A sender that is no number cannot be written to."""
    send(aws, "from a shared route")
    page.until(lambda: len(page.rows()) == 1)
    page.click("#list .row")
    page.until(lambda: page.text("detail-body") == "from a shared route")

    page.reply("hello?")

    page.until(lambda: "Not received" in page.text("reply-note"))


def test_the_detail_shows_the_outcome_of_a_message(
    page: Page, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """Its events, one after another, and its id."""
    message_id = send(aws, "hello")
    page.until(lambda: len(page.rows()) == 1)

    page.click("#list .row")

    page.until(lambda: "TEXT_DELIVERED" in page.text("detail-events"))
    assert message_id in page.text("detail-members")


def test_searching_narrows_the_list(page: Page, aws: "PinpointSMSVoiceV2Client") -> None:
    """By words of the text, as one types."""
    for body in ("apples", "pears", "apples and pears"):
        send(aws, body)
    page.until(lambda: len(page.rows()) == 3)

    page.find("search").send_keys("pears app")
    page.until(lambda: len(page.rows()) == 1)
    page.find("search").send_keys(" plums")

    page.until(lambda: page.text("empty") == "No message fits the search.")


def test_the_list_is_walked_by_keyboard(page: Page, aws: "PinpointSMSVoiceV2Client") -> None:
    """Arrow keys move, Enter opens."""
    from selenium.webdriver.common.keys import Keys

    for body in ("first", "second", "third"):
        send(aws, body)
    page.until(lambda: len(page.rows()) == 3)
    page.press("#list .row", Keys.ARROW_DOWN)
    page.browser.switch_to.active_element.send_keys(Keys.END)

    page.browser.switch_to.active_element.send_keys(Keys.ENTER)

    page.until(lambda: page.text("detail-body") == "first")


def test_clearing_asks_first(page: Page, aws: "PinpointSMSVoiceV2Client") -> None:
    """Keep them keeps them; clear messages clears them."""
    send(aws, "hello")
    page.until(lambda: len(page.rows()) == 1)

    page.find("clear").click()
    page.click("#sure .quiet")
    assert len(page.rows()) == 1
    page.find("clear").click()
    page.find("sure-yes").click()

    page.until(lambda: page.text("empty").startswith("No messages yet"))
    assert aws.describe_opt_out_lists()["OptOutLists"]


@pytest.mark.parametrize(
    ("decision", "status"), [("Approve", "COMPLETE"), ("Deny", "REQUIRES_UPDATES")]
)
def test_a_registration_is_reviewed(
    page: Page,
    aws: "PinpointSMSVoiceV2Client",
    emulator: Emulator,
    decision: str,
    status: str,
) -> None:
    """It shows while it waits, and a button decides."""
    registration = under_review(aws, emulator, SENDER_ID)
    page.until(lambda: registration in page.text("reviews"))

    page.click(f'[aria-label="{decision} {registration}"]')

    page.until(lambda: not page.find("reviews").is_displayed())
    emulator.advance(3600)
    (found,) = aws.describe_registrations(RegistrationIds=[registration])["Registrations"]
    assert found["RegistrationStatus"] == status


def test_a_message_that_answers_none_is_shown(
    page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """Whoever writes first is seen too, as text and not as markup."""
    key = long_code(aws, emulator)
    (number,) = aws.describe_phone_numbers(PhoneNumberIds=[key])["PhoneNumbers"]

    emulator.inbound("+16045550142", number["PhoneNumber"], "JOIN <b>now</b>")

    page.until(lambda: "JOIN <b>now</b>" in page.text("inbound"))
    assert "+16045550142" in page.text("inbound")


def test_it_fits_a_phone(page: Page, aws: "PinpointSMSVoiceV2Client") -> None:
    """One pane at a time, no sideways scrolling, and a way back."""
    page.browser.set_window_size(390, 844)
    send(aws, "hello " * 40)
    page.until(lambda: len(page.rows()) == 1)
    width = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.browser.execute_script(width) <= 0

    page.click("#list .row")
    page.until(lambda: page.find("detail").is_displayed())

    assert page.browser.execute_script(width) <= 0
    assert not page.find("inbox").is_displayed()
    page.find("back").click()
    assert page.find("inbox").is_displayed()

"""The inbox page in a real browser: people, their phone, what a developer needs, the controls."""

from typing import TYPE_CHECKING

import pytest
from starlette.responses import Response

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.server import App, serving
from tests.factories import inbox, rcs
from tests.factories.chromium import needs_browser
from tests.factories.identities import agent
from tests.factories.inbox import text
from tests.factories.inbox_page import Page
from tests.factories.notify import notify_configuration, text_code
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client
    from selenium.webdriver import Chrome
    from starlette.types import Receive, Scope, Send

pytestmark = [pytest.mark.long, needs_browser]
PERSON, OTHER = inbox.PERSON, inbox.DIA


def number_of(aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> str:
    """A number that can be written to."""
    made = aws.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="SIMULATOR",
    )
    emulator.advance(60)
    return made["PhoneNumber"]


def test_an_empty_page_says_how_to_connect(page: Page, aws: "PinpointSMSVoiceV2Client") -> None:
    """In several languages; the first message takes its place."""
    page.shows("#connect", "No messages yet")
    assert f"AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2={page.url}" in page.text("#connect pre")
    page.click("#connect-curl")
    page.shows("#connect-page", "PinpointSMSVoiceV2.SendTextMessage")

    text(aws, "hello there")

    page.shows("#list", "hello there")
    assert page.all("#connect") == []


def test_a_page_that_knows_nothing_yet_says_so(page: Page, aws: "PinpointSMSVoiceV2Client") -> None:
    """Until the first answer, nobody can say whether there are messages."""
    text(aws, "hello there")
    page.browser.execute_cdp_cmd("Network.enable", {})
    page.browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": ["*/inbox/threads*"]})
    page.open("/")
    assert page.text("#empty") == "Loading"
    assert not page.text("#count")

    page.browser.execute_cdp_cmd("Network.setBlockedURLs", {"urls": []})
    page.open("/")
    page.shows("#list", "hello there")


class Proxied(App):
    """Behind a proxy that answers the first request for live changes with an error."""

    refused = False

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer a request."""
        if not self.refused and scope.get("path") == "/_smsvoice/changes":
            self.refused = True
            await Response(status_code=502)(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def test_a_page_connects_again_after_a_proxy_answered_with_an_error(
    browser: "Chrome", emulator: Emulator, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """What happened meanwhile is there as well."""
    app = Proxied(emulator)
    with serving(app) as url:
        page = Page(browser, url)
        text(aws, "hello there")
        page.shows("#list", "hello there")
        browser.get("about:blank")
        browser.get_log("browser")  # type: ignore[no-untyped-call]
    assert app.refused


def test_a_message_arrives_and_is_counted_without_a_reload(
    page: Page, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """The newest person comes first; what was not read is counted in the title too."""
    page.browser.execute_script("window.sameDocument = true")
    text(aws, "first", PERSON)
    page.until(lambda: page.bubbles() == ["first"])

    text(aws, "second", OTHER)
    text(aws, "third", OTHER)

    page.until(lambda: page.browser.title.startswith("(2) Inbox"))
    assert [row.splitlines()[0] for row in page.texts("#list .row")] == [OTHER, PERSON]
    assert page.text(".row .unread") == "2"
    page.open_person(OTHER)
    page.until(lambda: page.browser.title.startswith("Inbox"))
    page.until(lambda: page.bubbles() == ["second", "third"])
    page.shows(".message:last-child .meta", "Delivered")
    assert page.browser.execute_script("return window.sameDocument") is True


def test_markup_is_text(page: Page, aws: "PinpointSMSVoiceV2Client") -> None:
    """Nothing of a message becomes an element, in any pane."""
    body = "<img src=x onerror=\"document.title='broken'\"><b>bold</b><script>1</script>"
    page.open(f"/?message={text(aws, body, Context={'note': '<i>x</i>'})}")

    page.until(lambda: page.bubbles() == [body])
    page.shows("#details-members", "<i>x</i>")
    assert page.all("main img, .bubble b, main i, main script") == []
    assert "Inbox" in page.browser.title


def test_stop_opts_a_number_out(
    page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """The answer to STOP appears, and the next send is refused."""
    sender = number_of(aws, emulator)
    text(aws, "news for you", OriginationIdentity=sender)
    page.open_person(PERSON)

    page.press("r")
    assert page.focused() == "reply"
    page.reply("STOP")

    page.until(lambda: len(page.bubbles()) == 3)
    assert page.bubbles()[:2] == ["news for you", "STOP"]
    page.shows(".message.mine .meta", "Opt out")
    with refuses() as refused:
        text(aws, "more news", OriginationIdentity=sender)
    assert refused.reason == "DESTINATION_PHONE_NUMBER_OPTED_OUT"


def test_there_is_no_reply_box_where_no_reply_can_go(
    page: Page, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """The shared route hears nothing."""
    text(aws, "from a shared route")
    page.open_person(PERSON)

    page.shows("#no-reply", "No reply can go back")
    assert page.all("#reply") == []


def test_a_chip_sends_its_postback(
    page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """A carousel shows its cards and pictures; a tap on one is what the agent receives."""
    shop = agent(emulator)
    rcs.send(aws, shop, PERSON, RcsMessageContent=inbox.shoes())
    page.open_person(PERSON)
    page.until(lambda: page.texts(".card-title") == ["Trail", "Winter", "Road"])
    page.until(lambda: len(page.all(".carousel img")) == 2)
    assert page.text(".placeholder") == "Video\nroad.webm"

    page.click(".carousel .chip")

    page.shows(".message.mine .bubble", "postback take-trail")
    (record,) = emulator.inbound_messages
    assert '"postbackData": "take-trail"' in record.message_body
    assert (record.origination_number, record.destination_number) == (PERSON, shop)


def test_a_code_is_copied(page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    """One press, and it can be pasted."""
    from selenium.webdriver.common.keys import Keys

    text_code(aws, notify_configuration(aws, emulator), PERSON)
    page.open_person(PERSON)

    page.click('[aria-label="Copy code 4711"]')
    page.shows(".one-time", "Copied")
    page.press("/")
    assert page.focused() == "search"
    page.press(Keys.CONTROL + "v")

    page.until(lambda: "text=4711" in page.address)


def test_a_call_can_be_read_aloud(
    page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """It shows how long it takes and what is said."""
    ids = inbox.furnish(aws, emulator)
    page.open(f"/?message={ids['call']}")

    page.shows(".call", "Your appointment is on Monday at nine")
    assert "Voice call" in page.text(".call")
    assert page.all('.call [aria-label="Read the call aloud"]')
    page.shows("#details-members", "9 seconds")


def test_an_address_leads_to_a_message_and_back_leads_back(
    page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """A link can be shared; Back and Forward walk what was opened."""
    ids = inbox.furnish(aws, emulator)

    page.open(f"/?message={ids['parking']}")
    page.shows("#person", inbox.ADA)
    page.shows("#details-members", "booking: B-2041")
    page.shows("#details-events", "TEXT_DELIVERED")
    page.shows("#request-page", 'Context={"booking": "B-2041"}')
    page.open_person(inbox.CEM)
    page.open_message(ids["blocked"])
    page.shows("#details-events", "TEXT_CARRIER_BLOCKED")

    page.browser.back()
    page.browser.back()
    page.shows("#person", inbox.ADA)
    page.shows("#details-members", ids["parking"])
    page.browser.forward()
    page.shows("#person", inbox.CEM)


def test_filters_stand_in_the_address(
    page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """They narrow the list to messages, survive a reload, and go one by one."""
    inbox.furnish(aws, emulator)
    page.until(lambda: len(page.all("#list .row")) == 6)

    page.click("#filter")
    page.choose("#filter-state", "FAILED")
    page.choose("#filter-channel", "SMS")
    page.until(lambda: "state=FAILED" in page.address and "channel=SMS" in page.address)
    page.until(lambda: page.text("#count") == "2 messages fit")
    page.fill("#search", "invoice")
    page.until(lambda: page.text("#count") == "1 message fit")
    page.browser.refresh()

    page.until(lambda: page.text("#count") == "1 message fit")
    page.click('[aria-label="Remove filter: State FAILED"]')
    page.until(lambda: "state=" not in page.address)
    page.fill("#search", "plums")
    page.shows("#empty", "No message fits")
    page.click("#all")
    page.until(lambda: len(page.all("#list .row")) == 6)


def test_keys_walk_the_page(page: Page, aws: "PinpointSMSVoiceV2Client") -> None:
    """j and k choose, ? helps, and they rest while someone types."""
    from selenium.webdriver.common.keys import Keys

    text(aws, "older", PERSON)
    text(aws, "newer", OTHER)
    page.until(lambda: len(page.all("#list .row")) == 2)
    page.press("j")
    page.press("k")
    page.shows("#person", OTHER)
    page.press("j")
    page.shows("#person", PERSON)

    page.press("?")
    page.shows("#help", "Search")
    page.press(Keys.ESCAPE)
    page.until(lambda: page.all("#help") == [])
    page.press("/")
    page.press("j")

    page.until(lambda: "text=j" in page.address)
    assert page.text("#person") == PERSON


def test_clearing_asks_first(page: Page, aws: "PinpointSMSVoiceV2Client") -> None:
    """Keep them keeps them; clear messages clears them."""
    text(aws, "hello")
    page.until(lambda: len(page.all("#list .row")) == 1)

    page.click("#clear")
    page.click("#sure .quiet")
    page.until(lambda: page.all("#sure") == [])
    assert len(page.all("#list .row")) == 1
    page.click("#clear")
    page.click("#sure-yes")

    page.shows("#connect", "No messages yet")
    assert aws.describe_opt_out_lists()["OptOutLists"]


def test_many_messages_are_drawn_as_far_as_they_are_seen(
    page: Page, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """Of 2,000 people few rows exist, and the last is one jump away; long talks come in parts."""
    inbox.crowd(aws, 2_000)
    for turn in range(150):
        text(aws, f"turn {turn}", PERSON)
    page.shows("#count", "2,001 people · 2,150 messages")
    assert len(page.all("#list .row")) < 60

    page.browser.execute_script("document.querySelector('.rows').scrollTop = 1e9")
    page.shows("#list", "+447400000000")
    page.open(f"/?to=%2B{PERSON[1:]}")
    page.until(lambda: page.bubbles()[-1:] == ["turn 149"])
    assert page.bubbles()[0] == "turn 50"
    page.click("#earlier")

    page.until(lambda: page.bubbles()[:1] == ["turn 0"])


def test_it_fits_a_phone(page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator) -> None:
    """People, then the conversation, then the details: one step at a time, and Back leads back."""
    ids = inbox.furnish(aws, emulator)
    page.browser.set_window_size(390, 844)
    page.open("/")
    width = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"

    def panes() -> list[str]:
        assert page.browser.execute_script(width) <= 0
        found = [one for one in page.all(".pane") if one.is_displayed()]
        return [(one.get_attribute("class") or "").split()[1] for one in found]

    assert panes() == ["people"]
    page.open_person(inbox.BEN)
    assert panes() == ["phone"]
    page.open_message(ids["carousel"])
    assert panes() == ["details"]
    page.click("#details-back")
    page.until(lambda: panes() == ["phone"])
    page.browser.back()
    page.until(lambda: panes() == ["details"])
    page.click("#details-back")
    page.click("#back")
    page.until(lambda: panes() == ["people"])

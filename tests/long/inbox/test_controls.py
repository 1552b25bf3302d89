"""The inbox page's panel of controls in a real browser: each does what it says."""

from typing import TYPE_CHECKING

import pytest

from smsvoice.emulator import Emulator
from tests.factories.chromium import needs_browser
from tests.factories.identities import long_code
from tests.factories.inbox import DIA, PERSON, text
from tests.factories.inbox_page import Page
from tests.factories.notify import notify_configuration
from tests.factories.refusals import refuses
from tests.factories.registrations import SENDER_ID, under_review

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

pytestmark = [pytest.mark.long, needs_browser]


@pytest.mark.parametrize(
    ("decision", "status"), [("Approve", "COMPLETE"), ("Deny", "REQUIRES_UPDATES")]
)
def test_a_registration_is_reviewed(
    page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator, decision: str, status: str
) -> None:
    """It is counted while it waits, and a button decides."""
    registration = under_review(aws, emulator, SENDER_ID)
    page.shows("#controls-button", "1")
    page.press("c")
    page.shows("#reviews", registration)

    page.click(f'[aria-label="{decision} {registration}"]')

    page.shows("#reviews", "Nothing waits")
    emulator.advance(3600)
    (found,) = aws.describe_registrations(RegistrationIds=[registration])["Registrations"]
    assert found["RegistrationStatus"] == status


def test_a_display_name_is_reviewed(
    page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """One that waits for verification is approved."""
    emulator.settings.display_names_to_verify = {"Shop"}
    shop = notify_configuration(aws, emulator)
    page.open("/?view=controls")
    page.shows("#reviews", shop)

    page.click(f'[aria-label="Approve {shop}"]')

    page.shows("#reviews", "Nothing waits")
    (found,) = aws.describe_notify_configurations()["NotifyConfigurations"]
    assert found["Status"] == "ACTIVE"


def test_the_panel_moves_the_clock_and_adds_faults(
    page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """A day ahead in one press; the next call is throttled."""
    page.open("/?view=controls")
    before = emulator.now()
    page.until(lambda: page.all("#clock-now"))
    page.click("#controls .buttons button:nth-child(3)")
    page.until(lambda: (emulator.now() - before).total_seconds() >= 86_400)

    page.click("#fault button")
    page.shows("#fault-list", "throttle")
    assert [fault.kind for fault in emulator.faults] == ["throttle"]
    page.click("#end-faults")
    page.until(lambda: list(emulator.faults) == [])


def test_a_script_of_the_panel_blocks_a_message(
    page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """The chosen outcome meets the recipient."""
    page.open("/?view=controls")
    page.fill('#script [name="destination"]', PERSON)
    text(aws, "what arrives meanwhile", DIA)
    page.shows("#list", "what arrives meanwhile")
    page.choose('#script [name="outcome"]', "QUEUED CARRIER_BLOCKED")
    page.click("#script button")
    page.shows("#script", "TEXT_CARRIER_BLOCKED")

    text(aws, "hello")
    emulator.advance(10)

    assert emulator.messages[-1].state == "FAILED"


def test_a_refusal_of_the_panel_meets_the_next_call(
    page: Page, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """Once, with the reason that was chosen."""
    page.open("/?view=controls")
    page.fill('#refuse [name="reason"]', "DESTINATION_COUNTRY_BLOCKED")
    page.click("#refuse button")
    page.shows("#refuse", "refused so")

    with refuses() as refused:
        text(aws, "hello")
    assert refused.reason == "DESTINATION_COUNTRY_BLOCKED"
    assert text(aws, "hello again")


def test_a_new_person_writes(
    page: Page, aws: "PinpointSMSVoiceV2Client", emulator: Emulator
) -> None:
    """Whoever writes first has a conversation like all others."""
    key = long_code(aws, emulator)
    (number,) = aws.describe_phone_numbers(PhoneNumberIds=[key])["PhoneNumbers"]
    page.open("/?view=controls")

    page.fill('#new-inbound [name="person"]', "+16045550142")
    page.fill('#new-inbound [name="body"]', "JOIN <b>now</b>")
    page.click("#new-inbound button")

    page.shows("#person", "+16045550142")
    page.until(lambda: page.bubbles() == ["JOIN <b>now</b>"])
    assert emulator.inbound_messages[-1].destination_number == number["PhoneNumber"]

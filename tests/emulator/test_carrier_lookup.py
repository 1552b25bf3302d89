"""Carrier lookup: what is behind a number."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import GOOD
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


def test_a_mobile_number_has_country_network_and_carrier(aws: "PinpointSMSVoiceV2Client") -> None:
    """A simulator destination is a mobile number of its country."""
    found = aws.carrier_lookup(PhoneNumber=GOOD)

    assert {name: value for name, value in found.items() if name != "ResponseMetadata"} == {
        "E164PhoneNumber": GOOD,
        "DialingCountryCode": "1",
        "IsoCountryCode": "US",
        "Country": "United States",
        "MCC": "310",
        "MNC": "800",
        "Carrier": "Example Mobile US",
        "PhoneNumberType": "MOBILE",
    }


@pytest.mark.parametrize(
    ("number", "kind", "code", "country"),
    [
        ("+447700900123", "MOBILE", "44", "GB"),
        ("+442079460123", "LANDLINE", "44", "GB"),
        ("+4915112345678", "MOBILE", "49", "DE"),
        ("+493012345678", "LANDLINE", "49", "DE"),
        ("+35312345678", "MOBILE", "353", "IE"),
        ("+77012345678", "MOBILE", "7", "KZ"),
        ("+18005550142", "OTHER", "1", "US"),
        ("+14165550142", "MOBILE", "1", "CA"),
        ("+441534123456", "MOBILE", "44", "JE"),
    ],
)
def test_a_lookup_describes_the_number(
    aws: "PinpointSMSVoiceV2Client", number: str, kind: str, code: str, country: str
) -> None:
    """Mobile networks are told for mobile numbers only."""
    found = aws.carrier_lookup(PhoneNumber=number)

    told = (found["PhoneNumberType"], found["DialingCountryCode"], found["IsoCountryCode"])
    assert told == (kind, code, country)
    assert ("MCC" in found, "MNC" in found) == (kind == "MOBILE", kind == "MOBILE")


@pytest.mark.parametrize(
    "number", ["+9991234567", "+1206555", "+1206555014299", "+44770", "+4477009001231234"]
)
def test_the_lookup_of_an_invalid_number_answers_only_that(
    aws: "PinpointSMSVoiceV2Client", number: str
) -> None:
    """No country, too short, or too long."""
    found = aws.carrier_lookup(PhoneNumber=number)

    assert set(found) - {"ResponseMetadata"} == {"E164PhoneNumber", "PhoneNumberType"}
    assert found["PhoneNumberType"] == "INVALID"


@pytest.mark.parametrize("kind", ["VOIP", "PREPAID", "LANDLINE", "OTHER", "INVALID"])
def test_the_settings_can_say_otherwise(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", kind: str
) -> None:
    """Every kind of line can be met."""
    emulator.settings.phone_number_types[GOOD] = kind

    found = aws.carrier_lookup(PhoneNumber=GOOD)

    assert found["PhoneNumberType"] == kind


@pytest.mark.parametrize(
    ("given", "cleansing", "number", "keeps_original"),
    [
        ("+1 (425) 414-7755", {}, "+14254147755", False),
        ("+44 (0)7700 900123", {}, "+4407700900123", False),
        ("+44 (0)7700 900123", {"EnableCleansing": True}, "+447700900123", True),
        ("+44 7700 900123", {"EnableCleansing": True}, "+447700900123", False),
        ("+49 0151 12345678", {"EnableCleansing": True}, "+4915112345678", True),
        ("+39 06 12345678", {"EnableCleansing": True}, "+390612345678", False),
    ],
)
def test_numbers_are_cleansed_where_asked_for(
    aws: "PinpointSMSVoiceV2Client",
    given: str,
    cleansing: dict[str, Any],
    number: str,
    keeps_original: bool,
) -> None:
    """Formatting always goes; the zero for calls at home only by cleansing, which keeps the original."""
    known = aws.meta.service_model.shape_for("CarrierLookupRequest").members
    if not set(cleansing) <= set(known):
        pytest.skip("the oldest botocore does not know EnableCleansing")

    found = aws.carrier_lookup(PhoneNumber=given, **cleansing)

    assert found["E164PhoneNumber"] == number
    assert found.get("OriginalPhoneNumber") == (given if keeps_original else None)


def test_a_number_without_plus_is_refused(aws: "PinpointSMSVoiceV2Client") -> None:
    """The country must be told."""
    with refuses() as refused:
        aws.carrier_lookup(PhoneNumber="0770 0900123")

    assert (refused.reason, refused.fields) == ("INVALID_PARAMETER", ["PhoneNumber"])

"""Searching for numbers, and what they look like."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator.countries import country_of
from tests.emulator.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client


ASKED: dict[str, Any] = {
    "IsoCountryCode": "US",
    "MessageType": "TRANSACTIONAL",
    "NumberCapabilities": ["SMS"],
    "NumberType": "LONG_CODE",
}


@pytest.mark.parametrize("country", ["US", "CA", "GB", "DE", "KZ", "JM", "JE", "SG"])
@pytest.mark.parametrize("number_type", ["LONG_CODE", "TOLL_FREE"])
def test_a_number_looks_like_its_country(
    aws: "PinpointSMSVoiceV2Client", country: str, number_type: str
) -> None:
    """It is E.164, in the country's numbering."""
    made = aws.request_phone_number(
        **ASKED | {"IsoCountryCode": country, "NumberType": number_type}
    )

    assert made["PhoneNumber"].startswith("+")
    assert 9 <= len(made["PhoneNumber"]) <= 16
    assert country_of(made["PhoneNumber"]) == country


def test_a_search_finds_what_is_wished_for(aws: "PinpointSMSVoiceV2Client") -> None:
    """Ten a page at most, the same numbers again, and one of them can be had."""
    search: dict[str, Any] = {
        "IsoCountryCode": "US",
        "NumberCapabilities": ["SMS"],
        "NumberType": "TEN_DLC",
    }
    wish = [{"PreferenceType": ["StartsWith"], "Filter": ["+1206"]}]

    first = aws.list_available_phone_numbers(**search, NumberPreference=wish)
    everything = aws.get_paginator("list_available_phone_numbers").paginate(
        **search, NumberPreference=wish
    )
    every = [one for page in everything for one in page["AvailablePhoneNumbers"]]
    had = aws.request_phone_number(
        **ASKED
        | {
            "NumberType": "TEN_DLC",
            "NumberPreference": [{"PreferenceType": ["ExactMatch"], "Filter": [every[0]]}],
        }
    )
    after = aws.list_available_phone_numbers(**search, NumberPreference=wish)

    assert len(first["AvailablePhoneNumbers"]) == 10
    assert len(every) == len(set(every)) == 25
    assert all(one.startswith("+1206") for one in every)
    assert had["PhoneNumber"] == every[0]
    assert every[0] not in after["AvailablePhoneNumbers"]


@pytest.mark.parametrize(
    ("kind", "wish", "matches"),
    [
        ("EndsWith", "4242", lambda found: found.endswith("4242")),
        ("Contains", "777", lambda found: "777" in found),
        ("ExactMatch", "+12065550142", lambda found: found == "+12065550142"),
    ],
)
def test_every_preference_is_heard(
    aws: "PinpointSMSVoiceV2Client", kind: Any, wish: str, matches: Any
) -> None:
    """All numbers found are as wished for."""
    found = aws.list_available_phone_numbers(
        IsoCountryCode="US",
        NumberCapabilities=["SMS"],
        NumberType="TEN_DLC",
        NumberPreference=[{"PreferenceType": [kind], "Filter": [wish]}],
    )

    assert found["AvailablePhoneNumbers"]
    assert all(matches(one) for one in found["AvailablePhoneNumbers"])


def test_a_search_that_nothing_meets_is_empty(aws: "PinpointSMSVoiceV2Client") -> None:
    """No match is no error."""
    found = aws.list_available_phone_numbers(
        IsoCountryCode="US",
        NumberCapabilities=["SMS"],
        NumberType="TEN_DLC",
        NumberPreference=[{"PreferenceType": ["StartsWith"], "Filter": ["+44"]}],
    )

    assert found["AvailablePhoneNumbers"] == []


@pytest.mark.parametrize(
    "members",
    [{"IsoCountryCode": "CA"}, {"NumberType": "TOLL_FREE"}, {"NumberCapabilities": ["RCS"]}],
)
def test_only_american_10dlc_can_be_searched(
    aws: "PinpointSMSVoiceV2Client", members: dict[str, Any]
) -> None:
    """Everything else is invalid."""
    search = {"IsoCountryCode": "US", "NumberCapabilities": ["SMS"], "NumberType": "TEN_DLC"}

    with refuses() as refused:
        aws.list_available_phone_numbers(**search | members)

    assert refused.reason == "INVALID_PARAMETER"

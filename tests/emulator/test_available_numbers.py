"""Searching for numbers, and what they look like."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.core.countries import countries, country_of, dialling_codes
from smsvoice.rules.phone_numbers import problem_of
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


ASKED: dict[str, Any] = {
    "IsoCountryCode": "US",
    "MessageType": "TRANSACTIONAL",
    "NumberCapabilities": ["SMS"],
    "NumberType": "LONG_CODE",
}


def test_a_number_looks_like_its_country(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Everywhere it is E.164, of that country and as long as its plan wants it."""
    emulator.settings.quotas = False

    for country in countries():
        made = aws.request_phone_number(**ASKED | {"IsoCountryCode": country})["PhoneNumber"]

        assert country_of(made) == country
        assert problem_of(made) is None, country


def test_a_toll_free_number_is_free_in_its_country(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """800 and its like are the United States' own wherever numbers begin with +1."""
    emulator.settings.quotas = False
    american = [country for country in countries() if dialling_codes(country)[0].startswith("1")]
    asked = ASKED | {"NumberType": "TOLL_FREE"}

    for country in sorted({*countries()} - {*american}):
        made = aws.request_phone_number(**asked | {"IsoCountryCode": country})["PhoneNumber"]
        assert country_of(made) == country
        assert problem_of(made) is None, country
    for country in sorted({*american} - {"US"}):
        with refuses() as refused:
            aws.request_phone_number(**asked | {"IsoCountryCode": country})
        assert (refused.reason, refused.fields) == ("INVALID_PARAMETER", ["IsoCountryCode"])

    assert len(american) > 20
    assert aws.request_phone_number(**asked)["PhoneNumber"][2:5] in {
        "800", "833", "844", "855", "866", "877", "888",
    }  # fmt: skip


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

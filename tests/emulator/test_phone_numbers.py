"""Phone numbers, from the search to the release."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.models.registrations import RegistrationStatus
from tests.factories.constants import INBOUND_TOPIC, SETTLED, START
from tests.factories.identities import many_numbers, number, pool, registration
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


def test_a_long_code_is_ready_after_some_seconds(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It is PENDING first, has AWS's defaults, and becomes ACTIVE."""
    made = aws.request_phone_number(**ASKED)
    emulator.advance(SETTLED)

    (found,) = aws.describe_phone_numbers()["PhoneNumbers"]
    assert made["Status"] == "PENDING"
    assert found["Status"] == "ACTIVE"
    assert found["OptOutListName"] == "Default"
    assert found["MonthlyLeasingPrice"] == "1.00"
    assert found["CreatedTimestamp"] == START
    flags = ("TwoWayEnabled", "SelfManagedOptOutsEnabled", "DeletionProtectionEnabled")
    assert not any(found[name] for name in flags)  # type: ignore[literal-required]


def test_a_simulator_number_is_ready_at_once(aws: "PinpointSMSVoiceV2Client") -> None:
    """It is ACTIVE in the answer, and costs nothing a month."""
    made = aws.request_phone_number(**ASKED | {"NumberType": "SIMULATOR"})

    assert (made["Status"], made["MonthlyLeasingPrice"]) == ("ACTIVE", "0.00")


@pytest.mark.parametrize("number_type", ["TOLL_FREE", "TEN_DLC"])
def test_a_number_that_needs_a_registration_waits_for_it(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", number_type: str
) -> None:
    """Without one it stays PENDING, and cannot send."""
    made = aws.request_phone_number(**ASKED | {"NumberType": number_type})
    emulator.advance(86400)

    with refuses() as refused:
        aws.send_text_message(
            OriginationIdentity=made["PhoneNumberId"],
            DestinationPhoneNumber="+12065550142",
            MessageBody="hello",
        )

    (found,) = aws.describe_phone_numbers()["PhoneNumbers"]
    assert found["Status"] == "PENDING"
    assert (refused.reason, refused.resource_type) == ("RESOURCE_NOT_ACTIVE", "phone-number")


def test_a_number_of_a_complete_campaign_becomes_active(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Requested with its registration, it needs nothing else."""
    campaign = registration(emulator, RegistrationStatus.COMPLETE)

    made = aws.request_phone_number(**ASKED | {"NumberType": "TEN_DLC", "RegistrationId": campaign})

    emulator.advance(SETTLED)
    (found,) = aws.describe_phone_numbers()["PhoneNumbers"]
    assert (made["Status"], made["RegistrationId"]) == ("PENDING", campaign)
    assert found["Status"] == "ACTIVE"


@pytest.mark.parametrize(
    ("members", "field"),
    [
        ({"NumberType": "SHORT_CODE"}, "NumberType"),
        ({"NumberType": "SIMULATOR", "IsoCountryCode": "GB"}, "IsoCountryCode"),
        ({"NumberType": "SIMULATOR", "MessageType": "PROMOTIONAL"}, "MessageType"),
        ({"NumberType": "TEN_DLC", "IsoCountryCode": "CA"}, "IsoCountryCode"),
        ({"IsoCountryCode": "QQ"}, "IsoCountryCode"),
        ({"NumberCapabilities": ["RCS"]}, "NumberCapabilities"),
        (
            {"NumberPreference": [{"PreferenceType": ["Contains"], "Filter": ["77"]}]},
            "NumberPreference",
        ),
        (
            {
                "NumberType": "TEN_DLC",
                "NumberPreference": [{"PreferenceType": ["StartsWith"], "Filter": ["800"]}],
            },
            "NumberPreference",
        ),
    ],
)
def test_what_does_not_go_together_is_invalid(
    aws: "PinpointSMSVoiceV2Client", members: dict[str, Any], field: str
) -> None:
    """The member at fault is named."""
    with refuses() as refused:
        aws.request_phone_number(**ASKED | members)

    assert (refused.reason, refused.fields) == ("INVALID_PARAMETER", [field])


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ({"OptOutListName": "nobody"}, "opt-out-list"),
        ({"PoolId": "pool-nobody"}, "pool"),
        ({"RegistrationId": "registration-nobody"}, "registration"),
    ],
)
def test_what_a_request_names_must_exist(
    aws: "PinpointSMSVoiceV2Client", members: dict[str, str], kind: str
) -> None:
    """An unknown list, pool or registration is not found, and no number is made."""
    with refuses() as refused:
        aws.request_phone_number(**ASKED | members)

    assert (refused.code, refused.resource_type) == ("ResourceNotFoundException", kind)
    assert aws.describe_phone_numbers()["PhoneNumbers"] == []


def test_an_unfinished_registration_gives_no_number(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Neither to request nor to search."""
    campaign = registration(emulator, RegistrationStatus.REVIEWING)

    with refuses() as requested:
        aws.request_phone_number(**ASKED | {"NumberType": "TEN_DLC", "RegistrationId": campaign})
    with refuses() as searched:
        aws.list_available_phone_numbers(
            IsoCountryCode="US",
            NumberCapabilities=["SMS"],
            NumberType="TEN_DLC",
            RegistrationId=campaign,
        )

    assert requested.reason == searched.reason == "REGISTRATION_NOT_COMPLETE"


def test_a_registration_of_another_region_gives_no_number(
    aws: "PinpointSMSVoiceV2Client",
) -> None:
    """Its ARN tells the region."""
    elsewhere = "arn:aws:sms-voice:eu-west-1:123456789012:registration/registration-1"

    with refuses() as refused:
        aws.request_phone_number(**ASKED | {"NumberType": "TEN_DLC", "RegistrationId": elsewhere})

    assert refused.reason == "PHONE_NUMBER_NOT_IN_REGISTRATION_REGION"


def test_an_account_has_25_numbers(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """The next one is over the quota, unless quotas are off."""
    for _ in range(25):
        aws.request_phone_number(**ASKED)

    with refuses() as refused:
        aws.request_phone_number(**ASKED)

    emulator.settings.quotas = False
    aws.request_phone_number(**ASKED)
    assert refused.reason == "PHONE_NUMBERS_PER_ACCOUNT"
    assert len({one["PhoneNumber"] for one in aws.describe_phone_numbers()["PhoneNumbers"]}) == 26


def test_a_campaign_has_49_numbers(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """The next one is over its quota."""
    campaign = registration(emulator, RegistrationStatus.COMPLETE)
    first = number(aws, emulator, number_type="TEN_DLC", RegistrationId=campaign)
    many_numbers(emulator, first["PhoneNumberId"], 48)

    with refuses() as refused:
        number(aws, emulator, number_type="TEN_DLC", RegistrationId=campaign)

    assert refused.reason == "PHONE_NUMBERS_PER_REGISTRATION"


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("status", "ACTIVE", 2),
        ("iso-country-code", "GB", 1),
        ("message-type", "PROMOTIONAL", 1),
        ("number-capability", "VOICE", 1),
        ("number-type", "SIMULATOR", 1),
        ("two-way-enabled", "true", 1),
        ("self-managed-opt-outs-enabled", "true", 1),
        ("opt-out-list-name", "news", 1),
        ("deletion-protection-enabled", "false", 1),
        ("two-way-channel-arn", INBOUND_TOPIC, 1),
    ],
)
def test_every_filter_narrows(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", name: Any, value: str, count: int
) -> None:
    """Each filter looks at its own member."""
    aws.create_opt_out_list(OptOutListName="news")
    number(aws, emulator, number_type="SIMULATOR", DeletionProtectionEnabled=True)
    other = number(
        aws,
        emulator,
        country="GB",
        MessageType="PROMOTIONAL",
        NumberCapabilities=["SMS", "VOICE"],
        OptOutListName="news",
    )
    aws.update_phone_number(
        PhoneNumberId=other["PhoneNumberId"],
        TwoWayEnabled=True,
        TwoWayChannelArn=INBOUND_TOPIC,
        SelfManagedOptOutsEnabled=True,
    )

    found = aws.describe_phone_numbers(Filters=[{"Name": name, "Values": [value]}])

    assert len(found["PhoneNumbers"]) == count


def test_ids_and_arns_name_numbers(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Both are taken, one unknown id fails the call, and ids exclude an owner."""
    made = number(aws, emulator)

    found = aws.describe_phone_numbers(PhoneNumberIds=[made["PhoneNumberArn"]])
    with refuses() as unknown:
        aws.describe_phone_numbers(PhoneNumberIds=[made["PhoneNumberId"], "phone-nobody"])
    with refuses() as both:
        aws.describe_phone_numbers(PhoneNumberIds=[made["PhoneNumberId"]], Owner="SELF")

    assert found["PhoneNumbers"][0]["PhoneNumberId"] == made["PhoneNumberId"]
    assert (unknown.code, unknown.resource_type) == ("ResourceNotFoundException", "phone-number")
    assert both.reason == "PARAMETERS_CANNOT_BE_USED_TOGETHER"
    assert aws.describe_phone_numbers(Owner="SHARED")["PhoneNumbers"] == []
    assert len(aws.describe_phone_numbers(Owner="SELF")["PhoneNumbers"]) == 1


def test_a_number_can_be_requested_into_a_pool(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It joins at once if it matches; a mismatch leaves no number behind."""
    made = pool(aws, emulator, number(aws, emulator)["PhoneNumberId"])

    joined = aws.request_phone_number(**ASKED, PoolId=made["PoolId"])
    with refuses() as refused:
        aws.request_phone_number(**ASKED | {"PoolId": made["PoolId"], "MessageType": "PROMOTIONAL"})

    members = aws.list_pool_origination_identities(PoolId=made["PoolId"])
    assert joined["PoolId"] == made["PoolId"]
    assert len(members["OriginationIdentities"]) == 2
    assert refused.reason == "MESSAGE_TYPE_MISMATCH"
    assert len(aws.describe_phone_numbers()["PhoneNumbers"]) == 2


def test_a_request_is_repeated_by_its_token(aws: "PinpointSMSVoiceV2Client") -> None:
    """The same token gives the same number."""
    first = aws.request_phone_number(**ASKED, ClientToken="t")
    again = aws.request_phone_number(**ASKED, ClientToken="t")

    assert first["PhoneNumberId"] == again["PhoneNumberId"]
    assert len(aws.describe_phone_numbers()["PhoneNumbers"]) == 1

"""The account: its tier, its default protection, its quotas."""

from typing import TYPE_CHECKING

import pytest

from tests.factories.registrations import BRAND, PNG, register, toll_free_number

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


@pytest.mark.parametrize(("sandbox", "tier"), [(True, "SANDBOX"), (False, "PRODUCTION")])
def test_the_tier_is_described(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", sandbox: bool, tier: str
) -> None:
    """As the settings have it; without a default protect configuration it stands alone."""
    emulator.settings.sandbox = sandbox

    told = aws.describe_account_attributes()["AccountAttributes"]

    assert told == [{"Name": "ACCOUNT_TIER", "Value": tier}]


def test_the_default_protect_configuration_is_described(aws: "PinpointSMSVoiceV2Client") -> None:
    """While there is one."""
    key = aws.create_protect_configuration()["ProtectConfigurationId"]
    aws.set_account_default_protect_configuration(ProtectConfigurationId=key)
    while_there = aws.describe_account_attributes()["AccountAttributes"]
    aws.delete_account_default_protect_configuration()

    afterwards = aws.describe_account_attributes()["AccountAttributes"]

    assert {"Name": "DEFAULT_PROTECT_CONFIGURATION_ID", "Value": key} in while_there
    assert len(afterwards) == 1


def test_quotas_show_what_is_used(aws: "PinpointSMSVoiceV2Client") -> None:
    """All eight, each counting its own; the default opt-out list counts."""
    toll_free_number(aws)
    aws.create_pool(
        OriginationIdentity=aws.request_phone_number(
            IsoCountryCode="US",
            MessageType="TRANSACTIONAL",
            NumberCapabilities=["SMS"],
            NumberType="SIMULATOR",
        )["PhoneNumberId"],
        MessageType="TRANSACTIONAL",
    )
    aws.create_configuration_set(ConfigurationSetName="news")
    aws.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="DE")
    register(aws, BRAND)
    aws.create_registration_attachment(AttachmentBody=PNG)
    aws.create_verified_destination_number(DestinationPhoneNumber="+12065550142")

    told = aws.describe_account_limits()["AccountLimits"]

    assert {one["Name"]: (one["Used"], one["Max"]) for one in told} == {
        "PHONE_NUMBERS": (2, 25),
        "POOLS": (1, 25),
        "CONFIGURATION_SETS": (1, 25),
        "OPT_OUT_LISTS": (1, 25),
        "SENDER_IDS": (1, 200),
        "REGISTRATIONS": (1, 25),
        "REGISTRATION_ATTACHMENTS": (1, 25),
        "VERIFIED_DESTINATION_NUMBERS": (1, 10),
    }


def test_quotas_come_in_pages(aws: "PinpointSMSVoiceV2Client") -> None:
    """Three at a time."""
    pages = aws.get_paginator("describe_account_limits").paginate(PaginationConfig={"PageSize": 3})

    assert [len(page["AccountLimits"]) for page in pages] == [3, 3, 2]

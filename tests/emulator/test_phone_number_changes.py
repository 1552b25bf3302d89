"""Changing phone numbers and giving them back."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.models.phone_numbers import NumberStatus
from smsvoice.models.registrations import RegistrationStatus
from tests.factories.constants import INBOUND_TOPIC, SETTLED
from tests.factories.identities import agent, change_number, number, pool, registration, short_code
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
ROLE = "arn:aws:iam::123456789012:role/publish"


def test_an_update_keeps_what_it_does_not_name(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Settings change one by one, and switching two-way off forgets its channel."""
    key = number(aws, emulator)["PhoneNumberId"]
    aws.create_opt_out_list(OptOutListName="news")

    aws.update_phone_number(
        PhoneNumberId=key,
        TwoWayEnabled=True,
        TwoWayChannelArn=INBOUND_TOPIC,
        TwoWayChannelRole=ROLE,
    )
    aws.update_phone_number(
        PhoneNumberId=key,
        OptOutListName="news",
        DeletionProtectionEnabled=True,
        InternationalSendingEnabled=True,
    )
    (full,) = aws.describe_phone_numbers()["PhoneNumbers"]
    off = aws.update_phone_number(PhoneNumberId=key, TwoWayEnabled=False)

    assert (full["TwoWayChannelArn"], full["TwoWayChannelRole"]) == (INBOUND_TOPIC, ROLE)
    assert full["OptOutListName"] == "news"
    assert full["DeletionProtectionEnabled"]
    assert full["InternationalSendingEnabled"]
    assert not off["TwoWayEnabled"]
    assert "TwoWayChannelArn" not in off


@pytest.mark.parametrize(
    ("country", "members", "reason"),
    [
        ("US", {"TwoWayEnabled": True}, "TWO_WAY_CHANNEL_NOT_PRESENT"),
        ("US", {"SelfManagedOptOutsEnabled": True}, "TWO_WAY_NOT_ENABLED"),
        (
            "SG",
            {"TwoWayEnabled": True, "TwoWayChannelArn": "arn:aws:sqs:us-east-1:1:queue"},
            "INVALID_ARN",
        ),
        (
            "VN",
            {"TwoWayEnabled": True, "TwoWayChannelArn": INBOUND_TOPIC},
            "TWO_WAY_NOT_SUPPORTED_IN_COUNTRY",
        ),
        ("US", {"OptOutListName": "nobody"}, None),
    ],
)
def test_settings_that_do_not_go_together_are_refused(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    country: str,
    members: dict[str, Any],
    reason: str | None,
) -> None:
    """Each has its reason, and nothing is changed."""
    key = number(aws, emulator, country=country)["PhoneNumberId"]
    before = aws.describe_phone_numbers()["PhoneNumbers"]

    with refuses() as refused:
        aws.update_phone_number(PhoneNumberId=key, **members)

    assert refused.reason == reason
    assert aws.describe_phone_numbers()["PhoneNumbers"] == before


def test_two_way_needs_a_region_and_a_role_that_work(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Switches of the emulator make both fail."""
    key = number(aws, emulator)["PhoneNumberId"]
    asked: dict[str, Any] = {
        "PhoneNumberId": key,
        "TwoWayEnabled": True,
        "TwoWayChannelArn": INBOUND_TOPIC,
        "TwoWayChannelRole": ROLE,
    }

    emulator.settings.inaccessible_arns = {ROLE}
    with refuses() as by_role:
        aws.update_phone_number(**asked)
    emulator.settings.inaccessible_arns = {INBOUND_TOPIC}
    with refuses() as by_topic:
        aws.update_phone_number(**asked)
    emulator.settings.regions_without_two_way = {"us-east-1"}
    with refuses() as by_region:
        aws.update_phone_number(**asked)

    assert by_role.reason == by_topic.reason == "RESOURCE_NOT_ACCESSIBLE"
    assert by_role.response["Error"]["Message"].endswith(": Could not assume IAM role")
    assert (by_role.fields, by_topic.fields) == (["TwoWayChannelRole"], ["TwoWayChannelArn"])
    assert by_region.reason == "TWO_WAY_NOT_SUPPORTED_IN_REGION"


def test_10dlc_never_sends_abroad(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Neither a request nor an update can switch it on."""
    made = number(aws, emulator, number_type="TEN_DLC")

    with refuses() as requested:
        number(aws, emulator, number_type="TEN_DLC", InternationalSendingEnabled=True)
    with refuses() as updated:
        aws.update_phone_number(
            PhoneNumberId=made["PhoneNumberId"], InternationalSendingEnabled=True
        )

    assert requested.reason == updated.reason == "INTERNATIONAL_SENDING_NOT_SUPPORTED"


def test_a_number_in_a_pool_is_neither_changed_nor_released(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The pool rules it."""
    key = number(aws, emulator)["PhoneNumberId"]
    pool(aws, emulator, key)

    with refuses() as updated:
        aws.update_phone_number(PhoneNumberId=key, DeletionProtectionEnabled=True)
    with refuses() as released:
        aws.release_phone_number(PhoneNumberId=key)

    assert updated.reason == released.reason == "PHONE_NUMBER_ASSOCIATED_TO_POOL"


def test_a_released_number_leaves_in_some_seconds(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It shows DISASSOCIATING, can be neither changed nor released again, and is gone then."""
    key = number(aws, emulator)["PhoneNumberId"]

    released = aws.release_phone_number(PhoneNumberId=key)
    with refuses() as again:
        aws.release_phone_number(PhoneNumberId=key)
    with refuses() as updated:
        aws.update_phone_number(PhoneNumberId=key, DeletionProtectionEnabled=True)
    emulator.advance(SETTLED)
    with refuses() as gone:
        aws.release_phone_number(PhoneNumberId=key)

    assert released["Status"] == "DISASSOCIATING"
    assert again.reason == updated.reason == "RESOURCE_NOT_ACTIVE"
    assert gone.code == "ResourceNotFoundException"
    assert aws.describe_phone_numbers()["PhoneNumbers"] == []


def test_a_protected_number_stays(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Deletion protection goes before the release."""
    key = number(aws, emulator, DeletionProtectionEnabled=True)["PhoneNumberId"]

    with refuses() as refused:
        aws.release_phone_number(PhoneNumberId=key)

    assert refused.reason == "DELETION_PROTECTION_ENABLED"


def test_a_number_under_review_stays(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """A registration that is being reviewed holds it."""
    key = number(aws, emulator)["PhoneNumberId"]
    campaign = registration(emulator, RegistrationStatus.REVIEWING)
    change_number(emulator, key, registration_id=campaign)

    with refuses() as refused:
        aws.release_phone_number(PhoneNumberId=key)

    assert refused.reason == "PHONE_NUMBER_ASSOCIATED_TO_REGISTRATION"


def test_a_short_code_is_released_by_support(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The operation refuses its kind."""
    key = short_code(aws, emulator)["PhoneNumberId"]

    with refuses() as refused:
        aws.release_phone_number(PhoneNumberId=key)

    assert refused.reason == "PHONE_NUMBER_CANNOT_BE_RELEASED"


def test_an_arn_of_another_kind_is_invalid(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A number is not named by an agent's ARN."""
    elsewhere = f"arn:aws:sms-voice:us-east-1:123456789012:rcs-agent/{agent(emulator)}"

    with refuses() as refused:
        aws.update_phone_number(PhoneNumberId=elsewhere)

    assert refused.reason == "INVALID_ARN"


def test_a_pending_number_that_is_released_does_not_wake_up(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Its activation is called off."""
    key = aws.request_phone_number(**ASKED)["PhoneNumberId"]
    emulator.advance(1)
    aws.release_phone_number(PhoneNumberId=key)
    emulator.advance(1)

    (found,) = aws.describe_phone_numbers()["PhoneNumbers"]

    assert found["Status"] == NumberStatus.DISASSOCIATING

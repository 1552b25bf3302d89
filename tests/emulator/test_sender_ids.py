"""Sender IDs, which are one for each country."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator.state.identities import mark_registered
from tests.factories.identities import number, pool
from tests.factories.refusals import refuses

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator


def test_a_sender_id_is_there_at_once(aws: "PinpointSMSVoiceV2Client") -> None:
    """It has both message types when none is given, and nobody registered it."""
    made = aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")

    (found,) = aws.describe_sender_ids()["SenderIds"]
    assert found["SenderIdArn"] == made["SenderIdArn"]
    assert made["SenderIdArn"].endswith(":sender-id/Example/GB")
    assert made["MessageTypes"] == ["TRANSACTIONAL", "PROMOTIONAL"]
    assert (made["Registered"], made["MonthlyLeasingPrice"]) == (False, "0.00")


@pytest.mark.parametrize(
    ("sender_id", "country", "reason"),
    [
        ("12345", "GB", "INVALID_PARAMETER"),
        ("-Example", "GB", "INVALID_PARAMETER"),
        ("Example-", "GB", "INVALID_PARAMETER"),
        ("Example", "QQ", "INVALID_PARAMETER"),
        ("Example", "US", "SENDER_ID_NOT_SUPPORTED"),
        ("Example", "SG", "SENDER_ID_REQUIRES_REGISTRATION"),
    ],
)
def test_not_every_sender_id_can_be_had(
    aws: "PinpointSMSVoiceV2Client", sender_id: str, country: str, reason: str
) -> None:
    """Its letters and its country decide."""
    with refuses() as refused:
        aws.request_sender_id(SenderId=sender_id, IsoCountryCode=country)

    assert refused.reason == reason


def test_a_sender_id_is_taken_once_a_country(aws: "PinpointSMSVoiceV2Client") -> None:
    """Upper and lower case are the same; another country is another one."""
    aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")
    aws.request_sender_id(SenderId="Example", IsoCountryCode="DE")

    with refuses() as refused:
        aws.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="GB")

    assert (refused.reason, refused.resource_type) == ("RESOURCE_ALREADY_EXISTS", "sender-id")


def test_an_account_has_200_sender_ids(aws: "PinpointSMSVoiceV2Client") -> None:
    """The next one is over the quota."""
    for index in range(200):
        aws.request_sender_id(SenderId=f"Brand{index}", IsoCountryCode="GB")

    with refuses() as refused:
        aws.request_sender_id(SenderId="Brand", IsoCountryCode="GB")

    assert refused.reason == "SENDER_IDS_PER_ACCOUNT"


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("sender-id", "Brand", 2),
        ("iso-country-code", "GB", 2),
        ("message-type", "PROMOTIONAL", 2),
        ("deletion-protection-enabled", "true", 1),
        ("registered", "true", 1),
    ],
)
def test_every_filter_narrows(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", name: Any, value: str, count: int
) -> None:
    """Each filter looks at its own member."""
    aws.request_sender_id(
        SenderId="Brand",
        IsoCountryCode="GB",
        MessageTypes=["TRANSACTIONAL"],
        DeletionProtectionEnabled=True,
    )
    aws.request_sender_id(SenderId="Other", IsoCountryCode="GB")
    emulator.engine.apply(lambda call: mark_registered(call, "Brand", "SG"))

    found = aws.describe_sender_ids(Filters=[{"Name": name, "Values": [value]}])

    assert len(found["SenderIds"]) == count


def test_letters_need_their_country_and_arns_theirs(aws: "PinpointSMSVoiceV2Client") -> None:
    """An ARN with another country is a mismatch, an unknown one fails the call."""
    arn = aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")["SenderIdArn"]

    found = aws.describe_sender_ids(
        SenderIds=[
            {"SenderId": "example", "IsoCountryCode": "GB"},
            {"SenderId": arn, "IsoCountryCode": "GB"},
        ]
    )
    with refuses() as mismatch:
        aws.update_sender_id(SenderId=arn, IsoCountryCode="DE")
    with refuses() as unknown:
        aws.describe_sender_ids(SenderIds=[{"SenderId": "Example", "IsoCountryCode": "DE"}])
    with refuses() as both:
        aws.describe_sender_ids(
            SenderIds=[{"SenderId": "Example", "IsoCountryCode": "GB"}], Owner="SELF"
        )

    assert [one["SenderIdArn"] for one in found["SenderIds"]] == [arn]
    assert mismatch.reason == "COUNTRY_CODE_MISMATCH"
    assert (unknown.code, unknown.resource_type) == ("ResourceNotFoundException", "sender-id")
    assert both.reason == "PARAMETERS_CANNOT_BE_USED_TOGETHER"
    assert aws.describe_sender_ids(Owner="SHARED")["SenderIds"] == []


def test_a_protected_sender_id_stays(aws: "PinpointSMSVoiceV2Client") -> None:
    """Until its protection is switched off."""
    name: dict[str, Any] = {"SenderId": "Example", "IsoCountryCode": "GB"}
    aws.request_sender_id(**name, DeletionProtectionEnabled=True)

    with refuses() as refused:
        aws.release_sender_id(**name)

    aws.update_sender_id(**name, DeletionProtectionEnabled=False)
    aws.release_sender_id(**name)
    with refuses() as gone:
        aws.release_sender_id(**name)
    assert refused.reason == "DELETION_PROTECTION_ENABLED"
    assert gone.code == "ResourceNotFoundException"


def test_a_sender_id_in_a_pool_stays(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """It leaves its pools first."""
    arn = aws.request_sender_id(SenderId="Example", IsoCountryCode="GB")["SenderIdArn"]
    made = pool(aws, emulator, arn, IsoCountryCode="GB")
    other = number(aws, emulator)["PhoneNumberId"]
    aws.associate_origination_identity(PoolId=made["PoolId"], OriginationIdentity=other)

    with refuses() as refused:
        aws.release_sender_id(SenderId="Example", IsoCountryCode="GB")

    aws.disassociate_origination_identity(
        PoolId=made["PoolId"], OriginationIdentity=arn, IsoCountryCode="GB"
    )
    aws.release_sender_id(SenderId="Example", IsoCountryCode="GB")
    assert refused.reason == "SENDER_ID_ASSOCIATED_TO_POOL"
    assert aws.describe_sender_ids()["SenderIds"] == []


def test_registration_makes_what_could_not_be_requested(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Where registration is compulsory, the approved one is there and registered."""
    emulator.engine.apply(lambda call: mark_registered(call, "Example", "SG", "registration-1"))

    (found,) = aws.describe_sender_ids()["SenderIds"]
    assert (found["Registered"], found["RegistrationId"]) == (True, "registration-1")


def test_a_released_sender_id_is_free_after_some_seconds(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Until its release has spread AWS wants a registration, in any case of its letters."""
    name: dict[str, Any] = {"SenderId": "Example", "IsoCountryCode": "GB"}
    aws.request_sender_id(**name)
    aws.release_sender_id(**name)

    with refuses() as same:
        aws.request_sender_id(**name)
    with refuses() as other_case:
        aws.request_sender_id(**name | {"SenderId": "EXAMPLE"})
    elsewhere = aws.request_sender_id(**name | {"IsoCountryCode": "DE"})
    emulator.advance(emulator.settings.seconds_to_settle)
    again = aws.request_sender_id(**name)

    for refused in (same, other_case):
        told = (refused.reason, refused.fields)
        assert told == ("SENDER_ID_REQUIRES_REGISTRATION", ["IsoCountryCode"])
    assert (elsewhere["IsoCountryCode"], again["SenderId"]) == ("DE", "Example")

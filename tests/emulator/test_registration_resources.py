"""What a registration is associated with: numbers, brands, sender IDs, and what deleting frees."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import SETTLED
from tests.factories.refusals import refuses
from tests.factories.registrations import (
    BRAND,
    CAMPAIGN,
    SENDER_ID,
    TOLL_FREE,
    VETTING,
    bind,
    complete,
    described,
    fill,
    register,
    ten_dlc_number,
    toll_free_number,
    under_review,
)

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

SOLE: dict[str, dict[str, Any]] = {"businessType": {"SelectChoices": ["SOLE_PROPRIETOR"]}}

Named = Callable[["PinpointSMSVoiceV2Client"], str]


@pytest.mark.parametrize(
    ("registration_type", "resource"),
    [
        (TOLL_FREE, ten_dlc_number),
        (BRAND, toll_free_number),
        (VETTING, lambda aws: register(aws, TOLL_FREE)),
        (TOLL_FREE, lambda aws: aws.create_rcs_agent()["RcsAgentId"]),
        (
            SENDER_ID,
            lambda aws: aws.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="GB")[
                "SenderIdArn"
            ],
        ),
    ],
)
def test_a_type_takes_only_its_own_resources(
    aws: "PinpointSMSVoiceV2Client", registration_type: str, resource: Named
) -> None:
    """Another kind, another type of number, another country."""
    key = register(aws, registration_type)

    with refuses() as refused:
        bind(aws, key, resource(aws))

    assert refused.reason == "INVALID_REGISTRATION_ASSOCIATION"


@pytest.mark.parametrize(
    ("resource_id", "code", "reason"),
    [
        ("EXAMPLE", "ValidationException", "INVALID_ARN"),
        (
            "arn:aws:sms-voice:us-east-1:123456789012:pool/pool-1",
            "ValidationException",
            "INVALID_ARN",
        ),
        ("phone-0", "ResourceNotFoundException", None),
        ("rcs-0", "ResourceNotFoundException", None),
        ("registration-0", "ResourceNotFoundException", None),
    ],
)
def test_a_resource_must_be_there(
    aws: "PinpointSMSVoiceV2Client", resource_id: str, code: str, reason: str | None
) -> None:
    """A sender ID by its letters alone lacks its country; a pool cannot be registered."""
    key = register(aws, TOLL_FREE)

    with refuses() as refused:
        bind(aws, key, resource_id)

    assert (refused.code, refused.reason) == (code, reason)


def test_a_number_belongs_to_one_registration(aws: "PinpointSMSVoiceV2Client") -> None:
    """Neither twice to the same, nor to a second one, nor when it is leaving."""
    first, second, number = (
        register(aws, TOLL_FREE),
        register(aws, TOLL_FREE),
        toll_free_number(aws),
    )
    bind(aws, first, number)

    with refuses() as twice:
        bind(aws, first, number)
    with refuses() as elsewhere:
        bind(aws, second, number)

    leaving = toll_free_number(aws)
    aws.release_phone_number(PhoneNumberId=leaving)
    with refuses() as gone:
        bind(aws, second, leaving)

    assert twice.reason == "RESOURCE_ALREADY_ASSOCIATED"
    assert elsewhere.reason == "PHONE_NUMBER_ASSOCIATED_TO_REGISTRATION"
    assert gone.reason == "RESOURCE_NOT_ACTIVE"


def test_a_number_is_bound_before_submission(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Later is too late for a toll-free number."""
    key = register(aws, TOLL_FREE)
    fill(aws, emulator, key, **SOLE)
    bind(aws, key, toll_free_number(aws))
    aws.submit_registration_version(RegistrationId=key)

    with refuses() as refused:
        bind(aws, key, toll_free_number(aws))

    assert refused.reason == "INVALID_REGISTRATION_ASSOCIATION"


def test_a_campaign_stands_on_a_complete_brand(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A brand that is not complete yet is refused, and the eleventh campaign of one that is."""
    with refuses() as unfinished:
        bind(aws, register(aws, CAMPAIGN), register(aws, BRAND))
    brand = complete(aws, emulator, BRAND)
    for _ in range(10):
        bind(aws, register(aws, CAMPAIGN), brand)

    with refuses() as too_many:
        bind(aws, register(aws, CAMPAIGN), brand)

    assert unfinished.reason == "REGISTRATION_NOT_COMPLETE"
    assert too_many.reason == "ASSOCIATIONS_PER_REGISTRATION"


def test_a_vetting_needs_nothing_but_its_brand(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """It has no fields."""
    brand = complete(aws, emulator, BRAND)

    vetting = complete(aws, emulator, VETTING, brand)

    assert described(aws, vetting)["RegistrationStatus"] == "COMPLETE"


def test_deleting_a_draft_frees_its_number(aws: "PinpointSMSVoiceV2Client") -> None:
    """The registration is gone, the number stays and can be bound elsewhere."""
    key, number = register(aws, TOLL_FREE), toll_free_number(aws)
    bind(aws, key, number)

    gone = aws.delete_registration(RegistrationId=key)
    with refuses() as refused:
        aws.delete_registration(RegistrationId=key)
    bind(aws, register(aws, TOLL_FREE), number)

    assert gone["RegistrationStatus"] == "DELETED"
    assert refused.code == "ResourceNotFoundException"


def test_what_is_needed_is_not_deleted(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Under review, a brand with a campaign, a campaign with a number, a number's approval."""
    number = toll_free_number(aws)
    reviewed = under_review(aws, emulator, TOLL_FREE, number, **SOLE)
    with refuses() as under:
        aws.delete_registration(RegistrationId=reviewed)
    emulator.approve(reviewed)
    with refuses() as approved:
        aws.delete_registration(RegistrationId=reviewed)
    brand = complete(aws, emulator, BRAND)
    campaign = complete(aws, emulator, CAMPAIGN, brand)
    with refuses() as stood_on:
        aws.delete_registration(RegistrationId=brand)
    bind(aws, campaign, ten_dlc_number(aws))
    with refuses() as numbered:
        aws.delete_registration(RegistrationId=campaign)

    assert under.reason == "RESOURCE_DELETION_NOT_ALLOWED"
    assert approved.reason == "DISASSOCIATE_REGISTRATION_NOT_ALLOWED"
    assert (stood_on.reason, numbered.reason) == ("RESOURCE_NOT_EMPTY", "RESOURCE_NOT_EMPTY")


def test_releasing_the_last_toll_free_number_closes_its_registration(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A closed registration can be deleted, and gets no new version."""
    number = toll_free_number(aws)
    key = complete(aws, emulator, TOLL_FREE, number, **SOLE)
    aws.release_phone_number(PhoneNumberId=number)
    emulator.advance(SETTLED)

    closed = described(aws, key)["RegistrationStatus"]
    with refuses() as refused:
        aws.create_registration_version(RegistrationId=key)
    aws.delete_registration(RegistrationId=key)

    assert closed == "CLOSED"
    assert refused.reason == "CREATE_REGISTRATION_VERSION_NOT_ALLOWED"


def test_controls_refuse_what_is_not_under_review(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """An unknown registration, one that is a draft, a field that it does not hold."""
    draft = register(aws, BRAND)
    reviewed = under_review(aws, emulator, BRAND)

    with pytest.raises(LookupError, match="no registration"):
        emulator.approve("registration-0")
    with pytest.raises(ValueError, match="DRAFT"):
        emulator.deny(draft)
    with pytest.raises(LookupError, match="has no field"):
        emulator.deny(reviewed, field_paths=["companyInfo.shoeSize"])
    assert described(aws, reviewed)["RegistrationStatus"] == "REVIEWING"


def test_event_bridge_gets_every_status(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """From creation to the end, with version and moment."""
    key = complete(aws, emulator, BRAND)
    aws.delete_registration(RegistrationId=key)

    heard = [
        event.body["detail"]["registrationDetails"]
        for event in emulator.events
        if event.event_type == "Registration Status Change"
    ]

    assert [one["currentStatus"] for one in heard] == [
        "CREATED",
        "SUBMITTED",
        "REVIEWING",
        "COMPLETE",
        "DELETED",
    ]
    assert {one["registrationId"] for one in heard} == {key}

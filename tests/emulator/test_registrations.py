"""Registrations: from the draft to the decision, and what follows from it."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import SETTLED
from tests.factories.refusals import refuses
from tests.factories.registrations import (
    BRAND,
    CAMPAIGN,
    NOTIFY,
    SENDER_ID,
    TOLL_FREE,
    bind,
    complete,
    described,
    fill,
    number_status,
    register,
    ten_dlc_number,
    toll_free_number,
    under_review,
    version,
)

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

PUBLIC: dict[str, dict[str, Any]] = {
    "legalType": {"SelectChoices": ["PUBLIC_PROFIT"]},
    "stockSymbol": {"TextValue": "EXMP"},
    "stockExchange": {"SelectChoices": ["NYSE"]},
    "businessContactEmail": {"TextValue": "owner@example.com"},
}
SOLE: dict[str, dict[str, Any]] = {"businessType": {"SelectChoices": ["SOLE_PROPRIETOR"]}}


def test_a_toll_free_number_becomes_active_after_a_denial_and_an_approval(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The whole way: fields, attachment, number, submission, denial, new version, approval."""
    number = toll_free_number(aws)
    key = register(aws, TOLL_FREE)
    fill(aws, emulator, key, **SOLE)
    bind(aws, key, number)
    statuses = [described(aws, key)["RegistrationStatus"]]
    aws.submit_registration_version(RegistrationId=key)
    statuses.append(described(aws, key)["RegistrationStatus"])
    emulator.advance(SETTLED)
    statuses.append(described(aws, key)["RegistrationStatus"])

    emulator.deny(
        key,
        reason="USE_CASE_UNCLEAR",
        description="Say who agrees to what.",
        field_paths=["messagingUseCase.optInDescription"],
        field_reason="UNCLEAR",
    )
    denied = version(aws, key, 1)
    (value,) = aws.describe_registration_field_values(
        RegistrationId=key, FieldPaths=["messagingUseCase.optInDescription"]
    )["RegistrationFieldValues"]
    after_denial = described(aws, key)
    aws.create_registration_version(RegistrationId=key)
    blank = aws.describe_registration_field_values(RegistrationId=key)
    fill(aws, emulator, key, **SOLE)
    aws.submit_registration_version(RegistrationId=key)
    emulator.advance(SETTLED)
    before = number_status(aws, number)
    emulator.approve(key)

    assert statuses == ["CREATED", "SUBMITTED", "REVIEWING"]
    assert denied["RegistrationVersionStatus"] == "DENIED"
    assert denied["DeniedReasons"][0]["Reason"] == "USE_CASE_UNCLEAR"
    assert value["DeniedReason"] == "UNCLEAR"
    assert after_denial["RegistrationStatus"] == "REQUIRES_UPDATES"
    assert after_denial["LatestDeniedVersionNumber"] == 1
    assert (blank["VersionNumber"], blank["RegistrationFieldValues"]) == (2, [])
    assert (before, number_status(aws, number)) == ("PENDING", "ACTIVE")
    assert described(aws, key)["RegistrationStatus"] == "COMPLETE"
    assert described(aws, key)["ApprovedVersionNumber"] == 2


def test_a_new_registration_is_a_draft_with_tags(aws: "PinpointSMSVoiceV2Client") -> None:
    """Version 1 is there at once, and nothing is in it."""
    made = aws.create_registration(
        RegistrationType=BRAND, Tags=[{"Key": "Name", "Value": "brand"}], ClientToken="t"
    )
    again = aws.create_registration(
        RegistrationType=BRAND, Tags=[{"Key": "Name", "Value": "brand"}], ClientToken="t"
    )

    assert made["RegistrationId"] == again["RegistrationId"]
    assert made["RegistrationStatus"] == "CREATED"
    assert version(aws, made["RegistrationId"], 1)["RegistrationVersionStatus"] == "DRAFT"
    tags = aws.list_tags_for_resource(ResourceArn=made["RegistrationArn"])["Tags"]
    assert tags == [{"Key": "Name", "Value": "brand"}]


def test_an_unknown_type_is_refused(aws: "PinpointSMSVoiceV2Client") -> None:
    """Only types with a definition can be registered."""
    with refuses() as refused:
        aws.create_registration(RegistrationType="XX_SHORT_CODE_REGISTRATION")

    assert refused.reason == "UNKNOWN_REGISTRATION_TYPE"


def test_an_account_has_twenty_five_registrations(aws: "PinpointSMSVoiceV2Client") -> None:
    """The next one is over the quota."""
    for _ in range(25):
        register(aws, BRAND)

    with refuses() as refused:
        register(aws, BRAND)

    assert refused.code == "ServiceQuotaExceededException"
    assert refused.reason == "REGISTRATIONS_PER_ACCOUNT"


def test_registrations_are_filtered_and_found_by_id(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """By type and by status; one unknown id fails the whole call."""
    brand = complete(aws, emulator, BRAND)
    register(aws, TOLL_FREE)

    by_type = aws.describe_registrations(
        Filters=[{"Name": "registration-type", "Values": [TOLL_FREE]}]
    )["Registrations"]
    by_status = aws.describe_registrations(
        Filters=[{"Name": "registration-status", "Values": ["COMPLETE"]}]
    )["Registrations"]
    with refuses() as refused:
        aws.describe_registrations(RegistrationIds=[brand, "registration-0"])

    assert [one["RegistrationType"] for one in by_type] == [TOLL_FREE]
    assert [one["RegistrationId"] for one in by_status] == [brand]
    assert (refused.code, refused.resource_type) == ("ResourceNotFoundException", "registration")


def test_amazon_reviews_first_where_it_is_asked_to(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """AWS_REVIEWING comes between, leaves feedback, and every status leaves its moment."""
    key = register(aws, BRAND)
    fill(aws, emulator, key)
    submitted = aws.submit_registration_version(RegistrationId=key, AwsReview=True)
    emulator.advance(2)
    between = described(aws, key)["RegistrationStatus"]
    emulator.advance(SETTLED)

    found = version(aws, key, 1)
    history = found["RegistrationVersionStatusHistory"]
    assert submitted["AwsReview"] is True
    assert (between, found["RegistrationVersionStatus"]) == ("AWS_REVIEWING", "REVIEWING")
    assert found["Feedback"]
    steps = [history[f"{name}Timestamp"] for name in ("Submitted", "AwsReviewing", "Reviewing")]
    assert [later - steps[0] for later in steps] == [timedelta(seconds=n) for n in (0, 2, 4)]


@pytest.mark.parametrize(
    ("reviews", "status"), [("approve", "COMPLETE"), ("deny", "REQUIRES_UPDATES")]
)
def test_the_clock_decides_if_the_settings_say_so(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", reviews: Any, status: str
) -> None:
    """Without a lever, after a while."""
    emulator.settings.reviews = reviews

    key = under_review(aws, emulator, BRAND)

    assert described(aws, key)["RegistrationStatus"] == status


def test_a_registration_waits_until_it_is_approved_or_denied(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A month later it is still under review."""
    key = under_review(aws, emulator, BRAND)

    emulator.advance(timedelta(days=30).total_seconds())

    assert described(aws, key)["RegistrationStatus"] == "REVIEWING"


@pytest.mark.parametrize("reviews", ["by_hand", "approve"])
def test_a_public_company_answers_an_e_mail_first(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", reviews: Any
) -> None:
    """The first approval asks for authentication, the second one is the answer."""
    emulator.settings.reviews = reviews
    key = register(aws, BRAND)
    fill(aws, emulator, key, **PUBLIC)
    aws.submit_registration_version(RegistrationId=key)
    emulator.advance(4)
    if reviews == "by_hand":
        emulator.approve(key)
    waiting = described(aws, key)["RegistrationStatus"]
    emulator.advance(SETTLED)
    if reviews == "by_hand":
        emulator.approve(key)

    assert waiting == "REQUIRES_AUTHENTICATION"
    assert described(aws, key)["RegistrationStatus"] == "COMPLETE"


def test_a_campaign_is_provisioned_before_it_takes_numbers(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """PROVISIONING, then COMPLETE; then a number is bound and becomes active."""
    brand = complete(aws, emulator, BRAND)
    campaign = under_review(aws, emulator, CAMPAIGN, brand)
    number = ten_dlc_number(aws)
    with refuses() as too_early:
        bind(aws, campaign, number)
    emulator.approve(campaign)
    provisioning = described(aws, campaign)["RegistrationStatus"]
    emulator.advance(SETTLED)

    bind(aws, campaign, number)
    associating = number_status(aws, number)
    emulator.advance(SETTLED)

    assert too_early.reason == "INVALID_REGISTRATION_ASSOCIATION"
    assert provisioning == "PROVISIONING"
    assert described(aws, campaign)["RegistrationStatus"] == "COMPLETE"
    assert (associating, number_status(aws, number)) == ("ASSOCIATING", "ACTIVE")
    bound = aws.list_registration_associations(RegistrationId=campaign)
    assert [one["ResourceType"] for one in bound["RegistrationAssociations"]] == [
        "phone-number",
        "registration",
    ]


def test_associations_are_filtered(aws: "PinpointSMSVoiceV2Client") -> None:
    """By kind and by country."""
    key, number = register(aws, TOLL_FREE), toll_free_number(aws)
    bind(aws, key, number)

    def ids(name: Any, value: str) -> list[str]:
        told_by = aws.list_registration_associations(
            RegistrationId=key, Filters=[{"Name": name, "Values": [value]}]
        )
        return [one["ResourceId"] for one in told_by["RegistrationAssociations"]]

    assert ids("resource-type", "phone-number") == [number]
    assert ids("iso-country-code", "US") == [number]
    assert ids("resource-type", "sender-id") == []


def test_a_sender_id_comes_into_being_when_its_form_is_approved(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The form names it; nobody has to request it."""
    key = complete(aws, emulator, SENDER_ID, senderId={"TextValue": "EXAMPLE"})

    (found,) = aws.describe_sender_ids()["SenderIds"]
    assert (found["SenderId"], found["IsoCountryCode"]) == ("EXAMPLE", "SG")
    assert found["Registered"] is True
    assert found["RegistrationId"] == key


def test_a_sender_id_that_is_there_is_registered(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """One that was bound to the draft counts; it is free again when the registration goes."""
    made = aws.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="GB")
    key = complete(aws, emulator, "GB_SENDER_ID_REGISTRATION", made["SenderIdArn"])

    (found,) = aws.describe_sender_ids()["SenderIds"]
    aws.delete_registration(RegistrationId=key)
    (freed,) = aws.describe_sender_ids()["SenderIds"]

    assert (found["Registered"], found["RegistrationId"]) == (True, key)
    assert (freed["Registered"], "RegistrationId" in freed) == (False, False)


def test_an_approved_brand_verification_lifts_notify_configurations(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """BASIC, PENDING_UPGRADE, REJECTED, and ADVANCED in the end."""
    aws.create_notify_configuration(
        DisplayName="Example",
        UseCase="CODE_VERIFICATION",
        EnabledChannels=["SMS"],
        EnabledCountries=["US"],
    )

    def tier() -> tuple[str, str]:
        (found,) = aws.describe_notify_configurations()["NotifyConfigurations"]
        return found["Tier"], found["TierUpgradeStatus"]

    spoken = {"optInType": {"SelectChoices": ["VERBAL"]}, "optInScript": {"TextValue": "Agree?"}}
    steps = [tier()]
    key = under_review(aws, emulator, NOTIFY, **spoken)
    steps.append(tier())
    emulator.deny(key)
    steps.append(tier())
    aws.create_registration_version(RegistrationId=key)
    fill(aws, emulator, key, **spoken)
    aws.submit_registration_version(RegistrationId=key)
    emulator.approve(key)
    steps.append(tier())

    assert steps == [
        ("BASIC", "BASIC"),
        ("BASIC", "PENDING_UPGRADE"),
        ("BASIC", "REJECTED"),
        ("ADVANCED", "ADVANCED"),
    ]


def test_an_earlier_approval_is_archived(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """One version is approved at a time."""
    key = complete(aws, emulator, BRAND)
    aws.create_registration_version(RegistrationId=key)
    fill(aws, emulator, key)
    aws.submit_registration_version(RegistrationId=key)

    emulator.approve(key)

    approved = aws.describe_registration_versions(
        RegistrationId=key,
        Filters=[{"Name": "registration-version-status", "Values": ["APPROVED"]}],
    )["RegistrationVersions"]
    assert version(aws, key, 1)["RegistrationVersionStatus"] == "ARCHIVED"
    assert [one["VersionNumber"] for one in approved] == [2]


def test_a_new_version_inherits_values_if_the_settings_say_so(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Values come along, what the reviewers said of them does not."""
    emulator.settings.new_versions_start_blank = False
    key = under_review(aws, emulator, BRAND)
    emulator.deny(key, field_paths=["companyInfo.city"])

    aws.create_registration_version(RegistrationId=key)

    held = aws.describe_registration_field_values(RegistrationId=key)["RegistrationFieldValues"]
    assert len(held) > 10
    assert not any("DeniedReason" in one for one in held)

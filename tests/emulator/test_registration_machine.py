"""The machine that looks at a submitted form first: what it denies, and how it says so."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.constants import SETTLED
from tests.factories.refusals import refuses
from tests.factories.registrations import (
    BRAND,
    CAMPAIGN,
    TESTING,
    TOLL_FREE,
    VETTING,
    bind,
    described,
    fill,
    register,
    toll_free_number,
    under_review,
    upload,
    version,
)

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

SYMBOL = "companyInfo.stockSymbol"
IMAGE = "messagingUseCase.optInImage"


def words(aws: "PinpointSMSVoiceV2Client", registration_id: str, number: int = 1) -> dict[str, Any]:
    """The fields of a version that are at fault, and the word that each carries."""
    held = aws.describe_registration_field_values(
        RegistrationId=registration_id, VersionNumber=number
    )["RegistrationFieldValues"]
    return {one["FieldPath"]: one["DeniedReason"] for one in held if "DeniedReason" in one}


def test_a_blank_form_is_taken_and_denied_within_seconds(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """No reviewer sees it; the empty fields carry a word, and the version says the same."""
    key = register(aws, BRAND)

    submitted = aws.submit_registration_version(RegistrationId=key)
    emulator.advance(emulator.settings.seconds_to_settle)

    denied, registration = version(aws, key, 1), described(aws, key)
    assert submitted["RegistrationVersionStatus"] == "SUBMITTED"
    assert denied["RegistrationVersionStatus"] == "DENIED"
    assert [one["Reason"] for one in denied["DeniedReasons"]] == ["Missing required field"]
    assert "ReviewingTimestamp" not in denied["RegistrationVersionStatusHistory"]
    assert registration["RegistrationStatus"] == "REQUIRES_UPDATES"
    assert registration["LatestDeniedVersionNumber"] == 1
    assert words(aws, key)["companyInfo.companyName"] == "MISSING_REQUIRED_FIELD"
    assert set(words(aws, key).values()) == {"MISSING_REQUIRED_FIELD"}
    assert SYMBOL not in words(aws, key)


def test_the_machine_obeys_the_conditional_rules(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A public company needs a stock symbol, a private one must not have one."""
    public = under_review(aws, emulator, BRAND, legalType={"SelectChoices": ["PUBLIC_PROFIT"]})
    private = under_review(aws, emulator, BRAND, stockSymbol={"TextValue": "EXMP"})

    assert words(aws, public) == {
        SYMBOL: "MISSING_REQUIRED_FIELD",
        "companyInfo.stockExchange": "MISSING_REQUIRED_FIELD",
        "companyInfo.businessContactEmail": "MISSING_REQUIRED_FIELD",
    }
    assert words(aws, private) == {SYMBOL: "INVALID_FIELD_VALUE"}
    (reason,) = version(aws, private, 1)["DeniedReasons"]
    assert reason["Reason"] == "Invalid field value"
    assert "EXMP" not in str(reason)


def test_a_document_that_was_not_uploaded_is_denied(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The field that holds it carries the word."""
    key, number = register(aws, TOLL_FREE), toll_free_number(aws)
    bind(aws, key, number)
    fill(aws, emulator, key, businessType={"SelectChoices": ["SOLE_PROPRIETOR"]})
    lost = aws.create_registration_attachment(AttachmentUrl="s3://documents/proof.pdf")
    attachment = lost["RegistrationAttachmentId"]
    aws.put_registration_field_value(
        RegistrationId=key, FieldPath=IMAGE, RegistrationAttachmentId=attachment
    )
    emulator.fail_upload(attachment)

    aws.submit_registration_version(RegistrationId=key)
    emulator.advance(SETTLED)

    assert words(aws, key) == {IMAGE: "INVALID_ATTACHMENT"}


@pytest.mark.parametrize("aws_review", [True, False])
def test_a_denied_form_is_mended_in_its_next_version(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", aws_review: bool
) -> None:
    """What was said of empty fields does not come along as a value."""
    emulator.settings.new_versions_start_blank = False
    key = register(aws, BRAND)
    aws.put_registration_field_value(
        RegistrationId=key, FieldPath="companyInfo.city", TextValue="Rome"
    )
    aws.submit_registration_version(RegistrationId=key, AwsReview=aws_review)
    emulator.advance(SETTLED)

    aws.create_registration_version(RegistrationId=key)
    held = aws.describe_registration_field_values(RegistrationId=key)["RegistrationFieldValues"]
    fill(aws, emulator, key)
    aws.submit_registration_version(RegistrationId=key, AwsReview=aws_review)
    emulator.advance(SETTLED)
    emulator.approve(key)

    assert held == [{"FieldPath": "companyInfo.city", "TextValue": "Rome"}]
    assert described(aws, key)["RegistrationStatus"] == "COMPLETE"
    assert len(words(aws, key)) > 10


def test_no_reviewer_approves_what_the_machine_will_deny(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """`approve` raises before the machine has had its time; nothing has changed."""
    key = register(aws, BRAND)
    aws.submit_registration_version(RegistrationId=key)

    with pytest.raises(ValueError, match=r"machine will deny.*companyInfo\.companyName"):
        emulator.approve(key)

    assert described(aws, key)["RegistrationStatus"] == "SUBMITTED"


def test_an_emulator_can_refuse_incomplete_forms_at_once(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """As some report it of AWS: first what is missing, then what does not fit; by field path."""
    emulator.settings.incomplete_forms = "refused"
    key = register(aws, BRAND)
    with refuses() as blank:
        aws.submit_registration_version(RegistrationId=key)
    fill(aws, emulator, key, stockSymbol={"TextValue": "EXMP"})
    with refuses() as wrong:
        aws.submit_registration_version(RegistrationId=key)

    assert (blank.code, blank.reason) == ("ValidationException", "MISSING_PARAMETER")
    assert "companyInfo.companyName" in blank.fields
    assert (wrong.reason, wrong.fields) == ("FIELD_VALIDATION_FAILED", [SYMBOL])
    assert version(aws, key, 1)["RegistrationVersionStatus"] == "DRAFT"


@pytest.mark.parametrize("registration_type", [CAMPAIGN, VETTING, TOLL_FREE, TESTING])
@pytest.mark.parametrize("incomplete_forms", ["denied", "refused"])
def test_what_must_be_bound_first_is_asked_for_at_submission(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    registration_type: str,
    incomplete_forms: Any,
) -> None:
    """A campaign's brand, a toll-free number, an RCS agent: without it nothing is taken."""
    emulator.settings.incomplete_forms = incomplete_forms
    key = register(aws, registration_type)
    fill(aws, emulator, key)

    with refuses() as refused:
        aws.submit_registration_version(RegistrationId=key)

    assert refused.code == "ConflictException"
    assert refused.reason == "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED"
    assert version(aws, key, 1)["RegistrationVersionStatus"] == "DRAFT"


def test_a_reviewer_names_empty_fields_too(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """The word is MISSING_REQUIRED_FIELD unless another is given, and never the sentence."""
    key = under_review(aws, emulator, BRAND)

    emulator.deny(key, description="Say more.", field_paths=["companyInfo.city", SYMBOL])

    assert words(aws, key) == dict.fromkeys(("companyInfo.city", SYMBOL), "MISSING_REQUIRED_FIELD")
    (reason,) = version(aws, key, 1)["DeniedReasons"]
    assert reason["ShortDescription"] == "Say more."


def test_an_uploaded_document_passes(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> None:
    """Only unfinished uploads are at fault."""
    key = register(aws, TOLL_FREE)
    bind(aws, key, toll_free_number(aws))
    fill(
        aws,
        emulator,
        key,
        businessType={"SelectChoices": ["SOLE_PROPRIETOR"]},
        optInImage={"RegistrationAttachmentId": upload(aws, emulator)},
    )

    aws.submit_registration_version(RegistrationId=key)
    emulator.advance(SETTLED)

    assert version(aws, key, 1)["RegistrationVersionStatus"] == "REVIEWING"

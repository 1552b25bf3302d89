"""What tests of registrations share: forms that are filled in well, documents, and the way there."""

import re
import string
from typing import TYPE_CHECKING, Any

from tests.factories.constants import SETTLED

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)
TOLL_FREE = "US_TOLL_FREE_REGISTRATION"
BRAND = "US_TEN_DLC_BRAND_REGISTRATION"
VETTING = "US_TEN_DLC_BRAND_VETTING"
CAMPAIGN = "US_TEN_DLC_CAMPAIGN_REGISTRATION"
TESTING = "TEST_RCS_LAUNCH_REGISTRATION"
LAUNCH = "US_RCS_LAUNCH_REGISTRATION"
NOTIFY = "MANAGED_ROUTES_BRAND_VERIFICATION"
SENDER_ID = "SG_SENDER_ID_REGISTRATION"

_TEXTS = (
    "https://example.com",
    "owner@example.com",
    "+12065550100",
    "#0F4C5C",
    "US",
    "12345",
    "Example",
)


def register(aws: "PinpointSMSVoiceV2Client", registration_type: str) -> str:
    """The id of a new registration."""
    return aws.create_registration(RegistrationType=registration_type)["RegistrationId"]


def upload(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator") -> str:
    """The id of a new attachment, uploaded."""
    made = aws.create_registration_attachment(AttachmentBody=PNG)
    emulator.advance(SETTLED)
    return made["RegistrationAttachmentId"]


def fill(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    registration_id: str,
    **values: dict[str, Any],
) -> None:
    """Fill in every required field with something that will do, and some with what is given.

    What is required only beside other fields is left out, unless it is given.
    """
    (described,) = aws.describe_registrations(RegistrationIds=[registration_id])["Registrations"]
    fields = aws.describe_registration_field_definitions(
        RegistrationType=described["RegistrationType"]
    )
    for field in fields["RegistrationFieldDefinitions"]:
        path = field["FieldPath"]
        given = values.get(path.partition(".")[2])
        if given is not None or field["FieldRequirement"] == "REQUIRED":
            value = given or _value(aws, emulator, field)
            aws.put_registration_field_value(
                RegistrationId=registration_id, FieldPath=path, **value
            )


def _value(aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", field: Any) -> dict[str, Any]:
    if field["FieldType"] == "SELECT":
        return {"SelectChoices": field["SelectValidation"]["Options"][:1]}
    if field["FieldType"] == "ATTACHMENT":
        return {"RegistrationAttachmentId": upload(aws, emulator)}
    rules = field["TextValidation"]
    long = (string.ascii_letters * 2)[: max(rules["MinLength"], 3)]
    for text in (*_TEXTS, long):
        if _fits(text, rules):
            return {"TextValue": text}
    raise AssertionError(f"no text for {field['FieldPath']}")


def _fits(text: str, rules: Any) -> bool:
    is_long = rules["MinLength"] <= len(text) <= rules["MaxLength"]
    return is_long and re.fullmatch(rules["Pattern"], text) is not None


def toll_free_number(aws: "PinpointSMSVoiceV2Client") -> str:
    """The id of a new toll-free number, which waits for its registration."""
    return aws.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="TOLL_FREE",
    )["PhoneNumberId"]


def ten_dlc_number(aws: "PinpointSMSVoiceV2Client") -> str:
    """The id of a new 10DLC number."""
    return aws.request_phone_number(
        IsoCountryCode="US",
        MessageType="TRANSACTIONAL",
        NumberCapabilities=["SMS"],
        NumberType="TEN_DLC",
    )["PhoneNumberId"]


def bind(aws: "PinpointSMSVoiceV2Client", registration_id: str, resource_id: str) -> None:
    """Bind a resource to a registration."""
    aws.create_registration_association(RegistrationId=registration_id, ResourceId=resource_id)


def under_review(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    registration_type: str,
    resource_id: str | None = None,
    **values: dict[str, Any],
) -> str:
    """The id of a registration that is filled in, submitted, and under review."""
    key = register(aws, registration_type)
    fill(aws, emulator, key, **values)
    if resource_id is not None:
        bind(aws, key, resource_id)
    aws.submit_registration_version(RegistrationId=key)
    emulator.advance(SETTLED)
    return key


def complete(
    aws: "PinpointSMSVoiceV2Client",
    emulator: "Emulator",
    registration_type: str,
    resource_id: str | None = None,
    **values: dict[str, Any],
) -> str:
    """The id of a registration that was approved and has taken effect."""
    key = under_review(aws, emulator, registration_type, resource_id, **values)
    emulator.approve(key)
    emulator.advance(SETTLED)
    return key


def described(aws: "PinpointSMSVoiceV2Client", registration_id: str) -> Any:
    """A registration as it is told."""
    (found,) = aws.describe_registrations(RegistrationIds=[registration_id])["Registrations"]
    return found


def version(aws: "PinpointSMSVoiceV2Client", registration_id: str, number: int) -> Any:
    """A version as it is told."""
    found = aws.describe_registration_versions(
        RegistrationId=registration_id, VersionNumbers=[number]
    )
    return found["RegistrationVersions"][0]


def number_status(aws: "PinpointSMSVoiceV2Client", phone_number_id: str) -> str:
    """Where a phone number stands."""
    (found,) = aws.describe_phone_numbers(PhoneNumberIds=[phone_number_id])["PhoneNumbers"]
    return found["Status"]

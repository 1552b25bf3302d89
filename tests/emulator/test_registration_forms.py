"""Registration forms: definitions, and filling them in."""

from typing import TYPE_CHECKING, Any

import pytest

from smsvoice.emulator.data.forms import FORMS
from tests.factories.refusals import refuses
from tests.factories.registrations import (
    BRAND,
    CAMPAIGN,
    NOTIFY,
    TESTING,
    TOLL_FREE,
    VETTING,
    register,
    under_review,
    upload,
)

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

CITY = "companyInfo.city"


def test_all_types_are_reported(aws: "PinpointSMSVoiceV2Client") -> None:
    """By name, by what can be bound to them, and all of them."""
    everything = aws.describe_registration_type_definitions()["RegistrationTypeDefinitions"]
    named = aws.describe_registration_type_definitions(RegistrationTypes=[BRAND, VETTING])
    for_agents = aws.describe_registration_type_definitions(
        Filters=[{"Name": "supported-association-resource-type", "Values": ["rcs-agent"]}]
    )
    american = aws.describe_registration_type_definitions(
        Filters=[{"Name": "supported-association-iso-country-code", "Values": ["US"]}]
    )

    names = {one["RegistrationType"] for one in everything}
    assert {TOLL_FREE, BRAND, VETTING, CAMPAIGN, NOTIFY, TESTING} < names
    assert "ZZ_LONG_CODE_REGISTRATION" in names
    assert len(named["RegistrationTypeDefinitions"]) == 2
    assert all(
        "RCS" in one["RegistrationType"] for one in for_agents["RegistrationTypeDefinitions"]
    )
    assert {one["RegistrationType"] for one in american["RegistrationTypeDefinitions"]} == {
        TOLL_FREE,
        CAMPAIGN,
    }


@pytest.mark.parametrize("registration_type", sorted(FORMS))
def test_every_field_lies_in_a_section_and_has_its_rules(
    aws: "PinpointSMSVoiceV2Client", registration_type: str
) -> None:
    """Rules go with the kind of field, conditions name fields of the same form."""
    sections = aws.describe_registration_section_definitions(RegistrationType=registration_type)
    fields = aws.describe_registration_field_definitions(RegistrationType=registration_type)

    paths = {one["SectionPath"] for one in sections["RegistrationSectionDefinitions"]}
    definitions = fields["RegistrationFieldDefinitions"]
    known = {field["FieldPath"] for field in definitions}
    assert {field["SectionPath"] for field in definitions} == paths
    assert len(known) == len(definitions)
    for field in definitions:
        assert ("TextValidation" in field) == (field["FieldType"] == "TEXT")
        assert ("SelectValidation" in field) == (field["FieldType"] == "SELECT")
        conditional = field["FieldRequirement"] == "CONDITIONAL"
        assert ("ConditionalBehavior" in field) == conditional
        rules = field.get("ConditionalBehavior", {}).get("Rules", [])
        asked = {one["DependsOnFieldPath"] for rule in rules for one in rule["Conditions"]}
        assert asked <= known


def test_fields_are_described_by_section_and_by_path(aws: "PinpointSMSVoiceV2Client") -> None:
    """So are sections."""
    by_section = aws.describe_registration_field_definitions(
        RegistrationType=BRAND, SectionPath="contactInfo"
    )["RegistrationFieldDefinitions"]
    by_path = aws.describe_registration_field_definitions(RegistrationType=BRAND, FieldPaths=[CITY])
    sections = aws.describe_registration_section_definitions(
        RegistrationType=BRAND, SectionPaths=["contactInfo"]
    )["RegistrationSectionDefinitions"]

    assert {field["SectionPath"] for field in by_section} == {"contactInfo"}
    assert [one["FieldPath"] for one in by_path["RegistrationFieldDefinitions"]] == [CITY]
    assert [one["SectionPath"] for one in sections] == ["contactInfo"]


@pytest.mark.parametrize(
    ("operation", "arguments", "reason"),
    [
        ("type", {"RegistrationTypes": ["XX"]}, "UNKNOWN_REGISTRATION_TYPE"),
        ("section", {"RegistrationType": "XX"}, "UNKNOWN_REGISTRATION_TYPE"),
        ("field", {"RegistrationType": "XX"}, "UNKNOWN_REGISTRATION_TYPE"),
        (
            "section",
            {"RegistrationType": BRAND, "SectionPaths": ["shoes"]},
            "UNKNOWN_REGISTRATION_SECTION",
        ),
        (
            "field",
            {"RegistrationType": BRAND, "SectionPath": "shoes"},
            "UNKNOWN_REGISTRATION_SECTION",
        ),
        (
            "field",
            {"RegistrationType": BRAND, "FieldPaths": ["companyInfo.shoeSize"]},
            "UNKNOWN_REGISTRATION_FIELD",
        ),
    ],
)
def test_what_is_not_defined_is_refused(
    aws: "PinpointSMSVoiceV2Client", operation: str, arguments: dict[str, Any], reason: str
) -> None:
    """Types, sections and fields each with their own reason."""
    describe = getattr(aws, f"describe_registration_{operation}_definitions")

    with refuses() as refused:
        describe(**arguments)

    assert (refused.code, refused.reason) == ("ValidationException", reason)


def test_values_are_put_described_and_deleted(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Text, choice and attachment, each in its own member."""
    key, attachment = register(aws, TOLL_FREE), upload(aws, emulator)
    put = aws.put_registration_field_value
    put(RegistrationId=key, FieldPath="companyInfo.address2", TextValue="Floor 2")
    put(
        RegistrationId=key,
        FieldPath="messagingUseCase.optInType",
        SelectChoices=["DIGITAL_FORM"],
    )
    answer = put(
        RegistrationId=key,
        FieldPath="messagingUseCase.optInImage",
        RegistrationAttachmentId=attachment,
    )

    held = aws.describe_registration_field_values(RegistrationId=key)["RegistrationFieldValues"]
    of_section = aws.describe_registration_field_values(
        RegistrationId=key, VersionNumber=1, SectionPath="companyInfo"
    )["RegistrationFieldValues"]
    emptied = aws.delete_registration_field_value(
        RegistrationId=key, FieldPath="companyInfo.address2"
    )
    with refuses() as refused:
        aws.delete_registration_field_value(RegistrationId=key, FieldPath="companyInfo.address2")

    assert (answer["VersionNumber"], answer["RegistrationAttachmentId"]) == (1, attachment)
    assert [one.get("SelectChoices") for one in held] == [None, ["DIGITAL_FORM"], None]
    assert [one["TextValue"] for one in of_section] == ["Floor 2"]
    assert emptied["TextValue"] == "Floor 2"
    assert refused.code == "ResourceNotFoundException"


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("companyInfo.shoeSize", {"TextValue": "44"}, "UNKNOWN_REGISTRATION_FIELD"),
        (CITY, {}, "MISSING_PARAMETER"),
        (
            CITY,
            {"TextValue": "Rome", "SelectChoices": ["Rome"]},
            "PARAMETERS_CANNOT_BE_USED_TOGETHER",
        ),
        (CITY, {"TextValue": "x" * 101}, "INVALID_PARAMETER"),
        (CITY, {"SelectChoices": ["Rome"]}, "INVALID_PARAMETER"),
        ("companyInfo.isoCountryCode", {"TextValue": "us"}, "INVALID_PARAMETER"),
        ("companyInfo.legalType", {"SelectChoices": ["CIRCUS"]}, "INVALID_PARAMETER"),
        (
            "companyInfo.legalType",
            {"SelectChoices": ["NON_PROFIT", "GOVERNMENT"]},
            "INVALID_PARAMETER",
        ),
    ],
)
def test_a_value_must_fit_its_field(
    aws: "PinpointSMSVoiceV2Client", path: str, value: dict[str, Any], reason: str
) -> None:
    """Kind, length, pattern and options are checked when it is put."""
    key = register(aws, BRAND)

    with refuses() as refused:
        aws.put_registration_field_value(RegistrationId=key, FieldPath=path, **value)

    assert refused.reason == reason
    if reason == "INVALID_PARAMETER":
        assert set(refused.fields) == {path}


def test_an_attachment_must_be_there(aws: "PinpointSMSVoiceV2Client") -> None:
    """One that is not is named by its kind."""
    key = register(aws, TOLL_FREE)

    with refuses() as refused:
        aws.put_registration_field_value(
            RegistrationId=key,
            FieldPath="messagingUseCase.optInImage",
            RegistrationAttachmentId="attachment-0",
        )

    assert refused.resource_type == "registration-attachment"


def test_a_required_value_stays(aws: "PinpointSMSVoiceV2Client") -> None:
    """It can be changed and not emptied."""
    key = register(aws, BRAND)
    aws.put_registration_field_value(RegistrationId=key, FieldPath=CITY, TextValue="Rome")

    with refuses() as refused:
        aws.delete_registration_field_value(RegistrationId=key, FieldPath=CITY)

    assert refused.reason == "REGISTRATION_FIELD_CANNOT_BE_DELETED"


def test_what_is_submitted_is_not_edited(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """Neither put nor deleted."""
    public: dict[str, Any] = {
        "legalType": {"SelectChoices": ["PUBLIC_PROFIT"]},
        "stockSymbol": {"TextValue": "EXMP"},
        "stockExchange": {"SelectChoices": ["NYSE"]},
        "businessContactEmail": {"TextValue": "owner@example.com"},
    }
    key = under_review(aws, emulator, BRAND, **public)

    with refuses() as put:
        aws.put_registration_field_value(RegistrationId=key, FieldPath=CITY, TextValue="Rome")
    with refuses() as deleted:
        aws.delete_registration_field_value(RegistrationId=key, FieldPath="companyInfo.stockSymbol")

    assert put.reason == deleted.reason == "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED"


def test_values_of_an_unknown_version_are_refused(aws: "PinpointSMSVoiceV2Client") -> None:
    """There is version 1 only."""
    key = register(aws, BRAND)

    with refuses() as refused:
        aws.describe_registration_field_values(RegistrationId=key, VersionNumber=7)

    assert refused.reason == "UNKNOWN_REGISTRATION_VERSION"

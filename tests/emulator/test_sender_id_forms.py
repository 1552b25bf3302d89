"""The forms of sender IDs country by country, the toll-free form of today, and how sure each is."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smsvoice.emulator.data.forms import FORMS
from smsvoice.emulator.data.forms.form import Certainty
from smsvoice.emulator.data.sender_id_countries import WITH_REGISTRATION
from tests.factories.constants import SETTLED
from tests.factories.refusals import refuses
from tests.factories.registrations import (
    BRAND,
    TOLL_FREE,
    described,
    register,
    under_review,
    version,
)

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client

    from smsvoice.emulator import Emulator

PAGE = Path(__file__).parents[2] / "docs" / "emulator-behaviour.md"
SUFFIX = "_SENDER_ID_REGISTRATION"
COUNTRIES = sorted(name.removesuffix(SUFFIX) for name in FORMS if name.endswith(SUFFIX))
INDIA = f"IN{SUFFIX}"


def paths(country: str) -> set[str]:
    """The paths of a country's form."""
    return {field.field_path for field in FORMS[f"{country}{SUFFIX}"].fields}


def test_every_country_that_demands_a_registration_has_a_form() -> None:
    """And Great Britain, which offers one."""
    assert {"AU", "AT", "ES", "FI", "KZ", "ZM"} < WITH_REGISTRATION
    assert set(COUNTRIES) == WITH_REGISTRATION | {"GB"}


@pytest.mark.parametrize(
    ("country", "known"),
    [
        (
            "IN",
            {
                "inSidSpecificInfo.principalEntityId",
                "inSidSpecificInfo.chainId1",
                "inSidSpecificInfo.chainId2",
                "inSidSpecificInfo.chainId3",
                "inSidSpecificInfo.chainId5",
                "inSidSpecificInfo.sendingParametersAcknowledgement",
            },
        ),
        (
            "ID",
            {
                "idSidSpecificInfo.letterOfAuthorization1",
                "idSidSpecificInfo.letterOfAuthorization4",
                "idSidSpecificInfo.regulatoryAgencyLicense",
                "idSidSpecificInfo.nomorPokokWajibPajakDocument",
                "idSidSpecificInfo.nomorIndukBerusahaDocument",
            },
        ),
        ("GB", {"senderIdInfo.senderIdDescription", "senderIdInfo.letterOfAuthorization"}),
    ],
)
def test_the_paths_that_aws_has_shown_are_there(country: str, known: set[str]) -> None:
    """None of them is a guess."""
    form = FORMS[f"{country}{SUFFIX}"]
    shown = {Certainty.SEEN, Certainty.DOCUMENTED}

    assert known <= paths(country)
    assert {form.certainty_of(path) for path in known} <= shown


def test_countries_ask_for_different_things() -> None:
    """A section of its own for some, a short list for others, no promotion where none may go."""
    volumes = FORMS[f"GB{SUFFIX}"].field("messagingUseCase.monthlyMessageVolume")
    turkish = FORMS[f"TR{SUFFIX}"].field("messagingUseCase.useCaseCategory")
    assert volumes is not None
    assert volumes.select_validation is not None
    assert turkish is not None
    assert turkish.select_validation is not None

    assert {"250,000", "5,000,000"} < set(volumes.select_validation.options)
    assert "Promotions and marketing" not in turkish.select_validation.options
    assert "companyAddress.city" not in paths("FI") | paths("GB")
    assert not any("SidSpecificInfo" in path for path in paths("KZ") | paths("ZM"))
    assert any(path.startswith("auSidSpecificInfo.") for path in paths("AU"))


@pytest.mark.parametrize(
    "country",
    [one for one in COUNTRIES if FORMS[f"{one}{SUFFIX}"].certainty == Certainty.INFERRED],
)
def test_a_form_without_a_public_description_requires_little(country: str) -> None:
    """Only the core; the other paths that most known forms have are taken too."""
    fields = FORMS[f"{country}{SUFFIX}"].fields

    required = {one.field_path for one in fields if one.field_requirement == "REQUIRED"}

    assert required == {
        "senderIdInfo.senderId",
        "companyInfo.companyName",
        "messagingUseCase.useCaseCategory",
        "messagingUseCase.useCaseDescription",
        "messageSamples.messageSample1",
    }
    assert {"companyInfo.companyId", "companyAddress.city"} < paths(country)


def test_local_companies_of_indonesia_bring_more_documents(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"
) -> None:
    """A foreign one passes the machine with one letter."""
    foreign = under_review(aws, emulator, f"ID{SUFFIX}", isoCountryCode={"TextValue": "US"})
    local = under_review(aws, emulator, f"ID{SUFFIX}", isoCountryCode={"TextValue": "ID"})

    held = aws.describe_registration_field_values(RegistrationId=local)["RegistrationFieldValues"]
    at_fault = {one["FieldPath"] for one in held if "DeniedReason" in one}
    assert version(aws, foreign, 1)["RegistrationVersionStatus"] == "REVIEWING"
    assert version(aws, local, 1)["RegistrationVersionStatus"] == "DENIED"
    assert at_fault == {
        "idSidSpecificInfo.letterOfAuthorization1",
        "idSidSpecificInfo.letterOfAuthorization2",
        "idSidSpecificInfo.letterOfAuthorization4",
        "idSidSpecificInfo.nomorPokokWajibPajakDocument",
        "idSidSpecificInfo.nomorIndukBerusahaDocument",
    }


@pytest.mark.parametrize(
    ("region", "status"),
    [
        ("ap-south-1", "REVIEWING"),
        ("ap-south-2", "REVIEWING"),
        ("us-east-1", "REQUIRES_UPDATES"),
    ],
)
def test_a_sender_id_of_india_is_registered_in_india(
    emulator: "Emulator", region: str, status: str
) -> None:
    """Elsewhere the form is taken, and ends by asking for updates."""
    aws = emulator.session(region).client("pinpoint-sms-voice-v2")

    key = under_review(aws, emulator, INDIA)

    assert described(aws, key)["RegistrationStatus"] == status


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_form_can_be_filled_in_and_approved(
    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator", country: str
) -> None:
    """The sender ID that it names is then there, registered."""
    name = f"{country}{SUFFIX}"
    foreign = (
        {"letterOfAuthorization1", "letterOfAuthorization2"} if country in ("AE", "VN") else ()
    )
    client = emulator.session(min(FORMS[name].regions, default="us-east-1")).client(
        "pinpoint-sms-voice-v2"
    )
    made = client.create_registration_attachment(AttachmentBody=b"%PDF-1.7 a letter")
    emulator.advance(SETTLED)
    letter = {"RegistrationAttachmentId": made["RegistrationAttachmentId"]}

    key = under_review(
        client,
        emulator,
        name,
        senderId={"TextValue": "EXMPL"},
        **dict.fromkeys(foreign, letter),
    )
    emulator.approve(key, region_name=client.meta.region_name)

    (found,) = client.describe_sender_ids()["SenderIds"]
    assert (found["SenderId"], found["IsoCountryCode"]) == ("EXMPL", country)
    assert found["Registered"] is True


def test_a_sender_id_is_not_had_without_its_form(aws: "PinpointSMSVoiceV2Client") -> None:
    """In the countries that AWS's table names; elsewhere it is."""
    with refuses() as refused:
        aws.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="ZM")
    made = aws.request_sender_id(SenderId="EXAMPLE", IsoCountryCode="CZ")

    assert refused.reason == "SENDER_ID_REQUIRES_REGISTRATION"
    assert made["Registered"] is False


def test_the_toll_free_form_is_that_of_2026() -> None:
    """Both links are required, and consent may be described at length."""
    form = FORMS[TOLL_FREE]
    links = [
        form.field(f"messagingUseCase.{name}")
        for name in ("privacyPolicyUrl", "termsAndConditionsUrl")
    ]
    lengths = [
        form.field(f"messagingUseCase.{name}") for name in ("optInDescription", "useCaseDetails")
    ]

    assert [link.field_requirement for link in links if link] == ["REQUIRED", "REQUIRED"]
    assert [one.text_validation.max_length for one in lengths if one and one.text_validation] == [
        1500,
        500,
    ]


@pytest.mark.parametrize(
    ("registration_type", "path", "value"),
    [
        (TOLL_FREE, "companyInfo.website", "shop.example"),
        (TOLL_FREE, "companyInfo.website", "https://shop.example/about"),
        (TOLL_FREE, "companyInfo.taxId", "12.345.678/0001-95"),
        (BRAND, "companyInfo.taxId", "CHE-123.456.789"),
    ],
)
def test_values_that_are_common_elsewhere_are_taken(
    aws: "PinpointSMSVoiceV2Client", registration_type: str, path: str, value: str
) -> None:
    """Websites without their scheme, tax numbers with dots and strokes."""
    key = register(aws, registration_type)

    put = aws.put_registration_field_value(RegistrationId=key, FieldPath=path, TextValue=value)

    assert put["TextValue"] == value


@pytest.mark.parametrize("name", sorted(FORMS))
def test_how_sure_a_form_is_stands_in_the_docs(name: str) -> None:
    """The page says the same as the code, and the exceptions name fields of the form."""
    form = FORMS[name]
    short = re.sub(r"^[A-Z]{2}(_(SENDER_ID|RCS_LAUNCH)_REGISTRATION)$", r"XX\1", name)
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if f"`{short}`" in line]
    country = name[:2]

    told_there = [row for row in rows if short == name or re.search(rf"\b{country}\b", row)]

    assert len(told_there) == 1
    assert f"| {form.certainty} |" in told_there[0]
    assert all(form.field(path) is not None for path in form.certainties)

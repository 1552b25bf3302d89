"""Registration forms as typed definitions, and the fields of a draft."""

from typing import Any

import pytest

from smsvoice import (
    AsyncSmsVoice,
    ConflictError,
    Emulator,
    RequestError,
    ResourceNotFoundError,
    ValidationError,
)
from smsvoice.models.reasons import ConflictExceptionReason, ValidationExceptionReason
from tests.factories.aio.registrations import PDF, TEXTS, TOLL_FREE, filled_in

NAME = "companyInfo.companyName"


async def test_types_describe_what_can_be_bound_to_them(sms: AsyncSmsVoice) -> None:
    """By name in any number, and by what they take."""
    every = await sms.registration_types.list().collect()
    names = [one.registration_type for one in every][:6]

    named = await sms.registration_types.list(registration_types=names).collect()
    for_agents = await sms.registration_types.list(
        supported_association_resource_type="rcs-agent"
    ).collect()
    for_us = await sms.registration_types.list(
        supported_association_iso_country_code=["US"], max_results=1
    ).collect()

    assert [one.registration_type for one in named] == names
    assert all(
        any(bound.resource_type == "rcs-agent" for bound in one.supported_associations or ())
        for one in for_agents
    )
    assert TOLL_FREE in [one.registration_type for one in for_us]


async def test_sections_and_fields_make_up_the_form(sms: AsyncSmsVoice) -> None:
    """Every field is in a section; paths are taken in any number."""
    sections = await sms.registration_types.sections(TOLL_FREE).collect()
    fields = await sms.registration_types.fields(TOLL_FREE).collect()

    assert {field.section_path for field in fields} == {one.section_path for one in sections}
    company = await sms.registration_types.fields(TOLL_FREE, section_path="companyInfo").collect()
    assert {field.section_path for field in company} == {"companyInfo"}
    paths = [field.field_path for field in fields][:7]
    named = await sms.registration_types.fields(TOLL_FREE, field_paths=paths).collect()
    assert [field.field_path for field in named] == paths
    one = await sms.registration_types.sections(TOLL_FREE, section_paths=["companyInfo"]).collect()
    assert [section.section_path for section in one] == ["companyInfo"]


async def test_a_field_is_put_listed_and_deleted(sms: AsyncSmsVoice) -> None:
    """One of three kinds of value, and the repr says none of them."""
    fields = (await sms.registrations.create(TOLL_FREE)).fields
    picture = await sms.registration_attachments.create(PDF)

    put = await fields.put("companyInfo.address2", text_value="Suite 7")
    await fields.put("companyInfo.businessType", select_choices=["NON_PROFIT"])
    await fields.put("messagingUseCase.optInImage", registration_attachment_id=picture.id)

    assert (put.text_value, put.version_number) == ("Suite 7", 1)
    assert "Suite 7" not in repr(put)
    told = {one.field_path: one for one in await fields.list().collect()}
    assert told["companyInfo.businessType"].select_choices == ("NON_PROFIT",)
    assert told["messagingUseCase.optInImage"].registration_attachment_id == picture.id
    company = await fields.list(section_path="companyInfo", version_number=1).collect()
    assert len(company) == 2
    gone = await fields.delete("companyInfo.address2")
    assert gone.text_value == "Suite 7"
    assert len(await fields.list(field_paths=list(told)[1:]).collect()) == 2


async def test_what_aws_refuses_in_a_field_has_its_reason(sms: AsyncSmsVoice) -> None:
    """`put` leaves the judgement to AWS."""
    fields = (await sms.registrations.create(TOLL_FREE)).fields
    reasons = ValidationExceptionReason

    with pytest.raises(ValidationError) as unknown:
        await fields.put("companyInfo.colour", text_value="red")
    with pytest.raises(ValidationError) as wrong:
        await fields.put("companyInfo.businessType", select_choices=["PIRATES"])
    with pytest.raises(ResourceNotFoundError):
        await fields.delete("companyInfo.address2")

    assert unknown.value.reason == reasons.UNKNOWN_REGISTRATION_FIELD
    assert wrong.value.reason == reasons.INVALID_PARAMETER


async def test_put_all_fills_in_texts_choices_and_attachments(sms: AsyncSmsVoice) -> None:
    """A single option may stand alone, and an attachment's handle for its id."""
    made = await sms.registrations.create(TOLL_FREE)
    picture = await sms.registration_attachments.create(PDF)

    stored = await made.fields.put_all({**TEXTS, "messagingUseCase.optInImage": picture})

    assert len(stored) == len(TEXTS) + 1
    told = {one.field_path: one for one in await made.fields.list().collect()}
    assert told[NAME].text_value == TEXTS[NAME]
    assert told["companyInfo.businessType"].select_choices == ("SOLE_PROPRIETOR",)
    assert told["messagingUseCase.monthlyMessageVolume"].select_choices == ("1,000",)
    assert told["messagingUseCase.optInImage"].registration_attachment_id == picture.id
    assert await made.missing_fields() == ()


@pytest.mark.parametrize(
    ("path", "value", "rule"),
    [
        ("companyInfo.compnyName", "x", f"did you mean {NAME}"),
        ("companyInfo.isoCountryCode", "USA", "must have at most 2 characters"),
        ("companyInfo.website", "not a page", "must match"),
        ("companyInfo.businessType", "PIRATES", "must be among PRIVATE_PROFIT"),
        ("companyInfo.businessType", ["NON_PROFIT", "GOVERNMENT"], "at most 1 of its options"),
        ("companyInfo.companyName", ["a", "b"], "takes a text, not a choice"),
        ("companyInfo.companyName", "", "must not be empty"),
        ("companyInfo.taxIdAuthority", "EIN", "must be left empty beside"),
    ],
)
async def test_put_all_changes_nothing_while_a_value_is_wrong(
    sms: AsyncSmsVoice, path: str, value: Any, rule: str
) -> None:
    """The error names every field at fault; the good ones are not put either."""
    made = await sms.registrations.create(TOLL_FREE)

    with pytest.raises(RequestError) as refusal:
        await made.fields.put_all({"companyInfo.city": "Seattle", path: value})

    assert {problem.field for problem in refusal.value.problems} == {path}
    assert rule in str(refusal.value)
    assert await made.fields.list().collect() == []


async def test_put_all_sees_what_the_form_holds_already(sms: AsyncSmsVoice) -> None:
    """A tax number that is there allows its kind, which alone would not be."""
    made = await sms.registrations.create(TOLL_FREE)
    await made.fields.put("companyInfo.taxId", text_value="12-3456789")

    (stored,) = await made.fields.put_all({"companyInfo.taxIdAuthority": "EIN"})

    assert stored.select_choices == ("EIN",)


async def test_a_bare_handle_asks_for_its_type_first(sms: AsyncSmsVoice) -> None:
    """And knows it afterwards."""
    made = await sms.registrations.create(TOLL_FREE)
    bare = sms.registrations.at(made.id)

    await bare.fields.put_all({NAME: "Example Clinic"})

    assert bare.data.registration_type == TOLL_FREE


async def test_a_form_under_review_takes_no_values(
    sms: AsyncSmsVoice, emulator: Emulator, clock: Any
) -> None:
    """It is no draft any more."""
    made = await filled_in(sms, clock)
    await made.submit()

    with pytest.raises(ConflictError) as refusal:
        await made.fields.put_all({NAME: "Another Clinic"})

    reason = ConflictExceptionReason.EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED
    assert refusal.value.reason == reason


async def test_the_value_of_a_field_is_in_no_error(sms: AsyncSmsVoice) -> None:
    """Fields hold names, numbers and tax numbers of people."""
    made = await sms.registrations.create(TOLL_FREE)

    with pytest.raises(RequestError) as refusal:
        await made.fields.put_all({"companyInfo.isoCountryCode": "Atlantis"})

    assert "Atlantis" not in str(refusal.value) + repr(refusal.value)

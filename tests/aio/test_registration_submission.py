"""What `submit` and `create` look at before anything is handed in or made, and what they leave."""

from typing import Any

import pytest

from smsvoice import (
    AsyncSmsVoice,
    ConflictError,
    Emulator,
    InternalServerError,
    RequestError,
    ValidationError,
    WaitFailedError,
)
from smsvoice.models.reasons import ConflictExceptionReason, ValidationExceptionReason
from tests.factories.aio.registrations import PDF, TEXTS, TOLL_FREE, filled_in, toll_free_number
from tests.factories.calls import calls_of

NAME = "companyInfo.companyName"
BRAND = "US_TEN_DLC_BRAND_REGISTRATION"


async def test_submit_names_what_is_missing_and_hands_nothing_in(sms: AsyncSmsVoice) -> None:
    """Every field that `missing_fields` lists, and the number that the form is about."""
    made = await sms.registrations.create(TOLL_FREE)
    missing = [field.field_path for field in await made.missing_fields()]

    with pytest.raises(RequestError, match="SubmitRegistrationVersion") as refusal:
        await made.submit()

    problems = {problem.field: problem for problem in refusal.value.problems}
    assert list(problems) == [*missing, "phone-number"]
    assert {problem.kind for problem in problems.values()} == {"missing"}
    assert "associate(id)" in problems["phone-number"].rule
    draft = await made.versions().first()
    assert draft is not None
    assert draft.registration_version_status == "DRAFT"


async def test_submit_names_values_that_do_not_fit(sms: AsyncSmsVoice, clock: Any) -> None:
    """AWS takes them one by one when they are put; the error repeats none of them."""
    made = await filled_in(sms, clock)
    await made.fields.put("companyInfo.taxIdAuthority", select_choices=["CBN"])

    with pytest.raises(RequestError) as refusal:
        await made.submit()

    (problem,) = refusal.value.problems
    assert problem.field == "companyInfo.taxIdAuthority"
    assert "must be left empty" in problem.rule
    assert "CBN" not in str(refusal.value)


async def test_a_form_that_will_do_is_handed_in_after_five_reads(
    sms: AsyncSmsVoice, clock: Any
) -> None:
    """The registration, the form, the values, the type, and what is associated."""
    made = await filled_in(sms, clock)
    calls = calls_of(sms)

    await made.submit()

    assert sorted(calls[:-1]) == [
        "DescribeRegistrationFieldDefinitions",
        "DescribeRegistrationFieldValues",
        "DescribeRegistrationTypeDefinitions",
        "DescribeRegistrations",
        "ListRegistrationAssociations",
    ]
    assert calls[-1] == "SubmitRegistrationVersion"


async def test_a_type_that_binds_nothing_beforehand_costs_one_read_less(
    sms: AsyncSmsVoice,
) -> None:
    """A brand is about itself."""
    made = await sms.registrations.create(BRAND)
    calls = calls_of(sms)

    with pytest.raises(RequestError) as refusal:
        await made.submit()

    assert "ListRegistrationAssociations" not in calls
    assert len(calls) == 4
    assert NAME in {problem.field for problem in refusal.value.problems}


async def test_without_the_check_aws_takes_the_form_and_denies_it(
    sms: AsyncSmsVoice, clock: Any
) -> None:
    """It costs a version; the error has the kind of fault, and the fields."""
    made = await sms.registrations.create(TOLL_FREE)
    await made.associate((await toll_free_number(sms)).id)
    calls = calls_of(sms)

    taken = await made.submit(check=False)
    assert calls == ["SubmitRegistrationVersion"]
    assert taken.registration_version_status == "SUBMITTED"
    with pytest.raises(WaitFailedError, match="Missing required field") as failure:
        await made.wait_until_reviewed(clock=clock)

    assert f"{NAME}: MISSING_REQUIRED_FIELD" in str(failure.value)
    assert made.data.latest_denied_version_number == 1


async def test_without_the_check_aws_alone_asks_for_associations(sms: AsyncSmsVoice) -> None:
    """By a conflict, before it takes anything."""
    made = await sms.registrations.create(TOLL_FREE)

    with pytest.raises(ConflictError) as refusal:
        await made.submit(check=False)

    reason = ConflictExceptionReason.SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED
    assert refusal.value.reason == reason


async def test_a_denied_version_is_not_checked_again(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """What it lacks cannot be filled in any more: AWS says that there is no draft."""
    made = await sms.registrations.create(BRAND)
    await made.submit(check=False)
    emulator.advance(10)

    with pytest.raises(ConflictError) as refusal:
        await made.submit()

    reason = ConflictExceptionReason.SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED
    assert refusal.value.reason == reason


async def test_fields_are_given_with_the_creation(sms: AsyncSmsVoice) -> None:
    """Texts, choices and attachments; what is left out can be filled in later."""
    picture = await sms.registration_attachments.create(PDF)

    made = await sms.registrations.create(
        TOLL_FREE, fields={NAME: TEXTS[NAME], "messagingUseCase.optInImage": picture}
    )

    told = {one.field_path: one for one in await made.fields.list().collect()}
    assert told[NAME].text_value == TEXTS[NAME]
    assert told["messagingUseCase.optInImage"].registration_attachment_id == picture.id
    assert "companyInfo.city" in {field.field_path for field in await made.missing_fields()}


@pytest.mark.parametrize(
    ("path", "value", "rule"),
    [
        ("companyInfo.compnyName", "x", f"did you mean {NAME}"),
        ("companyInfo.businessType", "PIRATES", "must be among PRIVATE_PROFIT"),
        ("companyInfo.taxIdAuthority", "EIN", "must be left empty beside"),
        ("companyInfo.companyName", "", "must not be empty"),
    ],
)
async def test_nothing_is_made_while_a_field_is_wrong(
    sms: AsyncSmsVoice, path: str, value: str, rule: str
) -> None:
    """The whole form is looked at first; the error names field and rule."""
    with pytest.raises(RequestError, match=rule) as refusal:
        await sms.registrations.create(TOLL_FREE, fields={**TEXTS, path: value})

    assert {problem.field for problem in refusal.value.problems} == {path}
    assert await sms.registrations.list().collect() == []


async def test_an_unknown_type_has_no_form_to_check(sms: AsyncSmsVoice) -> None:
    """AWS is asked, and nothing is made."""
    with pytest.raises(ValidationError) as refusal:
        await sms.registrations.create("MOON_REGISTRATION", fields={NAME: "Example"})

    assert refusal.value.reason == ValidationExceptionReason.UNKNOWN_REGISTRATION_TYPE


async def test_a_creation_that_stops_on_the_way_names_what_it_made(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """The error carries the id; the same token finds the same registration and goes on."""
    fields = {NAME: TEXTS[NAME], "companyInfo.city": "Seattle"}
    put = "PutRegistrationFieldValue"
    emulator.faults.add("500", operation=put, times=20)

    with pytest.raises(InternalServerError, match=put) as failure:
        await sms.registrations.create(TOLL_FREE, fields=fields, client_token="once")
    emulator.faults.clear()
    (lost,) = await sms.registrations.list().collect()
    again = await sms.registrations.create(TOLL_FREE, fields=fields, client_token="once")

    (note,) = failure.value.__notes__
    assert lost.id in note
    assert again == lost
    assert len(await again.fields.list().collect()) == 2


async def test_a_copy_that_stops_on_the_way_names_its_version(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """The draft is there, and the error says so."""
    emulator.settings.new_versions_start_blank = True
    made = await sms.registrations.create(TOLL_FREE, fields={NAME: TEXTS[NAME]})
    await made.discard()
    emulator.faults.add("500", operation="PutRegistrationFieldValue", times=20)

    with pytest.raises(InternalServerError, match="PutRegistrationFieldValue") as failure:
        await made.create_version(copy_fields=True)

    (note,) = failure.value.__notes__
    assert f"version 2 of {made.id}" in note

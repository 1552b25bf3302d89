"""Registrations as objects: from a blank form to an approval, or to a denial and another try."""

from typing import Any

import pytest

from smsvoice import (
    AsyncSmsVoice,
    ConflictError,
    Emulator,
    NotLoadedError,
    Progress,
    RequestError,
    ResourceNotFoundError,
    ValidationError,
    WaitFailedError,
    WaitTimeoutError,
)
from smsvoice.models.common import Tag
from smsvoice.models.reasons import ConflictExceptionReason, ValidationExceptionReason
from tests.factories.aio.registrations import TEXTS, TOLL_FREE, filled_in, toll_free_number

CITY = "companyInfo.city"


async def test_a_registration_is_known_from_its_creation(sms: AsyncSmsVoice) -> None:
    """Version 1 is a draft, and the handle's status is the registration's."""
    made = await sms.registrations.create(TOLL_FREE, tags=[Tag(key="for", value="codes")])

    assert made.status == "CREATED"
    assert made.data.current_version_number == 1
    assert made.arn.endswith(made.id)
    assert repr(made).endswith(f"Registration {made.id} CREATED>")
    assert await sms.registrations.get(made.id) == made
    assert [tag.value for tag in await made.tags.list()] == ["codes"]


async def test_an_unknown_type_is_refused_by_its_reason(sms: AsyncSmsVoice) -> None:
    """AWS alone knows all types, so it is asked."""
    with pytest.raises(ValidationError) as refusal:
        await sms.registrations.create("MOON_REGISTRATION")

    assert refusal.value.reason == ValidationExceptionReason.UNKNOWN_REGISTRATION_TYPE


async def test_the_list_takes_filters_and_ids_in_any_number(sms: AsyncSmsVoice, clock: Any) -> None:
    """By type, by status and by id; a status that AWS does not list never leaves."""
    made = [await sms.registrations.create(TOLL_FREE) for _ in range(6)]
    handed_in = await filled_in(sms, clock)
    await handed_in.submit()

    assert await sms.registrations.list(ids=[one.id for one in made]).collect() == made
    assert await sms.registrations.list(registration_status="SUBMITTED").collect() == [handed_in]
    assert await sms.registrations.list(registration_type="NONE_SUCH").collect() == []
    assert len(await sms.registrations.list(registration_type=TOLL_FREE).collect()) == 7
    with pytest.raises(RequestError, match="did you mean COMPLETE"):
        sms.registrations.list(registration_status="COMPLET")  # type: ignore[arg-type]


async def test_a_submitted_registration_is_waited_for_until_it_is_complete(
    sms: AsyncSmsVoice, emulator: Emulator, clock: Any
) -> None:
    """The number that it is for becomes active with it."""
    emulator.settings.reviews = "approve"
    made = await filled_in(sms, clock)
    seen: list[Progress] = []

    sent = await made.submit()
    assert sent.registration_version_status == "SUBMITTED"
    assert made.status == "CREATED"  # what AWS told last; nothing is asked behind one's back
    same = await made.wait_until_reviewed(clock=clock, progress=seen.append)

    assert same is made
    assert made.status == "COMPLETE"
    assert made.data.approved_version_number == 1
    assert seen[-1].state == "COMPLETE"
    assert "REVIEWING" in [one.state for one in seen]
    (bound,) = await made.associations(resource_type="phone-number").collect()
    assert (await sms.phone_numbers.get(bound.resource_id)).status == "ACTIVE"


async def test_a_denial_ends_the_wait_with_its_reasons(
    sms: AsyncSmsVoice, emulator: Emulator, clock: Any
) -> None:
    """The error says what the reviewers said, and what a person must do."""
    emulator.settings.reviews = "deny"
    made = await filled_in(sms, clock)
    await made.submit()

    with pytest.raises(WaitFailedError) as failure:
        await made.wait_until_reviewed(clock=clock)

    assert failure.value.last_state == "REQUIRES_UPDATES"
    version = await made.versions(registration_version_status="DENIED").first()
    assert version is not None
    (reason,) = version.denied_reasons or ()
    assert f"{reason.reason}: {reason.short_description}" in failure.value.why
    assert "create_version()" in failure.value.why


async def test_a_blank_form_is_not_waited_for(sms: AsyncSmsVoice, clock: Any) -> None:
    """Nobody will review what nobody handed in."""
    made = await sms.registrations.create(TOLL_FREE)

    with pytest.raises(WaitFailedError, match=r"submit\(\)"):
        await made.wait_until_reviewed(clock=clock)

    assert clock.slept == []


async def test_an_email_to_be_answered_ends_the_wait_with_advice(
    sms: AsyncSmsVoice, emulator: Emulator, clock: Any
) -> None:
    """A public company's brand waits for its contact."""
    emulator.settings.reviews = "approve"
    made = await sms.registrations.create("US_TEN_DLC_BRAND_REGISTRATION")
    await made.fields.put("companyInfo.legalType", select_choices=["PUBLIC_PROFIT"])
    while lacking := await made.missing_fields():
        await made.fields.put_all(
            {
                field.field_path: field.select_validation.options[0]
                if field.select_validation
                else field.display_hints.example_text_value or SAMPLES[field.field_path]
                for field in lacking
            }
        )
    await made.submit()

    with pytest.raises(WaitFailedError, match="must answer the e-mail") as failure:
        await made.wait_until_reviewed(clock=clock)

    assert failure.value.last_state == "REQUIRES_AUTHENTICATION"


SAMPLES = {
    "companyInfo.companyName": "Example Clinic",
    "companyInfo.taxIdIssuingCountry": "US",
    "companyInfo.taxId": "12-3456789",
    "companyInfo.stockSymbol": "EXMP",
    "companyInfo.businessContactEmail": "ada@clinic.example",
    "companyInfo.address": "1 Main Street",
    "companyInfo.city": "Seattle",
    "companyInfo.state": "WA",
    "companyInfo.zipCode": "98101",
    "companyInfo.isoCountryCode": "US",
    "contactInfo.dbaName": "Clinic",
    "contactInfo.website": "https://clinic.example",
    "contactInfo.supportEmail": "ada@clinic.example",
    "contactInfo.supportPhoneNumber": "+12065550100",
}


async def test_a_review_without_an_end_runs_out_of_time(sms: AsyncSmsVoice, clock: Any) -> None:
    """The error tells the last state; the waiter looked ever less often."""
    made = await filled_in(sms, clock)
    await made.submit(aws_review=True)

    with pytest.raises(WaitTimeoutError) as over:
        await made.wait_until_reviewed(timeout=600, clock=clock)

    assert over.value.last_state == "REVIEWING"
    assert max(clock.slept) == 30


async def test_a_registration_that_is_gone_ends_the_wait(sms: AsyncSmsVoice, clock: Any) -> None:
    """An id that names nothing cannot become complete."""
    with pytest.raises(WaitFailedError, match="no such thing"):
        await sms.registrations.at("registration-0").wait_until_reviewed(clock=clock)


async def test_a_new_version_starts_blank_unless_fields_are_copied(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """From the newest version that held any, however many blank ones came after it."""
    emulator.settings.new_versions_start_blank = True
    made = await sms.registrations.create(TOLL_FREE, fields=TEXTS)

    async def held(number: int) -> dict[str, Any]:
        told = await made.fields.list(version_number=number).collect()
        return {one.field_path: one.text_value or one.select_choices for one in told}

    await made.discard()
    blank = await made.create_version()
    await made.discard()
    copied = await made.create_version(copy_fields=True)

    assert (blank.version_number, copied.version_number) == (2, 3)
    assert made.data.current_version_number == 3
    assert await held(2) == {}
    assert await held(3) == await held(1)
    assert len(await held(3)) == len(TEXTS)


async def test_what_a_machine_said_of_empty_fields_is_not_copied(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """A version that was denied for being blank holds no values, though AWS lists its fields."""
    emulator.settings.new_versions_start_blank = True
    made = await sms.registrations.create("US_TEN_DLC_BRAND_REGISTRATION", fields={CITY: "Rome"})
    await made.discard()
    await made.create_version()
    await made.submit(check=False)
    emulator.advance(10)

    await made.create_version(copy_fields=True)

    denied = await made.fields.list(version_number=2).collect()
    assert len(denied) > 10
    assert {one.denied_reason for one in denied} == {"MISSING_REQUIRED_FIELD"}
    assert [one.text_value for one in await made.fields.list().collect()] == ["Rome"]


async def test_fields_are_copied_from_the_version_that_is_named(sms: AsyncSmsVoice) -> None:
    """Version 1 although version 2 holds another value; True is no number here."""
    made = await sms.registrations.create(TOLL_FREE, fields={CITY: "Rome"})
    await made.discard()
    await made.create_version()
    await made.fields.put(CITY, text_value="Oslo")
    await made.discard()

    await made.create_version(copy_fields=1)
    (third,) = await made.fields.list().collect()
    await made.fields.put(CITY, text_value="Oslo")
    await made.discard()
    await made.create_version(copy_fields=True)
    (fourth,) = await made.fields.list().collect()

    assert (third.text_value, fourth.text_value) == ("Rome", "Oslo")


async def test_no_version_begins_where_the_one_to_copy_is_not(sms: AsyncSmsVoice) -> None:
    """It is looked at first."""
    made = await sms.registrations.create(TOLL_FREE)
    await made.discard()

    with pytest.raises(ValidationError) as refusal:
        await made.create_version(copy_fields=7)

    assert refusal.value.reason == ValidationExceptionReason.UNKNOWN_REGISTRATION_VERSION
    assert len(await made.versions().collect()) == 1


@pytest.mark.parametrize("blank", [True, False])
async def test_copied_fields_are_all_there_whatever_aws_does(
    sms: AsyncSmsVoice,
    emulator: Emulator,
    clock: Any,
    blank: bool,
) -> None:
    """Whether AWS starts a version blank or not, the copy holds what the last one held."""
    emulator.settings.new_versions_start_blank = blank
    emulator.settings.reviews = "approve"
    made = await filled_in(sms, clock)
    await made.submit()
    await made.wait_until_reviewed(clock=clock)

    await sms.registrations.at(made.id).create_version(copy_fields=True)

    def values(told: list[Any]) -> dict[str, Any]:
        return {
            one.field_path: (one.text_value, one.select_choices, one.registration_attachment_id)
            for one in told
        }

    first = values(await made.fields.list(version_number=1).collect())
    second = values(await made.fields.list(version_number=2).collect())
    assert first == second
    assert await made.missing_fields() == ()


async def test_a_version_under_way_allows_no_other(sms: AsyncSmsVoice) -> None:
    """Neither copying nor plain."""
    made = await sms.registrations.create(TOLL_FREE)

    with pytest.raises(ConflictError) as refusal:
        await made.create_version(copy_fields=True)

    reason = ConflictExceptionReason.CREATE_REGISTRATION_VERSION_NOT_ALLOWED
    assert refusal.value.reason == reason


async def test_versions_are_listed_by_number_and_status(sms: AsyncSmsVoice, clock: Any) -> None:
    """Discarding tells the version; the next one is numbered on."""
    made = await sms.registrations.create(TOLL_FREE)
    discarded = await made.discard()
    await made.create_version()

    assert discarded.registration_version_status == "DISCARDED"
    numbers = [one.version_number for one in await made.versions().collect()]
    assert sorted(numbers) == [1, 2]
    (draft,) = await made.versions(registration_version_status=["DRAFT", "DENIED"]).collect()
    assert draft.version_number == 2
    (first,) = await made.versions(version_numbers=[1]).collect()
    assert first.registration_version_status == "DISCARDED"


async def test_what_is_bound_is_listed_and_bound_once(sms: AsyncSmsVoice) -> None:
    """A toll-free number belongs to its registration before that is submitted."""
    made = await sms.registrations.create(TOLL_FREE)
    number = await toll_free_number(sms)

    bound = await made.associate(number.id)
    with pytest.raises(ConflictError) as refusal:
        await made.associate(number.id)

    assert bound.resource_id == number.id
    assert refusal.value.reason == ConflictExceptionReason.RESOURCE_ALREADY_ASSOCIATED
    assert len(await made.associations(iso_country_code="US").collect()) == 1
    assert await made.associations(resource_type=["sender-id", "rcs-agent"]).collect() == []


async def test_missing_fields_are_worked_out_from_the_rules(sms: AsyncSmsVoice) -> None:
    """A company must tell its tax number, one person need not."""
    made = await sms.registrations.create(TOLL_FREE)

    async def lacking() -> set[str]:
        return {field.field_path for field in await made.missing_fields()}

    assert "companyInfo.companyName" in await lacking()
    assert "companyInfo.taxId" not in await lacking()
    await made.fields.put("companyInfo.businessType", select_choices=["NON_PROFIT"])
    assert "companyInfo.taxId" in await lacking()
    await made.fields.put("companyInfo.businessType", select_choices=["SOLE_PROPRIETOR"])
    assert "companyInfo.taxId" not in await lacking()


async def test_what_is_missing_is_what_aws_denies(sms: AsyncSmsVoice, emulator: Emulator) -> None:
    """`missing_fields` and AWS's machine name the same fields."""
    made = await sms.registrations.create(TOLL_FREE)
    await made.associate((await toll_free_number(sms)).id)
    told = {field.field_path for field in await made.missing_fields()}

    await made.submit(check=False)
    emulator.advance(10)

    denied = await made.fields.list().collect()
    assert {one.field_path for one in denied if one.denied_reason} == told


async def test_a_deleted_registration_is_gone(sms: AsyncSmsVoice) -> None:
    """A bare handle can delete too."""
    made = await sms.registrations.create(TOLL_FREE)

    await sms.registrations.at(made.id).delete()

    with pytest.raises(ResourceNotFoundError):
        await made.refresh()
    with pytest.raises(NotLoadedError, match=r"registrations\.get"):
        _ = sms.registrations.at(made.id).status

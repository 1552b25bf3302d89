"""Registrations as objects: from a blank form to an approval, or to a denial and another try."""

# Mirrored from tests/aio/test_registrations.py by `python -m codegen`. Change that file, not this one.

from typing import Any

import pytest

from smsvoice import (
    ConflictError,
    Emulator,
    NotLoadedError,
    Progress,
    RequestError,
    ResourceNotFoundError,
    SmsVoice,
    ValidationError,
    WaitFailedError,
    WaitTimeoutError,
)
from smsvoice.models.common import Tag
from smsvoice.models.reasons import ConflictExceptionReason, ValidationExceptionReason
from tests.factories.sync.registrations import TEXTS, TOLL_FREE, filled_in, toll_free_number

CITY = "companyInfo.city"


def test_a_registration_is_known_from_its_creation(sms: SmsVoice) -> None:
    """Version 1 is a draft, and the handle's status is the registration's."""
    made = sms.registrations.create(TOLL_FREE, tags=[Tag(key="for", value="codes")])

    assert made.status == "CREATED"
    assert made.data.current_version_number == 1
    assert made.arn.endswith(made.id)
    assert repr(made).endswith(f"Registration {made.id} CREATED>")
    assert sms.registrations.get(made.id) == made
    assert [tag.value for tag in made.tags.list()] == ["codes"]


def test_an_unknown_type_is_refused_by_its_reason(sms: SmsVoice) -> None:
    """AWS alone knows all types, so it is asked."""
    with pytest.raises(ValidationError) as refusal:
        sms.registrations.create("MOON_REGISTRATION")

    assert refusal.value.reason == ValidationExceptionReason.UNKNOWN_REGISTRATION_TYPE


def test_the_list_takes_filters_and_ids_in_any_number(sms: SmsVoice, clock: Any) -> None:
    """By type, by status and by id; a status that AWS does not list never leaves."""
    made = [sms.registrations.create(TOLL_FREE) for _ in range(6)]
    handed_in = filled_in(sms, clock)
    handed_in.submit()

    assert sms.registrations.list(ids=[one.id for one in made]).collect() == made
    assert sms.registrations.list(registration_status="SUBMITTED").collect() == [handed_in]
    assert sms.registrations.list(registration_type="NONE_SUCH").collect() == []
    assert len(sms.registrations.list(registration_type=TOLL_FREE).collect()) == 7
    with pytest.raises(RequestError, match="did you mean COMPLETE"):
        sms.registrations.list(registration_status="COMPLET")  # type: ignore[arg-type]


def test_a_submitted_registration_is_waited_for_until_it_is_complete(
    sms: SmsVoice, emulator: Emulator, clock: Any
) -> None:
    """The number that it is for becomes active with it."""
    emulator.settings.reviews = "approve"
    made = filled_in(sms, clock)
    seen: list[Progress] = []

    sent = made.submit()
    assert sent.registration_version_status == "SUBMITTED"
    assert made.status == "CREATED"  # what AWS told last; nothing is asked behind one's back
    same = made.wait_until_reviewed(clock=clock, progress=seen.append)

    assert same is made
    assert made.status == "COMPLETE"
    assert made.data.approved_version_number == 1
    assert seen[-1].state == "COMPLETE"
    assert "REVIEWING" in [one.state for one in seen]
    (bound,) = made.associations(resource_type="phone-number").collect()
    assert (sms.phone_numbers.get(bound.resource_id)).status == "ACTIVE"


def test_a_denial_ends_the_wait_with_its_reasons(
    sms: SmsVoice, emulator: Emulator, clock: Any
) -> None:
    """The error says what the reviewers said, and what a person must do."""
    emulator.settings.reviews = "deny"
    made = filled_in(sms, clock)
    made.submit()

    with pytest.raises(WaitFailedError) as failure:
        made.wait_until_reviewed(clock=clock)

    assert failure.value.last_state == "REQUIRES_UPDATES"
    version = made.versions(registration_version_status="DENIED").first()
    assert version is not None
    (reason,) = version.denied_reasons or ()
    assert f"{reason.reason}: {reason.short_description}" in failure.value.why
    assert "create_version()" in failure.value.why


def test_a_blank_form_is_not_waited_for(sms: SmsVoice, clock: Any) -> None:
    """Nobody will review what nobody handed in."""
    made = sms.registrations.create(TOLL_FREE)

    with pytest.raises(WaitFailedError, match=r"submit\(\)"):
        made.wait_until_reviewed(clock=clock)

    assert clock.slept == []


def test_an_email_to_be_answered_ends_the_wait_with_advice(
    sms: SmsVoice, emulator: Emulator, clock: Any
) -> None:
    """A public company's brand waits for its contact."""
    emulator.settings.reviews = "approve"
    made = sms.registrations.create("US_TEN_DLC_BRAND_REGISTRATION")
    made.fields.put("companyInfo.legalType", select_choices=["PUBLIC_PROFIT"])
    while lacking := made.missing_fields():
        made.fields.put_all(
            {
                field.field_path: field.select_validation.options[0]
                if field.select_validation
                else field.display_hints.example_text_value or SAMPLES[field.field_path]
                for field in lacking
            }
        )
    made.submit()

    with pytest.raises(WaitFailedError, match="must answer the e-mail") as failure:
        made.wait_until_reviewed(clock=clock)

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


def test_a_review_without_an_end_runs_out_of_time(sms: SmsVoice, clock: Any) -> None:
    """The error tells the last state; the waiter looked ever less often."""
    made = filled_in(sms, clock)
    made.submit(aws_review=True)

    with pytest.raises(WaitTimeoutError) as over:
        made.wait_until_reviewed(timeout=600, clock=clock)

    assert over.value.last_state == "REVIEWING"
    assert max(clock.slept) == 30


def test_a_registration_that_is_gone_ends_the_wait(sms: SmsVoice, clock: Any) -> None:
    """An id that names nothing cannot become complete."""
    with pytest.raises(WaitFailedError, match="no such thing"):
        sms.registrations.at("registration-0").wait_until_reviewed(clock=clock)


def test_a_new_version_starts_blank_unless_fields_are_copied(
    sms: SmsVoice, emulator: Emulator
) -> None:
    """From the newest version that held any, however many blank ones came after it."""
    emulator.settings.new_versions_start_blank = True
    made = sms.registrations.create(TOLL_FREE, fields=TEXTS)

    def held(number: int) -> dict[str, Any]:
        told = made.fields.list(version_number=number).collect()
        return {one.field_path: one.text_value or one.select_choices for one in told}

    made.discard()
    blank = made.create_version()
    made.discard()
    copied = made.create_version(copy_fields=True)

    assert (blank.version_number, copied.version_number) == (2, 3)
    assert made.data.current_version_number == 3
    assert held(2) == {}
    assert held(3) == held(1)
    assert len(held(3)) == len(TEXTS)


def test_what_a_machine_said_of_empty_fields_is_not_copied(
    sms: SmsVoice, emulator: Emulator
) -> None:
    """A version that was denied for being blank holds no values, though AWS lists its fields."""
    emulator.settings.new_versions_start_blank = True
    made = sms.registrations.create("US_TEN_DLC_BRAND_REGISTRATION", fields={CITY: "Rome"})
    made.discard()
    made.create_version()
    made.submit(check=False)
    emulator.advance(10)

    made.create_version(copy_fields=True)

    denied = made.fields.list(version_number=2).collect()
    assert len(denied) > 10
    assert {one.denied_reason for one in denied} == {"MISSING_REQUIRED_FIELD"}
    assert [one.text_value for one in made.fields.list().collect()] == ["Rome"]


def test_fields_are_copied_from_the_version_that_is_named(sms: SmsVoice) -> None:
    """Version 1 although version 2 holds another value; True is no number here."""
    made = sms.registrations.create(TOLL_FREE, fields={CITY: "Rome"})
    made.discard()
    made.create_version()
    made.fields.put(CITY, text_value="Oslo")
    made.discard()

    made.create_version(copy_fields=1)
    (third,) = made.fields.list().collect()
    made.fields.put(CITY, text_value="Oslo")
    made.discard()
    made.create_version(copy_fields=True)
    (fourth,) = made.fields.list().collect()

    assert (third.text_value, fourth.text_value) == ("Rome", "Oslo")


def test_no_version_begins_where_the_one_to_copy_is_not(sms: SmsVoice) -> None:
    """It is looked at first."""
    made = sms.registrations.create(TOLL_FREE)
    made.discard()

    with pytest.raises(ValidationError) as refusal:
        made.create_version(copy_fields=7)

    assert refusal.value.reason == ValidationExceptionReason.UNKNOWN_REGISTRATION_VERSION
    assert len(made.versions().collect()) == 1


@pytest.mark.parametrize("blank", [True, False])
def test_copied_fields_are_all_there_whatever_aws_does(
    sms: SmsVoice,
    emulator: Emulator,
    clock: Any,
    blank: bool,
) -> None:
    """Whether AWS starts a version blank or not, the copy holds what the last one held."""
    emulator.settings.new_versions_start_blank = blank
    emulator.settings.reviews = "approve"
    made = filled_in(sms, clock)
    made.submit()
    made.wait_until_reviewed(clock=clock)

    sms.registrations.at(made.id).create_version(copy_fields=True)

    def values(told: list[Any]) -> dict[str, Any]:
        return {
            one.field_path: (one.text_value, one.select_choices, one.registration_attachment_id)
            for one in told
        }

    first = values(made.fields.list(version_number=1).collect())
    second = values(made.fields.list(version_number=2).collect())
    assert first == second
    assert made.missing_fields() == ()


def test_a_version_under_way_allows_no_other(sms: SmsVoice) -> None:
    """Neither copying nor plain."""
    made = sms.registrations.create(TOLL_FREE)

    with pytest.raises(ConflictError) as refusal:
        made.create_version(copy_fields=True)

    reason = ConflictExceptionReason.CREATE_REGISTRATION_VERSION_NOT_ALLOWED
    assert refusal.value.reason == reason


def test_versions_are_listed_by_number_and_status(sms: SmsVoice, clock: Any) -> None:
    """Discarding tells the version; the next one is numbered on."""
    made = sms.registrations.create(TOLL_FREE)
    discarded = made.discard()
    made.create_version()

    assert discarded.registration_version_status == "DISCARDED"
    numbers = [one.version_number for one in made.versions().collect()]
    assert sorted(numbers) == [1, 2]
    (draft,) = made.versions(registration_version_status=["DRAFT", "DENIED"]).collect()
    assert draft.version_number == 2
    (first,) = made.versions(version_numbers=[1]).collect()
    assert first.registration_version_status == "DISCARDED"


def test_what_is_bound_is_listed_and_bound_once(sms: SmsVoice) -> None:
    """A toll-free number belongs to its registration before that is submitted."""
    made = sms.registrations.create(TOLL_FREE)
    number = toll_free_number(sms)

    bound = made.associate(number.id)
    with pytest.raises(ConflictError) as refusal:
        made.associate(number.id)

    assert bound.resource_id == number.id
    assert refusal.value.reason == ConflictExceptionReason.RESOURCE_ALREADY_ASSOCIATED
    assert len(made.associations(iso_country_code="US").collect()) == 1
    assert made.associations(resource_type=["sender-id", "rcs-agent"]).collect() == []


def test_missing_fields_are_worked_out_from_the_rules(sms: SmsVoice) -> None:
    """A company must tell its tax number, one person need not."""
    made = sms.registrations.create(TOLL_FREE)

    def lacking() -> set[str]:
        return {field.field_path for field in made.missing_fields()}

    assert "companyInfo.companyName" in lacking()
    assert "companyInfo.taxId" not in lacking()
    made.fields.put("companyInfo.businessType", select_choices=["NON_PROFIT"])
    assert "companyInfo.taxId" in lacking()
    made.fields.put("companyInfo.businessType", select_choices=["SOLE_PROPRIETOR"])
    assert "companyInfo.taxId" not in lacking()


def test_what_is_missing_is_what_aws_denies(sms: SmsVoice, emulator: Emulator) -> None:
    """`missing_fields` and AWS's machine name the same fields."""
    made = sms.registrations.create(TOLL_FREE)
    made.associate((toll_free_number(sms)).id)
    told = {field.field_path for field in made.missing_fields()}

    made.submit(check=False)
    emulator.advance(10)

    denied = made.fields.list().collect()
    assert {one.field_path for one in denied if one.denied_reason} == told


def test_a_deleted_registration_is_gone(sms: SmsVoice) -> None:
    """A bare handle can delete too."""
    made = sms.registrations.create(TOLL_FREE)

    sms.registrations.at(made.id).delete()

    with pytest.raises(ResourceNotFoundError):
        made.refresh()
    with pytest.raises(NotLoadedError, match=r"registrations\.get"):
        _ = sms.registrations.at(made.id).status

"""Protect configurations as objects: rules by country, exceptions by number, and who uses them."""

# Mirrored from tests/aio/test_protect.py by `python -m codegen`. Change that file, not this one.

from datetime import timedelta

import pytest

from smsvoice import (
    ConflictError,
    Emulator,
    NotLoadedError,
    RequestError,
    ResourceNotFoundError,
    SmsVoice,
)
from smsvoice.models.common import Tag
from smsvoice.models.protect import ProtectConfigurationCountryRuleSetInformation
from smsvoice.models.reasons import ConflictExceptionReason


def test_a_configuration_is_known_from_its_creation(sms: SmsVoice) -> None:
    """What AWS answered to the creation is its data, without another call."""
    made = sms.protect_configurations.create(
        deletion_protection_enabled=True, tags=[Tag(key="Name", value="careful")]
    )

    assert made.id.startswith("protect-")
    assert made.arn.endswith(made.id)
    assert made.data.deletion_protection_enabled
    assert made.data.account_default is False
    assert [tag.value for tag in made.tags.list()] == ["careful"]


def test_a_handle_makes_no_call_until_it_is_asked(sms: SmsVoice) -> None:
    """`at` knows the id alone, and says what would load the rest."""
    handle = sms.protect_configurations.at("protect-1")

    with pytest.raises(NotLoadedError, match=r"protect_configurations\.get"):
        _ = handle.data
    assert repr(handle).endswith("ProtectConfiguration protect-1>")


def test_get_finds_what_is_there_and_refuses_what_is_not(sms: SmsVoice) -> None:
    """Two handles of one thing are equal; an unknown id is an error."""
    made = sms.protect_configurations.create()

    assert sms.protect_configurations.get(made.arn) != made  # another identity: the ARN
    assert sms.protect_configurations.get(made.id) == made
    with pytest.raises(ResourceNotFoundError):
        sms.protect_configurations.get("protect-0")


def test_the_list_takes_filters_and_ids_in_any_number(sms: SmsVoice) -> None:
    """AWS takes five ids at a time; seven are asked for in two calls."""
    made = [sms.protect_configurations.create() for _ in range(7)]
    made[2].update(deletion_protection_enabled=True)
    made[4].set_account_default()

    every = sms.protect_configurations.list(ids=[one.id for one in made]).collect()
    protected = sms.protect_configurations.list(deletion_protection_enabled=True).collect()
    default = sms.protect_configurations.list(account_default=True).collect()
    others = sms.protect_configurations.list(account_default=False, max_results=2).collect()

    assert every == made
    assert protected == [made[2]]
    assert default == [made[4]]
    assert len(others) == 6


def test_update_and_delete_obey_the_deletion_protection(sms: SmsVoice) -> None:
    """A protected configuration stays until the protection is switched off."""
    made = sms.protect_configurations.create(deletion_protection_enabled=True)

    with pytest.raises(ConflictError) as refusal:
        made.delete()
    assert refusal.value.reason == ConflictExceptionReason.DELETION_PROTECTION_ENABLED

    same = made.update(deletion_protection_enabled=False)
    assert same is made
    assert made.data.deletion_protection_enabled is False
    made.delete()
    with pytest.raises(ResourceNotFoundError):
        made.refresh()


def test_country_rules_are_set_by_status_and_leave_the_rest(sms: SmsVoice) -> None:
    """Plain statuses and AWS's own shape do the same; every way of sending has its own rules."""
    made = sms.protect_configurations.create()

    now = made.update_country_rules(
        "SMS",
        {
            "GB": "BLOCK",
            "FR": ProtectConfigurationCountryRuleSetInformation(protect_status="MONITOR"),
        },
    )

    assert (now["GB"].protect_status, now["FR"].protect_status) == ("BLOCK", "MONITOR")
    told = made.country_rules("SMS")
    assert (told["GB"].protect_status, told["DE"].protect_status) == ("BLOCK", "ALLOW")
    assert (made.country_rules("VOICE"))["GB"].protect_status == "ALLOW"


def test_a_misspelt_status_never_leaves(sms: SmsVoice) -> None:
    """The error names the nearest status that there is."""
    made = sms.protect_configurations.create()

    with pytest.raises(RequestError, match="did you mean BLOCK"):
        made.update_country_rules("SMS", {"GB": "BLOK"})  # type: ignore[dict-item]


def test_the_account_default_is_set_and_described(sms: SmsVoice) -> None:
    """The handle knows at once, and so does AWS."""
    made = sms.protect_configurations.create()

    made.set_account_default()

    assert made.data.account_default is True
    assert (sms.protect_configurations.get(made.id)).data.account_default is True


def test_an_unloaded_handle_stays_unloaded_when_it_becomes_the_default(
    sms: SmsVoice,
) -> None:
    """An answer that does not describe the thing does not pretend to."""
    made = sms.protect_configurations.create()
    bare = sms.protect_configurations.at(made.id).set_account_default()

    with pytest.raises(NotLoadedError):
        _ = bare.data


def test_a_configuration_set_uses_the_rules_until_it_is_disassociated(
    sms: SmsVoice,
) -> None:
    """Associating and disassociating tell both names; a set without these rules is refused."""
    made = sms.protect_configurations.create()
    sms.api.create_configuration_set(configuration_set_name="news")

    bound = made.associate("news")
    assert (bound.configuration_set_name, bound.protect_configuration_id) == ("news", made.id)
    with pytest.raises(ConflictError) as refusal:
        made.delete()
    freed = made.disassociate("news")
    with pytest.raises(ConflictError) as again:
        made.disassociate("news")

    assert freed.protect_configuration_id == made.id
    reasons = ConflictExceptionReason
    assert refusal.value.reason == reasons.PROTECT_CONFIGURATION_ASSOCIATED_WITH_CONFIGURATION_SET
    assert again.value.reason == reasons.PROTECT_CONFIGURATION_NOT_ASSOCIATED_WITH_CONFIGURATION_SET


def test_number_overrides_are_put_listed_and_deleted(sms: SmsVoice, emulator: Emulator) -> None:
    """Filters narrow the list by country, beginning, action and time."""
    overrides = (sms.protect_configurations.create()).number_overrides
    tomorrow = emulator.now() + timedelta(days=1)
    overrides.put("+12065550142", action="ALLOW")
    overrides.put("+447700900123", action="BLOCK", expiration_timestamp=tomorrow)

    def numbers(**wanted: object) -> list[str]:
        found = overrides.list(**wanted).collect()  # type: ignore[arg-type]
        return sorted(one.destination_phone_number for one in found)

    assert numbers() == ["+12065550142", "+447700900123"]
    assert numbers(iso_country_code="GB") == ["+447700900123"]
    assert numbers(destination_phone_number_begins_with="+1206") == ["+12065550142"]
    assert numbers(action=["ALLOW"]) == ["+12065550142"]
    assert numbers(expires_before=tomorrow + timedelta(hours=1)) == ["+447700900123"]
    assert numbers(created_after=tomorrow) == []

    gone = overrides.delete("+12065550142")
    assert gone.action == "ALLOW"
    assert numbers() == ["+447700900123"]


def test_a_wrong_action_never_leaves(sms: SmsVoice) -> None:
    """Neither as an argument nor as a filter."""
    overrides = sms.protect_configurations.at("protect-1").number_overrides

    with pytest.raises(RequestError, match="did you mean BLOCK"):
        overrides.put("+12065550142", action="BLOCKED")  # type: ignore[arg-type]
    with pytest.raises(RequestError, match="did you mean ALLOW"):
        overrides.list(action="ALOW")  # type: ignore[arg-type]


def test_no_number_shows_in_what_is_printed(sms: SmsVoice) -> None:
    """Neither in the answer nor in the collection."""
    overrides = (sms.protect_configurations.create()).number_overrides

    put = overrides.put("+12065550142", action="ALLOW")

    assert "5550142" not in repr(put) + repr(overrides)

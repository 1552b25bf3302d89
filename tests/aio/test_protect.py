"""Protect configurations as objects: rules by country, exceptions by number, and who uses them."""

from datetime import timedelta

import pytest

from smsvoice import (
    AsyncSmsVoice,
    ConflictError,
    Emulator,
    NotLoadedError,
    RequestError,
    ResourceNotFoundError,
)
from smsvoice.models.common import Tag
from smsvoice.models.protect import ProtectConfigurationCountryRuleSetInformation
from smsvoice.models.reasons import ConflictExceptionReason


async def test_a_configuration_is_known_from_its_creation(sms: AsyncSmsVoice) -> None:
    """What AWS answered to the creation is its data, without another call."""
    made = await sms.protect_configurations.create(
        deletion_protection_enabled=True, tags=[Tag(key="Name", value="careful")]
    )

    assert made.id.startswith("protect-")
    assert made.arn.endswith(made.id)
    assert made.data.deletion_protection_enabled
    assert made.data.account_default is False
    assert [tag.value for tag in await made.tags.list()] == ["careful"]


async def test_a_handle_makes_no_call_until_it_is_asked(sms: AsyncSmsVoice) -> None:
    """`at` knows the id alone, and says what would load the rest."""
    handle = sms.protect_configurations.at("protect-1")

    with pytest.raises(NotLoadedError, match=r"protect_configurations\.get"):
        _ = handle.data
    assert repr(handle).endswith("ProtectConfiguration protect-1>")


async def test_get_finds_what_is_there_and_refuses_what_is_not(sms: AsyncSmsVoice) -> None:
    """Two handles of one thing are equal; an unknown id is an error."""
    made = await sms.protect_configurations.create()

    assert await sms.protect_configurations.get(made.arn) != made  # another identity: the ARN
    assert await sms.protect_configurations.get(made.id) == made
    with pytest.raises(ResourceNotFoundError):
        await sms.protect_configurations.get("protect-0")


async def test_the_list_takes_filters_and_ids_in_any_number(sms: AsyncSmsVoice) -> None:
    """AWS takes five ids at a time; seven are asked for in two calls."""
    made = [await sms.protect_configurations.create() for _ in range(7)]
    await made[2].update(deletion_protection_enabled=True)
    await made[4].set_account_default()

    every = await sms.protect_configurations.list(ids=[one.id for one in made]).collect()
    protected = await sms.protect_configurations.list(deletion_protection_enabled=True).collect()
    default = await sms.protect_configurations.list(account_default=True).collect()
    others = await sms.protect_configurations.list(account_default=False, max_results=2).collect()

    assert every == made
    assert protected == [made[2]]
    assert default == [made[4]]
    assert len(others) == 6


async def test_update_and_delete_obey_the_deletion_protection(sms: AsyncSmsVoice) -> None:
    """A protected configuration stays until the protection is switched off."""
    made = await sms.protect_configurations.create(deletion_protection_enabled=True)

    with pytest.raises(ConflictError) as refusal:
        await made.delete()
    assert refusal.value.reason == ConflictExceptionReason.DELETION_PROTECTION_ENABLED

    same = await made.update(deletion_protection_enabled=False)
    assert same is made
    assert made.data.deletion_protection_enabled is False
    await made.delete()
    with pytest.raises(ResourceNotFoundError):
        await made.refresh()


async def test_country_rules_are_set_by_status_and_leave_the_rest(sms: AsyncSmsVoice) -> None:
    """Plain statuses and AWS's own shape do the same; every way of sending has its own rules."""
    made = await sms.protect_configurations.create()

    now = await made.update_country_rules(
        "SMS",
        {
            "GB": "BLOCK",
            "FR": ProtectConfigurationCountryRuleSetInformation(protect_status="MONITOR"),
        },
    )

    assert (now["GB"].protect_status, now["FR"].protect_status) == ("BLOCK", "MONITOR")
    told = await made.country_rules("SMS")
    assert (told["GB"].protect_status, told["DE"].protect_status) == ("BLOCK", "ALLOW")
    assert (await made.country_rules("VOICE"))["GB"].protect_status == "ALLOW"


async def test_a_misspelt_status_never_leaves(sms: AsyncSmsVoice) -> None:
    """The error names the nearest status that there is."""
    made = await sms.protect_configurations.create()

    with pytest.raises(RequestError, match="did you mean BLOCK"):
        await made.update_country_rules("SMS", {"GB": "BLOK"})  # type: ignore[dict-item]


async def test_the_account_default_is_set_and_described(sms: AsyncSmsVoice) -> None:
    """The handle knows at once, and so does AWS."""
    made = await sms.protect_configurations.create()

    await made.set_account_default()

    assert made.data.account_default is True
    assert (await sms.protect_configurations.get(made.id)).data.account_default is True


async def test_an_unloaded_handle_stays_unloaded_when_it_becomes_the_default(
    sms: AsyncSmsVoice,
) -> None:
    """An answer that does not describe the thing does not pretend to."""
    made = await sms.protect_configurations.create()
    bare = await sms.protect_configurations.at(made.id).set_account_default()

    with pytest.raises(NotLoadedError):
        _ = bare.data


async def test_a_configuration_set_uses_the_rules_until_it_is_disassociated(
    sms: AsyncSmsVoice,
) -> None:
    """Associating and disassociating tell both names; a set without these rules is refused."""
    made = await sms.protect_configurations.create()
    await sms.api.create_configuration_set(configuration_set_name="news")

    bound = await made.associate("news")
    assert (bound.configuration_set_name, bound.protect_configuration_id) == ("news", made.id)
    with pytest.raises(ConflictError) as refusal:
        await made.delete()
    freed = await made.disassociate("news")
    with pytest.raises(ConflictError) as again:
        await made.disassociate("news")

    assert freed.protect_configuration_id == made.id
    reasons = ConflictExceptionReason
    assert refusal.value.reason == reasons.PROTECT_CONFIGURATION_ASSOCIATED_WITH_CONFIGURATION_SET
    assert again.value.reason == reasons.PROTECT_CONFIGURATION_NOT_ASSOCIATED_WITH_CONFIGURATION_SET


async def test_number_overrides_are_put_listed_and_deleted(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """Filters narrow the list by country, beginning, action and time."""
    overrides = (await sms.protect_configurations.create()).number_overrides
    tomorrow = emulator.now() + timedelta(days=1)
    await overrides.put("+12065550142", action="ALLOW")
    await overrides.put("+447700900123", action="BLOCK", expiration_timestamp=tomorrow)

    async def numbers(**wanted: object) -> list[str]:
        found = await overrides.list(**wanted).collect()  # type: ignore[arg-type]
        return sorted(one.destination_phone_number for one in found)

    assert await numbers() == ["+12065550142", "+447700900123"]
    assert await numbers(iso_country_code="GB") == ["+447700900123"]
    assert await numbers(destination_phone_number_begins_with="+1206") == ["+12065550142"]
    assert await numbers(action=["ALLOW"]) == ["+12065550142"]
    assert await numbers(expires_before=tomorrow + timedelta(hours=1)) == ["+447700900123"]
    assert await numbers(created_after=tomorrow) == []

    gone = await overrides.delete("+12065550142")
    assert gone.action == "ALLOW"
    assert await numbers() == ["+447700900123"]


async def test_a_wrong_action_never_leaves(sms: AsyncSmsVoice) -> None:
    """Neither as an argument nor as a filter."""
    overrides = sms.protect_configurations.at("protect-1").number_overrides

    with pytest.raises(RequestError, match="did you mean BLOCK"):
        await overrides.put("+12065550142", action="BLOCKED")  # type: ignore[arg-type]
    with pytest.raises(RequestError, match="did you mean ALLOW"):
        overrides.list(action="ALOW")  # type: ignore[arg-type]


async def test_no_number_shows_in_what_is_printed(sms: AsyncSmsVoice) -> None:
    """Neither in the answer nor in the collection."""
    overrides = (await sms.protect_configurations.create()).number_overrides

    put = await overrides.put("+12065550142", action="ALLOW")

    assert "5550142" not in repr(put) + repr(overrides)

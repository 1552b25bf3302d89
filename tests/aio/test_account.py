"""The account and the look-up of carriers."""

import pytest

from smsvoice import AsyncSmsVoice, ResourceNotFoundError


async def test_the_account_has_its_tier(sms: AsyncSmsVoice) -> None:
    """Attributes are name and value."""
    attributes = {one.name: one.value async for one in sms.account.attributes()}

    assert attributes["ACCOUNT_TIER"] == "PRODUCTION"


async def test_the_account_shows_what_is_used(sms: AsyncSmsVoice) -> None:
    """A new list counts, and `Default` does too."""
    await sms.opt_out_lists.create("news")

    limits = {one.name: one async for one in sms.account.limits(max_results=3)}

    assert (limits["OPT_OUT_LISTS"].used, limits["OPT_OUT_LISTS"].max) == (2, 25)
    assert len(limits) == 8


async def test_without_a_default_there_is_none_to_clear(sms: AsyncSmsVoice) -> None:
    """AWS says so."""
    with pytest.raises(ResourceNotFoundError) as refused:
        await sms.account.clear_default_protect_configuration()

    assert refused.value.resource_type == "protect-configuration"


async def test_the_default_is_cleared(sms: AsyncSmsVoice) -> None:
    """The protect configuration that was the default is told."""
    made = await sms.api.create_protect_configuration()
    assert made.protect_configuration_id is not None
    await sms.api.set_account_default_protect_configuration(
        protect_configuration_id=made.protect_configuration_id
    )

    told = await sms.account.clear_default_protect_configuration()

    assert told.default_protect_configuration_id == made.protect_configuration_id


async def test_a_number_is_looked_up(sms: AsyncSmsVoice) -> None:
    """Formatting does not matter, and the number does not print."""
    found = await sms.carriers.lookup("+1 (206) 555-0142")

    assert found.e164_phone_number == "+12065550142"
    assert "5550142" not in repr(found)

"""The account and the look-up of carriers."""

# Mirrored from tests/aio/test_account.py by `python -m codegen`. Change that file, not this one.

import pytest

from smsvoice import ResourceNotFoundError, SmsVoice


def test_the_account_has_its_tier(sms: SmsVoice) -> None:
    """Attributes are name and value."""
    attributes = {one.name: one.value for one in sms.account.attributes()}

    assert attributes["ACCOUNT_TIER"] == "PRODUCTION"


def test_the_account_shows_what_is_used(sms: SmsVoice) -> None:
    """A new list counts, and `Default` does too."""
    sms.opt_out_lists.create("news")

    limits = {one.name: one for one in sms.account.limits(max_results=3)}

    assert (limits["OPT_OUT_LISTS"].used, limits["OPT_OUT_LISTS"].max) == (2, 25)
    assert len(limits) == 8


def test_without_a_default_there_is_none_to_clear(sms: SmsVoice) -> None:
    """AWS says so."""
    with pytest.raises(ResourceNotFoundError) as refused:
        sms.account.clear_default_protect_configuration()

    assert refused.value.resource_type == "protect-configuration"


def test_the_default_is_cleared(sms: SmsVoice) -> None:
    """The protect configuration that was the default is told."""
    made = sms.api.create_protect_configuration()
    assert made.protect_configuration_id is not None
    sms.api.set_account_default_protect_configuration(
        protect_configuration_id=made.protect_configuration_id
    )

    told = sms.account.clear_default_protect_configuration()

    assert told.default_protect_configuration_id == made.protect_configuration_id


def test_a_number_is_looked_up(sms: SmsVoice) -> None:
    """Formatting does not matter, and the number does not print."""
    found = sms.carriers.lookup("+1 (206) 555-0142")

    assert found.e164_phone_number == "+12065550142"
    assert "5550142" not in repr(found)

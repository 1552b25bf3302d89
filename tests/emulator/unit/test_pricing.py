"""What a message part costs depends on the channel and the country."""

from decimal import Decimal

import pytest

from smsvoice.core.countries import countries
from smsvoice.emulator.data.pricing import Tariff, tariff
from smsvoice.models.common import NumberCapability


def test_the_whole_price_includes_the_carrier_fee() -> None:
    assert Tariff(Decimal("0.006"), Decimal("0.003")).whole == Decimal("0.009")
    assert tariff(NumberCapability.SMS, "US").whole == Decimal("0.009")


def test_a_country_without_a_price_of_its_own_has_the_general_one() -> None:
    assert tariff(NumberCapability.SMS, "NO") == Tariff(Decimal("0.05"))
    assert tariff(NumberCapability.MMS, "GB") == Tariff(Decimal("0.06"))


@pytest.mark.parametrize("channel", NumberCapability)
def test_every_channel_has_a_price_in_every_country(channel: NumberCapability) -> None:
    assert all(tariff(channel, country).price > 0 for country in countries())

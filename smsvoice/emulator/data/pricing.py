"""What messages cost here: round figures of ours, none of them AWS's.

AWS's price list: https://aws.amazon.com/end-user-messaging/pricing/
"""

from dataclasses import dataclass
from decimal import Decimal

from smsvoice.models.common import NumberCapability


@dataclass(frozen=True, slots=True)
class Tariff:
    """What a message part costs, or a minute of a call, in US dollars."""

    price: Decimal
    carrier_fee: Decimal = Decimal(0)

    @property
    def whole(self) -> Decimal:
        """Both together, which is what a ceiling is compared with."""
        return self.price + self.carrier_fee


_ANYWHERE = {
    NumberCapability.SMS: Tariff(Decimal("0.05")),
    NumberCapability.MMS: Tariff(Decimal("0.06")),
    NumberCapability.VOICE: Tariff(Decimal("0.05")),
    NumberCapability.RCS: Tariff(Decimal("0.04")),
}
_IN = {
    ("US", NumberCapability.SMS): Tariff(Decimal("0.006"), Decimal("0.003")),
    ("US", NumberCapability.MMS): Tariff(Decimal("0.015"), Decimal("0.005")),
    ("US", NumberCapability.VOICE): Tariff(Decimal("0.01")),
    ("US", NumberCapability.RCS): Tariff(Decimal("0.012")),
    ("CA", NumberCapability.SMS): Tariff(Decimal("0.007"), Decimal("0.003")),
    ("CA", NumberCapability.VOICE): Tariff(Decimal("0.01")),
    ("GB", NumberCapability.SMS): Tariff(Decimal("0.04")),
    ("GB", NumberCapability.VOICE): Tariff(Decimal("0.02")),
    ("DE", NumberCapability.SMS): Tariff(Decimal("0.10")),
    ("FR", NumberCapability.SMS): Tariff(Decimal("0.07")),
    ("IN", NumberCapability.SMS): Tariff(Decimal("0.03")),
    ("AU", NumberCapability.SMS): Tariff(Decimal("0.03")),
}


def tariff(channel: NumberCapability, country: str) -> Tariff:
    """What a part or minute costs by a channel into a country."""
    return _IN.get((country, channel)) or _ANYWHERE[channel]

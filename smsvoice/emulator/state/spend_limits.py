"""Spend limits as they are kept, and what each channel has cost.

Counted exactly and by calendar month (UTC), which is inferred: AWS's own counting lags.
"""

from datetime import datetime
from decimal import Decimal

from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.building import build
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import quota_exceeded
from smsvoice.emulator.engine.store import TableOf
from smsvoice.models.reasons import ServiceQuotaExceededExceptionReason
from smsvoice.models.spend_limits import SpendLimit, SpendLimitName

CHANNELS = ("TEXT", "VOICE", "MEDIA", "NOTIFY", "RCS")


_NAMES = {channel: SpendLimitName(f"{channel}_MESSAGE_MONTHLY_SPEND_LIMIT") for channel in CHANNELS}


class Spent(OutputModel):
    """What a channel has cost in a month."""

    dollars: str


limits: TableOf[SpendLimit] = TableOf("spend_limits", SpendLimit)
"""The limits that were overridden, by name."""
monthly_spend: TableOf[Spent] = TableOf("spent", Spent)
"""What each channel has cost, by channel and month."""


def name_of(channel: str) -> SpendLimitName:
    """The name of a channel's limit."""
    return _NAMES[channel]


def limit(call: Call, channel: str) -> SpendLimit:
    """A channel's limit as it stands."""
    most = call.settings.spend_limit
    kept = limits(call).get(name_of(channel))
    if kept is not None:
        return kept
    return SpendLimit(name=name_of(channel), enforced_limit=most, max_limit=most, overridden=False)


def must_be_left(call: Call, channel: str) -> None:
    """Refuse to send once the month's limit is reached; the message that reaches it still goes."""
    kept = limits(call).get(name_of(channel))
    most = call.settings.spend_limit if kept is None else kept.enforced_limit
    if spent(call, channel) >= most:
        reason = f"MONTHLY_SPEND_LIMIT_REACHED_FOR_{channel}"
        raise quota_exceeded(ServiceQuotaExceededExceptionReason(reason))


def spent(call: Call, channel: str) -> Decimal:
    """What a channel has cost this month, US dollars."""
    kept = monthly_spend(call).get(_month(channel, call.now))
    return Decimal(kept.dollars) if kept else Decimal(0)


def spend(call: Call, channel: str, price: Decimal) -> None:
    """Count a message's price."""
    _count(call, _month(channel, call.now), price)


def give_back(call: Call, channel: str, price: Decimal, *, spent_at: datetime) -> None:
    """Take back a price that was counted, in the month in which it was."""
    _count(call, _month(channel, spent_at), -price)


def _count(call: Call, month: str, dollars: Decimal) -> None:
    table = monthly_spend(call)
    kept = table.get(month)
    total = (Decimal(kept.dollars) if kept is not None else Decimal(0)) + dollars
    table.put(month, build(Spent, dollars=str(total)))


def _month(channel: str, moment: datetime) -> str:
    return f"{channel} {moment.year:04}-{moment.month:02}"  # sooner made than by strftime

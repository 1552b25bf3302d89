"""Spend limits: what a channel may cost a month, and counting what it has cost.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/awssupport-spend-threshold.html
Counted exactly and by calendar month (UTC), which is inferred: AWS's own counting lags.
"""

from datetime import datetime
from decimal import Decimal
from typing import Any

from smsvoice.core.model import OutputModel, ResultModel
from smsvoice.emulator.engine.context import Call, answers
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.service_errors import invalid, quota
from smsvoice.models.reasons import ServiceQuotaExceededExceptionReason, ValidationExceptionReason
from smsvoice.models.spend_limits import (
    DescribeSpendLimitsRequest,
    DescribeSpendLimitsResult,
    SpendLimit,
    SpendLimitName,
)
from smsvoice.operations import spend_limits

CHANNELS = ("TEXT", "VOICE", "MEDIA", "NOTIFY", "RCS")


class Spent(OutputModel):
    """What a channel has cost in a month."""

    dollars: str


def name_of(channel: str) -> SpendLimitName:
    """The name of a channel's limit."""
    return SpendLimitName(f"{channel}_MESSAGE_MONTHLY_SPEND_LIMIT")


def limit(call: Call, channel: str) -> SpendLimit:
    """A channel's limit as it stands."""
    most = call.settings.spend_limit
    kept = call.table("spend_limits", SpendLimit).get(name_of(channel))
    if kept is not None:
        return kept
    return SpendLimit(name=name_of(channel), enforced_limit=most, max_limit=most, overridden=False)


def must_be_left(call: Call, channel: str) -> None:
    """Refuse to send once the month's limit is reached; the message that reaches it still goes."""
    if spent(call, channel) >= limit(call, channel).enforced_limit:
        reason = f"MONTHLY_SPEND_LIMIT_REACHED_FOR_{channel}"
        raise quota(ServiceQuotaExceededExceptionReason(reason))


def spent(call: Call, channel: str) -> Decimal:
    """What a channel has cost this month, US dollars."""
    kept = call.table("spent", Spent).get(_month(channel, call.now))
    return Decimal(kept.dollars) if kept else Decimal(0)


def spend(call: Call, channel: str, price: Decimal) -> None:
    """Count a message's price."""
    _count(call, _month(channel, call.now), price)


def give_back(call: Call, channel: str, price: Decimal, *, spent_at: datetime) -> None:
    """Take back a price that was counted, in the month in which it was."""
    _count(call, _month(channel, spent_at), -price)


def _count(call: Call, month: str, dollars: Decimal) -> None:
    table = call.table("spent", Spent)
    kept = table.get(month)
    total = (Decimal(kept.dollars) if kept is not None else Decimal(0)) + dollars
    table.put(month, Spent(dollars=str(total)))


def _month(channel: str, moment: datetime) -> str:
    return f"{channel} {moment:%Y-%m}"


@answers(spend_limits.DESCRIBE_SPEND_LIMITS)
def describe(call: Call, request: DescribeSpendLimitsRequest) -> DescribeSpendLimitsResult:
    """All five limits."""
    limits = [limit(call, channel) for channel in CHANNELS]
    found, token = page(call, request, limits, lambda one: str(one.name))
    return DescribeSpendLimitsResult(spend_limits=found, next_token=token)


def _enter(channel: str) -> None:
    """Enter a channel's two handlers; all five channels work alike."""
    set_operation: Any = getattr(spend_limits, f"SET_{channel}_MESSAGE_SPEND_LIMIT_OVERRIDE")
    delete_operation: Any = getattr(spend_limits, f"DELETE_{channel}_MESSAGE_SPEND_LIMIT_OVERRIDE")

    def set_override(call: Call, request: Any) -> ResultModel:
        standing = limit(call, channel)
        if request.monthly_limit > standing.max_limit:
            raise invalid(
                ValidationExceptionReason.REQUESTED_SPEND_LIMIT_HIGHER_THAN_SERVICE_LIMIT,
                "MonthlyLimit",
                f"at most {standing.max_limit}",
            )
        changed = standing.model_copy(
            update={"enforced_limit": request.monthly_limit, "overridden": True}
        )
        call.table("spend_limits", SpendLimit).put(name_of(channel), changed)
        result: ResultModel = set_operation.result(monthly_limit=request.monthly_limit)
        return result

    def delete_override(call: Call, request: Any) -> ResultModel:
        call.table("spend_limits", SpendLimit).drop(name_of(channel))
        result: ResultModel = delete_operation.result(monthly_limit=limit(call, channel).max_limit)
        return result

    answers(set_operation)(set_override)
    answers(delete_operation)(delete_override)


for _channel in CHANNELS:
    _enter(_channel)

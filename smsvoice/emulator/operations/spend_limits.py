"""Spend limits: what a channel may cost a month, and counting what it has cost.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/awssupport-spend-threshold.html
Counted exactly and by calendar month (UTC), which is inferred: AWS's own counting lags.
"""

from typing import Any

from smsvoice.core.model import ResultModel
from smsvoice.emulator.engine.context import Call, handles
from smsvoice.emulator.engine.paging import page
from smsvoice.emulator.engine.service_errors import invalid
from smsvoice.emulator.state.spend_limits import CHANNELS, limit, limits, name_of
from smsvoice.models.reasons import ValidationExceptionReason
from smsvoice.models.spend_limits import (
    DescribeSpendLimitsRequest,
    DescribeSpendLimitsResult,
)
from smsvoice.operations import spend_limits


@handles(spend_limits.DESCRIBE_SPEND_LIMITS)
def describe(call: Call, request: DescribeSpendLimitsRequest) -> DescribeSpendLimitsResult:
    """All five limits."""
    found = [limit(call, channel) for channel in CHANNELS]
    shown, token = page(call, request, found, lambda one: str(one.name))
    return DescribeSpendLimitsResult(spend_limits=shown, next_token=token)


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
        limits(call).put(name_of(channel), changed)
        result: ResultModel = set_operation.result(monthly_limit=request.monthly_limit)
        return result

    def delete_override(call: Call, request: Any) -> ResultModel:
        limits(call).drop(name_of(channel))
        result: ResultModel = delete_operation.result(monthly_limit=limit(call, channel).max_limit)
        return result

    handles(set_operation)(set_override)
    handles(delete_operation)(delete_override)


for _channel in CHANNELS:
    _enter(_channel)

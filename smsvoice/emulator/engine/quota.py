"""Quotas are enforced here, where `Settings.quotas` asks for it."""

from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import quota_exceeded
from smsvoice.models.reasons import ServiceQuotaExceededExceptionReason


def must_be_below(
    call: Call, used: int, quota: int, reason: ServiceQuotaExceededExceptionReason
) -> None:
    """Raise AWS's error if one more would exceed a quota.

    Args:
        call: the request being answered.
        used: how many there are.
        quota: how many there may be.
        reason: AWS's reason for the error.
    """
    if call.settings.quotas and used >= quota:
        raise quota_exceeded(reason)

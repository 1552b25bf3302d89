"""Operations of spend limits, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import spend_limits

DELETE_MEDIA_MESSAGE_SPEND_LIMIT_OVERRIDE = Operation(
    name="DeleteMediaMessageSpendLimitOverride",
    home=__name__,
    request=spend_limits.DeleteMediaMessageSpendLimitOverrideRequest,
    result=spend_limits.DeleteMediaMessageSpendLimitOverrideResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
)

DELETE_NOTIFY_MESSAGE_SPEND_LIMIT_OVERRIDE = Operation(
    name="DeleteNotifyMessageSpendLimitOverride",
    home=__name__,
    request=spend_limits.DeleteNotifyMessageSpendLimitOverrideRequest,
    result=spend_limits.DeleteNotifyMessageSpendLimitOverrideResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
)

DELETE_RCS_MESSAGE_SPEND_LIMIT_OVERRIDE = Operation(
    name="DeleteRcsMessageSpendLimitOverride",
    home=__name__,
    request=spend_limits.DeleteRcsMessageSpendLimitOverrideRequest,
    result=spend_limits.DeleteRcsMessageSpendLimitOverrideResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
)

DELETE_TEXT_MESSAGE_SPEND_LIMIT_OVERRIDE = Operation(
    name="DeleteTextMessageSpendLimitOverride",
    home=__name__,
    request=spend_limits.DeleteTextMessageSpendLimitOverrideRequest,
    result=spend_limits.DeleteTextMessageSpendLimitOverrideResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
)

DELETE_VOICE_MESSAGE_SPEND_LIMIT_OVERRIDE = Operation(
    name="DeleteVoiceMessageSpendLimitOverride",
    home=__name__,
    request=spend_limits.DeleteVoiceMessageSpendLimitOverrideRequest,
    result=spend_limits.DeleteVoiceMessageSpendLimitOverrideResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
)

DESCRIBE_SPEND_LIMITS = PagedOperation(
    name="DescribeSpendLimits",
    home=__name__,
    request=spend_limits.DescribeSpendLimitsRequest,
    result=spend_limits.DescribeSpendLimitsResult,
    effect=Effect.READS,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("spend_limits",),
    item=spend_limits.SpendLimit,
    items="spend_limits",
)

SET_MEDIA_MESSAGE_SPEND_LIMIT_OVERRIDE = Operation(
    name="SetMediaMessageSpendLimitOverride",
    home=__name__,
    request=spend_limits.SetMediaMessageSpendLimitOverrideRequest,
    result=spend_limits.SetMediaMessageSpendLimitOverrideResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("monthly_limit",),
)

SET_NOTIFY_MESSAGE_SPEND_LIMIT_OVERRIDE = Operation(
    name="SetNotifyMessageSpendLimitOverride",
    home=__name__,
    request=spend_limits.SetNotifyMessageSpendLimitOverrideRequest,
    result=spend_limits.SetNotifyMessageSpendLimitOverrideResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("monthly_limit",),
)

SET_RCS_MESSAGE_SPEND_LIMIT_OVERRIDE = Operation(
    name="SetRcsMessageSpendLimitOverride",
    home=__name__,
    request=spend_limits.SetRcsMessageSpendLimitOverrideRequest,
    result=spend_limits.SetRcsMessageSpendLimitOverrideResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("monthly_limit",),
)

SET_TEXT_MESSAGE_SPEND_LIMIT_OVERRIDE = Operation(
    name="SetTextMessageSpendLimitOverride",
    home=__name__,
    request=spend_limits.SetTextMessageSpendLimitOverrideRequest,
    result=spend_limits.SetTextMessageSpendLimitOverrideResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("monthly_limit",),
)

SET_VOICE_MESSAGE_SPEND_LIMIT_OVERRIDE = Operation(
    name="SetVoiceMessageSpendLimitOverride",
    home=__name__,
    request=spend_limits.SetVoiceMessageSpendLimitOverrideRequest,
    result=spend_limits.SetVoiceMessageSpendLimitOverrideResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("monthly_limit",),
)

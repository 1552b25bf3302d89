"""Operations of account, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, PagedOperation
from smsvoice.models import account

DESCRIBE_ACCOUNT_ATTRIBUTES = PagedOperation(
    name="DescribeAccountAttributes",
    home=__name__,
    request=account.DescribeAccountAttributesRequest,
    result=account.DescribeAccountAttributesResult,
    effect=Effect.READS,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("account_attributes",),
    item=account.AccountAttribute,
    items="account_attributes",
)

DESCRIBE_ACCOUNT_LIMITS = PagedOperation(
    name="DescribeAccountLimits",
    home=__name__,
    request=account.DescribeAccountLimitsRequest,
    result=account.DescribeAccountLimitsResult,
    effect=Effect.READS,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("account_limits",),
    item=account.AccountLimit,
    items="account_limits",
)

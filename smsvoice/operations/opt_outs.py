"""Operations of opt outs, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import opt_outs

CREATE_OPT_OUT_LIST = Operation(
    name="CreateOptOutList",
    home=__name__,
    request=opt_outs.CreateOptOutListRequest,
    result=opt_outs.CreateOptOutListResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "ConflictException",
            "InternalServerException",
            "ServiceQuotaExceededException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("opt_out_list_name",),
)

DELETE_OPT_OUT_LIST = Operation(
    name="DeleteOptOutList",
    home=__name__,
    request=opt_outs.DeleteOptOutListRequest,
    result=opt_outs.DeleteOptOutListResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "ConflictException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("opt_out_list_name",),
)

DELETE_OPTED_OUT_NUMBER = Operation(
    name="DeleteOptedOutNumber",
    home=__name__,
    request=opt_outs.DeleteOptedOutNumberRequest,
    result=opt_outs.DeleteOptedOutNumberResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "ConflictException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("opt_out_list_name",),
)

DESCRIBE_OPT_OUT_LISTS = PagedOperation(
    name="DescribeOptOutLists",
    home=__name__,
    request=opt_outs.DescribeOptOutListsRequest,
    result=opt_outs.DescribeOptOutListsResult,
    effect=Effect.READS,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("opt_out_lists",),
    item=opt_outs.OptOutListInformation,
    items="opt_out_lists",
)

DESCRIBE_OPTED_OUT_NUMBERS = PagedOperation(
    name="DescribeOptedOutNumbers",
    home=__name__,
    request=opt_outs.DescribeOptedOutNumbersRequest,
    result=opt_outs.DescribeOptedOutNumbersResult,
    effect=Effect.READS,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("opted_out_numbers",),
    item=opt_outs.OptedOutNumberInformation,
    items="opted_out_numbers",
)

PUT_OPTED_OUT_NUMBER = Operation(
    name="PutOptedOutNumber",
    home=__name__,
    request=opt_outs.PutOptedOutNumberRequest,
    result=opt_outs.PutOptedOutNumberResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("opt_out_list_name",),
)

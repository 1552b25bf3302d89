"""Operations of keywords, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import keywords

DELETE_KEYWORD = Operation(
    name="DeleteKeyword",
    home=__name__,
    request=keywords.DeleteKeywordRequest,
    result=keywords.DeleteKeywordResult,
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
    must_have=("keyword",),
)

DESCRIBE_KEYWORDS = PagedOperation(
    name="DescribeKeywords",
    home=__name__,
    request=keywords.DescribeKeywordsRequest,
    result=keywords.DescribeKeywordsResult,
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
    must_have=("keywords",),
    item=keywords.KeywordInformation,
    items="keywords",
)

PUT_KEYWORD = Operation(
    name="PutKeyword",
    home=__name__,
    request=keywords.PutKeywordRequest,
    result=keywords.PutKeywordResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "ConflictException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ServiceQuotaExceededException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("keyword",),
)

"""Operations of tags, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation
from smsvoice.models import tags

DELETE_RESOURCE_POLICY = Operation(
    name="DeleteResourcePolicy",
    home=__name__,
    request=tags.DeleteResourcePolicyRequest,
    result=tags.DeleteResourcePolicyResult,
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
    must_have=("resource_arn",),
)

GET_RESOURCE_POLICY = Operation(
    name="GetResourcePolicy",
    home=__name__,
    request=tags.GetResourcePolicyRequest,
    result=tags.GetResourcePolicyResult,
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
    must_have=("policy",),
)

LIST_TAGS_FOR_RESOURCE = Operation(
    name="ListTagsForResource",
    home=__name__,
    request=tags.ListTagsForResourceRequest,
    result=tags.ListTagsForResourceResult,
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
    must_have=("tags",),
)

PUT_RESOURCE_POLICY = Operation(
    name="PutResourcePolicy",
    home=__name__,
    request=tags.PutResourcePolicyRequest,
    result=tags.PutResourcePolicyResult,
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
    must_have=("resource_arn",),
)

TAG_RESOURCE = Operation(
    name="TagResource",
    home=__name__,
    request=tags.TagResourceRequest,
    result=tags.TagResourceResult,
    effect=Effect.REPEATABLE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ResourceNotFoundException",
            "ServiceQuotaExceededException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
)

UNTAG_RESOURCE = Operation(
    name="UntagResource",
    home=__name__,
    request=tags.UntagResourceRequest,
    result=tags.UntagResourceResult,
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
)

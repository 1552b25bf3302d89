"""Operations of pools, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import pools

ASSOCIATE_ORIGINATION_IDENTITY = Operation(
    name="AssociateOriginationIdentity",
    home=__name__,
    request=pools.AssociateOriginationIdentityRequest,
    result=pools.AssociateOriginationIdentityResult,
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
    must_have=("pool_id",),
)

CREATE_POOL = Operation(
    name="CreatePool",
    home=__name__,
    request=pools.CreatePoolRequest,
    result=pools.CreatePoolResult,
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
    must_have=("pool_id",),
)

DELETE_POOL = Operation(
    name="DeletePool",
    home=__name__,
    request=pools.DeletePoolRequest,
    result=pools.DeletePoolResult,
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
    must_have=("pool_id",),
)

DESCRIBE_POOLS = PagedOperation(
    name="DescribePools",
    home=__name__,
    request=pools.DescribePoolsRequest,
    result=pools.DescribePoolsResult,
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
    must_have=("pools",),
    item=pools.PoolInformation,
    items="pools",
)

DISASSOCIATE_ORIGINATION_IDENTITY = Operation(
    name="DisassociateOriginationIdentity",
    home=__name__,
    request=pools.DisassociateOriginationIdentityRequest,
    result=pools.DisassociateOriginationIdentityResult,
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
    must_have=("pool_id",),
)

LIST_POOL_ORIGINATION_IDENTITIES = PagedOperation(
    name="ListPoolOriginationIdentities",
    home=__name__,
    request=pools.ListPoolOriginationIdentitiesRequest,
    result=pools.ListPoolOriginationIdentitiesResult,
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
    must_have=("origination_identities",),
    item=pools.OriginationIdentityMetadata,
    items="origination_identities",
)

UPDATE_POOL = Operation(
    name="UpdatePool",
    home=__name__,
    request=pools.UpdatePoolRequest,
    result=pools.UpdatePoolResult,
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
    must_have=("pool_id",),
)

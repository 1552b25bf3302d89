"""Operations of sender ids, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import sender_ids

DESCRIBE_SENDER_IDS = PagedOperation(
    name="DescribeSenderIds",
    home=__name__,
    request=sender_ids.DescribeSenderIdsRequest,
    result=sender_ids.DescribeSenderIdsResult,
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
    must_have=("sender_ids",),
    item=sender_ids.SenderIdInformation,
    items="sender_ids",
)

RELEASE_SENDER_ID = Operation(
    name="ReleaseSenderId",
    home=__name__,
    request=sender_ids.ReleaseSenderIdRequest,
    result=sender_ids.ReleaseSenderIdResult,
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
    must_have=("sender_id",),
)

REQUEST_SENDER_ID = Operation(
    name="RequestSenderId",
    home=__name__,
    request=sender_ids.RequestSenderIdRequest,
    result=sender_ids.RequestSenderIdResult,
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
    must_have=("sender_id",),
)

UPDATE_SENDER_ID = Operation(
    name="UpdateSenderId",
    home=__name__,
    request=sender_ids.UpdateSenderIdRequest,
    result=sender_ids.UpdateSenderIdResult,
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
    must_have=("sender_id",),
)

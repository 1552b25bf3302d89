"""Operations of rcs messages, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation
from smsvoice.models import rcs_messages

SEND_RCS_MESSAGE = Operation(
    name="SendRcsMessage",
    home=__name__,
    request=rcs_messages.SendRcsMessageRequest,
    result=rcs_messages.SendRcsMessageResult,
    effect=Effect.ONCE,
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
    must_have=("message_id",),
)

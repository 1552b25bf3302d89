"""Operations of messages, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation
from smsvoice.models import messages

CARRIER_LOOKUP = Operation(
    name="CarrierLookup",
    home=__name__,
    request=messages.CarrierLookupRequest,
    result=messages.CarrierLookupResult,
    effect=Effect.ONCE,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ServiceQuotaExceededException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("phone_number_type",),
)

PUT_MESSAGE_FEEDBACK = Operation(
    name="PutMessageFeedback",
    home=__name__,
    request=messages.PutMessageFeedbackRequest,
    result=messages.PutMessageFeedbackResult,
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
    must_have=("message_id",),
)

SEND_MEDIA_MESSAGE = Operation(
    name="SendMediaMessage",
    home=__name__,
    request=messages.SendMediaMessageRequest,
    result=messages.SendMediaMessageResult,
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

SEND_TEXT_MESSAGE = Operation(
    name="SendTextMessage",
    home=__name__,
    request=messages.SendTextMessageRequest,
    result=messages.SendTextMessageResult,
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

SEND_VOICE_MESSAGE = Operation(
    name="SendVoiceMessage",
    home=__name__,
    request=messages.SendVoiceMessageRequest,
    result=messages.SendVoiceMessageResult,
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

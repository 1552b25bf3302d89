"""Operations of phone numbers, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import phone_numbers

DESCRIBE_PHONE_NUMBERS = PagedOperation(
    name="DescribePhoneNumbers",
    home=__name__,
    request=phone_numbers.DescribePhoneNumbersRequest,
    result=phone_numbers.DescribePhoneNumbersResult,
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
    must_have=("phone_numbers",),
    item=phone_numbers.PhoneNumberInformation,
    items="phone_numbers",
)

LIST_AVAILABLE_PHONE_NUMBERS = PagedOperation(
    name="ListAvailablePhoneNumbers",
    home=__name__,
    request=phone_numbers.ListAvailablePhoneNumbersRequest,
    result=phone_numbers.ListAvailablePhoneNumbersResult,
    effect=Effect.READS,
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
    must_have=("available_phone_numbers",),
    item=str,
    items="available_phone_numbers",
)

RELEASE_PHONE_NUMBER = Operation(
    name="ReleasePhoneNumber",
    home=__name__,
    request=phone_numbers.ReleasePhoneNumberRequest,
    result=phone_numbers.ReleasePhoneNumberResult,
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
    must_have=("phone_number_id",),
)

REQUEST_PHONE_NUMBER = Operation(
    name="RequestPhoneNumber",
    home=__name__,
    request=phone_numbers.RequestPhoneNumberRequest,
    result=phone_numbers.RequestPhoneNumberResult,
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
    must_have=("phone_number_id",),
)

UPDATE_PHONE_NUMBER = Operation(
    name="UpdatePhoneNumber",
    home=__name__,
    request=phone_numbers.UpdatePhoneNumberRequest,
    result=phone_numbers.UpdatePhoneNumberResult,
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
    must_have=("phone_number_id",),
)

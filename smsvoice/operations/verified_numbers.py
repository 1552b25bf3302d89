"""Operations of verified numbers, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import verified_numbers

CREATE_VERIFIED_DESTINATION_NUMBER = Operation(
    name="CreateVerifiedDestinationNumber",
    home=__name__,
    request=verified_numbers.CreateVerifiedDestinationNumberRequest,
    result=verified_numbers.CreateVerifiedDestinationNumberResult,
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
    must_have=("verified_destination_number_id",),
)

DELETE_VERIFIED_DESTINATION_NUMBER = Operation(
    name="DeleteVerifiedDestinationNumber",
    home=__name__,
    request=verified_numbers.DeleteVerifiedDestinationNumberRequest,
    result=verified_numbers.DeleteVerifiedDestinationNumberResult,
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
    must_have=("verified_destination_number_id",),
)

DESCRIBE_VERIFIED_DESTINATION_NUMBERS = PagedOperation(
    name="DescribeVerifiedDestinationNumbers",
    home=__name__,
    request=verified_numbers.DescribeVerifiedDestinationNumbersRequest,
    result=verified_numbers.DescribeVerifiedDestinationNumbersResult,
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
    must_have=("verified_destination_numbers",),
    item=verified_numbers.VerifiedDestinationNumberInformation,
    items="verified_destination_numbers",
)

SEND_DESTINATION_NUMBER_VERIFICATION_CODE = Operation(
    name="SendDestinationNumberVerificationCode",
    home=__name__,
    request=verified_numbers.SendDestinationNumberVerificationCodeRequest,
    result=verified_numbers.SendDestinationNumberVerificationCodeResult,
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

VERIFY_DESTINATION_NUMBER = Operation(
    name="VerifyDestinationNumber",
    home=__name__,
    request=verified_numbers.VerifyDestinationNumberRequest,
    result=verified_numbers.VerifyDestinationNumberResult,
    effect=Effect.ONCE,
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
    must_have=("verified_destination_number_id",),
)

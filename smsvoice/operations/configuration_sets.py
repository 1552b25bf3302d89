"""Operations of configuration sets, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import configuration_sets

CREATE_CONFIGURATION_SET = Operation(
    name="CreateConfigurationSet",
    home=__name__,
    request=configuration_sets.CreateConfigurationSetRequest,
    result=configuration_sets.CreateConfigurationSetResult,
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
    must_have=("configuration_set_name",),
)

CREATE_EVENT_DESTINATION = Operation(
    name="CreateEventDestination",
    home=__name__,
    request=configuration_sets.CreateEventDestinationRequest,
    result=configuration_sets.CreateEventDestinationResult,
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
)

DELETE_CONFIGURATION_SET = Operation(
    name="DeleteConfigurationSet",
    home=__name__,
    request=configuration_sets.DeleteConfigurationSetRequest,
    result=configuration_sets.DeleteConfigurationSetResult,
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
    must_have=("configuration_set_name",),
)

DELETE_DEFAULT_MESSAGE_TYPE = Operation(
    name="DeleteDefaultMessageType",
    home=__name__,
    request=configuration_sets.DeleteDefaultMessageTypeRequest,
    result=configuration_sets.DeleteDefaultMessageTypeResult,
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
    must_have=("configuration_set_name",),
)

DELETE_DEFAULT_SENDER_ID = Operation(
    name="DeleteDefaultSenderId",
    home=__name__,
    request=configuration_sets.DeleteDefaultSenderIdRequest,
    result=configuration_sets.DeleteDefaultSenderIdResult,
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
    must_have=("configuration_set_name",),
)

DELETE_EVENT_DESTINATION = Operation(
    name="DeleteEventDestination",
    home=__name__,
    request=configuration_sets.DeleteEventDestinationRequest,
    result=configuration_sets.DeleteEventDestinationResult,
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
    must_have=("configuration_set_name",),
)

DESCRIBE_CONFIGURATION_SETS = PagedOperation(
    name="DescribeConfigurationSets",
    home=__name__,
    request=configuration_sets.DescribeConfigurationSetsRequest,
    result=configuration_sets.DescribeConfigurationSetsResult,
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
    must_have=("configuration_sets",),
    item=configuration_sets.ConfigurationSetInformation,
    items="configuration_sets",
)

SET_DEFAULT_MESSAGE_FEEDBACK_ENABLED = Operation(
    name="SetDefaultMessageFeedbackEnabled",
    home=__name__,
    request=configuration_sets.SetDefaultMessageFeedbackEnabledRequest,
    result=configuration_sets.SetDefaultMessageFeedbackEnabledResult,
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
    must_have=("configuration_set_name",),
)

SET_DEFAULT_MESSAGE_TYPE = Operation(
    name="SetDefaultMessageType",
    home=__name__,
    request=configuration_sets.SetDefaultMessageTypeRequest,
    result=configuration_sets.SetDefaultMessageTypeResult,
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
    must_have=("configuration_set_name",),
)

SET_DEFAULT_SENDER_ID = Operation(
    name="SetDefaultSenderId",
    home=__name__,
    request=configuration_sets.SetDefaultSenderIdRequest,
    result=configuration_sets.SetDefaultSenderIdResult,
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
    must_have=("configuration_set_name",),
)

UPDATE_EVENT_DESTINATION = Operation(
    name="UpdateEventDestination",
    home=__name__,
    request=configuration_sets.UpdateEventDestinationRequest,
    result=configuration_sets.UpdateEventDestinationResult,
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
    must_have=("configuration_set_name",),
)

"""Operations of notify, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import notify

CREATE_NOTIFY_CONFIGURATION = Operation(
    name="CreateNotifyConfiguration",
    home=__name__,
    request=notify.CreateNotifyConfigurationRequest,
    result=notify.CreateNotifyConfigurationResult,
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
    must_have=("notify_configuration_id",),
)

DELETE_NOTIFY_CONFIGURATION = Operation(
    name="DeleteNotifyConfiguration",
    home=__name__,
    request=notify.DeleteNotifyConfigurationRequest,
    result=notify.DeleteNotifyConfigurationResult,
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
    must_have=("notify_configuration_id",),
)

DESCRIBE_NOTIFY_CONFIGURATIONS = PagedOperation(
    name="DescribeNotifyConfigurations",
    home=__name__,
    request=notify.DescribeNotifyConfigurationsRequest,
    result=notify.DescribeNotifyConfigurationsResult,
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
    must_have=("notify_configurations",),
    item=notify.NotifyConfigurationInformation,
    items="notify_configurations",
)

DESCRIBE_NOTIFY_TEMPLATES = PagedOperation(
    name="DescribeNotifyTemplates",
    home=__name__,
    request=notify.DescribeNotifyTemplatesRequest,
    result=notify.DescribeNotifyTemplatesResult,
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
    must_have=("notify_templates",),
    item=notify.NotifyTemplateInformation,
    items="notify_templates",
)

LIST_NOTIFY_COUNTRIES = PagedOperation(
    name="ListNotifyCountries",
    home=__name__,
    request=notify.ListNotifyCountriesRequest,
    result=notify.ListNotifyCountriesResult,
    effect=Effect.READS,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("notify_countries",),
    item=notify.NotifyCountryInformation,
    items="notify_countries",
)

SEND_NOTIFY_TEXT_MESSAGE = Operation(
    name="SendNotifyTextMessage",
    home=__name__,
    request=notify.SendNotifyTextMessageRequest,
    result=notify.SendNotifyTextMessageResult,
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

SEND_NOTIFY_VOICE_MESSAGE = Operation(
    name="SendNotifyVoiceMessage",
    home=__name__,
    request=notify.SendNotifyVoiceMessageRequest,
    result=notify.SendNotifyVoiceMessageResult,
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

UPDATE_NOTIFY_CONFIGURATION = Operation(
    name="UpdateNotifyConfiguration",
    home=__name__,
    request=notify.UpdateNotifyConfigurationRequest,
    result=notify.UpdateNotifyConfigurationResult,
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
    must_have=("notify_configuration_id",),
)

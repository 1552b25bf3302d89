"""The error tree.

::

    SmsVoiceError
    |-- RequestError (also ValueError)       the request is wrong; nothing left this machine
    |   `-- MissingRegionError               (also botocore's NoRegionError)
    |-- ServiceError (also ClientError)      AWS answered, and the answer was no
    |   |-- AccessDeniedError                .reason, or .action and .resource
    |   |-- ConflictError                    .reason, .resource_type, .resource_id
    |   |-- CredentialsError                 the credentials have expired, are unknown or wrong
    |   |-- InternalServerError
    |   |-- ResourceNotFoundError            .resource_type, .resource_id
    |   |-- ServiceQuotaExceededError        .reason
    |   |-- ThrottlingError
    |   |-- ValidationError                  .reason, .fields
    |   `-- UnknownServiceError              a code that this version does not know
    |-- NotSentError                         no connection was made; provably nothing left
    |   `-- MissingCredentialsError          (also botocore's NoCredentialsError)
    |-- AcceptedError                        AWS accepted it, and something failed afterwards
    |-- OutcomeUnknownError                  it left, and no usable answer came back
    |-- AnswerError                          a read's answer is cut, or strictness was asked for
    |-- UnsupportedByBotocoreError           the installed botocore lacks it
    |-- NotLoadedError                       an object without data yet
    |-- MissingExtraError (also ImportError) a package of an extra is not installed
    `-- WaitError
        |-- WaitTimeoutError
        `-- WaitFailedError

`except botocore.exceptions.ClientError` in existing code keeps working. Every error survives
pickle and copy. No error text repeats a phone number, a message body, a code or a variable.
"""

from typing import TYPE_CHECKING, Any

from smsvoice import models
from smsvoice.core.errors import (
    AnswerError,
    AnswerWarning,
    MissingExtraError,
    NotLoadedError,
    Problem,
    RequestError,
    SmsVoiceError,
)
from smsvoice.core.waiting import (
    WaitError,
    WaitFailedError,
    WaitTimeoutError,
)
from smsvoice.errors.outcome import (
    AcceptedError,
    MissingCredentialsError,
    MissingRegionError,
    NotSentError,
    OutcomeUnknownError,
    UnsupportedByBotocoreError,
)
from smsvoice.errors.service import (
    AccessDeniedError,
    ConflictError,
    CredentialsError,
    InternalServerError,
    ResourceNotFoundError,
    ServiceError,
    ServiceQuotaExceededError,
    ThrottlingError,
    UnknownServiceError,
    ValidationError,
    ValidationField,
    service_error,
)

if TYPE_CHECKING:
    from smsvoice.models.reasons import (
        AccessDeniedExceptionReason,
        ConflictExceptionReason,
        ResourceType,
        ServiceQuotaExceededExceptionReason,
        ValidationExceptionReason,
    )

__all__ = [
    "AcceptedError",
    "AccessDeniedError",
    "AccessDeniedExceptionReason",
    "AnswerError",
    "AnswerWarning",
    "ConflictError",
    "ConflictExceptionReason",
    "CredentialsError",
    "InternalServerError",
    "MissingCredentialsError",
    "MissingExtraError",
    "MissingRegionError",
    "NotLoadedError",
    "NotSentError",
    "OutcomeUnknownError",
    "Problem",
    "RequestError",
    "ResourceNotFoundError",
    "ResourceType",
    "ServiceError",
    "ServiceQuotaExceededError",
    "ServiceQuotaExceededExceptionReason",
    "SmsVoiceError",
    "ThrottlingError",
    "UnknownServiceError",
    "UnsupportedByBotocoreError",
    "ValidationError",
    "ValidationExceptionReason",
    "ValidationField",
    "WaitError",
    "WaitFailedError",
    "WaitTimeoutError",
    "service_error",
]

for _class in (
    AcceptedError,
    AccessDeniedError,
    ConflictError,
    CredentialsError,
    InternalServerError,
    MissingCredentialsError,
    MissingRegionError,
    NotSentError,
    OutcomeUnknownError,
    ResourceNotFoundError,
    ServiceError,
    ServiceQuotaExceededError,
    ThrottlingError,
    UnknownServiceError,
    UnsupportedByBotocoreError,
    ValidationError,
    ValidationField,
):
    _class.__module__ = __name__  # where users meet them

_REASONS = frozenset(
    (
        "AccessDeniedExceptionReason",
        "ConflictExceptionReason",
        "ResourceType",
        "ServiceQuotaExceededExceptionReason",
        "ValidationExceptionReason",
    )
)


def __getattr__(name: str) -> Any:
    """The enums of AWS's reasons; they load when they are first touched, which few programs do."""
    if name not in _REASONS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(models.reasons, name)
    globals()[name] = value
    return value

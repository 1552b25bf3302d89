"""Operations of registrations, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import registrations

CREATE_REGISTRATION = Operation(
    name="CreateRegistration",
    home=__name__,
    request=registrations.CreateRegistrationRequest,
    result=registrations.CreateRegistrationResult,
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
    must_have=("registration_id",),
)

CREATE_REGISTRATION_ASSOCIATION = Operation(
    name="CreateRegistrationAssociation",
    home=__name__,
    request=registrations.CreateRegistrationAssociationRequest,
    result=registrations.CreateRegistrationAssociationResult,
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
    must_have=("registration_id",),
)

CREATE_REGISTRATION_VERSION = Operation(
    name="CreateRegistrationVersion",
    home=__name__,
    request=registrations.CreateRegistrationVersionRequest,
    result=registrations.CreateRegistrationVersionResult,
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
    must_have=("version_number",),
)

DELETE_REGISTRATION = Operation(
    name="DeleteRegistration",
    home=__name__,
    request=registrations.DeleteRegistrationRequest,
    result=registrations.DeleteRegistrationResult,
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
    must_have=("registration_id",),
)

DESCRIBE_REGISTRATION_VERSIONS = PagedOperation(
    name="DescribeRegistrationVersions",
    home=__name__,
    request=registrations.DescribeRegistrationVersionsRequest,
    result=registrations.DescribeRegistrationVersionsResult,
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
    must_have=("registration_versions",),
    item=registrations.RegistrationVersionInformation,
    items="registration_versions",
)

DESCRIBE_REGISTRATIONS = PagedOperation(
    name="DescribeRegistrations",
    home=__name__,
    request=registrations.DescribeRegistrationsRequest,
    result=registrations.DescribeRegistrationsResult,
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
    must_have=("registrations",),
    item=registrations.RegistrationInformation,
    items="registrations",
)

DISCARD_REGISTRATION_VERSION = Operation(
    name="DiscardRegistrationVersion",
    home=__name__,
    request=registrations.DiscardRegistrationVersionRequest,
    result=registrations.DiscardRegistrationVersionResult,
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
    must_have=("registration_version_status",),
)

LIST_REGISTRATION_ASSOCIATIONS = PagedOperation(
    name="ListRegistrationAssociations",
    home=__name__,
    request=registrations.ListRegistrationAssociationsRequest,
    result=registrations.ListRegistrationAssociationsResult,
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
    must_have=("registration_associations",),
    item=registrations.RegistrationAssociationMetadata,
    items="registration_associations",
)

SUBMIT_REGISTRATION_VERSION = Operation(
    name="SubmitRegistrationVersion",
    home=__name__,
    request=registrations.SubmitRegistrationVersionRequest,
    result=registrations.SubmitRegistrationVersionResult,
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
    must_have=("registration_version_status",),
)

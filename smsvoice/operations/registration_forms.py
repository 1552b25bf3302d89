"""Operations of registration forms, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import registration_forms

DELETE_REGISTRATION_FIELD_VALUE = Operation(
    name="DeleteRegistrationFieldValue",
    home=__name__,
    request=registration_forms.DeleteRegistrationFieldValueRequest,
    result=registration_forms.DeleteRegistrationFieldValueResult,
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

DESCRIBE_REGISTRATION_FIELD_DEFINITIONS = PagedOperation(
    name="DescribeRegistrationFieldDefinitions",
    home=__name__,
    request=registration_forms.DescribeRegistrationFieldDefinitionsRequest,
    result=registration_forms.DescribeRegistrationFieldDefinitionsResult,
    effect=Effect.READS,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("registration_field_definitions",),
    item=registration_forms.RegistrationFieldDefinition,
    items="registration_field_definitions",
)

DESCRIBE_REGISTRATION_FIELD_VALUES = PagedOperation(
    name="DescribeRegistrationFieldValues",
    home=__name__,
    request=registration_forms.DescribeRegistrationFieldValuesRequest,
    result=registration_forms.DescribeRegistrationFieldValuesResult,
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
    must_have=("registration_field_values",),
    item=registration_forms.RegistrationFieldValueInformation,
    items="registration_field_values",
)

DESCRIBE_REGISTRATION_SECTION_DEFINITIONS = PagedOperation(
    name="DescribeRegistrationSectionDefinitions",
    home=__name__,
    request=registration_forms.DescribeRegistrationSectionDefinitionsRequest,
    result=registration_forms.DescribeRegistrationSectionDefinitionsResult,
    effect=Effect.READS,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("registration_section_definitions",),
    item=registration_forms.RegistrationSectionDefinition,
    items="registration_section_definitions",
)

DESCRIBE_REGISTRATION_TYPE_DEFINITIONS = PagedOperation(
    name="DescribeRegistrationTypeDefinitions",
    home=__name__,
    request=registration_forms.DescribeRegistrationTypeDefinitionsRequest,
    result=registration_forms.DescribeRegistrationTypeDefinitionsResult,
    effect=Effect.READS,
    errors=frozenset(
        (
            "AccessDeniedException",
            "InternalServerException",
            "ThrottlingException",
            "ValidationException",
        )
    ),
    must_have=("registration_type_definitions",),
    item=registration_forms.RegistrationTypeDefinition,
    items="registration_type_definitions",
)

PUT_REGISTRATION_FIELD_VALUE = Operation(
    name="PutRegistrationFieldValue",
    home=__name__,
    request=registration_forms.PutRegistrationFieldValueRequest,
    result=registration_forms.PutRegistrationFieldValueResult,
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

"""Operations of protect, each described once."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from smsvoice.core.operation import Effect, Operation, PagedOperation
from smsvoice.models import protect

ASSOCIATE_PROTECT_CONFIGURATION = Operation(
    name="AssociateProtectConfiguration",
    home=__name__,
    request=protect.AssociateProtectConfigurationRequest,
    result=protect.AssociateProtectConfigurationResult,
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
    must_have=("protect_configuration_id",),
)

CREATE_PROTECT_CONFIGURATION = Operation(
    name="CreateProtectConfiguration",
    home=__name__,
    request=protect.CreateProtectConfigurationRequest,
    result=protect.CreateProtectConfigurationResult,
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
    must_have=("protect_configuration_id",),
)

DELETE_ACCOUNT_DEFAULT_PROTECT_CONFIGURATION = Operation(
    name="DeleteAccountDefaultProtectConfiguration",
    home=__name__,
    request=protect.DeleteAccountDefaultProtectConfigurationRequest,
    result=protect.DeleteAccountDefaultProtectConfigurationResult,
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
    must_have=("default_protect_configuration_id",),
)

DELETE_PROTECT_CONFIGURATION = Operation(
    name="DeleteProtectConfiguration",
    home=__name__,
    request=protect.DeleteProtectConfigurationRequest,
    result=protect.DeleteProtectConfigurationResult,
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
    must_have=("protect_configuration_id",),
)

DELETE_PROTECT_CONFIGURATION_RULE_SET_NUMBER_OVERRIDE = Operation(
    name="DeleteProtectConfigurationRuleSetNumberOverride",
    home=__name__,
    request=protect.DeleteProtectConfigurationRuleSetNumberOverrideRequest,
    result=protect.DeleteProtectConfigurationRuleSetNumberOverrideResult,
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
    must_have=("protect_configuration_id",),
)

DESCRIBE_PROTECT_CONFIGURATIONS = PagedOperation(
    name="DescribeProtectConfigurations",
    home=__name__,
    request=protect.DescribeProtectConfigurationsRequest,
    result=protect.DescribeProtectConfigurationsResult,
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
    must_have=("protect_configurations",),
    item=protect.ProtectConfigurationInformation,
    items="protect_configurations",
)

DISASSOCIATE_PROTECT_CONFIGURATION = Operation(
    name="DisassociateProtectConfiguration",
    home=__name__,
    request=protect.DisassociateProtectConfigurationRequest,
    result=protect.DisassociateProtectConfigurationResult,
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
    must_have=("protect_configuration_id",),
)

GET_PROTECT_CONFIGURATION_COUNTRY_RULE_SET = Operation(
    name="GetProtectConfigurationCountryRuleSet",
    home=__name__,
    request=protect.GetProtectConfigurationCountryRuleSetRequest,
    result=protect.GetProtectConfigurationCountryRuleSetResult,
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
    must_have=("country_rule_set",),
)

LIST_PROTECT_CONFIGURATION_RULE_SET_NUMBER_OVERRIDES = PagedOperation(
    name="ListProtectConfigurationRuleSetNumberOverrides",
    home=__name__,
    request=protect.ListProtectConfigurationRuleSetNumberOverridesRequest,
    result=protect.ListProtectConfigurationRuleSetNumberOverridesResult,
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
    must_have=("rule_set_number_overrides",),
    item=protect.ProtectConfigurationRuleSetNumberOverride,
    items="rule_set_number_overrides",
)

PUT_PROTECT_CONFIGURATION_RULE_SET_NUMBER_OVERRIDE = Operation(
    name="PutProtectConfigurationRuleSetNumberOverride",
    home=__name__,
    request=protect.PutProtectConfigurationRuleSetNumberOverrideRequest,
    result=protect.PutProtectConfigurationRuleSetNumberOverrideResult,
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
    must_have=("protect_configuration_id",),
)

SET_ACCOUNT_DEFAULT_PROTECT_CONFIGURATION = Operation(
    name="SetAccountDefaultProtectConfiguration",
    home=__name__,
    request=protect.SetAccountDefaultProtectConfigurationRequest,
    result=protect.SetAccountDefaultProtectConfigurationResult,
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
    must_have=("default_protect_configuration_id",),
)

UPDATE_PROTECT_CONFIGURATION = Operation(
    name="UpdateProtectConfiguration",
    home=__name__,
    request=protect.UpdateProtectConfigurationRequest,
    result=protect.UpdateProtectConfigurationResult,
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
    must_have=("protect_configuration_id",),
)

UPDATE_PROTECT_CONFIGURATION_COUNTRY_RULE_SET = Operation(
    name="UpdateProtectConfigurationCountryRuleSet",
    home=__name__,
    request=protect.UpdateProtectConfigurationCountryRuleSetRequest,
    result=protect.UpdateProtectConfigurationCountryRuleSetResult,
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
    must_have=("country_rule_set",),
)

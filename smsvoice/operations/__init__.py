"""Every operation of the service, described once: request, result, effect, errors."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

import importlib
from functools import cache
from typing import TYPE_CHECKING, Any

from smsvoice.core.operation import Effect, Operation, snake

if TYPE_CHECKING:
    from smsvoice.operations import (
        account as account,
    )
    from smsvoice.operations import (
        configuration_sets as configuration_sets,
    )
    from smsvoice.operations import (
        keywords as keywords,
    )
    from smsvoice.operations import (
        messages as messages,
    )
    from smsvoice.operations import (
        notify as notify,
    )
    from smsvoice.operations import (
        opt_outs as opt_outs,
    )
    from smsvoice.operations import (
        phone_numbers as phone_numbers,
    )
    from smsvoice.operations import (
        pools as pools,
    )
    from smsvoice.operations import (
        protect as protect,
    )
    from smsvoice.operations import (
        rcs_agents as rcs_agents,
    )
    from smsvoice.operations import (
        rcs_messages as rcs_messages,
    )
    from smsvoice.operations import (
        registration_attachments as registration_attachments,
    )
    from smsvoice.operations import (
        registration_forms as registration_forms,
    )
    from smsvoice.operations import (
        registrations as registrations,
    )
    from smsvoice.operations import (
        sender_ids as sender_ids,
    )
    from smsvoice.operations import (
        spend_limits as spend_limits,
    )
    from smsvoice.operations import (
        tags as tags,
    )
    from smsvoice.operations import (
        verified_numbers as verified_numbers,
    )

_MODULES = frozenset(
    (
        "account",
        "configuration_sets",
        "keywords",
        "messages",
        "notify",
        "opt_outs",
        "phone_numbers",
        "pools",
        "protect",
        "rcs_agents",
        "rcs_messages",
        "registration_attachments",
        "registration_forms",
        "registrations",
        "sender_ids",
        "spend_limits",
        "tags",
        "verified_numbers",
    )
)


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})


_GROUPS = {
    "AssociateOriginationIdentity": "pools",
    "AssociateProtectConfiguration": "protect",
    "CarrierLookup": "messages",
    "CreateConfigurationSet": "configuration_sets",
    "CreateEventDestination": "configuration_sets",
    "CreateNotifyConfiguration": "notify",
    "CreateOptOutList": "opt_outs",
    "CreatePool": "pools",
    "CreateProtectConfiguration": "protect",
    "CreateRcsAgent": "rcs_agents",
    "CreateRegistration": "registrations",
    "CreateRegistrationAssociation": "registrations",
    "CreateRegistrationAttachment": "registration_attachments",
    "CreateRegistrationVersion": "registrations",
    "CreateVerifiedDestinationNumber": "verified_numbers",
    "DeleteAccountDefaultProtectConfiguration": "protect",
    "DeleteConfigurationSet": "configuration_sets",
    "DeleteDefaultMessageType": "configuration_sets",
    "DeleteDefaultSenderId": "configuration_sets",
    "DeleteEventDestination": "configuration_sets",
    "DeleteKeyword": "keywords",
    "DeleteMediaMessageSpendLimitOverride": "spend_limits",
    "DeleteNotifyConfiguration": "notify",
    "DeleteNotifyMessageSpendLimitOverride": "spend_limits",
    "DeleteOptOutList": "opt_outs",
    "DeleteOptedOutNumber": "opt_outs",
    "DeletePool": "pools",
    "DeleteProtectConfiguration": "protect",
    "DeleteProtectConfigurationRuleSetNumberOverride": "protect",
    "DeleteRcsAgent": "rcs_agents",
    "DeleteRcsMessageSpendLimitOverride": "spend_limits",
    "DeleteRegistration": "registrations",
    "DeleteRegistrationAttachment": "registration_attachments",
    "DeleteRegistrationFieldValue": "registration_forms",
    "DeleteResourcePolicy": "tags",
    "DeleteTextMessageSpendLimitOverride": "spend_limits",
    "DeleteVerifiedDestinationNumber": "verified_numbers",
    "DeleteVoiceMessageSpendLimitOverride": "spend_limits",
    "DescribeAccountAttributes": "account",
    "DescribeAccountLimits": "account",
    "DescribeConfigurationSets": "configuration_sets",
    "DescribeKeywords": "keywords",
    "DescribeNotifyConfigurations": "notify",
    "DescribeNotifyTemplates": "notify",
    "DescribeOptOutLists": "opt_outs",
    "DescribeOptedOutNumbers": "opt_outs",
    "DescribePhoneNumbers": "phone_numbers",
    "DescribePools": "pools",
    "DescribeProtectConfigurations": "protect",
    "DescribeRcsAgentCountryLaunchStatus": "rcs_agents",
    "DescribeRcsAgents": "rcs_agents",
    "DescribeRegistrationAttachments": "registration_attachments",
    "DescribeRegistrationFieldDefinitions": "registration_forms",
    "DescribeRegistrationFieldValues": "registration_forms",
    "DescribeRegistrationSectionDefinitions": "registration_forms",
    "DescribeRegistrationTypeDefinitions": "registration_forms",
    "DescribeRegistrationVersions": "registrations",
    "DescribeRegistrations": "registrations",
    "DescribeSenderIds": "sender_ids",
    "DescribeSpendLimits": "spend_limits",
    "DescribeVerifiedDestinationNumbers": "verified_numbers",
    "DisassociateOriginationIdentity": "pools",
    "DisassociateProtectConfiguration": "protect",
    "DiscardRegistrationVersion": "registrations",
    "GetProtectConfigurationCountryRuleSet": "protect",
    "GetResourcePolicy": "tags",
    "ListAvailablePhoneNumbers": "phone_numbers",
    "ListNotifyCountries": "notify",
    "ListPoolOriginationIdentities": "pools",
    "ListProtectConfigurationRuleSetNumberOverrides": "protect",
    "ListRegistrationAssociations": "registrations",
    "ListTagsForResource": "tags",
    "PutKeyword": "keywords",
    "PutMessageFeedback": "messages",
    "PutOptedOutNumber": "opt_outs",
    "PutProtectConfigurationRuleSetNumberOverride": "protect",
    "PutRegistrationFieldValue": "registration_forms",
    "PutResourcePolicy": "tags",
    "ReleasePhoneNumber": "phone_numbers",
    "ReleaseSenderId": "sender_ids",
    "RequestPhoneNumber": "phone_numbers",
    "RequestSenderId": "sender_ids",
    "SendDestinationNumberVerificationCode": "verified_numbers",
    "SendMediaMessage": "messages",
    "SendNotifyTextMessage": "notify",
    "SendNotifyVoiceMessage": "notify",
    "SendRcsMessage": "rcs_messages",
    "SendTextMessage": "messages",
    "SendVoiceMessage": "messages",
    "SetAccountDefaultProtectConfiguration": "protect",
    "SetDefaultMessageFeedbackEnabled": "configuration_sets",
    "SetDefaultMessageType": "configuration_sets",
    "SetDefaultSenderId": "configuration_sets",
    "SetMediaMessageSpendLimitOverride": "spend_limits",
    "SetNotifyMessageSpendLimitOverride": "spend_limits",
    "SetRcsMessageSpendLimitOverride": "spend_limits",
    "SetTextMessageSpendLimitOverride": "spend_limits",
    "SetVoiceMessageSpendLimitOverride": "spend_limits",
    "SubmitRegistrationVersion": "registrations",
    "TagResource": "tags",
    "UntagResource": "tags",
    "UpdateEventDestination": "configuration_sets",
    "UpdateNotifyConfiguration": "notify",
    "UpdatePhoneNumber": "phone_numbers",
    "UpdatePool": "pools",
    "UpdateProtectConfiguration": "protect",
    "UpdateProtectConfigurationCountryRuleSet": "protect",
    "UpdateRcsAgent": "rcs_agents",
    "UpdateSenderId": "sender_ids",
    "VerifyDestinationNumber": "verified_numbers",
}

READS = frozenset(
    (
        "DescribeAccountAttributes",
        "DescribeAccountLimits",
        "DescribeConfigurationSets",
        "DescribeKeywords",
        "DescribeNotifyConfigurations",
        "DescribeNotifyTemplates",
        "DescribeOptOutLists",
        "DescribeOptedOutNumbers",
        "DescribePhoneNumbers",
        "DescribePools",
        "DescribeProtectConfigurations",
        "DescribeRcsAgentCountryLaunchStatus",
        "DescribeRcsAgents",
        "DescribeRegistrationAttachments",
        "DescribeRegistrationFieldDefinitions",
        "DescribeRegistrationFieldValues",
        "DescribeRegistrationSectionDefinitions",
        "DescribeRegistrationTypeDefinitions",
        "DescribeRegistrationVersions",
        "DescribeRegistrations",
        "DescribeSenderIds",
        "DescribeSpendLimits",
        "DescribeVerifiedDestinationNumbers",
        "GetProtectConfigurationCountryRuleSet",
        "GetResourcePolicy",
        "ListAvailablePhoneNumbers",
        "ListNotifyCountries",
        "ListPoolOriginationIdentities",
        "ListProtectConfigurationRuleSetNumberOverrides",
        "ListRegistrationAssociations",
        "ListTagsForResource",
    )
)
"""Operations to repeat freely; `Effect.READS`."""

ONCE = frozenset(
    (
        "CarrierLookup",
        "CreateRegistrationAssociation",
        "CreateRegistrationVersion",
        "SendDestinationNumberVerificationCode",
        "SendMediaMessage",
        "SendNotifyTextMessage",
        "SendNotifyVoiceMessage",
        "SendRcsMessage",
        "SendTextMessage",
        "SendVoiceMessage",
        "SubmitRegistrationVersion",
        "VerifyDestinationNumber",
    )
)
"""Operations to repeat only when they provably never left; `Effect.ONCE`."""

MUST_HAVE = {
    "AssociateOriginationIdentity": "PoolId",
    "AssociateProtectConfiguration": "ProtectConfigurationId",
    "CarrierLookup": "PhoneNumberType",
    "CreateConfigurationSet": "ConfigurationSetName",
    "CreateNotifyConfiguration": "NotifyConfigurationId",
    "CreateOptOutList": "OptOutListName",
    "CreatePool": "PoolId",
    "CreateProtectConfiguration": "ProtectConfigurationId",
    "CreateRcsAgent": "RcsAgentId",
    "CreateRegistration": "RegistrationId",
    "CreateRegistrationAssociation": "RegistrationId",
    "CreateRegistrationAttachment": "RegistrationAttachmentId",
    "CreateRegistrationVersion": "VersionNumber",
    "CreateVerifiedDestinationNumber": "VerifiedDestinationNumberId",
    "DeleteAccountDefaultProtectConfiguration": "DefaultProtectConfigurationId",
    "DeleteConfigurationSet": "ConfigurationSetName",
    "DeleteDefaultMessageType": "ConfigurationSetName",
    "DeleteDefaultSenderId": "ConfigurationSetName",
    "DeleteEventDestination": "ConfigurationSetName",
    "DeleteKeyword": "Keyword",
    "DeleteNotifyConfiguration": "NotifyConfigurationId",
    "DeleteOptOutList": "OptOutListName",
    "DeleteOptedOutNumber": "OptOutListName",
    "DeletePool": "PoolId",
    "DeleteProtectConfiguration": "ProtectConfigurationId",
    "DeleteProtectConfigurationRuleSetNumberOverride": "ProtectConfigurationId",
    "DeleteRcsAgent": "RcsAgentId",
    "DeleteRegistration": "RegistrationId",
    "DeleteRegistrationAttachment": "RegistrationAttachmentId",
    "DeleteRegistrationFieldValue": "RegistrationId",
    "DeleteResourcePolicy": "ResourceArn",
    "DeleteVerifiedDestinationNumber": "VerifiedDestinationNumberId",
    "DescribeAccountAttributes": "AccountAttributes",
    "DescribeAccountLimits": "AccountLimits",
    "DescribeConfigurationSets": "ConfigurationSets",
    "DescribeKeywords": "Keywords",
    "DescribeNotifyConfigurations": "NotifyConfigurations",
    "DescribeNotifyTemplates": "NotifyTemplates",
    "DescribeOptOutLists": "OptOutLists",
    "DescribeOptedOutNumbers": "OptedOutNumbers",
    "DescribePhoneNumbers": "PhoneNumbers",
    "DescribePools": "Pools",
    "DescribeProtectConfigurations": "ProtectConfigurations",
    "DescribeRcsAgentCountryLaunchStatus": "CountryLaunchStatus",
    "DescribeRcsAgents": "RcsAgents",
    "DescribeRegistrationAttachments": "RegistrationAttachments",
    "DescribeRegistrationFieldDefinitions": "RegistrationFieldDefinitions",
    "DescribeRegistrationFieldValues": "RegistrationFieldValues",
    "DescribeRegistrationSectionDefinitions": "RegistrationSectionDefinitions",
    "DescribeRegistrationTypeDefinitions": "RegistrationTypeDefinitions",
    "DescribeRegistrationVersions": "RegistrationVersions",
    "DescribeRegistrations": "Registrations",
    "DescribeSenderIds": "SenderIds",
    "DescribeSpendLimits": "SpendLimits",
    "DescribeVerifiedDestinationNumbers": "VerifiedDestinationNumbers",
    "DisassociateOriginationIdentity": "PoolId",
    "DisassociateProtectConfiguration": "ProtectConfigurationId",
    "DiscardRegistrationVersion": "RegistrationVersionStatus",
    "GetProtectConfigurationCountryRuleSet": "CountryRuleSet",
    "GetResourcePolicy": "Policy",
    "ListAvailablePhoneNumbers": "AvailablePhoneNumbers",
    "ListNotifyCountries": "NotifyCountries",
    "ListPoolOriginationIdentities": "OriginationIdentities",
    "ListProtectConfigurationRuleSetNumberOverrides": "RuleSetNumberOverrides",
    "ListRegistrationAssociations": "RegistrationAssociations",
    "ListTagsForResource": "Tags",
    "PutKeyword": "Keyword",
    "PutMessageFeedback": "MessageId",
    "PutOptedOutNumber": "OptOutListName",
    "PutProtectConfigurationRuleSetNumberOverride": "ProtectConfigurationId",
    "PutRegistrationFieldValue": "RegistrationId",
    "PutResourcePolicy": "ResourceArn",
    "ReleasePhoneNumber": "PhoneNumberId",
    "ReleaseSenderId": "SenderId",
    "RequestPhoneNumber": "PhoneNumberId",
    "RequestSenderId": "SenderId",
    "SendDestinationNumberVerificationCode": "MessageId",
    "SendMediaMessage": "MessageId",
    "SendNotifyTextMessage": "MessageId",
    "SendNotifyVoiceMessage": "MessageId",
    "SendRcsMessage": "MessageId",
    "SendTextMessage": "MessageId",
    "SendVoiceMessage": "MessageId",
    "SetAccountDefaultProtectConfiguration": "DefaultProtectConfigurationId",
    "SetDefaultMessageFeedbackEnabled": "ConfigurationSetName",
    "SetDefaultMessageType": "ConfigurationSetName",
    "SetDefaultSenderId": "ConfigurationSetName",
    "SetMediaMessageSpendLimitOverride": "MonthlyLimit",
    "SetNotifyMessageSpendLimitOverride": "MonthlyLimit",
    "SetRcsMessageSpendLimitOverride": "MonthlyLimit",
    "SetTextMessageSpendLimitOverride": "MonthlyLimit",
    "SetVoiceMessageSpendLimitOverride": "MonthlyLimit",
    "SubmitRegistrationVersion": "RegistrationVersionStatus",
    "UpdateEventDestination": "ConfigurationSetName",
    "UpdateNotifyConfiguration": "NotifyConfigurationId",
    "UpdatePhoneNumber": "PhoneNumberId",
    "UpdatePool": "PoolId",
    "UpdateProtectConfiguration": "ProtectConfigurationId",
    "UpdateProtectConfigurationCountryRuleSet": "CountryRuleSet",
    "UpdateRcsAgent": "RcsAgentId",
    "UpdateSenderId": "SenderId",
    "VerifyDestinationNumber": "VerifiedDestinationNumberId",
}
"""The member, under AWS's name, without which an answer of the operation is unusable."""


def effect_of(name: str) -> Effect:
    """What repeating an operation does; one newer than this package is `ONCE`."""
    if name in READS:
        return Effect.READS
    return Effect.ONCE if name in ONCE or name not in _GROUPS else Effect.REPEATABLE


def names() -> tuple[str, ...]:
    """AWS's names of all operations, sorted."""
    return tuple(_GROUPS)


def group_of(name: str) -> str:
    """The group that an operation belongs to, which is also the name of its module."""
    return _GROUPS[name]


def by_name(name: str) -> Operation[Any, Any]:
    """The description of an operation, by AWS's name, e.g. `by_name("CreatePool")`.

    Raises:
        KeyError: there is no operation of that name.
    """
    return _described(name)


@cache
def _described(name: str) -> Operation[Any, Any]:
    module = importlib.import_module(f"{__name__}.{_GROUPS[name]}")
    found: Operation[Any, Any] = getattr(module, snake(name).upper())
    return found

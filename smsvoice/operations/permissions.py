"""What IAM asks of each operation: the types of resources that limit its action.

AWS:
https://docs.aws.amazon.com/service-authorization/latest/reference/list_pinpoint-sms-voice-v2.html
"""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

from typing import NamedTuple


class Resources(NamedTuple):
    """The types of resources of an action, as AWS names them; none where it takes only `*`."""

    needs: tuple[str, ...] = ()
    """A call names one of each."""
    one_of: tuple[str, ...] = ()
    """A call names one of them."""
    may_name: tuple[str, ...] = ()
    """A call can name these."""


RESOURCES: dict[str, Resources] = {
    "AssociateOriginationIdentity": Resources(
        needs=("Pool",), may_name=("PhoneNumber", "RcsAgent", "SenderId")
    ),
    "AssociateProtectConfiguration": Resources(needs=("ConfigurationSet", "ProtectConfiguration")),
    "CarrierLookup": Resources(),
    "CreateConfigurationSet": Resources(),
    "CreateEventDestination": Resources(needs=("ConfigurationSet",)),
    "CreateNotifyConfiguration": Resources(),
    "CreateOptOutList": Resources(),
    "CreatePool": Resources(may_name=("PhoneNumber", "SenderId")),
    "CreateProtectConfiguration": Resources(),
    "CreateRcsAgent": Resources(),
    "CreateRegistration": Resources(),
    "CreateRegistrationAssociation": Resources(
        needs=("Registration",), may_name=("PhoneNumber", "RcsAgent")
    ),
    "CreateRegistrationAttachment": Resources(),
    "CreateRegistrationVersion": Resources(needs=("Registration",)),
    "CreateVerifiedDestinationNumber": Resources(),
    "DeleteAccountDefaultProtectConfiguration": Resources(),
    "DeleteConfigurationSet": Resources(needs=("ConfigurationSet",)),
    "DeleteDefaultMessageType": Resources(needs=("ConfigurationSet",)),
    "DeleteDefaultSenderId": Resources(needs=("ConfigurationSet",)),
    "DeleteEventDestination": Resources(needs=("ConfigurationSet",)),
    "DeleteKeyword": Resources(one_of=("PhoneNumber", "Pool")),
    "DeleteMediaMessageSpendLimitOverride": Resources(),
    "DeleteNotifyConfiguration": Resources(needs=("NotifyConfiguration",)),
    "DeleteNotifyMessageSpendLimitOverride": Resources(),
    "DeleteOptOutList": Resources(needs=("OptOutList",)),
    "DeleteOptedOutNumber": Resources(needs=("OptOutList",)),
    "DeletePool": Resources(needs=("Pool",)),
    "DeleteProtectConfiguration": Resources(needs=("ProtectConfiguration",)),
    "DeleteProtectConfigurationRuleSetNumberOverride": Resources(needs=("ProtectConfiguration",)),
    "DeleteRcsAgent": Resources(needs=("RcsAgent",)),
    "DeleteRcsMessageSpendLimitOverride": Resources(),
    "DeleteRegistration": Resources(needs=("Registration",)),
    "DeleteRegistrationAttachment": Resources(needs=("RegistrationAttachment",)),
    "DeleteRegistrationFieldValue": Resources(needs=("Registration",)),
    "DeleteResourcePolicy": Resources(one_of=("OptOutList", "PhoneNumber", "Pool", "SenderId")),
    "DeleteTextMessageSpendLimitOverride": Resources(),
    "DeleteVerifiedDestinationNumber": Resources(needs=("VerifiedDestinationNumber",)),
    "DeleteVoiceMessageSpendLimitOverride": Resources(),
    "DescribeAccountAttributes": Resources(),
    "DescribeAccountLimits": Resources(),
    "DescribeConfigurationSets": Resources(may_name=("ConfigurationSet",)),
    "DescribeKeywords": Resources(one_of=("PhoneNumber", "Pool")),
    "DescribeNotifyConfigurations": Resources(may_name=("NotifyConfiguration",)),
    "DescribeNotifyTemplates": Resources(),
    "DescribeOptOutLists": Resources(may_name=("OptOutList",)),
    "DescribeOptedOutNumbers": Resources(needs=("OptOutList",)),
    "DescribePhoneNumbers": Resources(may_name=("PhoneNumber",)),
    "DescribePools": Resources(may_name=("Pool",)),
    "DescribeProtectConfigurations": Resources(may_name=("ProtectConfiguration",)),
    "DescribeRcsAgentCountryLaunchStatus": Resources(needs=("RcsAgent",)),
    "DescribeRcsAgents": Resources(may_name=("RcsAgent",)),
    "DescribeRegistrationAttachments": Resources(may_name=("RegistrationAttachment",)),
    "DescribeRegistrationFieldDefinitions": Resources(),
    "DescribeRegistrationFieldValues": Resources(needs=("Registration",)),
    "DescribeRegistrationSectionDefinitions": Resources(),
    "DescribeRegistrationTypeDefinitions": Resources(),
    "DescribeRegistrationVersions": Resources(needs=("Registration",)),
    "DescribeRegistrations": Resources(may_name=("Registration",)),
    "DescribeSenderIds": Resources(may_name=("SenderId",)),
    "DescribeSpendLimits": Resources(),
    "DescribeVerifiedDestinationNumbers": Resources(may_name=("VerifiedDestinationNumber",)),
    "DisassociateOriginationIdentity": Resources(
        needs=("Pool",), may_name=("PhoneNumber", "RcsAgent", "SenderId")
    ),
    "DisassociateProtectConfiguration": Resources(
        needs=("ConfigurationSet", "ProtectConfiguration")
    ),
    "DiscardRegistrationVersion": Resources(needs=("Registration",)),
    "GetProtectConfigurationCountryRuleSet": Resources(needs=("ProtectConfiguration",)),
    "GetResourcePolicy": Resources(one_of=("OptOutList", "PhoneNumber", "Pool", "SenderId")),
    "ListAvailablePhoneNumbers": Resources(),
    "ListNotifyCountries": Resources(),
    "ListPoolOriginationIdentities": Resources(needs=("Pool",)),
    "ListProtectConfigurationRuleSetNumberOverrides": Resources(needs=("ProtectConfiguration",)),
    "ListRegistrationAssociations": Resources(needs=("Registration",)),
    "ListTagsForResource": Resources(
        one_of=(
            "ConfigurationSet",
            "NotifyConfiguration",
            "OptOutList",
            "PhoneNumber",
            "Pool",
            "ProtectConfiguration",
            "RcsAgent",
            "Registration",
            "RegistrationAttachment",
            "SenderId",
            "VerifiedDestinationNumber",
        )
    ),
    "PutKeyword": Resources(one_of=("PhoneNumber", "Pool")),
    "PutMessageFeedback": Resources(needs=("Message",)),
    "PutOptedOutNumber": Resources(needs=("OptOutList",)),
    "PutProtectConfigurationRuleSetNumberOverride": Resources(needs=("ProtectConfiguration",)),
    "PutRegistrationFieldValue": Resources(needs=("Registration",)),
    "PutResourcePolicy": Resources(one_of=("OptOutList", "PhoneNumber", "Pool", "SenderId")),
    "ReleasePhoneNumber": Resources(needs=("PhoneNumber",)),
    "ReleaseSenderId": Resources(needs=("SenderId",)),
    "RequestPhoneNumber": Resources(may_name=("OptOutList", "Pool", "Registration")),
    "RequestSenderId": Resources(),
    "SendDestinationNumberVerificationCode": Resources(
        may_name=("ConfigurationSet", "PhoneNumber", "Pool", "SenderId")
    ),
    "SendMediaMessage": Resources(
        one_of=("PhoneNumber", "Pool"), may_name=("ConfigurationSet", "ProtectConfiguration")
    ),
    "SendNotifyTextMessage": Resources(
        needs=("NotifyConfiguration",), may_name=("ConfigurationSet",)
    ),
    "SendNotifyVoiceMessage": Resources(
        needs=("NotifyConfiguration",), may_name=("ConfigurationSet",)
    ),
    "SendRcsMessage": Resources(
        one_of=("Pool", "RcsAgent"),
        may_name=("ConfigurationSet", "PhoneNumber", "ProtectConfiguration", "SenderId"),
    ),
    "SendTextMessage": Resources(
        one_of=("PhoneNumber", "Pool", "SenderId"),
        may_name=("ConfigurationSet", "ProtectConfiguration"),
    ),
    "SendVoiceMessage": Resources(
        one_of=("PhoneNumber", "Pool"), may_name=("ConfigurationSet", "ProtectConfiguration")
    ),
    "SetAccountDefaultProtectConfiguration": Resources(needs=("ProtectConfiguration",)),
    "SetDefaultMessageFeedbackEnabled": Resources(needs=("ConfigurationSet",)),
    "SetDefaultMessageType": Resources(needs=("ConfigurationSet",)),
    "SetDefaultSenderId": Resources(needs=("ConfigurationSet",)),
    "SetMediaMessageSpendLimitOverride": Resources(),
    "SetNotifyMessageSpendLimitOverride": Resources(),
    "SetRcsMessageSpendLimitOverride": Resources(),
    "SetTextMessageSpendLimitOverride": Resources(),
    "SetVoiceMessageSpendLimitOverride": Resources(),
    "SubmitRegistrationVersion": Resources(needs=("Registration",)),
    "TagResource": Resources(
        one_of=(
            "ConfigurationSet",
            "NotifyConfiguration",
            "OptOutList",
            "PhoneNumber",
            "Pool",
            "ProtectConfiguration",
            "RcsAgent",
            "Registration",
            "RegistrationAttachment",
            "SenderId",
            "VerifiedDestinationNumber",
        )
    ),
    "UntagResource": Resources(
        one_of=(
            "ConfigurationSet",
            "NotifyConfiguration",
            "OptOutList",
            "PhoneNumber",
            "Pool",
            "ProtectConfiguration",
            "RcsAgent",
            "Registration",
            "RegistrationAttachment",
            "SenderId",
            "VerifiedDestinationNumber",
        )
    ),
    "UpdateEventDestination": Resources(needs=("ConfigurationSet",)),
    "UpdateNotifyConfiguration": Resources(needs=("NotifyConfiguration",)),
    "UpdatePhoneNumber": Resources(needs=("PhoneNumber",), may_name=("OptOutList",)),
    "UpdatePool": Resources(needs=("Pool",), may_name=("OptOutList",)),
    "UpdateProtectConfiguration": Resources(needs=("ProtectConfiguration",)),
    "UpdateProtectConfigurationCountryRuleSet": Resources(needs=("ProtectConfiguration",)),
    "UpdateRcsAgent": Resources(needs=("RcsAgent",)),
    "UpdateSenderId": Resources(needs=("SenderId",)),
    "VerifyDestinationNumber": Resources(needs=("VerifiedDestinationNumber",)),
}

UNCONFIRMED = frozenset(
    (
        "CreatePool",
        "CreateRegistrationAssociation",
        "DeleteKeyword",
        "DescribeKeywords",
        "PutKeyword",
        "SendTextMessage",
        "SendVoiceMessage",
    )
)
"""Operations about which docs/operations.md has a note: the pages of AWS differ."""

"""The botocore releases that brought what the oldest supported one may lack."""

# Written by `python -m codegen`. Change codegen/ or its tables, not this file.

OLDEST = "1.43.100"
"""The oldest botocore that the tests run on."""

COMPLETE = "1.43.112"
"""From here on botocore knows all that this package knows."""

OPERATIONS: dict[str, str] = {
    "DeleteRcsMessageSpendLimitOverride": "1.43.37",
    "ListAvailablePhoneNumbers": "1.43.90",
    "SendRcsMessage": "1.43.37",
    "SetRcsMessageSpendLimitOverride": "1.43.37",
}

MEMBERS: dict[str, str] = {
    "CarrierLookupRequest.EnableCleansing": "1.43.108",
    "CarrierLookupResult.OriginalPhoneNumber": "1.43.108",
    "CreateRcsAgentResult.TwoWayMediaS3BucketName": "1.43.37",
    "CreateRcsAgentResult.TwoWayMediaS3KeyPrefix": "1.43.37",
    "CreateRcsAgentResult.TwoWayMediaS3Role": "1.43.37",
    "CreateRcsAgentResult.TwoWayRcsEventsEnabled": "1.43.37",
    "DeleteRcsAgentResult.TwoWayRcsEventsEnabled": "1.43.37",
    "PhoneNumberInformation.MessagingLimits": "1.43.90",
    "PhoneNumberInformation.PricingTier": "1.43.112",
    "RcsAgentInformation.MessagingLimits": "1.43.90",
    "RcsAgentInformation.TwoWayMediaS3BucketName": "1.43.37",
    "RcsAgentInformation.TwoWayMediaS3KeyPrefix": "1.43.37",
    "RcsAgentInformation.TwoWayMediaS3Role": "1.43.37",
    "RcsAgentInformation.TwoWayRcsEventsEnabled": "1.43.37",
    "RegistrationFieldDefinition.ConditionalBehavior": "1.43.84",
    "RequestPhoneNumberRequest.NumberPreference": "1.43.90",
    "SenderIdInformation.MessagingLimits": "1.43.90",
    "SenderIdInformation.PricingTier": "1.43.112",
    "UpdateRcsAgentRequest.TwoWayMediaS3BucketName": "1.43.37",
    "UpdateRcsAgentRequest.TwoWayMediaS3KeyPrefix": "1.43.37",
    "UpdateRcsAgentRequest.TwoWayMediaS3Role": "1.43.37",
    "UpdateRcsAgentRequest.TwoWayRcsEventsEnabled": "1.43.37",
    "UpdateRcsAgentResult.TwoWayMediaS3BucketName": "1.43.37",
    "UpdateRcsAgentResult.TwoWayMediaS3KeyPrefix": "1.43.37",
    "UpdateRcsAgentResult.TwoWayMediaS3Role": "1.43.37",
    "UpdateRcsAgentResult.TwoWayRcsEventsEnabled": "1.43.37",
}

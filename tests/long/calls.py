"""What independent clients do, one after another: more than thirty operations of every room.

`${name.Member}` takes a member of an earlier answer.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

NUMBER, PERSON = "+12065550142", "+14254147755"
TOPIC = "arn:aws:sns:us-east-1:123456789012:events"


class Step(NamedTuple):
    """One call, and the name of its answer."""

    operation: str
    request: dict[str, Any]
    name: str = ""


_SET = {"ConfigurationSetName": "set"}
_LIST = {"OptOutListName": "news"}
_DESTINATION = {**_SET, "EventDestinationName": "all"}
_POOL = {"PoolId": "${pool.PoolId}"}
_PROTECT = {"ProtectConfigurationId": "${protect.ProtectConfigurationId}"}
_TAGGED = {"ResourceArn": "${list.OptOutListArn}"}

STEPS = (
    Step("CreateOptOutList", {**_LIST, "Tags": [{"Key": "team", "Value": "sms"}]}, "list"),
    Step("DescribeOptOutLists", {"OptOutListNames": ["news"]}, "lists"),
    Step("PutOptedOutNumber", {**_LIST, "OptedOutNumber": NUMBER}),
    Step("DescribeOptedOutNumbers", _LIST, "opted_out"),
    Step("DeleteOptedOutNumber", {**_LIST, "OptedOutNumber": NUMBER}),
    Step("TagResource", {**_TAGGED, "Tags": [{"Key": "stage", "Value": "test"}]}),
    Step("ListTagsForResource", _TAGGED, "tags"),
    Step("UntagResource", {**_TAGGED, "TagKeys": ["stage"]}),
    Step("CreateConfigurationSet", _SET, "set"),
    Step("SetDefaultMessageType", {**_SET, "MessageType": "TRANSACTIONAL"}),
    Step("SetDefaultSenderId", {**_SET, "SenderId": "EXAMPLE"}),
    Step("SetDefaultMessageFeedbackEnabled", {**_SET, "MessageFeedbackEnabled": True}),
    Step("DescribeConfigurationSets", {"ConfigurationSetNames": ["set"]}, "sets"),
    Step(
        "CreateEventDestination",
        {**_DESTINATION, "MatchingEventTypes": ["ALL"], "SnsDestination": {"TopicArn": TOPIC}},
    ),
    Step("UpdateEventDestination", {**_DESTINATION, "Enabled": False}, "destination"),
    Step("DeleteEventDestination", _DESTINATION),
    Step("DeleteDefaultSenderId", _SET),
    Step("DeleteDefaultMessageType", _SET),
    Step(
        "RequestPhoneNumber",
        {
            "IsoCountryCode": "US",
            "MessageType": "TRANSACTIONAL",
            "NumberCapabilities": ["SMS"],
            "NumberType": "SIMULATOR",
        },
        "number",
    ),
    Step("DescribePhoneNumbers", {"PhoneNumberIds": ["${number.PhoneNumberId}"]}, "numbers"),
    Step(
        "CreatePool",
        {
            "OriginationIdentity": "${number.PhoneNumberId}",
            "IsoCountryCode": "US",
            "MessageType": "TRANSACTIONAL",
        },
        "pool",
    ),
    Step("DescribePools", {"PoolIds": ["${pool.PoolId}"]}, "pools"),
    Step("ListPoolOriginationIdentities", _POOL, "identities"),
    Step("UpdatePool", {**_POOL, "DeletionProtectionEnabled": False}),
    Step(
        "PutKeyword",
        {
            "OriginationIdentity": "${pool.PoolId}",
            "Keyword": "HOURS",
            "KeywordMessage": "Nine to five.",
            "KeywordAction": "AUTOMATIC_RESPONSE",
        },
    ),
    Step("DescribeKeywords", {"OriginationIdentity": "${pool.PoolId}"}, "keywords"),
    Step("DeleteKeyword", {"OriginationIdentity": "${pool.PoolId}", "Keyword": "HOURS"}),
    Step("CreateProtectConfiguration", {}, "protect"),
    Step(
        "UpdateProtectConfigurationCountryRuleSet",
        {
            **_PROTECT,
            "NumberCapability": "SMS",
            "CountryRuleSetUpdates": {"FR": {"ProtectStatus": "BLOCK"}},
        },
    ),
    Step("GetProtectConfigurationCountryRuleSet", {**_PROTECT, "NumberCapability": "SMS"}, "rules"),
    Step("DescribeProtectConfigurations", {}, "protects"),
    Step("DeleteProtectConfiguration", _PROTECT),
    Step("CreateRegistration", {"RegistrationType": "US_TOLL_FREE_REGISTRATION"}, "registration"),
    Step("DescribeRegistrations", {}, "registrations"),
    Step("DescribeRegistrationTypeDefinitions", {}, "types"),
    Step("CreateVerifiedDestinationNumber", {"DestinationPhoneNumber": NUMBER}, "verified"),
    Step("DescribeVerifiedDestinationNumbers", {}, "verifieds"),
    Step("DescribeAccountAttributes", {}, "attributes"),
    Step("DescribeAccountLimits", {}, "limits"),
    Step("SetTextMessageSpendLimitOverride", {"MonthlyLimit": 5}),
    Step("DescribeSpendLimits", {}, "spend"),
    Step("DescribeNotifyTemplates", {}, "templates"),
    Step(
        "SendTextMessage",
        {
            "DestinationPhoneNumber": PERSON,
            "OriginationIdentity": "${pool.PoolId}",
            "MessageBody": 'Grüße "aus" <Köln> 🎉',
            "ConfigurationSetName": "set",
            "Context": {"order": "A-1042"},
        },
        "sent",
    ),
    Step(
        "PutMessageFeedback",
        {"MessageId": "${sent.MessageId}", "MessageFeedbackStatus": "RECEIVED"},
    ),
    Step("DeletePool", _POOL),
    Step("DeleteConfigurationSet", _SET),
)

_TAKEN = re.compile(r"\$\{(\w+)\.(\w+)\}")


def filled(value: Any, answers: Mapping[str, Any]) -> Any:
    """The same value, with members of earlier answers in their places."""
    if isinstance(value, dict):
        return {key: filled(one, answers) for key, one in value.items()}
    if isinstance(value, list):
        return [filled(one, answers) for one in value]
    if isinstance(value, str):
        return _TAKEN.sub(lambda found: answers[found[1]][found[2]], value)
    return value

"""An emulator with one of everything, reached without boto3: for requests that no client makes."""

import json
from typing import Any

from smsvoice import operations
from smsvoice.core.codec import decode_json
from smsvoice.emulator import Emulator
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.wire import TARGET, Answer
from smsvoice.models.reasons import (
    AccessDeniedExceptionReason,
    ConflictExceptionReason,
    ResourceType,
    ServiceQuotaExceededExceptionReason,
    ValidationExceptionReason,
)
from tests.contract.strategies import service
from tests.factories.constants import START
from tests.factories.identities import agent

AUTHORIZATION = "AWS4-HMAC-SHA256 Credential=EMULATOR/20260302/us-east-1/sms-voice/aws4_request"
RECIPIENT = "+14254147755"
_PLACE = "arn:aws:{}:us-east-1:123456789012:{}"
REASONS: dict[str, Any] = {
    "AccessDeniedException": AccessDeniedExceptionReason,
    "ConflictException": ConflictExceptionReason,
    "ServiceQuotaExceededException": ServiceQuotaExceededExceptionReason,
    "ValidationException": ValidationExceptionReason,
}


def handle(
    emulator: Emulator, name: str, body: bytes, authorization: str = AUTHORIZATION
) -> Answer:
    """The engine's answer to a body."""
    return emulator.engine.handle(TARGET + name, authorization, body)


def ask(emulator: Emulator, name: str, **members: Any) -> dict[str, Any]:
    """The members of the answer to a good request."""
    answer = handle(emulator, name, json.dumps(members).encode())
    assert answer.status == 200, answer
    found: dict[str, Any] = json.loads(answer.body)
    return found


class FullAccount:
    """The emulator, and names and ids in it by the member that takes them."""

    def __init__(self) -> None:
        """Make one of everything; ids are the same every time."""
        self.emulator = Emulator(
            settings=Settings(page_size=1), starting_at=START, clock_runs=False, seed=7
        )
        self.known: dict[str, list[Any]] = {}
        self._identities()
        self._sets()
        self._paperwork()
        self._notify()
        self._tokens()
        self.known |= {
            "AttachmentBody": ["iVBORw0KGgo="],
            "Filters": [[]],
            "IsoCountryCode": ["GB", "US", "US", "ZZ"],
            "MaxPrice": ["9.00"],
            "MediaUrls": [["s3://pictures/menu.png"]],
            "MessageBody": ["hello"],
            "NumberCapability": ["SMS", "RCS"],
            "NumberPreference": [[]],
            "NumberType": ["SIMULATOR", "LONG_CODE", "TEN_DLC", "TEN_DLC"],
            "Policy": ['{"Version": "2012-10-17", "Statement": []}'],
            "SnsDestination": [{"TopicArn": _PLACE.format("sns", "events")}],
        }

    def _make(self, operation: str, *keys: str, **members: Any) -> dict[str, Any]:
        """Ask, and keep members of the answer: `told>other,another` also under other names."""
        made = ask(self.emulator, operation, **members)
        for key in keys:
            told, _, others = key.partition(">")
            for name in filter(None, (told, *others.split(","))):
                self.known.setdefault(name, []).append(made[told])
        return made

    def _identities(self) -> None:
        asked = {
            "IsoCountryCode": "US",
            "MessageType": "TRANSACTIONAL",
            "NumberCapabilities": ["SMS", "MMS", "VOICE"],
            "NumberType": "SIMULATOR",
        }
        number = "PhoneNumberId>OriginationIdentity,ResourceId"
        more = ("PhoneNumber>OriginationIdentity", "PhoneNumberArn>ResourceArn,PhoneNumberId")
        first = self._make("RequestPhoneNumber", number, *more, **asked)
        self._make("RequestPhoneNumber", number, **asked)
        self._make("RequestSenderId", "SenderId>OriginationIdentity",
                   "SenderIdArn>ResourceArn", SenderId="Example", IsoCountryCode="GB")  # fmt: skip
        for name in ("OriginationIdentity", "RcsAgentId", "ResourceId"):
            self.known.setdefault(name, []).append(agent(self.emulator))
        self._make("CreatePool", "PoolId>OriginationIdentity", "PoolArn>ResourceArn,PoolId",
                   OriginationIdentity=first["PhoneNumberId"],
                   MessageType="TRANSACTIONAL")  # fmt: skip
        self._make("CreateOptOutList", "OptOutListName", "OptOutListArn>ResourceArn",
                   OptOutListName="news")  # fmt: skip
        self._make("PutOptedOutNumber", "OptedOutNumber", OptOutListName="news",
                   OptedOutNumber="+12065550142")  # fmt: skip
        self.emulator.advance(5)
        self._make("SendTextMessage", "MessageId", DestinationPhoneNumber=RECIPIENT,
                   MessageBody="hello", OriginationIdentity=first["PhoneNumberId"],
                   MessageFeedbackEnabled=True)  # fmt: skip
        self._make("PutKeyword", "Keyword", OriginationIdentity=self.known["PoolId"][0],
                   Keyword="JOIN", KeywordMessage="Welcome")  # fmt: skip
        self.known["DestinationPhoneNumber"] = [RECIPIENT, "+12065550142", "+12065550143"]

    def _sets(self) -> None:
        self._make("CreateConfigurationSet", "ConfigurationSetName",
                   "ConfigurationSetArn>ResourceArn", ConfigurationSetName="shop")  # fmt: skip
        self._make("CreateEventDestination", ConfigurationSetName="shop",
                   EventDestinationName="topic", MatchingEventTypes=["ALL"],
                   SnsDestination={"TopicArn": _PLACE.format("sns", "events")})  # fmt: skip
        self.known["EventDestinationName"] = ["topic"]
        made = self._make("CreateProtectConfiguration", "ProtectConfigurationId",
                          "ProtectConfigurationArn>ResourceArn")  # fmt: skip
        key = made["ProtectConfigurationId"]
        self._make("PutProtectConfigurationRuleSetNumberOverride", Action="BLOCK",
                   ProtectConfigurationId=key, DestinationPhoneNumber="+12065550143")  # fmt: skip
        self._make("AssociateProtectConfiguration", ConfigurationSetName="shop",
                   ProtectConfigurationId=key)  # fmt: skip

    def _paperwork(self) -> None:
        for kind in ("US_TOLL_FREE_REGISTRATION", "US_TEN_DLC_CAMPAIGN_REGISTRATION"):
            self.known.setdefault("RegistrationType", []).append(kind)
            made = self._make("CreateRegistration", "RegistrationId>ResourceId",
                              "RegistrationArn>ResourceArn", RegistrationType=kind)  # fmt: skip
        form = ask(self.emulator, "DescribeRegistrationFieldDefinitions",
                   RegistrationType=made["RegistrationType"])  # fmt: skip
        fields = form["RegistrationFieldDefinitions"]
        self.known["FieldPath"] = [one["FieldPath"] for one in fields]
        self.known["FieldPath"] += ["companyInfo.companyName", "messagingUseCase.optInImage"]
        self.known["SectionPath"] = ["companyInfo", "campaignInfo"]
        self.known["VersionNumber"] = [1]
        self._make("CreateRegistrationAttachment", "RegistrationAttachmentId",
                   "RegistrationAttachmentArn>ResourceArn",
                   AttachmentBody="iVBORw0KGgo=")  # fmt: skip
        self._make("CreateVerifiedDestinationNumber", "VerifiedDestinationNumberId",
                   "VerifiedDestinationNumberArn>ResourceArn",
                   DestinationPhoneNumber=RECIPIENT)  # fmt: skip

    def _notify(self) -> None:
        template = "notify-code-verification-english-001"
        self._make("CreateNotifyConfiguration", "NotifyConfigurationId",
                   "NotifyConfigurationArn>ResourceArn", DisplayName="Shop",
                   UseCase="CODE_VERIFICATION", EnabledChannels=["SMS", "VOICE"],
                   DefaultTemplateId=template)  # fmt: skip
        self.known["TemplateId"] = self.known["DefaultTemplateId"] = [template]
        self.known["TemplateVariables"] = [{"code": "4711"}]
        self.emulator.advance(5)

    def _tokens(self) -> None:
        for name in ("DescribePhoneNumbers", "DescribeNotifyTemplates", "ListNotifyCountries"):
            self._make(name, "NextToken")
        for name, values in list(self.known.items()):
            self.known[f"{name}s"] = [[value] for value in values]


def must_be_modelled(name: str, answer: Answer) -> str:
    """Fail unless a 200 decodes without surprise, or the error is one that AWS models; which."""
    operation = operations.by_name(name)
    assert answer.headers["x-amzn-requestid"]
    if answer.status == 200:
        _, noted = decode_json(operation.result, answer.body)
        assert noted == []
        return "result"
    body: dict[str, Any] = json.loads(answer.body)
    code = body.pop("__type").removeprefix("com.amazonaws.pinpointsmsvoicev2#")
    assert answer.status == 400
    assert code in operation.errors
    assert body["Message"]
    error: Any = service().shape_for(code)
    assert set(body) <= set(error.members)
    if code in REASONS:
        assert REASONS[code](body["Reason"]).is_known
    if "ResourceType" in body:
        assert ResourceType(body["ResourceType"]).is_known
    for field in body.get("Fields", ()):
        assert set(field) == {"Name", "Message"}
        assert all(isinstance(text, str) and text for text in field.values())
        member: str = field["Name"].rpartition(".")[2]
        assert f"{member[:1].lower()}{member[1:]}" in body["Message"].partition(' Fields="')[2]
    return str(code)

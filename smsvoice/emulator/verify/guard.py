"""The guard before a real account: only harmless requests pass, whatever a probe asks for.

Reads pass. Changes pass where they name what a run itself has made. A send passes as a dry run to
a number that no person has. Nothing else passes: no request for a number, nothing that holds for
the whole account, nothing that AWS charges for.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from botocore import xform_name
from botocore.exceptions import BotoCoreError, ClientError

from smsvoice.emulator.verify.numbers import HARMLESS

PREFIX = "smsvoice-verify-"
"""What the names of all that a run makes begin with."""
TAG = "smsvoice-verify"
"""The tag of what has no name of its own."""

READS = frozenset(
    (
        "DescribeAccountAttributes",
        "DescribeConfigurationSets",
        "DescribeNotifyTemplates",
        "DescribeOptOutLists",
        "DescribeOptedOutNumbers",
        "DescribePhoneNumbers",
        "DescribePools",
        "DescribeProtectConfigurations",
        "DescribeRegistrationAttachments",
        "DescribeRegistrationFieldDefinitions",
        "DescribeRegistrationTypeDefinitions",
        "DescribeRegistrations",
        "DescribeSenderIds",
        "GetResourcePolicy",
        "ListTagsForResource",
    )
)
"""Operations that change nothing and cost nothing."""

_LIST, _SET = ("OptOutListName",), ("ConfigurationSetName",)
_PROTECT, _REGISTRATION = ("ProtectConfigurationId",), ("RegistrationId",)
_ATTACHMENT, _ARN = ("RegistrationAttachmentId",), ("ResourceArn",)
CHANGES: Mapping[str, tuple[str, ...]] = {
    "CreateOptOutList": _LIST,
    "DeleteOptOutList": _LIST,
    "PutOptedOutNumber": _LIST,
    "DeleteOptedOutNumber": _LIST,
    "CreateConfigurationSet": _SET,
    "DeleteConfigurationSet": _SET,
    "SetDefaultSenderId": _SET,
    "DeleteDefaultSenderId": _SET,
    "DeleteDefaultMessageType": _SET,
    "CreateEventDestination": _SET,
    "UpdateEventDestination": _SET,
    "DeleteProtectConfiguration": _PROTECT,
    "UpdateProtectConfigurationCountryRuleSet": _PROTECT,
    "PutProtectConfigurationRuleSetNumberOverride": _PROTECT,
    "DeleteRegistration": _REGISTRATION,
    "PutRegistrationFieldValue": _REGISTRATION,
    "DeleteRegistrationFieldValue": _REGISTRATION,
    "DeleteRegistrationAttachment": _ATTACHMENT,
    "TagResource": _ARN,
    "PutResourcePolicy": _ARN,
    "DeleteResourcePolicy": _ARN,
}
"""Operations that change something, with the members that must name something of this run."""
TAGGED = frozenset(
    ("CreateProtectConfiguration", "CreateRegistration", "CreateRegistrationAttachment")
)
"""Operations that make something without a name; it must carry the tag."""
NUMBERS = ("DestinationPhoneNumber", "OptedOutNumber")
TARGETS = ("CloudWatchLogsDestination", "KinesisFirehoseDestination", "SnsDestination")
SERVER_FAULT = 500
"""The least status of an answer that is a fault of the service."""


class Making(NamedTuple):
    """How AWS names what an operation makes, and how it is removed."""

    member: str
    arn: str
    remove: str


MAKES: Mapping[str, Making] = {
    "CreateOptOutList": Making("OptOutListName", "OptOutListArn", "DeleteOptOutList"),
    "CreateConfigurationSet": Making(
        "ConfigurationSetName", "ConfigurationSetArn", "DeleteConfigurationSet"
    ),
    "CreateProtectConfiguration": Making(
        "ProtectConfigurationId", "ProtectConfigurationArn", "DeleteProtectConfiguration"
    ),
    "CreateRegistration": Making("RegistrationId", "RegistrationArn", "DeleteRegistration"),
    "CreateRegistrationAttachment": Making(
        "RegistrationAttachmentId", "RegistrationAttachmentArn", "DeleteRegistrationAttachment"
    ),
}


class GuardError(Exception):
    """A request was about to leave that could do harm, cost something, or reach a person."""


class Guard:
    """A client that passes harmless requests on, and knows what they have made."""

    def __init__(self, client: Any, run: str, topic: str | None = None) -> None:
        """Guard a client of the service.

        Args:
            client: of boto3.
            run: names the run that its creations belong to.
            topic: the only target that an event destination may have.
        """
        self._client = client
        self._topic = topic
        self.run: str = run
        self.prefix: str = f"{PREFIX}{run}-"
        self.absent_sender: str = f"SV{run.upper()[:9]}"
        """A sender ID that no account has: it carries the run's random name."""
        self.made: list[tuple[str, Making]] = []
        """What was made and not yet removed, by name or id, oldest first."""
        self.in_doubt: bool = False
        """Whether something may have been made whose answer never arrived."""
        self._own: set[str] = set()

    def call(
        self, operation: str, members: Mapping[str, Any], unknown: bytes = b""
    ) -> dict[str, Any]:
        """The answer to a request.

        Args:
            operation: AWS's name of it.
            members: of the request, by AWS's names.
            unknown: a member that the service does not know, as it stands in JSON.

        Raises:
            GuardError: the request is not harmless.
            ClientError: it was refused.
            BotoCoreError: nothing, or nothing that can be read, came back.
        """
        if (why := self._objection(operation, members)) is not None:
            raise GuardError(f"{operation}: {why}")
        making = MAKES.get(operation)
        try:
            answer = self._sent(operation, members, unknown)
        except (BotoCoreError, ClientError) as failure:
            refused = isinstance(failure, ClientError) and status_of(failure) < SERVER_FAULT
            self.in_doubt = self.in_doubt or (making is not None and not refused)
            raise
        if making is not None:
            self._note(making, answer)
        else:
            self.forget(operation, members)
        return answer

    def forget(self, operation: str, members: Mapping[str, Any]) -> None:
        """Count what an operation removes as gone; others change nothing here."""
        self.made = [
            (name, making)
            for name, making in self.made
            if (making.remove, name) != (operation, members.get(making.member))
        ]

    def adopt(self, name: str, making: Making) -> None:
        """Count something as made here, e.g. by an earlier run, so that it may be removed."""
        self._own.add(name)
        self.made = [*(one for one in self.made if one != (name, making)), (name, making)]

    def _sent(self, operation: str, members: Mapping[str, Any], unknown: bytes) -> dict[str, Any]:
        name = f"before-call.*.{operation}"
        events = self._client.meta.events

        def add(params: dict[str, Any], **_: Any) -> None:
            params["body"] = params["body"].rstrip()[:-1] + b", " + unknown + b"}"

        if unknown:
            events.register(name, add)
        try:
            answer: dict[str, Any] = getattr(self._client, xform_name(operation))(**members)
        finally:
            if unknown:
                events.unregister(name, add)
        answer.pop("ResponseMetadata", None)
        return answer

    def _note(self, making: Making, answer: Mapping[str, Any]) -> None:
        if making.member not in answer:
            self.in_doubt = True
            return
        self._own.add(str(answer.get(making.arn)))
        self.adopt(str(answer[making.member]), making)

    def _objection(self, operation: str, members: Mapping[str, Any]) -> str | None:
        """Why a request may not leave; None where it may."""
        if operation in READS:
            return None
        if any(members[name] not in HARMLESS for name in NUMBERS if name in members):
            return "the number may be a person's"
        rule = _RULES.get(operation)
        if rule is not None:
            return rule(self, members)
        if operation not in CHANGES:
            return "is not among the harmless operations"
        named = [str(members[name]) for name in CHANGES[operation] if name in members]
        if not all(self._is_own(name) for name in named):
            return "names what this run has not made"
        return self._objection_to_target(operation, members)

    def _objection_to_target(self, operation: str, members: Mapping[str, Any]) -> str | None:
        given = {name: members[name] for name in TARGETS if name in members}
        if operation != "CreateEventDestination" or not given:
            return None
        known = given == {"SnsDestination": {"TopicArn": self._topic}}
        return None if known else "the target is not the topic that was given"

    def _is_own(self, name: str) -> bool:
        return name in self._own or name.rpartition("/")[2].startswith(self.prefix)


def status_of(refusal: ClientError) -> int:
    """The status of an answer over HTTP."""
    response: Mapping[str, Any] = refusal.response
    return int(response.get("ResponseMetadata", {}).get("HTTPStatusCode", SERVER_FAULT))


def _of_sending(_: Guard, members: Mapping[str, Any]) -> str | None:
    return None if members.get("DryRun") is True else "only a dry run is harmless"


def _of_pools(guard: Guard, members: Mapping[str, Any]) -> str | None:
    identity = str(members.get("OriginationIdentity"))
    absent = identity.rpartition("/")[2] == guard.absent_sender
    return None if absent else "the identity may exist"


def _of_untitled(_: Guard, members: Mapping[str, Any]) -> str | None:
    tagged = any(tag["Key"] == TAG for tag in members.get("Tags", ()))
    return None if tagged else f"lacks the tag {TAG}"


_RULES: Mapping[str, Callable[[Guard, Mapping[str, Any]], str | None]] = {
    "SendTextMessage": _of_sending,
    "CreatePool": _of_pools,
    **dict.fromkeys(TAGGED, _of_untitled),
}
"""What is asked of requests beside the changes of what has a name."""


def error_code(refusal: ClientError) -> str:
    """AWS's name of an error."""
    response: Any = refusal.response
    return str(response["Error"]["Code"])

"""Resource policies: who else may use a phone number, sender ID, pool or opt-out list.

A document is checked as AWS would before it leaves: JSON, at most 10,000 characters, at least one
statement, actions of `sms-voice`, and no resource but the one that it is put on.

AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/shared-resources.html
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Annotated, Any, ClassVar, Literal, Self, TypeAlias, TypeGuard, cast

from pydantic import (
    BeforeValidator,
    ConfigDict,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from smsvoice.core.constraints import ListSize, MapSize
from smsvoice.core.documents import decode_record, encode_json
from smsvoice.core.enums import RESPONSE
from smsvoice.core.errors import AnswerError, Problem, RequestError
from smsvoice.core.model import InputModel

LONGEST = 10_000
"""Characters that AWS takes as a policy."""
SHAREABLE = ("phone-number", "sender-id", "pool", "opt-out-list")
"""Kinds of ARN that a policy can be put on."""
_NAMES = {
    "actions": "Action",
    "conditions": "Condition",
    "not_actions": "NotAction",
    "not_principals": "NotPrincipal",
    "principals": "Principal",
    "resources": "Resource",
    "statements": "Statement",
}
_RESOURCE_ARN = re.compile(r"(arn:[a-z-]+:sms-voice:[a-z0-9-]+:[0-9]{12}:)([a-z-]+)/.+")
_ACTION = re.compile(r"sms-voice:[A-Za-z*?]+|\*")
_FEEDBACK = "sms-voice:PutMessageFeedback"
_NONE = "{}"
_NO_STATEMENTS = '{"Statement": []}'


def _policy_name(name: str) -> str:
    return _NAMES.get(name) or name[:1].upper() + name[1:]


def _several(value: object) -> object:
    """IAM writes one thing without a list, and a flag or number without quotes."""
    if isinstance(value, bool | int | float):
        return (json.dumps(value),)
    return (cast("object", value),) if isinstance(value, _ONE) else value


_Texts: TypeAlias = Annotated[Sequence[str], ListSize(1, None), BeforeValidator(_several)]
_PrincipalKind: TypeAlias = Literal["AWS", "Service", "Federated", "CanonicalUser"]
_Principals: TypeAlias = Literal["*"] | Annotated[Mapping[_PrincipalKind, _Texts], MapSize(1, None)]


class _PolicyModel(InputModel):
    """What IAM writes: names in the singular on the wire, in the plural here."""

    model_config: ClassVar[ConfigDict] = ConfigDict(alias_generator=_policy_name)


class PolicyStatement(_PolicyModel):
    """One rule: these principals may, or may not, take these actions on the resource."""

    effect: Literal["Allow", "Deny"]
    """Allow or Deny; Deny wins over Allow."""
    principals: _Principals | None = None
    """Who is meant: "*" is all accounts, {"AWS": ["arn:aws:iam::111122223333:root"]} an account."""
    not_principals: _Principals | None = None
    """Everybody but these, in place of `principals`."""
    actions: _Texts | None = None
    """What is meant, e.g. ["sms-voice:SendTextMessage"]; * and ? stand for more."""
    not_actions: _Texts | None = None
    """Everything but these, in place of `actions`."""
    resources: _Texts | None = None
    """ARN of the thing that the policy is put on; filled in when it is put."""
    conditions: Mapping[str, Mapping[str, _Texts]] | None = None
    """When the rule counts: values by key by test, e.g. {"Bool": {"aws:ViaAWSService": "true"}}."""
    sid: str | None = None
    """A name for the rule."""

    @model_validator(mode="after")
    def _fits(self, info: ValidationInfo) -> Self:
        if info.context is RESPONSE:
            return self
        if (self.principals is None) == (self.not_principals is None):
            raise ValueError("give exactly one of principals and not_principals")
        if (self.actions is None) == (self.not_actions is None):
            raise ValueError("give exactly one of actions and not_actions")
        if not all(_ACTION.fullmatch(action) for action in self.actions or self.not_actions or ()):
            raise ValueError("actions must be of sms-voice, e.g. sms-voice:SendTextMessage")
        return self


class PolicyDocument(_PolicyModel):
    """All rules about one resource."""

    statements: Annotated[Sequence[PolicyStatement], ListSize(0, None), BeforeValidator(_several)]
    """The rules, at least one; none where AWS has no policy."""
    version: Literal["2012-10-17", "2008-10-17"] = "2012-10-17"
    """Version of IAM's policy language."""
    id: str | None = None
    """A name for the policy."""

    @field_validator("statements")
    @classmethod
    def _not_empty(
        cls, statements: Sequence[PolicyStatement], info: ValidationInfo
    ) -> Sequence[PolicyStatement]:
        if not statements and info.context is not RESPONSE:
            raise ValueError("must have at least 1 item; `policy.delete` ends a policy")
        return statements

    def to_json(self) -> str:
        """The document as AWS takes it."""
        return encode_json(self).decode()


_ONE = (str, Mapping, PolicyStatement)


def policy_for(resource_arn: str, policy: PolicyDocument | Mapping[str, Any] | str) -> str:
    """The JSON text of a policy that AWS would take for a resource.

    Args:
        resource_arn: what the policy is put on; statements that name no resource get this one.
        policy: a document, the dict of one, or its JSON text.

    Raises:
        RequestError: it is no JSON object, breaks a rule, is too long, or is about something else.
    """
    arn = _RESOURCE_ARN.fullmatch(resource_arn)
    if arn is None or arn[2] not in SHAREABLE:
        rule = f"must be the ARN of a {', '.join(SHAREABLE[:-1])} or {SHAREABLE[-1]}"
        raise RequestError("PutResourcePolicy", (Problem("resource_arn", rule),))
    document = _document(policy)
    problems = tuple(_about_others(document, resource_arn, arn[1]))
    if problems:
        raise RequestError("PutResourcePolicy", problems)
    filled = tuple(
        statement
        if statement.resources
        else statement.model_copy(update={"resources": (resource_arn,)})
        for statement in document.statements
    )
    text = document.model_copy(update={"statements": filled}).to_json()
    if len(text) > LONGEST:
        raise RequestError("PutResourcePolicy", (_TOO_LONG,))
    return text


def read_policy(operation: str, text: str | None) -> PolicyDocument:
    """A policy as AWS answers it; what this version does not know in it is kept.

    AWS answers with an empty object where it has none; the document then has no statements.

    Raises:
        AnswerError: it is no policy.
    """
    document = _NO_STATEMENTS if text == _NONE else text or ""
    try:
        return decode_record(PolicyDocument, document.encode())
    except ValidationError:
        raise AnswerError(operation, ("a policy that is none",)) from None


_TOO_LONG = Problem("policy", f"must have at most {LONGEST} characters as JSON")


def _document(policy: PolicyDocument | Mapping[str, Any] | str) -> PolicyDocument:
    if isinstance(policy, PolicyDocument):
        return policy
    members: object = policy
    if isinstance(policy, str):
        if len(policy) > LONGEST:
            raise RequestError("PutResourcePolicy", (_TOO_LONG,))
        try:
            members = json.loads(policy)
        except (ValueError, RecursionError):
            members = None
    if not _is_map(members):
        wrong = Problem("policy", "must be a PolicyDocument, the dict of one, or its JSON text")
        raise RequestError("PutResourcePolicy", (wrong,))
    return PolicyDocument(**{str(name): one for name, one in members.items()})


def _is_map(value: object) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(value, Mapping)


def _about_others(document: PolicyDocument, resource_arn: str, root: str) -> Iterator[Problem]:
    """Resources that are not the one that the policy is put on.

    Feedback is an action on messages, so a statement about it may name messages of the account.
    """
    for number, statement in enumerate(document.statements):
        actions = statement.actions or ()
        feedback = any(fnmatchcase(_FEEDBACK, action) for action in actions)
        for one in statement.resources or ():
            if fnmatchcase(resource_arn, one) or (feedback and one.startswith(f"{root}message/")):
                continue
            yield Problem(
                f"statements[{number}].resources", "must name only what the policy is put on"
            )

"""Resource policies: what other accounts may do with a resource.

They are kept and answered as they were given. For a resource without one, the answer has an empty
object for a policy, as AWS answers. The emulator holds one account at a time, so nothing is shared.
AWS guide: https://docs.aws.amazon.com/sms-voice/latest/userguide/shared-resources.html
"""

import json
from datetime import datetime

from smsvoice.core.model import OutputModel
from smsvoice.emulator.engine.context import Call
from smsvoice.emulator.engine.service_errors import invalid, not_found
from smsvoice.emulator.engine.store import TableOf
from smsvoice.models.reasons import ResourceType, ValidationExceptionReason

SHAREABLE = frozenset(
    (
        ResourceType.OPT_OUT_LIST,
        ResourceType.PHONE_NUMBER,
        ResourceType.POOL,
        ResourceType.SENDER_ID,
    )
)
"""The kinds of resource that take a policy."""


NO_POLICY = "{}"
"""The answer for a resource without a policy."""


class KeptPolicy(OutputModel):
    """A policy as its owner wrote it."""

    resource_arn: str
    policy: str
    created_timestamp: datetime


kept_policies: TableOf[KeptPolicy] = TableOf("policies", KeptPolicy)
"""Resource policies, by ARN."""


def put_policy(call: Call, arn: str, policy: str) -> KeptPolicy:
    """Keep a resource's policy; one that replaces another keeps its time, which is inferred."""
    _must_parse(policy)
    before = kept_policies(call).get(arn)
    created = before.created_timestamp if before is not None else call.now
    kept = KeptPolicy(resource_arn=arn, policy=policy, created_timestamp=created)
    return kept_policies(call).put(arn, kept)


def policy_of(call: Call, arn: str) -> KeptPolicy | None:
    """A resource's policy, if it has one."""
    return kept_policies(call).get(arn)


def delete_policy(call: Call, arn: str) -> KeptPolicy:
    """Take a resource's policy away, or the refusal that it has none."""
    found = policy_of(call, arn)
    if found is None:
        raise not_found(ResourceType.POLICY, arn)
    drop_policy(call, arn)
    return found


def drop_policy(call: Call, arn: str) -> None:
    """Forget a resource's policy, if it has one."""
    kept_policies(call).drop(arn)


def _must_parse(policy: str) -> None:
    try:
        document: object = json.loads(policy)
    except (ValueError, RecursionError):  # the latter for brackets in brackets by the thousand
        document = None
    if not isinstance(document, dict):
        reason = ValidationExceptionReason.CANNOT_PARSE
        raise invalid(reason, "Policy", "is no JSON object")

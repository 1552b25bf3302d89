"""A policy that allows certain operations, each on the types of resources that AWS limits it to.

AWS: https://docs.aws.amazon.com/service-authorization/latest/reference/list_pinpoint-sms-voice-v2.html
"""

import re
from typing import Any, Final

from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.names import nearest, same
from smsvoice.core.operation import snake
from smsvoice.operations import names
from smsvoice.operations.permissions import RESOURCES

_PREFIX: Final = "sms-voice"
_ANY: Final = ("*",)
_PARTS: Final = {
    "region": (r"[a-z]{2}(-[a-z]+)+-[0-9]|\*", "must be a region, e.g. us-east-1, or *"),
    "account": (r"[0-9]{12}|\*", "must be an account's 12 digits, or *"),
    "partition": (r"aws[a-z-]*", "must be a partition, e.g. aws or aws-us-gov"),
}


def policy(
    *operations: str, region: str = "*", account: str = "*", partition: str = "aws"
) -> dict[str, Any]:
    """An identity policy that allows these operations and nothing else.

    An operation that AWS does not limit to resources, or that may be called without naming one,
    such as a listing, is allowed on all of them.

    Args:
        operations: AWS's names or those of `sms.api`: "SendTextMessage", "send_text_message" or
            "sms-voice:SendTextMessage".
        region: where; all regions otherwise.
        account: the account's 12 digits; all otherwise, of which IAM means one's own and shared.
        partition: aws, aws-cn or aws-us-gov.

    Returns:
        The policy as IAM writes it, for `json.dumps`.

    Raises:
        RequestError: there is no such operation, none is given, or an argument is of another form.
    """
    given = {"region": region, "account": account, "partition": partition}
    problems = [
        Problem(name, _PARTS[name][1])
        for name, value in given.items()
        if re.fullmatch(_PARTS[name][0], value) is None
    ]
    if not operations:
        problems.append(Problem("operations", "must be at least one"))
    if problems:
        raise RequestError("policy", problems)
    root = f"arn:{partition}:{_PREFIX}:{region}:{account}"
    by_resources: dict[tuple[str, ...], list[str]] = {}
    for name in sorted({operation_named(one) for one in operations}):
        by_resources.setdefault(_resources(name, root), []).append(f"{_PREFIX}:{name}")
    statements = [
        {"Effect": "Allow", "Action": actions, "Resource": list(resources)}
        for resources, actions in sorted(by_resources.items())
    ]
    return {"Version": "2012-10-17", "Statement": statements}


def operation_named(name: str) -> str:
    """AWS's name of an operation, by that, by its method's name or by its action.

    Raises:
        RequestError: there is no such operation; the problem names the nearest.
    """
    plain = name.removeprefix(f"{_PREFIX}:")
    found = same(plain, names())
    if found is None:
        hint = nearest(plain, names()) or "; docs/operations.md lists them"
        raise RequestError("policy", (Problem("operations", f"there is no {plain}{hint}"),))
    return found


def _resources(operation: str, root: str) -> tuple[str, ...]:
    """The ARNs of all that a call can name; `*` where a call may name nothing."""
    kinds = RESOURCES[operation]
    if not kinds.needs and not kinds.one_of:
        return _ANY
    every = sorted({*kinds.needs, *kinds.one_of, *kinds.may_name})
    return tuple(f"{root}:{snake(kind).replace('_', '-')}/*" for kind in every)

"""Emits `docs/operations.md`: every operation with its method, verb, effect and IAM action."""

from pathlib import Path

from codegen.emit.source import REFERENCE, words
from codegen.plan import Plan, attribute
from codegen.verb_table import Verb, verb_table

PAGE = Path("docs/operations.md")
_HEAD = """# Operations

<!-- Written by `python -m codegen`. Change codegen/ or its tables, not this file. -->

Every operation of the service: the method that carries AWS's name, the one verb of our objects
that runs it, whether it answers in pages, what repeating it does, and how AWS may refuse it beyond
AccessDenied, InternalServer, Throttling and Validation, which can come from all of them.

*Reads* change nothing and are repeated freely. *Repeatable* calls leave the same state the second
time. *Once* calls are repeated only when they provably never left; see [sends](sends.md).

A verb of a class in the plural is a collection's: `Pools.create` is `sms.pools.create`. One of a
class in the singular is an object's: `Pool.delete` is `delete` of what `sms.pools.get` gives back.

What IAM asks of each stands in [Permissions](#permissions).
"""
_PERMISSIONS = """
## Permissions

The action of each operation in an IAM policy, and the types of resources that a policy can limit it
to, of AWS's [Service Authorization Reference][authorization]. A call needs the action on one
resource of each type in **bold**, on one of those in *italics*, and on the others where it names
one. An action without types, or with none but the last kind, is allowed by `"Resource": "*"`.
[`smsvoice iam`](command-line.md#iam) writes the policy.

[authorization]: https://docs.aws.amazon.com/service-authorization/latest/reference/list_pinpoint-sms-voice-v2.html

| action | resource types |
|---|---|
"""
_EFFECTS = {"READS": "reads", "REPEATABLE": "repeatable", "ONCE": "**once**"}
_ERRORS = {
    "ConflictException": "Conflict",
    "ResourceNotFoundException": "ResourceNotFound",
    "ServiceQuotaExceededException": "ServiceQuotaExceeded",
}


def page(plan: Plan) -> str:
    """The whole page."""
    reached = verb_table(plan)
    groups = "\n".join(_group(plan, group, reached) for group in plan.operation_groups)
    return f"{_HEAD}\n{groups}{_permissions(plan)}"


def _permissions(plan: Plan) -> str:
    """The table of actions and resource types, and what could not be confirmed."""
    names = sorted(plan.service.operations)
    noted = [name for name in names if "note" in plan.permission(name)]
    rows = "".join(
        f"| `sms-voice:{name}`{' (note)' if name in noted else ''} | {_types(plan, name)} |\n"
        for name in names
    )
    notes = "".join(f"- `{name}`: {plan.permission(name)['note']}.\n" for name in noted)
    head = "Notes, on what AWS's pages do not settle or has to be known:"
    return f"{_PERMISSIONS}{rows}\n{head}\n\n{notes}"


def _types(plan: Plan, name: str) -> str:
    entry = plan.permission(name)
    marks = (("needs", "**"), ("one_of", "*"), ("may_name", ""))
    return ", ".join(f"{mark}{kind}{mark}" for key, mark in marks for kind in entry.get(key, ()))


def _group(plan: Plan, group: str, reached: dict[str, set[Verb]]) -> str:
    rows = "".join(_row(plan, name, reached[name]) for name in plan.group_operations(group))
    return (
        f"## {words(group).capitalize()}\n\n"
        f"[Arguments, answers, models](reference/{group.replace('_', '-')}.md)\n\n"
        "| AWS | `sms.api` | verb | pages | repeating | may refuse with |\n"
        f"|---|---|---|---|---|---|\n{rows}"
    )


def _row(plan: Plan, name: str, ways: set[Verb]) -> str:
    operation = plan.service.operations[name]
    special = [_ERRORS[error] for error in operation.errors if error in _ERRORS]
    cells = (
        f"[{name}]({REFERENCE.format(name)})",
        f"`{attribute(name)}`",
        ", ".join(f"`{verb}`" for verb in sorted(ways)) or "none",
        "yes" if operation.paging else "",
        _EFFECTS[plan.effect(name)],
        ", ".join(special),
    )
    return f"| {' | '.join(cells)} |\n"

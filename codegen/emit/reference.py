"""Emits `docs/operations.md`: every operation with its method, verb, pages, effect and refusals."""

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
    return f"{_HEAD}\n{groups}"


def _group(plan: Plan, group: str, reached: dict[str, set[Verb]]) -> str:
    rows = "".join(_row(plan, name, reached[name]) for name in plan.group_operations(group))
    return (
        f"## {words(group).capitalize()}\n\n"
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

"""Emits what `smsvoice.iam` reads: resource types of each action, and the map of our objects."""

from codegen.emit.source import BANNER, docstring, lines
from codegen.object_map import ObjectMap
from codegen.plan import Plan

_DOC = """What IAM asks of each operation: the types of resources that limit its action.

AWS: https://docs.aws.amazon.com/service-authorization/latest/reference/list_pinpoint-sms-voice-v2.html"""
_CLASS = '''
class Resources(NamedTuple):
    """The types of resources of an action, as AWS names them; none where it takes only `*`."""

    needs: tuple[str, ...] = ()
    """A call names one of each."""
    one_of: tuple[str, ...] = ()
    """A call names one of them."""
    may_name: tuple[str, ...] = ()
    """A call can name these."""
'''


def permissions(plan: Plan) -> str:
    """The resource types of each action."""
    names = sorted(plan.service.operations)
    rows = lines((f'"{name}": Resources({_types(plan, name)})' for name in names), 4)
    notes = lines((f'"{name}"' for name in names if "note" in plan.permission(name)), 4)
    return (
        f"{docstring(_DOC, 0)}\n{BANNER}\n\nfrom typing import NamedTuple\n\n{_CLASS}\n\n"
        f"RESOURCES: dict[str, Resources] = {{\n{rows}}}\n\n"
        f"UNCONFIRMED = frozenset((\n{notes}))\n"
        '"""Operations about which docs/operations.md has a note: the pages of AWS differ."""\n'
    )


def _types(plan: Plan, name: str) -> str:
    entry = plan.permission(name)
    kinds = ("needs", "one_of", "may_name")
    return ", ".join(f"{kind}={tuple(entry[kind])!r}" for kind in kinds if kind in entry)


def objects(plan: Plan) -> str:
    """Which verb of our objects runs which operations, and what it gives."""
    found = ObjectMap(plan)
    tables = (
        ("COLLECTIONS", "str", found.collections, "The class of each collection of a client."),
        ("VERBS", "tuple[str, ...]", found.verbs, "The operations that each verb runs."),
        ("GIVES", "str", found.gives, "The class of what a verb or property gives, or lists."),
    )
    body = "".join(
        f"\n{name}: dict[str, {kind}] = {{\n"
        + lines((f'"{key}": {value!r}' for key, value in table.items()), 4)
        + f'}}\n"""{doc}"""\n'
        for name, kind, table, doc in tables
    )
    return f'"""Our objects by name: collections, verbs, and what they give."""\n\n{BANNER}\n{body}'

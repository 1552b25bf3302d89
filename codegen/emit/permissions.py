"""Emits what `smsvoice.iam` reads: the resource types of each action, and the map of our objects."""

from codegen.emit.source import BANNER, lines
from codegen.object_map import ObjectMap
from codegen.plan import Plan


def permissions(plan: Plan) -> str:
    """The resource types of each action."""
    rows = lines(
        (f'"{name}": Resources({_types(plan, name)})' for name in sorted(plan.service.operations)),
        4,
    )
    notes = lines(
        (
            f'"{n}": "{t}"'
            for n in sorted(plan.service.operations)
            if (t := plan.permission(n).get("note"))
        ),
        4,
    )
    return (
        '"""What IAM asks of each operation: the types of resources that its action can be limited to.\n\n'
        "AWS: https://docs.aws.amazon.com/service-authorization/latest/reference/list_pinpoint-sms-voice-v2.html\n"
        f'"""\n\n{BANNER}\n\nfrom typing import NamedTuple\n\n\n'
        "class Resources(NamedTuple):\n"
        '    """The types of resources of an action, as AWS names them; none where it takes only `*`."""\n\n'
        '    needs: tuple[str, ...] = ()\n    """A call names one of each."""\n'
        '    one_of: tuple[str, ...] = ()\n    """A call names one of them."""\n'
        '    may_name: tuple[str, ...] = ()\n    """A call can name these."""\n\n\n'
        f"RESOURCES: dict[str, Resources] = {{\n{rows}}}\n\n"
        f"NOTES: dict[str, str] = {{\n{notes}}}\n"
        '"""What AWS\'s own pages do not settle, or has to be known, by operation."""\n'
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
    return (
        f'"""Our objects by name: collections, verbs, and what they give."""\n\n{BANNER}\n'
        + "".join(
            f"\n{name}: dict[str, {kind}] = {{\n"
            + lines((f'"{key}": {value!r}' for key, value in table.items()), 4)
            + f'}}\n"""{doc}"""\n'
            for name, kind, table, doc in tables
        )
    )

"""Which verb of our objects runs which operation, by the table of sends and the source."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from codegen.plan import Plan, attribute

OBJECTS = Path(__file__).resolve().parent.parent / "smsvoice" / "aio" / "resources"
DERIVED = frozenset(("get", "refresh", "put_all"))
"""Verbs that stand on another: they look up one of what `list` lists, or put many at once."""


@dataclass(frozen=True, slots=True, order=True)
class Verb:
    """A public method of one of our objects."""

    owner: str
    name: str

    def __str__(self) -> str:
        """As the sync flavour writes it: `Pool.update`."""
        return f"{self.owner}.{self.name}"


def verb_table(plan: Plan, objects: Path = OBJECTS) -> dict[str, set[Verb]]:
    """For each operation, the verbs that run it."""
    methods = {attribute(name): name for name in plan.service.operations}
    found: dict[str, set[Verb]] = {name: set() for name in plan.service.operations}
    for operation, verb in [*_of_sends(plan), *_of_objects(objects, methods)]:
        found[operation].add(verb)
    return {name: _without_derived(verbs) for name, verbs in found.items()}


def _of_sends(plan: Plan) -> Iterator[tuple[str, Verb]]:
    """The verbs that take all members, and those that only one kind of handle has.

    A verb that several kinds of handles share is one of the former with a member filled in.
    """
    for table in plan.tables.sends.values():
        for name, entry in table["verbs"].items():
            if "from_handle" not in entry or "owner" in table:
                yield entry["operation"], Verb(table.get("owner", table["class"]), name)


def _of_objects(objects: Path, methods: dict[str, str]) -> Iterator[tuple[str, Verb]]:
    for path in sorted(objects.glob("*.py")):
        for owner in ast.parse(path.read_text()).body:
            if isinstance(owner, ast.ClassDef):
                for method, reached in _reached(owner, methods):
                    verb = Verb(owner.name.removeprefix("Async"), method)
                    yield from ((operation, verb) for operation in reached)


def _without_derived(verbs: set[Verb]) -> set[Verb]:
    own = {verb for verb in verbs if verb.name not in DERIVED}
    return own or verbs


def _reached(owner: ast.ClassDef, methods: dict[str, str]) -> Iterator[tuple[str, set[str]]]:
    functions = {
        node.name: node
        for node in owner.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    direct = {name: set(_operations_in(node, methods)) for name, node in functions.items()}
    for name, node in functions.items():
        if not name.startswith("_"):
            private = {one for one in _own_calls(node) if one.startswith("_") and one in direct}
            yield name, direct[name].union(*(direct[one] for one in private))


def _operations_in(node: ast.AST, methods: dict[str, str]) -> Iterator[str]:
    for part in ast.walk(node):
        if not isinstance(part, ast.Attribute):
            continue
        inside = part.value
        by_api = (isinstance(inside, ast.Attribute) and inside.attr == "api") or (
            isinstance(inside, ast.Name) and inside.id == "api"
        )
        constant = part.attr.lower()
        if by_api and part.attr in methods:
            yield methods[part.attr]
        elif part.attr.isupper() and constant in methods:
            yield methods[constant]


def _own_calls(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        match part:
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                yield name
            case _:
                pass

"""The service model and the tables, joined: the group, the words and the rules of each thing."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from codegen.read import EnumShape, ListShape, MapShape, Member, Plain, Service, Structure, parts
from smsvoice.core.model import aws_name
from smsvoice.core.operation import snake

TABLES = Path(__file__).parent / "tables"
SHARED_GROUPS = ("common", "reasons")

Named = Structure | Plain | ListShape | MapShape


class TableError(Exception):
    """A table lacks an entry; the message is the line to add."""


@dataclass(frozen=True)
class Tables:
    """The human decisions of `codegen/tables`."""

    groups: Mapping[str, Mapping[str, list[str]]]
    operations: Mapping[str, Mapping[str, Any]]
    shapes: Mapping[str, str]
    members: Mapping[str, str]
    overrides: Mapping[str, Mapping[str, str]]
    sensitive: Mapping[str, Any]
    effects: Mapping[str, Mapping[str, str]]
    patterns: Mapping[str, Mapping[str, str]]
    since: Mapping[str, Any]
    must_have: Mapping[str, Mapping[str, str]]
    permissions: Mapping[str, Mapping[str, Any]]
    sends: Mapping[str, Mapping[str, Any]]


def tables(folder: Path = TABLES) -> Tables:
    """Read all tables."""

    def load(name: str) -> dict[str, Any]:
        return tomllib.loads((folder / name).read_text())

    members = load("prose/members.toml")
    return Tables(
        groups=load("groups.toml"),
        operations=load("prose/operations.toml"),
        shapes=load("prose/shapes.toml"),
        members=members["defaults"],
        overrides=members["overrides"],
        sensitive=load("sensitive.toml"),
        effects=load("effects.toml"),
        patterns=load("patterns.toml"),
        since=load("since.toml"),
        must_have=load("must_have.toml"),
        permissions=load("permissions.toml"),
        sends=load("sends.toml"),
    )


@dataclass(frozen=True)
class Plan:
    """The service with the tables: what the emitters ask."""

    service: Service
    tables: Tables

    @cached_property
    def groups(self) -> list[str]:
        """All groups, sorted."""
        return sorted(self.tables.groups)

    @cached_property
    def operation_groups(self) -> list[str]:
        """The groups that have operations."""
        return [group for group in self.groups if group not in SHARED_GROUPS]

    @cached_property
    def group_of_operation(self) -> dict[str, str]:
        """Each operation's group."""
        return self._placed("operations", self.service.operations)

    @cached_property
    def group_of(self) -> dict[str, str]:
        """The group of each structure, each enum and each shape with limits."""
        bound: dict[str, str] = {}
        for operation in self.service.operations.values():
            group = self.group_of_operation[operation.name]
            bound[operation.request] = bound[operation.result] = group
        free = [
            shape.name
            for shape in self.service.shapes.values()
            if isinstance(shape, Structure | EnumShape) and shape.name not in bound
        ]
        return bound | self._placed("shapes", free) | self._groups_of_constrained(bound)

    def _placed(self, kind: str, names: Iterable[str]) -> dict[str, str]:
        table = {
            name: group
            for group, content in self.tables.groups.items()
            for name in content.get(kind, ())
        }
        for name in names:
            if name not in table:
                raise TableError(f'codegen/tables/groups.toml: add "{name}" to a group\'s {kind}')
        return {name: table[name] for name in names}

    def _groups_of_constrained(self, bound: Mapping[str, str]) -> dict[str, str]:
        """The group that uses a shape with limits, or `common` when several do."""
        users: dict[str, set[str]] = defaultdict(set)
        homes = dict(bound) | self._placed("shapes", self._nested_structures(bound))
        for structure in self.service.structures():
            if structure.name not in self.service.input_shapes:
                continue
            waiting = [member.shape for member in structure.members]
            while waiting:
                name = waiting.pop()
                shape = self.service.shapes[name]
                if self.is_constrained(name):
                    users[name].add(homes[structure.name])
                if isinstance(shape, ListShape | MapShape):
                    waiting += parts(shape)
        return {
            name: next(iter(groups)) if len(groups) == 1 else "common"
            for name, groups in users.items()
        }

    def _nested_structures(self, bound: Mapping[str, str]) -> list[str]:
        return [s.name for s in self.service.structures() if s.name not in bound]

    def is_constrained(self, name: str) -> bool:
        """Whether requests give this shape a name of its own, because it has limits."""
        shape = self.service.shapes[name]
        match shape:
            case ListShape() | MapShape():
                return name in self.service.input_shapes
            case Plain():
                limits = (shape.minimum, shape.maximum, shape.pattern)
                return name in self.service.input_shapes and any(
                    limit is not None for limit in limits
                )
            case _:
                return False

    def is_pairs(self, shape: ListShape) -> bool:
        """Whether a list holds keys with values, as tags do, so that a mapping can be given."""
        item = self.service.shapes[shape.item]
        return isinstance(item, Structure) and {m.name for m in item.members} == {"Key", "Value"}

    def has_listed_keys(self, shape: MapShape) -> bool:
        """Whether AWS lists the keys of a map."""
        return isinstance(self.service.shapes[shape.key], EnumShape)

    def is_nested_input(self, structure: Structure) -> bool:
        """Whether callers write a structure as a part of a request."""
        requests = {operation.request for operation in self.service.operations.values()}
        return structure.name in self.service.input_shapes - requests

    def group_shapes(self, group: str) -> list[Named]:
        """A group's limited shapes and structures, each after what it is made of."""
        here = [
            shape
            for name, shape in self.service.shapes.items()
            if self.group_of.get(name) == group
            and not isinstance(shape, EnumShape)
            and not (isinstance(shape, Structure) and shape.is_error)
        ]
        plain = sorted((s for s in here if isinstance(s, Plain)), key=lambda s: s.name)
        return [*plain, *_by_need([s for s in here if not isinstance(s, Plain)], self.service)]

    def group_enums(self, group: str) -> list[EnumShape]:
        """A group's enums, sorted."""
        here = [e for e in self.service.enums() if self.group_of.get(e.name) == group]
        return sorted(here, key=lambda enum: enum.name)

    def group_operations(self, group: str) -> list[str]:
        """A group's operations, sorted."""
        return sorted(n for n, r in self.group_of_operation.items() if r == group)

    def member_doc(self, structure: str, member: str) -> str:
        """The sentence that describes a member."""
        own = self.tables.overrides.get(structure, {}).get(member)
        text = own or self.tables.members.get(member)
        if text is None:
            raise TableError(f'codegen/tables/prose/members.toml, [defaults]: add {member} = "..."')
        return text

    def shape_doc(self, name: str) -> str:
        """The sentence that describes a structure or enum."""
        if name not in self.tables.shapes:
            raise TableError(f'codegen/tables/prose/shapes.toml: add {name} = "..."')
        return self.tables.shapes[name]

    def operation_doc(self, name: str) -> Mapping[str, Any]:
        """What an operation does, returns and refuses."""
        if name not in self.tables.operations:
            raise TableError(
                f"codegen/tables/prose/operations.toml: add [{name}] with summary and returns"
            )
        return self.tables.operations[name]

    def effect(self, name: str) -> str:
        """What repeating an operation does: ONCE for a new write that the table lacks."""
        entry = self.tables.effects.get(name)
        if entry is not None:
            return entry["effect"]
        return "READS" if name.startswith(("Describe", "List", "Get")) else "ONCE"

    def must_have(self, name: str) -> str | None:
        """The member without which an answer is unusable: a message's id, a page's list, an id.

        None for an operation whose answer holds nothing that AWS always gives.
        """
        entry = self.tables.must_have.get(name)
        if entry is not None:
            return entry["member"] or None
        operation = self.service.operations[name]
        if operation.paging is not None:
            return operation.paging.items
        result = self.service.shapes[operation.result]
        assert isinstance(result, Structure)
        members = [member.name for member in result.members]
        thing = re.sub(r"^[A-Z][a-z]+", "", name)
        for wanted in ("MessageId", f"{thing}Id", f"{thing}Name"):
            if wanted in members:
                return wanted
        for member in members:
            if member.endswith(("Id", "Name")):
                return member
        if members:
            raise TableError(
                f'codegen/tables/must_have.toml: add [{name}] with member = "..." and a reason'
            )
        return None

    def is_promised(self, shape: str, member: str) -> bool:
        """Whether a member is in every answer that a caller gets: without it, a call fails."""
        return any(
            operation.result == shape and self.must_have(name) == member
            for name, operation in self.service.operations.items()
        )

    def permission(self, name: str) -> Mapping[str, Any]:
        """The resource types that IAM can limit an operation to."""
        if name not in self.tables.permissions:
            raise TableError(
                f"codegen/tables/permissions.toml: add [{name}] with needs, one_of and may_name, "
                "of AWS's Service Authorization Reference"
            )
        return self.tables.permissions[name]

    def is_sensitive(self, structure: str, member: str) -> bool:
        """Whether a member's value must never be printed."""
        table = self.tables.sensitive
        if member in table["except_in"].get(structure, ()):
            return False
        return member in table["members"] or member in table["only_in"].get(structure, ())

    def pattern(self, pattern: str) -> str:
        """A pattern as pydantic-core can run it."""
        entry = self.tables.patterns.get(pattern)
        if entry is None and ("(?!" in pattern or "(?<" in pattern or "(?=" in pattern):
            raise TableError(
                f"codegen/tables/patterns.toml: translate '{pattern}' without look-around"
            )
        return entry["pydantic_pattern"] if entry else pattern


def attribute(member: str) -> str:
    """A member's name in Python."""
    return snake(member)


def alias(member: Member) -> str | None:
    """AWS's name where it cannot be derived from ours."""
    return None if aws_name(attribute(member.name)) == member.name else member.name


def _by_need(shapes: list[Named], service: Service) -> list[Named]:
    here = {shape.name: shape for shape in shapes}
    done: dict[str, Named] = {}

    def visit(name: str) -> None:
        if name in done:
            return
        for part in parts(service.shapes[name]):
            visit(part)
        if name in here:
            done[name] = here[name]

    for name in sorted(here):
        visit(name)
    return list(done.values())

"""The service model and the tables, joined: what stands in which room, and what it says."""

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
SHARED_ROOMS = ("common", "reasons")

Named = Structure | Plain | ListShape | MapShape


class TableError(Exception):
    """A table lacks an entry; the message is the line to add."""


@dataclass(frozen=True)
class Tables:
    """The human decisions, as they stand in `codegen/tables`."""

    rooms: Mapping[str, Mapping[str, list[str]]]
    operations: Mapping[str, Mapping[str, Any]]
    shapes: Mapping[str, str]
    members: Mapping[str, str]
    overrides: Mapping[str, Mapping[str, str]]
    sensitive: Mapping[str, Any]
    effects: Mapping[str, Mapping[str, str]]
    patterns: Mapping[str, Mapping[str, str]]
    since: Mapping[str, Any]
    must_have: Mapping[str, Mapping[str, str]]


def tables(folder: Path = TABLES) -> Tables:
    """Read all tables."""

    def load(name: str) -> dict[str, Any]:
        return tomllib.loads((folder / name).read_text())

    members = load("prose/members.toml")
    return Tables(
        rooms=load("rooms.toml"),
        operations=load("prose/operations.toml"),
        shapes=load("prose/shapes.toml"),
        members=members["defaults"],
        overrides=members["overrides"],
        sensitive=load("sensitive.toml"),
        effects=load("effects.toml"),
        patterns=load("patterns.toml"),
        since=load("since.toml"),
        must_have=load("must_have.toml"),
    )


@dataclass(frozen=True)
class Plan:
    """Where everything goes."""

    service: Service
    tables: Tables

    @cached_property
    def rooms(self) -> list[str]:
        """All rooms, sorted."""
        return sorted(self.tables.rooms)

    @cached_property
    def operation_rooms(self) -> list[str]:
        """The rooms that have operations."""
        return [room for room in self.rooms if room not in SHARED_ROOMS]

    @cached_property
    def room_of_operation(self) -> dict[str, str]:
        """Each operation's room."""
        return self._placed("operations", self.service.operations)

    @cached_property
    def room_of(self) -> dict[str, str]:
        """The room of each structure, enum and rule-carrying shape."""
        bound: dict[str, str] = {}
        for operation in self.service.operations.values():
            room = self.room_of_operation[operation.name]
            bound[operation.request] = bound[operation.result] = room
        free = [
            shape.name
            for shape in self.service.shapes.values()
            if isinstance(shape, Structure | EnumShape) and shape.name not in bound
        ]
        return bound | self._placed("shapes", free) | self._rooms_of_rules(bound)

    def _placed(self, kind: str, names: Iterable[str]) -> dict[str, str]:
        table = {
            name: room
            for room, content in self.tables.rooms.items()
            for name in content.get(kind, ())
        }
        for name in names:
            if name not in table:
                raise TableError(f'codegen/tables/rooms.toml: add "{name}" to a room\'s {kind}')
        return {name: table[name] for name in names}

    def _rooms_of_rules(self, bound: Mapping[str, str]) -> dict[str, str]:
        """Shapes with rules live in the room that uses them, or in `common` when several do."""
        users: dict[str, set[str]] = defaultdict(set)
        homes = dict(bound) | self._placed("shapes", self._nested_structures(bound))
        for structure in self.service.structures():
            if structure.name not in self.service.taken:
                continue
            waiting = [member.shape for member in structure.members]
            while waiting:
                name = waiting.pop()
                shape = self.service.shapes[name]
                if self.has_rules(name):
                    users[name].add(homes[structure.name])
                if isinstance(shape, ListShape | MapShape):
                    waiting += parts(shape)
        return {
            name: next(iter(rooms)) if len(rooms) == 1 else "common"
            for name, rooms in users.items()
        }

    def _nested_structures(self, bound: Mapping[str, str]) -> list[str]:
        return [s.name for s in self.service.structures() if s.name not in bound]

    def has_rules(self, name: str) -> bool:
        """Whether requests give this shape a name of its own, because it has rules."""
        shape = self.service.shapes[name]
        match shape:
            case ListShape() | MapShape():
                return name in self.service.taken
            case Plain():
                limits = (shape.least, shape.most, shape.pattern)
                return name in self.service.taken and any(limit is not None for limit in limits)
            case _:
                return False

    def is_pairs(self, shape: ListShape) -> bool:
        """Whether a list holds keys with values, as tags are, so that a mapping says the same."""
        item = self.service.shapes[shape.item]
        return isinstance(item, Structure) and {m.name for m in item.members} == {"Key", "Value"}

    def has_listed_keys(self, shape: MapShape) -> bool:
        """Whether AWS lists the keys of a map."""
        return isinstance(self.service.shapes[shape.key], EnumShape)

    def is_nested_input(self, structure: Structure) -> bool:
        """Whether callers write a structure as a part of a request."""
        requests = {operation.request for operation in self.service.operations.values()}
        return structure.name in self.service.taken - requests

    def room_shapes(self, room: str) -> list[Named]:
        """A room's rules and structures, each after what it is made of."""
        here = [
            shape
            for name, shape in self.service.shapes.items()
            if self.room_of.get(name) == room
            and not isinstance(shape, EnumShape)
            and not (isinstance(shape, Structure) and shape.is_error)
        ]
        plain = sorted((s for s in here if isinstance(s, Plain)), key=lambda s: s.name)
        return [*plain, *_by_need([s for s in here if not isinstance(s, Plain)], self.service)]

    def room_enums(self, room: str) -> list[EnumShape]:
        """A room's enums, sorted."""
        here = [e for e in self.service.enums() if self.room_of.get(e.name) == room]
        return sorted(here, key=lambda enum: enum.name)

    def room_operations(self, room: str) -> list[str]:
        """A room's operations, sorted."""
        return sorted(n for n, r in self.room_of_operation.items() if r == room)

    def says(self, structure: str, member: str) -> str:
        """What a member is, in our words."""
        own = self.tables.overrides.get(structure, {}).get(member)
        text = own or self.tables.members.get(member)
        if text is None:
            raise TableError(f'codegen/tables/prose/members.toml, [defaults]: add {member} = "..."')
        return text

    def shape_says(self, name: str) -> str:
        """What a structure or enum is, in our words."""
        if name not in self.tables.shapes:
            raise TableError(f'codegen/tables/prose/shapes.toml: add {name} = "..."')
        return self.tables.shapes[name]

    def operation_says(self, name: str) -> Mapping[str, Any]:
        """What an operation does, gives and refuses, in our words."""
        if name not in self.tables.operations:
            raise TableError(
                f"codegen/tables/prose/operations.toml: add [{name}] with says and returns"
            )
        return self.tables.operations[name]

    def effect(self, name: str) -> str:
        """What repeating an operation does: a new write is ONCE until the table says otherwise."""
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

    def is_sensitive(self, structure: str, member: str) -> bool:
        """Whether a member's value must never be printed."""
        table = self.tables.sensitive
        if member in table["not_in"].get(structure, ()):
            return False
        return member in table["members"] or member in table["in"].get(structure, ())

    def pattern(self, pattern: str) -> str:
        """A pattern as pydantic-core can run it."""
        entry = self.tables.patterns.get(pattern)
        if entry is None and ("(?!" in pattern or "(?<" in pattern or "(?=" in pattern):
            raise TableError(
                f"codegen/tables/patterns.toml: translate '{pattern}' without look-around"
            )
        return entry["runs_as"] if entry else pattern


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

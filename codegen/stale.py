"""Lines of the tables that nothing uses: a table describes the service, and nothing else."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from codegen.emit.methods import ERRORS
from codegen.plan import SHARED_GROUPS, Plan, TableError
from codegen.read import EnumShape, OperationShape, Plain, Structure

_OPERATION_KEYS = frozenset(("summary", "returns", "raises"))
_VERB_KEYS = frozenset(
    (
        "operation",
        "from_handle",
        "positional",
        "required",
        "summary",
        "returns",
        "members",
        "converted",
        "raises",
    )
)
_SEND_KEYS = frozenset(("class", "owner", "base", "module_doc", "doc", "verbs"))


def stale_lines(plan: Plan) -> list[str]:
    """What to remove from the tables, a line each, sorted."""
    return sorted(
        {
            *_groups(plan),
            *_operations(plan),
            *_shapes(plan),
            *_members(plan),
            *_sensitive(plan),
            *_effects(plan),
            *_must_have(plan),
            *_patterns(plan),
            *_permissions(plan),
            *_since(plan),
            *_sends(plan),
        }
    )


def _remove(table: str, lines: Iterable[str]) -> Iterator[str]:
    return (f"codegen/tables/{table}.toml: remove {line}" for line in lines)


def _described(plan: Plan) -> list[Structure]:
    """The structures that become models; errors become the classes of `smsvoice/errors.py`."""
    return [structure for structure in plan.service.structures() if not structure.is_error]


def _member_names(plan: Plan) -> dict[str, set[str]]:
    return {s.name: {member.name for member in s.members} for s in _described(plan)}


def _placed_shapes(plan: Plan) -> set[str]:
    """The shapes that a table places: all with a name of their own but requests and results."""
    operations = plan.service.operations.values()
    bound = {name for one in operations for name in (one.request, one.result)}
    return {
        shape.name
        for shape in plan.service.shapes.values()
        if isinstance(shape, Structure | EnumShape) and shape.name not in bound
    }


def _groups(plan: Plan) -> Iterator[str]:
    known = {"operations": set(plan.service.operations), "shapes": _placed_shapes(plan)}
    placed: Counter[str] = Counter()
    for group, content in plan.tables.groups.items():
        wanted = ("shapes",) if group in SHARED_GROUPS else ("operations", "shapes")
        yield from _remove("groups", (f"{k} of [{group}]" for k in set(content) - set(wanted)))
        if not any(content.values()):
            yield from _remove("groups", [f"[{group}]"])
        for kind in wanted:
            names = content.get(kind, [])
            placed.update(names)
            unknown = (f'"{n}" from {kind} of [{group}]' for n in set(names) - known[kind])
            yield from _remove("groups", unknown)
    twice = (f'"{name}" from one of its places' for name, times in placed.items() if times > 1)
    yield from _remove("groups", twice)


def _operations(plan: Plan) -> Iterator[str]:
    for name, entry in plan.tables.operations.items():
        operation = plan.service.operations.get(name)
        if operation is None:
            yield from _remove("prose/operations", [f"[{name}]"])
            continue
        unused = {*(set(entry) - _OPERATION_KEYS), *_unused_errors(operation, entry)}
        yield from _remove("prose/operations", (f"{key} of [{name}]" for key in unused))


def _unused_errors(operation: OperationShape, entry: Mapping[str, Any]) -> set[str]:
    return set(entry.get("raises", {})) - (set(operation.errors) & set(ERRORS))


def _shapes(plan: Plan) -> Iterator[str]:
    errors = {s.name for s in plan.service.structures() if s.is_error}
    return _remove("prose/shapes", set(plan.tables.shapes) - (_placed_shapes(plan) - errors))


def _members(plan: Plan) -> Iterator[str]:
    members = _member_names(plan)
    overrides = plan.tables.overrides
    used = {
        member
        for structure, names in members.items()
        for member in names
        if member not in overrides.get(structure, {})
    }
    yield from _remove(
        "prose/members", (f"{m} of [defaults]" for m in set(plan.tables.members) - used)
    )
    for structure, names in overrides.items():
        unknown = set(names) - members.get(structure, set())
        yield from _remove("prose/members", (f"{m} of [overrides.{structure}]" for m in unknown))
        if not names:
            yield from _remove("prose/members", [f"[overrides.{structure}]"])


def _sensitive(plan: Plan) -> Iterator[str]:
    members = _member_names(plan)
    table = plan.tables.sensitive
    everywhere = set(table["members"])
    unknown = everywhere - set().union(*members.values())
    yield from _remove("sensitive", (f"{member} of members" for member in unknown))
    yield from _remove("sensitive", _unused_in("only_in", table, members, set(), everywhere))
    yield from _remove("sensitive", _unused_in("except_in", table, members, everywhere, None))
    known = {"members", "only_in", "except_in"}
    yield from _remove("sensitive", (f"[{key}]" for key in set(table) - known))


def _unused_in(
    part: str,
    table: Mapping[str, Any],
    members: Mapping[str, set[str]],
    needed: Collection[str],
    redundant: Collection[str] | None,
) -> Iterator[str]:
    """Lines for members that are not there, or that change nothing."""
    for structure, names in table[part].items():
        for member in names:
            is_there = member in members.get(structure, ())
            changes = member in needed if redundant is None else member not in redundant
            if not (is_there and changes):
                yield f"{member} of {structure} in [{part}]"


def _effects(plan: Plan) -> Iterator[str]:
    return _remove(
        "effects", (f"[{n}]" for n in set(plan.tables.effects) - set(plan.service.operations))
    )


def _must_have(plan: Plan) -> Iterator[str]:
    by_rule = replace(plan, tables=replace(plan.tables, must_have={}))
    for name, entry in plan.tables.must_have.items():
        if name in plan.service.operations:
            try:
                is_needed = by_rule.must_have(name) != (entry["member"] or None)
            except TableError:
                is_needed = True
            if is_needed:
                continue
        yield from _remove("must_have", [f"[{name}]"])


def _patterns(plan: Plan) -> Iterator[str]:
    used = {
        shape.pattern
        for name, shape in plan.service.shapes.items()
        if isinstance(shape, Plain) and plan.is_constrained(name)
    }
    return _remove("patterns", (f"['{pattern}']" for pattern in set(plan.tables.patterns) - used))


def _permissions(plan: Plan) -> Iterator[str]:
    for name, entry in plan.tables.permissions.items():
        if name not in plan.service.operations:
            yield from _remove("permissions", [f"[{name}]"])
        unused = set(entry) - {"needs", "one_of", "may_name", "note"}
        yield from _remove("permissions", (f"{key} of [{name}]" for key in unused))


def _since(plan: Plan) -> Iterator[str]:
    members = {f"{s}.{member}" for s, names in _member_names(plan).items() for member in names}
    known = {"operations": set(plan.service.operations), "members": members}
    table = plan.tables.since
    for part, names in known.items():
        yield from _remove("since", (f'"{n}" of [{part}]' for n in set(table[part]) - names))
    yield from _remove("since", set(table) - {"floor", *known})


def _sends(plan: Plan) -> Iterator[str]:
    for group, table in plan.tables.sends.items():
        yield from _remove("sends", (f"{key} of [{group}]" for key in set(table) - _SEND_KEYS))
        for verb, entry in table["verbs"].items():
            unused = (f"{key} of [{group}.verbs.{verb}]" for key in _unused_of_verb(plan, entry))
            yield from _remove("sends", unused)


def _unused_of_verb(plan: Plan, entry: Mapping[str, Any]) -> Iterator[str]:
    yield from set(entry) - _VERB_KEYS
    operation = plan.service.operations.get(entry["operation"])
    if operation is None:
        yield f"operation {entry['operation']}"
        return
    request = plan.service.shapes[operation.request]
    assert isinstance(request, Structure)
    members = {member.name: member.required for member in request.members}
    named = {entry["positional"], *entry.get("members", ())}
    named |= {entry["from_handle"]} if "from_handle" in entry else set()
    yield from named - set(members)
    yield from (f"required {name}" for name in entry.get("required", ()) if members.get(name, True))
    yield from _unused_errors(operation, entry)

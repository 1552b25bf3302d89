"""Emits what type checkers let callers write where a model, a map or bytes are due."""

from collections.abc import Callable

from codegen.emit.source import docstring
from codegen.plan import Plan, attribute
from codegen.read import EnumShape, ListShape, MapShape, Member, Plain, Structure

PYTHON = {
    "string": "str",
    "integer": "int",
    "long": "int",
    "double": "float",
    "float": "float",
    "boolean": "bool",
    "blob": "bytes | bytearray",
    "timestamp": "datetime",
}
"""The type of an argument of a plain kind."""

Named = Callable[[str], str]
"""How a module writes the name of a shape, or of what may be given for one."""


def argument(plan: Plan, name: str, named: Named) -> str:
    """The type of an argument of a shape."""
    shape = plan.service.shapes[name]
    match shape:
        case Structure() | EnumShape():
            return named(f"{name}Argument")
        case ListShape():
            if plan.is_pairs(shape):
                return named(f"{name}Argument")
            item = argument(plan, shape.item, named)
            return f"Sequence[{item}]"
        case MapShape():
            if plan.has_listed_keys(shape):
                return named(f"{name}Argument")
            key, value = (argument(plan, part, named) for part in (shape.key, shape.value))
            return f"Mapping[{key}, {value}]"
        case Plain():
            return PYTHON[shape.kind]


def widened(plan: Plan, name: str) -> bool:
    """Whether callers may write more than the model of a shape holds."""
    shape = plan.service.shapes[name]
    match shape:
        case Structure():
            return True
        case ListShape():
            return widened(plan, shape.item)
        case MapShape():
            return plan.has_listed_keys(shape) or widened(plan, shape.value)
        case Plain():
            return shape.kind == "blob"
        case EnumShape():
            return False


def of_pairs(shape: ListShape, named: Named) -> str:
    """What may be given for a list of keys with values."""
    kinds = " | ".join(named(one.format(shape.item)) for one in ("{}", "{}Dict", "Aws{}Dict"))
    return f"{shape.name}Argument = Sequence[{kinds}] | Mapping[str, str]\n" + docstring(
        f'A {shape.name}, or a mapping that says the same: {{"team": "shop"}}.', 0
    )


def of_map(plan: Plan, shape: MapShape, named: Named) -> str:
    """What may be given for a map whose keys AWS lists: a mapping's keys are invariant."""
    key, value = (argument(plan, part, named) for part in (shape.key, shape.value))
    return f"{shape.name}Argument = Mapping[{key}, {value}] | Mapping[str, {value}]\n" + docstring(
        f"A {shape.name} with keys that AWS lists, or any mapping of text.", 0
    )


def of_structure(plan: Plan, structure: Structure, named: Named) -> str:
    """What may be given for a structure: its model, or a dict with the same members."""
    name = structure.name
    text = f"class {name}Dict(TypedDict):\n" + docstring(f"A {name} as a plain dict.")
    for member in structure.members:
        kind = argument(plan, member.shape, named)
        kind = kind if member.required else f"NotRequired[{kind} | None]"
        text += f"    {attribute(member.name)}: {kind}\n"
    if {member.name for member in structure.members} == {"Key", "Value"}:
        text += f"\n\nclass Aws{name}Dict(TypedDict):\n"
        text += docstring(f"A {name} as a plain dict in AWS's words.")
        text += "".join(
            f"    {member.name}: {argument(plan, member.shape, named)}\n"
            for member in structure.members
        )
    return f"{text}\n\n{name}Argument = {name} | {name}Dict\n" + docstring(
        f"A {name}, or a dict with its members.", 0
    )


def constructor(plan: Plan, structure: Structure, named: Named) -> str:
    """What type checkers believe of a model's constructor; Pydantic's own tells less."""
    if not any(widened(plan, member.shape) for member in structure.members):
        return ""
    parameters = "".join(
        f"            {_parameter(plan, member, named)},\n"
        for member in sorted(structure.members, key=lambda member: not member.required)
    )
    return (
        "\n    if TYPE_CHECKING:\n\n        def __init__(\n            self,\n            *,\n"
        f"{parameters}        ) -> None: ...\n"
    )


def _parameter(plan: Plan, member: Member, named: Named) -> str:
    kind = argument(plan, member.shape, named)
    default = "" if member.required else " | None = None"
    return f"{attribute(member.name)}: {kind}{default}"

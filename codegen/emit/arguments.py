"""Emits what type checkers let callers write where a model, a map or bytes are due."""

from collections.abc import Callable

from codegen.emit.source import PYTHON, docstring
from codegen.plan import Plan, attribute
from codegen.read import EnumShape, ListShape, MapShape, Member, Plain, Structure

Named = Callable[[str], str]
"""How a module writes the name of a shape, or of what may be given for one."""
Need = Callable[[str, str], str]
"""Imports a name into the module, and gives it back."""


def argument(plan: Plan, name: str, named: Named, need: Need) -> str:
    """The type of an argument of a shape."""
    shape = plan.service.shapes[name]
    match shape:
        case Structure() | EnumShape():
            return named(f"{name}Argument")
        case ListShape():
            if plan.is_pairs(shape):
                return named(f"{name}Argument")
            item = argument(plan, shape.item, named, need)
            return f"{need('collections.abc', 'Sequence')}[{item}]"
        case MapShape():
            if plan.has_listed_keys(shape):
                return named(f"{name}Argument")
            key, value = (argument(plan, part, named, need) for part in (shape.key, shape.value))
            return f"{need('collections.abc', 'Mapping')}[{key}, {value}]"
        case Plain():
            return _plain(shape, need)


def _plain(shape: Plain, need: Need) -> str:
    kind = PYTHON[shape.kind]
    if kind == "datetime":
        return need("datetime", kind)
    return "bytes | bytearray" if kind == "bytes" else kind


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


def of_pairs(shape: ListShape, named: Named, need: Need) -> str:
    """What may be given for a list of keys with values."""
    kinds = " | ".join(named(one.format(shape.item)) for one in ("{}", "{}Dict", "Aws{}Dict"))
    sequence, mapping = need("collections.abc", "Sequence"), need("collections.abc", "Mapping")
    return f"{shape.name}Argument = {sequence}[{kinds}] | {mapping}[str, str]\n" + docstring(
        f'A {shape.name}, or a mapping of the same content: {{"team": "shop"}}.', 0
    )


def of_map(plan: Plan, shape: MapShape, named: Named, need: Need) -> str:
    """What may be given for a map whose keys AWS lists: a mapping's keys are invariant."""
    key, value = (argument(plan, part, named, need) for part in (shape.key, shape.value))
    mapping = need("collections.abc", "Mapping")
    kinds = f"{mapping}[{key}, {value}] | {mapping}[str, {value}]"
    return f"{shape.name}Argument = {kinds}\n" + docstring(
        f"A {shape.name} with keys that AWS lists, or any mapping of text.", 0
    )


def of_structure(plan: Plan, structure: Structure, named: Named, need: Need) -> str:
    """What may be given for a structure: its model, or a dict with the same members."""
    name, typed_dict = structure.name, need("typing", "TypedDict")
    text = f"class {name}Dict({typed_dict}):\n" + docstring(f"A {name} as a plain dict.")
    for member in structure.members:
        kind = argument(plan, member.shape, named, need)
        if not member.required:
            kind = f"{need('typing', 'NotRequired')}[{kind} | None]"
        text += f"    {attribute(member.name)}: {kind}\n"
    if {member.name for member in structure.members} == {"Key", "Value"}:
        text += f"\n\nclass Aws{name}Dict({typed_dict}):\n"
        text += docstring(f"A {name} as a plain dict in AWS's words.")
        text += "".join(
            f"    {member.name}: {argument(plan, member.shape, named, need)}\n"
            for member in structure.members
        )
    return f"{text}\n\n{name}Argument = {name} | {name}Dict\n" + docstring(
        f"A {name}, or a dict with its members.", 0
    )


def constructor(plan: Plan, structure: Structure, named: Named, need: Need) -> str:
    """What type checkers believe of a model's constructor; Pydantic's own signature is narrower."""
    if not any(widened(plan, member.shape) for member in structure.members):
        return ""
    parameters = "".join(
        f"            {_parameter(plan, member, named, need)},\n"
        for member in sorted(structure.members, key=lambda member: not member.required)
    )
    guard = need("typing", "TYPE_CHECKING")
    return (
        f"\n    if {guard}:\n\n        def __init__(\n            self,\n            *,\n"
        f"{parameters}        ) -> None: ...\n"
    )


def _parameter(plan: Plan, member: Member, named: Named, need: Need) -> str:
    kind = argument(plan, member.shape, named, need)
    default = "" if member.required else " | None = None"
    return f"{attribute(member.name)}: {kind}{default}"

"""Emits `smsvoice/models`: enums, rules, and structures, each after what it is made of."""

from collections.abc import Sequence

from codegen.emit import arguments
from codegen.emit.source import BANNER, constant, docstring, lazy_package, spoken
from codegen.plan import Plan, alias, attribute
from codegen.read import EnumShape, ListShape, MapShape, Member, Plain, Structure

_PYTHON = {
    "string": "str",
    "integer": "int",
    "long": "int",
    "double": "float",
    "float": "float",
    "boolean": "bool",
    "blob": "bytes",
    "timestamp": "datetime",
}


_METADATA = """
    if TYPE_CHECKING:  # editors show what a class says itself before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
"""


def package(plan: Plan) -> str:
    """The package itself."""
    return lazy_package(
        "What AWS takes and tells, one module a room: `from smsvoice.models import pools`.",
        plan.rooms,
    ).replace("smsvoice.PACKAGE", "smsvoice.models")


class RoomModels:
    """One room's module."""

    def __init__(self, plan: Plan, room: str) -> None:
        """Emit the models of one room."""
        self.plan = plan
        self.room = room
        self.imports: dict[str, set[str]] = {}

    def source(self) -> str:
        """The module's source."""
        body = [self.enum(enum) for enum in self.plan.room_enums(self.room)]
        for shape in self.plan.room_shapes(self.room):
            body.append(self.structure(shape) if isinstance(shape, Structure) else self.rule(shape))
            body.append(self.argument(shape))
        lines = "\n".join(
            f"from {module} import {', '.join(sorted(names))}"
            for module, names in sorted(self.imports.items())
        )
        doc = f'"""Models of {spoken(self.room)}: what AWS takes and tells."""'
        return f"{doc}\n\n{BANNER}\n\n{lines}\n\n\n" + "\n".join(body)

    def need(self, module: str, name: str) -> str:
        """Import a name and give it back."""
        self.imports.setdefault(module, set()).add(name)
        return name

    def named(self, name: str) -> str:
        """A name that the plan put into some room, imported where that is another one."""
        shape = name.removesuffix("Dict").removesuffix("Argument").removeprefix("Aws")
        home = self.plan.room_of[shape]
        return name if home == self.room else self.need(f"smsvoice.models.{home}", name)

    def enum(self, enum: EnumShape) -> str:
        """An open enum, and what an argument of its kind may be."""
        self.need("smsvoice.core.enums", "OpenEnum")
        text = f"class {enum.name}(OpenEnum):\n{docstring(self.plan.shape_says(enum.name))}\n"
        text += "".join(f'    {constant(value)} = "{value}"\n' for value in enum.values)
        if enum.name not in self.plan.service.taken:
            return text
        self.need("typing", "Annotated")
        self.need("typing", "Literal")
        self.need("smsvoice.core.constraints", "ListedEnum")
        values = ", ".join(f'"{value}"' for value in enum.values)
        return (
            text
            + (
                f"\n\n{enum.name}Argument = Annotated[\n    {enum.name} | Literal[{values}], "
                f"ListedEnum({enum.name})\n]\n"
            )
            + docstring(f"A {enum.name} as AWS lists it; a newer value as `{enum.name}(...)`.", 0)
        )

    def argument(self, shape: Structure | Plain | ListShape | MapShape) -> str:
        """What callers may write for a shape, where that is more than the shape itself."""
        match shape:
            case Structure() if self.plan.is_nested_input(shape):
                text = arguments.of_structure(self.plan, shape, self.named)
            case ListShape() if self.plan.is_pairs(shape):
                text = arguments.of_pairs(shape, self.named)
            case MapShape() if self.plan.has_listed_keys(shape):
                text = arguments.of_map(self.plan, shape, self.named)
            case _:
                return ""
        self.need_words(text)
        return text

    def need_words(self, text: str) -> None:
        """Import what a piece of source uses of the standard library."""
        for word in ("TYPE_CHECKING", "NotRequired", "TypedDict"):
            if word in text:
                self.need("typing", word)
        for word in ("Mapping", "Sequence"):
            if f"{word}[" in text:
                self.need("collections.abc", word)
        if ": datetime" in text:
            self.need("datetime", "datetime")

    def rule(self, shape: Plain | ListShape | MapShape) -> str:
        """A shape with rules, under AWS's name."""
        self.need("typing", "Annotated")
        limits: Sequence[float | int | None]
        match shape:
            case ListShape():
                self.need("collections.abc", "Sequence")
                rule = "KeyValueList" if self.plan.is_pairs(shape) else "ListSize"
                base = f"Sequence[{self.taken(shape.item)}]"
                limits = [shape.least, shape.most]
            case MapShape():
                self.need("collections.abc", "Mapping")
                base = f"Mapping[{self.taken(shape.key)}, {self.taken(shape.value)}]"
                rule, limits = "MapSize", [shape.least, shape.most]
            case _:
                base = self.python(shape)
                rule = {"str": "Text", "bytes": "Blob"}.get(base, "Number")
                limits = [_whole(shape.least), _whole(shape.most)]
        self.need("smsvoice.core.constraints", rule)
        arguments = [repr(limit) for limit in limits]
        if isinstance(shape, Plain) and shape.pattern is not None:
            arguments.append(f'r"{self.plan.pattern(shape.pattern)}"')
        while arguments and arguments[-1] == "None":
            arguments.pop()
        return f"{shape.name} = Annotated[{base}, {rule}({', '.join(arguments)})]\n"

    def python(self, shape: Plain) -> str:
        """The Python type of a plain shape."""
        kind = _PYTHON[shape.kind]
        return self.need("datetime", kind) if kind == "datetime" else kind

    def taken(self, name: str) -> str:
        """The type of a shape that callers write."""
        shape = self.plan.service.shapes[name]
        match shape:
            case EnumShape():
                return self.named(f"{name}Argument")
            case Structure() | ListShape() | MapShape():
                return self.named(name)
            case Plain():
                return self.named(name) if self.plan.has_rules(name) else self.unruled(shape)

    def unruled(self, shape: Plain) -> str:
        """The type of a plain shape that callers write and that has no limits."""
        kind = _PYTHON[shape.kind]
        if kind == "datetime":
            return self.need("pydantic", "AwareDatetime")
        rule = {"bool": "StrictBool", "int": "Number", "float": "Number", "str": "Text"}[kind]
        self.need("typing", "Annotated")
        return f"Annotated[{kind}, {self.need('smsvoice.core.constraints', rule)}()]"

    def told(self, name: str) -> str:
        """The type of a shape that AWS writes."""
        shape = self.plan.service.shapes[name]
        match shape:
            case ListShape():
                return f"tuple[{self.told(shape.item)}, ...]"
            case MapShape():
                self.need("collections.abc", "Mapping")
                return f"Mapping[{self.told(shape.key)}, {self.told(shape.value)}]"
            case Plain():
                return self.python(shape)
            case _:
                return self.named(name)

    def structure(self, structure: Structure) -> str:
        """A structure as a model."""
        base = self.base(structure)
        self.need("smsvoice.core.model", base)
        text = f"class {structure.name}({base}):\n{docstring(self.says(structure))}\n"
        hidden = sorted(
            attribute(m.name)
            for m in structure.members
            if self.plan.is_sensitive(structure.name, m.name)
        )
        if hidden:
            self.need("typing", "ClassVar")
            names = ", ".join(f'"{name}"' for name in hidden)
            comma = "," if len(hidden) == 1 else ""
            text += f"    _sensitive: ClassVar[frozenset[str]] = frozenset(({names}{comma}))\n\n"
        text += "".join(self.member(structure, member) for member in structure.members)
        if base == "ResultModel":
            self.need("smsvoice.core.model", "ResponseMetadata")
            self.need("typing", "TYPE_CHECKING")
            text += _METADATA
        if structure.name in self.plan.service.taken:
            typed = arguments.constructor(self.plan, structure, self.named)
            self.need_words(typed)
            text += typed
        return text

    def base(self, structure: Structure) -> str:
        """Which of the bases a structure stands on."""
        operations = self.plan.service.operations.values()
        if any(structure.name == operation.request for operation in operations):
            return "RequestModel"
        if any(structure.name == operation.result for operation in operations):
            return "ResultModel"
        if structure.is_union:
            return "UnionModel"
        taken = structure.name in self.plan.service.taken
        told = structure.name in self.plan.service.told
        return "SharedModel" if taken and told else "InputModel" if taken else "OutputModel"

    def says(self, structure: Structure) -> str:
        """What a structure is, in our words."""
        for operation in self.plan.service.operations.values():
            if structure.name == operation.request:
                return f"What {operation.name} takes."
            if structure.name == operation.result:
                return str(self.plan.operation_says(operation.name)["returns"])
        return self.plan.shape_says(structure.name)

    def member(self, structure: Structure, member: Member) -> str:
        """One member: name, type, default and what it is."""
        taken = structure.name in self.plan.service.taken
        kind = self.taken(member.shape) if taken else self.told(member.shape)
        if taken and structure.name in self.plan.service.told and self.is_text(member.shape):
            self.need("typing", "Annotated")
            kind = (
                f"Annotated[{kind}, {self.need('smsvoice.core.constraints', 'LenientInAnswers')}()]"
            )
        explicit = alias(member)
        if not member.required:
            kind = f"{kind} | None"
        if explicit is not None:
            self.need("typing", "Annotated")
            self.need("pydantic", "Field")
            kind = (
                f'Annotated[{kind}, Field(validation_alias="{explicit}", '
                f'serialization_alias="{explicit}")]'
            )
        default = "" if member.required else " = None"
        if member.is_token:
            default = f" = {self.need('pydantic', 'Field')}(default_factory=new_token)"
            self.need("smsvoice.core.model", "new_token")
        doc = docstring(self.plan.says(structure.name, member.name))
        return f"    {attribute(member.name)}: {kind}{default}\n{doc}"

    def is_text(self, name: str) -> bool:
        """Whether a shape is plain text."""
        shape = self.plan.service.shapes[name]
        return isinstance(shape, Plain) and shape.kind == "string"


def _whole(limit: float | None) -> float | int | None:
    return int(limit) if isinstance(limit, float) and limit.is_integer() else limit

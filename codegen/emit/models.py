"""Emits `smsvoice/models`: enums, limits, and structures, each after what it is made of."""

from collections.abc import Sequence

from codegen.emit import arguments
from codegen.emit.source import PYTHON, Module, constant, docstring, lazy_package, words
from codegen.plan import Plan, alias, attribute
from codegen.read import EnumShape, ListShape, MapShape, Member, Plain, Structure

_METADATA = """
    if TYPE_CHECKING:  # editors show what a class defines before what it inherits

        @property
        def response_metadata(self) -> ResponseMetadata: ...

        @property
        def notes(self) -> tuple[str, ...]: ...
"""


def package(plan: Plan) -> str:
    """The package itself."""
    return lazy_package(
        "What AWS takes and gives, one module a group: `from smsvoice.models import pools`.",
        "smsvoice.models",
        plan.groups,
    )


class GroupModels:
    """One group's module."""

    def __init__(self, plan: Plan, group: str) -> None:
        self.plan = plan
        self.group = group
        self.module = Module(f"Models of {words(group)}: what AWS takes and gives.")
        self.need = self.module.need

    def source(self) -> str:
        """The module's source."""
        body = [self.enum(enum) for enum in self.plan.group_enums(self.group)]
        for shape in self.plan.group_shapes(self.group):
            if isinstance(shape, Structure):
                body.append(self.structure(shape))
            else:
                body.append(self.constrained(shape))
            body.append(self.argument(shape))
        return self.module.source("\n" + "\n".join(body))

    def named(self, name: str) -> str:
        """A name that the plan put into some group, imported where that is another one."""
        shape = name.removesuffix("Dict").removesuffix("Argument").removeprefix("Aws")
        home = self.plan.group_of[shape]
        return name if home == self.group else self.need(f"smsvoice.models.{home}", name)

    def enum(self, enum: EnumShape) -> str:
        """An open enum, and what an argument of its kind may be."""
        self.need("smsvoice.core.enums", "OpenEnum")
        text = f"class {enum.name}(OpenEnum):\n{docstring(self.plan.shape_doc(enum.name))}\n"
        text += "".join(f'    {constant(value)} = "{value}"\n' for value in enum.values)
        if enum.name not in self.plan.service.input_shapes:
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
                return arguments.of_structure(self.plan, shape, self.named, self.need)
            case ListShape() if self.plan.is_pairs(shape):
                return arguments.of_pairs(shape, self.named, self.need)
            case MapShape() if self.plan.has_listed_keys(shape):
                return arguments.of_map(self.plan, shape, self.named, self.need)
            case _:
                return ""

    def constrained(self, shape: Plain | ListShape | MapShape) -> str:
        """A shape with limits, under AWS's name."""
        self.need("typing", "Annotated")
        limits: Sequence[float | int | None]
        match shape:
            case ListShape():
                self.need("collections.abc", "Sequence")
                rule = "KeyValueList" if self.plan.is_pairs(shape) else "ListSize"
                base = f"Sequence[{self.input_type(shape.item)}]"
                limits = [shape.minimum, shape.maximum]
            case MapShape():
                self.need("collections.abc", "Mapping")
                base = f"Mapping[{self.input_type(shape.key)}, {self.input_type(shape.value)}]"
                rule, limits = "MapSize", [shape.minimum, shape.maximum]
            case _:
                base = self.python(shape)
                rule = {"str": "Text", "bytes": "Blob"}.get(base, "Number")
                limits = [_whole(shape.minimum), _whole(shape.maximum)]
        self.need("smsvoice.core.constraints", rule)
        arguments = [repr(limit) for limit in limits]
        if isinstance(shape, Plain) and shape.pattern is not None:
            arguments.append(f'r"{self.plan.pattern(shape.pattern)}"')
        while arguments and arguments[-1] == "None":
            arguments.pop()
        return f"{shape.name} = Annotated[{base}, {rule}({', '.join(arguments)})]\n"

    def python(self, shape: Plain) -> str:
        """The Python type of a plain shape."""
        kind = PYTHON[shape.kind]
        return self.need("datetime", kind) if kind == "datetime" else kind

    def input_type(self, name: str) -> str:
        """The type of a shape that callers write."""
        shape = self.plan.service.shapes[name]
        match shape:
            case EnumShape():
                return self.named(f"{name}Argument")
            case Structure() | ListShape() | MapShape():
                return self.named(name)
            case Plain():
                return (
                    self.named(name)
                    if self.plan.is_constrained(name)
                    else self.unconstrained(shape)
                )

    def unconstrained(self, shape: Plain) -> str:
        """The type of a plain shape that callers write and that has no limits."""
        kind = PYTHON[shape.kind]
        if kind == "datetime":
            return self.need("pydantic", "AwareDatetime")
        checks = {"bool": "StrictBool", "int": "Number", "float": "Number", "str": "Text"}
        check = self.need("smsvoice.core.constraints", checks[kind])
        return f"{self.need('typing', 'Annotated')}[{kind}, {check}()]"

    def output_type(self, name: str) -> str:
        """The type of a shape that AWS writes."""
        shape = self.plan.service.shapes[name]
        match shape:
            case ListShape():
                return f"tuple[{self.output_type(shape.item)}, ...]"
            case MapShape():
                self.need("collections.abc", "Mapping")
                return f"Mapping[{self.output_type(shape.key)}, {self.output_type(shape.value)}]"
            case Plain():
                return self.python(shape)
            case _:
                return self.named(name)

    def structure(self, structure: Structure) -> str:
        """A structure as a model."""
        base = self.base(structure)
        self.need("smsvoice.core.model", base)
        text = f"class {structure.name}({base}):\n{docstring(self.doc(structure))}\n"
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
        if structure.name in self.plan.service.input_shapes:
            text += arguments.constructor(self.plan, structure, self.named, self.need)
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
        if structure.name not in self.plan.service.input_shapes:
            return "OutputModel"
        is_output = structure.name in self.plan.service.output_shapes
        return "SharedModel" if is_output else "InputModel"

    def doc(self, structure: Structure) -> str:
        """What a structure is, in our words."""
        for operation in self.plan.service.operations.values():
            if structure.name == operation.request:
                return f"What {operation.name} takes."
            if structure.name == operation.result:
                return str(self.plan.operation_doc(operation.name)["returns"])
        return self.plan.shape_doc(structure.name)

    def member(self, structure: Structure, member: Member) -> str:
        """One member: name, type, default and what it is."""
        is_input = structure.name in self.plan.service.input_shapes
        kind = self.input_type(member.shape) if is_input else self.output_type(member.shape)
        if (
            is_input
            and structure.name in self.plan.service.output_shapes
            and self.is_text(member.shape)
        ):
            self.need("typing", "Annotated")
            kind = (
                f"Annotated[{kind}, {self.need('smsvoice.core.constraints', 'LenientInAnswers')}()]"
            )
        explicit = alias(member)
        is_there = member.required or self.plan.is_promised(structure.name, member.name)
        if not is_there:
            kind = f"{kind} | None"
        if explicit is not None:
            self.need("typing", "Annotated")
            self.need("pydantic", "Field")
            kind = (
                f'Annotated[{kind}, Field(validation_alias="{explicit}", '
                f'serialization_alias="{explicit}")]'
            )
        default = "" if is_there else " = None"
        if member.is_token:
            default = f" = {self.need('pydantic', 'Field')}(default_factory=new_token)"
            self.need("smsvoice.core.model", "new_token")
        doc = docstring(self.plan.member_doc(structure.name, member.name))
        return f"    {attribute(member.name)}: {kind}{default}\n{doc}"

    def is_text(self, name: str) -> bool:
        """Whether a shape is plain text."""
        shape = self.plan.service.shapes[name]
        return isinstance(shape, Plain) and shape.kind == "string"


def _whole(limit: float | None) -> float | int | None:
    return int(limit) if isinstance(limit, float) and limit.is_integer() else limit

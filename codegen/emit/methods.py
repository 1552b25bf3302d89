"""The method that runs an operation: its parameters, its docstring and its request.

The API and the sends are emitted from this: they differ in which members callers give, and how.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from codegen.emit.arguments import argument
from codegen.emit.operations import item_type
from codegen.emit.source import REFERENCE, Module, docstring, lines
from codegen.plan import Plan, attribute
from codegen.read import Member, OperationShape, Structure

ERRORS = {
    "ConflictException": "ConflictError",
    "ResourceNotFoundException": "ResourceNotFoundError",
    "ServiceQuotaExceededException": "ServiceQuotaExceededError",
}
"""The errors that are special to some operations; the others can come from all of them."""
_UNKNOWN = "the request left and no usable answer came back; AWS may have carried it out."


@dataclass(frozen=True)
class Method:
    """A method that runs one operation, and what its table sets."""

    plan: Plan
    operation: OperationShape
    module: Module
    positional: str | None = None
    """The member that callers give first, without its name."""
    from_handle: str | None = None
    """The member that the handle's id fills."""
    required: tuple[str, ...] = ()
    """Members that AWS may go without, and this method does not."""
    summary: str | None = None
    returns: str | None = None
    members: Mapping[str, str] = field(default_factory=dict[str, str])
    """What a member means here, where the generated sentence does not fit."""
    converted: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    """Members that take one more type here, with the function that makes AWS's of it.

    `type` and `function` are names of `module`; the function takes the member and `with`.
    """
    raises: Mapping[str, str] = field(default_factory=dict[str, str])
    """When an error comes here, where the operation's sentence does not fit."""

    @property
    def result(self) -> str:
        """The type of its result."""
        models = self.module.need_package("smsvoice.models")
        return (
            f"{models}.{self.plan.group_of_operation[self.operation.name]}.{self.operation.result}"
        )

    @property
    def descriptor(self) -> str:
        """The operation's description in `smsvoice.operations`."""
        name = self.operation.name
        operations = self.module.need_package("smsvoice.operations")
        return f"{operations}.{self.plan.group_of_operation[name]}.{attribute(name).upper()}"

    @property
    def item(self) -> str:
        """The type of an item of its pages."""
        kind = item_type(self.plan, self.operation)
        return kind if kind == "str" else f"{self.module.need_package('smsvoice.models')}.{kind}"

    def given(self) -> list[Member]:
        """The members that callers give, the positional one first, then the required ones.

        Where the next page starts is the pager's business.
        """
        paging = self.operation.paging
        left_out = {self.from_handle, paging.token_in if paging else None}
        return sorted(
            (member for member in self._request.members if member.name not in left_out),
            key=lambda member: (member.name != self.positional, not self._is_required(member)),
        )

    def signature(self, name: str, result: str, *, is_async: bool) -> str:
        """The line that begins the method."""
        given = self.given()
        parameters = ["self"]
        if self.positional:
            parameters.append(self._parameter(given.pop(0)))
        keywords = [self._parameter(member) for member in given]
        if self.operation.paging is not None:
            keywords.append("starting_token: str | None = None")
        if keywords:
            parameters += ["*", *keywords]
        head = "async def" if is_async else "def"
        return f"    {head} {name}(\n{lines(parameters)}    ) -> {result}:\n"

    def mapping(self, indent: int) -> str:
        """The members of the request, by name."""
        entries = [f'"{attribute(m.name)}": {self._value(m)}' for m in self.given()]
        if self.from_handle:
            entries.append(f'"{attribute(self.from_handle)}": self.id')
        pad = " " * indent
        return f"{{\n{lines(entries, indent + 4)}{pad}}}" if entries else "{}"

    def doc(self) -> str:
        """What it does, each argument, what comes back, the special errors, and AWS's page."""
        prose = self.plan.operation_doc(self.operation.name)
        arguments = [f"{attribute(m.name)}: {self._member_doc(m)}" for m in self.given()]
        returns = self.returns or prose["returns"]
        if self.operation.paging is not None:
            arguments.append("starting_token: Where an earlier walk stopped.")
            returns = f"A pager over all pages. {returns}"
        refusals = {**prose.get("raises", {}), **self.raises}
        raises = [f"{ERRORS[error]}: {text}" for error, text in sorted(refusals.items())]
        if self.plan.effect(self.operation.name) == "ONCE":
            raises.append(f"OutcomeUnknownError: {_UNKNOWN}")
        text = (
            f"{self.summary or prose['summary']}\n"
            f"{_section('Args', arguments)}{_section('Returns', [returns])}"
            f"{_section('Raises', raises)}\nAWS: {REFERENCE.format(self.operation.name)}"
        )
        return docstring(text, 8)

    @property
    def _request(self) -> Structure:
        request = self.plan.service.shapes[self.operation.request]
        assert isinstance(request, Structure)
        return request

    def _is_required(self, member: Member) -> bool:
        return member.required or member.name in self.required

    def _member_doc(self, member: Member) -> str:
        own = self.members.get(member.name)
        return own or self.plan.member_doc(self._request.name, member.name)

    def _parameter(self, member: Member) -> str:
        def named(one: str) -> str:
            models = self.module.need_package("smsvoice.models")
            return f"{models}.{self.plan.group_of[one.removesuffix('Argument')]}.{one}"

        kind = argument(self.plan, member.shape, named, self.module.need)
        if (own := self.converted.get(member.name)) is not None:
            kind = f"{kind} | {self.module.need(own['module'], own['type'])}"
        default = "" if self._is_required(member) else " | None = None"
        return f"{attribute(member.name)}: {kind}{default}"

    def _value(self, member: Member) -> str:
        """What a member of the request gets."""
        name, own = attribute(member.name), self.converted.get(member.name)
        if own is None:
            return name
        function = self.module.need(own["module"], own["function"])
        return f"{function}({name}, {attribute(own['with'])})"


def _section(title: str, entries: Iterable[str]) -> str:
    listed = "".join(f"\n    {entry}" for entry in entries)
    return f"\n{title}:{listed}\n" if listed else ""

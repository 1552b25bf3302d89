"""Emits `smsvoice/aio/api`: one method an operation, AWS's names, real parameters."""

from codegen.emit.arguments import argument
from codegen.emit.operations import item
from codegen.emit.source import BANNER, REFERENCE, class_name, docstring, spoken
from codegen.plan import Plan, attribute
from codegen.read import Member, OperationShape, Structure

_ERRORS = {
    "ConflictException": "ConflictError",
    "ResourceNotFoundException": "ResourceNotFoundError",
    "ServiceQuotaExceededException": "ServiceQuotaExceededError",
}


def package(plan: Plan) -> str:
    """The package: all rooms in one class."""
    rooms = plan.operation_rooms
    imports = "\n".join(
        f"from smsvoice.aio.api.{room} import Async{class_name(room)}Api" for room in rooms
    )
    bases = ",\n    ".join(f"Async{class_name(room)}Api" for room in rooms)
    return (
        '"""Every operation under AWS\'s name, typed: `sms.api.create_pool(...)`."""\n\n'
        f"{BANNER}\n\n{imports}\n\n\n"
        f"class AsyncApi(\n    {bases},\n):\n"
        + docstring(
            "All operations of the service under AWS's names, one method each.\n\n"
            "Arguments are AWS's members in snake_case; None is not sent. Paged operations give a\n"
            "pager. AccessDeniedError, InternalServerError, ThrottlingError and ValidationError\n"
            "can come from every one of them."
        )
    )


def room(plan: Plan, name: str) -> str:
    """One room's module."""
    operations = [plan.service.operations[n] for n in plan.room_operations(name)]
    body = "\n".join(_method(plan, operation) for operation in operations)
    imports = ["from __future__ import annotations\n"]
    abstract = [kind for kind in ("Mapping", "Sequence") if f"{kind}[" in body]
    if abstract:
        imports.append(f"from collections.abc import {', '.join(abstract)}")
    if ": datetime" in body:
        imports.append("from datetime import datetime")
    imports.append("\nfrom smsvoice import models, operations")
    imports.append("from smsvoice.aio.api_base import AsyncApiBase")
    if "AsyncPager[" in body:
        imports.append("from smsvoice.aio.pager import AsyncPager")
    return (
        f'"""Operations of {spoken(name)} under AWS\'s names."""\n\n{BANNER}\n\n'
        + "\n".join(imports)
        + f"\n\n\nclass Async{class_name(name)}Api(AsyncApiBase):\n"
        + f'    """Operations of {spoken(name)}."""\n\n{body}'
    )


def _method(plan: Plan, operation: OperationShape) -> str:
    home = plan.room_of_operation[operation.name]
    request = plan.service.shapes[operation.request]
    assert isinstance(request, Structure)
    ordered = sorted(_members(request, operation), key=lambda member: not member.required)
    parameters = [_parameter(plan, member) for member in ordered]
    result = f"models.{home}.{operation.result}"
    constant = f"operations.{home}.{attribute(operation.name).upper()}"
    given = "".join(
        f'                "{attribute(m.name)}": {attribute(m.name)},\n' for m in ordered
    )
    arguments = f"{{\n{given}            }}" if given else "{}"
    if operation.paging is not None:
        parameters.append("starting_token: str | None = None")
        kind = item(plan, operation)
        kind = kind if kind == "str" else f"models.{kind}"
        head, tail = "def", f"AsyncPager[{result}, {kind}]"
        called, more = "self._pages", "            starting_token,\n"
    else:
        head, tail = "async def", result
        called, more = "await self._call", ""
    body = f"return {called}(\n            {constant},\n            {arguments},\n{more}        )"
    star = ["*", *parameters] if parameters else []
    signature = "".join(f"        {parameter},\n" for parameter in ["self", *star])
    return (
        f"    {head} {attribute(operation.name)}(\n{signature}    ) -> {tail}:\n"
        f"{docstring(_says(plan, operation), 8)}        {body}\n"
    )


def _members(request: Structure, operation: OperationShape) -> list[Member]:
    """What callers give; where the next page starts is the pager's business."""
    paging = operation.paging
    return [m for m in request.members if paging is None or m.name != paging.token_in]


def _says(plan: Plan, operation: OperationShape) -> str:
    prose = plan.operation_says(operation.name)
    raises = "".join(
        f"\n    {_ERRORS[error]}: {text}" for error, text in sorted(prose.get("raises", {}).items())
    )
    told = prose["returns"]
    request = plan.service.shapes[operation.request]
    assert isinstance(request, Structure)
    ordered = sorted(_members(request, operation), key=lambda member: not member.required)
    arguments = "".join(
        f"\n    {attribute(member.name)}: {plan.says(request.name, member.name)}"
        for member in ordered
    )
    if operation.paging is not None:
        arguments += "\n    starting_token: Where an earlier walk stopped."
        told = f"A pager over all pages. {told}"
    return (
        f"{prose['says']}\n"
        + (f"\nArgs:{arguments}\n" if arguments else "")
        + f"\nReturns:\n    {told}\n"
        + (f"\nRaises:{raises}\n" if raises else "")
        + f"\nAWS: {REFERENCE.format(operation.name)}"
    )


def _parameter(plan: Plan, member: Member) -> str:
    kind = _type(plan, member.shape)
    default = "" if member.required else " = None"
    return f"{attribute(member.name)}: {kind}{'' if member.required else ' | None'}{default}"


def _type(plan: Plan, name: str) -> str:
    def named(one: str) -> str:
        return f"models.{plan.room_of[one.removesuffix('Argument')]}.{one}"

    return argument(plan, name, named)

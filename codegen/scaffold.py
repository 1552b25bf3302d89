"""The beginnings of an operation in the emulator: a handler and a test, to be filled in by hand."""

import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path

from codegen.emit.source import REFERENCE, WIDTH, docstring, lines
from codegen.plan import Plan, TableError, attribute
from codegen.read import EnumShape, ListShape, MapShape, Member, Plain, Structure

_UNPLACED = "unplaced"
_LITERALS = {"boolean": "True", "timestamp": "datetime.now(tz=UTC)", "blob": 'b""', "string": '""'}


class UnknownOperationError(Exception):
    """The installed botocore has no such operation."""


def scaffold(plan: Plan, name: str) -> dict[Path, str]:
    """By path, the source to add for an operation, whether or not a table places it yet.

    Raises:
        UnknownOperationError: the installed botocore does not know it.
    """
    if name not in plan.service.operations:
        near = sorted(one for one in plan.service.operations if one.lower() == name.lower())
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UnknownOperationError(
            f"botocore {plan.service.version} has no operation {name}{hint}"
        )
    group = next(
        (
            group
            for group, content in plan.tables.groups.items()
            if name in content.get("operations", ())
        ),
        _UNPLACED,
    )
    return {
        Path(f"smsvoice/emulator/operations/{group}.py"): _handler(plan, name, group),
        Path(f"tests/emulator/test_{group}.py"): _test(plan, name),
    }


def printed(files: Mapping[Path, str]) -> str:
    """The files one after the other, each under the path where it belongs."""
    return "\n\n".join(f"# {path}\n\n{source}" for path, source in files.items())


def _handler(plan: Plan, name: str, group: str) -> str:
    operation = plan.service.operations[name]
    must_have = _must_have(plan, name)
    notes = [f"AWS: {REFERENCE.format(name)}", f"It may refuse with {', '.join(operation.errors)}."]
    notes += [
        f"request.{attribute(m.name)}: {_kind(plan, m)}{', required' if m.required else ''}"
        for m in _members(plan, operation.request)
    ]
    if must_have:
        notes.append(f"An answer is unusable without {attribute(must_have)}.")
    gives = _members(plan, operation.result)
    results = "".join(
        f"        {attribute(member.name)}=...,  # {member.shape}\n" for member in gives
    )
    placed = "" if group != _UNPLACED else "# Place it first, in codegen/tables/groups.toml.\n"
    return (
        f"{placed}from smsvoice.emulator.engine.context import Call, handles\n"
        f"from smsvoice.models.{group} import {operation.request}, {operation.result}\n"
        f"from smsvoice.operations import {group} as operations\n\n\n"
        f"@handles(operations.{attribute(name).upper()})\n"
        f"def {attribute(name)}(call: Call, request: {operation.request}) -> {operation.result}:\n"
        f"{_doc(plan, name)}{_comments(notes)}"
        f"    return {operation.result}(\n{results}    )\n"
    )


def _test(plan: Plan, name: str) -> str:
    operation = plan.service.operations[name]
    required = [member for member in _members(plan, operation.request) if member.required]
    given = [f"{member.name}={_example(plan, member)}" for member in required]
    must_have = _must_have(plan, name)
    clock = "from datetime import UTC, datetime\n"
    imports = clock if any("datetime." in one for one in given) else ""
    return (
        f"{imports}from typing import TYPE_CHECKING\n\n"
        "if TYPE_CHECKING:\n"
        "    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client\n\n"
        "    from smsvoice.emulator import Emulator\n\n\n"
        f"def test_{attribute(name)}(\n"
        '    aws: "PinpointSMSVoiceV2Client", emulator: "Emulator"\n'
        ") -> None:\n"
        f"{_doc(plan, name)}"
        f"    answer = aws.{attribute(name)}(\n{lines(given)}    )\n\n"
        + (f'    assert answer["{must_have}"]\n' if must_have else "    assert answer\n")
    )


def _members(plan: Plan, name: str) -> list[Member]:
    """A structure's members, the required ones first."""
    structure = plan.service.shapes[name]
    assert isinstance(structure, Structure)
    return sorted(structure.members, key=lambda member: not member.required)


def _kind(plan: Plan, member: Member) -> str:
    """A member's shape under AWS's name, with the limits that it has."""
    shape = plan.service.shapes[member.shape]
    match shape:
        case Plain():
            limits = f" {shape.minimum} to {shape.maximum}" if shape.maximum is not None else ""
            return f"{shape.kind}{limits}"
        case EnumShape():
            return " | ".join(shape.values)
        case ListShape():
            return f"list of {shape.item}"
        case _:
            return shape.name


def _example(plan: Plan, member: Member) -> str:
    """A value of the right kind for a test to start from."""
    shape = plan.service.shapes[member.shape]
    match shape:
        case EnumShape():
            return f'"{shape.values[0]}"'
        case Plain():
            return _LITERALS.get(shape.kind, "1")
        case ListShape():
            return "[]"
        case MapShape() | Structure():
            return "{}"


def _doc(plan: Plan, name: str) -> str:
    entry = plan.tables.operations.get(name)
    return docstring(entry["summary"] if entry else "What it does, in one sentence.")


def _comments(notes: Iterable[str], indent: int = 4) -> str:
    start = f"{' ' * indent}# "
    wrapper = textwrap.TextWrapper(
        WIDTH,
        initial_indent=start,
        subsequent_indent=f"{start}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "".join(f"{wrapper.fill(note)}\n" for note in notes)


def _must_have(plan: Plan, name: str) -> str | None:
    try:
        return plan.must_have(name)
    except TableError:
        return None

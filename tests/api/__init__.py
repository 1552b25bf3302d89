"""The public names of the package as text, one line a name, read without importing anything.

`python -m tests.api` prints what differs from the snapshot beside this file,
`python -m tests.api --update` accepts it.
"""

import difflib
import functools
from collections.abc import Iterator
from pathlib import Path

import griffe

ROOT = Path(__file__).parent.parent.parent
SNAPSHOTS = Path(__file__).parent / "snapshots"
PUBLIC = {
    "aio": ("aio",),
    "bulk": (
        "bulk",
        "bulk.async_bulk",
        "bulk.bulk",
        "bulk.errors",
        "bulk.outcomes",
        "bulk.tables",
    ),
    "codes": (
        "codes",
        "codes.async_verifier",
        "codes.dynamodb_store",
        "codes.errors",
        "codes.outcomes",
        "codes.redis_store",
        "codes.sql_store",
        "codes.store",
        "codes.verifier",
    ),
    "emulator": (
        "emulator.controls.controls",
        "emulator.controls.faults",
        "emulator.controls.give",
        "emulator.controls.messages",
        "emulator.controls.waiting_clocks",
        "emulator.emulator",
        "emulator.engine.settings",
        "emulator.state.records",
    ),
    "errors": ("errors",),
    "events": (
        "events",
        "events.batch",
        "events.carrier",
        "events.items",
        "events.outcome",
        "events.parsing",
        "events.sns.envelope",
        "events.sns.verifier",
    ),
    "iam": ("iam", "iam.policy", "iam.scan"),
    "models": ("models",),
    "operations": ("operations", "core.operation"),
    "package": ("", "core.logs", "core.waiting", "testing", "transport.guard"),
    "rules": ("rules.diagnosis.findings", "rules.opt_outs", "rules.policies", "rules.rcs_content"),
    "sync": ("sync",),
    "text": ("text", "text.friendly", "text.numbers", "text.segments"),
}
WHOLE = ("aio", "errors", "models", "operations", "sync")
ACCEPT = "If the change is meant: python -m tests.api --update, and a line in CHANGELOG.md."


def snapshots(root: Path = ROOT) -> dict[str, str]:
    """The public names of each part of the package below a folder."""
    package = griffe.load("smsvoice", search_paths=[str(root)], try_relative_path=False)
    assert isinstance(package, griffe.Module)
    return {
        part: "".join(f"{line}\n" for name in names for line in _module(package, name))
        for part, names in PUBLIC.items()
    }


def differences(found: dict[str, str], folder: Path = SNAPSHOTS) -> str:
    """What changed since the snapshot was accepted, as a diff; empty if nothing did."""
    lines: list[str] = []
    for part, text in found.items():
        file = folder / f"{part}.txt"
        kept = file.read_text("utf-8") if file.exists() else ""
        lines += difflib.unified_diff(
            kept.splitlines(), text.splitlines(), f"accepted/{part}", f"now/{part}", "", "", 0, ""
        )
    return "\n".join(lines)


def accept(found: dict[str, str], folder: Path = SNAPSHOTS) -> None:
    """Take the names as they are now for the snapshot."""
    folder.mkdir(exist_ok=True)
    for part, text in found.items():
        (folder / f"{part}.txt").write_text(text, "utf-8")


def _module(package: griffe.Module, name: str) -> Iterator[str]:
    module = package[name] if name else package
    if not name:
        yield from (f"smsvoice.{one}" for one in package.exports or ())
        return
    yield from _members(module, name)
    if name in WHOLE:
        for below, inner in sorted(module.modules.items()):
            if not below.startswith("_"):
                yield from _whole(inner, f"{name}.{below}")


def _whole(module: griffe.Module, path: str) -> Iterator[str]:
    yield from _members(module, path)
    for below, inner in sorted(module.modules.items()):
        if not below.startswith("_"):
            yield from _whole(inner, f"{path}.{below}")


def _members(owner: griffe.Module | griffe.Class, path: str) -> Iterator[str]:
    for name, member in sorted(owner.members.items()):
        if member.is_alias or member.is_module or not _promised(name, member):
            continue
        where = f"{path}.{name}"
        if isinstance(member, griffe.Class):
            bases = ", ".join(str(base) for base in member.bases)
            yield f"class {where}({bases})"
            yield from _members(member, where)
        elif isinstance(member, griffe.Function):
            for one in (*(owner.overloads.get(name) or ()), member):
                yield _function(one, path)
        elif isinstance(member, griffe.Attribute):
            yield _attribute(member, where)


def _promised(name: str, member: griffe.Object | griffe.Alias) -> bool:
    if name.startswith("__") and name.endswith("__"):
        return member.is_function
    return not name.startswith("_")


def _function(function: griffe.Function, path: str) -> str:
    kinds = sorted(function.labels & {"async", "classmethod", "staticmethod"})
    return " ".join((*kinds, f"{path}.{function.signature()}"))


def _attribute(attribute: griffe.Attribute, where: str) -> str:
    kinds = "property " if "property" in attribute.labels else ""
    kind = f": {attribute.annotation}" if attribute.annotation is not None else ""
    value = f" = {attribute.value}" if attribute.value is not None else ""
    return f"{kinds}{where}{kind}{value}"


@functools.cache
def current() -> dict[str, str]:
    """The public names of this checkout, read once."""
    return snapshots()

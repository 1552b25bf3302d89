"""Which operations a source tree calls: through our objects, `sms.api`, or boto3's client.

Python is read and not run. What a name stands for is worked out from where it is assigned: by
calls, `with`, `for`, and the annotations of arguments. What stays open is said.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.operation import snake
from smsvoice.iam.kinds import API, CLIENT, SMS, Kinds
from smsvoice.operations import names
from smsvoice.operations.objects import COLLECTIONS, VERBS

_METHODS: Final = {snake(name): name for name in names()}
_OF_OTHERS: Final = frozenset(
    (
        "create_configuration_set",
        "create_pool",
        "delete_configuration_set",
        "delete_pool",
        "delete_resource_policy",
        "describe_pools",
        "get_resource_policy",
        "list_tags_for_resource",
        "put_resource_policy",
        "tag_resource",
        "untag_resource",
        "update_pool",
    )
)
"""Methods that clients of other services of AWS have too."""
_CAMPAIGNS: Final = frozenset(("Bulk", "AsyncBulk"))
_CODES: Final = frozenset(("CodeVerifier", "AsyncCodeVerifier"))
_MARKS: Final = ("smsvoice", "pinpoint-sms-voice-v2")
"""A file with none of these calls nothing of ours."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A call that may be one of ours."""

    path: str
    """The file."""
    line: int
    """Its line, from 1."""
    call: str
    """What is called, e.g. `send_text`."""
    why: str
    """Why it stays open, and what it may need."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.call}: {self.why}"


@dataclass(frozen=True, slots=True)
class Scan:
    """What was read off a source tree."""

    operations: tuple[str, ...]
    """AWS's names of the operations that it calls, sorted."""
    undecided: tuple[Undecided, ...]
    """The calls that stay open: they are not among the operations."""
    files: int
    """How many files were read."""


def scan(*paths: str | Path) -> Scan:
    """Read which operations Python files call.

    Args:
        paths: files, and folders with all `.py` files in them.

    Returns:
        The operations, and the calls that could not be decided.

    Raises:
        RequestError: there is no such file or folder, or a file is no Python.
    """
    found: set[str] = set()
    undecided: list[Undecided] = []
    files = sorted({file for path in paths for file in _files(Path(path))})
    for file in files:
        try:
            text = file.read_text("utf-8")
            tree = ast.parse(text) if any(mark in text for mark in _MARKS) else None
        except (SyntaxError, UnicodeDecodeError, ValueError):
            wrong = Problem("paths", f"{file} is no Python that this version reads")
            raise RequestError("scan", (wrong,)) from None
        if tree is not None:
            reading = _Reading(str(file), Kinds(tree))
            reading.read(tree)
            found |= reading.found
            undecided += reading.undecided
    return Scan(tuple(sorted(found)), tuple(undecided), len(files))


def _files(path: Path) -> Iterable[Path]:
    if path.is_dir():
        return path.rglob("*.py")
    if not path.is_file():
        raise RequestError("scan", (Problem("paths", f"there is no {path}"),))
    return (path,)


class _Reading:
    """The calls of one file."""

    def __init__(self, path: str, kinds: Kinds) -> None:
        self.path = path
        self.found: set[str] = set()
        self.undecided: list[Undecided] = []
        self._kinds = kinds

    def read(self, tree: ast.Module) -> None:
        """Look at each call, and at each description of an operation."""
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Attribute(value=inside, attr=name)):
                    self._method(node, inside, name)
                case ast.Call(func=ast.Name(id=name)):
                    self._function(node, name)
                case ast.Attribute(attr=name) if name.isupper() and name.lower() in _METHODS:
                    self.found.add(_METHODS[name.lower()])  # operations.pools.CREATE_POOL
                case _:
                    pass

    def _method(self, node: ast.Call, inside: ast.expr, name: str) -> None:
        kind = self._kinds.of(inside)
        if kind in (API, CLIENT):
            self._of_client(node, name)
        elif kind == SMS:
            if name == "call" and not _is_description(node):
                self._leave_open(node, name, "the operation is a value: look at what is passed")
        elif kind is not None:
            self.found.update(VERBS.get(f"{kind}.{name}", ()))
        else:
            self._of_unknown(node, inside, name)

    def _of_client(self, node: ast.Call, name: str) -> None:
        """A method of `sms.api` or of boto3's client; a paginator and a waiter name theirs."""
        if name in ("get_paginator", "get_waiter"):
            given = _text(node)
            if given in _METHODS:
                self.found.add(_METHODS[given])
            else:
                self._leave_open(node, name, "its argument is not a text that names an operation")
        elif name in _METHODS:
            self.found.add(_METHODS[name])

    def _of_unknown(self, node: ast.Call, inside: ast.expr, name: str) -> None:
        """A method of something that no assignment explains."""
        owner = inside.attr if isinstance(inside, ast.Attribute) else ""
        reached = set(_reached_by(name))
        if owner in COLLECTIONS:
            self.found.update(VERBS.get(f"{COLLECTIONS[owner]}.{name}", ()))
        elif name in _METHODS and (owner == "api" or name not in _OF_OTHERS):
            self.found.add(_METHODS[name])
        elif len(reached) == 1 and "_" in name and name not in _OF_OTHERS:
            self.found |= reached
        elif reached and "_" in name:
            self._leave_open(node, name, f"it may need {' or '.join(sorted(reached))}")

    def _function(self, node: ast.Call, name: str) -> None:
        """The objects that send by themselves, and attributes by a name that is a value."""
        if name in _CAMPAIGNS and self._kinds.is_ours(name):
            kinds = "SendTextMessage, SendMediaMessage, SendVoiceMessage or the Notify sends"
            self._leave_open(node, name, f"its messages decide: {kinds}")
        elif name in _CODES and self._kinds.is_ours(name):
            self._leave_open(
                node,
                name,
                "its sender decides: SendNotifyTextMessage or SendTextMessage, and "
                "PutMessageFeedback",
            )
        elif name == "getattr" and node.args:
            kind = self._kinds.of(node.args[0])
            if kind is not None:
                self._leave_open(node, name, "the name of the method is a value")

    def _leave_open(self, node: ast.Call, call: str, why: str) -> None:
        self.undecided.append(Undecided(self.path, node.lineno, call, why))


def _is_description(node: ast.Call) -> bool:
    """Whether the first argument is written as `operations.pools.CREATE_POOL`."""
    match node.args[:1]:
        case [ast.Attribute(attr=name)]:
            return name.lower() in _METHODS
        case _:
            return False


def _text(node: ast.Call) -> str | None:
    """The first argument of a call, if it is a text."""
    match node.args[:1]:
        case [ast.Constant(value=str() as text)]:
            return text
        case _:
            return None


def _reached_by(verb: str) -> Iterator[str]:
    """The operations of all verbs of that name, whatever has them."""
    if verb in _METHODS:
        yield _METHODS[verb]
    for name, operations in VERBS.items():
        if name.partition(".")[2] == verb:
            yield from operations

"""Which operations a source tree calls: through our objects, `sms.api`, or boto3's client.

Python is read and not run. What a name stands for is worked out from where it is assigned: by
calls, `with`, `for`, the annotations of arguments, and imports from other files of the tree. What
stays open is said.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from smsvoice.core.operation import snake
from smsvoice.iam.kinds import API, CLIENT, SMS, Kinds
from smsvoice.iam.source import Source, files
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
_VERBS: Final = {name for name in (verb.partition(".")[2] for verb in VERBS) if "_" in name}
_SUSPECT: Final = re.compile(rf"\.({'|'.join(_VERBS | {*_METHODS} - _OF_OTHERS)})\b".encode())
"""What a file must hold that has a call by a name of ours."""
_NAMED_BY_TEXT: Final = ("get_paginator", "get_waiter")


@dataclass(frozen=True, slots=True)
class Undecided:
    """A call that may be one of ours, or a file that could not be read."""

    path: str
    """The file."""
    line: int
    """Its line, from 1."""
    call: str
    """What is called, e.g. `send_text`; `file` where the whole file stays open."""
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
    """How many files were looked at."""


def scan(*paths: str | Path) -> Scan:
    """Read which operations Python files call.

    Hidden folders, virtual environments, `site-packages` and `node_modules` within a folder are
    passed over. A file that names neither smsvoice nor the service counts where it imports a client
    or an object from one that does; else calls in it that look like ours stay undecided.

    Args:
        paths: files, and folders with all `.py` files in them.

    Returns:
        The operations, and what could not be decided: calls, files that cannot be read or are no
        Python, notebooks.

    Raises:
        RequestError: there is no such file or folder.
    """
    every = files(map(Path, paths))
    tree = _Tree()
    tree.read(every)
    return Scan(
        tuple(sorted(tree.found)),
        tuple(sorted(tree.undecided, key=lambda one: (one.path, one.line))),
        len(every),
    )


class _Tree:
    """A source tree: which of its files are ours, by what they name or import."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self.undecided: list[Undecided] = []
        self._exports: dict[str, dict[str, str]] = {}

    def read(self, paths: Iterable[Path]) -> None:
        """Read the files that may be ours, and leave open what cannot be decided."""
        sources = list(self._readable(paths))
        ours = [(source, self._parsed(source)) for source in sources if source.is_marked]
        rest = [source for source in sources if not source.is_marked]
        while self._has_grown(ours):
            importing = [source for source in rest if source.imports(self._exports)]
            for source in importing:
                tree = self._parsed(source)
                if Kinds(tree, self._exports).has_imports:
                    rest.remove(source)
                    ours.append((source, tree))
        for source, tree in ours:
            reading = _Reading(str(source.path), Kinds(tree, self._exports))
            reading.read(tree)
            self.found |= reading.found
            self.undecided += reading.undecided
        for source in rest:
            if _SUSPECT.search(source.content):
                self.undecided += _suspects(str(source.path), self._parsed(source))

    def _readable(self, paths: Iterable[Path]) -> Iterator[Source]:
        for path in paths:
            try:
                source = Source(path, path.read_bytes())
            except OSError as failure:
                self._leave_open(path, f"cannot be read: {failure.strerror}")
                continue
            if not source.is_notebook:
                yield source
            elif source.is_marked:
                self._leave_open(path, "is a notebook, which is not read: save its code as .py")

    def _parsed(self, source: Source) -> ast.Module:
        """The code of a file; of one that is no Python, nothing."""
        try:
            return source.tree()
        except SyntaxError as failure:
            if source.is_marked:
                why = "is no Python that this version reads"
                self._leave_open(source.path, why, failure.lineno or 1)
            return ast.Module([], [])

    def _leave_open(self, path: Path, why: str, line: int = 1) -> None:
        self.undecided.append(Undecided(str(path), line, "file", why))

    def _has_grown(self, ours: Iterable[tuple[Source, ast.Module]]) -> bool:
        """Gather what other files may import; whether it is more than before."""
        before = sum(map(len, self._exports.values()))
        for source, tree in ours:
            if named := Kinds(tree, self._exports).named:
                module = self._exports.setdefault(source.module, {})
                module |= named | module
        return sum(map(len, self._exports.values())) > before


def _suspects(path: str, tree: ast.Module) -> Iterator[Undecided]:
    """Calls by names that only this service has, in a file that says nothing of it."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=inside, attr=name) if "_" in name:
                owner = inside.attr if isinstance(inside, ast.Attribute) else ""
                verb = VERBS.get(f"{COLLECTIONS.get(owner, '')}.{name}", ())
                operation = _METHODS.get(name) if name not in _OF_OTHERS else None
                needed = " and ".join(verb) or operation
                if needed is not None:
                    why = f"nothing here says whose it is; if it is ours, it needs {needed}"
                    yield Undecided(path, node.lineno, name, why)
            case _:
                pass


class _Reading:
    """The calls of one file."""

    def __init__(self, path: str, kinds: Kinds) -> None:
        self.path = path
        self.found: set[str] = set()
        self.undecided: list[Undecided] = []
        self._kinds = kinds

    def read(self, tree: ast.Module) -> None:
        """Look at each method, called or passed on, and at each description of an operation."""
        calls = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(attr=name) if name.isupper() and name.lower() in _METHODS:
                    self.found.add(_METHODS[name.lower()])  # operations.pools.CREATE_POOL
                case ast.Attribute(value=inside, attr=name):
                    self._method(node, calls.get(id(node)), inside, name)
                case ast.Call(func=ast.Name(id=name)):
                    self._function(node, name)
                case _:
                    pass

    def _method(self, node: ast.expr, call: ast.Call | None, inside: ast.expr, name: str) -> None:
        kind = self._kinds.of(inside)
        if name in _NAMED_BY_TEXT and kind in (API, CLIENT, None):
            self._by_text(call, name, is_known=kind is not None)
        elif kind in (API, CLIENT):
            if name in _METHODS:
                self.found.add(_METHODS[name])
        elif kind == SMS:
            if name == "call" and not _is_description(call):
                self._leave_open(node, name, "the operation is a value: look at what is passed")
        elif kind is not None:
            self.found.update(VERBS.get(f"{kind}.{name}", ()))
        else:
            self._of_unknown(node, inside, name, is_called=call is not None)

    def _by_text(self, call: ast.Call | None, name: str, *, is_known: bool) -> None:
        """A paginator or a waiter, which names its operation by a text."""
        given = None if call is None else _text(call)
        if given in _METHODS and (is_known or given not in _OF_OTHERS):
            self.found.add(_METHODS[given])
        elif call is not None and (is_known or given in _METHODS):
            why = "its argument is not a text that names an operation"
            self._leave_open(
                call, name, why if given not in _METHODS else f"it may need {_METHODS[given]}"
            )

    def _of_unknown(self, node: ast.expr, inside: ast.expr, name: str, *, is_called: bool) -> None:
        """A method of something that no assignment explains."""
        owner = inside.attr if isinstance(inside, ast.Attribute) else ""
        reached = set(_reached_by(name)) if is_called else set[str]()
        if owner in COLLECTIONS:
            self.found.update(VERBS.get(f"{COLLECTIONS[owner]}.{name}", ()))
        elif name in _METHODS and (owner == "api" or name not in _OF_OTHERS):
            self.found.add(_METHODS[name])
        elif len(reached) == 1 and "_" in name and name not in _OF_OTHERS:
            self.found |= reached
        elif reached and ("_" in name or self._kinds.may_be_ours(inside)):
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
        elif name == "getattr" and len(node.args) > 1:
            inside, attribute = node.args[:2]
            match attribute:
                case ast.Constant(value=str() as text):
                    self._method(node, None, inside, text)
                case _ if self._kinds.of(inside) is not None:
                    self._leave_open(node, name, "the name of the method is a value")
                case _:
                    pass

    def _leave_open(self, node: ast.expr, call: str, why: str) -> None:
        self.undecided.append(Undecided(self.path, node.lineno, call, why))


def _is_description(call: ast.Call | None) -> bool:
    """Whether the first argument is written as `operations.pools.CREATE_POOL`."""
    match call.args[:1] if call is not None else []:
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

"""What our objects are made of, read off the source: what each verb runs, and what it gives.

`smsvoice.iam` reads programs with it. Unlike `verb_table`, a verb has all operations that it runs,
those of the verbs that it stands on included.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from codegen.plan import Plan, attribute

SOURCE = Path(__file__).resolve().parent.parent / "smsvoice" / "aio"
_CLIENT = "SmsVoice"
_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Local = dict[str, list[ast.expr]]


@dataclass
class _Class:
    """One class of the source."""

    bases: list[str]
    methods: dict[str, _Function]
    describes: str | None


@dataclass
class ObjectMap:
    """The collections and handles, as the sync flavour names them."""

    plan: Plan
    source: Path = SOURCE
    _classes: dict[str, _Class] = field(default_factory=dict[str, _Class])
    _functions: dict[str, _Function] = field(default_factory=dict[str, _Function])
    _constants: dict[str, str] = field(default_factory=dict[str, str])

    def __post_init__(self) -> None:
        """Read the source."""
        for path in sorted([*self.source.rglob("*.py")]):
            if "api" in path.parts:
                continue
            for node in ast.parse(path.read_text()).body:
                match node:
                    case ast.ClassDef():
                        self._classes[_plain(node.name)] = self._class(node)
                    case ast.FunctionDef() | ast.AsyncFunctionDef():
                        self._functions[node.name] = node
                    case ast.Assign(targets=[ast.Name(id=name)], value=ast.Attribute(attr=given)):
                        self._constants[name] = self._operations.get(given.lower(), "")
                    case _:
                        pass

    @cached_property
    def collections(self) -> dict[str, str]:
        """The class of each collection of a client, by its name there."""
        (client,) = (
            node
            for node in ast.parse((self.source / "collections.py").read_text()).body
            if isinstance(node, ast.ClassDef)
        )
        return {name: owner for name, node in _functions(client) if (owner := _given(node, ""))}

    @cached_property
    def verbs(self) -> dict[str, tuple[str, ...]]:
        """The operations that each verb runs: `Pool.add` to AssociateOriginationIdentity."""
        found = {
            f"{owner}.{name}": tuple(sorted(self._reached(owner, name, set())))
            for owner in sorted(self._public())
            for name in self._names(owner)
        }
        return {verb: reached for verb, reached in sorted(found.items()) if reached}

    @cached_property
    def gives(self) -> dict[str, str]:
        """The class of what a verb or property gives, or of the items that it lists."""
        return {
            f"{owner}.{name}": given
            for owner in sorted(self._public())
            for name in self._names(owner)
            if (given := self._gives(owner, name))
        }

    def _class(self, node: ast.ClassDef) -> _Class:
        describes: str | None = None
        for part in node.body:
            match part:
                case ast.Assign(targets=[ast.Name(id="_describe")], value=ast.Attribute(attr=name)):
                    describes = self._operations.get(name.lower())
                case _:
                    pass
        return _Class(
            [_plain(base) for base in map(_name, node.bases) if base],
            dict(_functions(node)),
            describes,
        )

    @cached_property
    def _operations(self) -> dict[str, str]:
        return {attribute(name): name for name in self.plan.service.operations}

    def _public(self) -> set[str]:
        """The collections, and all that can be had from them."""
        found: set[str] = set()
        waiting = set(self.collections.values())
        while waiting:
            owner = waiting.pop()
            found.add(owner)
            given = {self._gives(owner, name) for name in self._names(owner)}
            waiting |= {one for one in given if one} - found
        return found

    def _names(self, owner: str) -> list[str]:
        names = {name for one in self._line(owner) for name in one.methods}
        return sorted(name for name in names if not name.startswith("_"))

    def _line(self, owner: str) -> Iterator[_Class]:
        """A class and what it stands on."""
        if owner in self._classes:
            yield self._classes[owner]
            for base in self._classes[owner].bases:
                yield from self._line(base)

    def _method(self, owner: str, name: str) -> _Function | None:
        return next((one.methods[name] for one in self._line(owner) if name in one.methods), None)

    def _gives(self, owner: str, name: str) -> str | None:
        method = self._method(owner, name)
        given = None if method is None else _given(method, owner)
        return given if given in self._classes else None

    def _reached(self, owner: str, name: str, seen: set[tuple[str, str]]) -> set[str]:
        """The operations that a method runs, by itself and by what it calls."""
        method = self._method(owner, name)
        if method is None or (owner, name) in seen:
            return set()
        seen.add((owner, name))
        return self._reached_in(method, owner, seen)

    def _reached_in(self, method: _Function, owner: str, seen: set[tuple[str, str]]) -> set[str]:
        found: set[str] = set()
        local = _assigned(method)
        for part in ast.walk(method):
            if isinstance(part, ast.Name):
                found |= self._of_name(part.id, owner, seen)
            if not isinstance(part, ast.Attribute):
                continue
            by_call = self._operations.get(part.attr) if _is_api(part.value) else None
            constant = self._operations.get(part.attr.lower()) if part.attr.isupper() else None
            found |= {one for one in (by_call, constant) if one}
            for inside in self._kinds(part.value, owner, local):
                if inside == owner and part.attr == "_describe":
                    found |= {one.describes for one in self._line(owner) if one.describes}
                else:
                    found |= self._reached(inside, part.attr, seen)
        return found

    def _of_name(self, name: str, owner: str, seen: set[tuple[str, str]]) -> set[str]:
        """The operations of a function or a constant of the module."""
        if self._constants.get(name):
            return {self._constants[name]}
        if name not in self._functions or ("", name) in seen:
            return set()
        seen.add(("", name))
        return self._reached_in(self._functions[name], owner, seen)

    def _kinds(  # noqa: PLR0911  one line a form
        self, node: ast.expr, owner: str, local: _Local
    ) -> set[str]:
        """The classes that an expression within a method can have, as far as names show it."""
        match node:
            case ast.Name(id="self"):
                return {owner}
            case ast.Name(id=name) if name in local:
                others = {one: values for one, values in local.items() if one != name}
                return {kind for one in local[name] for kind in self._kinds(one, owner, others)}
            case ast.Call(func=ast.Name(id=name)) if _plain(name) in self._classes:
                return {_plain(name)}
            case (
                ast.Call(func=ast.Attribute(value=inside, attr="collect" | "first"))
                | ast.Await(value=inside)
            ):
                return self._kinds(inside, owner, local)
            case ast.Attribute(attr="_sms") | ast.Name(id="sms"):
                return {_CLIENT}
            case (
                ast.Attribute(value=inside, attr=name)
                | ast.Call(func=ast.Attribute(value=inside, attr=name))
            ):
                given = {self._of_member(one, name) for one in self._kinds(inside, owner, local)}
                return {kind for kind in given if kind is not None}
            case _:
                return set()

    def _of_member(self, kind: str, name: str) -> str | None:
        """The class of a collection of the client, or of what a verb or property gives."""
        return self.collections.get(name) if kind == _CLIENT else self._gives(kind, name)


def _plain(name: str) -> str:
    return name.removeprefix("Async")


def _name(node: ast.expr) -> str | None:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Subscript(value=ast.Name(id=name)):
            return name
        case _:
            return None


def _functions(
    node: ast.ClassDef,
) -> Iterator[tuple[str, _Function]]:
    for part in node.body:
        if isinstance(part, _Function):
            yield part.name, part


def _assigned(method: ast.AST) -> _Local:
    """The names of a method, each with all that is put into it."""
    found: _Local = {}
    for part in ast.walk(method):
        match part:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.For(target=ast.Name(id=name), iter=value)
                | ast.AsyncFor(target=ast.Name(id=name), iter=value)
                | ast.comprehension(target=ast.Name(id=name), iter=value)
            ):
                found.setdefault(name, []).append(value)
            case _:
                pass
    return found


def _is_api(node: ast.expr) -> bool:
    match node:
        case ast.Attribute(attr="api") | ast.Name(id="api"):
            return True
        case _:
            return False


def _given(method: _Function, owner: str) -> str | None:
    """The class that a method's annotation promises; of a pager, that of its items."""
    node = method.returns
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        node = ast.parse(node.value, mode="eval").body
    match node:
        case ast.Name(id="Self"):
            return owner
        case ast.Name(id=name):
            return _plain(name)
        case ast.BinOp(left=ast.Name(id=name)):
            return _plain(name)
        case ast.Subscript(slice=ast.Tuple(elts=[_, ast.Name(id=name)])):
            return _plain(name)
        case ast.Subscript(slice=ast.Tuple(elts=[_, ast.Constant(value=str() as name)])):
            return _plain(name)
        case _:
            return None

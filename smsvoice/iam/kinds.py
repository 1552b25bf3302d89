"""What the names of a Python file stand for, as far as assignments and annotations say."""

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from smsvoice.operations.objects import COLLECTIONS, GIVES

SMS: Final = "SmsVoice"
"""A client of ours."""
API: Final = "api"
"""Its `api`."""
CLIENT: Final = "boto3"
"""A boto3 client of this service."""
_SERVICE: Final = "pinpoint-sms-voice-v2"
_BOTO_TYPE: Final = "PinpointSMSVoiceV2Client"
_OBJECTS: Final = frozenset((*COLLECTIONS.values(), *GIVES.values()))
_ROUNDS: Final = 4
"""How often assignments are gone through: a name may stand on one that is assigned later."""
_SAME: Final = frozenset(("ahead", "collect", "first", "with_options"))
"""Methods that give what they are called on, or the items of a pager, whose kind is theirs."""
_PASSING: Final = frozenset(("anext", "iter", "list", "next", "sorted", "tuple"))
"""Functions that give their first argument, or its items."""


Exports: TypeAlias = Mapping[str, Mapping[str, str]]
"""The kinds of the names of other modules, by the last part of the modules' names."""


class Kinds:
    """The kinds of a file's names; a name has one kind in the whole file."""

    def __init__(self, tree: ast.Module, others: Exports | None = None) -> None:
        """Go through imports from other modules, then assignments until nothing new comes."""
        self._kinds: dict[str, str] = dict(_taken_over(tree, others or {}))
        self.has_imports: bool = bool(self._kinds)
        """Whether something of ours comes from another module of the tree."""
        self._imported = {
            alias.asname or alias.name: alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("smsvoice")
            for alias in node.names
        }
        bindings = list(_bindings(tree))
        for _ in range(_ROUNDS):
            before = len(self._kinds)
            for target, value in bindings:
                kind = self.of(value)
                if kind is not None:
                    self._kinds.setdefault(target, kind)
            if len(self._kinds) == before:
                break

    @property
    def named(self) -> dict[str, str]:
        """The kinds of all names that have one; that of a function's result under `name()`."""
        return {name: kind for name, kind in self._kinds.items() if not name.startswith(".")}

    def is_ours(self, name: str) -> bool:
        """Whether a name is imported from smsvoice."""
        return name in self._imported

    def of(self, node: ast.expr) -> str | None:  # noqa: PLR0911  one line a form
        """The kind of an expression: `SMS`, `API`, `CLIENT`, a class of our objects, or None."""
        match node:
            case ast.Name(id=name):
                return self._kinds.get(name)
            case ast.Await(value=inside) | ast.NamedExpr(value=inside) | ast.Starred(value=inside):
                return self.of(inside)
            case ast.Subscript(value=inside):
                return self.of(inside)
            case ast.BoolOp(values=[first, *_]) | ast.IfExp(body=first):
                return self.of(first)
            case ast.Attribute(value=inside, attr=name):
                return self._attribute(inside, name)
            case ast.Call(func=function):
                return self._call(node, function)
            case _Annotation():
                return self._of_annotation(node.annotation)
            case _:
                return None

    def _attribute(self, inside: ast.expr, name: str) -> str | None:
        kind = self.of(inside)
        if kind == SMS:
            special = {"api": API, "boto_client": CLIENT}
            return special.get(name) or COLLECTIONS.get(name)
        if kind is not None:
            return GIVES.get(f"{kind}.{name}")
        # `self.sms` is known by its last name wherever it was assigned.
        return self._kinds.get(f".{name}")

    def _call(self, node: ast.Call, function: ast.expr) -> str | None:
        match function:
            case ast.Name(id=name):
                return (
                    self.of(node.args[0])
                    if name in _PASSING and node.args
                    else self._class_of(name) or self._kinds.get(f"{name}()")
                )
            case ast.Attribute(attr="client" | "create_client") if _names_service(node):
                return CLIENT
            case ast.Attribute(value=inside, attr=name):
                kind = self.of(inside)
                if name in _SAME:
                    return kind
                if kind is not None:
                    return GIVES.get(f"{kind}.{name}")
                return self._class_of(name) or self._kinds.get(f"{name}()")
            case _:
                return None

    def _class_of(self, name: str) -> str | None:
        """The kind that a class gives, e.g. `SmsVoice` or `AsyncPool`."""
        plain = self._imported.get(name, name).removeprefix("Async")
        if plain == SMS or plain in _OBJECTS:
            return plain
        return CLIENT if plain == _BOTO_TYPE else None

    def _of_annotation(self, node: ast.expr) -> str | None:
        """The first class of ours in an annotation, also within one that is written as text."""
        names: list[str] = []
        for part in ast.walk(node):
            match part:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    names.append(name)
                case ast.Constant(value=str() as text):
                    names += re.findall(r"\w+", text)
                case _:
                    pass
        return next((kind for kind in map(self._class_of, names) if kind is not None), None)


class _Annotation(ast.expr):
    """An annotation that stands for a value of its kind."""

    _fields = ("annotation",)
    annotation: ast.expr


def _bindings(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """The names of a file, each with what is put into it."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    yield from _named(target, value)
            case ast.NamedExpr(target=target, value=value):
                yield from _named(target, value)
            case ast.withitem(context_expr=value, optional_vars=ast.expr() as target):
                yield from _named(target, value)
            case (
                ast.For(target=target, iter=value)
                | ast.AsyncFor(target=target, iter=value)
                | ast.comprehension(target=target, iter=value)
            ):
                yield from _named(target, value)
            case ast.AnnAssign() | ast.arg():
                yield from _annotations(node)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield from _results(node)
            case _:
                pass


def _annotations(node: ast.AnnAssign | ast.arg) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.AnnAssign(target=target, annotation=annotation, value=value):
            yield from _named(target, _annotated(annotation))
            if value is not None:
                yield from _named(target, value)
        case ast.arg(arg=name, annotation=ast.expr() as annotation):
            yield name, _annotated(annotation)
        case _:
            pass


def _results(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[str, ast.expr]]:
    """What a function gives, by its annotation or by what it returns or yields."""
    if function.returns is not None:
        yield f"{function.name}()", _annotated(function.returns)
    for node in ast.walk(function):
        match node:
            case ast.Return(value=ast.expr() as value) | ast.Yield(value=ast.expr() as value):
                yield f"{function.name}()", value
            case _:
                pass


def _taken_over(tree: ast.Module, others: Exports) -> Iterator[tuple[str, str]]:
    """What a file imports from other modules: their names, or the modules themselves."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        module = (getattr(node, "module", None) or "").rpartition(".")[2]
        for alias in node.names:
            known = others.get(module, {})
            for form in ("", "()"):
                if alias.name + form in known:
                    yield (alias.asname or alias.name) + form, known[alias.name + form]
            for name, kind in others.get(alias.name.rpartition(".")[2], {}).items():
                # `clients.sms` is looked up as `.sms`, `clients.get_sms()` by its name.
                yield (name if name.endswith("()") else f".{name}"), kind


def _annotated(annotation: ast.expr) -> _Annotation:
    made = _Annotation()
    made.annotation = annotation
    return made


def _named(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    match target:
        case ast.Name(id=name):
            yield name, value
        case ast.Attribute(attr=name):
            yield f".{name}", value
        case _:
            pass


def _names_service(node: ast.Call) -> bool:
    """Whether a call of `client` asks for this service."""
    given = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "service_name")]
    return any(isinstance(one, ast.Constant) and one.value == _SERVICE for one in given)

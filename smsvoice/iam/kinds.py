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
_OBJECTS: Final = frozenset((*COLLECTIONS.values(), *GIVES.values())) - {"str"}
_GIVING: Final = frozenset(name.partition(".")[2] for name in GIVES) | {*COLLECTIONS}
"""Attributes that may give an object of ours; others give plain values."""
_ROUNDS: Final = 4
"""How often assignments are gone through: a name may stand on one that is assigned later."""
_SAME: Final = frozenset(("ahead", "collect", "first", "with_options"))
"""Methods that give what they are called on, or the items of a pager, whose kind is theirs."""
_TAKING: Final = frozenset(("copy", "get", "items", "pop", "popleft", "setdefault", "values"))
"""Methods of containers that give what is in them, where a class of ours has no such method."""
_PUTTING: Final = frozenset(("add", "append", "appendleft"))
"""Methods that put their argument into a container."""
_PROPERTIES: Final = frozenset(("cached_property", "property"))
_PASSING: Final = frozenset(
    ("anext", "dict", "enumerate", "iter", "list", "next", "reversed", "set", "sorted", "tuple")
)
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
        self._suspects: set[str] = set()
        for _ in range(_ROUNDS):
            self._suspects |= {target for target, value in bindings if self.may_be_ours(value)}

    @property
    def named(self) -> dict[str, str]:
        """The kinds of all names that have one; that of a function's result under `name()`."""
        return {name: kind for name, kind in self._kinds.items() if not name.startswith(".")}

    def is_ours(self, name: str) -> bool:
        """Whether a name is imported from smsvoice."""
        return name in self._imported

    def of(self, node: ast.expr) -> str | None:  # noqa: C901, PLR0911  one line a form
        """The kind of an expression: `SMS`, `API`, `CLIENT`, a class of our objects, or None."""
        match node:
            case ast.Name(id=name):
                return self._kinds.get(name)
            case ast.Await(value=inside) | ast.NamedExpr(value=inside) | ast.Starred(value=inside):
                return self.of(inside)
            case ast.Subscript(value=inside):
                return self.of(inside)
            case ast.BoolOp(values=values) | ast.List(elts=values) | ast.Tuple(elts=values):
                return next(filter(None, map(self.of, values)), None)
            case ast.Set(elts=values) | ast.Dict(values=values):
                return next(filter(None, map(self.of, values)), None)
            case ast.IfExp(body=first, orelse=other):
                return self.of(first) or self.of(other)
            case ast.ListComp(elt=item) | ast.SetComp(elt=item) | ast.GeneratorExp(elt=item):
                return self.of(item)
            case ast.DictComp(value=item):
                return self.of(item)
            case ast.Attribute(value=inside, attr=name):
                return self._attribute(inside, name)
            case ast.Call(func=function):
                return self._call(node, function)
            case _Annotation():
                return self._of_annotation(node.annotation)
            case _:
                return None

    def may_be_ours(self, node: ast.AST) -> bool:  # noqa: C901, PLR0911  one line a form
        """Whether an object of ours may come out of an expression, of whatever kind."""
        if isinstance(node, ast.expr) and self.of(node) is not None:
            return True
        match node:
            case ast.Name(id=name):
                return name in self._suspects
            case ast.Attribute(value=inside, attr=name):
                is_giving = name in _GIVING and self.of(inside) is None
                return f".{name}" in self._suspects or (is_giving and self.may_be_ours(inside))
            case ast.Call(func=function, args=given, keywords=named):
                if _last_name(function)[:1].isupper():  # an object of another class
                    return False
                if isinstance(function, ast.Attribute):
                    if self.of(function.value) is not None:
                        return False
                    function = function.value
                return any(map(self.may_be_ours, (function, *given, *named)))
            case ast.ListComp(elt=item) | ast.SetComp(elt=item) | ast.GeneratorExp(elt=item):
                return self.may_be_ours(item)
            case ast.DictComp(value=item) | ast.Subscript(value=item):
                return self.may_be_ours(item)
            case ast.Compare() | ast.JoinedStr() | _Annotation():
                return False
            case _:
                return any(map(self.may_be_ours, ast.iter_child_nodes(node)))

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
                    return GIVES.get(f"{kind}.{name}", kind if name in _TAKING else None)
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
            case ast.Call(func=ast.Attribute(value=target, attr=name), args=[value]) if (
                name in _PUTTING
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
    by = set(map(_last_name, function.decorator_list))
    name = f".{function.name}" if by & _PROPERTIES else f"{function.name}()"
    if function.returns is not None:
        yield name, _annotated(function.returns)
    for node in ast.walk(function):
        match node:
            case ast.Return(value=ast.expr() as value) | ast.Yield(value=ast.expr() as value):
                yield name, value
            case _:
                pass


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


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
        case ast.Subscript(value=inside):
            yield from _named(inside, value)
        case ast.Tuple(elts=targets) | ast.List(elts=targets):
            match value:
                case ast.Tuple(elts=values) if len(values) == len(targets):
                    for one, its in zip(targets, values, strict=True):
                        yield from _named(one, its)
                case ast.Call(func=ast.Name(id="enumerate") | ast.Attribute(attr="items")):
                    yield from _named(targets[-1], value)
                case _:
                    for one in targets:
                        yield from _named(one, value)
        case ast.Starred(value=inside):
            yield from _named(inside, value)
        case _:
            pass


def _names_service(node: ast.Call) -> bool:
    """Whether a call of `client` asks for this service."""
    given = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "service_name")]
    return any(isinstance(one, ast.Constant) and one.value == _SERVICE for one in given)

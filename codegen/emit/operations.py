"""Emits `smsvoice/operations`: one description of each operation, one module a group."""

from codegen.emit.source import BANNER, Module, lazy_package, lines, words
from codegen.plan import Plan, attribute
from codegen.read import ListShape, OperationShape, Plain, Structure

_IMPORTS = (
    "from functools import cache\n\nfrom smsvoice.core.operation import Effect, Operation, snake\n"
)
_LOOKUPS = '''

def effect_of(name: str) -> Effect:
    """What repeating an operation does; one newer than this package is `ONCE`."""
    if name in READS:
        return Effect.READS
    return Effect.ONCE if name in ONCE or name not in _GROUPS else Effect.REPEATABLE


def names() -> tuple[str, ...]:
    """AWS's names of all operations, sorted."""
    return tuple(_GROUPS)


def group_of(name: str) -> str:
    """The group that an operation belongs to, which is also the name of its module."""
    return _GROUPS[name]


def by_name(name: str) -> Operation[Any, Any]:
    """The description of an operation, by AWS's name, e.g. `by_name("CreatePool")`.

    Raises:
        KeyError: there is no operation of that name.
    """
    return _described(name)


@cache
def _described(name: str) -> Operation[Any, Any]:
    module = importlib.import_module(f"{__name__}.{_GROUPS[name]}")
    found: Operation[Any, Any] = getattr(module, snake(name).upper())
    return found
'''


def package(plan: Plan) -> str:
    """The package: finds an operation by AWS's name without loading more than its group."""
    names = sorted(plan.service.operations)
    groups = lines((f'"{name}": "{plan.group_of_operation[name]}"' for name in names), 4)
    must_have = lines((f'"{n}": "{m}"' for n in names if (m := plan.must_have(n)) is not None), 4)
    body = (
        f"\n\n_GROUPS = {{\n{groups}}}\n\n"
        f"READS = frozenset(\n    (\n{_of_effect(plan, 'READS')}    )\n)\n"
        '"""Operations to repeat freely; `Effect.READS`."""\n\n'
        f"ONCE = frozenset(\n    (\n{_of_effect(plan, 'ONCE')}    )\n)\n"
        '"""Operations to repeat only when they provably never left; `Effect.ONCE`."""\n\n'
        f"MUST_HAVE = {{\n{must_have}}}\n"
        '"""The member, under AWS\'s name, without which an answer of the operation is unusable."""'
        f"\n{_LOOKUPS}"
    )
    return lazy_package(
        "Every operation of the service, described once: request, result, effect, errors.",
        "smsvoice.operations",
        plan.operation_groups,
        body,
        _IMPORTS,
    )


def _of_effect(plan: Plan, effect: str) -> str:
    """The names of the operations with that effect, a line each."""
    return lines(f'"{n}"' for n in sorted(plan.service.operations) if plan.effect(n) == effect)


def releases(plan: Plan) -> str:
    """Which botocore knows what: consulted only when the installed one lacks something."""
    since = plan.tables.since

    def table(name: str) -> str:
        return "\n".join(f'    "{key}": "{value}",' for key, value in sorted(since[name].items()))

    newest = max(
        [*since["operations"].values(), *since["members"].values()],
        key=lambda version: tuple(map(int, version.split("."))),
    )
    return (
        '"""The botocore releases that brought what the oldest supported one may lack."""\n\n'
        f"{BANNER}\n\n"
        f'OLDEST = "{since["floor"]}"\n"""The oldest botocore that the tests run on."""\n\n'
        f'COMPLETE = "{newest}"\n"""From here on botocore knows all that this package knows."""\n\n'
        f"OPERATIONS: dict[str, str] = {{\n{table('operations')}\n}}\n\n"
        f"MEMBERS: dict[str, str] = {{\n{table('members')}\n}}\n"
    )


def group(plan: Plan, name: str) -> str:
    """One group's module."""
    module = Module(f"Operations of {words(name)}, each described once.")
    operations = [plan.service.operations[n] for n in plan.group_operations(name)]
    return module.source("\n".join(_operation(plan, one, module) for one in operations))


def _operation(plan: Plan, operation: OperationShape, module: Module) -> str:
    models = module.need("smsvoice.models", plan.group_of_operation[operation.name])
    errors = ", ".join(f'"{error}"' for error in operation.errors)
    effect = module.need("smsvoice.core.operation", "Effect")
    entries = [
        f'name="{operation.name}"',
        "home=__name__",
        f"request={models}.{operation.request}",
        f"result={models}.{operation.result}",
        f"effect={effect}.{plan.effect(operation.name)}",
        f"errors=frozenset(({errors}))",
    ]
    must_have = plan.must_have(operation.name)
    if must_have is not None:
        entries.append(f'must_have=("{attribute(must_have)}",)')
    kind = "Operation"
    if operation.paging is not None:
        kind = "PagedOperation"
        item = item_type(plan, operation)
        if "." in item:
            module.need("smsvoice.models", item.partition(".")[0])
        entries += [f"item={item}", f'items="{attribute(operation.paging.items)}"']
    module.need("smsvoice.core.operation", kind)
    return f"{attribute(operation.name).upper()} = {kind}(\n{lines(entries, 4)})\n"


def item_type(plan: Plan, operation: OperationShape) -> str:
    """The type of one item of a paged operation, as a module names it that imports groups."""
    shape = _item_shape(plan, operation)
    return f"{plan.group_of[shape.name]}.{shape.name}" if isinstance(shape, Structure) else "str"


def _item_shape(plan: Plan, operation: OperationShape) -> Structure | Plain:
    assert operation.paging is not None
    result = plan.service.shapes[operation.result]
    assert isinstance(result, Structure)
    (shape,) = (m.shape for m in result.members if m.name == operation.paging.items)
    listed = plan.service.shapes[shape]
    assert isinstance(listed, ListShape)
    found = plan.service.shapes[listed.item]
    assert isinstance(found, Structure | Plain)
    return found

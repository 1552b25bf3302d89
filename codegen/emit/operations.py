"""Emits `smsvoice/operations`: one description of each operation, one module a room."""

from codegen.emit.source import BANNER, lazy_package, spoken
from codegen.plan import Plan, attribute
from codegen.read import ListShape, OperationShape, Plain, Structure


def package(plan: Plan) -> str:
    """The package: finds an operation by AWS's name without loading more than its room."""
    homes = "\n".join(
        f'    "{name}": "{room}",' for name, room in sorted(plan.room_of_operation.items())
    )
    must_have = "\n".join(
        f'    "{name}": "{member}",'
        for name in sorted(plan.service.operations)
        if (member := plan.must_have(name)) is not None
    )
    more = (
        f"\n\n_HOMES = {{\n{homes}\n}}\n\n"
        f"READS = frozenset(\n    (\n{_of_effect(plan, 'READS')}\n    )\n)\n"
        '"""Operations to repeat freely; `Effect.READS`."""\n\n'
        f"ONCE = frozenset(\n    (\n{_of_effect(plan, 'ONCE')}\n    )\n)\n"
        '"""Operations to repeat only when they provably never left; `Effect.ONCE`."""\n\n'
        f"MUST_HAVE = {{\n{must_have}\n}}\n"
        '"""The member, under AWS\'s name, without which an answer of the operation is unusable."""'
        "\n\n\n"
        "def effect_of(name: str) -> Effect:\n"
        '    """What repeating an operation does; one newer than this package is `ONCE`."""\n'
        "    if name in READS:\n"
        "        return Effect.READS\n"
        "    return Effect.ONCE if name in ONCE or name not in _HOMES else Effect.REPEATABLE\n\n\n"
        "def names() -> tuple[str, ...]:\n"
        '    """AWS\'s names of all operations, sorted."""\n'
        "    return tuple(_HOMES)\n\n\n"
        "def room_of(name: str) -> str:\n"
        '    """The room that an operation belongs to."""\n'
        "    return _HOMES[name]\n\n\n"
        "def by_name(name: str) -> Operation[Any, Any]:\n"
        '    """The description of an operation, by AWS\'s name, e.g. `by_name("CreatePool")`.\n\n'
        "    Raises:\n        KeyError: there is no operation of that name.\n"
        '    """\n'
        '    home = importlib.import_module(f"{__name__}.{_HOMES[name]}")\n'
        "    found: Operation[Any, Any] = getattr(home, snake(name).upper())\n"
        "    return found\n"
    )
    return lazy_package(
        "Every operation of the service, described once: request, result, effect, errors.",
        plan.operation_rooms,
        more,
        "\nfrom smsvoice.core.operation import Effect, Operation, snake\n",
    ).replace("smsvoice.PACKAGE", "smsvoice.operations")


def _of_effect(plan: Plan, effect: str) -> str:
    """The names of the operations with that effect, a line each."""
    names = (n for n in sorted(plan.service.operations) if plan.effect(n) == effect)
    return "\n".join(f'        "{name}",' for name in names)


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


def room(plan: Plan, name: str) -> str:
    """One room's module."""
    names = plan.room_operations(name)
    paged = [n for n in names if plan.service.operations[n].paging]
    modules = {name} | {_home_of_item(plan, plan.service.operations[n]) for n in paged}
    kinds = ["Effect"]
    if len(paged) < len(names):
        kinds.append("Operation")
    if paged:
        kinds.append("PagedOperation")
    return (
        f'"""Operations of {spoken(name)}, each described once."""\n\n{BANNER}\n\n'
        f"from smsvoice.core.operation import {', '.join(kinds)}\n"
        f"from smsvoice.models import {', '.join(sorted(m for m in modules if m))}\n\n"
        + "\n".join(_operation(plan, plan.service.operations[n]) for n in names)
    )


def _operation(plan: Plan, operation: OperationShape) -> str:
    home = plan.room_of_operation[operation.name]
    errors = ", ".join(f'"{error}"' for error in operation.errors)
    lines = [
        f'name="{operation.name}"',
        "home=__name__",
        f"request={home}.{operation.request}",
        f"result={home}.{operation.result}",
        f"effect=Effect.{plan.effect(operation.name)}",
        f"errors=frozenset(({errors}))",
    ]
    must_have = plan.must_have(operation.name)
    if must_have is not None:
        lines.append(f'must_have=("{attribute(must_have)}",)')
    kind = "Operation"
    if operation.paging is not None:
        kind = "PagedOperation"
        lines += [
            f"item={item(plan, operation)}",
            f'items="{attribute(operation.paging.items)}"',
        ]
    constant = attribute(operation.name).upper()
    return f"{constant} = {kind}(\n    " + ",\n    ".join(lines) + ",\n)\n"


def item_shape(plan: Plan, operation: OperationShape) -> Structure | Plain:
    """The shape of one item of a paged operation."""
    assert operation.paging is not None
    result = plan.service.shapes[operation.result]
    assert isinstance(result, Structure)
    (shape,) = (m.shape for m in result.members if m.name == operation.paging.items)
    listed = plan.service.shapes[shape]
    assert isinstance(listed, ListShape)
    found = plan.service.shapes[listed.item]
    assert isinstance(found, Structure | Plain)
    return found


def item(plan: Plan, operation: OperationShape) -> str:
    """The type of one item of a paged operation, as a module knows it that imports rooms."""
    shape = item_shape(plan, operation)
    return f"{plan.room_of[shape.name]}.{shape.name}" if isinstance(shape, Structure) else "str"


def _home_of_item(plan: Plan, operation: OperationShape) -> str:
    shape = item_shape(plan, operation)
    return plan.room_of[shape.name] if isinstance(shape, Structure) else ""

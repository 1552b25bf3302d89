"""What one service model has that another lacks, down to enum values and limits."""

from collections.abc import Iterable, Iterator

from codegen.read import EnumShape, ListShape, MapShape, Plain, Service, Structure


def difference(older: Service, newer: Service) -> str:
    """A report, one finding a line, sorted; `+` is new, `-` is gone, `~` has other limits."""
    findings = sorted(
        [
            *_sets("operation", older.operations, newer.operations),
            *_sets("structure", _names(older, Structure), _names(newer, Structure)),
            *_sets("enum", _names(older, EnumShape), _names(newer, EnumShape)),
            *_sets("member", _members(older), _members(newer)),
            *_sets("enum value", _values(older), _values(newer)),
            *_limits(older, newer),
        ],
        key=lambda finding: (finding[2:], finding),
    )
    head = f"{older.version} -> {newer.version}: {len(findings)} differences"
    return "\n".join([head, *findings])


def _sets(kind: str, before: Iterable[str], after: Iterable[str]) -> Iterator[str]:
    before, after = set(before), set(after)
    yield from (f"+ {kind} {name}" for name in after - before)
    yield from (f"- {kind} {name}" for name in before - after)


def _names(service: Service, kind: type) -> Iterator[str]:
    return (shape.name for shape in service.shapes.values() if isinstance(shape, kind))


def _members(service: Service) -> Iterator[str]:
    for structure in service.structures():
        yield from (f"{structure.name}.{member.name}" for member in structure.members)


def _values(service: Service) -> Iterator[str]:
    for enum in service.enums():
        yield from (f"{enum.name}.{value}" for value in enum.values)


def _limits(older: Service, newer: Service) -> Iterator[str]:
    for name, shape in newer.shapes.items():
        before = older.shapes.get(name)
        if isinstance(shape, Plain | ListShape | MapShape) and before not in (None, shape):
            yield f"~ limits of {name}"

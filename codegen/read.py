"""botocore's service model as plain dataclasses: what the emitters need, and no more."""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import botocore

SERVICE = "pinpoint-sms-voice-v2"


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a structure, and the shape that it has."""

    name: str
    shape: str
    required: bool
    is_token: bool
    """Whether botocore fills it in so that a repeated request is recognised."""


@dataclass(frozen=True, slots=True)
class Structure:
    """A shape with named members."""

    name: str
    members: tuple[Member, ...]
    is_union: bool = False
    is_error: bool = False


@dataclass(frozen=True, slots=True)
class EnumShape:
    """A string that takes one of the listed values."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """Text, number, flag, blob or time, with its limits."""

    name: str
    kind: str
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class ListShape:
    """A list of one shape."""

    name: str
    item: str
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class MapShape:
    """A map from one shape to another."""

    name: str
    key: str
    value: str
    minimum: int | None = None
    maximum: int | None = None


Shape = Structure | EnumShape | Plain | ListShape | MapShape


@dataclass(frozen=True, slots=True)
class Paging:
    """How an operation answers in pages."""

    token_in: str
    token_out: str
    items: str


@dataclass(frozen=True, slots=True)
class OperationShape:
    """One operation: what it takes and gives, and how it may refuse."""

    name: str
    request: str
    result: str
    errors: tuple[str, ...]
    paging: Paging | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """A whole service model."""

    operations: Mapping[str, OperationShape]
    shapes: Mapping[str, Shape]
    version: str = ""
    input_shapes: frozenset[str] = frozenset()
    """Shapes that callers write."""
    output_shapes: frozenset[str] = frozenset()
    """Shapes that AWS writes."""

    def structures(self) -> Iterator[Structure]:
        """The structures, errors included."""
        return (shape for shape in self.shapes.values() if isinstance(shape, Structure))

    def enums(self) -> Iterator[EnumShape]:
        """The enums."""
        return (shape for shape in self.shapes.values() if isinstance(shape, EnumShape))


def installed() -> Service:
    """The service model of the installed botocore."""
    data = Path(botocore.__file__).parent / "data" / SERVICE
    newest = max(path for path in data.iterdir() if path.is_dir())
    return read(newest, version=botocore.__version__)


def read(folder: Path, version: str = "") -> Service:
    """The service model in a folder that holds `service-2.json` and `paginators-1.json`."""
    model, pages = _json(folder / "service-2.json"), _json(folder / "paginators-1.json")
    return parse(model, pages, version or folder.name)


def parse(model: Mapping[str, Any], pages: Mapping[str, Any], version: str) -> Service:
    """A service model as botocore ships it, put into dataclasses."""
    shapes = {name: _shape(name, raw) for name, raw in model["shapes"].items()}
    paging = pages["pagination"]
    operations = {
        name: OperationShape(
            name=name,
            request=raw["input"]["shape"],
            result=raw["output"]["shape"],
            errors=tuple(sorted(error["shape"] for error in raw.get("errors", ()))),
            paging=_paging(paging[name]) if name in paging else None,
        )
        for name, raw in sorted(model["operations"].items())
    }
    return Service(
        operations=operations,
        shapes=shapes,
        version=version,
        input_shapes=_reached(shapes, (operation.request for operation in operations.values())),
        output_shapes=_reached(shapes, (operation.result for operation in operations.values())),
    )


def _json(path: Path) -> Any:
    packed = path.with_name(path.name + ".gz")
    return json.loads(gzip.decompress(packed.read_bytes()) if packed.exists() else path.read_text())


def _shape(name: str, raw: Mapping[str, Any]) -> Shape:
    minimum, maximum = raw.get("min"), raw.get("max")
    match raw["type"]:
        case "structure":
            return _structure(name, raw)
        case "list":
            return ListShape(name, raw["member"]["shape"], minimum, maximum)
        case "map":
            return MapShape(name, raw["key"]["shape"], raw["value"]["shape"], minimum, maximum)
        case "string" if "enum" in raw:
            return EnumShape(name, tuple(raw["enum"]))
        case kind:
            return Plain(name, kind, minimum, maximum, raw.get("pattern"))


def _structure(name: str, raw: Mapping[str, Any]) -> Structure:
    required = set(raw.get("required", ()))
    return Structure(
        name=name,
        members=tuple(
            Member(
                member,
                content["shape"],
                member in required,
                bool(content.get("idempotencyToken")),
            )
            for member, content in raw["members"].items()
        ),
        is_union=bool(raw.get("union")),
        is_error=bool(raw.get("exception")),
    )


def _paging(raw: Mapping[str, Any]) -> Paging:
    return Paging(raw["input_token"], raw["output_token"], raw["result_key"])


def _reached(shapes: Mapping[str, Shape], roots: Iterator[str]) -> frozenset[str]:
    seen: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        waiting += parts(shapes[name])
    return frozenset(seen)


def parts(shape: Shape) -> list[str]:
    """The shapes that a shape is made of."""
    match shape:
        case Structure():
            return [member.shape for member in shape.members]
        case ListShape():
            return [shape.item]
        case MapShape():
            return [shape.key, shape.value]
        case _:
            return []

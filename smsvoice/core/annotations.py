"""What the annotation of a model's member holds: the one walk over types."""

from collections.abc import Iterator
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

Kind = TypeVar("Kind")


def parts_of(annotation: Any) -> Iterator[Any]:
    """The annotation, then all that it is made of, outermost first; rules of Annotated included."""
    yield annotation
    for part in get_args(annotation):
        yield from parts_of(part)


def class_in(annotation: Any, base: type[Kind]) -> type[Kind] | None:
    """The first class within an annotation that is `base` or derived from it."""
    for part in parts_of(annotation):
        if isinstance(part, type) and issubclass(part, base):
            return part
    return None


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation holds, directly or in a list or map."""
    return class_in(annotation, BaseModel)


def has_container(annotation: Any, kind: type) -> bool:
    """Whether an annotation is a container of a kind, such as `Mapping`, or holds one."""
    origins = (get_origin(part) for part in parts_of(annotation))
    return any(isinstance(origin, type) and issubclass(origin, kind) for origin in origins)


def bare(annotation: Any) -> Any:
    """An annotation without its rules and without None."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    parts = [part for part in get_args(annotation) if part is not type(None)]
    if type(None) in get_args(annotation) and len(parts) == 1:
        return bare(parts[0])
    return annotation

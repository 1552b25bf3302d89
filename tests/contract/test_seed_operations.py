"""The acceptance table: each of its operations, members and enum values stands in our models."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from smsvoice import operations
from smsvoice.core.enums import OpenEnum

SEED: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("seed_operations.json").read_text()
)
BY_METHOD = {operations.by_name(name).method: name for name in operations.names()}


def parts(annotation: Any) -> Iterator[Any]:
    """An annotation and all that it is made of."""
    yield annotation
    for part in get_args(annotation):
        yield from parts(part)


def only(annotation: Any, kind: type) -> Any:
    """The one class of a kind within an annotation."""
    found = {p for p in parts(annotation) if isinstance(p, type) and issubclass(p, kind)}
    assert len(found) == 1, f"{annotation} holds {len(found)} of {kind.__name__}"
    return found.pop()


def check(model: type[BaseModel], shape: dict[str, Any]) -> int:
    """Find every member and enum value of a shape in a model; how many were looked at."""
    aliases = {str(f.validation_alias or f.alias): f for f in model.model_fields.values()}
    seen = 0
    for member, content in shape.items():
        assert member in aliases, f"{model.__name__} has no {member}"
        seen += 1 + check_value(aliases[member].annotation, content)
    return seen


def check_value(annotation: Any, content: Any) -> int:
    """Find a member's own members or values."""
    match content:
        case {"<enum>": values}:
            enum = only(annotation, OpenEnum)
            assert set(values) <= {one.value for one in enum}, enum.__name__
            return len(values)
        case {"<map>": inner} | [inner]:
            return check_value(annotation, inner)
        case dict():
            return check(only(annotation, BaseModel), content)
        case _:
            return 0


def test_the_table_has_its_thirty_seven_operations() -> None:
    """Nothing was lost in copying."""
    assert len(SEED) == 37


@pytest.mark.parametrize("method", SEED)
def test_an_operation_of_the_table_is_there_with_all_it_has(method: str) -> None:
    """Every member and enum value of request and response."""
    operation = operations.by_name(BY_METHOD[method])

    seen = check(operation.request, SEED[method]["request"])
    seen += check(operation.result, SEED[method]["response"])

    assert seen > 0

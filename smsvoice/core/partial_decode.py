"""When an answer does not fit: member by member, keeping what does.

A missing or misfit member becomes None; what was there instead is kept under AWS's name with the
unknown members. Nothing here is fast, since nothing here is usual.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar, cast

import pydantic
from pydantic import BaseModel, ValidationError

from smsvoice.core.annotations import has_container, model_in
from smsvoice.core.enums import RESPONSE
from smsvoice.core.model import OutputModel, SharedModel

Model = TypeVar("Model", bound=BaseModel)


class WrongTypeError(ValueError):
    """A value that is not even of the right kind."""


def build_partial(model: type[Model], members: Mapping[str, Any], noted: list[str]) -> Model:
    """A model of every member that fits; what does not is noted."""
    values: dict[str, Any] = {}
    given: set[str] = set()
    unknown = dict(members)
    for name, field in model.model_fields.items():
        alias = str(field.validation_alias or field.alias or name)
        raw = unknown.pop(alias, None)
        values[name] = None
        if raw is None:
            if field.is_required():
                noted.append(f"no {model.__name__}.{alias}, which was promised")
            continue
        try:
            values[name] = _value(model, name, field.annotation, raw, noted)
            given.add(name)
        except (ValidationError, WrongTypeError):
            noted.append(f"{model.__name__}.{alias} of another type than promised")
            unknown[alias] = raw
    kept = unknown if issubclass(model, OutputModel | SharedModel) else None
    return _made(model, values, given, kept)


def _made(
    model: type[Model], values: dict[str, Any], given: set[str], extra: dict[str, Any] | None
) -> Model:
    # Pydantic's own model_construct takes a member given as None for a stranger.
    made = model.__new__(model)
    object.__setattr__(made, "__dict__", values)
    object.__setattr__(made, "__pydantic_fields_set__", given)
    object.__setattr__(made, "__pydantic_extra__", extra)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


def in_utc(value: Any) -> Any:
    """The same value with every time in UTC; botocore's own parser gives local time."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    if isinstance(value, dict):
        return {key: in_utc(one) for key, one in cast("dict[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [in_utc(one) for one in cast("list[Any]", value)]
    return value


def _value(
    model: type[BaseModel], name: str, annotation: Any, raw: Any, noted: list[str]
) -> object:
    nested = model_in(annotation)
    if nested is None:
        return _adapter(model, name).validate_python(raw, context=RESPONSE)
    if has_container(annotation, Mapping):
        return {key: _part(nested, one, noted) for key, one in _mapping(raw).items()}
    if has_container(annotation, tuple):
        if not isinstance(raw, list | tuple):
            raise WrongTypeError
        return tuple(_part(nested, one, noted) for one in cast("list[Any]", raw))
    return _part(nested, raw, noted)


def _part(nested: type[Model], raw: Any, noted: list[str]) -> Model:
    return raw if isinstance(raw, nested) else build_partial(nested, _mapping(raw), noted)


def _mapping(raw: Any) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise WrongTypeError
    return cast("Mapping[str, Any]", raw)


@cache
def _adapter(model: type[BaseModel], name: str) -> "pydantic.TypeAdapter[Any]":
    return pydantic.TypeAdapter(model.model_fields[name].rebuild_annotation())

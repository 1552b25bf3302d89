"""Records without validation: what the emulator itself puts together has the right types already.

Records of a model share the set of their members' names, which is most of a small record's memory.
"""

from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

Model = TypeVar("Model", bound=BaseModel)
_set = object.__setattr__
_NOTHING: dict[str, Any] = {}


@cache
def _defaults(model: type[BaseModel]) -> dict[str, Any]:
    """Every member in its place, so that records of a model are all written alike."""
    return {
        name: None if field.is_required() else field.get_default(call_default_factory=True)
        for name, field in model.model_fields.items()
    }


@cache
def names_of(model: type[BaseModel]) -> set[str]:
    """The names of a model's members, one set for all who ask; to be changed by none of them."""
    return set(model.model_fields)


def build(model: type[Model], **members: Any) -> Model:
    """A record of members that are right: all that the model requires; others have defaults."""
    return _made(model, _defaults(model) | members)


def altered(record: Model, members: dict[str, Any]) -> Model:
    """A copy of a record with other members."""
    if record.__pydantic_extra__ or record.__pydantic_private__:
        return record.model_copy(update=members)
    return _made(type(record), record.__dict__ | members)


def share_names(record: BaseModel) -> None:
    """Let a record that was read have the set of names that all of its model have."""
    if not record.__pydantic_extra__:
        _set(record, "__pydantic_fields_set__", names_of(type(record)))
        _set(record, "__pydantic_extra__", _NOTHING)


def _made(model: type[Model], members: dict[str, Any]) -> Model:
    made = model.__new__(model)
    _set(made, "__dict__", members)
    _set(made, "__pydantic_fields_set__", names_of(model))
    _set(made, "__pydantic_extra__", _NOTHING)
    _set(made, "__pydantic_private__", None)
    return made

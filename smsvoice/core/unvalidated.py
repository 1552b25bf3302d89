"""Requests whose rules AWS is to check: only what botocore could not write down is refused here.

Names and kinds are put right (a nested dict becomes its model, a mapping of tags a list of pairs);
lengths, ranges, patterns, listed values and what is missing are left alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from math import isfinite
from typing import Any, TypeVar, cast, get_args, get_origin

from pydantic import AwareDatetime, BaseModel
from pydantic_core import PydanticCustomError

from smsvoice.core.annotations import bare
from smsvoice.core.constraints import as_bytes, as_pairs
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.model import InputModel, Waived
from smsvoice.core.request_errors import unknown_member

Model = TypeVar("Model", bound=InputModel)
Reader = Callable[[Any, str, list[Problem]], Any]
"""Takes a value, where it stands, and the list of what is wrong so far; gives what to send."""


def build_unvalidated(model: type[Model], members: Mapping[str, Any]) -> Model:
    """A request of members in our names or AWS's; None is left out.

    Raises:
        RequestError: a member is unknown, or of a kind that cannot be sent at all.
    """
    problems: list[Problem] = []
    request = _structure(model, members, "", problems)
    if problems:
        raise RequestError(model.__name__, problems)
    return request


def _structure(
    model: type[Model], members: Mapping[str, Any], path: str, problems: list[Problem]
) -> Model:
    names = _names(model)
    values: dict[str, Any] = {}
    for given, value in members.items():
        name = names.get(given)
        if name is None:
            problem = unknown_member(model, str(given))
            problems.append(problem._replace(field=f"{path}{given}", kind="extra_forbidden"))
        elif value is not None:
            values[name] = _reader(model, name)(value, f"{path}{name}", problems)
    made = model.model_construct(**values)
    object.__setattr__(made, "__pydantic_fields_set__", Waived(values))
    return made


@cache
def _names(model: type[BaseModel]) -> dict[str, str]:
    """Our names of a model's members, by either name."""
    fields = model.model_fields.items()
    return {str(f.validation_alias or f.alias): name for name, f in fields} | {
        n: n for n, _ in fields
    }


@cache
def _reader(model: type[BaseModel], name: str) -> Reader:
    return _reader_of(model.model_fields[name].annotation)


def _reader_of(annotation: Any) -> Reader:
    kind = bare(annotation)
    origin = get_origin(kind)
    if isinstance(kind, type) and issubclass(kind, InputModel):
        return _nested(kind)
    if origin in (Sequence, tuple):
        return _listed(get_args(kind)[0])
    if origin is Mapping:
        return _mapped(get_args(kind)[1])
    if kind is bytes:
        return _blob
    return _moment if kind in (datetime, AwareDatetime) else _plain


def _nested(model: type[InputModel]) -> Reader:
    def read(value: Any, path: str, problems: list[Problem]) -> Any:
        if isinstance(value, model):
            return value
        if isinstance(value, Mapping):
            members = cast("Mapping[str, Any]", value)
            return _structure(model, members, f"{path}.", problems)
        problems.append(Problem(path, f"must be a mapping or a {model.__name__}"))
        return None

    return read


def _listed(item: Any) -> Reader:
    read_one = _reader_of(item)
    model = bare(item)
    paired = False
    if isinstance(model, type) and issubclass(model, InputModel):
        paired = model.model_fields.keys() == {"key", "value"}

    def read(value: Any, path: str, problems: list[Problem]) -> Any:
        try:
            several = as_pairs(value) if paired else value
        except PydanticCustomError as wrong:
            problems.append(Problem(path, wrong.message()))
            return None
        if isinstance(several, str | bytes | Mapping) or not isinstance(several, Iterable):
            problems.append(Problem(path, "must be a list"))
            return None
        items = enumerate(cast("Iterable[object]", several))
        return tuple(read_one(one, f"{path}[{place}]", problems) for place, one in items)

    return read


def _mapped(value_kind: Any) -> Reader:
    read_one = _reader_of(value_kind)

    def read(value: Any, path: str, problems: list[Problem]) -> Any:
        entries = cast("Mapping[object, Any]", value) if isinstance(value, Mapping) else None
        if entries is None or not all(isinstance(key, str) for key in entries):
            problems.append(Problem(path, "must be a mapping with keys of text"))
            return None
        inside = f"{path}[...]"  # keys may be private
        return {str(key): read_one(one, inside, problems) for key, one in entries.items()}

    return read


def _blob(value: Any, path: str, problems: list[Problem]) -> Any:
    try:
        found = as_bytes(value)
    except PydanticCustomError as wrong:
        problems.append(Problem(path, wrong.message()))
        return None
    if not isinstance(found, bytes):
        problems.append(Problem(path, "must be bytes"))
    return found


def _moment(value: Any, path: str, problems: list[Problem]) -> Any:
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            value = None
    if not isinstance(value, datetime) and not _is_number(value):
        problems.append(Problem(path, "must be a datetime"))
    return value


def _plain(value: Any, path: str, problems: list[Problem]) -> Any:
    if not isinstance(value, str) and not _is_number(value):
        problems.append(Problem(path, "must be text, a finite number, True or False"))
    return value


def _is_number(value: Any) -> bool:
    return isinstance(value, int) or (isinstance(value, float) and isfinite(value))

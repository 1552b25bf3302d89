"""The one door out and the one door in: models to AWS's members, AWS's bytes to models.

Requests keep every falsy value and leave out only what is None. Answers are decoded without a
detour from the bytes; what does not fit is kept, noted and warned about, and raises only when the
caller asked for strictness.
"""

import json
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from smsvoice.core.enums import ANSWER, unknown_values
from smsvoice.core.explain import request_error
from smsvoice.core.model import OutputModel, RequestModel, ResponseMetadata, ResultModel, SharedModel
from smsvoice.core.problems import AnswerError, AnswerWarning

Model = TypeVar("Model", bound=BaseModel)
Result = TypeVar("Result", bound=ResultModel)
Request = TypeVar("Request", bound=RequestModel)

MAX_DEPTH = 64
"""Answers nested deeper than this are not AWS's."""


class UndecodableError(ValueError):
    """The bytes are no JSON object: cut short, empty, or somebody else's page."""


def encode(request: BaseModel) -> dict[str, Any]:
    """The request as botocore wants it: AWS's names, absent members left out, falsy ones kept."""
    return request.__pydantic_serializer__.to_python(
        request, mode="python", by_alias=True, exclude_none=True, warnings=False
    )


def dump(answer: BaseModel) -> dict[str, Any]:
    """An answer as botocore would have given it, unknown members included."""
    return answer.__pydantic_serializer__.to_python(
        answer, mode="python", by_alias=True, exclude_none=True, warnings=False
    )


def unchecked(model: type[Request], members: Mapping[str, Any]) -> Request:
    """A request that nobody checked, for callers who leave that to AWS."""
    return model.model_construct(**{k: v for k, v in members.items() if v is not None})


def read_request(model: type[Request], body: bytes) -> Request:
    """A request from its bytes, as a service reads it: members that it does not know are passed over.

    Raises:
        UndecodableError: the bytes are no JSON object.
        RequestError: a member breaks a rule.
    """
    try:
        return model.__pydantic_validator__.validate_json(body or b"{}", extra="ignore")
    except ValidationError as invalid:
        kinds = {(error["type"], error["loc"]) for error in invalid.errors(include_url=False)}
        if any(kind == "json_invalid" or (not where) for kind, where in kinds if kind != "value_error"):
            raise UndecodableError("the body is no JSON object") from None
        raise request_error(model, invalid) from None


def write(answer: BaseModel) -> bytes:
    """The bytes of an answer or record, as AWS writes them: absent members left out, seconds since 1970."""
    return answer.__pydantic_serializer__.to_json(answer, by_alias=True, exclude_none=True)


def decode_json(model: type[Result], body: bytes) -> tuple[Result, list[str]]:
    """The result that the bytes of an answer hold, and what about it is new or amiss."""
    with _noting() as noted:
        try:
            result = model.__pydantic_validator__.validate_json(
                body or b"{}", extra="allow", context=ANSWER
            )
        except ValidationError as invalid:
            if any(error["type"] == "json_invalid" for error in invalid.errors(include_url=False)):
                raise UndecodableError("the body is no JSON") from None
            noted.clear()
            result = _lenient(model, _json_object(body), noted)
        _finish(result, noted)
    return result, noted


def decode_members(model: type[Result], members: Mapping[str, Any]) -> tuple[Result, list[str]]:
    """The result that botocore has parsed already, as `Stubber` gives it."""
    with _noting() as noted:
        try:
            result = model.__pydantic_validator__.validate_python(
                dict(members), extra="allow", context=ANSWER
            )
        except ValidationError:
            noted.clear()
            result = _lenient(model, members, noted)
        _finish(result, noted)
    return result, noted


def tell(operation: str, noted: list[str], *, strict: bool) -> None:
    """Warn once about an answer, or raise when the caller asked for strictness."""
    if not noted:
        return
    found = tuple(dict.fromkeys(noted))
    if strict:
        raise AnswerError(operation, found)
    warnings.warn(f"{operation} answered with {'; '.join(found)}", AnswerWarning, stacklevel=4)


def with_metadata(result: Result, metadata: ResponseMetadata) -> Result:
    """The same result, knowing how it came."""
    result.__dict__["_response_metadata"] = metadata
    return result


@contextmanager
def _noting() -> Iterator[list[str]]:
    noted: list[str] = []
    token = unknown_values.set(noted)
    try:
        yield noted
    finally:
        unknown_values.reset(token)


def _json_object(body: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        raise UndecodableError("the body is no JSON") from None
    if not isinstance(found, dict):
        raise UndecodableError("the body is no JSON object")
    return found


# --- after validation: note unknown members, and let equal key sets share one fields_set ---------


@cache
def _nested(model: type[BaseModel]) -> tuple[str, ...]:
    """The members of a model that hold models, directly or in a list or map."""
    return tuple(
        name for name, field in model.model_fields.items() if _models_in(field.annotation)
    )


def _models_in(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_models_in(part) for part in get_args(annotation))


_shared_key_sets: dict[frozenset[str], set[str]] = {}


def _finish(model: BaseModel, noted: list[str]) -> None:
    extra = model.__pydantic_extra__
    if extra:
        noted.extend(f"{type(model).__name__}.{_printable(name)}, which is new" for name in extra)
    given = frozenset(model.__pydantic_fields_set__)
    object.__setattr__(
        model, "__pydantic_fields_set__", _shared_key_sets.setdefault(given, set(given))
    )
    for name in _nested(type(model)):
        value = model.__dict__.get(name)
        if value is None:
            continue
        if isinstance(value, BaseModel):
            _finish(value, noted)
            continue
        for part in value.values() if isinstance(value, dict) else value:
            if isinstance(part, BaseModel):
                _finish(part, noted)


def _printable(name: str) -> str:
    return name if name.isidentifier() and len(name) <= 64 else "a member"  # noqa: PLR2004


# --- when validation failed: member by member, keeping what fits ---------------------------------


def _lenient(model: type[Model], members: Mapping[str, Any], noted: list[str]) -> Model:
    """Every member that fits; a missing or misfit one becomes None, and the misfit is kept."""
    values: dict[str, Any] = {}
    given: set[str] = set()
    strangers = dict(members)
    for name, field in model.model_fields.items():
        alias = str(field.validation_alias or field.alias or name)
        raw = strangers.pop(alias, None)
        if raw is None:
            if field.is_required():
                noted.append(f"no {model.__name__}.{alias}, which was promised")
            values[name] = None
            continue
        try:
            values[name] = _value(model, name, field.annotation, raw, noted)
            given.add(name)
        except (ValidationError, UndecodableError):
            noted.append(f"{model.__name__}.{alias} of another type than promised")
            values[name] = None
            strangers[alias] = raw
    return model.model_construct(given, **values, **_extra(model, strangers))


def _extra(model: type[BaseModel], strangers: dict[str, Any]) -> dict[str, Any]:
    return strangers if issubclass(model, OutputModel | SharedModel) else {}


def _value(
    model: type[BaseModel], name: str, annotation: Any, raw: Any, noted: list[str]
) -> Any:
    nested = next((part for part in _flat(annotation) if _is_model(part)), None)
    if nested is None:
        return _adapter(model, name).validate_python(raw, context=ANSWER)
    if isinstance(raw, Mapping) and not _is_map(annotation):
        return _lenient(nested, raw, noted)
    if isinstance(raw, Mapping):
        return {key: _part(nested, value, noted) for key, value in raw.items()}
    if isinstance(raw, Iterable) and not isinstance(raw, str):
        return tuple(_part(nested, value, noted) for value in raw)
    raise UndecodableError


def _part(nested: type[BaseModel], raw: Any, noted: list[str]) -> BaseModel:
    if isinstance(raw, nested):
        return raw
    if not isinstance(raw, Mapping):
        raise UndecodableError
    return _lenient(nested, raw, noted)


def _is_model(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, BaseModel)


def _is_map(annotation: Any) -> bool:
    return any(get_origin(part) is not None and _is_mapping(part) for part in _flat(annotation))


def _is_mapping(part: Any) -> bool:
    origin = get_origin(part)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _flat(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _flat(part)


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    return TypeAdapter(field.rebuild_annotation(), config=None)


def folded(model: type[Model], before: Model | None, answer: BaseModel) -> Model:
    """What is known of a thing after an answer about it: the answer's members over those before."""
    known = {} if before is None else {n: before.__dict__.get(n) for n in model.model_fields}
    news = {n: v for n, v in answer.__dict__.items() if n in model.model_fields and v is not None}
    members = {name: None for name in model.model_fields} | known | news
    return model.model_construct({n for n, v in members.items() if v is not None}, **members)


def read_record(model: type[Model], body: bytes) -> Model:
    """A record from the bytes that `write` made of it."""
    return model.__pydantic_validator__.validate_json(body, extra="allow", context=ANSWER)


def told_of(model: type[Model], record: BaseModel, **more: Any) -> Model:
    """An answer made of a record's members that it has too, and of more."""
    shared = {n: v for n, v in record.__dict__.items() if n in model.model_fields}
    return model.__pydantic_validator__.validate_python(shared | more, context=ANSWER)

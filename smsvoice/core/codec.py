"""The client's codec: models to AWS's members, AWS's bytes to models.

Requests keep every falsy value and leave out only what is None. Answers are decoded without a
detour from the bytes; what does not fit is kept and noted.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from smsvoice.core.annotations import model_in
from smsvoice.core.enums import RESPONSE, unknown_values
from smsvoice.core.frames import without_frames
from smsvoice.core.model import Constructed, RequestModel, ResponseMetadata, ResultModel
from smsvoice.core.partial_decode import build_partial, in_utc
from smsvoice.core.redact import safe_name
from smsvoice.core.request_errors import request_error
from smsvoice.core.unvalidated import build_unvalidated

Model = TypeVar("Model", bound=BaseModel)
Result = TypeVar("Result", bound=ResultModel)
Request = TypeVar("Request", bound=RequestModel)


DEEPEST = 200
"""How deep an answer may be nested; AWS's own stay below ten."""


class UndecodableError(ValueError):
    """The bytes are no JSON object: cut short, empty, or the page of a proxy."""


def encode(request: BaseModel) -> dict[str, Any]:
    """The request as botocore wants it: AWS's names, absent members left out, falsy ones kept."""
    members: dict[str, Any] = request.__pydantic_serializer__.to_python(
        request, mode="python", by_alias=True, exclude_none=True, warnings=False
    )
    return members


def validated_request(model: type[Request], members: Mapping[str, Any]) -> Request:
    """A request that obeys every rule of AWS's model.

    Raises:
        RequestError: a member breaks a rule, is missing or unknown.
    """
    given = {name: value for name, value in members.items() if value is not None}
    try:
        request: Request = model.__pydantic_validator__.validate_python(given, extra="forbid")
    except ValidationError as invalid:
        wrong = request_error(model, invalid)
    else:
        return request
    del given, members
    raise without_frames(wrong)


def unvalidated_request(model: type[Request], members: Mapping[str, Any]) -> Request:
    """A request whose rules are not checked, for callers who leave that to AWS.

    Raises:
        RequestError: a member is unknown, or of a kind that cannot be sent at all.
    """
    return build_unvalidated(model, members)


def verified(request: Request) -> Request:
    """The same request, checked if it was made by `model_construct`, which checks nothing.

    Raises:
        RequestError: a member breaks a rule, is missing or unknown.
    """
    if type(request.__pydantic_fields_set__) is not Constructed:
        return request
    try:
        whole: Request = type(request).__pydantic_validator__.validate_python(
            request, extra="forbid"
        )
    except ValidationError as invalid:
        raise request_error(type(request), invalid) from None
    object.__setattr__(whole, "__pydantic_fields_set__", set(request.__pydantic_fields_set__))
    return whole


def decode_json(model: type[Result], body: bytes) -> tuple[Result, list[str]]:
    """The result that the bytes of an answer hold, and what about it is new or amiss.

    Raises:
        UndecodableError: the bytes are no JSON object.
    """
    noted: list[str] = []
    token = unknown_values.set(noted)
    try:
        result: Result = model.__pydantic_validator__.validate_json(
            body or b"{}", extra="allow", context=RESPONSE
        )
    except ValidationError:
        noted.clear()
        result = build_partial(model, must_be_object(body or b"{}"), noted)
    finally:
        unknown_values.reset(token)
    if result.__pydantic_extra__ or _nested(model):
        _finish((result,), noted)
    return result, noted


def decode_members(model: type[Result], members: Mapping[str, Any]) -> tuple[Result, list[str]]:
    """The result that botocore has parsed already, as `Stubber` gives it."""
    noted: list[str] = []
    token = unknown_values.set(noted)
    known: dict[str, Any] = in_utc(dict(members))
    try:
        result: Result = model.__pydantic_validator__.validate_python(
            known, extra="allow", context=RESPONSE
        )
    except ValidationError:
        noted.clear()
        result = build_partial(model, known, noted)
    finally:
        unknown_values.reset(token)
    _finish((result,), noted)
    return result, noted


def with_metadata(
    result: Result, metadata: ResponseMetadata, notes: tuple[str, ...] = ()
) -> Result:
    """The same result, knowing how it came and what is new about it."""
    vars(result)["_response_metadata"] = metadata
    if notes:
        vars(result)["_notes"] = notes
    return result


def must_be_object(body: bytes) -> dict[str, Any]:
    """The JSON object that bytes hold, as long as it is one that can be worked with.

    Raises:
        UndecodableError: the bytes are no JSON object, or one nested beyond all reason.
    """
    try:
        found: object = from_json(body)  # fast, and refuses what is nested deeper than DEEPEST
    except ValueError:
        found = _patiently_read(body)
    if not isinstance(found, dict):
        raise UndecodableError("the body is no JSON object")
    return cast("dict[str, Any]", found)


def _patiently_read(body: bytes) -> object:
    """JSON that Pydantic's reader refuses: halves of characters, other encodings."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise UndecodableError("the body is no JSON") from None
    layer = _containers([found])
    for _ in range(DEEPEST):
        layer = [part for whole in layer for part in _containers(whole)]
    if layer:
        raise UndecodableError(f"the body is nested more than {DEEPEST} deep")
    return found


def _containers(parts: Iterable[Any]) -> list[Iterable[Any]]:
    """Those that hold others, each as what it holds."""
    return [
        cast("Iterable[Any]", part.values() if isinstance(part, dict) else part)
        for part in parts
        if isinstance(part, dict | list)
    ]


# --- after validation: note unknown members, and let equal key sets share one fields_set ---------


@cache
def _nested(model: type[BaseModel]) -> tuple[str, ...]:
    """The members of a model that hold models, directly or in a list or map."""
    return tuple(n for n, field in model.model_fields.items() if model_in(field.annotation))


_MOST_KEY_SETS = 4096
_shared_key_sets: dict[frozenset[str], set[str]] = {}


def _finish(models: Sequence[BaseModel], noted: list[str]) -> None:
    """Finish models of one class: those of one list mostly have the same members."""
    kind = type(models[0])
    names: set[str] | None = None
    for model in models:
        if model.__pydantic_fields_set__ != names:
            names = _shared_key_set(model.__pydantic_fields_set__)
        object.__setattr__(model, "__pydantic_fields_set__", names)
        extra = model.__pydantic_extra__
        if extra:
            noted.extend(f"{kind.__name__}.{safe_name(name)}, which is new" for name in extra)
    for name in _nested(kind):
        inner = _models_in(models, name)
        if inner:
            _finish(inner, noted)


def _shared_key_set(given: set[str]) -> set[str]:
    """The set that models with these members share; beyond the bound, `given` itself."""
    key = frozenset(given)
    if key in _shared_key_sets or len(_shared_key_sets) < _MOST_KEY_SETS:
        return _shared_key_sets.setdefault(key, set(given))
    return given


def _models_in(models: Iterable[BaseModel], name: str) -> list[BaseModel]:
    """The models that one member of each of `models` holds."""
    found: list[BaseModel] = []
    for model in models:
        value: Any = model.__dict__.get(name)
        if value is None:
            continue
        if isinstance(value, BaseModel):
            found.append(value)
            continue
        parts = cast("Iterable[Any]", value.values() if isinstance(value, dict) else value)
        found.extend(part for part in parts if isinstance(part, BaseModel))
    return found


def merged(model: type[Model], before: Model | None, answer: BaseModel) -> Model:
    """What is known of a thing after an answer about it: the answer's members over those before.

    A member that a thing need not have, and that the answer could hold and does not, is cleared.
    """
    fields = model.model_fields
    known = {} if before is None else {n: before.__dict__.get(n) for n in fields}
    news = {
        n: v
        for n, v in answer.__dict__.items()
        if n in fields and (v is not None or not fields[n].is_required())
    }
    members = dict.fromkeys(fields) | known | news
    return model.model_construct({n for n, v in members.items() if v is not None}, **members)

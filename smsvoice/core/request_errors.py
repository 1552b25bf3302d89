"""From Pydantic's findings to RequestError: member, rule and remedy, and never the value."""

from collections.abc import Sized

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from smsvoice.core.annotations import class_in, model_in, parts_of
from smsvoice.core.constraints import Text
from smsvoice.core.enums import OpenEnum
from smsvoice.core.errors import Problem, RequestError
from smsvoice.core.names import nearest, nearest_argument
from smsvoice.core.redact import safe_name
from smsvoice.core.sentences import EXAMPLES, LOOKED_UP, in_brackets, sentence, text_wanted


def request_error(
    model: type[BaseModel], invalid: ValidationError, *, wire: bool = False
) -> RequestError:
    """Name every member at fault and the rule that it breaks.

    `wire` is for the answers of a service: nothing in them is advice about Python.
    """
    details = invalid.errors(include_url=False, include_context=True, include_input=True)
    faulty_items = {detail["loc"][:-1] for detail in details}
    found = [_problem(model, d, wire=wire) for d in details if not _counts_amiss(d, faulty_items)]
    return RequestError(model.__name__, tuple(dict.fromkeys(found)))


def unknown_member(model: type[BaseModel], name: str) -> Problem:
    """A member that the model does not have, with the nearest one that it has."""
    meant = nearest_argument(name, model.model_fields)
    return Problem(safe_name(name), f"{model.__name__} has no such member{meant}")


def _counts_amiss(detail: ErrorDetails, faulty_items: set[tuple[int | str, ...]]) -> bool:
    """Whether only items that were refused are missing: Pydantic counts those that passed."""
    if detail["type"] != "too_short":
        return False
    given = detail["input"]
    if isinstance(given, Sized):
        return len(given) >= int(detail.get("ctx", {})["min_length"])
    return detail["loc"] in faulty_items


def _problem(model: type[BaseModel], detail: ErrorDetails, *, wire: bool) -> Problem:
    path, owner = _path(model, detail["loc"])
    kind, limits = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        name = str(detail["loc"][-1])
        rule = "is no such member" if wire else unknown_member(owner, name).rule
        return Problem(path, rule, kind)
    if kind == "enum":
        return Problem(path, _enum_rule(owner, detail, wire=wire), kind)
    if kind == "string_type":
        rule = text_wanted(_pattern_of(owner, detail["loc"]))
        thing = isinstance(getattr(detail["input"], "id", None), str)
        return Problem(path, "must be text: give the id of the thing" if thing else rule, kind)
    if kind == "tuple_type" and isinstance(detail["input"], str | bytes):
        return Problem(path, "must be a list, even of one", kind)
    if "members" in limits and wire:
        fields = _model_at(model, detail["loc"]).model_fields.values()
        limits = {"members": ", ".join(str(f.validation_alias or f.alias) for f in fields)}
    rule = sentence(kind, limits, detail["msg"], wire=wire)
    if kind == "string_pattern_mismatch" and not wire:
        rule = _advice(path, detail, _pattern_of(owner, detail["loc"])) or rule
    if kind.startswith("string_too_"):
        rule += in_brackets(_pattern_of(owner, detail["loc"]))
    return Problem(path, rule, kind)


def _advice(path: str, detail: ErrorDetails, pattern: str | None) -> str | None:
    """What to write in Python where a pattern alone says too little."""
    if pattern == LOOKED_UP:
        return f"must be {EXAMPLES[LOOKED_UP]}: smsvoice.text.phone_number writes it"
    if path.startswith("phone_number_id") and str(detail["input"]).startswith("+"):
        return "must be an id (phone-...) or an ARN: phone_numbers.list() finds the id of a number"
    return None


def _enum_rule(owner: type[BaseModel], detail: ErrorDetails, *, wire: bool) -> str:
    field = _field_of(owner, detail["loc"])
    enum = class_in(field.annotation, OpenEnum) if field is not None else None
    given = detail["input"]
    if enum is None or not isinstance(given, str):
        return "must be text that AWS lists"
    known = [member.value for member in enum]
    listed = f"AWS lists no such {enum.__name__}{nearest(given, known) or _choices(known)}"
    newer = f'; {enum.__name__}("...") passes a value that is newer than this package'
    return listed if wire else listed + newer


def _choices(known: list[str]) -> str:
    return "; it takes " + ", ".join(known[:8]) + (", ..." if len(known) > 8 else "")  # noqa: PLR2004


def _path(model: type[BaseModel], location: tuple[int | str, ...]) -> tuple[str, type[BaseModel]]:
    """The member as a caller would write it, and the model that owns it; map keys are hidden."""
    path, owner, annotation = "", model, None
    for step in location:
        inside = owner if annotation is None else model_in(annotation)
        if isinstance(step, int):
            path += f"[{step}]"
        elif inside is not None and step in inside.model_fields:
            path += f".{step}" if path else step
            owner, annotation = inside, inside.model_fields[step].annotation
        elif inside is not None and annotation is None:
            path += f".{safe_name(step)}" if path else safe_name(step)
        elif inside is not None and step == location[-1]:
            path, owner = f"{path}.{safe_name(step)}", inside
        elif not path.endswith("[...]"):
            path += "[...]"  # a map's key, which may itself be private
    return path, owner


def _model_at(model: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel]:
    """The model that a place in a request holds: the last one on the way there."""
    inside = model
    for step in location:
        if isinstance(step, str) and step in inside.model_fields:
            inside = model_in(inside.model_fields[step].annotation) or inside
    return inside


def _field_of(owner: type[BaseModel], location: tuple[int | str, ...]) -> FieldInfo | None:
    names = [step for step in location if isinstance(step, str) and step in owner.model_fields]
    return owner.model_fields[names[-1]] if names else None


def _pattern_of(owner: type[BaseModel], location: tuple[int | str, ...]) -> str | None:
    """The pattern of the text that a place takes, if it has one."""
    field = _field_of(owner, location)
    if field is None:
        return None
    rules = [*field.metadata, *parts_of(field.annotation)]
    return next((rule.pattern for rule in rules if isinstance(rule, Text)), None)

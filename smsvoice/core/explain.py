"""From Pydantic's findings to RequestError: member, rule and remedy, and never the value."""

import difflib
from collections.abc import Iterable
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from smsvoice.core.enums import OpenEnum
from smsvoice.core.problems import Problem, RequestError


def request_error(model: type[BaseModel], invalid: ValidationError) -> RequestError:
    """Name every member at fault and the rule that it breaks."""
    details = invalid.errors(include_url=False, include_context=True, include_input=True)
    return RequestError(
        model.__name__, tuple(dict.fromkeys(_problem(model, detail) for detail in details))
    )


def unknown_member(model: type[BaseModel], name: str) -> Problem:
    """A member that the model does not have, with the nearest one that it has."""
    return Problem(name, f"{model.__name__} has no such member{nearest(name, model.model_fields)}")


def _problem(model: type[BaseModel], detail: ErrorDetails) -> Problem:
    path, owner = _path(model, detail["loc"])
    kind, limits = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        name = str(detail["loc"][-1])
        return Problem(path, unknown_member(owner, name).rule, kind)
    if kind == "enum":
        return Problem(path, _enum_rule(owner, detail), kind)
    return Problem(path, _rule(kind, limits, detail["msg"]), kind)


_RULES = {
    "missing": "is required",
    "string_too_short": "must have at least {min_length} characters",
    "string_too_long": "must have at most {max_length} characters",
    "string_pattern_mismatch": "must match {pattern}",
    "bytes_too_short": "must have at least {min_length} bytes",
    "bytes_too_long": "must have at most {max_length} bytes",
    "too_short": "must have at least {min_length} items",
    "too_long": "must have at most {max_length} items",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
    "timezone_aware": "must be a datetime with a time zone, e.g. datetime.now(UTC)",
    "value_error": "{error}",
}


def _rule(kind: str, limits: dict[str, Any], message: str) -> str:
    if "pattern" in limits:
        limits = limits | {"pattern": _readable(limits["pattern"])}
    if kind in _RULES:
        return _RULES[kind].format_map(limits)
    # Pydantic's own words name the type that is due and, with inputs hidden, no value.
    return message.replace("Input should", "must").replace("String should", "must")


def _readable(pattern: str) -> str:
    whole = pattern.removeprefix("^(?:").removesuffix(")$")
    return {
        r"[\s\S]*\S[\s\S]*": "more than white space",
        r"\+?[1-9][0-9]{1,18}": r"\+?[1-9][0-9]{1,18} (E.164, e.g. +12065550100)",
        r"[A-Z]{2}": "[A-Z]{2} (ISO 3166-1 alpha-2, e.g. US)",
        r"[0-9]{0,2}\.[0-9]{1,5}": r"[0-9]{0,2}\.[0-9]{1,5} (US dollars with a point, e.g. 0.05)",
    }.get(whole, whole)


def _enum_rule(owner: type[BaseModel], detail: ErrorDetails) -> str:
    enum = _enum_of(owner, detail["loc"])
    given = detail["input"]
    if enum is None or not isinstance(given, str):
        return "must be a string that AWS lists"
    known = [member.value for member in enum]
    return (
        f"AWS lists no such {enum.__name__}{nearest(given, known) or _choices(known)}"
        f'; {enum.__name__}("...") passes a value that is newer than this package'
    )


def _choices(known: list[str]) -> str:
    return "; it takes " + ", ".join(known[:8]) + (", ..." if len(known) > 8 else "")  # noqa: PLR2004


def nearest(name: str, known: Iterable[str]) -> str:
    """`; did you mean pool_id?`, or nothing when no known name is near."""
    by_fold = {one.casefold().replace("_", ""): one for one in known}
    near = difflib.get_close_matches(name.casefold().replace("_", ""), by_fold, n=1, cutoff=0.6)
    return f"; did you mean {by_fold[near[0]]}?" if near else ""


def _path(model: type[BaseModel], location: tuple[int | str, ...]) -> tuple[str, type[BaseModel]]:
    """The member as a caller would write it, and the model that owns it; map keys are hidden."""
    path, owner, annotation = "", model, None
    for step in location:
        inside = owner if annotation is None else _model_in(annotation)
        if isinstance(step, int):
            path += f"[{step}]"
        elif inside is not None and step in inside.model_fields:
            path += f".{step}" if path else step
            owner, annotation = inside, inside.model_fields[step].annotation
        elif inside is not None and annotation is None:
            path += f".{step}" if path else step
        elif inside is not None and step == location[-1]:
            path, owner = f"{path}.{step}", inside
        elif not path.endswith("[...]"):
            path += "[...]"  # a map's key, which may itself be private
    return path, owner


def _parts(annotation: Any) -> list[Any]:
    found: list[Any] = []
    waiting: list[Any] = [annotation]
    while waiting:
        part = waiting.pop()
        found.append(part)
        if get_origin(part) is not None:
            waiting += get_args(part)
    return found


def _model_in(annotation: Any) -> type[BaseModel] | None:
    for part in _parts(annotation):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
    return None


def _enum_of(owner: type[BaseModel], location: tuple[int | str, ...]) -> type[OpenEnum] | None:
    names = [step for step in location if isinstance(step, str) and step in owner.model_fields]
    if not names:
        return None
    field = owner.model_fields[names[-1]]
    for part in _parts(field.annotation):
        if isinstance(part, type) and issubclass(part, OpenEnum):
            return part
    return None

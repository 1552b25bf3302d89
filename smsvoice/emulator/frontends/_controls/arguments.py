"""What the bodies of the controls over HTTP may hold, checked before anything is done."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self, cast

from starlette.requests import ClientDisconnect, Request

from smsvoice.emulator.engine.setting_rules import is_count, is_number, is_region
from smsvoice.emulator.frontends._http_endpoint import read
from smsvoice.emulator.frontends.wrong import WrongError

_MOST_BYTES = 1024 * 1024
Schema = dict[str, Any]
"""A JSON Schema, as OpenAPI 3.1 has it."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a body: what fits, in words, and as a schema."""

    fits: Callable[[object], bool]
    text: str
    schema: Schema
    about: str = ""

    def __call__(self, about: str, **more: Any) -> Self:
        """The same with a description, and with more in its schema."""
        return replace(self, about=about, schema=self.schema | more)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _all(value: object, fits: Callable[[object], bool]) -> bool:
    return isinstance(value, list) and all(fits(one) for one in cast("list[object]", value))


TEXT = Member(_is_text, "must be text that is not empty", {"type": "string", "minLength": 1})
TEXTS = Member(
    lambda value: _all(value, _is_text),
    "must be a list of texts",
    {"type": "array", "items": {"type": "string", "minLength": 1}},
)
EVENTS = Member(
    lambda value: _all(value, lambda one: _is_text(one) or isinstance(one, dict)),
    "must be a list of event types, or of objects with an event_type",
    {"type": "array", "items": {"oneOf": [{"type": "string"}, {"type": "object"}]}},
)
OBJECT = Member(lambda value: isinstance(value, dict), "must be an object", {"type": "object"})
VALUES = Member(
    lambda value: (
        isinstance(value, dict)
        and all(
            _is_text(one) or _all(one, _is_text)
            for one in cast("dict[str, object]", value).values()
        )
    ),
    "must map field paths to texts or lists of texts",
    {
        "type": "object",
        "additionalProperties": {"oneOf": [{"type": "string"}, TEXTS.schema]},
    },
)
NUMBER = Member(is_number, "must be a number", {"type": "number"})
COUNT = Member(
    lambda value: is_count(value, 0),
    "must be a whole number, 0 or more",
    {"type": "integer", "minimum": 0},
)
REGION = Member(
    is_region,
    "must be the name of an AWS region, e.g. us-east-1",
    {"type": "string", "examples": ["us-east-1"]},
    "Where; the settings' region otherwise.",
)

Members = Mapping[str, Member]


async def body_of(request: Request) -> dict[str, Any]:
    """The members of a request's body.

    Raises:
        WrongError: it is no JSON object, or holds what no UTF-8 can carry.
    """
    try:
        body = await read(request, _MOST_BYTES)
    except ClientDisconnect:
        raise WrongError("the request ended early") from None
    if body is None:
        raise WrongError("the body is larger than 1 MiB")
    try:
        found: object = json.loads(body or b"{}", parse_constant=_no_number)
        json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise WrongError("a text in the body holds half a character: a lone surrogate") from None
    except (ValueError, RecursionError):
        raise WrongError("the body is no JSON") from None
    if not isinstance(found, dict):
        raise WrongError("the body must be a JSON object")
    return cast("dict[str, Any]", found)


def checked(
    given: Mapping[str, Any], members: Members, needed: Sequence[str] = ()
) -> dict[str, Any]:
    """The arguments that were given; null stands for a member that is absent.

    Raises:
        WrongError: one is unknown, missing or of the wrong kind.
    """
    present = {name: value for name, value in given.items() if value is not None}
    if unknown := sorted(set(present) - set(members)):
        there_are = ", ".join(members) or "none"
        raise WrongError(f"{', '.join(unknown)}: no such member; there are {there_are}")
    for name in needed:
        if name not in present:
            raise WrongError(f"{name} is missing")
    for name, value in present.items():
        if not members[name].fits(value):
            raise WrongError(f"{name} {members[name].text}")
    return present


def _no_number(text: str) -> None:
    """NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(text)

"""What the bodies of the controls over HTTP may hold, checked before anything is done."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from starlette.requests import ClientDisconnect, Request

from smsvoice.emulator.engine.setting_rules import Rule, is_count, is_number, is_region
from smsvoice.emulator.frontends._http_endpoint import read

_MOST_BYTES = 1024 * 1024


class WrongError(Exception):
    """A request to a control is wrong; the message names the reason."""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(_is_text(one) for one in cast("list[object]", value))


TEXT = Rule(_is_text, "must be text that is not empty")
TEXTS = Rule(_are_texts, "must be a list of texts")
EVENTS = Rule(
    lambda value: (
        isinstance(value, list)
        and all(_is_text(one) or isinstance(one, dict) for one in cast("list[object]", value))
    ),
    "must be a list of event types, or of objects with an event_type",
)
OBJECT = Rule(lambda value: isinstance(value, dict), "must be an object")
NUMBER = Rule(is_number, "must be a number")
COUNT = Rule(lambda value: is_count(value, 0), "must be a whole number, 0 or more")
REGION = Rule(is_region, "must be the name of an AWS region, e.g. us-east-1")


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
    given: Mapping[str, Any], rules: Mapping[str, Rule], needed: Sequence[str] = ()
) -> dict[str, Any]:
    """The arguments that were given; null stands for a member that is absent.

    Raises:
        WrongError: one is unknown, missing or of the wrong kind.
    """
    present = {name: value for name, value in given.items() if value is not None}
    if unknown := sorted(set(present) - set(rules)):
        there_are = ", ".join(rules) or "none"
        raise WrongError(f"{', '.join(unknown)}: no such member; there are {there_are}")
    for name in needed:
        if name not in present:
            raise WrongError(f"{name} is missing")
    for name, value in present.items():
        if not rules[name].fits(value):
            raise WrongError(f"{name} {rules[name].text}")
    return present


def _no_number(text: str) -> None:
    """NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(text)

"""Keeping phone numbers, message bodies and codes out of everything that is printed."""

import re
from typing import cast

HIDDEN = "***"

_NUMBER_LIKE = re.compile(r"\+[0-9(][0-9 ().-]{5,24}|[1-9][0-9]{6,18}")

_NAME = re.compile(r"(?!.*[0-9]{4})[A-Za-z_][A-Za-z0-9_]{0,63}")


def is_number_like(value: object) -> bool:
    """Whether a value could be somebody's phone number."""
    return isinstance(value, str) and _NUMBER_LIKE.fullmatch(value) is not None


def safe(value: object) -> object:
    """The value, or three stars when it could be somebody's phone number."""
    return HIDDEN if is_number_like(value) else value


def printable(name: str) -> str:
    """The name of a member that nobody knows, or other words where it may be somebody's secret."""
    return name if _NAME.fullmatch(name) else "a member"


def is_telling(value: object) -> bool:
    """Whether a value could tell a phone number, or holds what no model has looked at."""
    if isinstance(value, dict):
        held = cast("dict[object, object]", value).values()
        return any(isinstance(one, str | dict | list | tuple) for one in held)
    if isinstance(value, list | tuple):
        listed = cast("list[object]", value)
        return any(isinstance(one, dict) or is_number_like(one) for one in listed)
    return is_number_like(value)

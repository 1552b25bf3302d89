"""Keeping phone numbers, message bodies and codes out of everything that is printed."""

import re

HIDDEN = "***"

_NUMBER_LIKE = re.compile(r"\+[0-9(][0-9 ().-]{5,24}|[1-9][0-9]{6,18}")


def is_number_like(value: object) -> bool:
    """Whether a value could be somebody's phone number."""
    return isinstance(value, str) and _NUMBER_LIKE.fullmatch(value) is not None


def safe(value: object) -> object:
    """The value, or three stars when it could be somebody's phone number."""
    return HIDDEN if is_number_like(value) else value

"""Keeping phone numbers, message bodies and codes out of everything that is printed."""

import re
from typing import cast

HIDDEN = "***"

_NUMBER_LIKE = re.compile(r"\+[0-9(][0-9 ().-]{5,24}|[1-9][0-9]{6,18}")

_WITHIN = re.compile(
    r"(?:\+|%2[Bb])[0-9(][0-9 ().-]{4,23}[0-9]|(?<![A-Za-z0-9-])[1-9][0-9]{6,18}(?![A-Za-z0-9-])"
)
_ACCOUNT = 12
"""The digits of an AWS account's id, which stands between colons in an ARN."""

_NAME = re.compile(r"(?!.*[0-9]{4})[A-Za-z_][A-Za-z0-9_]{0,63}")


def is_number_like(value: object) -> bool:
    """Whether a value could be a phone number."""
    return isinstance(value, str) and _NUMBER_LIKE.fullmatch(value) is not None


def mask_numbers(value: object) -> object:
    """The value with three stars for every part that could be a phone number.

    An ARN or a sentence stays readable around the stars, and so does the account of an ARN.
    """
    if not isinstance(value, str):
        return value
    return HIDDEN if is_number_like(value) else _WITHIN.sub(_masked, value)


def _masked(found: re.Match[str]) -> str:
    digits, around = found[0], found.string
    before, after = around[: found.start()][-1:], around[found.end() :][:1]
    in_arn = len(digits) == _ACCOUNT and before == after == ":"
    return digits if in_arn and digits.isdigit() else HIDDEN


def safe_name(name: str) -> str:
    """The name of an unknown member, or a neutral phrase where the name may hold a secret."""
    return name if _NAME.fullmatch(name) else "a member"


def may_reveal(value: object) -> bool:
    """True if a value may contain a phone number or unvalidated data."""
    if isinstance(value, dict):
        held = cast("dict[object, object]", value).values()
        return any(isinstance(one, str | dict | list | tuple) for one in held)
    if isinstance(value, list | tuple):
        listed = cast("list[object]", value)
        return any(isinstance(one, dict) or mask_numbers(one) != one for one in listed)
    return mask_numbers(value) != value

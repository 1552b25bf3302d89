"""Patterns in AWS's answers, which are written for AWS's own engine."""

import re
from typing import Final

_JAVA_ONLY: Final = re.compile(r"&&|\[\^?\[")
"""Sets of sets, which Python's engine reads without complaint and in another sense."""


def matches(pattern: str, text: str) -> bool:
    """Whether a whole text matches; of a pattern that only AWS's engine reads AWS will judge."""
    if _JAVA_ONLY.search(pattern):
        return True
    try:
        return re.fullmatch(pattern, text) is not None
    except (re.error, OverflowError, RecursionError):
        return True

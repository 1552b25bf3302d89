"""Checks of what a gift shall be."""

from collections.abc import Collection


def one_of(name: str, given: object, allowed: Collection[str], why_not: str = "") -> str:
    """The value, if it is among those allowed.

    Raises:
        ValueError: it is not; the text names the argument and what it takes.
    """
    if isinstance(given, str) and given in allowed:
        return str(given)
    reason = f": {why_not}" if why_not else ""
    raise ValueError(f"{name} must be one of {', '.join(map(str, allowed))}{reason}")

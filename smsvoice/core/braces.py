"""Text with `{name}` where a value goes; `{{` and `}}` write braces."""

from string import Formatter
from typing import Final

_BRACES: Final = "; {{ and }} write a brace itself"


def split(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The literal texts, and the names between each two of them.

    Raises:
        ValueError: a brace stands alone, or holds more than a name; its text is a rule.
    """
    literals, names = [""], list[str]()
    try:
        pieces = list(Formatter().parse(text))
    except ValueError:
        raise ValueError("has a brace without its pair" + _BRACES) from None
    for literal, name, form, conversion in pieces:
        literals[-1] += literal
        if name is None:
            continue
        if rule := _broken_rule(name, form, conversion):
            raise ValueError(rule + _BRACES)
        names.append(name)
        literals.append("")
    return tuple(literals), tuple(names)


def _broken_rule(name: str, form: str | None, conversion: str | None) -> str:
    if not name.strip():
        return "has braces without the name of a column"
    if form or conversion or any(char in name for char in ".[]!"):
        return "takes only the name of a column in braces, e.g. {name}"
    return ""

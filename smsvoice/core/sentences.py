"""A plain sentence for every rule that a member can break: never Pydantic's words, never a value.

Two readers: who calls from Python, and who reads the answer of a service, in whatever language.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, get_args

from pydantic_core.core_schema import ErrorType

_TIME: Final = "must be a datetime with a time zone, e.g. datetime.now(UTC)"
_SECONDS: Final = "must be a time, in seconds since 1970"

RULES: Final[Mapping[str, str]] = {
    "missing": "is required",
    "string_type": "must be text",
    "string_sub_type": "must be text",
    "string_unicode": "must be text that UTF-8 can carry",
    "string_too_short": "must have at least {min_length} character{s}",
    "string_too_long": "must have at most {max_length} character{s}",
    "string_pattern_mismatch": "must match {pattern}",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "is too large a number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a finite number",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
    "bool_type": "must be True or False",
    "bool_parsing": "must be True or False",
    "bytes_type": "must be bytes",
    "bytes_invalid_encoding": "must be base64",
    "bytes_too_short": "must have at least {min_length} byte{s}",
    "bytes_too_long": "must have at most {max_length} byte{s}",
    "tuple_type": "must be a list",
    "iteration_error": "must be a list",
    "dict_type": "must be a dict",
    "mapping_type": "must be a dict",
    "too_short": "must have at least {min_length} item{s}",
    "too_long": "must have at most {max_length} item{s}",
    "model_type": "must be a {class_name}, or a dict of its members",
    "model_attributes_type": "must be a {class_name}, or a dict of its members",
    "invalid_key": "has a name that is no text",
    "recursion_loop": "holds itself",
    "timezone_aware": _TIME,
    "datetime_type": _TIME,
    "datetime_parsing": _TIME,
    "datetime_from_date_parsing": _TIME,
    "datetime_object_invalid": _TIME,
    "literal_error": "must be {expected}",
    "value_error": "{error}",
    "nothing_given": "give exactly one of {members}",
    "too_many_given": "give exactly one of {members}",
}
"""By kind of rule, as Pydantic names it: what a caller in Python reads."""

ON_THE_WIRE: Final[Mapping[str, str]] = {
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "bytes_type": "must be base64",
    "dict_type": "must be a map",
    "mapping_type": "must be a map",
    "model_type": "must be a structure",
    "model_attributes_type": "must be a structure",
    "timezone_aware": _SECONDS,
    "datetime_type": _SECONDS,
    "datetime_parsing": _SECONDS,
    "datetime_from_date_parsing": _SECONDS,
    "datetime_object_invalid": _SECONDS,
}
"""What reads otherwise where the language of the request is unknown."""

LOOKED_UP: Final = r"\+[({\s\[]?[1-9][0-9(){}\s\[\],.-]{1,38}"
"""The pattern of the numbers that CarrierLookup takes."""

EXAMPLES: Final[Mapping[str, str]] = {
    r"\+?[1-9][0-9]{1,18}": 'E.164, e.g. "+12065550100"',
    LOOKED_UP: 'a plus sign and the calling code first, e.g. "+12065550100"',
    r"[A-Z]{2}": 'ISO 3166-1 alpha-2, e.g. "US"',
    r"[0-9]{0,2}\.[0-9]{1,5}": 'US dollars with a point, e.g. "0.05"',
}
"""By pattern: what such a text is, and how one looks."""

_UNKNOWN_KIND: Final = "is not what this member takes"


def sentence(kind: str, limits: Mapping[str, Any], own_words: str, *, wire: bool) -> str:
    """The sentence for a broken rule, with the rule's own limits in it.

    `own_words` is the text that came with it, used for the kinds that are ours, not Pydantic's.
    """
    words = (ON_THE_WIRE.get(kind) if wire else None) or RULES.get(kind)
    if words is None:
        return _UNKNOWN_KIND if kind in _pydantics_kinds() else own_words
    facts = dict(limits)
    example = EXAMPLES.get(_bare(str(facts.get("pattern", ""))))
    if kind == "string_pattern_mismatch" and example is not None:
        return f"must be {example}" + ("; digits only" if example.startswith("E.164") else "")
    if "pattern" in facts:
        facts["pattern"] = _readable(facts["pattern"])
    count = facts.get("min_length", facts.get("max_length"))
    return words.format_map(facts | {"s": "" if count == 1 else "s"})


@cache
def _pydantics_kinds() -> frozenset[str]:
    return frozenset(get_args(ErrorType))


def text_wanted(pattern: str | None) -> str:
    """What to write where something is given that is no text, such as a number for a price."""
    example = EXAMPLES.get(pattern or "")
    return f"must be text: {example}" if example else "must be text"


def in_brackets(pattern: str | None) -> str:
    """What a text of this pattern is, in brackets after a rule; nothing for most patterns."""
    example = EXAMPLES.get(pattern or "")
    return f" ({example})" if example else ""


def _bare(pattern: str) -> str:
    """AWS's pattern, without what makes it match the whole text."""
    return pattern.removeprefix("^(?:").removesuffix(")$")


def _readable(pattern: str) -> str:
    whole = _bare(pattern)
    return "more than white space" if whole == r"[\s\S]*\S[\s\S]*" else whole + in_brackets(whole)

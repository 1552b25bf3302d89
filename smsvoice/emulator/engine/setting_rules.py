"""The rule of each setting, with a text that names the remedy."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

_ACCOUNT = re.compile(r"[0-9]{12}")
_REGION = re.compile(r"[a-z]{2,}(-[a-z]+)+-[0-9]+")
_COUNTRY = re.compile(r"[A-Z]{2}")
_YEAR = 31_536_000


class SettingError(ValueError):
    """The setting is unknown, or does not take that value."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name} {why}")
        self.name: str = name
        self.why: str = why


@dataclass(frozen=True, slots=True)
class Rule:
    """Whether a value fits a setting, and the text for a value that does not."""

    fits: Callable[[object], bool]
    text: str


def is_region(value: object) -> bool:
    """Whether it looks like the name of an AWS region."""
    return isinstance(value, str) and _REGION.fullmatch(value) is not None


def is_number(value: object) -> bool:
    """Whether it is a number; True and False are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_count(value: object, least: int) -> bool:
    """Whether it is a whole number that is not below the least."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def is_web_address(value: object) -> bool:
    """Whether it is an http or https address with a host."""
    if not isinstance(value, str):
        return False
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_set(value: object, fits: Callable[[object], bool] = _is_text) -> bool:
    return isinstance(value, set | frozenset) and all(
        fits(one) for one in cast("set[object]", value)
    )


def _are_types(value: object) -> bool:
    return isinstance(value, Mapping) and all(
        isinstance(part, str)
        for pair in cast("Mapping[object, object]", value).items()
        for part in pair
    )


_FLAG = Rule(lambda value: isinstance(value, bool), "must be true or false")
_TEXTS = Rule(_is_set, "must be a set of texts, in JSON a list")

RULES: Mapping[str, Rule] = {
    "account_id": Rule(
        lambda value: isinstance(value, str) and _ACCOUNT.fullmatch(value) is not None,
        "must be 12 digits, e.g. 123456789012",
    ),
    "region": Rule(is_region, "must be the name of an AWS region, e.g. us-east-1"),
    "sandbox": _FLAG,
    "spend_limit": Rule(
        lambda value: is_count(value, 0), "must be a whole number of US dollars, 0 or more"
    ),
    "quotas": _FLAG,
    "throttling": _FLAG,
    "seconds_to_settle": Rule(
        lambda value: is_number(value) and 0 <= cast("float", value) <= _YEAR,
        f"must be a number of seconds from 0 to {_YEAR}",
    ),
    "page_size": Rule(
        lambda value: value is None or is_count(value, 1),
        "must be a whole number, 1 or more, or none (null)",
    ),
    "empty_pages": _FLAG,
    "reviews": Rule(
        lambda value: value in ("by_hand", "approve", "deny"), "must be by_hand, approve or deny"
    ),
    "incomplete_forms": Rule(
        lambda value: value in ("denied", "refused"), "must be denied or refused"
    ),
    "new_versions_start_blank": _FLAG,
    "suspicious_numbers": _TEXTS,
    "rejected_display_names": _TEXTS,
    "display_names_to_verify": _TEXTS,
    "blocked_countries": Rule(
        lambda value: _is_set(
            value, lambda one: isinstance(one, str) and _COUNTRY.fullmatch(one) is not None
        ),
        "must be a set of two-letter ISO country codes, e.g. CN, in JSON a list",
    ),
    "phone_number_types": Rule(_are_types, "must map numbers, E.164, to types, e.g. LANDLINE"),
    "regions_without_two_way": _TEXTS,
    "inaccessible_arns": _TEXTS,
    "account_refusal": Rule(
        lambda value: value in (None, "INSUFFICIENT_ACCOUNT_REPUTATION", "ACCOUNT_DISABLED"),
        "must be INSUFFICIENT_ACCOUNT_REPUTATION, ACCOUNT_DISABLED or none (null)",
    ),
    "event_url": Rule(
        lambda value: value is None or is_web_address(value),
        "must be an http or https address, or none (null)",
    ),
    "keep_messages": Rule(
        lambda value: value is None or is_count(value, 1),
        "must be a whole number, 1 or more, or none (null)",
    ),
}

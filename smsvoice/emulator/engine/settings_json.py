"""The settings as JSON and TOML have them: what files keep, and what controls and seeds set."""

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, cast, get_type_hints

from pydantic import TypeAdapter, ValidationError

from smsvoice.emulator.engine.setting_rules import RULES, SettingError
from smsvoice.emulator.engine.settings import Settings

__all__ = ["SettingError", "as_json", "known", "value_of"]


def as_json(settings: Settings) -> dict[str, Any]:
    """All settings; sets as sorted lists."""
    return {one.name: _plain(getattr(settings, one.name)) for one in fields(settings)}


def value_of(name: str, given: Any) -> Any:
    """The value of a setting for what JSON or TOML gave.

    Raises:
        SettingError: the setting is unknown, or does not take that value.
    """
    adapter = _adapters().get(name)
    if adapter is None:
        raise SettingError(name, f"is no setting; there are {', '.join(sorted(_adapters()))}")
    try:
        value = adapter.validate_json(json.dumps(given), strict=True)
    except (ValidationError, TypeError):  # TOML has dates, which no setting takes
        raise SettingError(name, f"takes something else: {RULES[name].text}") from None
    if not RULES[name].fits(value):
        raise SettingError(name, RULES[name].text)
    return value


def known(members: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that another version kept, without the names that this one lacks.

    Raises:
        SettingError: a setting does not take what was kept.
    """
    return {name: value_of(name, value) for name, value in members.items() if name in RULES}


@cache
def _adapters() -> dict[str, TypeAdapter[Any]]:
    hints = get_type_hints(Settings)
    return {one.name: TypeAdapter(hints[one.name]) for one in fields(Settings)}


def _plain(value: Any) -> Any:
    if isinstance(value, set | frozenset):
        return sorted(cast("set[str]", value))
    return dict(cast("Mapping[str, Any]", value)) if isinstance(value, Mapping) else value

"""The settings as JSON and TOML have them: what is kept in files, and what levers and seeds set."""

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, cast, get_type_hints

from pydantic import TypeAdapter, ValidationError

from smsvoice.emulator.settings import Settings


class SwitchError(ValueError):
    """There is no such switch, or it does not take that value."""

    def __init__(self, name: str, why: str) -> None:
        """Say of which switch."""
        super().__init__(f"{name} {why}")
        self.name: str = name
        self.why: str = why


def as_json(settings: Settings) -> dict[str, Any]:
    """All switches; sets as sorted lists."""
    return {one.name: _plain(getattr(settings, one.name)) for one in fields(settings)}


def value_of(name: str, given: Any) -> Any:
    """The value that a switch takes for what JSON or TOML gave.

    Raises:
        SwitchError: there is no such switch, or it does not take that.
    """
    adapter = _adapters().get(name)
    if adapter is None:
        raise SwitchError(name, f"is no setting; there are {', '.join(sorted(_adapters()))}")
    try:
        value = adapter.validate_json(json.dumps(given), strict=True)
    except ValidationError as wrong:
        why = wrong.errors(include_url=False)[0]["msg"]
        raise SwitchError(name, f"takes something else: {why}") from None
    except TypeError:  # TOML has dates, and no switch takes one
        raise SwitchError(name, "takes something else") from None
    if isinstance(value, int | float) and not isinstance(value, bool) and value < 0:
        raise SwitchError(name, "must be 0 or more")
    return value


def known(members: Mapping[str, Any]) -> dict[str, Any]:
    """The values of switches that an earlier version kept, without what this one does not take."""
    found: dict[str, Any] = {}
    for name, given in members.items():
        try:
            found[name] = value_of(name, given)
        except SwitchError:
            continue
    return found


@cache
def _adapters() -> dict[str, TypeAdapter[Any]]:
    hints = get_type_hints(Settings)
    return {one.name: TypeAdapter(hints[one.name]) for one in fields(Settings)}


def _plain(value: Any) -> Any:
    if isinstance(value, set | frozenset):
        return sorted(cast("set[str]", value))
    return dict(cast("Mapping[str, Any]", value)) if isinstance(value, Mapping) else value

"""Seeds: a TOML file of settings and calls that an emulator starts with.

    [settings]
    sandbox = true

    [[call]]
    operation = "RequestPhoneNumber"
    name = "number"

    [call.request]
    IsoCountryCode = "US"
    MessageType = "TRANSACTIONAL"
    NumberType = "SIMULATOR"
    NumberCapabilities = ["SMS"]

    [[call]]
    operation = "CreatePool"
    advance = 10

    [call.request]
    OriginationIdentity = "${number.PhoneNumberId}"
    IsoCountryCode = "US"
    MessageType = "TRANSACTIONAL"

A call may have a name, and later calls take members of its answer by `${name.Member}`. `advance`
puts the clock forward after the call, `region` makes it in another region.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

from smsvoice.emulator.controls.internal_client import CallRefused, call_operation
from smsvoice.emulator.engine.settings_json import SettingError, value_of
from smsvoice.operations import names

if TYPE_CHECKING:
    from smsvoice.emulator.emulator import Emulator

_TAKEN = re.compile(r"\$\{([^.}]+)\.([^}]+)\}")
_HEADER = re.compile(r"\s*\[\[\s*call\s*\]\]")
_KINDS: dict[str, tuple[type, ...]] = {
    "operation": (str,),
    "request": (dict,),
    "region": (str,),
    "name": (str,),
    "advance": (int, float),
}


class SeedError(Exception):
    """An invalid seed; names the call and the key."""

    def __init__(self, why: str, key: str = "", call: int | None = None) -> None:
        """Say what is wrong; `call` counts from 0."""
        self.why: str = why
        self.key: str = key
        self.call: int | None = call
        where = f"call {call + 1}: " if call is not None else ""
        super().__init__(f"{where}{key}: {why}" if key else f"{where}{why}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One call of a seed."""

    operation: str
    request: Mapping[str, Any] = field(default_factory=dict[str, Any])
    region: str | None = None
    name: str | None = None
    advance: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A seed that has been read and checked as far as it can be without making its calls."""

    settings: Mapping[str, Any]
    calls: Sequence[Step]

    @classmethod
    def of(cls, members: Mapping[str, Any]) -> Self:
        """Check what a file or a control gave.

        Raises:
            SeedError: a key is unknown, missing or of the wrong kind.
        """
        if unknown := set(members) - {"settings", "call"}:
            raise SeedError("is unknown; there are settings and call", min(unknown))
        settings: Any = members.get("settings", {})
        calls: Any = members.get("call", [])
        if not isinstance(settings, dict):
            raise SeedError("must be a table", "settings")
        if not isinstance(calls, list):
            raise SeedError("must be a list of tables: [[call]]", "call")
        values = cast("dict[str, Any]", settings)
        _checked(values)
        steps = cast("list[object]", calls)
        return cls(
            settings=values,
            calls=[_step(index, one) for index, one in enumerate(steps)],
        )


def read(path: str | Path) -> Plan:
    """A seed from its file.

    Raises:
        SeedError: the file cannot be read or has a mistake; the message names file, line and key.
    """
    try:
        text = Path(path).read_text("utf-8")
        return Plan.of(tomllib.loads(text))
    except OSError as problem:
        raise SeedError(f"{path}: {problem.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SeedError(f"{path}: is no TOML: {problem}") from None
    except SeedError as mistake:
        raise located(mistake, path) from None


def located(mistake: SeedError, path: str | Path) -> SeedError:
    """The same mistake, with file and line."""
    lines = Path(path).read_text("utf-8").splitlines()
    return SeedError(f"{path}:{_line(lines, mistake)}: {mistake}")


def apply(emulator: "Emulator", plan: Plan) -> list[dict[str, Any]]:
    """Set the settings and make the calls, in their order; gives the answers.

    Raises:
        SeedError: the engine refused a call; what came before it stays.
    """
    set_settings(emulator, plan.settings)
    answers: list[dict[str, Any]] = []
    named: dict[str, dict[str, Any]] = {}
    for index, step in enumerate(plan.calls):
        request = _filled(step.request, named, index)
        try:
            answer = call_operation(emulator.engine, step.operation, request, step.region)
        except CallRefused as refused:
            key = refused.fields[0][0] if refused.fields else "operation"
            raise SeedError(f"{step.operation} refused: {refused.spoken}", key, index) from None
        answers.append(answer)
        if step.name is not None:
            named[step.name] = answer
        if step.advance:
            emulator.advance(step.advance)
    return answers


def set_settings(emulator: "Emulator", members: Mapping[str, Any]) -> None:
    """Change some settings of an emulator.

    Raises:
        SeedError: a setting is unknown, or does not take that value.
    """
    values = _checked(members)
    for name, value in values.items():
        setattr(emulator.settings, name, value)
    emulator.save()


def _checked(members: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return {name: value_of(name, given) for name, given in members.items()}
    except SettingError as wrong:
        raise SeedError(wrong.why, wrong.name) from None


def _step(index: int, given: object) -> Step:
    if not isinstance(given, dict):
        raise SeedError("must be a table", "call", index)
    members = cast("dict[str, Any]", given)
    for key, value in members.items():
        kinds = _KINDS.get(key)
        if kinds is None:
            raise SeedError(f"is unknown; there are {', '.join(_KINDS)}", key, index)
        if not isinstance(value, kinds) or isinstance(value, bool):
            raise SeedError(f"must be a {_spoken(kinds)}", key, index)
    operation = members.get("operation")
    if operation is None:
        raise SeedError("is missing", "operation", index)
    if operation not in names():
        raise SeedError("the service has no such operation", "operation", index)
    if members.get("advance", 0) < 0:
        raise SeedError("must be 0 or more", "advance", index)
    return Step(**members)


def _spoken(kinds: tuple[type, ...]) -> str:
    return {str: "text", dict: "table", int: "number of seconds"}[kinds[0]]


def _filled(value: Any, named: Mapping[str, dict[str, Any]], index: int) -> Any:
    """The same value, with members of earlier answers in the places that ask for them."""
    if isinstance(value, Mapping):
        members = cast("Mapping[str, Any]", value)
        return {key: _filled(one, named, index) for key, one in members.items()}
    if isinstance(value, list):
        return [_filled(one, named, index) for one in cast("list[object]", value)]
    if not isinstance(value, str):
        return value

    def taken(found: re.Match[str]) -> str:
        name, member = found.groups()
        if name not in named:
            raise SeedError(f"no earlier call is named {name}", "request", index)
        if member not in named[name]:
            raise SeedError(f"the answer of {name} has no {member}", "request", index)
        return str(named[name][member])

    return _TAKEN.sub(taken, value)


def _line(lines: list[str], mistake: SeedError) -> int:
    """The line of a mistake: of its key, or of the call that it is in."""
    start, end = 0, len(lines)
    if mistake.call is not None:
        headers = [n for n, line in enumerate(lines) if _HEADER.match(line)]
        if mistake.call < len(headers):
            start = headers[mistake.call]
            end = headers[mistake.call + 1] if mistake.call + 1 < len(headers) else len(lines)
    name = re.escape(mistake.key.rpartition(".")[2])
    key = re.compile(rf"(^|[\s{{,\[.])[\"']?{name}[\"']?\s*(=|\])")
    for number in range(start, end):
        if mistake.key and key.search(lines[number]):
            return number + 1
    return start + 1

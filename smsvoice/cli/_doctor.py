"""`smsvoice doctor`: what keeps messages from being sent or delivered."""

from collections import Counter
from dataclasses import asdict
from typing import Annotated, Any, Final

import typer
from rich.console import Console
from rich.text import Text

from smsvoice.cli._options import AsJson, Profile, Region, ShowNumbers, as_options, client
from smsvoice.cli._output import print_json
from smsvoice.errors import ServiceError
from smsvoice.rules.diagnosis import Finding, Severity
from smsvoice.sync.client import SmsVoice

FORMAT: Final = 1
"""The version of the JSON; it changes when a name leaves or means something else."""
_COLORS: Final = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.NOTE: "cyan",
    Severity.UNCHECKED: "magenta",
}
_ERRORS, _WARNINGS = 1, 4
_WIDTH: Final = max(map(len, Severity))


def doctor(
    *,
    to: Annotated[
        str | None,
        typer.Option(help="A recipient, E.164: which senders reach it (dry runs cost nothing)."),
    ] = None,
    as_json: AsJson = False,
    show_numbers: ShowNumbers = False,
    region: Region = None,
    profile: Profile = None,
) -> None:
    """Find out why messages are refused or do not arrive. Sends nothing.

    Exit code: 0 all is well, 1 errors, 4 warnings or checks that could not be made, 2 wrong
    arguments, 3 AWS cannot be asked.
    """
    with as_options("doctor", {"to": "--to"}), client(region, profile) as sms:
        found = sms.account.diagnose(to)
        numbers = _numbers(sms) if show_numbers else {}
    counts = Counter(one.severity for one in found)
    if as_json:
        print_json(
            {
                "format": FORMAT,
                "counts": {str(severity): counts[severity] for severity in Severity},
                "findings": [_record(one, numbers) for one in found],
            }
        )
    else:
        _print(found, counts, numbers)
    if counts[Severity.ERROR]:
        raise typer.Exit(_ERRORS)
    if counts[Severity.WARNING] or counts[Severity.UNCHECKED]:
        raise typer.Exit(_WARNINGS)


def _numbers(sms: SmsVoice) -> dict[str | None, str]:
    """The phone numbers of the account by id, as far as they may be read."""
    found: dict[str | None, str] = {}
    try:
        for one in sms.api.describe_phone_numbers():
            found[one.phone_number_id] = one.phone_number
        for verified in sms.api.describe_verified_destination_numbers():
            found[verified.verified_destination_number_id] = verified.destination_phone_number
    except ServiceError:
        pass  # the findings count, and say which permission is missing
    return found


def _record(one: Finding, numbers: dict[str | None, str]) -> dict[str, Any]:
    more = {"phone_number": numbers[one.resource_id]} if one.resource_id in numbers else {}
    return asdict(one) | more


def _print(found: list[Finding], counts: Counter[Severity], numbers: dict[str | None, str]) -> None:
    console = Console(highlight=False)
    for one in found:
        number = f" [{numbers[one.resource_id]}]" if one.resource_id in numbers else ""
        head = Text(f"{one.severity:{_WIDTH}} ", style=_COLORS[one.severity])
        head.append(f"{one.check}: {one.what}{number}", style="default")
        console.print(head, soft_wrap=True)
        if one.why:
            _line(console, f"why:    {one.why}")
        _line(console, f"remedy: {one.remedy}")
        _line(console, f"see:    {one.link}")
    if not found:
        _line(console, "Nothing is wrong.", indent=False)
        return
    words = [_counted(one, counts[one]) for one in Severity if counts[one]]
    _line(console, ", ".join(words), indent=False)


def _counted(severity: Severity, count: int) -> str:
    is_plural = count > 1 and severity is not Severity.UNCHECKED
    return f"{count} {severity}{'s' if is_plural else ''}"


def _line(console: Console, text: str, *, indent: bool = True) -> None:
    console.print(f"{' ' * (_WIDTH + 1) if indent else ''}{text}", markup=False, soft_wrap=True)

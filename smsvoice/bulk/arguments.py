"""What callers give: checked before anything is read or sent."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from smsvoice.bulk.outcomes import LEFT, Outcome
from smsvoice.bulk.pace import REST
from smsvoice.core.errors import Problem, RequestError
from smsvoice.sync.client import SmsVoice

_NAME: Final = re.compile(r"[A-Za-z0-9._:-]{1,64}")


def must_be_a_campaign(
    *, name: object, sms: object, threads: object, pace: object, requests_per_second: object
) -> None:
    """Check the settings of a campaign.

    Raises:
        RequestError: one of them cannot be used.
    """
    problems: list[Problem] = []
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        rule = "must be 1 to 64 letters, digits, dots, colons, hyphens and underscores"
        problems.append(Problem("name", rule))
    if not isinstance(sms, SmsVoice):
        rule = "must be an SmsVoice; an AsyncSmsVoice is for AsyncBulk"
        problems.append(Problem("sms", rule))
    if not isinstance(threads, int) or threads < 1:
        problems.append(Problem("threads", "must be 1 or more"))
    identities: list[object] = list(paces(pace))
    if not all(isinstance(identity, str) for identity in identities):
        rule = 'must have text for each identity, e.g. {"+12065550100": 10}'
        problems.append(Problem("parts_per_second", rule))
    if not all(map(_is_above_zero, paces(pace).values())):
        rule = "must be a number of parts per second above 0 for each identity"
        problems.append(Problem("parts_per_second", rule))
    if requests_per_second is not None and not _is_above_zero(requests_per_second):
        problems.append(Problem("requests_per_second", "must be a number above 0"))
    if problems:
        raise RequestError("Bulk", problems)


def must_be_limits(*, max_seconds: object, stop_after_refusals: object) -> None:
    """Check what stops a call of `send`.

    Raises:
        RequestError: one of them cannot be used.
    """
    problems: list[Problem] = []
    if max_seconds is not None and not _is_above_zero(max_seconds):
        problems.append(Problem("max_seconds", "must be a number above 0, or None"))
    if stop_after_refusals is not None and not _is_above_zero(stop_after_refusals):
        problems.append(Problem("stop_after_refusals", "must be 1 or more, or None"))
    if problems:
        raise RequestError("send", problems)


def must_be_a_key(key: object) -> None:
    """Check what names the keys of rows.

    Raises:
        RequestError: it is neither text nor a function.
    """
    if not isinstance(key, str) and not callable(key):
        rule = "must be the name of a column, or a function that gives the key of a row"
        raise RequestError("send", (Problem("key", rule),))


def must_be_functions(*, make: object, on_result: object, progress: object) -> None:
    """Check the caller's functions.

    Raises:
        RequestError: one of them cannot be called.
    """
    is_shown = progress is None or isinstance(progress, bool) or callable(progress)
    problems = [
        Problem(name, "must be a function, or None")
        for name, given in (("make", make), ("on_result", on_result))
        if given is not None and not callable(given)
    ]
    if not is_shown:
        problems.append(Problem("progress", "must be True, a function, or None"))
    if problems:
        raise RequestError("send", problems)


def must_be_an_age(verb: str, min_age: object) -> None:
    """Check how old a message must be.

    Raises:
        RequestError: it is no number of seconds.
    """
    if min_age != 0 and not _is_above_zero(min_age):
        raise RequestError(verb, (Problem("min_age", "must be a number of seconds, 0 or more"),))


def paces(given: Mapping[str, float] | float | object) -> Mapping[str, float]:
    """The pace of each identity; a number is that of all."""
    return given if isinstance(given, Mapping) else {REST: given}  # type: ignore[dict-item]


def states(verb: str, outcomes: tuple[Outcome, ...]) -> list[str]:
    """The states of the ledger that outcomes name; all if none is named.

    Raises:
        RequestError: the ledger holds no such outcome.
    """
    if not set(outcomes) <= set(LEFT):
        rule = "must be of SENT, REFUSED and UNKNOWN: the ledger holds what has left"
        raise RequestError(verb, (Problem("outcomes", rule),))
    return [str(each) for each in outcomes or LEFT]


def seconds_of(moment: object) -> float:
    """Seconds since 1970.

    Raises:
        RequestError: it is no datetime with a time zone.
    """
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        rule = "must be a datetime with a time zone, e.g. datetime.now(UTC)"
        raise RequestError("forget", (Problem("before", rule),))
    return moment.timestamp()


def _is_above_zero(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0

"""Asking both sides: each probe on a fresh emulator and on the account, and what differs."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, NamedTuple

from botocore.config import Config

from smsvoice.emulator.emulator import Emulator
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.verify.cleaning import remove
from smsvoice.emulator.verify.guard import Guard
from smsvoice.emulator.verify.observations import Observation
from smsvoice.emulator.verify.probe import Account, Probe
from smsvoice.emulator.verify.trial import Trial, UnsettledError

SERVICE = "pinpoint-sms-voice-v2"
NOTHING = "nothing"


def client_config() -> Config:
    """Requests leave unchecked, since some are wrong on purpose; throttled ones come again."""
    return Config(parameter_validation=False, retries={"mode": "standard", "max_attempts": 8})


class Difference(NamedTuple):
    """What one side saw and the other did not."""

    what: str
    emulator: str
    account: str


@dataclass(kw_only=True)
class Outcome:
    """What came of one probe."""

    probe: Probe
    differences: list[Difference] = field(default_factory=list[Difference])
    unsettled: str | None = None
    """Why it could not be judged."""
    skipped: str | None = None
    """What the account lacks for it."""


def judge(
    probe: Probe,
    account: Account,
    guard: Guard,
    pause: Callable[[float], None] = time.sleep,
) -> Outcome:
    """Ask a fresh emulator, then the account; what the probe makes is removed in any case."""
    if (lacking := probe.missing(account)) is not None:
        return Outcome(probe=probe, skipped=f"needs {lacking}")
    expected = expectation(probe, account, guard.run)
    try:
        found = _seen(probe, Trial(guard, account, probe, pause))
    except UnsettledError as why:
        return Outcome(probe=probe, unsettled=str(why))
    except LookupError as lacking:
        return Outcome(probe=probe, unsettled=f"an answer lacks what the probe needs: {lacking}")
    finally:
        remove(guard, pause)
    return Outcome(probe=probe, differences=list(_differences(expected, found)))


def expectation(probe: Probe, account: Account, run: str) -> list[Observation]:
    """What a probe sees on an emulator whose account is like the given one."""
    settings = Settings(
        account_id=account.account_id, region=account.region, sandbox=account.is_sandbox
    )
    with Emulator(settings=settings) as emulator:
        session: Any = emulator.session()
        client = session.client(SERVICE, config=client_config())
        guard = Guard(client, run, account.topic)
        return _seen(probe, Trial(guard, account, probe, emulator.advance))


def _seen(probe: Probe, trial: Trial) -> list[Observation]:
    probe.body(trial)
    return trial.seen


def _differences(
    expected: Iterable[Observation], found: Iterable[Observation]
) -> Iterator[Difference]:
    ours, theirs = _by_name(expected), _by_name(found)
    for what in dict.fromkeys((*ours, *theirs)):
        for one, other in zip_longest(ours.get(what, ()), theirs.get(what, ())):
            if one != other:
                yield Difference(what, one or NOTHING, other or NOTHING)


def _by_name(observations: Iterable[Observation]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for what, value in observations:
        grouped.setdefault(what, []).append(value)
    return grouped

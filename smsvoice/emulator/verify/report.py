"""What a run prints: for people, or as JSON; ids of accounts and numbers are masked everywhere."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from smsvoice.emulator.verify.contract import Difference, Outcome
from smsvoice.emulator.verify.probe import Account, Probe

_SHOWN = 10
_WIDEST = 100


def masked(account: Account) -> str:
    """An account's id with its last four digits alone, and its region."""
    return f"account ********{account.account_id[-4:]}, {account.region}"


def word(outcome: Outcome) -> str:
    """What came of a probe, in a word or two."""
    if outcome.skipped is not None:
        return "skipped"
    if outcome.unsettled is not None:
        return "not settled"
    return "differs" if outcome.differences else "agrees"


def lines(outcome: Outcome) -> Iterator[str]:
    """An outcome for people."""
    probe, why = outcome.probe, outcome.skipped or outcome.unsettled
    yield f"{word(outcome):<12} {probe.name}{'' if why is None else f': {why}'}"
    if not outcome.differences:
        return
    yield f"    {probe.link}: {probe.point}"
    for one in outcome.differences[:_SHOWN]:
        yield f"    {one.what}: {_short(one.emulator)} in the emulator, {_short(one.account)} here"
    if len(outcome.differences) > _SHOWN:
        yield f"    and {len(outcome.differences) - _SHOWN} more, which --json prints"


def summary(outcomes: Sequence[Outcome]) -> str:
    """How many probes came out how."""
    counts = Counter(map(word, outcomes))
    return ", ".join(f"{number} {name}" for name, number in counts.items())


def as_json(
    account: Account, run: str, outcomes: Sequence[Outcome], leftovers: Sequence[str]
) -> str:
    """A run for programs."""
    content = {
        "account": masked(account),
        "run": run,
        "probes": [_outcome_json(outcome) for outcome in outcomes],
        "leftovers": list(leftovers),
    }
    return json.dumps(content, indent=2, ensure_ascii=False)


def listing(probes: Sequence[Probe]) -> Iterator[str]:
    """The probes with all that they call, for people."""
    for probe in probes:
        yield f"{probe.name}: {probe.what}"
        yield f"    settles {probe.link}: {probe.point}"
        yield f"    calls {', '.join(dict.fromkeys((*probe.calls, *probe.removals)))}"
        for need in probe.needs:
            yield f"    needs {need}"


def listing_json(probes: Sequence[Probe]) -> str:
    """The probes with all that they call, for programs."""
    content = [
        _probe_json(probe)
        | {
            "what": probe.what,
            "calls": list(dict.fromkeys((*probe.calls, *probe.removals))),
            "needs": [str(need) for need in probe.needs],
        }
        for probe in probes
    ]
    return json.dumps(content, indent=2, ensure_ascii=False)


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
    return _probe_json(outcome.probe) | {
        "outcome": word(outcome),
        "why": outcome.skipped or outcome.unsettled,
        "differences": [_difference_json(one) for one in outcome.differences],
    }


def _probe_json(probe: Probe) -> dict[str, Any]:
    return {"name": probe.name, "settles": probe.link, "point": probe.point}


def _difference_json(one: Difference) -> dict[str, str]:
    return {"what": one.what, "emulator": one.emulator, "account": one.account}


def _short(value: str) -> str:
    return value if len(value) <= _WIDEST else f"{value[:_WIDEST]}..."

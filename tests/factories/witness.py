"""What the emulator received: the only witness of what reached people, whatever a ledger holds."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from smsvoice.bulk import Bulk, Outcome
from tests.factories.campaign import Campaign, control

ALL = 10_000_000
FINAL = "TEXT_DELIVERED"
AT_ONCE = 0.0


@dataclass(frozen=True)
class Arrivals:
    """What arrived of a campaign."""

    by_key: Counter[str]
    """How often the text of each row came."""
    ids: dict[str, str]
    """Message ids by key."""
    peaks: list[int]
    """The most parts that one second held, of each number in the order of the campaign."""

    @property
    def duplicates(self) -> int:
        """How many texts came that had come before."""
        return self.by_key.total() - len(self.by_key)


@dataclass(frozen=True)
class Findings:
    """How a campaign went that was killed again and again."""

    arrived: int
    duplicates: int
    unknown: int
    """Rows of unknown outcome before the delivery events."""
    still_unknown: int
    """After them."""
    peaks: list[int]
    faults: list[str]
    """What breaks a promise; empty if all is well."""


def count(url: str) -> int:
    """How many messages the emulator has taken."""
    found: int = control(url, "health")["messages"]
    return found


def arrivals(campaign: Campaign) -> Arrivals:
    """Everything that arrived."""
    messages = control(campaign.url, f"messages?limit={ALL}")["messages"]
    times: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    by_key: Counter[str] = Counter()
    ids: dict[str, str] = {}
    for each in messages:
        key = each["Body"].partition(":")[0]
        assert each["Context"]["smsvoice"] == f"{campaign.name}/{key}"
        by_key[key] += 1
        ids[key] = each["MessageId"]
        at = datetime.fromisoformat(each["SentAt"]).timestamp()
        times[each["OriginationIdentity"]].append((at, each["MessageParts"]))
    return Arrivals(by_key, ids, [most_in_a_second(times[number]) for number in campaign.paces])


def events(campaign: Campaign) -> list[dict[str, Any]]:
    """The delivery events of everything that arrived, as EventBridge hands them over."""
    control(campaign.url, "clock", {"advance": 60})
    found = control(campaign.url, f"events?limit={ALL}&event_type={FINAL}")["events"]
    return [_content(each["body"]) for each in found]


def most_in_a_second(times: list[tuple[float, int]]) -> int:
    """The most parts that any second holds."""
    ordered = sorted(times)
    first = held = most = 0
    for at, parts in ordered:
        held += parts
        while at - ordered[first][0] >= 1.0:
            held -= ordered[first][1]
            first += 1
        most = max(most, held)
    return most


def findings(campaign: Campaign) -> Findings:
    """Compare the ledger with what arrived, before and after the delivery events."""
    bulk, came = campaign.bulk(), arrivals(campaign)
    before = _ledger(bulk)
    settled = bulk.reconcile(events(campaign))
    after = _ledger(bulk)
    unknown = {key for key, (outcome, _) in before.items() if outcome is Outcome.UNKNOWN}
    still = {key for key, (outcome, _) in after.items() if outcome is Outcome.UNKNOWN}
    sent = {key: id_ for key, (outcome, id_) in after.items() if outcome is Outcome.SENT}
    broken = {
        "came twice": {key for key, times in came.by_key.items() if times > 1},
        "are not in the ledger": campaign.keys - set(after),
        "did not come and are not unknown": campaign.keys - set(came.by_key) - unknown,
        "came and are unknown after their events": still & set(came.by_key),
        "are sent and did not come": set(sent) - set(came.by_key),
        "have another message id": {k for k, id_ in sent.items() if came.ids.get(k) != id_},
        "came and are no rows": set(came.by_key) - campaign.keys,
        "are neither sent nor unknown": set(after) - set(sent) - still,
    }
    faults = [f"{len(keys)} {what}: {sorted(keys)[:5]}" for what, keys in broken.items() if keys]
    if settled != len(unknown) - len(still):
        faults.append(f"reconcile says {settled}, and {len(unknown)} - {len(still)} were settled")
    return Findings(len(came.by_key), came.duplicates, len(unknown), len(still), came.peaks, faults)


def _ledger(bulk: Bulk) -> dict[str, tuple[Outcome, str | None]]:
    found = bulk.results(min_age=AT_ONCE)
    return {result.key: (result.outcome, result.message_id) for result in found}


def _content(body: Any) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(body) if isinstance(body, str) else body
    return content

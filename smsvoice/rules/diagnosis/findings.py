"""One thing that was found out about an account, and the pages that say more."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from smsvoice.core.redact import mask_numbers

_GUIDE: Final = "https://docs.aws.amazon.com/sms-voice/latest/userguide/{}.html"
_PAGES: Final = {
    "account": "quotas",
    "sandbox": "sandbox",
    "spend-limits": "awssupport-spend-threshold",
    "quotas": "quotas",
    "senders": "phone-numbers",
    "phone-numbers": "phone-numbers",
    "sender-ids": "sender-id",
    "pools": "phone-pool",
    "registrations": "registrations",
    "registration-attachments": "registrations-create-attachment",
    "events": "configuration-sets",
    "protect": "protect-configuration",
    "opt-outs": "opt-out-list",
    "keywords": "keywords",
    "verified-numbers": "verify-destination-phone-number",
    "notify": "notify",
    "rcs": "rcs",
    "reach": "send-message",
}
CHECKS: Final = tuple(_PAGES)
"""The names of all checks, in the order in which they are made."""
PERMISSIONS: Final = (
    "https://docs.aws.amazon.com/sms-voice/latest/userguide/permissions-actions.html"
)
_SHOWN: Final = 12


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """Messages are refused or do not arrive."""
    WARNING = "warning"
    """Something is missing, or messages will stop."""
    NOTE = "note"
    """Nothing is wrong; it is good to know."""
    UNCHECKED = "unchecked"
    """The check could not be made, so that what it looks at may be well or not."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found out about an account; it never holds a phone number."""

    severity: Severity
    """How much it matters."""
    check: str
    """The check that found it, e.g. `spend-limits`; the guide to the doctor lists them all."""
    what: str
    """What is the case, in one sentence that names things by their ids."""
    remedy: str
    """What to do about it."""
    link: str
    """The page of AWS's documentation about it."""
    why: str | None = None
    """Why it is so, where AWS says so: a reason, the reviewers' words, a missing permission."""
    resource_id: str | None = None
    """The id or name of the one thing that it is about."""

    def __str__(self) -> str:
        why = f" ({self.why})" if self.why else ""
        return f"{self.severity}: {self.what}{why}. {self.remedy}."


def finding(
    severity: Severity,
    check: str,
    what: str,
    remedy: str,
    *,
    why: str | None = None,
    resource_id: str | None = None,
) -> Finding:
    """A finding with the page of its check; what AWS's people wrote is freed of numbers."""
    masked = None if why is None else str(mask_numbers(why))
    return Finding(severity, check, what, remedy, _GUIDE.format(_PAGES[check]), masked, resource_id)


def unchecked(check: str, why: str, remedy: str, link: str = PERMISSIONS) -> Finding:
    """The finding that a check could not be made."""
    what = f"{check} could not be checked"
    return Finding(Severity.UNCHECKED, check, what, remedy, link, why)


def enumerated(names: Iterable[str]) -> str:
    """Names with commas: the first dozen, and how many more there are."""
    every = list(names)
    more = f" and {len(every) - _SHOWN} more" if len(every) > _SHOWN else ""
    return ", ".join(every[:_SHOWN]) + more


def way_back(senders: Collection[str], returning: Mapping[str, str]) -> str:
    """How a person who opted out comes back: by a text where all the senders have a word for it."""
    words = [returning[name] for name in senders if name in returning]
    if words and len(words) == len(senders):
        way = f"have the person text {' or '.join(dict.fromkeys(words))}"
    else:
        way = "add an OPT_IN keyword"
    return f"{way}, or remove the number from the list"

"""What is expected of an account, kept beside it while things happen in any order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass
class Number:
    """What is expected of a phone number."""

    phone_number: str
    opt_out_list: str
    pool: str | None = None
    gone_at: datetime | None = None


@dataclass
class Pool:
    """What is expected of a pool."""

    opt_out_list: str
    members: list[str]
    ready_at: datetime
    gone_at: datetime | None = None


def one_of(things: Iterable[str], choice: int) -> str:
    """The one that a choice stands for."""
    found = sorted(things)
    return found[choice % len(found)]

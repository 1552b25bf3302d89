"""The context of one request or scheduled action, and the registry of handlers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from itertools import count
from typing import Any, NamedTuple, TypeVar

from smsvoice.core.model import AwsModel, RequestModel, ResultModel
from smsvoice.core.operation import Operation, Request, Result
from smsvoice.emulator.engine.building import build
from smsvoice.emulator.engine.clock import EmulatorClock
from smsvoice.emulator.engine.ids import Ids
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.engine.store import Account, TableOf
from smsvoice.emulator.engine.table import Table

Record = TypeVar("Record", bound=AwsModel)


def partition_of(region: str) -> str:
    """The partition of AWS that a region belongs to, as ARNs name it."""
    return "aws-us-gov" if region.startswith("us-gov-") else "aws"


class ScheduledAction(AwsModel):
    """Something that happens by itself at a moment: a status that changes, a text that arrives."""

    at: datetime
    action: str
    key: str


scheduled: TableOf[ScheduledAction] = TableOf("due", ScheduledAction)
"""What has been scheduled, by action and key."""


@dataclass(slots=True)
class Call:
    """One request being answered, or one thing that has come due."""

    account: Account
    clock: EmulatorClock
    ids: Ids
    settings: Settings
    operation: Operation[Any, Any] | None = None
    observed: dict[str, Any] = field(default_factory=dict[str, Any])
    """What this request produced for the observer of changes, e.g. its events."""

    moment: datetime | None = None
    """When the request was taken; None where it is always now."""

    tables: dict[str, Table[Any]] = field(init=False, repr=False)
    """The tables of this account and region that have been asked for, by name."""

    def __post_init__(self) -> None:
        self.tables = self.account.tables

    @property
    def now(self) -> datetime:
        """The emulator's time, UTC."""
        return self.moment or self.clock.now()

    def table(self, name: str, model: type[Record]) -> Table[Record]:
        """A table of this account and region."""
        return self.account.table(name, model)

    def arn(self, kind: str, name: str) -> str:
        """The ARN of a resource here."""
        region, account = self.account.region, self.account.account_id
        return f"arn:{partition_of(region)}:sms-voice:{region}:{account}:{kind}/{name}"

    def schedule(self, action: str, key: str, seconds: float) -> None:
        """Schedule an action; `seconds` are of the emulator's time."""
        at, name = self.now + timedelta(seconds=seconds), f"{action} {key}"
        scheduled(self).put(name, build(ScheduledAction, at=at, action=action, key=key))
        if self.account.queue is not None:
            heappush(self.account.queue, (at, next(_turns), name))

    def unschedule(self, action: str, key: str) -> None:
        """Cancel a scheduled action."""
        scheduled(self).drop(f"{action} {key}")

    def may_answer(self, code: str) -> bool:
        """Whether AWS models this error for the operation."""
        return self.operation is None or code in self.operation.errors


_turns = count()


class Due(NamedTuple):
    """Something that is due in an account."""

    account: Account
    name: str
    """What it has in the table of scheduled actions."""
    thing: ScheduledAction


def first_due(account: Account, until: datetime) -> Due | None:
    """What is due first in an account, and no later than a moment.

    The queue spares a search through all that is due at every request. Its entries may be stale:
    only what the table has, and at that moment, counts.
    """
    queue = account.queue
    if queue is None:
        table = scheduled(account)
        queue = account.queue = [(due.at, next(_turns), name) for name, due in table.items()]
        heapify(queue)
    while queue and queue[0][0] <= until:
        at, _, name = queue[0]
        found = scheduled(account).get(name)
        if found is not None and found.at == at:
            return Due(account, name, found)
        heappop(queue)
    return None


Handler = Callable[[Call, Any], ResultModel]
Action = Callable[[Call, str], None]

HANDLERS: dict[str, Handler] = {}
ACTIONS: dict[str, Action] = {}


def handles(
    operation: Operation[Request, Result],
) -> Callable[[Callable[[Call, Request], Result]], Callable[[Call, Request], Result]]:
    """Mark the function that answers an operation."""

    def marked(handler: Callable[[Call, Request], Result]) -> Callable[[Call, Request], Result]:
        HANDLERS[operation.name] = handler
        return handler

    return marked


def action(name: str) -> Callable[[Action], Action]:
    """Mark the function that does what was scheduled under a name."""

    def marked(function: Action) -> Action:
        ACTIONS[name] = function
        return function

    return marked


def given_members(request: RequestModel, *names: str) -> dict[str, Any]:
    """The members of a request that were given, by name."""
    return {n: v for n in names if (v := getattr(request, n)) is not None}

"""State: tables of records per account and region, with undo, and a place to keep them.

A record is a frozen model: AWS's own `PoolInformation` where that says all, one of ours otherwise.
Every change goes through a table, so a refused request can be undone and an answered one kept.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar, cast

from smsvoice.core.codec import read_record, write
from smsvoice.core.model import AwsModel

Record = TypeVar("Record", bound=AwsModel)
Place = tuple[str, str, str, str]
"""Account, region, table, key."""


class Keeper(Protocol):
    """Where records outlive the process."""

    def load(self) -> Iterator[tuple[Place, bytes]]:
        """All records, in the order in which they were first kept."""
        ...

    def keep(self, changes: dict[Place, bytes | None]) -> None:
        """Keep all of these changes or none of them; None is gone. Returns when they are safe."""
        ...

    def close(self) -> None:
        """Let go."""
        ...


class Table(Generic[Record]):
    """Records of one kind by key, in the order in which they were first put."""

    def __init__(self, model: type[Record], note: Callable[[str, Record | None], None]) -> None:
        """Hold records of a model; `note` hears of every change before it is made."""
        self._model = model
        self._note = note
        self._rows: dict[str, Record] = {}

    def get(self, key: str) -> Record | None:
        """The record under a key."""
        return self._rows.get(key)

    def put(self, key: str, record: Record) -> Record:
        """Put a record under a key, and give it back."""
        self._note(key, self._rows.get(key))
        self._rows[key] = record
        return record

    def drop(self, key: str) -> None:
        """Forget the record under a key, if there is one."""
        if key in self._rows:
            self._note(key, self._rows[key])
            del self._rows[key]

    def change(self, key: str, **members: Any) -> Record:
        """Put a copy with other members in a record's place."""
        return self.put(key, self._rows[key].model_copy(update=members))

    def keys(self) -> list[str]:
        """All keys."""
        return list(self._rows)

    def __iter__(self) -> Iterator[Record]:
        """All records, as they are now."""
        return iter(list(self._rows.values()))

    def __len__(self) -> int:
        """How many records."""
        return len(self._rows)

    def __contains__(self, key: str) -> bool:
        """Whether there is a record under a key."""
        return key in self._rows

    def restore(self, key: str, record: Record | None) -> None:
        """Make it as it was, without noting."""
        if record is None:
            self._rows.pop(key, None)
        else:
            self._rows[key] = record


@dataclass
class Account:
    """The state of one account in one region."""

    account_id: str
    region: str
    store: "Store" = field(repr=False)
    _tables: dict[str, Table[Any]] = field(default_factory=dict[str, Table[Any]], repr=False)
    queue: list[tuple[datetime, int, str]] | None = field(default=None, repr=False)
    """What is due by moment and turn, a heap kept by `call.first_due`; None before it is built."""

    def table(self, name: str, model: type[Record]) -> Table[Record]:
        """The table of that name; made when it is first asked for."""
        if name not in self._tables:
            place = (self.account_id, self.region, name)
            table = Table(model, lambda key, before: self.store.note((*place, key), before))
            self._tables[name] = table
            for key, body in self.store.waiting.pop(place, {}).items():
                table.restore(key, read_record(model, body))
        return cast("Table[Record]", self._tables[name])


class Store:
    """All accounts, and the changes of the request that is being answered."""

    def __init__(self, keeper: Keeper | None = None) -> None:
        """Start empty, or with what the keeper has."""
        self._keeper = keeper
        self._accounts: dict[tuple[str, str], Account] = {}
        self._before: dict[Place, AwsModel | None] = {}
        self.waiting: dict[tuple[str, str, str], dict[str, bytes]] = {}
        """Loaded records whose table nobody has asked for yet."""
        for (account, region, table, key), body in keeper.load() if keeper else ():
            self.waiting.setdefault((account, region, table), {})[key] = body
            self.account(account, region)

    @property
    def is_kept(self) -> bool:
        """Whether the state outlives the process, so that a change takes a write to disk."""
        return self._keeper is not None

    def account(self, account_id: str, region: str) -> Account:
        """The state of an account in a region; made when it is first asked for."""
        where = (account_id, region)
        if where not in self._accounts:
            self._accounts[where] = Account(account_id, region, self)
        return self._accounts[where]

    def accounts(self) -> list[Account]:
        """Every account and region that was ever used."""
        return list(self._accounts.values())

    def note(self, place: Place, before: AwsModel | None) -> None:
        """Remember how a record was when the request began."""
        self._before.setdefault(place, before)

    def undo(self) -> None:
        """Make everything as it was when the request began."""
        for (account, region, table, key), record in self._before.items():
            self._accounts[account, region]._tables[table].restore(key, record)  # noqa: SLF001
        self._before.clear()

    def commit(self) -> None:
        """Keep what the request changed; returns when it is safe."""
        if self._keeper is not None and self._before:
            self._keeper.keep({place: self._bytes(place) for place in self._before})
        self._before.clear()

    def reset(self) -> None:
        """Forget everything."""
        if self._keeper is not None:
            places = [place for place, _ in self._keeper.load()]
            self._keeper.keep(dict.fromkeys(places))
        self._accounts.clear()
        self._before.clear()
        self.waiting.clear()

    def close(self) -> None:
        """Let go of the keeper."""
        if self._keeper is not None:
            self._keeper.close()

    def _bytes(self, place: Place) -> bytes | None:
        account, region, table, key = place
        record = self._accounts[account, region]._tables[table].get(key)  # noqa: SLF001
        return None if record is None else write(record)

"""State: tables of records per account and region, with undo, and a place to keep them.

A record is a frozen model: AWS's own, such as `PoolInformation`, or one of ours where AWS has none.
Every change goes through a table, so a refused request can be undone and an answered one kept.
"""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from operator import itemgetter
from pathlib import Path
from typing import Any, Generic, Protocol

from smsvoice.core.documents import decode_record, encode_json
from smsvoice.core.model import AwsModel
from smsvoice.emulator.engine.table import Changed, Record, Row, Table

RecordKey = tuple[str, str, str, str]
"""Account, region, table, key."""

ModelOf = Callable[[str], type[AwsModel] | None]
"""The model of a table's records by the table's name; None where there is no such table."""


REMEDY = (
    "Open it with the version of smsvoice that wrote it, or delete it to start with an empty "
    "account"
)


class UnusableFileError(Exception):
    """The file cannot hold an emulator's state; the message names the reason."""


class Backend(Protocol):
    """Where records outlive the process."""

    path: Path

    def load(self) -> Iterator[tuple[RecordKey, bytes, bool]]:
        """All records, in the order in which they were first kept.

        Each with whether it is just as this version wrote it, so that it can be read later.
        """
        ...

    def save(self, changes: dict[RecordKey, bytes | None]) -> None:
        """Keep all of these changes or none of them; None is gone. Returns when they are safe."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


class HasTables(Protocol):
    """An account in a region, or a call of one."""

    @property
    def tables(self) -> dict[str, Table[Any]]:
        """The tables that have been asked for, by name."""
        ...

    def table(self, name: str, model: type[Record]) -> Table[Record]:
        """The table of that name."""
        ...


@dataclass(frozen=True, slots=True)
class TableOf(Generic[Record]):
    """A table, declared once: the name that a kept file has it under, and its records' model.

    A table of the parts of one thing, such as the keywords of a number, is called with the id of
    that thing: `keywords(call, "phone-...")`.
    """

    name: str
    model: type[Record]

    def __call__(self, where: HasTables, *whole: object) -> Table[Record]:
        """The table in an account and region."""
        if not whole:
            found: Table[Record] | None = where.tables.get(self.name)
            return where.table(self.name, self.model) if found is None else found
        return where.table(" ".join((self.name, *map(str, whole))), self.model)


@dataclass
class Account:
    """The state of one account in one region."""

    account_id: str
    region: str
    store: "Store" = field(repr=False)
    tables: dict[str, Table[Any]] = field(default_factory=dict[str, Table[Any]], repr=False)
    queue: list[tuple[datetime, int, str]] | None = field(default=None, repr=False)
    """What is due by moment and turn, a heap kept by `call.first_due`; None before it is built."""

    def table(self, name: str, model: type[Record]) -> Table[Record]:
        """The table of that name; made when it is first asked for."""
        found: Table[Record] | None = self.tables.get(name)
        if found is None:
            found = Table(self.store, (self.account_id, self.region, name), model)
            self.tables[name] = found
        return found


@dataclass(frozen=True, slots=True)
class Placed(Generic[Record]):
    """A record with its key, and the account and region that it is in."""

    account: Account
    key: str
    record: Record


class Sealed:
    """Changes on their way to the file, and how everything was before them."""

    def __init__(self, before: list[tuple[Table[Any], Changed]]) -> None:
        """Take the records as they are now; they never change, only what stands for them does."""
        self.before = before
        self.rows: dict[RecordKey, Row] = {
            (*table.place, key): table.raw(key) for table, keys in before for key in keys
        }


class Store:
    """All accounts, and the changes of the request that is being answered."""

    def __init__(self, backend: Backend | None = None, model_of: ModelOf = lambda _: None) -> None:
        """Start empty, or with what the backend has.

        Raises:
            UnusableFileError: the backend has a record that this version cannot read.
        """
        self._backend = backend
        self._accounts: dict[tuple[str, str], Account] = {}
        self.dirty: list[Table[Any]] = []
        """The tables that the request has changed so far."""
        self._staged: list[Table[Any]] = []
        self.turns: Iterator[int] = count()
        """Numbers records in the order in which they are put, over all accounts and tables."""
        if backend is not None:
            self._load(backend, model_of)

    def _load(self, backend: Backend, model_of: ModelOf) -> None:
        """Take all records in at once, so that no reader ever sees a part of them.

        What this version wrote is read when it is first asked for; anything else is read now.
        """
        tables: dict[tuple[str, str, str], tuple[Table[Any], type[AwsModel]]] = {}
        for (account, region, name, key), body, is_as_written in backend.load():
            place = (account, region, name)
            if place not in tables:
                model = model_of(name)
                if model is None:
                    raise _unreadable(backend, name, "this version has no such table")
                tables[place] = (self.account(account, region).table(name, model), model)
            table, model = tables[place]
            table.fill(key, body if is_as_written else _checked(backend, name, model, body))

    @property
    def is_kept(self) -> bool:
        """Whether the state outlives the process, so that a change takes a write to disk."""
        return self._backend is not None

    def account(self, account_id: str, region: str) -> Account:
        """The state of an account in a region; made when it is first asked for."""
        where = (account_id, region)
        if where not in self._accounts:
            self._accounts[where] = Account(account_id, region, self)
        return self._accounts[where]

    def accounts(self) -> list[Account]:
        """Every account and region that was ever used."""
        return list(self._accounts.values())

    def records(self, account_id: str, kind: TableOf[Record]) -> list[Record]:
        """The records of one table in all regions of an account, oldest first."""
        tables = [table for _, table in self._tables_of(account_id, kind) if len(table)]
        if len(tables) == 1:
            return list(tables[0].listed())
        merged = heapq.merge(*(table.turned() for table in tables), key=itemgetter(0))
        return [record for _, record in merged]

    def placed(self, account_id: str, kind: TableOf[Record]) -> "list[Placed[Record]]":
        """The same, each with its key and the region that it is in."""
        merged = heapq.merge(
            *(
                [(table.turn(key), Placed(account, key, record)) for key, record in table.items()]
                for account, table in self._tables_of(account_id, kind)
            ),
            key=itemgetter(0),
        )
        return [placed for _, placed in merged]

    def _tables_of(
        self, account_id: str, kind: TableOf[Record]
    ) -> list[tuple[Account, Table[Record]]]:
        return [
            (account, kind(account))
            for account in self.accounts()
            if account.account_id == account_id
        ]

    @property
    def has_changes(self) -> bool:
        """Whether the request changed anything so far."""
        return bool(self.dirty)

    @property
    def has_staged(self) -> bool:
        """Whether changes wait for the next commit."""
        return bool(self._staged)

    def undo(self) -> None:
        """Make everything as it was when the request began."""
        for table in self.dirty:
            table.restore(table.changed)
            table.changed = {}
        self.dirty.clear()

    def commit(self) -> None:
        """End a request: without a backend its changes stand, with one they wait for its commit."""
        for table in self.dirty:
            if self._backend is not None:
                if not table.staged:
                    self._staged.append(table)
                for key, before in table.changed.items():
                    table.staged.setdefault(key, before)
            table.changed.clear()
        self.dirty.clear()

    def seal(self) -> Sealed:
        """Take out the changes that wait for a commit; those of later requests wait for another."""
        sealed = Sealed([(table, table.staged) for table in self._staged])
        for table in self._staged:
            table.staged = {}
        self._staged = []
        return sealed

    def save(self, sealed: Sealed) -> None:
        """Keep these changes; returns when they are safe."""
        if self._backend is not None and sealed.rows:
            self._backend.save({place: _bytes(row) for place, row in sealed.rows.items()})

    def roll_back(self, sealed: Sealed) -> None:
        """Make everything as it was before changes that could not be kept, and all after them."""
        self.undo()
        for table in self._staged:
            table.restore(table.staged)
            table.staged = {}
        self._staged = []
        for table, before in sealed.before:
            table.restore(before)

    def reset(self) -> None:
        """Forget everything; to be called while no change waits for a commit."""
        if self._backend is not None:
            self._backend.save(dict.fromkeys(self._places()))
        self._accounts.clear()

    def close(self) -> None:
        """Close the backend."""
        if self._backend is not None:
            self._backend.close()

    def _places(self) -> Iterator[RecordKey]:
        for account in self._accounts.values():
            for table in account.tables.values():
                for key in table.keys():  # noqa: SIM118  a table's keys
                    yield (*table.place, key)


def _bytes(row: Row) -> bytes | None:
    return encode_json(row) if isinstance(row, AwsModel) else row


def _checked(backend: Backend, table: str, model: type[Record], body: bytes) -> Record:
    try:
        return decode_record(model, body)
    except (ValueError, TypeError) as wrong:
        raise _unreadable(backend, table, type(wrong).__name__) from None


def _unreadable(backend: Backend, table: str, why: str) -> UnusableFileError:
    name = table.partition(" ")[0]
    return UnusableFileError(
        f"{backend.path}: a record of the table {name} cannot be read ({why}). {REMEDY}"
    )

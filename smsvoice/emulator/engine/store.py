"""State: tables of records per account and region, with undo, and a place to keep them.

A record is a frozen model: AWS's own, such as `PoolInformation`, or one of ours where AWS has none.
Every change goes through a table, so a refused request can be undone and an answered one kept.
"""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import count
from operator import itemgetter
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar, cast

from smsvoice.core.documents import decode_record, encode_json
from smsvoice.core.model import AwsModel

Record = TypeVar("Record", bound=AwsModel)
RecordKey = tuple[str, str, str, str]
"""Account, region, table, key."""

Note = Callable[[str, AwsModel | None, int], None]
"""Hears of a change: the key, the record before it, and the record's turn."""

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

    def load(self) -> Iterator[tuple[RecordKey, bytes]]:
        """All records, in the order in which they were first kept."""
        ...

    def save(self, changes: dict[RecordKey, bytes | None]) -> None:
        """Keep all of these changes or none of them; None is gone. Returns when they are safe."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


class Table(Generic[Record]):
    """Records of one kind by key, in the order in which they were first put."""

    def __init__(self, note: Note, turns: Iterator[int]) -> None:
        """Start empty; `note` hears of every change before it is made."""
        self._note = note
        self._next_turn = turns
        self._rows: dict[str, Record] = {}
        self._turns: dict[str, int] = {}
        self._is_ordered = True

    def get(self, key: str) -> Record | None:
        """The record under a key."""
        return self._rows.get(key)

    def put(self, key: str, record: Record) -> Record:
        """Put a record under a key, and give it back."""
        before = self._rows.get(key)
        turn = self._turns[key] if before is not None else next(self._next_turn)
        self._note(key, before, turn)
        self._rows[key] = record
        self._turns[key] = turn
        return record

    def drop(self, key: str) -> None:
        """Forget the record under a key, if there is one."""
        if key in self._rows:
            self._note(key, self._rows[key], self._turns[key])
            del self._rows[key], self._turns[key]

    def change(self, key: str, **members: Any) -> Record:
        """Put a copy with other members in a record's place."""
        return self.put(key, self._rows[key].model_copy(update=members))

    def keys(self) -> list[str]:
        """All keys."""
        return list(self._rows)

    def oldest(self) -> str | None:
        """The key of the record that was put first."""
        return next(iter(self._rows), None)

    def turn(self, key: str) -> int:
        """When the record under a key was first put, counted over all tables of the store."""
        return self._turns[key]

    def turned(self) -> Iterator[tuple[int, Record]]:
        """All records with their turns, oldest first; to be read before anything changes."""
        return zip(self._turns.values(), self._rows.values(), strict=True)

    def items(self) -> list[tuple[str, Record]]:
        """All keys with their records."""
        return list(self._rows.items())

    def __iter__(self) -> Iterator[Record]:
        return iter(list(self._rows.values()))

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: str) -> bool:
        return key in self._rows

    def restore(self, key: str, record: Record | None, turn: int) -> None:
        """Make it as it was, without noting; to be followed by `reorder`."""
        if record is None:
            self._rows.pop(key, None)
            self._turns.pop(key, None)
            return
        last = next(reversed(self._turns.values()), -1)
        if self._turns.get(key) != turn and turn < last:
            self._is_ordered = False
        self._rows[key] = record
        self._turns[key] = turn

    def reorder(self) -> None:
        """Put the records in order again, after some were restored among later ones."""
        if self._is_ordered:
            return
        for key in sorted(self._rows, key=self._turns.__getitem__):
            self._rows[key] = self._rows.pop(key)
            self._turns[key] = self._turns.pop(key)
        self._is_ordered = True


class HasTables(Protocol):
    """An account in a region, or a call of one."""

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
        return where.table(" ".join((self.name, *map(str, whole))), self.model)


@dataclass
class Account:
    """The state of one account in one region."""

    account_id: str
    region: str
    store: "Store" = field(repr=False)
    _tables: dict[str, Table[Any]] = field(default_factory=dict[str, Table[Any]], repr=False)
    queue: list[tuple[datetime, int, str]] | None = field(default=None, repr=False)
    """What is due by moment and turn, a heap kept by `call.first_due`; None before it is built."""

    def table(self, name: str, model: type[Record]) -> Table[Record]:  # noqa: ARG002  its type
        """The table of that name; made when it is first asked for."""
        found = self._tables.get(name)
        if found is None:
            place = (self.account_id, self.region, name)
            found = Table[Any](partial(_note_in, self.store, place), self.store.turns)
            self._tables[name] = found
        return cast("Table[Record]", found)


@dataclass(frozen=True, slots=True)
class Placed(Generic[Record]):
    """A record with its key, and the account and region that it is in."""

    account: Account
    key: str
    record: Record


class Store:
    """All accounts, and the changes of the request that is being answered."""

    def __init__(self, backend: Backend | None = None, model_of: ModelOf = lambda _: None) -> None:
        """Start empty, or with what the backend has.

        Raises:
            UnusableFileError: the backend has a record that this version cannot read.
        """
        self._backend = backend
        self._accounts: dict[tuple[str, str], Account] = {}
        self._before: dict[RecordKey, tuple[AwsModel | None, int]] = {}
        self.turns: Iterator[int] = count()
        """Numbers records in the order in which they are put, over all accounts and tables."""
        if backend is not None:
            self._load(backend, model_of)

    def _load(self, backend: Backend, model_of: ModelOf) -> None:
        """Take all records in at once, so that no reader ever sees a part of them."""
        for (account, region, name, key), body in backend.load():
            model = model_of(name)
            if model is None:
                raise _unreadable(backend, name, "this version has no such table")
            try:
                record = decode_record(model, body)
            except (ValueError, TypeError) as wrong:
                raise _unreadable(backend, name, type(wrong).__name__) from None
            table = self.account(account, region).table(name, model)
            table.restore(key, record, next(self.turns))

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
            return list(tables[0])
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

    def note(self, place: RecordKey, before: AwsModel | None, turn: int) -> None:
        """Remember how a record was when the request began."""
        self._before.setdefault(place, (before, turn))

    @property
    def has_changes(self) -> bool:
        """Whether the request changed anything so far."""
        return bool(self._before)

    def undo(self) -> None:
        """Make everything as it was when the request began."""
        changed: dict[int, Table[Any]] = {}
        for (account, region, name, key), before in self._before.items():
            table = self._accounts[account, region]._tables[name]  # noqa: SLF001
            table.restore(key, *before)
            changed[id(table)] = table
        for table in changed.values():
            table.reorder()
        self._before.clear()

    def commit(self) -> None:
        """Keep what the request changed; returns when it is safe."""
        if self._backend is not None and self._before:
            self._backend.save({place: self._bytes(place) for place in self._before})
        self._before.clear()

    def reset(self) -> None:
        """Forget everything."""
        if self._backend is not None:
            self._backend.save(dict.fromkeys(self._places()))
        self._accounts.clear()
        self._before.clear()

    def close(self) -> None:
        """Close the backend."""
        if self._backend is not None:
            self._backend.close()

    def _places(self) -> Iterator[RecordKey]:
        for account in self._accounts.values():
            for name, table in account._tables.items():  # noqa: SLF001
                for key in table.keys():  # noqa: SIM118  a table's keys
                    yield account.account_id, account.region, name, key

    def _bytes(self, place: RecordKey) -> bytes | None:
        account, region, table, key = place
        record = self._accounts[account, region]._tables[table].get(key)  # noqa: SLF001
        return None if record is None else encode_json(record)


def _note_in(
    store: Store, table: tuple[str, str, str], key: str, before: AwsModel | None, turn: int
) -> None:
    store.note((*table, key), before, turn)


def _unreadable(backend: Backend, table: str, why: str) -> UnusableFileError:
    name = table.partition(" ")[0]
    return UnusableFileError(
        f"{backend.path}: a record of the table {name} cannot be read ({why}). {REMEDY}"
    )

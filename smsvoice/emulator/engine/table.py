"""A table of records: in the order in which they were put, with what it takes to undo a change."""

from collections.abc import Iterator
from typing import Any, Generic, Protocol, TypeVar

from smsvoice.core.documents import decode_record
from smsvoice.core.model import AwsModel, OutputModel
from smsvoice.emulator.engine.building import altered, share_names

Record = TypeVar("Record", bound=AwsModel)

Row = AwsModel | bytes | None
"""A record, as a file has it if no one has read it yet; None is gone, or not there yet."""

Changed = dict[str, tuple[Row, int]]
"""By key, a record before it was changed, and its turn."""


class Journal(Protocol):
    """What all tables of a store share."""

    turns: Iterator[int]
    """Numbers records in the order in which they are put, over all accounts and tables."""
    dirty: "list[Table[Any]]"
    """The tables that the request has changed so far."""


class Table(Generic[Record]):
    """Records of one kind by key, in the order in which they were first put.

    What a file had is read when it is first asked for.
    """

    def __init__(self, journal: Journal, place: tuple[str, str, str], model: type[Record]) -> None:
        """Start empty; the journal hears of the first change since its last commit."""
        self.place = place
        self._journal = journal
        self._model = model
        self._rows: dict[str, Any] = {}  # records, and bytes that no one has read yet
        self._turns: dict[str, int] = {}
        self._listed: list[Record] | None = None
        self._is_ordered = True
        self.changed: Changed = {}
        """How each record was when the request began, of those that it changed."""
        self.staged: Changed = {}
        """How each record was when the changes that wait for the next commit began."""

    def get(self, key: str) -> Record | None:
        """The record under a key."""
        row = self._rows.get(key)
        return self._read(key, row) if type(row) is bytes else row

    def put(self, key: str, record: Record) -> Record:
        """Put a record under a key, and give it back."""
        before = self._note(key)
        if before is None:
            self._turns[key] = next(self._journal.turns)
        self._rows[key] = record
        return record

    def drop(self, key: str) -> None:
        """Forget the record under a key, if there is one."""
        if key in self._rows:
            self._note(key)
            del self._rows[key], self._turns[key]

    def change(self, key: str, **members: Any) -> Record:
        """Put a copy with other members in a record's place."""
        record = self.get(key)
        if record is None:
            raise KeyError(key)
        if isinstance(record, OutputModel):  # what only the emulator writes needs no check
            return self.put(key, altered(record, members))
        return self.put(key, record.model_copy(update=members))

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
        return zip(self._turns.values(), self.listed(), strict=True)

    def items(self) -> list[tuple[str, Record]]:
        """All keys with their records."""
        return list(zip(self._rows, self.listed(), strict=True))

    def listed(self) -> list[Record]:
        """All records, in a list that is made anew only after a change; not to be changed."""
        if self._listed is None:
            for key, row in self._rows.items():
                if type(row) is bytes:
                    self._read(key, row)
            self._listed = list(self._rows.values())
        return self._listed

    def raw(self, key: str) -> Row:
        """What stands under a key: a record, bytes that no one has read yet, or None."""
        row: Row = self._rows.get(key)
        return row

    def __iter__(self) -> Iterator[Record]:
        return iter(self.listed())

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: str) -> bool:
        return key in self._rows

    def fill(self, key: str, row: "Record | bytes") -> None:
        """Put what a file has, without noting."""
        self._rows[key] = row
        self._turns[key] = next(self._journal.turns)

    def restore(self, before: Changed) -> None:
        """Make records as they were, without noting."""
        for key, (row, turn) in before.items():
            if row is None:
                self._rows.pop(key, None)
                self._turns.pop(key, None)
                continue
            if self._turns.get(key) != turn:  # it stands among later ones now, or is put there
                self._is_ordered = False
            self._rows[key] = row
            self._turns[key] = turn
        self._listed = None
        self._reorder()

    def _reorder(self) -> None:
        if self._is_ordered:
            return
        for key in sorted(self._rows, key=self._turns.__getitem__):
            self._rows[key] = self._rows.pop(key)
            self._turns[key] = self._turns.pop(key)
        self._is_ordered = True

    def _note(self, key: str) -> Row:
        """Note how a record is before it changes; gives it."""
        before: Row = self._rows.get(key)
        if key not in self.changed:
            if not self.changed:
                self._journal.dirty.append(self)
            self.changed[key] = (before, -1 if before is None else self._turns[key])
        self._listed = None
        return before

    def _read(self, key: str, row: bytes) -> Record:
        record = decode_record(self._model, row)
        share_names(record)
        self._rows[key] = record
        return record

"""State in one SQLite file: what was answered is there after a crash, a kill or a power cut."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

from smsvoice.emulator.engine.store import REMEDY, RecordKey, UnusableFileError

__all__ = ["FORMAT", "SqliteBackend", "UnusableFileError"]

FORMAT = 2
_APPLICATION = 0x534D5356  # "SMSV", so that another program's file is never written to
_TABLES = """
CREATE TABLE IF NOT EXISTS records (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    body BLOB NOT NULL,
    sum INTEGER,
    UNIQUE (account, region, name, key)
);
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_KEEP = """
INSERT INTO records (account, region, name, key, body, sum) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (account, region, name, key) DO UPDATE SET body = excluded.body, sum = excluded.sum
"""
_FORGET = "DELETE FROM records WHERE account = ? AND region = ? AND name = ? AND key = ?"


class SqliteBackend:
    """Keeps records in a file; `keep` returns only when they are on the disk."""

    def __init__(self, path: str | Path, shape: int = 0) -> None:
        """Open a file, or make it.

        Args:
            path: the file.
            shape: stands for what records look like in this version; part of each record's sum.

        Raises:
            UnusableFileError: another emulator has it open, it is another program's, or it cannot
                be written.
        """
        self.path: Path = Path(path)
        self._shape = shape
        self._lock = threading.Lock()
        try:
            self._file = sqlite3.connect(
                self.path, isolation_level=None, check_same_thread=False, timeout=1.0
            )
        except sqlite3.Error as problem:
            raise UnusableFileError(f"{self.path}: {problem}") from problem
        try:
            self._prepare()
        except sqlite3.Error as problem:
            self._file.close()
            raise UnusableFileError(f"{self.path}: {_why(problem)}") from problem
        except UnusableFileError:
            self._file.close()
            raise

    def load(self) -> Iterator[tuple[RecordKey, bytes, bool]]:
        """All records, in the order in which they were first kept.

        Each with whether it is just as this version wrote it.
        """
        wanted = "SELECT account, region, name, key, body, sum FROM records ORDER BY position"
        shape = self._shape
        try:
            with self._lock:
                for account, region, name, key, body, kept_sum in self._file.execute(wanted):
                    is_as_written = type(body) is bytes and crc32(body, shape) == kept_sum
                    yield (account, region, name, key), body, is_as_written
        except sqlite3.Error as problem:
            raise self._damaged("its records", problem) from problem

    def save(self, changes: dict[RecordKey, bytes | None]) -> None:
        """Keep all of these changes or none of them; None is gone. Returns when they are safe."""
        kept = [
            (*place, body, crc32(body, self._shape))
            for place, body in changes.items()
            if body is not None
        ]
        gone = [place for place, body in changes.items() if body is None]
        with self._lock:
            self._file.execute("BEGIN IMMEDIATE")
            try:
                self._file.executemany(_FORGET, gone)
                self._file.executemany(_KEEP, kept)
                self._file.execute("COMMIT")
            except BaseException:
                if self._file.in_transaction:
                    self._file.execute("ROLLBACK")
                raise

    def note(self, name: str, value: Any) -> None:
        """Keep something that is no record, such as the time; JSON."""
        with self._lock:
            self._file.execute(
                "INSERT INTO notes VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, json.dumps(value)),
            )

    def noted(self, name: str) -> Any:
        """What was noted under a name; None if nothing was.

        Raises:
            UnusableFileError: the note cannot be read.
        """
        wanted = "SELECT value FROM notes WHERE name = ?"
        try:
            with self._lock:
                row = self._file.execute(wanted, (name,)).fetchone()
            return None if row is None else json.loads(row[0])
        except (sqlite3.Error, ValueError, TypeError) as problem:
            raise self._damaged(f"its note of the {name}", problem) from problem

    def damaged_note(self, name: str, why: str) -> UnusableFileError:
        """The error for a note that this version cannot use."""
        return UnusableFileError(
            f"{self.path}: its note of the {name} cannot be read ({why}). {REMEDY}"
        )

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._file.close()

    def _damaged(self, what: str, problem: Exception) -> UnusableFileError:
        kind = type(problem).__name__
        return UnusableFileError(f"{self.path}: {what} cannot be read ({kind}). {REMEDY}")

    def _prepare(self) -> None:
        self._file.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._must_be_ours()
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = FULL")
        self._file.execute("BEGIN EXCLUSIVE")
        for statement in filter(str.strip, _TABLES.split(";")):
            self._file.execute(statement)
        self._file.execute(f"PRAGMA application_id = {_APPLICATION}")
        self._file.execute(f"PRAGMA user_version = {FORMAT}")
        self._file.execute("COMMIT")

    def _must_be_ours(self) -> None:
        (application,) = self._file.execute("PRAGMA application_id").fetchone()
        (version,) = self._file.execute("PRAGMA user_version").fetchone()
        (tables,) = self._file.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and application != _APPLICATION:
            raise UnusableFileError(f"{self.path}: is a database of another program")
        if tables and version != FORMAT:
            raise UnusableFileError(
                f"{self.path}: has format {version}, this version of smsvoice reads {FORMAT}. "
                f"{REMEDY}"
            )


def _why(problem: sqlite3.Error) -> str:
    if "locked" in str(problem):
        return "another emulator has it open"
    return str(problem)

"""Codes in a database: SQLite for one host, PostgreSQL for many."""

import os
import threading
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from smsvoice.core.errors import MissingExtraError, Problem, RequestError
from smsvoice.databases.errors import AddressError
from smsvoice.databases.location import FORMS, address_of

if TYPE_CHECKING:
    from smsvoice.codes._sql import Texts

_FORMS: Final = f"{FORMS}, or an Engine of SQLAlchemy"
_IN_MEMORY: Final = "must be a file: use MemoryStore for codes in memory"
_DIALECTS: Final = frozenset(("sqlite", "postgresql"))


class SqlEngine(Protocol):
    """An Engine of SQLAlchemy."""

    @property
    def dialect(self) -> Any:
        """The kind of database."""
        ...

    def connect(self) -> Any:
        """A connection to it."""
        ...


class SqlStore:
    """Codes in a table of SQLite or PostgreSQL (extra `sql`, on PostgreSQL `sql-postgres`).

        store = SqlStore("codes.db")
        store = SqlStore("postgresql+psycopg://shop@db.example.com/shop")
        store = SqlStore(engine)

    The table is made when it is first used, if it is missing. Processes of one host may share an
    SQLite file, any number of hosts a PostgreSQL database. What is no longer needed is deleted
    once a minute. A store that was made from a path or an address can be pickled.
    """

    def __init__(
        self, where: "str | os.PathLike[str] | SqlEngine", *, table: str = "smsvoice_codes"
    ) -> None:
        """Name the database; nothing is opened yet.

        Args:
            where: a file's path, the address of a database, or an Engine of the application.
            table: the name of the table, letters, digits and underscores.

        Raises:
            RequestError: there can be no store.
        """
        if not table.isidentifier() or not table.isascii():
            rule = "must be letters, digits and underscores, with a letter first"
            raise RequestError("SqlStore", (Problem("table", rule),))
        self._where = _address(where)
        self._table = table
        self._lock = threading.Lock()
        self._opened: tuple[int, Texts] | None = None

    def read(self, key: str) -> str | None:
        """The text of a key; None when there is none."""
        return self._texts().read(key)

    def replace(self, key: str, before: str | None, after: str | None, seconds: float) -> bool:
        """Write a text if the store holds the one that the caller has seen."""
        return self._texts().replace(key, before, after, seconds)

    def close(self) -> None:
        """Close the connections that the store opened; the next use opens others."""
        with self._lock:
            opened, self._opened = self._opened, None
        if opened is not None and opened[0] == os.getpid():
            opened[1].close()

    def _texts(self) -> "Texts":
        """The table, with connections of this process."""
        opened = self._opened
        if opened is not None and opened[0] == os.getpid():
            return opened[1]
        with self._lock:
            opened = self._opened
            if opened is None or opened[0] != os.getpid():
                try:
                    from smsvoice.codes._sql import Texts  # noqa: PLC0415  needs the extra `sql`
                except ImportError as lacking:
                    raise MissingExtraError(lacking.name or "sqlalchemy", "sql") from lacking
                opened = self._opened = (os.getpid(), Texts(self._where, self._table))
            return opened[1]

    def __getstate__(self) -> dict[str, Any]:
        if not isinstance(self._where, str):
            raise TypeError("a SqlStore on an Engine cannot be pickled: give its address instead")
        return {"where": self._where, "table": self._table}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._where, self._table = state["where"], state["table"]
        self._lock, self._opened = threading.Lock(), None

    def __repr__(self) -> str:
        kind = self._where.partition(":")[0] if isinstance(self._where, str) else "engine"
        return f"<SqlStore {kind} {self._table}>"


def _address(where: object) -> "str | SqlEngine":
    """An address as SQLAlchemy takes it, or an engine."""
    if hasattr(where, "connect") and hasattr(where, "dialect"):
        return _engine(cast("SqlEngine", where))
    try:
        return address_of(where, forms=_FORMS, in_memory=_IN_MEMORY)
    except AddressError as refused:
        rule = refused.rule
    raise _refused(rule)


def _engine(given: SqlEngine) -> SqlEngine:
    if hasattr(given, "sync_engine"):
        raise _refused("must be an Engine that blocks: of an AsyncEngine, give the address")
    if given.dialect.name not in _DIALECTS:
        # Others compare texts in ways of their own, e.g. without regard to case.
        raise _refused("must be of SQLite or PostgreSQL")
    return given


def _refused(rule: str) -> RequestError:
    return RequestError("SqlStore", (Problem("where", rule),))

"""The database of a ledger: how it is connected to, set up, and how its failures are named."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite

from smsvoice.bulk.errors import LedgerError
from smsvoice.bulk.ledger._schema import ABOUT, META, VERSION
from smsvoice.core.errors import MissingExtraError
from smsvoice.databases._engine import engine_of, failures_as
from smsvoice.databases.location import is_file

_WRITES: Final = "smsvoice_writes"
_SETUP_LOCK: Final = 7_670_001


class Database:
    """An engine of SQLAlchemy whose transactions are durable when they end."""

    def __init__(self, url: str) -> None:
        """Connect, and make the tables where there are none.

        Raises:
            LedgerError: it cannot be reached, or holds tables of another version.
            MissingExtraError: psycopg is not installed.
        """
        self.is_sqlite: bool = is_file(url)
        dialect: Any = sqlite if self.is_sqlite else postgresql
        self.insert = dialect.insert
        self.now: sa.ColumnElement[float] = sa.literal_column(
            "(julianday('now') - 2440587.5) * 86400.0"
            if self.is_sqlite
            else "extract(epoch FROM clock_timestamp())::float8",
            sa.Double,
        )
        self.engine: sa.Engine = self._made(url)
        try:
            with self.writing() as connection:
                self._set_up(connection)
        except BaseException:
            self.engine.dispose()
            raise

    def _made(self, url: str) -> sa.Engine:
        try:
            with named_failures():
                engine = engine_of(url)
        except ImportError as lacking:
            raise MissingExtraError("psycopg", "bulk-postgres") from lacking
        if self.is_sqlite:
            event.listen(engine, "connect", _begin_below)
            event.listen(engine, "begin", _begin_sqlite)
        return engine

    def _set_up(self, connection: sa.Connection) -> None:
        if not self.is_sqlite:  # processes that start at once make the tables one after the other
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_SETUP_LOCK)))
        META.create_all(connection)
        found = connection.execute(sa.select(ABOUT.c.version)).scalars().all()
        if not found:
            connection.execute(sa.insert(ABOUT).values(version=VERSION))
        elif found != [VERSION]:
            had = ", ".join(map(str, found))
            raise LedgerError(
                f"its tables are of version {had}, and this smsvoice uses version {VERSION}: go on "
                "with the release that made it, or begin another ledger"
            )

    @contextmanager
    def writing(self) -> Generator[sa.Connection]:
        """A transaction that writes; on SQLite it has the lock from its beginning.

        Raises:
            LedgerError: the database fails.
        """
        with named_failures(), self.writer() as connection, connection.begin():
            yield connection

    @contextmanager
    def reading(self) -> Generator[sa.Connection]:
        """A transaction that reads.

        Raises:
            LedgerError: the database fails.
        """
        with named_failures(), self.engine.connect() as connection:
            yield connection

    def connections(self) -> tuple[int, int]:
        """How many connections are open, and how many of them a thread uses."""
        pool: Any = self.engine.pool
        used: int = pool.checkedout()
        return used + pool.checkedin(), used

    def writer(self) -> sa.Connection:
        """A connection whose transactions write."""
        return self.engine.connect().execution_options(**{_WRITES: True})


@contextmanager
def named_failures() -> Generator[None]:
    """Name what a database fails with as LedgerError, without statements and their values."""
    with failures_as(LedgerError):
        yield


def _begin_below(connection: Any, record: object) -> None:
    connection.isolation_level = None  # transactions begin as `_begin_sqlite` says


def _begin_sqlite(connection: sa.Connection) -> None:
    """Take the lock before the clock is read, so that a wait for it makes no time out of date."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

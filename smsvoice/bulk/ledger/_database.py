"""The database of a ledger: how it is connected to, set up, and how its failures are named."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.dialects import postgresql, sqlite

from smsvoice.bulk.errors import LedgerError, MissingExtraError
from smsvoice.bulk.ledger._schema import ABOUT, META, VERSION
from smsvoice.bulk.ledger.location import prepared_file
from smsvoice.core.redact import mask_numbers

BUSY_SECONDS: int = 30
"""How long a statement waits for another process's lock."""
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
        self.is_sqlite: bool = url.startswith("sqlite")
        if self.is_sqlite:
            prepared_file(url)
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
        if not self.is_sqlite:
            arguments = {
                "connect_timeout": 10,
                "keepalives_idle": 15,
                "tcp_user_timeout": BUSY_SECONDS * 1000,
                "options": f"-c lock_timeout={BUSY_SECONDS}s",
                "application_name": "smsvoice",
            }
            try:
                return sa.create_engine(
                    url,
                    connect_args=arguments,
                    hide_parameters=True,
                    pool_pre_ping=True,
                    pool_size=8,
                    max_overflow=56,
                )
            except ImportError as lacking:
                raise MissingExtraError("psycopg", "bulk-postgres") from lacking
            except exc.ArgumentError as wrong:
                raise LedgerError("its address is no URL of a database") from wrong
        engine = sa.create_engine(
            url,
            connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
            hide_parameters=True,
            pool_size=8,
            max_overflow=56,
        )
        sa.event.listen(engine, "connect", _set_up_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
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

    def writer(self) -> sa.Connection:
        """A connection whose transactions write."""
        return self.engine.connect().execution_options(**{_WRITES: True})


@contextmanager
def named_failures() -> Generator[None]:
    """Name what a database fails with as LedgerError, without statements and their values."""
    try:
        yield
    except exc.DBAPIError as failed:
        raise LedgerError(_in_words(failed)) from None
    except exc.SQLAlchemyError as failed:
        raise LedgerError(type(failed).__name__) from None


def _in_words(failed: exc.DBAPIError) -> str:
    """The first line of what the database says; it names tables and limits, and no values."""
    original = failed.orig
    lines = str(original).strip().splitlines() or [""]
    said = str(mask_numbers(lines[0])).strip().rstrip(".")
    return f"{type(original).__name__}: {said}" if said else type(original).__name__


def _set_up_sqlite(connection: Any, record: object) -> None:
    connection.isolation_level = None  # transactions begin below
    for pragma in ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={BUSY_SECONDS * 1000}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    """Take the lock before the clock is read, so that a wait for it makes no time out of date."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

"""The database of a ledger: how it is connected to, set up, and how its failures are named."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.dialects import postgresql, sqlite

from smsvoice.bulk.errors import LedgerError
from smsvoice.bulk.ledger._schema import ABOUT, META, VERSION
from smsvoice.bulk.ledger.location import prepared_file
from smsvoice.core.errors import MissingExtraError
from smsvoice.core.redact import mask_numbers

BUSY_SECONDS: int = 30
"""How long a statement waits for another process's lock."""
_WRITES: Final = "smsvoice_writes"
_SETUP_LOCK: Final = 7_670_001
_ENGINE: Final[dict[str, Any]] = {"hide_parameters": True, "pool_size": 8, "max_overflow": 56}


class Database:
    """An engine of SQLAlchemy whose transactions are durable when they end."""

    def __init__(self, url: str) -> None:
        """Connect, and make the tables where there are none.

        Raises:
            LedgerError: it cannot be reached, or holds tables of another version.
            MissingExtraError: psycopg is not installed.
        """
        self.is_sqlite: bool = url.startswith("sqlite")
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
        if self.is_sqlite:
            engine = sa.create_engine(
                sa.URL.create("sqlite", database=prepared_file(url)),
                connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
                **_ENGINE,
            )
            event.listen(engine, "connect", _set_up_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
            return engine
        address = _address(url)
        arguments: dict[str, Any] = {
            "connect_timeout": 10,
            "keepalives_idle": 15,
            "tcp_user_timeout": BUSY_SECONDS * 1000,
            "application_name": "smsvoice",
            "options": f"-c lock_timeout={BUSY_SECONDS}s -c synchronous_commit=on",
        }
        for name, own in address.query.items():  # the caller's own come last, so they count
            arguments[name] = f"{arguments[name]} {own}" if name == "options" else own
        try:
            return sa.create_engine(address, connect_args=arguments, pool_pre_ping=True, **_ENGINE)
        except ImportError as lacking:
            raise MissingExtraError("psycopg", "bulk-postgres") from lacking

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


def _address(url: str) -> sa.URL:
    """The parts of an address of PostgreSQL; no error shows them, since one is a password."""
    try:
        address = sa.make_url(url)
    except (exc.ArgumentError, ValueError):
        raise LedgerError("its address is no URL of a database") from None
    if "@" in (address.host or ""):
        raise LedgerError("its address has more than one @: write one in a password as %40")
    return address


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

"""The table of a SqlStore. Each step is one statement, so no transaction waits for another call."""

import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import event, exc

from smsvoice.codes.errors import CodeStoreError
from smsvoice.core.errors import MissingExtraError
from smsvoice.core.redact import mask_numbers

_BUSY_SECONDS: Final = 30
_SWEEP: Final = 60.0
_SETUP_LOCK: Final = 7_670_002
_FILE: Final = "sqlite:///"
_RACED: Final = frozenset(("40001", "40P01"))
"""PostgreSQL's codes for a statement that lost against another one."""


class Texts:
    """Texts by key in one table."""

    def __init__(self, where: Any, table: str) -> None:
        """Connect, and make the table if it is missing.

        Raises:
            CodeStoreError: the database cannot be used.
            MissingExtraError: psycopg is not installed.
        """
        self._is_ours = isinstance(where, str)
        engine: sa.Engine = _engine(where) if isinstance(where, str) else where
        # One statement is one transaction, whatever the application's own settings are.
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._table = sa.Table(
            table,
            sa.MetaData(),
            sa.Column("key", sa.String(64), primary_key=True),
            sa.Column("text", sa.Text, nullable=False),
            sa.Column("keep_until", sa.Double, nullable=False, index=True),  # seconds since 1970
        )
        self._swept_at = 0.0
        with _named_failures(), engine.begin() as connection:
            if engine.dialect.name == "postgresql":  # processes that start at once
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_SETUP_LOCK)))
            connection.execute(sa.schema.CreateTable(self._table, if_not_exists=True))
            for index in self._table.indexes:
                connection.execute(sa.schema.CreateIndex(index, if_not_exists=True))

    def read(self, key: str) -> str | None:
        """The text of a key."""
        columns = self._table.c
        query = sa.select(columns.text).where(columns.key == key, columns.keep_until > time.time())
        with _named_failures(), self._engine.connect() as connection:
            return connection.execute(query).scalar()

    def replace(self, key: str, before: str | None, after: str | None, seconds: float) -> bool:
        """Write a text if the table holds the one that the caller has seen."""
        with _named_failures(), self._engine.connect() as connection:
            self._sweep(connection)
            if before is None:
                return after is None or self._inserted(connection, key, after, seconds)
            columns = self._table.c
            held = (columns.key == key) & (columns.text == before)
            statement: sa.Delete | sa.Update = sa.delete(self._table).where(held)
            if after is not None:
                until = time.time() + seconds
                statement = sa.update(self._table).where(held).values(text=after, keep_until=until)
            try:
                return connection.execute(statement).rowcount == 1
            except exc.OperationalError as failed:
                if getattr(failed.orig, "sqlstate", None) in _RACED:
                    return False
                raise

    def close(self) -> None:
        """Close the connections, of an engine of our own."""
        if self._is_ours:
            self._engine.dispose()

    def _inserted(self, connection: sa.Connection, key: str, after: str, seconds: float) -> bool:
        columns, now = self._table.c, time.time()
        # What is no longer needed counts as absent.
        connection.execute(
            sa.delete(self._table).where(columns.key == key, columns.keep_until <= now)
        )
        values = {"key": key, "text": after, "keep_until": now + seconds}
        try:
            connection.execute(sa.insert(self._table).values(values))
        except exc.IntegrityError:
            return False
        return True

    def _sweep(self, connection: sa.Connection) -> None:
        """Delete what is no longer needed, once a minute."""
        now = time.time()
        if now - self._swept_at >= _SWEEP:
            self._swept_at = now
            connection.execute(sa.delete(self._table).where(self._table.c.keep_until <= now))


def _engine(url: str) -> sa.Engine:
    if url.startswith(_FILE):
        path = url.removeprefix(_FILE)
        try:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as failed:
            raise CodeStoreError(f"its file cannot be opened ({failed.strerror})") from failed
        arguments = {"check_same_thread": False, "timeout": _BUSY_SECONDS}
        address = sa.URL.create("sqlite", database=path)
        engine = sa.create_engine(address, connect_args=arguments, hide_parameters=True)
        event.listen(engine, "connect", _set_up_sqlite)
        return engine
    try:
        address = sa.make_url(url)
        own: dict[str, Any] = {"connect_timeout": 10, "application_name": "smsvoice"}
        return sa.create_engine(
            address,
            connect_args=own,
            pool_pre_ping=True,
            pool_size=8,
            max_overflow=56,
            hide_parameters=True,
        )
    except ImportError as lacking:
        raise MissingExtraError("psycopg", "sql-postgres") from lacking
    except (exc.ArgumentError, ValueError):
        raise CodeStoreError("its address is no URL of a database") from None


def _set_up_sqlite(connection: Any, record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def _named_failures() -> Generator[None]:
    """Name what a database fails with as CodeStoreError, without statements and their values."""
    try:
        yield
    except exc.DBAPIError as failed:
        original = failed.orig
        lines = str(original).strip().splitlines() or [""]
        said = str(mask_numbers(lines[0])).strip().rstrip(".")
        name = type(original).__name__
        raise CodeStoreError(f"{name}: {said}" if said else name) from None
    except exc.SQLAlchemyError as failed:
        raise CodeStoreError(type(failed).__name__) from None

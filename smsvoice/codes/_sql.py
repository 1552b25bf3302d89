"""The table of a SqlStore. Each step is one statement, so no transaction waits for another call."""

import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import exc

from smsvoice.codes.errors import CodeStoreError
from smsvoice.core.errors import MissingExtraError
from smsvoice.databases._engine import engine_of, failures_as

_SWEEP: Final = 60.0
_SETUP_LOCK: Final = 7_670_002
_RACED: Final = frozenset(("40001", "40P01"))
"""PostgreSQL's codes for a statement that lost against another one."""


class Texts:
    """Texts by key in one table, which is made when it is first needed."""

    def __init__(self, where: Any, table: str) -> None:
        """Make an engine, or take the application's; nothing is connected to yet.

        Raises:
            CodeStoreError: there can be no such database.
            MissingExtraError: psycopg is not installed.
        """
        self._is_ours = isinstance(where, str)
        self._made: sa.Engine = _engine(where) if isinstance(where, str) else where
        # One statement is one transaction, whatever the application's own settings are.
        self._engine = self._made.execution_options(isolation_level="AUTOCOMMIT")
        self._table = sa.Table(
            table,
            sa.MetaData(),
            sa.Column("key", sa.String(64), primary_key=True),
            sa.Column("text", sa.Text, nullable=False),
            sa.Column("keep_until", sa.Double, nullable=False, index=True),  # seconds since 1970
        )
        self._is_set_up = False
        self._swept_at = 0.0

    def read(self, key: str) -> str | None:
        """The text of a key."""
        columns = self._table.c
        query = sa.select(columns.text).where(columns.key == key, columns.keep_until > time.time())
        with self._connected() as connection:
            return connection.execute(query).scalar()

    def replace(self, key: str, before: str | None, after: str | None, seconds: float) -> bool:
        """Write a text if the table holds the one that the caller has seen."""
        with self._connected() as connection:
            self._sweep(connection)
            try:
                return self._replaced(connection, key, before, after, seconds)
            except exc.OperationalError as failed:
                if getattr(failed.orig, "sqlstate", None) in _RACED:
                    return False
                raise

    def close(self) -> None:
        """Close the connections, of an engine of our own."""
        if self._is_ours:
            self._engine.dispose()

    def _replaced(
        self,
        connection: sa.Connection,
        key: str,
        before: str | None,
        after: str | None,
        seconds: float,
    ) -> bool:
        if before is None:
            return after is None or self._inserted(connection, key, after, seconds)
        columns = self._table.c
        held = (columns.key == key) & (columns.text == before)
        statement: sa.Delete | sa.Update = sa.delete(self._table).where(held)
        if after is not None:
            until = time.time() + seconds
            statement = sa.update(self._table).where(held).values(text=after, keep_until=until)
        return connection.execute(statement).rowcount == 1

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

    @contextmanager
    def _connected(self) -> Generator[sa.Connection]:
        """A connection, once the table is there."""
        with failures_as(CodeStoreError):
            if not self._is_set_up:
                self._set_up()
                self._is_set_up = True
            with self._engine.connect() as connection:
                yield connection

    def _set_up(self) -> None:
        """Make the table if it is missing; a role that may not needs a table that is there."""
        with self._made.begin() as connection:
            if sa.inspect(connection).has_table(self._table.name):
                return
            if self._made.dialect.name == "postgresql":  # processes that start at once
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_SETUP_LOCK)))
            connection.execute(sa.schema.CreateTable(self._table, if_not_exists=True))
            for index in self._table.indexes:
                connection.execute(sa.schema.CreateIndex(index, if_not_exists=True))


def _engine(url: str) -> sa.Engine:
    try:
        with failures_as(CodeStoreError):
            return engine_of(url, "secure_delete=ON")
    except ImportError as lacking:
        raise MissingExtraError("psycopg", "sql-postgres") from lacking

"""Engines of SQLAlchemy whose commits are durable, and their failures in words without values."""

import sqlite3
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import event, exc

from smsvoice.core.redact import mask_numbers
from smsvoice.databases.errors import DatabaseError
from smsvoice.databases.location import is_file, prepared_file

BUSY_SECONDS: int = 30
"""How long a statement waits for another process's lock."""
_PAUSE: Final = 0.01
_PRIMARY: Final = 0xFF
"""The bits of SQLite's codes of errors that name the kind."""
_ENGINE: Final[dict[str, Any]] = {"hide_parameters": True, "pool_size": 8, "max_overflow": 56}


def engine_of(url: str, *pragmas: str) -> sa.Engine:
    """An engine for an address as `address_of` gives it; nothing is connected to yet.

    Args:
        url: of SQLite or PostgreSQL.
        pragmas: more settings of an SQLite connection, e.g. `secure_delete=ON`.

    Raises:
        DatabaseError: there can be no such database, or its file cannot be made.
        ImportError: psycopg is not installed.
    """
    if is_file(url):
        engine = sa.create_engine(
            sa.URL.create("sqlite", database=prepared_file(url)),
            connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
            **_ENGINE,
        )
        event.listen(engine, "connect", _set_wal)
        settings = ("synchronous=FULL", f"busy_timeout={BUSY_SECONDS * 1000}")
        event.listen(engine, "connect", _setter((*settings, *pragmas)))
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
    return sa.create_engine(address, connect_args=arguments, pool_pre_ping=True, **_ENGINE)


def _set_wal(connection: Any, _: object) -> None:
    """Make the file's log one that is written ahead, and wait for others' locks.

    SQLite's own wait does not cover this change: it refuses it at once while another connection
    makes it, or writes into the new file.

    https://www.sqlite.org/c3ref/busy_handler.html
    """
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchall() != [("wal",)]:
                connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as failed:
            is_locked = failed.sqlite_errorcode & _PRIMARY == sqlite3.SQLITE_BUSY
            if not is_locked or time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _setter(pragmas: Iterable[str]) -> Callable[[Any, object], None]:
    def set_up(connection: Any, _: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    return set_up


def _address(url: str) -> sa.URL:
    """The parts of an address of PostgreSQL; no error shows them, since one is a password."""
    try:
        address = sa.make_url(url)
    except (exc.ArgumentError, ValueError):
        raise DatabaseError("its address is no URL of a database") from None
    if "@" in (address.host or ""):
        raise DatabaseError("its address has more than one @: write one in a password as %40")
    return address


@contextmanager
def failures_as(error: Callable[[str], Exception]) -> Generator[None]:
    """Name what a database fails with by an error, without statements and their values."""
    try:
        yield
    except DatabaseError as failed:
        raise error(failed.why) from failed.__cause__
    except exc.DBAPIError as failed:
        raise error(_in_words(failed)) from None
    except exc.SQLAlchemyError as failed:
        raise error(type(failed).__name__) from None


def _in_words(failed: exc.DBAPIError) -> str:
    """The first line of what the database says; it names tables and limits, and no values."""
    original = failed.orig
    lines = str(original).strip().splitlines() or [""]
    said = str(mask_numbers(lines[0])).strip().rstrip(".")
    return f"{type(original).__name__}: {said}" if said else type(original).__name__

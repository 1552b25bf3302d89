"""Ledgers that cannot be used: each error says what is in the way, and nothing that is secret."""

import os
import pickle
import socket
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from smsvoice.bulk.errors import BulkError, LedgerError
from smsvoice.bulk.ledger._ledger import Ledger
from smsvoice.bulk.ledger._writes import Begin
from smsvoice.bulk.ledger.location import ledger_url
from smsvoice.bulk.outcomes import Report
from smsvoice.core.errors import MissingExtraError
from smsvoice.databases import _engine
from tests.bulk.ledgers import ledger_at, states_of, write
from tests.factories.databases import PostgreSQL

PASSWORD = "hunter2"
KEY = "order-0815"
NUMBER = "+12065550100"
STRANGER = 65534


@contextmanager
def refused(rule: str) -> Iterator[list[LedgerError]]:
    """The block raises a LedgerError of this text, which shows nothing that is secret."""
    found: list[LedgerError] = []
    with pytest.raises(LedgerError, match=rule) as raised:
        yield found
    error = raised.value
    found.append(error)
    assert isinstance(error, BulkError)
    assert str(error).startswith("the ledger cannot be used: ")
    shown = "".join(traceback.format_exception(error))
    copied = pickle.loads(pickle.dumps(error))
    assert (str(copied), copied.why) == (str(error), error.why)
    printed = "\n".join(line for line in shown.splitlines() if not line.startswith("    "))
    for text in (str(error), repr(error), repr(error.args), printed):
        for secret in (PASSWORD, KEY, NUMBER, "INSERT", "VALUES", "[SQL:", "[parameters:"):
            assert secret not in text
    assert "sqlalchemy" not in shown.partition("LedgerError")[2]
    assert error.__cause__ is None or isinstance(error.__cause__, OSError)
    assert error.__suppress_context__ or error.__context__ is None


@pytest.fixture
def as_a_stranger() -> Iterator[Path]:
    """A folder that another user than root may use, and this process as that user."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        if os.geteuid():
            yield folder
            return
        os.chown(folder, STRANGER, STRANGER)
        os.seteuid(STRANGER)
        try:
            yield folder
        finally:
            os.seteuid(0)


def test_tables_of_another_version(ledger_url: str) -> None:
    """They are left as they are."""
    with ledger_at(ledger_url) as ledger:
        ledger.begin("spring", KEY, 1)
        with ledger._database.writing() as connection:
            connection.execute(sa.text("UPDATE smsvoice_ledger SET version = 7"))

    with refused("of version 7, and this smsvoice uses version 1: go on with the release"):
        Ledger(ledger_url)

    engine = sa.create_engine(ledger_url)
    with engine.connect() as connection:
        assert connection.execute(
            sa.text("SELECT version FROM smsvoice_ledger")
        ).scalars().all() == [7]
        assert connection.execute(sa.text("SELECT key FROM smsvoice_messages")).scalars().all() == [
            KEY
        ]
    engine.dispose()


def test_tables_of_two_versions(ledger_url: str) -> None:
    with ledger_at(ledger_url) as ledger, ledger._database.writing() as connection:
        connection.execute(sa.text("INSERT INTO smsvoice_ledger VALUES (2)"))

    with refused("of version 1, 2, and"):
        Ledger(ledger_url)


def test_other_tables_in_the_database_do_not_matter(ledger_url: str) -> None:
    engine = sa.create_engine(ledger_url)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE orders (id INTEGER)"))
        connection.execute(sa.text("INSERT INTO orders VALUES (7)"))
    with ledger_at(ledger_url) as ledger:
        assert ledger.begin("spring", KEY, 1)
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT id FROM orders")).scalars().all() == [7]
    engine.dispose()


@pytest.mark.parametrize("content", [b"this is no database " * 500, b"PK\x03\x04"])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "spring.db"
    path.write_bytes(content)

    with refused("file is not a database|disk image is malformed"):
        Ledger(ledger_url(path))

    assert path.read_bytes() == content


def test_a_database_that_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "spring.db"
    with ledger_at(ledger_url(path)) as ledger:
        ledger.begin("spring", KEY, 1)
    content = bytearray(path.read_bytes())
    content[100:] = b"\x55" * (len(content) - 100)
    path.write_bytes(content)

    with refused("malformed|not a database"):
        Ledger(ledger_url(path))


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with refused(r"its file cannot be opened \(No such file or directory\)"):
        Ledger(ledger_url(tmp_path / "missing" / "spring.db"))

    assert not (tmp_path / "missing").exists()


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    with refused(r"its file cannot be opened \(Is a directory\)"):
        Ledger(ledger_url(tmp_path))


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with refused(r"its file cannot be opened \(Not a directory\)"):
        Ledger(ledger_url(tmp_path / "file" / "spring.db"))


def test_a_file_that_may_only_be_read(as_a_stranger: Path) -> None:
    path = as_a_stranger / "spring.db"
    with ledger_at(ledger_url(path)):
        pass
    path.chmod(0o400)

    with refused(r"its file cannot be opened \(Permission denied\)"):
        Ledger(ledger_url(path))


def test_a_folder_that_may_only_be_read(as_a_stranger: Path) -> None:
    """A new file cannot be made in it; and one that is there has no place for its log."""
    path = as_a_stranger / "spring.db"
    path.touch()
    as_a_stranger.chmod(0o555)

    with refused(r"its file cannot be opened \(Permission denied\)"):
        Ledger(ledger_url(as_a_stranger / "other.db"))
    with refused("OperationalError: (unable to open database file|attempt to write a readonly)"):
        Ledger(ledger_url(path))
    as_a_stranger.chmod(0o755)


def test_a_ledger_that_another_process_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is waited for, and then named; afterwards the ledger works."""
    monkeypatch.setattr(_engine, "BUSY_SECONDS", 0)
    path = tmp_path / "spring.db"
    with ledger_at(ledger_url(path)) as ledger:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            for call in _writes(ledger):
                with refused("OperationalError: database is locked"):
                    call()
            with refused("database is locked"):
                Ledger(ledger_url(path))
        assert ledger.begin("spring", KEY, 1)


def test_a_row_of_postgresql_that_another_process_locks(
    postgresql_server: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_engine, "BUSY_SECONDS", 1)
    url = postgresql_server.create_database()
    with ledger_at(url) as ledger, ledger_at(url) as other:
        ledger.places("line", [1], 10)
        with other._database.writing() as connection:
            connection.execute(sa.text("SELECT * FROM smsvoice_pace FOR UPDATE"))
            with refused("LockNotAvailable: canceling statement due to lock timeout"):
                ledger.places("line", [1], 10)
        assert ledger.begin("spring", KEY, 1)
        assert len(ledger.places("line", [1], 10).delays) == 1


def _writes(ledger: Ledger) -> list[Callable[[], object]]:
    return [
        lambda: ledger.begin("spring", KEY, 1),
        lambda: ledger.forget("spring", KEY),
        lambda: ledger.places("line", [1], 10),
        lambda: ledger.push_back("line"),
        lambda: ledger.stop("spring"),
        lambda: ledger.settle_many("spring", [(KEY, "id")]),
        lambda: ledger.delete_before("spring", ["sent"], 0, 60),
    ]


def _reads(ledger: Ledger) -> list[Callable[[], object]]:
    return [
        lambda: ledger.known("spring", [KEY]),
        lambda: list(ledger.entries("spring", ["sent"], 60)),
        lambda: ledger.totals("spring", 60),
        lambda: ledger.stops("spring"),
    ]


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """What was begun before stays; nothing of the group that did not fit does."""
    with ledger_at(ledger_url(tmp_path / "spring.db")) as ledger:
        pages = []

        def limit(connection: sqlite3.Connection, _: object) -> None:
            pages.append(connection.execute("PRAGMA max_page_count = 8").fetchone())

        ledger.close()
        sa.event.listen(ledger._database.engine, "connect", limit)
        ledger.begin("spring", KEY, 1)
        keys = [f"{KEY}-{number}" for number in range(5000)]
        with refused("OperationalError: database or disk is full"):
            write(ledger, [Begin("spring", key, 1) for key in keys])

        assert pages
        assert states_of(ledger, "spring", [KEY, keys[0], keys[-1]]) == {KEY: "sending"}
        assert ledger.begin("summer", KEY, 1)


def test_tables_that_are_gone(ledger_url: str) -> None:
    """All statements fail, and none shows its values."""
    with ledger_at(ledger_url) as ledger:
        with ledger._database.writing() as connection:
            for table in ("messages", "pace", "campaigns"):
                connection.execute(sa.text(f"DROP TABLE smsvoice_{table}"))
        for call in (*_writes(ledger), *_reads(ledger)):
            with refused("smsvoice_(messages|pace|campaigns)"):
                call()
        ledger.settle("spring", KEY, "sent")
        with refused("smsvoice_messages"):
            ledger.flush()


def test_a_value_that_postgresql_does_not_take(postgresql_server: PostgreSQL) -> None:
    """Its own words name no value."""
    with ledger_at(postgresql_server.create_database()) as ledger:
        with refused("StringDataRightTruncation: value too long for type"):
            ledger.begin("spring", KEY + NUMBER * 20, 1)
        with refused("DataError: "):
            ledger.begin("spring", f"{KEY}\0{NUMBER}", 1)
        with refused("NumericValueOutOfRange|out of range"):
            ledger.begin("spring", KEY, 2**40)
        assert ledger.begin("spring", KEY, 1)


def test_postgresql_is_not_reachable() -> None:
    """No server listens on this port."""
    pytest.importorskip("psycopg")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with refused("OperationalError: connection failed.*refused"):
            Ledger(f"postgresql+psycopg://u:{PASSWORD}@127.0.0.1:{taken.getsockname()[1]}/db")


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (("smsvoice@", f"stranger:{PASSWORD}@"), 'role "stranger" does not exist'),
        (("/smsvoice_", "/missing_"), 'database "missing_.*" does not exist'),
        (("127.0.0.1", "no-such-host.invalid"), "no-such-host.invalid|resolve"),
    ],
    ids=["role", "database", "host"],
)
def test_postgresql_refuses(
    postgresql_server: PostgreSQL, change: tuple[str, str], rule: str
) -> None:
    with refused(f"OperationalError: .*({rule})"):
        Ledger(postgresql_server.create_database().replace(*change))


def test_a_wrong_password(postgresql_server: PostgreSQL) -> None:
    """Its own server trusts all who connect, so the line for this role comes first."""
    url = postgresql_server.create_database()
    access = Path(postgresql_server._folder, "data/pg_hba.conf")
    rules = access.read_text()
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text("CREATE ROLE careful LOGIN PASSWORD 'right'"))
        access.write_text(f"host all careful 127.0.0.1/32 scram-sha-256\n{rules}")
        connection.execute(sa.text("SELECT pg_reload_conf()"))
    try:
        with refused('password authentication failed for user "careful"'):
            Ledger(url.replace("smsvoice@", f"careful:{PASSWORD}@"))
    finally:
        access.write_text(rules)
        with engine.connect() as connection:
            connection.execute(sa.text("SELECT pg_reload_conf()"))
        engine.dispose()


def test_a_role_that_may_not_make_tables(postgresql_server: PostgreSQL) -> None:
    url = postgresql_server.create_database()
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text("CREATE ROLE reader LOGIN"))
    engine.dispose()

    with refused("InsufficientPrivilege: permission denied for schema public"):
        Ledger(url.replace("smsvoice@", "reader@"))


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        (f"postgresql+psycopg://owner:{PASSWORD}@host:port/db", "no URL of a database"),
        (f"postgresql+psycopg://owner@host:{PASSWORD}/db", "no URL of a database"),
        (f"postgresql+psycopg://owner:x@{PASSWORD}@127.0.0.1/db", "more than one @.*%40"),
        (f"postgresql+psycopg://127.0.0.1:1/db?passwort={PASSWORD}", 'option "passwort"'),
    ],
)
def test_an_address_that_is_written_wrong(url: str, rule: str) -> None:
    with refused(rule):
        Ledger(url)


def test_psycopg_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(MissingExtraError, match=r'pip install "smsvoice\[bulk-postgres\]"'):
        Ledger(f"postgresql+psycopg://owner:{PASSWORD}@127.0.0.1/db")


def test_the_error_holds_what_was_done() -> None:
    error = LedgerError("database or disk is full", Report({}, 0))

    assert "Done so far" in str(error)
    assert isinstance(pickle.loads(pickle.dumps(error)).report, Report)


@pytest.mark.long
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")
def test_a_real_disk_that_is_full(tmp_path: Path) -> None:
    """A small disk in memory, which the ledger fills together with its log."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk)
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let root mount a disk")
    try:
        with ledger_at(ledger_url(disk / "spring.db")) as ledger:
            begun = 0
            with refused("OperationalError: (database or disk is full|disk I/O error)"):
                while begun < 500:
                    keys = [f"{KEY}-{begun}-{number}" for number in range(100)]
                    write(ledger, [Begin("spring", key, 1) for key in keys])
                    begun += 1
            assert begun
            assert ledger.totals("spring", 60) == {"sending": (begun * 100, begun * 100)}
    finally:
        subprocess.run(("umount", "-l", disk), check=True)

"""The servers that other tests use: databases are empty, what is committed stays, and none is left."""

import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from redis import Redis
from sqlalchemy import Connection, Engine, create_engine, inspect, make_url, text
from sqlalchemy.exc import OperationalError

from tests.factories import databases
from tests.factories.databases import PostgreSQL

SECONDS = 60
RECOVERS = "database system was not properly shut down"
OPEN = """
import sys, tempfile
from tests.factories import databases
tempfile.tempdir = sys.argv[2]
with getattr(databases, sys.argv[1])() as made:
    print(getattr(made, "url", made), flush=True)
    sys.stdin.read()
"""


@contextmanager
def engine_of(url: str) -> Iterator[Engine]:
    """An engine whose connections are closed at the end."""
    engine = create_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """An empty folder for all users, as the one for temporary files is."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o1777)
        yield Path(folder)


def listens(port: int) -> bool:
    """Whether a server accepts connections there."""
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def make_rows(connection: Connection) -> None:
    """A table with one row."""
    connection.execute(text("CREATE TABLE rows (number INTEGER)"))
    connection.execute(text("INSERT INTO rows VALUES (7)"))


def rows_of(engine: Engine) -> list[int]:
    """What the table holds."""
    with engine.connect() as connection:
        return list(connection.execute(text("SELECT number FROM rows")).scalars())


def test_a_ledger_begins_empty_on_each_database(ledger_url: str) -> None:
    """The first test of two: it leaves a table behind."""
    with engine_of(ledger_url) as engine:
        assert inspect(engine).get_table_names() == []
        with engine.begin() as connection:
            make_rows(connection)
        assert rows_of(engine) == [7]


def test_a_ledger_has_nothing_of_another_test(ledger_url: str) -> None:
    """The second one."""
    with engine_of(ledger_url) as engine:
        assert inspect(engine).get_table_names() == []


def test_databases_of_one_server_are_separate(postgresql_server: PostgreSQL) -> None:
    """And so is the one that a server begins with."""
    urls = [
        postgresql_server.create_database(),
        postgresql_server.create_database(),
        postgresql_server.url,
    ]
    with engine_of(urls[0]) as engine, engine.begin() as connection:
        make_rows(connection)

    assert len(set(urls)) == 3
    for url in urls[1:]:
        with engine_of(url) as other:
            assert inspect(other).get_table_names() == []


def test_the_server_writes_to_disk_and_takes_many_connections(
    postgresql_server: PostgreSQL,
) -> None:
    """Durability is part of what is tested."""
    with engine_of(postgresql_server.url) as engine, engine.connect() as connection:
        settings = {
            name: connection.execute(text(f"SHOW {name}")).scalar_one()
            for name in ("fsync", "synchronous_commit", "max_connections", "listen_addresses")
        }

    assert settings == {
        "fsync": "on",
        "synchronous_commit": "on",
        "max_connections": "300",
        "listen_addresses": "127.0.0.1",
    }


@pytest.mark.parametrize("immediate", [True, False])
@pytest.mark.long
def test_what_is_committed_outlives_a_stop_and_nothing_else(
    postgresql_server: PostgreSQL, immediate: bool
) -> None:
    """The server comes back at the same URL; the open transaction is gone, its connection broken."""
    url = postgresql_server.create_database()
    with engine_of(url) as engine:
        with engine.begin() as connection:
            make_rows(connection)
        with pytest.raises(OperationalError), engine.begin() as connection:
            connection.execute(text("INSERT INTO rows VALUES (8)"))
            postgresql_server.stop(immediate=immediate)
            with pytest.raises(OperationalError), engine_of(url) as other:
                other.connect()
            connection.execute(text("INSERT INTO rows VALUES (9)"))
    postgresql_server.start()

    with engine_of(url) as engine:
        assert rows_of(engine) == [7]


@pytest.mark.long
def test_a_crash_is_repaired_from_the_log(postgresql_server: PostgreSQL) -> None:
    """An immediate stop is no orderly one: the next start says that it recovers."""
    before = postgresql_server.log().count(RECOVERS)
    postgresql_server.stop()
    postgresql_server.start()

    assert postgresql_server.log().count(RECOVERS) == before + 1


@pytest.mark.long
def test_a_new_database_starts_a_server_that_a_test_left_stopped(
    postgresql_server: PostgreSQL,
) -> None:
    """So a test that fails in the middle fails no other."""
    postgresql_server.stop()

    with engine_of(postgresql_server.create_database()) as engine:
        assert inspect(engine).get_table_names() == []


def test_redis_answers_and_keeps_nothing_on_disk(redis_url: str) -> None:
    """It holds what it is given, in memory."""
    with Redis.from_url(redis_url) as client:
        assert client.ping()
        client.set("test_databases", "7")
        assert client.getdel("test_databases") == b"7"
        assert client.config_get("save") == {"save": ""}
        assert client.config_get("appendonly") == {"appendonly": "no"}


@pytest.mark.parametrize(
    ("server", "installed"),
    [
        pytest.param("postgresql", "postgresql_server", marks=pytest.mark.long),
        ("redis", "redis_url"),
    ],
)
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, None], ids=["kill", "term", "end"])
def test_a_run_leaves_no_server_and_no_folder_behind(
    server: str,
    installed: str,
    how: signal.Signals | None,
    open_folder: Path,
    request: pytest.FixtureRequest,
) -> None:
    """Not even when it is killed."""
    request.getfixturevalue(installed)
    run = (sys.executable, "-c", OPEN, server, open_folder)
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        port = make_url(process.stdout.readline().decode().strip()).port
        assert port is not None
        assert listens(port)
        assert list(open_folder.iterdir())
        if how is not None:
            process.send_signal(how)
        process.communicate()

    assert process.returncode == (0 if how is None else -how)
    deadline = time.monotonic() + SECONDS
    while list(open_folder.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert list(open_folder.iterdir()) == []
    assert not listens(port)


@pytest.mark.parametrize(
    "missing", [("postgresql", "postgresql"), ("redis", "redis-server")], ids=lambda pair: pair[0]
)
@pytest.mark.parametrize("all_are_to_run", [False, True], ids=["skips", "fails"])
def test_a_server_that_is_not_installed(
    missing: tuple[str, str],
    all_are_to_run: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Tests are skipped for it, with the remedy; where all tests are to run, they fail."""
    server, package = missing
    monkeypatch.setenv(databases.ALL, "1" if all_are_to_run else "")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(databases, "DEBIAN", tmp_path)
    outcome = pytest.fail.Exception if all_are_to_run else pytest.skip.Exception
    opened: AbstractContextManager[object] = getattr(databases, server)()

    with pytest.raises(outcome, match=f"is not installed: apt-get install {package}"), opened:
        pass

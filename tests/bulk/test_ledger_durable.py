"""What was committed stays, whatever is killed; and other processes keep to it."""

import json
import signal
import sqlite3
import threading
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from smsvoice.bulk.errors import LedgerError
from smsvoice.bulk.ledger._ledger import Ledger
from smsvoice.databases import _engine
from tests.bulk.ledgers import (
    SECONDS,
    begin_all,
    ledger_at,
    line_from,
    process,
    rows_of,
    states_of,
)
from tests.factories.databases import PostgreSQL

BEGIN_AND_WAIT = """
import sys
from smsvoice.bulk.ledger._ledger import Ledger
ledger = Ledger(sys.argv[1])
print(ledger.begin("spring", "settled", 2), ledger.begin("spring", "open", 2), flush=True)
ledger.settle("spring", "settled", "sent", message_id="id")
ledger.flush()
ledger.settle("spring", "open", "sent", message_id="id")  # waits for the next commit
print("waits", flush=True)
sys.stdin.read()
"""
HOLD_A_TRANSACTION = """
import sys
from smsvoice.bulk.ledger._ledger import Ledger
from smsvoice.bulk.ledger._writes import Begin
ledger = Ledger(sys.argv[1])
with ledger._database.writing() as connection:
    ledger._statements.run(connection, [Begin("spring", "half", 1)])
    print("begun", flush=True)
    sys.stdin.read()
"""
FORK = """
import sys
from multiprocessing import get_context
from smsvoice.bulk.ledger._ledger import opened

def begin(prefix):
    return [opened(sys.argv[1]).begin("spring", f"{prefix}{number}", 1) for number in range(20)]

before = begin("before")
with get_context("fork").Pool(3) as pool:
    children = pool.map_async(begin, ["a", "b", "before"])
    same = begin("parent")
    children = children.get()
print([all(before), all(same), *map(sum, children), all(begin("after"))])
"""
RACE = """
import json, sys
from concurrent.futures import ThreadPoolExecutor
from smsvoice.bulk.ledger._ledger import Ledger
ledger = Ledger(sys.argv[1], lambda connection: 1000.0)
print("ready", flush=True)
sys.stdin.readline()
with ThreadPoolExecutor(4) as pool:
    keys = [str(number) for number in range(60)][:: int(sys.argv[2])]
    new = [k for k, is_new in zip(keys, pool.map(lambda k: ledger.begin("spring", k, 1), keys)) if is_new]
    parts = [1, 3, 2, 12, 1, 1, 6, 2]
    delays = pool.map(lambda p: (ledger.places("line", [p], 20.0).delays[0], p), parts)
    grouped = ledger.places("line", parts, 20.0).delays
print(json.dumps([new, list(delays) + list(zip(grouped, parts))]))
"""


@pytest.mark.long
def test_a_process_that_is_killed_leaves_what_it_began(ledger: Ledger, ledger_url: str) -> None:
    """And no lock: the next one goes on at once, and sends neither again."""
    with process(BEGIN_AND_WAIT, ledger_url) as killed:
        assert line_from(killed) == "True True"
        assert line_from(killed) == "waits"
        killed.send_signal(signal.SIGKILL)
        killed.wait()

    states = {"settled": "sent", "open": "sending"}
    assert states_of(ledger, "spring", ["settled", "open"]) == states
    assert not ledger.begin("spring", "open", 2)
    assert ledger.totals("spring", 0) == {"sent": (1, 2), "unknown": (1, 2)}


@pytest.mark.long
def test_a_transaction_that_a_kill_ended_leaves_nothing(ledger: Ledger, ledger_url: str) -> None:
    with process(HOLD_A_TRANSACTION, ledger_url) as killed:
        assert line_from(killed) == "begun"
        assert states_of(ledger, "spring", ["half"]) == {}
        killed.send_signal(signal.SIGKILL)
        killed.wait()

    assert ledger.begin("spring", "half", 1)


@pytest.mark.long
def test_processes_share_keys_and_lines(ledger_url: str) -> None:
    """Four processes of four threads, two of them from the last key to the first."""
    orders = ("1", "-1", "1", "-1")
    with ExitStack() as stack:
        running = [stack.enter_context(process(RACE, ledger_url, order)) for order in orders]
        for each in running:
            assert line_from(each) == "ready"
        for each in running:
            assert each.stdin is not None
            each.stdin.write("go\n")
            each.stdin.flush()
        found = [json.loads(each.communicate()[0]) for each in running]

    with ledger_at(ledger_url) as ledger:  # the tables were made by one of them
        assert rows_of(ledger)["smsvoice_ledger"] == [(1,)]
    begun = [key for new, _ in found for key in new]
    assert sorted(begun, key=int) == [str(number) for number in range(60)]
    places = sorted((at, parts) for _, delays in found for at, parts in delays)
    assert len(places) == 64
    for begin, _ in places:
        assert sum(parts for at, parts in places if begin <= at < begin + 1.049) <= 20


@pytest.mark.long
def test_a_process_and_its_forks_use_one_ledger(ledger_url: str) -> None:
    """Each has its own connections: they do not survive a fork."""
    with process(FORK, ledger_url) as parent:
        assert line_from(parent) == "[True, True, 20, 20, 0, True]"
        assert parent.wait() == 0


def test_an_sqlite_ledger_is_for_its_owner_alone_and_durable(tmp_path: Path) -> None:
    path = tmp_path / "spring.db"
    with ledger_at(f"sqlite:///{path}") as ledger:
        ledger.begin("spring", "a", 1)
        files = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir()}
        with ledger._database.writer() as connection:
            pragmas = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in ("synchronous", "journal_mode", "busy_timeout")
            }

    assert files == dict.fromkeys(("spring.db", "spring.db-wal", "spring.db-shm"), 0o600)
    assert pragmas == {"synchronous": 2, "journal_mode": "wal", "busy_timeout": 30_000}
    assert [file.name for file in tmp_path.iterdir()] == ["spring.db"]


def test_all_connections_to_sqlite_are_durable(tmp_path: Path) -> None:
    with ledger_at(f"sqlite:///{tmp_path}/spring.db") as ledger, ExitStack() as stack:
        for _ in range(12):
            connection = stack.enter_context(ledger._database.engine.connect())
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2


@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_a_file_that_is_there_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "spring.db"
    path.touch()
    path.chmod(mode)
    with ledger_at(f"sqlite:///{path}") as ledger:
        ledger.begin("spring", "a", 1)

    assert path.stat().st_mode & 0o777 == mode


def test_what_sqlite_writes_can_be_read_while_another_writes(tmp_path: Path) -> None:
    """As the watcher of a run does, and as `totals` of another process does."""
    with ledger_at(f"sqlite:///{tmp_path}/spring.db") as ledger:
        begin_all(ledger, "spring", "ab")
        with closing(sqlite3.connect(tmp_path / "spring.db")) as other:
            other.execute("BEGIN IMMEDIATE")
            assert ledger.totals("spring", 60) == {"sending": (2, 2)}
            assert ledger.stops("spring") == 0


def test_postgresql_commits_wait_for_the_disk_whatever_the_database_says(
    postgresql_server: PostgreSQL,
) -> None:
    url = postgresql_server.create_database()
    name = sa.make_url(url).database
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text(f"ALTER DATABASE {name} SET synchronous_commit = off"))
    engine.dispose()

    with ledger_at(url) as ledger, ledger._database.writer() as connection:
        assert connection.execute(sa.text("SHOW synchronous_commit")).scalar_one() == "on"
        assert connection.execute(sa.text("SHOW fsync")).scalar_one() == "on"
        assert connection.execute(sa.text("SHOW lock_timeout")).scalar_one() == "30s"


def test_a_new_file_that_another_process_writes_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite refuses at once to change how a file is written that another one writes."""
    path = tmp_path / "new.db"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(_engine, "BUSY_SECONDS", 0)
        with pytest.raises(LedgerError, match="database is locked"):
            Ledger(f"sqlite:///{path}")
        monkeypatch.setattr(_engine, "BUSY_SECONDS", SECONDS)
        ends = threading.Timer(0.3, other.execute, ["COMMIT"])
        ends.start()
        with ledger_at(f"sqlite:///{path}") as ledger:
            assert ledger.begin("spring", "a", 1)
            with ledger._database.reading() as connection:
                assert connection.execute(sa.text("PRAGMA journal_mode")).scalar() == "wal"
        ends.join()


def test_options_in_the_address_of_postgresql_count(postgresql_server: PostgreSQL) -> None:
    url = postgresql_server.create_database()
    options = "options=-csearch_path%3Dpg_temp%20-clock_timeout%3D7s&application_name=sale"
    with ledger_at(f"{url}?{options}") as ledger, ledger._database.writer() as connection:
        shown = [
            connection.execute(sa.text(f"SHOW {name}")).scalar_one()
            for name in ("search_path", "lock_timeout", "application_name", "synchronous_commit")
        ]

    assert shown == ["pg_temp", "7s", "sale", "on"]


@pytest.mark.long
@pytest.mark.parametrize("immediate", [True, False])
def test_postgresql_may_stop_and_come_back(postgresql_server: PostgreSQL, immediate: bool) -> None:
    """What was committed stays, and the same ledger goes on; only the calls meanwhile fail."""
    with ledger_at(postgresql_server.create_database()) as ledger:
        ledger.begin("spring", "a", 1)
        ledger.settle("spring", "a", "sent")
        ledger.flush()
        ledger.begin("spring", "b", 1)
        postgresql_server.stop(immediate=immediate)
        for call in (
            lambda: ledger.begin("spring", "c", 1),
            lambda: ledger.known("spring", ["a"]),
            lambda: ledger.stop("spring"),
            lambda: ledger.places("line", [1], 10),
        ):
            with pytest.raises(LedgerError):
                call()
        postgresql_server.start()

        assert states_of(ledger, "spring", list("abc")) == {"a": "sent", "b": "sending"}
        assert ledger.begin("spring", "c", 1)
        assert ledger.places("line", [1], 10).delays == [0.0]


@pytest.mark.long
def test_a_ledger_that_was_idle_notes_no_restart_of_postgresql(
    postgresql_server: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service that sends once an hour does not fail once after each restart."""
    monkeypatch.setattr("smsvoice.bulk.ledger._ledger._IDLE", -1.0)
    with ledger_at(postgresql_server.create_database()) as ledger:
        ledger.begin("spring", "a", 1)
        postgresql_server.stop()
        postgresql_server.start()

        assert ledger.begin("spring", "b", 1)
        assert not ledger.begin("spring", "a", 1)

"""Every store passes the suite that users run on theirs; a broken one does not."""

import multiprocessing
import pickle
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from redis import Redis

from smsvoice import RequestError
from smsvoice.codes import (
    CodeStore,
    CodeStoreError,
    DynamoDbStore,
    MemoryStore,
    RedisStore,
    SqlStore,
)
from smsvoice.databases import location
from smsvoice.testing import check_code_store
from tests.factories.codes import Clock, at_once, store_maker
from tests.factories.databases import PostgreSQL


def test_a_store_passes_the_suite(make_store: Callable[[], CodeStore]) -> None:
    """With races of 16 threads."""
    check_code_store(make_store)


class NotAtomic(MemoryStore):
    """Writes whatever was there."""

    def replace(self, key: str, _: str | None, after: str | None, seconds: float) -> bool:
        """As a store must not."""
        return super().replace(key, self.read(key), after, seconds)


class Stale(MemoryStore):
    """Reads what was there first."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[str, str | None] = {}

    def read(self, key: str) -> str | None:
        """As a store must not."""
        return self.seen.setdefault(key, super().read(key))


class Short(MemoryStore):
    """Keeps the first hundred characters."""

    def replace(self, key: str, before: str | None, after: str | None, seconds: float) -> bool:
        """As a store must not."""
        return super().replace(key, before and before[:100], after and after[:100], seconds)


class Forgetful(MemoryStore):
    """Drops everything at once."""

    def replace(self, key: str, before: str | None, after: str | None, _: float) -> bool:
        """As a store must not."""
        return super().replace(key, before, after, 0.0)


@pytest.mark.parametrize("broken", [NotAtomic, Stale, Short, Forgetful])
def test_a_broken_store_does_not_pass(broken: Callable[[], CodeStore]) -> None:
    """And the text says what is wrong with it."""
    with pytest.raises(AssertionError, match="the store is not one for codes: "):
        check_code_store(broken)


def test_a_memory_store_drops_what_is_over() -> None:
    """So it does not grow with every number that was ever sent a code."""
    clock = Clock()
    store = MemoryStore(clock)
    for index in range(100):
        store.replace(f"{index}", None, "a", 10)
    clock.advance(61)
    store.replace("last", None, "a", 10)

    assert len(vars(store)["_texts"]) == 1
    assert store.read("1") is None


def _use(store: MemoryStore, answers: Any) -> None:
    try:
        store.read("key")
    except CodeStoreError as refused:
        answers.put(str(refused))


def test_a_memory_store_refuses_to_work_in_a_forked_process() -> None:
    """Where its codes would be others than those of its parent."""
    store = MemoryStore()
    fork = multiprocessing.get_context("fork")
    answers = fork.Queue()
    child = fork.Process(target=_use, args=(store, answers))
    child.start()

    assert "serves the process alone that made it" in answers.get(timeout=60)
    child.join()
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(store)


def test_a_store_on_an_address_can_be_pickled(tmp_path: Path) -> None:
    """So it can travel to worker processes."""
    store = SqlStore(tmp_path / "codes.db", table="otp")
    store.replace("key", None, "a", 60)
    copy = pickle.loads(pickle.dumps(store))

    assert copy.read("key") == "a"
    for each in (store, copy):
        each.close()


def test_a_store_on_the_applications_engine(tmp_path: Path) -> None:
    """It uses the engine, and leaves it open."""
    engine = sa.create_engine(f"sqlite:///{tmp_path}/app.db")
    store = SqlStore(engine)
    assert store.replace("key", None, "a", 60)
    store.close()

    assert sa.inspect(engine).get_table_names() == ["smsvoice_codes"]
    assert store.read("key") == "a"
    with pytest.raises(TypeError, match="give its address"):
        pickle.dumps(store)
    engine.dispose()


def _call(functions: Sequence[Callable[[], bool]], index: int) -> bool:
    return functions[index]()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)
def test_stores_that_are_first_used_at_once(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Each makes the table unless another one has."""
    for index in range(2):
        (folder := tmp_path / f"{index}").mkdir()
        with store_maker(kind, request, folder) as make:
            writes = [partial(make().replace, "key", None, "a", 60) for _ in range(12)]
            found = at_once(12, partial(_call, writes))

        assert found.count(True) == 1


def test_a_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    """It is made when it is first used."""
    store = SqlStore(tmp_path / "codes.db")
    assert not (tmp_path / "codes.db").exists()
    store.read("key")

    assert (tmp_path / "codes.db").stat().st_mode & 0o777 == 0o600
    store.close()


def test_rows_that_are_over_are_deleted(tmp_path: Path) -> None:
    """By the first step of a process, and once a minute."""
    store = SqlStore(tmp_path / "codes.db")
    store.replace("key", None, "a", -1)
    store.close()
    store.replace("other", None, "a", 60)

    engine = sa.create_engine(f"sqlite:///{tmp_path}/codes.db")
    with engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT key FROM smsvoice_codes")).scalars().all()
    assert rows == ["other"]
    engine.dispose()
    store.close()


def test_a_file_on_a_network_disk_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Locks do not hold there, so a code could be right twice."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"1 0 0:1 / / rw - ext4 a rw\n2 1 0:2 / {tmp_path} rw - nfs4 b rw\n")
    monkeypatch.setattr(location, "_MOUNTS", mounts)
    with pytest.raises(CodeStoreError, match=r"on a network disk \(nfs4\)"):
        SqlStore(tmp_path / "codes.db").read("key")


def test_a_role_that_may_not_make_tables_uses_the_one_there_is(
    postgresql_server: PostgreSQL,
) -> None:
    url = postgresql_server.create_database()
    owner = SqlStore(url)
    owner.read("key")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text("CREATE ROLE application LOGIN"))
        connection.execute(sa.text("GRANT ALL ON smsvoice_codes TO application"))
    store = SqlStore(url.replace("smsvoice@", "application@"))
    other = SqlStore(url.replace("smsvoice@", "application@"), table="missing")

    assert store.replace("key", None, "a", 60)
    assert owner.read("key") == "a"
    with pytest.raises(CodeStoreError, match="permission denied for schema public"):
        other.read("key")
    engine.dispose()
    for each in (owner, store, other):
        each.close()


def test_a_database_that_is_down_for_a_while(tmp_path: Path) -> None:
    """The table is made by the first call that reaches it."""
    store = SqlStore(tmp_path / "later" / "codes.db")
    with pytest.raises(CodeStoreError, match="make its folder first"):
        store.read("key")
    (tmp_path / "later").mkdir()

    assert store.read("key") is None
    store.close()


class _Engine:
    """What looks like an engine of another database."""

    def __init__(self, name: str) -> None:
        self.dialect = SimpleNamespace(name=name)

    def connect(self) -> None:
        """Connect to nothing."""


class _AsyncEngine(_Engine):
    """What must be awaited."""

    sync_engine = None


@pytest.mark.parametrize(
    "make",
    [
        lambda: SqlStore(""),
        lambda: SqlStore("sqlite:///"),
        lambda: SqlStore(":memory:"),
        lambda: SqlStore("mysql://host/database"),
        lambda: SqlStore(7),  # type: ignore[arg-type]
        lambda: SqlStore("codes.db", table="a b"),
        lambda: SqlStore("sqlite:///codes.db?mode=ro"),
        lambda: SqlStore(_Engine("mysql")),
        lambda: SqlStore(_AsyncEngine("postgresql")),
        lambda: RedisStore("http://host"),
        lambda: RedisStore(object()),  # type: ignore[arg-type]
        lambda: DynamoDbStore(""),
    ],
)
def test_where_no_store_can_be(make: Callable[[], CodeStore]) -> None:
    """The error names the argument."""
    with pytest.raises(RequestError, match=r"where|table"):
        make()


@pytest.mark.parametrize(
    "make",
    [
        lambda: SqlStore("/no/such/folder/codes.db"),
        lambda: SqlStore("postgresql+psycopg://smsvoice@127.0.0.1:1/smsvoice"),
        lambda: RedisStore(Redis(port=1, retry=None)),  # type: ignore[arg-type]
    ],
    ids=["sqlite", "postgresql", "redis"],
)
def test_a_store_that_cannot_be_reached(make: Callable[[], CodeStore]) -> None:
    """Is a CodeStoreError, whatever the library raises."""
    store = make()
    with pytest.raises(CodeStoreError):
        store.read("key")
    with pytest.raises(CodeStoreError):
        store.replace("key", None, "a", 60)

"""Fixtures of tests that need a database or a broker: real servers, started when first asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories import databases, dynamodb
from tests.factories.databases import PostgreSQL


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgreSQL]:
    """One for the whole session; a test that stops it need not start it again."""
    with databases.postgresql() as server:
        yield server


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """A Redis for the whole session; what one test leaves in it, the next one finds."""
    with databases.redis() as url:
        yield url


@pytest.fixture(scope="session")
def dynamodb_url() -> Iterator[str]:
    """A DynamoDB of moto's for the whole session; each test makes tables of its own."""
    with dynamodb.dynamodb() as url:
        yield url


@pytest.fixture(scope="session")
def shared_database(postgresql_server: PostgreSQL) -> str:
    """A PostgreSQL database for the whole session, for tests that make tables of their own."""
    return postgresql_server.create_database()


QUICK_ON_POSTGRESQL = ("tests/bulk/test_ledger.py", "tests/test_databases.py")
"""Tests of a ledger that run quickly on PostgreSQL too; the others are long there."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what asks for a ledger's database once on each."""
    if "ledger_url" in metafunc.fixturenames:
        is_quick = metafunc.definition.nodeid.startswith(QUICK_ON_POSTGRESQL)
        postgresql = pytest.param("postgresql", marks=() if is_quick else pytest.mark.long)
        metafunc.parametrize("ledger_url", ["sqlite", postgresql], indirect=True)


@pytest.fixture
def ledger_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database, as SQLAlchemy names it: in turn a file of SQLite's, and one of PostgreSQL's."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/ledger.db"
    server: PostgreSQL = request.getfixturevalue("postgresql_server")
    return server.create_database()

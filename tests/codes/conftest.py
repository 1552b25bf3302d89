"""Fixtures of codes: each kind of store in turn, a clock, a phone and a verifier."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smsvoice.codes import CodeStore, CodeVerifier
from tests.factories import code_worker
from tests.factories.code_places import place_of
from tests.factories.codes import KINDS, Clock, Phone, store_maker, verifier_of

# moto takes seconds to start; `test_dynamodb` is what the quick tests know of it.
SLOW = pytest.param("dynamodb", marks=pytest.mark.long)


@pytest.fixture(params=[*KINDS, SLOW])
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of store."""
    return str(request.param)


@pytest.fixture
def make_store(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Callable[[], CodeStore]]:
    """A function that gives stores of one kind in one place."""
    with store_maker(kind, request, tmp_path) as make:
        yield make


@pytest.fixture
def store(make_store: Callable[[], CodeStore]) -> CodeStore:
    """One of them."""
    return make_store()


@pytest.fixture
def clock() -> Clock:
    """A clock that stands."""
    return Clock()


@pytest.fixture
def phone() -> Phone:
    """A sender."""
    return Phone()


@pytest.fixture
def verifier(store: CodeStore, phone: Phone, clock: Clock) -> CodeVerifier:
    """A verifier with all defaults."""
    return verifier_of(store, phone, clock)


@pytest.fixture(params=["sqlite", "postgresql", "redis", "dynamodb"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A store that processes share, and that outlives them."""
    return place_of(str(request.param), request, tmp_path)


@pytest.fixture
def shared(where: str) -> Iterator[CodeStore]:
    """The same one in this process."""
    store = code_worker.opened(where)
    yield store
    code_worker.close(store)

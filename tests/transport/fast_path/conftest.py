"""What tests of the fast path share: no moto, whose handler closes the path wherever it is loaded."""

from collections.abc import Iterator

import botocore.handlers
import pytest


@pytest.fixture(scope="module", autouse=True)
def _without_moto() -> Iterator[None]:
    """Clients made here have botocore's own handlers only, whatever other tests have loaded."""
    pytest.importorskip("moto.core.models")  # adds its handler when it is first imported
    handlers = botocore.handlers.BUILTIN_HANDLERS
    before = list(handlers)
    handlers[:] = [one for one in before if not str(one[1].__module__).startswith("moto")]
    yield
    handlers[:] = before

"""Arguments that every wait has in common."""

# Mirrored from tests/aio/test_waits.py by `python -m codegen`. Change that file, not this one.

from typing import Any

import pytest

from smsvoice import RequestError
from smsvoice.core.waiting import Goal
from smsvoice.sync.waiter import wait_for


@pytest.mark.parametrize("given", ["x", None, True, float("nan")])
def test_a_timeout_that_is_no_number_is_refused_before_any_call(given: Any) -> None:
    """The error names the argument and the remedy."""
    probed: list[str] = []

    def probe() -> str:
        probed.append("asked")
        return "ACTIVE"

    with pytest.raises(RequestError, match="timeout: must be a number of seconds"):
        wait_for("thing", Goal(wanted=frozenset({"ACTIVE"})), probe, timeout=given)

    assert probed == []

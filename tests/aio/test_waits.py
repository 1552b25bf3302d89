"""Arguments that every wait has in common."""

from typing import Any

import pytest

from smsvoice import RequestError
from smsvoice.aio.waiter import wait_for
from smsvoice.core.waiting import Goal


@pytest.mark.parametrize("given", ["x", None, True, float("nan")])
async def test_a_timeout_that_is_no_number_is_refused_before_any_call(given: Any) -> None:
    """The error names the argument and the remedy."""
    probed: list[str] = []

    async def probe() -> str:
        probed.append("asked")
        return "ACTIVE"

    with pytest.raises(RequestError, match="timeout: must be a number of seconds"):
        await wait_for("thing", Goal(wanted=frozenset({"ACTIVE"})), probe, timeout=given)

    assert probed == []

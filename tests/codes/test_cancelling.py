"""An async verifier whose caller goes away: what stands in the store is what may have been sent."""

from collections.abc import Callable
from typing import Any

import anyio
import pytest

from smsvoice.codes import AsyncCodeVerifier, CodeRefusedError, CodeStore, MemoryStore
from tests.factories.codes import NUMBER, SECRET, TEXT, AsyncPhone, Clock


class SlowPhone(AsyncPhone):
    """A sender that answers when it is asked to, or never."""

    def __init__(self) -> None:
        """Keep what is under way."""
        super().__init__()
        self.under_way = anyio.Event()

    async def send_text(self, number: str, *, message_body: str, **members: Any) -> Any:  # type: ignore[override]
        """Never answer."""
        await super().send_text(number, message_body=message_body, **members)
        self.under_way.set()
        await anyio.sleep_forever()


async def test_a_cancelled_send_leaves_the_code_good_and_counts(clock: Clock) -> None:
    store, slow, phone = MemoryStore(), SlowPhone(), AsyncPhone()
    made = {"store": store, "secret": SECRET, "text": TEXT, "clock": clock}
    async with anyio.create_task_group() as tasks:
        send = AsyncCodeVerifier(slow, **made).send  # type: ignore[arg-type]
        tasks.start_soon(lambda: send(NUMBER, purpose="login"))
        await slow.under_way.wait()
        tasks.cancel_scope.cancel()
    verifier = AsyncCodeVerifier(phone, **made)  # type: ignore[arg-type]

    with pytest.raises(CodeRefusedError, match="COOLDOWN"):
        await verifier.send(NUMBER, purpose="login")
    assert await verifier.check(NUMBER, slow.code, purpose="login")


async def test_many_tasks_with_the_right_code_give_one_ok(
    make_store: Callable[[], CodeStore], clock: Clock
) -> None:
    phone = AsyncPhone()
    verifier = AsyncCodeVerifier(phone, store=make_store(), secret=SECRET, text=TEXT, clock=clock)
    await verifier.send(NUMBER, purpose="login")
    found: list[str] = []

    async def check() -> None:
        found.append(str((await verifier.check(NUMBER, phone.code, purpose="login")).status))

    async with anyio.create_task_group() as tasks:
        for _ in range(32):
            tasks.start_soon(check)

    assert found.count("OK") == 1
    assert set(found) <= {"OK", "NONE", "TOO_MANY_ATTEMPTS"}
    assert len(found) == 32

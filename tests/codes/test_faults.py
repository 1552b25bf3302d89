"""A store that fails at any of its calls, before the call is done or after: what the next call says.

The table of `docs/codes.md` names what each failure leaves; here every call of a store is such a
moment, so no step between two calls is left out.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import anyio
import pytest

from smsvoice.codes import (
    AsyncCodeVerifier,
    Check,
    CheckStatus,
    CodeStoreError,
    MemoryStore,
)
from smsvoice.errors import NotSentError
from tests.factories.codes import NUMBER, SECRET, TEXT, AsyncPhone, Clock, Phone, verifier_of, wrong

T = TypeVar("T")
OLD = b"older secret of many bytes"
LIMITS: Any = {"per_number": (3, 3600), "per_prefix": (3, 3600)}


class Breaking(MemoryStore):
    """Fails at one of its calls, once: before it is done, or after."""

    def __init__(self) -> None:
        """Work until a moment is set."""
        super().__init__()
        self.at, self.is_late, self.calls = -1, False, 0

    def broken_at(self, call: int, *, is_late: bool) -> None:
        """Fail at a call from now on, the first being 0."""
        self.at, self.is_late, self.calls = call, is_late, 0

    def tried(self, do: Callable[[], T]) -> T:
        """Do a call, or fail."""
        is_now = self.calls == self.at
        self.calls += 1
        if is_now and not self.is_late:
            raise CodeStoreError("down")
        found = do()
        if is_now:
            raise CodeStoreError("the answer is lost")
        return found

    def read(self, key: str) -> str | None:
        """One call."""
        return self.tried(lambda: MemoryStore.read(self, key))

    def replace(self, *args: Any) -> bool:
        """One call."""
        return self.tried(lambda: MemoryStore.replace(self, *args))


CALLS = [(call, is_late) for call in range(16) for is_late in (False, True)]


@pytest.mark.parametrize("with_old", [False, True], ids=["one secret", "two secrets"])
@pytest.mark.parametrize(("call", "is_late"), CALLS)
def test_a_store_that_fails_in_a_send(
    phone: Phone, clock: Clock, call: int, is_late: bool, with_old: bool
) -> None:
    """What has left counts and is right; what has not left has not; no limit becomes wider."""
    store = Breaking()
    verifier = verifier_of(store, phone, clock, secret=[SECRET, OLD][: 1 + with_old], **LIMITS)
    store.broken_at(call, is_late=is_late)
    try:
        verifier.send(NUMBER, purpose="login")
    except CodeStoreError:
        assert phone.texts == []
    store.broken_at(-1, is_late=False)
    if phone.texts:
        assert verifier.check(NUMBER, phone.code, purpose="login")
    for _ in range(5):
        clock.advance(30)
        with_refusal = _tried(lambda: verifier.send(NUMBER, purpose="login"))
    assert not with_refusal
    assert 2 <= len(phone.texts) <= 3


@pytest.mark.parametrize("is_right", [True, False])
@pytest.mark.parametrize(("call", "is_late"), CALLS[:14])
def test_a_store_that_fails_in_a_check(
    phone: Phone, clock: Clock, call: int, is_late: bool, is_right: bool
) -> None:
    """A code is right once at most, and a failure gives no attempt more."""
    store = Breaking()
    verifier = verifier_of(store, phone, clock)
    verifier.send(NUMBER, purpose="login")
    store.broken_at(call, is_late=is_late)
    given = phone.code if is_right else wrong(phone.code)
    checks: list[Check] = []
    failures = 0
    for _ in range(7):
        try:
            checks.append(verifier.check(NUMBER, given, purpose="login"))
        except CodeStoreError:
            failures += 1
    found = [check.status for check in checks]

    assert failures <= 1
    assert found.count(CheckStatus.OK) <= is_right
    assert found.count(CheckStatus.WRONG) <= 5
    if is_right and not failures:
        assert found[0] is CheckStatus.OK
    if is_right and CheckStatus.OK not in found:
        assert failures == 1  # used up, and the answer was lost
        assert set(found) == {CheckStatus.NONE}


@pytest.mark.parametrize(("call", "is_late"), CALLS[:14])
def test_a_store_that_fails_while_a_failed_send_is_undone(
    phone: Phone, clock: Clock, call: int, is_late: bool
) -> None:
    """The send's own error is what is raised, and whatever is not undone is on the safe side."""
    store = Breaking()
    verifier = verifier_of(store, phone, clock, **LIMITS)
    phone.failures.append(NotSentError("SendTextMessage", "no connection"))
    store.broken_at(call, is_late=is_late)
    with pytest.raises((NotSentError, CodeStoreError)):
        verifier.send(NUMBER, purpose="login")
    store.broken_at(-1, is_late=False)
    for _ in range(6):
        clock.advance(30)
        _tried(lambda: verifier.send(NUMBER, purpose="login"))

    assert 2 <= len(phone.texts) <= 3


def _tried(do: Callable[[], object]) -> bool:
    try:
        do()
    except Exception:
        return False
    return True


class Waiting(AsyncPhone):
    """A sender whose call can be cancelled before the message leaves and after."""

    async def send_text(self, number: str, *, message_body: str, **members: Any) -> Any:  # type: ignore[override]
        """Give others their turn on both sides."""
        await anyio.lowlevel.checkpoint()
        answer = await super().send_text(number, message_body=message_body, **members)
        await anyio.lowlevel.checkpoint()
        return answer


class Counting(MemoryStore):
    """Cancels a scope at one of its calls: in an event loop, each is a moment to be cancelled at."""

    def __init__(self) -> None:
        """Cancel nothing."""
        super().__init__()
        self.calls, self.at = 0, -1
        self.cancel: Callable[[], object] = lambda: None

    def read(self, key: str) -> str | None:
        """One call."""
        self.counted()
        return super().read(key)

    def replace(self, key: str, before: str | None, after: str | None, seconds: float) -> bool:
        """One call."""
        self.counted()
        return super().replace(key, before, after, seconds)

    def counted(self) -> None:
        """Cancel when it is time; the call itself is done, as a thread cannot be cancelled."""
        if self.calls == self.at:
            anyio.from_thread.run_sync(self.cancel)
        self.calls += 1


async def _cancelled_at(store: Counting, call: int, do: Callable[[], Any]) -> Any:
    """What a call gives that is cancelled at a call of the store; None where it was cancelled."""
    found = None
    with anyio.CancelScope() as scope:
        store.calls, store.at, store.cancel = 0, call, scope.cancel
        found = await do()
    store.at = -1
    return found


@pytest.mark.parametrize("call", range(7))
async def test_a_send_that_is_cancelled_at_any_call_of_the_store(clock: Clock, call: int) -> None:
    """What has left is right; what was counted stays counted."""
    store, phone = Counting(), Waiting()
    verifier = AsyncCodeVerifier(
        phone, store=store, secret=SECRET, text=TEXT, clock=clock, **LIMITS
    )
    await _cancelled_at(store, call, lambda: verifier.send(NUMBER, purpose="login"))
    if phone.texts:
        assert await verifier.check(NUMBER, phone.code, purpose="login")
    for _ in range(4):
        clock.advance(30)
        try:
            await verifier.send(NUMBER, purpose="login")
        except Exception:
            continue
    assert 2 <= len(phone.texts) <= 3


@pytest.mark.parametrize("call", range(6))
async def test_a_check_that_is_cancelled_at_any_call_of_the_store(clock: Clock, call: int) -> None:
    """The code is right afterwards, or used up: never right twice."""
    store, phone = Counting(), AsyncPhone()
    verifier = AsyncCodeVerifier(phone, store=store, secret=SECRET, text=TEXT, clock=clock)
    await verifier.send(NUMBER, purpose="login")
    first = await _cancelled_at(
        store, call, lambda: verifier.check(NUMBER, phone.code, purpose="login")
    )
    second = await verifier.check(NUMBER, phone.code, purpose="login")

    assert [bool(first), bool(second)] != [True, True]
    if first is not None:
        assert first
    assert second.status in {CheckStatus.OK, CheckStatus.NONE}

"""Several secrets, the newest first; and stores that fail in the middle."""

from typing import Any

import pytest

from smsvoice.codes import CheckStatus, CodeStore, CodeStoreError, MemoryStore, RefusalReason
from smsvoice.errors import NotSentError
from tests.factories.codes import NUMBER, SECRET, Clock, Phone, refused, verifier_of, wrong


@pytest.fixture
def kind() -> str:
    """One store for all."""
    return "memory"


def test_a_secret_is_rotated_without_a_wrong_answer(
    store: CodeStore, phone: Phone, clock: Clock
) -> None:
    old = verifier_of(store, phone, clock, secret=SECRET, per_number=(3, 3600))
    both = verifier_of(store, phone, clock, secret=[b"n" * 16, SECRET], per_number=(3, 3600))
    old.send(NUMBER, purpose="login")
    first = phone.code
    clock.advance(30)
    assert both.check(NUMBER, wrong(first), purpose="login").attempts_left == 4
    assert both.check(NUMBER, first, purpose="login")
    old.send(NUMBER, purpose="login")
    second = phone.code
    clock.advance(30)
    both.send(NUMBER, purpose="login")
    assert both.check(NUMBER, phone.code, purpose="login")
    assert old.check(NUMBER, second, purpose="login").status is CheckStatus.NONE
    clock.advance(30)
    assert refused(both).why is RefusalReason.TOO_MANY_SENDS


def test_a_send_that_fails_after_a_rotation_leaves_the_code_before(
    store: CodeStore, phone: Phone, clock: Clock
) -> None:
    verifier_of(store, phone, clock, secret=SECRET).send(NUMBER, purpose="login")
    both = verifier_of(store, phone, clock, secret=[b"n" * 16, SECRET])
    clock.advance(30)
    phone.failures.append(NotSentError("SendTextMessage", "no connection"))
    with pytest.raises(NotSentError):
        both.send(NUMBER, purpose="login")
    first = phone.code
    assert both.check(NUMBER, wrong(first), purpose="login").attempts_left == 4
    assert both.check(NUMBER, first, purpose="login")


def test_an_older_code_is_not_right_again_when_the_newer_one_was_used(
    phone: Phone, clock: Clock
) -> None:
    """Not even where a process ended between the send and the end of the older code."""
    store = MemoryStore()
    verifier_of(store, phone, clock, secret=SECRET).send(NUMBER, purpose="login")
    first = phone.code
    both = verifier_of(store, phone, clock, secret=[b"n" * 16, SECRET])
    clock.advance(30)
    codes: list[str] = []

    def stopped(_: str, *, message_body: str, **__: Any) -> None:
        codes.append(message_body[-6:])
        raise KeyboardInterrupt

    phone.send_text = stopped  # type: ignore[assignment,method-assign]
    with pytest.raises(KeyboardInterrupt):
        both.send(NUMBER, purpose="login")

    assert both.check(NUMBER, codes[0], purpose="login")
    assert both.check(NUMBER, first, purpose="login").status is CheckStatus.NONE


def test_a_secret_that_is_named_twice_is_one(phone: Phone, clock: Clock) -> None:
    """So a deployment whose old and new secret are the same sends codes that are right."""
    verifier = verifier_of(MemoryStore(), phone, clock, secret=[SECRET, SECRET])
    for _ in range(5):
        verifier.send(NUMBER, purpose="login")
        clock.advance(30)
    assert verifier.check(NUMBER, phone.code, purpose="login")
    assert refused(verifier).why is RefusalReason.TOO_MANY_SENDS


def test_hosts_that_change_secrets_one_after_the_other(phone: Phone, clock: Clock) -> None:
    """New in second place everywhere, then in first place: every code is right on every host."""
    store, new = MemoryStore(), b"n" * 16
    old_first = verifier_of(store, phone, clock, secret=[SECRET, new])
    new_first = verifier_of(store, phone, clock, secret=[new, SECRET])
    codes: list[str] = []
    for sender in (old_first, new_first, old_first, new_first):
        sender.send(NUMBER, purpose="login")
        clock.advance(30)
        assert new_first.check(NUMBER, wrong(phone.code), purpose="login").attempts_left == 4
        assert old_first.check(NUMBER, wrong(phone.code), purpose="login").attempts_left == 3
        codes.append(phone.code)
    for host in (old_first, new_first):
        assert not any(host.check(NUMBER, code, purpose="login") for code in codes[:1])
    assert old_first.check(NUMBER, codes[-1], purpose="login")
    assert not new_first.check(NUMBER, codes[-1], purpose="login")


class Failing(MemoryStore):
    """Fails from some step on."""

    def __init__(self, good: int) -> None:
        super().__init__()
        self.good = good

    def replace(self, key: str, before: str | None, after: str | None, seconds: float) -> bool:
        """Fail when it is time."""
        self.good -= 1
        if self.good < 0:
            raise CodeStoreError("down")
        return super().replace(key, before, after, seconds)


def test_nothing_is_sent_that_the_store_does_not_hold(phone: Phone, clock: Clock) -> None:
    with pytest.raises(CodeStoreError, match="down"):
        verifier_of(Failing(0), phone, clock).send(NUMBER, purpose="login")

    assert phone.texts == []


def test_nothing_is_right_that_the_store_cannot_use_up(phone: Phone, clock: Clock) -> None:
    verifier = verifier_of(store := Failing(2), phone, clock)
    verifier.send(NUMBER, purpose="login")
    with pytest.raises(CodeStoreError, match="down"):
        verifier.check(NUMBER, phone.code, purpose="login")
    store.good = 2

    assert verifier.check(NUMBER, phone.code, purpose="login").attempts_left == 3


def test_a_store_that_fails_after_a_failed_send_does_not_hide_its_error(
    phone: Phone, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """The send counts then, which is the safe side."""
    verifier = verifier_of(store := Failing(1), phone, clock)
    phone.failures.append(NotSentError("SendTextMessage", "no connection"))
    with pytest.raises(NotSentError):
        verifier.send(NUMBER, purpose="login")
    store.good = 9

    assert "something about a code was not written" in caplog.text
    assert refused(verifier).why is RefusalReason.COOLDOWN

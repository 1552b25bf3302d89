"""A send that did not leave is undone: its own count and cooldown, and those of no other send."""

from typing import Any

import pytest

from smsvoice.codes import CodeVerifier, MemoryStore, RefusalReason
from smsvoice.errors import NotSentError
from tests.factories.codes import NUMBER, Clock, Phone, refused, verifier_of, wrong


def fail(verifier: CodeVerifier, phone: Phone, **more: Any) -> None:
    """A send that never leaves."""
    phone.failures.append(NotSentError("SendTextMessage", "no connection"))
    with pytest.raises(NotSentError):
        verifier.send(NUMBER, purpose="login", **more)


@pytest.mark.parametrize("limit", [(2, 600), None])
def test_after_a_first_send_that_failed_the_next_goes_at_once(
    phone: Phone, clock: Clock, limit: tuple[int, int] | None
) -> None:
    """With a limit for the number, and without one."""
    verifier = verifier_of(MemoryStore(), phone, clock, per_number=limit)
    for _ in range(3):
        fail(verifier, phone)

    verifier.send(NUMBER, purpose="login")

    assert verifier.check(NUMBER, phone.code, purpose="login")


def test_the_newest_send_is_given_back_and_no_other(phone: Phone, clock: Clock) -> None:
    """So the limit ends when the sends before leave its time."""
    verifier = verifier_of(MemoryStore(), phone, clock, per_number=(3, 600))
    begin = clock.now
    for _ in range(2):
        verifier.send(NUMBER, purpose="login")
        clock.advance(100)
    fail(verifier, phone)
    clock.advance(30)
    verifier.send(NUMBER, purpose="login")
    clock.advance(30)
    first = refused(verifier)
    clock.now = begin + 601
    verifier.send(NUMBER, purpose="login")
    clock.advance(30)
    second = refused(verifier)

    assert first.why is second.why is RefusalReason.TOO_MANY_SENDS
    assert first.retry_at is not None
    assert second.retry_at is not None
    assert first.retry_at.timestamp() == begin + 600
    assert second.retry_at.timestamp() == begin + 700


def test_a_call_that_failed_takes_no_time_although_its_code_was_guessed_at(
    phone: Phone, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The call repeats a code that was there before, and the attempt at that stays taken."""
    verifier = verifier_of(MemoryStore(), phone, clock, per_number=(2, 600))
    verifier.send(NUMBER, purpose="login")
    code = phone.code
    clock.advance(30)

    def guessed(*_: Any, **__: Any) -> None:
        verifier.check(NUMBER, wrong(code), purpose="login")
        raise NotSentError("SendVoiceMessage", "no connection")

    with monkeypatch.context() as broken:
        broken.setattr(phone, "send_voice", guessed)
        with pytest.raises(NotSentError):
            verifier.send(NUMBER, purpose="login", channel="voice")
    verifier.send(NUMBER, purpose="login", channel="voice")

    assert phone.code == code
    assert verifier.check(NUMBER, wrong(code), purpose="login").attempts_left == 3

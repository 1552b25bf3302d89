"""Sends that fail, are refused or deliver nothing: what counts, and what an outsider sees."""

from contextlib import suppress
from typing import Any

import pytest

from smsvoice import ServiceError, SmsVoiceError
from smsvoice.codes import (
    CheckStatus,
    CodeRefusedError,
    CodeVerifier,
    MemoryStore,
    RefusalReason,
    keyed,
)
from smsvoice.errors import NotSentError, OutcomeUnknownError, ThrottlingError, service_error
from tests.factories.codes import NUMBER, Clock, Phone, after, refused, verifier_of, wrong


@pytest.fixture
def kind() -> str:
    """One store for all."""
    return "memory"


def test_an_unknown_outcome_keeps_the_code_and_counts(
    verifier: CodeVerifier, phone: Phone, clock: Clock
) -> None:
    texts: list[str] = []

    def lost(number: str, *, message_body: str, **_: Any) -> None:
        texts.append(message_body)
        raise OutcomeUnknownError("SendTextMessage", "no answer")

    phone.send_text = lost  # type: ignore[assignment,method-assign]
    with pytest.raises(OutcomeUnknownError):
        verifier.send(NUMBER, purpose="login")

    assert refused(verifier).why is RefusalReason.COOLDOWN
    assert verifier.check(NUMBER, texts[0][-6:], purpose="login")


def service_refusal(code: str) -> Exception:
    """What AWS answers."""
    return service_error("SendTextMessage", {"Error": {"Code": code}})


@pytest.mark.parametrize(
    "failure",
    [
        NotSentError("SendTextMessage", "no connection"),
        service_refusal("ThrottlingException"),
        service_refusal("AccessDeniedException"),
        service_refusal("ResourceNotFoundException"),
    ],
    ids=["not sent", "throttled", "denied", "no such sender"],
)
def test_what_fails_for_every_recipient_does_not_count(
    phone: Phone, clock: Clock, failure: Exception
) -> None:
    """The code before is good again, with the attempts that it had."""
    limits: Any = {"per_number": (2, 3600), "per_prefix": (2, 3600)}
    verifier = verifier_of(MemoryStore(), phone, clock, **limits)
    verifier.send(NUMBER, purpose="login")
    code = phone.code
    verifier.check(NUMBER, wrong(code), purpose="login")
    clock.advance(40)
    for _ in range(3):
        phone.failures.append(failure)
        with pytest.raises(type(failure)):
            verifier.send(NUMBER, purpose="login")
    assert verifier.check(NUMBER, wrong(code), purpose="login").attempts_left == 3
    assert verifier.check(NUMBER, code, purpose="login")
    verifier.send(NUMBER, purpose="login")
    clock.advance(30)
    assert refused(verifier).why is RefusalReason.TOO_MANY_SENDS


def seen_by_an_outsider(
    verifier: CodeVerifier, phone: Phone, clock: Clock, known: bool
) -> list[str]:
    """What two hours of sends and checks give for a number that AWS refuses, or that is not known."""
    seen: list[str] = []
    for step in range(240):
        phone.failures = [service_refusal("ConflictException")] if known else []
        try:
            seen.append(str(verifier.send(NUMBER, purpose="login", deliver=known).expires_at))
        except CodeRefusedError as refusal:
            seen.append(f"{refusal.why} {refusal.retry_at}")
        except ServiceError:
            seen.append(str(after(clock, 600)))
        if step % 7 == 0:
            check = verifier.check(NUMBER, "000000", purpose="login")
            seen.append(f"{check.status} {check.attempts_left}")
        clock.advance(30)
    return seen


def test_an_outsider_cannot_tell_a_number_that_aws_refuses_from_one_that_is_not_known(
    phone: Phone,
) -> None:
    """Where the page treats the error as a send: neither limits nor attempts differ."""
    seen = []
    for known in (True, False):
        clock = Clock()
        clock.now = 1.8e9
        verifier = verifier_of(MemoryStore(clock), phone, clock, per_prefix=(9, 3600))
        seen.append(seen_by_an_outsider(verifier, phone, clock, known))

    assert seen[0] == seen[1]
    assert len(set(seen[0])) > 10


def test_who_makes_sends_fail_has_no_more_guesses(phone: Phone, clock: Clock) -> None:
    """Guesses while a message is under way that then does not leave make it count."""
    verifier = verifier_of(MemoryStore(), phone, clock)
    guesses: list[str] = []

    def guessed(*_: Any, **__: Any) -> None:
        checks = [verifier.check(NUMBER, "000000", purpose="login") for _ in range(9)]
        guesses.extend(str(check.status) for check in checks)
        raise service_refusal("ThrottlingException")

    phone.send_text = guessed  # type: ignore[assignment,method-assign]
    for _ in range(99):
        with suppress(SmsVoiceError):
            verifier.send(NUMBER, purpose="login")
        clock.advance(30)

    assert guesses.count("WRONG") == 25  # five sends in the hour of five attempts each


def test_a_code_that_is_delivered_to_nobody_is_never_right(
    phone: Phone, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even when it is guessed, nobody without an account gets in; a call begins a new code then."""
    made: list[str] = []
    make = keyed.Keyed.code

    def kept(*args: Any) -> str:
        made.append(make(*args))
        return made[-1]

    monkeypatch.setattr(keyed.Keyed, "code", kept)
    verifier = verifier_of(MemoryStore(), phone, clock)
    verifier.send(NUMBER, purpose="login", deliver=False)
    verifier.check(NUMBER, "000000", purpose="login")
    check = verifier.check(NUMBER, made[-1], purpose="login")
    assert (check.status, check.attempts_left) == (CheckStatus.WRONG, 3)
    clock.advance(30)
    verifier.send(NUMBER, purpose="login", channel="voice")
    assert verifier.check(NUMBER, phone.code, purpose="login").attempts_left == 4


@pytest.mark.parametrize(
    "code", ["InternalServerException", "SomethingNew", "ServiceQuotaExceededException"]
)
def test_what_may_have_left_counts(verifier: CodeVerifier, phone: Phone, code: str) -> None:
    phone.failures.append(failure := service_refusal(code))
    with pytest.raises(type(failure)):
        verifier.send(NUMBER, purpose="login")

    assert refused(verifier).why is RefusalReason.COOLDOWN
    assert verifier.check(NUMBER, "12345", purpose="login").status is CheckStatus.WRONG


def test_a_call_that_did_not_leave_gives_no_attempts_back(
    verifier: CodeVerifier, phone: Phone, clock: Clock
) -> None:
    verifier.send(NUMBER, purpose="login")
    code = phone.code
    clock.advance(30)

    def guess_and_fail(*_: Any, **__: Any) -> None:
        verifier.check(NUMBER, wrong(code), purpose="login")
        raise service_refusal("ThrottlingException")

    phone.send_voice = guess_and_fail  # type: ignore[assignment,method-assign]
    with pytest.raises(ThrottlingError):
        verifier.send(NUMBER, purpose="login", channel="voice")

    assert verifier.check(NUMBER, wrong(code), purpose="login").attempts_left == 3

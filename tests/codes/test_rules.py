"""Sending and checking: attempts, times, limits and purposes.

The rules stand in the verifier; `test_state_machine` runs them on every store.
"""

from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest

from smsvoice.codes import (
    CheckStatus,
    CodeRefusedError,
    CodeStore,
    CodeVerifier,
    MemoryStore,
    RefusalReason,
)
from tests.factories.codes import NUMBER, OTHER, Clock, Phone, after, refused, verifier_of, wrong


@pytest.fixture
def kind() -> str:
    """One store for all."""
    return "memory"


def test_a_right_code_is_ok_once(verifier: CodeVerifier, phone: Phone, clock: Clock) -> None:
    sent = verifier.send(NUMBER, purpose="login")

    assert sent.expires_at == after(clock, 600)
    assert sent.resend_at == after(clock, 30)
    assert sent.message_id
    assert phone.texts == [(NUMBER, f"Your code is {phone.code}")]
    assert phone.members == [{"time_to_live": 600}]
    assert verifier.check(NUMBER, phone.code, purpose="login")
    assert verifier.check(NUMBER, phone.code, purpose="login").status is CheckStatus.NONE


def test_attempts_run_out_and_a_new_code_has_new_ones(
    verifier: CodeVerifier, phone: Phone, clock: Clock
) -> None:
    verifier.send(NUMBER, purpose="login")
    code = phone.code
    seen = [verifier.check(NUMBER, wrong(code), purpose="login") for _ in range(6)]

    assert [check.attempts_left for check in seen] == [4, 3, 2, 1, 0, 0]
    assert [str(check.status) for check in seen] == ["WRONG"] * 5 + ["TOO_MANY_ATTEMPTS"]
    assert not any(seen)
    assert not verifier.check(NUMBER, code, purpose="login")
    clock.advance(30)
    verifier.send(NUMBER, purpose="login")
    assert verifier.check(NUMBER, phone.code, purpose="login")


def test_a_code_expires_and_a_new_one_replaces_it(
    verifier: CodeVerifier, phone: Phone, clock: Clock
) -> None:
    verifier.send(NUMBER, purpose="login")
    first = phone.code
    clock.advance(599)
    assert verifier.check(NUMBER, wrong(first), purpose="login").status is CheckStatus.WRONG
    clock.advance(1)
    assert verifier.check(NUMBER, first, purpose="login").status is CheckStatus.EXPIRED
    verifier.send(NUMBER, purpose="login")
    assert phone.code == first or not verifier.check(NUMBER, first, purpose="login")
    assert verifier.check(NUMBER, phone.code, purpose="login")


def test_a_code_is_for_its_number_and_its_purpose(verifier: CodeVerifier, phone: Phone) -> None:
    verifier.send(NUMBER, purpose="login")

    assert verifier.check(OTHER, phone.code, purpose="login").status is CheckStatus.NONE
    assert verifier.check(NUMBER, phone.code, purpose="pay").status is CheckStatus.NONE
    assert verifier.check(NUMBER, phone.code, purpose="login")


def test_cooldown_is_for_a_purpose_and_the_limit_for_a_number(
    verifier: CodeVerifier, phone: Phone, clock: Clock
) -> None:
    began = clock.now
    for purpose in ("a", "b", "c"):
        verifier.send(NUMBER, purpose=purpose)
    again = refused(verifier, purpose="a")
    assert (again.why, again.retry_at) == (RefusalReason.COOLDOWN, after(clock, 30))
    clock.advance(30)
    for purpose in ("a", "b"):
        verifier.send(NUMBER, purpose=purpose)
    over = refused(verifier, purpose="d")
    assert over.why is RefusalReason.TOO_MANY_SENDS
    assert over.retry_at == datetime.fromtimestamp(began + 3600, UTC)
    verifier.send(OTHER, purpose="a")
    clock.now = began + 3600
    verifier.send(NUMBER, purpose="d")
    assert len(phone.texts) == 7


def test_a_block_of_numbers_is_limited(store: CodeStore, phone: Phone, clock: Clock) -> None:
    verifier = verifier_of(store, phone, clock, per_prefix=(3, 600), per_number=(1, 3600))
    for index in range(3):
        verifier.send(f"+120655501{index:02}", purpose="login")

    assert refused(verifier, "+12065559999").why is RefusalReason.TOO_MANY_SENDS
    verifier.send("+12065560100", purpose="login")
    clock.advance(600)
    assert refused(verifier, "+12065550100").why is RefusalReason.TOO_MANY_SENDS
    for index in range(3, 6):
        verifier.send(f"+120655501{index:02}", purpose="login")
    assert refused(verifier, "+12065550199").why is RefusalReason.TOO_MANY_SENDS


def test_a_block_holds_numbers_of_one_length(phone: Phone, clock: Clock) -> None:
    """A short number shares its block with no longer one."""
    verifier = verifier_of(MemoryStore(), phone, clock, per_prefix=(1, 600))
    for number in ("+29051234", "+2905123", "+431234", "+43123456", "+4312345678"):
        verifier.send(number, purpose="login")
    for number in ("+29059999", "+2909999", "+439999", "+43129999", "+4312349999"):
        assert refused(verifier, number).why is RefusalReason.TOO_MANY_SENDS


def test_purposes_that_differ_in_case_are_two(verifier: CodeVerifier, phone: Phone) -> None:
    verifier.send(NUMBER, purpose="login")
    assert verifier.check(NUMBER, phone.code, purpose="Login").status is CheckStatus.NONE
    verifier.send(NUMBER, purpose="Login")
    assert verifier.check(NUMBER, phone.code, purpose="Login")


@pytest.mark.parametrize("apart", [-7.0, 7.0])
def test_hosts_whose_clocks_are_seconds_apart(store: CodeStore, phone: Phone, apart: float) -> None:
    """Limits and times are off by those seconds, and by no more; no code is right twice."""
    here, there = Clock(), Clock()
    there.now += apart
    hosts = [verifier_of(store, phone, clock, per_number=(4, 400)) for clock in (here, there)]
    times: list[float] = []
    for step in range(120):
        with suppress(CodeRefusedError):
            hosts[step % 2].send(NUMBER, purpose="login")
            times.append(here.now)
            other = hosts[(step + 1) % 2]
            assert other.check(NUMBER, wrong(phone.code), purpose="login").attempts_left == 4
            assert other.check(NUMBER, phone.code, purpose="login")
            assert not hosts[step % 2].check(NUMBER, phone.code, purpose="login")
        here.advance(11)
        there.advance(11)

    assert len(times) >= 12
    assert all(later - sooner >= 30 - 7 for sooner, later in pairwise(times))
    assert all(times[index + 4] - times[index] >= 400 - 7 for index in range(len(times) - 4))


def test_a_call_waits_for_the_cooldown_and_counts(
    verifier: CodeVerifier, phone: Phone, clock: Clock
) -> None:
    verifier.send(NUMBER, purpose="login")
    assert refused(verifier, channel="voice").why is RefusalReason.COOLDOWN
    for _ in range(4):
        clock.advance(30)
        verifier.send(NUMBER, purpose="login", channel="voice")
    clock.advance(30)

    assert refused(verifier, channel="voice").why is RefusalReason.TOO_MANY_SENDS
    assert len({"".join(c for c in text if c.isdigit()) for _, text in phone.texts}) == 1


def test_a_call_repeats_the_code_with_what_it_has_left(
    verifier: CodeVerifier, phone: Phone, clock: Clock
) -> None:
    verifier.send(NUMBER, purpose="login")
    code = phone.code
    verifier.check(NUMBER, wrong(code), purpose="login")
    clock.advance(100)
    sent = verifier.send(NUMBER, purpose="login", channel="voice")

    assert phone.texts[-1] == (NUMBER, f"Your code is {', '.join(code)}")
    assert phone.members[-1] == {"time_to_live": 500}
    assert sent.expires_at == after(clock, 500)
    assert verifier.check(NUMBER, wrong(code), purpose="login").attempts_left == 3
    assert verifier.check(NUMBER, code, purpose="login")


@pytest.mark.parametrize("why", ["over soon", "no attempts"])
def test_a_call_makes_a_new_code_where_the_old_one_is_no_good(
    verifier: CodeVerifier, phone: Phone, clock: Clock, why: str
) -> None:
    verifier.send(NUMBER, purpose="login")
    for _ in range(5 if why == "no attempts" else 0):
        verifier.check(NUMBER, wrong(phone.code), purpose="login")
    clock.advance(545 if why == "over soon" else 31)
    sent = verifier.send(NUMBER, purpose="login", channel="voice")

    assert sent.expires_at == after(clock, 600)
    assert verifier.check(NUMBER, phone.code, purpose="login")


@pytest.mark.parametrize(
    ("lifetime", "guesses", "waited", "is_repeated"),
    [
        (600, 4, 540, True),  # a minute is left, and one attempt
        (600, 4, 541, False),
        (80, 0, 40, True),  # half of a short life is left
        (80, 0, 41, False),
    ],
)
def test_a_call_repeats_a_code_that_can_still_be_typed(  # noqa: PLR0917  a table
    phone: Phone, clock: Clock, lifetime: int, guesses: int, waited: int, is_repeated: bool
) -> None:
    verifier = verifier_of(MemoryStore(), phone, clock, lifetime=lifetime)
    verifier.send(NUMBER, purpose="login")
    for _ in range(guesses):
        verifier.check(NUMBER, wrong(phone.code), purpose="login")
    clock.advance(waited)
    sent = verifier.send(NUMBER, purpose="login", channel="voice")

    assert sent.expires_at == after(clock, lifetime - waited if is_repeated else lifetime)
    assert verifier.check(NUMBER, phone.code, purpose="login")


def test_what_is_typed_is_read_as_people_type_it(verifier: CodeVerifier, phone: Phone) -> None:
    verifier.send(NUMBER, purpose="login")
    code = phone.code
    slips = ["", " ", code[:5], f"{code}0", "l00000", "x00000", "x" * 64, "\ud800" * 6, "\0" * 6]
    for slip in slips:
        check = verifier.check(NUMBER, slip, purpose="login")
        assert (check.status, check.attempts_left) == (CheckStatus.WRONG, 5)
    long = verifier.check(NUMBER, "0" * 65, purpose="login")
    assert (long.status, long.attempts_left) == (CheckStatus.WRONG, None)
    full = "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in code)
    assert verifier.check(NUMBER, f" {full[:3]}－{full[3:]}\n", purpose="login")


def test_a_code_that_is_forgotten_is_none_and_still_counts(
    verifier: CodeVerifier, phone: Phone
) -> None:
    verifier.send(NUMBER, purpose="a")
    verifier.send(NUMBER, purpose="b")
    code = phone.code
    verifier.forget(NUMBER, purpose="a")
    assert verifier.check(NUMBER, code, purpose="a").status is CheckStatus.NONE
    assert verifier.check(NUMBER, wrong(code), purpose="b").status is CheckStatus.WRONG
    verifier.forget(NUMBER)
    verifier.forget(OTHER)

    assert verifier.check(NUMBER, code, purpose="b").status is CheckStatus.NONE
    assert refused(verifier, purpose="a").why is RefusalReason.COOLDOWN


def test_a_number_that_is_not_known_gets_the_same_answers(
    verifier: CodeVerifier, phone: Phone, clock: Clock
) -> None:
    sent = verifier.send(NUMBER, purpose="login", deliver=False)

    assert phone.texts == []
    assert (sent.expires_at, sent.resend_at) == (after(clock, 600), after(clock, 30))
    assert refused(verifier, deliver=False).why is RefusalReason.COOLDOWN
    check = verifier.check(NUMBER, "000000", purpose="login")
    assert check.attempts_left == 4 or check


def test_a_limit_of_the_application(phone: Phone, clock: Clock) -> None:
    asked: list[Any] = []
    answers: list[Any] = [True, False, after(clock, 77)]

    def allow(request: Any) -> Any:
        asked.append(request)
        return answers.pop(0)

    verifier = verifier_of(MemoryStore(), phone, clock, allow=allow)
    verifier.send(NUMBER, purpose="login", source="203.0.113.7")
    assert refused(verifier).why is RefusalReason.COOLDOWN
    clock.advance(30)
    refusals = [refused(verifier), refused(verifier)]

    assert [(one.why, one.retry_at) for one in refusals] == [
        (RefusalReason.NOT_ALLOWED, None),
        (RefusalReason.NOT_ALLOWED, after(clock, 47)),
    ]
    assert len(phone.texts) == 1
    assert (asked[0].number, asked[0].country, asked[0].source) == (NUMBER, "US", "203.0.113.7")
    assert (asked[0].purpose, asked[0].channel) == ("login", "text")
    assert NUMBER not in repr(asked[0])
    assert "203" not in repr(asked[0])


def test_countries_that_are_not_allowed(phone: Phone, clock: Clock) -> None:
    verifier = verifier_of(MemoryStore(), phone, clock, countries={"GB"})
    answer = refused(verifier)

    assert (answer.why, answer.retry_at) == (RefusalReason.BLOCKED_COUNTRY, None)
    verifier.send("+447700900123", purpose="login")


@pytest.mark.parametrize("digits", [6, 7, 8, 9, 10])
def test_codes_have_as_many_digits_as_asked_for(phone: Phone, clock: Clock, digits: int) -> None:
    verifier = verifier_of(MemoryStore(), phone, clock, digits=digits, cooldown=0, per_number=None)
    codes: set[str] = set()
    for _ in range(200):
        verifier.send(NUMBER, purpose="login")
        codes.add(phone.code)

    assert {len(code) for code in codes} == {digits}
    assert {code[0] for code in codes} == set("0123456789")
    assert len(codes) > 190
    assert verifier.check(NUMBER, phone.code, purpose="login")


def test_codes_under_way_stay_good_when_the_digits_change(phone: Phone, clock: Clock) -> None:
    store = MemoryStore()
    verifier_of(store, phone, clock).send(NUMBER, purpose="login")

    assert verifier_of(store, phone, clock, digits=8).check(NUMBER, phone.code, purpose="login")

"""Many threads and many processes at once: one right answer, and no attempt or send too many."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from smsvoice.codes import CodeRefusedError, CodeStore, CodeVerifier, keyed, rules
from tests.factories import code_worker
from tests.factories.codes import NUMBER, Clock, Phone, at_once, verifier_of, wrong

pytestmark = pytest.mark.long
THREADS, PROCESSES, EACH = 64, 8, 8


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was compared with a code that was sent."""
    seen: list[str] = []
    compare = keyed.is_same

    def is_same(code: str, given: str) -> bool:
        seen.append(given)
        return compare(code, given)

    monkeypatch.setattr(rules, "is_same", is_same)
    return seen


def test_of_64_threads_with_the_right_code_one_is_ok(
    verifier: CodeVerifier, phone: Phone, compared: list[str]
) -> None:
    for purpose in ("a", "b", "c"):
        compared.clear()
        verifier.send(NUMBER, purpose=purpose)
        check = partial(verifier.check, NUMBER, phone.code, purpose=purpose)
        checks = at_once(THREADS, lambda _: check())  # noqa: B023  called before the next one
        found = Counter(str(check.status) for check in checks)

        assert found["OK"] == 1
        assert found["OK"] + found["NONE"] + found["TOO_MANY_ATTEMPTS"] == THREADS
        assert len(compared) <= 5


def test_of_64_wrong_codes_five_are_compared(
    verifier: CodeVerifier, phone: Phone, compared: list[str]
) -> None:
    verifier.send(NUMBER, purpose="login")
    checks = at_once(
        THREADS, lambda index: verifier.check(NUMBER, wrong(phone.code, index + 1), purpose="login")
    )

    assert len(compared) == 5
    found = Counter(str(check.status) for check in checks)
    assert found == {"WRONG": 5, "TOO_MANY_ATTEMPTS": THREADS - 5}


def test_of_64_sends_at_once_one_leaves(verifier: CodeVerifier, phone: Phone) -> None:
    """The others are refused for the cooldown, and do not count."""

    def send(_: int) -> str:
        try:
            verifier.send(NUMBER, purpose="login")
        except CodeRefusedError as refused:
            return str(refused.why)
        return "SENT"

    assert Counter(at_once(THREADS, send)) == {"SENT": 1, "COOLDOWN": THREADS - 1}
    assert len(phone.texts) == 1
    assert verifier.check(NUMBER, phone.code, purpose="login")


def test_no_more_sends_than_allowed_leave(store: CodeStore, phone: Phone, clock: Clock) -> None:
    """For a number and for a block of numbers."""
    verifier = verifier_of(store, phone, clock, cooldown=0, per_prefix=(9, 3600))

    def send(index: int) -> str:
        try:
            verifier.send(f"+1206555{index % 8:04}", purpose=f"p{index}")
        except CodeRefusedError as refused:
            return str(refused.why)
        return "SENT"

    assert Counter(at_once(THREADS, send)) == {"SENT": 9, "TOO_MANY_SENDS": THREADS - 9}
    assert len(phone.texts) == 9


@pytest.fixture
def together(where: str, clock: Clock) -> Callable[..., Counter[str]]:
    """Run eight processes that begin together, of eight threads each; count what came of it."""

    def run(**order: Any) -> Counter[str]:
        given = {"where": where, "now": clock.now, "threads": EACH, **order}
        return code_worker.together(PROCESSES, **given)

    return run


def test_of_8_processes_with_the_right_code_one_is_ok(
    shared: CodeStore, together: Callable[..., Counter[str]], phone: Phone, clock: Clock
) -> None:
    verifier_of(shared, phone, clock).send(NUMBER, purpose="login")
    found = together(do="check", code=phone.code)

    assert found["OK"] == 1
    assert found.total() == PROCESSES * EACH
    assert set(found) <= {"OK", "NONE", "TOO_MANY_ATTEMPTS"}


def test_of_8_processes_with_wrong_codes_five_are_compared(
    shared: CodeStore, together: Callable[..., Counter[str]], phone: Phone, clock: Clock
) -> None:
    verifier_of(shared, phone, clock).send(NUMBER, purpose="login")
    found = together(do="check", code=wrong(phone.code))

    assert found == {"WRONG": 5, "TOO_MANY_ATTEMPTS": PROCESSES * EACH - 5}


def test_of_8_processes_that_send_no_more_than_allowed_leave(
    together: Callable[..., Counter[str]],
) -> None:
    found = together(do="send", numbers=1)
    assert found == {"SENT": 1, "COOLDOWN": PROCESSES * EACH - 1}

    found = together(do="send", numbers=4, cooldown=0, per_number=None, per_prefix=(11, 3600))
    assert found["SENT"] in {10, 11}  # one of them may be the send above
    assert found["SENT"] + found["TOO_MANY_SENDS"] == PROCESSES * EACH

"""A process that is killed in the middle: what the next call says, on each store that outlives it."""

from collections.abc import Callable
from typing import Any

import pytest

from smsvoice.codes import CheckStatus, CodeRefusedError, CodeStore, CodeVerifier, RefusalReason
from tests.factories import code_worker
from tests.factories.codes import NUMBER, Clock, Phone, verifier_of, wrong

pytestmark = pytest.mark.long


@pytest.fixture
def verifier(shared: CodeStore, phone: Phone, clock: Clock) -> CodeVerifier:
    """Who goes on."""
    return verifier_of(shared, phone, clock)


@pytest.fixture
def killed(where: str, clock: Clock) -> Callable[..., str]:
    """Run a process until it kills itself; what it had said."""

    def run(**order: Any) -> str:
        return code_worker.killed(where=where, now=clock.now, **order)

    return run


def test_between_the_store_and_the_send(
    verifier: CodeVerifier, killed: Callable[..., str], phone: Phone, clock: Clock
) -> None:
    """It counts as a send whose code is not known to anyone; the next is sent after the cooldown."""
    assert killed(do="send", dies="before sending") == ""

    with pytest.raises(CodeRefusedError) as caught:
        verifier.send(NUMBER, purpose="login")
    assert caught.value.why is RefusalReason.COOLDOWN
    check = verifier.check(NUMBER, "1", purpose="login")
    assert (check.status, check.attempts_left) == (CheckStatus.WRONG, 5)
    clock.advance(30)
    verifier.send(NUMBER, purpose="login")
    assert verifier.check(NUMBER, phone.code, purpose="login")


def test_between_the_send_and_the_answer(
    verifier: CodeVerifier, killed: Callable[..., str]
) -> None:
    """The code that arrived is right."""
    text = killed(do="send", dies="after sending")

    with pytest.raises(CodeRefusedError, match="COOLDOWN"):
        verifier.send(NUMBER, purpose="login")
    assert verifier.check(NUMBER, text.strip()[-6:], purpose="login")


@pytest.mark.parametrize("is_right", [True, False])
def test_between_the_attempt_and_the_comparison(
    verifier: CodeVerifier, killed: Callable[..., str], phone: Phone, is_right: bool
) -> None:
    """The attempt is gone, and the code still good."""
    verifier.send(NUMBER, purpose="login")
    given = phone.code if is_right else wrong(phone.code)
    killed(do="check", dies="before comparing", code=given)

    assert verifier.check(NUMBER, wrong(phone.code), purpose="login").attempts_left == 3
    assert verifier.check(NUMBER, phone.code, purpose="login")


def test_between_using_the_code_up_and_the_answer(
    verifier: CodeVerifier, killed: Callable[..., str], phone: Phone, clock: Clock
) -> None:
    """The code is gone: it is never right twice. Another one can be sent."""
    verifier.send(NUMBER, purpose="login")
    killed(do="check", dies="before answering", code=phone.code)

    assert verifier.check(NUMBER, phone.code, purpose="login").status is CheckStatus.NONE
    clock.advance(30)
    verifier.send(NUMBER, purpose="login")
    assert verifier.check(NUMBER, phone.code, purpose="login")

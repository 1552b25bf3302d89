"""Random sends, checks, failures and passing time against a plain model, on every store."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from smsvoice import SmsVoiceError
from smsvoice.codes import CodeRefusedError, CodeStore, MemoryStore
from smsvoice.errors import NotSentError, OutcomeUnknownError, service_error
from tests.factories.codes import Clock, Phone, verifier_of, wrong

NUMBERS = ("+12065550142", "+12065550199", "+12065560142")
PURPOSES = ("login", "pay")
PER_NUMBER, PER_PREFIX, COOLDOWN, LIFETIME, ATTEMPTS = (3, 400), (4, 500), 30, 300, 3
NUMBER, PURPOSE = st.sampled_from(NUMBERS), st.sampled_from(PURPOSES)


FAILURES = {
    "unknown": OutcomeUnknownError("S", "w"),
    "unsent": NotSentError("S", "w"),
    "refused": service_error("S", {"Error": {"Code": "ConflictException"}}),
}


@dataclass(frozen=True)
class Waiting:
    """A code that was sent; `code` is empty where the phone has not got it."""

    code: str
    until: float
    left: int = ATTEMPTS
    delivered: bool = True


class Codes(RuleBasedStateMachine):
    """What the verifier says is what the model says."""

    def __init__(self, store: CodeStore | None) -> None:
        """Use a store, or one in memory by the test's own clock."""
        super().__init__()
        self.clock, self.phone = Clock(), Phone()
        self.store = store or MemoryStore(self.clock)

    @initialize()
    def begin(self) -> None:
        """Nothing was sent yet under this secret."""
        self.secrets, self.rotated_at = [secrets.token_bytes(16)], 0.0
        self.verifier = self.made()
        self.sends: list[tuple[float, str]] = []
        self.last: dict[tuple[str, str], float] = {}
        self.codes: dict[tuple[str, str], Waiting] = {}

    def made(self) -> Any:
        """A verifier with small limits."""
        return verifier_of(
            self.store,
            self.phone,
            self.clock,
            secret=self.secrets,
            per_number=PER_NUMBER,
            per_prefix=PER_PREFIX,
            cooldown=COOLDOWN,
            lifetime=LIFETIME,
            attempts=ATTEMPTS,
        )

    def counted(self, limit: tuple[int, float], starts: str) -> bool:
        """Whether so many sends are counted that no more may follow."""
        recent = [to for at, to in self.sends if at > self.clock.now - limit[1]]
        return sum(to.startswith(starts) for to in recent) >= limit[0]

    def refusal(self, number: str, purpose: str) -> str | None:
        """Why nothing may be sent now."""
        if self.clock.now < self.last.get((number, purpose), -1e9) + COOLDOWN:
            return "COOLDOWN"
        is_full = self.counted(PER_NUMBER, number) or self.counted(PER_PREFIX, number[:-4])
        return "TOO_MANY_SENDS" if is_full else None

    def next_code(self, key: tuple[str, str], by_voice: bool, deliver: bool) -> Waiting:
        """What waits after a send: a call repeats what is good for a minute."""
        held = self.codes.get(key)
        if by_voice and held is not None and not self.is_under_older(key):
            is_good = held.left > 0 and held.until - self.clock.now >= 60
            if is_good and held.delivered is deliver:
                return held
        return Waiting("", self.clock.now + LIFETIME, delivered=deliver)

    def is_under_older(self, key: tuple[str, str]) -> bool:
        """Whether a code was sent before the newest secret, so that a call makes a new one."""
        return self.last.get(key, 0.0) < self.rotated_at

    @rule(
        number=NUMBER,
        purpose=PURPOSE,
        channel=st.sampled_from(["text", "text", "voice"]),
        fails=st.sampled_from([None, None, None, "unknown", "unsent", "refused"]),
        deliver=st.sampled_from([True, True, True, False]),
    )
    def send(
        self, number: str, purpose: str, channel: Any, fails: str | None, deliver: bool
    ) -> None:
        """A send is refused, fails, or replaces the code."""
        now, key, expected = self.clock.now, (number, purpose), self.refusal(number, purpose)
        waiting = self.next_code(key, channel == "voice", deliver)
        self.phone.failures = [FAILURES[fails]] if fails and deliver else []
        try:
            self.verifier.send(number, purpose=purpose, channel=channel, deliver=deliver)
        except CodeRefusedError as refused:
            assert refused.why == expected
            assert refused.retry_at is not None
            assert now < refused.retry_at.timestamp() <= now + 500
            return
        except SmsVoiceError as failed:
            assert expected is None
            if isinstance(failed, NotSentError):
                return
        else:
            assert expected is None
            if deliver:
                assert waiting.code in {"", self.phone.code}
                waiting = replace(waiting, code=self.phone.code)
        self.codes[key] = waiting
        self.sends.append((now, number))
        self.last[key] = now

    @rule(number=NUMBER, purpose=PURPOSE, right=st.booleans())
    def check(self, number: str, purpose: str, right: bool) -> None:
        """A check says what the model says."""
        key = (number, purpose)
        held = self.codes.get(key, Waiting("", 0.0, 0))
        given = (held.code if right else wrong(held.code)) if held.code else ""
        check = self.verifier.check(number, given, purpose=purpose)
        found = (check.status, check.attempts_left)
        if key not in self.codes or self.clock.now >= held.until + LIFETIME:
            assert check.status in {"NONE", "EXPIRED"}
        elif self.clock.now >= held.until:
            assert check.status == "EXPIRED"
        elif held.left == 0:
            assert check.status == "TOO_MANY_ATTEMPTS"
        elif not held.code:
            assert found == ("WRONG", held.left)
        elif right:
            assert found == ("OK", held.left - 1)
            del self.codes[key]
        else:
            assert found == ("WRONG", held.left - 1)
            self.codes[key] = replace(held, left=held.left - 1)

    @rule(seconds=st.sampled_from([1, 15, 30, 100, 299, 300, 400]))
    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.clock.advance(seconds)

    @rule()
    def rotate(self) -> None:
        """A newer secret changes no answer, but that a call makes a new code."""
        if len(self.secrets) == 1:
            self.secrets = [secrets.token_bytes(16), *self.secrets]
            self.verifier = self.made()
            self.rotated_at = self.clock.now + 0.5
            self.clock.advance(1)

    @rule(number=NUMBER, purpose=PURPOSE)
    def forget(self, number: str, purpose: str) -> None:
        """The code is gone; the sends count."""
        self.verifier.forget(number, purpose=purpose)
        self.codes.pop((number, purpose), None)

    @invariant()
    def no_window_holds_more_than_it_may(self) -> None:
        """Whenever the seconds of a limit begin."""
        for number in NUMBERS:
            times = [at for at, to in self.sends if to == number]
            for index, begins in enumerate(times):
                window = [at for at in times[index:] if at < begins + PER_NUMBER[1]]
                assert len(window) <= PER_NUMBER[0]


def run(kind: str, make_store: Callable[[], CodeStore], examples: int) -> None:
    """Many random orders on one store, which is empty for each secret."""
    store = None if kind == "memory" else make_store()
    run_state_machine_as_test(
        lambda: Codes(store),  # type: ignore[arg-type]
        settings=settings(
            max_examples=examples,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_rules_hold_in_any_order(kind: str, make_store: Callable[[], CodeStore]) -> None:
    run(kind, make_store, 25 if kind == "memory" else 3)


@pytest.mark.long
def test_the_rules_hold_in_many_orders(kind: str, make_store: Callable[[], CodeStore]) -> None:
    run(kind, make_store, 300 if kind == "memory" else 30)

"""Random sends, checks, failures and passing time against a plain model of the rules."""

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from smsvoice import SmsVoiceError
from smsvoice.codes import CodeRefusedError, MemoryStore
from smsvoice.errors import NotSentError, OutcomeUnknownError
from tests.factories.codes import SECRET, Clock, Phone, verifier_of, wrong

NUMBERS = ("+12065550142", "+12065550199", "+12065560142")
PURPOSES = ("login", "pay")
PER_NUMBER, PER_PREFIX, COOLDOWN, LIFETIME, ATTEMPTS = (3, 400), (4, 500), 30, 300, 3
NUMBER, PURPOSE = st.sampled_from(NUMBERS), st.sampled_from(PURPOSES)


class Codes(RuleBasedStateMachine):
    """What the verifier says is what the model says."""

    @initialize()
    def begin(self) -> None:
        """Nothing was sent yet."""
        self.clock, self.phone = Clock(), Phone()
        self.store = MemoryStore(self.clock)
        self.verifier = self.made(SECRET)
        self.sends: list[tuple[float, str]] = []
        self.last: dict[tuple[str, str], float] = {}
        self.codes: dict[tuple[str, str], tuple[str, float, int]] = {}

    def made(self, secret: Any) -> Any:
        """A verifier with small limits."""
        return verifier_of(
            self.store,
            self.phone,
            self.clock,
            secret=secret,
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

    @rule(number=NUMBER, purpose=PURPOSE, fails=st.sampled_from([None, None, "unknown", "unsent"]))
    def send(self, number: str, purpose: str, fails: str | None) -> None:
        """A send is refused, fails, or replaces the code."""
        now, key = self.clock.now, (number, purpose)
        expected = None
        if now < self.last.get(key, -1e9) + COOLDOWN:
            expected = "COOLDOWN"
        elif self.counted(PER_NUMBER, number) or self.counted(PER_PREFIX, number[:-4]):
            expected = "TOO_MANY_SENDS"
        failures = {"unknown": OutcomeUnknownError("S", "w"), "unsent": NotSentError("S", "w")}
        self.phone.failures = [failures[fails]] if fails else []
        try:
            self.verifier.send(number, purpose=purpose)
        except CodeRefusedError as refused:
            assert refused.why == expected
            if refused.retry_at is not None:
                assert now < refused.retry_at.timestamp() <= now + 500
            return
        except SmsVoiceError as failed:
            assert expected is None
            if isinstance(failed, NotSentError):
                return
            self.codes[key] = ("", now + LIFETIME, ATTEMPTS)
        else:
            assert expected is None
            self.codes[key] = (self.phone.code, now + LIFETIME, ATTEMPTS)
        self.sends.append((now, number))
        self.last[key] = now

    @rule(number=NUMBER, purpose=PURPOSE, right=st.booleans())
    def check(self, number: str, purpose: str, right: bool) -> None:
        """A check says what the model says."""
        key = (number, purpose)
        code, until, left = self.codes.get(key, ("", 0.0, 0))
        given = (code if right else wrong(code)) if code else ""
        check = self.verifier.check(number, given, purpose=purpose)
        if key not in self.codes or self.clock.now >= until + LIFETIME:
            assert check.status in {"NONE", "EXPIRED"}
        elif self.clock.now >= until:
            assert check.status == "EXPIRED"
        elif left == 0:
            assert check.status == "TOO_MANY_ATTEMPTS"
        elif not code:
            assert (check.status, check.attempts_left) == ("WRONG", left)
        elif right:
            assert (check.status, check.attempts_left) == ("OK", left - 1)
            del self.codes[key]
        else:
            assert (check.status, check.attempts_left) == ("WRONG", left - 1)
            self.codes[key] = (code, until, left - 1)

    @rule(seconds=st.sampled_from([1, 15, 30, 100, 299, 300, 400]))
    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.clock.advance(seconds)

    @rule()
    def rotate(self) -> None:
        """A newer secret changes no answer."""
        self.verifier = self.made([b"newer secret, 16 bytes and more", SECRET])

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


Codes.TestCase.settings = settings(
    max_examples=150,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
test_the_rules_hold_in_any_order = Codes.TestCase

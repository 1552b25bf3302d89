"""The rules of codes, in one place for all stores and for both verifiers.

A send is counted and its code stored before the message leaves, in one step of the store; an
attempt is taken in one step before the code is compared, and a right code is used up in one step
before the caller hears of it. So no race and no crash makes a limit wider.

NIST SP 800-63B, out-of-band verifiers: https://pages.nist.gov/800-63-4/sp800-63b.html
OWASP, multifactor authentication: https://cheatsheetseries.owasp.org/cheatsheets/Multifactor_Authentication_Cheat_Sheet.html
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from inspect import isawaitable
from typing import Any, Final

from smsvoice.codes.errors import CodeRefusedError
from smsvoice.codes.keyed import Hidden, Keyed, is_same, new_generation
from smsvoice.codes.outcomes import Check, CheckStatus, RefusalReason, SendRequest, Sent
from smsvoice.codes.record import Code, Limit, Purpose, Record
from smsvoice.codes.records import Records
from smsvoice.codes.sender import CodeSender, Order
from smsvoice.codes.steps import Steps, by_client
from smsvoice.core.countries import country_of
from smsvoice.core.errors import Problem
from smsvoice.core.logs import log
from smsvoice.errors import (
    AcceptedError,
    AccessDeniedError,
    CredentialsError,
    NotSentError,
    RequestError,
    ResourceNotFoundError,
    SmsVoiceError,
    ThrottlingError,
    UnsupportedByBotocoreError,
)

LONGEST_INPUT: Final = 64
"""Characters of the longest text that is looked at as a code."""
_IN_A_CALL: Final = 60.0
"""Seconds that a code must still be good for when a call begins to read it."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_UNSENT: Final = (
    AccessDeniedError,
    CredentialsError,
    NotSentError,
    RequestError,
    ResourceNotFoundError,
    ThrottlingError,
    UnsupportedByBotocoreError,
)
"""What fails alike for every recipient, before a message leaves: such a send does not count. All
else counts, so that an outsider sees no difference between a number that AWS refuses and one that
nothing is delivered to."""


@dataclass(frozen=True, slots=True, repr=False)
class Rules:
    """The limits of a verifier, and what it works with."""

    records: Records
    sender: CodeSender
    keyed: Keyed
    clock: Callable[[], float]
    digits: int
    lifetime: float
    attempts: int
    cooldown: float
    per_number: Limit | None
    per_prefix: Limit | None
    allow: Callable[[SendRequest], Any] | None

    def send(self, order: Order, purpose: str, source: str | None, *, deliver: bool) -> Steps[Sent]:
        """Make a code and send it, or call with the one that was sent as a text."""
        number = order.number
        country = country_of(number)
        allowed = yield from self.sender.countries()
        if allowed is not None and country not in allowed:
            raise _refused(RefusalReason.BLOCKED_COUNTRY)
        variable = yield from self.sender.prepare(order)
        key = self.keyed.number_key(number)
        older = yield from self._older(self._number_keys(number, 1))
        now = self.clock()
        record = yield from self.records.read(key)
        self._must_be_within(record, older, purpose, now)
        yield from self._must_be_allowed(
            SendRequest(str(number), country, purpose, order.channel, source)
        )
        block = yield from self._count_prefix(number)
        try:
            reserving = self._reserve(key, order, purpose, older, deliver=deliver)
            replaced, reserved = yield from reserving
        except CodeRefusedError:
            yield from _tolerant(self._uncount_prefix(number, block))
            raise
        code = reserved.purposes[purpose].code
        assert code is not None
        failed, message_id = None, None
        if deliver:
            text = self.keyed.code(0, number, purpose, code.generation, code.digits)
            order = replace(order, seconds=code.expires_at - self.clock())
            try:
                message_id = yield from self.sender.send(order, variable, text)
            except _UNSENT:
                yield from _tolerant(self._give_back(key, purpose, replaced, reserved))
                yield from _tolerant(self._uncount_prefix(number, block))
                raise
            except SmsVoiceError as error:
                failed = error
                if isinstance(error, AcceptedError):
                    message_id = error.result.message_id
            yield from self._keep_id(key, purpose, code, message_id)
        yield from self._replace_older(number, purpose)
        yield from self._report_expired(replaced.code_of(purpose))
        if failed is not None:
            raise failed
        sent_at = reserved.purposes[purpose].sent_at
        return Sent(_utc(code.expires_at), _utc(sent_at + self.cooldown), message_id)

    def check(self, number: str, given: str, purpose: str) -> Steps[Check]:
        """Compare a code, once, after an attempt at it was taken."""
        if len(given) > LONGEST_INPUT:
            return Check(CheckStatus.WRONG, None)  # nothing so long is a code: no work, no attempt
        given = Hidden(as_typed(given))
        for which in range(len(self.keyed)):
            key = self.keyed.number_key(number, which)
            code = (yield from self.records.read(key)).code_of(purpose)
            if code is not None:
                return (yield from self._check(which, number, given, purpose))
        return Check(CheckStatus.NONE)

    def forget(self, number: str, purpose: str | None) -> Steps[None]:
        """Make codes that wait unusable; what was sent still counts."""
        yield from self.records.drop(self._number_keys(number), purpose)

    def _check(self, which: int, number: str, given: str, purpose: str) -> Steps[Check]:
        key = self.keyed.number_key(number, which)
        seen: list[Check] = []

        def take(record: Record) -> Record | None:
            """One attempt less, if there is one to take."""
            code = record.code_of(purpose)
            seen[:] = _seen(code, given, self.clock())
            if seen or code is None:
                return None
            return record.with_code(purpose, replace(code, attempts_left=code.attempts_left - 1))

        record = yield from self.records.change(key, take)
        if seen:
            if seen[0].status is CheckStatus.EXPIRED:
                yield from self._report_expired_at(key, purpose)
            return seen[0]
        code = record.code_of(purpose)
        assert code is not None
        right = self.keyed.code(which, number, purpose, code.generation, code.digits)
        if not is_same(right, given) or not code.is_delivered:
            return Check(CheckStatus.WRONG, code.attempts_left)
        used = yield from self.records.replace_code(key, purpose, code.generation, lambda _: None)
        if used is None:
            return Check(CheckStatus.NONE)  # another check was first, or another code was sent
        yield from self._replace_older(number, purpose, which)
        if used.message_id is not None and self.sender.reports:
            yield from self.sender.report(used.message_id, "RECEIVED")
        return Check(CheckStatus.OK, code.attempts_left)

    def _must_be_within(
        self, record: Record, older: tuple[Record, ...], purpose: str, now: float
    ) -> None:
        """Refuse what comes too soon, or too often, for a number."""
        for each in (record, *older):
            before = each.of(purpose)
            if before is not None and now < before.sent_at + self.cooldown:
                raise _refused(RefusalReason.COOLDOWN, before.sent_at + self.cooldown)
        _must_not_be_full(self.per_number, record, older, now)

    def _must_be_allowed(self, request: SendRequest) -> Steps[None]:
        """Ask the application's own limit."""
        if self.allow is None:
            return
        allow = self.allow
        answer = yield from by_client(lambda: allow(request))
        if isawaitable(answer):
            getattr(answer, "close", lambda: None)()
            rule = "gave an awaitable, which only AsyncCodeVerifier waits for"
            raise RequestError("send", (Problem("allow", rule),))
        if isinstance(answer, datetime):
            if answer.tzinfo is None:
                rule = "must give a datetime with a time zone, datetime.now(UTC) for one"
                raise RequestError("send", (Problem("allow", rule),))
            if answer.timestamp() > self.clock():
                raise _refused(RefusalReason.NOT_ALLOWED, answer.timestamp())
        elif not answer:
            raise _refused(RefusalReason.NOT_ALLOWED)

    def _reserve(
        self, key: str, order: Order, purpose: str, older: tuple[Record, ...], *, deliver: bool
    ) -> Steps[tuple[Record, Record]]:
        """Count the send and store its code; gives back the record before and after."""
        generation = new_generation()
        befores: list[Record] = []

        def reserve(record: Record) -> Record:
            now = self.clock()
            self._must_be_within(record, older, purpose, now)
            befores[:] = [record]
            code = record.code_of(purpose)
            is_repeated = order.channel == "voice" and code is not None
            if code is None or not is_repeated or not self._is_good(code, now, deliver=deliver):
                until = now + self.lifetime
                code = Code(generation, self.digits, until, self.attempts, None, deliver)
            record = record.pruned(now, self.cooldown, self.lifetime)
            if self.per_number is not None:
                record = record.counted(self.per_number, now)
            return record.with_purpose(purpose, Purpose(now, code))

        after = yield from self.records.change(key, reserve)
        return befores[0], after

    def _is_good(self, code: Code, now: float, *, deliver: bool) -> bool:
        """Whether a call may repeat a code."""
        wanted = min(_IN_A_CALL, self.lifetime / 2)
        is_long_enough = code.expires_at - now >= wanted
        return is_long_enough and code.attempts_left > 0 and code.is_delivered is deliver

    def _give_back(self, key: str, purpose: str, before: Record, reserved: Record) -> Steps[None]:
        """Undo a reservation: the send does not count, and the code before it is good again.

        A send whose code was guessed at meanwhile stays: otherwise who can make sends fail would
        have more attempts than the limits of sends allow.
        """
        ours, previous = reserved.purposes[purpose], before.of(purpose) or Purpose(0.0)
        counted_at = reserved.sends[-1].at if self.per_number is not None else None
        old, new = previous.code, ours.code
        is_repeated = old is not None and new is not None and old.generation == new.generation

        def undo(record: Record) -> Record | None:
            now = record.of(purpose)
            if now is None or (now.code != new and not is_repeated):
                return None
            if counted_at is not None:
                record = record.uncounted(counted_at)
            if now.sent_at != ours.sent_at:
                return record
            # Attempts at a repeated code that were taken meanwhile stay taken.
            code = now.code if is_repeated else old
            return record.with_purpose(purpose, Purpose(previous.sent_at, code))

        yield from self.records.change(key, undo)

    def _keep_id(self, key: str, purpose: str, code: Code, message_id: str | None) -> Steps[None]:
        """Keep the id of a message whose fate is reported, and log that it was accepted."""
        if message_id is None:
            return
        log.debug("a code was sent [message %s]", message_id)
        if not self.sender.reports:
            return
        yield from _tolerant(
            self.records.replace_code(
                key, purpose, code.generation, lambda held: replace(held, message_id=message_id)
            )
        )

    def _report_expired_at(self, key: str, purpose: str) -> Steps[None]:
        """Report the message of an expired code, once."""
        if not self.sender.reports:
            return
        code = (yield from self.records.read(key)).code_of(purpose)
        if code is None or code.message_id is None:
            return
        found = yield from self.records.replace_code(
            key, purpose, code.generation, lambda held: replace(held, message_id=None)
        )
        yield from self._report_expired(found)

    def _report_expired(self, code: Code | None) -> Steps[None]:
        if code is None or code.message_id is None or code.expires_at > self.clock():
            return
        if self.sender.reports:
            yield from self.sender.report(code.message_id, "FAILED")

    def _number_keys(self, number: str, first: int = 0) -> list[str]:
        """The names of a number's records, from a secret on to the oldest."""
        return [self.keyed.number_key(number, which) for which in range(first, len(self.keyed))]

    def _replace_older(self, number: str, purpose: str, which: int = 0) -> Steps[None]:
        """Remove codes that were sent under older secrets than one: a newer one replaced them."""
        yield from _tolerant(self.records.drop(self._number_keys(number, which + 1), purpose))

    def _older(self, keys: list[str]) -> Steps[tuple[Record, ...]]:
        """What was kept under older secrets."""
        found: tuple[Record, ...] = ()
        for key in keys:
            found += ((yield from self.records.read(key)),)
        return found

    def _count_prefix(self, number: str) -> Steps[float | None]:
        """Count a send to a block of numbers; gives back when it was counted."""
        if self.per_prefix is None:
            return None
        limit = self.per_prefix
        every = range(1, len(self.keyed))
        older = yield from self._older([self.keyed.prefix_key(number, which) for which in every])

        def counted(record: Record) -> Record:
            now = self.clock()
            _must_not_be_full(limit, record, older, now)
            return record.counted(limit, now)

        after = yield from self.records.change(self.keyed.prefix_key(number), counted)
        return after.sends[-1].at

    def _uncount_prefix(self, number: str, at: float | None) -> Steps[None]:
        if at is not None:
            key = self.keyed.prefix_key(number)
            yield from self.records.change(key, lambda record: record.uncounted(at))


def _tolerant(steps: Steps[Any]) -> Steps[None]:
    """Do something after a message or an answer stands, which a failing store must not hide.

    Limits stay on the safe side without it: what was counted counts, and newer codes hide older.
    """
    try:
        yield from steps
    except Exception as failed:  # noqa: BLE001  a store of one's own may raise anything
        log.warning("something about a code was not written: %s", type(failed).__name__)


def _must_not_be_full(
    limit: Limit | None, record: Record, older: tuple[Record, ...], now: float
) -> None:
    """Refuse one more send where a limit is reached."""
    if limit is None:
        return
    sends = sorted(moment for each in (record, *older) for moment in each.sends)
    until = replace(record, sends=tuple(sends)).full_until(limit, now)
    if until is not None:
        raise _refused(RefusalReason.TOO_MANY_SENDS, until)


def _seen(code: Code | None, given: str, now: float) -> list[Check]:
    """What is clear without a comparison; nothing when an attempt is to be taken."""
    if code is None:
        return [Check(CheckStatus.NONE)]
    if code.expires_at <= now:
        return [Check(CheckStatus.EXPIRED)]
    if code.attempts_left <= 0:
        return [Check(CheckStatus.TOO_MANY_ATTEMPTS)]
    if len(given) != code.digits or not (given.isascii() and given.isdigit()):
        # A digit too few is a slip that helps no attacker: it takes no attempt.
        return [Check(CheckStatus.WRONG, code.attempts_left)]
    return []


def as_typed(text: str) -> str:
    """The digits of a code as a person typed it: full-width ones too, with blanks and hyphens."""
    plain = unicodedata.normalize("NFKC", text)
    kept = (c for c in plain if not c.isspace() and unicodedata.category(c) not in {"Pd", "Cf"})
    return "".join(str(unicodedata.digit(c, c)) if c.isdigit() else c for c in kept)


def _utc(seconds: float) -> datetime:
    return _EPOCH + timedelta(seconds=seconds)


def _refused(why: RefusalReason, until: float | None = None) -> CodeRefusedError:
    log.info("no code was sent: %s", why)
    return CodeRefusedError(why, None if until is None else _utc(until))

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
from typing import Any, Final

from smsvoice.codes.errors import CodeRefusedError, CodeStoreError
from smsvoice.codes.keyed import Hidden, Keyed, is_same, new_generation
from smsvoice.codes.outcomes import Check, CheckStatus, RefusalReason, SendRequest, Sent
from smsvoice.codes.record import Code, Limit, Purpose, Record
from smsvoice.codes.records import Records
from smsvoice.codes.sender import CodeSender, Order
from smsvoice.codes.steps import Steps, by_client
from smsvoice.core.countries import country_of
from smsvoice.core.logs import log
from smsvoice.errors import (
    AcceptedError,
    InternalServerError,
    NotSentError,
    RequestError,
    ServiceError,
    SmsVoiceError,
    ThrottlingError,
    UnknownServiceError,
    UnsupportedByBotocoreError,
)

LONGEST_INPUT: Final = 64
"""Characters of the longest text that is looked at as a code."""
_IN_A_CALL: Final = 60.0
"""Seconds that a code must still be good for when a call begins to read it."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_NOT_OURS: Final = (NotSentError, ThrottlingError, RequestError, UnsupportedByBotocoreError)
"""What failed on the way to AWS and says nothing of the recipient."""
_UNCLEAR: Final = (InternalServerError, UnknownServiceError)
"""What may have failed after the message was taken: it counts as one whose outcome is unknown."""


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
            replaced, reserved = yield from self._reserve(key, order, purpose, older)
        except CodeRefusedError:
            yield from self._uncount_prefix(number, block)
            raise
        code = reserved.purposes[purpose].code
        assert code is not None
        yield from self._report_expired(replaced.code_of(purpose))
        message_id = None
        if deliver:
            text = self.keyed.code(0, number, purpose, code.generation, code.digits)
            order = replace(order, seconds=code.expires_at - self.clock())
            try:
                message_id = yield from self.sender.send(order, variable, text)
            except SmsVoiceError as failed:
                if _is_unsent(failed):
                    # After a refusal that is about this recipient the cooldown stays: the next
                    # call would only be refused again.
                    again = isinstance(failed, _NOT_OURS)
                    undone = self._give_back(key, purpose, replaced, reserved, cooldown=not again)
                    yield from _tolerant(undone)
                    yield from _tolerant(self._uncount_prefix(number, block))
                    raise
                yield from self._replace_older(number, purpose)
                if isinstance(failed, AcceptedError):
                    yield from self._sent(key, purpose, code, failed.result.message_id)
                raise
            yield from self._sent(key, purpose, code, message_id)
        yield from self._replace_older(number, purpose)
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
        if not is_same(right, given):
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
        if isinstance(answer, datetime):
            raise _refused(RefusalReason.NOT_ALLOWED, answer.timestamp())
        if not answer:
            raise _refused(RefusalReason.NOT_ALLOWED)

    def _reserve(
        self, key: str, order: Order, purpose: str, older: tuple[Record, ...]
    ) -> Steps[tuple[Record, Record]]:
        """Count the send and store its code; gives back the record before and after."""
        generation = new_generation()
        befores: list[Record] = []

        def reserve(record: Record) -> Record:
            now = self.clock()
            self._must_be_within(record, older, purpose, now)
            befores[:] = [record]
            code = record.code_of(purpose)
            if order.channel != "voice" or code is None or not self._is_good(code, now):
                code = Code(generation, self.digits, now + self.lifetime, self.attempts)
            if self.per_number is not None:
                record = record.counted(self.per_number, now)
            return record.with_purpose(purpose, Purpose(now, code))

        after = yield from self.records.change(key, reserve)
        return befores[0], after

    def _is_good(self, code: Code, now: float) -> bool:
        """Whether a call may repeat a code."""
        wanted = min(_IN_A_CALL, self.lifetime / 2)
        return code.attempts_left > 0 and code.expires_at - now >= wanted

    def _give_back(
        self, key: str, purpose: str, before: Record, reserved: Record, *, cooldown: bool
    ) -> Steps[None]:
        """Undo a reservation as far as it still stands: the code before it counts again."""
        ours, previous = reserved.purposes[purpose], before.of(purpose)
        counted_at = reserved.sends[-1].at if self.per_number is not None else None

        def undo(record: Record) -> Record | None:
            if counted_at is not None:
                record = record.uncounted(counted_at)
            now = record.of(purpose)
            if now is None or now.sent_at != ours.sent_at or now.code is None:
                return record
            assert ours.code is not None
            if now.code.generation != ours.code.generation:
                return record
            code = previous.code if previous is not None else None
            if code is not None and code.generation == now.code.generation:
                code = now.code  # attempts that were taken meanwhile stay taken
            sent_at = ours.sent_at if cooldown else (previous.sent_at if previous else 0.0)
            return record.with_purpose(purpose, Purpose(sent_at, code))

        yield from self.records.change(key, undo)

    def _sent(self, key: str, purpose: str, code: Code, message_id: str | None) -> Steps[None]:
        """Keep the id of a message whose fate is reported, and log that it was accepted."""
        log.debug("a code was sent [message %s]", message_id)
        if message_id is None or not self.sender.reports:
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
    except CodeStoreError as failed:
        log.warning("something about a code was not written: %s", failed)


def _is_unsent(failed: SmsVoiceError) -> bool:
    """Whether a message provably did not leave, or was refused."""
    return isinstance(failed, (*_NOT_OURS, ServiceError)) and not isinstance(failed, _UNCLEAR)


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

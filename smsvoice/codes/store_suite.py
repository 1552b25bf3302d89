"""What a store of codes must do, as a suite that any store can be run through.

Used by `smsvoice.testing.check_code_store`; needs no test framework.
"""

import re
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from smsvoice.codes.errors import CodeRefusedError
from smsvoice.codes.outcomes import CheckStatus
from smsvoice.codes.store import CodeStore
from smsvoice.codes.verifier import CodeVerifier

_NUMBER: Final = "+12065550142"
_MINUTE: Final = 60.0


def run(make_store: Callable[[], CodeStore], threads: int) -> None:
    """Run every check on stores that a function makes.

    Raises:
        AssertionError: a store does not do what it must; the text says what.
    """
    for check in (_reads_what_was_written, _holds_long_texts, _drops_what_is_over):
        check(make_store())
    for race in (_one_of_many_replaces, _one_of_many_begins):
        race(make_store(), threads)
    _is_shared_by_what_is_made_alike(make_store)
    for behaviour in (_codes_are_right_once, _attempts_run_out, _sends_are_limited):
        behaviour(make_store())
    for contest in (_a_right_code_is_right_once, _attempts_are_not_exceeded, _sends_are_counted):
        contest(make_store(), threads)


def _key() -> str:
    return secrets.token_hex(32)


def _must(holds: object, rule: str) -> None:
    """Fail with a rule; `assert` would be left out by `python -O`."""
    if not holds:
        raise AssertionError(f"the store is not one for codes: {rule}")


def _reads_what_was_written(store: CodeStore) -> None:
    key, other = _key(), _key()
    _must(store.read(key) is None, "read gives None for a key that was never written")
    _must(not store.replace(key, "a", "b", _MINUTE), "what is not there is not replaced")
    _must(not store.replace(key, "a", None, _MINUTE), "what is not there is not deleted")
    _must(store.replace(key, None, "a", _MINUTE), "a text is written where there is none")
    _must(store.read(key) == "a", "read gives what was written")
    _must(not store.replace(key, None, "b", _MINUTE), "a text is not written over unseen")
    _must(not store.replace(key, "b", "c", _MINUTE), "another text than was seen stays")
    _must(store.read(key) == "a", "a refused step changes nothing")
    _must(store.replace(key, "a", "b", _MINUTE), "the text that was seen is replaced")
    _must(store.read(key) == "b", "read gives the newest text")
    _must(store.replace(key, "b", "b", _MINUTE), "a text may be replaced by the same one")
    _must(store.read(other) is None, "keys have nothing to do with each other")
    _must(not store.replace(key, "a", None, _MINUTE), "another text than was seen is not deleted")
    _must(store.replace(key, "b", None, _MINUTE), "the text that was seen is deleted")
    _must(store.read(key) is None, "a deleted text is gone")
    _must(store.replace(key, None, "d", _MINUTE), "a key can be written again")
    store.replace(key, "d", None, _MINUTE)


def _holds_long_texts(store: CodeStore) -> None:
    key, text = _key(), '{"a":[1.5,"\\u00e9 \'quoted\' %s :x {{}}"]}' * 100
    _must(store.replace(key, None, text, _MINUTE), "a text of four kilobytes is written")
    _must(store.read(key) == text, "a text comes back as it was, whatever signs are in it")
    _must(store.replace(key, text, None, _MINUTE), "a long text is compared as a whole")


def _drops_what_is_over(store: CodeStore) -> None:
    key = _key()
    _must(store.replace(key, None, "a", 1.0), "a text is written for a second")
    _must(store.read(key) == "a", "a text is not dropped too soon")
    time.sleep(1.3)
    held = store.read(key)
    _must(held in {None, "a"}, "a text that is over is dropped, or still there as it was")
    _must(store.replace(key, held, "b", _MINUTE), "what is over can be replaced as it is read")
    _must(store.read(key) == "b", "what replaced a text that was over is kept")
    store.replace(key, "b", None, _MINUTE)


def _at_once(threads: int, work: Callable[[int], Any]) -> list[Any]:
    """What each of many threads gets that begin together."""
    gate = threading.Barrier(threads)

    def begin(index: int) -> Any:
        gate.wait()
        return work(index)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(begin, range(threads)))


def _one_of_many_replaces(store: CodeStore, threads: int) -> None:
    key = _key()
    store.replace(key, None, "a", _MINUTE)
    done = _at_once(threads, lambda index: store.replace(key, "a", f"b{index}", _MINUTE))
    _must(done.count(True) == 1, "of many that saw one text, exactly one replaces it")
    _must(store.read(key) == f"b{done.index(True)}", "the one that was given True has replaced it")


def _one_of_many_begins(store: CodeStore, threads: int) -> None:
    key = _key()
    done = _at_once(threads, lambda index: store.replace(key, None, f"b{index}", _MINUTE))
    _must(done.count(True) == 1, "of many that saw nothing, exactly one writes")
    text = store.read(key)
    _must(text == f"b{done.index(True)}", "the one that was given True has written it")
    done = _at_once(threads, lambda _: store.replace(key, text, None, _MINUTE))
    _must(done.count(True) == 1, "of many that delete one text, exactly one has done it")


def _is_shared_by_what_is_made_alike(make_store: Callable[[], CodeStore]) -> None:
    """Only where the function gives the same place twice; each may also be one of its own."""
    one, other, key = make_store(), make_store(), _key()
    one.replace(key, None, "a", _MINUTE)
    _must(other.read(key) in {None, "a"}, "another store gives nothing else than was written")


@dataclass
class _Message:
    message_id: str


class _Phone:
    """A sender that keeps what it sends."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def send_text(self, _: str, *, message_body: str, **__: Any) -> _Message:
        """Keep a text."""
        self.texts.append(message_body)
        return _Message(secrets.token_hex(8))

    def code(self) -> str:
        """The digits of the newest text."""
        found = re.search(r"\d{6}", self.texts[-1])
        return found[0] if found else ""


def _verifier(store: CodeStore, now: list[float], **more: Any) -> tuple[CodeVerifier, _Phone]:
    phone = _Phone()
    given: dict[str, Any] = {"text": "Code {code}", "clock": lambda: now[0], **more}
    return CodeVerifier(phone, store=store, secret=secrets.token_bytes(32), **given), phone


def _wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def _codes_are_right_once(store: CodeStore) -> None:
    now = [time.time()]
    verifier, phone = _verifier(store, now)
    verifier.send(_NUMBER, purpose="login")
    code = phone.code()
    _must(not verifier.check(_NUMBER, code, purpose="other"), "a code is for its purpose only")
    _must(not verifier.check("+12065550143", code, purpose="login"), "and for its number only")
    _must(verifier.check(_NUMBER, code, purpose="login"), "the code that was sent is right")
    again = verifier.check(_NUMBER, code, purpose="login")
    _must(again.status is CheckStatus.NONE, "a code is right once")
    now[0] += 31
    verifier.send(_NUMBER, purpose="login")
    now[0] += 601
    late = verifier.check(_NUMBER, phone.code(), purpose="login")
    _must(late.status is CheckStatus.EXPIRED, "a code is right for its time only")


def _attempts_run_out(store: CodeStore) -> None:
    now = [time.time()]
    verifier, phone = _verifier(store, now)
    verifier.send(_NUMBER, purpose="login")
    code = phone.code()
    for left in (4, 3, 2, 1, 0):
        check = verifier.check(_NUMBER, _wrong(code), purpose="login")
        _must(check.status is CheckStatus.WRONG, "a wrong code is WRONG")
        _must(check.attempts_left == left, "a wrong code takes one attempt")
    check = verifier.check(_NUMBER, code, purpose="login")
    _must(check.status is CheckStatus.TOO_MANY_ATTEMPTS, "no attempt is left for the right code")


def _sends_are_limited(store: CodeStore) -> None:
    now = [time.time()]
    verifier, phone = _verifier(store, now, per_number=(3, 3600), cooldown=10)
    for _ in range(3):
        verifier.send(_NUMBER, purpose="login")
        try:
            verifier.send(_NUMBER, purpose="login")
        except CodeRefusedError as refused:
            _must(refused.why == "COOLDOWN", "two sends are apart by the cooldown")
        now[0] += 11
    try:
        verifier.send(_NUMBER, purpose="other")
    except CodeRefusedError as refused:
        _must(refused.why == "TOO_MANY_SENDS", "sends to a number are limited")
    _must(len(phone.texts) == 3, "what is refused is not sent")  # noqa: PLR2004


def _a_right_code_is_right_once(store: CodeStore, threads: int) -> None:
    verifier, phone = _verifier(store, [time.time()])
    verifier.send(_NUMBER, purpose="login")
    code = phone.code()
    checks = _at_once(threads, lambda _: verifier.check(_NUMBER, code, purpose="login"))
    _must(sum(map(bool, checks)) == 1, "of many right checks at once, exactly one is OK")


def _attempts_are_not_exceeded(store: CodeStore, threads: int) -> None:
    verifier, phone = _verifier(store, [time.time()])
    verifier.send(_NUMBER, purpose="login")
    wrong = _wrong(phone.code())
    checks = _at_once(threads, lambda _: verifier.check(_NUMBER, wrong, purpose="login"))
    compared = [check for check in checks if check.status is CheckStatus.WRONG]
    allowed = min(threads, 5)
    _must(len(compared) == allowed, "of many wrong checks at once, only the attempts are compared")
    left = sorted(check.attempts_left for check in compared)
    _must(left == sorted(range(5 - allowed, 5)), "each attempt is taken by one check alone")


def _sends_are_counted(store: CodeStore, threads: int) -> None:
    verifier, phone = _verifier(store, [time.time()], per_prefix=(7, 3600), cooldown=0)

    def send(index: int) -> None:
        with suppress(CodeRefusedError):
            verifier.send(f"+1206555{index % 4:04}", purpose="login")

    _at_once(threads, send)
    _must(len(phone.texts) == min(threads, 7), "of many sends at once, only the allowed ones leave")

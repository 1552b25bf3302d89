"""What is wrong with a verifier, or with a call, is said at once and without a value."""

import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from smsvoice import AsyncSmsVoice, Emulator, RequestError, SmsVoice
from smsvoice.codes import (
    AsyncCodeVerifier,
    Check,
    CheckStatus,
    CodeRefusedError,
    CodeStoreError,
    CodeVerifier,
    MemoryStore,
    RefusalReason,
    SqlStore,
)
from smsvoice.codes.rules import as_typed
from smsvoice.core.errors import MissingExtraError
from tests.factories.codes import NUMBER, SECRET, AsyncPhone, Clock, Phone, verifier_of


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"secret": b""}, "secret"),
        ({"secret": b"fifteen bytes.."}, "secret"),
        ({"secret": [SECRET, b"short"]}, "secret"),
        ({"secret": []}, "secret"),
        ({"secret": "text of twenty letters"}, "secret"),
        ({"secret": None}, "secret"),
        ({"digits": 5}, "digits"),
        ({"digits": 11}, "digits"),
        ({"digits": True}, "digits"),
        ({"lifetime": 601}, "lifetime"),
        ({"lifetime": 29}, "lifetime"),
        ({"lifetime": float("nan")}, "lifetime"),
        ({"attempts": 0}, "attempts"),
        ({"attempts": 11}, "attempts"),
        ({"attempts": 2.5}, "attempts"),
        ({"cooldown": -1}, "cooldown"),
        ({"per_number": 5}, "per_number"),
        ({"per_number": (0, 3600)}, "per_number"),
        ({"per_number": (5, 0)}, "per_number"),
        ({"per_prefix": ("5", 3600)}, "per_prefix"),
        ({"per_prefix": (5, 3600, 1)}, "per_prefix"),
        ({"per_prefix": (5, float("inf"))}, "per_prefix"),
        ({"per_number": (5, float("nan"))}, "per_number"),
        ({"countries": "US"}, "countries"),
        ({"countries": ["us"]}, "countries"),
        ({"purposes": "login"}, "purposes"),
        ({"purposes": ["log in"]}, "purposes"),
        ({"purposes": [1]}, "purposes"),
        ({"countries": [1]}, "countries"),
        ({"allow": True}, "allow"),
        ({"store": object()}, "store"),
        ({"text": None}, "text"),
        ({"text": "Your code"}, "text"),
        ({"text": "{code} {code}"}, "text"),
        ({"text": "{code} for {name}"}, "text"),
        ({"text": "{code} for {"}, "text"),
        ({"template_id": "a"}, "template_id"),
        ({"feedback": True}, "feedback"),
        ({"options": 5}, "options"),
        ({"options": 0}, "options"),
        ({"options": [1]}, "options"),
        ({"options": "fifteen"}, "options"),
        ({"options": {1: "fifteen"}}, "options"),
        ({"options": {"dry_run": True}}, "options.dry_run"),
        ({"voice_options": 5}, "voice_options"),
        ({"voice_options": {"dry_run": True}}, "voice_options.dry_run"),
    ],
)
def test_an_argument_that_cannot_be_used(
    wrong: dict[str, Any], field: str, phone: Phone, clock: Clock
) -> None:
    with pytest.raises(RequestError) as caught:
        verifier_of(wrong.pop("store", MemoryStore()), phone, clock, **wrong)

    assert [problem.field for problem in caught.value.problems] == [field]
    assert "fifteen" not in str(caught.value)


def test_a_clock_that_is_none(phone: Phone) -> None:
    with pytest.raises(RequestError, match="clock: must be a function"):
        verifier_of(MemoryStore(), phone, 1.5)  # type: ignore[arg-type]


def test_all_that_is_wrong_is_named_at_once(phone: Phone, clock: Clock) -> None:
    with pytest.raises(RequestError, match=r"digits.*lifetime.*countries"):
        verifier_of(MemoryStore(), phone, clock, digits=4, lifetime=900, countries=["UK"])


@pytest.mark.parametrize(
    "wrong", [{"digits": 4}, {"secret": b""}, {"text": "no place"}, {"options": 5}]
)
@pytest.mark.parametrize("kind", [CodeVerifier, AsyncCodeVerifier])
def test_an_error_names_the_class_that_was_called(
    kind: Any, wrong: dict[str, Any], phone: Phone
) -> None:
    with pytest.raises(RequestError) as caught:
        kind(phone, **({"store": MemoryStore(), "secret": SECRET, "text": "{code}"} | wrong))
    assert caught.value.what == kind.__name__


def test_a_sender_that_cannot_send() -> None:
    with pytest.raises(RequestError, match="sender: must be a notify configuration"):
        CodeVerifier(object(), store=MemoryStore(), secret=SECRET)  # type: ignore[arg-type]


def test_a_sender_of_the_other_flavour() -> None:
    with Emulator() as emulator, SmsVoice(session=emulator.session()) as sms:
        other = AsyncSmsVoice(session=emulator.session())
        for make, sender in ((CodeVerifier, other), (AsyncCodeVerifier, sms)):
            for one in (sender.messages, sender.notify_configurations.at("nc-1")):
                with pytest.raises(RequestError, match=r"are for (Async)?CodeVerifier"):
                    make(one, store=MemoryStore(), secret=SECRET, text="{code}")
        other.boto_client.close()


@pytest.mark.parametrize(
    "number",
    [
        *("2065550142", "+1206", "+12065550142 ", "", None, 12065550142, b"+12065550142"),
        *("+1 206 555 0142", "+1-206-555-0142", "+1206555\u200b0142", "001 2065550142"),
        *("+１２０６５５５０１４２", "+1٢065550142", "+①2065550142", "tel:+12065550142"),
        "+4901512065012",  # with the zero that is dialled inside the country only
    ],
)
def test_a_number_that_is_none(number: Any, phone: Phone, clock: Clock) -> None:
    verifier = verifier_of(MemoryStore(), phone, clock)
    calls: list[Callable[[], object]] = [
        lambda: verifier.send(number, purpose="login"),
        lambda: verifier.check(number, "123456", purpose="login"),
        lambda: verifier.forget(number),
    ]
    for call in calls:
        with pytest.raises(RequestError, match="number: must") as caught:
            call()
        assert "2065" not in str(caught.value)


def test_a_purpose_that_is_none_of_those_there_are(phone: Phone, clock: Clock) -> None:
    verifier = verifier_of(MemoryStore(), phone, clock, purposes=("login", "payment"))
    with pytest.raises(RequestError, match=r"purpose: is none of `purposes`.*login"):
        verifier.send(NUMBER, purpose="logn")
    with pytest.raises(RequestError, match="purpose: must be 1 to 64"):
        verifier.check(NUMBER, "123456", purpose="")
    with pytest.raises(RequestError, match="purpose"):
        verifier.forget(NUMBER, purpose="logn")
    verifier.forget(NUMBER)


def test_a_code_that_is_no_text(phone: Phone, clock: Clock) -> None:
    """A number has lost its leading zeros."""
    with pytest.raises(RequestError, match="code: must be text"):
        verifier_of(MemoryStore(), phone, clock).check(NUMBER, 123456, purpose="login")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"channel": "fax"}, "channel"),
        ({"template_id": "a"}, "template_id"),
        ({"variables": {"a": "b"}}, "template_id"),
        ({"text": "no place"}, "text"),
    ],
)
def test_an_argument_of_a_send(
    wrong: dict[str, Any], field: str, phone: Phone, clock: Clock
) -> None:
    """It is refused before anything is counted."""
    verifier = verifier_of(MemoryStore(), phone, clock)
    with pytest.raises(RequestError, match=f"{field}: "):
        verifier.send(NUMBER, purpose="login", **wrong)

    assert verifier.send(NUMBER, purpose="login").message_id


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (" 123 456\n", "123456"),
        ("123-456", "123456"),
        ("123\u2013456", "123456"),
        ("１２３４５６", "123456"),
        ("١٢٣٤٥٦", "123456"),
        ("۱۲۳۴۵۶", "123456"),
        ("①②③④⑤⑥", "123456"),
        ("𝟏𝟐𝟑𝟒𝟓𝟔", "123456"),
        ("\ufeff123\u2060456\u200d", "123456"),
        ("001234", "001234"),
        ("1e5", "1e5"),
        ("½", "1\u20442"),
        ("1\u200b2\u00a03", "123"),
        ("12345a", "12345a"),
    ],
)
def test_digits_as_people_type_them(typed: str, read: str) -> None:
    assert as_typed(typed) == read


def test_a_check_is_true_only_when_it_is_ok() -> None:
    assert [status for status in CheckStatus if Check(status)] == [CheckStatus.OK]


@pytest.mark.parametrize(
    "error",
    [
        CodeRefusedError(RefusalReason.COOLDOWN),
        CodeStoreError("locked"),
        MissingExtraError("redis", "redis"),
    ],
)
def test_errors_can_be_pickled(error: Exception) -> None:
    copy = pickle.loads(pickle.dumps(error))

    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))


def test_a_verifier_cannot_be_pickled(tmp_path: Path, phone: Phone, clock: Clock) -> None:
    """Its secret would stand in what is pickled."""
    for store in (SqlStore(tmp_path / "codes.db"), MemoryStore()):
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(verifier_of(store, phone, clock))


def test_an_allow_function_that_must_be_awaited(phone: Phone, clock: Clock) -> None:
    """An awaitable is true whatever it will give, so a verifier that blocks refuses it."""

    async def allow(_: object) -> bool:
        return False

    verifier = verifier_of(MemoryStore(), phone, clock, allow=allow)
    with pytest.raises(RequestError, match="allow: gave an awaitable"):
        verifier.send(NUMBER, purpose="login")
    assert phone.texts == []


def test_what_an_allow_function_may_give(phone: Phone, clock: Clock) -> None:
    naive = datetime.now(UTC).replace(tzinfo=None)
    answers: list[Any] = [naive, None, ZeroDivisionError(), clock.now - 1]

    def allow(_: object) -> Any:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return datetime.fromtimestamp(answer, UTC) if isinstance(answer, float) else answer

    verifier = verifier_of(MemoryStore(), phone, clock, allow=allow, per_number=(1, 3600))
    with pytest.raises(RequestError, match="allow: must give a datetime with a time zone"):
        verifier.send(NUMBER, purpose="login")
    with pytest.raises(CodeRefusedError, match="NOT_ALLOWED"):
        verifier.send(NUMBER, purpose="login")
    with pytest.raises(ZeroDivisionError):
        verifier.send(NUMBER, purpose="login")
    assert phone.texts == []
    verifier.send(NUMBER, purpose="login")  # a time that is over refuses nothing


@pytest.mark.parametrize(("package", "extra"), [("sqlalchemy", "sql"), ("redis", "redis")])
def test_a_package_that_is_missing(
    package: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is named with the extra that brings it."""
    import sys

    from smsvoice.codes import RedisStore, SqlStore

    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, "smsvoice.codes._sql", raising=False)
    with pytest.raises(ImportError, match=rf'pip install "smsvoice\[{extra}\]"'):
        (SqlStore("codes.db") if extra == "sql" else RedisStore("redis://host")).read("key")


async def test_the_async_verifier_does_the_same(clock: Clock) -> None:
    phone = AsyncPhone()
    asked: list[str] = []

    async def allow(request: Any) -> bool:
        asked.append(request.purpose)
        return len(asked) < 3

    verifier = AsyncCodeVerifier(
        phone, store=MemoryStore(), secret=SECRET, text="{code}", clock=clock, allow=allow
    )
    await verifier.send(NUMBER, purpose="login")
    assert (await verifier.check(NUMBER, "1", purpose="login")).status is CheckStatus.WRONG
    with pytest.raises(CodeRefusedError, match="COOLDOWN"):
        await verifier.send(NUMBER, purpose="login")
    clock.advance(30)
    await verifier.send(NUMBER, purpose="login", channel="voice")
    assert await verifier.check(NUMBER, phone.code, purpose="login")
    await verifier.forget(NUMBER)
    clock.advance(30)
    with pytest.raises(CodeRefusedError, match="NOT_ALLOWED"):
        await verifier.send(NUMBER, purpose="login")
    assert repr(verifier).startswith("<AsyncCodeVerifier on <MemoryStore")

"""Answers spoilt in every way: only a result, an AnswerWarning or an SmsVoiceError comes of them."""

import copy
import json
import random
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from smsvoice import AnswerWarning, SmsVoice, SmsVoiceError, operations
from smsvoice.core.codec import encode, unvalidated_request
from smsvoice.core.model import ResultModel
from tests.contract import drawing
from tests.contract.wire import Wire

NAMES = drawing.operations()
wire = Wire()
sms = SmsVoice(session=wire.session())
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 7, 1e400, -1.5, 10**30, "", "\x00", "\ud800", "😀" * 3, "x" * 5_000, [], {},
    [None], [[]], [{}], {"a": None}, {"": {}}, [1, "a"], "2026-01-01T00:00:00Z", "1e3", "NaN",
)  # fmt: skip
REFUSAL = {
    "__type": "com.amazonaws#ConflictException:http://x",
    "Message": "m",
    "Reason": "DELETION_PROTECTION_ENABLED",
    "ResourceType": "pool",
    "ResourceId": "pool-1",
    "Fields": [{"Name": "PoolId", "Message": "m"}],
}
STATUSES = (200,) * 12 + (201, 204, 299, 302, 400, 403, 413, 429, 500, 503)


def spots(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value within."""
    yield path
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from spots(one, (*path, key))


def replaced(answer: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The answer with another value at one place."""
    if not path:
        return value
    changed = copy.deepcopy(answer)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    return changed


def another_value(answer: Any, chance: random.Random) -> bytes:
    """Something odd at some place."""
    path = chance.choice(list(spots(answer)))
    return written(replaced(answer, path, chance.choice(ODD)))


def without(answer: Any, chance: random.Random) -> bytes:
    """Something gone."""
    path = chance.choice(list(spots(answer)))
    changed = copy.deepcopy(answer)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    if path:
        del holder[path[-1]]
    return written(changed)


def swapped(answer: Any, chance: random.Random) -> bytes:
    """One value in the place of another, so that kinds are mixed up."""
    ways = list(spots(answer))
    source, target = chance.choice(ways), chance.choice(ways)
    value = answer
    for key in source:
        value = value[key]
    return written(replaced(answer, target, copy.deepcopy(value)))


def with_a_stranger(answer: Any, chance: random.Random) -> bytes:
    """A new member somewhere, deep or odd."""
    objects = [path for path in spots(answer) if isinstance(value_at(answer, path), dict)]
    path = chance.choice(objects or [()])
    deep: Any = chance.choice(ODD)
    for _ in range(chance.choice((0, 3, 150, 250))):
        deep = {"n": deep} if chance.random() < 0.5 else [deep]
    name = chance.choice(("New", "next_token", "$", "_response_metadata", "", "model_extra", "ü"))
    return written(replaced(answer, (*path, name), deep) if objects else {name: deep})


def value_at(answer: Any, path: tuple[Any, ...]) -> Any:
    """What stands at a place."""
    for key in path:
        answer = answer[key]
    return answer


def spoilt_bytes(answer: Any, chance: random.Random) -> bytes:
    """Bytes cut, doubled, changed or added."""
    body = bytearray(written(answer))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(body) + 1)
        match chance.randrange(4):
            case 0:
                del body[at : at + chance.randint(1, 9)]
            case 1:
                body[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 3)))
            case 2:
                body[at:at] = body[: chance.randint(0, 30)]
            case _:
                body = body[:at]
    return bytes(body)


def other_encoding(answer: Any, chance: random.Random) -> bytes:
    """The same text in bytes that are no UTF-8."""
    text = json.dumps(answer, ensure_ascii=False)
    return text.encode(chance.choice(("utf-16", "utf-32", "utf-8-sig", "latin-1")), "replace")


SPOIL: tuple[Callable[[Any, random.Random], bytes], ...] = (
    another_value, another_value, another_value, swapped, without, with_a_stranger, spoilt_bytes, other_encoding,
)  # fmt: skip


def written(answer: Any) -> bytes:
    """JSON, with infinities and half characters where there are any."""
    return json.dumps(answer).encode()


def spoil(answer: Any, chance: random.Random) -> None:
    """Set up one spoilt answer on the wire."""
    wire.status = chance.choice(STATUSES)
    told = REFUSAL if wire.status >= 300 and chance.random() < 0.8 else answer
    wire.answer = chance.choice(SPOIL)(told, chance)
    wire.headers = {}
    if chance.random() < 0.1:
        wire.headers["content-length"] = chance.choice(("", "²", "-5", "0", "99999", "a"))
    if chance.random() < 0.05:
        wire.headers["x-amzn-query-error"] = chance.choice(("a;b", "a", ";", ""))


def outcome(name: str) -> str:
    """Call an operation; the kind of what comes of it, and a failure of the test otherwise."""
    operation = operations.by_name(name)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            result = sms.call(operation, unvalidated_request(operation.request, {}))
        except SmsVoiceError as error:
            assert repr(error)
            assert str(error)
            for known in ("reason", "resource_type", "fields"):
                getattr(error, known, None)
            return "error"
    assert {one.category for one in warned} <= {AnswerWarning}
    assert isinstance(result, operation.result)
    check(result)
    return "warning" if warned else "result"


def check(result: ResultModel) -> None:
    """A result can be shown, dumped, compared and copied, whatever was in it."""
    assert repr(result)
    encode(result)
    assert copy.deepcopy(result).response_metadata == result.response_metadata


def run(name: str, drawn: int, spoilt: int) -> dict[str, int]:
    """Spoil answers of an operation; how many ended how."""
    ends = {"result": 0, "warning": 0, "error": 0}

    @settings(
        max_examples=drawn,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        phases=[Phase.generate],  # the note names the answer; making it smaller would take minutes
    )
    @given(answer=drawing.answers(name), seed=st.integers(0, 2**32))
    def one(answer: dict[str, Any], seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(spoilt):
            spoil(answer, chance)
            try:
                ends[outcome(name)] += 1
            except BaseException as failed:
                failed.add_note(f"{wire.status} {wire.headers} {wire.answer[:2000]!r}")
                raise

    one()
    return ends


@pytest.mark.parametrize("name", NAMES)
def test_a_spoilt_answer_makes_a_result_a_warning_or_our_error(name: str) -> None:
    """Some thirty for each operation."""
    ends = run(name, drawn=5, spoilt=6)

    assert sum(ends.values()) >= 18


@pytest.mark.long
def test_a_hundred_thousand_spoilt_answers() -> None:
    """The same, a thousand times for each operation."""
    ends = {"result": 0, "warning": 0, "error": 0}
    for name in NAMES:
        for kind, count in run(name, drawn=48, spoilt=20).items():
            ends[kind] += count

    print(ends)
    assert sum(ends.values()) >= 100_000
    assert min(ends.values()) > 1_000

"""Answers spoilt in every way: only a result, an AnswerWarning or an SmsVoiceError comes of them."""

import copy
import random
import warnings
from collections.abc import Callable
from typing import Any

import pytest
from botocore.config import Config
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from smsvoice import AnswerWarning, SmsVoice, SmsVoiceError, operations
from smsvoice.core.codec import encode, unvalidated_request
from smsvoice.core.model import ResultModel
from tests.contract import strategies
from tests.contract.spoiled_answers import SPOILERS
from tests.contract.wire import Wire

NAMES = strategies.operations()
TENTHS = 10
REFUSAL = {
    "__type": "com.amazonaws#ConflictException:http://x",
    "Message": "m",
    "Reason": "DELETION_PROTECTION_ENABLED",
    "ResourceType": "pool",
    "ResourceId": "pool-1",
    "Fields": [{"Name": "PoolId", "Message": "m"}],
}
STATUSES = (200,) * 12 + (201, 204, 299, 302, 400, 403, 413, 429, 500, 503)


@pytest.fixture
def wire(served: Callable[[Wire], None]) -> Wire:
    """Where the answers come from, within the process or over a socket."""
    wire = Wire()
    served(wire)
    return wire


def spoil(wire: Wire, answer: Any, chance: random.Random) -> None:
    """Set up one spoilt answer on the wire."""
    wire.status = chance.choice(STATUSES)
    told = REFUSAL if wire.status >= 300 and chance.random() < 0.8 else answer
    wire.answer = chance.choice(SPOILERS)(told, chance)
    wire.headers = {}
    if chance.random() < 0.1:
        wire.headers["content-length"] = chance.choice(("", "²", "-5", "0", "99999", "a"))
    if chance.random() < 0.05:
        wire.headers["x-amzn-query-error"] = chance.choice(("a;b", "a", ";", ""))


def outcome(sms: SmsVoice, name: str) -> str:
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


def run(wire: Wire, sms: SmsVoice, name: str, drawn: int, spoilt: int) -> dict[str, int]:
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
    @given(answer=strategies.answers(name), seed=st.integers(0, 2**32))
    def one(answer: dict[str, Any], seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(spoilt):
            spoil(wire, answer, chance)
            try:
                ends[outcome(sms, name)] += 1
            except BaseException as failed:
                failed.add_note(
                    f"{name} {wire.status} {wire.headers} {(wire.answer or b'')[:2000]!r}"
                )
                raise

    one()
    return ends


def run_tenth(wire: Wire, first: int, drawn: int, spoilt: int) -> dict[str, int]:
    """Spoil answers of a tenth of the operations."""
    sms = SmsVoice(session=wire.session(), config=Config(retries={"total_max_attempts": 2}))
    ends = {"result": 0, "warning": 0, "error": 0}
    for name in NAMES[first::TENTHS]:
        for kind, count in run(wire, sms, name, drawn, spoilt).items():
            ends[kind] += count
    return ends


@pytest.mark.parametrize("first", [0, 5])
def test_a_mutated_answer_ends_in_a_result_a_warning_or_our_error(first: int, wire: Wire) -> None:
    """Some six for each operation on each path."""
    ends = run_tenth(wire, first, drawn=2, spoilt=3)

    assert sum(ends.values()) >= 40
    assert min(ends.values()) > 0


@pytest.mark.long
@pytest.mark.parametrize("first", range(TENTHS))
def test_a_hundred_thousand_mutated_answers(first: int, wire: Wire, call_path: str) -> None:
    """On the fast path, and a fifth of that on botocore's; in parts, which run beside each other."""
    drawn = 48 if call_path == "fast" else 10
    ends = run_tenth(wire, first, drawn=drawn, spoilt=20)

    print(ends)
    assert sum(ends.values()) >= drawn * 200
    assert min(ends.values()) > drawn * 2

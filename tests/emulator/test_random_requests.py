"""Requests drawn and spoilt in every way: each answer is one that AWS models, none an exception."""

import base64
import json
import random
from collections import Counter
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from smsvoice import operations
from tests.contract import strategies
from tests.contract.spoiled_answers import SPOILERS
from tests.factories.full_account import AUTHORIZATION, FullAccount, handle, must_be_modelled
from tests.shares import some

NAMES = operations.names()
LISTED = [
    name
    for name in NAMES
    if name.startswith(("Describe", "List"))
    and not strategies.service().operation_model(name).input_shape.required_members
]
ODD_TEXTS = (
    "", " ", "\x00", "\ufeff", "١٢٣", "²", "ＡＢＣ", "İ", "e\u0301", "\u202e", "😀" * 800, "x" * 70_000,
    "../..", "arn:", "arn:aws:sms-voice:us-east-1:123456789012:pool/", "+", "+1", "+" + "9" * 40,
    "{{code}}", "%s{0}", "null", "-1", "1e999", "null\n", "W10=", "eyJhIjpbXX0=", "bnVsbA==", "_w==",
    "[" * 9_000, "[" * 900, "1" * 9_000, "W1tb" * 250, '{"a":' * 1_500,
)  # fmt: skip
AUTHORIZATIONS = (
    AUTHORIZATION, AUTHORIZATION, AUTHORIZATION, "", "Bearer x", "Credential=/20260302/eu-west-1/",
    "Credential=a/20260302/us-gov-west-1/sms-voice", "Credential=a/1/ü/", "\x00" * 50,
)  # fmt: skip


def json_of(value: object) -> object:
    """What JSON has no word for, as AWS writes it."""
    if isinstance(value, datetime):
        return value.timestamp()
    assert isinstance(value, bytes)
    return base64.b64encode(value).decode()


def aim(
    operation: str, members: dict[str, Any], known: dict[str, list[Any]], chance: random.Random
) -> None:
    """Let members name things that are there, so that a request gets beyond the first check."""
    for name in strategies.service().operation_model(operation).input_shape.members:
        likely = 0.8 if name in members else 0.3
        if name in known and chance.random() < likely:
            members[name] = chance.choice(known[name])
        elif isinstance(members.get(name), str) and chance.random() < 0.1:
            members[name] = chance.choice(ODD_TEXTS)


def thinned(
    name: str, members: dict[str, Any], known: dict[str, list[Any]], chance: random.Random
) -> dict[str, Any]:
    """What is required and a little more, since many members exclude each other."""
    required = strategies.service().operation_model(name).input_shape.required_members
    optional = [one for one in members if one not in required]
    kept = {*required, *chance.sample(optional, min(1, len(optional)))}
    kept |= {one for one in optional if one in known and chance.random() < 0.5}
    return {one: value for one, value in members.items() if one in kept}


def body_of(
    name: str, drawn: dict[str, Any], known: dict[str, list[Any]], chance: random.Random
) -> bytes:
    """A body made of drawn members: as they are, thinned, aimed at something, or spoilt."""
    plain: dict[str, Any] = json.loads(json.dumps(drawn, default=json_of))
    if chance.random() < 0.4:
        plain = thinned(name, plain, known, chance)
    if chance.random() < 0.8:
        aim(name, plain, known, chance)
    if chance.random() < 0.45:
        return chance.choice(SPOILERS)(plain, chance)
    return json.dumps(plain, ensure_ascii=chance.random() < 0.5).encode()


def meet(name: str, drawn: int, variants: int) -> Counter[str]:
    """Ask an operation for much; how the answers fared."""
    ends: Counter[str] = Counter()

    @settings(
        max_examples=drawn,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        phases=[Phase.generate],  # the note has the request; making it smaller would take minutes
    )
    @given(members=strategies.requests(name), seed=st.integers(0, 2**32))
    def one(members: dict[str, Any], seed: int) -> None:
        chance, furnished = random.Random(seed), FullAccount()
        for _ in range(variants):
            body = body_of(name, members, furnished.known, chance)
            authorization = chance.choice(AUTHORIZATIONS)
            try:
                answer = handle(furnished.emulator, name, body, authorization)
                ends[must_be_modelled(name, answer)] += 1
                if chance.random() < 0.3:
                    furnished.emulator.advance(chance.choice((1, 100, 100_000)))
            except Exception as error:
                error.add_note(f"{name} from {authorization!r}: {body[:2_000]!r}")
                raise
        all_can_be_read(furnished)

    one()
    return ends


def all_can_be_read(furnished: FullAccount) -> None:
    """Whatever the requests left behind is no surprise either, now and when all is settled."""
    for _ in range(2):
        for name in LISTED:
            assert must_be_modelled(name, handle(furnished.emulator, name, b"{}")) == "result"
        furnished.emulator.advance(100_000)


@pytest.mark.parametrize("name", some(NAMES))
def test_a_random_request_meets_a_modelled_answer(name: str) -> None:
    """A result without surprise, or an error that the operation lists with a reason that it has."""
    ends = meet(name, drawn=2, variants=3)

    assert ends.total() >= 6


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_many_random_requests_meet_modelled_answers(name: str) -> None:
    """The same at length; some requests get beyond the checks of what they look like."""
    ends = meet(name, drawn=8, variants=6)

    assert ends.total() >= 48
    assert 0 < ends["ValidationException"] < ends.total()

"""Ours and raw boto3, side by side: the same bytes out, the same facts back, for every operation."""

import json
import warnings
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from hypothesis import HealthCheck, given, settings

from smsvoice import AsyncSmsVoice, SmsVoice, operations
from smsvoice.core.codec import encode
from tests.contract import strategies
from tests.contract.wire import Wire
from tests.shares import all_of, some

wire = Wire()
session = wire.session()
raw = session.client("pinpoint-sms-voice-v2")
sms = SmsVoice(session=session)
asms = AsyncSmsVoice(session=session)


@pytest.fixture(scope="module")
def portal() -> Iterator[BlockingPortal]:
    """An event loop in a thread of its own."""
    with start_blocking_portal() as opened:
        yield opened


def plain(value: Any) -> Any:
    """Lists for tuples, and instants for times, whatever zone they are told in."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, datetime):
        return ("instant", round(value.timestamp() * 1_000_000))
    return value


@pytest.mark.parametrize("name", some(strategies.operations()))
def test_every_operation_sends_and_reads_what_boto3_does(name: str, portal: BlockingPortal) -> None:
    """Both flavours send boto3's JSON, and their results dumped are boto3's parsed answer."""
    compare(name, portal, examples=6)


@pytest.mark.long
@pytest.mark.parametrize("name", strategies.operations())
def test_every_operation_does_so_in_many_forms(name: str, portal: BlockingPortal) -> None:
    """The same at length."""
    compare(name, portal, examples=40)


def compare(name: str, portal: BlockingPortal, examples: int) -> None:
    """Draw requests and answers, and hold our side against boto3's."""
    operation = operations.by_name(name)

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(request=strategies.requests(name), answer=strategies.answers(name))
    def same(request: dict[str, Any], answer: dict[str, Any]) -> None:
        wire.answer = json.dumps(answer).encode()
        wire.sent.clear()
        typed = operation.request.model_validate(request)

        expected = getattr(raw, operation.method)(**request)
        expected.pop("ResponseMetadata")
        results = [sms.call(operation, typed), portal.call(asms.call, operation, typed)]

        bodies = [{k: v for k, v in body.items() if k != "ClientToken"} for body in wire.sent]
        assert bodies[0] == bodies[1] == bodies[2]
        for result in results:
            assert plain(encode(result)) == plain(expected)

    same()


@pytest.mark.parametrize("name", all_of(strategies.operations()))
def test_a_client_token_belongs_to_the_request(name: str) -> None:
    """The same request run twice carries the same token, and the token that was given."""
    operation = operations.by_name(name)
    if "client_token" not in operation.request.model_fields:
        assert "ClientToken" not in strategies.input_of(name).members
        return
    wire.answer = None
    wire.sent.clear()

    @settings(max_examples=1, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(members=strategies.requests(name))
    def tokens_of(members: dict[str, Any]) -> None:
        members.pop("ClientToken", None)
        once, other = (operation.request.model_validate(members) for _ in range(2))
        with warnings.catch_warnings(action="ignore"):
            for request in (once, once, other):
                sms.call(operation, request)

    tokens_of()
    tokens = [body["ClientToken"] for body in wire.sent]
    assert tokens[0] == tokens[1] != tokens[2]

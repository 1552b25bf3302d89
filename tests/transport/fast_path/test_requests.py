"""What leaves on the fast path is what botocore sends: the same headers and bytes, well signed."""

import asyncio
import os
import re
from collections.abc import Iterator
from typing import Any
from unittest import mock

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from smsvoice import AsyncSmsVoice, SmsVoice, operations
from smsvoice.core.operation import Operation
from tests.contract import strategies
from tests.contract.wire import keyed_session
from tests.shares import some
from tests.transport.fast_path.recorder import Recorder

TOKEN = "a/session+token=="
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
PER_CALL = ("authorization", "x-amz-date", "amz-sdk-invocation-id")
NUMBER = "+12065550142"


class Clients:
    """Clients of one recorder, by path."""

    def __init__(self, recorder: Recorder) -> None:
        session = keyed_session()
        where: dict[str, Any] = {
            "endpoint_url": recorder.url,
            "config": Config(user_agent_extra="billing/2"),
        }
        self.loop = asyncio.new_event_loop()
        self.through_botocore = SmsVoice(session, **where, fast_path=False)
        self.fast = SmsVoice(session, **where)
        self.fast_async = AsyncSmsVoice(session, **where)
        assert (self.fast.fast_path, self.fast_async.fast_path) == ("open", "open")

    def call_all(self, operation: Operation[Any, Any], members: dict[str, Any]) -> int:
        """Make the same call by each path; how many were made on the fast one."""
        request = self.fast.request(operation, members)
        paths: list[Any] = [one._connection.fast_path for one in (self.fast, self.fast_async)]
        before = sum(path.exchanges for path in paths)
        self.through_botocore.call(operation, request)
        self.fast.call(operation, request)
        self.loop.run_until_complete(self.fast_async.call(operation, request))
        return int(sum(path.exchanges for path in paths) - before)


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    """A server that keeps what comes."""
    with Recorder() as made:
        yield made


@pytest.fixture(scope="module")
def clients(recorder: Recorder) -> Iterator[Clients]:
    """Clients for the whole module."""
    made = Clients(recorder)
    yield made
    made.loop.run_until_complete(made.fast_async.aclose())
    made.loop.close()


def signed_well(request: dict[str, Any], url: str, credentials: Credentials) -> bool:
    """Whether botocore's own signer comes to the signature of a received request."""
    headers = dict(request["headers"])
    given = headers.pop("authorization")
    names = given.partition("SignedHeaders=")[2].partition(",")[0].split(";")
    again = AWSRequest("POST", f"{url}/", {n: headers[n] for n in names}, request["raw"])
    again.context["timestamp"] = headers["x-amz-date"]
    signer = SigV4Auth(credentials, "sms-voice", "us-east-1")
    canonical = signer.canonical_request(again)
    signature = signer.signature(signer.string_to_sign(again, canonical), again)
    return str(given).endswith(f"Signature={signature}")


def stable(request: dict[str, Any]) -> dict[str, Any]:
    """A request without what differs from call to call."""
    headers = {n: v for n, v in request["headers"].items() if n not in PER_CALL}
    body = {n: v for n, v in request["body"].items() if n != "ClientToken"}
    has_token = "ClientToken" in request["body"]
    if has_token:
        headers.pop("content-length")
    agent = re.sub(r" m/\S+", "", headers.pop("user-agent"))
    return {"line": request["line"], "headers": headers, "body": body, "agent": agent} | {
        "token": has_token
    }


@pytest.mark.parametrize("name", some(strategies.operations()))
def test_every_operation_leaves_as_botocore_sends_it(
    name: str, recorder: Recorder, clients: Clients
) -> None:
    """Line, headers, body, idempotency token; and AWS would find the signature right."""
    compare_requests(name, recorder, clients, examples=1)


@pytest.mark.long
@pytest.mark.parametrize("name", strategies.operations())
def test_every_operation_does_so_in_many_forms(
    name: str, recorder: Recorder, clients: Clients
) -> None:
    """The same at length."""
    compare_requests(name, recorder, clients, examples=5)


def compare_requests(name: str, recorder: Recorder, clients: Clients, examples: int) -> None:
    """Draw requests, send each by every path, and compare what the server received."""
    operation = operations.by_name(name)
    taken: list[int] = []

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(request=strategies.requests(name))
    def compare(request: dict[str, Any]) -> None:
        recorder.received.clear()
        model = operation.request.model_validate(request)
        members = {n: getattr(model, n) for n in model.model_fields_set}
        taken.append(clients.call_all(operation, members))
        first, *others = recorder.received
        for other in others:
            assert stable(other) == stable(first)
            assert UUID.fullmatch(other["headers"]["amz-sdk-invocation-id"])
            assert signed_well(other, recorder.url, Credentials("key", "secret"))

    compare()

    if name != "CreateRegistrationAttachment":  # may carry bytes, which botocore writes
        assert sum(taken) > 0


def test_a_handed_back_write_keeps_its_token(recorder: Recorder, clients: Clients) -> None:
    """The repetition is botocore's, with the token of the first attempt."""
    recorder.received.clear()
    recorder.statuses = [500]

    clients.fast.api.create_opt_out_list(opt_out_list_name="news")

    tokens = [one["body"]["ClientToken"] for one in recorder.received]
    assert len(tokens) == 2
    assert len(set(tokens)) == 1


def test_a_write_without_a_token_gets_one(recorder: Recorder) -> None:
    """As botocore gives it one; each call its own, each attempt of a call the same."""
    sms = SmsVoice(keyed_session(), endpoint_url=recorder.url, validate_requests=False)
    recorder.received.clear()
    recorder.statuses = [500]
    operation = operations.by_name("CreateOptOutList")
    request = operation.request.model_construct(opt_out_list_name="news", client_token=None)

    sms.call(operation, request)
    sms.call(operation, request)

    tokens = [one["body"]["ClientToken"] for one in recorder.received]
    assert tokens[0] == tokens[1] != tokens[2]
    assert all(UUID.fullmatch(token) for token in tokens)


def test_a_session_token_is_sent_and_signed(recorder: Recorder) -> None:
    """As roles need it."""
    environ = {
        "AWS_ACCESS_KEY_ID": "role",
        "AWS_SECRET_ACCESS_KEY": "its-secret",
        "AWS_SESSION_TOKEN": TOKEN,
    }
    with mock.patch.dict(os.environ, environ):
        sms = SmsVoice(region_name="us-east-1", endpoint_url=recorder.url)
        assert sms.fast_path == "open"
        recorder.received.clear()
        sms.messages.send_text(NUMBER, message_body="hi")

    (request,) = recorder.received
    assert request["headers"]["x-amz-security-token"] == TOKEN
    assert "x-amz-security-token" in request["headers"]["authorization"]
    assert signed_well(request, recorder.url, Credentials("role", "its-secret", TOKEN))


def test_keys_that_are_renewed_sign_the_next_request(recorder: Recorder, clients: Clients) -> None:
    """Nothing of the old ones is kept."""
    path: Any = clients.fast._connection.fast_path
    renewed = Credentials("newer", "newer-secret", "newer-token")
    recorder.received.clear()

    with mock.patch.object(path, "_credentials", renewed):
        clients.fast.messages.send_text(NUMBER, message_body="hi")
    clients.fast.messages.send_text(NUMBER, message_body="hi")

    newer, older = recorder.received
    assert signed_well(newer, recorder.url, renewed)
    assert signed_well(older, recorder.url, Credentials("key", "secret"))


def test_the_trace_of_a_lambda_function_goes_along(recorder: Recorder, clients: Clients) -> None:
    """By which AWS stops functions that call themselves."""
    trace = {"AWS_LAMBDA_FUNCTION_NAME": "f", "_X_AMZN_TRACE_ID": "Root=1-a;Parent=b;Sampled=0"}
    recorder.received.clear()

    with mock.patch.dict(os.environ, trace):
        clients.fast.messages.send_text(NUMBER, message_body="hi")

    (request,) = recorder.received
    assert request["headers"]["x-amzn-trace-id"] == "Root=1-a;Parent=b;Sampled=0"
    assert "trace" not in request["headers"]["authorization"]


@given(text=st.text(min_size=1, max_size=300).filter(lambda text: not text.isspace()))
@settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
def test_any_text_arrives_as_it_was_written(
    text: str, recorder: Recorder, clients: Clients
) -> None:
    """Every character, also those outside of the first plane and lone halves of them."""
    recorder.received.clear()
    message = {"DestinationPhoneNumber": NUMBER, "MessageBody": text}

    clients.call_all(operations.by_name("SendTextMessage"), _named(message))

    assert [one["body"]["MessageBody"] for one in recorder.received] == [text] * 3


def _named(members: dict[str, Any]) -> dict[str, Any]:
    model = operations.by_name("SendTextMessage").request.model_validate(members)
    return {name: getattr(model, name) for name in model.model_fields_set}

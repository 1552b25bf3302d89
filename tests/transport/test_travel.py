"""Values that travel: clients, requests, results, handles and errors, through pickle and copy."""

import copy
import inspect
import json
import pickle
import subprocess
import sys
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from smsvoice import (
    AsyncSmsVoice,
    NotifyConfiguration,
    OutcomeUnknownError,
    SmsVoice,
    errors,
    operations,
)
from smsvoice.core.codec import encode
from tests.contract import strategies
from tests.contract.wire import Wire
from tests.shares import all_of
from tests.transport.faults import Fault, FaultyServer, no_back_off, refusing_url

WAYS: list[Callable[[Any], Any]] = [
    copy.copy,
    copy.deepcopy,
    lambda value: pickle.loads(pickle.dumps(value)),
]
OLD_WAYS = [
    lambda value, p=protocol: pickle.loads(pickle.dumps(value, p)) for protocol in range(2, 6)
]
wire = Wire()
sms = SmsVoice(session=wire.session())


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Credentials from the environment, which every process has."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")


@pytest.mark.parametrize("name", all_of(strategies.operations()))
def test_every_request_and_result_travels(name: str) -> None:
    """Equal on arrival, unknown members and metadata included."""
    operation = operations.by_name(name)

    @settings(
        max_examples=2, deadline=None, database=None, derandomize=True,
        phases=[Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(request=strategies.requests(name), answer=strategies.answers(name))
    def there_and_back(request: dict[str, Any], answer: dict[str, Any]) -> None:
        wire.answer = json.dumps(answer | {"BrandNew": [1, {"a": None}]}).encode()
        typed = operation.request.model_validate(request)
        with warnings.catch_warnings(action="ignore"):
            result = sms.call(operation, typed)

        for way in WAYS:
            assert way(typed) == typed
            arrived = way(result)
            assert arrived == result
            assert encode(arrived) == encode(result)
            assert arrived.response_metadata == result.response_metadata
            assert arrived.model_fields_set == result.model_fields_set
            assert repr(arrived) == repr(result)

    there_and_back()


@pytest.mark.parametrize("name", strategies.operations())
def test_every_description_travels_by_name(name: str) -> None:
    """It is code, so it arrives as itself."""
    operation = operations.by_name(name)

    assert pickle.loads(pickle.dumps(operation)) is operation


@pytest.mark.parametrize("kind", [SmsVoice, AsyncSmsVoice])
def test_a_client_travels_by_its_recipe(kind: type[Any]) -> None:
    """Region, endpoint, settings and options arrive; connections do not."""
    from botocore.config import Config

    made = kind(
        region_name="us-west-2",
        endpoint_url="http://127.0.0.1:9",
        config=Config(retries={"mode": "adaptive"}, read_timeout=3),
        strict_answers=True,
    )

    arrived = pickle.loads(pickle.dumps(made))

    assert repr(arrived) == repr(made) == f"<{kind.__name__} us-west-2 http://127.0.0.1:9>"
    assert arrived.boto_client is not made.boto_client
    config = arrived.boto_client.meta.config
    assert (config.retries["mode"], config.read_timeout) == ("adaptive", 3)
    assert arrived._options == made._options


def test_a_client_made_of_explicit_keys_or_of_a_client_refuses_to_travel() -> None:
    """A key in a pickle would be a secret out of hand."""
    for stays in (sms, SmsVoice(client=sms.boto_client)):
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(stays)


def test_a_copied_client_works() -> None:
    """A shallow copy makes a client of its own."""
    made = SmsVoice(endpoint_url="http://127.0.0.1:9")

    assert repr(copy.copy(made)) == repr(copy.deepcopy(made)) == repr(made)


def handles() -> list[Any]:
    """One handle of every kind that there is, told nothing yet."""
    made = SmsVoice(endpoint_url="http://127.0.0.1:9")
    found = []
    for name in dir(type(made)):
        if name.startswith("_") or name in {"api", "boto_client"}:
            continue
        collection = getattr(made, name)
        at = getattr(collection, "at", None)
        if at is not None:
            needed = [p for p in inspect.signature(at).parameters.values() if p.default is p.empty]
            found.append(at(*(f"{parameter.name}-1" for parameter in needed)))
    return found


def test_every_handle_travels() -> None:
    """By its identity, with a client of its own; with what it was told, if anything."""
    found = handles()

    assert len(found) >= 8
    assert NotifyConfiguration in {type(handle) for handle in found}
    for twins in (
        [copy.copy(handle) for handle in found],
        copy.deepcopy(found),  # together, so that they share one client there as they do here
        pickle.loads(pickle.dumps(found)),
    ):
        assert twins == found
        assert [hash(twin) for twin in twins] == [hash(handle) for handle in found]
        assert repr(twins) == repr(found)
        assert not any(twin.is_loaded for twin in twins)


def test_a_loaded_handle_keeps_its_data(call_path: str) -> None:
    """`data` arrives equal."""
    with FaultyServer(lambda _: Fault.NONE, lambda _: {
        "OptOutLists": [{"OptOutListArn": "arn:x", "OptOutListName": "x", "CreatedTimestamp": 1}]
    }) as server:  # fmt: skip
        handle = SmsVoice(endpoint_url=server.url).opt_out_lists.get("x")

    for way in WAYS:
        assert way(handle).data == handle.data


def provoked(wire: Wire) -> list[Exception]:
    """An error of every class, raised for a reason."""
    sms = SmsVoice(session=wire.session())
    found: list[Exception] = []

    def catch(act: Callable[[], Any]) -> None:
        try:
            act()
        except errors.SmsVoiceError as error:
            found.append(error)
        else:  # pragma: no cover
            raise AssertionError("nothing was raised")

    def text() -> Any:
        return sms.messages.send_text("+12065550142", message_body="hi")

    for code in ("AccessDenied", "Conflict", "InternalServer", "ResourceNotFound",
                 "ServiceQuotaExceeded", "Throttling", "Validation", "New"):  # fmt: skip
        fields = [{"Name": "PoolId", "Message": "m"}]
        refusal = {"__type": f"{code}Exception", "Message": "m", "Reason": "R", "Fields": fields}
        wire.status, wire.answer = 400, json.dumps(refusal).encode()
        catch(text)
    wire.status, wire.answer = 500, b""
    catch(text)
    wire.status, wire.answer = 200, b"<html>"
    catch(lambda: sms.api.describe_pools().first())
    wire.answer = b"{}"
    catch(lambda: sms.messages.send_text("nonsense", message_body="hi"))
    catch(lambda: sms.pools.at("pool-1").data)
    away = SmsVoice(endpoint_url=refusing_url())
    catch(lambda: away.messages.send_text("+12065550142", message_body="hi"))
    return found


def test_every_error_that_was_raised_travels(served: Callable[[Wire], None]) -> None:
    """Class, text and all that it knows."""
    wire = Wire()
    served(wire)
    with no_back_off():
        raised = provoked(wire)

    assert {type(error).__name__ for error in raised} >= {
        "AccessDeniedError", "AnswerError", "ConflictError", "InternalServerError", "NotLoadedError",
        "NotSentError", "OutcomeUnknownError", "RequestError", "ResourceNotFoundError",
        "ServiceQuotaExceededError", "ThrottlingError", "UnknownServiceError", "ValidationError",
    }  # fmt: skip
    for error in raised:
        for way in (*WAYS, *OLD_WAYS):
            arrived = way(error)
            assert type(arrived) is type(error)
            assert (str(arrived), repr(arrived)) == (str(error), repr(error))
            assert vars(arrived) == vars(error)


def send_from_elsewhere(client: SmsVoice) -> None:
    """What a worker process does with what it was given."""
    client.messages.send_text("+12065550142", message_body="hi")


def test_an_error_comes_back_from_a_worker_process() -> None:
    """The client goes there, the error comes back whole."""
    with FaultyServer(lambda _: Fault.ERROR_500) as server:
        client = SmsVoice(endpoint_url=server.url)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            error = pool.submit(send_from_elsewhere, client).exception()

    assert isinstance(error, OutcomeUnknownError)
    assert (error.operation, error.request_id, error.status) == ("SendTextMessage", "r-1", 500)
    assert error.left_at is not None
    assert len(server.received) == 1


def test_a_pickled_result_can_be_read_where_nothing_was_loaded_yet() -> None:
    """A fresh process needs the pickle alone."""
    wire.status, wire.answer = 200, b'{"MessageId": "m-1"}'
    sent = sms.messages.send_text("+12065550142", message_body="hi")
    program = "import pickle, sys; print(pickle.load(sys.stdin.buffer).message_id)"

    run = subprocess.run(
        [sys.executable, "-c", program], input=pickle.dumps(sent), capture_output=True, check=True
    )

    assert run.stdout.strip() == b"m-1"

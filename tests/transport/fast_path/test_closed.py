"""Whoever looks at botocore's work sees every call, since the path is closed for it."""

import http.client
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final
from unittest import mock

import boto3
import botocore.auth
import botocore.awsrequest
import botocore.client
import botocore.endpoint
import botocore.httpsession
import botocore.parsers
import pytest
import urllib3.connectionpool
from botocore.config import Config
from botocore.history import get_global_history_recorder
from botocore.stub import Stubber

from smsvoice import Emulator, SmsVoice
from tests.contract.wire import keyed_session
from tests.transport.faults import Fault, FaultyServer

NUMBER = "+12065550142"
SERVICE: Final = "pinpoint-sms-voice-v2"
OF_SENDS: Final = f"after-call.{SERVICE}.SendTextMessage"


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    """A server that answers well."""
    with FaultyServer(lambda _: Fault.NONE) as made:
        yield made


def client(server: FaultyServer, **settings: Any) -> SmsVoice:
    """A client that the path is open for, unless the settings close it."""
    return SmsVoice(keyed_session(), endpoint_url=server.url, **settings)


def send(sms: SmsVoice) -> None:
    """Send once."""
    assert sms.messages.send_text(NUMBER, message_body="hi").message_id == "m-1"


def exchanges(sms: SmsVoice) -> int:
    """How many calls were answered on the path."""
    path = sms._connection.fast_path
    return 0 if path is None else path.exchanges


# --- what comes and goes ---------------------------------------------------------------------------

Seen = list[object]


Watcher = Callable[[SmsVoice, Seen], Any]


def hearing(event: str) -> Watcher:
    """An event handler on the client, as audit trails and metrics have it."""

    @contextmanager
    def hang(sms: SmsVoice, seen: Seen) -> Iterator[None]:
        events, note = sms.boto_client.meta.events, lambda **_: seen.append(1)
        events.register(event, note)
        yield
        events.unregister(event, note)

    return hang


def wrapping(owner_of: Callable[[Any], Any], name: str) -> Watcher:
    """A wrapper in a function's place, as tracers and mocks put it there."""

    @contextmanager
    def hang(sms: SmsVoice, seen: Seen) -> Iterator[None]:
        owner = owner_of(sms.boto_client)
        original = getattr(owner, name)

        def wrapper(*args: Any, **kwargs: Any) -> Any:
            seen.append(1)
            return original(*args, **kwargs)

        with mock.patch.object(owner, name, wrapper):
            yield

    return hang


@contextmanager
def another_connection_class(_: SmsVoice, seen: Seen) -> Iterator[None]:
    """As recorders of HTTP have it."""

    class Recorded(botocore.awsrequest.AWSHTTPConnection):
        pass

    with mock.patch.object(botocore.awsrequest, "AWSHTTPConnection", Recorded):
        seen.append(1)
        yield


@contextmanager
def debug_lines_of_botocore(_: SmsVoice, seen: Seen) -> Iterator[None]:
    """Somebody reads what is sent."""

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(record)

    log, ear = logging.getLogger("botocore.endpoint"), Ear()
    log.addHandler(ear)
    log.setLevel(logging.DEBUG)
    yield
    log.setLevel(logging.NOTSET)
    log.removeHandler(ear)


@contextmanager
def a_history_of_botocore(_: SmsVoice, seen: Seen) -> Iterator[None]:
    """As the CLI keeps it."""

    class Keeper:
        def emit(self, *event: object) -> None:
            seen.append(event)

    recorder = get_global_history_recorder()
    with mock.patch.object(recorder, "_handlers", [Keeper()]):
        recorder.enable()
        yield
        recorder.disable()


@contextmanager
def another_http_session(sms: SmsVoice, seen: Seen) -> Iterator[None]:
    """Which sends in its own way."""
    endpoint: Any = sms.boto_client._endpoint  # type: ignore[attr-defined]

    class Session(botocore.httpsession.URLLib3Session):
        def send(self, request: Any) -> Any:
            seen.append(request)
            return super().send(request)

    with mock.patch.object(endpoint, "http_session", Session()):
        yield


@contextmanager
def printing(_: SmsVoice, seen: Seen) -> Iterator[None]:
    """For those who debug by hand."""
    with (
        mock.patch.object(http.client.HTTPConnection, "debuglevel", 1),
        mock.patch("builtins.print", lambda *words, **_: seen.append(words)),
    ):
        yield


WATCHERS: dict[str, Watcher] = {
    "a handler on the client": hearing(f"before-call.{SERVICE}"),
    "a handler of one operation": hearing(OF_SENDS),
    "a handler that may change the address": hearing(f"before-endpoint-resolution.{SERVICE}"),
    "a tracer around _make_api_call": wrapping(
        lambda _: botocore.client.BaseClient, "_make_api_call"
    ),
    "a mock of the endpoint": wrapping(lambda _: botocore.endpoint.Endpoint, "_send"),
    "a tracer of signatures": wrapping(lambda _: botocore.auth.SigV4Auth, "add_auth"),
    "a tracer of parsers": wrapping(lambda _: botocore.parsers.ResponseParser, "parse"),
    "a mock on the client": wrapping(lambda made: made, "_make_api_call"),
    "a mock of a method": wrapping(lambda made: made, "send_text_message"),
    "a mock of the client's class": wrapping(type, "send_text_message"),
    "a mock on the client's endpoint": wrapping(lambda made: made._endpoint, "make_request"),
    "a mock on the client's HTTP session": wrapping(
        lambda made: made._endpoint.http_session, "send"
    ),
    "printing of http.client": printing,
    "a tracer of urllib3": wrapping(lambda _: urllib3.connectionpool.HTTPConnectionPool, "urlopen"),
    "a tracer of http.client": wrapping(lambda _: http.client.HTTPConnection, "getresponse"),
    "a recorder of requests": wrapping(lambda _: botocore.httpsession.URLLib3Session, "send"),
    "another connection class": another_connection_class,
    "debug lines of botocore": debug_lines_of_botocore,
    "a history of botocore": a_history_of_botocore,
    "another HTTP session": another_http_session,
}


@pytest.mark.parametrize("watcher", WATCHERS)
def test_the_path_closes_for_a_watcher_and_opens_again(watcher: str, server: FaultyServer) -> None:
    """The watcher sees every call that is made while it looks, and costs nothing afterwards."""
    sms, seen = client(server), Seen()
    send(sms)
    before = exchanges(sms)

    with WATCHERS[watcher](sms, seen):
        send(sms)
        first = len(seen)
        send(sms)
    during = exchanges(sms)
    send(sms)

    assert (before, during, exchanges(sms)) == (1, 1, 2)
    assert first >= 1
    assert len(seen) >= (1 if watcher == "another connection class" else first + 1)
    assert len(server.taken) == 4


def test_a_handler_of_another_operation_leaves_the_path_open(server: FaultyServer) -> None:
    """It hears nothing of this one anyway."""
    sms, seen = client(server), Seen()

    with hearing(OF_SENDS)(sms, seen):
        path = sms._connection.fast_path
        assert path is not None
        assert path.why_closed("SendTextMessage") is not None
        assert path.why_closed("SendMediaMessage") is None


def test_the_path_closes_for_a_stubber(server: FaultyServer) -> None:
    """It answers in AWS's place."""
    sms = client(server)
    send(sms)

    with Stubber(sms.boto_client) as stub:
        stub.add_response("send_text_message", {"MessageId": "stubbed"})
        sent = sms.messages.send_text(NUMBER, message_body="hi")
        stub.assert_no_pending_responses()

    assert sent.message_id == "stubbed"
    assert exchanges(sms) == 1
    send(sms)
    assert exchanges(sms) == 2


def test_the_path_closes_for_a_handler_of_the_session(server: FaultyServer) -> None:
    """Clients inherit it."""
    session, seen = keyed_session(), Seen()
    session.events.register("before-send.*.*", lambda **_: seen.append(1))
    sms = SmsVoice(session, endpoint_url=server.url)

    send(sms)
    send(sms)

    assert sms.fast_path.startswith("an event handler")
    assert (exchanges(sms), len(seen)) == (0, 2)


def test_the_path_closes_for_the_emulator_in_process() -> None:
    """It is a handler of the session too."""
    with Emulator() as emulator:
        sms = SmsVoice(emulator.session())
        sms.opt_out_lists.create("news")

    assert exchanges(sms) == 0


def test_the_path_closes_for_moto(server: FaultyServer) -> None:
    """Its handler is on every client that is made once moto was imported."""
    moto = pytest.importorskip("moto")
    from moto.core.models import botocore_stubber

    from smsvoice.emulator.frontends.moto import answering

    handlers = botocore.handlers.BUILTIN_HANDLERS
    with ExitStack() as stack, Emulator() as emulator:
        stack.enter_context(
            mock.patch.object(
                botocore.handlers,
                "BUILTIN_HANDLERS",
                [*handlers, ("before-send", botocore_stubber)],
            )
        )
        stack.enter_context(moto.mock_aws())
        stack.enter_context(answering(emulator))
        sms = SmsVoice(region_name="us-east-1")
        sms.opt_out_lists.create("news")
        found = [one.opt_out_list_name for one in sms.api.describe_opt_out_lists()]

    assert "news" in found
    assert sms.fast_path.startswith("an event handler")
    assert exchanges(sms) == 0


# --- what is configured ----------------------------------------------------------------------------

SETTINGS: dict[str, tuple[dict[str, Any], str]] = {
    "a proxy": ({"config": Config(proxies={"http": "http://127.0.0.1:9"})}, "a proxy"),
    "a client certificate": ({"config": Config(client_cert="a.pem")}, "a client certificate"),
    "adaptive retries": ({"config": Config(retries={"mode": "adaptive"})}, "retries are adaptive"),
    "botocore's validation": (
        {"config": Config(parameter_validation=True)},
        "botocore is asked to validate",
    ),
    "fast_path=False": ({"fast_path": False}, "it is switched off by fast_path=False"),
}


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_path_is_closed_by(setting: str, server: FaultyServer) -> None:
    """And says so."""
    settings, why = SETTINGS[setting]

    assert client(server, **settings).fast_path.startswith(why)


def test_the_path_is_closed_by_a_proxy_of_the_environment(
    server: FaultyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless no_proxy excepts the address."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)

    assert client(server).fast_path == "a proxy is configured"
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert client(server).fast_path == "open"


@pytest.mark.parametrize("value", ["0", "false", " Off "])
def test_the_environment_switches_the_path_off(
    value: str, server: FaultyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For whole deployments."""
    monkeypatch.setenv("SMSVOICE_FAST_PATH", value)

    sms = client(server)
    send(sms)

    assert "SMSVOICE_FAST_PATH" in sms.fast_path
    assert exchanges(sms) == 0


def test_a_given_client_has_no_path(server: FaultyServer) -> None:
    """It is the application's, and does all it was set up for."""
    given = keyed_session().client(SERVICE, endpoint_url=server.url)

    assert SmsVoice(client=given).fast_path == "the client was given as client="


def test_without_the_parser_the_path_is_closed(
    server: FaultyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where httptools has no build, say."""
    for name in [one for one in sys.modules if one.startswith("smsvoice.transport.fast_path")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "httptools", None)

    sms = client(server)
    send(sms)

    assert sms.fast_path == "httptools cannot be imported"
    assert len(server.taken) == 1


def test_without_credentials_the_path_is_closed_until_there_are_some(
    server: FaultyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The call reports what is missing, as always."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/dev/null")
    sms = SmsVoice(boto3.session.Session(region_name="us-east-1"), endpoint_url=server.url)

    assert sms.fast_path == "a request could not be signed"
    assert server.received == []

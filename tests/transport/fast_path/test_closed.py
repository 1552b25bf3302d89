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


@contextmanager
def a_handler_on_the_client(sms: SmsVoice, seen: Seen) -> Iterator[None]:
    """As audit trails and metrics have it."""
    events, note = sms.boto_client.meta.events, lambda **_: seen.append(1)
    events.register(f"before-call.{SERVICE}", note)
    yield
    events.unregister(f"before-call.{SERVICE}", note)


@contextmanager
def a_handler_of_one_operation(sms: SmsVoice, seen: Seen) -> Iterator[None]:
    """Other operations stay on the path."""
    events, note = sms.boto_client.meta.events, lambda **_: seen.append(1)
    events.register(f"after-call.{SERVICE}.SendTextMessage", note)
    yield
    events.unregister(f"after-call.{SERVICE}.SendTextMessage", note)


def wrapping(owner: Any, name: str) -> Callable[[SmsVoice, Seen], Any]:
    """A wrapper in a function's place, as tracers put it there."""

    @contextmanager
    def hang(_: SmsVoice, seen: Seen) -> Iterator[None]:
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
def a_handler_of_the_address(sms: SmsVoice, seen: Seen) -> Iterator[None]:
    """It may even send elsewhere."""
    events, note = sms.boto_client.meta.events, lambda **_: seen.append(1)
    events.register(f"before-endpoint-resolution.{SERVICE}", note)
    yield
    events.unregister(f"before-endpoint-resolution.{SERVICE}", note)


def _noting(seen: Seen, original: Any) -> Callable[..., Any]:
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        seen.append(1)
        return original(*args, **kwargs)

    return wrapper


def on_the_client(name: str) -> Callable[[SmsVoice, Seen], Any]:
    """A mock in place of a method of one client."""

    def hang(sms: SmsVoice, seen: Seen) -> Any:
        client = sms.boto_client
        return mock.patch.object(client, name, _noting(seen, getattr(client, name)))

    return hang


def on_the_clients_class(sms: SmsVoice, seen: Seen) -> Any:
    """The class that botocore made for the client."""
    kind: Any = type(sms.boto_client)
    return mock.patch.object(kind, "send_text_message", _noting(seen, kind.send_text_message))


def on_the_endpoint(sms: SmsVoice, seen: Seen) -> Any:
    """One client's way to AWS."""
    endpoint: Any = sms.boto_client._endpoint  # type: ignore[attr-defined]
    return mock.patch.object(endpoint, "make_request", _noting(seen, endpoint.make_request))


def on_the_session(sms: SmsVoice, seen: Seen) -> Any:
    """One client's connections."""
    session: Any = sms.boto_client._endpoint.http_session  # type: ignore[attr-defined]
    return mock.patch.object(session, "send", _noting(seen, session.send))


@contextmanager
def printing(_: SmsVoice, seen: Seen) -> Iterator[None]:
    """For those who debug by hand."""
    with (
        mock.patch.object(http.client.HTTPConnection, "debuglevel", 1),
        mock.patch("builtins.print", lambda *words, **_: seen.append(words)),
    ):
        yield


WATCHERS: dict[str, Callable[[SmsVoice, Seen], Any]] = {
    "a handler on the client": a_handler_on_the_client,
    "a handler of one operation": a_handler_of_one_operation,
    "a handler that may change the address": a_handler_of_the_address,
    "a tracer around _make_api_call": wrapping(botocore.client.BaseClient, "_make_api_call"),
    "a mock of the endpoint": wrapping(botocore.endpoint.Endpoint, "_send"),
    "a tracer of signatures": wrapping(botocore.auth.SigV4Auth, "add_auth"),
    "a tracer of parsers": wrapping(botocore.parsers.ResponseParser, "parse"),
    "a mock on the client": on_the_client("_make_api_call"),
    "a mock of a method": on_the_client("send_text_message"),
    "a mock of the client's class": on_the_clients_class,
    "a mock on the client's endpoint": on_the_endpoint,
    "a mock on the client's HTTP session": on_the_session,
    "printing of http.client": printing,
    "a tracer of urllib3": wrapping(urllib3.connectionpool.HTTPConnectionPool, "urlopen"),
    "a tracer of http.client": wrapping(http.client.HTTPConnection, "getresponse"),
    "a recorder of requests": wrapping(botocore.httpsession.URLLib3Session, "send"),
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

    with a_handler_of_one_operation(sms, seen):
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


# --- what botocore may rename ----------------------------------------------------------------------

PRIVATE: dict[str, tuple[str, str]] = {
    "BaseClient._endpoint": ("client", "_endpoint"),
    "BaseClient._request_signer": ("client", "_request_signer"),
    "RequestSigner._credentials": ("signer", "_credentials"),
    "URLLib3Session._proxy_config": ("session", "_proxy_config"),
    "URLLib3Session._socket_options": ("session", "_socket_options"),
    "URLLib3Session._verify": ("session", "_verify"),
    "EventAliaser._emitter": ("events", "_emitter"),
    "HierarchicalEmitter._handlers": ("emitter", "_handlers"),
    "HierarchicalEmitter._lookup_cache": ("emitter", "_lookup_cache"),
    "HistoryRecorder._enabled": ("history", "_enabled"),
    "URLLib3Session._manager": ("module", "URLLib3Session"),
}
"""The private names that the path reads: the path is not open without them."""


class Renamed:
    """An object whose one attribute has another name."""

    def __init__(self, original: Any, name: str) -> None:
        vars(self).update(original=original, lacks=name)

    def __getattr__(self, name: str) -> Any:
        if name == vars(self)["lacks"]:
            raise AttributeError(name)
        return getattr(vars(self)["original"], name)


@pytest.mark.parametrize("name", PRIVATE)
def test_a_private_name_that_is_gone_closes_the_path(name: str) -> None:
    """And nothing more: the client works as before."""
    from smsvoice.transport.fast_path import path as module
    from smsvoice.transport.fast_path import replay, watch

    owner, attribute = PRIVATE[name]
    made: Any = keyed_session().client(SERVICE)
    chain = {"session": ("_endpoint", "http_session"), "signer": ("_request_signer",)}
    chain |= {"events": ("meta", "events"), "emitter": ("meta", "events", "_emitter")}
    given: Any = made
    if owner in chain or owner == "client":
        given = _without(made, chain.get(owner, ()), attribute)
    with ExitStack() as stack:
        if owner == "history":
            recorder = Renamed(get_global_history_recorder(), attribute)
            stack.enter_context(
                mock.patch.object(watch, "get_global_history_recorder", lambda: recorder)
            )
        if owner == "module":
            stack.enter_context(
                mock.patch.object(replay, "URLLib3Session", lambda: Renamed(object(), "_manager"))
            )
        path = module.FastPath(given, lambda _: made)

        why = path.why_closed("SendTextMessage")

    assert why is not None
    assert path.exchanges == 0


def _without(client: Any, steps: tuple[str, ...], attribute: str) -> Any:
    """The same client, but the object at the end of the steps lacks an attribute."""
    if not steps:
        return Renamed(client, attribute)
    inner = _without(getattr(client, steps[0]), steps[1:], attribute)
    outer = Renamed(client, "")
    setattr(outer, steps[0], inner)
    return outer

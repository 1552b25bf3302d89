"""Over TLS: botocore's trusted certificates, read once, and its verdicts on bad ones."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from botocore.httpsession import get_cert_path

from smsvoice import AsyncSmsVoice, NotSentError, SmsVoice
from smsvoice.transport.fast_path import sockets
from tests.contract.wire import keyed_session
from tests.transport.certificates import certificate
from tests.transport.fast_path.recorder import Recorder

NUMBER = "+12065550142"


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    """A server whose certificate is trusted."""
    file = tmp_path / "trusted.pem"
    with Recorder(certificate(file)) as made:
        monkeypatch.setenv("AWS_CA_BUNDLE", str(file))
        yield made


def send(sms: Any, times: int = 1) -> None:
    """Send by a client of either flavour, and close it."""
    if isinstance(sms, SmsVoice):
        for _ in range(times):
            sms.messages.send_text(NUMBER, message_body="hi")
        sms.close()
        return

    async def story() -> None:
        for _ in range(times):
            await sms.messages.send_text(NUMBER, message_body="hi")
        await sms.aclose()

    asyncio.run(story())


@pytest.mark.parametrize("kind", [SmsVoice, AsyncSmsVoice])
def test_sends_go_over_one_connection(kind: type[Any], recorder: Recorder) -> None:
    """The handshake is made once."""
    sms = kind(keyed_session(), endpoint_url=recorder.url)
    assert sms.fast_path == "open"

    send(sms, times=5)

    assert (sms._connection.fast_path.exchanges, recorder.connections) == (5, 1)
    recorder.wait_until(lambda: recorder.open == 0)


@pytest.mark.parametrize("kind", [SmsVoice, AsyncSmsVoice])
def test_certificates_are_read_once(kind: type[Any], recorder: Recorder) -> None:
    """Not for each connection, which costs more than many sends."""
    with mock.patch.object(sockets, "get_cert_path", side_effect=get_cert_path) as read:
        sms = kind(keyed_session(), endpoint_url=recorder.url)
        assert sms.fast_path == "open"
        send(sms)
        send(sms)

    assert recorder.connections == 2
    assert read.call_count == 1


@pytest.mark.parametrize("fast_path", [True, False])
@pytest.mark.parametrize("kind", [SmsVoice, AsyncSmsVoice])
@pytest.mark.parametrize("wrong", ["not trusted", "of another host"])
def test_a_wrong_certificate_is_reported_as_not_sent(
    wrong: str,
    kind: type[Any],
    fast_path: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In the same words on both paths: nothing was written."""
    host = "127.0.0.2" if wrong == "of another host" else "127.0.0.1"
    server = certificate(tmp_path / "server.pem", host)
    certificate(tmp_path / "other.pem")
    trusted = "server.pem" if wrong == "of another host" else "other.pem"
    monkeypatch.setenv("AWS_CA_BUNDLE", str(tmp_path / trusted))
    with Recorder(server) as recorder:
        sms = kind(keyed_session(), endpoint_url=recorder.url, fast_path=fast_path)
        assert not fast_path or sms.fast_path == "open"

        with pytest.raises(NotSentError, match=r"no connection \(SSLError\)"):
            send(sms)

    assert recorder.received == []


def test_a_bundle_that_cannot_be_read_closes_the_path(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The call reports it in botocore's words."""
    monkeypatch.setenv("AWS_CA_BUNDLE", "/no/such/file.pem")
    sms = SmsVoice(keyed_session(), endpoint_url=recorder.url)

    assert sms.fast_path != "open"

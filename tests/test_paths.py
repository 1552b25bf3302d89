"""What `--paths` promises: that the path of a test is the one that its name says."""

import os

import botocore.handlers
import pytest
from botocore.config import Config

from smsvoice import SmsVoice
from tests.contract.wire import Wire
from tests.paths import SWITCH, Count, complaint, on_path


def send(sms: SmsVoice) -> None:
    """One typed call."""
    sms.messages.send_text("+12065550142", message_body="hi")


def test_calls_on_the_fast_path_are_counted(call_path: str) -> None:
    """Whichever client makes them, and on the other path there are none."""
    wire = Wire()
    wire.answer = b'{"MessageId": "m-1"}'

    with wire.served(), on_path(call_path) as count:
        send(SmsVoice(wire.session()))

    assert (count.asked, count.exchanges) == ((1, 1) if call_path == "fast" else (0, 0))
    assert len(wire.sent) == 1


@pytest.mark.parametrize("status", [400, 500])
def test_a_call_that_was_handed_back_counts(status: int) -> None:
    """It was made on the fast path, whatever was answered."""
    wire = Wire()
    wire.status, wire.answer = status, b"{}"

    with wire.served(), on_path("fast") as count, pytest.raises(Exception):  # noqa: B017
        send(SmsVoice(wire.session()))

    assert count.exchanges == 1


def test_a_path_that_was_closed_by_accident_is_a_failure() -> None:
    """With the reason."""
    wire = Wire()
    wire.answer = b'{"MessageId": "m-1"}'

    with pytest.raises(AssertionError, match=r"closed: .*an event handler"), on_path("fast"):
        send(SmsVoice(wire.session()))


def test_a_path_that_is_open_where_it_must_be_closed_is_a_failure() -> None:
    """So that the marker stays where it is needed only."""
    wire = Wire()
    wire.answer = b'{"MessageId": "m-1"}'

    with wire.served(), pytest.raises(AssertionError, match="1 calls were made on the fast path"):
        with on_path("fast", closes_path=True):
            send(SmsVoice(wire.session()))


def test_a_test_without_calls_says_nothing() -> None:
    """Looking whether a path is open is no call."""
    with on_path("fast"):
        assert SmsVoice(Wire().session()).fast_path != "open"
    assert complaint("fast", Count(), closes_path=False) is None


def test_adaptive_retries_close_the_path_and_a_mark_says_so() -> None:
    """As an example of what closes it."""
    wire = Wire()
    wire.answer = b'{"MessageId": "m-1"}'

    with wire.served(), on_path("fast", closes_path=True) as count:
        send(SmsVoice(wire.session(), config=Config(retries={"mode": "adaptive"})))

    assert count.closed == {"retries are adaptive"}


def test_clients_that_are_made_meanwhile_are_without_motos_handler() -> None:
    """Which would close the path; afterwards it is there again."""
    pytest.importorskip("moto.core")
    before = list(botocore.handlers.BUILTIN_HANDLERS)

    with on_path("fast"):
        assert SmsVoice(region_name="us-east-1", session=Wire().session()).fast_path
        assert len(botocore.handlers.BUILTIN_HANDLERS) == len(before) - 1

    assert before == botocore.handlers.BUILTIN_HANDLERS


def test_the_switch_is_as_it_was_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person's own setting is for the tests that ask for no path."""
    monkeypatch.setenv(SWITCH, "off")

    with on_path("fast"):
        assert SWITCH not in os.environ

    assert os.environ[SWITCH] == "off"

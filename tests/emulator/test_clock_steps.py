"""The clock goes forward in small steps, and requests are answered between them."""

import threading
from datetime import UTC, datetime

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.engine import turns
from smsvoice.emulator.state.records import EmittedEvent

SEND = "PinpointSMSVoiceV2.SendTextMessage"
START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
NUMBERS = ("+14254147755", "+14254147167", "+447537404817")


def text(number: str) -> bytes:
    """A text to a recipient."""
    return b'{"DestinationPhoneNumber": "%s", "MessageBody": "x"}' % number.encode()


def in_flight(seed: int = 1) -> Emulator:
    """An emulator with messages that are on their way, at several moments."""
    emulator = Emulator(starting_at=START, clock_runs=False, seed=seed)
    for number in range(30):
        emulator.engine.handle(SEND, "", text(NUMBERS[number % 3]))
        if number % 10 == 9:
            emulator.advance(0.25)
    return emulator


def outcomes(emulator: Emulator, ids: set[str]) -> list[tuple[object, ...]]:
    """What has happened to messages."""
    states = [(one.message_id, one.state) for one in emulator.messages if one.message_id in ids]
    return [*states, *(shown(event) for event in emulator.events if event.message_id in ids)]


def shown(event: EmittedEvent) -> tuple[object, ...]:
    """An event, in full."""
    return (event.message_id, event.event_type, event.at, event.body)


def test_small_steps_come_to_the_same_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also with requests between them: each message meets the same, at the same moments."""
    with in_flight() as at_once, in_flight() as in_steps:
        ids = {message.message_id for message in at_once.messages}
        monkeypatch.setattr(turns, "SLICE_SECONDS", 3600.0)
        monkeypatch.setattr(turns, "LONGEST_SLICE_SECONDS", 3600.0)
        at_once.advance(5)
        monkeypatch.setattr(turns, "SLICE_SECONDS", 0.0)
        moments: list[datetime] = []

        def send() -> None:
            for _ in range(20):
                moments.append(in_steps.now())
                in_steps.engine.handle(SEND, "", text(NUMBERS[0]))

        sender = threading.Thread(target=send)
        sender.start()
        in_steps.advance(5)
        sender.join(20)
        later = {one.message_id for one in in_steps.messages} - ids
        in_steps.advance(5)

        assert outcomes(in_steps, ids) == outcomes(at_once, ids)
        assert moments == sorted(moments)
        assert moments[0] >= START
        assert {one.state for one in in_steps.messages if one.message_id in later} == {"DELIVERED"}


def test_a_step_that_fails_leaves_the_rest_due(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time has passed, and what is due happens with the next request."""
    with in_flight() as emulator:
        with monkeypatch.context() as patch:
            patch.setattr(emulator.engine.service, "act", _broken)
            with pytest.raises(OSError, match="broken"):
                emulator.advance(5)

        assert emulator.now() == START.replace(second=5, microsecond=750_000)
        assert emulator.engine.trouble is not None
        emulator.engine.poll()
        assert "PENDING" not in {message.state for message in emulator.messages}


def test_two_that_advance_wait_for_each_other() -> None:
    """The time that passes is the sum."""
    with in_flight() as emulator:
        threads = [threading.Thread(target=emulator.advance, args=(10,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)

        assert emulator.now() == START.replace(second=40, microsecond=750_000)


def _broken(*_: object) -> None:
    raise OSError("broken")

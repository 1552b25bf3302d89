"""The emulator's clock: it goes forward only, by itself or by a step, and never too far."""

import math
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.engine.clock import LATEST, EmulatorClock

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("seconds", [3e11, 1e308, 10**400, math.inf, math.nan, -1, True, "5", None])
def test_a_step_that_cannot_be_is_refused_and_changes_nothing(seconds: object) -> None:
    """The emulator goes on as if nobody had asked."""
    with Emulator(starting_at=START, clock_runs=False) as emulator:
        with pytest.raises(ValueError, match="seconds must be"):
            emulator.advance(seconds)  # type: ignore[arg-type]

        client = emulator.session().client("pinpoint-sms-voice-v2")
        client.send_text_message(DestinationPhoneNumber="+14254147755", MessageBody="x")
        assert emulator.now() == START
        assert [message.sent_at for message in emulator.messages] == [START]


def test_the_clock_goes_as_far_as_its_last_year() -> None:
    """What a message schedules from there still has a date."""
    with Emulator(starting_at=START, clock_runs=False) as emulator:
        emulator.advance((LATEST - START).total_seconds() - 1)
        client = emulator.session().client("pinpoint-sms-voice-v2")

        client.send_text_message(DestinationPhoneNumber="+14254147755", MessageBody="x")

        assert emulator.now() == LATEST - timedelta(seconds=1)
    with pytest.raises(ValueError, match="starting_at must be before the year 9000"):
        Emulator(starting_at=LATEST)


def test_steps_from_many_threads_all_count() -> None:
    """None is lost."""
    clock = EmulatorClock(START, running=False)

    def steps() -> None:
        for _ in range(500):
            clock.advance(1)

    threads = [threading.Thread(target=steps) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert clock.now() == START + timedelta(seconds=4000)


def frozen_here(clock: Callable[[], float]) -> Callable[[], float]:
    """A clock that stands still in this thread alone: servers of other tests wait by it too."""
    here = threading.get_ident()
    return lambda: 0.0 if threading.get_ident() == here else clock()


def test_the_wall_clock_does_not_move_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a step of the wall clock nor a test that freezes time; messages still arrive."""
    emulator = Emulator()
    client = emulator.session().client("pinpoint-sms-voice-v2")
    before = emulator.now()

    class Frozen(datetime):
        """The datetime of a test that stopped the time."""

        @classmethod
        def now(cls, tz: object = None) -> "Frozen":  # type: ignore[override]  # noqa: ARG003
            return cls(2020, 1, 1, tzinfo=UTC)

    with monkeypatch.context() as patch:
        patch.setattr("smsvoice.emulator.engine.clock.datetime", Frozen)
        for name in ("time", "monotonic", "perf_counter"):
            patch.setattr(time, name, frozen_here(getattr(time, name)))
        client.send_text_message(DestinationPhoneNumber="+14254147755", MessageBody="x")
        inside = emulator.now()
    emulator.advance(60)

    assert before <= inside < before + timedelta(minutes=10)
    assert emulator.messages[0].state == "DELIVERED"
    emulator.close()


def test_a_frozen_start_is_a_plain_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An emulator that is made inside frozen time starts there, and its clock runs on."""

    class Frozen(datetime):
        """The datetime of a test that stopped the time."""

        @classmethod
        def now(cls, tz: object = None) -> "Frozen":  # type: ignore[override]  # noqa: ARG003
            return cls(2020, 1, 1, tzinfo=UTC)

    with monkeypatch.context() as patch:
        patch.setattr("smsvoice.emulator.engine.clock.datetime", Frozen)
        clock = EmulatorClock()

    assert clock.now().year == 2020
    assert type(clock.now()) is datetime


@pytest.mark.parametrize(
    "start",
    [
        datetime(2026, 3, 2, 9, 30),  # noqa: DTZ001  that is what is tested
        datetime(2026, 3, 2, 10, 30, tzinfo=timezone(timedelta(hours=1))),
    ],
)
def test_a_start_is_read_as_utc(start: datetime) -> None:
    """With another time zone it is the same moment; without any it is UTC."""
    clock = EmulatorClock(start, running=False)

    assert clock.now() == START
    assert clock.now().tzinfo is UTC


def test_a_reader_never_sees_the_moment_of_what_is_being_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Time only grows, and stands where all that was due before is done."""
    with Emulator(starting_at=START, clock_runs=False) as emulator:
        client = emulator.session().client("pinpoint-sms-voice-v2")
        client.send_text_message(DestinationPhoneNumber="+14254147755", MessageBody="x")
        seen: list[datetime] = []
        readers: list[threading.Thread] = []
        plain = emulator.engine.store.commit

        def commit() -> None:
            reader = threading.Thread(target=lambda: seen.append(emulator.now()))
            reader.start()
            readers.append(reader)
            time.sleep(0.02)
            plain()

        monkeypatch.setattr(emulator.engine.store, "commit", commit)
        emulator.advance(3600)
        for reader in readers:
            reader.join()

    assert readers
    assert seen == sorted(seen)
    assert {moment - START for moment in seen} <= {
        timedelta(seconds=seconds) for seconds in (0, 0.5, 1, 3600)
    }
    assert emulator.now() == START + timedelta(hours=1)

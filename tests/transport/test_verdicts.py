"""What ends a call from outside, and what botocore cannot send: said by the fate of the attempts."""

import logging
from datetime import UTC, datetime

import pytest
from botocore.exceptions import ParamValidationError

from smsvoice import operations
from smsvoice.core.errors import Problem, RequestError
from smsvoice.transport.call_state import Attempt, CallState, Fate
from smsvoice.transport.verdict import note_interruption, verdict

SEND = operations.messages.SEND_TEXT_MESSAGE
LEFT_AT = datetime(2026, 1, 1, tzinfo=UTC)


def state_of(*fates: Fate, name: str = "SendTextMessage") -> CallState:
    """A call with attempts that ended so."""
    return CallState(name, attempts=[Attempt(LEFT_AT, fate) for fate in fates])


@pytest.mark.parametrize(
    ("fates", "said", "left"),
    [
        ((), "SendTextMessage had not left this machine: calling again is safe.", False),
        ((Fate.NEVER_LEFT,), "SendTextMessage had not left this machine: calling", False),
        ((Fate.REFUSED,), "SendTextMessage had been refused by AWS: nothing was done.", False),
        ((Fate.ACCEPTED,), "SendTextMessage had been accepted by AWS: do not call again.", False),
        ((Fate.LOST, Fate.ACCEPTED), "SendTextMessage had been accepted by AWS: do not", True),
        ((Fate.HANDED_OVER,), "KeyboardInterrupt ended the wait for it", True),
        ((Fate.LOST, Fate.REFUSED), "KeyboardInterrupt ended the wait for it", True),
    ],
)
def test_an_interruption_says_whether_the_call_had_left(
    fates: tuple[Fate, ...], said: str, left: bool, caplog: pytest.LogCaptureFixture
) -> None:
    """In one note on the exception, and in the log."""
    stopped = KeyboardInterrupt()

    with caplog.at_level(logging.DEBUG, "smsvoice"):
        note_interruption(state_of(*fates), stopped)

    (note,) = stopped.__notes__
    assert note.startswith("smsvoice: ")
    assert said in note
    (record,) = caplog.records
    assert "SendTextMessage" in record.getMessage()
    assert "KeyboardInterrupt" in record.getMessage()
    assert record.levelno == (logging.WARNING if left else logging.INFO)


def test_an_interrupted_read_gets_no_note() -> None:
    """It may always be made again."""
    stopped = KeyboardInterrupt()

    note_interruption(state_of(Fate.HANDED_OVER, name="DescribePools"), stopped)

    assert not hasattr(stopped, "__notes__")


REPORT = (
    "Invalid type for parameter TimeToLive, value: +12065550142\n"
    'Missing required parameter in input: "DestinationPhoneNumber"'
)


@pytest.mark.parametrize(
    ("report", "problems"),
    [
        (
            REPORT,
            {
                "destination_phone_number": "is not what botocore can send",
                "time_to_live": "is not what botocore can send",
            },
        ),
        ("Something new", {"": "the request is not what botocore can send"}),
    ],
)
def test_what_botocore_cannot_send_is_named_without_its_value(
    report: str, problems: dict[str, str]
) -> None:
    """Its own report repeats the value, so it is not the cause either."""
    judged = verdict(SEND, state_of(), ParamValidationError(report=report))

    assert isinstance(judged, RequestError)
    assert judged.what == "SendTextMessage"
    assert sorted(judged.problems) == [Problem(*one) for one in problems.items()]
    assert judged.__cause__ is None
    assert "5550142" not in f"{judged!r}{judged}"

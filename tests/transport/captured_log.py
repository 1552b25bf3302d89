"""Hearing all that a call lets out: texts of values and errors, warnings, tracebacks, log lines."""

import logging
import traceback
import warnings
from collections.abc import Callable
from functools import cache
from typing import Any

from botocore.config import Config

from smsvoice import SmsVoice
from tests.contract.wire import keyed_session
from tests.transport.faults import Fault

MARK = "5550142"
"""Stands in every planted value: as digits of a number, and as text."""


NUMBERED = ("created", "msecs", "process", "relativeCreated", "thread")
"""What a record says of its own time and place: digits, in which a planted code may stand by chance."""


class CapturedLog(logging.Handler):
    """Hears all that a logger says, as the usual formatter writes it, extras included."""

    def __init__(self) -> None:
        """Hear everything."""
        super().__init__(logging.DEBUG)
        self.heard: list[str] = []
        self.setFormatter(logging.Formatter())

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line and what came with it."""
        line = self.format(record)
        more = {name: value for name, value in vars(record).items() if name not in NUMBERED}
        self.heard += [line, repr(more)]


def refusal(code: str) -> dict[str, Any]:
    """A refusal whose every free text repeats what was sent."""
    return {
        "__type": code,
        "Message": (
            f"Cannot text +1206{MARK}: 'body {MARK}'. User: arn:aws:sts::123456789012:user/{MARK} is not "
            "authorized to perform: sms-voice:SendTextMessage on resource: arn:aws:sms-voice:us-east-1:"
            f"123456789012:opted-out-number/+1206{MARK} because no identity-based policy allows {MARK}"
        ),
        "Reason": "DESTINATION_PHONE_NUMBER_OPTED_OUT",
        "ResourceType": "opted-out-number",
        "ResourceId": f"+1206{MARK}",
        "Fields": [{"Name": "DestinationPhoneNumber", "Message": f"+1206{MARK} is wrong"}],
    }


def told_by(act: Callable[[], Any]) -> tuple[Any, list[str]]:
    """What a call gives or raises, and every text that comes of it."""
    texts: list[str] = []
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            result = act()
        except Exception as error:
            result = error
            chain: BaseException | None = error
            while chain is not None:
                texts += [repr(chain), str(chain), *getattr(chain, "__notes__", [])]
                chain = chain.__cause__
            texts += [repr(error.args), *without_source(error)]
    texts += [repr(result), str(result), f"{result}"]
    texts += [str(one.message) for one in warned]
    return result, texts


def without_source(error: BaseException) -> list[str]:
    """A traceback's lines, but for the lines of source that it shows."""
    shown = traceback.TracebackException.from_exception(error)
    seen = [line for line in shown.format() if not line.startswith("  File ")]
    assert any(type(error).__name__ in line for line in seen)
    return seen


def texted(url: str, fault: Fault | None = None) -> Any:
    """A text to somebody, through a real connection; a late answer is waited for briefly alone."""
    seconds = 0.3 if fault is Fault.READ_TIMEOUT else 30
    client = SmsVoice(wire_free_session(), endpoint_url=url, config=Config(read_timeout=seconds))
    return client.messages.send_text(
        f"+1206{MARK}", message_body=f"code {MARK}", context={f"order{MARK}": MARK}
    )


@cache
def wire_free_session() -> Any:
    """A session whose requests really leave."""
    return keyed_session()


def assert_unmarked(texts: list[str]) -> None:
    """None of the texts holds the mark."""
    found = [text for text in texts if MARK in text]
    assert not found, found[0][:2000]

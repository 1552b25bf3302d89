"""What the examples of a login share: an account with a configuration, and the newest code."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from smsvoice import Emulator, SmsVoice
from tests.factories.notify import ENGLISH

USER, STRANGER = "+12065550142", "+12065550177"


@contextmanager
def shop() -> Iterator[tuple[Emulator, str]]:
    """An emulator, and the id of a configuration in it."""
    with Emulator(clock_runs=False, seed=7) as emulator, SmsVoice(emulator.session()) as sms:
        configuration = sms.notify_configurations.create(
            display_name="Shop",
            use_case="CODE_VERIFICATION",
            enabled_channels=["SMS", "VOICE"],
            default_template_id=ENGLISH,
        )
        emulator.advance(60)
        yield emulator, configuration.id


def newest_code(emulator: Emulator) -> str:
    """The code of the newest message that has one; the list of messages is of the moment."""
    return emulator.messages.code()


def log_in(post: Any, emulator: Emulator) -> None:
    """A person's way through the pages: `post` gives the text of the answer, redirects followed."""
    assert "no phone number" in post("/login", number="12")
    on_its_way = post("/login", number="(206) 555-0142")
    assert "a code is on its way" in on_its_way
    assert emulator.messages[-1].destination_phone_number == USER
    code = newest_code(emulator)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    assert "not right" in post("/code", code=wrong)
    assert "No other code was sent. Try again after" in post("/call")
    assert f"Welcome, {USER}" in post("/code", code=f"{code[:3]} {code[3:]}")
    assert "not right" in post("/code", code=code)


def be_opted_out(post: Any, emulator: Emulator) -> None:
    """The way of a person whom AWS sends nothing: as without an account."""
    with SmsVoice(emulator.session()) as sms:
        sms.api.put_opted_out_number(opt_out_list_name="Default", opted_out_number=USER)
    refused = post("/login", number=USER)
    unknown = post("/login", number=STRANGER)
    assert without_tokens(refused) == without_tokens(unknown)
    assert "a code is on its way" in refused
    assert list(emulator.messages) == []


def be_unknown(post: Any, emulator: Emulator) -> None:
    """The way of a person without an account: the same pages, and no message."""
    sent = len(emulator.messages)
    known = post("/login", number=USER)
    unknown = post("/login", number=STRANGER)
    assert without_tokens(unknown) == without_tokens(known)
    assert len(emulator.messages) == sent + 1
    assert "not right" in post("/code", code="000000")
    assert "No other code was sent" in post("/call")


def without_tokens(page: str) -> str:
    """A page without what differs each time."""
    return re.sub(r'(name=csrfmiddlewaretoken value=")\w+', r"\1", page)

"""The messages of an emulator: to whom, the last one, the next one, and the code in it."""

import threading
import time
from typing import TYPE_CHECKING

import anyio
import pytest

from smsvoice.emulator import Emulator, Message
from smsvoice.emulator.controls.code_finder import code_in
from tests.factories.constants import BAD, GOOD, SERVICE, START

if TYPE_CHECKING:
    from mypy_boto3_pinpoint_sms_voice_v2 import PinpointSMSVoiceV2Client


def send(aws: "PinpointSMSVoiceV2Client", body: str, to: str = GOOD) -> str:
    """The id of a text."""
    return aws.send_text_message(DestinationPhoneNumber=to, MessageBody=body)["MessageId"]


def test_messages_are_a_list_with_more(emulator: Emulator, aws: "PinpointSMSVoiceV2Client") -> None:
    """Those to a number, the last one, and the newest code."""
    assert emulator.messages == []
    with pytest.raises(LookupError, match="no message yet"):
        _ = emulator.messages.last
    with pytest.raises(LookupError, match="one-time code"):
        emulator.messages.code()

    send(aws, "Your code is 111111")
    send(aws, "Your code is 222222", BAD)
    send(aws, "Your table is ready", BAD)

    assert emulator.messages.to(BAD[1:])[0].body == "Your code is 222222"
    assert emulator.messages.last is emulator.messages[-1]
    assert emulator.messages.to(GOOD).last.body == "Your code is 111111"
    assert emulator.messages.code() == emulator.messages.code(BAD) == "222222"
    assert emulator.messages.code(GOOD) == emulator.messages.to(GOOD).code() == "111111"


def test_codes_of_notify_are_known_whatever_the_name_says(
    emulator: Emulator, aws: "PinpointSMSVoiceV2Client"
) -> None:
    """A display name may hold digits, and a code letters."""
    key = emulator.give.notify_configuration(display_name="Shop 2024")
    for variables, template in (
        ({"code": "A1B2"}, "notify-code-verification-english-001"),
        ({"code": "481516", "minutes": "15"}, "notify-code-verification-english-002"),
    ):
        aws.send_notify_text_message(
            NotifyConfigurationId=key,
            DestinationPhoneNumber=GOOD,
            TemplateId=template,
            TemplateVariables=variables,
        )
        assert emulator.messages.code() == variables["code"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("481516", "481516"),
        ("Your code is 481516", "481516"),
        ("481516 is your verification code.", "481516"),
        ("G-481516 is your Example code", "481516"),
        ("Code: 481-516. Call +12065550142 for help, code words only.", "481516"),
        ("Your code is 4 8 1 5 1 6", "481516"),
        ("Your code is 4, 8, 1, 5", "4815"),
        ("Ihr Sicherheitscode lautet 481 516.", "481516"),
        ("Votre code est 0815, valable jusqu'au 01.12.2026", "0815"),
        ("Order 20261127: your PIN is 0042", "0042"),
        ("Example code 12345\n\n@example.com #999888", "999888"),
        ("Your table for 4 is ready at 19:30", None),
        ("Order 20261127 has left", None),
        ("Your password was changed", None),
        ("Call 206-555-0142 for a code", None),
        ("You owe 1234.50, code of conduct applies", None),
    ],
)
def test_a_code_is_what_a_person_would_type(body: str, code: str | None) -> None:
    """And not a date, a price or a phone number beside it."""
    message = Message(
        message_id="1", channel="SMS", destination_phone_number=GOOD, body=body, sent_at=START
    )

    assert code_in(message) == code


def test_a_wait_ends_when_another_thread_sends() -> None:
    """And what comes due by the clock happens while it waits."""
    with Emulator() as emulator:
        aws = emulator.session().client(SERVICE)
        threading.Timer(0.1, send, [aws, "Hello"]).start()

        came = emulator.messages.to(GOOD).wait_for(timeout=20)
        arrived = emulator.messages.wait_for(lambda one: one.state == "DELIVERED", timeout=20)

    assert came.body == "Hello"
    assert arrived.message_id == came.message_id


@pytest.mark.anyio
async def test_a_task_waits_while_others_go_on() -> None:
    """On either event loop."""
    with Emulator() as emulator:
        aws = emulator.session().client(SERVICE)

        async def send_later() -> None:
            await anyio.sleep(0.1)
            send(aws, "Hello")

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(send_later)
            came = await emulator.messages.await_for(timeout=20)

    assert came.body == "Hello"


@pytest.mark.anyio
async def test_a_wait_without_a_message_ends_in_time(emulator: Emulator) -> None:
    """The error says how many messages there are, and nothing of what they hold."""
    send(emulator.session().client(SERVICE), "Your code is 481516")

    with pytest.raises(TimeoutError, match=r"no message that fits came within 0.1 s; there are 1"):
        emulator.messages.wait_for(lambda one: one.state == "DELIVERED", timeout=0.1)
    with pytest.raises(TimeoutError, match="there are 0"):
        await emulator.messages.to(BAD).await_for(timeout=0)
    for wrong in (-1, float("nan"), "1"):
        with pytest.raises(ValueError, match="timeout"):
            emulator.messages.wait_for(timeout=wrong)  # type: ignore[arg-type]


def test_a_time_that_a_tool_holds_does_not_hold_a_wait(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A test may freeze the time of its process."""
    held, clock, here = time.monotonic(), time.monotonic, threading.get_ident()
    # A server of other tests goes on in its own thread.
    monkeypatch.setattr(
        time, "monotonic", lambda: held if threading.get_ident() == here else clock()
    )

    with pytest.raises(TimeoutError):
        emulator.messages.wait_for(timeout=0.1)

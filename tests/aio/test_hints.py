"""What is looked for in the wrong place: an attribute, a member, a dict's key."""

import copy
from typing import Any

import pytest

from smsvoice import AsyncSmsVoice, Emulator
from tests.factories import identities


def told(act: Any) -> str:
    """The text of an AttributeError."""
    with pytest.raises(AttributeError) as absent:
        act()
    return str(absent.value)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("send_text", "sms.messages.send_text"),
        ("put_feedback", "sms.messages.put_feedback"),
        ("lookup", "sms.carriers.lookup"),
        ("create_pool", "sms.api.create_pool"),
        ("send_text_message", "sms.api.send_text_message"),
    ],
)
async def test_a_client_says_where_a_verb_is(sms: AsyncSmsVoice, name: str, place: str) -> None:
    """Nobody reads the documentation first."""
    text = told(lambda: getattr(sms, name))

    assert text == f"{type(sms).__name__} has no attribute '{name}'; use {place}"


async def test_a_client_knows_near_names_and_keeps_quiet_about_others(sms: AsyncSmsVoice) -> None:
    """`create` is a verb of many collections, so no one of them is named."""
    assert told(lambda: sms.pool).endswith("; did you mean pools?")  # type: ignore[attr-defined]
    assert told(lambda: sms.qqq).endswith("has no attribute 'qqq'")  # type: ignore[attr-defined]
    assert "use " not in told(lambda: sms.create)  # type: ignore[attr-defined]
    assert not hasattr(sms, "send_text")


async def test_api_and_collections_know_near_names(sms: AsyncSmsVoice) -> None:
    """As everything else does."""
    assert told(lambda: sms.api.send_text_mesage).endswith("did you mean send_text_message?")  # type: ignore[attr-defined]
    assert told(lambda: sms.messages.sendtext).endswith("did you mean send_text?")  # type: ignore[attr-defined]


async def test_a_handle_says_that_a_member_is_in_its_data(
    sms: AsyncSmsVoice, emulator: Emulator
) -> None:
    """Loaded or not, and without a call."""
    aws = emulator.session().client("pinpoint-sms-voice-v2")
    number = sms.phone_numbers.at(identities.long_code(aws, emulator))

    text = told(lambda: number.phone_number)  # type: ignore[attr-defined]

    assert (
        text == f"{type(number).__name__} has no attribute 'phone_number'; use .data.phone_number"
    )
    assert told(lambda: number.relese).endswith("did you mean release?")  # type: ignore[attr-defined]
    assert copy.copy(number) == number


async def test_the_error_of_a_property_stays_its_own() -> None:
    """It is no missing attribute."""
    from smsvoice.core.hints import Hinting

    class Broken(Hinting):
        @property
        def thing(self) -> int:
            return self.inner  # type: ignore[attr-defined,no-any-return]

    assert told(lambda: Broken().thing) == "Broken has no attribute 'inner'"


async def test_an_answer_is_no_dict_and_names_the_attribute(sms: AsyncSmsVoice) -> None:
    """For code that comes from boto3; a key that nobody knows is not repeated."""
    sent: Any = await sms.messages.send_text("+14254147755", message_body="Hello")

    with pytest.raises(TypeError, match=r"is no dict: use \.message_id$"):
        sent["MessageId"]
    with pytest.raises(TypeError, match=r"is no dict: use \.message_id$"):
        sent["message_id"]
    for key in ("+12065550142", 7):
        with pytest.raises(TypeError, match=r"is no dict: its members are attributes$"):
            sent[key]

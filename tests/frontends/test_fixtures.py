"""The fixtures that come with the package."""

from typing import TYPE_CHECKING

import boto3
import pytest

from smsvoice.emulator.engine.settings import Settings

if TYPE_CHECKING:
    from smsvoice import AsyncSmsVoice, SmsVoice
    from smsvoice.emulator import Emulator

TO = "+14254147755"


def test_a_client_and_its_emulator(sms_voice: "SmsVoice", sms_emulator: "Emulator") -> None:
    """What is sent by one is found in the other."""
    sms_voice.messages.send_text(TO, message_body="481516")

    assert [message.body for message in sms_emulator.messages] == ["481516"]


@pytest.mark.anyio
async def test_an_async_client_too(
    async_sms_voice: "AsyncSmsVoice", sms_emulator: "Emulator"
) -> None:
    """The same emulator, awaited."""
    await async_sms_voice.messages.send_text(TO, message_body="481516")

    assert len(sms_emulator.messages) == 1


class TestSettings:
    """Whoever overrides one fixture changes the account."""

    @pytest.fixture
    def sms_emulator_settings(self) -> Settings:
        """An account of its own."""
        return Settings(account_id="210987654321")

    def test_they_are_the_emulators(self, sms_emulator: "Emulator") -> None:
        """The override is what the emulator has."""
        assert sms_emulator.settings.account_id == "210987654321"


@pytest.fixture(scope="module")
def number(sms_emulator_session: "Emulator") -> str:
    """The id of a number that several tests send from."""
    return sms_emulator_session.give.number("SIMULATOR")


class TestSession:
    """Fixtures of a wider scope than a test."""

    def test_a_program_reaches_the_session_by_its_url(
        self, sms_emulator_session: "Emulator", sms_emulator_server: str, number: str
    ) -> None:
        """What goes to the server is found in the emulator."""
        client = boto3.client(
            "pinpoint-sms-voice-v2",
            region_name="us-east-1",
            endpoint_url=sms_emulator_server,
            aws_access_key_id="EMULATOR",
            aws_secret_access_key="emulator",
        )
        client.send_text_message(
            DestinationPhoneNumber=TO, OriginationIdentity=number, MessageBody="481516"
        )

        assert sms_emulator_session.messages.last.body == "481516"

    def test_the_next_test_finds_it(self, sms_emulator_session: "Emulator") -> None:
        """Until it is forgotten."""
        assert sms_emulator_session.messages.last.body == "481516"

        sms_emulator_session.reset()

        assert len(sms_emulator_session.messages) == 0

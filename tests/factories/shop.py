"""A number that texts and is written to, and what SNS publishes of it."""

import importlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest

from smsvoice import Emulator, SmsVoice
from tests.factories.constants import INBOUND_TOPIC, SERVICE
from tests.factories.events import listen
from tests.factories.identities import number

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
PERSON = "+12065550142"
Action = Literal["AUTOMATIC_RESPONSE", "OPT_OUT", "OPT_IN"]


@dataclass
class Shop:
    """A number with two-way messaging, and a configuration set with an SNS destination."""

    emulator: Emulator
    sms: SmsVoice
    phone_number: str
    phone_number_id: str
    configuration_set_name: str

    def send(self, to: str = PERSON) -> str:
        """Send a text; its id."""
        sent = self.sms.messages.send_text(
            to,
            message_body="Your table is ready",
            origination_identity=self.phone_number,
            configuration_set_name=self.configuration_set_name,
        )
        assert sent.message_id is not None
        return sent.message_id

    def write(self, text: str, person: str = PERSON) -> None:
        """Let a person write to the number."""
        self.emulator.inbound(person, self.phone_number, text)

    def put_keyword(
        self, keyword: str, message: str, action: Action = "AUTOMATIC_RESPONSE"
    ) -> None:
        """Let AWS answer a keyword."""
        self.sms.phone_numbers.at(self.phone_number_id).keywords.put(
            keyword, keyword_message=message, keyword_action=action
        )

    def published(self) -> list[tuple[str, dict[str, Any]]]:
        """What SNS publishes, each with its topic: first all events, then all texts of people."""
        return [
            *(
                (e.topic_arn, dict(e.body))
                for e in self.emulator.events
                if e.destination == "topic"
            ),
            *((INBOUND_TOPIC, r.payload()) for r in self.emulator.inbound_messages),
        ]

    def envelopes(self) -> list[dict[str, str]]:
        """The same as SNS wraps and signs it."""
        signer = self.emulator.engine.poster.signer
        return [signer.envelope(topic, body) for topic, body in self.published()]


def open_shop(emulator: Emulator) -> Shop:
    """Make a shop's things in an emulator."""
    aws = emulator.session().client(SERVICE)
    made = number(aws, emulator)
    aws.update_phone_number(
        PhoneNumberId=made["PhoneNumberId"], TwoWayEnabled=True, TwoWayChannelArn=INBOUND_TOPIC
    )
    sms = SmsVoice(session=emulator.session())
    return Shop(emulator, sms, made["PhoneNumber"], made["PhoneNumberId"], listen(aws))


def load(name: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An example as a module, which finds the module that it shares with others."""
    monkeypatch.syspath_prepend(EXAMPLES)
    for one in (name, "message_table"):
        monkeypatch.delitem(sys.modules, one, raising=False)
    return importlib.import_module(name)

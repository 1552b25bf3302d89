"""An emulated account with numbers that send, and rows for a campaign of its own."""

from dataclasses import dataclass
from typing import Any

from smsvoice import SmsVoice
from smsvoice.emulator import Emulator

TO, OTHER = "+14254147755", "+14254147167"
FAST = float("inf")


@dataclass(frozen=True)
class Account:
    """An emulated account with two numbers that may send."""

    emulator: Emulator
    sms: SmsVoice
    numbers: tuple[str, str]

    def row(self, name: str, **members: Any) -> dict[str, Any]:
        """A row that is right."""
        return {
            "key": name,
            "destination_phone_number": TO,
            "message_body": f"Message {name}",
            "origination_identity": self.numbers[0],
            **members,
        }

    def rows(self, count: int, **members: Any) -> list[dict[str, Any]]:
        """Rows that are right, `row-0` and so on, from both numbers in turn."""
        return [
            self.row(f"row-{i}", **{"origination_identity": self.numbers[i % 2]} | members)
            for i in range(count)
        ]

    @property
    def bodies(self) -> list[str]:
        """The texts that arrived."""
        return [str(message.body) for message in self.emulator.messages]

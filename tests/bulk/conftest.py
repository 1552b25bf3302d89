"""What tests of campaigns share: an emulator, a client, two numbers that send, a campaign."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from smsvoice import SmsVoice
from smsvoice.bulk import Bulk
from smsvoice.bulk.ledger._ledger import close_all
from smsvoice.emulator import Emulator
from tests.transport.faults import no_back_off

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


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Close the connections of a test's ledgers; botocore does not sleep between attempts."""
    with no_back_off():
        yield
    close_all()


@pytest.fixture
def account() -> Iterator[Account]:
    """An account whose clock runs."""
    with Emulator(seed=7) as emulator, SmsVoice(session=emulator.session()) as sms:
        numbers = [
            sms.phone_numbers.request(
                iso_country_code="US",
                message_type="TRANSACTIONAL",
                number_capabilities=["SMS"],
                number_type="SIMULATOR",
            ).data.phone_number
            for _ in range(2)
        ]
        yield Account(emulator, sms, (numbers[0], numbers[1]))


@pytest.fixture
def bulk(account: Account, tmp_path: Path) -> "Callable[..., Bulk]":
    """Campaigns on a file, without a limit of their pace."""

    def made(name: str = "spring", **more: Any) -> Bulk:
        given: dict[str, Any] = {
            "ledger": tmp_path / "ledger.db",
            "sms": account.sms,
            "parts_per_second": FAST,
        }
        return Bulk(name, **(given | more))

    return made

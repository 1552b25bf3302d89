"""What tests of campaigns share: an emulator, a client, two numbers that send, a campaign."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from smsvoice import SmsVoice
from smsvoice.bulk import Bulk
from smsvoice.bulk.ledger._ledger import Ledger, close_all
from smsvoice.emulator import Emulator
from tests.bulk.ledgers import ledger_at
from tests.factories.accounts import FAST, Account
from tests.transport.faults import no_back_off


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


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    """A ledger on each database, closed at the end."""
    with ledger_at(ledger_url) as made:
        yield made

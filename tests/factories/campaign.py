"""A campaign against the emulator's server: two senders, and rows that are known by their texts.

Each process of a campaign gets it as JSON in an environment variable, so that what sends (threads,
Dask, Celery) stays as short as a user's own program.
"""

import csv
import json
import os
import random
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

import boto3

from smsvoice import SmsVoice
from smsvoice.bulk import Bulk

REGION = "us-east-1"
RECIPIENT = "+14254147755"
PACES = (100.0, 50.0)
VARIABLE = "SMSVOICE_TEST_CAMPAIGN"
COLUMNS = ("key", "destination_phone_number", "message_body", "origination_identity")
_CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "EMULATOR",
    "AWS_SECRET_ACCESS_KEY": "emulator",
    "AWS_EC2_METADATA_DISABLED": "true",
}
_PARTS = (1, 2, 3, 10)
_WEIGHTS = (60, 25, 14, 1)
SLOW = 0.1
"""Seconds that half of the answers take, as from AWS: so that kills meet messages on their way."""
_PART = 153
"""Characters that each part of a long text holds."""


@dataclass(frozen=True)
class Campaign:
    """What is sent from where, and where its ledger is."""

    name: str
    url: str
    table: str
    rows: int
    paces: dict[str, float]
    ledger: str
    threads: int

    def bulk(self) -> Bulk:
        """What sends it; credentials come from the environment of the process that does."""
        sms = SmsVoice(region_name=REGION, endpoint_url=self.url)
        return Bulk(
            self.name,
            ledger=self.ledger,
            sms=sms,
            parts_per_second=self.paces,
            threads=self.threads,
        )

    def environment(self) -> dict[str, str]:
        """The environment of a process that takes part."""
        return {**os.environ, **_CREDENTIALS, VARIABLE: json.dumps(asdict(self))}

    @classmethod
    def of_environment(cls) -> Self:
        """The campaign that this process takes part in."""
        return cls(**json.loads(os.environ[VARIABLE]))

    @property
    def keys(self) -> set[str]:
        """The keys of all rows."""
        return {f"row-{number}" for number in range(self.rows)}


@contextmanager
def emulator_server() -> Iterator[str]:
    """The address of an emulator in a process of its own, which keeps every message."""
    command = (sys.executable, "-m", "smsvoice.emulator.frontends.cli", "emulator")
    with subprocess.Popen(
        (*command, "--port", "0", "--keep", "0"), stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            found = re.search(r"http://\S+:\d+", line)
            assert found is not None, line
            yield found[0]
        finally:
            process.kill()


def two_numbers(url: str) -> list[str]:
    """Two numbers that the emulator's account sends from."""
    session = boto3.Session("EMULATOR", "emulator", region_name=REGION)
    with SmsVoice(session, endpoint_url=url) as sms:
        return [
            sms.phone_numbers.request(
                iso_country_code="US",
                message_type="TRANSACTIONAL",
                number_capabilities=["SMS"],
                number_type="SIMULATOR",
            ).data.phone_number
            for _ in PACES
        ]


def write_rows(path: Path, numbers: list[str], rows: int, seed: int = 7) -> None:
    """Rows of 1 to 3 parts, a few of 10; no two texts are alike, and each begins with its key.

    Two of three leave from the first number, whose pace is twice that of the second.
    """
    chance = random.Random(seed)
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for number in range(rows):
            (parts,) = chance.choices(_PARTS, _WEIGHTS)
            length = 60 if parts == 1 else _PART * parts - chance.randrange(1, 60)
            text = f"row-{number}: your table is ready "
            table.writerow(
                (f"row-{number}", RECIPIENT, text.ljust(length, "x"), numbers[number % 3 == 2])
            )


def control(url: str, path: str, content: object = None) -> Any:
    """Use a control of the emulator: GET, or POST where there is something to say."""
    request = urllib.request.Request(f"{url}/_smsvoice/{path}")
    if content is not None:
        request.data = json.dumps(content).encode()
        request.add_header("content-type", "application/json")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


@contextmanager
def campaign(
    folder: Path, ledger: str, rows: int, *, threads: int = 8, scale: float = 1.0
) -> Iterator[Campaign]:
    """A campaign whose emulator runs; `scale` makes the paces faster than 100 and 50 parts/s."""
    with emulator_server() as url:
        numbers = two_numbers(url)
        control(url, "faults", {"kind": "slow", "share": 0.5, "seconds": SLOW})
        table = folder / "rows.csv"
        write_rows(table, numbers, rows)
        paces = {number: pace * scale for number, pace in zip(numbers, PACES, strict=True)}
        yield Campaign("kills", url, str(table), rows, paces, ledger, threads)

"""The command against an emulator that listens on a port of this machine, as people run it."""

from collections.abc import Iterator

import pytest

from smsvoice import Emulator
from smsvoice.cli.main import main
from tests.factories.commands import Command
from tests.factories.constants import START
from tests.fixtures import Switch


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An empty emulator whose time passes only by `advance`."""
    with Emulator(starting_at=START, clock_runs=False, seed=7) as made:
        yield made


@pytest.fixture
def address(emulator: Emulator, switch: Switch, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where the emulator listens; the environment says so too."""
    switch.emulator = emulator
    monkeypatch.setenv("AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2", switch.url)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "EMULATOR")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "emulator")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    return switch.url


@pytest.fixture
def command(address: str, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command, in this process."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run

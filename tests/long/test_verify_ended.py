"""A run against an account that is ended by a signal, or by its reader, leaves nothing there."""

import os
import signal
import subprocess
import sys

import pytest

from smsvoice import Settings
from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.server import App, serving

pytestmark = pytest.mark.long
MOMENTS = (1, 15, 40)
"""How many lines a run has printed when it is ended."""
MOST_SECONDS = 20


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_ended_leaves_nothing(number: signal.Signals) -> None:
    """At moments all over the run, by Ctrl-C and by a supervisor."""
    settings = Settings(account_id="210987654321")
    with Emulator(settings=settings) as emulator, serving(App(emulator)) as url:
        client = emulator.session().client("pinpoint-sms-voice-v2")
        for moment in MOMENTS:
            process = _started("--endpoint-url", url, "--yes")
            assert process.stdout is not None
            for _ in range(moment):
                assert process.stdout.readline()
            process.send_signal(number)
            output, errors = process.communicate(timeout=MOST_SECONDS)

            assert process.returncode == 1, (output, errors)
            assert "ended" in errors
            assert len(client.describe_opt_out_lists()["OptOutLists"]) == 1
            assert client.describe_configuration_sets()["ConfigurationSets"] == []
            assert client.describe_protect_configurations()["ProtectConfigurations"] == []
            assert client.describe_registrations()["Registrations"] == []
            assert client.describe_registration_attachments()["RegistrationAttachments"] == []
    assert emulator.messages == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_run_whose_reader_ends_leaves_nothing(moment: int) -> None:
    """As after `| head`: the run ends, without a traceback."""
    settings = Settings(account_id="210987654321")
    with Emulator(settings=settings) as emulator, serving(App(emulator)) as url:
        client = emulator.session().client("pinpoint-sms-voice-v2")
        with _started("--endpoint-url", url, "--yes") as process:
            assert process.stdout is not None
            assert process.stderr is not None
            for _ in range(moment):
                assert process.stdout.readline()
            process.stdout.close()

            assert process.stderr.read() == "ended; what was made is removed\n"
        assert process.returncode == 1
        assert client.describe_configuration_sets()["ConfigurationSets"] == []
        assert client.describe_registrations()["Registrations"] == []


def test_a_listing_whose_reader_ends_is_quiet() -> None:
    """Its reader has what it wanted."""
    with _started("--list") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()

        assert process.stderr.read() == ""
    assert process.returncode == 1


def _started(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "smsvoice.emulator.verify", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"AWS_DEFAULT_REGION": "us-east-1"},
        preexec_fn=_heed_signals,  # noqa: PLW1509  it makes no lock
    )


def _heed_signals() -> None:
    """Heed Ctrl-C, which a process of a shell's background ignores."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)

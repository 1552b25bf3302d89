"""A run against an account that is ended by a signal leaves nothing there."""

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
            process = subprocess.Popen(
                [sys.executable, "-m", "smsvoice.emulator.verify", "--endpoint-url", url, "--yes"],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                env=os.environ | {"AWS_DEFAULT_REGION": "us-east-1"},
                preexec_fn=_hears_signals,  # noqa: PLW1509  it makes no lock
            )
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


def _hears_signals() -> None:
    """What a shell starts in the background is born deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)

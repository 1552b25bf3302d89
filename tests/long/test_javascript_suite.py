"""A suite in JavaScript, run by node's test runner, sees the emulator over HTTP alone."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from smsvoice.emulator import Emulator
from smsvoice.emulator.frontends.server import App, serving

pytestmark = pytest.mark.long
SUITE = Path(__file__).parent.parent.parent / "examples" / "javascript"
NODE = shutil.which("node")


@pytest.mark.skipif(NODE is None, reason="needs node")
def test_the_suite_passes() -> None:
    """Each of its tests, none of them skipped."""
    with Emulator() as emulator, serving(App(emulator)) as url:
        done = subprocess.run(
            [str(NODE), "--test", str(SUITE / "emulator.test.mjs")],
            env={**os.environ, "SMSVOICE_EMULATOR_URL": url},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    counts = dict(re.findall(r"^\W*(tests|pass|fail|skipped) (\d+)$", done.stdout, re.MULTILINE))
    assert done.returncode == 0, done.stdout
    assert counts == {"tests": "6", "pass": "6", "fail": "0", "skipped": "0"}

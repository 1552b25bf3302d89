"""The behaviour suite through the oldest moto that the extra allows; the newest runs beside it."""

import subprocess
import sys

import pytest

from tests import versions

pytestmark = pytest.mark.long


def test_the_oldest_moto_carries_the_whole_behaviour_suite() -> None:
    """In an environment of its own, since moto's releases exclude each other."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    runner = versions.environment(sys.executable, python, versions.NEWEST, versions.OLDEST_MOTO)

    run = subprocess.run(
        [runner, "-m", "pytest", "-q", "tests/emulator", "--frontends=moto", "-m", "not long"],
        cwd=versions.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout[-3000:]
    assert " passed" in run.stdout

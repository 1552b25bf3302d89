"""The oldest moto that the extra allows; the newest carries more of the behaviour suite."""

import subprocess
import sys

import pytest

from tests import versions

pytestmark = pytest.mark.long


FILES = ("test_messages", "test_notify_sends", "test_inbound", "test_pools", "test_requests")


def test_the_oldest_moto_carries_the_suite_of_sends() -> None:
    """In an environment of its own, since moto's releases exclude each other."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    runner = versions.environment(sys.executable, python, versions.NEWEST, versions.OLDEST_MOTO)

    run = subprocess.run(
        [
            *(runner, "-m", "pytest", "-q", "--frontends=moto", "-m", "not long"),
            *(f"tests/emulator/{name}.py" for name in FILES),
        ],
        cwd=versions.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout[-3000:]
    assert " passed" in run.stdout

"""The server's process and its addresses, and the environment that every measured process has."""

import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.samples import REGION

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Addresses:
    """Where the server answers at once, and where after its latency."""

    at_once: str
    later: str


@contextmanager
def served() -> Generator[Addresses]:
    """A running server."""
    command = [sys.executable, "-m", "benchmarks.server"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            ports = process.stdout.readline().split()
            yield Addresses(*(f"http://127.0.0.1:{port}" for port in ports))
        finally:
            process.kill()


def surroundings() -> dict[str, str]:
    """This process's environment, with credentials that lead nowhere and no settings of AWS's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    for idle in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONSTARTUP", "PYTHONTRACEMALLOC"):
        kept.pop(idle, None)
    return kept | {
        "AWS_ACCESS_KEY_ID": "EXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "example",
        "AWS_REGION": REGION,  # capo reads this one, boto3 the other
        "AWS_DEFAULT_REGION": REGION,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
    }

"""Where measured processes run: this machine, their environment variables, their venvs."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.samples import REGION

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".bench"
CERTIFICATE = FOLDER / "certificate.pem"
IDLE = ("AWS_", "SMSVOICE_", "SSL_CERT_", "PYTHON")


class UnavailableError(Exception):
    """A library cannot be installed or its process fails; the text gives the reason."""


def clean_environ(url: str) -> dict[str, str]:
    """This process's variables with fake credentials and no other setting; TLS is trusted."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(IDLE)}
    tls = {"AWS_CA_BUNDLE": str(CERTIFICATE), "SSL_CERT_FILE": str(CERTIFICATE)}
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
        **(tls if url.startswith("https") else {}),
    }


def python_of(package: str, *requirements: str) -> str:
    """The interpreter of a package's environment, with the newest releases that go together."""
    folder = FOLDER / f"{package}-{sys.version_info.major}.{sys.version_info.minor}"
    python = str(folder / "bin" / "python")
    print(f"installing the newest {package} below .bench/", file=sys.stderr)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    newest = [*pip, "--upgrade", "--upgrade-strategy", "eager", *requirements]
    made = [] if Path(python).exists() else [[sys.executable, "-m", "venv", str(folder)]]
    for command in (*made, newest):
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if run.returncode:
            print(run.stderr, file=sys.stderr)
            raise UnavailableError("could not be installed")
    return python


def versions(python: str, packages: Sequence[str]) -> dict[str, str]:
    """The installed releases of the packages that an environment has."""
    command = [python, "-m", "pip", "list", "--format", "json", "--disable-pip-version-check"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    have = {one["name"].replace("_", "-"): one["version"] for one in json.loads(printed)}
    return {name: have[name] for name in packages if name in have}


def machine() -> dict[str, str]:
    """The date, the processor, the system and the Python; no host name and no path."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
    }


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text("utf-8").splitlines() if described.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())

"""Where measured processes run: this machine, their environment variables, the peers' venvs."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.libraries import Peer
from benchmarks.samples import REGION

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".bench"
PACKAGES = ("smsvoice", "boto3", "botocore", "urllib3", "pydantic", "pydantic-core", "anyio")


class UnavailableError(Exception):
    """A library cannot be installed or its process fails; the text gives the reason."""


def clean_environ() -> dict[str, str]:
    """This process's environment with fake credentials and without any AWS setting."""
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


def python_of(peer: Peer) -> str:
    """The interpreter of a peer's environment, which is made when it is missing or outdated."""
    folder = FOLDER / f"{peer.package}-{sys.version_info.major}.{sys.version_info.minor}"
    python = str(folder / "bin" / "python")
    requirements = [f"{peer.package}=={peer.version}", "boto3"]
    mark = folder / ".installed"
    if mark.exists() and mark.read_text("utf-8") == "\n".join(requirements):
        return python
    print(f"installing {peer.package} {peer.version} below .bench/", file=sys.stderr)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for command in ([sys.executable, "-m", "venv", "--clear", str(folder)], [*pip, *requirements]):
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode:
            print(run.stderr, file=sys.stderr)
            raise UnavailableError("could not be installed")
    mark.write_text("\n".join(requirements), "utf-8")
    return python


def versions(python: str, packages: Sequence[str]) -> dict[str, str]:
    """The installed releases of the packages that an environment has."""
    code = (
        "import importlib.metadata as m, json, sys\n"
        "have = {d.name.lower().replace('_', '-'): d.version for d in m.distributions()}\n"
        "print(json.dumps({p: have[p] for p in sys.argv[1:] if p in have}))"
    )
    command = [python, "-P", "-c", code, *packages]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[str, str] = json.loads(printed)
    return found


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
    if described.exists():
        for line in described.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def load() -> str:
    """How busy the machine was in the last minute."""
    return f"{os.getloadavg()[0]:.1f}"

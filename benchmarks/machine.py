"""What the figures were measured on, without a name of anybody or any place."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

OURS = ("smsvoice", "boto3", "botocore", "urllib3", "pydantic", "pydantic-core", "anyio")


def machine() -> dict[str, str]:
    """The date, the processor, the system and the Python."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": f"{processor()}, {os.cpu_count()} cores",
        "system": system(),
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
    }


def processor() -> str:
    """The model's name as the system tells it."""
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def system() -> str:
    """The distribution where there is one, and the kernel's release without its build's name."""
    kernel = f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}"
    try:
        return f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {kernel}"
    except OSError:
        return kernel


def load() -> str:
    """How busy the machine was in the last minute."""
    return f"{os.getloadavg()[0]:.1f}"

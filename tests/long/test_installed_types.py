"""The types as those see them who install the wheel and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(sys.executable).parent
PROGRAM = """\
import smsvoice


def delete(sms: smsvoice.SmsVoice) -> object:
    try:
        sms.pools.at("pool-1").delete()
    except smsvoice.ConflictError as error:
        return error.reason or error.response or error.resource_idd
    return None
"""


def told(folder: Path, python: Path, *command: str | Path) -> str:
    """What a tool prints, wherever it prints it, with that Python first on the path."""
    path = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PATH": path},
    )
    return run.stdout + run.stderr


pytestmark = pytest.mark.long


def test_every_public_type_is_known(installed: Path) -> None:
    """No symbol of ours is of a type that its reader cannot know."""
    verify = (TOOLS / "pyright", "--verifytypes", "smsvoice", "--ignoreexternal")

    report = told(installed.parent, installed, *verify)

    assert "Type completeness score: 100%" in report
    assert "With unknown type: 0" in report


def test_a_misspelt_attribute_of_an_error_is_found(tmp_path: Path, installed: Path) -> None:
    """By pyright and by mypy; what is spelt right is not complained about."""
    (tmp_path / "program.py").write_text(PROGRAM)
    mypy = (TOOLS / "mypy", "--strict", "--no-incremental", "--python-executable", installed)

    by_pyright = told(
        tmp_path, installed, TOOLS / "pyright", "--pythonpath", installed, "program.py"
    )
    by_mypy = told(tmp_path, installed, *mypy, "program.py")

    assert '"resource_idd"' in by_pyright
    assert "1 error," in by_pyright
    assert '"ConflictError" has no attribute "resource_idd"' in by_mypy
    assert "Found 1 error in 1 file" in by_mypy

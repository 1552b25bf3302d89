"""The types as those see them who install the wheel and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
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


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir"]
    subprocess.run([*build, folder, ROOT], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    installed = folder / "venv" / "bin" / "python"
    subprocess.run([installed, "-m", "pip", "install", "--quiet", wheel], check=True)
    return installed


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


def test_every_public_type_is_known(python: Path) -> None:
    """No symbol of ours is of a type that its reader cannot know."""
    verify = (TOOLS / "pyright", "--verifytypes", "smsvoice", "--ignoreexternal")

    report = told(python.parent, python, *verify)

    assert "Type completeness score: 100%" in report
    assert "With unknown type: 0" in report


def test_a_misspelt_attribute_of_an_error_is_found(tmp_path: Path, python: Path) -> None:
    """By pyright and by mypy; what is spelt right is not complained about."""
    (tmp_path / "program.py").write_text(PROGRAM)
    mypy = (TOOLS / "mypy", "--strict", "--no-incremental", "--python-executable", python)

    by_pyright = told(tmp_path, python, TOOLS / "pyright", "--pythonpath", python, "program.py")
    by_mypy = told(tmp_path, python, *mypy, "program.py")

    assert '"resource_idd"' in by_pyright
    assert "1 error," in by_pyright
    assert '"ConflictError" has no attribute "resource_idd"' in by_mypy
    assert "Found 1 error in 1 file" in by_mypy

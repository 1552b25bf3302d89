"""`make versions`: the quick tests on every Python, with the oldest boto3 and with the newest.

The newest is what the registry has today, since that is what users get. Each combination gets an
environment of its own below `.versions/`. A Python that this machine does not have is said to be
missing, and the run fails for it.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.once import alone

ROOT = Path(__file__).resolve().parent.parent
OLDEST_MOTO = "5.0.0"
FLOOR = tomllib.loads((ROOT / "codegen/tables/since.toml").read_text())["floor"]
NEWEST = "newest"
COMBINATIONS = (("3.11", FLOOR), ("3.11", NEWEST), ("3.12", NEWEST), ("3.13", NEWEST))


def main() -> int:
    """Run them all; one line each at the end."""
    told = {
        f"Python {python}, {boto} boto3": outcome(python, boto) for python, boto in COMBINATIONS
    }
    print("\n".join(f"{name}: {said}" for name, said in told.items()))
    return 0 if all(is_whole(said) for said in told.values()) else 1


def is_whole(said: str) -> bool:
    """Whether pytest's last line tells of tests that passed, and of nothing else that is amiss."""
    return "passed" in said and "failed" not in said and "error" not in said


def outcome(python: str, boto: str) -> str:
    """The installed boto3 and botocore with the last line of pytest, or what was missing."""
    interpreter = found(python)
    if interpreter is None:
        return "no such Python on this machine"
    runner = environment(interpreter, python, boto)
    run = subprocess.run(
        [runner, "-m", "pytest", "-q", "-n", "auto", "-m", "not long and not generator"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={
            name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        },
    )
    lines = run.stdout.strip().splitlines() or [run.stderr.strip()[-400:]]
    if run.returncode:
        print("\n".join(line for line in lines if line.startswith(("FAILED", "ERROR", "E  "))))
    return f"{installed(runner)}: {lines[-1]}"


def installed(runner: str) -> str:
    """The versions in an environment."""
    program = "import boto3, botocore; print('boto3', boto3.__version__, 'botocore', botocore.__version__)"
    return subprocess.run(
        [runner, "-c", program], capture_output=True, text=True, check=True
    ).stdout.strip()


def found(python: str) -> str | None:
    """An interpreter of that version, on the path or below pyenv."""
    if sys.version_info[:2] == tuple(map(int, python.split("."))):
        return sys.executable
    below = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates = [
        *map(str, sorted(below.glob(f"{python}.*/bin/python3"))),
        shutil.which(f"python{python}"),
    ]
    for candidate in candidates:
        if (
            candidate
            and not subprocess.run([candidate, "-V"], capture_output=True, check=False).returncode
        ):
            return candidate
    return None


def environment(interpreter: str, python: str, boto: str, moto: str | None = None) -> str:
    """An environment with the package, the tests' needs and those releases; made once.

    The newest boto3 is looked for each time.
    """
    folder = ROOT / ".versions" / "-".join(filter(None, (python, boto, moto)))
    runner = str(folder / "bin" / "python")
    pip = [runner, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    with alone(folder):
        if not (folder / ".installed").exists():
            subprocess.run([interpreter, "-m", "venv", folder], check=True)
            subprocess.run([*pip, "--upgrade", "pip>=25.1"], check=True)
            needs = [
                "--editable",
                ".[bulk-postgres,cli,emulator,moto,progress,tables]",
                "--group",
                "test",
            ]
            pins = [] if boto == NEWEST else [f"boto3=={boto}", f"botocore=={boto}"]
            subprocess.run([*pip, *needs, *pins], check=True, cwd=ROOT)
            if moto is not None:
                subprocess.run([*pip, f"moto=={moto}"], check=True)
            (folder / ".installed").touch()
        if boto == NEWEST:
            subprocess.run([*pip, "--upgrade", "boto3", "botocore"], check=True)
    return runner


if __name__ == "__main__":
    sys.exit(main())

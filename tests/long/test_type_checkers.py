"""mypy, pyright, ty and pyrefly read the typed samples as those do who install the wheel.

The samples are `tests/typing/check_*.py` without the marks that say where their mistakes are: each
checker must find exactly these, for every Python that smsvoice runs on and for the next one. The
checkers read for a version that they are given, so one environment serves for all.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long
ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
MARK = re.compile(r"  # type: ignore.*")
FOUND = re.compile(r"^(?:ERROR)? *(?:\S*/)?(check_\w+\.py):(\d+):(?!.* note: )", re.MULTILINE)
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
COMMANDS = {
    "mypy": ("mypy", "--strict", "--cache-dir=cache", "--python-version", "--python-executable"),
    "pyright": ("pyright", "--pythonversion", "--pythonpath"),
    "ty": ("ty", "check", "--output-format=concise", "--python-version", "--python"),
    # Without a configuration pyrefly checks by its preset "basic", which compares no arguments.
    "pyrefly": (
        "pyrefly",
        "check",
        "--preset=default",
        "--output-format=min-text",
        "--python-version",
        "--python-interpreter-path",
    ),
}
"""Each checker; the last two options take the version of Python, and its interpreter."""

OVERLOOKED: dict[str, dict[str, str]] = {}
"""Lines of mistakes that a checker cannot see, each with the reason; today every one sees all."""


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples, without marks and apart from this checkout."""
    folder = tmp_path_factory.mktemp("samples")
    for path in (ROOT / "tests" / "typing").glob("check_*.py"):
        (folder / path.name).write_text(MARK.sub("", path.read_text("utf-8")))
    for flavour in ("aio", "sync"):
        stores = folder / "tests" / "factories" / flavour / "opt_out_stores.py"
        stores.parent.mkdir(parents=True)
        stores.write_text((ROOT / stores.relative_to(folder)).read_text("utf-8"))
    return folder


def marked() -> dict[tuple[str, int], str]:
    """Where the mistakes are, and their lines."""
    return {
        (path.name, number): MARK.sub("", line).strip()
        for path in (ROOT / "tests" / "typing").glob("check_*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if MARK.search(line)
    }


def test_the_samples_have_mistakes() -> None:
    """A pattern that matches nothing would accept everything."""
    assert len(marked()) > 20


@pytest.mark.parametrize("version", PYTHONS)
@pytest.mark.parametrize("checker", COMMANDS)
def test_a_checker_finds_the_mistakes_and_nothing_else(
    checker: str, version: str, samples: Path, installed: Path
) -> None:
    """What is right is not complained about."""
    tool, *options, for_version, with_python = COMMANDS[checker]
    files = sorted(path.name for path in samples.glob("check_*.py"))

    run = subprocess.run(
        [TOOLS / tool, *options, for_version, version, with_python, installed, *files],
        cwd=samples,
        capture_output=True,
        text=True,
        check=False,
    )

    wanted = {place for place, line in marked().items() if line not in OVERLOOKED.get(checker, {})}
    assert {(name, int(line)) for name, line in FOUND.findall(run.stdout)} == wanted, run.stdout

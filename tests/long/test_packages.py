"""What would be published is whole, holds nothing else, and works where nothing else is installed."""

import json
import os
import re
import subprocess
import sys
import tarfile
import textwrap
import tomllib
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from smsvoice import Emulator
from smsvoice._version import __version__
from smsvoice.emulator.frontends.server import App, serving

pytestmark = pytest.mark.long
ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
OLDEST = tomllib.loads((ROOT / "codegen/tables/since.toml").read_text("utf-8"))["floor"]
SOURCES = {
    str(path.relative_to(ROOT))
    for path in (ROOT / "smsvoice").rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
}
LICENCES = ("LICENSE", *sorted(name for name in SOURCES if "LICENSE" in name))
"""Our own, and those of what the inbox page brings along."""
BESIDE = {"CHANGELOG.md", "LICENSE", "README.md", "pyproject.toml", "PKG-INFO", ".gitignore"}
"""What the source distribution has beside the package; Hatchling adds the last two by itself."""
FENCE = re.compile(r"^( *)```python\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
RUN = """
import ast, asyncio, inspect, json, sys

names = {"__name__": "__main__"}
for text in json.load(sys.stdin):
    code = compile(text, "snippet", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    outcome = eval(code, names)
    if inspect.iscoroutine(outcome):
        async def awaited():
            await outcome
        asyncio.run(awaited())
"""
"""Runs snippets one after the other, as a reader types them."""


def python_of(page: str) -> list[str]:
    """The Python snippets of a page, also those within tabs."""
    text = (ROOT / page).read_text("utf-8")
    return [textwrap.dedent(block) for _, block in FENCE.findall(text)]


def printed(folder: Path, *command: str | Path, given: str = "") -> str:
    """What a command prints in a folder, on a machine without AWS."""
    ours = ("AWS_", "SMSVOICE_", "PYTHON", "COVERAGE_")
    there = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    nowhere = str(folder / "none")
    aws = {
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": nowhere,
        "AWS_SHARED_CREDENTIALS_FILE": nowhere,
    }
    run = subprocess.run(
        command,
        cwd=folder,
        input=given,
        capture_output=True,
        text=True,
        check=False,
        env=there | aws,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_the_wheel_has_the_package_and_the_licences(wheel: Path) -> None:
    """Every file below `smsvoice`, and no other; each licence is in the metadata too."""
    about = f"smsvoice-{__version__}.dist-info"

    names = set(zipfile.ZipFile(wheel).namelist())

    assert {name for name in names if not name.startswith(f"{about}/")} == SOURCES
    assert "smsvoice/py.typed" in names
    assert len(LICENCES) > 1
    assert any(name.endswith(".html") for name in names)
    assert {name.removeprefix(f"{about}/") for name in names if name.startswith(about)} == {
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
        *(f"licenses/{licence}" for licence in LICENCES),
    }


def test_the_source_distribution_has_what_makes_the_wheel(packages: Path) -> None:
    """The package, its pages and its licence: no tests, no tools, no caches."""
    with tarfile.open(packages / f"smsvoice-{__version__}.tar.gz") as archive:
        names = {str(PurePosixPath(*PurePosixPath(n).parts[1:])) for n in archive.getnames()}

    assert names == SOURCES | BESIDE


def test_no_file_names_the_machine_that_built_it(packages: Path) -> None:
    """Neither the folder of the checkout nor a home folder."""
    here = [str(folder).encode() for folder in (ROOT, Path.home(), packages, Path(sys.prefix))]
    with zipfile.ZipFile(next(packages.glob("*.whl"))) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    with tarfile.open(next(packages.glob("*.tar.gz"))) as archive:
        members = [member for member in archive.getmembers() if member.isfile()]
        held |= {one.name: file.read() for one in members if (file := archive.extractfile(one))}

    assert [name for name, text in held.items() if any(path in text for path in here)] == []


def test_those_who_check_packages_find_nothing(packages: Path) -> None:
    """Twine renders the description; check-wheel-contents looks for what does not belong there."""
    files = sorted(one for one in packages.iterdir() if one.suffix in {".whl", ".gz"})

    rendered = printed(packages, TOOLS / "twine", "--no-color", "check", "--strict", *files)

    assert rendered.count("PASSED") == len(files) == 2
    # W002 is about files that are there twice: licences of others, beside the page and in the metadata.
    looked_at = printed(packages, TOOLS / "check-wheel-contents", "--ignore=W002", packages)
    assert looked_at.rstrip().endswith(": OK")


@pytest.mark.parametrize(
    ("page", "first"), [("README.md", True), ("docs/quickstart.md", False)], ids=lambda one: one
)
def test_a_page_runs_with_the_wheel_alone(
    page: str, first: bool, installed: Path, tmp_path: Path
) -> None:
    """As it is printed, without an extra."""
    if not (ROOT / page).exists():
        pytest.skip(f"there is no {page}")
    snippets = python_of(page)[:1] if first else python_of(page)

    said = printed(tmp_path, installed, "-c", RUN, given=json.dumps(snippets))

    assert re.search(r"\b[0-9a-f]{8}-[0-9a-f-]{27}\b", said), said  # the message's id


def test_the_example_runs_with_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    """The job of `make demo`."""
    program = tmp_path / "one_time_code.py"
    program.write_text((ROOT / "examples" / program.name).read_text("utf-8"))

    assert "OPTED_OUT" in printed(tmp_path, installed, program)


def test_the_command_runs_without_an_extra(installed: Path, tmp_path: Path) -> None:
    """It says its version, and whether an emulator's server is well."""
    command = installed.with_name("smsvoice")

    with Emulator() as emulator, serving(App(emulator)) as url:
        checked = printed(tmp_path, command, "emulator", "--check", "--port", url.split(":")[-1])

    assert checked == "ok\n"
    assert printed(tmp_path, command, "--version") == f"smsvoice {__version__}\n"


@pytest.mark.parametrize("boto", ["newest", OLDEST])
def test_all_extras_resolve_together(boto: str, wheel: Path, installed: Path) -> None:
    """Nothing is installed: pip says what it would take, and of boto3 which release."""
    every = ",".join(PROJECT["optional-dependencies"])
    pins = [] if boto == "newest" else [f"boto3=={boto}", f"botocore=={boto}"]
    report = wheel.with_name(f"report-{boto}.json")
    install = ["-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]

    printed(
        wheel.parent,
        installed,
        *install,
        "--report",
        report,
        f"smsvoice[{every}] @ {wheel.as_uri()}",
        *pins,
    )

    plan = json.loads(report.read_text("utf-8"))["install"]
    taken = {one["metadata"]["name"].lower(): one["metadata"]["version"] for one in plan}
    assert {"moto", "pyarrow", "psycopg-binary", "redis", "typer", "uvicorn"} <= set(taken)
    assert boto in {"newest", taken["boto3"]}

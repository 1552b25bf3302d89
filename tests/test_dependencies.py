"""The page of dependencies says what `pyproject.toml` says, and each has a reason."""

import re
import tomllib
from pathlib import Path

from smsvoice._version import __version__

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PAGE = (ROOT / "docs" / "dev" / "dependencies.md").read_text("utf-8")
NEED = re.compile(r"([\w-]+)(?:\[\w+\])?>=([\d.]+)")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def parsed(requirement: str) -> tuple[str, str]:
    """Name and oldest release."""
    found = NEED.match(requirement)
    assert found is not None, requirement
    return found[1], found[2]


def test_what_is_always_installed_is_on_the_page() -> None:
    """With its oldest release, its licence and what it is for."""
    assert {(name, oldest) for name, oldest, _, _ in rows("Always")} == {
        parsed(one) for one in PROJECT["dependencies"]
    }
    assert all(all(cells) for cells in rows("Always"))


def test_what_extras_install_is_on_the_page() -> None:
    """With the extras that it is in."""
    wanted: dict[tuple[str, str], set[str]] = {}
    for extra, needs in PROJECT["optional-dependencies"].items():
        for need in needs:
            wanted.setdefault(parsed(need), set()).add(extra)

    found = {
        (name, oldest): set(re.findall(r"`([\w-]+)`", extras))
        for name, oldest, _, extras, _ in rows("Extras")
    }

    assert found == wanted
    assert all(all(cells) for cells in rows("Extras"))


def test_the_version_that_is_next_is_in_the_changelog() -> None:
    """The first section is that of `smsvoice/_version.py`."""
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    first = re.search(r"^## (\S+), ", changes, re.MULTILINE)

    assert first is not None
    assert first[1] == __version__

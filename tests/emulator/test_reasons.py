"""The reasons that SERVICE.md names against those that the behaviour suite makes the emulator give."""

import ast
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories.full_account import REASONS

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TABLES = tomllib.loads((HERE / "reasons.toml").read_text())
UNREACHED: dict[str, str] = TABLES["unreached"]
CODES = {
    "AccessDenied": "AccessDeniedException",
    "Conflict": "ConflictException",
    "Quota": "ServiceQuotaExceededException",
    "Validation": "ValidationException",
}
NAMED = sorted((CODES[group], name) for group, names in TABLES["named"].items() for name in names)
GIVEN = [one for one in NAMED if one[1] not in UNREACHED]
NO_BEHAVIOUR = ("test_random_requests.py", "test_reasons.py", "test_state_machine.py")


def words_of(path: Path) -> Iterator[tuple[str, bool]]:
    """The texts and member names in a module, and whether one is only how a text begins."""
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.JoinedStr(values=[ast.Constant(value=str(beginning)), *_]):
                yield beginning, True
            case ast.Constant(value=str(text)):
                yield text, False
            case ast.Attribute(attr=name):
                yield name, False


def names_in(paths: list[Path]) -> set[str]:
    """The reasons that modules speak of."""
    words = {word for path in paths for word in words_of(path)}
    beginnings = tuple(word for word, is_beginning in words if is_beginning and len(word) > 9)
    return {
        name for _, name in NAMED if (name, False) in words or name.startswith(beginnings or "\0")
    }


def test_every_named_reason_is_modelled() -> None:
    """By the exception that it is listed under, and none of AWS's is forgotten."""
    modelled = {(code, str(reason)) for code, reasons in REASONS.items() for reason in reasons}

    assert set(NAMED) == modelled
    assert len(NAMED) == len(set(NAMED))


def test_every_reason_is_given_and_asserted() -> None:
    """The emulator's source speaks of it, and a behaviour test does; the others are explained."""
    suite = [path for path in HERE.glob("test_*.py") if path.name not in NO_BEHAVIOUR]
    source = [*(ROOT / "smsvoice" / "emulator").rglob("*.py")]

    expected = {name for _, name in GIVEN}
    assert expected - names_in(source) == set()
    assert expected - names_in(suite) == set()


def test_a_reason_that_is_never_given_is_explained() -> None:
    """In the table, and in the docs under a heading of its own."""
    text = (ROOT / "docs" / "emulator-behaviour.md").read_text()
    section = text.partition("## Reasons that are never given")[2].partition("\n## ")[0]

    assert set(UNREACHED) <= {name for _, name in NAMED}
    assert all(UNREACHED.values())
    assert [name for name in UNREACHED if f"`{name}`" not in section] == []


@pytest.mark.long
def test_the_behaviour_suite_reaches_every_reason(tmp_path: Path) -> None:
    """Heard while it runs: exactly those that are not explained away."""
    file = tmp_path / "reasons"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "tests.emulator.record_reasons",
        str(HERE),
    ]
    left_out = [f"--ignore={HERE / name}" for name in NO_BEHAVIOUR]
    options = ["-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:xdist"]

    ran = subprocess.run(
        [*command, *left_out, *options],
        cwd=ROOT,
        env=os.environ | {"SMSVOICE_REASONS_FILE": str(file)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout
    heard = {tuple(line.split(" ")) for line in file.read_text().splitlines()}
    assert {one for one in heard if one[0] in REASONS} == set(GIVEN)

"""How the tests are laid out: what is shared stands in modules that hold no tests."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path("tests")
HOLDS_TESTS = ("test_", "conftest")


def imports_in(text: str) -> Iterator[str]:
    """The dotted names that a module imports, names out of modules included."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def imported_tests(path: Path) -> list[str]:
    """The test modules and conftests of ours that a module imports."""
    text = path.read_text()
    if not any(f"import {name}" in text or f".{name}" in text for name in HOLDS_TESTS):
        return []  # parsing all takes seconds
    return sorted(
        name
        for name in set(imports_in(text))
        if name.startswith("tests.") and name.rpartition(".")[2].startswith(HOLDS_TESTS)
    )


def test_no_module_imports_tests_or_a_conftest() -> None:
    """Not even the benchmarks: factories and fixtures have modules of their own."""
    paths = [*TESTS.rglob("*.py"), *Path("benchmarks").rglob("*.py")]

    assert {str(path): found for path in paths if (found := imported_tests(path))} == {}


@pytest.mark.parametrize(
    "line",
    [
        "from tests.aio.test_pools import POOL",
        "from tests.aio import test_pools",
        "import tests.aio.conftest",
    ],
)
def test_an_import_of_a_test_is_found(line: str, tmp_path: Path) -> None:
    """In each form that Python has."""
    module = tmp_path / "module.py"
    module.write_text(line)

    assert len(imported_tests(module)) == 1


def test_factories_hold_no_tests() -> None:
    """They are imported by many tests, and pytest would not look for tests there."""
    names = {
        node.name
        for path in (TESTS / "factories").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert not [name for name in names if name.startswith("test_")]

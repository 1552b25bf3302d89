"""Pages of the documentation, and their snippets at work."""

import ast
import inspect
import logging
import re
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType
from typing import Any

import anyio
import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\](?:\(([^)\s]+)\)|: (\S+)$)", re.MULTILINE)
PROMISED = re.compile(r"# -> (.*)$", re.MULTILINE)


def blocks(page: Path, language: str = "python") -> list[str]:
    """The snippets of a page in one language, those in tabs as well."""
    found = FENCE.findall(page.read_text("utf-8"))
    return [textwrap.dedent(text) for _, kind, text in found if kind == language]


def compiled(text: str, page: Path) -> CodeType:
    """A snippet as code; `await` may stand at its top, as in a notebook."""
    code: CodeType = compile(text, str(page), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    return code


def run(code: CodeType, names: dict[str, Any]) -> None:
    """Run a snippet, asynchronously where it awaits."""
    outcome = eval(code, names)
    if not inspect.iscoroutine(outcome):
        return

    async def awaited() -> None:
        await outcome

    anyio.run(awaited)


def run_page(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Run all of a page's snippets; each prints the lines that its arrows promise."""
    names: dict[str, Any] = {"__name__": "__main__"}

    with logging_as_before():
        for text in blocks(page):
            run(compiled(text, page), names)
            printed = iter(capsys.readouterr().out.splitlines())
            for line in PROMISED.findall(text):
                assert line in printed, f"{line!r} is not printed, or not in its place"


@contextmanager
def logging_as_before() -> Iterator[None]:
    """What is set up for logging is taken away afterwards: it is the same for all tests."""
    before = {log: (log.handlers[:], log.level, log.filters[:]) for log in _loggers()}
    try:
        yield
    finally:
        for log in _loggers():
            log.handlers[:], level, log.filters[:] = before.get(log, ([], logging.NOTSET, []))
            log.setLevel(level)


def _loggers() -> list[logging.Logger]:
    known = logging.getLogger().manager.loggerDict.values()
    return [logging.getLogger(), *(one for one in known if isinstance(one, logging.Logger))]


def name_of(page: Path) -> str:
    """A page's path, for test ids."""
    return str(page.relative_to(ROOT))


def cells(page: Path, column: int = 0) -> set[str]:
    """What stands as code in one column of a page's tables."""
    rows = [line.split("|") for line in page.read_text("utf-8").splitlines() if line[:1] == "|"]
    return {
        code
        for row in rows
        if len(row) > column + 2
        for code in re.findall(r"`([^`]+)`", row[column + 1])
    }

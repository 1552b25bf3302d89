"""The Python files of a source tree, and what stands in the way of reading one."""

import ast
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from smsvoice.core.errors import Problem, RequestError

_MARKS: Final = (b"smsvoice", b"pinpoint-sms-voice-v2")
_OF_OTHERS: Final = frozenset(("__pycache__", "node_modules", "site-packages"))
_IMPORT: Final = re.compile(rb"^[ \t]*(?:from|import)[ \t]([^\n]*)", re.MULTILINE)
_WORD: Final = re.compile(rb"\w+")
_NOTEBOOK: Final = ".ipynb"


@dataclass(frozen=True, slots=True)
class Source:
    """One file."""

    path: Path
    content: bytes

    @property
    def is_marked(self) -> bool:
        """Whether it names this package, or the service."""
        return any(mark in self.content for mark in _MARKS)

    def imports(self, modules: Iterable[str]) -> bool:
        """Whether a line that imports holds one of these names of modules."""
        words = {word for line in _IMPORT.findall(self.content) for word in _WORD.findall(line)}
        return any(module.encode() in words for module in modules)

    @property
    def is_notebook(self) -> bool:
        """Whether its code stands within JSON."""
        return self.path.suffix == _NOTEBOOK

    @property
    def module(self) -> str:
        """The last part of its name as a module."""
        return self.path.resolve().parent.name if self.path.stem == "__init__" else self.path.stem

    def tree(self) -> ast.Module:
        """Its code.

        Raises:
            SyntaxError: it is no Python that this version reads.
        """
        try:
            return ast.parse(self.content)
        except (ValueError, RecursionError) as failure:
            raise SyntaxError(str(failure)) from None


def files(paths: Iterable[Path]) -> list[Path]:
    """The files among these paths, and the Python files and notebooks of the folders, sorted.

    Hidden folders, virtual environments and installed packages are others' code; folders behind
    symbolic links are passed over.

    Raises:
        RequestError: there is no such file or folder.
    """
    return sorted({file for path in paths for file in _files(path)})


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        if not path.is_file():
            raise RequestError("scan", (Problem("paths", f"there is no {path}"),))
        yield path
    for folder, inner, names in os.walk(path):
        inner[:] = [name for name in inner if not _is_of_others(Path(folder, name))]
        for name in names:
            if name.endswith((".py", _NOTEBOOK)):
                yield Path(folder, name)


def _is_of_others(folder: Path) -> bool:
    return (
        folder.name.startswith(".")
        or folder.name in _OF_OTHERS
        or folder.joinpath("pyvenv.cfg").exists()
    )

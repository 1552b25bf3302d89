"""The mirror drops what is async, in code and in words, and nothing else."""

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest

from codegen import mirror
from codegen.output_files import ROOT

ASYNC_WORDS = re.compile(r"async|await|\btrio\b|event loop", re.IGNORECASE)


def test_mirroring_drops_await_and_nothing_else() -> None:
    """Names, comments, docstrings and imports follow."""
    source = '''"""A module of AsyncThing."""

from smsvoice.aio.pager import AsyncPager


class AsyncThing:
    """See `await AsyncThing().run()`."""

    async def run(self) -> "AsyncPager[int, str]":
        async with self as one:
            return [await x async for x in one]  # async for here
'''

    made = mirror.without_await(source, "smsvoice/aio/thing.py")

    assert not ASYNC_WORDS.search(made)
    assert "from smsvoice.sync.pager import Pager" in made
    assert "# Mirrored from smsvoice/aio/thing.py" in made
    assert "return [x for x in one]  # for here" in made


def test_dunder_methods_and_iteration_get_their_sync_names() -> None:
    """As the protocol of each flavour wants them."""
    source = (
        "class AsyncOne:\n"
        "    async def __anext__(self) -> int:\n"
        "        raise StopAsyncIteration\n\n"
        "    async def aclose(self) -> None:\n"
        "        await anext(self)\n"
    )

    made = mirror.without_await(source, "smsvoice/aio/one.py")

    assert "def __next__(self) -> int:" in made
    assert "raise StopIteration\n" in made
    assert "def close(self) -> None:\n        next(self)\n" in made


def test_marks_for_rules_on_async_code_are_left_out() -> None:
    """The sync flavour has nothing that such a rule looks at; other marks stay."""
    source = (
        "async def wait(\n"
        "    timeout: float = 3,  # noqa: ASYNC109  the wait is over many calls\n"
        "    other: int = 1,  # noqa: PLR2004\n"
        ") -> None: ...\n"
    )

    made = mirror.without_await(source, "smsvoice/aio/wait.py")

    assert "    timeout: float = 3,\n" in made
    assert "# noqa: PLR2004" in made


def test_a_generated_source_is_said_to_be_mirrored() -> None:
    """One origin, not two; without a docstring it stands at the top."""
    generated = '"""Doc."""\n\n# Written by `python -m codegen`. Change codegen/.\n\nx = 1\n'

    made = mirror.without_await(generated, "smsvoice/aio/x.py")

    assert "Written by" not in made
    assert made.index('"""Doc."""') < made.index("# Mirrored from smsvoice/aio/x.py")
    assert mirror.without_await("x = 1\n", "smsvoice/aio/x.py").startswith("# Mirrored from")


def test_every_source_has_its_mirror(tmp_path: Path) -> None:
    """Folders too; what Python caches has none."""
    for name in ("smsvoice/aio/a.py", "smsvoice/aio/b/c.py", "smsvoice/aio/__pycache__/a.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x = 1\n")

    made = mirror.mirrored(tmp_path)

    assert set(made) == {Path("smsvoice/sync/a.py"), Path("smsvoice/sync/b/c.py")}


def test_every_name_of_the_mirror_is_used() -> None:
    """An entry that no source has any more is named."""
    assert mirror.unused_names(ROOT) == []


def test_a_name_that_no_source_has_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the line to remove."""
    monkeypatch.setitem(mirror.NAMES, "aplanted", "planted")

    assert mirror.unused_names(ROOT) == ['codegen/mirror.py: remove "aplanted" from NAMES']


@pytest.mark.parametrize(
    "path", sorted((ROOT / "smsvoice" / "sync").rglob("*.py")), ids=lambda path: path.stem
)
def test_no_words_of_the_sync_flavour_are_about_async_code(path: Path) -> None:
    """Docstrings and comments describe what this flavour does."""
    text = path.read_text()
    docstrings = [
        ast.get_docstring(node) or ""
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    comments = [
        token.string
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    ]

    found = [words for words in [*docstrings, *comments] if ASYNC_WORDS.search(words)]

    assert found == []

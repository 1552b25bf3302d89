"""Private words stay out of the code's names, comments and docstrings.

Each has a plain one: see the glossary in docs/dev/glossary.md.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BY_MACHINE = (
    "smsvoice/models",
    "smsvoice/operations",
    "smsvoice/sync",
    "smsvoice/aio/api",
    "smsvoice/aio/sends",
)
PRIVATE = re.compile(
    r"(?<![a-z])(tell|tells|told|whoever|nobody|somebody|lets|levers?|rooms?|faces?|bell|doorkeeper|doors?|kin"
    r"|there is not)(?![a-z])",
    re.IGNORECASE,
)


def hand_written() -> list[Path]:
    """The product's modules that people write."""
    files = [*(ROOT / "smsvoice").rglob("*.py"), *(ROOT / "codegen").rglob("*.py")]
    return sorted(p for p in files if not str(p.relative_to(ROOT)).startswith(BY_MACHINE))


def prose_and_names(text: str) -> Iterator[tuple[int, str]]:
    """The identifiers, comments and docstrings of a module, with their lines."""
    docs = {
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        line = token.start[0]
        if token.type in {tokenize.NAME, tokenize.COMMENT} or (
            token.type == tokenize.STRING and line in docs
        ):
            yield line, token.string


def private_words(text: str) -> list[tuple[int, str]]:
    """Each private word of a module, with its line; `told_of` and `_told` hold one too."""
    return [
        (line + part[: word.start()].count("\n"), word[0].lower())
        for line, part in prose_and_names(text)
        for word in PRIVATE.finditer(part)
    ]


def test_no_private_word_stands_in_the_code() -> None:
    """Names, comments and docstrings of the modules that people write."""
    places = [
        f"{path.relative_to(ROOT)}:{line} {word}"
        for path in hand_written()
        for text in [path.read_text("utf-8")]
        if PRIVATE.search(text)  # in a string too, which is allowed
        for line, word in private_words(text)
    ]

    assert places == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("told_of = 1", ["told"]),
        ('def f():\n    """Nobody tells."""', ["nobody", "tells"]),
        ("x = 1  # in a Room", ["room"]),
        ("x = 'told'", []),
        ("kind = interface = surfaces = 1", []),
    ],
)
def test_private_words_are_found_in_names_comments_and_docstrings(
    text: str, found: list[str]
) -> None:
    """Not in data, and not inside longer words."""
    assert [word for _, word in private_words(text)] == found

"""The sync flavour, made from the async source: no `await`, and no `Async` before a name."""

import ast
import re
from pathlib import Path

from tokenize_rt import Token, src_to_tokens, tokens_to_src

PAIRS = (
    ("smsvoice/aio", "smsvoice/sync"),
    ("tests/aio", "tests/sync"),
    ("tests/factories/aio", "tests/factories/sync"),
)
NAMES = {
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "StopAsyncIteration": "StopIteration",
    "aclose": "close",
    "invoke_async": "invoke",
    "aio": "sync",
    "anext": "next",
    "threads": "calls",
}
_BANNER = "# Mirrored from {} by `python -m codegen`. Change that file, not this one.\n"
_ASYNC_NAME = re.compile(r"\bAsync([A-Z]\w*)")
_ASYNC_RULE = re.compile(r"#\s*noqa: ASYNC\d+\b")


def mirrored(root: Path) -> dict[Path, str]:
    """Every file of the sync flavour, unformatted."""
    files: dict[Path, str] = {}
    for source, target in PAIRS:
        for path in sorted((root / source).rglob("*.py")):
            if "__pycache__" in path.parts:
                continue
            inside = path.relative_to(root / source)
            text = path.read_text()
            files[Path(target) / inside] = without_await(text, f"{source}/{inside}")
    return files


def unused_names(root: Path) -> list[str]:
    """Lines for the entries of NAMES that no source has any more."""
    found: set[str] = set()
    for source, _ in PAIRS:
        for path in (root / source).rglob("*.py"):
            found.update(re.findall(r"\w+", path.read_text()))
    return [f'codegen/mirror.py: remove "{name}" from NAMES' for name in NAMES if name not in found]


def without_await(text: str, origin: str) -> str:
    """One file of the sync flavour."""
    kept: list[Token] = []
    dropping = False
    for token in src_to_tokens(text):
        if dropping and token.name in ("UNIMPORTANT_WS", "NL"):
            continue
        dropping = token.name in ("NAME", "OP") and token.src in ("async", "await")
        if token.name == "COMMENT" and _ASYNC_RULE.match(token.src):
            while kept[-1].name == "UNIMPORTANT_WS":
                kept.pop()
        elif not dropping:
            kept.append(_sync_token(token))
    return _head(tokens_to_src(kept), origin)


def _sync_token(token: Token) -> Token:
    """One token as the sync flavour writes it, comments and docstrings included."""
    text = token.src
    if token.name == "NAME":
        text = NAMES.get(text, text)
    elif token.name in ("STRING", "COMMENT"):
        text = re.sub(r"\bawait ", "", text)
        text = re.sub(r"\basync (for|with|def)\b", r"\1", text)
        text = (
            text.replace("smsvoice.aio", "smsvoice.sync")
            .replace("tests.aio", "tests.sync")
            .replace("tests.factories.aio", "tests.factories.sync")
        )
    return token._replace(src=_ASYNC_NAME.sub(r"\1", text))


def _head(text: str, origin: str) -> str:
    """The text with a comment on where it comes from, after its docstring or at its top."""
    text = re.sub(r"\n# Written by `python -m codegen`[^\n]*\n", "\n", text)
    banner = _BANNER.format(origin)
    first = ast.parse(text).body[:1]
    if first and isinstance(first[0], ast.Expr) and isinstance(first[0].value, ast.Constant):
        lines = text.splitlines(keepends=True)
        lines.insert(first[0].end_lineno or 1, "\n" + banner)
        return "".join(lines)
    return banner + text

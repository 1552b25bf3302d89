"""The files for type checkers leave nothing out, and say the same of both flavours."""

import ast
import importlib
import inspect
import pkgutil
from pathlib import Path

import pytest

from codegen.mirror import without_await
from smsvoice.aio import resources
from smsvoice.aio.client import AsyncSmsVoice
from smsvoice.aio.collections import AsyncCollections
from smsvoice.aio.handle import AsyncCollection, AsyncHandle

HERE = Path(__file__).parent
SOURCES = sorted(HERE.glob("check_*_async.py"))


def test_every_collection_and_verb_is_checked() -> None:
    """What a collection or handle offers in public is asserted on in some file."""
    seen = {
        node.attr
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute)
    }

    missing = {
        f"{owner.__name__}.{name}"
        for owner in owners()
        for name in vars(owner)
        if not name.startswith("_") and name not in seen
    }

    assert missing == set()


def owners() -> list[type]:
    """Everything that has collections or verbs."""
    found: list[type] = [AsyncCollections]
    for module in pkgutil.iter_modules(resources.__path__):
        members = vars(importlib.import_module(f"{resources.__name__}.{module.name}")).values()
        found += [
            member
            for member in members
            if inspect.isclass(member)
            and issubclass(member, AsyncCollection | AsyncHandle)
            and member.__module__.endswith(f".{module.name}")
        ]
    return found


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_both_flavours_are_checked_alike(source: Path) -> None:
    """The sync file is the async one without `await`."""
    mirrored = source.with_name(source.name.replace("_async", "_sync"))

    assert shape(mirrored.read_text()) == shape(without_await(source.read_text(), source.name))


def shape(text: str) -> set[str]:
    """The functions of a file, whatever their formatting and the order of its imports."""
    return {ast.dump(node) for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}


def test_the_client_has_the_collections() -> None:
    """What is checked on the client is what it has."""
    assert issubclass(AsyncSmsVoice, AsyncCollections)

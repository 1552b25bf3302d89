"""Which operations the quick tests run over: some of each kind; the long tests run over all."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import pytest

EVERY = 5
"""One operation of so many is drawn of each kind, and at least one."""


def kind(operation: str) -> str:
    """The verb that an operation's name begins with: `Send` of `SendTextMessage`."""
    return re.split("(?<=[a-z])(?=[A-Z])", operation)[0]


def some(operations: Iterable[str]) -> list[str]:
    """Every fifth operation of each kind, for a quick test beside a long one over all of them."""
    alike = groupby(sorted(operations, key=lambda name: (kind(name), name)), key=kind)
    return [name for _, names in alike for name in list(names)[::EVERY]]


def all_of(operations: Iterable[str]) -> list[Any]:
    """All operations as a test's parameters: those of `some` are quick, the others long."""
    names = list(operations)
    quick = set(some(names))
    return [name if name in quick else pytest.param(name, marks=pytest.mark.long) for name in names]

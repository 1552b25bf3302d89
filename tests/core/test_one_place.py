"""Decisions that are taken in one place."""

import ast
import re
from pathlib import Path

import smsvoice
from smsvoice import operations

PACKAGE = Path(smsvoice.__file__).parent
VERBS = frozenset(re.findall("^[A-Z][a-z]+", "\n".join(operations.names()), re.MULTILINE))


def test_no_module_decides_by_the_prefix_of_an_operations_name() -> None:
    """Whether a call may be repeated is asked of its effect."""
    guilty = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path in PACKAGE.rglob("*.py")
        for text in [path.read_text()]
        if "startswith" in text or "removeprefix" in text
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call) and _asks_for_a_verb(call)
    ]

    assert guilty == []


def _asks_for_a_verb(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    if call.func.attr not in {"startswith", "removeprefix"}:
        return False
    words = [one.value for one in ast.walk(call) if isinstance(one, ast.Constant)]
    return any(word in VERBS for word in words)


def test_the_test_itself_knows_a_decision_by_prefix() -> None:
    """It would find one, alone or among several."""
    lines = ("name.startswith('Send')", "name.startswith(('Get', 'Describe'))")
    calls = [ast.parse(line, mode="eval").body for line in lines]

    assert all(isinstance(call, ast.Call) and _asks_for_a_verb(call) for call in calls)

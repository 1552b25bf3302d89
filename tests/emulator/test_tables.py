"""What has to be named in one place is named there: tables, rooms, settings."""

import ast
import pkgutil
from dataclasses import fields
from pathlib import Path

from smsvoice.emulator import operations
from smsvoice.emulator.engine.setting_rules import RULES
from smsvoice.emulator.engine.settings import Settings
from smsvoice.emulator.state.tables import MODELS

FOLDER = Path("smsvoice/emulator")


def beginning(name: ast.expr) -> str | None:
    """The first word of a table's name, if it is written out."""
    if isinstance(name, ast.JoinedStr):
        name = name.values[0]
    is_text = isinstance(name, ast.Constant) and isinstance(name.value, str)
    return str(name.value).partition(" ")[0] if is_text else None  # type: ignore[attr-defined]


def named_tables() -> set[tuple[str, str]]:
    """Every table that the emulator asks for by name, with the model that it says."""
    found = set()
    for path in FOLDER.rglob("*.py"):
        tree = ast.parse(path.read_text())
        texts = {
            target.id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if not is_call or node.func.attr not in ("table", "records", "count", "placed"):  # type: ignore[attr-defined]
                continue
            arguments: list[ast.expr] = node.args  # type: ignore[attr-defined]
            if len(arguments) != 2 or not isinstance(arguments[1], ast.Name):
                continue
            given = arguments[0]
            name = texts.get(given.id, given) if isinstance(given, ast.Name) else given
            if (word := beginning(name)) is not None:
                found.add((word, arguments[1].id))
    return found


def test_every_table_can_be_read_from_a_file() -> None:
    """Each has its model in the list by which files are read, and the list has no other."""
    found = named_tables()

    assert {name for name, _ in found} == set(MODELS)
    assert {name: model for name, model in found if model != MODELS[name].__name__} == {}


def test_every_room_is_loaded_by_its_name() -> None:
    """So that programs which are bundled into one file have them all."""
    named = {room.__name__.rpartition(".")[2] for room in operations.all_rooms()}

    assert named == {room.name for room in pkgutil.iter_modules(operations.__path__)}


def test_every_setting_has_its_rule() -> None:
    """None can be set to what the emulator cannot use."""
    assert set(RULES) == {each.name for each in fields(Settings)}

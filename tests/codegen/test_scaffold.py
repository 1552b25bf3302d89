"""The beginnings of an operation compile, and name what has to be filled in."""

import ast
import importlib
from pathlib import Path

import pytest

from codegen import read
from codegen.plan import Plan, tables
from codegen.scaffold import UnknownOperationError, printed, scaffold
from tests.codegen.small_service import MODEL, TABLES, plan
from tests.shares import all_of


@pytest.mark.generator
@pytest.mark.parametrize("name", all_of(sorted(read.installed().operations)))
def test_the_scaffold_of_every_operation_compiles(name: str) -> None:
    """Handler and test, and no line is too long."""
    files = scaffold(Plan(read.installed(), tables()), name)

    for source in files.values():
        ast.parse(source)
    handler = next(source for path, source in files.items() if path.parts[0] == "smsvoice")
    assert f"request: {name}Request" in handler
    assert (
        max(len(line) for line in handler.splitlines() if "# " in line and "http" not in line)
        <= 100
    )


@pytest.mark.generator
def test_what_a_handler_imports_is_there() -> None:
    """In the emulator, the models and the operations as they are."""
    files = scaffold(Plan(read.installed(), tables()), "CreatePool")
    handler = ast.parse(files[Path("smsvoice/emulator/operations/pools.py")])
    imports = [node for node in handler.body if isinstance(node, ast.ImportFrom)]

    for node in imports:
        module = importlib.import_module(node.module or "")
        assert all(hasattr(module, name.name) for name in node.names)
    assert len(imports) == 3


def test_the_handler_names_every_member_the_required_ones_first() -> None:
    """With kinds and limits, and what an answer must have."""
    handler = scaffold(plan(), "CreateThing")[Path("smsvoice/emulator/operations/things.py")]

    assert handler.index("request.color: RED | dark-blue, required") < handler.index(
        "request.client_token: string"
    )
    assert "request.weight: double 0.5 to 2.0" in handler
    assert "request.tags: list of Tag" in handler
    assert "request.labels: LabelMap" in handler
    assert "unusable without color" in handler
    assert "thing_id=...,  # ThingId" in handler
    assert "@handles(operations.CREATE_THING)" in handler


def test_the_test_calls_with_what_is_required() -> None:
    """And expects what an answer must have."""
    test = scaffold(plan(), "SendThing")[Path("tests/emulator/test_things.py")]

    assert 'Destination="",' in test
    assert 'assert answer["MessageId"]' in test
    assert "Body=" not in test


def test_required_members_of_every_kind_have_an_example() -> None:
    """With the imports that it needs."""
    request = MODEL["shapes"]["CreateThingRequest"]
    members = ["Color", "Content", "Counts", "Tags", "Until", "Weight", "Flag", "Picture"]
    model = {
        **MODEL,
        "shapes": {**MODEL["shapes"], "CreateThingRequest": {**request, "required": members}},
    }
    service = read.parse(model, {"pagination": {}}, "1")

    test = scaffold(Plan(service, TABLES), "CreateThing")[Path("tests/emulator/test_things.py")]

    ast.parse(test)
    assert test.startswith("from datetime import UTC, datetime\n")
    for line in ('Color="RED"', "Content={}", "Counts={}", "Tags=[]", "Weight=1", "Flag=True"):
        assert f"{line}," in test
    assert 'Picture=b"",' in test
    assert "Until=datetime.now(tz=UTC)," in test


def test_an_operation_that_no_table_places_yet_can_begin_too() -> None:
    """New in botocore: first of all it wants a place."""
    files = scaffold(plan(groups={}, operations={}, must_have={}), "PingThing")
    handler = files[Path("smsvoice/emulator/operations/unplaced.py")]

    ast.parse(handler)
    assert handler.startswith("# Place it first, in codegen/tables/groups.toml.")
    assert '"""What it does, in one sentence."""' in handler
    assert "assert answer\n" in files[Path("tests/emulator/test_unplaced.py")]


def test_both_files_are_printed_under_their_paths() -> None:
    """And together they still compile."""
    text = printed(scaffold(plan(), "SendThing"))

    ast.parse(text)
    assert text.startswith("# smsvoice/emulator/operations/things.py\n")
    assert "\n# tests/emulator/test_things.py\n" in text


def test_an_operation_that_botocore_does_not_know_is_refused() -> None:
    """With the name that was meant, if only its letters' case was wrong."""
    with pytest.raises(
        UnknownOperationError, match=r"has no operation sendthing; did you mean SendThing"
    ):
        scaffold(plan(), "sendthing")
    with pytest.raises(UnknownOperationError, match=r"botocore 1\.0\.0 has no operation Other$"):
        scaffold(plan(), "Other")

"""The emitted descriptions of operations, and the lookups of their package."""

import sys
from types import ModuleType
from typing import Any

import pytest

from codegen.emit import operations
from smsvoice.core.operation import Effect
from tests.codegen.small_service import plan


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The emitted package, run."""
    module = ModuleType("small_operations")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    exec(operations.package(plan()), vars(module))
    return module


def test_the_package_knows_names_groups_and_effects(package: Any) -> None:
    """Without loading a group; what it does not know happens once."""
    assert package.names() == (
        "CreateThing",
        "DescribeThings",
        "ListNames",
        "PingThing",
        "SendThing",
    )
    assert package.group_of("SendThing") == "things"
    assert package.effect_of("SendThing") is Effect.ONCE
    assert package.effect_of("DescribeThings") is Effect.READS
    assert package.effect_of("CreateThing") is Effect.REPEATABLE
    assert package.effect_of("Newer") is Effect.ONCE
    assert package.MUST_HAVE["SendThing"] == "MessageId"
    assert "PingThing" not in package.MUST_HAVE


def test_the_package_loads_a_group_when_it_is_touched(
    package: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And finds an operation by AWS's name."""
    group = ModuleType("small_operations.things")
    vars(group)["SEND_THING"] = "the description"
    monkeypatch.setitem(sys.modules, group.__name__, group)
    vars(package)["__path__"] = []

    assert package.by_name("SendThing") == "the description"
    assert package.things is group
    assert "things" in dir(package)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        package.nothing  # noqa: B018


def test_a_description_names_models_effect_errors_and_what_an_answer_must_have() -> None:
    """In AWS's words but for the members."""
    source = operations.group(plan(), "things")

    assert "SEND_THING = Operation(" in source
    assert "request=things.SendThingRequest" in source
    assert "effect=Effect.ONCE" in source
    assert 'errors=frozenset(("ConflictException"))' in source
    assert 'must_have=("message_id",)' in source
    assert source.count("must_have=") == 4


def test_a_paged_description_names_its_items() -> None:
    """A model, or plain text."""
    source = operations.group(plan(), "things")

    assert "DESCRIBE_THINGS = PagedOperation(" in source
    assert "item=things.Thing" in source
    assert "item=str" in source
    assert 'items="names"' in source


def test_a_module_imports_the_kinds_of_operations_that_it_has() -> None:
    """And the groups of its models."""
    groups = {
        "lists": {"operations": ["ListNames", "DescribeThings"]},
        "things": {
            "operations": ["CreateThing", "PingThing", "SendThing"],
            "shapes": ["Color", "Content", "Filter", "Thing", "Tag", "ConflictException"],
        },
    }
    lists = operations.group(plan(groups=groups), "lists")
    things = operations.group(plan(groups=groups), "things")

    assert "from smsvoice.core.operation import Effect, PagedOperation\n" in lists
    assert "from smsvoice.models import lists, things\n" in lists
    assert "from smsvoice.core.operation import Effect, Operation\n" in things


def test_releases_know_the_floor_and_the_newest() -> None:
    """By number, not by letter: 1.10.0 is newer than 1.2.0."""
    made: dict[str, Any] = {}

    exec(operations.releases(plan()), made)

    assert (made["OLDEST"], made["COMPLETE"]) == ("1.0.0", "1.10.0")
    assert made["OPERATIONS"] == {"SendThing": "1.2.0"}
    assert made["MEMBERS"] == {"Thing.Destination": "1.10.0"}

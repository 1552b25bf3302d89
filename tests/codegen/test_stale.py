"""A line of a table that nothing uses is named, in each table."""

import copy
from dataclasses import replace
from typing import Any

import pytest

from codegen import read
from codegen.plan import Plan, tables
from codegen.stale import stale_lines
from tests.codegen.small_service import TABLES, plan


def planted(table: str, *path: str, entry: Any) -> list[str]:
    """What is stale once an entry stands at a path of one table."""
    changed = copy.deepcopy(getattr(TABLES, table))
    place = changed
    for step in path[:-1]:
        place = place[step]
    if isinstance(place, list):
        place.append(path[-1])
    else:
        place[path[-1]] = entry
    return stale_lines(plan(**{table: changed}))


@pytest.mark.generator
def test_every_line_of_the_tables_is_used() -> None:
    """No table describes what the model does not have."""
    assert stale_lines(Plan(read.installed(), tables())) == []


def test_the_tables_of_the_small_service_are_used() -> None:
    """Else the other tests here would show little."""
    assert stale_lines(plan()) == []


@pytest.mark.parametrize(
    ("table", "path", "entry", "line"),
    [
        ("groups", ("things", "operations", "Gone"), None, '"Gone" from operations of [things]'),
        ("groups", ("things", "shapes", "Gone"), None, '"Gone" from shapes of [things]'),
        ("groups", ("things", "shapes", "Text"), None, '"Text" from shapes of [things]'),
        ("groups", ("things", "shapes", "Tag"), None, '"Tag" from one of its places'),
        ("groups", ("common", "operations"), ["PingThing"], "operations of [common]"),
        ("groups", ("empty",), {"shapes": []}, "[empty]"),
        ("operations", ("Gone",), {"summary": "", "returns": ""}, "[Gone]"),
        ("operations", ("SendThing", "says"), "x", "says of [SendThing]"),
        ("operations", ("SendThing", "raises", "Gone"), "x", "Gone of [SendThing]"),
        ("shapes", ("Gone",), "x", "Gone"),
        ("shapes", ("ConflictException",), "x", "ConflictException"),
        ("members", ("Gone",), "x", "Gone of [defaults]"),
        ("members", ("Reason",), "x", "Reason of [defaults]"),
        ("overrides", ("Thing", "Gone"), "x", "Gone of [overrides.Thing]"),
        ("overrides", ("Gone",), {"Body": "x"}, "Body of [overrides.Gone]"),
        ("overrides", ("Tag",), {}, "[overrides.Tag]"),
        ("sensitive", ("members", "Gone"), None, "Gone of members"),
        ("sensitive", ("only_in", "Gone"), ["Body"], "Body of Gone in [only_in]"),
        ("sensitive", ("only_in", "Thing"), ["Destination"], "Destination of Thing in [only_in]"),
        ("sensitive", ("except_in", "Thing", "Gone"), None, "Gone of Thing in [except_in]"),
        ("sensitive", ("except_in", "Tag"), ["Key"], "Key of Tag in [except_in]"),
        ("sensitive", ("not_in",), {}, "[not_in]"),
        ("effects", ("Gone",), {"effect": "ONCE", "reason": "x"}, "[Gone]"),
        ("must_have", ("Gone",), {"member": "", "reason": "x"}, "[Gone]"),
        ("permissions", ("Gone",), {}, "[Gone]"),
        ("permissions", ("SendThing", "wants"), ["Thing"], "wants of [SendThing]"),
        ("must_have", ("SendThing",), {"member": "MessageId", "reason": "x"}, "[SendThing]"),
        ("patterns", ("gone",), {"pydantic_pattern": "x", "reason": "x"}, "['gone']"),
        ("since", ("operations", "Gone"), "1.0", '"Gone" of [operations]'),
        ("since", ("members", "Thing.Gone"), "1.0", '"Thing.Gone" of [members]'),
        ("since", ("shapes",), {}, "shapes"),
        ("sends", ("origin", "says"), "x", "says of [origin]"),
        ("sends", ("origin", "verbs", "send", "says"), "x", "says of [origin.verbs.send]"),
        (
            "sends",
            ("origin", "verbs", "send", "members", "Gone"),
            "x",
            "Gone of [origin.verbs.send]",
        ),
        (
            "sends",
            ("origin", "verbs", "send", "raises", "Gone"),
            "x",
            "Gone of [origin.verbs.send]",
        ),
        (
            "sends",
            ("origin", "verbs", "send", "required", "Destination"),
            None,
            "required Destination of [origin.verbs.send]",
        ),
        (
            "sends",
            ("origin", "verbs", "send", "from_handle"),
            "Gone",
            "Gone of [origin.verbs.send]",
        ),
        (
            "sends",
            ("origin", "verbs", "send", "operation"),
            "Gone",
            "operation Gone of [origin.verbs.send]",
        ),
    ],
)
def test_a_planted_line_is_named(table: str, path: tuple[str, ...], entry: Any, line: str) -> None:
    """With its table, so that it can be removed."""
    stale = planted(table, *path, entry=entry)

    assert any(one.endswith(f".toml: remove {line}") for one in stale), stale


def test_a_line_that_a_rule_cannot_replace_is_needed() -> None:
    """Where the rule stops for a decision, the decision stands."""
    service = read.parse(
        {
            "operations": {
                "GoAway": {"input": {"shape": "Request"}, "output": {"shape": "Result"}}
            },
            "shapes": {
                "Request": {"type": "structure", "members": {}},
                "Result": {"type": "structure", "members": {"Price": {"shape": "Text"}}},
                "Text": {"type": "string"},
            },
        },
        {"pagination": {}},
        "1",
    )
    decided = replace(TABLES, must_have={"GoAway": {"member": "", "reason": "x"}})

    stale = stale_lines(Plan(service, decided))

    assert not [line for line in stale if "must_have" in line]

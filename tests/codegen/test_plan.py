"""The plan joins the service with the tables, and stops with the line that a table lacks."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from codegen import read
from codegen.plan import Plan, TableError, alias, attribute, tables
from codegen.read import ListShape, MapShape, Structure
from tests.codegen.small_service import TABLES, plan, without


def test_requests_and_results_follow_their_operation() -> None:
    """Other shapes stand where the table puts them, limited ones with what uses them."""
    group_of = plan().group_of

    assert group_of["CreateThingRequest"] == group_of["ListNamesResult"] == "things"
    assert group_of["Tag"] == "common"
    assert group_of["ThingId"] == "things"
    assert "Text" not in group_of


def test_a_limited_shape_that_several_groups_use_is_common() -> None:
    """So that neither imports the other."""
    groups = {
        **TABLES.groups,
        "things": {**TABLES.groups["things"], "operations": ["CreateThing", "SendThing"]},
        "lists": {"operations": ["DescribeThings", "ListNames", "PingThing"], "shapes": []},
    }

    made = plan(groups=groups)

    assert made.group_of["Size"] == "common"
    assert made.group_of["NameList"] == "things"
    assert made.operation_groups == ["lists", "things"]
    assert made.group_operations("lists") == ["DescribeThings", "ListNames", "PingThing"]


def test_shapes_stand_after_what_they_are_made_of() -> None:
    """Since each module runs from top to bottom."""
    names = [shape.name for shape in plan().group_shapes("things")]

    assert names.index("Filter") < names.index("FilterList")
    assert names.index("FilterList") < names.index("DescribeThingsRequest")
    assert "ConflictException" not in names
    assert [enum.name for enum in plan().group_enums("things")] == ["Color"]


@pytest.mark.parametrize(
    ("table", "entry", "ask", "advice"),
    [
        ("operations", "SendThing", lambda p: p.operation_doc("SendThing"), "add [SendThing]"),
        ("shapes", "Thing", lambda p: p.shape_doc("Thing"), "shapes.toml: add Thing"),
        ("members", "Body", lambda p: p.member_doc("SendThingRequest", "Body"), "add Body"),
        ("groups", "things", lambda p: p.group_of_operation, "groups.toml: add"),
        ("patterns", "(?!x)[a-z]+", lambda p: p.pattern("(?!x)[a-z]+"), "without look-around"),
    ],
)
def test_a_table_that_lacks_an_entry_stops_with_the_line_to_add(
    table: str, entry: str, ask: Callable[[Plan], Any], advice: str
) -> None:
    """The message is the remedy."""
    lacking = plan(**{table: without(getattr(TABLES, table), entry)})

    with pytest.raises(TableError) as lack:
        ask(lacking)

    assert advice in str(lack.value)


def test_one_shape_may_describe_a_member_in_words_of_its_own() -> None:
    """An override counts before the default."""
    assert plan().member_doc("Thing", "Destination") == "Where it goes, E.164."
    assert plan().member_doc("SendThingRequest", "Destination") == "The Destination, in meters."


def test_a_member_is_sensitive_everywhere_in_one_shape_or_everywhere_but_in_one() -> None:
    """As the three parts of the table say."""
    assert plan().is_sensitive("SendThingRequest", "Destination")
    assert plan().is_sensitive("SendThingRequest", "Body")
    assert not plan().is_sensitive("Thing", "Destination")
    assert not plan().is_sensitive("Thing", "ThingId")


def test_a_pattern_runs_as_the_table_translates_it() -> None:
    """Others run as they are."""
    assert plan().pattern("(?!x)[a-z]+") == "[a-wyz][a-z]*"
    assert plan().pattern("[a-z]+") == "[a-z]+"


def test_a_new_write_happens_once_and_a_read_freely() -> None:
    """Until the table has another effect."""
    assert plan().effect("CreateThing") == "REPEATABLE"
    assert plan().effect("DescribeThings") == "READS"
    assert plan().effect("BrandNewWrite") == "ONCE"


def test_an_answer_must_have_its_list_its_message_or_its_thing() -> None:
    """By rule; the table differs where it must."""
    by_rule = plan(must_have={})

    assert by_rule.must_have("DescribeThings") == "Things"
    assert by_rule.must_have("SendThing") == "MessageId"
    assert by_rule.must_have("CreateThing") == "ThingId"
    assert by_rule.must_have("PingThing") is None
    assert plan().must_have("CreateThing") == "Color"
    assert plan(must_have={"SendThing": {"member": ""}}).must_have("SendThing") is None


def test_pairs_and_listed_keys_are_recognised() -> None:
    """A mapping may be given for tags; AWS lists the keys of some maps."""
    shapes = plan().service.shapes
    tags, names, counts, labels = (
        shapes[name] for name in ("TagList", "NameList", "CountMap", "LabelMap")
    )

    assert isinstance(tags, ListShape)
    assert isinstance(names, ListShape)
    assert isinstance(counts, MapShape)
    assert isinstance(labels, MapShape)
    assert plan().is_pairs(tags)
    assert not plan().is_pairs(names)
    assert plan().has_listed_keys(counts)
    assert not plan().has_listed_keys(labels)


def test_names_are_snake_case_and_those_that_cannot_be_derived_have_an_alias() -> None:
    """`MCC` would come back as `Mcc`."""
    request = plan().service.shapes["CreateThingRequest"]
    assert isinstance(request, Structure)
    aliases = {member.name: alias(member) for member in request.members}

    assert attribute("ClientToken") == "client_token"
    assert aliases["MCC"] == "MCC"
    assert aliases["ClientToken"] is None


@pytest.mark.generator
def test_every_effect_has_its_reason() -> None:
    """And every send is ONCE."""
    whole, service = tables(), read.installed()
    real = Plan(service, whole)

    assert all(entry["reason"] for entry in whole.effects.values())
    assert {real.effect(n) for n in service.operations if n.startswith("Send")} == {"ONCE"}
    assert {real.effect(n) for n in service.operations if n.startswith("Describe")} == {"READS"}


@pytest.mark.generator
def test_what_an_answer_must_have_is_one_of_its_members() -> None:
    """A send's id and a page's list; each line of the table has a reason."""
    real = Plan(read.installed(), tables())

    for name, operation in real.service.operations.items():
        result = real.service.shapes[operation.result]
        assert isinstance(result, Structure)
        must_have = real.must_have(name)
        assert must_have is None or must_have in {m.name for m in result.members}
        if name.startswith("Send"):
            assert must_have == "MessageId"
        if operation.paging is not None:
            assert must_have == operation.paging.items
    assert all(entry["reason"] for entry in real.tables.must_have.values())


@pytest.mark.generator
def test_a_new_answer_without_an_id_stops_with_the_line_to_add() -> None:
    """What such an answer must have is decided by a person."""
    real = Plan(read.installed(), replace(tables(), must_have={}))

    with pytest.raises(TableError, match=r"must_have\.toml: add \[ListTagsForResource\]"):
        real.must_have("ListTagsForResource")

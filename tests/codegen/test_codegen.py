"""The generator reads old models and new ones, tells what changed, and stops where a table lacks."""

import tomllib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from codegen import mirror, read, report
from codegen.emit import reference
from codegen.plan import TABLES, Plan, TableError, tables
from codegen.verb_table import verb_table

pytestmark = pytest.mark.generator

OLD = Path(__file__).with_name("botocore-1.42.80")


def test_old_and_new_models_are_read_alike() -> None:
    """106 operations then, 110 now."""
    older, newer = read.read(OLD), read.installed()

    assert len(older.operations) == 106
    assert len(newer.operations) == 110
    assert len(list(newer.structures())) == 317
    assert len(list(newer.enums())) == 69


@pytest.mark.parametrize(
    "finding",
    [
        "+ operation ListAvailablePhoneNumbers",
        "+ operation SendRcsMessage",
        "+ operation SetRcsMessageSpendLimitOverride",
        "+ operation DeleteRcsMessageSpendLimitOverride",
        "+ member CarrierLookupRequest.EnableCleansing",
        "+ member PhoneNumberInformation.MessagingLimits",
        "+ enum RcsFallbackChannel",
        "+ enum value EventType.RCS_READ",
        "+ enum value PhoneNumberType.VOIP",
        "+ structure RcsCarousel",
        "~ limits of EventTypeList",
    ],
)
def test_the_report_names_what_a_newer_model_brings(finding: str) -> None:
    """Operations, members, enums with their values, and limits, one a line."""
    told = report.difference(read.read(OLD), read.installed())

    assert finding in told.splitlines()


def test_the_report_names_what_is_gone() -> None:
    """Read the other way round, everything new is gone."""
    told = report.difference(read.installed(), read.read(OLD))

    assert "- operation SendRcsMessage" in told.splitlines()
    assert "+" not in {line[0] for line in told.splitlines()[1:]}


def test_the_table_of_releases_is_the_report() -> None:
    """Every operation and member that 1.42.80 lacks has its release, and nothing else has."""
    told = report.difference(read.read(OLD), read.installed()).splitlines()
    since = tables().since
    new_structures = {line.split()[-1] for line in told if line.startswith("+ structure")}

    operations = {line.split()[-1] for line in told if line.startswith("+ operation")}
    members = {line.split()[-1] for line in told if line.startswith("+ member")}

    assert set(since["operations"]) == operations
    assert set(since["members"]) == {m for m in members if m.split(".")[0] not in new_structures}


def test_the_floor_of_boto3_is_the_tables() -> None:
    """`pyproject.toml` asks for the release that the table says."""
    project = tomllib.loads((TABLES.parent.parent / "pyproject.toml").read_text())

    assert f"boto3>={tables().since['floor']},<2" in project["project"]["dependencies"]


@pytest.mark.parametrize(
    ("table", "entry", "advice"),
    [
        ("operations", "CreatePool", "operations.toml: add [CreatePool]"),
        ("shapes", "PoolInformation", "shapes.toml: add PoolInformation"),
        ("members", "CreatedTimestamp", "members.toml, [defaults]: add CreatedTimestamp"),
    ],
)
def test_a_table_that_lacks_an_entry_stops_with_the_line_to_add(
    table: str, entry: str, advice: str
) -> None:
    """The message is the remedy."""
    whole = tables()
    lacking = replace(
        whole, **{table: {k: v for k, v in getattr(whole, table).items() if k != entry}}
    )
    plan = Plan(read.installed(), lacking)

    with pytest.raises(TableError, match=r"add") as lack:
        plan.operation_doc("CreatePool")
        plan.shape_doc("PoolInformation")
        plan.member_doc("PoolInformation", "CreatedTimestamp")

    assert advice in str(lack.value)


def test_a_shape_that_no_room_has_stops_with_the_line_to_add() -> None:
    """New shapes are placed by a person."""
    whole = tables()
    groups = {name: group for name, group in whole.groups.items() if name != "pools"}
    plan = Plan(read.installed(), replace(whole, groups=groups))

    with pytest.raises(TableError, match=r'groups.toml: add "\w+" to a group'):
        plan.group_of_operation  # noqa: B018


def test_every_line_of_the_tables_is_used() -> None:
    """No table speaks of what the model does not have."""
    whole, service = tables(), read.installed()
    members = {m.name for s in service.structures() for m in s.members}
    by_structure = {s.name: {m.name for m in s.members} for s in service.structures()}

    assert set(whole.members) == members
    assert set(whole.operations) == set(service.operations)
    assert set(whole.effects) <= set(service.operations)
    assert set(whole.must_have) <= set(service.operations)
    assert set(whole.sensitive["members"]) <= members
    for owner, names in [*whole.overrides.items(), *whole.sensitive["only_in"].items()]:
        assert set(names) <= by_structure[owner], owner


def test_every_effect_has_its_reason() -> None:
    """And every send is ONCE."""
    whole, service = tables(), read.installed()
    plan = Plan(service, whole)

    assert all(entry["reason"] for entry in whole.effects.values())
    assert {plan.effect(n) for n in service.operations if n.startswith("Send")} == {"ONCE"}
    assert {plan.effect(n) for n in service.operations if n.startswith("Describe")} == {"READS"}
    assert plan.effect("BrandNewWrite") == "ONCE"


def test_what_an_answer_must_have_is_one_of_its_members() -> None:
    """A send's id and a page's list; a line of the table differs from the rule, with a reason."""
    whole, service = tables(), read.installed()
    plan = Plan(service, whole)
    by_rule = Plan(service, replace(whole, must_have={}))

    for name, operation in service.operations.items():
        members = {m.name for m in service.shapes[operation.result].members}
        must_have = plan.must_have(name)
        assert must_have is None or must_have in members
        if name.startswith("Send"):
            assert must_have == "MessageId"
        if operation.paging is not None:
            assert must_have == operation.paging.items
    for name, entry in whole.must_have.items():
        assert entry["reason"]
        with suppress(TableError):
            assert entry["member"] != by_rule.must_have(name), f"{name} needs no line"


def test_a_new_answer_without_an_id_stops_with_the_line_to_add() -> None:
    """What such an answer must have is decided by a person."""
    plan = Plan(read.installed(), replace(tables(), must_have={}))

    with pytest.raises(TableError, match=r"must_have\.toml: add \[ListTagsForResource\]"):
        plan.must_have("ListTagsForResource")


def test_no_generated_file_is_longer_than_a_person_reads() -> None:
    """Under 900 lines each."""
    root = TABLES.parent.parent / "smsvoice"
    folders = ("models", "operations", "aio/api", "sync/api")
    lengths = {p: len(p.read_text().splitlines()) for f in folders for p in (root / f).glob("*.py")}

    assert max(lengths.values()) < 900


def test_mirroring_drops_await_and_nothing_else() -> None:
    """Names, comments, docstrings and imports follow."""
    source = '''"""A module of AsyncThing."""

from smsvoice.aio.pager import AsyncPager


class AsyncThing:
    """See `await AsyncThing().run()`."""

    async def run(self) -> "AsyncPager[int, str]":
        async with self as one:
            return [await x async for x in one]  # async for here
'''

    made = mirror.without_await(source, "smsvoice/aio/thing.py")

    assert "async" not in made
    assert "await" not in made
    assert "Async" not in made
    assert "from smsvoice.sync.pager import Pager" in made
    assert "# Mirrored from smsvoice/aio/thing.py" in made
    assert "return [x for x in one]  # for here" in made


def test_every_operation_has_exactly_one_verb() -> None:
    """And the page of operations shows all 110 of them."""
    plan = Plan(read.installed(), tables())
    rows = [row for row in reference.page(plan).splitlines() if row.startswith("| [")]

    ways = {name: [str(verb) for verb in found] for name, found in verb_table(plan).items()}

    assert {name: found for name, found in ways.items() if len(found) != 1} == {}
    assert len(rows) == 110

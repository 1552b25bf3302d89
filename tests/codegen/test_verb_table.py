"""Which verb runs which operation, read off the table of sends and the source of the objects."""

from pathlib import Path

import pytest

from codegen import read
from codegen.emit import reference
from codegen.plan import Plan, tables
from codegen.verb_table import Verb, verb_table
from tests.codegen.small_service import plan

SOURCE = """
LIMIT = 3

class AsyncThings:
    async def create(self):
        return await self._sms.api.create_thing(color="RED")

    def list(self):
        return self._all()

    async def get(self):
        return await api.describe_things().first()

    def _all(self):
        return list_pager(operations.things.DESCRIBE_THINGS)
"""


def test_verbs_reach_operations_by_api_descriptor_and_private_method(tmp_path: Path) -> None:
    """A verb that stands on another is left out; so is a handle's verb that fills a member."""
    (tmp_path / "things.py").write_text(SOURCE)

    verbs = verb_table(plan(), tmp_path)

    assert verbs["CreateThing"] == {Verb("Things", "create")}
    assert verbs["DescribeThings"] == {Verb("Things", "list")}
    assert verbs["SendThing"] == {Verb("Messages", "send")}
    assert verbs["ListNames"] == set()
    assert str(Verb("Things", "create")) == "Things.create"


@pytest.mark.generator
def test_every_operation_has_exactly_one_verb() -> None:
    """And the page of operations shows all 110 of them."""
    real = Plan(read.installed(), tables())
    rows = [row for row in reference.page(real).splitlines() if row.startswith("| [")]

    verbs = {name: [str(verb) for verb in found] for name, found in verb_table(real).items()}

    assert {name: found for name, found in verbs.items() if len(found) != 1} == {}
    assert len(rows) == 110

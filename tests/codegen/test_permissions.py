"""What `smsvoice.iam` reads: resource types of the table, and our objects by their source."""

from pathlib import Path

import pytest

from codegen.emit import permissions, reference
from codegen.object_map import ObjectMap
from codegen.plan import TableError
from tests.codegen.small_service import plan

COLLECTIONS = """
class AsyncCollections:
    @collected
    def things(self) -> "AsyncThings":
        return AsyncThings(self)
"""
RESOURCES = """
_PING = operations.things.PING_THING

class AsyncThings(AsyncCollection):
    def at(self, thing_id: str) -> "AsyncThing":
        return AsyncThing(self._sms, thing_id)

    async def get(self, thing_id: str) -> "AsyncThing | None":
        return await self.at(thing_id).refresh()

    def list(self) -> AsyncPager[ListNamesResult, "AsyncThing"]:
        return list_pager(self._sms, operations.things.LIST_NAMES)

    async def renew(self):
        made = self.at("x")
        await made.send()
        async for one in self.list():
            await one.ping()

class AsyncDescribed:
    async def refresh(self) -> Self:
        return await describe_one(self._sms, self._describe)

class AsyncThing(AsyncDescribed[Thing]):
    _describe = operations.things.DESCRIBE_THINGS

    async def send(self) -> None:
        await self._sms.api.send_thing()

    async def ping(self) -> None:
        await pinged(self._sms)

    async def begin(self) -> None:
        await self._sms.things.list().collect()
        await self.begin()

    async def again(self) -> None:
        one = self
        await one.send()
        one = self._sms.things
        await one.list().collect()

async def pinged(sms):
    await sms.call(_PING)
"""


def objects(tmp_path: Path) -> ObjectMap:
    """The map of a small source."""
    (tmp_path / "collections.py").write_text(COLLECTIONS)
    (tmp_path / "things.py").write_text(RESOURCES)
    return ObjectMap(plan(), tmp_path)


def test_a_verb_has_all_that_it_runs(tmp_path: Path) -> None:
    """Through bases, private methods, functions, constants, names and other objects."""
    found = objects(tmp_path)

    assert found.collections == {"things": "Things"}
    assert found.verbs == {
        "Thing.again": ("ListNames", "SendThing"),
        "Thing.begin": ("ListNames",),
        "Thing.ping": ("PingThing",),
        "Thing.refresh": ("DescribeThings",),
        "Thing.send": ("SendThing",),
        "Things.get": ("DescribeThings",),
        "Things.list": ("ListNames",),
        "Things.renew": ("ListNames", "PingThing", "SendThing"),
    }
    assert found.gives == {
        "Thing.refresh": "Thing",
        "Things.at": "Thing",
        "Things.get": "Thing",
        "Things.list": "Thing",
    }


def test_the_table_becomes_source_and_page() -> None:
    """With the mark of what could not be confirmed."""
    source = permissions.permissions(plan())

    assert "\"SendThing\": Resources(needs=('Thing',), may_name=('Name',))" in source
    assert '"PingThing": Resources()' in source
    assert source.count('"SendThing",') == 1
    page = reference.page(plan())
    assert "| `sms-voice:SendThing` (note) | **Thing**, Name |" in page
    assert "- `SendThing`: for the test." in page


def test_a_new_operation_needs_its_line() -> None:
    """The generator says which."""
    with pytest.raises(TableError, match=r"permissions\.toml: add \[CreateThing\]"):
        permissions.permissions(plan(permissions={}))

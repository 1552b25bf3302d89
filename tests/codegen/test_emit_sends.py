"""The emitted sends: one argument placed, one filled from the handle, and the rest as in the API."""

import ast

import pytest

from codegen.emit import sends
from codegen.plan import TableError
from tests.codegen.small_service import TABLES, plan


def test_a_verb_of_a_handle_fills_a_member_with_its_id() -> None:
    """And asks for no such argument."""
    source = sends.group(plan(), "origin")

    assert "class AsyncOrigin(AsyncHandle[Data]):" in source
    assert '"thing_id": self.id,' in source
    assert "thing_id:" not in source


def test_the_recipient_comes_first_and_required_members_have_no_default() -> None:
    """Though AWS would go without the body."""
    (verb,) = (
        n
        for n in ast.walk(ast.parse(sends.group(plan(), "origin")))
        if isinstance(n, ast.AsyncFunctionDef)
    )

    assert [argument.arg for argument in verb.args.args] == ["self", "destination"]
    assert [argument.arg for argument in verb.args.kwonlyargs] == ["body"]
    assert verb.args.kw_defaults == [None]


def test_sentences_of_the_table_stand_before_those_of_the_prose() -> None:
    """Where the verb means less than the operation."""
    source = sends.group(plan(), "origin")

    assert '"""Send one from here.' in source
    assert "body: What to write." in source
    assert "ConflictError: this is gone." in source
    assert "Returns:\n            Its id." in source


def test_a_verb_of_a_collection_takes_every_member() -> None:
    """With the sentences of the operation."""
    source = sends.group(plan(), "messages")

    assert "class AsyncMessages(AsyncCollection):" in source
    assert "thing_id: str | None = None" in source
    assert '"""Send one.' in source
    assert "from smsvoice import" not in source


def test_a_verb_calls_the_client_itself() -> None:
    """So that a traceback does not run through the API."""
    source = sends.group(plan(), "origin")

    assert "operation = operations.things.SEND_THING" in source
    assert "await self._sms.call(operation, self._sms.request(operation, members))" in source


def test_an_operation_that_is_gone_stops_with_its_place() -> None:
    """The table is to be mended."""
    table = {
        **TABLES.sends["messages"],
        "verbs": {"send": {"operation": "Gone", "positional": "X"}},
    }

    with pytest.raises(
        TableError, match=r"sends\.toml, \[messages\.verbs\.send\]: no operation Gone"
    ):
        sends.group(plan(sends={"messages": table}), "messages")


def test_the_package_says_what_is_in_it() -> None:
    """And imports nothing."""
    assert "import" not in sends.package()

"""The emitted API: real parameters, each explained, and only the imports that it needs."""

import ast

from codegen.emit import api
from tests.codegen.small_service import plan


def method(name: str) -> ast.AsyncFunctionDef | ast.FunctionDef:
    """One emitted method of the small service."""
    (owner,) = (
        n for n in ast.parse(api.group(plan(), "things")).body if isinstance(n, ast.ClassDef)
    )
    (found,) = (
        node
        for node in owner.body
        if isinstance(node, ast.AsyncFunctionDef | ast.FunctionDef) and node.name == name
    )
    return found


def test_required_members_come_first_and_the_rest_may_be_left_out() -> None:
    """All by name."""
    arguments = method("create_thing").args
    defaults = [default is not None for default in arguments.kw_defaults]

    assert [argument.arg for argument in arguments.args] == ["self"]
    assert arguments.kwonlyargs[0].arg == "color"
    assert defaults == [False] + [True] * 10


def test_each_argument_has_the_type_that_callers_may_give() -> None:
    """Widened for enums, tags, maps with listed keys, structures and bytes."""
    types = {
        argument.arg: ast.unparse(argument.annotation)
        for argument in method("create_thing").args.kwonlyargs
        if argument.annotation
    }

    assert types["color"] == "models.things.ColorArgument"
    assert types["content"] == "models.things.ContentArgument | None"
    assert types["counts"] == "models.things.CountMapArgument | None"
    assert types["labels"] == "Mapping[str, str] | None"
    assert types["picture"] == "bytes | bytearray | None"
    assert types["tags"] == "models.things.TagListArgument | None"
    assert types["until"] == "datetime | None"


def test_a_docstring_explains_arguments_answer_and_refusals() -> None:
    """And a send warns of an unknown outcome."""
    doc = ast.get_docstring(method("send_thing"))

    assert doc is not None
    assert doc.startswith("Send one.")
    assert "destination: The Destination, in meters." in doc
    assert "Returns:\n    Its id." in doc
    assert "ConflictError: no such thing." in doc
    assert "OutcomeUnknownError: " in doc
    assert "API_SendThing.html" in doc
    assert "OutcomeUnknownError" not in (ast.get_docstring(method("create_thing")) or "")


def test_a_paged_operation_gives_a_pager_and_takes_where_to_start() -> None:
    """The pager fills in the token of the next page."""
    things, names = method("describe_things"), method("list_names")

    assert isinstance(things, ast.FunctionDef)
    assert [a.arg for a in things.args.kwonlyargs] == ["filters", "max_results", "starting_token"]
    assert things.returns
    assert names.returns
    assert ast.unparse(things.returns) == (
        "AsyncPager[models.things.DescribeThingsResult, models.things.Thing]"
    )
    assert ast.unparse(names.returns) == "AsyncPager[models.things.ListNamesResult, str]"


def test_an_operation_without_members_takes_none() -> None:
    """And hands on an empty mapping."""
    ping = method("ping_thing")

    assert ping.args.kwonlyargs == []
    assert "PING_THING, {})" in ast.unparse(ping)


def test_a_module_imports_only_what_it_uses() -> None:
    """Never through the package's face."""
    source = api.group(plan(), "things")

    assert "from collections.abc import Mapping, Sequence\n" in source
    assert "from datetime import datetime\n" in source
    assert "import smsvoice.models as models\n" in source
    assert "from smsvoice import" not in source


def test_the_package_joins_all_groups() -> None:
    """In one class."""
    source = api.package(plan())

    assert "from smsvoice.aio.api.things import AsyncThingsApi" in source
    ast.parse(source)

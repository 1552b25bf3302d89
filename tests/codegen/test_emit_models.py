"""The emitted models, run: names, limits, unions, sensitive members and what callers may write."""

import sys
from types import ModuleType
from typing import Any

import pytest

from codegen.emit import models
from smsvoice.errors import RequestError
from tests.codegen.small_service import TABLES, plan

ONE_GROUP = {
    "things": {
        "operations": TABLES.groups["things"]["operations"],
        "shapes": [*TABLES.groups["things"]["shapes"], "Tag", "ConflictException"],
    }
}


@pytest.fixture
def things(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The emitted models of the small service, all in one module, run."""
    module = ModuleType("small_models")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    exec(models.GroupModels(plan(groups=ONE_GROUP), "things").source(), vars(module))
    return module


def test_requests_take_python_names_and_hold_to_aws_limits(things: Any) -> None:
    """A wrong value is refused."""
    request = things.CreateThingRequest(color="dark-blue", weight=1.5, mcc="262", counts={"RED": 3})

    assert request.color is things.Color.DARK_BLUE
    assert request.mcc == "262"
    assert len(request.client_token) > 10
    for wrong in ({"weight": 3.0}, {"color": "GREEN"}, {"picture": b"x" * 101}, {}):
        with pytest.raises(RequestError):
            things.CreateThingRequest(**{"color": "RED", **wrong} if wrong else {})


def test_patterns_run_as_translated(things: Any) -> None:
    """The look-ahead became a set of letters."""
    assert things.SendThingRequest(destination="+1", thing_id="abc").thing_id == "abc"
    with pytest.raises(RequestError):
        things.SendThingRequest(destination="+1", thing_id="xbc")


def test_sensitive_members_are_not_printed(things: Any) -> None:
    """And a shape that the table excepts prints them."""
    request = things.SendThingRequest(destination="harbor", body="hello")

    assert "harbor" not in repr(request)
    assert "hello" not in repr(request)
    assert "harbor" in repr(things.Thing(thing_id="abc", destination="harbor"))


def test_every_kind_of_structure_has_its_base(things: Any) -> None:
    """Requests, results, unions, inputs, outputs and what is both."""
    bases = {
        name: getattr(things, name).__bases__[0].__name__
        for name in ("CreateThingRequest", "CreateThingResult", "Content", "Filter", "Thing", "Tag")
    }

    assert bases == {
        "CreateThingRequest": "RequestModel",
        "CreateThingResult": "ResultModel",
        "Content": "UnionModel",
        "Filter": "InputModel",
        "Thing": "OutputModel",
        "Tag": "SharedModel",
    }


def test_docstrings_are_the_prose(things: Any) -> None:
    """Of the table for shapes, and of the operation for its request and result."""
    assert things.Color.__doc__ == "A Color."
    assert things.SendThingRequest.__doc__ == "What SendThing takes."
    assert things.SendThingResult.__doc__ == "Its id."


def test_a_mapping_may_be_given_for_tags(things: Any) -> None:
    """A list whose items are keys with values."""
    request = things.CreateThingRequest(color="RED", tags={"team": "shop"})

    assert request.tags[0].key == "team"
    assert things.TagListArgument


def test_shapes_of_another_group_are_imported_from_its_module() -> None:
    """Directly, not through the package."""
    source = models.GroupModels(plan(), "things").source()

    assert "from smsvoice.models.common import AwsTagDict, Tag, TagDict\n" in source
    assert "from smsvoice import" not in source


def test_the_package_loads_its_groups_when_they_are_touched() -> None:
    """Under the name of the models."""
    source = models.package(plan())

    assert "from smsvoice.models import (" in source
    assert "reasons as reasons" in source

"""botocore's model is read into dataclasses, from plain and from packed files."""

import gzip
import json
from pathlib import Path

import pytest

from codegen import read
from codegen.read import EnumShape, ListShape, MapShape, Plain, Structure
from tests.codegen.small_service import MODEL, PAGES

OLD = Path(__file__).with_name("botocore-1.42.80")


@pytest.mark.generator
def test_old_and_new_models_are_read_alike() -> None:
    """106 operations then, 110 now."""
    older, newer = read.read(OLD), read.installed()

    assert older.version == "botocore-1.42.80"
    assert len(older.operations) == 106
    assert len(newer.operations) == 110
    assert len(list(newer.structures())) == 317
    assert len(list(newer.enums())) == 69


def test_each_kind_of_shape_has_its_class_and_its_limits() -> None:
    """Structures, enums, plain ones, lists and maps."""
    shapes = read.parse(MODEL, PAGES, "1").shapes

    assert shapes["Color"] == EnumShape("Color", ("RED", "dark-blue"))
    assert shapes["Size"] == Plain("Size", "integer", 1, 10)
    assert shapes["ThingId"] == Plain("ThingId", "string", 1, 8, "(?!x)[a-z]+")
    assert shapes["FilterList"] == ListShape("FilterList", "Filter", 0, 5)
    assert shapes["CountMap"] == MapShape("CountMap", "Color", "Size", None, 2)


def test_structures_know_required_members_tokens_unions_and_errors() -> None:
    """What the emitters ask of them."""
    shapes = read.parse(MODEL, PAGES, "1").shapes
    request, content, error = (
        shapes[name] for name in ("CreateThingRequest", "Content", "ConflictException")
    )

    assert isinstance(request, Structure)
    assert {m.name for m in request.members if m.required} == {"Color"}
    assert {m.name for m in request.members if m.is_token} == {"ClientToken"}
    assert isinstance(content, Structure)
    assert content.is_union
    assert isinstance(error, Structure)
    assert error.is_error


def test_a_service_knows_which_shapes_callers_write_and_which_aws_writes() -> None:
    """Down to the items of lists and the keys and values of maps."""
    service = read.parse(MODEL, PAGES, "1")

    assert {"Color", "Tag", "Text", "Content", "CountMap", "Size"} <= service.input_shapes
    assert "Thing" not in service.input_shapes
    assert {"Color", "Tag", "Thing"} <= service.output_shapes
    assert "Content" not in service.output_shapes


def test_only_listed_operations_answer_in_pages() -> None:
    """By the file of paginators."""
    operations = read.parse(MODEL, PAGES, "1").operations

    assert operations["DescribeThings"].paging == read.Paging("NextToken", "NextToken", "Things")
    assert operations["SendThing"].paging is None
    assert operations["SendThing"].errors == ("ConflictException",)


@pytest.mark.parametrize("is_packed", [False, True])
def test_files_are_read_plain_or_packed(tmp_path: Path, *, is_packed: bool) -> None:
    """As old and new botocore ship them."""
    for name, content in (("service-2.json", MODEL), ("paginators-1.json", PAGES)):
        text = json.dumps(content).encode()
        if is_packed:
            (tmp_path / f"{name}.gz").write_bytes(gzip.compress(text))
        else:
            (tmp_path / name).write_bytes(text)

    service = read.read(tmp_path, version="2.0")

    assert service == read.parse(MODEL, PAGES, "2.0")

"""Tables, ranges and columns that cannot be read: refused with a remedy, and without values."""

from pathlib import Path
from typing import Any

import pytest

from smsvoice.bulk.tables import read_rows
from tests.bulk.tables import (
    KINDS,
    PHONE,
    ROWS,
    Capsule,
    pa,
    pandas_frame,
    rule_of,
    table_of,
)


@pytest.fixture(params=KINDS)
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """The same rows as each kind of table."""
    return table_of(request.param, tmp_path)


@pytest.mark.parametrize("bad", [-1, 1.0, True, "1", None])
def test_first_is_a_number_of_a_row(source: Any, bad: Any) -> None:
    assert "first: must be a whole number, 0 or more" in rule_of(lambda: read_rows(source, bad))


@pytest.mark.parametrize("bad", [2, -1, 5.0, True, "9"])
def test_last_does_not_come_before_first(source: Any, bad: Any) -> None:
    text = rule_of(lambda: read_rows(source, 3, bad))

    assert "last: must be a whole number that is not less than first" in text


@pytest.mark.parametrize("bad", [0, -1, 2.0, True, "9"])
def test_the_size_of_shares_is_checked_at_the_call(source: Any, bad: Any) -> None:
    assert "size: must be a whole number, 1 or more" in rule_of(
        lambda: read_rows(source).shares(bad)
    )


@pytest.mark.parametrize("bad", ["phone", [], ()])
def test_columns_are_a_list_of_names(source: Any, bad: Any) -> None:
    text = rule_of(lambda: read_rows(source, columns=bad))

    assert 'columns: must be a list of names, e.g. ["phone"]' in text


@pytest.mark.parametrize(
    "bad", [ROWS, None, 5, PHONE, "people.xlsx", "people", Path("people.csv.gz"), object(), Capsule]
)
def test_other_sources_are_refused_with_a_remedy(bad: Any) -> None:
    assert "source: must be a path that ends in .csv" in rule_of(lambda: read_rows(bad))


def test_a_lazy_frame_and_a_series_are_refused() -> None:
    polars = pytest.importorskip("polars")

    assert "a LazyFrame after collect()" in rule_of(lambda: read_rows(polars.LazyFrame(ROWS)))
    assert "is no Arrow table" in rule_of(lambda: read_rows(polars.Series([PHONE])))
    assert "read_rows: source: " in rule_of(lambda: read_rows(pandas_frame(ROWS)["phone"]))
    assert "is no Arrow table" in rule_of(lambda: read_rows(pa.array([PHONE])))


def test_a_frame_of_mixed_values_is_refused_without_the_values() -> None:
    mixed = pandas_frame([{"phone": PHONE}, {"phone": 5}])

    assert "values of one type" in rule_of(lambda: read_rows(mixed))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "there is no file none.csv" in rule_of(lambda: read_rows(tmp_path / "none.csv"))
    (tmp_path / "folder.parquet").mkdir()
    assert "no file folder.parquet" in rule_of(lambda: read_rows(tmp_path / "folder.parquet"))
    assert "on this machine" in rule_of(lambda: read_rows("s3://bucket/people.parquet"))


@pytest.mark.parametrize("name", ["people.parquet", "people.arrow", "people.feather"])
@pytest.mark.parametrize("content", [b"", b"phone\n+12065550100\n", b"ARROW1", b"PAR1PAR1"])
def test_a_file_of_another_kind_than_its_ending_is_refused(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)

    assert f"{name} is no " in rule_of(lambda: read_rows(tmp_path / name))


@pytest.mark.parametrize("content", ["", "\n\n", ",,\n1,2,3\n", f"{PHONE},Ada\n", "12065550100\n"])
def test_a_csv_file_without_a_header_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "people.csv").write_text(content)
    expected = "has no header: its first row must name the columns"
    if content.startswith(",,"):
        assert read_rows(tmp_path / "people.csv").columns == ("1", "2", "3")
    else:
        assert expected in rule_of(lambda: read_rows(tmp_path / "people.csv"))


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("phone,name,phone,a b,a b\n")
    both = pa.Table.from_arrays([pa.array([1]), pa.array([2])], names=["phone", "phone"])

    text = rule_of(lambda: read_rows(tmp_path / "people.csv"))
    assert 'has more than one column "phone", of that name;' in text
    assert 'has more than one column "phone"' in rule_of(lambda: read_rows(both))


def test_a_table_without_columns_is_refused() -> None:
    assert "has no columns" in rule_of(lambda: read_rows(pa.table({})))


def test_a_csv_row_with_too_many_cells_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(f"phone,name\n1,a\n\n{PHONE},Secret,Word\n")

    text = rule_of(lambda: list(read_rows(path)))
    assert "row 1 has 3 cells, and the header has 2" in text
    assert "Secret" not in text
    assert list(read_rows(path, 0, 1)) == [{"phone": "1", "name": "a"}]


@pytest.mark.parametrize("broken", ['"Secret', '"Secret"x,1', "x" * 200_000])
def test_a_csv_row_with_broken_quotes_or_without_end_is_named(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(f"phone,name\n1,a\n{broken}\n2,b\n")

    text = rule_of(lambda: list(read_rows(path)))
    assert "row 1 is no sound CSV" in text
    assert "Secret" not in text
    assert "row 1 is no sound CSV" in rule_of(lambda: list(read_rows(path).shares()))


@pytest.mark.parametrize("broken", ['"phone\n1\n', '"a"b\n'])
def test_a_csv_header_with_broken_quotes_is_refused(tmp_path: Path, broken: str) -> None:
    (tmp_path / "people.csv").write_text(broken)

    assert "the header is no sound CSV" in rule_of(lambda: read_rows(tmp_path / "people.csv"))


def test_csv_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.csv").write_bytes("phone,name\n1,Jürgen\n".encode("latin-1"))
    (tmp_path / "late.csv").write_bytes(b"phone\n" + b"1\n" * 10_000 + b"\xfc\n")
    (tmp_path / "wide.csv").write_text("phone,name\n1,Ada\n", "utf-16")

    assert "is no UTF-8 at its beginning" in rule_of(lambda: read_rows(tmp_path / "latin.csv"))
    assert "is no UTF-8 at its beginning" in rule_of(lambda: read_rows(tmp_path / "wide.csv"))
    late = read_rows(tmp_path / "late.csv")
    assert "is no UTF-8 in row" in rule_of(lambda: list(late))
